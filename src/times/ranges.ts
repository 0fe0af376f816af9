// Ranges of two expressions: "from Sunday to Tuesday", "May 3-5", "between 1961 and 1964". Each half keeps its own value;
// the interval of both is the whole range.

import { civil, dayNumber, isoDay, periodOf } from './calendar.js';
import { grainOf, type Meaning } from './meaning.js';
import type { Found } from './story.js';
import type { Valued } from './values.js';

/** One expression, or the two ends of a range. */
export interface Range {
  readonly items: readonly Found[];
}

const CLOSE = 16;

/** Gives a time of day without a day the day that stands close behind it: "3:30 p.m. EST (2030 GMT) on Thursday". */
export function lendDays(found: readonly Found[]): Found[] {
  const out = [...found];
  for (let i = out.length - 2; i >= 0; i--) {
    const a = out[i];
    const b = out[i + 1];
    if (a.meaning.kind !== 'TIME' || a.sentence !== b.sentence || b.span[0] - a.span[1] > CLOSE) continue;
    if (a.meaning.outer !== undefined || a.meaning.unit !== undefined || a.meaning.day !== undefined) continue;
    const outer = b.meaning.kind === 'TIME' ? b.meaning.outer : b.meaning;
    if (outer === undefined || outer.kind !== 'DATE' || grainOf(outer) !== 'day') continue;
    out[i] = { ...a, meaning: { ...a.meaning, outer } };
  }
  return out;
}

const TO = new Set(['-', '--', 'to', 'through', 'until', 'till', 'thru']);

/** Groups expressions into ranges, and lends the halves what only the other one says ("May 3-5", "6-7 January 1916"). */
export function rangesOf(found: readonly Found[]): Range[] {
  const ranges: Range[] = [];
  for (let i = 0; i < found.length; i++) {
    const a = found[i];
    const b = found[i + 1];
    if (b !== undefined && isRange(a, b)) {
      const [first, second] = lend(a, b);
      ranges.push({ items: [first, second] });
      i++;
    } else ranges.push({ items: [a] });
  }
  return ranges;
}

function isRange(a: Found, b: Found): boolean {
  if (a.sentence !== b.sentence || b.between === null) return false;
  if (a.meaning.kind === 'DURATION' || b.meaning.kind === 'DURATION') return false;
  if (a.meaning.ref !== undefined || b.meaning.ref !== undefined) return false;
  if (a.meaning.kind === 'SET' || b.meaning.kind === 'SET') return false;
  if (b.between === '-' || b.between === '--') return true;
  // "June 29 to July 2"
  const days = a.meaning.month !== undefined && b.meaning.month !== undefined && b.meaning.day !== undefined;
  if (days && a.meaning.day !== undefined && TO.has(b.between)) return true;
  if (TO.has(b.between)) return a.before === 'from' || b.between === 'through' || b.between === 'thru';
  if (b.between === '&' || b.between === 'to') return a.meaning.day !== undefined && a.meaning.month === undefined;
  return (
    b.between === 'and' && (a.before === 'between' || (a.meaning.day !== undefined && a.meaning.month === undefined))
  );
}

// The year stands once, with the second half: "from June to August 1996".
function lend(a: Found, b: Found): [Found, Found] {
  const { meaning: x } = a;
  const { meaning: y } = b;
  if (x.day !== undefined && x.month === undefined && x.weekday === undefined && y.month !== undefined) {
    const { kind: _, day: _day, ...rest } = y;
    return [{ ...a, meaning: { ...rest, ...x } }, b];
  }
  // "June 29-30, 2022": the month stands with the first day, the year with the second.
  const year = y.outer?.year;
  if (y.day !== undefined && y.month === undefined && year !== undefined && x.month !== undefined) {
    const { outer: _, ...rest } = y;
    return [
      { ...a, meaning: { ...x, year: x.year ?? year } },
      { ...b, meaning: { ...rest, month: x.month, year } },
    ];
  }
  if (y.era !== undefined && x.year !== undefined && x.era === undefined)
    return [{ ...a, meaning: { ...x, era: y.era } }, b];
  if (
    y.year !== undefined &&
    x.year === undefined &&
    x.shortyear === undefined &&
    (x.month !== undefined || x.quarter !== undefined)
  ) {
    const crossing = x.month !== undefined && y.month !== undefined && x.month > y.month;
    const lent: Meaning = { ...x, year: crossing ? y.year - 1 : y.year, ...(y.era ? { era: y.era } : {}) };
    return [{ ...a, meaning: lent }, b];
  }
  if (x.year !== undefined && y.shortyear !== undefined && y.month === undefined) {
    const { shortyear, ...rest } = y;
    const century = Math.floor(x.year / 100) * 100;
    return [a, { ...b, meaning: { ...rest, year: century + shortyear + (century + shortyear < x.year ? 100 : 0) } }];
  }
  return [a, b];
}

/** The whole range as the interval of both halves; a second half before the first is moved ahead. */
export function spread(range: Range, valued: readonly Valued[]): readonly Valued[] {
  if (valued.length < 2) return valued;
  const [a, b] = valued;
  if (a.start === null || b.end === null || a.period === null || b.period === null) return valued;
  let second = b;
  if (b.period.first < a.period.first && b.implied.length > 0) {
    const moved = ahead(b, a.period.first, range.items[1].meaning);
    if (moved !== null) second = moved;
  }
  if (second.end === null || second.end < a.start) return valued;
  return [
    { ...a, end: second.end },
    { ...second, start: a.start },
  ];
}

function ahead(b: Valued, from: number, meaning: Meaning): Valued | null {
  const period = b.period;
  if (period === null || b.type !== 'DATE') return null;
  const { year, month, day } = civil(period.first);
  let moved = null;
  if (meaning.month !== undefined && period.grain === 'day') moved = periodOf('day', dayNumber(year + 1, month, day));
  else if (meaning.month !== undefined && period.grain === 'month')
    moved = periodOf('month', dayNumber(year + 1, month, 1));
  else if (meaning.weekday !== undefined && period.grain === 'day') moved = periodOf('day', period.first + 7);
  if (moved === null || moved.first < from) return null;
  return { ...b, period: moved, value: moved.value, start: isoDay(moved.first), end: isoDay(moved.last) };
}
