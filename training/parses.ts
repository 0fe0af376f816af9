// Keeps the parses of a set of articles in a file, since reading them takes most of a training run's time.
// The file is scratch: it is made anew when it is missing, and must be removed when the language core changes.

import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { parse, type Sentence } from '../src/language/index.js';
import { STORY } from '../src/reading.js';
import type { Dispatch } from '../src/records.js';

/** The sentences of each dispatch, in order; from `file` when it is given and there. */
export function parsesOf(dispatches: readonly Dispatch[], file: string | undefined): Sentence[][] {
  if (file !== undefined && existsSync(file)) {
    const lines = readFileSync(file, 'utf8').split('\n');
    return dispatches.map((_, i) => (JSON.parse(lines[i]) as Sentence[]).map(restored));
  }
  const parses: Sentence[][] = [];
  const out = file === undefined ? null : openSync(file, 'w');
  for (const dispatch of dispatches) {
    const sentences = parse(dispatch.text, dispatch.blocks, STORY);
    parses.push(sentences);
    if (out !== null) writeSync(out, `${JSON.stringify(sentences.map(plain))}\n`);
  }
  if (out !== null) closeSync(out);
  return parses;
}

function plain(s: Sentence): object {
  return { ...s, start: [...s.start], end: [...s.end], head: [...s.head] };
}

function restored(s: Sentence): Sentence {
  return { ...s, start: Int32Array.from(s.start), end: Int32Array.from(s.end), head: Int32Array.from(s.head) };
}
