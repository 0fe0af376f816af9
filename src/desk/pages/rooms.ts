// The rooms: one kind of record each, with filters that stand in the address.

import type { FastifyInstance } from 'fastify';
import type * as record from '../../store/index.js';
import type { Ask, MarksOf } from '../ask.js';
import { shift } from '../days.js';
import { type Desk, HTML } from '../desk.js';
import { filterOf } from '../filter.js';
import { type Html, html } from '../html.js';
import { Query } from '../shapes.js';
import { STANDINGS, standing } from '../standing.js';
import { audit } from './audit.js';
import { calendar } from './calendar.js';
import { address, type Choices, dayText, filters, nothing, page, pager } from './layout.js';
import { disputeRow, incidentRow, ledgerRow, list, meetingRow, statementRows, storyRow } from './rows.js';

export const TYPES =
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
    ' ',
  );
const MODALITIES = ['happened', 'ongoing', 'planned', 'conditional', 'hypothetical', 'requested'];
const KINDS = ['threat', 'warning', 'ultimatum', 'demand', 'promise', 'offer', 'refusal'];
const MEETING = ['proposed', 'scheduled', 'postponed', 'ongoing', 'held', 'cancelled', 'refused'];
export const GRADES = ['named', 'spokesperson', 'anonymous', 'organisation', 'document', 'media', 'none'];

interface Room {
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly fields: readonly (keyof Query)[];
  readonly choices?: Choices;
  readonly rows: (ask: Ask, filter: record.Filter, marks: MarksOf) => Promise<readonly Html[]>;
  readonly empty: string;
  /** What "earlier" and "later" pages are called. */
  readonly pages?: readonly [string, string];
  /** What stands beside or above the list. */
  readonly beside?: (ask: Ask, filter: record.Filter, query: Query) => Promise<Html | null>;
  readonly tools?: (query: Query) => Html;
  /** Days before the record's last one from which the list begins when nothing is asked for. */
  readonly back?: number;
}

const ROOMS: readonly Room[] = [
  {
    path: '/incidents',
    title: 'Incidents',
    lead: 'What happened, each thing once, however often it is told.',
    fields: ['text', 'actor', 'dyad', 'type', 'status', 'place', 'from', 'to', 'asOf'],
    choices: { type: TYPES, status: MODALITIES },
    rows: async (ask, filter, marks) => (await ask.incidents(filter)).map((one) => incidentRow(one, marks)),
    empty: 'No incident answers to these filters.',
    tools: (query) => html`<a href="${address('/incidents.atom', { ...query })}">Atom</a>`,
  },
  {
    path: '/ledger',
    title: 'Ledger',
    lead: 'Threats, promises, demands and offers, with their conditions, and what became of them.',
    fields: ['text', 'actor', 'dyad', 'type', 'status', 'from', 'to', 'asOf'],
    choices: { type: KINDS, status: STANDINGS },
    rows: async (ask, asked, marks) => {
      const { filter, stands } = standing(asked);
      return (await ask.ledger(filter)).map((one) => (stands(one) ? ledgerRow(one, marks) : html``));
    },
    empty: 'No commitment answers to these filters.',
  },
  {
    path: '/daybook',
    title: 'Daybook',
    lead: 'Talks, calls and visits, held and to come.',
    fields: ['actor', 'dyad', 'status', 'from', 'to', 'asOf'],
    choices: { status: MEETING },
    rows: async (ask, filter, marks) => (await ask.daybook(filter)).map((one) => meetingRow(one, marks)),
    empty: 'No meeting answers to these filters.',
    pages: ['Earlier', 'Later'],
    back: 14,
    beside: async (ask, filter, query) =>
      calendar(await ask.daybook({ ...filter, limit: 500 }), await ask.today(), query),
    tools: (query) =>
      html`<a class="subscribe" href="${address('/daybook.ics', { actor: query.actor, dyad: query.dyad, status: query.status })}">Subscribe (.ics)</a>`,
  },
  {
    path: '/disputes',
    title: 'Disputes',
    lead: 'Who says so, who denies it, since when.',
    fields: ['text', 'actor', 'from', 'to', 'asOf'],
    rows: async (ask, filter, marks) => (await ask.disputes(filter)).map((one) => disputeRow(one, marks)),
    empty: 'Nothing is in dispute under these filters.',
  },
  {
    path: '/statements',
    title: 'Statements',
    lead: 'Who said what, and how good the source is.',
    fields: ['text', 'actor', 'dyad', 'sourcing', 'from', 'to', 'asOf'],
    choices: { sourcing: GRADES },
    rows: async (ask, filter, marks) => statementRows(await ask.statements(filter), marks),
    empty: 'No statement answers to these filters.',
    beside: audit,
    tools: () => html`<a href="/statements?sourcing=anonymous">The audit of anonymous sources</a>`,
  },
  {
    path: '/stories',
    title: 'Stories',
    lead: 'Stories with their editions, newest first.',
    fields: ['text', 'from', 'to', 'asOf'],
    rows: async (ask, filter) => (await ask.stories(filter)).map(storyRow),
    empty: 'No story answers to these filters.',
  },
];

/** Rows on a page at most. */
const LONGEST = 100;

/** The same question as data. */
const API: Readonly<Record<string, string>> = { '/ledger': '/api/commitments' };

export function addRooms(app: FastifyInstance, desk: Desk): void {
  for (const room of ROOMS) {
    const { path, title, lead, fields, choices, rows, empty, beside, tools, pages, back } = room;
    app.get<{ Querystring: Query }>(path, { schema: { hide: true, querystring: Query } }, (request, reply) =>
      desk.send(
        request,
        reply,
        HTML,
        async () => {
          const { query } = request;
          // A page that nobody reads to its end need not be longer.
          const limit = Math.min(query.limit ?? (query.status && path === '/ledger' ? LONGEST : 50), LONGEST);
          const filter = { ...filterOf(query), limit };
          const from =
            back !== undefined && Object.keys(query).length === 0 ? shift(await desk.ask.today(), -back) : '';
          const found = await rows(desk.ask, from === '' ? filter : { ...filter, from }, await desk.ask.marks());
          const more = (await beside?.(desk.ask, filter, query)) ?? null;
          const { format: _format, limit: _limit, offset: _offset, ...asked } = query;
          const data = (format: string): string => address(API[path] ?? `/api${path}`, { ...asked, format });
          const body = html`<header class="room"><h1>${title}</h1><p class="lead">${lead}</p><p class="tools">${tools?.(query)} <a href="${data('csv')}" download>CSV</a> <a href="${data('jsonl')}" download>JSON Lines</a></p></header>${filters(path, query, fields, choices)}<div class="${more ? 'beside' : 'plain'}">${more}<div>${from === '' ? null : html`<p class="soft">From ${dayText(from)} on; <a href="${path}?offset=0">from the beginning</a>.</p>`}${found.some((row) => row.html !== '') ? list(found, title) : nothing(found.length < limit ? empty : `None of these ${limit} does; there are more.`)}${pager(path, { ...query, limit }, found.length, pages)}</div></div>`;
          return page(title, path, body, { role: request.role, guarded: desk.guarded });
        },
        request.role,
      ),
    );
  }
}
