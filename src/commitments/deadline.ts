// By when a commitment is to be fulfilled: "by July 7", "within 48 hours", "until noon on Friday to ...".

import type { Sentence } from '../language/index.js';
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
    if (!OPENERS.test(s.form[opener]) || opener < trigger) continue;
    if (skip(first)) continue;
    const word = s.form[opener].toLowerCase();
    if (word === 'within' || time.type === 'DURATION') {
      const end = within(dispatch.date?.value ?? null, time.value);
      if (end && word === 'within') return { value: end, start: end, end, known: false };
      continue;
    }
    if (time.start && time.end) return { value: time.value, start: time.start, end: time.end, known: time.known };
  }
  return null;
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
