// The same event told again in one dispatch is one event with several places: headline, lead, background.
// What makes two tellings one: type and mode, the standing, days and places that can be the same, and actors of whom one side's are a
// part of the other's. Different acts are never put together; two tellings too many are the smaller fault.

import type { ActorRef, When } from '../records.js';
import type { Draft } from './draft.js';
import { without } from './targets.js';

/** A draft with its date, ready for the record. */
export interface Dated {
  readonly draft: Draft;
  readonly when: When;
  /** What the date stands on, in plain words. */
  readonly anchor: string;
  readonly confidence: number;
  /** The town, base or building where it is told to be, or null. */
  readonly spot: string | null;
  /** Later tellings of the same event. */
  readonly repeats: readonly Dated[];
}

/** What merging asks of the dispatch. */
export interface Tellings {
  /** True for the headline and the first sentence of the story. */
  readonly isLead: (sentence: number) => boolean;
  /** True for a person with a name: two of them are never one. */
  readonly isPerson: (actor: string) => boolean;
}

/** Puts tellings of one event together; the first telling leads. */
export function mergeRepeats(events: readonly Dated[], tellings: Tellings): Dated[] {
  const byKey = new Map<string, number[]>();
  const result: Dated[] = [];
  for (const event of events) {
    const key = `${event.draft.type} ${event.draft.standing.negated} ${settledness(event.draft)}`;
    const list = byKey.get(key) ?? [];
    const at = list.find((i) => sameEvent(result[i], event, tellings));
    if (at !== undefined) result[at] = together(result[at], event, tellings);
    else {
      list.push(result.length);
      byKey.set(key, list);
      result.push(event);
    }
  }
  return result;
}

/** Two deeds in two words on two things: drones shot down and rockets fired at a base. */
function differ(a: Draft, b: Draft): boolean {
  if (!DEEDS.has(a.type) || lemmaOf(a) === lemmaOf(b) || a.targets.length === 0 || b.targets.length === 0) return false;
  const heads = (refs: readonly ActorRef[]): string[] =>
    refs.map(({ text }) => text.split(/\s+/).at(-1)!.toLowerCase());
  const seen = new Set(heads(a.targets));
  return !heads(b.targets).some((head) => seen.has(head));
}

/** "fire on marchers", "shots at protesters": other words for the same people. */
function sameCodes(a: Draft, b: Draft): boolean {
  const codes = (refs: readonly ActorRef[]): string => [...new Set(refs.map(({ code }) => code))].sort().join(' ');
  return (
    a.targets.some(({ country }) => country !== null) &&
    codes(a.targets) === codes(b.targets) &&
    codes(a.sources) === codes(b.sources)
  );
}

const DEEDS: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'SANCTION', 'MOBILIZE', 'AID', 'RETREAT', 'CONCEDE']);

function settledness({ standing: { modality } }: Draft): string {
  if (modality === 'ongoing') return 'happened';
  return modality === 'hypothetical' ? 'conditional' : modality;
}

function sameEvent(a: Dated, b: Dated, tellings: Tellings): boolean {
  if (a.draft.sentence === b.draft.sentence) return false;
  const short = tellings.isLead(a.draft.sentence) && tellings.isLead(b.draft.sentence);
  // The headline and the lead tell one deed, the one in general words, the other in detail.
  const lead =
    short &&
    (a.draft.mode === b.draft.mode ||
      (a.draft.type === 'ASSAULT' && (!differ(a.draft, b.draft) || sameCodes(a.draft, b.draft))));
  if (!sameDay(a, b, tellings) || !(sameKind(a.draft, b.draft) || lead)) return false;
  if (!short && !tellings.isLead(a.draft.sentence) && differ(a.draft, b.draft)) return false;
  if (a.spot !== null && b.spot !== null && a.spot !== b.spot) return false;
  const { isPerson } = tellings;
  if (a.draft.reciprocal !== b.draft.reciprocal && !MUTUAL.has(a.draft.type)) return false;
  if (a.draft.reciprocal || b.draft.reciprocal) {
    const one = [...a.draft.sources, ...a.draft.targets];
    const other = [...b.draft.sources, ...b.draft.targets];
    return one.length > 0 && other.length > 0 && partOf(one, other, isPerson);
  }
  const sources = sideOf(a.draft.sources, b.draft.sources, isPerson);
  const targets = sideOf(a.draft.targets, b.draft.targets, isPerson);
  if (sources === 'other' || targets === 'other') return false;
  // One telling lacks a role: they are one only where the headline is the short one, or the same word tells both.
  if (sources === 'open' && targets === 'open') return false;
  if (sources === 'open' || targets === 'open') {
    return (
      (tellings.isLead(a.draft.sentence) && DEEDS.has(a.draft.type)) ||
      a.draft.tree.lemma[a.draft.match.word] === b.draft.tree.lemma[b.draft.match.word]
    );
  }
  return a.draft.sources.length + a.draft.targets.length > 0 || lemmaOf(a.draft) === lemmaOf(b.draft);
}

/** What two do to one another even where only one of them is told of. */
const MUTUAL: ReadonlySet<string> = new Set(['CONSULT', 'SUPPORT', 'ASSAULT']);

const lemmaOf = (draft: Draft): string => draft.tree.lemma[draft.match.word];

/** Days that can be the same. An inferred day yields in a headline, for a mention by a noun ("the invasion"), and to a day of the same week. */
function sameDay(a: Dated, b: Dated, tellings: Tellings): boolean {
  if (a.when.start !== '' && b.when.start !== '' && !overlaps(a.when, b.when)) {
    if (a.when.known && b.when.known) return false;
    const inferred = a.when.known ? b : a;
    const known = a.when.known ? a : b;
    if (days(known.when.end, inferred.when.start) <= 7 && known.when.end <= inferred.when.start) return true;
    return tellings.isLead(inferred.draft.sentence) || inferred.draft.match.pattern.anchor === 'noun';
  }
  return true;
}

const overlaps = (a: When, b: When): boolean => a.start <= b.end && b.start <= a.end;

const days = (from: string, to: string): number =>
  (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 864e5;

/** Same mode, or one that leaves it open; and codes of which one holds the other. A visit is no call and no meeting. */
function sameKind(a: Draft, b: Draft): boolean {
  if (a.mode === b.mode && a.mode !== null) return true;
  if (a.mode !== null && b.mode !== null) return false;
  if (a.mode === 'visit' || b.mode === 'visit') return false;
  return a.cameo.startsWith(b.cameo) || b.cameo.startsWith(a.cameo) || /0$/.test(a.cameo) || /0$/.test(b.cameo);
}

type Side = 'same' | 'open' | 'other';

function sideOf(a: readonly ActorRef[], b: readonly ActorRef[], isPerson: (actor: string) => boolean): Side {
  if (a.length === 0 && b.length === 0) return 'same';
  if (a.length === 0 || b.length === 0) return 'open';
  return partOf(a, b, isPerson) ? 'same' : 'other';
}

/** True when every actor of the shorter list stands in the longer one, or its country, government or army does. */
function partOf(a: readonly ActorRef[], b: readonly ActorRef[], isPerson: (actor: string) => boolean): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.every((x) => many.some((y) => sameActor(x, y, isPerson)));
}

const STATE: ReadonlySet<string | null> = new Set([null, 'GOV', 'MIL', 'SPY', 'COP']);

function sameActor(x: ActorRef, y: ActorRef, isPerson: (actor: string) => boolean): boolean {
  if (x.actor === y.actor) return true;
  if (isPerson(x.actor) && isPerson(y.actor)) return false;
  if (x.country === null || y.country === null) return x.code === y.code && !x.code.startsWith('-');
  if (x.country !== y.country) return false;
  return x.sector === y.sector || (STATE.has(x.sector) && STATE.has(y.sector));
}

/** The first telling with what the second knows better: actors it lacks, and the day where its own is only inferred. */
function together(first: Dated, again: Dated, { isPerson }: Tellings): Dated {
  const a = first.draft;
  const b = again.draft;
  let { sources, targets, reciprocal } = a;
  const one = [...sources, ...targets];
  const other = [...b.sources, ...b.targets];
  if ((reciprocal || b.reciprocal) && other.length > one.length && partOf(one, other, isPerson)) {
    ({ sources, targets, reciprocal } = b);
  } else if (!reciprocal && !b.reciprocal) {
    if (b.sources.length > sources.length) sources = without(b.sources, targets);
    if (b.targets.length > targets.length) targets = without(b.targets, sources);
  }
  const dated = !first.when.known && again.when.known && days(again.when.start, again.when.end) <= 7;
  return {
    ...first,
    draft: {
      ...a,
      sources,
      targets,
      reciprocal,
      mode: a.mode ?? b.mode,
      cameo: a.mode === null && b.mode ? b.cameo : a.cameo,
    },
    when: dated ? again.when : first.when,
    anchor: dated ? again.anchor : first.anchor,
    spot: first.spot ?? again.spot,
    confidence: Math.max(first.confidence, again.confidence),
    repeats: [...first.repeats, again],
  };
}
