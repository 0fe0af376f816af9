// Whether a dispatch tells of a crisis: what a side says that it will do binds it there, whatever the verb; elsewhere it is the day's business.

import type { Event } from '../records.js';
import type { Coded } from './coded.js';
import type { Political } from './sides.js';

/** PLOVER's types of conflict between sides, and those that are force wherever they stand. */
const CONFLICT: ReadonlySet<Event['type']> = new Set(['ACCUSE', 'REJECT', 'PROTEST', 'THREATEN', 'SANCTION', 'COERCE']);
const FORCE: ReadonlySet<Event['type']> = new Set(['ASSAULT', 'MOBILIZE', 'THREATEN', 'SANCTION', 'COERCE', 'RETREAT']);

const known = new WeakMap<Coded, boolean>();

/** True when two sides of the dispatch do or say something against one another, or force is in it more than once. */
export function isCrisis(input: Coded, sides: Political): boolean {
  let found = known.get(input);
  if (found === undefined) {
    let force = 0;
    found = false;
    for (const { type, sources, targets } of input.events) {
      const acting = sources.some((one) => sides.is(one.actor));
      if (FORCE.has(type) && (acting || targets.some((one) => sides.is(one.actor)))) force++;
      const against =
        CONFLICT.has(type) &&
        sources.some((one) => {
          const mine = sides.side(one.actor);
          return mine !== null && targets.some((other) => ![null, mine].includes(sides.side(other.actor)));
        });
      if (against || force > 1) {
        found = true;
        break;
      }
    }
    known.set(input, found);
  }
  return found;
}
