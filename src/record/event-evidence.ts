// Whether two reports of events are one incident, where the wording alone does not tell: the evidence for and against, weighed and added up,
// after I. P. Fellegi and A. B. Sunter, "A theory for record linkage" (1969), as evidence.ts does it for stories. The weights were fitted by
// logistic regression to the pairs of eval/pairs that are there to tune on (`node dist/eval/weigh.js incidents` prints them anew).

import { daysBetween } from './days.js';
import { DAILY } from './evidence.js';
import type { EventReport } from './types.js';
import { contentWords, overlap, resemblance, shared } from './words.js';

/** What depends on one report alone. One is compared with many. */
interface Told {
  /** The sentence's words of the matter: no figures, no names of the parties, no words of daily business. */
  readonly matter: readonly string[];
  /** The same of headline and first words. */
  readonly front: readonly string[];
  /** Words by which a source or target is named beside its country. */
  readonly names: readonly string[];
  readonly figures: readonly string[];
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly both: readonly string[];
}

const kept = new WeakMap<EventReport, Told>();

function toldBy(report: EventReport): Told {
  const there = kept.get(report);
  if (there) return there;
  const sentence = report.tellings?.[0] ?? report.words;
  const parties = new Set(report.parties.flatMap(({ name }) => contentWords(name)));
  const ofMatter = (words: readonly string[]): string[] =>
    words.filter((word) => !/^\d/.test(word) && !parties.has(word) && !DAILY.has(word));
  const [sources, targets] = [codes(report, 'source'), codes(report, 'target')];
  const told = {
    matter: ofMatter([...new Set([...sentence, ...report.words])].sort()),
    front: ofMatter(report.context ?? []),
    names: [...parties].filter((word) => !DAILY.has(word)).sort(),
    figures: sentence.filter((word) => /^\d*[1-9]/.test(word)),
    sources,
    targets,
    both: [...new Set([...sources, ...targets])].sort(),
  };
  kept.set(report, told);
  return told;
}

function codes({ parties }: EventReport, role: string): string[] {
  const found = new Set<string>();
  for (const party of parties) {
    if (party.role !== role) continue;
    if (party.country) found.add(party.country);
    else if (party.code && !party.code.startsWith('---')) found.add(party.code);
  }
  return [...found].sort();
}

/** The evidence, by name. Each is the same for (a, b) and (b, a). */
export function eventEvidence(a: EventReport, b: EventReport): Record<EventEvidence, number> {
  const [one, two] = [toldBy(a), toldBy(b)];
  const apart = Math.min(4, Math.abs(daysBetween(a.day, b.day)));
  const sent = Math.min(4, Math.abs(daysBetween(a.published, b.published)));
  const has = (truth: boolean): number => (truth ? 1 : 0);
  const agree = (x: readonly string[], y: readonly string[]): number =>
    x.length === 0 || y.length === 0 ? 0 : shared(x, y) > 0 ? 1 : -1;
  const reciprocal = a.reciprocal || b.reciprocal;
  const few = Math.min(a.words.length, b.words.length);
  const matter = shared(one.matter, two.matter);
  const told = Math.max(
    shared(one.matter, two.front) / Math.max(1, one.matter.length),
    shared(two.matter, one.front) / Math.max(1, two.matter.length),
  );
  let likest = 0;
  for (const x of [a.words, ...(a.tellings ?? [])])
    for (const y of [b.words, ...(b.tellings ?? [])])
      if (Math.min(x.length, y.length) >= 4) likest = Math.max(likest, resemblance(x, y));
  return {
    'clause in clause': few >= 3 ? overlap(a.words, b.words) : 0,
    sentence: likest,
    matter: Math.log1p(matter),
    'matter in matter': Math.min(one.matter.length, two.matter.length) >= 3 ? overlap(one.matter, two.matter) : 0,
    'front in front': resemblance(a.context ?? [], b.context ?? []),
    'matter in front': told,
    names: Math.log1p(shared(one.names, two.names)),
    'other names': has(one.names.length > 0 && two.names.length > 0 && shared(one.names, two.names) === 0),
    sources: reciprocal ? agree(one.both, two.both) : agree(one.sources, two.sources),
    targets: reciprocal ? agree(one.both, two.both) : agree(one.targets, two.targets),
    figures: Math.log1p(shared(one.figures, two.figures)),
    'other figures': has(one.figures.length > 0 && two.figures.length > 0 && shared(one.figures, two.figures) === 0),
    place: a.place && b.place ? (a.place === b.place ? 1 : a.country === b.country ? 0 : -1) : 0,
    'same named day': has(a.dated && b.dated && apart === 0),
    'other named days': has(a.dated && b.dated && apart > 0),
    'days apart': apart,
    'days between dispatches': sent,
  };
}

export type EventEvidence = keyof typeof WEIGHTS;

/** Log odds before any evidence, and per unit of each. */
const START = -1.42;
const WEIGHTS = {
  'clause in clause': 0.6,
  sentence: 1.02,
  matter: 0.52,
  'matter in matter': 0.69,
  'front in front': 0.48,
  'matter in front': 0.6,
  names: 0.49,
  'other names': -0.92,
  sources: 0.45,
  targets: 0.29,
  figures: 0.88,
  'other figures': -1.61,
  place: -0.41,
  'same named day': 0.39,
  'other named days': -1.04,
  'days apart': -0.25,
  'days between dispatches': -0.22,
};

/** Log odds from which on two reports are one incident: in cross-validation, together with the rules of wording, 19 of 20 joined pairs are right. */
export const ENOUGH_OF_EVENTS = 1;

/** Most that are looked at have hardly a word of the matter in common. */
export function farApart(a: EventReport, b: EventReport): boolean {
  return shared(toldBy(a).matter, toldBy(b).matter) < 2;
}

/** The log of the odds that two reports of one type and class of modality tell one incident. Symmetric. */
export function eventOdds(a: EventReport, b: EventReport): number {
  if (farApart(a, b)) return Number.NEGATIVE_INFINITY;
  let sum = START;
  for (const [name, value] of Object.entries(eventEvidence(a, b))) sum += WEIGHTS[name as EventEvidence] * value;
  return sum;
}
