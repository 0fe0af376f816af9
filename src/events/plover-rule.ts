// PLOVER's own rule as an option of the output: events that are future, hypothetical or negated are dropped, while
// promises, threats, requests and refusals stay, for they took place when they were said (PLOVER manual, "General rules").

import type { Event } from '../records.js';

/** Types that are made by saying them. */
const SPOKEN: ReadonlySet<string> = new Set(['AGREE', 'THREATEN', 'REQUEST', 'REJECT', 'ACCUSE', 'SUPPORT']);

/** The events that PLOVER would keep. @example ploverRule(reading.events) */
export function ploverRule(events: readonly Event[]): Event[] {
  return events.filter((event) => {
    if (event.negated) return false;
    if (event.modality === 'happened' || event.modality === 'ongoing') return true;
    return (event.modality === 'planned' || event.modality === 'conditional') && SPOKEN.has(event.type);
  });
}
