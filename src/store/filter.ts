// What a question may be narrowed by, and the reports that are left then. Keys and days are read from indexes alone, where they can be.

import { type SelectQueryBuilder, sql } from 'kysely';
import type { ReportKind } from '../record/index.js';
import type { Store } from './open.js';
import type { Schema } from './schema.js';

/** What a question may be narrowed by. Every filter that is given must hold. */
export interface Filter {
  /** Somebody who takes part: a country ("IRN"), a code ("IRNGOV"), a sector ("MIL"), or words of a name. */
  readonly actor?: string;
  /** Two sides, both of which take part. @example ["USA", "JPN"] */
  readonly dyad?: readonly [string, string];
  /** PLOVER type, kind of commitment, form of meeting, stance, kind of statement. */
  readonly type?: string;
  readonly mode?: string;
  /** Modality of an event, status of a meeting. */
  readonly status?: string;
  /** First and last day, ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
  /** Grade of the source. */
  readonly sourcing?: string;
  /** Words that must all stand in the text. */
  readonly text?: string;
  /** What the record said then: only what had been filed by this time (ISO 8601, UTC). */
  readonly asOf?: string;
  /** At most so many answers; 50 when not given. */
  readonly limit?: number;
  readonly offset?: number;
}

export type Query = SelectQueryBuilder<Schema, 'report', object>;

/** The reports of a kind that the filter leaves. */
export function chosen(store: Store, kind: ReportKind, filter: Filter): Query {
  let query: Query = store.db.selectFrom('report').where('report.kind', '=', kind);
  const parties = (side: string): void => {
    query = query.where('report.key', 'in', (q) => {
      const from = q.selectFrom('party').select('party.report');
      // One index answers each of the three; "or" would read the rows.
      if (/^[A-Z]{3}$/.test(side))
        return from
          .where('country', '=', side)
          .unionAll(q.selectFrom('party').select('party.report').where('sector', '=', side))
          .unionAll(q.selectFrom('party').select('party.report').where('code', '=', side));
      if (/^[A-Z]{6,}$/.test(side)) return from.where('code', '=', side);
      return from.where(sql`lower(name)`, 'like', `%${side.toLowerCase()}%`);
    });
  };
  if (filter.actor) parties(filter.actor);
  // A side with itself (USA-USA) is asked for once.
  for (const side of new Set(filter.dyad ?? [])) parties(side);
  if (filter.type) query = query.where('type', '=', filter.type);
  if (filter.mode) query = query.where('mode', '=', filter.mode);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.from) query = query.where('day', '>=', filter.from);
  if (filter.to) query = query.where('day', '<=', filter.to);
  if (filter.place) query = query.where(sql`lower(place)`, 'like', `%${filter.place.toLowerCase()}%`);
  if (filter.sourcing) query = query.where('sourcing', '=', filter.sourcing);
  if (filter.asOf) query = query.where('filed_at', '<=', filter.asOf);
  if (filter.text) query = query.where(foundBy(store, filter.text));
  return query;
}

/** True of the reports in whose text all words stand. */
function foundBy(store: Store, text: string) {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  // In SQLite a report and its words have the same row number: both are inserted in the same order and transaction and neither is ever
  // deleted, but all at once. The number comes from the index of words alone; the key would be read from each row.
  if (store.dialect === 'sqlite')
    return sql<boolean>`report.rowid in (select rowid from found where found match ${words.map((word) => `"${word}"`).join(' ')})`;
  return sql<boolean>`report.key in (select report from found where words @@ plainto_tsquery('simple', ${words.join(' ')}))`;
}
