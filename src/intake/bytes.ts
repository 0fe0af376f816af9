// Bytes as they come: files, standard input, the web; gunzipped when they are gzip, decoded to text, cut into lines.
// Nothing here holds more of an input than its longest line.

import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ChanceryError } from '../errors.js';

export type Bytes = AsyncIterable<Buffer>;

/** A line of rows, or a document, is no longer than this; what is longer is left out with a word. */
export const LONGEST = 32 * 1024 * 1024;

/** The bytes of a path, an URL or "-", with the name to call it by. */
export async function bytesOf(input: string): Promise<{ bytes: Bytes; name: string; type: string | null }> {
  if (input === '-') return { bytes: process.stdin as AsyncIterable<Buffer>, name: 'standard input', type: null };
  if (!/^https?:\/\//i.test(input))
    return { bytes: createReadStream(input, { highWaterMark: 1 << 18 }), name: input, type: null };
  try {
    const answer = await fetch(input, { signal: AbortSignal.timeout(30_000), headers: { 'user-agent': 'chancery' } });
    if (!answer.ok || !answer.body) throw new ChanceryError('E003', input, `HTTP ${answer.status}`);
    return {
      bytes: Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream) as AsyncIterable<Buffer>,
      name: input,
      type: answer.headers.get('content-type'),
    };
  } catch (error) {
    if (error instanceof ChanceryError) throw error;
    throw new ChanceryError('E003', input, reason(error));
  }
}

/** Looks at the first bytes without losing them, and unpacks gzip. */
export async function peek(bytes: Bytes, size = 65_536): Promise<{ head: Buffer; rest: Bytes }> {
  const first = await take(bytes, size);
  if (first.head[0] !== 0x1f || first.head[1] !== 0x8b) return first;
  const unpacked = Readable.from(first.rest).pipe(createGunzip());
  return take(unpacked as AsyncIterable<Buffer>, size);
}

async function take(bytes: Bytes, size: number): Promise<{ head: Buffer; rest: Bytes }> {
  const source = bytes[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let length = 0;
  let done = false;
  while (length < size && !done) {
    const next = await source.next();
    if (next.done) done = true;
    else {
      const chunk = Buffer.from(next.value);
      held.push(chunk);
      length += chunk.length;
    }
  }
  const head = Buffer.concat(held);
  async function* rest(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head;
    while (!done) {
      const next = await source.next();
      if (next.done) return;
      yield Buffer.from(next.value);
    }
  }
  return { head, rest: rest() };
}

/** All bytes, or null when there are more than `LONGEST`. */
export async function allOf(bytes: Bytes): Promise<Buffer | null> {
  const held: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > LONGEST) return null;
    held.push(chunk);
  }
  return Buffer.concat(held);
}

/** Lines without their ends, numbered from 1; null for one longer than `LONGEST`, whose bytes are thrown away as they come. */
export async function* byteLines(bytes: Bytes): AsyncGenerator<{ line: Buffer | null; number: number }> {
  let held: Buffer[] = [];
  let length = 0;
  let number = 1;
  const finish = (): { line: Buffer | null; number: number } => {
    const line = length > LONGEST ? null : held.length === 1 ? held[0] : Buffer.concat(held);
    held = [];
    length = 0;
    return { line, number: number++ };
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(10, from); at >= 0; at = chunk.indexOf(10, from)) {
      held.push(chunk.subarray(from, at));
      length += at - from;
      yield finish();
      from = at + 1;
    }
    if (from < chunk.length) {
      length += chunk.length - from;
      if (length > LONGEST) held = [];
      else held.push(chunk.subarray(from));
    }
  }
  if (length > 0) yield finish();
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Text of UTF-8 bytes without their byte-order mark, or null when they are not UTF-8. */
export function utf8(bytes: Buffer): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** Text of a document: by its byte-order mark, as UTF-8, else by `charset` (Windows-1252 when nothing tells). */
export function decode(bytes: Buffer, charset: string | null = null): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  if (charset && /^(?:windows-1252|iso-8859-1|latin-?1|us-ascii)$/i.test(charset) && utf8(bytes) === null)
    return { text: windows1252(bytes), encoding: 'windows-1252' };
  if (charset && !/^(?:utf-?8|windows-1252|iso-8859-1|latin-?1|us-ascii)$/i.test(charset)) {
    try {
      return { text: new TextDecoder(charset).decode(bytes), encoding: charset.toLowerCase() };
    } catch {
      // An unknown name of a charset is worth no more than none.
    }
  }
  const text = utf8(bytes);
  return text === null ? { text: windows1252(bytes), encoding: 'windows-1252' } : { text, encoding: 'utf-8' };
}

/** The bytes of a piece, to be kept beside its text; nothing when they are the text in UTF-8. */
export function asTheyCame(bytes: Buffer, encoding: string): { readonly bytes?: Uint8Array } {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return encoding === 'utf-8' && !marked ? {} : { bytes: new Uint8Array(bytes) };
}

// The bytes 0x80 to 0x9f. Node's own decoder of this name takes them for Latin-1 controls in several releases.
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (char) => HIGH[char.charCodeAt(0) - 0x80]);
}

/** Bytes that no text has: zero bytes (but for UTF-16), or many control characters. */
export function isBinary(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return false;
  const size = Math.min(head.length, 8192);
  let control = 0;
  for (let i = 0; i < size; i++) {
    const byte = head[i];
    if (byte === 0) return true;
    if (
      byte < 32 &&
      byte !== 9 &&
      byte !== 10 &&
      byte !== 13 &&
      byte !== 12 &&
      byte !== 27 &&
      !(byte >= 1 && byte <= 3) &&
      byte !== 0x16 &&
      byte !== 0x1f
    )
      control++;
  }
  return control > size / 50;
}

export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  return ('code' in cause && typeof cause.code === 'string' ? cause.code : cause.message).split('\n')[0].slice(0, 120);
}
