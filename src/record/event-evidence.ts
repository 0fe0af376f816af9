// Whether two reports of events are one incident: the evidence for and against, after I. P. Fellegi and A. B. Sunter, "A theory for record linkage"
// (1969): who, what, when, where, and in which words. It is weighed by the trees of models/incidents.json (see trees.ts), which were fitted to the
// pairs of eval/pairs that are there to tune on (`node dist/eval/weigh.js incidents` makes them anew).

import { daysBetween } from './days.js';
import { containment, cosine, rarityOf } from './rarity.js';
import { type Trees, treesOf, votes } from './trees.js';
import type { EventReport } from './types.js';
import { contentWords, overlap, resemblance, stem } from './words.js';

/** What depends on one report alone. One is compared with many. */
interface Told {
  readonly clause: readonly string[];
  readonly sentence: readonly string[];
  /** Words of the sentence and of the clause without figures and without the names of the parties. */
  readonly matter: readonly string[];
  readonly matters: ReadonlySet<string>;
  readonly front: readonly string[];
  readonly fronts: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly figures: readonly string[];
  readonly ordinals: readonly string[];
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly sides: readonly string[];
}

const kept = new WeakMap<EventReport, Told>();
const ORDINALS = new Set(
  'second third fourth fifth sixth seventh eighth ninth tenth another again further next last'.split(' ').map(stem),
);
const isFigure = (word: string): boolean => /^\d/.test(word);

function toldBy(report: EventReport): Told {
  const there = kept.get(report);
  if (there) return there;
  const sentence = report.tellings?.[0] ?? report.words;
  const parties = new Set(report.parties.flatMap(({ name }) => contentWords(name)));
  const matter = [...new Set([...sentence, ...report.words])].filter((word) => !isFigure(word) && !parties.has(word));
  const front = (report.context ?? []).filter((word) => !isFigure(word));
  const [sources, targets] = [codes(report, 'source'), codes(report, 'target')];
  const told: Told = {
    clause: report.words.filter((word) => !isFigure(word)),
    sentence: sentence.filter((word) => !isFigure(word)),
    matter,
    matters: new Set(matter),
    front,
    fronts: new Set(front),
    names: [...parties].sort(),
    figures: sentence.filter((word) => /^\d*[1-9]/.test(word)),
    ordinals: sentence.filter((word) => ORDINALS.has(word)),
    sources,
    targets,
    sides: [...new Set([...sources, ...targets])].sort(),
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

/** Whether an event took place, is to come, is asked for, or is only thought of. */
export function modalityClass(report: EventReport): string {
  if (report.negated) return 'not';
  if (report.modality === 'happened' || report.modality === 'ongoing') return 'real';
  // "It may end the pact" and "it would end the pact if" are one thought.
  return report.modality === 'hypothetical' ? 'conditional' : report.modality;
}

/** Types that coders take for one another: what is agreed, backed and carried out together; what is threatened and what is done. */
const NEIGHBOURS = new Set(
  (
    'AGREE-SUPPORT AGREE-CONSULT AGREE-COOPERATE AGREE-CONCEDE AGREE-AID AID-COOPERATE AID-SUPPORT CONSULT-COOPERATE COOPERATE-SUPPORT ' +
    'CONSULT-SUPPORT COERCE-THREATEN COERCE-SANCTION SANCTION-THREATEN ACCUSE-REQUEST REQUEST-THREATEN ACCUSE-REJECT REJECT-REQUEST ' +
    'ASSAULT-COERCE CONCEDE-RETREAT CONCEDE-SUPPORT AGREE-REQUEST AGREE-RETREAT ACCUSE-THREATEN'
  ).split(' '),
);

/** 2 for one type, 1 for neighbours, 0 for others. */
export function kinship(a: EventReport, b: EventReport): number {
  if (a.type === b.type) return 2;
  return NEIGHBOURS.has(a.type < b.type ? `${a.type}-${b.type}` : `${b.type}-${a.type}`) ? 1 : 0;
}

/** Days beyond which more of them tell nothing more. */
const FAR = 11;

/** The evidence, by name. Each is the same for (a, b) and (b, a). */
export function eventEvidence(a: EventReport, b: EventReport): Record<string, number> {
  const [one, two] = [toldBy(a), toldBy(b)];
  const has = (truth: boolean): number => (truth ? 1 : 0);
  const days = Math.min(FAR, Math.abs(daysBetween(a.day, b.day)));
  const sent = Math.min(FAR, Math.abs(daysBetween(a.published, b.published)));
  const agree = (x: readonly string[], y: readonly string[]): number =>
    x.length === 0 || y.length === 0 ? 0 : overlap(x, y) > 0 ? (x.join() === y.join() ? 2 : 1) : -1;
  const reciprocal = a.reciprocal || b.reciprocal;
  const crossed = agree(one.sources, two.targets) > 0 || agree(one.targets, two.sources) > 0;
  const shared = overlap(one.sides, two.sides) * Math.min(one.sides.length, two.sides.length);
  const [first, other] = [modalityClass(a), modalityClass(b)];
  const modal = [first, other].sort().join(' ');
  const toldIn = (words: readonly string[], among: ReadonlySet<string>): number => {
    let [sum, there] = [0, 0];
    for (const word of words) {
      sum += rarityOf(word);
      if (among.has(word)) there += rarityOf(word);
    }
    return sum === 0 ? 0.5 : there / sum;
  };
  const inFront = [toldIn(one.matter, two.fronts), toldIn(two.matter, one.fronts)];
  let likest = 0;
  let likestClause = 0;
  for (const x of [a.words, ...(a.tellings ?? [])])
    for (const y of [b.words, ...(b.tellings ?? [])]) {
      if (Math.min(x.length, y.length) >= 4) likest = Math.max(likest, resemblance(x, y));
      likestClause = Math.max(likestClause, cosine(x, y));
    }
  let rare = 0;
  let rarest = 0;
  for (const word of one.matter)
    if (two.matters.has(word)) {
      rare += Math.max(0, rarityOf(word) - 2);
      rarest = Math.max(rarest, rarityOf(word));
    }
  const figures = overlap(one.figures, two.figures) * Math.min(one.figures.length, two.figures.length);
  const named = overlap(one.names, two.names) * Math.min(one.names.length, two.names.length);
  const [trigger, cue] = [a.trigger ?? [], b.trigger ?? []];
  const [clauseIn, clauseOut] = [toldIn(one.clause, new Set(two.sentence)), toldIn(two.clause, new Set(one.sentence))];
  const counts = (report: EventReport): string =>
    report.figures
      .filter(({ kind }) => kind !== 'other')
      .map(({ kind, value }) => `${kind} ${value}`)
      .sort()
      .join();
  const [dead, hurt] = [counts(a), counts(b)];
  return {
    type: kinship(a, b),
    cameo: a.cameo === b.cameo ? 2 : a.cameo.slice(0, 2) === b.cameo.slice(0, 2) ? 1 : 0,
    mode: has(a.mode === b.mode),
    goldstein: Math.abs(a.goldstein - b.goldstein),
    modality: has(first === other),
    'planned and real': has(modal === 'planned real'),
    'thought and real': has(/conditional/.test(modal) && first !== other),
    negated: has((first === 'not') !== (other === 'not')),
    real: has(modal === 'real real'),
    sources: reciprocal ? agree(one.sides, two.sides) : agree(one.sources, two.sources),
    targets: reciprocal ? agree(one.sides, two.sides) : agree(one.targets, two.targets),
    sides: agree(one.sides, two.sides),
    crossed: has(!reciprocal && crossed),
    'sides shared': shared,
    'sides unshared': Math.min(one.sides.length, two.sides.length) - shared,
    'some sides unshared': Math.max(one.sides.length, two.sides.length) - shared,
    'named shared': Math.log1p(named),
    'other names': has(one.names.length > 0 && two.names.length > 0 && named === 0),
    'days apart': days,
    'days between dispatches': sent,
    dated: has(a.dated) + has(b.dated),
    'same named day': has(a.dated && b.dated && days === 0),
    'other named days': a.dated && b.dated ? days : 0,
    place: a.place && b.place ? (a.place === b.place ? 1 : a.country === b.country ? 0 : -1) : 0,
    clause: resemblance(a.words, b.words),
    'clause in clause': overlap(a.words, b.words),
    'rare clause': cosine(one.clause, two.clause),
    'rare clause in clause': containment(one.clause, two.clause),
    'clause in sentence': Math.min(clauseIn, clauseOut),
    'a clause in sentence': Math.max(clauseIn, clauseOut),
    'rare sentence': cosine(one.sentence, two.sentence),
    'rare sentence in sentence': containment(one.sentence, two.sentence),
    'likest telling': likest,
    'rare likest telling': likestClause,
    'rare matter': cosine(one.matter, two.matter),
    'rare matter in matter': containment(one.matter, two.matter),
    'rare words': Math.log1p(rare),
    'rarest word': rarest,
    'rare front': cosine(one.front, two.front),
    'front in front': containment(one.front, two.front),
    'matter in front': Math.min(...inFront),
    'a matter in front': Math.max(...inFront),
    'figures shared': Math.log1p(figures),
    'figures apart':
      one.figures.length > 0 && two.figures.length > 0 ? Math.min(one.figures.length, two.figures.length) - figures : 0,
    counts: dead === '' || hurt === '' ? 0 : dead === hurt ? 1 : -1,
    ordinals: has(one.ordinals.join() !== two.ordinals.join()),
    trigger: trigger.length === 0 || cue.length === 0 ? 0 : trigger.join() === cue.join() ? 1 : 0,
    'trigger told': has(trigger.some((word) => two.matters.has(word))) + has(cue.some((word) => one.matters.has(word))),
    'fewer words': Math.min(a.words.length, b.words.length),
    'more words': Math.max(a.words.length, b.words.length),
    'fewer words of sentence': Math.min(one.sentence.length, two.sentence.length),
    'more words of sentence': Math.max(one.sentence.length, two.sentence.length),
    speaker: a.speaker && b.speaker ? (a.speaker === b.speaker ? 1 : -1) : 0,
    'first place': Math.log1p(Math.min(a.span[0], b.span[0])),
    'last place': Math.log1p(Math.max(a.span[0], b.span[0])),
  };
}

let trees: Trees | null = null;

/** Log odds from which on two reports are one incident: five to one. */
export const ENOUGH_OF_EVENTS = 1.6;

/** Words of the matter that both reports have at least: most that are looked at have hardly one. */
const FEWEST = 2;

/** The log of the odds that two reports tell one incident. Symmetric. */
export function eventOdds(a: EventReport, b: EventReport): number {
  const [{ matter }, { matters }] = [toldBy(a), toldBy(b)];
  let both = 0;
  for (const word of matter) if (matters.has(word)) both++;
  if (both < FEWEST) return Number.NEGATIVE_INFINITY;
  trees ??= treesOf('incidents.json');
  const found = eventEvidence(a, b);
  return votes(
    trees,
    trees.evidence.map((name) => found[name]),
  );
}

/** Words by whose pairs a report is looked for, and how rare they are at least. */
const SOUGHT = 4;
const NAMING = 5;

/** Pairs of the rarest words of the sentence: what two reports of one incident have in common though sides and days were found in only one of them. */
export function wordKeys(report: EventReport): string[] {
  const rarest = (report.tellings?.[0] ?? report.words)
    .filter((word) => !isFigure(word) && rarityOf(word) >= NAMING)
    .sort((x, y) => rarityOf(y) - rarityOf(x) || (x < y ? -1 : 1))
    .slice(0, SOUGHT)
    .sort();
  return rarest.flatMap((x, i) => rarest.slice(i + 1).map((y) => `${x}-${y}`));
}
