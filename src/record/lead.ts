// What a dispatch is about, by its headline and first words: the names, the figures and the words that two versions of one news share
// even when every sentence was written anew. Versions agree in who acts and in their figures; neighbours in topic do not.

import { contentWords, overlap, resemblance } from './words.js';

/** Words that count as the lead of a dispatch. */
const LENGTH = 90;

/** All lists are sorted and hold each word once. */
export interface Lead {
  /** Content words of headline and lead. */
  readonly words: readonly string[];
  /** Capitalised words within a sentence, lower-cased. */
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
      names.add(word.toLowerCase().replace(/['’]s$/, ''));
    }
  }
  const share = tokens === 0 ? 0 : numbers / tokens;
  const told = /\bsa(?:id|ys)\b/.test(text);
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
    table: share > (told ? 0.25 : 0.1),
  };
}

/** True when the figures speak against one story: both have some, and they are others. Tables are nothing but figures. */
export function figuresDiffer(a: Lead, b: Lead): boolean {
  const fewer = Math.min(a.figures.length, b.figures.length);
  if (fewer === 0) return false;
  if (a.table || b.table) return overlap(a.figures, b.figures) < 0.9;
  return fewer >= 2 && overlap(a.figures, b.figures) < 0.6;
}

/** True when two leads tell one news in other words. `apart` is the number of days between them. Symmetric. */
export function sameLead(a: Lead, b: Lead, apart: number): boolean {
  if (apart > 1 || figuresDiffer(a, b)) return false;
  const fewer = Math.min(a.figures.length, b.figures.length);
  if ((a.table || b.table) && fewer < 4) return false;
  // The one who opens the one is somebody in the other: not a rival's like announcement.
  if (!b.words.includes(a.opener) || !a.words.includes(b.opener)) return false;
  const names = overlap(a.names, b.names);
  if (names < 0.6 || names * Math.min(a.names.length, b.names.length) < 1.5) return false;
  const alike = resemblance(a.words, b.words);
  const within = overlap(a.words, b.words);
  // The next day's turn of a routine shares all words but its figure.
  if (apart > 0 && fewer > 0 && overlap(a.figures, b.figures) < 0.5) return false;
  if (alike >= 0.5 && within >= 0.7) return true;
  return apart === 0 && a.opener === b.opener && alike >= 0.32 && within >= 0.5;
}
