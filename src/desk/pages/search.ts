// Search over everything: one question of every kind of record, with filters that stand in the address.

import type { FastifyInstance } from 'fastify';
import { type Desk, HTML } from '../desk.js';
import { filterOf } from '../filter.js';
import { type Html, html } from '../html.js';
import { Query } from '../shapes.js';
import { address, filters, nothing, page } from './layout.js';
import { disputeRow, incidentRow, ledgerRow, list, meetingRow, statementRows, storyRow } from './rows.js';

/** Answers of each kind. */
const EACH = 12;

export function addSearch(app: FastifyInstance, desk: Desk): void {
  const { ask } = desk;
  app.get<{ Querystring: Query }>('/search', { schema: { hide: true, querystring: Query } }, (request, reply) =>
    desk.send(
      request,
      reply,
      HTML,
      async () => {
        const { query } = request;
        const viewer = { role: request.role, guarded: desk.guarded };
        const fields = ['text', 'actor', 'dyad', 'place', 'from', 'to', 'asOf'] as const;
        const head = html`<header class="room"><h1>Search</h1></header>${filters('/search', query, fields)}`;
        if (!fields.some((field) => query[field] !== undefined))
          return page(
            'Search',
            '/search',
            html`${head}${nothing('Give words that must all stand in the text, or choose by actor, place and day.')}`,
            viewer,
          );
        const filter = { ...filterOf(query), limit: EACH };
        const [marks, ledger, incidents, meetings, disputes, said, stories] = await Promise.all([
          ask.marks(),
          ask.ledger(filter),
          ask.incidents(filter),
          ask.daybook(filter),
          ask.disputes(filter),
          ask.statements(filter),
          ask.stories(filter),
        ]);
        const part = (name: string, path: string, rows: readonly Html[]): Html =>
          rows.length === 0
            ? html``
            : html`<section><h2>${name}</h2>${list(rows, name)}${rows.length >= EACH ? html`<p class="more"><a href="${address(path, { ...query, limit: undefined, offset: undefined })}">More ${name.toLowerCase()}</a></p>` : null}</section>`;
        // What is long stands beside what is long, so that neither column ends far above the other.
        const left = [
          part(
            'Commitments',
            '/ledger',
            ledger.map((one) => ledgerRow(one, marks)),
          ),
          part(
            'Meetings',
            '/daybook',
            meetings.map((one) => meetingRow(one, marks)),
          ),
          part('Stories', '/stories', stories.map(storyRow)),
        ];
        const right = [
          part(
            'Incidents',
            '/incidents',
            incidents.map((one) => incidentRow(one, marks)),
          ),
          part(
            'Disputes',
            '/disputes',
            disputes.map((one) => disputeRow(one, marks)),
          ),
          part('Statements', '/statements', statementRows(said, marks)),
        ];
        const any = [...left, ...right].some((one) => one.html !== '');
        return page(
          'Search',
          '/search',
          html`${head}${any ? html`<div class="columns two found"><div>${left}</div><div>${right}</div></div>` : nothing('Nothing in the record answers to this. Try fewer words.')}`,
          viewer,
        );
      },
      request.role,
    ),
  );
}
