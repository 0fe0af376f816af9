// How each kind of record looks in a list.

import type { DaybookEntry, Dispute, Incident, LedgerEntry, StatementReport, Story } from '../../record/index.js';
import type { Marked, MarksOf } from '../ask.js';
import { type Html, html } from '../html.js';
import { reportsOf } from '../stream.js';
import { dayText, parties, place, shortDay, source, why } from './layout.js';

const VERDICTS: Readonly<Record<Marked['verdict'], string>> = {
  confirmed: 'confirmed',
  rejected: 'rejected',
  corrected: 'corrected',
};

/** What readers said of the reports that a row stands on. */
function said(item: object, marks: MarksOf): Html {
  const all = reportsOf(item).flatMap((report) => marks(report));
  if (all.length === 0) return html``;
  return html`<p class="said">${all.map(
    ({ verdict, correction, by, note }) =>
      html`<span class="verdict ${verdict}">${VERDICTS[verdict]} by ${by}${correction ? html`: ${correction.field} → <b>${correction.value}</b>` : null}${note ? html` <q>${note}</q>` : null}</span> `,
  )}</p>`;
}

const state = (incident: Incident): readonly string[] =>
  [
    incident.negated ? 'did not happen' : incident.modality === 'happened' ? '' : incident.modality,
    incident.denied ? 'denied' : '',
    incident.withdrawn ? 'withdrawn' : '',
  ].filter((word) => word !== '');

const tags = (words: readonly string[]): Html =>
  html`${words.map((word) => html` <span class="state">${word}</span>`)}`;

/** Who reports it, when it is not one dispatch's own word. */
function reported({ reports }: Incident): string {
  const dispatches = new Set(reports.map(({ dispatch }) => dispatch)).size;
  return dispatches === 1 ? 'one dispatch' : `${dispatches} dispatches`;
}

export function incidentRow(incident: Incident, marks: MarksOf): Html {
  return html`<li class="row c-event quad${incident.quad}" id="${incident.id}"><time datetime="${incident.day}">${dayText(incident.day)}</time><div><p class="what"><b>${incident.type.toLowerCase()}${incident.mode ? `, ${incident.mode}` : ''}</b> ${parties(incident.sources)}${incident.targets.length > 0 ? html` <span class="arrow" aria-label="to">→</span> ${parties(incident.targets)}` : null}${tags(state(incident))}</p><p>${source(incident.id, incident.text)}</p><p class="soft">${reported(incident)}${incident.place ? ` · ${incident.place}` : ''}${incident.figures.map(({ kind, least, most, said: by }) => html` · <span class="figure" title="${by.map(({ value, by: who }) => `${value}${who ? ` (${who})` : ''}`).join(', ')}">${least === most ? most : `${least}–${most}`} ${kind}</span>`)} · Goldstein ${incident.goldstein > 0 ? '+' : incident.goldstein < 0 ? '−' : ''}${Math.abs(incident.goldstein)} · ${Math.round(incident.confidence * 100)} % sure · ${why(incident.id)}</p>${said(incident, marks)}</div></li>`;
}

export function ledgerRow(entry: LedgerEntry, marks: MarksOf): Html {
  const link = (kind: string, shown: string | null): Html =>
    shown ? html`<a href="${place(shown)}">${kind}</a>` : html`${kind}`;
  return html`<li class="row c-commitment status-${entry.status.replace(' ', '-')}" id="${entry.id}"><time datetime="${entry.opened}">${dayText(entry.opened)}</time><div><p class="what"><b>${entry.form}</b> ${parties(entry.holders)}${entry.addressees.length > 0 ? html` <span class="arrow" aria-label="to">→</span> ${parties(entry.addressees)}` : null} <span class="state">${entry.status}</span></p><div class="bound">${entry.condition ? html`<p class="if"><i>${entry.polarity ?? 'if'}</i> ${entry.condition}</p>` : null}<p class="then">${entry.condition ? html`<i>then</i> ` : null}${source(entry.id, entry.consequence ?? entry.text)}</p></div><ol class="steps">${entry.steps.map(({ kind, day, shown }) => html`<li class="${kind.replace(' ', '-')}">${link(kind, shown)} <time datetime="${day}">${shortDay(day)}</time></li>`)}${entry.deadline ? html`<li class="deadline">by <time datetime="${entry.deadline}">${shortDay(entry.deadline)}</time></li>` : null}<li>${why(entry.id)}</li></ol>${said(entry, marks)}</div></li>`;
}

/** The days of a meeting. */
export function meetingDays(entry: DaybookEntry): string {
  if (!entry.dated) return 'no day yet';
  const last = entry.lastDay.slice(0, 10);
  return entry.day.slice(0, 10) === last ? dayText(entry.day) : `${shortDay(entry.day)} – ${dayText(last)}`;
}

export function meetingRow(entry: DaybookEntry, marks: MarksOf): Html {
  return html`<li class="row c-meeting status-${entry.status}" id="${entry.id}"><time datetime="${entry.day}">${meetingDays(entry)}</time><div><p class="what"><b>${entry.form}</b> ${parties(entry.parties)} <span class="state">${entry.status}</span>${entry.withdrawn ? tags(['withdrawn']) : null}</p><p>${source(entry.id, entry.text)}</p><p class="soft">${entry.place ? `${entry.place} · ` : ''}${entry.steps.map(({ status, published, report }, i) => html`${i > 0 ? ' → ' : ''}<a href="${place(report)}">${status}</a> ${shortDay(published)}`)} · ${why(entry.id)}</p>${said(entry, marks)}</div></li>`;
}

export function disputeRow(dispute: Dispute, marks: MarksOf): Html {
  return html`<li class="row c-claim" id="${dispute.id}"><time datetime="${dispute.since}">${dayText(dispute.since)}</time><div><p class="what"><b>${dispute.status}</b>${dispute.last !== dispute.since ? html` <span class="soft">last spoken of ${shortDay(dispute.last)}</span>` : null}</p><ul class="stances">${dispute.stances.map(({ by, stance, report, text, published }) => html`<li class="${stance}"><b>${by ?? 'a report'}</b> <i>${stance}</i> ${source(report, text)} <span class="soft">${shortDay(published)} · ${why(report)}</span></li>`)}</ul>${said(dispute, marks)}</div></li>`;
}

export function statementRow(statement: StatementReport, marks: MarksOf): Html {
  const who = statement.speaker ?? statement.description ?? 'nobody named';
  const spoken = statement.parties.find(({ role }) => role === 'addressee');
  return html`<li class="row c-statement" id="${statement.key}"><time datetime="${statement.published}">${dayText(statement.published)}</time><div><p class="what"><b>${who}</b>${spoken ? html` <span class="soft">to ${spoken.name}</span>` : null} <span class="state grade-${statement.grade}">${statement.grade}</span></p><p>${source(statement.key, statement.content)}</p><p class="soft">${statement.reason ? `${statement.reason} · ` : ''}${why(statement.key)}</p>${said(statement, marks)}</div></li>`;
}

const editionName = (edition: Story['editions'][number]): string =>
  edition.edition ? `${edition.edition.kind} ${edition.edition.number ?? ''}`.trim() : (edition.agency ?? 'first');

export function storyRow(story: Story): Html {
  const [first, ...others] = story.editions;
  const last = others.at(-1) ?? first;
  return html`<li class="row" id="${story.id}"><time datetime="${story.last}">${dayText(story.last)}</time><div><p class="what"><a href="/dispatch/${last.dispatch}">${story.headline}</a>${story.withdrawn ? tags(['withdrawn']) : null}</p><p class="soft">${others.length === 0 ? (first.agency ?? 'one edition') : story.editions.map((edition, i) => html`${i > 0 ? html` <a class="between" href="/compare/${story.editions[i - 1].dispatch}/${edition.dispatch}" title="what changed" aria-label="what changed">→</a> ` : ''}<a href="/dispatch/${edition.dispatch}">${editionName(edition)}</a>`)}${others.length > 0 ? html` · <a href="/compare/${first.dispatch}/${last.dispatch}">all that changed</a>` : null}</p></div></li>`;
}

export const list = (rows: readonly Html[], name: string): Html =>
  html`<ul class="list" aria-label="${name}">${rows}</ul>`;
