// What is known of a date that could not be brought onto the calendar, as TIMEX3 writes it: X for the rest.

import { yearValue } from './calendar.js';
import type { Meaning } from './meaning.js';

const SEASONS = ['SP', 'SU', 'FA', 'WI'];
const two = (n: number): string => String(n).padStart(2, '0');

/** The value when the calendar cannot be asked. @example vague({ month: 10, day: 5 }) // "XXXX-10-05" */
export function vague(m: Meaning): string {
  const year = m.year !== undefined ? yearValue(m.year) : 'XXXX';
  if (m.month !== undefined) {
    const length = m.month === 2 ? 29 : [4, 6, 9, 11].includes(m.month) ? 30 : 31;
    const day = m.day === undefined ? '' : m.day > length || m.year !== undefined ? '-XX' : `-${two(m.day)}`;
    return `${year}-${two(m.month)}${day}`;
  }
  if (m.day !== undefined) return `${year}-XX-${m.day <= 31 ? two(m.day) : 'XX'}`;
  if (m.weekday !== undefined) return `${year}-WXX-${m.weekday}`;
  if (m.quarter !== undefined) return `${year}-Q${m.quarter}`;
  if (m.half !== undefined) return `${year}-H${m.half}`;
  if (m.season !== undefined) return `${year}-${SEASONS[m.season - 1]}`;
  switch (m.unit) {
    case 'day':
    case 'tradingday':
      return `${year}-XX-XX`;
    case 'week':
      return `${year}-WXX`;
    case 'weekend':
      return `${year}-WXX-WE`;
    case 'month':
      return `${year}-XX`;
    case 'quarter':
      return `${year}-QX`;
    case 'decade':
      return 'XXX';
    case 'century':
      return 'XX';
    default:
      return m.holiday !== undefined || m.part !== undefined || m.hour !== undefined ? `${year}-XX-XX` : year;
  }
}
