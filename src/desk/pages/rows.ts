// How each kind of record looks in a list.

import type { DaybookEntry, Dispute, Incident, LedgerEntry, StatementReport, Story } from '../../record/index.js';
import { type Html, html } from '../html.js';
import { dayText, parties, source } from './layout.js';

const state = (incident: Incident): string =>
  [
    incident.negated ? 'did not happen' : incident.modality === 'happened' ? '' : incident.modality,
    incident.denied ? 'denied' : '',
    incident.withdrawn ? 'withdrawn' : '',
  ]
    .filter((word) => word !== '')
    .join(', ');

export function incidentRow(incident: Incident): Html {
  const told = state(incident);
  return html`<li class="row c-event quad${incident.quad}"><time>${dayText(incident.day)}</time><div><p class="what"><b>${incident.type.toLowerCase()}${incident.mode ? `: ${incident.mode}` : ''}</b> ${parties(incident.sources)}${incident.targets.length > 0 ? html` <span class="arrow" aria-label="to">→</span> ${parties(incident.targets)}` : null}${told ? html` <span class="state">${told}</span>` : null}</p><p>${source(incident.id, incident.text)}</p><p class="soft">${incident.reports.length === 1 ? 'one report' : `${incident.reports.length} reports`}${incident.place ? ` · ${incident.place}` : ''} · confidence ${incident.confidence.toFixed(2)} · Goldstein ${incident.goldstein}${incident.figures.map(({ kind, least, most }) => ` · ${least === most ? most : `${least}–${most}`} ${kind}`)}</p></div></li>`;
}

export function ledgerRow(entry: LedgerEntry): Html {
  return html`<li class="row c-commitment status-${entry.status.replace(' ', '-')}"><time>${dayText(entry.opened)}</time><div><p class="what"><b>${entry.form}</b> ${parties(entry.holders)}${entry.addressees.length > 0 ? html` <span class="arrow" aria-label="to">→</span> ${parties(entry.addressees)}` : null} <span class="state">${entry.status}</span></p>${entry.condition ? html`<p class="if"><i>${entry.polarity}</i> ${entry.condition}</p>` : null}<p class="then">${entry.condition ? html`<i>then</i> ` : null}${source(entry.id, entry.consequence ?? entry.text)}</p><ol class="steps">${entry.steps.map(({ kind, day, shown }) => html`<li>${shown ? html`<a href="/dispatch/${shown.split('#')[0]}#${shown.split('#')[1] ?? ''}">${kind}</a>` : kind} <time>${dayText(day)}</time></li>`)}${entry.deadline ? html`<li class="deadline">by <time>${dayText(entry.deadline)}</time></li>` : null}</ol></div></li>`;
}

export function meetingRow(entry: DaybookEntry): Html {
  const span = entry.dated
    ? `${dayText(entry.day)}${entry.lastDay !== entry.day ? ` – ${dayText(entry.lastDay)}` : ''}`
    : 'no day yet';
  return html`<li class="row c-meeting status-${entry.status}"><time>${span}</time><div><p class="what"><b>${entry.form}</b> ${parties(entry.parties)} <span class="state">${entry.status}</span></p><p>${source(entry.id, entry.text)}</p><p class="soft">${entry.place ? `${entry.place} · ` : ''}${entry.steps.map(({ status, published }) => `${status} ${dayText(published)}`).join(' → ')}</p></div></li>`;
}

export function disputeRow(dispute: Dispute): Html {
  return html`<li class="row c-claim"><time>${dayText(dispute.since)}</time><div><p class="what"><b>${dispute.status}</b></p><ul class="stances">${dispute.stances.map(({ by, stance, report, text }) => html`<li><b>${by ?? 'a report'}</b> ${stance} ${source(report, text)}</li>`)}</ul></div></li>`;
}

export function statementRow(statement: StatementReport): Html {
  const who = statement.speaker ?? statement.description ?? 'nobody named';
  return html`<li class="row c-statement"><time>${dayText(statement.published)}</time><div><p class="what"><b>${who}</b> <span class="state">${statement.grade}</span>${statement.reason ? html` <span class="soft">${statement.reason}</span>` : null}</p><p>${source(statement.key, statement.content)}</p></div></li>`;
}

export function storyRow(story: Story): Html {
  const [first, ...others] = story.editions;
  const last = others.at(-1);
  return html`<li class="row"><time>${dayText(story.last)}</time><div><p class="what"><a href="/dispatch/${(last ?? first).dispatch}">${story.headline}</a>${story.withdrawn ? html` <span class="state">withdrawn</span>` : null}</p>${others.length > 0 ? html`<p class="soft">${story.editions.map((edition, i) => html`${i > 0 ? ' → ' : ''}<a href="/dispatch/${edition.dispatch}">${edition.edition ? `${edition.edition.kind} ${edition.edition.number ?? ''}` : (edition.agency ?? 'first')}</a>`)}${others.map((edition, i) => html` · <a href="/compare/${story.editions[i].dispatch}/${edition.dispatch}">what changed${others.length > 1 ? ` (${i + 1})` : ''}</a>`)}</p>` : null}</div></li>`;
}

export const list = (rows: readonly Html[], name: string): Html =>
  html`<ul class="list" aria-label="${name}">${rows}</ul>`;
