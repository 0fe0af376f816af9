// The interface: every question of the record over HTTP, one dispatch with its reading, reading and filing a text, marks, and what is new.

import { stringify } from 'csv-stringify/sync';
import type { FastifyInstance } from 'fastify';
import { calendarOf } from '../export/ics.js';
import { dispatchOf } from '../intake/index.js';
import { read } from '../reading.js';
import { changesBetween } from '../record/index.js';
import * as record from '../store/index.js';
import { feedOf } from './feed.js';
import { KeyParams, MarkBody, Query, TensionQuery, Text } from './shapes.js';

/** What the interface works on. */
export interface Desk {
  readonly store: record.Store;
  /** Files readings and tells the listeners. */
  readonly file: (readings: readonly record.Entry[]) => Promise<record.Receipt>;
  readonly entryOf: (text: Text) => record.Entry;
  /** Time now, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Called with every new key; gives a function that ends it. */
  readonly listen: (hear: (keys: readonly string[]) => void) => () => void;
}

const QUESTIONS: Readonly<
  Record<string, [about: string, ask: (store: record.Store, filter: record.Filter) => Promise<readonly object[]>]>
> = {
  incidents: ['What happened, each thing once, however often it is told', record.incidents],
  events: ['Single reports of events', record.events],
  statements: ['Who said what, and how good the source is', record.statements],
  commitments: ['Threats, promises, demands and offers, with their life', record.ledger],
  daybook: ['Meetings, soonest first', record.daybook],
  disputes: ['Who says so, who denies it, since when', record.disputes],
  stories: ['Stories with their editions', record.stories],
  actors: ['Who takes part in most events', record.actors],
};

/** The filter that an address asks for. */
export function filterOf(query: Query): record.Filter {
  const { dyad, asOf, format: _format, ...rest } = query;
  return {
    ...rest,
    ...(dyad ? { dyad: dyad.split('-') as [string, string] } : {}),
    ...(asOf ? { asOf: asOf.length === 10 ? `${asOf}T23:59:59Z` : asOf } : {}),
  };
}

/** Adds every route under /api. */
export function addApi(app: FastifyInstance, desk: Desk): void {
  const { store } = desk;
  for (const [name, [summary, ask]] of Object.entries(QUESTIONS)) {
    app.get<{ Querystring: Query }>(
      `/api/${name}`,
      { schema: { summary, querystring: Query, tags: ['record'] } },
      async (request, reply) => {
        const filter = filterOf(request.query);
        const items = await ask(store, filter);
        if (request.query.format === 'jsonl')
          return reply.type('application/x-ndjson').send(items.map((item) => `${JSON.stringify(item)}\n`).join(''));
        if (request.query.format === 'csv') return reply.type('text/csv; charset=utf-8').send(csvOf(items));
        const limit = filter.limit ?? 50;
        return { items, next: items.length >= limit ? (filter.offset ?? 0) + limit : null };
      },
    );
  }
  app.get<{ Querystring: TensionQuery }>(
    '/api/tension',
    {
      schema: {
        summary: 'Conflict and cooperation between two sides by day',
        querystring: TensionQuery,
        tags: ['record'],
      },
    },
    async (request) => {
      const { dyad, directed, ...rest } = request.query;
      const filter = { ...filterOf(rest), ...(directed ? { directed } : {}) };
      return { items: await record.tension(store, dyad.split('-') as [string, string], filter) };
    },
  );
  app.get<{ Params: KeyParams }>(
    '/api/dispatches/:key',
    { schema: { summary: 'A filed dispatch with its reading and its marks', params: KeyParams, tags: ['dispatches'] } },
    async (request, reply) => {
      const reading = await record.readingOf(store, request.params.key);
      if (!reading) return reply.code(404).send({ error: 'There is no such dispatch in the record.' });
      const ids = [
        ...reading.events,
        ...reading.statements,
        ...reading.commitments,
        ...reading.meetings,
        ...reading.claims,
      ].map(({ id }) => `${request.params.key}#${id}`);
      return { reading, marks: Object.fromEntries(await record.marksOf(store, ids)) };
    },
  );
  app.get<{ Params: KeyParams & { record: string } }>(
    '/api/dispatches/:key/explain/:record',
    { schema: { summary: 'How a record came about, and what lost', tags: ['dispatches'] } },
    async (request, reply) => {
      const reading = await record.readingOf(store, request.params.key);
      if (!reading) return reply.code(404).send({ error: 'There is no such dispatch in the record.' });
      const notes: string[] = [];
      read(reading.dispatch, (subject, note) => {
        if (subject === request.params.record) notes.push(note);
      });
      return { record: request.params.record, notes };
    },
  );
  app.get<{ Querystring: { from: string; to: string } }>(
    '/api/changes-between',
    { schema: { summary: 'What changed between two editions of a story', tags: ['dispatches'] } },
    async (request, reply) => {
      const [before, after] = await Promise.all([
        record.readingOf(store, request.query.from),
        record.readingOf(store, request.query.to),
      ]);
      if (!before || !after) return reply.code(404).send({ error: 'There is no such dispatch in the record.' });
      return changesBetween(before, after);
    },
  );
  app.post<{ Body: Text }>(
    '/api/read',
    { schema: { summary: 'Read a text without filing it', body: Text, tags: ['filing'] } },
    async (request) => {
      const { text, id, date } = request.body;
      return read(dispatchOf(text, { id: id ?? 'text', ...(date ? { date } : {}) }));
    },
  );
  app.post<{ Body: Text }>(
    '/api/file',
    { schema: { summary: 'Read a text and file it', body: Text, tags: ['filing'] }, config: { role: 'file' } },
    async (request) => {
      const entry = desk.entryOf(request.body);
      const receipt = await desk.file([entry]);
      return { key: entry.key, added: receipt.added === 1, reading: entry.reading };
    },
  );
  app.post<{ Body: MarkBody }>(
    '/api/marks',
    {
      schema: { summary: 'Confirm, reject or correct a record', body: MarkBody, tags: ['marks'] },
      config: { role: 'correct' },
    },
    async (request, reply) => {
      if (!(await record.mark(store, request.body, desk.now())))
        return reply.code(404).send({ error: 'There is no such record.' });
      return { marked: request.body.report };
    },
  );
  app.get(
    '/api/marks/gold',
    { schema: { summary: 'Every marked record with its text: gold data for measuring', tags: ['marks'] } },
    async (_request, reply) =>
      reply
        .type('application/x-ndjson')
        .send((await record.goldOf(store)).map((row) => `${JSON.stringify(row)}\n`).join('')),
  );
  app.get<{ Querystring: Query }>(
    '/daybook.ics',
    { schema: { summary: 'The daybook for a calendar', querystring: Query, tags: ['subscriptions'] } },
    async (request, reply) =>
      reply
        .type('text/calendar; charset=utf-8')
        .send(calendarOf(await record.daybook(store, filterOf({ limit: 500, ...request.query })))),
  );
  app.get<{ Querystring: Query }>(
    '/incidents.atom',
    { schema: { summary: 'New incidents as an Atom feed', querystring: Query, tags: ['subscriptions'] } },
    async (request, reply) =>
      reply
        .type('application/atom+xml; charset=utf-8')
        .send(feedOf(await record.incidents(store, filterOf(request.query)), request.url)),
  );
  app.get(
    '/api/new',
    { schema: { summary: 'Server-sent events: a message for each dispatch that is filed', tags: ['subscriptions'] } },
    (request, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      reply.raw.write(': listening\n\n');
      const end = desk.listen((keys) => {
        for (const key of keys) reply.raw.write(`event: filed\nid: ${key}\ndata: ${JSON.stringify({ key })}\n\n`);
      });
      const beat = setInterval(() => reply.raw.write(': beat\n\n'), 25_000);
      request.raw.on('close', () => {
        clearInterval(beat);
        end();
      });
    },
  );
}

/** Rows of an answer as CSV: plain values as they are, the rest as JSON. Cells that a spreadsheet would run are made harmless. */
function csvOf(items: readonly object[]): string {
  const safe = (value: unknown): string => {
    const text =
      value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
    return /^[=+@\t\r]/.test(text) || /^-\D/.test(text) ? `'${text}` : text;
  };
  return stringify(
    items.map((item) => Object.fromEntries(Object.entries(item).map(([key, value]) => [key, safe(value)]))),
    { header: true },
  );
}
