// Writes models/statements.card.md: what the weights are, and what they score on PolNeAR's dev part with the rules of the day behind them.
//   node dist/training/card.js ../shared models

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { statementFigures } from '../eval/statements.js';

const root = resolve(process.argv[2] ?? '../shared');
const folder = process.argv[3] ?? 'models';
const scratch = resolve('.cache/eval/');
mkdirSync(scratch, { recursive: true });

const shape = JSON.parse(readFileSync(join(folder, 'statements.json'), 'utf8')) as {
  readonly tables: readonly { readonly count: number }[];
  readonly threshold: number;
};
const size = (statSync(join(folder, 'statements.bin')).size / 1e6).toFixed(1);
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const scores = statementFigures({ data: join(root, 'data/'), scorers: join(root, 'eval/'), scratch });

writeFileSync(
  join(folder, 'statements.card.md'),
  `# statements.bin, statements.json

Who said what: the log-odds that a word heads a cue (logistic regression), and the roles of the words around a cue (a linear-chain conditional
random field), both over hashed features of our own trees and of \`codebook/speech*.txt\`. Written by \`training/card.ts\`.

- **Licence** CC BY-SA 4.0, as the trees that it reads
- **Trained on** PolNeAR's train part (840 articles, 19,832 attributions; its texts belong to their publishers). Weights alone are kept, no text and no label.
- **Not trained on** PolNeAR's dev part, which only measures
- **Trained by** \`training/statements.ts\`, the last step of \`npm run train\`. The same input and the same \`language.bin\` give the same bytes.
- **Hyper-parameters** as the constants at the head of \`training/statements.ts\`: cues 5 rounds, roles 4, AdaGrad, a feature counts from the third time on; threshold ${shape.threshold}
- **Features kept** ${shape.tables.map((table) => table.count.toLocaleString('en')).join(' + ')}, a byte a weight
- **Size** ${size} MB
- **Date** ${new Date().toISOString().slice(0, 10)}, commit ${commit}
- **Known limits** American political news of 2015-2016; the annotators count beliefs, wishes and plans as attributions, and so does the model
- **Read by eye** on fifty dispatches of the wire: \`docs/fifty.md\`

Scores on PolNeAR's dev part, with the rules of \`src/statements/\` behind it (\`npm run eval\` measures the same). Annotators among themselves reach 75 on the first.

| measure | figure |
|---|---:|
${scores.map(({ measure, value }) => `| ${measure.trim()} | ${value?.toFixed(1) ?? ''} |`).join('\n')}
`,
);
