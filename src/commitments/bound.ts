// What stands around a modal verb and changes what it says: a deal that binds, a speaker who does not believe it.

import { child, children, type Sentence } from '../language/index.js';
import { above, isNegated, lemma } from './clause.js';

const DEAL = /^(deal|accord|agreement|pact|plan|treaty|term|compromise|settlement|swap|truce)$/;

/** "Under the accord Belgrade will ...": what a deal says of its parties binds them. */
export function isBound(s: Sentence, verb: number): boolean {
  for (let i = 0; i + 1 < s.size && i < 3; i++) {
    if (s.form[i].toLowerCase() !== 'under') continue;
    for (let k = i + 1; k < i + 8 && k < s.size; k++) {
      if (DEAL.test(lemma(s, k))) return true;
    }
  }
  // "agreed on a swap: Bangkok will hand over ...", "a plan under which troops would go back"
  const up = s.head[verb];
  if (up >= 0 && s.deprel[verb] === 'parataxis' && lemma(s, up) === 'agree' && up < verb) return true;
  if (up >= 0 && s.deprel[verb] === 'acl:relcl' && DEAL.test(lemma(s, up))) {
    return children(s, verb).some((i) => /^which$/i.test(s.form[i]) && /^(under|by|in)$/i.test(s.form[i - 1] ?? ''));
  }
  for (let i = Math.max(1, verb - 10); i < s.size && i < verb + 10; i++) {
    const phrase = /^(return|exchange)$/i.test(s.form[i]) && s.form[i - 1].toLowerCase() === 'in';
    if (phrase && (!/^for$/i.test(s.form[i + 1] ?? '') || s.head[i] === verb)) return true;
  }
  for (const up of above(s, verb)) {
    for (const i of children(s, up)) {
      if (DEAL.test(lemma(s, i)) && child(s, i, 'case') >= 0) {
        if (s.form[child(s, i, 'case')].toLowerCase() === 'under') return true;
      }
    }
  }
  return false;
}

/** "I do not think there would be", "did not expect that": what the speaker does not believe. */
export function isDisbelieved(s: Sentence, verb: number): boolean {
  let at = verb;
  for (const up of above(s, verb)) {
    if (!/^(ccomp|xcomp|conj)/.test(s.deprel[at])) return false;
    if (s.deprel[at] === 'ccomp' && /^(think|believe|expect|see|know|feel|imagine)$/.test(lemma(s, up)))
      return isNegated(s, up);
    at = up;
  }
  return false;
}
