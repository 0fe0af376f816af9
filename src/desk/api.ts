// The interface: every question of the record over HTTP, one dispatch with its reading, reading and filing a text, marks, and what is new.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { calendarOf } from '../export/ics.js';
import { changesBetween } from '../record/index.js';
import * as record from '../store/index.js';
import type { MarksOf } from './ask.js';
import { shift } from './days.js';
import type { Desk } from './desk.js';
import { feedOf } from './feed.js';
import { corpusOf } from './gold.js';
import { GoldQuery, KeyParams, MarkBody, PairQuery, Query, ReportParams, TensionQuery, Text } from './shapes.js';
import { standing } from './standing.js';
import { answers, asCsv, asJsonLines, type Question, withMarks } from './stream.js';

const question = <T extends object>(
  name: string,
  about: string,
  ask: (store: record.Store, filter: record.Filter) => Promise<readonly T[]>,
) => ({ name, about, ask });

/** Questions by their address under /api. */
const ASKED = [
  question('incidents', 'What happened, each thing once, however often it is told', record.incidents),
  question('events', 'Single reports of events', record.events),
  question('statements', 'Who said what, and how good the source is', record.statements),
  question('commitments', 'Threats, promises, demands and offers, with their life', (store, filter) =>
    standing((narrowed) => record.ledger(store, narrowed), filter),
  ),
  question('daybook', 'Meetings, soonest first', record.daybook),
  question('disputes', 'Who says so, who denies it, since when', record.disputes),
  question('stories', 'Stories with their editions', record.stories),
  question('actors', 'Who takes part in most events', record.actors),
] as const;

/** The filter that an address asks for. */
export function filterOf(query: Query): record.Filter {
  const { dyad, asOf, format: _format, ...rest } = query;
  return {
    ...rest,
    ...(dyad ? { dyad: dyad.split('-') as [string, string] } : {}),
    ...(asOf ? { asOf: asOfTime(asOf) } : {}),
  };
}

/** All that answers, as it is sent: commitments by what became of them are looked for in the whole ledger. */
function narrowed(name: string, ask: Question, filter: record.Filter, marks: MarksOf): AsyncIterable<object> {
  const { status, ...open } = filter;
  if (name !== 'commitments' || status === undefined) return answers(ask, filter, marks);
  return answers(ask, open, marks, (item) => (item as { status?: unknown }).status === status);
}

/** A day means its end. */
const asOfTime = (asOf: string): string => (asOf.length === 10 ? `${asOf}T23:59:59Z` : asOf);

/** Days before the last dispatch from which the calendar begins when nothing else is asked for. */
const PAST = 60;

const JSON_TYPE = 'application/json; charset=utf-8';
const MISSING = { error: 'There is no such dispatch in the record.' };

/** Adds every route under /api. */
export function addApi(app: FastifyInstance, desk: Desk): void {
  const { store, ask } = desk;
  const json = (request: FastifyRequest, reply: FastifyReply, make: () => Promise<unknown>) =>
    desk.send(request, reply, JSON_TYPE, async () => {
      const made = await make();
      return made === null ? null : JSON.stringify(made);
    });

  for (const { name, about, ask: asked } of ASKED) {
    app.get<{ Querystring: Query }>(
      `/api/${name}`,
      { schema: { summary: about, querystring: Query, tags: ['record'] } },
      async (request, reply) => {
        const filter = filterOf(request.query);
        const { format } = request.query;
        const question: Question = (narrowed) => asked(store, narrowed);
        if (format === 'jsonl' || format === 'csv') {
          const rows = narrowed(name, question, filter, await ask.marks());
          reply.header('content-disposition', `attachment; filename="${name}.${format}"`);
          return format === 'jsonl'
            ? reply.type('application/x-ndjson').send(asJsonLines(rows))
            : reply.type('text/csv; charset=utf-8').send(asCsv(rows));
        }
        const limit = Math.min(filter.limit ?? 50, 500);
        return json(request, reply, async () => {
          const items = await asked(store, { ...filter, limit });
          const marks = await ask.marks();
          return {
            items: items.map((item) => withMarks(item, marks)),
            next: items.length >= limit ? (filter.offset ?? 0) + limit : null,
          };
        });
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
    (request, reply) => {
      const { dyad, directed, asOf, from, to } = request.query;
      return json(request, reply, async () => ({
        items: await ask.tension(dyad.split('-') as [string, string], {
          ...(from ? { from } : {}),
          ...(to ? { to } : {}),
          ...(asOf ? { asOf: asOfTime(asOf) } : {}),
          ...(directed ? { directed } : {}),
        }),
      }));
    },
  );
  app.get<{ Params: KeyParams }>(
    '/api/dispatches/:key',
    { schema: { summary: 'A filed dispatch with its reading and its marks', params: KeyParams, tags: ['dispatches'] } },
    async (request, reply) => {
      const { key } = request.params;
      const reading = await record.readingOf(store, key);
      if (!reading) return reply.code(404).send(MISSING);
      const marks = await ask.marks();
      const { events, statements, commitments, meetings, claims } = reading;
      const marked = [...events, ...statements, ...commitments, ...meetings, ...claims]
        .map(({ id }) => `${key}#${id}`)
        .flatMap((report) => (marks(report).length > 0 ? [[report, marks(report)] as const] : []));
      return json(request, reply, async () => ({ reading, marks: Object.fromEntries(marked) }));
    },
  );
  app.get<{ Params: ReportParams }>(
    '/api/dispatches/:key/explain/:id',
    { schema: { summary: 'How a record came about, and what lost', params: ReportParams, tags: ['dispatches'] } },
    async (request, reply) => {
      const { key, id } = request.params;
      const reading = await record.readingOf(store, key);
      if (!reading) return reply.code(404).send(MISSING);
      const found = await desk.reader.do('why', { dispatch: reading.dispatch, id });
      if (!found) return reply.code(404).send({ error: 'There is no such record in the dispatch.' });
      return json(request, reply, async () => found);
    },
  );
  app.get<{ Querystring: PairQuery }>(
    '/api/changes-between',
    {
      schema: { summary: 'What changed between two editions of a story', querystring: PairQuery, tags: ['dispatches'] },
    },
    async (request, reply) => {
      const [before, after] = await Promise.all([
        record.readingOf(store, request.query.from),
        record.readingOf(store, request.query.to),
      ]);
      if (!before || !after) return reply.code(404).send(MISSING);
      return changesBetween(before, after);
    },
  );
  app.post<{ Body: Text }>(
    '/api/read',
    { schema: { summary: 'Read a text without filing it', body: Text, tags: ['filing'] } },
    async (request, reply) => reply.type(JSON_TYPE).send(await desk.reader.do('text', request.body)),
  );
  app.post<{ Body: Text }>(
    '/api/file',
    { schema: { summary: 'Read a text and file it', body: Text, tags: ['filing'] }, config: { role: 'file' } },
    async (request, reply) => {
      const { prepared } = await desk.reader.do('entry', request.body);
      const { added } = await desk.file([prepared]);
      const head = JSON.stringify({ key: prepared.key, added: added === 1 });
      // The reading is JSON already.
      return reply.type(JSON_TYPE).send(`${head.slice(0, -1)},"reading":${prepared.json}}`);
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
  app.get<{ Querystring: GoldQuery }>(
    '/api/marks/gold',
    {
      schema: {
        summary: 'What readers marked, as gold data: every marked record, or paragraphs for the corpus of `eval`',
        querystring: GoldQuery,
        tags: ['marks'],
      },
    },
    async (request, reply) => {
      if (request.query.format === 'corpus')
        return reply.type('text/plain; charset=utf-8').send(await corpusOf(store, await ask.marks()));
      return reply
        .type('application/x-ndjson')
        .send((await record.goldOf(store)).map((row) => `${JSON.stringify(row)}\n`).join(''));
    },
  );
  app.get<{ Querystring: Query }>(
    '/daybook.ics',
    {
      schema: {
        summary: 'The daybook for a calendar, from two months before the last dispatch on',
        querystring: Query,
        tags: ['subscriptions'],
      },
    },
    (request, reply) =>
      desk.send(request, reply, 'text/calendar; charset=utf-8', async () => {
        // Who subscribes is told what lies ahead and what has just been, not what was years ago.
        const from = shift(await ask.today(), -PAST);
        return calendarOf(
          await record.daybook(store, { limit: 1000, ...(from === '' ? {} : { from }), ...filterOf(request.query) }),
        );
      }),
  );
  app.get<{ Querystring: Query }>(
    '/incidents.atom',
    { schema: { summary: 'New incidents as an Atom feed', querystring: Query, tags: ['subscriptions'] } },
    (request, reply) =>
      desk.send(request, reply, 'application/atom+xml; charset=utf-8', async () =>
        feedOf(await ask.incidents(filterOf(request.query)), request.url),
      ),
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
      beat.unref();
      request.raw.on('close', () => {
        clearInterval(beat);
        end();
      });
    },
  );
}
