// From a path, an URL or standard input to pieces: finds the format, streams rows, takes documents whole.

import { ChanceryError } from '../errors.js';
import type { Dispatch } from '../records.js';
import {
  allOf,
  asTheyCame,
  type Bytes,
  byteLines,
  bytesOf,
  decode,
  isBinary,
  LONGEST,
  peek,
  reason,
  utf8,
} from './bytes.js';
import { csvPieces } from './csv.js';
import { dispatchesOfFeed } from './feed.js';
import type { Hints } from './hints.js';
import { dispatchOfHtml } from './html.js';
import { dispatchesOfJson } from './json.js';
import { dispatchOfLine } from './jsonl.js';
import { dispatchesOfNewsml } from './newsml.js';
import { dispatchOfNitf } from './nitf.js';
import type { OpenOptions, Piece } from './piece.js';
import { sniff } from './sniff.js';
import { charsetOf, warcPieces } from './warc.js';
import { dispatchOf } from './wire.js';

/** The pieces of one input, in order; what cannot be read is a ChanceryError among them. */
export async function* openPieces(input: string, options: OpenOptions): AsyncGenerator<Piece | ChanceryError> {
  let name = input === '-' ? 'standard input' : input;
  try {
    const opened = await bytesOf(input);
    name = opened.name;
    yield* piecesOfBytes(opened.bytes, name, opened.type, options, input === '-' ? null : name);
  } catch (error) {
    yield error instanceof ChanceryError ? error : new ChanceryError('E001', name, reason(error));
  }
}

/**
 * The pieces of bytes that are there already: of an upload, of a feed that was fetched with care.
 * @param type the media type that they were sent with, or null
 * @param source what the dispatches keep as their source, or null
 */
export async function* piecesOfBytes(
  bytes: Bytes,
  name: string,
  type: string | null,
  options: OpenOptions,
  source: string | null,
): AsyncGenerator<Piece | ChanceryError> {
  try {
    const { head, rest } = await peek(bytes);
    if (head.length === 0 || head.every((byte) => byte === 32 || (byte >= 9 && byte <= 13))) {
      yield new ChanceryError('E002', name);
      return;
    }
    const format = options.input === 'auto' ? sniff(head, name, type) : options.input;
    if (format !== 'warc' && isBinary(head)) {
      yield new ChanceryError('E004', name);
      return;
    }
    const hints: Hints = {
      ...(source === null ? {} : { source }),
      ...(options.date ? { date: options.date } : {}),
    };
    if (format === 'jsonl') yield* jsonlPieces(rest, name, hints);
    else if (format === 'csv') yield* csvPieces(rest, head, name, hints);
    else if (format === 'warc') yield* warcPieces(rest, name, hints);
    else yield* wholePiece(rest, name, hints, format);
  } catch (error) {
    yield error instanceof ChanceryError ? error : new ChanceryError('E001', name, reason(error));
  }
}

/** The dispatches of one input, in order, and its rejects. */
export async function* openInput(
  input: string,
  options: OpenOptions = { input: 'auto' },
): AsyncGenerator<Dispatch | ChanceryError> {
  for await (const piece of openPieces(input, options)) {
    if (piece instanceof ChanceryError) yield piece;
    else yield* dispatchesOf(piece);
  }
}

/** A piece's dispatches. Never throws: what is wrong is a ChanceryError in the list. */
export function dispatchesOf(piece: Piece): (Dispatch | ChanceryError)[] {
  try {
    const named = { ...piece, hints: { id: nameOf(piece.where), ...piece.hints } };
    switch (piece.format) {
      case 'jsonl':
      case 'csv':
        return [dispatchOfLine(piece)];
      case 'html':
        return [dispatchOfHtml(named)];
      case 'newsml':
        return dispatchesOfNewsml(named);
      case 'nitf':
        return [dispatchOfNitf(named)];
      case 'feed':
        return piece.body.trimStart().startsWith('{') ? dispatchesOfJson(named) : dispatchesOfFeed(named);
      case 'ninjs':
        return dispatchesOfJson(named);
      default:
        return [dispatchOf(piece.body, named.hints)];
    }
  } catch (error) {
    // A fault that knows its code but not its place gets the place here.
    return [
      new ChanceryError(
        error instanceof ChanceryError ? error.code : 'E020',
        piece.where,
        error instanceof ChanceryError ? '' : reason(error),
      ),
    ];
  }
}

async function* jsonlPieces(bytes: Bytes, name: string, hints: Hints): AsyncGenerator<Piece | ChanceryError> {
  for await (const { line, number } of byteLines(bytes)) {
    const where = `${name}:${number}`;
    if (line === null) {
      yield new ChanceryError('E005', where);
      continue;
    }
    const body = utf8(line);
    if (body === null) yield new ChanceryError('E006', where);
    else if (body.trim() !== '') yield { format: 'jsonl', body, ...asTheyCame(line, 'utf-8'), where, hints };
  }
}

async function* wholePiece(
  bytes: Bytes,
  name: string,
  hints: Hints,
  format: Piece['format'],
): AsyncGenerator<Piece | ChanceryError> {
  const all = await allOf(bytes);
  if (all === null) {
    yield new ChanceryError('E005', name, `the limit is ${LONGEST >> 20} MB`);
    return;
  }
  const charset = format === 'wire' || format === 'ninjs' ? null : charsetOf(all);
  const { text, encoding } = decode(all, charset);
  yield {
    format,
    body: text,
    ...asTheyCame(all, encoding),
    where: name,
    hints,
    ...(encoding === 'windows-1252' && !charset ? { assumed: encoding } : {}),
  };
}

/** A file's name without folders and extensions, as the id of its dispatch. */
export function nameOf(path: string): string {
  const base = path.replace(/[?#].*$/, '').replace(/[\\/]+$/, '');
  const last = base.slice(Math.max(base.lastIndexOf('/'), base.lastIndexOf('\\')) + 1);
  return last.replace(/\.(?:txt|text|wire|html?|xml|json|warc|gz|csv|jsonl)$/gi, '') || path;
}
