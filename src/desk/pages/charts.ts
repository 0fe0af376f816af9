// Charts as SVG made on the server: no script, readable in print, with their numbers beside them as text.

import type { TensionDay } from '../../record/index.js';
import { type Html, html, raw } from '../html.js';
import { dayText } from './layout.js';

const WIDTH = 1000;
const HEIGHT = 220;

/** The tension of a dyad by day: conflict above the line, cooperation below, uncertainty as a band, changes of level marked. */
export function tensionChart(days: readonly TensionDay[], title: string): Html {
  if (days.length === 0) return html``;
  const x = (i: number): number => (days.length === 1 ? WIDTH / 2 : (i / (days.length - 1)) * WIDTH);
  const y = (value: number): number => HEIGHT / 2 - (Math.max(-100, Math.min(100, value)) / 100) * (HEIGHT / 2 - 6);
  const n = (value: number): string => value.toFixed(1);
  const line = days.map((day, i) => `${i === 0 ? 'M' : 'L'}${n(x(i))} ${n(y(day.index))}`).join('');
  const upper = days.map((day, i) => `${i === 0 ? 'M' : 'L'}${n(x(i))} ${n(y(day.index + day.uncertainty))}`).join('');
  const lower = days
    .map((_, i) => days.length - 1 - i)
    .map((i) => `L${n(x(i))} ${n(y(days[i].index - days[i].uncertainty))}`)
    .join('');
  const marks = days.flatMap((day, i) =>
    day.change ? [`<line class="change" x1="${n(x(i))}" x2="${n(x(i))}" y1="0" y2="${HEIGHT}"/>`] : [],
  );
  const dots = days.flatMap((day, i) =>
    day.incidents.length > 0
      ? [
          `<a href="#d${day.day}"><circle class="${day.index >= 0 ? 'conflict' : 'cooperation'}" cx="${n(x(i))}" cy="${n(y(day.index))}" r="${n(Math.min(7, 2 + Math.sqrt(day.incidents.length)))}"><title>${dayText(day.day)}: ${day.index.toFixed(0)}, ${day.incidents.length} incidents</title></circle></a>`,
        ]
      : [],
  );
  const peak = days.reduce((a, b) => (Math.abs(b.index) > Math.abs(a.index) ? b : a));
  const changes = days.filter(({ change }) => change).map(({ day }) => dayText(day));
  return html`<figure class="chart"><figcaption>${title}: ${dayText(days[0].day)} to ${dayText(days[days.length - 1].day)}. Strongest on ${dayText(peak.day)} (${peak.index.toFixed(0)}). ${changes.length > 0 ? `The level changes on ${changes.join(', ')}.` : 'No change of level.'}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}" preserveAspectRatio="none"><path class="band" d="${upper}${lower}Z"/><line class="zero" x1="0" x2="${WIDTH}" y1="${HEIGHT / 2}" y2="${HEIGHT / 2}"/>${raw(marks.join(''))}<path class="index" d="${line}"/>${raw(dots.join(''))}</svg>
<div class="ends"><span>conflict ↑ · cooperation ↓</span><span>${dayText(days[0].day)} – ${dayText(days[days.length - 1].day)}</span></div></figure>`;
}

/** A line of 120 × 24 pixels. */
export function spark(days: readonly TensionDay[]): Html {
  if (days.length === 0) return html``;
  const points = days.map(
    (day, i) => `${((i / Math.max(1, days.length - 1)) * 120).toFixed(1)},${(12 - (day.index / 100) * 11).toFixed(1)}`,
  );
  return html`<svg class="spark" viewBox="0 0 120 24" aria-hidden="true"><line class="zero" x1="0" x2="120" y1="12" y2="12"/><polyline class="index" points="${points.join(' ')}"/></svg>`;
}
