// Small questions about a tree, asked by every stage above the language core.

import type { Span } from '../records.js';
import type { Sentence } from './sentence.js';

/** Indices of the words that hang on `word`, left to right. */
export function children(s: Sentence, word: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < s.size; i++) if (s.head[i] === word) found.push(i);
  return found;
}

/** Relations without their subtypes, by the few relations that there are: asked for at every edge, so nothing is cut twice. */
const bare = new Map<string, string>();

/** The relation without its subtype. @example relation('nsubj:pass') // "nsubj" */
export function relation(deprel: string): string {
  return bare.get(deprel) ?? cutOff(deprel);
}

function cutOff(deprel: string): string {
  const colon = deprel.indexOf(':');
  const cut = colon < 0 ? deprel : deprel.slice(0, colon);
  if (bare.size < 1000) bare.set(deprel, cut);
  return cut;
}

/** First child of `word` whose relation is one of `relations` (with or without subtype), or -1. */
export function child(s: Sentence, word: number, ...relations: readonly string[]): number {
  for (let i = 0; i < s.size; i++) {
    if (s.head[i] !== word) continue;
    const whole = s.deprel[i];
    const cut = relation(whole);
    for (let k = 0; k < relations.length; k++) if (relations[k] === whole || relations[k] === cut) return i;
  }
  return -1;
}

/** True when `word` is `ancestor` or stands below it. */
export function isUnder(s: Sentence, word: number, ancestor: number): boolean {
  for (let w = word; w >= 0; w = s.head[w]) if (w === ancestor) return true;
  return false;
}

/** All words of the subtree of `word`, left to right; branches whose head `leave` accepts are left out. */
export function subtree(s: Sentence, word: number, leave?: (child: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < s.size; i++) {
    let w = i;
    let out = false;
    while (w >= 0 && w !== word) {
      if (leave?.(w)) out = true;
      w = s.head[w];
    }
    if (w === word && !out) found.push(i);
  }
  return found;
}

/** The span from the first to the last word of an ascending list. */
export function spanOf(s: Sentence, words: readonly number[]): Span {
  return [s.start[words[0]], s.end[words[words.length - 1]]];
}

/** The word that covers `offset`, or -1. Binary search. */
export function wordAt(s: Sentence, offset: number): number {
  let low = 0;
  let high = s.size - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (s.end[middle] <= offset) low = middle + 1;
    else if (s.start[middle] > offset) high = middle - 1;
    else return middle;
  }
  return -1;
}
