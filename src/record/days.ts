// Days of the calendar, ISO 8601, in UTC.

const DAY = 86_400_000;

/** The ISO day `days` after `day`. */
export function shift(day: string, days: number): string {
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? day : new Date(time + days * DAY).toISOString().slice(0, 10);
}

/** Days from a to b; infinite when one is no day. */
export function daysBetween(a: string, b: string): number {
  const days = (Date.parse(`${b.slice(0, 10)}T00:00:00Z`) - Date.parse(`${a.slice(0, 10)}T00:00:00Z`)) / DAY;
  return Number.isNaN(days) ? Number.POSITIVE_INFINITY : days;
}
