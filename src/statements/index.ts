// The door of the statements stage: who said what, on whose word.

import type { Cast } from '../actors/index.js';
import type { Sentence } from '../language/index.js';
import type { Dispatch, Statement, Trace } from '../records.js';

/** Finds every attribution of the dispatch. */
export function findStatements(
  _input: { dispatch: Dispatch; sentences: readonly Sentence[]; cast: Cast },
  _trace?: Trace,
): Statement[] {
  return [];
}

/** The innermost statement in whose content `offset` stands, or null. */
export function statementAt(statements: readonly Statement[], offset: number): Statement | null {
  let found: Statement | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const statement of statements) {
    for (const [start, end] of statement.content) {
      if (start <= offset && offset < end && end - start < size) {
        found = statement;
        size = end - start;
      }
    }
  }
  return found;
}
