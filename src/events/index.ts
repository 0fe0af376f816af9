// The door of the events stage: who did what to whom, by the codebook.

import type { Cast } from '../actors/index.js';
import type { Sentence } from '../language/index.js';
import type { Dispatch, Event, PlaceMention, Statement, TimeExpression, Trace } from '../records.js';

/** Codes every event of the dispatch, in order of importance. */
export function codeEvents(
  _input: {
    dispatch: Dispatch;
    sentences: readonly Sentence[];
    times: readonly TimeExpression[];
    places: readonly PlaceMention[];
    cast: Cast;
    statements: readonly Statement[];
  },
  _trace?: Trace,
): Event[] {
  return [];
}
