// Opens a store: an SQLite file by its path, or PostgreSQL by its address. Brings its tables to this version's shape.

import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrate } from './migrations.js';
import type { Schema } from './schema.js';
import { sqliteDialect } from './sqlite.js';

/** An open store. */
export interface Store {
  readonly db: Kysely<Schema>;
  readonly dialect: 'sqlite' | 'postgres';
  readonly close: () => Promise<void>;
}

/** Where the record is kept when nobody says otherwise. */
export const DEFAULT_STORE = 'chancery.db';

/**
 * Opens the store at `address`: `postgres://...`, or the path of an SQLite file, which is made when it is not there.
 * @throws when the database cannot be reached or is of a later version
 */
export async function openStore(address: string = process.env.CHANCERY_STORE ?? DEFAULT_STORE): Promise<Store> {
  const dialect = /^postgres(ql)?:/.test(address) ? 'postgres' : 'sqlite';
  const pool = dialect === 'postgres' ? new pg.Pool({ connectionString: address, max: 8 }) : null;
  // A lost idle connection is replaced by the pool; without a listener it would end the process.
  pool?.on('error', () => {});
  // So is one that breaks while a query runs: the query itself fails, and tells.
  pool?.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Schema>({ dialect: pool ? new PostgresDialect({ pool }) : sqliteDialect(address) });
  try {
    await migrate(db, dialect);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { db, dialect, close: () => db.destroy() };
}
