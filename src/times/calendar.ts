// Days, weeks, months and the larger periods of the proleptic Gregorian calendar, counted in whole days from 1970-01-01.
// The day arithmetic is that of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"; weeks are those of ISO 8601.
// Years before Christ are counted as historians do: year -490 is 490 BC, and there is no year 0.

/** The sizes of period that a date can have. */
export type Grain =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'season'
  | 'half'
  | 'year'
  | 'decade'
  | 'century';

/** A period of the calendar: its first and last day (both included) and its TIMEX3 value. */
export interface Period {
  readonly grain: Grain;
  readonly first: number;
  readonly last: number;
  readonly value: string;
}

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days from 1970-01-01 of an astronomical year (0 is 1 BC). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

/** The civil date of a day number, with an astronomical year. */
export function civil(days: number): Civil {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const y = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const mp = Math.floor((5 * ofYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: y + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

/** Days in a month. */
export const monthLength = (year: number, month: number): number =>
  dayNumber(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayNumber(year, month, 1);

const pad = (n: number, width: number): string => String(Math.abs(n)).padStart(width, '0');

/** A year as TIMEX3 writes it. @example yearValue(-489) // "BC0490" */
export const yearValue = (year: number): string => (year <= 0 ? `BC${pad(1 - year, 4)}` : pad(year, 4));

/** A day as ISO 8601 writes it, with a sign and an astronomical year before Christ. @example isoDay(18991) // "2021-12-30" */
export function isoDay(days: number): string {
  const { year, month, day } = civil(days);
  return `${year < 0 ? '-' : ''}${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

const SEASON_NAMES = ['SP', 'SU', 'FA', 'WI'];

/** The period of the given size that holds a day. A winter is named after the year of its December. */
export function periodOf(grain: Grain, days: number): Period {
  const { year, month } = civil(days);
  switch (grain) {
    case 'day': {
      const { day } = civil(days);
      return { grain, first: days, last: days, value: `${yearValue(year)}-${pad(month, 2)}-${pad(day, 2)}` };
    }
    case 'week':
    case 'weekend': {
      const monday = days - weekdayOf(days) + 1;
      const ofYear = civil(monday + 3).year;
      const number = Math.floor((monday + 3 - dayNumber(ofYear, 1, 1)) / 7) + 1;
      const value = `${yearValue(ofYear)}-W${pad(number, 2)}`;
      return grain === 'week'
        ? { grain, first: monday, last: monday + 6, value }
        : { grain, first: monday + 5, last: monday + 6, value: `${value}-WE` };
    }
    case 'month':
      return months(grain, year, month, 1, `${yearValue(year)}-${pad(month, 2)}`);
    case 'quarter': {
      const number = Math.ceil(month / 3);
      return months(grain, year, number * 3 - 2, 3, `${yearValue(year)}-Q${number}`);
    }
    case 'half': {
      const number = month <= 6 ? 1 : 2;
      return months(grain, year, number * 6 - 5, 6, `${yearValue(year)}-H${number}`);
    }
    case 'season': {
      const number = month <= 2 ? 4 : Math.floor(month / 3);
      const ofYear = month <= 2 ? year - 1 : year;
      return months(grain, ofYear, number * 3, 3, `${yearValue(ofYear)}-${SEASON_NAMES[number - 1]}`);
    }
    case 'year':
      return months(grain, year, 1, 12, yearValue(year));
    case 'decade': {
      if (year <= 0) {
        const decade = Math.floor((1 - year) / 10);
        return {
          grain,
          first: dayNumber(1 - (decade * 10 + 9), 1, 1),
          last: dayNumber(1 - decade * 10, 12, 31),
          value: `BC${pad(decade, 3)}`,
        };
      }
      const start = Math.floor(year / 10) * 10;
      return { grain, first: dayNumber(start, 1, 1), last: dayNumber(start + 9, 12, 31), value: pad(start / 10, 3) };
    }
    case 'century': {
      if (year <= 0) {
        const century = Math.floor(-year / 100);
        return {
          grain,
          first: dayNumber(-century * 100 - 99, 1, 1),
          last: dayNumber(-century * 100, 12, 31),
          value: `BC${pad(century, 2)}`,
        };
      }
      const century = Math.floor((year - 1) / 100);
      return {
        grain,
        first: dayNumber(century * 100 + 1, 1, 1),
        last: dayNumber(century * 100 + 100, 12, 31),
        value: pad(century, 2),
      };
    }
  }
}

function months(grain: Grain, year: number, from: number, count: number, value: string): Period {
  const past = year * 12 + from - 1 + count;
  return {
    grain,
    first: dayNumber(year, from, 1),
    last: dayNumber(Math.floor(past / 12), (((past % 12) + 12) % 12) + 1, 1) - 1,
    value,
  };
}

/** Moves a day by months; a day that the new month lacks becomes its last one. */
export function addMonths(days: number, count: number): number {
  const { year, month, day } = civil(days);
  const all = year * 12 + month - 1 + count;
  const y = Math.floor(all / 12);
  const m = (((all % 12) + 12) % 12) + 1;
  return dayNumber(y, m, Math.min(day, monthLength(y, m)));
}

const MONTHS_IN: Partial<Record<Grain, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};

/** Moves a day by so many units; fractions of months and more are rounded. */
export function moveDay(days: number, grain: Grain, count: number): number {
  const size = MONTHS_IN[grain];
  if (size !== undefined) return addMonths(days, Math.round(size * count));
  return days + Math.round((grain === 'day' ? 1 : 7) * count);
}

/** The period of the same size so many units later. */
export const shiftPeriod = (period: Period, count: number): Period =>
  periodOf(period.grain, moveDay(period.first, period.grain, count));
