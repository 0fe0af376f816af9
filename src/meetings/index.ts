// The door of the meetings stage: calls, meetings, talks and visits, held and to come.

import { type Coded, sidesOf } from '../commitments/index.js';
import type { Meeting, Trace } from '../records.js';
import { occasionsOf } from './find.js';
import { withImplied } from './implied.js';
import { joinOccasions } from './join.js';
import type { Occasion } from './occasion.js';

/** Finds the meetings of the dispatch. */
export function findMeetings(input: Coded, trace?: Trace): Meeting[] {
  const sides = sidesOf(input.cast);
  if (sides.count === 0) return [];
  const isBody = (one: Occasion): boolean => one.parties.some((id) => /^IGO/.test(input.cast.byId(id)?.code ?? ''));
  const found = input.sentences.flatMap((s) => occasionsOf(input, sides, s));
  const occasions = withImplied(isBody, found, input.dispatch, input.times, sides);
  return joinOccasions(occasions, sides).map(({ implied, duration, ...meeting }, index) => {
    const id = `m${index + 1}`;
    trace?.(id, `${meeting.form}, ${meeting.status}, by ${meeting.rule}`);
    return { id, ...meeting, ...(implied.length > 0 ? { implied } : {}), ...(duration === null ? {} : { duration }) };
  });
}
