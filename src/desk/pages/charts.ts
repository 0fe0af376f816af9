// Charts as SVG made on the server: no script needed, readable in print, named in words where they stand, with their numbers beside them.

import type { TensionDay } from '../../record/index.js';
import { type Html, html, raw } from '../html.js';
import { dayText, monthText, shortDay } from './layout.js';

const WIDTH = 1000;
const HEIGHT = 240;
const TOP = 18;
const FLOOR = HEIGHT - 22;
const MIDDLE = (TOP + FLOOR) / 2;

const n = (value: number): string => value.toFixed(1);

export interface ChartOptions {
  /** The chosen days: shaded. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The address that chooses one day. */
  readonly link: (day: string) => string;
}

/** The tension of a dyad by day: conflict above the line, cooperation below, uncertainty as a band, changes of level marked. */
export function tensionChart(days: readonly TensionDay[], title: string, { from, to, link }: ChartOptions): Html {
  if (days.length === 0) return html``;
  const x = (i: number): number => (days.length === 1 ? WIDTH / 2 : (i / (days.length - 1)) * WIDTH);
  const y = (value: number): number => MIDDLE - (Math.max(-100, Math.min(100, value)) / 100) * (MIDDLE - TOP);
  const line = days.map((day, i) => `${i === 0 ? 'M' : 'L'}${n(x(i))} ${n(y(day.index))}`).join('');
  const upper = days.map((day, i) => `${i === 0 ? 'M' : 'L'}${n(x(i))} ${n(y(day.index + day.uncertainty))}`).join('');
  const lower = days
    .map((_, i) => days.length - 1 - i)
    .map((i) => `L${n(x(i))} ${n(y(days[i].index - days[i].uncertainty))}`)
    .join('');
  const at = (day: string): number => days.findIndex((one) => one.day >= day);
  const first = from ? at(from) : -1;
  const last = to ? days.findLastIndex((one) => one.day <= to) : days.length - 1;
  const half = days.length > 1 ? WIDTH / (days.length - 1) / 2 : WIDTH / 2;
  const chosen =
    from || to
      ? `<rect class="chosen" x="${n(x(Math.max(0, first)) - half)}" width="${n(Math.max(2 * half, x(Math.max(0, last)) - x(Math.max(0, first)) + 2 * half))}" y="0" height="${FLOOR}"/>`
      : '';
  const ticks = days.flatMap(({ day }, i) =>
    day.endsWith('-01') || i === 0
      ? [
          `<line class="tick" x1="${n(x(i))}" x2="${n(x(i))}" y1="${TOP}" y2="${FLOOR}"/>${x(i) < WIDTH - 60 ? `<text x="${n(x(i) + 3)}" y="${HEIGHT - 6}">${i === 0 ? shortDay(day) : monthText(day.slice(0, 7))}</text>` : ''}`,
        ]
      : [],
  );
  const changes = days.flatMap(({ day, change }, i) =>
    change
      ? [
          `<line class="change" x1="${n(x(i))}" x2="${n(x(i))}" y1="${TOP}" y2="${FLOOR}"/><text class="change-label" x="${n(Math.min(x(i) + 4, WIDTH - 110))}" y="12">new level ${shortDay(day)}</text>`,
        ]
      : [],
  );
  const dots = days.flatMap((day, i) =>
    day.incidents.length > 0
      ? [
          html`<a href="${link(day.day)}" aria-label="${dayText(day.day)}: ${day.index.toFixed(0)}, ${day.incidents.length} incidents"><circle class="${day.conflict >= day.cooperation ? 'conflict' : 'cooperation'}" cx="${n(x(i))}" cy="${n(y(day.index))}" r="${n(Math.min(8, 2.5 + 1.3 * Math.sqrt(day.incidents.length)))}"><title>${dayText(day.day)}: ${day.index.toFixed(0)}, ${day.incidents.length} incidents</title></circle></a>`
            .html,
        ]
      : [],
  );
  const peak = days.reduce((a, b) => (Math.abs(b.index) > Math.abs(a.index) ? b : a));
  const told = days.filter(({ change }) => change).map(({ day }) => dayText(day));
  return html`<figure class="chart" data-first="${days[0].day}" data-last="${days[days.length - 1].day}" data-count="${days.length}"><figcaption>${dayText(days[0].day)} to ${dayText(days[days.length - 1].day)}. Strongest on ${dayText(peak.day)} (${peak.index.toFixed(0)}). ${told.length > 0 ? `The level changes on ${told.join(', ')}.` : 'No change of level.'} <span class="soft">Draw across the chart to choose days.</span></figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group" aria-label="${title}">${raw(`${ticks.join('')}${chosen}<path class="band" d="${upper}${lower}Z"/><line class="zero" x1="0" x2="${WIDTH}" y1="${MIDDLE}" y2="${MIDDLE}"/><text class="side" x="${WIDTH}" y="${TOP + 10}">conflict ↑</text><text class="side" x="${WIDTH}" y="${FLOOR - 5}">cooperation ↓</text>${changes.join('')}<path class="index" d="${line}"/>${dots.join('')}`)}</svg></figure>`;
}

/** A line of 120 × 24 pixels. */
export function spark(days: readonly TensionDay[]): Html {
  if (days.length === 0) return html``;
  const points = days.map(
    (day, i) => `${((i / Math.max(1, days.length - 1)) * 120).toFixed(1)},${(12 - (day.index / 100) * 11).toFixed(1)}`,
  );
  const area = `0,12 ${points.join(' ')} 120,12`;
  return html`<svg class="spark" viewBox="0 0 120 24" aria-hidden="true"><polygon class="area" points="${area}"/><line class="zero" x1="0" x2="120" y1="12" y2="12"/><polyline class="index" points="${points.join(' ')}"/></svg>`;
}
