// The daybook: meetings with their life, from the proposal to the day they were held or cancelled.

import type { Span } from '../records.js';
import { byKey } from './clusters.js';
import { daysBetween } from './days.js';
import { partiesOf } from './incidents.js';
import type { MeetingReport, Party } from './types.js';

/** One meeting as all dispatches tell of it. */
export interface DaybookEntry {
  readonly id: string;
  readonly form: string;
  /** What the last dispatch says of it. */
  readonly status: string;
  readonly day: string;
  readonly lastDay: string;
  readonly dated: boolean;
  readonly parties: readonly Party[];
  readonly place: string | null;
  readonly text: string;
  readonly withdrawn: boolean;
  /** Each change of status or day, in the order of the dispatches, with the words that show it. */
  readonly steps: readonly MeetingStep[];
}

export interface MeetingStep {
  readonly published: string;
  readonly status: string;
  readonly day: string;
  readonly report: string;
  readonly dispatch: string;
  readonly text: string;
  /** Where the words stand in the dispatch. */
  readonly span: Span;
}

/** The meeting that the reports tell of. Pure; the order of the reports does not matter. */
export function daybookEntryOf(
  reports: readonly MeetingReport[],
  withdrawn: ReadonlySet<string> = new Set(),
): DaybookEntry {
  const sorted = [...reports].sort((a, b) =>
    a.published < b.published ? -1 : a.published > b.published ? 1 : byKey(a, b),
  );
  const live = sorted.filter(({ dispatch }) => !withdrawn.has(dispatch));
  const told = live.length > 0 ? live : sorted;
  const last = told[told.length - 1];
  const dated = [...told].reverse().find((report) => report.dated) ?? last;
  // Reports of each day of talks that lasted several give them from the first to the last.
  const days = told.filter(
    ({ dated: known, status, day }) => known && status === dated.status && Math.abs(daysBetween(day, dated.day)) <= 3,
  );
  const steps: MeetingStep[] = [];
  for (const { published, status, day, key, dispatch, text, span } of sorted) {
    const before = steps[steps.length - 1];
    if (!before || before.status !== status || before.day !== day)
      steps.push({ published, status, day, report: key, dispatch, text, span });
  }
  return {
    id: [...reports].sort(byKey)[0].key,
    form: commonest(told.map(({ form }) => form)),
    status: last.status,
    day: days.map(({ day }) => day).sort()[0] ?? dated.day,
    lastDay: days.map(({ lastDay }) => lastDay).sort()[days.length - 1] ?? dated.lastDay,
    dated: dated.dated,
    parties: partiesOf(told, 'party'),
    place: told.find(({ place }) => place !== null)?.place ?? null,
    text: last.text,
    withdrawn: live.length === 0,
    steps,
  };
}

/** The one that is told most often, the first of them where several are. */
function commonest(forms: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0][0];
}
