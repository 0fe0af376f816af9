// The door of the commitments stage: threats, promises, demands and their conditions.

import type { Commitment, Trace } from '../records.js';
import type { Coded } from './coded.js';
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
export type { Coded } from './coded.js';
export { conditionsOf, type FoundCondition } from './conditions.js';
export { hashed, NONE, type Seen, SLOTS, slotsOf, type Where, wordFeatures } from './learned/words.js';
export { isCommitting } from './lexicon.js';
export { isShouted } from './reader.js';
export { isUnknown, type Political, sidesOf } from './sides.js';
export { paired } from './spans.js';
export { type Speaker, speakerAt, speechAbove, speechBefore } from './speaker.js';

/** Finds the commitments of the dispatch. */
export function findCommitments(input: Coded, trace?: Trace): Commitment[] {
  return readCommitments(input, trace);
}
