// The door of the meetings stage: calls, meetings, talks and visits, held and to come.

import type { Cast } from '../actors/index.js';
import type { Sentence } from '../language/index.js';
import type { Dispatch, Event, Meeting, PlaceMention, Statement, TimeExpression, Trace } from '../records.js';

/** Finds the meetings of the dispatch. */
export function findMeetings(
  _input: {
    dispatch: Dispatch;
    sentences: readonly Sentence[];
    times: readonly TimeExpression[];
    places: readonly PlaceMention[];
    cast: Cast;
    statements: readonly Statement[];
    events: readonly Event[];
  },
  _trace?: Trace,
): Meeting[] {
  return [];
}
