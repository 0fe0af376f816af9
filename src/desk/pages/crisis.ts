// The crisis at a glance: what changed since the reader last looked, the tension of the dyads that are followed, open threats with their
// conditions and deadlines, what is ahead, what is in dispute, the latest.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { LedgerEntry } from '../../record/index.js';
import type { Ask, MarksOf } from '../ask.js';
import { type Changed, changedSince } from '../changed.js';
import { type Desk, HTML } from '../desk.js';
import { dyadsOf, followedBy, MOST_FOLLOWED, withFollowed } from '../follow.js';
import { type Html, html } from '../html.js';
import { clock, dyadName, many, signed } from '../names.js';
import { secure, setCookie } from '../session.js';
import { spark } from './charts.js';
import { dayText, nothing, page, parties, place, shortDay, source } from './layout.js';
import { disputeRow, incidentRow, ledgerRow, list, meetingRow, storyRow } from './rows.js';

const SEEN = 'seen';
/** Days on the tile of a dyad. */
const TILE = 90;
const YEAR = 365 * 86_400;

export function addCrisis(app: FastifyInstance, desk: Desk): void {
  const { ask, store } = desk;
  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    const { seq } = await ask.position();
    const seen = seenBy(request);
    // The first look sets the mark from which the next one counts.
    if (seen === null) setCookie(reply, SEEN, String(seq), secure(request), YEAR);
    const follows = followedBy(request);
    return desk.send(
      request,
      reply,
      HTML,
      async () => {
        const marks = await ask.marks();
        const changed = seen === null || seen >= seq ? null : await changedSince(store, ask, seen);
        const today = await ask.today();
        const body = today === '' ? empty() : await glance(ask, marks, today, follows, changed, seq);
        return page('Crisis', '/', body, { role: request.role, guarded: desk.guarded });
      },
      `${request.role} ${seen ?? ''} ${follows.join(' ')}`,
    );
  });
  app.post<{ Body: { seq?: string } | undefined }>('/seen', { schema: { hide: true } }, async (request, reply) => {
    const { seq } = await ask.position();
    const upTo = Number(request.body?.seq ?? seq);
    setCookie(
      reply,
      SEEN,
      String(Number.isInteger(upTo) && upTo >= 0 ? Math.min(upTo, seq) : seq),
      secure(request),
      YEAR,
    );
    return reply.redirect('/', 303);
  });
  app.post<{ Body: { dyad?: string; follow?: string } | undefined }>(
    '/follow',
    { schema: { hide: true } },
    async (request, reply) => {
      const { dyad = '', follow = 'yes' } = request.body ?? {};
      setCookie(
        reply,
        'follow',
        withFollowed(followedBy(request), dyad, follow === 'yes').join('.'),
        secure(request),
        YEAR,
      );
      return reply.redirect(`/dyad?dyad=${encodeURIComponent(dyad)}`, 303);
    },
  );
}

/** Up to which entry of the log the reader has looked, or null. */
function seenBy(request: FastifyRequest): number | null {
  const value = request.cookies[SEEN];
  return value !== undefined && /^\d{1,12}$/.test(value) ? Number(value) : null;
}

const empty = (): Html =>
  html`<h1>The record is empty</h1><p class="lead">File a first dispatch and the crisis appears here: who threatens whom, what is scheduled, what is denied.</p><p><a class="button" href="/filing">File dispatches</a></p><p class="soft">Whole folders and archives: <code>chancery file FOLDER</code>.</p>`;

async function glance(
  ask: Ask,
  marks: MarksOf,
  today: string,
  follows: readonly string[],
  changed: Changed | null,
  seq: number,
): Promise<Html> {
  const [incidents, ledger, disputes, stories, scheduled] = await Promise.all([
    ask.incidents({ to: today, limit: 10 }),
    // As many as the ledger's own page shows: the one answer serves both.
    ask.ledger({ limit: 50 }),
    ask.disputes({ limit: 30 }),
    ask.stories({ limit: 5 }),
    ask.daybook({ from: today, limit: 16 }),
  ]);
  const names = follows.length > 0 ? follows : await dyadsOf(ask, MOST_FOLLOWED);
  const dyads = await Promise.all(names.map(async (name) => ({ name, days: await ask.lately(name, TILE) })));
  const ahead = scheduled.filter(({ status, withdrawn }) => !OFF.has(status) && !withdrawn).slice(0, 8);
  const open = openOnes(ledger).slice(0, 8);
  const live = disputes.filter(({ status }) => status === 'disputed').slice(0, 5);
  return html`<header class="room"><h1>The crisis <small>as of ${dayText(today)}</small></h1></header>
${changed ? since(changed, seq) : null}
<section class="dyads" aria-label="Tension"><h2>Tension <small>${follows.length > 0 ? 'of the dyads you follow' : 'of the dyads that act most; follow others on their pages'}, last 90 days, from −100 (cooperation) to +100 (conflict)</small></h2><ul>${dyads.map(({ name, days }) => dyadTile(name, days))}</ul></section>
<div class="columns"><section><h2>Open threats and demands</h2>${
    open.length > 0
      ? list(
          open.map((one) => ledgerRow(one, marks)),
          'Open commitments',
        )
      : nothing('None is open.')
  }<p class="more"><a href="/ledger">The whole ledger</a></p><h2>Stories</h2>${list(stories.map(storyRow), 'Stories')}<p class="more"><a href="/stories">All stories</a></p></section>
<section><h2>Ahead</h2>${
    ahead.length > 0
      ? list(
          ahead.map((one) => meetingRow(one, marks)),
          'Meetings ahead',
        )
      : nothing('Nothing is scheduled.')
  }<p class="more"><a href="/daybook">The daybook</a></p><h2>In dispute</h2>${
    live.length > 0
      ? list(
          live.map((one) => disputeRow(one, marks)),
          'Disputes',
        )
      : nothing('Nothing is in dispute.')
  }</section>
<section><h2>Latest</h2>${list(
    incidents.map((one) => incidentRow(one, marks)),
    'Latest incidents',
  )}<p class="more"><a href="/incidents">All incidents</a></p></section></div>`;
}

/** Meetings that are not ahead any more. */
const OFF = new Set(['cancelled', 'refused', 'held']);

const KINDS = new Set(['threat', 'warning', 'ultimatum', 'demand']);

/** What is open: what has a deadline or a condition first, then the newest. */
function openOnes(ledger: readonly LedgerEntry[]): LedgerEntry[] {
  const weight = (one: LedgerEntry): number =>
    (one.deadline ? 2 : 0) + (one.condition ? 2 : 0) + (one.form === 'demand' ? 0 : 1);
  return ledger
    .filter(({ status, form }) => (status === 'open' || status === 'condition met') && KINDS.has(form))
    .sort(
      (a, b) => weight(b) - weight(a) || (a.opened > b.opened ? -1 : a.opened < b.opened ? 1 : a.id < b.id ? -1 : 1),
    );
}

function dyadTile(name: string, days: Parameters<typeof spark>[0]): Html {
  const last = days.at(-1);
  const level = last ? Math.round(last.index) : null;
  return html`<li><a href="/dyad?dyad=${encodeURIComponent(name)}"><b>${dyadName(name)}</b> ${spark(days, TILE)} <span class="level ${level !== null && level > 0 ? 'up' : 'down'}">${level === null ? 'nothing yet' : signed(level)}</span></a></li>`;
}

/** What changed since the reader last looked. */
function since(changed: Changed, seq: number): Html {
  const { incidents, fresh, again, commitments, meetings, disputes, stories, dispatches, marks } = changed;
  const item = (head: Html, text: Html): Html => html`<li><span class="kind">${head}</span> ${text}</li>`;
  const when = changed.from === '' ? 'the beginning' : `${dayText(changed.from)}, ${clock(changed.from)}`;
  return html`<section class="since" aria-label="What changed since you last looked"><h2>Since you last looked <small>${when}</small></h2><p>${many(dispatches, 'dispatch', 'dispatches')} filed${marks > 0 ? `, ${many(marks, 'mark')} made` : ''}: ${many(fresh, 'new incident')}${again > 0 ? `, ${again} told of again` : ''}.</p><ul>
${commitments.map(({ entry, before }) => item(html`${entry.form} <b>${before ? html`${before} → ${entry.status}` : entry.status}</b>`, html`${parties(entry.holders)}: ${source(entry.id, entry.consequence ?? entry.text)}`))}
${meetings.map(({ entry, before }) => item(html`${entry.form} <b>${before && before !== entry.status ? html`${before} → ` : null}${entry.status}</b>`, html`${parties(entry.parties)}${entry.dated ? `, ${shortDay(entry.day)}` : ''}: ${source(entry.id, entry.text)}`))}
${disputes.map(({ id, text, status }) => item(html`<b>${status}</b>`, html`<a href="${place(id)}">${text}</a>`))}
${incidents.map((one) => item(html`<b>${one.type.toLowerCase()}</b>`, html`${parties(one.sources)}${one.targets.length > 0 ? html` → ${parties(one.targets)}` : null}: ${source(one.id, one.text)}`))}
${stories.map(({ headline, dispatch, edition }) => item(html`story <b>${edition}</b>`, html`<a href="/dispatch/${dispatch}">${headline}</a>`))}
</ul><form method="post" action="/seen"><input type="hidden" name="seq" value="${seq}"><button>I have seen this</button></form></section>`;
}
