// The examples in the tables of commitments, meetings and claims: what each sentence must give, and what must give nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table } from '../../src/commitments/index.js';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Reading } from '../../src/records.js';

const SHOWN: Readonly<Record<string, (reading: Reading, text: string) => string[]>> = {
  'commitments.txt': ({ commitments }, text) =>
    commitments.map(({ kind, consequence }) => `${kind}: ${text.slice(...(consequence?.span ?? [0, 0]))}`),
  'meetings.txt': ({ meetings }, text) =>
    meetings.map(({ form, status, span }) => `${form} ${status}: ${text.slice(...span)}`),
  'claims.txt': ({ claims }, text) => claims.map(({ stance, span }) => `${stance}: ${text.slice(...span)}`),
};

/** The same kind, and the words of one within those of the other: where a span ends is the parser's to say. */
function isLike(found: string, expected: string): boolean {
  const [kind, words] = [found.split(': ')[0], found.slice(found.indexOf(': ') + 2)];
  const wanted = expected.slice(expected.indexOf(': ') + 2);
  return kind === expected.split(': ')[0] && (words.includes(wanted) || wanted.includes(words));
}

for (const [file, shown] of Object.entries(SHOWN)) {
  for (const { line, sentence, expected } of table(file).examples) {
    test(`${file}:${line}: ${sentence}`, () => {
      const found = shown(read(dispatchOf(sentence, { date: '2021-12-30' })), sentence);
      if (expected === 'none') assert.deepEqual(found, []);
      else
        assert.ok(
          found.some((one) => isLike(one, expected)),
          `found ${JSON.stringify(found)}`,
        );
    });
  }
}
