// The tables' shape, version by version. Migrations go forward only; each runs once, in its own transaction.

import { type Kysely, sql } from 'kysely';
import { ChanceryError } from '../errors.js';
import { setCurrent } from './projections.js';
import type { Schema } from './schema.js';

type Dialect = 'sqlite' | 'postgres';
type Migration = (db: Kysely<Schema>, dialect: Dialect) => Promise<void>;

/** In order; the position plus one is the version. */
export const MIGRATIONS: readonly Migration[] = [first, marks, originals, feeds, indexes, measures];

/** Brings the tables to the last version. Safe to call from several processes at once. */
export async function migrate(db: Kysely<Schema>, dialect: Dialect, to = MIGRATIONS.length): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(trx);
    await sql`create table if not exists migration (version integer primary key, applied_at text not null)`.execute(
      trx,
    );
    const row = await trx
      .selectFrom('migration')
      .select(({ fn }) => fn.max('version').as('version'))
      .executeTakeFirst();
    const version = Number(row?.version ?? 0);
    if (version > MIGRATIONS.length) {
      throw new ChanceryError('E081', null, `version ${version}, this program knows ${MIGRATIONS.length}`);
    }
    for (let next = version; next < to; next++) {
      await MIGRATIONS[next](trx, dialect);
      await trx
        .insertInto('migration')
        .values({ version: next + 1, applied_at: '' })
        .execute();
    }
  });
}

const MIGRATION_LOCK = 4_261_001;

async function first(db: Kysely<Schema>, dialect: Dialect): Promise<void> {
  const serial =
    dialect === 'sqlite'
      ? sql`integer primary key autoincrement`
      : sql`bigint generated always as identity primary key`;
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`;
  // Sorted by bytes on both, whatever the server's locale.
  const text = dialect === 'sqlite' ? sql`text` : sql`text collate "C"`;
  await sql`create table log (
    seq ${serial}, kind ${text} not null, key ${text} not null unique, filed_at ${text} not null, source ${text}, original ${bytes},
    reading ${text} not null, program ${text} not null, codebook ${text} not null)`.execute(db);
  await sql`create table report (
    key ${text} primary key, kind ${text} not null, dispatch ${text} not null, cluster ${text} not null, filed_at ${text} not null,
    published ${text} not null, day ${text} not null, last_day ${text} not null, type ${text} not null, mode ${text}, status ${text},
    sourcing ${text}, speaker ${text}, place ${text}, text ${text} not null, data ${text} not null)`.execute(db);
  await sql`create table party (
    report ${text} not null, role ${text} not null, name ${text} not null, country ${text}, sector ${text}, code ${text} not null)`.execute(
    db,
  );
  await sql`create table block (block ${text} not null, report ${text} not null)`.execute(db);
  await sql`create index report_cluster on report (cluster)`.execute(db);
  await sql`create index report_day on report (kind, day, cluster)`.execute(db);
  await sql`create index report_dispatch on report (dispatch)`.execute(db);
  await sql`create index party_report on party (report)`.execute(db);
  await sql`create index party_country on party (country, sector, report)`.execute(db);
  await sql`create index block_block on block (block, report)`.execute(db);
  if (dialect === 'sqlite') {
    await sql`create virtual table found using fts5 (report unindexed, text, tokenize = 'unicode61')`.execute(db);
  } else {
    await sql`create table found (report ${text} not null, words tsvector not null)`.execute(db);
    await sql`create index found_words on found using gin (words)`.execute(db);
    await sql`create index found_report on found (report)`.execute(db);
  }
}

/** Version 2: marks of faults. */
async function marks(db: Kysely<Schema>, dialect: Dialect): Promise<void> {
  const text = dialect === 'sqlite' ? sql`text` : sql`text collate "C"`;
  await sql`create table mark (
    key ${text} primary key, report ${text} not null, verdict ${text} not null, data ${text} not null, filed_at ${text} not null)`.execute(
    db,
  );
  await sql`create index mark_report on mark (report)`.execute(db);
}

/**
 * Version 3: the bytes as they came, and projections that know by which version they were made. What was filed before has no bytes. Blocks
 * are numbers from now on; those that were texts are thrown away, so a store that holds something has to be rebuilt.
 */
async function originals(db: Kysely<Schema>, dialect: Dialect): Promise<void> {
  const text = dialect === 'sqlite' ? sql`text` : sql`text collate "C"`;
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`;
  await sql`create table original (
    hash ${text} primary key, encoding ${text} not null, size integer not null, bytes ${bytes} not null)`.execute(db);
  await sql`alter table log drop column original`.execute(db);
  await sql`alter table log add column original ${text}`.execute(db);
  await sql`drop table block`.execute(db);
  const compact = sql.raw(dialect === 'sqlite' ? 'without rowid' : '');
  await sql`create table block (
    block bigint not null, report ${text} not null, primary key (block, report)) ${compact}`.execute(db);
  await sql`create table setting (name ${text} primary key, value ${text} not null)`.execute(db);
  const filed = await db.selectFrom('log').select('seq').limit(1).executeTakeFirst();
  if (!filed) await setCurrent(db);
}

/** Version 4: the feeds that the desk follows. */
async function feeds(db: Kysely<Schema>, dialect: Dialect): Promise<void> {
  const text = dialect === 'sqlite' ? sql`text` : sql`text collate "C"`;
  await sql`create table if not exists feed (address ${text} primary key, added_at ${text} not null, asked_at ${text}, said ${text})`.execute(
    db,
  );
}

/**
 * Version 5: indexes that answer by themselves. A report's row holds its whole JSON, so a question that has to look at rows of thousands
 * of reports to choose fifty reads most of the file.
 */
async function indexes(db: Kysely<Schema>): Promise<void> {
  await sql`drop index report_day`.execute(db);
  await sql`create index report_day on report (kind, day, cluster, key)`.execute(db);
  await sql`create index report_type on report (kind, type, day, cluster, key, status, dispatch)`.execute(db);
  await sql`create index report_published on report (kind, published)`.execute(db);
  await sql`drop index party_country`.execute(db);
  await sql`create index party_country on party (country, report, role)`.execute(db);
  await sql`create index party_sector on party (sector, report)`.execute(db);
  await sql`create index party_code on party (code, report)`.execute(db);
}

/** Version 6: what an event weighs stands in columns, and in an index that holds all that the tension of a dyad asks for. */
async function measures(db: Kysely<Schema>, dialect: Dialect): Promise<void> {
  const real = sql.raw(dialect === 'sqlite' ? 'real' : 'double precision');
  for (const column of ['goldstein', 'confidence'])
    await sql`alter table report add column ${sql.raw(column)} ${real}`.execute(db);
  for (const column of ['negated', 'denied', 'dated'])
    await sql`alter table report add column ${sql.raw(column)} integer`.execute(db);
  await sql`create index report_measure on report (
    cluster, key, dispatch, filed_at, day, status, sourcing, goldstein, confidence, negated, denied, dated) where kind = 'event'`.execute(
    db,
  );
  await sql`create index party_measure on party (report, role, country, code, name)`.execute(db);
  await sql`drop index party_report`.execute(db);
}
