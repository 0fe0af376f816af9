// When two reports tell of the same thing, and the keys under which such pairs are looked for. For every kind: if `same(a, b)` can hold,
// a probe of a is a block of b, and the other way round. Precision comes first: a pair that is merely alike stays two.

import { daysBetween, shift } from './days.js';
import { circumstancesOf, ENOUGH, ENOUGH_OF_EDITIONS, frontOf, odds } from './evidence.js';
import type { CommitmentReport, EventReport, MeetingReport, Report, StoryReport } from './types.js';
import { hash, leastHashes, overlap, resemblance } from './words.js';

/** Whether an event took place, is to come, or is only thought of: reports of different classes are never one incident. */
export function modalityClass(report: EventReport): string {
  if (report.negated) return 'not';
  if (report.modality === 'happened' || report.modality === 'ongoing') return 'real';
  // "It may end the pact" and "it would end the pact if" are one thought.
  return report.modality === 'hypothetical' ? 'conditional' : report.modality;
}

/** Countries (or codes) of a report's parties, sorted, once each. */
export function sides(report: Report, ...roles: readonly string[]): string[] {
  const found = new Set<string>();
  for (const party of report.parties) {
    if (roles.length > 0 && !roles.includes(party.role)) continue;
    if (party.country) found.add(party.country);
    else if (party.code && !party.code.startsWith('---')) found.add(party.code);
  }
  return [...found].sort();
}

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

/** By side and day; and by one minimum hash of the clause, since a clause that is told again in the same words may be taken for another side's or day's. */
function eventKeys(report: EventReport): { blocks: string[]; probes: string[] } {
  const stem = `e:${report.type}:${modalityClass(report)}`;
  const { blocks, probes } = around(report, stem, 3);
  if (report.words.length < 4) return { blocks, probes };
  const clause = `${stem}:w${leastHashes(report.words, 1)[0].toString(36)}`;
  const sent = window(report.published, 1).map((day) => `${clause}:${day}`);
  return { blocks: [...blocks, `${clause}:${report.published}`], probes: [...probes, ...sent] };
}

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
export function same(a: Report, b: Report): boolean {
  if (a.kind === 'story' && b.kind === 'story') return sameStory(a, b);
  if (a.kind === 'event' && b.kind === 'event') return sameEvent(a, b);
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

function sameEvent(a: EventReport, b: EventReport): boolean {
  if (a.type !== b.type || modalityClass(a) !== modalityClass(b)) return false;
  if (a.dispatch === b.dispatch) return false;
  const told = Math.abs(daysBetween(a.published, b.published));
  if (told <= 1 && toldAgain(a, b)) return true;
  if (!meet(sides(a), sides(b))) return false;
  const apart = Math.abs(daysBetween(a.day, b.day));
  if (apart > 3) return false;
  const fewer = Math.min(a.words.length, b.words.length);
  // The same few words days later are another raid, not the same one; a plan told again is the same plan.
  if (apart > 1 && fewer < 6 && modalityClass(a) === 'real') return false;
  const alike = resemblance(a.words, b.words);
  const within = fewer >= 4 ? overlap(a.words, b.words) : 0;
  const sentences = likestTellings(a, b);
  // A routine report of another day or another loan has the same words and other figures.
  if (routine(a, b)) return false;
  const crossed = !contained(sides(a), sides(b));
  // The sale to another country, with another figure.
  if (crossed && otherFigures(a.words, b.words)) return false;
  // Word for word the same sentence: whatever the coder took for its parties, place and day.
  if (sentences >= 0.8 && (alike >= 0.3 || within >= 0.6)) return true;
  if (a.dated && b.dated && apart > (alike >= 0.6 || sentences >= 0.6 ? 1 : 0)) return false;
  if (a.place && b.place && a.place !== b.place && a.country !== b.country) return false;
  // No country is in both: only the wording can tell. The long names of organisations are themselves much of it.
  const common = sides(a).some((side) => !side.startsWith('IGO') && sides(b).includes(side));
  if (!common) return alike >= 0.6 || sentences >= 0.6;
  const reciprocal = a.reciprocal || b.reciprocal;
  const [ours, theirs] = reciprocal ? [sides(a), sides(b)] : [sides(a, 'source'), sides(b, 'source')];
  const [hit, struck] = reciprocal ? [[], []] : [sides(a, 'target'), sides(b, 'target')];
  const near = apart === 0 || (apart === 1 && !(a.dated && b.dated));
  // Two editions of one news: what their clauses tell in other words is most likely one event, when the same word tells it.
  const sent = near ? resemblance(a.context ?? [], b.context ?? []) : 0;
  const trigger = equal(a.trigger ?? [], b.trigger ?? []);
  if (sent >= 0.45 && trigger && (alike >= 0.25 || within >= 0.5)) return true;
  const agree = contained(ours, theirs) && contained(hit, struck);
  // Each of two short lines names a side that the other lacks: the next stop of a journey.
  if (!agree && crossed && fewer < 8 && alike < 0.7 && sentences < 0.7) return false;
  if (!agree) return near && (alike >= 0.5 || (sentences >= 0.6 && within >= 0.4) || (sent >= 0.3 && alike >= 0.35));
  if (sent >= 0.3 && (alike >= 0.3 || within >= 0.5 || (trigger && sentences >= 0.25))) return true;
  // A short line is told anew the next day of another day's matter.
  if (apart > 0 && fewer < 7 && sent < 0.3) return alike >= 0.5 || (fewer >= 5 && within >= 0.8);
  // Who did it to whom speaks for one event, and so do two figures; where reports do not tell, the wording has to.
  const agreed = equal(ours, theirs) && equal(hit, struck);
  const both = agreed && ours.length > 0 && (reciprocal || hit.length > 0);
  const counted = sharedFigures(a.words, b.words) >= 2;
  if (apart === 0 && farOff(a) && farOff(b) && (alike >= 0.25 || within >= 0.45)) return true;
  if (near && agreed && trigger && fewer === 3 && told <= 1 && overlap(a.words, b.words) === 1) return true;
  const led = ours.length > 0 && equal(ours, theirs);
  if (apart === 0 && led && (alike >= 0.36 || within >= 0.6 || sentences >= 0.5)) return true;
  if (apart === 0 && agreed && (within >= 0.6 || (led && fewer >= 5 && within >= 0.5 && sent >= 0.15))) return true;
  if (apart === 0 && (both || (agreed && counted))) return alike >= 0.28 || within >= 0.55 || sentences >= 0.35;
  if (near && both && trigger && within >= 0.45) return true;
  if (near && (both || (agreed && counted))) return alike >= 0.33 || within >= 0.65 || sentences >= 0.4;
  if (agreed && counted) return alike >= 0.35 || within >= 0.6;
  if (near && agreed) return alike >= 0.35 || within >= 0.65 || sentences >= 0.45;
  if (near && (alike >= 0.45 || (sentences >= 0.55 && within >= 0.4))) return true;
  return alike >= 0.5 || within >= 0.8 || (counted && alike >= 0.4);
}

/** One clause in the next edition: nearly the same words, though a side or the day was found in only one of the two. */
function toldAgain(a: EventReport, b: EventReport): boolean {
  const fewer = Math.min(a.words.length, b.words.length);
  const sameDay = a.published === b.published;
  const [ours, theirs] = [sides(a), sides(b)];
  // A snap or a headline, all of whose words stand in the other.
  const inFull = sameDay && fewer >= 4 && overlap(a.words, b.words) === 1 && !otherFigures(a.words, b.words);
  if (inFull && equal(a.trigger ?? [], b.trigger ?? []) && contained(ours, theirs)) return true;
  if (fewer < 5 || routine(a, b)) return false;
  const alike = resemblance(a.words, b.words);
  // So many words in the news of one day speak louder than the day that was found in them.
  if (a.dated && b.dated && a.day !== b.day && !(sameDay && fewer >= 8 && alike >= 0.6)) return false;
  if (alike >= 0.8 || (sameDay && fewer >= 6 && alike >= 0.7)) return contained(ours, theirs);
  if (fewer >= 8 && alike >= 0.55 && equal(a.trigger ?? [], b.trigger ?? []) && contained(ours, theirs)) return true;
  return a.published === b.published && ours.length > 0 && equal(ours, theirs) && overlap(a.words, b.words) >= 0.8;
}

/** Days between the dispatch and what it tells, from which on a day that is named says much: few acts between two sides share it. */
const FAR = 14;

function farOff({ dated, day, published }: EventReport): boolean {
  return dated && Math.abs(daysBetween(published, day)) >= FAR;
}

/** Both sentences have two figures or more, and hardly one in common. */
function routine(a: EventReport, b: EventReport): boolean {
  const [one, other] = [a, b].map(({ tellings, words }) => (tellings?.[0] ?? words).filter((word) => /^\d/.test(word)));
  return Math.min(one.length, other.length) >= 2 && overlap(one, other) < 0.34;
}

/** The resemblance of the two sentences, or of other places where the dispatches tell the event, that are most alike. */
function likestTellings(a: EventReport, b: EventReport): number {
  let most = 0;
  for (const one of [a.words, ...(a.tellings ?? [])])
    for (const other of [b.words, ...(b.tellings ?? [])])
      if (Math.min(one.length, other.length) >= 4) most = Math.max(most, resemblance(one, other));
  return most;
}

/** Both have words that are figures, and none in common. */
function otherFigures(a: readonly string[], b: readonly string[]): boolean {
  // "50,000" is two words, of which "000" tells nothing.
  const [one, two] = [a, b].map((words) => words.filter((word) => /^\d*[1-9]/.test(word)));
  return one.length > 0 && two.length > 0 && !one.some((figure) => two.includes(figure));
}

/** How many words with a digit both have. */
function sharedFigures(a: readonly string[], b: readonly string[]): number {
  return a.filter((word) => /\d/.test(word) && b.includes(word)).length;
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

/** The one names some of those whom the other names: no contradiction. */
const contained = (a: readonly string[], b: readonly string[]): boolean => within(a, b) || within(b, a);
