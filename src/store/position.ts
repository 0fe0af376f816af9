// Where the log stands, and what was filed after a place in it: for whoever looked before and wants to know what is new.

import type { ReportKind } from '../record/index.js';
import type { Store } from './open.js';

/** A place in the log. */
export interface Position {
  /** Number of the last entry, 0 when the log is empty. */
  readonly seq: number;
  /** When that entry was filed, ISO 8601 in UTC; "" when the log is empty. */
  readonly at: string;
}

/** The end of the log. Every answer of the record is a function of it, so it names a state of all pages. */
export async function positionOf(store: Store): Promise<Position> {
  const row = await store.db
    .selectFrom('log')
    .select(['seq', 'filed_at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { seq: Number(row.seq), at: row.filed_at } : { seq: 0, at: '' };
}

/** When the last entry up to `seq` was filed; "" when there is none. */
export async function filedAt(store: Store, seq: number): Promise<string> {
  const row = await store.db
    .selectFrom('log')
    .select('filed_at')
    .where('seq', '<=', seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.filed_at ?? '';
}

/** What was filed after a place in the log. */
export interface Since {
  readonly dispatches: number;
  readonly marks: number;
  /** Clusters of each kind that a new dispatch tells of, and whether older ones told of them before. */
  readonly touched: readonly { readonly kind: ReportKind; readonly cluster: string; readonly known: boolean }[];
}

/** What is new after entry `seq`: at most `most` clusters, those of the last entries first. */
export async function since(store: Store, seq: number, most = 200): Promise<Since> {
  const counts = await store.db
    .selectFrom('log')
    .select(({ fn }) => ['kind', fn.countAll().as('count')])
    .where('seq', '>', seq)
    .groupBy('kind')
    .execute();
  const count = (kind: string): number => Number(counts.find((row) => row.kind === kind)?.count ?? 0);
  const rows = await store.db
    .selectFrom('report')
    .innerJoin('log', 'log.key', 'report.dispatch')
    .select(({ fn }) => ['report.kind', 'report.cluster', fn.max('log.seq').as('last')])
    .where('log.seq', '>', seq)
    .where('report.kind', '<>', 'statement')
    .groupBy(['report.kind', 'report.cluster'])
    .orderBy('last', 'desc')
    .orderBy('report.cluster')
    .limit(most)
    .execute();
  const names = rows.map(({ cluster }) => cluster);
  const old = new Set<string>();
  for (let i = 0; i < names.length; i += 500) {
    const before = await store.db
      .selectFrom('report')
      .innerJoin('log', 'log.key', 'report.dispatch')
      .select('report.cluster')
      .distinct()
      .where('log.seq', '<=', seq)
      .where('report.cluster', 'in', names.slice(i, i + 500))
      .execute();
    for (const { cluster } of before) old.add(cluster);
  }
  return {
    dispatches: count('dispatch'),
    marks: count('mark'),
    touched: rows.map(({ kind, cluster }) => ({ kind: kind as ReportKind, cluster, known: old.has(cluster) })),
  };
}
