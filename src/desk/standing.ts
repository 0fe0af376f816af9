// Commitments by what became of them. That is no column of the store: it is computed from all that followed, entry by entry. So an answer
// looks through so many entries of the ledger as its limit says, and tells of those that stand so; the next page goes on with the next ones.

import type { LedgerEntry } from '../record/index.js';
import type * as record from '../store/index.js';

export const STANDINGS = ['open', 'condition met', 'partly carried out', 'carried out', 'withdrawn', 'lapsed'] as const;

/** The filter without what became of an entry, and whether an entry stands so. */
export function standing({ status, ...filter }: record.Filter): {
  readonly filter: record.Filter;
  readonly stands: (entry: LedgerEntry) => boolean;
} {
  return { filter, stands: (entry) => status === undefined || entry.status === status };
}
