// Days as ISO 8601 texts.

/** The day so many days later; the text itself when it is no day. */
export function shift(day: string, by: number): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return day;
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}
