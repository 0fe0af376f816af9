// The pages of the desk. Each is one question to the record and one template; the filters stand in the address.

import type { FastifyInstance } from 'fastify';
import { changesBetween } from '../../record/index.js';
import type { Reading } from '../../records.js';
import { renderArticle, SCRIPT, STYLE } from '../../render/index.js';
import * as record from '../../store/index.js';
import { type Desk, filterOf } from '../api.js';
import { type Html, html, raw } from '../html.js';
import { KeyParams, Query, type Text } from '../shapes.js';
import { spark, tensionChart } from './charts.js';
import { dayText, filters, nothing, page, pager } from './layout.js';
import { worldMap } from './map.js';
import { disputeRow, incidentRow, ledgerRow, list, meetingRow, statementRow, storyRow } from './rows.js';
import { DESK_SCRIPT } from './script.js';
import { DESK_STYLE } from './style.js';

interface Room {
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly fields: readonly (keyof Query)[];
  readonly rows: (store: record.Store, filter: record.Filter) => Promise<Html[]>;
  readonly empty: string;
}

const ROOMS: readonly Room[] = [
  {
    path: '/incidents',
    title: 'Incidents',
    lead: 'What happened, each thing once, however often it is told.',
    fields: ['actor', 'dyad', 'type', 'status', 'from', 'to', 'text', 'asOf'],
    rows: async (s, f) => (await record.incidents(s, f)).map(incidentRow),
    empty: 'No incident answers to these filters.',
  },
  {
    path: '/ledger',
    title: 'Ledger',
    lead: 'Threats, promises, demands and offers, with their conditions, and what became of them.',
    fields: ['actor', 'dyad', 'type', 'from', 'to', 'text', 'asOf'],
    rows: async (s, f) => (await record.ledger(s, f)).map(ledgerRow),
    empty: 'No commitment answers to these filters.',
  },
  {
    path: '/daybook',
    title: 'Daybook',
    lead: 'Talks, calls and visits, held and to come.',
    fields: ['actor', 'dyad', 'status', 'from', 'to', 'asOf'],
    rows: async (s, f) => (await record.daybook(s, f)).map(meetingRow),
    empty: 'No meeting answers to these filters.',
  },
  {
    path: '/disputes',
    title: 'Disputes',
    lead: 'Who says so, who denies it, since when.',
    fields: ['actor', 'from', 'to', 'text', 'asOf'],
    rows: async (s, f) => (await record.disputes(s, f)).map(disputeRow),
    empty: 'Nothing is in dispute under these filters.',
  },
  {
    path: '/statements',
    title: 'Statements',
    lead: 'Who said what, and how good the source is.',
    fields: ['actor', 'from', 'to', 'text', 'asOf'],
    rows: async (s, f) => (await record.statements(s, f)).map(statementRow),
    empty: 'No statement answers to these filters.',
  },
  {
    path: '/stories',
    title: 'Stories',
    lead: 'Stories with their editions, newest first.',
    fields: ['from', 'to', 'text', 'asOf'],
    rows: async (s, f) => (await record.stories(s, f)).map(storyRow),
    empty: 'No story answers to these filters.',
  },
];

/** Adds every page. */
export function addPages(app: FastifyInstance, desk: Desk): void {
  const { store } = desk;
  const hidden = { schema: { hide: true } };
  const send = (reply: { type: (type: string) => { send: (body: string) => unknown } }, body: string) =>
    reply.type('text/html; charset=utf-8').send(body);

  app.get('/desk.css', hidden, async (_request, reply) =>
    reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'max-age=300')
      .send(STYLE + DESK_STYLE),
  );
  app.get('/desk.js', hidden, async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'max-age=300')
      .send(SCRIPT + DESK_SCRIPT),
  );

  for (const { path, title, lead, fields, rows, empty } of ROOMS) {
    app.get<{ Querystring: Query }>(path, { schema: { hide: true, querystring: Query } }, async (request, reply) => {
      const { query } = request;
      const found = await rows(store, filterOf(query));
      const tools =
        path === '/daybook'
          ? html` <a href="/daybook.ics?${new URLSearchParams(query.actor ? { actor: query.actor } : {}).toString()}">Subscribe (.ics)</a>`
          : path === '/statements'
            ? html` <a href="/statements?sourcing=anonymous">The anonymous ones</a>`
            : null;
      return send(
        reply,
        page(
          title,
          path,
          html`<h1>${title}</h1><p class="lead">${lead}${tools}</p>${filters(path, query, fields)}${found.length > 0 ? list(found, title) : nothing(empty)}${pager(path, query, found.length)}`,
        ),
      );
    });
  }

  app.get('/', hidden, async (_request, reply) => {
    const [incidents, threats, disputes, stories] = await Promise.all([
      record.incidents(store, { limit: 12 }),
      record.ledger(store, { limit: 8 }),
      record.disputes(store, { limit: 5 }),
      record.stories(store, { limit: 8 }),
    ]);
    const today = stories[0]?.last ?? '';
    const ahead = today ? await record.daybook(store, { from: today, limit: 8 }) : [];
    const dyads = await followed(store, incidents);
    const open = threats.filter(({ status }) => status === 'open' || status === 'condition met');
    return send(
      reply,
      page(
        'Crisis',
        '/',
        html`<h1>The record${today ? html` <small>to ${dayText(today)}</small>` : null}</h1>${
          stories.length === 0
            ? nothing('The record is empty. File dispatches with `chancery file`, or on the page File.')
            : html`
<section class="dyads" aria-label="Tension">${dyads.map(({ a, b, days }) => html`<a href="/dyad?dyad=${a}-${b}"><b>${a}–${b}</b> ${spark(days)} <span>${days.at(-1)?.index.toFixed(0)}</span></a>`)}</section>
<div class="columns"><section><h2>Open threats and demands</h2>${open.length > 0 ? list(open.map(ledgerRow), 'Open commitments') : nothing('None is open.')}<h2>Ahead</h2>${ahead.length > 0 ? list(ahead.map(meetingRow), 'Meetings ahead') : nothing('Nothing is scheduled.')}</section>
<section><h2>Latest</h2>${list(incidents.map(incidentRow), 'Latest incidents')}</section>
<section><h2>In dispute</h2>${disputes.length > 0 ? list(disputes.map(disputeRow), 'Disputes') : nothing('Nothing is in dispute.')}<h2>Stories</h2>${list(stories.map(storyRow), 'Stories')}</section></div>`
        }`,
      ),
    );
  });

  app.get<{ Querystring: Query }>('/dyad', { schema: { hide: true, querystring: Query } }, async (request, reply) => {
    const { query } = request;
    const sides = query.dyad?.split('-') as [string, string] | undefined;
    if (!sides)
      return send(
        reply,
        page(
          'Dyads',
          '/dyad',
          html`<h1>Dyads</h1><p class="lead">Two sides, written as IRN-USA.</p>${filters('/dyad', query, ['dyad', 'from', 'to', 'asOf'])}`,
        ),
      );
    const filter = filterOf(query);
    const [days, incidents] = await Promise.all([
      record.tension(store, sides, filter),
      record.incidents(store, { ...filter, limit: 200 }),
    ]);
    const shown = days.filter((day) => day.incidents.length > 0);
    return send(
      reply,
      page(
        `${sides[0]} and ${sides[1]}`,
        '/dyad',
        html`<h1>${sides[0]} and ${sides[1]}</h1>${filters('/dyad', query, ['dyad', 'from', 'to', 'asOf'])}${days.length > 0 ? tensionChart(days, `Tension between ${sides[0]} and ${sides[1]}`) : nothing('Nothing in the record lies between these two.')}
<details><summary>The numbers</summary><table><thead><tr><th>day</th><th>index</th><th>±</th><th>conflict</th><th>cooperation</th><th>incidents</th></tr></thead><tbody>${shown.map((day) => html`<tr id="d${day.day}"><td>${dayText(day.day)}</td><td>${day.index.toFixed(0)}</td><td>${day.uncertainty.toFixed(0)}</td><td>${day.conflict.toFixed(1)}</td><td>${day.cooperation.toFixed(1)}</td><td>${day.incidents.length}</td></tr>`)}</tbody></table></details>
${list(incidents.map(incidentRow), 'Incidents')}`,
      ),
    );
  });

  app.get('/actors', hidden, async (_request, reply) => {
    const actors = await record.actors(store, { limit: 200 });
    return send(
      reply,
      page(
        'Actors',
        '/actors',
        html`<h1>Actors</h1><p class="lead">Who takes part in most events.</p>${actors.length > 0 ? html`<table><thead><tr><th>actor</th><th>code</th><th>reports</th></tr></thead><tbody>${actors.map(({ name, code, reports }) => html`<tr><td><a href="/actor/${encodeURIComponent(code.startsWith('---') ? name : code)}">${name}</a></td><td>${code}</td><td>${reports}</td></tr>`)}</tbody></table>` : nothing('Nobody has acted yet.')}`,
      ),
    );
  });

  app.get<{ Params: { who: string } }>('/actor/:who', hidden, async (request, reply) => {
    const { who } = request.params;
    const [incidents, threats, said] = await Promise.all([
      record.incidents(store, { actor: who, limit: 40 }),
      record.ledger(store, { actor: who, limit: 15 }),
      record.statements(store, { actor: who, limit: 30 }),
    ]);
    const upon = new Map<string, number>();
    for (const { sources, targets, reciprocal } of incidents.map((incident) => ({ ...incident, reciprocal: false }))) {
      for (const other of [...targets, ...(reciprocal ? sources : [])])
        if (other.code !== who) upon.set(other.code, (upon.get(other.code) ?? 0) + 1);
    }
    const most = [...upon].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 12);
    const name =
      incidents.flatMap(({ sources, targets }) => [...sources, ...targets]).find(({ code }) => code === who)?.name ??
      who;
    return send(
      reply,
      page(
        name,
        '/actors',
        html`<h1>${name} <small>${who}</small></h1>${most.length > 0 ? html`<p class="lead">Most often with ${most.map(([code, n], i) => html`${i > 0 ? ', ' : ''}<a href="/dyad?dyad=${encodeURIComponent(who)}-${encodeURIComponent(code)}">${code}</a> (${n})`)}</p>` : null}<div class="columns two"><section><h2>Incidents</h2>${incidents.length > 0 ? list(incidents.map(incidentRow), 'Incidents') : nothing('None.')}</section><section><h2>Commitments</h2>${threats.length > 0 ? list(threats.map(ledgerRow), 'Commitments') : nothing('None.')}<h2>Statements</h2>${said.length > 0 ? list(said.map(statementRow), 'Statements') : nothing('None.')}</section></div>`,
      ),
    );
  });

  app.get<{ Params: KeyParams; Querystring: { why?: string } }>(
    '/dispatch/:key',
    { schema: { hide: true, params: KeyParams } },
    async (request, reply) => {
      const reading = await record.readingOf(store, request.params.key);
      if (!reading)
        return send(reply.code(404), page('Not here', '', nothing('There is no such dispatch in the record.')));
      return send(
        reply,
        page(
          reading.dispatch.headline ?? reading.dispatch.id,
          '',
          await dispatchBody(desk, request.params.key, reading),
        ),
      );
    },
  );

  app.get<{ Params: { from: string; to: string } }>('/compare/:from/:to', hidden, async (request, reply) => {
    const { from, to } = request.params;
    const [before, after] = await Promise.all([record.readingOf(store, from), record.readingOf(store, to)]);
    if (!before || !after)
      return send(reply.code(404), page('Not here', '', nothing('There is no such dispatch in the record.')));
    const changes = changesBetween(before, after);
    const lines = (name: string, items: readonly (string | Html)[]): Html =>
      items.length > 0 ? html`<h3>${name}</h3><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>` : html``;
    return send(
      reply,
      page(
        'What changed',
        '/stories',
        html`<h1>What changed</h1><p class="lead"><a href="/dispatch/${from}">${before.dispatch.headline ?? before.dispatch.id}</a> → <a href="/dispatch/${to}">${after.dispatch.headline ?? after.dispatch.id}</a></p><div class="columns two"><section><h2>In words</h2>${lines('Added', changes.added)}${lines('Dropped', changes.dropped)}${lines(
          'Reworded',
          changes.reworded.map(([was, is]) => html`<del>${was}</del> <ins>${is}</ins>`),
        )}</section><section><h2>In records</h2>${lines(
          'Added',
          changes.records.filter(({ change }) => change === 'added').map(({ kind, text }) => `${kind}: ${text}`),
        )}${lines(
          'Gone',
          changes.records.filter(({ change }) => change === 'dropped').map(({ kind, text }) => `${kind}: ${text}`),
        )}</section></div>`,
      ),
    );
  });

  app.get<{ Querystring: Query }>('/search', { schema: { hide: true, querystring: Query } }, async (request, reply) => {
    const { query } = request;
    const filter = { ...filterOf(query), limit: 15 };
    const asked = Boolean(query.text);
    const [stories, incidents, said, threats] = asked
      ? await Promise.all([
          record.stories(store, filter),
          record.incidents(store, filter),
          record.statements(store, filter),
          record.ledger(store, filter),
        ])
      : [[], [], [], []];
    const part = (name: string, rows: readonly Html[]): Html =>
      rows.length > 0 ? html`<h2>${name}</h2>${list(rows, name)}` : html``;
    const any = stories.length + incidents.length + said.length + threats.length > 0;
    return send(
      reply,
      page(
        'Search',
        '/search',
        html`<h1>Search</h1>${filters('/search', query, ['text', 'actor', 'from', 'to', 'asOf'])}${any ? html`${part('Commitments', threats.map(ledgerRow))}${part('Incidents', incidents.map(incidentRow))}${part('Statements', said.map(statementRow))}${part('Stories', stories.map(storyRow))}` : nothing(asked ? 'Nothing in the record has all these words.' : 'Give words that must all stand in the text.')}`,
      ),
    );
  });

  app.get<{ Querystring: Query }>('/map', { schema: { hide: true, querystring: Query } }, async (request, reply) => {
    const incidents = await record.incidents(store, { ...filterOf(request.query), limit: 500 });
    return send(
      reply,
      page(
        'Map',
        '/map',
        html`<h1>Map</h1>${filters('/map', request.query, ['actor', 'type', 'from', 'to', 'asOf'])}${worldMap(incidents)}`,
      ),
    );
  });

  const filing = (said: Html | null): string =>
    page(
      'File',
      '/filing',
      html`<h1>File a dispatch</h1>${said}<form class="filing" method="post" action="/filing"><label>Text<textarea name="text" rows="16" required maxlength="2000000" placeholder="Paste a dispatch as the wire sent it"></textarea></label><label>Day, if the text does not tell it <input name="date" pattern="\\d{4}-\\d\\d-\\d\\d" placeholder="1987-06-03"></label><button>Read and file</button></form><p class="soft">Whole folders and feeds: <code>chancery file</code> and <code>chancery watch</code>.</p>`,
    );
  app.get('/filing', hidden, async (_request, reply) => send(reply, filing(null)));
  app.post<{ Body: { text: string; date?: string } }>(
    '/filing',
    { schema: { hide: true }, config: { role: 'file' } },
    async (request, reply) => {
      const { text = '', date = '' } = request.body ?? {};
      if (text.trim() === '') return send(reply.code(400), filing(nothing('There is no text.')));
      if (date !== '' && !/^\d{4}-\d\d-\d\d$/.test(date))
        return send(reply.code(400), filing(nothing('Write the day as 1987-06-03.')));
      const entry = desk.entryOf((date ? { text, date } : { text }) as Text);
      await desk.file([entry]);
      return reply.redirect(`/dispatch/${entry.key}`, 303);
    },
  );
  app.post<{ Body: Record<string, string> }>(
    '/marks',
    { schema: { hide: true }, config: { role: 'correct' } },
    async (request, reply) => {
      const { report = '', verdict = '', field = '', value = '', by = '', note = '' } = request.body ?? {};
      if (!['confirmed', 'rejected', 'corrected'].includes(verdict) || by.trim() === '')
        return send(reply.code(400), page('Not marked', '', nothing('A mark needs a verdict and your name.')));
      const correction = verdict === 'corrected' ? { field: field.slice(0, 60), value: value.slice(0, 2000) } : null;
      const there = await record.mark(
        store,
        { report, verdict: verdict as 'confirmed', correction, by: by.slice(0, 120), note: note.slice(0, 4000) },
        desk.now(),
      );
      if (!there) return send(reply.code(404), page('Not here', '', nothing('There is no such record.')));
      return reply.redirect(`/dispatch/${report.replace('#', '#')}`, 303);
    },
  );
}

/** The dyads of the latest incidents that have most of them, with their tension. */
async function followed(
  store: record.Store,
  incidents: readonly record.Incident[],
): Promise<{ a: string; b: string; days: Awaited<ReturnType<typeof record.tension>> }[]> {
  const counts = new Map<string, number>();
  for (const { sources, targets } of incidents) {
    for (const a of sources)
      for (const b of [...targets, ...sources]) {
        if (a.country && b.country && a.country < b.country)
          counts.set(`${a.country}-${b.country}`, (counts.get(`${a.country}-${b.country}`) ?? 0) + 1);
        else if (a.country && b.country && b.country < a.country)
          counts.set(`${b.country}-${a.country}`, (counts.get(`${b.country}-${a.country}`) ?? 0) + 1);
      }
  }
  const names = [...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, 6);
  const found = [];
  for (const [name] of names) {
    const [a, b] = name.split('-');
    const days = await record.tension(store, [a, b], { limit: 2000 });
    if (days.length > 0) found.push({ a, b, days: days.slice(-90) });
  }
  return found;
}

/** A dispatch with its marked text, its editions, and the means to mark a fault. */
async function dispatchBody({ store }: Desk, key: string, reading: Reading): Promise<Html> {
  const ids = [
    ...reading.commitments,
    ...reading.events,
    ...reading.meetings,
    ...reading.claims,
    ...reading.statements,
  ].map(({ id }) => `${key}#${id}`);
  const marks = await record.marksOf(store, ids);
  const story = await record.storyWith(store, key);
  const editions = story?.editions ?? [];
  const at = editions.findIndex(({ dispatch }) => dispatch === key);
  const beside = html`${editions.length > 1 ? html`<nav class="editions" aria-label="Editions">${editions.map(({ dispatch, edition, published }) => html`<a href="/dispatch/${dispatch}"${dispatch === key ? html` aria-current="page"` : null}>${edition ? `${edition.kind} ${edition.number ?? ''}` : 'first'} <time>${dayText(published)}</time></a>`)}${at > 0 ? html`<a href="/compare/${editions[at - 1].dispatch}/${key}">What changed since the last</a>` : null}</nav>` : null}`;
  const marked = [...marks].flatMap(([, list]) => list);
  return html`${beside}${raw(renderArticle(reading))}<section class="marking"><h2>Marks</h2>${marked.length > 0 ? html`<ul>${marked.map(({ report, verdict, correction, by, note, at: when }) => html`<li><a href="#${report.split('#')[1]}">${report.split('#')[1]}</a> <b>${verdict}</b>${correction ? ` (${correction.field}: ${correction.value})` : ''} by ${by}, ${when.slice(0, 16).replace('T', ' ')}${note ? `: ${note}` : ''}</li>`)}</ul>` : html`<p class="soft">Nobody has marked a record of this dispatch.</p>`}
<form method="post" action="/marks"><label>Record <select name="report">${ids.map((id) => html`<option value="${id}">${id.split('#')[1]}</option>`)}</select></label><label>is <select name="verdict"><option value="confirmed">right</option><option value="rejected">wrong</option><option value="corrected">to be corrected</option></select></label><label>field <input name="field" maxlength="60" placeholder="speaker"></label><label>should read <input name="value" maxlength="2000"></label><label>your name <input name="by" required maxlength="120"></label><label>note <input name="note" maxlength="4000"></label><button>Mark</button></form></section>`;
}
