// A desk for tests: on a record in memory, with dispatches of the sample crisis read by the program itself or with readings made by hand.

import { readFileSync } from 'node:fs';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { type DeskOptions, deskServer } from '../../src/desk/server.js';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Reading } from '../../src/records.js';
import { type Entry, file, keyOf, openStore, type Store } from '../../src/store/index.js';

export const NOON = '2046-06-14T12:00:00Z';

export function entry(reading: Reading): Entry {
  return { key: keyOf(reading), reading, json: JSON.stringify(reading), source: 'test', original: null };
}

/** A sample of the crisis, read. */
export function sample(name: string): Entry {
  const text = readFileSync(`samples/${name}.txt`, 'utf8');
  return entry(read(dispatchOf(text, { id: name.split('/').pop() ?? name, date: /\d{4}-\d\d-\d\d/.exec(name)![0] })));
}

type Headers = Record<string, string>;

export interface TestDesk {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly get: (url: string, headers?: Headers) => Promise<LightMyRequestResponse>;
  readonly post: (url: string, payload: object, headers?: Headers) => Promise<LightMyRequestResponse>;
  readonly submit: (url: string, fields: Record<string, string>, headers?: Headers) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
}

/** A desk with these dispatches filed, and the means to ask it. */
export async function deskWith(entries: readonly Entry[], options: Partial<DeskOptions> = {}): Promise<TestDesk> {
  const store = options.store ?? (await openStore(':memory:'));
  if (entries.length > 0) await file(store, entries, { program: 'test', codebook: 'test', at: NOON });
  const app = await deskServer({
    store,
    tokens: null,
    version: '0',
    codebook: '0',
    now: () => NOON,
    rate: 100_000,
    ...options,
  });
  const local = { host: 'localhost' };
  return {
    app,
    store,
    get: async (url, headers = {}) => app.inject({ method: 'GET', url, headers: { ...local, ...headers } }),
    post: async (url, payload, headers = {}) =>
      app.inject({ method: 'POST', url, payload, headers: { ...local, ...headers } }),
    submit: async (url, fields, headers = {}) =>
      app.inject({
        method: 'POST',
        url,
        payload: new URLSearchParams(fields).toString(),
        headers: { ...local, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
    close: async () => {
      app.server.closeAllConnections();
      await app.close();
      await store.close();
    },
  };
}
