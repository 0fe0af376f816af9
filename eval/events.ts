// Events against the PLOVER gold records, modern newswire sentences, and conflict snippets; and whether confidence keeps its word.

import { join } from 'node:path';
import type { Bench, Figure } from './figures.js';
import { jsonl, number, readRows, score } from './run.js';

interface Gold {
  readonly id: string;
  readonly date?: string;
  readonly text: string;
  readonly events: readonly { event: string | null }[];
}

interface Coded {
  readonly dispatch: { readonly id: string };
  readonly events: readonly { readonly type: string; readonly confidence: number }[];
}

export function eventFigures(bench: Bench): Figure[] {
  const figures: Figure[] = [];
  const add = (set: string, measure: string, value: number | null, floor?: number, aim?: number): void => {
    figures.push({
      stage: 'events',
      set,
      measure,
      value,
      ...(floor === undefined || aim === undefined ? {} : { floor, aim }),
    });
  };
  const run = (name: string): [gold: Gold[], readings: string, printed: string] => {
    const path = join(bench.data, `events/${name}.jsonl`);
    const gold = jsonl<Gold>(path);
    const readings = readRows(bench, name, gold);
    return [gold, readings, score(bench, 'score-events.mjs', path, readings)];
  };
  const part = (printed: string, kind: string): string =>
    printed.split(/^-- /m).find((text) => text.startsWith(kind)) ?? '';
  const f1 = (text: string, measure: string): number | null =>
    number(text, new RegExp(`^${measure.replace('+', '\\+')} +P.*F1 +([\\d.]+)`, 'm'));

  const [gsr, gsrReadings, gsrPrinted] = run('plover_gsr');
  add('PLOVER GSR', 'type F1', f1(part(gsrPrinted, 'all'), 'type'), 60, 72);
  add('PLOVER GSR', 'type + both countries F1', f1(part(gsrPrinted, 'all'), 'dyad'), 45, 58);
  add('PLOVER GSR', 'type + countries + sectors F1', f1(part(gsrPrinted, 'all'), 'dyad+sector'));

  const [plv, plvReadings, plvPrinted] = run('plv');
  add('PLV', 'type F1', f1(part(plvPrinted, 'all'), 'type'), 55, 66);
  add('PLV', 'main event right', number(part(plvPrinted, 'all'), /^main +accuracy +([\d.]+)/m), 60, 72);
  add('PLV', 'marked pair F1', f1(part(plvPrinted, 'all'), 'pair'), 45, 58);
  for (const kind of ['negated', 'conditional', 'future'])
    add('PLV', `type F1, ${kind}`, f1(part(plvPrinted, kind), 'type'));

  const [, , snippets] = run('case21_task2');
  add('CASE 2021', 'type recall', number(part(snippets, 'all'), /^type +P +[\d.]+ +R +([\d.]+)/m), 70, 82);
  add('CASE 2021', 'type F1', f1(part(snippets, 'all'), 'type'));

  for (const [low, high] of [
    [0, 0.4],
    [0.4, 0.6],
    [0.6, 0.8],
    [0.8, 1.01],
  ] as const) {
    const [n, right] = reliability(
      [
        [gsr, gsrReadings],
        [plv, plvReadings],
      ],
      low,
      high,
    );
    add(
      'GSR + PLV',
      `confidence ${low.toFixed(1)}-${Math.min(high, 1).toFixed(1)} (${n}): type right`,
      n ? (100 * right) / n : null,
    );
  }
  return figures;
}

/** How many events have a confidence in [low, high), and how many of these have a type that the gold has. YIELD is CONCEDE or RETREAT. */
function reliability(sets: readonly (readonly [Gold[], string])[], low: number, high: number): [number, number] {
  let n = 0;
  let right = 0;
  for (const [gold, readings] of sets) {
    const types = new Map(gold.map(({ id, events }) => [id, new Set(events.map(({ event }) => event))]));
    for (const reading of jsonl<Coded>(readings)) {
      const want = types.get(reading.dispatch.id);
      for (const { type, confidence } of reading.events) {
        if (confidence < low || confidence >= high || !want) continue;
        n++;
        if (want.has(type) || (want.has('YIELD') && (type === 'CONCEDE' || type === 'RETREAT'))) right++;
      }
    }
  }
  return [n, right];
}
