// How each kind of record looks in a list.

import type { DaybookEntry, Dispute, Incident, LedgerEntry, StatementReport, Story } from '../../record/index.js';
import type { Marked, MarksOf } from '../ask.js';
import { type Html, html } from '../html.js';
import { editionName, many, signed } from '../names.js';
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
  return many(dispatches, 'dispatch', 'dispatches');
}

export function incidentRow(incident: Incident, marks: MarksOf): Html {
  return html`<li class="row c-event quad${incident.quad}" id="${incident.id}"><time datetime="${incident.day}">${dayText(incident.day)}</time><div><p class="what"><b>${incident.type.toLowerCase()}${incident.mode ? `, ${incident.mode}` : ''}</b> ${parties(incident.sources)}${incident.targets.length > 0 ? html` <span class="arrow" aria-label="to">→</span> ${parties(incident.targets)}` : null}${tags(state(incident))}</p><p>${source(incident.id, incident.text)}</p><p class="soft">${reported(incident)}${incident.place ? ` · ${incident.place}` : ''}${incident.figures.map(({ kind, least, most, said: by }) => html` · <span class="figure" title="${by.map(({ value, by: who }) => `${value}${who ? ` (${who})` : ''}`).join(', ')}">${least === most ? most : `${least}–${most}`} ${kind}</span>`)} · Goldstein ${signed(incident.goldstein, 1)} · ${Math.round(incident.confidence * 100)} % sure · ${why(incident.id)}</p>${said(incident, marks)}</div></li>`;
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

/** The stances, each once, however many dispatches repeat it. */
function stancesOf({ stances }: Dispute): readonly (Dispute['stances'][number] & { readonly times: number })[] {
  const found = new Map<string, Dispute['stances'][number] & { times: number }>();
  for (const one of stances) {
    const same = `${one.by}\n${one.stance}\n${one.text}\n${one.withdrawn}`;
    const known = found.get(same);
    if (known) known.times++;
    else found.set(same, { ...one, times: 1 });
  }
  return [...found.values()];
}

export function disputeRow(dispute: Dispute, marks: MarksOf): Html {
  return html`<li class="row c-claim" id="${dispute.id}"><time datetime="${dispute.since}">${dayText(dispute.since)}</time><div><p class="what"><b>${dispute.status}</b>${dispute.last !== dispute.since ? html` <span class="soft">last spoken of ${shortDay(dispute.last)}</span>` : null}</p><ul class="stances">${stancesOf(dispute).map(({ by, stance, report, text, published, withdrawn, times }) => html`<li class="${stance}"><b>${by ?? 'a report'}</b> <i>${stance}</i> ${source(report, text)}${withdrawn ? tags(['withdrawn']) : null} <span class="soft">${shortDay(published)}${times > 1 ? `, in ${times} dispatches` : ''} · ${why(report)}</span></li>`)}</ul>${said(dispute, marks)}</div></li>`;
}

/** Whose word it is: an unnamed source as the text describes it, a body that is in no table in the text's words. */
const saidBy = ({ grade, description, speaker, source: words }: StatementReport): string =>
  ((grade === 'anonymous' ? (description ?? speaker) : (speaker ?? description)) ?? words ?? 'nobody named').replace(
    /^(?:An?|The) /,
    (article) => article.toLowerCase(),
  );

/** @param others the same words of the same source in other dispatches */
export function statementRow(
  statement: StatementReport & { readonly withdrawn?: boolean },
  marks: MarksOf,
  others: readonly StatementReport[] = [],
): Html {
  const { key, grade, content, parties: all, published, reason, withdrawn } = statement;
  const spoken = all.find(({ role }) => role === 'addressee');
  const anonymity = grade === 'anonymous' ? `${reason ? `anonymous: ${reason}` : 'no reason given'} · ` : '';
  const also = others.map(
    ({ key: other, published: day }) => html`<a href="${place(other)}">also ${shortDay(day)}</a> · `,
  );
  return html`<li class="row c-statement" id="${key}"><time datetime="${published}">${dayText(published)}</time><div><p class="what"><b>${saidBy(statement)}</b>${spoken ? html` <span class="soft">to ${spoken.name}</span>` : null} <span class="state grade-${grade}">${grade === 'none' ? 'no source' : grade}</span>${withdrawn ? tags(['withdrawn']) : null}</p><p>${source(key, content)}</p><p class="soft">${anonymity}${also}${why(key)}</p>${said(statement, marks)}</div></li>`;
}

/** A row for each, but none for what another edition says in the same words: that one is told in the row of the first. As long as `found`. */
export function statementRows(found: readonly StatementReport[], marks: MarksOf): readonly Html[] {
  const same = new Map<string, StatementReport[]>();
  const name = (one: StatementReport): string => `${saidBy(one)}\n${one.content.replace(/\P{L}+/gu, ' ').trim()}`;
  for (const one of found) same.set(name(one), [...(same.get(name(one)) ?? []), one]);
  return found.map((one) => {
    const [first, ...others] = same.get(name(one)) ?? [one];
    return first === one ? statementRow(one, marks, others) : html``;
  });
}

export function storyRow(story: Story): Html {
  const [first, ...others] = story.editions;
  const last = others.at(-1) ?? first;
  return html`<li class="row" id="${story.id}"><time datetime="${story.last}">${dayText(story.last)}</time><div><p class="what"><a href="/dispatch/${last.dispatch}">${story.headline}</a>${story.withdrawn ? tags(['withdrawn']) : null}</p><p class="soft">${others.length === 0 ? (first.agency ?? 'one edition') : story.editions.map((edition, i) => html`${i > 0 ? html` <a class="between" href="/compare/${story.editions[i - 1].dispatch}/${edition.dispatch}" title="what changed" aria-label="what changed">→</a> ` : ''}<a href="/dispatch/${edition.dispatch}">${editionName(edition.edition, edition.agency ?? 'first')}</a>`)}${others.length > 0 ? html` · <a href="/compare/${first.dispatch}/${last.dispatch}">all that changed</a>` : null}</p></div></li>`;
}

export const list = (rows: readonly Html[], name: string): Html =>
  html`<ul class="list" aria-label="${name}">${rows}</ul>`;
