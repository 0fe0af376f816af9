// Recall by wording: single sentences, each with the kind of commitment that it holds (eval/corpus/wording.txt). `node dist/eval/wording.js` prints how many
// of each kind are found, and those that are not; `... demand` of one kind alone. The sentences may be tuned on: this is a list of what to mend, no measure
// of text that nobody has seen.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dispatchOf } from '../src/intake/index.js';
import { read } from '../src/reading.js';

const FILE = fileURLToPath(new URL('../../eval/corpus/wording.txt', import.meta.url));

/** Kind and sentence of each line. */
export function wordings(): (readonly [kind: string, sentence: string])[] {
  return readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line.includes('|') && !line.startsWith('#'))
    .map((line) => {
      const bar = line.indexOf('|');
      return [line.slice(0, bar), line.slice(bar + 1)] as const;
    });
}

/** True when the sentence gives a commitment of the kind, or, of "none", gives nothing. */
export function isFound(kind: string, sentence: string): boolean {
  const { commitments } = read(dispatchOf(sentence, { date: '2031-05-20' }));
  return kind === 'none' ? commitments.length === 0 : commitments.some((one) => one.kind === kind);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const counts = new Map<string, { found: number; all: number }>();
  for (const [kind, sentence] of wordings()) {
    if (process.argv[2] && kind !== process.argv[2]) continue;
    const count = counts.get(kind) ?? { found: 0, all: 0 };
    counts.set(kind, count);
    count.all++;
    if (isFound(kind, sentence)) count.found++;
    else console.log(`${kind}: ${sentence}`);
  }
  for (const [kind, { found, all }] of counts) console.log(`${kind}\t${found} of ${all}`);
}
