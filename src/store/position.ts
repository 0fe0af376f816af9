// Where the log stands, and what was filed after a place in it: for whoever looked before and wants to know what is new.

import type { CompiledQuery } from 'kysely';
import type { ReportKind } from '../record/index.js';
import type { Store } from './open.js';

/** A place in the log. */
export interface Position {
  /** Number of the last entry, 0 when the log is empty. */
  readonly seq: number;
  /** When that entry was filed, ISO 8601 in UTC; "" when the log is empty. */
  readonly at: string;
}

/** The question that every page asks first, compiled once a store. */
const ENDS = new WeakMap<Store, CompiledQuery<{ seq: number; filed_at: string }>>();

/** The end of the log. Every answer of the record is a function of it, so it names a state of all pages. */
export async function positionOf(store: Store): Promise<Position> {
  let end = ENDS.get(store);
  if (!end) {
    end = store.db.selectFrom('log').select(['seq', 'filed_at']).orderBy('seq', 'desc').limit(1).compile();
    ENDS.set(store, end);
  }
  const [row] = (await store.db.executeQuery(end)).rows;
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

/** Entries that are looked at for what they touch. */
const ENTRIES = 1000;

/** What is new after entry `seq`: at most `most` clusters, those of the last entries first. */
export async function since(store: Store, seq: number, most = 200): Promise<Since> {
  const counts = await store.db
    .selectFrom('log')
    .select(({ fn }) => ['kind', fn.countAll().as('count')])
    .where('seq', '>', seq)
    .groupBy('kind')
    .execute();
  const count = (kind: string): number => Number(counts.find((row) => row.kind === kind)?.count ?? 0);
  const entries = await store.db
    .selectFrom('log')
    .select('key')
    .where('seq', '>', seq)
    .where('kind', '=', 'dispatch')
    .orderBy('seq', 'desc')
    .limit(ENTRIES)
    .execute();
  const touched = new Map<string, { readonly kind: string; readonly cluster: string }>();
  for (let i = 0; i < entries.length && touched.size < most; i += 50) {
    const keys = entries.slice(i, i + 50).map(({ key }) => key);
    const place = new Map(keys.map((key, at) => [key, at]));
    const found = await store.db
      .selectFrom('report')
      .select(['kind', 'cluster', 'dispatch'])
      .where('dispatch', 'in', keys)
      .where('kind', '<>', 'statement')
      .execute();
    const at = ({ dispatch }: { readonly dispatch: string }): number => place.get(dispatch) ?? 0;
    for (const row of found.sort((a, b) => at(a) - at(b) || (a.cluster < b.cluster ? -1 : 1)))
      if (!touched.has(row.cluster) && touched.size < most) touched.set(row.cluster, row);
  }
  const rows = [...touched.values()];
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
