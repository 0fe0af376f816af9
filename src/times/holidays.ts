// Feasts and memorial days, fixed and movable, from codebook/times/holidays.txt.
// Easter after the anonymous Gregorian computus (Meeus, "Astronomical Algorithms", chapter 8).

import { readFileSync } from 'node:fs';
import { dayNumber, monthLength, type Period, periodOf, weekdayOf } from './calendar.js';

/** The rule of a holiday: "12-25", "11-4-4" (fourth Thursday of November, -1 the last), "easter+39". */
let table: ReadonlyMap<string, string> | null = null;

/** The holidays' ids with their words. */
export function holidays(): ReadonlyMap<string, string> {
  if (table === null) {
    const read = new Map<string, string>();
    for (const raw of readFileSync(new URL('../../../codebook/times/holidays.txt', import.meta.url), 'utf8').split(
      '\n',
    )) {
      const line = raw.replace(/#.*/, '').trim();
      if (line === '') continue;
      const [names, rule] = line.split('=').map((part) => part.trim());
      read.set(names, rule);
    }
    table = read;
  }
  return table;
}

/** The day of a holiday's rule in a year, or null when it cannot be told. */
export function holidayIn(rule: string, year: number): Period | null {
  if (rule.startsWith('easter')) {
    const offset = Number(rule.slice('easter'.length) || 0);
    return year < 1583 ? null : periodOf('day', easter(year) + offset);
  }
  const [month, second, third] = rule.split(/(?<=\d)-/).map(Number);
  if (third === undefined) return periodOf('day', dayNumber(year, month, second));
  if (third > 0) {
    const first = dayNumber(year, month, 1);
    return periodOf('day', first + ((second - weekdayOf(first) + 7) % 7) + (third - 1) * 7);
  }
  const last = dayNumber(year, month, monthLength(year, month));
  return periodOf('day', last - ((weekdayOf(last) - second + 7) % 7));
}

function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}
