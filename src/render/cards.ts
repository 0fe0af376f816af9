// The records of a reading as cards, beside the dispatch.

import type { Claim, Commitment, Event, Meeting, Reading, Statement } from '../records.js';
import { escapeHtml as e } from './escape.js';
import {
  clean,
  days,
  disputed,
  eventLabel,
  eventState,
  GRADES,
  inferredOf,
  lengthOf,
  nested,
  settingOf,
  sortedMeetings,
  tellingCue,
  type View,
  viewOf,
  when,
} from './view.js';

/** `tools` gives finished HTML that a card carries beside its title: links to what can be done with the record. */
export function cardsOf(reading: Reading, tools: (id: string) => string = () => ''): string {
  const view = viewOf(reading);
  const tooled = (id: string, html: string): string => {
    const more = tools(id);
    return more === '' ? html : html.replace('</p>', `${more}</p>`);
  };
  const sections = [
    section(
      'commitment',
      'Threats, demands and conditions',
      reading.commitments.map((one) => tooled(one.id, commitmentCard(one, view))),
    ),
    section(
      'event',
      'What happened',
      reading.events.map((one) => tooled(one.id, eventCard(one, view))),
    ),
    section(
      'statement',
      'Who said what',
      nested(reading.statements).map(({ statement, depth }) =>
        tooled(statement.id, statementCard(statement, depth, view)),
      ),
    ),
    section(
      'meeting',
      'Talks and meetings',
      sortedMeetings(reading.meetings).map((one) => tooled(one.id, meetingCard(one, view))),
    ),
    section(
      'claim',
      'In dispute',
      disputed(reading.claims).map(({ claim, against }) => tooled(claim.id, claimCard(claim, against, view))),
    ),
    section(
      'actor',
      'Who',
      reading.actors.map((actor) => {
        const role = actor.role ? ` <small>${e(clean(actor.role))}</small>` : '';
        return `<div class="card small" data-id="${e(actor.id)}" tabindex="0"><b>${e(clean(actor.name))}</b> ${chip(actor.code)}${role}${tools(actor.id)}</div>`;
      }),
      true,
    ),
    section(
      'time',
      'When',
      reading.times.map((time) => {
        const start = time.start === null ? time.value : days(time.start, time.end);
        return `<div class="card small" data-id="${e(time.id)}" tabindex="0">${e(view.words(time.span))} <small>${e(start)}</small>${tools(time.id)}</div>`;
      }),
      true,
    ),
    section(
      'place',
      'Where',
      reading.places.map((place) => {
        const country = place.country ? ` <code>${e(place.country)}</code>` : '';
        return `<div class="card small" data-id="${e(place.id)}" tabindex="0">${e(clean(place.name))}${country} <small>${e(place.kind)}</small>${tools(place.id)}</div>`;
      }),
      true,
    ),
  ].filter((html) => html !== '');
  return sections.length > 0
    ? sections.join('\n')
    : '<p class="nothing">No political act, statement or meeting was found in it.</p>';
}

function section(kind: string, title: string, cards: readonly string[], folded = false): string {
  if (cards.length === 0) return '';
  const head = `<h2>${e(title)} <span class="count">${cards.length}</span></h2>`;
  return folded
    ? `<details class="group c-${kind}" open><summary>${head}</summary><div class="chips">${cards.join('\n')}</div></details>`
    : `<section class="group c-${kind}">${head}\n${cards.join('\n')}</section>`;
}

/** A card: its kind and state on the first line, who to whom, what, and small print. */
function card(
  id: string,
  paragraph: number,
  label: string,
  tags: readonly string[],
  title: string,
  body: string,
  small: readonly string[],
): string {
  const where = paragraph > 0 ? `<span class="where">¶${paragraph}</span>` : '<span class="where">head</span>';
  const notes = small.filter((note) => note !== '');
  return `<div class="card" data-id="${e(id)}" tabindex="0">
<p class="label">${e(label)}${tags.map((tag) => ` <span class="tag">${e(tag)}</span>`).join('')}${where}</p>
${title === '' ? '' : `<p class="title">${title}</p>`}${body}${notes.length > 0 ? `<p class="notes">${notes.map((note) => e(note.replace(/\(-{3}([A-Z]*)\)/g, (_, code) => (code === '' ? '' : `(${code})`)))).join(' · ')}</p>` : ''}
</div>`;
}

/** A code without the dashes that stand for a country nobody told. */
const plain = (code: string): string => code.replace(/^-+/, '');

function chip(code: string): string {
  return plain(code) === '' ? '' : `<code>${e(plain(code))}</code>`;
}

/** "Ida Holm ARLGOV", the code set apart. */
function who(id: string | null, view: View): string {
  const actor = view.actor(id);
  if (!actor) return '<span class="nobody">somebody</span>';
  const code = chip(actor.code);
  return `<span data-ref="${e(actor.id)}">${e(clean(actor.name))}</span>${code === '' ? '' : ` ${code}`}`;
}

function list(ids: readonly string[], view: View): string {
  return [...new Set(ids)].map((id) => who(id, view)).join(', ');
}

function commitmentCard(one: Commitment, view: View): string {
  const parties = [
    one.holder === null ? '' : who(one.holder, view),
    one.addressee === null ? '' : `<span class="arrow">→</span> ${who(one.addressee, view)}`,
  ]
    .join(' ')
    .trim();
  const condition = one.condition
    ? `<div class="part if"><span>${e(one.condition.polarity)}</span> ${e(view.words(one.condition.span))}</div>`
    : '';
  const consequence = one.consequence
    ? `<div class="part then">${one.condition ? '<span>then</span> ' : ''}${e(view.words(one.consequence.span))}</div>`
    : '';
  return card(
    one.id,
    view.paragraph(one.trigger[0]),
    one.kind,
    one.strength === 'plain' ? [] : [`${one.strength} words`],
    parties,
    condition + consequence === ''
      ? ''
      : `<div class="${condition && consequence ? 'joined' : 'alone'}">${condition}${consequence}</div>`,
    [one.deadline ? `by ${when(one.deadline)}` : '', view.onWordOf(one.statement) ?? '', settingOf(one)],
  );
}

function eventCard(one: Event, view: View): string {
  const sources = list(
    one.sources.map((ref) => ref.actor),
    view,
  );
  const targets = list(
    one.targets.map((ref) => ref.actor),
    view,
  );
  const arrow = `<span class="arrow">${one.reciprocal ? '↔' : '→'}</span>`;
  const word = view.onWordOf(one.statement);
  const sign = one.goldstein > 0 ? '+' : one.goldstein < 0 ? '−' : '';
  return card(
    one.id,
    view.paragraph(one.trigger[0]),
    eventLabel(one),
    eventState(one),
    targets === '' ? sources : `${sources} ${arrow} ${targets}`,
    '',
    [
      when(one.date),
      one.place ? clean(one.place.name) : '',
      ...one.figures.map((figure) => `${figure.atLeast ? 'at least ' : ''}${figure.value} ${figure.kind}`),
      word ? `according to ${word}` : '',
      `CAMEO ${one.cameo}, ${sign}${Math.abs(one.goldstein)}`,
    ],
  ).replace('class="card"', `class="card q${one.quad}"`);
}

function statementCard(one: Statement, depth: number, view: View): string {
  const parent = view.statement(one.parent);
  const at = one.cue[0] ?? one.content[0] ?? one.source[0];
  const speaker = one.speaker === null ? `<span class="nobody">${e(view.speaker(one))}</span>` : who(one.speaker, view);
  const words = view.pieces(one.content);
  const cue = tellingCue(one, view);
  const html = card(
    one.id,
    at ? view.paragraph(at[0]) : 0,
    one.kind === 'direct' ? 'quoted' : one.kind === 'mixed' ? 'partly quoted' : 'reported',
    one.sourcing === 'named' ? [] : [GRADES[one.sourcing]],
    `${speaker}${cue === '' ? '' : ` <span class="arrow">${e(cue)}</span>`}${one.addressee === null ? '' : ` <span class="arrow">to</span> ${who(one.addressee, view)}`}`,
    words === ''
      ? ''
      : `<p class="words">${e(words.length > 180 ? `${words.slice(0, words.lastIndexOf(' ', 180))} …` : words)}</p>`,
    [
      parent ? `as told by ${view.speaker(parent)}` : '',
      one.anonymity?.reason ? `anonymous: ${clean(one.anonymity.reason)}` : '',
    ],
  );
  return depth === 0 ? html : html.replace('class="card"', `class="card in in${depth}"`);
}

function meetingCard(one: Meeting, view: View): string {
  const date = days(one.start, one.end);
  return card(
    one.id,
    view.paragraph(one.span[0]),
    [one.level ?? '', one.form].filter((part) => part !== '').join(' '),
    [one.status],
    list(one.parties, view),
    date === '' ? '' : `<p class="date">${e(date)}</p>`,
    [
      one.format ?? '',
      lengthOf(one),
      one.place ? clean(one.place.name) : '',
      one.requestedBy === null ? '' : `requested by ${view.who(one.requestedBy)}`,
      one.host === null ? '' : `hosted by ${view.who(one.host)}`,
      one.round === null ? '' : `round ${one.round}`,
      inferredOf(one),
      one.outcome ? `outcome: ${view.words(one.outcome)}` : '',
    ],
  );
}

function claimCard(one: Claim, against: Claim | null, view: View): string {
  const by = one.by === null ? '<span class="nobody">the dispatch</span>' : who(one.by, view);
  const other = against
    ? `<p class="words against"><span>against</span> ${against.by === null ? 'a report' : who(against.by, view)}: ${e(view.words(against.span))}</p>`
    : '';
  return card(
    one.id,
    view.paragraph(one.span[0]),
    one.stance,
    [],
    by,
    `<p class="words">${e(view.words(one.span))}</p>${other}`,
    [],
  );
}
