// The door of the commitments stage: threats, promises, demands and their conditions.

import type { Cast } from '../actors/index.js';
import type { Sentence } from '../language/index.js';
import type { Commitment, Dispatch, Event, PlaceMention, Statement, TimeExpression, Trace } from '../records.js';

/** Finds the commitments of the dispatch. */
export function findCommitments(
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
): Commitment[] {
  return [];
}
