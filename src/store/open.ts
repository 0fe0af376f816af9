// Opens a store: an SQLite file by its path, or PostgreSQL by its address. Brings its tables to this version's shape.

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { ChanceryError } from '../errors.js';
import { type Insert, postgresInsert } from './insert.js';
import { migrate } from './migrations.js';
import { areCurrent } from './projections.js';
import type { Schema } from './schema.js';
import { sqliteDialect } from './sqlite.js';
import { troubleOf } from './trouble.js';

/** An open store. */
export interface Store {
  readonly db: Kysely<Schema>;
  readonly dialect: 'sqlite' | 'postgres';
  /** Inserts many rows in a transaction. */
  readonly insert: Insert;
  readonly close: () => Promise<void>;
}

/** Where the record is kept when nobody says otherwise. */
export const DEFAULT_STORE = 'chancery.db';

export interface OpenOptions {
  /** Open it though its projections were made by another version: whoever does so makes them anew. */
  readonly stale?: boolean;
}

/**
 * Opens the store at `address`: `postgres://...`, or the path of an SQLite file, which is made when it is not there.
 * @throws E051 when the database cannot be reached, E080 when its projections were made by another version, E081 when its tables are of a later one
 */
export async function openStore(
  address: string = process.env.CHANCERY_STORE ?? DEFAULT_STORE,
  { stale = false }: OpenOptions = {},
): Promise<Store> {
  const dialect = /^postgres(ql)?:/.test(address) ? 'postgres' : 'sqlite';
  const pool = dialect === 'postgres' ? new pg.Pool({ connectionString: address, max: 8 }) : null;
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool?.on('error', () => {});
  // So is one that breaks while a query runs: the query itself fails, and tells.
  pool?.on('connect', (client) => client.on('error', () => {}));
  const { insert, ...driver } = pool
    ? { dialect: new PostgresDialect({ pool }), insert: postgresInsert }
    : sqliteDialect(address);
  const db = new Kysely<Schema>({ dialect: driver.dialect });
  try {
    await migrate(db, dialect);
    if (!stale && !(await areCurrent(db))) throw new ChanceryError('E080', dialect === 'sqlite' ? address : null);
  } catch (error) {
    await db.destroy();
    throw error instanceof ChanceryError ? error : (troubleOf(error) ?? error);
  }
  return { db, dialect, insert, close: () => db.destroy() };
}
