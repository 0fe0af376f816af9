// Who reads for the desk. A long dispatch takes seconds to read, and two hundred people are looking at pages meanwhile: the desk that is open
// to people reads on a thread of its own; where there is no need, in this one.

import { Worker } from 'node:worker_threads';
import { ChanceryError } from '../errors.js';
import { type Bytes, type Part, parts, WORK } from './reader-work.js';

type Work = typeof WORK;
type Given<K extends keyof Work> = Parameters<Work[K]>[0];
type Made<K extends keyof Work> = ReturnType<Work[K]>;

export interface Reader {
  /** Does one piece of work. Throws what the work throws. */
  readonly do: <K extends keyof Work>(name: K, given: Given<K>) => Promise<Made<K>>;
  /** Reads what a file holds, part by part. */
  readonly parts: (bytes: Bytes) => AsyncIterable<Part>;
  readonly close: () => Promise<void>;
}

export const readerHere = (): Reader => ({
  do: async (name, given) => (WORK[name] as (given: unknown) => unknown)(given) as Made<typeof name>,
  parts,
  close: async () => {},
});

/** What is asked of the thread. */
export interface Order {
  readonly number: number;
  readonly name: keyof Work | 'parts';
  readonly given: unknown;
}

/** What it answers: one value for work, several parts for a file, then the end; or what was wrong. */
export interface Reply {
  readonly number: number;
  readonly value?: unknown;
  readonly end?: true;
  readonly fault?: { readonly code: string | null; readonly message: string };
}

/** A reader on a thread, started when it is first needed, and anew should it have ended. */
export function readerOnThread(): Reader {
  let worker: Worker | null = null;
  let next = 0;
  const waiting = new Map<number, (reply: Reply) => void>();
  const start = (): Worker => {
    const thread = new Worker(new URL('./reader-thread.js', import.meta.url));
    thread.unref();
    thread.on('message', (reply: Reply) => waiting.get(reply.number)?.(reply));
    thread.on('error', () => {});
    thread.on('exit', () => {
      if (worker === thread) worker = null;
      const message = new ChanceryError('E020', 'the text', 'the reader ended before it was done').message;
      for (const [number, hear] of [...waiting]) hear({ number, end: true, fault: { code: null, message } });
    });
    return thread;
  };
  async function* replies(name: Order['name'], given: unknown): AsyncGenerator<unknown> {
    worker ??= start();
    const number = next++;
    const heard: Reply[] = [];
    let wake: () => void = () => {};
    waiting.set(number, (reply) => {
      heard.push(reply);
      wake();
    });
    try {
      worker.postMessage({ number, name, given } satisfies Order);
      for (;;) {
        const reply = heard.shift();
        if (!reply) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        if (reply.fault) throw new Error(reply.fault.message);
        if (reply.end) return;
        yield reply.value;
      }
    } finally {
      waiting.delete(number);
    }
  }
  return {
    do: async (name, given) => {
      for await (const value of replies(name, given)) return value as Made<typeof name>;
      throw new Error('the reader gave no answer');
    },
    parts: (bytes) => replies('parts', bytes) as AsyncIterable<Part>,
    close: async () => void (await worker?.terminate()),
  };
}
