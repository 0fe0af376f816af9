// The door of the times stage: time expressions with their TIMEX3 values over the dispatch's date.

import type { Sentence } from '../language/index.js';
import type { Dispatch, TimeExpression, Trace } from '../records.js';

/** Finds every time expression of the sentences. Relative ones stay unresolved (value with X) when the dispatch has no date. */
export function findTimes(
  _input: { dispatch: Dispatch; sentences: readonly Sentence[] },
  _trace?: Trace,
): TimeExpression[] {
  return [];
}
