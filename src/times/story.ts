// The running reference of a text: the date last spoken of, and whether the text tells history (where "in October" belongs
// to the year that the story is in) or news (where it belongs to the dispatch's date).

import type { Span } from '../records.js';
import { civil, dayNumber, type Period, periodOf } from './calendar.js';
import { grainOf, type Meaning } from './meaning.js';
import type { Direction } from './tense.js';
import type { Valued } from './values.js';

/** An expression as the rules found it. */
export interface Found {
  readonly sentence: number;
  readonly span: Span;
  /** Its first and last word in the sentence. */
  readonly first: number;
  readonly last: number;
  readonly meaning: Meaning;
  readonly rule: string;
  /** The word before it. */
  readonly before: string;
  /** What stands between it and the expression before: one word, "" for nothing, null for more. */
  readonly between: string | null;
}

/** True when the text tells history: it names years long gone and hardly ever speaks of "today" or "last week". */
export function isTold(found: readonly Found[], today: number | null): boolean {
  if (today === null) return true;
  const year = civil(today).year;
  let old = 0;
  let news = 0;
  for (const { meaning } of found) {
    if (meaning.year !== undefined && (meaning.era === 'BC' || meaning.year <= year - 2)) old++;
    if (
      meaning.from === 'dispatch' ||
      (meaning.weekday !== undefined && meaning.day === undefined && meaning.kind === 'DATE')
    )
      news++;
  }
  return old >= 5 && old > news * 3;
}

/** How many years off the story a year must lie to be an aside. */
const FAR = 20;

/**
 * Years that a story only glances at ("as in 1812", "published in 2004"): far from the year told before, while the next one told is
 * back near it. By the offset of the expression.
 */
export function asidesOf(found: readonly Found[]): ReadonlySet<number> {
  const years = found.flatMap(({ meaning, span }) => {
    const year = meaning.year ?? meaning.outer?.year;
    return year === undefined || meaning.kind === 'SET'
      ? []
      : [{ at: span[0], year: meaning.era === 'BC' ? -year : year }];
  });
  const aside = new Set<number>();
  let told: number | null = null;
  for (const [i, { at, year }] of years.entries()) {
    const next = years[i + 1]?.year ?? told;
    const strays = told !== null && next !== null && Math.abs(year - told) > FAR;
    if (strays && told !== null && next !== null && Math.abs(next - told) < Math.abs(next - year)) aside.add(at);
    else told = year;
  }
  return aside;
}

/** How many expressions further on a year may be told that draws the months before it. */
const SIGHT = 8;

/** For each expression by its offset: the middle of the year that is told next in figures, as a day number. */
export function nextYears(found: readonly Found[], asides: ReadonlySet<number>): ReadonlyMap<number, number> {
  const next = new Map<number, number>();
  let year: number | null = null;
  let left = 0;
  for (let i = found.length - 1; i >= 0; i--) {
    const { meaning, span } = found[i];
    if (year !== null && left-- > 0) next.set(span[0], dayNumber(year, 7, 1));
    const own = meaning.year ?? meaning.outer?.year;
    if (own === undefined || meaning.era === 'BC' || asides.has(span[0])) continue;
    year = own;
    left = SIGHT;
  }
  return next;
}

/** True when a bare month or day belongs to the story's year. */
export function recall(
  story: Period | null,
  distance: number,
  told: boolean,
  today: number | null,
  direction: Direction,
  meaning: Meaning,
): boolean {
  if (told || story === null || today === null) return told;
  if (meaning.weekday !== undefined && meaning.day === undefined) return false;
  if (story.grain !== 'day' && story.grain !== 'month') return false;
  const year = civil(today).year;
  return (
    distance === 0 && civil(story.last).year < year - 1 && direction.way !== 'future' && direction.way !== 'present'
  );
}

/** The date that the text is at after this expression. */
export function nextStory(story: Period | null, meaning: Meaning, value: Valued, told: boolean): Period | null {
  // "the first nine months" of a report: what is compared with it is no longer the quarter.
  if (value.type === 'DURATION' && meaning.unit === 'month' && story?.grain === 'quarter')
    return periodOf('year', story.first);
  if (value.period === null || value.type === 'SET') return story;
  // What is measured from the present, or back from the story, is an aside.
  if (meaning.from === 'dispatch' && told) return story;
  if (meaning.sign === -1 || (meaning.which === -1 && meaning.from === 'story')) return story;
  const grain = grainOf(meaning.outer !== undefined && meaning.kind === 'TIME' ? meaning.outer : meaning);
  if (grain === 'century') return story;
  return value.period;
}
