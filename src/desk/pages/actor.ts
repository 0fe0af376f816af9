// Actors: who takes part in most; and of one, its roles over time, whom it acts on, what it committed itself to, what it said, and how it is sourced.

import type { FastifyInstance } from 'fastify';
import * as record from '../../store/index.js';
import { type Desk, HTML } from '../desk.js';
import { filterOf } from '../filter.js';
import { type Html, html } from '../html.js';
import { sectorName, sideName } from '../names.js';
import { Query } from '../shapes.js';
import { gradeBars, shareBar } from './audit.js';
import { actorPath, address, dayText, filters, nothing, page, pager, plainCode } from './layout.js';
import { network, tiesOf } from './network.js';
import { incidentRow, ledgerRow, list, statementRows } from './rows.js';

/** Dispatches whose readings are opened to tell the roles. */
const OPENED = 40;

export function addActors(app: FastifyInstance, desk: Desk): void {
  const { ask } = desk;
  app.get<{ Querystring: Query }>('/actors', { schema: { hide: true, querystring: Query } }, (request, reply) =>
    desk.send(
      request,
      reply,
      HTML,
      async () => {
        const { query } = request;
        const actors = await ask.actors({ ...filterOf(query), limit: query.limit ?? 100 });
        const most = Math.max(1, ...actors.map(({ reports }) => reports));
        return page(
          'Actors',
          '/actors',
          html`<header class="room"><h1>Actors</h1><p class="lead">Who takes part in most events.</p><p class="tools"><a href="/api/actors?format=csv" download>CSV</a></p></header>${filters('/actors', query, ['actor', 'from', 'to', 'asOf'])}${actors.length > 0 ? html`<table class="wide"><thead><tr><th scope="col">actor</th><th scope="col">country</th><th scope="col" class="spare">sector</th><th scope="col" class="spare">code</th><th scope="col">reports</th></tr></thead><tbody>${actors.map(({ name, code, country, sector, reports }) => html`<tr><th scope="row"><a href="${actorPath(code, name)}">${name}</a></th><td>${country ? html`<a href="/actor/${country}">${sideName(country)}</a>` : html`<span class="soft">none told</span>`}</td><td class="spare">${sectorName(sector)}</td><td class="spare"><code>${plainCode(code)}</code></td><td class="count">${shareBar(reports / most)}${reports}</td></tr>`)}</tbody></table>` : nothing('Nobody has acted yet.')}${pager('/actors', { ...query, limit: query.limit ?? 100 }, actors.length, ['More often', 'Less often'])}`,
          { role: request.role, guarded: desk.guarded },
        );
      },
      request.role,
    ),
  );
  app.get<{ Params: { who: string }; Querystring: Query }>(
    '/actor/:who',
    { schema: { hide: true, querystring: Query } },
    (request, reply) =>
      desk.send(
        request,
        reply,
        HTML,
        async () => {
          const { title, body } = await actor(desk, request.params.who, request.query);
          return page(title, '/actors', body, { role: request.role, guarded: desk.guarded });
        },
        request.role,
      ),
  );
}

async function actor({ ask, store }: Desk, who: string, query: Query): Promise<{ title: string; body: Html }> {
  const filter = { ...filterOf(query), actor: who };
  const [incidents, ledger, said, events, marks] = await Promise.all([
    ask.incidents({ ...filter, limit: 150 }),
    ask.ledger({ ...filter, limit: 15 }),
    ask.statements({ ...filter, limit: 200 }),
    ask.events({ ...filter, limit: 200 }),
    ask.marks(),
  ]);
  const is = (party: { code: string; country: string | null; sector?: string | null; name: string }): boolean =>
    /^[A-Z]{3}$/.test(who)
      ? party.country === who || party.code === who || party.sector === who
      : /^[A-Z]{6,}$/.test(who)
        ? party.code === who
        : party.name.toLowerCase().includes(who.toLowerCase());
  const named = [
    ...incidents.flatMap(({ sources, targets }) => [...sources, ...targets]),
    ...said.flatMap(({ parties }) => parties),
  ];
  const name = named.find(({ code, name: one }) => code === who || one === who)?.name ?? named.find(is)?.name ?? who;
  const dispatches = [...new Set([...events, ...said].map(({ dispatch }) => dispatch))].slice(0, OPENED);
  const roles = await ask.once(`roles ${who} ${JSON.stringify(query)}`, () => rolesOf(store, dispatches, is));
  const theirs = said.filter(({ parties }) => parties.some((party) => party.role === 'speaker' && is(party)));
  const code = name === who ? null : who;
  const body = html`<header class="room"><h1>${name} ${code ? html`<small>${code}</small>` : null}</h1><p class="tools"><a href="${address('/incidents', { actor: who })}">all incidents</a> <a href="${address('/statements', { actor: who })}">all statements</a> <a href="${address('/api/incidents', { actor: who, format: 'csv' })}" download>CSV</a></p></header>${filters(`/actor/${encodeURIComponent(who)}`, query, ['from', 'to', 'asOf'])}
${
  incidents.length + said.length + ledger.length === 0
    ? nothing('The record does not know this actor under these filters.')
    : html`<div class="columns two"><section><h2>Whom it acts on</h2>${network(name, tiesOf(incidents, is, /^[A-Z]{3}$/.test(who)))}<h2>Roles over time</h2>${roles.length > 0 ? roleTable(roles) : nothing('No dispatch tells a role.')}<h2>Incidents</h2>${
        incidents.length > 0
          ? list(
              incidents.slice(0, 25).map((one) => incidentRow(one, marks)),
              'Incidents',
            )
          : nothing('None.')
      }</section><section><h2>Commitments</h2>${
        ledger.length > 0
          ? list(
              ledger.map((one) => ledgerRow(one, marks)),
              'Commitments',
            )
          : nothing('None.')
      }<h2>Statements</h2>${theirs.length > 0 ? gradeBars(theirs, (grade) => address('/statements', { actor: who, sourcing: grade })) : null}${
        said.length > 0 ? list(statementRows(said.slice(0, 25), marks), 'Statements') : nothing('None.')
      }</section></div>`
}`;
  return { title: name, body };
}

interface Role {
  readonly name: string;
  readonly role: string;
  first: string;
  last: string;
  dispatches: number;
}

/** What the dispatches call the actor, or the people of it, and when. */
async function rolesOf(
  store: record.Store,
  dispatches: readonly string[],
  is: (party: { code: string; country: string | null; sector: string | null; name: string }) => boolean,
): Promise<readonly Role[]> {
  const found = new Map<string, Role>();
  for (const key of dispatches) {
    const reading = await record.readingOf(store, key);
    const day = reading?.dispatch.date?.value ?? '';
    for (const one of reading?.actors ?? []) {
      if (one.role === null || one.kind !== 'person' || !is(one)) continue;
      const same = `${one.name}\n${one.role}`.toLowerCase();
      const known = found.get(same);
      if (!known) found.set(same, { name: one.name, role: one.role, first: day, last: day, dispatches: 1 });
      else {
        if (day < known.first) known.first = day;
        if (day > known.last) known.last = day;
        known.dispatches++;
      }
    }
  }
  return [...found.values()]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.first < b.first ? -1 : 1))
    .slice(0, 40);
}

/** Roles with a line for the time in which they are told. */
function roleTable(roles: readonly Role[]): Html {
  const days = roles
    .flatMap(({ first, last }) => [first, last])
    .filter((day) => day !== '')
    .sort();
  const [from = '', to = from] = [days[0], days[days.length - 1]];
  const at = (day: string): number => {
    const [a, b] = [Date.parse(from), Date.parse(to)];
    return b > a && day !== '' ? (100 * (Date.parse(day) - a)) / (b - a) : 0;
  };
  return html`<table class="roles"><caption>${dayText(from)} to ${dayText(to)}</caption><thead><tr><th scope="col">who</th><th scope="col">called</th><th scope="col">when</th></tr></thead><tbody>${roles.map(({ name, role, first, last, dispatches }) => html`<tr><th scope="row"><a href="/actor/${encodeURIComponent(name)}">${name}</a></th><td>${role}</td><td><svg class="line" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><line class="zero" x1="0" x2="100" y1="5" y2="5"/><rect x="${Math.min(98, at(first)).toFixed(1)}" width="${Math.max(2, at(last) - at(first)).toFixed(1)}" y="2" height="6"/></svg><span class="soft">${first === last ? dayText(first) : `${dayText(first)} – ${dayText(last)}`}, ${dispatches}×</span></td></tr>`)}</tbody></table>`;
}
