// The desk's server: the interface and the pages, with what keeps them safe. Listens on this machine alone unless told otherwise; then
// every request needs a token.

import { createHash } from 'node:crypto';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import { dispatchOf } from '../intake/index.js';
import { read } from '../reading.js';
import * as record from '../store/index.js';
import { addApi, type Desk } from './api.js';
import { allows, type Role, roleOf, type Tokens } from './guard.js';
import { addPages } from './pages/index.js';
import type { Text } from './shapes.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a token must allow; "read" when not given. */
    role?: Role;
  }
}

export interface DeskOptions {
  readonly store: record.Store;
  /** Tokens; none when the desk listens on this machine alone. */
  readonly tokens: Tokens | null;
  readonly version: string;
  readonly codebook: string;
  /** Requests a minute from one address. */
  readonly rate?: number;
  readonly now?: () => string;
}

/** Nothing but our own files; no script from a text ever runs. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The server, not yet listening. */
export async function deskServer(options: DeskOptions): Promise<FastifyInstance> {
  const { store, tokens } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const app = Fastify({ bodyLimit: 8_000_000, routerOptions: { maxParamLength: 120 }, requestTimeout: 60_000 });
  const listeners = new Set<(keys: readonly string[]) => void>();
  const desk: Desk = {
    store,
    now,
    entryOf: (text) => entryOf(text),
    file: async (entries) => {
      const receipt = await record.file(store, entries, {
        program: options.version,
        codebook: options.codebook,
        at: now(),
      });
      if (receipt.added > 0) for (const hear of listeners) hear(receipt.keys);
      return receipt;
    },
    listen: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };

  await app.register(rateLimit, { max: options.rate ?? 1200, timeWindow: '1 minute' });
  await app.register(formbody);
  await app.register(swagger, {
    openapi: {
      info: { title: 'Chancery', version: options.version, description: 'The record of a crisis, over HTTP.' },
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    if (!tokens) {
      // Listening on this machine alone, a page of another origin must not write through the reader's browser, nor reach us by another name.
      const host = (request.headers.host ?? '').replace(/:\d+$/, '');
      if (!['localhost', '127.0.0.1', '[::1]'].includes(host))
        return reply.code(403).send({ error: 'The desk answers to localhost only.' });
      const origin = request.headers.origin;
      if (request.method !== 'GET' && origin !== undefined && new URL(origin).host !== request.headers.host) {
        return reply.code(403).send({ error: 'Not from another origin.' });
      }
      return;
    }
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const role = roleOf(tokens, bearer);
    if (role === null)
      return reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'A token is needed.' });
    if (!allows(role, request.routeOptions.config.role ?? 'read'))
      return reply.code(403).send({ error: 'This token does not allow it.' });
  });
  app.setErrorHandler((error: { statusCode?: number; message: string }, _request, reply) => {
    const status = error.statusCode ?? 500;
    return reply
      .code(status)
      .send({ error: status < 500 ? error.message : 'The desk could not answer; its terminal tells more.' });
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  addApi(app, desk);
  addPages(app, desk);
  return app;
}

/** A text as an entry of the record. */
function entryOf({ text, id, date }: Text): record.Entry {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const reading = read(dispatchOf(text, { id: id ?? `desk-${digest}`, ...(date ? { date } : {}) }));
  return { key: record.keyOf(reading), reading, json: JSON.stringify(reading), source: 'desk', original: null };
}
