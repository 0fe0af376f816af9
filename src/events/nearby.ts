// Meaning by context: whether a word of a list stands in a sentence or those beside it ("strike" beside "union" is a walkout).

import type { Sentence } from '../language/index.js';
import { inSet, type WordSet } from './pattern.js';

/** How many sentences before and behind count. */
const REACH = 2;

const lowerOf = (s: Sentence): string[] => s.lemma.map((lemma) => lemma.toLowerCase());

/** True when a word of the set stands in the sentence; `lower`: its lemmas in lower case. */
export function holds(s: Sentence, set: WordSet, lower: readonly string[] = lowerOf(s)): boolean {
  for (let w = 0; w < s.size; w++) if (inSet(set, lower[w], lower, w)) return true;
  return false;
}

/** Answers for sentence `at` of a dispatch; each set is looked for once a sentence. */
export function nearby(sentences: readonly Sentence[]): (at: number) => (set: WordSet) => boolean {
  const known = new Map<WordSet, Map<number, boolean>>();
  const lower: string[][] = [];
  const at = (set: WordSet, i: number): boolean => {
    const seen = known.get(set) ?? new Map<number, boolean>();
    known.set(set, seen);
    lower[i] ??= lowerOf(sentences[i]);
    const found = seen.get(i) ?? holds(sentences[i], set, lower[i]);
    seen.set(i, found);
    return found;
  };
  return (i) => (set) => {
    for (let k = Math.max(0, i - REACH); k <= i + REACH && k < sentences.length; k++) if (at(set, k)) return true;
    return false;
  };
}
