// The door of the actors stage: who is spoken of, from titles, tables and coreference.

import type { Sentence } from '../language/index.js';
import type { Actor, ActorRef, Dispatch, PlaceMention, TimeExpression, Trace } from '../records.js';

/** The people and bodies of one dispatch, and who stands behind which noun phrase. */
export interface Cast {
  /** In the order of first mention. */
  readonly actors: readonly Actor[];
  /**
   * The actors that the noun phrase headed by `word` stands for, conjuncts included ("Biden and Putin" asked at "Biden" gives both;
   * "Hungarian and Romanian officials" gives two; "both leaders" gives the two meant). Empty when it is no actor.
   */
  readonly at: (sentence: number, word: number) => readonly ActorRef[];
  /** The same without the conjuncts. */
  readonly alone: (sentence: number, word: number) => readonly ActorRef[];
  /** The actor of an id. */
  readonly byId: (id: string) => Actor | undefined;
}

/** Finds the cast of a dispatch. */
export function findCast(
  _input: {
    dispatch: Dispatch;
    sentences: readonly Sentence[];
    times: readonly TimeExpression[];
    places: readonly PlaceMention[];
  },
  _trace?: Trace,
): Cast {
  return { actors: [], at: () => [], alone: () => [], byId: () => undefined };
}
