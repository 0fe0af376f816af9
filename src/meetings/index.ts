// The door of the meetings stage: calls, meetings, talks and visits, held and to come.

import type { Cast } from '../actors/index.js';
import { sidesOf } from '../commitments/index.js';
import type { Sentence } from '../language/index.js';
import type { Dispatch, Event, Meeting, PlaceMention, Statement, TimeExpression, Trace } from '../records.js';
import { occasionsOf } from './find.js';
import { withImplied } from './implied.js';
import { joinOccasions } from './join.js';

/** Finds the meetings of the dispatch. */
export function findMeetings(
  input: {
    dispatch: Dispatch;
    sentences: readonly Sentence[];
    times: readonly TimeExpression[];
    places: readonly PlaceMention[];
    cast: Cast;
    statements: readonly Statement[];
    events: readonly Event[];
  },
  trace?: Trace,
): Meeting[] {
  const sides = sidesOf(input.cast);
  if (sides.count === 0) return [];
  const found = input.sentences.flatMap((s) => occasionsOf(input, sides, s));
  const occasions = withImplied(found, input.dispatch, input.times, sides);
  return joinOccasions(occasions, sides).map((meeting, index) => {
    const id = `m${index + 1}`;
    trace?.(id, `${meeting.form}, ${meeting.status}, by ${meeting.rule}`);
    return { id, ...meeting };
  });
}
