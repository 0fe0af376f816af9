// Reads the gazetteer's tables: tab-separated text with a header line; lines that start with "#" are comments.

import { readFileSync } from 'node:fs';
import { ChanceryError } from '../errors.js';

/** One line of a table: its cells by column name, and where it stands. */
export interface Row {
  readonly file: string;
  /** Line number, from 1. */
  readonly line: number;
  /** The cell of a column; empty when the table has no such column or the cell is empty. */
  readonly cell: (column: string) => string;
  /** The cell split at ";" into its trimmed parts. */
  readonly list: (column: string) => readonly string[];
}

const NONE: readonly string[] = [];

/** Splits a cell at ";" into its parts. @example parts('U.S.; US') // ["U.S.", "US"] */
export function parts(cell: string): readonly string[] {
  if (cell === '') return NONE;
  if (!cell.includes(';')) return [cell];
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Reads a table's text. Throws E041 when a needed column is missing. */
export function parseTable(text: string, file: string, needed: readonly string[]): Row[] {
  const rows: Row[] = [];
  let columns: Map<string, number> | null = null;
  let line = 0;
  for (const raw of text.split('\n')) {
    line++;
    const content = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (content.trim() === '' || content.startsWith('#')) continue;
    const cells = content.split('\t');
    if (columns === null) {
      columns = new Map(cells.map((name, i) => [name.trim(), i]));
      const missing = needed.filter((name) => !columns?.has(name));
      if (missing.length > 0) throw new ChanceryError('E041', `${file}:${line}`, missing.join(', '));
      continue;
    }
    const at = columns;
    const cell = (column: string): string => {
      const i = at.get(column);
      return i === undefined ? '' : (cells[i] ?? '').trim();
    };
    rows.push({ file, line, cell, list: (column) => parts(cell(column)) });
  }
  return rows;
}

/** Reads a file as text. Throws E040 when it cannot be read. */
export function readTable(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ChanceryError('E040', path);
  }
}
