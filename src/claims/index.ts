// The door of the claims stage: what one side asserts and another denies.

import type { Cast } from '../actors/index.js';
import type { Sentence } from '../language/index.js';
import type { Claim, Dispatch, Event, PlaceMention, Statement, TimeExpression, Trace } from '../records.js';
import { linkClaims } from './link.js';

/** Finds the claims of the dispatch. */
export function findClaims(
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
): Claim[] {
  return linkClaims(input, trace);
}
