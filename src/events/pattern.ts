// What a pattern of the codebook is after it was read: plain data, checked by match.ts along the edges of a tree.
// The text format is described at the head of codebook/README.md.

import type { PloverType } from '../records.js';

/** The three kinds of anchor: a verb, a noun, or an adjective or adverb as predicate. */
export type Anchor = 'verb' | 'noun' | 'adj';

/** A set of words: single lemmas, and multi-word entries under their last word (the words before it, last first). */
export interface WordSet {
  readonly single: ReadonlySet<string>;
  readonly multi: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Where in the tree a slot looks. */
export type SlotAt = 'subj' | 'obj' | 'comp' | 'prep' | 'clause' | 'that';

/** One demand of a pattern on the words around its anchor. */
export interface Slot {
  readonly at: SlotAt;
  /** For 'prep': the prepositions that may stand there. */
  readonly preps: readonly string[];
  /** Who stands there: source, target, or parties of a reciprocal act. */
  readonly role: 'S' | 'T' | 'P' | null;
  /** The word there must be one of these. */
  readonly words: WordSet | null;
  /** The word there must be none of these. */
  readonly not: WordSet | null;
  /** The word there is an act: of the source (own), of somebody else (other), or one that somebody else must do (must). */
  readonly act: 'own' | 'other' | 'must' | null;
  /** The types, or quad-like groups already expanded, which that act must have; null for any act, coded or not. */
  readonly actTypes: ReadonlySet<PloverType> | null;
  /** Types that the act there must not have. */
  readonly notTypes: ReadonlySet<PloverType> | null;
  readonly optional: boolean;
  /** The words there must stand for an actor; with 'direct', by themselves and not through a possessor or place. */
  readonly actor: boolean | 'direct';
}

/** One pattern. */
export interface Pattern {
  readonly type: PloverType;
  readonly mode: string | null;
  readonly cameo: string;
  readonly contexts: readonly string[];
  readonly reciprocal: boolean;
  /** A political act by its nature, kept even when no actor is named. */
  readonly bare: boolean;
  /** The chance that a match is right, before anything else is known. */
  readonly prior: number;
  /** A word of this set must stand in the sentence or those beside it; none of `far` may. */
  readonly near: WordSet | null;
  readonly far: WordSet | null;
  readonly anchor: Anchor;
  /** Words that must stand before a multi-word noun anchor, last first; or particles after a verb. */
  readonly with: readonly string[];
  /** The anchor must stand under a negation, which then belongs to the pattern. */
  readonly negated: boolean;
  readonly slots: readonly Slot[];
  /** Demands fulfilled count; of several patterns that match, the most demanding wins. */
  readonly weight: number;
  /** Position in the book; later patterns lose to earlier ones. */
  readonly order: number;
  /** @example "assault.txt:41" */
  readonly rule: string;
  /** The pattern as it stands in the codebook. */
  readonly text: string;
}

/** A sentence of the codebook that must, or must not, be coded by its block. */
export interface Example {
  readonly want: boolean;
  readonly type: PloverType;
  readonly text: string;
  /** Words of the source and of the target, or null where the example does not tell. */
  readonly source: string | null;
  readonly target: string | null;
  readonly rule: string;
}

/** True when `lemma`, which stands for word `at` of the lemmas, ends an entry of the set. */
export function inSet(set: WordSet, lemma: string, lemmas: readonly string[], at: number): boolean {
  return set.single.has(lemma) || endsPhrase(set, lemma, lemmas, at);
}

/** The same for entries of several words alone. */
export function endsPhrase({ multi }: WordSet, lemma: string, lemmas: readonly string[], at: number): boolean {
  const entries = multi.get(lemma);
  if (entries === undefined) return false;
  for (const entry of entries) {
    let k = 0;
    while (k < entry.length && k < at && lemmas[at - 1 - k] === entry[k]) k++;
    if (k === entry.length) return true;
  }
  return false;
}
