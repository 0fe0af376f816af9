// The door of the claims stage: what one side asserts and another denies.

import type { Coded } from '../commitments/index.js';
import type { Claim, Trace } from '../records.js';
import { linkClaims } from './link.js';

/** Finds the claims of the dispatch. */
export function findClaims(input: Coded, trace?: Trace): Claim[] {
  return linkClaims(input, trace);
}
