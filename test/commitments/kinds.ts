// Sentences of one class, each of which must give the same kinds of commitment.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';

/** The kinds of the commitments of a passage, in the order of the text. */
export function kinds(text: string): string {
  const { commitments } = read(dispatchOf(`NAIROBI, June 3 (Agency) - ${text}\n`, { date: '2024-06-03' }));
  return commitments.map(({ kind }) => kind).join(' ');
}

/** Every sentence gives the same kinds. */
export function all(name: string, expected: string, sentences: readonly string[]): void {
  test(name, () => {
    for (const sentence of sentences) assert.equal(kinds(sentence), expected, sentence);
  });
}
