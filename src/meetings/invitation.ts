// Visits told as an invitation: "accepted an invitation to visit Pyongyang", "withdrew its invitation to him to visit Moscow", "an invitation to the White
// House". The guest is whoever answers it, or to whom it goes; what becomes of the visit is what becomes of the invitation.

import { isNegated, lemma, subjectOf, verbOf } from '../commitments/index.js';
import { child, children, relation, type Sentence } from '../language/index.js';
import type { Meeting } from '../records.js';

export interface Invitation {
  readonly noun: number;
  /** The word that names the guest, or -1. */
  readonly guest: number;
  readonly status: Meeting['status'];
}

const ANSWERS: Readonly<Record<string, Meeting['status']>> = {
  accept: 'scheduled',
  take_up: 'scheduled',
  welcome: 'proposed',
  consider: 'proposed',
  decline: 'refused',
  refuse: 'refused',
  reject: 'refused',
  turn_down: 'refused',
  spurn: 'refused',
  ignore: 'refused',
};

const ISSUES: Readonly<Record<string, Meeting['status']>> = {
  extend: 'proposed',
  issue: 'proposed',
  send: 'proposed',
  renew: 'proposed',
  give: 'proposed',
  hand: 'proposed',
  withdraw: 'cancelled',
  rescind: 'cancelled',
  cancel: 'cancelled',
  revoke: 'cancelled',
  retract: 'cancelled',
};

/** The invitation that a verb of going hangs on, or that the noun itself is; null where there is none. */
export function invitationOf(s: Sentence, word: number): Invitation | null {
  const noun = lemma(s, word) === 'invitation' ? word : nounAbove(s, word);
  if (noun < 0 || relation(s.deprel[noun]) !== 'obj') return null;
  const verb = s.head[noun];
  const key = verb < 0 ? '' : verbOf(s, verb);
  const told = ANSWERS[key] ?? ANSWERS[lemma(s, verb)];
  if (told)
    return {
      noun,
      guest: subjectOf(s, verb),
      status: isNegated(s, verb) ? (told === 'refused' ? 'proposed' : 'refused') : told,
    };
  const issued = ISSUES[key] ?? ISSUES[lemma(s, verb)];
  if (!issued || (issued === 'proposed' && isNegated(s, verb))) return null;
  const given = child(s, verb, 'iobj');
  const to = [...children(s, noun), ...children(s, verb)].find(
    (i) => i > noun && /^(nmod|obl)$/.test(relation(s.deprel[i])) && /^to$/i.test(s.form[child(s, i, 'case')] ?? ''),
  );
  return { noun, guest: given >= 0 ? given : (to ?? -1), status: issued };
}

/** "an invitation to visit", "its invitation to him to visit", wherever the tree hung the infinitive. */
function nounAbove(s: Sentence, verb: number): number {
  if (s.xpos[verb] !== 'VB' || !/^to$/i.test(s.form[child(s, verb, 'mark')] ?? '')) return -1;
  const up = s.head[verb];
  if (up >= 0 && lemma(s, up) === 'invitation') return up;
  if (up < 0 || !/^(acl|advcl|xcomp)$/.test(s.deprel[verb])) return -1;
  const beside = s.upos[up] === 'VERB' ? child(s, up, 'obj') : s.head[up];
  return beside >= 0 && beside < verb && lemma(s, beside) === 'invitation' ? beside : -1;
}
