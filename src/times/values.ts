// Writes what an expression means as TIMEX3 and as an interval: dates, times of day, durations and sets.

import { isoDay, moveDay, type Period } from './calendar.js';
import type { Meaning, Unit } from './meaning.js';
import { narrow } from './narrow.js';
import { resolveDate, type Setting } from './resolve.js';

/** An expression with its value; the period, when it is a date that a story can go on from. */
export interface Valued {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly implied: readonly string[];
  readonly period: Period | null;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The hours of the parts of a day. A night ends the next morning. */
const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  DT: ['06:00', '18:00'],
  EM: ['00:00', '06:00'],
  MO: ['06:00', '12:00'],
  MI: ['11:00', '13:00'],
  AF: ['12:00', '18:00'],
  EV: ['18:00', '22:00'],
  NI: ['18:00', '06:00'],
};

/** Gives an expression its value. */
export function giveValue(m: Meaning, at: Setting): Valued {
  switch (m.kind) {
    case 'DURATION':
      return durationValue(m, at);
    case 'SET':
      return setValue(m);
    case 'TIME':
      return timeValue(m, at);
    default:
      return m.ref === undefined ? dateValue(m, at) : refValue(m.ref, at);
  }
}

function refValue(ref: string, at: Setting): Valued {
  const day = at.dispatch === null ? null : isoDay(at.dispatch);
  return {
    type: 'DATE',
    value: ref,
    start: ref === 'PAST_REF' ? null : day,
    end: ref === 'FUTURE_REF' ? null : day,
    implied: ['date'],
    period: null,
  };
}

function dateValue(m: Meaning, at: Setting): Valued {
  if (m.count === 'X' && m.sign !== undefined) {
    return refValue(m.sign < 0 ? 'PAST_REF' : 'FUTURE_REF', at);
  }
  const found = resolveDate(m, at);
  if (found.period === null) {
    return { type: 'DATE', value: found.value, start: null, end: null, implied: [], period: null };
  }
  const { period, implied } = found;
  const [first, last] = narrow(period, m.mod, at.dispatch);
  if (m.day2 !== undefined && period.grain === 'day' && m.day2 > Number(period.value.slice(-2)) && m.day2 <= 31) {
    const end = period.first + m.day2 - Number(period.value.slice(-2));
    const value = `${period.value}/${isoDay(end)}`;
    return { type: 'DATE', value, start: isoDay(first), end: isoDay(end), implied, period };
  }
  return { type: 'DATE', value: period.value, start: isoDay(first), end: isoDay(last), implied, period };
}

function timeValue(m: Meaning, at: Setting): Valued {
  const day = m.outer ?? (m.unit !== undefined || m.day !== undefined || m.weekday !== undefined ? m : null);
  const found = day === null ? ownDay(m, at) : resolveDate({ ...day, kind: 'DATE' }, at);
  if (found.period === null || found.period.grain !== 'day') {
    const value = `${found.period === null ? found.value : `${found.period.value}${found.period.grain === 'month' ? '-XX' : ''}`}${clock(m)}`;
    return { type: 'TIME', value, start: null, end: null, implied: [], period: found.period };
  }
  const { period } = found;
  const date = isoDay(period.first);
  const implied = day === null ? ['date'] : found.implied;
  const value = `${period.value}${clock(m)}`;
  if (m.hour !== undefined) {
    const hour = hourOf(m);
    const moment = hour === 24 ? `${isoDay(period.first + 1)}T00:00` : `${date}T${two(hour)}:${two(m.minute ?? 0)}`;
    const full = `${moment}${m.second === undefined ? '' : `:${two(m.second)}`}${typeof m.zone === 'number' ? offset(m.zone) : ''}`;
    const halfOpen =
      m.half_day === undefined && m.part === undefined && hour <= 12 && m.zone === undefined && m.minute === 0;
    return { type: 'TIME', value, start: full, end: full, implied: halfOpen ? [...implied, 'half'] : implied, period };
  }
  const [from, to] = PARTS[m.part ?? 'DT'];
  const overnight = m.part === 'NI' && m.day2 !== undefined;
  const end = m.part === 'NI' ? (overnight ? `${isoDay(period.first + 1)}T${to}` : `${date}T23:59`) : `${date}T${to}`;
  return { type: 'TIME', value, start: `${date}T${from}`, end, implied, period };
}

// A time of day alone: on the day that the story or the dispatch is at.
function ownDay(m: Meaning, at: Setting): ReturnType<typeof resolveDate> {
  if (at.story !== null && at.story.grain === 'day') return { period: at.story, implied: ['date'] };
  return resolveDate({ kind: 'DATE', unit: 'day', which: m.part === 'NI' && m.which !== undefined ? m.which : 0 }, at);
}

function hourOf(m: Meaning): number {
  const hour = m.hour ?? 0;
  const late =
    m.half_day === 'pm' ||
    (m.half_day === undefined && (m.part === 'AF' || m.part === 'EV' || (m.part === 'NI' && hour > 5)));
  if (late && hour < 12) return hour + 12;
  return (m.half_day === 'am' || m.part === 'MO') && hour === 12 ? 0 : hour;
}

const clock = (m: Meaning): string => {
  if (m.hour === undefined) return `T${m.part ?? 'XX'}`;
  return `T${two(hourOf(m))}:${two(m.minute ?? 0)}${m.second === undefined ? '' : `:${two(m.second)}`}`;
};

const offset = (minutes: number): string =>
  minutes === 0
    ? 'Z'
    : `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;

const LETTERS: Readonly<Record<Unit, readonly [string, string]>> = {
  century: ['P', 'CE'],
  decade: ['P', 'DE'],
  year: ['P', 'Y'],
  half: ['P', 'H'],
  season: ['P', 'SN'],
  quarter: ['P', 'Q'],
  month: ['P', 'M'],
  week: ['P', 'W'],
  weekend: ['P', 'WE'],
  day: ['P', 'D'],
  tradingday: ['P', 'D'],
  hour: ['PT', 'H'],
  minute: ['PT', 'M'],
  second: ['PT', 'S'],
};

// The unit that a half of another is so many of.
const HALVES: Partial<Record<Unit, readonly [Unit, number]>> = {
  decade: ['year', 5],
  century: ['year', 50],
  year: ['month', 6],
  hour: ['minute', 30],
  minute: ['second', 30],
  day: ['hour', 12],
};

/** A length of time as TIMEX3 writes it. @example length(2.5, 'year') // "P2Y6M" */
export function length(count: number | 'X', unit: Unit): string {
  const [start, letter] = LETTERS[unit];
  if (count === 'X' || Number.isInteger(count)) return `${start}${count}${letter}`;
  const half = HALVES[unit];
  const whole = Math.floor(count);
  if (half === undefined || count - whole !== 0.5) return `${start}${count}${letter}`;
  const [halfStart, halfLetter] = LETTERS[half[0]];
  const rest = `${half[1]}${halfLetter}`;
  if (whole === 0) return `${halfStart}${rest}`;
  return start === halfStart ? `${start}${whole}${letter}${rest}` : `${start}${whole}${letter}T${rest}`;
}

function durationValue(m: Meaning, at: Setting): Valued {
  const unit = m.unit ?? 'day';
  const count = m.count ?? 1;
  const none = {
    type: 'DURATION',
    value: length(count, unit),
    start: null,
    end: null,
    implied: [],
    period: null,
  } as const;
  const grain = unit === 'tradingday' ? 'day' : unit;
  if (m.anchor === undefined || grain === 'hour' || grain === 'minute' || grain === 'second') return none;
  if (m.outer !== undefined) {
    const whole = resolveDate(m.outer, at);
    if (whole.period === null || count === 'X') return none;
    const { first, last } = whole.period;
    return m.anchor === 'end'
      ? { ...none, start: isoDay(moveDay(last + 1, grain, -count)), end: isoDay(last), implied: whole.implied }
      : { ...none, start: isoDay(first), end: isoDay(moveDay(first, grain, count) - 1), implied: whole.implied };
  }
  if (at.dispatch === null || m.anchor === 'start' || m.anchor === 'end') return none;
  const now = isoDay(at.dispatch);
  if (m.anchor === 'past') {
    return {
      ...none,
      start: count === 'X' ? null : isoDay(moveDay(at.dispatch, grain, -count)),
      end: now,
      implied: ['date'],
    };
  }
  return {
    ...none,
    start: now,
    end: count === 'X' ? null : isoDay(moveDay(at.dispatch, grain, count)),
    implied: ['date'],
  };
}

function setValue(m: Meaning): Valued {
  const value = (text: string): Valued => ({
    type: 'SET',
    value: text,
    start: null,
    end: null,
    implied: [],
    period: null,
  });
  const part = m.part === undefined ? '' : `T${m.part}`;
  if (m.weekday !== undefined) return value(`XXXX-WXX-${m.weekday}${part}`);
  if (m.month !== undefined) return value(`XXXX-${two(m.month)}${m.day === undefined ? '' : `-${two(m.day)}`}`);
  if (m.season !== undefined) return value(`XXXX-${['SP', 'SU', 'FA', 'WI'][m.season - 1]}`);
  if (m.quarter !== undefined) return value(`XXXX-Q${m.quarter}`);
  if (m.unit === 'weekend') return value('XXXX-WXX-WE');
  if (m.part !== undefined) return value(`XXXX-XX-XX${part}`);
  return value(length(m.every ?? m.count ?? 1, m.unit ?? 'day'));
}
