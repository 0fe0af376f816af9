// What an input is cut into before it is read: small enough to hand to a worker, cheap enough to make in one thread.

import type { Hints } from './hints.js';

export const FORMATS = ['wire', 'html', 'jsonl', 'csv', 'newsml', 'nitf', 'ninjs', 'feed', 'warc', 'conllu'] as const;
export type Format = (typeof FORMATS)[number];

/** One document or one row. `body` is read by the format's own file; only there it becomes a dispatch. */
export interface Piece {
  readonly format: Format;
  readonly body: string;
  /** The bytes as they came (unpacked), where they are not `body` in UTF-8: another encoding, a byte-order mark, a row of CSV. */
  readonly bytes?: Uint8Array;
  /** File, URL or "standard input", with the line for rows. @example "wire.jsonl:17" */
  readonly where: string;
  readonly hints: Hints;
  /** The encoding that was assumed, where the bytes are no UTF-8 and declare nothing. */
  readonly assumed?: string;
}

/** What the person at the command line says of the inputs. */
export interface OpenOptions {
  /** "auto" looks at content and extension. */
  readonly input: Format | 'auto';
  /** ISO 8601 day for dispatches that have none. */
  readonly date?: string;
}
