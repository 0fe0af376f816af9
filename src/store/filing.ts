// Filing: dispatches go into the log, their reports into the projections, in one transaction. When it has committed, everything is there;
// when it has not, nothing is. The same dispatch filed twice changes nothing; the order of filing changes no projection.

import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { ChanceryError } from '../errors.js';
import type { Reading } from '../records.js';
import { assignClusters, forget } from './clusters.js';
import type { Value } from './insert.js';
import { type Mark, projectMark } from './marks.js';
import type { Store } from './open.js';
import {
  COLUMNS,
  type Entry,
  MEASURES,
  PARTY_COLUMNS,
  type Prepared,
  type PreparedReport,
  prepare,
  reportRows,
} from './prepare.js';
import { areCurrent, setCurrent } from './projections.js';
import type { Schema } from './schema.js';

/** Who reads: kept with every entry. */
export interface Provenance {
  readonly program: string;
  readonly codebook: string;
  /** Time of filing, ISO 8601 in UTC. */
  readonly at: string;
}

/** What came of a filing. */
export interface Receipt {
  /** Keys of those that are new. */
  readonly keys: readonly string[];
  readonly added: number;
  /** Already in the record. */
  readonly known: number;
}

const FILING_LOCK = 4_261_002;

/**
 * Files the entries in one transaction.
 * @throws E080 when the projections were made by another version: nothing is filed until they are made anew
 */
export async function file(
  store: Store,
  entries: readonly (Entry | Prepared)[],
  { at, program, codebook }: Provenance,
): Promise<Receipt> {
  const ready = entries.map((entry) => ('reports' in entry ? entry : prepare(entry)));
  return store.db.transaction().execute(async (trx) => {
    await lock(trx, store);
    if (!(await areCurrent(trx))) throw new ChanceryError('E080', null);
    const keys = ready.map(({ key }) => key);
    const there = new Set(
      (await trx.selectFrom('log').select('key').where('key', 'in', keys).execute()).map(({ key }) => key),
    );
    const fresh = ready.filter(({ key }) => !there.has(key) && there.add(key));
    const originals = new Map(fresh.map(({ original }) => [original.hash, original]));
    await store.insert(
      trx,
      'original',
      { hash: 'text', encoding: 'text', size: 'int', bytes: 'bytea' },
      [...originals.values()].map(({ hash, encoding, size, bytes }) => [hash, encoding, size, bytes]),
      'on conflict do nothing',
    );
    await store.insert(
      trx,
      'log',
      {
        kind: 'text',
        key: 'text',
        filed_at: 'text',
        source: 'text',
        original: 'text',
        reading: 'text',
        program: 'text',
        codebook: 'text',
      },
      fresh.map(({ key, source, original, json }) => [
        'dispatch',
        key,
        at,
        source,
        original.hash,
        json,
        program,
        codebook,
      ]),
    );
    await project(
      trx,
      store,
      fresh.flatMap(({ reports }) => reports.map((report) => ({ report, at }))),
    );
    return { keys: fresh.map(({ key }) => key), added: fresh.length, known: entries.length - fresh.length };
  });
}

/** Dispatches that a rebuild holds at a time. */
const STEP = 50;

/** Throws the projections away and makes them anew from the log. Gives the number of dispatches. */
export async function rebuild(store: Store): Promise<number> {
  forget(store);
  try {
    return await store.db.transaction().execute(async (trx) => {
      await lock(trx, store);
      for (const table of ['report', 'party', 'block', 'mark'] as const) await trx.deleteFrom(table).execute();
      await sql`delete from found`.execute(trx);
      let done = 0;
      for (let after = 0; ; ) {
        const rows = await trx
          .selectFrom('log')
          .select(['seq', 'kind', 'key', 'reading', 'filed_at'])
          .where('seq', '>', after)
          .orderBy('seq')
          .limit(STEP)
          .execute();
        if (rows.length === 0) break;
        const filed: { report: PreparedReport; at: string }[] = [];
        for (const { kind, key, reading, filed_at } of rows) {
          if (kind === 'mark') await projectMark(trx, key, JSON.parse(reading) as Mark, filed_at);
          else {
            const reports = reportRows({ key, reading: JSON.parse(reading) as Reading });
            for (const report of reports) filed.push({ report, at: filed_at });
            done++;
          }
        }
        await project(trx, store, filed);
        after = Number(rows[rows.length - 1].seq);
      }
      await setCurrent(trx);
      return done;
    });
  } finally {
    forget(store);
  }
}

/** One filing at a time; SQLite's transactions take the write lock at their start. */
async function lock(trx: Transaction<Schema>, store: Store): Promise<void> {
  if (store.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${FILING_LOCK})`.execute(trx);
}

const TEXTS = Object.fromEntries(COLUMNS.map((column) => [column, 'text' as const]));
const PARTY_TEXTS = Object.fromEntries(PARTY_COLUMNS.map((column) => [column, 'text' as const]));

/** In the order of the table's key, so that rows that lie side by side are written one after the other. */
function blockRows(reports: readonly PreparedReport[]): [block: number, report: string][] {
  const rows: [number, string][] = [];
  for (const { key, blocks } of reports) for (const block of blocks) rows.push([block, key]);
  return rows.sort((a, b) => a[0] - b[0]);
}

/** Adds reports to the projections. */
async function project(
  trx: Transaction<Schema>,
  store: Store,
  filed: readonly { readonly report: PreparedReport; readonly at: string }[],
): Promise<void> {
  if (filed.length === 0) return;
  const reports = filed.map(({ report }) => report);
  const clusters = await assignClusters(trx, store, reports);
  await store.insert(
    trx,
    'report',
    {
      ...TEXTS,
      data: 'text',
      filed_at: 'text',
      cluster: 'text',
      goldstein: 'float8',
      confidence: 'float8',
      negated: 'int',
      denied: 'int',
      dated: 'int',
    },
    filed.map(({ report, at }): Value[] => [
      ...report.row,
      report.data,
      at,
      clusters.get(report.key) ?? report.key,
      ...(report.measures ?? MEASURES.map(() => null)),
    ]),
  );
  await store.insert(
    trx,
    'party',
    PARTY_TEXTS,
    reports.flatMap(({ parties }) => parties),
  );
  await store.insert(trx, 'block', { block: 'bigint', report: 'text' }, blockRows(reports));
  await store.insert(
    trx,
    'found',
    { report: 'text', [store.dialect === 'sqlite' ? 'text' : 'words']: 'tsvector' },
    reports.map(({ key, words }) => [key, words]),
  );
}
