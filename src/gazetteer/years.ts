// When a row is valid. Days are numbers (20211230), because tables give years, months or days and comparing numbers is cheap.

/** First and last day, inclusive, as yyyymmdd; 0 and 99999999 where it is open. */
export interface Years {
  readonly from: number;
  readonly until: number;
}

export const ALWAYS: Years = { from: 0, until: 99999999 };

const DAY = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;

/** The first day that a date of the tables may mean. @example firstDay('1989-11') // 19891100 */
export function firstDay(date: string): number {
  const m = DAY.exec(date);
  return m ? Number(m[1]) * 10000 + Number(m[2] ?? 0) * 100 + Number(m[3] ?? 0) : ALWAYS.from;
}

/** The last day that a date of the tables may mean. @example lastDay('1989-11') // 19891199 */
export function lastDay(date: string): number {
  const m = DAY.exec(date);
  return m ? Number(m[1]) * 10000 + Number(m[2] ?? 99) * 100 + Number(m[3] ?? 99) : ALWAYS.until;
}

/** Reads the two cells of a row. */
export function years(from: string, until: string): Years {
  return from === '' && until === '' ? ALWAYS : { from: firstDay(from), until: lastDay(until) };
}

/**
 * Takes the years off a name that has its own. @example "Zaire {1971..1997-05}"
 * An open side is left empty: "Bonn {..1999}".
 */
export function nameYears(text: string, row: Years): { name: string; years: Years } {
  const open = text.indexOf('{');
  if (open < 0) return { name: text, years: row };
  const [from, until] = text.slice(open + 1, text.indexOf('}', open)).split('..');
  return { name: text.slice(0, open).trim(), years: years(from?.trim() ?? '', until?.trim() ?? '') };
}

/** Whether a row holds on a day. Without a day only what is still open holds. */
export function holds(y: Years, date: string | null): boolean {
  if (date === null) return y.until >= ALWAYS.until;
  return y.from <= lastDay(date) && firstDay(date) <= y.until;
}

/** How many days, roughly, a row lies away from a day; 0 when it holds. For choosing the nearest when nothing holds. */
export function distance(y: Years, date: string | null): number {
  if (holds(y, date)) return 0;
  if (date === null) return ALWAYS.until - y.until;
  const day = firstDay(date);
  return day > y.until ? day - y.until : y.from - day;
}
