// WARC 1.0 and 1.1 (ISO 28500): web archives, record by record. Responses with HTML and resources with text become pieces;
// everything else is passed over. Reads a stream and holds one record at a time.

import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { ChanceryError } from '../errors.js';
import { asTheyCame, type Bytes, decode, LONGEST } from './bytes.js';
import type { Hints } from './hints.js';
import type { Piece } from './piece.js';

export async function* warcPieces(bytes: Bytes, name: string, hints: Hints): AsyncGenerator<Piece | ChanceryError> {
  const reader = new ByteReader(bytes);
  for (let record = 1; ; record++) {
    const head = await reader.header();
    if (head === null) return;
    const where = `${name}#${record}`;
    const lines = head.toString('utf8').split(/\r?\n/);
    const fields = fieldsOf(lines.slice(1));
    const length = Number(fields.get('content-length'));
    if (!/^WARC\/\d/.test(lines[0]) || !Number.isSafeInteger(length) || length < 0) {
      yield new ChanceryError('E017', where);
      return;
    }
    const kind = fields.get('warc-type') ?? '';
    const wanted = kind === 'response' || kind === 'resource' || kind === 'conversion';
    if (!wanted || length > LONGEST) {
      if (wanted) yield new ChanceryError('E005', where);
      await reader.skip(length);
      continue;
    }
    const block = await reader.take(length);
    if (block === null) {
      yield new ChanceryError('E017', where, 'it ends within a record');
      return;
    }
    const piece = pieceOf(kind, fields, block, where, hints);
    if (piece) yield piece;
  }
}

function pieceOf(
  kind: string,
  fields: ReadonlyMap<string, string>,
  block: Buffer,
  where: string,
  hints: Hints,
): Piece | ChanceryError | null {
  let type = fields.get('content-type') ?? '';
  let payload = block;
  if (kind === 'response') {
    const end = block.indexOf('\r\n\r\n');
    if (end < 0 || !block.subarray(0, 5).toString('latin1').startsWith('HTTP/')) return null;
    const lines = block.subarray(0, end).toString('latin1').split('\r\n');
    if (!/ 200\b/.test(lines[0])) return null;
    const http = fieldsOf(lines.slice(1));
    type = http.get('content-type') ?? '';
    if (!/html|text\/plain/i.test(type)) return null;
    try {
      payload = block.subarray(end + 4);
      if (/chunked/i.test(http.get('transfer-encoding') ?? '')) payload = unchunk(payload);
      payload = unpack(payload, http.get('content-encoding') ?? '');
    } catch {
      return new ChanceryError('E017', where, 'its content cannot be unpacked');
    }
  }
  const html = /html/i.test(type);
  if (!html && !/text\/plain/i.test(type)) return null;
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? (html ? charsetOf(payload) : null);
  const { text, encoding } = decode(payload, charset);
  if (text.trim() === '') return null;
  const address = fields.get('warc-target-uri')?.replace(/^<|>$/g, '');
  const day = fields.get('warc-date')?.slice(0, 10);
  return {
    format: html ? 'html' : 'wire',
    body: text,
    ...asTheyCame(payload, encoding),
    where,
    hints: {
      ...hints,
      id: address ?? where,
      ...(address ? { source: address } : {}),
      ...(day && !hints.date ? { date: day, dateBasis: 'metadata' as const } : {}),
    },
  };
}

function fieldsOf(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return fields;
}

/** The encoding that a page declares in its first kilobytes. */
export function charsetOf(page: Buffer): string | null {
  const head = page.subarray(0, 4096).toString('latin1');
  return (
    /<meta[^>]{0,200}charset=["']?\s*([\w-]{3,20})/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}encoding=["']([\w-]{3,20})/i.exec(head)?.[1] ??
    null
  );
}

function unpack(payload: Buffer, encoding: string): Buffer {
  const limits = { maxOutputLength: LONGEST };
  if (/gzip/i.test(encoding)) return gunzipSync(payload, limits);
  if (/br/i.test(encoding)) return brotliDecompressSync(payload, limits);
  if (/deflate/i.test(encoding)) return inflateSync(payload, limits);
  return payload;
}

/** Archives often keep "chunked" in the headers of content that was put together already. */
function unchunk(payload: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < payload.length) {
    const end = payload.indexOf('\r\n', at);
    const size = end < 0 ? '' : payload.subarray(at, end).toString('latin1').split(';')[0].trim();
    if (!/^[0-9a-f]{1,8}$/i.test(size)) return parts.length > 0 ? Buffer.concat(parts) : payload;
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(payload.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return Buffer.concat(parts);
}

/** Takes bytes off a stream. `held` is what was read and not yet taken. */
class ByteReader {
  private readonly source: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(bytes: Bytes) {
    this.source = bytes[Symbol.asyncIterator]();
  }

  /** The lines up to a blank one, or null at the end. */
  async header(): Promise<Buffer | null> {
    for (;;) {
      let from = 0;
      while (from < this.held.length && (this.held[from] === 13 || this.held[from] === 10)) from++;
      this.held = this.held.subarray(from);
      const end = this.held.indexOf('\r\n\r\n');
      if (end >= 0) {
        const head = this.held.subarray(0, end);
        this.held = this.held.subarray(end + 4);
        return head;
      }
      if (this.held.length > 65_536 || !(await this.more())) return this.held.length > 0 ? this.held : null;
    }
  }

  async take(length: number): Promise<Buffer | null> {
    const parts: Buffer[] = [this.held];
    let size = this.held.length;
    while (size < length) {
      const next = await this.source.next();
      if (next.done) return null;
      parts.push(next.value);
      size += next.value.length;
    }
    const all = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    this.held = all.subarray(length);
    return all.subarray(0, length);
  }

  async skip(length: number): Promise<void> {
    let left = length;
    while (left > this.held.length) {
      left -= this.held.length;
      this.held = Buffer.alloc(0);
      if (!(await this.more())) return;
    }
    this.held = this.held.subarray(left);
  }

  private async more(): Promise<boolean> {
    const next = await this.source.next();
    if (next.done) return false;
    this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value]);
    return true;
  }
}
