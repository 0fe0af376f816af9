// The filter of the record that an address asks for.

import type * as record from '../store/index.js';
import type { Query } from './shapes.js';

/** The filter that an address asks for. */
export function filterOf(query: Query): record.Filter {
  const { dyad, asOf, format: _format, ...rest } = query;
  return {
    ...rest,
    ...(dyad ? { dyad: dyad.split('-') as [string, string] } : {}),
    ...(asOf ? { asOf: asOfTime(asOf) } : {}),
  };
}

/** A day means its end. */
export const asOfTime = (asOf: string): string => (asOf.length === 10 ? `${asOf}T23:59:59Z` : asOf);
