// What comes in at the desk, from a drop, an upload or a feed: bytes of any format become dispatches, are read and filed; what cannot be
// read becomes a reject with its reason, and the rest goes on.

import type * as record from '../store/index.js';
import type { Reader } from './reader.js';
import type { Bytes } from './reader-work.js';

/** One thing that could not be read. */
export interface Reject {
  readonly at: string;
  readonly reason: string;
}

export interface Rejects {
  readonly add: (reject: Reject) => void;
  /** Newest first. */
  readonly list: () => readonly Reject[];
}

/** Rejects kept for the page. */
const KEPT = 200;

export function rejectList(): Rejects {
  const kept: Reject[] = [];
  return {
    add: (reject) => {
      kept.unshift(reject);
      if (kept.length > KEPT) kept.pop();
    },
    list: () => kept,
  };
}

/** What came of one dispatch. */
export interface Told {
  readonly key: string;
  readonly added: boolean;
  readonly title: string;
  readonly dated: boolean;
  readonly holds: string;
}

/** What came of one file. */
export interface Received {
  readonly name: string;
  readonly filed: readonly Told[];
  readonly rejects: readonly string[];
}

/** Reads the bytes and files what they hold. Never throws for what is in them. */
export async function receive(
  reader: Reader,
  file: (entries: readonly record.Prepared[]) => Promise<record.Receipt>,
  given: Bytes,
): Promise<Received> {
  const filed: Told[] = [];
  const rejects: string[] = [];
  for await (const part of reader.parts(given)) {
    rejects.push(...part.rejects);
    const added = part.read.length === 0 ? [] : (await file(part.read.map(({ prepared }) => prepared))).keys;
    for (const { prepared, title, dated, holds } of part.read)
      filed.push({ key: prepared.key, added: added.includes(prepared.key), title, dated, holds });
  }
  return { name: given.name, filed, rejects };
}
