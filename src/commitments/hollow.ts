// Words of commitment that commit to nothing where they stand: denied, feared, asked about, not decided.

import { child, children, type Sentence } from '../language/index.js';
import { above, lemma } from './clause.js';
import { lexicon } from './lexicon.js';

/** The trigger stands under a word that empties it: "denied threatening", "accused it of promising". */
export function isHollow(s: Sentence, word: number): boolean {
  const { hollow } = lexicon();
  let at = word;
  let beside = false;
  for (const up of above(s, word)) {
    // "denied it had any part in it and promised to try them": the second verb stands beside the first.
    if (s.deprel[at] === 'conj' && /^VB[DZP]$/.test(s.xpos[at]) && child(s, at, 'nsubj', 'aux', 'mark') < 0)
      beside = true;
    if (beside && s.deprel[at] === 'ccomp' && s.xpos[up] === s.xpos[word] && child(s, at, 'nsubj', 'nsubj:pass') >= 0)
      return false;
    if (!/^(xcomp|ccomp|obl|advcl|acl|nsubj:pass|obj|conj|amod|nmod)/.test(s.deprel[at])) return false;
    // "is unlikely to seek compensation"
    if (/^(unlikely|likely)$/.test(lemma(s, up)) && up < word) return true;
    // "dismissed speculation that he was ready to"
    if (
      s.upos[up] === 'NOUN' &&
      /^(speculation|rumou?r|allegation|accusation|fear|claim)$/.test(lemma(s, up)) &&
      up < word
    )
      return true;
    if (s.deprel[at] !== 'conj' && hollow.has(lemma(s, up)) && s.upos[up] === 'VERB' && up < word) return true;
    at = up;
  }
  return false;
}

/** "whether to issue an ultimatum": nothing is decided. */
export function isOpen(s: Sentence, word: number): boolean {
  for (let at = word; at >= 0; at = s.head[at]) {
    if (children(s, at).some((i) => /^whether$/i.test(s.form[i]))) return true;
    if (!/^(obj|xcomp|ccomp|advcl|nmod)/.test(s.deprel[at])) return false;
  }
  return false;
}
