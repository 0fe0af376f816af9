// The door of the commitments stage: threats, promises, demands and their conditions.

import type { Cast } from '../actors/index.js';
import type { Sentence } from '../language/index.js';
import type { Commitment, Dispatch, Event, PlaceMention, Statement, TimeExpression, Trace } from '../records.js';
import { readCommitments } from './reader.js';

export { signOfClause, signOfNoun } from './acts.js';
export {
  above,
  actorAt,
  actorsAt,
  actorsWithin,
  clauseWords,
  isNegated,
  isStray,
  lemma,
  modalOf,
  relativized,
  subjectOf,
  trimmed,
  verbOf,
  withoutAttribution,
} from './clause.js';
export { type Example, parseTable, type Row, type Table, table, words } from './codebook.js';
export { conditionsOf, type FoundCondition } from './conditions.js';
export { isCommitting } from './lexicon.js';
export { isShouted } from './reader.js';
export { type Political, sidesOf } from './sides.js';
export { type Speaker, speakerAt } from './speaker.js';

/** Finds the commitments of the dispatch. */
export function findCommitments(
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
): Commitment[] {
  return readCommitments(input, trace);
}
