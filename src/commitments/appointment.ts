// Appointments: "agreed to meet", "would hold talks". What a verb tells of a meeting and of nothing else is kept as a meeting, not as a commitment.

import { child, type Sentence } from '../language/index.js';
import { lemma } from './clause.js';
import type { Draft } from './draft.js';

/** "Agreed to meet", "proposed that officials meet": an appointment, which is kept as a meeting. */
export function isScheduling(s: Sentence, at: number, q: number, kind: Draft['kind']): boolean {
  if (kind !== 'promise' && !(kind === 'offer' && lemma(s, at) === 'propose') && kind !== 'sign') return false;
  return isAppointment(s, q);
}

/** The verb tells of a meeting and of nothing else. */
export function isAppointment(s: Sentence, verb: number): boolean {
  const word = lemma(s, verb);
  if (/^(meet|talk|discuss|negotiate|visit|confer|travel|see|attend|fly|gather)$/.test(word)) return true;
  const object = child(s, verb, 'obj', 'nsubj:pass');
  if (word === 'send' && object >= 0) {
    return /^(minister|envoy|delegation|team|official|diplomat|ambassador|negotiator|representative|mission)$/.test(
      lemma(s, object),
    );
  }
  return (
    object >= 0 &&
    /^(hold|resume|begin|start|continue|open|have|convene|conduct|host|join|arrange|organise|organize|pay)$/.test(
      word,
    ) &&
    /^(talk|talks|meeting|summit|negotiation|session|conference|discussion|dialogue|round|visit|consultation|call)$/.test(
      lemma(s, object),
    )
  );
}
