// The true interval of a part of a period: "early 2022", "later this week".

import { addMonths, type Period } from './calendar.js';

/** First and last day of the part of a period that "early", "mid", "late" speak of: its first, middle or last third. */
export function narrow(period: Period, mod: string | undefined, today: number | null): readonly [number, number] {
  const size = period.last - period.first + 1;
  if (mod === undefined || size < 3 || mod === 'APPROX') return [period.first, period.last];
  const early = mod === 'START' || mod === 'EARLIER';
  // "earlier this week" is any day of it before this one.
  if (today !== null && today > period.first && today < period.last) {
    if (mod === 'EARLIER') return [period.first, today - 1];
    if (mod === 'LATER') return [today + 1, period.last];
  }
  if (period.grain === 'year') {
    const from = early ? 0 : mod === 'MID' ? 4 : 8;
    const start = addMonths(period.first, from);
    return [start, addMonths(start, 4) - 1];
  }
  if (period.grain === 'decade') {
    const [from, years] = early ? [0, 4] : mod === 'MID' ? [4, 3] : [7, 3];
    const start = addMonths(period.first, from * 12);
    return [start, addMonths(start, years * 12) - 1];
  }
  const third = Math.round(size / 3);
  if (early) return [period.first, period.first + third - 1];
  if (mod === 'END' || mod === 'LATER') return [period.last - third + 1, period.last];
  return [period.first + third, period.last - third];
}
