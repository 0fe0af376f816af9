// What comes in at the desk, from a drop, an upload or a feed: bytes of any format become dispatches, are read and filed; what cannot be
// read becomes a reject with its reason, and the rest goes on.

import { ChanceryError } from '../errors.js';
import { dispatchesOf, piecesOfBytes } from '../intake/index.js';
import { read } from '../reading.js';
import type { Reading } from '../records.js';
import * as record from '../store/index.js';

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

/** What came of one file. */
export interface Received {
  readonly name: string;
  readonly filed: readonly { readonly key: string; readonly added: boolean; readonly reading: Reading }[];
  readonly rejects: readonly string[];
}

/** Dispatches of one file at most; an archive is for the command line. */
const MOST = 2000;

/** Reads the bytes and files what they hold. Never throws for what is in them. */
export async function receive(
  file: (entries: readonly record.Entry[]) => Promise<record.Receipt>,
  bytes: Buffer,
  name: string,
  options: { readonly type?: string | null; readonly date?: string; readonly source?: string | null },
): Promise<Received> {
  const entries: record.Entry[] = [];
  const rejects: string[] = [];
  const pieces = piecesOfBytes(
    (async function* () {
      yield bytes;
    })(),
    name,
    options.type ?? null,
    { input: 'auto', ...(options.date ? { date: options.date } : {}) },
    options.source ?? null,
  );
  for await (const piece of pieces) {
    for (const dispatch of piece instanceof ChanceryError ? [piece] : dispatchesOf(piece)) {
      if (dispatch instanceof ChanceryError) {
        rejects.push(dispatch.message);
        continue;
      }
      if (entries.length >= MOST) break;
      try {
        const reading = read(dispatch);
        entries.push({
          key: record.keyOf(reading),
          reading,
          json: JSON.stringify(reading),
          source: dispatch.source ?? name,
          original: null,
        });
      } catch (error) {
        rejects.push(new ChanceryError('E020', name, (error as Error).message.split('\n')[0]).message);
      }
      // A long file must not keep the readers waiting.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  const added = new Set<string>();
  for (let i = 0; i < entries.length; i += 50)
    for (const key of (await file(entries.slice(i, i + 50))).keys) added.add(key);
  return { name, filed: entries.map(({ key, reading }) => ({ key, reading, added: added.has(key) })), rejects };
}
