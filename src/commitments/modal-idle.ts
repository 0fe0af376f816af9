// Modal clauses that commit nobody, whoever says them: what is feared, expected, disbelieved or left open, and verbs that tell no act.

import { child, children, type Sentence } from '../language/index.js';
import { isDisbelieved } from './bound.js';
import { above, lemma } from './clause.js';
import { lexicon } from './lexicon.js';
import { DETAILS, isOpen } from './modal-clauses.js';

/** True for a clause in which nobody binds himself or another. */
export function isIdle(s: Sentence, verb: number): boolean {
  const word = lemma(s, verb);
  const sorry = word === 'say' && /^sorry$/i.test(s.form[verb + 1] ?? '');
  if (lexicon().empty.has(word) && !sorry && !/^(give|discuss|answer)$/.test(word)) return true;
  if (word === 'answer' && child(s, verb, 'obl') < 0) return true;
  // "would neither admit nor deny it"
  if (word === 'admit' && children(s, verb).some((i) => s.deprel[i] === 'conj' && lemma(s, i) === 'deny')) return true;
  let below = verb;
  for (const up of above(s, verb)) {
    // "denied it and said Tokyo would": beside the denial, not under it.
    const beside = s.deprel[below] === 'conj';
    below = up;
    if (!beside && lexicon().hollow.has(lemma(s, up)) && s.upos[up] === 'VERB' && up < verb) return true;
    if (
      /^(fear|hope|concern|speculation|expectation|worry|optimism|belief|rumour|rumor|sign|talk|prospect|view|report|suggestion|impression|suspicion|possibility|chance|evidence|indication|assumption|story|claim|allegation)$/.test(
        lemma(s, up),
      ) &&
      s.upos[up] === 'NOUN' &&
      up < verb
    )
      return true;
  }
  if (isDisbelieved(s, verb) || isOpen(s, verb)) return true;
  // "would be expected to lobby", "probably will not attend": a guess.
  if (/^(expect|suppose|assume)$/.test(word) && child(s, verb, 'aux:pass') >= 0) return true;
  if (children(s, verb).some((i) => /^(probably|likely|possibly|presumably)$/i.test(s.form[i]))) return true;
  // "wouldn't have agreed anyway": what was not.
  if (/^(VBN)$/.test(s.xpos[verb]) && children(s, verb).some((i) => i < verb && /^have$/i.test(s.form[i]))) return true;
  const object = child(s, verb, 'obj');
  return word === 'give' && object >= 0 && DETAILS.test(lemma(s, object));
}
