// The words of a sentence that may make a commitment, before anybody asks whether they do: every predicate, and every noun of the codebook.

import { child, type Sentence } from '../../language/index.js';
import { lemma } from '../clause.js';
import { lexicon } from '../lexicon.js';

/** Heads of predicates ("would close", "is ready") and nouns that commit ("its threat to"), left to right. `listed` are the triggers of drafts that the codebook's words make. */
export function candidatesOf(s: Sentence, listed: ReadonlyMap<number, unknown>): number[] {
  const found: number[] = [];
  const { nouns } = lexicon();
  for (let i = 0; i < s.size; i++) {
    const tag = s.upos[i];
    const predicate = tag === 'VERB' || (/^(ADJ|NOUN|ADV|PROPN)$/.test(tag) && child(s, i, 'cop') >= 0);
    if (predicate || listed.has(i) || (tag === 'NOUN' && nouns.has(lemma(s, i)))) found.push(i);
  }
  return found;
}
