// Harm or good by the coded event: where the tables of acts know no verb, the events' own codebook may. PLOVER's types of conflict harm, those of
// cooperation help; requests, accusations and mere consultation do neither.

import type { Sentence } from '../language/index.js';
import type { Event } from '../records.js';
import type { Sign } from './acts.js';

const SIGNS: Partial<Record<Event['type'], Sign>> = {
  AGREE: 1,
  SUPPORT: 1,
  CONCEDE: 1,
  COOPERATE: 1,
  AID: 1,
  RETREAT: 1,
  THREATEN: -1,
  PROTEST: -1,
  SANCTION: -1,
  MOBILIZE: -1,
  COERCE: -1,
  ASSAULT: -1,
};

/** The sign of the event whose trigger stands at a word; 0 where there is none, or where it tells neither. */
export type CodedSign = (s: Sentence, word: number) => Sign;

export function codedSigns(events: readonly Event[]): CodedSign {
  const signs = new Map<number, Sign>();
  for (const { type, trigger, negated } of events) {
    const sign = SIGNS[type] ?? 0;
    if (sign !== 0 && !negated) signs.set(trigger[0], sign);
  }
  return (s, word) => (word < 0 ? 0 : (signs.get(s.start[word]) ?? 0));
}
