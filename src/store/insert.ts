// Many rows at once, the quick way of each database: SQLite runs one prepared statement a row in this process, PostgreSQL takes
// whole columns as arrays in one prepared statement. Neither depends on how many rows there are.

import { CompiledQuery, type Transaction } from 'kysely';
import type { Schema } from './schema.js';

export type Value = string | number | null | Uint8Array;

/** What a column holds. A "tsvector" is made of a text. */
export type ColumnType = 'text' | 'int' | 'bigint' | 'bytea' | 'float8' | 'tsvector';

/** Inserts rows in a transaction; the values of a row stand in the order of the columns. */
export type Insert = (
  trx: Transaction<Schema>,
  table: string,
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly (readonly Value[])[],
  conflict?: string,
) => Promise<void>;

/** `run` executes a statement once for every row, on the connection that the transaction holds. */
export function sqliteInsert(run: (text: string, rows: readonly (readonly Value[])[]) => void): Insert {
  return async (_trx, table, columns, rows, conflict = '') => {
    const names = Object.keys(columns);
    run(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')}) ${conflict}`, rows);
  };
}

/** Rows a statement: bounds what the server has to hold. */
const ROWS = 5000;

export const postgresInsert: Insert = async (trx, table, columns, rows, conflict = '') => {
  const names = Object.keys(columns);
  const types = Object.values(columns);
  const arrays = types.map((type, i) => `$${i + 1}::${type === 'tsvector' ? 'text' : type}[]`);
  const chosen = names.map((name, i) => (types[i] === 'tsvector' ? `to_tsvector('simple', ${name})` : name));
  const text =
    `insert into ${table} (${names.join(', ')}) select ${chosen.join(', ')} ` +
    `from unnest(${arrays.join(', ')}) as given (${names.join(', ')}) ${conflict}`;
  for (let i = 0; i < rows.length; i += ROWS) {
    const part = rows.slice(i, i + ROWS);
    const values = names.map((_, column) => part.map((row) => bound(row[column])));
    await trx.executeQuery(CompiledQuery.raw(text, values));
  }
};

/** Bytes within an array have to be written out. */
const bound = (value: Value): string | number | null =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
