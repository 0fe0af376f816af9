// Appointments: "agreed to meet", "would hold talks". What a verb tells of a meeting and of nothing else is kept as a meeting, not as a commitment.

import { child, children, type Sentence } from '../language/index.js';
import { lemma } from './clause.js';
import type { Draft } from './draft.js';

/** "Agreed to meet", "proposed that officials meet": an appointment, which is kept as a meeting. */
export function isScheduling(s: Sentence, at: number, q: number, kind: Draft['kind']): boolean {
  // "asked for a meeting": who asks is kept with the meeting.
  if (kind === 'demand') {
    const asked = /^(ask|request|call|want|seek|urge|invite)$/.test(lemma(s, at));
    return asked && (isHeld(s, q) || /^(meet|convene|confer|gather|assemble)$/.test(lemma(s, q)));
  }
  if (kind !== 'promise' && !(kind === 'offer' && /^(propose|suggest)$/.test(lemma(s, at))) && kind !== 'sign')
    return false;
  // "promised to begin a dialogue": owed, where "agreed to" is an appointment.
  if (kind === 'promise' && /^(promise|pledge|vow|swear|undertake|commit)$/.test(lemma(s, at))) return false;
  // "agreed to hold a second round in March": owed from then on; "agreed to meet" is an appointment.
  if (kind === 'promise' && /^(agree|accept|consent)$/.test(lemma(s, at)) && isHeld(s, q)) return false;
  // "prepare negotiations"
  if (kind === 'sign' && s.upos[q] === 'NOUN') return OCCASION.test(lemma(s, q));
  return isAppointment(s, q);
}

/** The verb tells of a meeting and of nothing else. */
export function isAppointment(s: Sentence, verb: number): boolean {
  const word = lemma(s, verb);
  if (/^(meet|talk|discuss|negotiate|visit|confer|travel|see|attend|fly|gather|convene|sit)$/.test(word)) return true;
  // "would put this to his counterpart": words between two colleagues.
  if (children(s, verb).some((i) => i > verb && /^(counterpart|colleague)$/.test(lemma(s, i)))) return true;
  const object = child(s, verb, 'obj', 'nsubj:pass');
  // "would raise the matter with his counterpart"
  if (/^(raise|take_up|discuss|bring)$/.test(word) && object >= 0)
    return /^(matter|issue|question|subject|point|concern|case)$/.test(lemma(s, object));
  if (word === 'send' && object >= 0) {
    return /^(minister|envoy|delegation|team|official|diplomat|ambassador|negotiator|representative|mission)$/.test(
      lemma(s, object),
    );
  }
  return isHeld(s, verb);
}

const OCCASION =
  /^(talks?|meeting|summit|negotiation|session|conference|discussion|dialogue|round|visit|consultation|call)$/;

/** A noun that names an occasion. */
export const isOccasion = (s: Sentence, noun: number): boolean => OCCASION.test(lemma(s, noun));

/** "hold talks", "call a session": a verb that has an occasion for its object. */
function isHeld(s: Sentence, verb: number): boolean {
  const object = child(s, verb, 'obj', 'nsubj:pass');
  const held =
    /^(hold|resume|begin|start|continue|open|have|convene|conduct|host|join|arrange|organise|organize|pay|call)$/;
  return object >= 0 && held.test(lemma(s, verb)) && OCCASION.test(lemma(s, object));
}
