// SQLite for Kysely: `node:sqlite` where Node has it, else the API-compatible `@photostructure/sqlite`. One connection a process;
// transactions take the write lock at their start, so that two processes that file wait for one another instead of failing.

import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { type Insert, sqliteInsert, type Value } from './insert.js';

/** What we use of `node:sqlite`. */
interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}
interface Statement {
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
}

/** How long a writer waits for another one, in milliseconds. */
const PATIENCE = 60_000;

function openDatabase(path: string): Database {
  const require = createRequire(import.meta.url);
  const { DatabaseSync } = require('@photostructure/sqlite') as { DatabaseSync: new (path: string) => Database };
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  database.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = FULL');
  database.exec('PRAGMA foreign_keys = ON');
  database.exec('PRAGMA cache_size = -65536');
  return database;
}

/** A Kysely dialect over the file at `path`, and the quick way to insert rows. */
export function sqliteDialect(path: string): { readonly dialect: Dialect; readonly insert: Insert } {
  let connection: SqliteConnection | null = null;
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () =>
      sqliteDriver(path, (opened) => {
        connection = opened;
      }),
  };
  const insert = sqliteInsert((text, rows) => {
    if (!connection) throw new Error('the store is closed');
    connection.runAll(text, rows);
  });
  return { dialect, insert };
}

interface SqliteConnection extends DatabaseConnection {
  /** Runs the statement once for each row of values. */
  runAll(text: string, rows: readonly (readonly Value[])[]): void;
}

function sqliteDriver(path: string, opened: (connection: SqliteConnection | null) => void): Driver {
  let database: Database | null = null;
  let connection: SqliteConnection | null = null;
  // One connection: whoever wants it waits for the one before.
  let free: Promise<void> = Promise.resolve();
  let release: () => void = () => {};
  return {
    init: async () => {
      database = openDatabase(path);
      connection = sqliteConnection(database);
      opened(connection);
    },
    acquireConnection: async () => {
      const before = free;
      free = new Promise((resolve) => {
        const done = resolve;
        void before.then(() => {
          release = done;
        });
      });
      await before;
      if (!connection) throw new Error('the store is closed');
      return connection;
    },
    beginTransaction: async (on) => void (await on.executeQuery(CompiledQuery.raw('begin immediate'))),
    commitTransaction: async (on) => void (await on.executeQuery(CompiledQuery.raw('commit'))),
    rollbackTransaction: async (on) => {
      try {
        await on.executeQuery(CompiledQuery.raw('rollback'));
      } catch (error) {
        // A full disk ends the transaction by itself; what made it fail is thrown by whoever failed.
        if (!/no transaction is active/.test(String(error))) throw error;
      }
    },
    releaseConnection: async () => release(),
    destroy: async () => {
      database?.close();
      database = null;
      connection = null;
      opened(null);
    },
  };
}

/** Statements that are kept ready; a question's text varies with its filters, so not all of them. */
const READY = 100;

function sqliteConnection(database: Database): SqliteConnection {
  const prepared = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    if (prepared.size >= READY) prepared.clear();
    prepared.set(sql, statement);
    return statement;
  };
  const reads = /^\s*(select|with|pragma|values)\b|\breturning\b/i;
  return {
    runAll: (text, rows) => {
      const statement = prepare(text);
      for (const row of rows) statement.run(...row);
    },
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      if (reads.test(query.sql)) return { rows: prepare(query.sql).all(...query.parameters) as R[] };
      const { changes, lastInsertRowid } = prepare(query.sql).run(...query.parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    },
    // Nothing is streamed: answers come in pages.
    streamQuery: () => {
      throw new Error('not supported');
    },
  };
}
