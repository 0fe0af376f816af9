// Negation of a word by its own tree: "not", "never", "no", "without", "neither".

import { relation } from '../language/index.js';
import type { Tree } from './tree.js';

const NOT = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'nt',
  'hardly',
  'neither',
  'nor',
  'no',
  'without',
  'none',
  'nobody',
  'nothing',
]);

/** True when the word itself is negated, by something else than its dependent `except`; coordination passes negation of the first verb on, unless "but" stands between. */
export function isNegated(tree: Tree, word: number, except = -1): boolean {
  const { s, lemma } = tree;
  for (const k of tree.kids[word]) {
    const d = relation(s.deprel[k]);
    if ((d === 'advmod' || d === 'det' || d === 'cc' || d === 'case' || d === 'mark') && NOT.has(lemma[k])) {
      // "not only" says that it did happen.
      if (lemma[k + 1] !== 'only' && lemma[k + 1] !== 'just') return true;
    }
    if (k !== except && (d === 'nsubj' || d === 'obj') && tree.isVerb(word)) {
      for (const g of tree.kids[k])
        if (s.deprel[g] === 'det' && (lemma[g] === 'no' || lemma[g] === 'neither')) return true;
      if (lemma[k] === 'none' || lemma[k] === 'nobody' || lemma[k] === 'nothing' || lemma[k] === 'no one') return true;
    }
  }
  // "apologise to no one".
  for (const k of tree.isVerb(word) ? tree.kids[word] : []) {
    if (k === except || relation(s.deprel[k]) !== 'obl') continue;
    if (lemma[k] === 'nobody' || lemma[k] === 'none' || (lemma[k] === 'one' && lemma[k - 1] === 'no')) return true;
  }
  const h = s.head[word];
  if (relation(s.deprel[word]) === 'conj' && h >= 0 && tree.isVerb(h) && tree.kid(word, 'nsubj', 'aux') < 0) {
    const cc = tree.kid(word, 'cc');
    if (cc >= 0 && lemma[cc] === 'or') return isNegated(tree, h);
  }
  return false;
}
