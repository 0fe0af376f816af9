// By when a commitment is to be fulfilled: "by July 7", "within 48 hours", "until noon on Friday to ...".

import { child, type Sentence } from '../language/index.js';
import type { Dispatch, TimeExpression, When } from '../records.js';
import { lemma } from './clause.js';

const OPENERS = /^(by|before|until|till|within)$/i;

/** The deadline that stands behind the trigger, or null; `skip` is true for words that are no part of what has to be done. */
export function deadlineIn(
  dispatch: Dispatch,
  s: Sentence,
  times: readonly TimeExpression[],
  skip: (word: number) => boolean,
  trigger: number,
): When | null {
  for (const time of times) {
    const first = wordFrom(s, time.span[0]);
    if (first <= 0) continue;
    let opener = first - 1;
    while (opener > 0 && /^(the|end|of|at|least|next|latest|a)$/i.test(s.form[opener])) opener--;
    // "gave the soldiers 15 days to return": no opener.
    if (time.type === 'DURATION' && first > trigger && /^(give|have|set)$/i.test(lemma(s, trigger))) {
      const end = within(dispatch.date?.value ?? null, time.value);
      if (end) return { value: end, start: end, end, known: false };
    }
    if (opener < trigger || skip(first)) continue;
    // "to sign before the truce expires on June 3": by the day of what it has to come before.
    if (!OPENERS.test(s.form[opener]) && !isBefore(s, first, trigger)) continue;
    const word = s.form[opener].toLowerCase();
    if (word === 'within' || time.type === 'DURATION') {
      const end = within(dispatch.date?.value ?? null, time.value);
      if (end && word === 'within') return { value: end, start: end, end, known: false };
      continue;
    }
    if (time.start && time.end) return ahead(dispatch.date?.value ?? null, time, time.start, time.end, s.form[first]);
  }
  return null;
}

/** "will exceed them on June 27 unless Europe acts", "would blow it up at noon on Thursday if they were not freed": by the day of what comes otherwise. */
export function onDay(
  dispatch: Dispatch,
  s: Sentence,
  times: readonly TimeExpression[],
  inAct: (word: number) => boolean,
  trigger: number,
): When | null {
  for (const time of times) {
    const first = wordFrom(s, time.span[0]);
    if (first <= trigger || !inAct(first) || !/^(DATE|TIME)$/.test(time.type) || !time.start || !time.end) continue;
    if (!/^\d{4}-\d{2}-\d{2}/.test(time.value)) continue;
    const opener = s.form[first - 1].toLowerCase();
    if (!/^(on|at|from|of)$/.test(opener) && first !== trigger + 1) continue;
    if (opener === 'from' && time.type === 'TIME') continue;
    if ((dispatch.date?.value ?? '') > time.end) continue;
    return { value: time.value, start: time.start, end: time.end, known: time.known };
  }
  return null;
}

/** The time stands in a clause that "before" or "until" opens behind the trigger, and is the day on which what it tells will be. */
function isBefore(s: Sentence, time: number, trigger: number): boolean {
  if (!/^(on|at|in)$/i.test(s.form[time - 1])) return false;
  for (let at = time, steps = 0; at >= 0 && steps < 4; at = s.head[at], steps++) {
    if (s.deprel[at] !== 'advcl') continue;
    const mark = child(s, at, 'mark');
    return (
      mark > trigger && mark < time && /^(before|until|till)$/i.test(s.form[mark]) && /^(VBZ|VBP)$/.test(s.xpos[at])
    );
  }
  return false;
}

/** A deadline lies ahead: "unless the siege is lifted by the weekend", told on a Thursday, is no weekend that is past. */
function ahead(day: string | null, time: TimeExpression, start: string, end: string, word: string): When {
  const past = day !== null && end.slice(0, 10) < day && time.value.slice(0, 4) !== 'XXXX';
  if (!past || !/^(the|next|this|(mon|tues|wednes|thurs|fri|satur|sun)day|(week-?end))$/i.test(word))
    return { value: time.value, start, end, known: time.known };
  const later = (moment: string): string => {
    const [y, m, d] = moment.slice(0, 10).split('-').map(Number);
    return `${new Date(Date.UTC(y, m - 1, d + 7)).toISOString().slice(0, 10)}${moment.slice(10)}`;
  };
  const moved = later(end);
  // More than a week back is no slip of a weekday.
  if (moved.slice(0, 10) < day) return { value: time.value, start, end, known: time.known };
  const dated = /^\d{4}-\d{2}-\d{2}/.test(time.value);
  return { value: dated ? later(time.value) : moved.slice(0, 10), start: later(start), end: moved, known: false };
}

function wordFrom(s: Sentence, offset: number): number {
  for (let i = 0; i < s.size; i++) if (s.start[i] >= offset) return i;
  return -1;
}

/** The day that a duration reaches from the dispatch's day, or null. @example within('1994-09-19', 'PT48H') // "1994-09-21" */
export function within(day: string | null, duration: string): string | null {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?)?$/.exec(duration);
  if (!match || day === null) return null;
  const [years, months, weeks, days, hours] = match.slice(1).map((part) => Number(part ?? 0));
  const [y, m, d] = day.split('-').map(Number);
  const end = new Date(Date.UTC(y + years, m - 1 + months, d + weeks * 7 + days + Math.ceil(hours / 24)));
  return end.toISOString().slice(0, 10);
}
