// The body of a worker thread: takes a batch of pieces, gives back what became of each.

import { parentPort, workerData } from 'node:worker_threads';
import type { Piece } from '../intake/index.js';
import { type Done, type Job, work } from './work.js';

const job = workerData as Job;

parentPort?.on('message', (batch: readonly (Piece | { readonly reject: string })[]) => {
  const done: Done[] = batch.map((item) =>
    'reject' in item ? { outputs: [], rejects: [item.reject], notices: [] } : work(item, job),
  );
  parentPort?.postMessage(done);
});
