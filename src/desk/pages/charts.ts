// Charts as SVG made on the server: no script needed, readable in print, named in words where they stand, with their numbers beside them.

import type { TensionDay } from '../../record/index.js';
import { type Html, html, raw } from '../html.js';
import { many, signed } from '../names.js';
import { dayText, monthText, shortDay } from './layout.js';

/** A drawing's size and the room for its labels. */
interface Frame {
  readonly kind: 'broad' | 'slim';
  readonly width: number;
  readonly height: number;
  /** Room that a month's name and the label of a new level need. */
  readonly month: number;
  readonly label: number;
}

/** The same chart for a screen and for a telephone: letters must not shrink with the drawing. */
const FRAMES: readonly Frame[] = [
  { kind: 'broad', width: 1000, height: 240, month: 60, label: 110 },
  { kind: 'slim', width: 350, height: 210, month: 56, label: 96 },
];
const TOP = 18;

const n = (value: number): string => value.toFixed(1);

export interface ChartOptions {
  /** The chosen days: shaded. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The address that chooses one day. */
  readonly link: (day: string) => string;
}

/** The tension of a dyad by day: conflict above the line, cooperation below, uncertainty as a band, changes of level marked. */
export function tensionChart(days: readonly TensionDay[], title: string, options: ChartOptions): Html {
  if (days.length === 0) return html``;
  const peak = peakOf(days);
  const told = days.filter(({ change }) => change).map(({ day }) => dayText(day));
  return html`<figure class="chart" data-first="${days[0].day}" data-last="${days[days.length - 1].day}" data-count="${days.length}"><figcaption>${dayText(days[0].day)} to ${dayText(days[days.length - 1].day)}, from −100 (cooperation) to +100 (conflict); the band is where the index lies with 95 % certainty. Strongest on ${dayText(peak.day)} (${signed(peak.index)}). ${told.length > 0 ? `The level changes on ${told.join(', ')}.` : 'No change of level.'} <span class="soft">Draw across the chart to choose days.</span></figcaption>
${FRAMES.map((frame) => drawing(days, title, options, frame))}</figure>`;
}

/** The day on which it stands farthest from calm. */
export const peakOf = (days: readonly TensionDay[]): TensionDay =>
  days.reduce((a, b) => (Math.abs(b.index) > Math.abs(a.index) ? b : a));

function drawing(days: readonly TensionDay[], title: string, { from, to, link }: ChartOptions, frame: Frame): Html {
  const { width, height } = frame;
  const floor = height - 22;
  const middle = (TOP + floor) / 2;
  const x = (i: number): number => (days.length === 1 ? width / 2 : (i / (days.length - 1)) * width);
  const y = (value: number): number => middle - (Math.max(-100, Math.min(100, value)) / 100) * (middle - TOP);
  const line = days.map((day, i) => `${i === 0 ? 'M' : 'L'}${n(x(i))} ${n(y(day.index))}`).join('');
  const upper = days.map((day, i) => `${i === 0 ? 'M' : 'L'}${n(x(i))} ${n(y(day.index + day.uncertainty))}`).join('');
  const lower = days
    .map((_, i) => days.length - 1 - i)
    .map((i) => `L${n(x(i))} ${n(y(days[i].index - days[i].uncertainty))}`)
    .join('');
  const first = from ? days.findIndex((one) => one.day >= from) : -1;
  const last = to ? days.findLastIndex((one) => one.day <= to) : days.length - 1;
  const half = days.length > 1 ? width / (days.length - 1) / 2 : width / 2;
  const chosen =
    from || to
      ? `<rect class="chosen" x="${n(x(Math.max(0, first)) - half)}" width="${n(Math.max(2 * half, x(Math.max(0, last)) - x(Math.max(0, first)) + 2 * half))}" y="0" height="${floor}"/>`
      : '';
  let named = Number.NEGATIVE_INFINITY;
  const ticks = days.flatMap(({ day }, i) => {
    if (!day.endsWith('-01') && i > 0) return [];
    const fits = x(i) - named >= frame.month && (x(i) < width - frame.month || i === 0);
    if (fits) named = x(i);
    const name = i === 0 ? shortDay(day) : monthText(day.slice(0, 7));
    return [
      `<line class="tick" x1="${n(x(i))}" x2="${n(x(i))}" y1="${TOP}" y2="${floor}"/>${fits ? `<text x="${n(x(i) + 3)}" y="${height - 6}">${name}</text>` : ''}`,
    ];
  });
  let told = Number.NEGATIVE_INFINITY;
  const changes = days.flatMap(({ day, change }, i) => {
    if (!change) return [];
    const at = Math.min(x(i) + 4, width - frame.label);
    const fits = at - told >= frame.label;
    if (fits) told = at;
    return [
      `<line class="change" x1="${n(x(i))}" x2="${n(x(i))}" y1="${TOP}" y2="${floor}"/>${fits ? `<text class="change-label" x="${n(at)}" y="12">new level ${shortDay(day)}</text>` : ''}`,
    ];
  });
  const dots = days.flatMap((day, i) => {
    if (day.incidents.length === 0) return [];
    const said = `${dayText(day.day)}: ${signed(day.index)}, ${many(day.incidents.length, 'incident')}`;
    return [
      html`<a href="${link(day.day)}" aria-label="${said}"><circle class="${day.conflict >= day.cooperation ? 'conflict' : 'cooperation'}" cx="${n(x(i))}" cy="${n(y(day.index))}" r="${n(Math.min(8, 2.5 + 1.3 * Math.sqrt(day.incidents.length)))}"><title>${said}</title></circle></a>`
        .html,
    ];
  });
  const scale = [50, -50]
    .map(
      (value) =>
        `<line class="level-line" x1="0" x2="${width}" y1="${n(y(value))}" y2="${n(y(value))}"/><text x="3" y="${n(y(value) - 3)}">${signed(value)}</text>`,
    )
    .join('');
  // What stands out is told where it stands.
  const end = days[days.length - 1];
  const peak = peakOf(days);
  const at = x(days.indexOf(peak));
  const value = (day: TensionDay, place: number): string =>
    `<text class="value" x="${n(Math.max(16, Math.min(place, width - 4)))}" y="${n(day.index >= 0 ? y(day.index) - 12 : y(day.index) + 20)}" text-anchor="${place > width - 16 ? 'end' : 'middle'}">${signed(day.index)}</text>`;
  const values = `${Math.abs(peak.index) >= 10 ? value(peak, at) : ''}${end !== peak && width - at > 40 ? value(end, width) : ''}`;
  const label = `${title}, ${dayText(days[0].day)} to ${dayText(end.day)}: ${signed(end.index)} at the end, strongest ${signed(peak.index)} on ${dayText(peak.day)}`;
  return html`<svg class="${frame.kind}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${label}">${raw(`${scale}${ticks.join('')}${chosen}<path class="band" d="${upper}${lower}Z"/><line class="zero" x1="0" x2="${width}" y1="${middle}" y2="${middle}"/><text class="side" x="${width}" y="${TOP + 10}">conflict ↑</text><text class="side" x="${width}" y="${floor - 5}">cooperation ↓</text>${changes.join('')}<path class="index" d="${line}"/>${dots.join('')}${values}`)}</svg>`;
}

/** A line of 120 × 24 pixels over the last `span` days: who has acted for a week only has a short line at the right. */
export function spark(days: readonly TensionDay[], span: number): Html {
  if (days.length === 0) return html``;
  const step = 120 / Math.max(1, span - 1);
  const x = (i: number): string => Math.max(0, 120 - (days.length - 1 - i) * step).toFixed(1);
  const points = days.map((day, i) => `${x(i)},${(12 - (day.index / 100) * 11).toFixed(1)}`);
  const area = `${x(0)},12 ${points.join(' ')} 120,12`;
  return html`<svg class="spark" viewBox="0 0 120 24" aria-hidden="true"><polygon class="area" points="${area}"/><line class="zero" x1="0" x2="120" y1="12" y2="12"/><polyline class="index" points="${points.join(' ')}"/></svg>`;
}
