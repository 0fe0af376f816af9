// Filing: dispatches go into the log, their reports into the projections, in one transaction. When it has committed, everything is there;
// when it has not, nothing is. The same dispatch filed twice changes nothing; the order of filing changes no projection.

import { createHash } from 'node:crypto';
import type { Insertable, Transaction } from 'kysely';
import { sql } from 'kysely';
import { blocksOf, type Filed, type Report, reportsOf, same } from '../record/index.js';
import type { Reading } from '../records.js';
import { type Mark, projectMark } from './marks.js';
import type { Store } from './open.js';
import type { BlockTable, PartyTable, ReportTable, Schema } from './schema.js';

/** One dispatch to be filed. */
export interface Entry extends Filed {
  readonly source: string | null;
  /** The reading as it is kept. */
  readonly json: string;
  /** The bytes as they came, or null when they are the text's. */
  readonly original: Uint8Array | null;
}

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

/** The key of a dispatch: the same id, day and text have the same key. */
export function keyOf({ dispatch }: Reading): string {
  return createHash('sha256')
    .update(`${dispatch.id}\0${dispatch.date?.value ?? ''}\0${dispatch.text}`)
    .digest('hex')
    .slice(0, 20);
}

const FILING_LOCK = 4_261_002;
/** Rows a statement: SQLite takes 32,766 values at most. */
const ROWS = 400;

/** Files the entries in one transaction. */
export async function file(store: Store, entries: readonly Entry[], provenance: Provenance): Promise<Receipt> {
  return store.db.transaction().execute(async (trx) => {
    if (store.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${FILING_LOCK})`.execute(trx);
    const keys = entries.map(({ key }) => key);
    const there = new Set(
      (await trx.selectFrom('log').select('key').where('key', 'in', keys).execute()).map(({ key }) => key),
    );
    const fresh = entries.filter(({ key }) => !there.has(key) && there.add(key));
    for (const { key, source, original, json } of fresh) {
      await trx
        .insertInto('log')
        .values({
          kind: 'dispatch',
          key,
          filed_at: provenance.at,
          source,
          original,
          reading: json,
          program: provenance.program,
          codebook: provenance.codebook,
        })
        .execute();
    }
    await project(trx, store, fresh, provenance.at);
    return { keys: fresh.map(({ key }) => key), added: fresh.length, known: entries.length - fresh.length };
  });
}

/** Throws the projections away and makes them anew from the log. Gives the number of dispatches. */
export async function rebuild(store: Store): Promise<number> {
  return store.db.transaction().execute(async (trx) => {
    if (store.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${FILING_LOCK})`.execute(trx);
    for (const table of ['report', 'party', 'block', 'mark'] as const) await trx.deleteFrom(table).execute();
    await sql`delete from found`.execute(trx);
    let done = 0;
    for (let after = 0; ; ) {
      const rows = await trx
        .selectFrom('log')
        .select(['seq', 'kind', 'key', 'reading', 'filed_at'])
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(50)
        .execute();
      if (rows.length === 0) return done;
      for (const { kind, key, reading, filed_at } of rows) {
        if (kind === 'mark') await projectMark(trx, key, JSON.parse(reading) as Mark, filed_at);
        else await project(trx, store, [{ key, reading: JSON.parse(reading) as Reading }], filed_at);
        if (kind === 'dispatch') done++;
      }
      after = Number(rows[rows.length - 1].seq);
    }
  });
}

/** Adds the reports of filed dispatches to the projections. */
async function project(trx: Transaction<Schema>, store: Store, filed: readonly Filed[], at: string): Promise<void> {
  const reports = filed.flatMap(reportsOf);
  if (reports.length === 0) return;
  const clusters = await assign(trx, reports);
  await inChunks(
    reports.map((report) => rowOf(report, clusters.get(report.key) ?? report.key, at)),
    (rows) => trx.insertInto('report').values(rows).execute(),
  );
  const parties: Insertable<PartyTable>[] = reports.flatMap((report) =>
    report.parties.map(({ role, name, country, sector, code }) => ({
      report: report.key,
      role,
      name,
      country,
      sector,
      code,
    })),
  );
  await inChunks(parties, (rows) => trx.insertInto('party').values(rows).execute());
  const blocks: Insertable<BlockTable>[] = reports.flatMap((report) =>
    blocksOf(report).blocks.map((block) => ({ block, report: report.key })),
  );
  await inChunks(blocks, (rows) => trx.insertInto('block').values(rows).execute());
  const texts = new Map(filed.map(({ key, reading }) => [key, reading.dispatch.text]));
  const found = reports.map((report) => ({
    report: report.key,
    text: report.kind === 'story' ? (texts.get(report.dispatch) ?? '') : report.text,
  }));
  await inChunks(found, (rows) => {
    const values = rows.map(({ report, text }) =>
      store.dialect === 'sqlite' ? sql`(${report}, ${text})` : sql`(${report}, to_tsvector('simple', ${text}))`,
    );
    const column = sql.ref(store.dialect === 'sqlite' ? 'text' : 'words');
    return sql`insert into found (report, ${column}) values ${sql.join(values)}`.execute(trx);
  });
}

async function inChunks<T>(rows: readonly T[], insert: (rows: T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += ROWS) await insert(rows.slice(i, i + ROWS));
}

/**
 * The cluster of each new report, merging those that a new report joins. Nodes are new reports and old clusters; a cluster is named
 * after its least member, so the least node of a component is its name.
 */
async function assign(trx: Transaction<Schema>, fresh: readonly Report[]): Promise<ReadonlyMap<string, string>> {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(key, root);
    return root;
  };
  const join = (a: string, b: string): void => {
    const [x, y] = [find(a), find(b)];
    if (x < y) parent.set(y, x);
    else if (y < x) parent.set(x, y);
  };
  const keys = fresh.map((report) => ({ report, ...blocksOf(report) }));
  const byProbe = new Map<string, Report[]>();
  for (const { report, probes } of keys) {
    for (const probe of probes) {
      const known = byProbe.get(probe);
      if (known) known.push(report);
      else byProbe.set(probe, [report]);
    }
  }
  const compare = (candidate: Report, node: string, blocks: Iterable<string>): void => {
    const seen = new Set<string>();
    for (const block of blocks) {
      for (const report of byProbe.get(block) ?? []) {
        if (report.key === candidate.key || seen.has(report.key)) continue;
        seen.add(report.key);
        if (find(node) !== find(report.key) && same(report, candidate)) join(node, report.key);
      }
    }
  };
  for (const { report, blocks } of keys) compare(report, report.key, blocks);

  const old = new Map<string, { cluster: string; data: string; blocks: string[] }>();
  const probes = [...byProbe.keys()].sort();
  for (let i = 0; i < probes.length; i += 2 * ROWS) {
    const rows = await trx
      .selectFrom('block')
      .innerJoin('report', 'report.key', 'block.report')
      .select(['block.block', 'report.key', 'report.cluster', 'report.data'])
      .where('block.block', 'in', probes.slice(i, i + 2 * ROWS))
      .execute();
    for (const { block, key, cluster, data } of rows) {
      const known = old.get(key);
      if (known) known.blocks.push(block);
      else old.set(key, { cluster, data, blocks: [block] });
    }
  }
  const touched = new Set<string>();
  for (const { cluster, data, blocks } of old.values()) {
    touched.add(cluster);
    compare(JSON.parse(data) as Report, cluster, blocks);
  }
  for (const cluster of touched) {
    const name = find(cluster);
    if (name !== cluster)
      await trx.updateTable('report').set({ cluster: name }).where('cluster', '=', cluster).execute();
  }
  return new Map(fresh.map(({ key }) => [key, find(key)]));
}

function rowOf(report: Report, cluster: string, at: string): Insertable<ReportTable> {
  const type =
    report.kind === 'event'
      ? report.type
      : report.kind === 'claim'
        ? report.stance
        : report.kind === 'story'
          ? (report.edition?.kind ?? 'first')
          : report.form;
  return {
    key: report.key,
    kind: report.kind,
    dispatch: report.dispatch,
    cluster,
    filed_at: at,
    published: report.published,
    day: report.day,
    last_day: report.lastDay,
    type,
    mode: report.kind === 'event' ? report.mode : null,
    status: report.kind === 'event' ? report.modality : report.kind === 'meeting' ? report.status : null,
    sourcing: report.sourcing,
    speaker: report.speaker,
    place: report.kind === 'event' || report.kind === 'meeting' ? report.place : null,
    text: report.text,
    data: JSON.stringify(report),
  };
}
