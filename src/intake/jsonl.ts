// JSON Lines: one dispatch a line, {"id", "date", "text"}, or "headline"/"title" with "body".
// Where there is a "text", every span points into it and the headline stays beside it; a "body" gets its headline on top.

import { ChanceryError } from '../errors.js';
import type { Dispatch } from '../records.js';
import { isoDay } from './calendar.js';
import type { Piece } from './piece.js';
import { dispatchOf } from './wire.js';

/** The columns that a row may have, in JSON Lines and in CSV. */
export type Row = Readonly<Record<string, unknown>>;

export function dispatchOfLine(piece: Piece): Dispatch | ChanceryError {
  let row: unknown;
  try {
    row = JSON.parse(piece.body);
  } catch (error) {
    return new ChanceryError('E010', piece.where, error instanceof Error ? error.message.slice(0, 100) : '');
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return new ChanceryError('E011', piece.where);
  return dispatchOfRow(row as Row, piece);
}

export function dispatchOfRow(row: Row, { where, hints }: Piece): Dispatch | ChanceryError {
  const headline = str(row, 'headline', 'title');
  const whole = str(row, 'text');
  const body = whole ?? str(row, 'body', 'content', 'body_text', 'article', 'story');
  if (body === null) return new ChanceryError('E011', where);
  if (body.trim() === '') return new ChanceryError('E002', where);
  const text = whole ?? (headline ? `${headline}\n\n${body}` : body);
  const date = isoDay(str(row, 'date', 'pub_date', 'published', 'date_published', 'dct', 'versioncreated') ?? '');
  const slug = str(row, 'slug');
  const agency = str(row, 'agency', 'publisher');
  const language = str(row, 'language', 'lang');
  return dispatchOf(text, {
    id: str(row, 'id', 'guid', 'uri') ?? hints.id ?? where,
    source: str(row, 'source', 'url') ?? hints.source ?? where,
    ...(date ? { date, dateBasis: 'metadata' as const } : hints.date ? { date: hints.date } : {}),
    ...(headline ? { headline } : {}),
    ...(slug ? { slug } : {}),
    ...(agency ? { agency } : {}),
    ...(language ? { language } : {}),
  });
}

/** The first of the named columns that holds something; numbers count, since ids often are. */
function str(row: Row, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = row[name];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return null;
}
