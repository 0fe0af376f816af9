// What the words of a time expression say, before the calendar is asked: a flat set of features, collected by the rules
// of codebook/times. The names on the right side of a rule are the names here.

import type { Grain } from './calendar.js';

export type Kind = 'DATE' | 'TIME' | 'DURATION' | 'SET' | 'PART';

/** Units that can be counted. */
export type Unit = Grain | 'hour' | 'minute' | 'second' | 'tradingday';

/** All features are optional; a number or a word each. `outer` is the larger date that this one is a part of. */
export interface Meaning {
  readonly kind?: Kind;
  /** A value that needs no calendar: PAST_REF, PRESENT_REF, FUTURE_REF. */
  readonly ref?: string;
  readonly century?: number;
  /** First year of a decade, or its two digits ("'80s"). */
  readonly decade?: number;
  readonly year?: number;
  /** Two digits of a year: the century is implied. */
  readonly shortyear?: number;
  readonly era?: 'BC' | 'AD';
  readonly half?: number;
  readonly quarter?: number;
  /** 1 spring, 2 summer, 3 autumn, 4 winter. */
  readonly season?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 Monday ... 7 Sunday. */
  readonly weekday?: number;
  readonly holiday?: string;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly half_day?: 'am' | 'pm';
  /** Minutes from UTC, or "local". */
  readonly zone?: number | string;
  /** Part of the day: MO MI AF EV NI DT. */
  readonly part?: string;
  readonly unit?: Unit;
  /** How many units; "X" for several, a few. */
  readonly count?: number | 'X';
  readonly ordinal?: number;
  /** -1 last, 0 this, 1 next. */
  readonly which?: number;
  /** The direction of a shift: -1 ago, 1 from now. */
  readonly sign?: number;
  /** What a shift counts from: the dispatch's date, the date last spoken of, or that one where history is told and else the dispatch's. */
  readonly from?: 'dispatch' | 'story' | 'told';
  /** Set: one in so many units. */
  readonly every?: number;
  /** Position of an anchored duration: "the past two months", "the next three years". */
  readonly anchor?: 'past' | 'next' | 'start' | 'end';
  /** TIMEX3's mod. */
  readonly mod?: 'START' | 'MID' | 'END' | 'APPROX' | 'EARLIER' | 'LATER';
  /** The second day of "Jan. 9/10". */
  readonly day2?: number;
  readonly outer?: Meaning;
}

/** Features in the making. */
export type Features = Readonly<Record<string, number | string | object>>;

const DAY_FEATURES = ['day', 'weekday', 'holiday', 'day2'];

/** The finest part of the calendar that the words speak of, or null. */
export function grainOf(m: Meaning): Grain | null {
  for (const name of DAY_FEATURES) if (name in m) return 'day';
  if (m.unit !== undefined && m.kind === 'DATE') {
    if (m.unit === 'tradingday' || m.unit === 'hour' || m.unit === 'minute' || m.unit === 'second') return 'day';
    return m.unit;
  }
  if (m.month !== undefined) return 'month';
  if (m.season !== undefined) return 'season';
  if (m.quarter !== undefined) return 'quarter';
  if (m.half !== undefined) return 'half';
  if (m.year !== undefined || m.shortyear !== undefined) return 'year';
  if (m.decade !== undefined) return 'decade';
  if (m.century !== undefined) return 'century';
  return null;
}
