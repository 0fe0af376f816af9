// The daybook as a calendar: months with the meetings of each day. Weeks begin on Monday.

import type { DaybookEntry } from '../../record/index.js';
import { shift } from '../days.js';
import { type Html, html } from '../html.js';
import type { Query } from '../shapes.js';
import { address, dayText, monthText, place } from './layout.js';

/** Months shown at once. */
const MONTHS = 3;

/** The months around the filter's first day, or around the last day of the record. */
export function calendar(meetings: readonly DaybookEntry[], today: string, query: Query): Html | null {
  const dated = meetings.filter(({ dated: known, day }) => known && /^\d{4}-\d\d-\d\d/.test(day));
  if (dated.length === 0) return null;
  const busy = [...new Set(dated.map(({ day }) => day.slice(0, 7)))].sort();
  const wanted = (query.from ?? today).slice(0, 7);
  // What is asked for, or the last months that have something in them.
  const from = query.from ? wanted : (busy.filter((month) => month <= wanted).slice(-MONTHS + 1)[0] ?? busy[0]);
  const months = Array.from({ length: MONTHS }, (_, i) => monthAfter(from, i));
  const byDay = new Map<string, DaybookEntry[]>();
  for (const meeting of dated) {
    const last = meeting.lastDay.slice(0, 10);
    for (let day = meeting.day.slice(0, 10), i = 0; day <= last && i < 31; day = shift(day, 1), i++)
      byDay.set(day, [...(byDay.get(day) ?? []), meeting]);
  }
  const turn = (by: number): string =>
    address('/daybook', { ...query, from: `${monthAfter(from, by)}-01`, offset: undefined });
  return html`<section class="calendar" aria-label="Calendar"><h2>Calendar</h2><nav class="turn" aria-label="Months"><a rel="prev" href="${turn(-MONTHS)}">← earlier</a><a rel="next" href="${turn(MONTHS)}">later →</a></nav>${months.map((month) => monthTable(month, byDay, today))}</section>`;
}

function monthTable(month: string, byDay: ReadonlyMap<string, readonly DaybookEntry[]>, today: string): Html {
  const first = `${month}-01`;
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days: (string | null)[] = Array.from({ length: before }, () => null);
  for (let day = first; day.startsWith(month); day = shift(day, 1)) days.push(day);
  while (days.length % 7 > 0) days.push(null);
  const weeks = Array.from({ length: days.length / 7 }, (_, i) => days.slice(7 * i, 7 * i + 7));
  return html`<table class="month"><caption>${monthText(month)}</caption><thead><tr>${['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${weeks.map((week) => html`<tr>${week.map((day) => (day === null ? html`<td></td>` : dayCell(day, byDay.get(day) ?? [], today)))}</tr>`)}</tbody></table>`;
}

function dayCell(day: string, meetings: readonly DaybookEntry[], today: string): Html {
  const number = Number(day.slice(8));
  const now = day === today ? html` aria-current="date"` : null;
  if (meetings.length === 0) return html`<td${now}>${number}</td>`;
  const [first] = meetings;
  const name = meetings
    .map(({ form, status, parties }) => `${form} ${status}: ${parties.map((party) => party.name).join(', ')}`)
    .join('; ');
  const live = meetings.some(({ status }) => !['cancelled', 'refused', 'postponed'].includes(status));
  return html`<td class="busy ${live ? '' : 'off'}"${now}><a href="${meetings.length === 1 ? place(first.id) : `/daybook?from=${day}&to=${day}`}" title="${name}" aria-label="${dayText(day)}: ${name}">${number}</a></td>`;
}

function monthAfter(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
