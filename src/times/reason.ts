// Why an expression got its value, in a plain sentence: what it was counted from, what the verb said, and what lost.

import { isoDay } from './calendar.js';
import type { Meaning } from './meaning.js';
import type { Setting } from './resolve.js';
import { giveValue, type Valued } from './values.js';

const LOOKS = {
  past: 'looks back',
  future: 'looks ahead',
  present: 'stands in the present',
} as const;

function direction({ way, by }: Setting['direction']): string {
  return way === 'unknown' ? 'no verb tells the direction' : `"${by ?? ''}" ${LOOKS[way]}`;
}

/** @example 'year inferred from the dispatch\'s date 2021-12-30; "will" looks ahead; lost: 2021-01-12 (looking back)' */
export function reason(meaning: Meaning, given: Valued, at: Setting): string {
  if (given.implied.length === 0)
    return given.value.includes('X') || (given.start === null && given.type === 'DATE')
      ? 'not on the calendar: no such day, or nothing tells which'
      : 'all of it stands in the text';
  const storied = at.story !== null && (at.told || meaning.from === 'story');
  const from = storied
    ? `the date last told, ${at.story?.value}`
    : at.dispatch === null
      ? 'nothing'
      : `the dispatch's date ${isoDay(at.dispatch)}`;
  const parts = [`${given.implied.join(' and ')} inferred from ${from}`];
  const lost = new Map<string, string>();
  const put = (value: string, why: string): void => {
    if (value !== given.value && !lost.has(value)) lost.set(value, why);
  };
  if (!storied && at.dispatch !== null && meaning.from === undefined) {
    for (const way of ['past', 'future'] as const)
      put(
        giveValue(meaning, { ...at, direction: { way, sure: true } }).value,
        way === 'past' ? 'looking back' : 'looking ahead',
      );
    if (lost.size > 0) parts.push(direction(at.direction));
  }
  if (at.story !== null && at.dispatch !== null && meaning.from === undefined) {
    const other = giveValue(meaning, { ...at, told: !at.told }).value;
    put(other, at.told ? "counted from the dispatch's date" : `counted from the date last told, ${at.story.value}`);
  }
  if (lost.size > 0) parts.push(`lost: ${[...lost].map(([value, why]) => `${value} (${why})`).join(', ')}`);
  return parts.join('; ');
}
