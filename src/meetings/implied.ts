// What a dispatch leaves unsaid of an occasion that was just held: the day that the sentence before told, and the place of the dateline. Both are marked
// as inferred: the day is not `known`, the place has no mention.

import { lemma, type Political } from '../commitments/index.js';
import { child } from '../language/index.js';
import type { Dispatch, PlaceRef, TimeExpression } from '../records.js';
import type { Occasion } from './occasion.js';

/** How many days back a day of the sentence before may lie to be that of an occasion without one. */
const FRESH = 3;

export function withImplied(
  isBody: (one: Occasion) => boolean,
  occasions: readonly Occasion[],
  dispatch: Dispatch,
  times: readonly TimeExpression[],
  sides: Political,
): Occasion[] {
  const today = dispatch.date?.value ?? null;
  return occasions.map((one) => {
    if (one.status !== 'held' && one.status !== 'ongoing') return one;
    let { start, end, known, implied } = one;
    const wide = start !== null && end !== null && start.slice(0, 10) !== end.slice(0, 10);
    const count = new Set(one.parties.map((id) => sides.side(id))).size;
    const several = count > 1 || isBody(one) || (one.parties.length === 0 && one.word === one.verb);
    if ((start === null || wide) && several && today !== null && !isPerfect(one) && !isKnown(one)) {
      const day = dayBefore(one, dispatch, times, today);
      if (day && (!wide || (day.slice(0, 10) >= start!.slice(0, 10) && day.slice(0, 10) <= end!.slice(0, 10)))) {
        start = day;
        end = day;
        known = false;
        implied = ['date'];
      }
    }
    // "after two days of talks": the days before the one that is told.
    const long = /^P([2-9])D$/.exec(one.duration ?? '');
    if (long && start !== null && start === end && start.length === 10 && isOver(one))
      start = new Date(Date.parse(start) - (Number(long[1]) - 1) * 86_400_000).toISOString().slice(0, 10);
    const here =
      one.place === null &&
      one.form !== 'call' &&
      !(one.form === 'visit' && count > 1) &&
      one.format === null &&
      start?.slice(0, 10) === today;
    return { ...one, start, end, known, implied, place: here ? datelineOf(dispatch) : one.place };
  });
}

/** The one place where the story is told; null where the dateline names none or several. */
export function datelineOf({ datelinePlaces }: Dispatch): PlaceRef | null {
  const [dateline] = datelinePlaces;
  if (!dateline || datelinePlaces.length > 1) return null;
  const { name, country, latitude, longitude } = dateline;
  return { place: null, name: titled(name), country, latitude, longitude, span: null };
}

/** "ended four days of talks", "after two days of talks" */
function isOver({ s, word, verb }: Occasion): boolean {
  const before = s.form.slice(Math.max(0, word - 5), word).some((form) => /^(after|following)$/i.test(form));
  return before || (verb >= 0 && /^(end|conclude|wrap|finish|close|complete)$/.test(lemma(s, verb)));
}

/** "After the meeting he said": one that was told of before, with its day. */
function isKnown({ s, word, definite }: Occasion): boolean {
  return definite && /^(after|during|at|in|following|since)$/i.test(s.form[child(s, word, 'case')] ?? '');
}

/** "has met", "had spoken": before what is told now. */
function isPerfect({ s, verb }: Occasion): boolean {
  if (verb < 0 || s.xpos[verb] !== 'VBN') return false;
  for (let i = verb - 1; i >= 0 && i > verb - 4; i--) if (/^(has|have|had)$/i.test(s.form[i])) return true;
  return false;
}

/** The last fresh day that the sentence itself or the one before it tells, or null. */
function dayBefore(
  { s }: Occasion,
  { paragraphs }: Dispatch,
  times: readonly TimeExpression[],
  today: string,
): string | null {
  let found: string | null = null;
  for (const time of times) {
    if (time.span[0] >= s.span[1]) break;
    if (s.span[0] - time.span[0] > 600 || time.type !== 'DATE' || time.start === null || time.end === null) continue;
    // The dateline's own day says nothing of what is told.
    if (!paragraphs.some(([from, to]) => from <= time.span[0] && time.span[1] <= to)) continue;
    const day = time.start.slice(0, 10);
    if (day !== time.end.slice(0, 10) || day > today || daysBetween(day, today) > FRESH) continue;
    found = day;
  }
  return found;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** @example titled('SHARM EL-SHEIKH') // "Sharm El-Sheikh" */
function titled(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
