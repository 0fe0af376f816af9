// What has to be done, by "must", "have to" and "should"; and which condition of a sentence a modal clause stands under.

import { child, type Sentence } from '../language/index.js';
import { above, isNegated, lemma, modalOf, subjectOf } from './clause.js';
import type { FoundCondition } from './conditions.js';
import type { Draft } from './draft.js';
import { make, type Subject } from './modal-frame.js';

/** The condition that a verb stands under, or null. */
export function conditionOn(s: Sentence, verb: number, conditions: readonly FoundCondition[]): FoundCondition | null {
  for (const condition of conditions) {
    if (condition.needs === 'negated') continue;
    if (condition.governor === verb) return condition;
    for (const up of above(s, condition.head)) {
      if (up === verb) return condition;
      if (modalOf(s, up) !== null) break;
    }
  }
  // "told parliament that Yerevan would appeal for help | if the attacks did not stop": where the tree hung it on the verb of speech.
  for (const condition of conditions) {
    const { marker, governor } = condition;
    if (condition.needs !== 'nothing' || governor < 0 || governor >= verb || marker < verb || marker > verb + 16)
      continue;
    if (s.head[verb] !== governor || s.deprel[verb] !== 'ccomp') continue;
    if (!s.form.slice(verb, marker).some((form, i) => /^[;:]$/.test(form) || s.xpos[verb + i] === 'MD'))
      return condition;
  }
  return null;
}

/** "Iraq must leave", "the talks must end in a week": a demand when it is said by somebody and not of himself. */
export function demandOf(
  s: Sentence,
  verb: number,
  modal: string,
  role: Subject,
  said: boolean,
  condition: FoundCondition | null,
): Draft | null {
  if (!/^(must|have to|should)$/.test(modal) || !said || role === 'self') return null;
  if (isNegated(s, verb) && modal === 'have to') return null;
  // "the people who have to put them together"
  if (s.deprel[verb] === 'acl:relcl' && modal !== 'must') return null;
  if (role === 'thing' && modal === 'should' && !condition) return null;
  // "it must be followed by others": of what comes, not of what somebody has to do.
  if (
    /^(follow|see|remember|note|say|understand|bear|emphasize|emphasise|stress|regard|consider)$/.test(
      lemma(s, verb),
    ) &&
    child(s, verb, 'aux:pass') >= 0
  )
    return null;
  const subject = subjectOf(s, verb);
  return make(s, verb, 'demand', modal, {
    addressee: role === 'other' ? subject : -1,
    strength: modal === 'must' ? 'strong' : modal === 'should' ? 'weak' : null,
  });
}
