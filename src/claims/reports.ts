// Nouns that stand for what somebody asserts ("a report", "the charge"), with the clause that tells it.

import { lemma } from '../commitments/index.js';
import { child, children, type Sentence } from '../language/index.js';
import { lexicon } from './lexicon.js';

/** The report that an object names, with the clause inside it ("charges that it had used gas"). */
export function reportIn(s: Sentence, noun: number, cue: number): { report: number; content: number } {
  for (const i of children(s, noun)) {
    // "the photographs shown on television" tell nothing of what is reported.
    const bare = s.xpos[i] === 'VBN' && child(s, i, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'mark') < 0;
    if (bare) continue;
    if (i > noun && /^(acl|ccomp|acl:relcl)$/.test(s.deprel[i]) && i !== cue && lexicon().reports.has(lemma(s, noun))) {
      return { report: noun, content: i };
    }
  }
  return { report: noun, content: isReport(s, noun) ? thatBehind(s, noun) : -1 };
}

/** How many words may stand between a report and its "that". */
const APART = 9;

/** "reports from Chicago | that an embargo was considered": the clause of the next "that", wherever the tree hung it; -1 where other things stand between. */
export function thatBehind(s: Sentence, noun: number): number {
  for (let i = noun + 1; i < s.size && i <= noun + APART; i++) {
    if (/^(VERB|AUX|PUNCT|CCONJ)$/.test(s.upos[i])) return -1;
    if (!/^that$/i.test(s.form[i])) continue;
    const head = s.head[i];
    return s.deprel[i] === 'mark' && head > i && /^(acl|ccomp|advcl|parataxis|dep)/.test(s.deprel[head]) ? head : -1;
  }
  return -1;
}

export const isReport = (s: Sentence, word: number): boolean => word >= 0 && lexicon().reports.has(lemma(s, word));

/** The report that stands behind a verb, its particle, or "as" with an adjective; -1 where there is none. */
export function reportBehind(s: Sentence, verb: number): number {
  for (let i = verb + 1; i < s.size && i < verb + 9; i++) {
    if (s.upos[i] === 'NOUN' && lexicon().reports.has(lemma(s, i)) && s.deprel[i] !== 'compound') return i;
    if (/^[,;.:]$/.test(s.form[i]) || (s.upos[i] === 'VERB' && !lexicon().false.has(s.form[i].toLowerCase())))
      return -1;
    if (s.upos[i] === 'NOUN' && !/^(compound|nmod:poss)$/.test(s.deprel[i]) && !lexicon().false.has(lemma(s, i)))
      return -1;
  }
  return -1;
}
