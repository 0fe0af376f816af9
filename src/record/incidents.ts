// Incidents: many reports, one event. What the reports agree on, the range of their figures, who said so and when.

import type { Span } from '../records.js';
import { byKey } from './clusters.js';
import type { EventReport, Party } from './types.js';

/** One thing that happened (or is planned, or only thought of), as all reports of it tell it. */
export interface Incident {
  /** Key of its least report. */
  readonly id: string;
  readonly type: string;
  readonly mode: string | null;
  readonly cameo: string;
  readonly quad: number;
  readonly goldstein: number;
  readonly modality: string;
  readonly negated: boolean;
  /** Somebody denies it. */
  readonly denied: boolean;
  readonly day: string;
  readonly lastDay: string;
  readonly sources: readonly Party[];
  readonly targets: readonly Party[];
  readonly place: string | null;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The words of the surest report. */
  readonly text: string;
  /** Days of the first and of the last dispatch that report it. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly figures: readonly FigureRange[];
  /** Chance that it is right: reports in independent dispatches add up (noisy or), at most 0.99. */
  readonly confidence: number;
  /** True when every report stands in a withdrawn story. */
  readonly withdrawn: boolean;
  readonly reports: readonly ReportRef[];
}

/** One report of an incident. */
export interface ReportRef {
  readonly key: string;
  readonly dispatch: string;
  readonly published: string;
  readonly text: string;
  readonly sourcing: string | null;
  readonly speaker: string | null;
  /** Where the words stand in the dispatch. */
  readonly span: Span;
}

/** A figure as the reports give it: from the least to the most, each with its source. */
export interface FigureRange {
  readonly kind: string;
  readonly least: number;
  readonly most: number;
  readonly said: readonly { readonly value: number; readonly by: string | null; readonly report: string }[];
}

/** What a report weighs: of many thousands the tension reads this much. */
export type Measured = Pick<
  EventReport,
  'key' | 'dispatch' | 'day' | 'dated' | 'goldstein' | 'modality' | 'negated' | 'denied' | 'confidence' | 'sourcing'
> & { readonly parties: readonly Pick<Party, 'role' | 'name' | 'country' | 'code'>[] };

/** What an incident weighs. */
export type Act = Pick<
  Incident,
  'id' | 'day' | 'goldstein' | 'modality' | 'negated' | 'denied' | 'confidence' | 'withdrawn'
> & { readonly reports: readonly Pick<ReportRef, 'sourcing'>[] };

/** The least report of each kind that an incident takes its values from. `sorted` is sorted by key. */
export function chiefOf<R extends Measured>(sorted: readonly R[]): { readonly best: R; readonly dated: R } {
  let best = sorted[0];
  for (const report of sorted) if (report.confidence > best.confidence) best = report;
  return { best, dated: sorted.find((report) => report.dated) ?? best };
}

/** The weight of the incident that the reports tell of: the same values as `incidentOf` gives. */
export function actOf(reports: readonly Measured[], withdrawn: ReadonlySet<string> = new Set()): Act {
  const sorted = [...reports].sort(byKey);
  const { best, dated } = chiefOf(sorted);
  return {
    id: sorted[0].key,
    goldstein: best.goldstein,
    modality: best.modality,
    negated: best.negated,
    denied: sorted.some((report) => report.denied),
    day: dated.day,
    confidence: surer(sorted),
    withdrawn: sorted.every(({ dispatch }) => withdrawn.has(dispatch)),
    reports: sorted.map(({ sourcing }) => ({ sourcing })),
  };
}

/** The incident that the reports tell of. Pure; the order of the reports does not matter. */
export function incidentOf(reports: readonly EventReport[], withdrawn: ReadonlySet<string> = new Set()): Incident {
  const sorted = [...reports].sort(byKey);
  const { best, dated } = chiefOf(sorted);
  const days = sorted.map(({ published }) => published).sort();
  return {
    ...actOf(sorted, withdrawn),
    type: best.type,
    mode: best.mode ?? firstOf(sorted, (report) => report.mode),
    cameo: best.cameo,
    quad: best.quad,
    lastDay: dated.lastDay,
    sources: partiesOf(sorted, 'source'),
    targets: partiesOf(sorted, 'target'),
    place: best.place ?? firstOf(sorted, (report) => report.place),
    country: best.country ?? firstOf(sorted, (report) => report.country),
    latitude: best.latitude ?? firstOf(sorted, (report) => report.latitude),
    longitude: best.longitude ?? firstOf(sorted, (report) => report.longitude),
    text: best.text,
    firstSeen: days[0],
    lastSeen: days[days.length - 1],
    figures: figuresOf(sorted),
    reports: sorted.map(({ key, dispatch, published, text, sourcing, speaker, span }) => ({
      key,
      dispatch,
      published,
      text,
      sourcing,
      speaker,
      span,
    })),
  };
}

function firstOf<T, V>(items: readonly T[], value: (item: T) => V | null): V | null {
  for (const item of items) {
    const found = value(item);
    if (found !== null) return found;
  }
  return null;
}

/** Each actor once, by code and name. */
export function partiesOf(
  reports: readonly { readonly parties: readonly Party[] }[],
  ...roles: readonly string[]
): Party[] {
  const found = new Map<string, Party>();
  for (const { parties } of reports) {
    for (const party of parties) {
      if (!roles.includes(party.role)) continue;
      const key = party.country ? `${party.code}` : `${party.code} ${party.name}`;
      if (!found.has(key)) found.set(key, party);
    }
  }
  return [...found.values()];
}

function figuresOf(reports: readonly EventReport[]): FigureRange[] {
  const kinds = [...new Set(reports.flatMap(({ figures }) => figures.map(({ kind }) => kind)))].sort();
  return kinds.map((kind) => {
    const said = reports.flatMap((report) =>
      report.figures
        .filter((figure) => figure.kind === kind)
        .map(({ value }) => ({ value, by: report.speaker ?? report.sourcing, report: report.key })),
    );
    const values = said.map(({ value }) => value);
    return { kind, least: Math.min(...values), most: Math.max(...values), said };
  });
}

/** One dispatch counts once, with its surest report. */
function surer(reports: readonly Measured[]): number {
  const best = new Map<string, number>();
  for (const { dispatch, confidence } of reports) best.set(dispatch, Math.max(best.get(dispatch) ?? 0, confidence));
  let doubt = 1;
  for (const confidence of [...best.values()].sort()) doubt *= 1 - confidence;
  return Math.min(0.99, Math.round((1 - doubt) * 1000) / 1000);
}
