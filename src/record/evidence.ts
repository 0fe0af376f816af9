// Whether two dispatches are one story: the evidence for and against, weighed and added up, after I. P. Fellegi and A. B. Sunter, "A theory for
// record linkage" (1969). Each weight is the change in the log of the odds that one unit of its evidence makes; they were fitted by logistic
// regression to the pairs of eval/pairs that are there to tune on (`node dist/eval/weigh.js` prints them anew).

import { daysBetween } from './days.js';
import { answers, bare, countedApart, type Front, type Lead, readApart, rivals } from './lead.js';
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

/** Words of a wire's daily business: two dispatches that share them need not be of one matter. */
const DAILY = new Set(
  (
    'inc corp co ltd plc company companies unit group bank banks share shares shr stock common dlr dlrs mln billion bln pct cts ct net profit loss ' +
    'earnings income revenue revs sales quarter qtr qtly qtrly year yr half mths months month week day today yesterday tomorrow end ended ending ' +
    'earlier previously last first second third fourth next period ago vs versus compared prior per avg note includes excludes dividend div payable ' +
    'pay record set sets declared declares announce announced announces statement report reported reports agreed agree agreement agreements buy ' +
    'buys bought acquire acquires acquisition sell sells sold sale purchase offer offering terms undisclosed plan plans planned expect expects ' +
    'expected see sees total high higher low lower rise rises rose fall falls fell increase increased decline declined cut raise raised raises ' +
    'price prices market trade trading traders official officials spokesman minister government president chairman january february march april ' +
    'may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday ' +
    'friday saturday sunday world make made take takes give given include including number amount value rate rates interest due issue issued ' +
    'issued result results board holder holders shareholder shareholders exchange commission securities file filed files filing reuter reuters ' +
    'according because however being well use used like operations operating oper business industry international national system york meet ' +
    'meeting talk talks reporters call called want wants need needed saying through within without another own'
  )
    .split(' ')
    .map(stem),
);

const FIGURE = /^\d/;
const weightOf = (word: string): number => (DAILY.has(word) ? 0.25 : 1);

/** A lead's words without the marks of markets, as a set and as a list, and what they weigh. */
interface Words {
  readonly known: ReadonlySet<string>;
  readonly list: readonly string[];
  readonly weight: number;
}

/** One dispatch is compared with many: what depends on it alone is kept as long as its lead is. */
const kept = new WeakMap<Lead, Words>();

function wordsIn(lead: Lead): Words {
  const there = kept.get(lead);
  if (there) return there;
  const known = new Set(lead.words.map(bare));
  const list = [...known].filter((word) => !FIGURE.test(word));
  const words = { known, list, weight: weigh(list) };
  kept.set(lead, words);
  return words;
}

function weigh(words: readonly string[], among?: ReadonlySet<string>): number {
  let sum = 0;
  for (const word of words) if (!FIGURE.test(word) && (!among || among.has(word))) sum += weightOf(word);
  return sum;
}

/** The evidence, by name. Each is the same for (a, b) and (b, a). */
export function evidence(a: Front, b: Front, { apart, alike, numbered }: Circumstances): Record<Evidence, number> {
  const [one, two] = [a.lead, b.lead];
  const { known, list, weight: all } = wordsIn(one);
  const { known: other, weight: others } = wordsIn(two);
  const both = weigh(list, other);
  const share = (words: readonly string[], among: ReadonlySet<string>): number => {
    const sum = weigh(words);
    return sum === 0 ? 0 : weigh(words, among) / sum;
  };
  const opening = (): number => {
    const [x, y] = [one.opening ?? [], two.opening ?? []];
    const shared = weigh(x, new Set(y));
    const union = weigh(x) + weigh(y) - shared;
    return union === 0 ? 0 : shared / union;
  };
  const { shared, left, right } = compareValues(one.values ?? {}, two.values ?? {});
  const fewest = shared + Math.min(left, right);
  const agreed = fewest === 0 ? 0.5 : shared / fewest;
  const named = overlap(one.names, two.names) * Math.min(one.names.length, two.names.length);
  const told = (values: readonly string[], among: Readonly<Record<string, number>>): number =>
    values.filter((value) => value in among).length;
  const [headed, heads] = [one.headValues ?? [], two.headValues ?? []];
  const counted = headed.length + heads.length;
  const [tick, ticks] = [one.tickers ?? [], two.tickers ?? []];
  const ticker = tick.length > 0 && ticks.length > 0 && tick[0] === ticks[0] ? 1 : 0;
  const tables = (one.table ? 1 : 0) + (two.table ? 1 : 0);
  const has = (truth: boolean): number => (truth ? 1 : 0);
  return {
    matter: all === 0 || others === 0 ? 0 : both / Math.min(all, others),
    headline: Math.min(share(a.head.map(bare), other), share(b.head.map(bare), known)),
    opening: tables === 0 ? opening() : 0,
    opener: has(other.has(bare(one.opener)) && known.has(bare(two.opener))),
    names: one.names.length === 0 || two.names.length === 0 ? 0.5 : overlap(one.names, two.names),
    named: Math.log1p(named),
    figures: agreed,
    'figures of prose': tables === 0 ? agreed : 0,
    'figures of tables': tables === 2 ? agreed : 0,
    'figures shared': Math.log1p(shared),
    'figures shared by table and prose': tables === 1 ? Math.log1p(shared) : 0,
    'exact figures': has(shared > 2),
    'figures apart': Math.log1p(Math.min(left, right)),
    'headline figures':
      counted === 0 ? 0.7 : (told(headed, two.values ?? {}) + told(heads, one.values ?? {})) / counted,
    tickers: tick.length > 0 && ticks.length > 0 ? (tick.some((name) => ticks.includes(name)) ? 1 : -1) : 0,
    ticker,
    'ticker and figures': ticker * Math.log1p(shared),
    copied: has(alike >= 0.5),
    'matter of tables': tables === 2 ? both / Math.max(1, all + others - both) : 0,
    length: Math.log1p(Math.min(one.words.length, two.words.length)),
    'another day': has(apart >= 1),
    'two days': has(apart >= 2),
    'other counts': has(countedApart(a, b)),
    'other hours': has(readApart(a, b)),
    rivals: has(rivals(a, b)),
    answers: has(!numbered && answers(a, b)),
  };
}

/** Weights of the values that both have, that only the one and only the other has. */
function compareValues(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  let shared = 0;
  let left = 0;
  let right = 0;
  for (const [value, weight] of Object.entries(a)) {
    if (value in b) shared += Math.min(weight, b[value]);
    else left += weight;
  }
  for (const [value, weight] of Object.entries(b)) if (!(value in a)) right += weight;
  return { shared, left, right };
}

export type Evidence = keyof typeof WEIGHTS;

/** Log odds before any evidence, and per unit of each. */
const START = -7.45;
const WEIGHTS = {
  matter: 1.23,
  headline: 1.66,
  opening: 1.56,
  opener: 0.82,
  names: 1.04,
  named: 0.29,
  figures: 0.86,
  'figures of prose': 0.39,
  'figures of tables': 1.26,
  'figures shared': -0.42,
  'figures shared by table and prose': 0.2,
  'exact figures': 0.73,
  'figures apart': -0.64,
  'headline figures': 1.1,
  tickers: 0.11,
  ticker: 0.54,
  'ticker and figures': 0.97,
  copied: 1.42,
  'matter of tables': -1.49,
  length: 0.61,
  'another day': -1.7,
  'two days': -1.08,
  'other counts': -2.15,
  'other hours': -2.89,
  rivals: -0.96,
  answers: -3.6,
};

/** Log odds from which on two dispatches are one story: three to one, and more. */
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
