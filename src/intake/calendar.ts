// Days as a dateline writes them, and the year that a dateline leaves out.

/** A day whose year may not be told. */
export interface Day {
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const MONTH =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? )?';
const CLOCK = '(?:,? (?:at )?\\d{1,2}[:.]\\d\\d(?: ?[ap]\\.?m\\.?)?(?: ?[A-Z]{2,4})?)?';
const MONTH_FIRST = new RegExp(`^${WEEKDAY}(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?${CLOCK}$`, 'i');
const DAY_FIRST = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[ -](${MONTH})\\.?(?:[ -]|, ?)?(\\d{4})?${CLOCK}$`,
  'i',
);
const ISO = /^(\d{4})-?(\d\d)-?(\d\d)(?:$|[T ])/;

/** Reads a day as wires write it: "Dec 30", "Nov. 21, 2013", "30th December, 2021", "26-FEB-1987 15:01:01.79", ISO 8601. */
export function parseDay(text: string): Day | null {
  if (text.length > 60) return null;
  const trimmed = text.trim().replace(/(\d):(\d\d)(?::\d\d(?:\.\d+)?)/, '$1:$2');
  let match = ISO.exec(trimmed);
  if (match) return checked(Number(match[1]), Number(match[2]), Number(match[3]));
  match = MONTH_FIRST.exec(trimmed);
  if (match) return checked(match[3] ? Number(match[3]) : null, monthOf(match[1]), Number(match[2]));
  match = DAY_FIRST.exec(trimmed);
  if (match) return checked(match[3] ? Number(match[3]) : null, monthOf(match[2]), Number(match[1]));
  return null;
}

/** Any date of a file's metadata as an ISO day: ISO 8601 with or without time, RFC 822, "26-FEB-1987 15:01", "20211230". */
export function isoDay(text: string): string | null {
  const rfc = /^(?:\w{3},? )?(\d{1,2} \w{3,9} \d{4})\b/.exec(text.trim());
  const day = parseDay(rfc ? rfc[1] : text.slice(0, 60));
  return day?.year ? iso(day.year, day.month, day.day) : null;
}

/** The day in a file's name, as archives write it. @example dayInName('reuters-2021-12-30-call.txt') // "2021-12-30" */
export function dayInName(path: string): string | null {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const match = /(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/.exec(name);
  const day = match && checked(Number(match[1]), Number(match[3]), Number(match[4]));
  return day?.year ? iso(day.year, day.month, day.day) : null;
}

/** A dispatch may be filed this many days after the day its metadata gives. */
const AHEAD = 10;

/**
 * The year of a day beside a reference day (ISO 8601): the latest that is not ahead of it, so that "Dec 30" beside
 * 2022-01-02 is of 2021; unless the weekday of the story's first paragraph agrees with the year before or after, and not with that one.
 */
export function yearBeside(day: Day, reference: string, lead: string): number {
  const year = Number(reference.slice(0, 4));
  const anchor = dayNumber(year, Number(reference.slice(5, 7)), Number(reference.slice(8, 10)));
  const away = (y: number): number => dayNumber(y, day.month, day.day) - anchor;
  // A 29 February may lie up to eight years back.
  const years = [1, 0, -1, -2, -3, -4, -5, -6, -7, -8].map((step) => year + step);
  const latest = years.find((y) => exists(y, day) && away(y) <= AHEAD) ?? year;
  if (Math.abs(away(latest)) <= AHEAD) return latest;
  const weekday = firstWeekday(lead);
  const agrees = (y: number): boolean => exists(y, day) && weekdayOf(y, day) === weekday;
  if (weekday < 0 || agrees(latest)) return latest;
  return [latest + 1, latest - 1].find(agrees) ?? latest;
}

/**
 * The first year, not before the latest that the text speaks of in the past ("in 2014"), in which the day falls on the
 * weekday that the story's first paragraph (`lead`) names. Null when the text tells no year or no weekday.
 */
export function yearByWeekday(day: Day, lead: string, text: string): number | null {
  const weekday = firstWeekday(lead);
  if (weekday < 0) return null;
  let floor = 0;
  for (const match of text
    .slice(0, 20000)
    .matchAll(
      /\b(?:in|since|of|from|during|January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{1,2},)? ((?:19|20)\d\d)\b/g,
    ))
    floor = Math.max(floor, Number(match[1]));
  // A year of long ago anchors nothing in copy that has the marks of the desks of this century.
  if (floor === 0 || (floor < 2000 && /^\W{0,3}UPDATE \d|\((?:Reporting|Writing|Editing) by |@\w+\.com/m.test(text)))
    return null;
  for (let year = floor; year < floor + 12; year++)
    if (exists(year, day) && weekdayOf(year, day) === weekday) return year;
  return null;
}

/** The weekday that the story's first paragraph names first, 0 for Sunday, or -1: there it is the dateline's own day. */
function firstWeekday(lead: string): number {
  const named = /\b(?:sun|mon|tues|wednes|thurs|fri|satur)day\b/i.exec(lead);
  return named ? WEEKDAYS.indexOf(named[0].toLowerCase()) : -1;
}

function weekdayOf(year: number, { month, day }: Day): number {
  return (((dayNumber(year, month, day) + 4) % 7) + 7) % 7;
}

function exists(year: number, { month, day }: Day): boolean {
  return checked(year, month, day) !== null;
}

/** ISO 8601 day. */
export function iso(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function checked(year: number | null, month: number, day: number): Day | null {
  const leap = year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1] ? { year, month, day } : null;
}

/** Days since 1970-01-01 in the Gregorian calendar. */
function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
