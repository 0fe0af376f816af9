// Pieces to results in the order of the pieces: in this thread while there is little to do, on worker threads when there is much.
// Look-ahead is bounded, so memory stays constant however long the input is.

import { Worker } from 'node:worker_threads';
import { ChanceryError } from '../errors.js';
import type { Piece } from '../intake/index.js';
import type { Done, Job } from './work.js';

/** Characters of text in a batch, and pieces at most: small enough that the last batches end together. */
const BATCH_SIZE = 48_000;
const BATCH_PIECES = 64;
/** Below this many characters workers cost more than they bring: each loads the models anew. */
const WORTH_WORKERS = 400_000;

/** Runs every piece and yields what became of it, in order. `workers` 1 means this thread alone; fewer than `worth` characters are read here too. */
export async function* inOrder(
  pieces: AsyncIterable<Piece | ChanceryError>,
  job: Job,
  workers: number,
  worth: number = WORTH_WORKERS,
): AsyncGenerator<Done> {
  const { work } = await import('./work.js');
  const here = (item: Piece | ChanceryError): Done =>
    item instanceof ChanceryError ? { outputs: [], rejects: [item.message], notices: [] } : work(item, job);
  const source = pieces[Symbol.asyncIterator]();
  const held: (Piece | ChanceryError)[] = [];
  if (workers > 1) {
    let size = 0;
    while (size < worth) {
      const next = await source.next();
      if (next.done) break;
      held.push(next.value);
      size += next.value instanceof ChanceryError ? 0 : next.value.body.length;
    }
    if (size >= worth) {
      yield* onWorkers(held, source, job, workers);
      return;
    }
  }
  for (const item of held) yield here(item);
  for (let next = await source.next(); !next.done; next = await source.next()) yield here(next.value);
}

async function* onWorkers(
  held: readonly (Piece | ChanceryError)[],
  source: AsyncIterator<Piece | ChanceryError>,
  job: Job,
  workers: number,
): AsyncGenerator<Done> {
  const pool = new Pool(job, workers);
  const waiting: Promise<Done[]>[] = [];
  try {
    for await (const batch of batches(held, source)) {
      waiting.push(pool.run(batch));
      if (waiting.length >= workers * 3) yield* await waiting.shift()!;
    }
    while (waiting.length > 0) yield* await waiting.shift()!;
  } finally {
    await pool.close();
  }
}

type Item = Piece | { readonly reject: string };

async function* batches(
  held: readonly (Piece | ChanceryError)[],
  source: AsyncIterator<Piece | ChanceryError>,
): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  let size = 0;
  async function* all(): AsyncGenerator<Piece | ChanceryError> {
    yield* held;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  }
  for await (const item of all()) {
    batch.push(item instanceof ChanceryError ? { reject: item.message } : item);
    size += item instanceof ChanceryError ? 0 : item.body.length;
    if (size < BATCH_SIZE && batch.length < BATCH_PIECES) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

interface Task {
  readonly batch: readonly Item[];
  readonly settle: (done: Done[]) => void;
}

/** Worker threads that each do one batch at a time. A worker that dies costs its batch, not the run. */
class Pool {
  private readonly queue: Task[] = [];
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Task>();
  private started = 0;
  private closed = false;

  constructor(
    private readonly job: Job,
    private readonly most: number,
  ) {}

  run(batch: readonly Item[]): Promise<Done[]> {
    return new Promise((settle) => {
      this.queue.push({ batch, settle });
      this.next();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.idle, ...this.busy.keys()].map((worker) => worker.terminate()));
  }

  private next(): void {
    while (this.queue.length > 0) {
      const worker = this.idle.pop() ?? (this.started < this.most ? this.start() : null);
      if (!worker) return;
      const task = this.queue.shift()!;
      this.busy.set(worker, task);
      worker.postMessage(task.batch);
    }
  }

  private start(): Worker {
    this.started++;
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: this.job });
    worker.on('message', (done: Done[]) => {
      const task = this.busy.get(worker);
      this.busy.delete(worker);
      this.idle.push(worker);
      task?.settle(done);
      this.next();
    });
    const gone = (detail: string): void => {
      const task = this.busy.get(worker);
      if (this.closed || !task) return;
      this.busy.delete(worker);
      this.started--;
      task.settle(
        task.batch.map((item) => ({
          outputs: [],
          rejects: ['reject' in item ? item.reject : new ChanceryError('E021', item.where, detail).message],
          notices: [],
        })),
      );
      this.next();
    };
    worker.on('error', (error) => gone(error instanceof Error ? error.message.split('\n')[0] : String(error)));
    worker.on('exit', (code) => gone(`exit ${code}`));
    return worker;
  }
}
