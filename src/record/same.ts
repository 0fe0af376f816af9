// When two reports tell of the same thing, and the keys under which such pairs are looked for. For every kind: if `same(a, b)` can hold,
// a probe of a is a block of b, and the other way round. Precision comes first: a pair that is merely alike stays two.

import { actOdds, ENOUGH_OF_ACTS } from './act-evidence.js';
import { daysBetween, shift } from './days.js';
import { circumstancesOf, ENOUGH, ENOUGH_OF_EDITIONS, frontOf, odds } from './evidence.js';
import { kinOf } from './kin.js';
import { rarity } from './rarity.js';
import { sides } from './sides.js';
import type { CommitmentReport, EventReport, MeetingReport, Report, StoryReport } from './types.js';
import { hash, leastHashes, resemblance } from './words.js';

/** The keys under which a report is found, and those under which it looks for others. */
export function blocksOf(report: Report): { blocks: string[]; probes: string[] } {
  switch (report.kind) {
    case 'story': {
      const bands: string[] = [];
      for (let band = 0; band < 16; band++) {
        const part = report.signature.slice(band * 4, band * 4 + 4);
        if (part[0] !== 0xffffffff) bands.push(`s${band}:${hash(part.join()).toString(36)}`);
      }
      // A form that is filled in every day (a table of prices, a weather report) meets that of its own days alone.
      const stretches = [...new Set([-2, 2].map((by) => stretchOf(shift(report.published, by), NEAR)))];
      const heads = [...headlineKeys(report), ...leadKeys(report)];
      const opener = report.lead ? [`o:${report.lead.opener}:${report.published}`] : [];
      return {
        blocks: [
          ...bands.map((band) => `${band}:${stretchOf(report.published, NEAR)}`),
          ...opener,
          ...heads.map((head) => `h:${head}:${report.published}`),
        ],
        probes: [
          ...bands.flatMap((band) => stretches.map((stretch) => `${band}:${stretch}`)),
          ...opener,
          ...heads.flatMap((head) => window(report.published, 1).map((day) => `h:${head}:${day}`)),
        ],
      };
    }
    case 'event':
      return eventKeys(report);
    case 'meeting':
      return meetingKeys(report);
    case 'commitment':
      return around(report, `c:${report.form}`, 3);
    case 'claim': {
      // Claims of one dispatch point at one another; across dispatches they are found by their side and day.
      const { blocks, probes } = around(report, 'k', 3);
      return { blocks: [...blocks, `k:${report.dispatch}`], probes: [...probes, `k:${report.dispatch}`] };
    }
    case 'statement':
      return { blocks: [], probes: [] };
  }
}

function around(report: Report, stem: string, days: number): { blocks: string[]; probes: string[] } {
  const who = sides(report);
  const names = who.length > 0 ? who : ['?'];
  return {
    blocks: names.map((name) => `${stem}:${name}:${report.day}`),
    probes: names.flatMap((name) => window(report.day, days).map((day) => `${stem}:${name}:${day}`)),
  };
}

/**
 * By type, side and day; by the kin of the trigger and a side; and by pairs of the rarest words of the sentence, whatever the type, the side and the
 * day were taken for. Nine in ten of the pairs that tell one act meet under one of these keys, and an act meets some seven others.
 */
function eventKeys(report: EventReport): { blocks: string[]; probes: string[] } {
  const { blocks, probes } = around(report, `e:${report.type}`, 1);
  const who = sides(report);
  const verbs = (report.trigger ?? []).flatMap((word) => [kinOf(word)[0] ?? word]);
  const again = [
    ...rarestPairs(report.tellings?.[0] ?? report.words).map((pair) => `er:${pair}`),
    ...verbs.flatMap((verb) => who.map((side) => `et:${verb}:${side}`)),
  ];
  const own = stretchOf(report.published, AGAIN);
  return {
    blocks: [...blocks, ...again.map((key) => `${key}:${own}`)],
    probes: [...probes, ...again.flatMap((key) => [own - 1, own, own + 1].map((stretch) => `${key}:${stretch}`))],
  };
}

/** Days of a stretch in which an act that is told again is looked for. */
const AGAIN = 6;
/** How many of the rarest words are paired. */
const RARE_WORDS = 5;

function rarestPairs(words: readonly string[]): string[] {
  const rarest = [...words]
    .sort((a, b) => rarityOf(b) - rarityOf(a) || (a < b ? -1 : 1))
    .slice(0, RARE_WORDS)
    .sort();
  return rarest.flatMap((a, i) => rarest.slice(i + 1).map((b) => `${a}-${b}`));
}

/** A figure finds its like about as often as a word of one in thirty dispatches. */
const rarityOf = (word: string): number => (/^\d/.test(word) ? 5 : rarity(word));

/** Days of a stretch in which a story looks for its like. */
const NEAR = 4;

/** The stretch of so many days in which a day lies; a report without a day has a stretch of its own. */
function stretchOf(day: string, days: number): number {
  const since = daysBetween('1970-01-01', day);
  return Number.isFinite(since) ? Math.floor(since / days) : -1;
}

/** Days of a stretch in which a cancellation looks for the meeting that was ahead. */
const STRETCH = 32;

function meetingKeys(report: MeetingReport): { blocks: string[]; probes: string[] } {
  const { blocks, probes } = around(report, `m:${report.form === 'call' ? 'call' : 'meeting'}`, report.dated ? 1 : 0);
  const both = [`m:${report.dispatch}`];
  if (report.dated && report.place) both.push(`mp:${report.form}:${report.place}:${report.day}`);
  const who = sides(report);
  const stretch = Math.floor(daysBetween('1970-01-01', report.published) / STRETCH);
  const ahead = who.length >= 2 && Number.isFinite(stretch) && (off(report) || due(report));
  const stem = `mo:${who.join('+')}`;
  return {
    blocks: [...blocks, ...both, ...(ahead ? [`${stem}:${stretch}`] : [])],
    probes: [...probes, ...both, ...(ahead ? [-1, 0, 1].map((by) => `${stem}:${stretch + by}`) : [])],
  };
}

const off = ({ status }: MeetingReport): boolean => status === 'cancelled' || status === 'postponed';
const due = ({ status }: MeetingReport): boolean => status === 'scheduled' || status === 'proposed';

/** Dispatches come in the order of their days: the same few windows are asked for again and again. */
const windows = new Map<string, readonly string[]>();

function window(day: string, days: number): readonly string[] {
  const name = `${days} ${day}`;
  const known = windows.get(name);
  if (known) return known;
  const found = new Set<string>();
  for (let shifted = -days; shifted <= days; shifted++) found.add(shift(day, shifted));
  if (windows.size >= 256) windows.clear();
  windows.set(name, [...found]);
  return [...found];
}

/** Pairs of the headline's longest content words: editions of a story share most of them. */
function headlineKeys(report: StoryReport): string[] {
  const longest = [...report.words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, 6)
    .sort();
  return longest.flatMap((a, i) => longest.slice(i + 1).map((b) => `${a}-${b}`));
}

/** Sixteen bands of three minimum hashes over the words of the lead: leads that share half of their words meet in one of nine in ten times. */
function leadKeys({ lead }: StoryReport): string[] {
  if (!lead || lead.words.length === 0) return [];
  const least = leastHashes(lead.words, 48);
  return Array.from(
    { length: 16 },
    (_, band) => `l${band}-${hash(least.slice(band * 3, band * 3 + 3).join()).toString(36)}`,
  );
}

/** True when the two reports tell of the same story, event, commitment, meeting or claim. Symmetric. */
export function same(one: Report, other: Report): boolean {
  // In one order always: sums of fractions come out otherwise in another.
  const [a, b] = one.key < other.key ? [one, other] : [other, one];
  if (a.kind === 'story' && b.kind === 'story') return sameStory(a, b);
  if (a.kind === 'event' && b.kind === 'event') return actOdds(a, b) >= ENOUGH_OF_ACTS;
  if (a.kind === 'meeting' && b.kind === 'meeting') return sameMeeting(a, b);
  if (a.kind === 'commitment' && b.kind === 'commitment') return sameCommitment(a, b);
  if (a.kind === 'claim' && b.kind === 'claim') {
    if (a.against === b.key || b.against === a.key) return true;
    return (
      equal(sides(a), sides(b)) && Math.abs(daysBetween(a.day, b.day)) <= 3 && resemblance(a.words, b.words) >= 0.5
    );
  }
  return false;
}

function sameStory(a: StoryReport, b: StoryReport): boolean {
  const circumstances = circumstancesOf(a, b);
  const { apart, alike } = circumstances;
  if (apart > 2) return false;
  // Editions of one story share the headline's matter and a good part of the text; a correction may change every figure.
  // A notice of withdrawal has no more of the story than its headline.
  const notice = a.edition?.kind === 'withdrawn' || b.edition?.kind === 'withdrawn';
  if (notice && apart <= 1 && resemblance(a.words, b.words) >= 0.6) return true;
  const marked = (a.edition !== null || b.edition !== null) && apart <= 1;
  if (marked && (alike >= 0.5 || (resemblance(a.words, b.words) >= 0.6 && alike >= 0.05))) return true;
  const [one, two] = [frontOf(a), frontOf(b)];
  if (!one || !two) return alike >= 0.5;
  return odds(one, two, circumstances) >= (circumstances.numbered ? ENOUGH_OF_EDITIONS : ENOUGH);
}

function sameMeeting(a: MeetingReport, b: MeetingReport): boolean {
  if ((a.form === 'call') !== (b.form === 'call')) return false;
  const [ours, theirs] = [sides(a), sides(b)];
  const placed = a.place !== null && a.place === b.place;
  const elsewhere = a.place !== null && b.place !== null && a.place !== b.place;
  // Headline and text of one dispatch, of which one may not name all parties.
  if (a.dispatch === b.dispatch && a.form === b.form && a.day === b.day) {
    if (ours.length > 0 && equal(ours, theirs) && !elsewhere) return true;
    if (a.dated && b.dated && (ours.length === 0 || theirs.length === 0)) return true;
    if (a.dated && b.dated && !elsewhere && (within(ours, theirs) || within(theirs, ours))) return true;
  }
  // One summit on one day in one town.
  if (a.form === b.form && a.dated && b.dated && a.day === b.day && !elsewhere) {
    if (placed && (a.form === 'summit' || a.form === 'conference')) return true;
  }
  if (!equal(ours, theirs) || ours.length < 2) return false;
  if ((off(a) && due(b) && movedFrom(a, b)) || (off(b) && due(a) && movedFrom(b, a)))
    return placed || (a.form === b.form && !elsewhere);
  if (a.dated && b.dated) return Math.abs(daysBetween(a.day, b.day)) <= (a.form === b.form ? 1 : 0);
  return a.day === b.day && resemblance(a.words, b.words) >= 0.4;
}

/** Days for which a meeting that is called off or moved may have been set ahead. */
const AHEAD = 45;

/** True when the report calls off or moves what the other one, sent before it, has as still to come. */
function movedFrom(change: MeetingReport, set: MeetingReport): boolean {
  if (set.published > change.published || daysBetween(set.published, change.published) > STRETCH) return false;
  if (!set.dated) return daysBetween(set.published, change.published) <= 14;
  const left = daysBetween(change.published, set.day);
  if (left < -1 || left > AHEAD) return false;
  if (!change.dated) return true;
  // A new day lies after the old one; what is cancelled is cancelled for its own day.
  return change.status === 'postponed' ? change.day >= set.day : Math.abs(daysBetween(change.day, set.day)) <= 1;
}

const within = (some: readonly string[], all: readonly string[]): boolean => some.every((side) => all.includes(side));

function sameCommitment(a: CommitmentReport, b: CommitmentReport): boolean {
  if (a.form !== b.form || !equal(sides(a, 'holder'), sides(b, 'holder'))) return false;
  if (!compatible(sides(a, 'addressee'), sides(b, 'addressee')) || !meet(sides(a), sides(b))) return false;
  if (Math.abs(daysBetween(a.day, b.day)) > 3) return false;
  return resemblance(a.words, b.words) >= 0.35;
}

const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);

/** They share one, or both are empty. */
const meet = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((x) => b.includes(x)) || (a.length === 0 && b.length === 0);

/** Equal, or one of them not told. */
const compatible = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || equal(a, b);
