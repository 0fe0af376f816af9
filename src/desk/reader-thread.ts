// The thread on which the desk reads: takes orders, one after the other, and answers with plain data.

import { parentPort } from 'node:worker_threads';
import { ChanceryError } from '../errors.js';
import type { Order, Reply } from './reader.js';
import { type Bytes, parts, WORK } from './reader-work.js';

const port = parentPort;
const say = (reply: Reply): void => port?.postMessage(reply);

async function obey({ number, name, given }: Order): Promise<void> {
  try {
    if (name === 'parts') for await (const value of parts(given as Bytes)) say({ number, value });
    else say({ number, value: (WORK[name] as (given: unknown) => unknown)(given) });
    say({ number, end: true });
  } catch (error) {
    const code = error instanceof ChanceryError ? error.code : null;
    say({ number, end: true, fault: { code, message: (error as Error).message } });
  }
}

port?.on('message', (order: Order) => void obey(order));
