// From what the words say to a value on the calendar: the one place where a date without a year gets one.
// Values are those of TIMEX3 (ISO-TimeML, ISO 24617-1); intervals are the true ones, first and last day included.

import {
  civil,
  dayNumber,
  type Grain,
  monthLength,
  moveDay,
  type Period,
  periodOf,
  shiftPeriod,
  weekdayOf,
} from './calendar.js';
import { holidayIn } from './holidays.js';
import type { Meaning } from './meaning.js';
import type { Direction } from './tense.js';
import { vague } from './vague.js';

/** What stands around an expression. */
export interface Setting {
  /** Day number of the dispatch's date, or null. */
  readonly dispatch: number | null;
  /** The date last spoken of before, with a calendar value. */
  readonly story: Period | null;
  /** True when bare months and days belong to the story rather than to the dispatch's date. */
  readonly told: boolean;
  /** Day number of the middle of the year that is told next in so many figures, or null. */
  readonly next?: number | null;
  readonly direction: Direction;
}

/** A date on the calendar, and which of its parts were inferred. */
export interface Dated {
  readonly period: Period;
  readonly implied: readonly string[];
}

/** A value that could not be brought onto the calendar: what is known of it, with X for the rest. */
export interface Undated {
  readonly period: null;
  readonly value: string;
}

/** Puts a date on the calendar. */
export function resolveDate(m: Meaning, at: Setting): Dated | Undated {
  const found = m.outer !== undefined ? within(m, m.outer, at) : alone(m, at);
  return found ?? { period: null, value: vague(m) };
}

const dated = (period: Period, ...implied: readonly string[]): Dated => ({ period, implied });

// ------------------------------------------------------------------------------------------- inside a larger date

function within(m: Meaning, outer: Meaning, at: Setting): Dated | null {
  const whole = resolveDate(outer, at);
  if (whole.period === null) return null;
  const { period } = whole;
  const { year, month } = civil(period.first);
  const give = (inner: Period | null): Dated | null => (inner === null ? null : dated(inner, ...whole.implied));
  if (m.ordinal !== undefined && m.unit !== undefined) return give(nth(m, period));
  if (m.ordinal !== undefined && m.weekday !== undefined) {
    const start = period.first + ((m.weekday - weekdayOf(period.first) + 7) % 7);
    return give(periodOf('day', start + 7 * (m.ordinal - 1)));
  }
  if (m.month !== undefined) {
    const inner = dayIn(year, m.month, m.day);
    return give(inner);
  }
  if (m.day !== undefined) return give(dayIn(year, month, m.day));
  if (m.quarter !== undefined) return give(periodOf('quarter', dayNumber(year, m.quarter * 3, 1)));
  if (m.half !== undefined) return give(periodOf('half', dayNumber(year, m.half * 6, 1)));
  if (m.season !== undefined) return give(periodOf('season', dayNumber(year, m.season * 3, 1)));
  if (m.holiday !== undefined) return give(holidayIn(m.holiday, year));
  if (m.weekday !== undefined) {
    const monday = periodOf('week', period.first).first;
    return give(periodOf('day', monday + m.weekday - 1));
  }
  if (m.unit === 'weekend') return give(periodOf('weekend', period.first));
  return give(period);
}

// "the first week of May", "the last quarter of 1990"
function nth(m: Meaning, whole: Period): Period | null {
  const grain = m.unit === 'tradingday' ? 'day' : (m.unit as Grain);
  const ordinal = m.ordinal as number;
  if (ordinal === -1) return periodOf(grain, whole.last);
  if (whole.grain === 'day') return periodOf(grain, whole.first);
  let start = periodOf(grain, whole.first);
  // The first week of a month is the first that mostly lies in it.
  if (grain === 'week' && whole.first - start.first > 3) start = shiftPeriod(start, 1);
  const found = ordinal === 1 ? start : shiftPeriod(start, ordinal - 1);
  return found.first > whole.last ? null : found;
}

function dayIn(year: number, month: number, day: number | undefined): Period | null {
  if (month < 1 || month > 12) return null;
  if (day === undefined) return periodOf('month', dayNumber(year, month, 1));
  return day < 1 || day > monthLength(year, month) ? null : periodOf('day', dayNumber(year, month, day));
}

// ------------------------------------------------------------------------------------------------------ by itself

function alone(m: Meaning, at: Setting): Dated | null {
  if (m.century !== undefined) {
    const year = m.era === 'BC' ? -m.century * 100 + 1 : m.century * 100 - 99;
    return dated(periodOf('century', dayNumber(year, 6, 1)));
  }
  if (m.decade !== undefined) return decade(m, at);
  const written = writtenYear(m, at);
  if (written !== null) {
    const inner = inYear(m, written.year, at.story);
    return inner === null ? null : dated(inner, ...(written.implied ? ['century'] : []));
  }
  if (m.sign !== undefined) return shifted(m, at);
  if (m.which !== undefined || m.unit !== undefined) return pointed(m, at);
  if (m.month !== undefined) return yearOfMonth(m, at);
  if (m.day !== undefined) return monthOfDay(m, at);
  if (m.weekday !== undefined) return weekday(m, at);
  if (m.quarter !== undefined || m.half !== undefined || m.season !== undefined || m.holiday !== undefined) {
    return recurring(m, at);
  }
  return null;
}

function decade(m: Meaning, at: Setting): Dated | null {
  const written = m.decade as number;
  if (m.era === 'BC') return dated(periodOf('decade', dayNumber(1 - written - 5, 6, 1)));
  if (written >= 100) return dated(periodOf('decade', dayNumber(written, 6, 1)));
  const now = at.told && at.story !== null ? at.story.first : at.dispatch;
  if (now === null) return null;
  const century = Math.floor(civil(now).year / 100) * 100;
  const year = century + written > civil(now).year + 5 ? century - 100 + written : century + written;
  return dated(periodOf('decade', dayNumber(year, 6, 1)), 'century');
}

function writtenYear(m: Meaning, at: Setting): { year: number; implied: boolean } | null {
  if (m.year !== undefined) return { year: m.era === 'BC' ? 1 - m.year : m.year, implied: false };
  if (m.shortyear === undefined) return null;
  const now = at.told && at.story !== null ? at.story.first : at.dispatch;
  const near = now === null ? 2000 : civil(now).year;
  const century = Math.floor(near / 100) * 100;
  const year = [century - 100, century, century + 100]
    .map((c) => c + (m.shortyear as number))
    .reduce((best, y) => (Math.abs(y - near) < Math.abs(best - near) ? y : best));
  return { year, implied: true };
}

function inYear(m: Meaning, year: number, story: Period | null): Period | null {
  if (m.month !== undefined) return dayIn(year, m.month, m.day);
  if (m.quarter !== undefined) return periodOf('quarter', dayNumber(year, m.quarter * 3, 1));
  if (m.half !== undefined) return periodOf('half', dayNumber(year, m.half * 6, 1));
  if (m.season !== undefined) return periodOf('season', dayNumber(year, m.season * 3, 1));
  if (m.holiday !== undefined) return holidayIn(m.holiday, year);
  if (m.ordinal !== undefined && m.unit !== undefined) return nth(m, periodOf('year', dayNumber(year, 1, 1)));
  if (m.unit === 'quarter' && story?.grain === 'quarter') {
    return periodOf('quarter', dayNumber(year, civil(story.first).month, 1));
  }
  return periodOf('year', dayNumber(year, 6, 1));
}

// "two weeks ago", "three days later"
function shifted(m: Meaning, at: Setting): Dated | null {
  const base = anchor(m, at);
  if (base === null || m.count === 'X' || m.unit === undefined) return null;
  const count = (m.count ?? 1) * (m.sign as number);
  const story = m.from === 'story' ? at.story : null;
  if (m.unit === 'hour' || m.unit === 'minute' || m.unit === 'second') return dated(periodOf('day', base.first), 'day');
  if (m.unit === 'tradingday') return dated(periodOf('day', tradingDay(base.first, count)), 'day');
  if (m.unit === 'year' && at.story?.grain === 'quarter' && count === -1 && (m.from === 'story' || near(at))) {
    return dated(shiftPeriod(at.story, -4), 'year');
  }
  const grain = m.unit as Grain;
  // "four days later" after a month: the day is open.
  if (story !== null && story.last - story.first > 31 * 2 && (grain === 'day' || grain === 'week' || grain === 'month'))
    return null;
  if (story !== null && grain === 'day' && story.grain !== 'day') return null;
  const whole = Math.trunc(count) === count;
  const moved = moveDay(story !== null && count > 0 ? story.last : base.first, grain, count);
  return dated(periodOf(whole ? grain : grain === 'year' ? 'month' : 'day', moved), grain);
}

const near = (at: Setting): boolean =>
  at.dispatch !== null && at.story !== null && Math.abs(at.dispatch - at.story.last) < 400;

function tradingDay(from: number, count: number): number {
  let day = from;
  let left = Math.abs(count);
  while (left > 0 && left < 1000) {
    day += Math.sign(count);
    if (weekdayOf(day) < 6) left--;
  }
  return day;
}

function anchor(m: Meaning, at: Setting): Period | null {
  if (m.from === 'told' && at.told && at.story !== null) return at.story;
  if (at.told && at.story !== null && m.sign !== undefined) return at.story;
  if (m.from === 'story' && at.story !== null) return at.story;
  return at.dispatch === null ? at.story : periodOf('day', at.dispatch);
}

// "last week", "this Friday", "next May", "that year", "the quarter"
function pointed(m: Meaning, at: Setting): Dated | null {
  const base = anchor(m, at);
  if (base === null) return null;
  const now = base.first;
  const which = m.which ?? 0;
  if (m.weekday !== undefined) {
    const day = which < 0 ? lastWeekday(now - 1, m.weekday) : which > 0 ? nextWeekday(now + 1, m.weekday) : null;
    if (day !== null) return dated(periodOf('day', day), 'day');
    const ahead = at.direction.way !== 'past';
    return dated(periodOf('day', ahead ? nextWeekday(now, m.weekday) : lastWeekday(now, m.weekday)), 'day');
  }
  if (m.month !== undefined) {
    const { year, month } = civil(now);
    const y = which < 0 ? (m.month < month ? year : year - 1) : which > 0 ? (m.month > month ? year : year + 1) : year;
    const inner = dayIn(y, m.month, m.day);
    return inner === null ? null : dated(inner, 'year');
  }
  if (m.season !== undefined)
    return dated(
      nextOf(now, which, (year) => periodOf('season', dayNumber(year, (m.season as number) * 3, 1))),
      'year',
    );
  if (m.quarter !== undefined)
    return dated(
      nextOf(now, which, (year) => periodOf('quarter', dayNumber(year, (m.quarter as number) * 3, 1))),
      'year',
    );
  if (m.half !== undefined)
    return dated(
      nextOf(now, which, (year) => periodOf('half', dayNumber(year, (m.half as number) * 6, 1))),
      'year',
    );
  if (m.holiday !== undefined) {
    const year = civil(now).year;
    const days = [year - 1, year, year + 1].map((y) => holidayIn(m.holiday as string, y)).filter((p) => p !== null);
    const found =
      which < 0
        ? days.filter((p) => p.last < now).at(-1)
        : which > 0
          ? days.find((p) => p.first > now)
          : holidayIn(m.holiday, year);
    return found ? dated(found, 'year') : null;
  }
  if (m.unit === undefined) return null;
  const grain: Grain =
    m.unit === 'tradingday' || m.unit === 'hour' || m.unit === 'minute' || m.unit === 'second' ? 'day' : m.unit;
  if (grain === 'weekend' && m.which === undefined) return weekend(now, at);
  if (grain === 'weekend' && which < 0)
    return dated(periodOf('weekend', weekdayOf(now) >= 6 ? now - 7 : now - weekdayOf(now)), 'week');
  if (m.which === undefined && grain === 'week' && !at.told) return dated(periodOf(grain, at.dispatch ?? now), grain);
  if (m.which === undefined && at.story !== null && holds(at.story, grain)) {
    return dated(periodOf(grain, at.story.first), grain);
  }
  if (m.which === undefined && grain === 'quarter') return dated(shiftPeriod(periodOf(grain, now), -1), grain);
  if (
    m.from === 'story' &&
    base.last - base.first > 400 &&
    grain !== 'decade' &&
    grain !== 'century' &&
    grain !== 'year'
  )
    return null;
  if (m.from === 'story' && grain === 'day' && base.grain !== 'day') return null;
  const start = which > 0 ? base.last : now;
  const count = m.count === undefined || m.count === 'X' ? 1 : m.count;
  return dated(shiftPeriod(periodOf(grain, start), which * count), grain);
}

// True when "the quarter" can be the one that the story is in.
const holds = (story: Period, grain: Grain): boolean =>
  story.grain === grain ||
  (story.last - story.first < 32 && (grain === 'month' || grain === 'year') && story.grain !== 'week') ||
  (grain === 'year' && (story.grain === 'season' || story.grain === 'quarter' || story.grain === 'half'));

const lastWeekday = (from: number, weekday: number): number => from - ((weekdayOf(from) - weekday + 7) % 7);
const nextWeekday = (from: number, weekday: number): number => from + ((weekday - weekdayOf(from) + 7) % 7);

function nextOf(now: number, which: number, make: (year: number) => Period): Period {
  const year = civil(now).year;
  const all = [year - 2, year - 1, year, year + 1, year + 2].map(make);
  if (which < 0) return all.filter((p) => p.last < now).at(-1) as Period;
  if (which > 0) return all.find((p) => p.first > now) as Period;
  return all.find((p) => p.first <= now && now <= p.last) ?? all[2];
}

function weekend(now: number, at: Setting): Dated {
  const here = weekdayOf(now);
  if (at.direction.way === 'future' || here >= 6) return dated(periodOf('weekend', now), 'week');
  return dated(periodOf('weekend', now - 7), 'week');
}

// "in October", "on Aug. 2": the year is not there.
function yearOfMonth(m: Meaning, at: Setting): Dated | null {
  const month = m.month as number;
  const home = at.told && at.story !== null ? at.story.first : (at.dispatch ?? at.story?.first ?? null);
  if (home === null) return null;
  const year = civil(home).year;
  const all = [-2, -1, 0, 1, 2].map((k) => dayIn(year + k, month, m.day)).filter((p): p is Period => p !== null);
  if (all.length === 0) return null;
  if (m.weekday !== undefined && m.day !== undefined) {
    const agreeing = all.filter((p) => weekdayOf(p.first) === m.weekday);
    if (agreeing.length > 0) return dated(nearest(agreeing, home, 1), 'year');
  }
  if (at.told && at.story !== null) return dated(after(all, at.story, at.next ?? null), 'year');
  const close = nearest(all, home, 1);
  if (at.dispatch === null) return dated(close, 'year');
  const behind = all.filter((p) => p.first <= home).at(-1);
  const ahead = all.find((p) => p.last >= home);
  const { way, sure } = at.direction;
  const chosen =
    way === 'past'
      ? behind
      : way === 'future'
        ? ahead
        : way === 'present'
          ? m.day === undefined
            ? close
            : ahead
          : close;
  if (chosen === undefined) return dated(close, 'year');
  // A day far away while the same day of another year is near: the verb belongs to something else.
  const far = gap(chosen, home);
  const other = gap(close, home);
  const limit = m.day !== undefined ? (sure ? 330 : 160) : sure || way === 'future' ? 345 : 240;
  return dated(far > limit && other < far / 2 ? close : chosen, 'year');
}

const gap = (p: Period, day: number): number => (day < p.first ? p.first - day : day > p.last ? day - p.last : 0);

/** The period nearest to a day; a period before it counts as `back` times as far. */
function nearest(all: readonly Period[], day: number, back: number): Period {
  const far = (p: Period) => gap(p, day) * (p.last < day ? back : 1);
  return all.reduce((best, p) => (far(p) < far(best) ? p : best));
}

// A story runs forward: the next such month is nearer than the last. It runs towards the year that is told next.
function after(all: readonly Period[], story: Period, next: number | null): Period {
  const far = (p: Period) =>
    (p.last < story.first ? (story.first - p.last) * 1.6 : p.first > story.last ? p.first - story.last : 0) +
    (next === null ? 0 : 0.5 * Math.max(0, Math.abs(p.first - next) - 183));
  return all.reduce((best, p) => (far(p) < far(best) ? p : best));
}

// "the 20th"
function monthOfDay(m: Meaning, at: Setting): Dated | null {
  const base = at.story !== null && at.story.last - at.story.first < 32 ? at.story.first : at.dispatch;
  if (base === null) return null;
  const { year, month } = civil(base);
  const found = dayIn(year, month, m.day);
  return found === null ? null : dated(found, 'month');
}

// "on Thursday": the nearest one on the verb's side; news without a verb looks back.
function weekday(m: Meaning, at: Setting): Dated | null {
  const wanted = m.weekday as number;
  const now = at.told && at.story !== null ? at.story.last : at.dispatch;
  if (now === null) return null;
  const { way } = at.direction;
  const ahead = way === 'future' || way === 'present';
  // "Until Friday", written on a Friday: the next one.
  const from = at.direction.until && weekdayOf(now) === wanted ? now + 1 : now;
  return dated(periodOf('day', ahead ? nextWeekday(from, wanted) : lastWeekday(now, wanted)), 'day');
}

// "the third quarter", "in the summer", "at Christmas"
function recurring(m: Meaning, at: Setting): Dated | null {
  const now = at.told && at.story !== null ? at.story.first : at.dispatch;
  if (now === null) return null;
  const year = civil(now).year;
  const all = [-2, -1, 0, 1, 2]
    .map((k) => inYear({ ...m, year: year + k }, year + k, null))
    .filter((p): p is Period => p !== null);
  if (all.length === 0) return null;
  if (at.told && at.story !== null) return dated(after(all, at.story, at.next ?? null), 'year');
  const { way } = at.direction;
  const behind = all.filter((p) => p.first <= now).at(-1) as Period;
  const ahead = all.find((p) => p.last >= now) as Period;
  // Results of a quarter are told, and will be told, after its end.
  if (m.quarter !== undefined && gap(behind, now) < 130) return dated(behind, 'year');
  if (way === 'future') return dated(gap(ahead, now) > 270 && gap(behind, now) < 90 ? behind : ahead, 'year');
  if (way === 'past') return dated(behind, 'year');
  return dated(gap(behind, now) <= gap(ahead, now) + 45 ? behind : ahead, 'year');
}
