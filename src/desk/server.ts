// The desk's server: the interface and the pages, with what keeps them safe. Listens on this machine alone unless told otherwise; then
// every request needs a token.

import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { ChanceryError } from '../errors.js';
import * as record from '../store/index.js';
import { addApi } from './api.js';
import { askOf } from './ask.js';
import { sender } from './cache.js';
import { type Desk, HTML } from './desk.js';
import { type Fetched, fetchPublic } from './fetch.js';
import type { Tokens } from './guard.js';
import { html } from './html.js';
import { type Complaint, misread } from './misread.js';
import { addPages } from './pages/index.js';
import { nothing, page } from './pages/layout.js';
import { type Reader, readerHere } from './reader.js';
import { receive, rejectList } from './receive.js';
import { addSessions } from './session.js';

export interface DeskOptions {
  readonly store: record.Store;
  /** Tokens; none when the desk listens on this machine alone. */
  readonly tokens: Tokens | null;
  readonly version: string;
  readonly codebook: string;
  /** Requests a minute from one address; those that write have a hundredth of it. */
  readonly rate?: number;
  readonly now?: () => string;
  /** How feeds are fetched; from public addresses alone when not given. */
  readonly fetch?: (address: string) => Promise<Fetched>;
  /** Who reads; this thread when not given. */
  readonly reader?: Reader;
  /** How often the feeds are asked, in seconds. When not given, nothing is done but what is asked for. */
  readonly every?: number;
}

/** Nothing but our own files; no script from a text ever runs. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Requests a minute from one address: two hundred readers behind one proxy, five pages a second each. */
const RATE = 60_000;

const reads = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

/** The server, not yet listening. */
export async function deskServer(options: DeskOptions): Promise<FastifyInstance> {
  const { store, tokens } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const fetcher = options.fetch ?? fetchPublic;
  const app = Fastify({
    bodyLimit: 8_000_000,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 60_000,
    // A filter that is not known narrows nothing: who mistyped one is to hear of it.
    ajv: { customOptions: { removeAdditional: false } },
  });
  const listeners = new Set<(keys: readonly string[]) => void>();
  const reader = options.reader ?? readerHere();
  const ask = askOf(store);
  const file: Desk['file'] = async (entries) => {
    const receipt = await record.file(store, entries, {
      program: options.version,
      codebook: options.codebook,
      at: now(),
    });
    if (receipt.added > 0) for (const hear of listeners) hear(receipt.keys);
    return receipt;
  };
  const rejects = rejectList();
  const desk: Desk = {
    store,
    ask,
    guarded: tokens !== null,
    now,
    reader,
    file,
    rejects,
    askFeed: async (address) => {
      const said = await askFeed(address, fetcher, reader, file, rejects, now);
      await record.feedSaid(store, address, said, now());
      return said;
    },
    listen: (hear) => {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    send: sender(ask, options.version),
  };

  const rate = options.rate ?? RATE;
  await app.register(rateLimit, {
    max: (request) => (reads(request) ? rate : Math.max(5, rate / 100)),
    keyGenerator: (request) => `${request.ip} ${reads(request) ? 'reads' : 'writes'}`,
    timeWindow: '1 minute',
  });
  await app.register(formbody);
  await app.register(swagger, {
    openapi: {
      info: { title: 'Chancery', version: options.version, description: 'The record of a crisis, over HTTP.' },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer', description: 'Needed where the desk is open to others.' },
        },
      },
    },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cross-origin-opener-policy', 'same-origin');
  });
  await addSessions(app, tokens, () => Date.parse(now()) || 0);
  // A form sends its empty fields too; an empty filter is none.
  app.addHook('preValidation', async (request) => {
    const query = request.query as Record<string, unknown> | undefined;
    if (request.method === 'GET' && query)
      for (const [name, value] of Object.entries(query)) if (value === '') delete query[name];
  });

  const wantsPage = (request: FastifyRequest): boolean =>
    !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html');
  const fail = (request: FastifyRequest, reply: FastifyReply, status: number, title: string, said: string) => {
    reply.code(status).header('cache-control', 'no-store');
    if (!wantsPage(request)) return reply.send({ error: said });
    const body = html`<h1>${title}</h1>${nothing(said)}<p><a href="/">To the crisis</a></p>`;
    return reply.type(HTML).send(page(title, '', body, { role: request.role, guarded: desk.guarded }));
  };
  app.setNotFoundHandler((request, reply) => fail(request, reply, 404, 'Not here', 'There is no such page or record.'));
  app.setErrorHandler((error: { statusCode?: number; message: string; validation?: Complaint[] }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      process.stderr.write(`${request.method} ${request.url}: ${error.message}\n`);
      return fail(request, reply, status, 'No answer', 'The desk could not answer; its terminal tells more.');
    }
    const title = status === 429 ? 'Too many requests' : 'Not understood';
    return fail(request, reply, status, title, misread(error.validation ?? []) ?? error.message);
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  addApi(app, desk);
  await addPages(app, desk);

  if (options.every !== undefined) {
    // Whoever comes first need not wait for what everybody looks at, nor for the models.
    const warm = (): void => void ask.recent().catch(() => {});
    void reader.do('text', { text: 'The desk is open.' }).catch(() => {});
    listeners.add(warm);
    warm();
  }
  if (options.every !== undefined) {
    const timer = setInterval(async () => {
      for (const { address } of await record.feeds(store)) await desk.askFeed(address).catch(() => {});
    }, options.every * 1000);
    timer.unref();
    app.addHook('onClose', async () => clearInterval(timer));
  }
  app.addHook('onClose', () => reader.close());
  return app;
}

/** Fetches a feed and files what is new in it. Gives what came of it, for a person. */
async function askFeed(
  address: string,
  fetcher: (address: string) => Promise<Fetched>,
  reader: Reader,
  file: Desk['file'],
  rejects: Desk['rejects'],
  now: () => string,
): Promise<string> {
  try {
    const { bytes, type } = await fetcher(address);
    const { filed, rejects: reasons } = await receive(reader, file, { bytes, name: address, type, source: address });
    for (const reason of reasons) rejects.add({ at: now(), reason });
    const added = filed.filter((one) => one.added).length;
    return `${added} filed, ${filed.length - added} already in the record, ${reasons.length} rejected`;
  } catch (error) {
    if (!(error instanceof ChanceryError)) throw error;
    rejects.add({ at: now(), reason: error.message });
    return error.message;
  }
}
