// What reading means at the desk: a text, a file's bytes or a record's explanation, made by the pass alone, with no store. Runs in this
// thread or on one of its own.

import { createHash } from 'node:crypto';
import { ChanceryError } from '../errors.js';
import { type Explanation, explain } from '../explain.js';
import { dispatchesOf, dispatchOf, piecesOfBytes } from '../intake/index.js';
import { read } from '../reading.js';
import type { Reading } from '../records.js';
import { keyOf, type Prepared, prepare } from '../store/index.js';
import type { Text } from './shapes.js';

/** A dispatch that was read, ready to be filed, with what a person is told of it. */
export interface Read {
  readonly prepared: Prepared;
  readonly title: string;
  readonly dated: boolean;
  /** @example "2 events, 1 statement" */
  readonly holds: string;
}

/** Bytes that somebody dropped, uploaded or fetched. */
export interface Bytes {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly type: string | null;
  readonly source: string | null;
}

/** One step through a file: some dispatches read, some not readable. */
export interface Part {
  readonly read: readonly Read[];
  readonly rejects: readonly string[];
}

/** Dispatches of one file at most; an archive is for the command line. */
const MOST = 2000;
/** Dispatches in one part. */
const STEP = 20;

export const WORK = {
  /** Reads a text; gives the reading as JSON. */
  text: ({ text, id, date }: Text): string =>
    JSON.stringify(read(dispatchOf(text, { id: id ?? 'text', ...(date ? { date } : {}) }))),
  /** Reads a text that is to be filed. */
  entry: ({ text, id, date }: Text): Read => {
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
    return ready(read(dispatchOf(text, { id: id ?? `desk-${digest}`, ...(date ? { date } : {}) })), 'desk');
  },
  /** Why there is a record. */
  why: ({ filed, id }: { readonly filed: Reading; readonly id: string }): Explanation | null =>
    explain(filed.dispatch, id, [], filed),
} as const;

/** Reads what a file holds, part by part. Never throws for what is in it. */
export async function* parts({ bytes, name, type, source }: Bytes): AsyncGenerator<Part> {
  const pieces = piecesOfBytes(
    (async function* () {
      yield Buffer.from(bytes);
    })(),
    name,
    type,
    { input: 'auto' },
    source,
  );
  let done: Read[] = [];
  let rejects: string[] = [];
  let count = 0;
  for await (const piece of pieces) {
    for (const dispatch of piece instanceof ChanceryError ? [piece] : dispatchesOf(piece)) {
      if (dispatch instanceof ChanceryError) rejects.push(dispatch.message);
      else if (count < MOST) {
        count++;
        try {
          done.push(ready(read(dispatch), dispatch.source ?? name));
        } catch (error) {
          rejects.push(new ChanceryError('E020', name, (error as Error).message.split('\n')[0]).message);
        }
      }
      if (done.length + rejects.length < STEP) continue;
      yield { read: done, rejects };
      done = [];
      rejects = [];
      // Where there is no thread for it, a long file must not keep the readers waiting.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  yield { read: done, rejects };
}

function ready(reading: Reading, source: string): Read {
  const { headline, id, date } = reading.dispatch;
  return {
    prepared: prepare({ key: keyOf(reading), reading, json: JSON.stringify(reading), source, original: null }),
    title: headline ?? id,
    dated: date !== null,
    holds: holds(reading),
  };
}

const count = (n: number, one: string): readonly string[] => (n === 0 ? [] : [`${n} ${one}${n === 1 ? '' : 's'}`]);

/** What a reading holds, in one line. */
export function holds({ commitments, events, statements, meetings, claims }: Reading): string {
  const found = [
    ...count(commitments.length, 'commitment'),
    ...count(events.length, 'event'),
    ...count(statements.length, 'statement'),
    ...count(meetings.length, 'meeting'),
    ...count(claims.length, 'claim'),
  ];
  return found.length === 0 ? 'no political act' : found.join(', ');
}
