// Whether two dispatches are one story: the evidence for and against, weighed and added up, after I. P. Fellegi and A. B. Sunter, "A theory for
// record linkage" (1969). Each weight is the change in the log of the odds that one unit of its evidence makes; they were fitted by logistic
// regression to the pairs of eval/pairs that are there to tune on (`node dist/eval/weigh.js` prints them anew). Each weight has to be read beside the
// others: two openings with many rare words of their own that still agree ("told anew") are no form that is filled in every day.

import { daysBetween } from './days.js';
import { kinOf } from './kin.js';
import { answers, bare, bareWords, countedApart, type Front, type Lead, readApart, rivals } from './lead.js';
import { rarity } from './rarity.js';
import type { StoryReport } from './types.js';
import { overlap, signatureResemblance, stem } from './words.js';

/** What two dispatches have in common beside their fronts. */
export interface Circumstances {
  /** Days between them. */
  readonly apart: number;
  /** Resemblance of their word 4-grams, 0 to 1. */
  readonly alike: number;
  /** Numbered editions of one agency: an update may well lead with the answer. */
  readonly numbered: boolean;
}

const FIGURE = /^\d/;

/** A common word of the wire says little: two dispatches that share it need not be of one matter. */
const weightOf = (word: string): number => Math.max(0.5, rarity(word) - 1) / 9;

/** What of a front does not depend on what it is compared with. All words without the marks of markets; figures left out but in `known`. */
interface Words {
  readonly known: ReadonlySet<string>;
  readonly lead: Weighed;
  readonly head: Weighed;
  readonly opening: Weighed;
  /** Where the words of the other's headline are looked for, and the other's opening. */
  readonly begun: Place;
  readonly opened: Place;
  /** Words of the headline, figures with them. */
  readonly length: number;
  /** The headline looks ahead. */
  readonly ahead: boolean;
}

/** A list of words as it is counted. */
interface Weighed {
  readonly words: readonly string[];
  readonly weights: readonly number[];
  readonly all: number;
}

function weighed(words: readonly string[]): Weighed {
  const weights = words.map(weightOf);
  return { words, weights, all: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** A list of words as it is looked up: the words, and the lines of kin in which they stand. */
interface Place {
  readonly words: ReadonlySet<string>;
  readonly kin: ReadonlySet<number>;
}

const placeOf = (words: readonly string[]): Place => ({ words: new Set(words), kin: new Set(words.flatMap(kinOf)) });

/** One dispatch is compared with many: what depends on it alone is kept as long as its lead is. */
const kept = new WeakMap<Lead, Words>();

function wordsIn({ head, lead }: Front): Words {
  const there = kept.get(lead);
  if (there) return there;
  const tickers = new Set((lead.tickers ?? []).map((name) => stem(name.toLowerCase())));
  const told = [...new Set(head.map(bare))].filter((word) => !tickers.has(word));
  const prose = (words: readonly string[]): string[] => [...new Set(words.map(bare))].filter((w) => !FIGURE.test(w));
  const [headline, opening] = [prose(told), prose(lead.opening ?? [])];
  const words: Words = {
    known: bareWords(lead),
    lead: weighed(prose(lead.words)),
    head: weighed(headline),
    opening: weighed(opening),
    begun: placeOf([...headline, ...opening]),
    opened: placeOf(opening),
    length: told.length,
    ahead: headline.some((word) => AHEAD.has(word)),
  };
  kept.set(lead, words);
  return words;
}

/** Words of a headline that tells what is expected. */
const AHEAD = new Set(
  'see seen expect anticipate forecast outlook predict might could likely hope mull consider'.split(' ').map(stem),
);

/** What the words weigh that are among those. */
function shared({ words, weights }: Weighed, among: ReadonlySet<string>): number {
  let sum = 0;
  for (let i = 0; i < words.length; i++) if (among.has(words[i])) sum += weights[i];
  return sum;
}

/** What a word of the same kin counts. */
const KINDRED = 0.8;

/** The weighed share of the words that stand in the other place, themselves or by their kin. */
function told({ words, weights, all }: Weighed, { words: there, kin }: Place): number {
  let sum = 0;
  for (let i = 0; i < words.length; i++) {
    if (there.has(words[i])) sum += weights[i];
    else if (kinOf(words[i]).some((line) => kin.has(line))) sum += KINDRED * weights[i];
  }
  return all === 0 ? 0 : sum / all;
}

/** How many of the words are at least so rare and stand nowhere in the other's headline and lead. */
const unknown = ({ words }: Weighed, known: ReadonlySet<string>, rare: number): number =>
  words.filter((word) => !known.has(word) && rarity(word) >= rare).length;

/** The evidence, by name. Each is the same for (a, b) and (b, a). */
export function evidence(a: Front, b: Front, { apart, alike, numbered }: Circumstances): Record<Evidence, number> {
  const [one, two] = [a.lead, b.lead];
  const [x, y] = [wordsIn(a), wordsIn(b)];
  const both = shared(x.lead, y.known);
  const union = x.lead.words.length + y.lead.words.length;
  let same = 0;
  for (const word of x.lead.words) if (y.known.has(word)) same++;
  const alikeness = union === same ? 0 : same / (union - same);
  const openings = shared(x.opening, y.opened.words);
  const spread = x.opening.all + y.opening.all - openings;
  const { both: agreeing, left, right } = compareValues(one.values ?? {}, two.values ?? {});
  const fewest = agreeing + Math.min(left, right);
  const agreed = fewest === 0 ? 0.5 : agreeing / fewest;
  const count = (values: readonly string[], among: Readonly<Record<string, number>>): number =>
    values.filter((value) => value in among).length;
  const [headed, heads] = [one.headValues ?? [], two.headValues ?? []];
  const counted = headed.length + heads.length;
  const [tick, ticks] = [one.tickers ?? [], two.tickers ?? []];
  const ticker = tick.length > 0 && ticks.length > 0 && tick[0] === ticks[0] ? 1 : 0;
  const tables = (one.table ? 1 : 0) + (two.table ? 1 : 0);
  const has = (truth: boolean): number => (truth ? 1 : 0);
  const apartFigures = Math.log1p(Math.min(left, right));
  return {
    matter: x.lead.all === 0 || y.lead.all === 0 ? 0 : both / Math.min(x.lead.all, y.lead.all),
    opening: tables === 0 && spread > 0 ? openings / spread : 0,
    opener: has(y.known.has(bare(one.opener)) && x.known.has(bare(two.opener))),
    headline: Math.max(told(x.head, y.begun), told(y.head, x.begun)),
    'headline length': Math.min(x.length, y.length),
    'opening told': (told(x.opening, y.opened) + told(y.opening, x.opened)) / 2,
    'told anew': Math.log1p(Math.min(unknown(x.opening, y.known, 9), unknown(y.opening, x.known, 9))),
    'headline apart': Math.min(unknown(x.head, y.known, 8), unknown(y.head, x.known, 8)),
    'figures of prose': tables === 0 ? agreed : 0,
    'figures shared': Math.log1p(agreeing),
    'figures shared by table and prose': tables === 1 ? Math.log1p(agreeing) : 0,
    'figures shared by tables': tables === 2 ? Math.min(5, agreeing) : 0,
    'exact figures': has(agreeing > 2),
    'exact figures another day': has(agreeing > 2 && agreed > 0.9 && apart >= 1),
    'figures apart': apartFigures,
    'a form filled in otherwise': Math.max(0, alikeness - 0.5) * apartFigures,
    'headline figures':
      counted === 0 ? 0.7 : (count(headed, two.values ?? {}) + count(heads, one.values ?? {})) / counted,
    ticker,
    'ticker and figures': ticker * Math.log1p(agreeing),
    copied: has(alike >= 0.5),
    'copied with its figures': has(alike >= 0.4 && Math.min(left, right) < 0.5),
    length: Math.log1p(Math.min(one.words.length, two.words.length)),
    'another day': has(apart >= 1),
    'two days': has(apart >= 2),
    'other counts': has(countedApart(a, b)),
    'other hours': has(readApart(a, b)),
    rivals: has(rivals(a, b)),
    answers: has(!numbered && answers(a, b)),
    'table and outlook': has(tables === 1 && (one.table ? y : x).ahead),
  };
}

/** Weights of the values that both have, that only the one and only the other has. */
function compareValues(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  let both = 0;
  let left = 0;
  let right = 0;
  for (const value in a) {
    if (value in b) both += Math.min(a[value], b[value]);
    else left += a[value];
  }
  for (const value in b) if (!(value in a)) right += b[value];
  return { both, left, right };
}

export type Evidence = keyof typeof WEIGHTS;

/** Log odds before any evidence, and per unit of each. */
const START = -9.42;
const WEIGHTS = {
  matter: 1.67,
  opening: 1.67,
  opener: 1.11,
  headline: 3.02,
  'headline length': -0.17,
  'opening told': 1.54,
  'told anew': 0.97,
  'headline apart': -0.7,
  'figures of prose': 0.87,
  'figures shared': -0.46,
  'figures shared by table and prose': 1.18,
  'figures shared by tables': 0.34,
  'exact figures': 0.96,
  'exact figures another day': 0.34,
  'figures apart': -0.52,
  'a form filled in otherwise': -6.02,
  'headline figures': 1.37,
  ticker: 0.44,
  'ticker and figures': 0.93,
  copied: 0.9,
  'copied with its figures': 0.65,
  length: 0.96,
  'another day': -1.78,
  'two days': -1.65,
  'other counts': -2.28,
  'other hours': -3.42,
  rivals: -0.76,
  answers: -4.14,
  'table and outlook': -4.68,
};

/** Log odds from which on two dispatches are one story: three to one, and more. Cross-validation has a precision of .957 there. */
export const ENOUGH = 1;

/** The same for numbered editions of one agency: that they are editions of something speaks for one another. */
export const ENOUGH_OF_EDITIONS = -1;

/** The log of the odds that two dispatches are one story. Symmetric. */
export function odds(a: Front, b: Front, circumstances: Circumstances): number {
  // Most that are looked at have hardly a word in common.
  if (overlap(a.lead.words, b.lead.words) < 0.2) return Number.NEGATIVE_INFINITY;
  let sum = START;
  for (const [name, value] of Object.entries(evidence(a, b, circumstances))) sum += WEIGHTS[name as Evidence] * value;
  return sum;
}

/** A story as its front shows it; undefined for one filed before fronts were kept. */
export const frontOf = ({ words, lead }: StoryReport): Front | undefined => lead && { head: words, lead };

export function circumstancesOf(a: StoryReport, b: StoryReport): Circumstances {
  return {
    apart: a.published === b.published ? 0 : Math.abs(daysBetween(a.published, b.published)),
    alike: signatureResemblance(a.signature, b.signature),
    numbered:
      a.agency !== null &&
      a.agency === b.agency &&
      (a.edition?.number ?? null) !== null &&
      (b.edition?.number ?? null) !== null,
  };
}
