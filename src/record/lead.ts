// What a dispatch is about, by its headline and first words: the names, the figures and the words that two versions of one news share
// even when every sentence was written anew. Versions agree in who acts and in their figures; neighbours in topic do not.

import { contentWords, overlap, resemblance, stem } from './words.js';

/** Words that count as the lead of a dispatch. */
const LENGTH = 90;

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
}

const TOKEN = /[\p{L}\p{N}]+(?:[.,'’/:-][\p{L}\p{N}]+)*/gu;

/** The lead of a text whose headline stands apart. */
export function leadOf(headline: string, body: string): Lead {
  // A word of prose has some six characters; cutting first keeps a huge text from being split whole.
  const text = body
    .slice(0, LENGTH * 20)
    .split(/\s+/)
    .slice(0, LENGTH)
    .join(' ');
  const names = new Set<string>();
  const figures = new Set<string>();
  let numbers = 0;
  let tokens = 0;
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
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
  for (const [word] of text.matchAll(TOKEN)) {
    [opener = ''] = contentWords(word);
    if (opener !== '') break;
  }
  return {
    words: contentWords(`${headline} ${text}`),
    names: [...names].sort(),
    figures: [...figures].sort(),
    opener,
    table: notice || share > (told ? 0.25 : 0.1),
  };
}

/** True when the figures speak against one story: both have some, and they are others. Tables are nothing but figures. */
export function figuresDiffer(a: Lead, b: Lead): boolean {
  const fewer = Math.min(a.figures.length, b.figures.length);
  if (fewer === 0) return false;
  if (a.table || b.table) return overlap(a.figures, b.figures) < 0.9;
  return fewer >= 2 && overlap(a.figures, b.figures) < 0.6;
}

/** A dispatch as its first words show it. */
export interface Front {
  /** Content words of the headline. */
  readonly head: readonly string[];
  readonly lead: Lead;
}

/** True when both headlines have figures, and none in common: the next step of an affair, or the next reading of a market. */
export function countedApart(a: Front, b: Front): boolean {
  const [one, two] = [a, b].map(({ head }) => head.filter((word) => /^\d+(?:[.,]\d+)*$/.test(word)));
  return one.length > 0 && two.length > 0 && !one.some((figure) => two.includes(figure));
}

/** Words of a headline that tell no company, fund or bank from another: what it announces, and what kind of firm it is. */
const ROUTINE = new Set(
  'set declare announce see dividend div payout quarterly qtly qtrly monthly mthly regular reg initial inc corp co ltd plc net loss profit earnings report'
    .split(' ')
    .map(stem),
);

/** A ticker without its market and initials without their stops: "etre.o" is "etre", "j.p" is "jp". */
const bare = (word: string): string =>
  /^\w(?:\.\w)+$/.test(word) ? word.replaceAll('.', '') : word.replace(/\.[a-z]{1,3}$/, '');

/** True when each headline names something that the other dispatch does not: two of a series (funds, banks), told in the same words. */
export function rivals(a: Front, b: Front): boolean {
  const lacks = (one: Front, other: Front): boolean => {
    const known = new Set(other.lead.words.map(bare));
    return one.head.some((word) => !ROUTINE.has(word) && !known.has(bare(word)));
  };
  return lacks(a, b) && lacks(b, a);
}

/** Points of a market's day: what is told of the one is another reading than what is told of the next. */
const SESSION: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    opening: 'open opens opened opening',
    midday: 'midday noon midsession mid-day mid-session',
    afternoon: 'afternoon',
    close: 'close closes closed closing',
  }).flatMap(([point, words]) => words.split(' ').map((word) => [stem(word), point])),
);

/** True when both headlines tell the point of the day, and tell another one: the next reading of a market. */
export function readApart(a: Front, b: Front): boolean {
  const [one, two] = [a, b].map(({ head, lead }) =>
    [...head, ...(lead.table ? [lead.opener] : [])].flatMap((word) => SESSION[word] ?? []),
  );
  return one.length > 0 && two.length > 0 && !one.some((point) => two.includes(point));
}

/** Words of a headline that answer what somebody else has said or done. */
const ANSWER = new Set(
  'deny denies denied comment reject rejects rejected reply replies respond responds reaction'.split(' ').map(stem),
);

/** True when one headline answers and the other does not: the other party's word is another news. */
function answers(a: Front, b: Front): boolean {
  const [one, two] = [a, b].map(({ head }) => head.some((word) => ANSWER.has(word)));
  return one !== two;
}

/** The same, of names alone: headlines of one news may use other words, but not each another's name. */
function namesakes(a: Front, b: Front): boolean {
  const lacks = (one: Front, other: Front): boolean =>
    one.head.some((word) => one.lead.names.includes(word) && !other.lead.words.includes(word));
  return !(lacks(a, b) && lacks(b, a));
}

/**
 * True when two leads tell one news in other words. Symmetric.
 * @param apart the number of days between them
 * @param numbered true for numbered editions of one agency: an update may well lead with the answer
 */
export function sameLead(a: Front, b: Front, apart: number, numbered = false): boolean {
  if (apart > 2) return false;
  const [one, two] = [a.lead, b.lead];
  const heads = resemblance(a.head, b.head);
  const alike = resemblance(one.words, two.words);
  const within = overlap(one.words, two.words);
  const figures = overlap(one.figures, two.figures);
  const fewer = Math.min(one.figures.length, two.figures.length);
  // Sent again after a weekend.
  if (apart > 1) return heads >= 0.8 && alike >= 0.7 && within >= 0.9 && !one.table && figures >= 0.9;
  if (sameTable(a, b, heads, apart)) return true;
  const table = one.table || two.table;
  // Sent again with a word or two changed.
  const kept = table ? !figuresDiffer(one, two) && !rivals(a, b) : fewer === 0 || figures >= 0.75;
  if (apart === 0 && heads >= 0.8 && within >= 0.85 && kept) return true;
  if (!namesakes(a, b) || (!numbered && answers(a, b))) return false;
  // The one who opens the one is somebody in the other: not a rival's like announcement.
  if (!two.words.includes(one.opener) || !one.words.includes(two.opener)) return false;
  const names = overlap(one.names, two.names);
  const named = names * Math.min(one.names.length, two.names.length);
  const opened = one.opener === two.opener;
  // The same many names make up for the few figures of which each tells its own; many figures are those of a market's hour.
  const counted = fewer === 0 || figures >= (fewer <= 3 ? 0.3 : 0.6);
  if (!table && opened && apart === 0 && names >= 0.8 && named >= 7 && alike >= 0.3 && counted) return true;
  if (figuresDiffer(one, two)) return false;
  // A payout in a few words has few figures; all of them are the same then, and so is the name.
  if (table && fewer < 4) return fewer >= 2 && figures === 1 && alike >= 0.55 && !rivals(a, b);
  // The next day's turn of a routine shares all words but its figure.
  if (apart > 0 && fewer > 0 && figures < 0.5) return false;
  if (!table && heads >= 0.8 && opened && alike >= 0.3 && names >= 0.5 && named >= 2) return true;
  if (names < 0.6 || named < 1.5) return false;
  if (alike >= 0.5 && within >= 0.7) return true;
  if (apart > 0) return false;
  if (names >= 0.7 && named >= 7 && alike >= 0.42 && within >= 0.65) return true;
  return opened && alike >= 0.32 && within >= 0.5;
}

/** Signs of a figure from which on it stands for itself: hardly two companies earn 1,356,000. */
const EXACT = 3;

/** Two tables of one company and one quarter: the headlines agree, and so do exact figures, though each table has lines of its own. */
function sameTable(a: Front, b: Front, heads: number, apart: number): boolean {
  if (!a.lead.table || !b.lead.table || heads < 0.6 || rivals(a, b)) return false;
  const exact = a.lead.figures.filter(
    (figure) => figure.replace(/\D/g, '').replace(/0+$/, '').length >= EXACT && b.lead.figures.includes(figure),
  );
  // The next day's table of a market names the day before's figures beside its own.
  return exact.length >= 2 && overlap(a.lead.figures, b.lead.figures) >= (apart > 0 ? 0.75 : 0.5);
}
