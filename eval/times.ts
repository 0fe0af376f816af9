// Time expressions against TIMEX3 gold: the part that HeidelTime and others are measured on.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Figure } from './figures.js';
import { jsonl, number, readRows, score } from './run.js';

interface Gold {
  readonly id: string;
  readonly dct: string;
  readonly text: string;
  readonly timexes: readonly { start: number; end: number; type: string; value: string }[];
}

const SETS: readonly [name: string, targets: Record<string, [floor: number, aim: number]>][] = [
  ['timebank', { strict: [83, 90], value: [77, 84] }],
  ['aquaint', { value: [70, 80] }],
  ['wikiwars', { value: [78, 86] }],
];

export function timeFigures(bench: Bench): Figure[] {
  const figures: Figure[] = [];
  let ahead = 0;
  let right = 0;
  for (const [name, targets] of SETS) {
    const gold = join(bench.data, `times/timex-${name}-public.jsonl`);
    const documents = jsonl<Gold>(gold);
    const readings = readRows(
      bench,
      `times-${name}`,
      documents.map(({ id, dct, text }) => ({ id, date: dct.slice(0, 10), text })),
    );
    const printed = score(bench, 'score-times.mjs', gold, readings);
    for (const measure of ['strict', 'relaxed', 'type', 'value']) {
      const [floor, aim] = targets[measure] ?? [];
      figures.push({
        stage: 'times',
        set: name,
        measure: `${measure} F1`,
        value: number(printed, new RegExp(`^${measure} .*F1 +([\\d.]+)`, 'm')),
        ...(floor === undefined || aim === undefined ? {} : { floor, aim }),
      });
    }
    const read = new Map(
      jsonl<{ dispatch: { id: string }; times: { span: [number, number]; value: string }[] }>(readings).map(
        (reading) => [reading.dispatch.id, reading.times],
      ),
    );
    if (name === 'wikiwars') continue;
    for (const { id, dct, timexes } of documents) {
      for (const want of timexes) {
        if (!isAhead(want.value, dct)) continue;
        ahead++;
        const got = read.get(id)?.find(({ span }) => span[0] < want.end && want.start < span[1]);
        if (got?.value === want.value) right++;
      }
    }
  }
  figures.push({
    stage: 'times',
    set: 'timebank + aquaint',
    measure: `dates ahead (${ahead}), value right`,
    value: ahead ? (100 * right) / ahead : null,
    floor: 85,
    aim: 92,
  });
  writeFileSync(join(bench.scratch, 'times.json'), JSON.stringify(figures));
  return figures;
}

/** True for a day, week, month, quarter or year that begins after the dispatch's day. */
function isAhead(value: string, dct: string): boolean {
  const day = dct.slice(0, 10);
  const match = /^(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|Q(\d)))?/.exec(value);
  if (!match) return false;
  const [, year, month, date, week, quarter] = match;
  if (month) return `${year}-${month}-${date ?? '01'}` > day;
  if (quarter) return `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01` > day;
  if (week) {
    const first = Date.UTC(Number(year), 0, 4);
    const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * 86_400_000 + (Number(week) - 1) * 7 * 86_400_000;
    return new Date(monday).toISOString().slice(0, 10) > day;
  }
  return `${year}-01-01` > day;
}
