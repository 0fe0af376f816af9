// Commitments by what became of them. That is no column of the store: it is computed from all that followed, entry by entry.

import type { LedgerEntry } from '../record/index.js';
import type * as record from '../store/index.js';

export const STANDINGS = ['open', 'condition met', 'partly carried out', 'carried out', 'withdrawn', 'lapsed'] as const;

type Ledger = (filter: record.Filter) => Promise<readonly LedgerEntry[]>;

/** Entries asked for at once, and looked through at most for one page. */
const STEP = 250;
const LOOKED = 2000;

/** Entries that answer to the filter, `status` among them; the newest of the record are looked through for those that stand so. */
export async function standing(ask: Ledger, { status, ...filter }: record.Filter): Promise<readonly LedgerEntry[]> {
  if (status === undefined) return ask(filter);
  const { limit = 50, offset = 0 } = filter;
  const found: LedgerEntry[] = [];
  for (let at = 0; at < LOOKED && found.length < offset + limit; at += STEP) {
    const entries = await ask({ ...filter, limit: STEP, offset: at });
    found.push(...entries.filter((entry) => entry.status === status));
    if (entries.length < STEP) break;
  }
  return found.slice(offset, offset + limit);
}
