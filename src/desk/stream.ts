// Large answers as JSON Lines or CSV, asked for page by page and sent as they come: the whole record can be taken out in constant memory.
// Every row carries the marks that readers put on it.

import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import type * as record from '../store/index.js';
import type { MarksOf } from './ask.js';

/** Rows asked for at once. */
const PAGE = 250;

export type Question = (filter: record.Filter) => Promise<readonly object[]>;

/** Keys of the reports that an answer stands on. */
export function reportsOf(item: object): readonly string[] {
  const { id, key, reports, steps, stances } = item as {
    id?: unknown;
    key?: unknown;
    reports?: readonly { key: string }[];
    steps?: readonly { shown?: string | null; report?: string }[];
    stances?: readonly { report: string }[];
  };
  const keys = new Set<string>();
  for (const one of [id, key]) if (typeof one === 'string' && one.includes('#')) keys.add(one);
  if (Array.isArray(reports)) for (const report of reports) keys.add(report.key);
  for (const { shown, report } of steps ?? []) {
    if (report) keys.add(report);
    if (shown) keys.add(shown);
  }
  for (const { report } of stances ?? []) keys.add(report);
  return [...keys];
}

/** The item with what readers said of its reports. */
export function withMarks<T extends object>(item: T, marks: MarksOf): T & { readonly marks: ReturnType<MarksOf> } {
  return { ...item, marks: reportsOf(item).flatMap((report) => marks(report)) };
}

/** All that answers, from `filter.offset` on: `filter.limit` of it, or the whole. */
export async function* answers(
  ask: Question,
  filter: record.Filter,
  marks: MarksOf,
  keeps: ((item: object) => boolean) | null = null,
): AsyncGenerator<object> {
  if (keeps) {
    // What is left out is not counted either.
    const { limit = Number.POSITIVE_INFINITY, offset = 0, ...all } = filter;
    let met = 0;
    for await (const item of answers(ask, all, marks)) {
      if (!keeps(item) || met++ < offset) continue;
      yield item;
      if (met >= offset + limit) return;
    }
    return;
  }
  const most = filter.limit ?? Number.POSITIVE_INFINITY;
  let done = 0;
  for (let offset = filter.offset ?? 0; done < most; offset += PAGE) {
    const items = await ask({ ...filter, limit: Math.min(PAGE, most - done), offset });
    for (const item of items) yield withMarks(item, marks);
    done += PAGE;
    // Fewer clusters than were asked for: that was the end. As of a day a cluster may fall into several.
    if (items.length < Math.min(PAGE, most - done + PAGE)) return;
  }
}

export function asJsonLines(items: AsyncIterable<object>): Readable {
  return Readable.from(
    (async function* () {
      for await (const item of items) yield `${JSON.stringify(item)}\n`;
    })(),
  );
}

/** Plain values as they are, the rest as JSON. The columns are those of the first row. */
export function asCsv(items: AsyncIterable<object>): Readable {
  return Readable.from(
    (async function* () {
      let columns: string[] | null = null;
      for await (const item of items) {
        const row = item as Readonly<Record<string, unknown>>;
        const first = columns === null;
        columns ??= Object.keys(row);
        yield stringify([columns.map((column) => safe(row[column]))], first ? { header: true, columns } : {});
      }
    })(),
  );
}

/** Cells that a spreadsheet would run are made harmless. */
function safe(value: unknown): string {
  const text =
    value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /^[=+@\t\r]/.test(text) || /^-\D/.test(text) ? `'${text}` : text;
}
