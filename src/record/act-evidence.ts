// Whether two reports tell of one act: the evidence for and against, weighed and added up as for stories (evidence.ts; Fellegi and Sunter 1969).
// The weights were fitted by logistic regression to the pairs of eval/pairs that are there to tune on (`node dist/eval/weigh-incidents.js` prints
// them anew).

import { daysBetween } from './days.js';
import { kinOf } from './kin.js';
import { rarity } from './rarity.js';
import { modalityClass, sides } from './sides.js';
import type { EventReport } from './types.js';
import { contentWords } from './words.js';

const FIGURE = /^\d/;
/** "50,000" is two words, of which "000" tells nothing. */
const TELLING_FIGURE = /^\d*[1-9]/;

/** What a word says by standing in both: a common one little, a figure as much as a word of every second dispatch. */
const weightOf = (word: string): number => (FIGURE.test(word) ? 0.5 : Math.max(0.5, rarity(word) - 1) / 9);

/** What of a report does not depend on what it is compared with. */
interface Told {
  /** The sentence. */
  readonly sentence: Words;
  /** The clause, the sentence, and other places of the dispatch that tell the act. */
  readonly tellings: readonly Words[];
  readonly clause: Words;
  /** The sentence, and how the dispatch begins. */
  readonly around: Words;
  readonly figures: readonly string[];
  readonly names: Words;
  readonly sides: readonly string[];
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly grounds: string;
}

interface Words {
  readonly words: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly kin: ReadonlySet<number>;
  readonly weights: readonly number[];
  readonly all: number;
}

function wordsIn(words: readonly string[]): Words {
  const weights = words.map(weightOf);
  return {
    words,
    known: new Set(words),
    kin: new Set(words.flatMap(kinOf)),
    weights,
    all: weights.reduce((sum, weight) => sum + weight, 0),
  };
}

/** One report is compared with many. */
const kept = new WeakMap<EventReport, Told>();

function toldIn(report: EventReport): Told {
  const there = kept.get(report);
  if (there) return there;
  const tellings = (report.tellings ?? [report.words]).map(wordsIn);
  const [sentence] = tellings;
  const clause = wordsIn(report.words);
  const told: Told = {
    sentence,
    tellings: [clause, ...tellings],
    clause,
    around: wordsIn([...new Set([...sentence.words, ...(report.context ?? [])])]),
    figures: sentence.words.filter((word) => TELLING_FIGURE.test(word)),
    names: wordsIn([...new Set(report.parties.flatMap(({ name }) => contentWords(name)))]),
    sides: sides(report),
    sources: sides(report, 'source'),
    targets: sides(report, 'target'),
    grounds: modalityClass(report),
  };
  kept.set(report, told);
  return told;
}

/** What a word of the same kin counts. */
const KINDRED = 0.8;

/** The weighed share of the words that stand in the other, themselves or by their kin. */
function told({ words, weights, all }: Words, { known, kin }: Words): number {
  let sum = 0;
  for (let i = 0; i < words.length; i++) {
    if (known.has(words[i])) sum += weights[i];
    else if (kinOf(words[i]).some((line) => kin.has(line))) sum += KINDRED * weights[i];
  }
  return all === 0 ? 0 : sum / all;
}

/** What the words weigh that both have. */
function shared(a: Words, b: Words): number {
  let sum = 0;
  for (let i = 0; i < a.words.length; i++) if (b.known.has(a.words[i])) sum += a.weights[i];
  return sum;
}

/** The most that one telling of the one act has of a telling of the other; of places with hardly a word nothing is made. */
function most(a: Told, b: Told): number {
  let found = 0;
  for (const x of a.tellings)
    for (const y of b.tellings)
      if (Math.min(x.words.length, y.words.length) >= 3) found = Math.max(found, told(x, y), told(y, x));
  return found;
}

const equal = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);
const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));
const has = (truth: boolean): number => (truth ? 1 : 0);

/** 1 for the same, a half for some in common, -1 for none; nothing where one does not tell. */
function agreed(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  return equal(a, b) ? 1 : meet(a, b) ? 0.5 : -1;
}

/** The evidence, by name. Each is the same for (a, b) and (b, a). */
export function actEvidence(a: EventReport, b: EventReport): Record<ActEvidence, number> {
  const [x, y] = [toldIn(a), toldIn(b)];
  const apart = Math.abs(daysBetween(a.day, b.day));
  const common = x.sides.filter((side) => y.sides.includes(side)).length;
  const figures = x.figures.filter((figure) => y.figures.includes(figure)).length;
  const [one, two] = [a.trigger ?? [], b.trigger ?? []];
  const fewer = Math.min(x.names.all, y.names.all);
  return {
    told: most(x, y),
    'clause told': Math.min(told(x.clause, y.around), told(y.clause, x.around)),
    'rare words': Math.log1p(shared(x.sentence, y.sentence)),
    'kindred trigger': has(meet(one, two) || meetKin(one, two)),
    mode: a.mode && b.mode ? (a.mode === b.mode ? 1 : -1) : 0,
    'another type': has(a.type !== b.type),
    'planned and thought of': has(x.grounds !== y.grounds),
    'sides reversed': has(reversed(x, y)),
    'sides in common': Math.min(2, common),
    'no side': has(x.sides.length === 0 || y.sides.length === 0),
    sources: agreed(x.sources, y.sources),
    names: fewer === 0 ? 0.5 : shared(x.names, y.names) / fewer,
    'same day': has(apart === 0),
    'days apart': has(apart >= 2),
    'days between dispatches': Math.log1p(Math.abs(daysBetween(a.published, b.published))),
    'same far day': has(apart === 0 && farOff(a) && farOff(b)),
    'figures shared': Math.min(3, figures),
    'other figures': has(Math.min(x.figures.length, y.figures.length) >= 2 && figures === 0),
    'both in front': has(a.span[0] < FRONT && b.span[0] < FRONT),
    'one in front': has(a.span[0] < FRONT !== b.span[0] < FRONT),
  };
}

/** Days between the dispatch and what it tells, from which on a day that is named says much: few acts between two sides share it. */
const FAR = 10;
const farOff = ({ dated, day, published }: EventReport): boolean =>
  dated && Math.abs(daysBetween(published, day)) >= FAR;

/** Each names a side that the other lacks. */
const crossed = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((side) => !b.includes(side)) && b.some((side) => !a.includes(side));

/** The one did it to the other, and the other to the one. */
const reversed = (x: Told, y: Told): boolean =>
  (meet(x.sources, y.targets) || meet(y.sources, x.targets)) &&
  !meet(x.sources, y.sources) &&
  !meet(x.targets, y.targets);

/** Characters of a dispatch that hold its headline and lead. */
const FRONT = 350;

const meetKin = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((word) => kinOf(word).some((line) => b.some((other) => kinOf(other).includes(line))));

export type ActEvidence = keyof typeof WEIGHTS;

/** Log odds before any evidence, and per unit of each. */
const START = -3.79;
const WEIGHTS = {
  told: 1.13,
  'clause told': 1.95,
  'rare words': 0.8,
  'kindred trigger': 0.98,
  mode: 0.38,
  'another type': -1.21,
  'planned and thought of': -1.14,
  'sides reversed': -0.43,
  'sides in common': 0.17,
  'no side': 0.4,
  sources: 0.56,
  names: 1.58,
  'same day': 0.27,
  'days apart': -0.39,
  'days between dispatches': -0.39,
  'same far day': 0.8,
  'figures shared': 0.46,
  'other figures': -2.23,
  'both in front': -0.58,
  'one in front': -0.17,
};

/**
 * Log odds from which on two reports tell of one act. Half of the pairs that the weights were fitted to are the same; among reports that are worth
 * comparing three in ten are, and of those cross-validation has a precision of .96 from here on.
 */
export const ENOUGH_OF_ACTS = 2;

/**
 * What no likeness of words makes one: "has closed" and "will close" are two acts though they share every word, and so are "has not closed" and
 * "will close"; but "will close" and "may well close" tell of one act to come. And the same few words days later tell of another raid (a plan told again is the same plan).
 */
export function barred(a: EventReport, b: EventReport): boolean {
  const [x, y] = [toldIn(a), toldIn(b)];
  if (a.dispatch === b.dispatch || (x.grounds !== y.grounds && !(coming(a) && coming(b)))) return true;
  // The sale to another country, with another figure.
  if (crossed(x.sides, y.sides) && x.figures.length > 0 && y.figures.length > 0 && !meet(x.figures, y.figures))
    return true;
  return (
    x.grounds === 'real' && Math.min(a.words.length, b.words.length) < FEW && Math.abs(daysBetween(a.day, b.day)) > 1
  );
}

const FEW = 6;

/** "Will close" and "may well close" are one act to come; "would close if" is another. */
const coming = ({ modality, negated }: EventReport): boolean =>
  !negated && (modality === 'planned' || modality === 'hypothetical');

/** Most that are looked at have hardly a word in common, or nothing but common ones. */
const LEAST = 0.5;

/** The log of the odds that two reports of two dispatches tell of one act. Symmetric. */
export function actOdds(a: EventReport, b: EventReport): number {
  if (barred(a, b)) return Number.NEGATIVE_INFINITY;
  const [x, y] = [toldIn(a), toldIn(b)];
  if (shared(x.around, y.around) < LEAST || shared(x.sentence, y.sentence) === 0) return Number.NEGATIVE_INFINITY;
  let sum = START;
  for (const [name, value] of Object.entries(actEvidence(a, b))) sum += WEIGHTS[name as ActEvidence] * value;
  return sum;
}
