// What a dispatch is about, by its headline and first words: the names, the figures and the words that two versions of one news share
// even when every sentence was written anew. Versions agree in who acts and in their figures; neighbours in topic do not.

import { valuesOf } from './values.js';
import { contentWords, isPlain, stem } from './words.js';

/** Words that count as the lead of a dispatch, as its opening, and as where its figures are looked for. */
const LENGTH = 90;
const OPENING = 28;
const FIGURED = 200;

/** All lists are sorted and hold each word once. */
export interface Lead {
  /** Content words of headline and lead. */
  readonly words: readonly string[];
  /** Stems of the capitalised words within a sentence. */
  readonly names: readonly string[];
  /** Figures of two signs or more, as they are written. */
  readonly figures: readonly string[];
  /** First content word of the lead: whose news it is, as a rule. */
  readonly opener: string;
  /** True for tables (earnings, prices, payouts): figures without a sentence that tells them. */
  readonly table: boolean;
  /** Content words of the first sentence or so; this and what follows is absent in records filed before it was kept. */
  readonly opening?: readonly string[];
  /** Figures as values, each with its weight as evidence, and those of the headline alone. */
  readonly values?: Readonly<Record<string, number>>;
  readonly headValues?: readonly string[];
  /** Tickers of the headline without their markets, in its order. */
  readonly tickers?: readonly string[];
}

const TOKEN = /[\p{L}\p{N}]+(?:[.,'’/:-][\p{L}\p{N}]+)*/gu;
const PLAIN_TOKEN = /[A-Za-z0-9]+(?:[.,'/:-][A-Za-z0-9]+)*/g;

/** The first words of a text. A word of prose has some six characters; cutting first keeps a huge text from being split whole. */
const first = (text: string, words: number): string =>
  text
    .slice(0, words * 20)
    .split(/\s+/)
    .slice(0, words)
    .join(' ');

/** The lead of a text whose headline stands apart. */
export function leadOf(headline: string, body: string): Lead {
  const text = first(body, LENGTH);
  const token = isPlain(text) ? PLAIN_TOKEN : TOKEN;
  const names = new Set<string>();
  const figures = new Set<string>();
  let numbers = 0;
  let tokens = 0;
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [word] = match;
    const opens = tokens++ === 0 || /[.!?]["”']?\s*$/.test(text.slice(end, match.index));
    end = match.index + word.length;
    if (/^\p{N}/u.test(word)) {
      numbers++;
      if (word.length > 1) figures.add(word);
    } else if (!opens && word.length > 2 && /^\p{Lu}/u.test(word)) {
      names.add(stem(word.toLowerCase().replace(/['’]s$/, '')));
    }
  }
  const share = tokens === 0 ? 0 : numbers / tokens;
  const told = /\bsa(?:id|ys)\b/.test(text);
  // A payout in a few words: its figures are often spelled out.
  const notice = !told && tokens < 25 && numbers > 0;
  let opener = '';
  for (const [word] of text.matchAll(token)) {
    [opener = ''] = contentWords(word);
    if (opener !== '') break;
  }
  const figured = first(body, FIGURED);
  const tickers = [...headline.matchAll(/[<(]([A-Z]+)(?:\.[A-Z]+)?[>)]/g)].map(([, name]) => name);
  return {
    opening: contentWords(first(body, OPENING)),
    values: valuesOf(`${headline.replace(/<[^>]*>/g, '')} . ${figured}`),
    headValues: Object.keys(valuesOf(headline.replace(/<[^>]*>/g, ''))),
    tickers,
    words: contentWords(`${headline} ${text}`),
    names: [...names].sort(),
    figures: [...figures].sort(),
    opener,
    table: notice || share > (told ? 0.25 : 0.1),
  };
}

/** A dispatch as its first words show it. */
export interface Front {
  /** Content words of the headline. */
  readonly head: readonly string[];
  readonly lead: Lead;
}

/** What a headline says by itself. */
interface Head {
  /** Words that are no routine, without the marks of markets. */
  readonly telling: readonly string[];
  readonly figures: readonly string[];
  /** Points of a market's day. */
  readonly points: readonly string[];
  readonly answers: boolean;
}

/** One dispatch is compared with many: what depends on it alone is kept as long as its words are. */
const heads = new WeakMap<readonly string[], Head>();
const leads = new WeakMap<Lead, ReadonlySet<string>>();

function headOf({ head: words }: Front): Head {
  const known = heads.get(words);
  if (known) return known;
  const head = {
    telling: words.filter((word) => !ROUTINE.has(word)).map(bare),
    figures: words.filter((word) => /^\d+(?:[.,]\d+)*$/.test(word)),
    points: words.flatMap((word) => SESSION.get(word) ?? []),
    answers: words.some((word) => ANSWER.has(word)),
  };
  heads.set(words, head);
  return head;
}

/** The words of a lead without the marks of markets. */
export function bareWords(lead: Lead): ReadonlySet<string> {
  const known = leads.get(lead);
  if (known) return known;
  const words = new Set(lead.words.map(bare));
  leads.set(lead, words);
  return words;
}

/** True when both headlines have figures, and none in common: the next step of an affair, or the next reading of a market. */
export function countedApart(a: Front, b: Front): boolean {
  const [one, two] = [headOf(a).figures, headOf(b).figures];
  return one.length > 0 && two.length > 0 && !one.some((figure) => two.includes(figure));
}

/** Words of a headline that tell no company, fund or bank from another: what it announces, and what kind of firm it is. */
const ROUTINE = new Set(
  'set declare announce see dividend div payout quarterly qtly qtrly monthly mthly regular reg initial inc corp co ltd plc net loss profit earnings report'
    .split(' ')
    .map(stem),
);

/** A ticker without its market and initials without their stops: "etre.o" is "etre", "j.p" is "jp". */
export const bare = (word: string): string =>
  /^\w(?:\.\w)+$/.test(word) ? word.replaceAll('.', '') : word.replace(/\.[a-z]{1,3}$/, '');

/** True when each headline names something that the other dispatch does not: two of a series (funds, banks), told in the same words. */
export function rivals(a: Front, b: Front): boolean {
  const lacks = (one: Front, other: Front): boolean => {
    const known = bareWords(other.lead);
    return headOf(one).telling.some((word) => !known.has(word));
  };
  return lacks(a, b) && lacks(b, a);
}

/** Points of a market's day: what is told of the one is another reading than what is told of the next. */
const SESSION: ReadonlyMap<string, string> = new Map(
  Object.entries({
    opening: 'open opens opened opening',
    midday: 'midday noon midsession mid-day mid-session',
    afternoon: 'afternoon',
    close: 'close closes closed closing',
  }).flatMap(([point, words]) => words.split(' ').map((word): [string, string] => [stem(word), point])),
);

/** True when both headlines tell the point of the day, and tell another one: the next reading of a market. */
export function readApart(a: Front, b: Front): boolean {
  const [one, two] = [a, b].map((front) => {
    const { points } = headOf(front);
    const opener = front.lead.table ? SESSION.get(front.lead.opener) : undefined;
    return opener === undefined ? points : [...points, opener];
  });
  return one.length > 0 && two.length > 0 && !one.some((point) => two.includes(point));
}

/** Words of a headline that answer what somebody else has said or done. */
const ANSWER = new Set(
  'deny denies denied comment reject rejects rejected reply replies respond responds reaction'.split(' ').map(stem),
);

/** True when one headline answers and the other does not: the other party's word is another news. */
export function answers(a: Front, b: Front): boolean {
  return headOf(a).answers !== headOf(b).answers;
}
