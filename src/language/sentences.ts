// Finds where sentences end among the words of a block. Line ends mean nothing, blank lines do.

import { readTable } from './tables.js';
import type { Words } from './tokens.js';

const { never, dates, abbreviations, starters, sure } = readTable();
const CLOSERS = '"\'\u201d\u2019)]}\u00bb';
const MAX = 200;
/** Starters that may stand behind an adjective. */
const NOUNS = new Set(['Officials', 'Analysts']);
const LINKS = new Set(['And', 'Or']);

/**
 * Indices behind the last word of each sentence of words[from, to). No sentence is longer than 200 words. `raised`: what
 * raisesAfterCountries says of the text.
 */
export function sentenceEnds(text: string, words: Words, from: number, to: number, raised = false): number[] {
  const ends: number[] = [];
  if (from >= to) return ends;
  const capitals = !/\p{Ll}/u.test(
    text.slice(words.starts[from], Math.min(words.ends[to - 1], words.starts[from] + 400)),
  );
  let begin = from;
  let i = from;
  while (i < to) {
    let stop = -1;
    if (i + 1 >= to) stop = to;
    else if (endsHere(text, words, i, begin, to, capitals, raised)) {
      stop = i + 1;
      // Closing quotes and brackets that touch the stop belong to it.
      while (stop < to && words.starts[stop] === words.ends[stop - 1] && isCloser(text, words, stop)) stop++;
    } else if (blankLine(text, words.ends[i], words.starts[i + 1])) stop = i + 1;
    else if (i + 1 - begin >= MAX) stop = i + 1;
    if (stop > 0) {
      ends.push(stop);
      begin = stop;
      i = stop;
    } else i++;
  }
  return ends;
}

function isCloser(text: string, words: Words, i: number): boolean {
  return words.ends[i] - words.starts[i] <= 2 && CLOSERS.includes(text[words.starts[i]]);
}

function blankLine(text: string, from: number, to: number): boolean {
  if (to - from < 2) return false;
  let lines = 0;
  for (let i = from; i < to && lines < 2; i++) if (text[i] === '\n' || text[i] === '\u2029') lines++;
  return lines > 1;
}

const COUNTRY = /^U\.[SKN]\.$/;

/**
 * Wires of the 1980s were turned from capitals by machine, which took the stop of "U.S." for a sentence's: "the U.S. And Japan". True where
 * such a text has "U.S.", "U.K." or "U.N." before a word twice or more and a capital behind each.
 */
export function raisesAfterCountries(text: string): boolean {
  let high = 0;
  let low = 0;
  for (const [, c] of text.matchAll(/\bU\.[SKN]\.\s{1,20}([A-Za-z])/g)) {
    if (c >= 'a') low++;
    else high++;
  }
  return low === 0 && high > 1;
}

function endsHere(
  text: string,
  words: Words,
  i: number,
  begin: number,
  to: number,
  capitals: boolean,
  raised: boolean,
): boolean {
  const s = words.starts[i];
  const e = words.ends[i];
  const last = text[e - 1];
  if (last !== '.' && last !== '!' && last !== '?' && last !== '\u2026' && last !== '\u3002') return false;
  // Where the next sentence would begin: behind the closers that touch.
  let next = i + 1;
  while (next < to && words.starts[next] === words.ends[next - 1] && isCloser(text, words, next)) next++;
  if (next >= to) return true;
  if (words.starts[next] === words.ends[next - 1] && next === i + 1 && e - s > 1 && last === '.') return false; // "U.S." of "U.S.-led"
  const closed = next > i + 1;
  let k = next;
  while (k < to - 1 && '"\'\u201c\u2018([\u2014-*\u2022'.includes(text[words.starts[k]])) k++;
  const c = text[words.starts[k]];
  const upper = c !== c.toLowerCase();
  const digit = c >= '0' && c <= '9';
  if (e - s === 1 || last !== '.') {
    if (/\p{Ll}/u.test(c)) return false;
    // "1." at the head of a list.
    if (i === begin + 1 && last === '.' && /^\d{1,3}$/.test(text.slice(words.starts[begin], words.ends[begin])))
      return false;
    return true;
  }
  const w = text.slice(s, e);
  if (/^\.+$/.test(w)) return upper && !capitals && (closed || /\s/.test(text[e] ?? ''));
  // The point belongs to an abbreviation or an initial.
  const stem = w.slice(0, -1);
  const title = capitals ? stem[0] + stem.slice(1).toLowerCase() : stem;
  if (!closed) {
    if (never.has(title) || title === 'No') return false;
    if (dates.has(title) && digit) return false;
    // "C. Itoh said": nor is the first word of a sentence one of its own.
    if (stem.length === 1 && !capitals && i === begin && /^[A-Z]$/.test(stem)) return false;
    if (stem.length === 1 && !capitals && /^[A-Z]$/.test(stem))
      return starters.has(text.slice(words.starts[k], words.ends[k])) && i - begin > 3;
  }
  if (!upper && !digit) return false;
  if (closed && upper) return true;
  if (capitals) return false;
  if (!abbreviations.has(title) && !w.slice(0, -1).includes('.')) return upper;
  if (!upper || k > next) return upper;
  const follower = text.slice(words.starts[k], words.ends[k]);
  if (COUNTRY.test(w)) {
    if (i === begin) return false;
    if (/\n[ \t]{2,}$/.test(text.slice(Math.max(e, words.starts[next] - 40), words.starts[next]))) return true; // an indented paragraph
    // "senior U.S. Officials" goes on; "in the U.S. Officials" may.
    const the = /^the$/i.test(text.slice(words.starts[i - 1], words.ends[i - 1]));
    if (raised) return the && sure.has(follower);
    if (!the && NOUNS.has(follower)) return false;
    // "Britain, the U.S. And West Germany"
    if (LINKS.has(follower) && k + 1 < to && /^\p{Lu}\p{Ll}/u.test(text.slice(words.starts[k + 1], words.ends[k + 1])))
      return false;
  }
  return starters.has(follower);
}
