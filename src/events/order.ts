// Merging and ordering: the same event told again in one dispatch is one event with repeats; the main event comes first.

import type { ActorRef, When } from '../records.js';
import type { Draft } from './draft.js';

/** A draft with its date, ready for the record. */
export interface Dated {
  readonly draft: Draft;
  readonly when: When;
  /** What the date stands on, in plain words. */
  readonly anchor: string;
  readonly confidence: number;
  /** Later tellings of the same event. */
  readonly repeats: Dated[];
}

const MATERIAL: ReadonlySet<string> = new Set([
  'ASSAULT',
  'COERCE',
  'SANCTION',
  'MOBILIZE',
  'PROTEST',
  'AID',
  'RETREAT',
  'COOPERATE',
]);

/** Puts tellings of one event together; the first telling leads. */
export function mergeRepeats(events: readonly Dated[]): Dated[] {
  const kept = new Map<string, Dated[]>();
  const result: Dated[] = [];
  for (const event of events) {
    const key = `${event.draft.type} ${event.draft.standing.negated}`;
    const list = kept.get(key) ?? [];
    const first = list.find((other) => sameEvent(other, event));
    if (first) first.repeats.push(event);
    else {
      list.push(event);
      kept.set(key, list);
      result.push(event);
    }
  }
  return result;
}

function sameEvent(a: Dated, b: Dated): boolean {
  if (a.draft.sentence === b.draft.sentence) return false;
  if (a.when.known && b.when.known && (a.when.end < b.when.start || b.when.end < a.when.start)) return false;
  const settled = (d: Draft): boolean => d.standing.modality === 'happened' || d.standing.modality === 'ongoing';
  if (settled(a.draft) !== settled(b.draft)) return false;
  if (a.draft.mode !== null && b.draft.mode !== null && a.draft.mode !== b.draft.mode) return false;
  const straight = shares(a.draft.sources, b.draft.sources) && shares(a.draft.targets, b.draft.targets);
  if (straight) return true;
  if (!a.draft.reciprocal && !b.draft.reciprocal) return false;
  return shares(a.draft.sources, b.draft.targets) && shares(a.draft.targets, b.draft.sources);
}

/** True when both name one actor of theirs alike, or neither names one. */
function shares(a: readonly ActorRef[], b: readonly ActorRef[]): boolean {
  if (a.length === 0 || b.length === 0) return a.length === b.length;
  return a.some((x) =>
    b.some((y) => x.actor === y.actor || (x.country !== null && x.country === y.country && x.sector === y.sector)),
  );
}

/** Orders by importance: place in the dispatch first, then the clause's rank, then whether it took place. */
export function byImportance(
  events: readonly Dated[],
  rankOf: (sentence: number) => number,
  day: string | null,
): Dated[] {
  const value = (event: Dated): number => {
    const { draft, when } = event;
    let v = 100 - 12 * Math.min(rankOf(draft.sentence), 6);
    v -= 3 * Math.min(draft.depth, 5);
    if (MATERIAL.has(draft.type)) v += 1;
    if (draft.sources.length > 0 && draft.targets.length > 0) v += 3;
    if (draft.sources.length === 0) v -= 2;
    if (draft.inner) v -= 8;
    if (draft.standing.modality !== 'happened' && draft.standing.modality !== 'ongoing') v -= 1;
    if (day !== null && when.known && when.end !== '' && when.end < monthBefore(day)) v -= 12;
    v += 12 * event.confidence;
    v += 2 * Math.min(event.repeats.length, 4);
    return v;
  };
  return events
    .map((event, index) => ({ event, index, v: value(event) }))
    .sort((a, b) => b.v - a.v || a.index - b.index)
    .map(({ event }) => event);
}

/** The ISO day about a month earlier; background lies before it. @example monthBefore('2021-01-15') // "2020-12-15" */
function monthBefore(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  if (!Number.isFinite(year) || !Number.isFinite(month)) return day;
  const y = month === 1 ? year - 1 : year;
  const m = month === 1 ? 12 : month - 1;
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(date || 1).padStart(2, '0')}`;
}
