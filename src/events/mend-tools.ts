// What the mends of a tree share.

import type { Sentence } from '../language/index.js';

/** A word hung elsewhere. */
export interface Change {
  readonly word: number;
  readonly to: number;
  readonly as: string;
}

export const isNoun = (s: Sentence, w: number): boolean => s.upos[w] === 'NOUN' || s.upos[w] === 'PROPN';

/** True when `word` is `top` or hangs below it. */
export function reaches(s: Sentence, word: number, top: number): boolean {
  for (let w = word, i = 0; w >= 0 && i < 10; w = s.head[w], i++) if (w === top) return true;
  return false;
}
