// Ordering: the dispatch's main event comes first.

import type { Dated } from './merge.js';

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
