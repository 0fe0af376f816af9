// Why an expression got its value, in a plain sentence: what it was counted from, what the verb said, and what lost.

import { isoDay } from './calendar.js';
import type { Meaning } from './meaning.js';
import type { Setting } from './resolve.js';
import { giveValue, type Valued } from './values.js';

const VERB = {
  past: 'the verb looks back',
  future: 'the verb looks ahead',
  present: 'the verb stands in the present',
  unknown: 'no verb tells the direction',
} as const;

/** @example "year inferred from the dispatch's date 2021-12-30; the verb looks ahead; 2021-01-12 lost" */
export function reason(meaning: Meaning, given: Valued, at: Setting): string {
  if (given.implied.length === 0)
    return given.value.includes('X') ? 'not on the calendar' : 'all of it stands in the text';
  const storied = at.story !== null && (at.told || meaning.from === 'story');
  const from = storied
    ? `the date last told, ${at.story?.value}`
    : at.dispatch === null
      ? 'nothing'
      : `the dispatch's date ${isoDay(at.dispatch)}`;
  const parts = [`${given.implied.join(' and ')} inferred from ${from}`];
  if (!storied && at.dispatch !== null && meaning.from === undefined) {
    const lost = new Set<string>();
    for (const way of ['past', 'future'] as const) {
      const other = giveValue(meaning, { ...at, direction: { way, sure: true } }).value;
      if (other !== given.value) lost.add(other);
    }
    if (lost.size > 0) parts.push(VERB[at.direction.way], `${[...lost].join(' and ')} lost`);
  }
  return parts.join('; ');
}
