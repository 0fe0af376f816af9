// Days of the calendar, ISO 8601, in UTC.

const DAY = 86_400_000;

/** The ISO day `days` after `day`. */
export function shift(day: string, days: number): string {
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Date(time + days * DAY).toISOString().slice(0, 10);
}

/** Days that were asked for, by their text: the news of some weeks has few. */
const times = new Map<string, number>();
const KEPT = 4096;

function timeOf(day: string): number {
  const known = times.get(day);
  if (known !== undefined) return known;
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  if (times.size >= KEPT) times.clear();
  times.set(day, time);
  return time;
}

/** Days from a to b; infinite when one is no day. */
export function daysBetween(a: string, b: string): number {
  const days = (timeOf(b) - timeOf(a)) / DAY;
  return Number.isNaN(days) ? Number.POSITIVE_INFINITY : days;
}
