// What the last three stages are given: all that the stages before them found in a dispatch.

import type { Cast } from '../actors/index.js';
import type { Sentence } from '../language/index.js';
import type { Dispatch, Event, PlaceMention, Statement, TimeExpression } from '../records.js';

/** A dispatch whose events are coded. */
export interface Coded {
  readonly dispatch: Dispatch;
  readonly sentences: readonly Sentence[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly PlaceMention[];
  readonly cast: Cast;
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
}
