// `npm run eval`: every figure that the measuring data allows, stage by stage, in one table. Writes docs/scores.md.
// The data is not part of the package; CHANCERY_DATA names its folder (default: ../shared beside the package).

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { actorFigures } from './actors.js';
import { eventFigures } from './events.js';
import { factualityFigures } from './factuality.js';
import { type Bench, type Figure, table } from './figures.js';
import { languageFigures } from './language.js';
import { pairFigures } from './pairs.js';
import { intoReadme } from './readme.js';
import { crisisFigures } from './score-crisis.js';
import { statementFigures } from './statements.js';
import { timeFigures } from './times.js';

const PARTS: Record<string, (bench: Bench) => Figure[]> = {
  language: languageFigures,
  times: timeFigures,
  actors: actorFigures,
  statements: statementFigures,
  events: eventFigures,
  factuality: factualityFigures,
  pairs: pairFigures,
  crisis: () => crisisFigures(),
};

/** The sample whose reading the README shows. */
const SHOWN = 'samples/2046-05-12-nile-1.txt';

const root = resolve(process.env.CHANCERY_DATA ?? '../shared');
const bench: Bench = { data: join(root, 'data/'), scorers: join(root, 'eval/'), scratch: resolve('.cache/eval/') };
const asked = process.argv.slice(2);
for (const name of asked) {
  if (!(name in PARTS)) {
    console.error(`There is no part "${name}". The parts are: ${Object.keys(PARTS).join(', ')}.`);
    process.exit(2);
  }
}
if (!existsSync(bench.data) || !existsSync(bench.scorers)) {
  console.error(
    `The measuring data is not there: ${bench.data} and ${bench.scorers} are looked for. Set CHANCERY_DATA to the folder that has data/ and eval/.`,
  );
  process.exit(1);
}
mkdirSync(bench.scratch, { recursive: true });

const figures: Figure[] = [];
for (const [name, part] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`measuring ${name} ...\n`);
  figures.push(...part(bench));
}
console.log(table(figures));
if (asked.length === 0) {
  writeFileSync(
    'docs/scores.md',
    `# Scores\n\nWritten by \`npm run eval\`; do not change by hand. Figures are percentages. Below the floor a stage is not good enough; the aim is what we want.\n\n${table(figures)}\n`,
  );
  const shown = execFileSync(process.execPath, ['dist/src/cli/main.js', 'read', '--format', 'text', SHOWN], {
    encoding: 'utf8',
  });
  intoReadme('output', `\`\`\`\n$ chancery read ${SHOWN}\n${shown.trimEnd()}\n\`\`\``);
  intoReadme('scores', table(figures.filter(({ floor }) => floor !== undefined)));
}
