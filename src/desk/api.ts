// The interface: every question of the record over HTTP, one dispatch with its reading, reading and filing a text, marks, and what is new.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { changesBetween, type LedgerEntry } from '../record/index.js';
import * as record from '../store/index.js';
import type { MarksOf } from './ask.js';
import type { Desk } from './desk.js';
import { JSON_TYPE, open, operation, pageOf, text } from './document.js';
import { asOfTime, filterOf } from './filter.js';
import { corpusOf } from './gold.js';
import { GoldQuery, KeyParams, MarkBody, PairQuery, Query, ReportParams, TensionQuery, Text } from './shapes.js';
import { standing } from './standing.js';
import { answers, asCsv, asJsonLines, type Question, withMarks } from './stream.js';
import { addSubscriptions } from './subscribe.js';

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
  question('commitments', 'Threats, promises, demands and offers, with their life', record.ledger),
  question('daybook', 'Meetings, soonest first', record.daybook),
  question('disputes', 'Who says so, who denies it, since when', record.disputes),
  question('stories', 'Stories with their editions', record.stories),
  question('actors', 'Who takes part in most events', record.actors),
] as const;

/** All that answers, as it is sent: commitments by what became of them are looked for in the whole ledger. */
function narrowed(name: string, ask: Question, filter: record.Filter, marks: MarksOf): AsyncIterable<object> {
  if (name !== 'commitments' || filter.status === undefined) return answers(ask, filter, marks);
  const { filter: open, stands } = standing(filter);
  return answers(ask, open, marks, (item) => stands(item as LedgerEntry));
}

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
      {
        schema: {
          querystring: Query,
          ...operation({
            summary: about,
            tag: 'record',
            gives: {
              'application/json': pageOf(about),
              'application/x-ndjson': text('one answer a line'),
              'text/csv': text('one answer a row; lists and objects as JSON'),
            },
          }),
        },
      },
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
          const { filter: open, stands } = name === 'commitments' ? standing(filter) : { filter, stands: () => true };
          const looked = await asked(store, { ...open, limit });
          const items = (looked as readonly object[]).filter((item) => stands(item as LedgerEntry));
          const marks = await ask.marks();
          return {
            items: items.map((item) => withMarks(item, marks)),
            next: looked.length >= limit ? (filter.offset ?? 0) + limit : null,
          };
        });
      },
    );
  }
  app.get<{ Querystring: TensionQuery }>(
    '/api/tension',
    {
      schema: {
        querystring: TensionQuery,
        ...operation({
          summary: 'Conflict and cooperation between two sides by day',
          tag: 'record',
          gives: { 'application/json': pageOf('a day') },
        }),
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
    {
      schema: {
        params: KeyParams,
        ...operation({
          summary: 'A filed dispatch with its reading and its marks',
          tag: 'dispatches',
          gives: { 'application/json': open('the reading, and the marks of its records by their keys') },
          missing: true,
        }),
      },
    },
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
    {
      schema: {
        params: ReportParams,
        ...operation({
          summary: 'How a record came about, and what lost',
          tag: 'dispatches',
          gives: { 'application/json': open('a head, and sections of plain lines') },
          missing: true,
        }),
      },
    },
    async (request, reply) => {
      const { key, id } = request.params;
      const reading = await record.readingOf(store, key);
      if (!reading) return reply.code(404).send(MISSING);
      const found = await desk.reader.do('why', { filed: reading, id });
      if (!found) return reply.code(404).send({ error: 'There is no such record in the dispatch.' });
      return json(request, reply, async () => found);
    },
  );
  app.get<{ Querystring: PairQuery }>(
    '/api/changes-between',
    {
      schema: {
        querystring: PairQuery,
        ...operation({
          summary: 'What changed between two editions of a story',
          tag: 'dispatches',
          gives: { 'application/json': open('sentences and records that were added, dropped and reworded') },
          missing: true,
        }),
      },
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
    {
      schema: {
        body: Text,
        ...operation({
          summary: 'Read a text without filing it',
          tag: 'filing',
          gives: { 'application/json': open('the reading') },
        }),
      },
    },
    async (request, reply) => reply.type(JSON_TYPE).send(await desk.reader.do('text', request.body)),
  );
  app.post<{ Body: Text }>(
    '/api/file',
    {
      schema: {
        body: Text,
        ...operation({
          summary: 'Read a text and file it',
          tag: 'filing',
          gives: { 'application/json': open('the key, whether it is new, and the reading') },
          role: 'file',
        }),
      },
      config: { role: 'file' },
    },
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
      schema: {
        body: MarkBody,
        ...operation({
          summary: 'Confirm, reject or correct a record',
          tag: 'marks',
          gives: { 'application/json': open('the key of the report that was marked') },
          missing: true,
          role: 'correct',
        }),
      },
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
        querystring: GoldQuery,
        ...operation({
          summary: 'What readers marked, as gold data: every marked record, or paragraphs for the corpus of `eval`',
          tag: 'marks',
          gives: {
            'application/x-ndjson': text('one marked record a line, with its text'),
            'text/plain': text('paragraphs as docs/annotation.md has them'),
          },
        }),
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
  addSubscriptions(app, desk);
}
