// Splits text into words with exact offsets, as English-EWT does: contractions are two words, most hyphens stand alone.
// One pass over the characters. White space and control characters separate words and are never part of one.

import { readTable } from './tables.js';

/** Character classes. */
const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const OTHER = 4;

const classes = new Uint8Array(65536);
const LETTERS = /^[\p{L}\p{M}]$/u;
const NUMBERS = /^\p{N}$/u;
const SPACES = /^[\s\p{Z}\p{Cc}\ufeff\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]$/u;

function classify(code: number): number {
  const c = String.fromCharCode(code);
  const k = SPACES.test(c) ? SPACE : LETTERS.test(c) ? LETTER : NUMBERS.test(c) ? DIGIT : OTHER;
  classes[code] = k;
  return k;
}

function kind(text: string, i: number): number {
  const code = text.charCodeAt(i);
  return classes[code] || classify(code);
}

export function isSpace(text: string, i: number): boolean {
  return kind(text, i) === SPACE;
}

const { abbreviations, prefixes } = readTable();
const DOMAIN =
  /^(?:com|org|net|gov|edu|mil|int|info|biz|co|uk|de|fr|ru|cn|jp|eu|us|io|tv|doc|xls|pdf|txt|html?|php|aspx?)$/i;
const SPLIT: Readonly<Record<string, number>> = { cannot: 3, gonna: 3, gotta: 3, wanna: 3 };
const CLITIC = /^(?:s|re|ve|ll|d|m)$/i;

/** Collects words: `starts[i]` and `ends[i]` are offsets into the text. */
export interface Words {
  readonly starts: number[];
  readonly ends: number[];
}

function isApostrophe(c: string): boolean {
  return c === "'" || c === '\u2019' || c === '`';
}

function isHyphen(c: string): boolean {
  return c === '-' || c === '\u2010' || c === '\u2011';
}

/** Adds the words of text[from, to) to `out`. */
export function tokenize(text: string, from: number, to: number, out: Words): void {
  let i = from;
  while (i < to) {
    if (kind(text, i) === SPACE) {
      i++;
      continue;
    }
    let e = i + 1;
    while (e < to && kind(text, e) !== SPACE) e++;
    chunk(text, i, e, out);
    i = e;
  }
}

function add(out: Words, start: number, end: number): void {
  out.starts.push(start);
  out.ends.push(end);
}

/** Length of an address (URL, e-mail, Twitter name) at `s`, or 0. Looks at no more than 500 characters. */
function address(text: string, s: number, e: number): number {
  const c = text.charCodeAt(s);
  if (e - s < 4) return 0;
  const head = text.slice(s, Math.min(e, s + 500));
  let m: RegExpExecArray | null = null;
  if (c === 104 || c === 119 || c === 72 || c === 87) m = /^(?:https?:\/\/|www\.)[^\s<>"'\u201d)\]]+/i.exec(head);
  if (!m && head.includes('@')) m = /^[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}/.exec(head);
  if (!m) return 0;
  let n = m[0].length;
  while (n > 0 && '.,;:!?'.includes(head[n - 1])) n--;
  return n;
}

/** Words of one piece without white space. */
function chunk(text: string, s: number, e: number, out: Words): void {
  let i = s;
  while (i < e) {
    const k = kind(text, i);
    if (k === OTHER) {
      i = symbol(text, i, e, out);
      continue;
    }
    const far = address(text, i, e);
    if (far > 0) {
      add(out, i, i + far);
      i += far;
      continue;
    }
    i = k === DIGIT ? number(text, i, e, out) : word(text, i, e, out);
  }
}

/** One mark, a run of the same mark, or one emoji with what belongs to it. */
function symbol(text: string, s: number, e: number, out: Words): number {
  const c = text[s];
  let i = s + 1;
  if (c === '<') {
    // The ticker of "<RENA.PA>" stays whole.
    let j = i;
    while (j < e && j < i + 12 && /[A-Z0-9.]/.test(text[j])) j++;
    if (j > i + 1 && text[j] === '>' && j < e) {
      add(out, s, i);
      add(out, i, j);
      return j;
    }
  }
  const code = text.charCodeAt(s);
  if (code >= 0xd800 && code <= 0xdfff) {
    // A pair, then variation selectors, joiners and further pairs.
    while (i < e) {
      const d = text.charCodeAt(i);
      if ((d >= 0xd800 && d <= 0xdfff) || d === 0xfe0f || d === 0x200d) i++;
      else break;
    }
  } else if (text.startsWith(c.repeat(8), s)) {
    while (i < e && text[i] === c) i++; // a wall of brackets is one mark
  } else if ('.-!?*=_~<>#+\u2014\u2013'.includes(c)) {
    while (i < e && text[i] === c) i++;
    if ((c === '!' || c === '?') && i < e) while (i < e && (text[i] === '!' || text[i] === '?')) i++;
  } else if ((c === "'" || c === '`' || c === '\u2018' || c === '\u2019') && text[i] === c && i < e) i++;
  else if (isApostrophe(c) && i < e && kind(text, i) === DIGIT) {
    // '90s
    let j = i;
    while (j < e && (kind(text, j) === DIGIT || kind(text, j) === LETTER)) j++;
    if (j - i <= 3) i = j;
  }
  add(out, s, i);
  return i;
}

/** A number with its points, commas, colons, slashes and letters. */
function number(text: string, s: number, e: number, out: Words): number {
  let i = s;
  let letters = false;
  while (i < e) {
    const k = kind(text, i);
    if (k === DIGIT) i++;
    else if (k === LETTER) {
      letters = true;
      i++;
    } else if (i + 1 < e && kind(text, i + 1) === DIGIT && '.,:/'.includes(text[i]) && !letters) i++;
    else if (isHyphen(text[i]) && !letters && fraction(text, i + 1, e)) i++;
    else break;
  }
  // 5km and 20th stay whole, 's does not.
  if (letters && /^(?:a|p)\.m\.?/i.test(text.slice(i - 1, i + 3)) && i - 1 > s && kind(text, i - 2) === DIGIT) {
    add(out, s, i - 1);
    const m = text[i + 2] === '.' ? i + 3 : i + 2;
    add(out, i - 1, Math.min(m, e));
    return Math.min(m, e);
  }
  add(out, s, i);
  return clitic(text, i, e, out);
}

/** Is this the fraction of "14-1/2"? */
function fraction(text: string, s: number, e: number): boolean {
  let i = s;
  while (i < e && i < s + 3 && kind(text, i) === DIGIT) i++;
  return (
    i > s &&
    i + 1 < e &&
    text[i] === '/' &&
    kind(text, i + 1) === DIGIT &&
    !/^[\d/]*\/\d+\//.test(text.slice(s, s + 12))
  );
}

/** 's, 're, 'll and so on at `i`: a word of its own. Returns where to go on. */
function clitic(text: string, i: number, e: number, out: Words): number {
  if (i >= e || !isApostrophe(text[i])) return i;
  let j = i + 1;
  while (j < e && j < i + 4 && kind(text, j) === LETTER) j++;
  if (CLITIC.test(text.slice(i + 1, j)) && (j >= e || kind(text, j) !== LETTER)) {
    add(out, i, j);
    return j;
  }
  return i;
}

/** A word that begins with a letter. */
function word(text: string, s: number, e: number, out: Words): number {
  let i = s;
  let first = true; // before the first hyphen that was kept
  for (;;) {
    while (i < e) {
      const k = kind(text, i);
      if (k === LETTER || k === DIGIT || text[i] === '_') i++;
      else break;
    }
    if (i >= e) break;
    const c = text[i];
    const next = i + 1 < e ? kind(text, i + 1) : 0;
    if (c === '.') {
      const single = i - s === 1 || text[i - 2] === '.';
      if (single && next === LETTER && (i + 2 >= e || text[i + 2] === '.' || !isLetter(text, i + 2, e))) {
        i++; // U.S, a.m
        continue;
      }
      if ((next === LETTER || next === DIGIT) && domain(text, s, i + 1, e)) {
        i++;
        continue;
      }
      if (next !== LETTER && next !== DIGIT && keepsPoint(text, s, i, e)) i++;
      break;
    }
    if (isApostrophe(c) && next === LETTER) {
      let j = i + 1;
      while (j < e && kind(text, j) === LETTER) j++;
      const tail = text.slice(i + 1, Math.min(j, i + 4));
      if (j - i <= 3 && CLITIC.test(tail)) break;
      if (/^t$/i.test(tail) && /n/i.test(text[i - 1]) && i - s > 1) {
        add(out, s, i - 1);
        add(out, i - 1, j);
        return j;
      }
      i++; // O'Neill
      continue;
    }
    if (c === '&' && next === LETTER && i - s <= 2) {
      i++; // AT&T
      continue;
    }
    // "non-U.S.": the initials are a word of their own.
    const initials = text[i + 2] === '.' && kind(text, i + 3) === LETTER;
    if (isHyphen(c) && first && next === LETTER && !initials && prefixes.has(text.slice(s, i).toLowerCase())) {
      first = false;
      i++;
      continue;
    }
    break;
  }
  const low = i - s === 5 || i - s === 6 ? text.slice(s, i).toLowerCase() : '';
  const cut = Object.hasOwn(SPLIT, low) ? SPLIT[low] : 0;
  if (cut) add(out, s, s + cut);
  add(out, s + cut, i);
  return clitic(text, i, e, out);
}

function isLetter(text: string, i: number, e: number): boolean {
  return i < e && kind(text, i) === LETTER;
}

/** Does what follows the point make "yahoo.com", "report.doc" of it? */
function domain(text: string, s: number, i: number, e: number): boolean {
  let j = i;
  while (j < e && j < i + 6 && (kind(text, j) === LETTER || kind(text, j) === DIGIT)) j++;
  return j - s < 80 && DOMAIN.test(text.slice(i, j));
}

/** Does the point at `i` belong to the word text[s, i)? Initials and abbreviations. */
function keepsPoint(text: string, s: number, i: number, e: number): boolean {
  if (i - s > 12) return false;
  const w = text.slice(s, i);
  if (w.includes('.')) return true;
  if (i - s === 1) {
    // An initial, unless the piece goes on or it is the pronoun.
    if (i + 1 < e && text[i + 1] === '.') return false;
    return w >= 'A' && w <= 'Z' && w !== 'I';
  }
  if (i + 1 < e && text[i + 1] === '.') return false;
  return (
    abbreviations.has(w) ||
    (w === w.toUpperCase() &&
      abbreviations.has(w[0] + w.slice(1).toLowerCase()) &&
      w !== 'NO' &&
      w !== 'SUN' &&
      w !== 'SAT')
  );
}
