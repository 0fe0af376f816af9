// The door of the places stage: places with country and coordinates.

import type { Sentence } from '../language/index.js';
import type { Dispatch, PlaceMention, Trace } from '../records.js';

/** Finds every place of the sentences. */
export function findPlaces(
  _input: { dispatch: Dispatch; sentences: readonly Sentence[] },
  _trace?: Trace,
): PlaceMention[] {
  return [];
}

/** Gives the dateline's places their country and coordinates. */
export function locateDateline(dispatch: Dispatch): Dispatch {
  return dispatch;
}
