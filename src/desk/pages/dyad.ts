// A dyad: its tension over time with change points, a brush that chooses days, the incidents of those days, and who said what to whom.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Incident, Party, StatementReport, TensionDay } from '../../record/index.js';
import type * as record from '../../store/index.js';
import type { Ask } from '../ask.js';
import { shift } from '../days.js';
import { type Desk, HTML } from '../desk.js';
import { filterOf } from '../filter.js';
import { dyadsOf, followedBy, sameDyad } from '../follow.js';
import { type Html, html } from '../html.js';
import { dyadName, many, sideName, signed } from '../names.js';
import { Query } from '../shapes.js';
import { peakOf, spark, tensionChart } from './charts.js';
import { address, dayText, filters, nothing, page } from './layout.js';
import { incidentRow, ledgerRow, list, statementRows } from './rows.js';

export function addDyad(app: FastifyInstance, desk: Desk): void {
  app.get<{ Querystring: Query }>('/dyad', { schema: { hide: true, querystring: Query } }, (request, reply) => {
    const { query } = request;
    const sides = query.dyad?.split('-') as [string, string] | undefined;
    const viewer = { role: request.role, guarded: desk.guarded };
    return desk.send(
      request,
      reply,
      HTML,
      async () =>
        sides
          ? page(
              `${sideName(sides[0])} and ${sideName(sides[1])}`,
              '/dyad',
              await dyad(desk, request, sides, query),
              viewer,
            )
          : page('Dyads', '/dyad', await dyads(desk, query), viewer),
      `${request.role} ${followedBy(request).join(' ')}`,
    );
  });
}

/** The dyads that act most. */
async function dyads({ ask }: Desk, query: Query): Promise<Html> {
  const names = await dyadsOf(ask, 24);
  const rows = await Promise.all(names.map(async (name) => ({ name, days: await ask.lately(name, 180) })));
  return html`<header class="room"><h1>Dyads</h1><p class="lead">Two sides and the tension between them. Write two countries or actors as IRN-USA.</p></header>${filters('/dyad', query, ['dyad', 'from', 'to', 'asOf'])}${
    rows.length === 0
      ? nothing('No two countries have acted on one another yet.')
      : html`<table class="wide"><caption>Tension from −100 (cooperation) to +100 (conflict), over the last 180 days of the record</caption><thead><tr><th scope="col">dyad</th><th scope="col">tension</th><th scope="col">now</th><th scope="col">strongest</th><th scope="col" class="spare">incidents</th></tr></thead><tbody>${rows.map(
          ({ name, days }) => {
            if (days.length === 0) return null;
            const peak = peakOf(days);
            return html`<tr><th scope="row"><a href="${address('/dyad', { dyad: name })}">${dyadName(name)}</a></th><td>${spark(days, 180)}</td><td>${signed(days[days.length - 1].index)}</td><td>${signed(peak.index)} on ${dayText(peak.day)}</td><td class="spare">${days.reduce((sum, { incidents }) => sum + incidents.length, 0)}</td></tr>`;
          },
        )}</tbody></table>`
  }`;
}

async function dyad(desk: Desk, request: FastifyRequest, [a, b]: [string, string], query: Query): Promise<Html> {
  const { ask } = desk;
  const filter = filterOf(query);
  const { from, to, ...ever } = filter;
  const [days, incidents, said, ledger, marks] = await Promise.all([
    chartDays(ask, [a, b], ever.asOf),
    ask.incidents({ ...filter, limit: query.limit ?? 60 }),
    saidBetween(ask, filter, [a, b]),
    ask.ledger({ ...filter, limit: 6 }),
    ask.marks(),
  ]);
  const name = `${a}-${b}`;
  const named = sideName(a) !== a || sideName(b) !== b;
  const follows = followedBy(request).some((one) => sameDyad(one, name));
  const shown = days.filter(
    ({ day, incidents: some }) => some.length > 0 && (!from || day >= from) && (!to || day <= to),
  );
  const chosen = from || to ? `${from ? dayText(from) : 'the beginning'} to ${to ? dayText(to) : 'the end'}` : null;
  const link = (day: string): string => address('/dyad', { dyad: name, asOf: query.asOf, from: day, to: day });
  return html`<header class="room"><h1>${sideName(a)}–${sideName(b)} ${named ? html`<small>${name}</small>` : null}</h1><form class="follow" method="post" action="/follow"><input type="hidden" name="dyad" value="${name}"><input type="hidden" name="follow" value="${follows ? 'no' : 'yes'}"><button class="plain">${follows ? 'Do not follow any more' : 'Follow this dyad'}</button></form><p class="tools"><a href="/actor/${encodeURIComponent(a)}">${sideName(a)}</a> <a href="/actor/${encodeURIComponent(b)}">${sideName(b)}</a> <a href="${address('/api/incidents', { dyad: name, from, to, format: 'csv' })}" download>CSV</a></p></header>${filters('/dyad', query, ['dyad', 'from', 'to', 'asOf'])}
${days.length > 0 ? tensionChart(days, `Tension between ${sideName(a)} and ${sideName(b)}`, { from, to, link }) : nothing('Nothing in the record lies between these two.')}
${chosen ? html`<p class="chosen-days">Chosen: <b>${chosen}</b> · <a href="${address('/dyad', { dyad: name, asOf: query.asOf })}">all days</a></p>` : null}
${days.length > 0 ? html`<details class="numbers"><summary>The numbers</summary><table><thead><tr><th scope="col">day</th><th scope="col">index</th><th scope="col">±</th><th scope="col">conflict</th><th scope="col">cooperation</th><th scope="col">incidents</th></tr></thead><tbody>${shown.map((day) => html`<tr><th scope="row"><a href="${link(day.day)}">${dayText(day.day)}</a></th><td>${signed(day.index)}</td><td>${day.uncertainty.toFixed(0)}</td><td>${day.conflict.toFixed(1)}</td><td>${day.cooperation.toFixed(1)}</td><td>${day.incidents.length}</td></tr>`)}</tbody></table></details>` : null}
<div class="columns two"><section><h2>Incidents <small>${incidents.length}${chosen ? ` in the chosen days` : ''}</small></h2>${
    incidents.length > 0
      ? html`${directions(incidents, a, b)}${list(
          incidents.map((one) => incidentRow(one, marks)),
          'Incidents',
        )}`
      : nothing('None in these days.')
  }</section><section><h2>Commitments</h2>${
    ledger.length > 0
      ? list(
          ledger.map((one) => ledgerRow(one, marks)),
          'Commitments',
        )
      : nothing('None in these days.')
  }<h2>Who said what about whom</h2>${
    said.length > 0 ? list(statementRows(said, marks), 'Statements') : nothing('No statement names both in these days.')
  }</section></div>`;
}

/** Statements shown. */
const SAID = 20;

/** What one side said to the other, or about it in words: the newest first. */
async function saidBetween(
  ask: Ask,
  { dyad: _dyad, ...filter }: record.Filter,
  [a, b]: readonly [string, string],
): Promise<readonly StatementReport[]> {
  const about = (speaker: string, other: string) =>
    ask.statements({ ...filter, actor: speaker, text: other, limit: 30 });
  const found = await Promise.all([
    ask.statements({ ...filter, dyad: [a, b], limit: SAID }),
    about(a, sideName(b)),
    about(b, sideName(a)),
  ]);
  const speaks = ({ parties }: StatementReport): boolean =>
    parties.some((one) => one.role === 'speaker' && (isSide(a, one) || isSide(b, one)));
  const known = new Map(
    found
      .flat()
      .filter(speaks)
      .map((one) => [one.key, one]),
  );
  return [...known.values()]
    .sort((x, y) => (x.day > y.day ? -1 : x.day < y.day ? 1 : x.key < y.key ? -1 : 1))
    .slice(0, SAID);
}

const isSide = (side: string, { country, code, name }: Party): boolean =>
  country === side || code === side || name === side;

/** Days before the first dispatch that are drawn: what a dispatch recalls of years ago is no part of the crisis. */
const RECALLED = 60;

/** The tension from the first incident that the dispatches were about to the last dispatch. */
async function chartDays(ask: Ask, sides: readonly [string, string], asOf: string | undefined): Promise<TensionDay[]> {
  const { first, last } = await ask.span();
  if (first === '') return [];
  const to = asOf && asOf.slice(0, 10) < last ? asOf.slice(0, 10) : last;
  const range = { to, ...(asOf ? { asOf } : {}) };
  const days = await ask.tension(sides, range);
  const floor = shift(first, -RECALLED);
  if (days.length === 0 || days[0].day >= floor) return days;
  const from = days.find(({ day, incidents }) => day >= floor && incidents.length > 0)?.day;
  return from === undefined ? [] : ask.tension(sides, { from, ...range });
}

/** How much of it goes which way. */
function directions(incidents: readonly Incident[], a: string, b: string): Html {
  const is = (side: string, parties: Incident['sources']): boolean => parties.some((one) => isSide(side, one));
  const way = (from: string, to: string): readonly Incident[] =>
    incidents.filter(({ sources, targets }) => is(from, sources) && is(to, targets));
  const line = (from: string, to: string): Html => {
    const some = way(from, to);
    const conflict = some.filter(({ quad }) => quad > 2).length;
    return html`<li><b>${sideName(from)} → ${sideName(to)}</b> ${many(some.length, 'incident')} ${some.length > 0 ? html`<span class="soft">${conflict} of conflict, ${some.length - conflict} of cooperation</span>` : null}</li>`;
  };
  return html`<ul class="ways">${line(a, b)}${line(b, a)}</ul>`;
}
