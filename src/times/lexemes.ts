// The words of a sentence as the time rules see them: lower case, without hyphens and dots inside, with their classes
// ("MONTH", "NUM", "YEAR" ...) and what each class says. Does not depend on how the tokeniser treats "mid-1996" or "9/10".

import { Kept, type Sentence } from '../language/index.js';
import type { Features } from './meaning.js';
import { isNumberWord, ordinalOf, readNumber } from './numbers.js';
import type { Vocabulary } from './vocabulary.js';

/** Membership in a class, with the features that the class sets. */
export interface Hit {
  readonly name: string;
  readonly features: Features;
}

/** One word, or several that count as one, or a time expression of an earlier level. */
export interface Lexeme {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Index of its first word in the sentence. */
  readonly word: number;
  readonly hits: readonly Hit[];
  /** Rule of the time expression that stands here, if one does. */
  readonly rule: string | null;
}

/** Written out, so that all are of one shape for V8, whatever they were made of. */
const lexeme = (text: string, start: number, end: number, word: number, hits: readonly Hit[]): Lexeme => ({
  text,
  start,
  end,
  word,
  hits,
  rule: null,
});
const without = ({ text, start, end, word }: Lexeme): Lexeme => lexeme(text, start, end, word, NONE);

// A part of a word form; the same for every occurrence of the form, so it is kept.
interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly dotted: boolean;
  readonly hits: readonly Hit[];
}

const NONE: readonly Hit[] = [];
/** Half of the words whose pieces are kept. */
const KEPT = 4096;

/** Makes the function that turns sentences into lexemes; null when nothing in the sentence can be a time. */
export function lexer(vocabulary: Vocabulary): (sentence: Sentence) => Lexeme[] | null {
  const known = new Kept<readonly Piece[]>(KEPT);
  const piecesOf = (form: string): readonly Piece[] => {
    let pieces = known.get(form);
    if (pieces === undefined) {
      pieces = split(form).map((piece) => {
        const { text, from, to, dotted } = piece;
        return { text, from, to, dotted, hits: hitsOf(piece, vocabulary) };
      });
      known.set(form, pieces);
    }
    return pieces;
  };
  // The pieces of the words of the sentence at hand.
  const here: (readonly Piece[])[] = [];
  return (sentence) => {
    let promising = false;
    for (let w = 0; w < sentence.size; w++) {
      const pieces = piecesOf(sentence.form[w]);
      here[w] = pieces;
      if (promising) continue;
      for (const { hits, from, to } of pieces) if (hits !== NONE && to - from > 1) promising = true;
    }
    if (!promising) return null;
    const all: Lexeme[] = [];
    for (let w = 0; w < sentence.size; w++) {
      const start = sentence.start[w];
      for (const { text, from, to, hits } of here[w]) all.push(lexeme(text, start + from, start + to, w, hits));
    }
    return merge(tagged(sentence, all), vocabulary);
  };
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c >= 0xc0;

interface RawPiece extends Omit<Piece, 'hits'> {
  readonly form: string;
}

const DASHES = '\u2010\u2011\u2012\u2013\u2212';
const QUOTES = '\u2018\u2019\u02bc`';

function split(form: string): RawPiece[] {
  const pieces: RawPiece[] = [];
  const add = (from: number, to: number, text?: string, dotted = false) => {
    const part = form.slice(from, to);
    pieces.push({ form: part, text: text ?? part.toLowerCase(), from, to, dotted });
  };
  let i = 0;
  while (i < form.length) {
    const from = i;
    const c = form.charCodeAt(i);
    if (isDigit(c)) {
      while (isDigit(form.charCodeAt(i)) || ('.,:'.includes(form[i]) && isDigit(form.charCodeAt(i + 1)))) i++;
      if (/^(?:st|nd|rd|th|s)(?![a-z])/i.test(form.slice(i, i + 3)))
        i += form[i] === 's' && form[i + 1] !== 't' ? 1 : 2;
      add(from, i);
    } else if (isLetter(c) && !DASHES.includes(form[i]) && !QUOTES.includes(form[i])) {
      while (
        i < form.length &&
        ((isLetter(form.charCodeAt(i)) && !DASHES.includes(form[i]) && !QUOTES.includes(form[i])) ||
          (form[i] === '.' && isLetter(form.charCodeAt(i + 1))))
      )
        i++;
      const dotted = form[i] === '.';
      if (dotted) i++;
      const part = form.slice(from, i);
      add(
        from,
        i,
        part.includes('.') ? part.replaceAll('.', '').toLowerCase() : undefined,
        dotted || part.includes('.'),
      );
    } else {
      i++;
      while (form[i] === form[from] && form[from] === '-') i++;
      const text = form.slice(from, i);
      add(from, i, DASHES.includes(text) ? '-' : QUOTES.includes(text) ? "'" : text === '\u2014' ? '--' : text);
    }
  }
  return pieces;
}

function hitsOf(piece: RawPiece, vocabulary: Vocabulary): readonly Hit[] {
  const { text } = piece;
  if (isDigit(text.charCodeAt(0))) return digitHits(text);
  const hits: Hit[] = [];
  for (const entry of vocabulary.words.get(text) ?? []) {
    if (entry.capital && piece.form[0] === text[0]) continue;
    if (entry.dotted && !piece.dotted) continue;
    hits.push(entry.hit);
  }
  if (isNumberWord(text)) hits.push({ name: 'NUMWORD', features: {} });
  const ordinal = ordinalOf(text);
  if (ordinal !== undefined) hits.push(...ordinalHits(ordinal));
  if (text === '½') hits.push({ name: 'NUM', features: { count: 0.5 } });
  return hits.length > 0 ? hits : NONE;
}

const ordinalHits = (ordinal: number): Hit[] => [
  { name: 'ORD', features: { ordinal } },
  ...(ordinal <= 31 ? [{ name: 'DAYTH', features: { day: ordinal } }] : []),
];

function digitHits(text: string): readonly Hit[] {
  let m = /^(\d{1,2})[:.](\d{2})(?::(\d{2}))?$/.exec(text);
  const hits: Hit[] = [];
  if (m !== null && Number(m[1]) <= 24 && Number(m[2]) < 60) {
    const features = { hour: Number(m[1]), minute: Number(m[2]), ...(m[3] ? { second: Number(m[3]) } : {}) };
    hits.push({ name: text.includes(':') ? 'CLOCK' : 'DOTCLOCK', features });
  }
  m = /^(\d+)(st|nd|rd|th)$/.exec(text);
  if (m !== null) {
    const hits = ordinalHits(Number(m[1]));
    return hits.length < 2 ? hits : [...hits, { name: 'NTHDAY', features: { day: Number(m[1]) } }];
  }
  m = /^(\d{2}|\d{3}0)s$/.exec(text);
  if (m?.[1].endsWith('0'))
    return [{ name: m[1].length === 2 ? 'DECADE2' : 'DECADE', features: { decade: Number(m[1]) } }];
  const number = Number(text.replaceAll(',', ''));
  if (!Number.isFinite(number) || number > 1e12) return hits.length > 0 ? hits : NONE;
  hits.push({ name: 'NUM', features: { count: number } });
  if (/^\d{4}$/.test(text)) {
    if (number >= 1000) hits.push({ name: 'YEAR', features: { year: number } });
    if (number >= 1000 && number <= 2100) {
      hits.push({ name: number < 1500 ? 'FARYEAR' : 'PLAINYEAR', features: { year: number } });
    }
    const features = { hour: Math.floor(number / 100), minute: number % 100 };
    if (features.hour <= 24 && features.minute < 60) hits.push({ name: 'CLOCK4', features });
  } else if (/^\d{1,3}$/.test(text)) {
    if (number >= 1 && number <= 999) hits.push({ name: 'OLDYEAR', features: { year: number } });
    if (/^\d\d$/.test(text)) hits.push({ name: 'TWO', features: { shortyear: number } });
    if (/^\d\d?$/.test(text) && number >= 1 && number <= 99) hits.push({ name: 'DAY', features: { day: number } });
    if (/^\d\d?$/.test(text) && number >= 1 && number <= 12)
      hits.push({ name: 'MONTHNO', features: { month: number } });
    if (/^\d\d?$/.test(text) && number <= 24) hits.push({ name: 'HOUR', features: { hour: number, minute: 0 } });
  }
  return hits;
}

// The tags know "may" from "May" and "second" from "second"; without tags, a month as first word needs a number behind it.
function tagged(sentence: Sentence, all: Lexeme[]): Lexeme[] {
  return all.map((x, i) => {
    if (x.hits === NONE) return x;
    if (x.hits.some((hit) => hit.name === 'MONTH') && isPerson(sentence, x.word) && !followedByDay(all[i + 1]))
      return without(x);
    if (x.text !== 'may' && x.text !== 'march' && x.text !== 'mar') return x;
    if (!x.hits.some((hit) => hit.name === 'MONTH')) return x;
    const tag = sentence.xpos[x.word] ?? '';
    if (followedByDay(all[i + 1])) return x;
    if (tag === 'MD' || tag.startsWith('V') || (i === 0 && tag !== 'NNP')) return without(x);
    return x;
  });
}

// "Jan Kavan" is a man, "Jan 5" a day.
const isPerson = (sentence: Sentence, word: number): boolean =>
  sentence.names.some(
    (name) => name.type === 'PER' && name.end - name.first > 1 && name.first <= word && word < name.end,
  );

const followedByDay = (next: Lexeme | undefined): boolean =>
  next?.hits.some((hit) => hit.name === 'DAY' || hit.name === 'DAYTH' || hit.name === 'YEAR') ?? false;

function merge(all: Lexeme[], vocabulary: Vocabulary): Lexeme[] {
  const merged: Lexeme[] = [];
  const texts = all.map((x) => x.text);
  let i = 0;
  while (i < all.length) {
    const x = all[i];
    const phrase = phraseAt(texts, i, vocabulary);
    if (phrase !== null) {
      merged.push(join(all, i, phrase.words, phrase.text, phrase.hits));
      i += phrase.words;
      continue;
    }
    const number = numberAt(all, texts, i);
    if (number !== null) {
      merged.push(number.lexeme);
      i += number.words;
      continue;
    }
    const next = all[i + 1];
    if (x.hits !== NONE && next?.text === '.' && next.start === x.end && i + 2 < all.length && abbreviated(x)) {
      merged.push(lexeme(x.text, x.start, next.end, x.word, x.hits));
      i += 2;
      continue;
    }
    merged.push(x);
    i++;
  }
  return merged;
}

const abbreviated = (x: Lexeme): boolean =>
  x.text.length <= 5 &&
  x.text !== 'may' &&
  x.hits.some((hit) => hit.name === 'MONTH' || hit.name === 'WEEKDAY' || hit.name === 'AMPM');

const join = (all: readonly Lexeme[], i: number, words: number, text: string, hits: readonly Hit[]): Lexeme =>
  lexeme(text, all[i].start, all[i + words - 1].end, all[i].word, hits);

function phraseAt(
  texts: readonly string[],
  i: number,
  vocabulary: Vocabulary,
): { words: number; text: string; hits: readonly Hit[] } | null {
  const candidates = vocabulary.phrases.get(texts[i]);
  if (candidates === undefined) return null;
  for (const { words, hit } of candidates) {
    if (words.every((word, k) => texts[i + k] === word))
      return { words: words.length, text: words.join('_'), hits: [hit] };
  }
  return null;
}

function numberAt(
  all: readonly Lexeme[],
  texts: readonly string[],
  i: number,
): { lexeme: Lexeme; words: number } | null {
  const x = all[i];
  if (x.hits === NONE) return null;
  const isDigits = x.hits.some((hit) => hit.name === 'NUM');
  if (!isDigits && !x.hits.some((hit) => hit.name === 'NUMWORD') && ordinalOf(texts[i]) === undefined) return null;
  let words = 1;
  let value: number;
  let hits: readonly Hit[] = x.hits;
  if (isDigits) {
    const features = x.hits.find((hit) => hit.name === 'NUM')?.features;
    value = Number(features?.count);
    if (texts[i + 1] === '½') {
      value += 0.5;
      words = 2;
    } else if (texts[i + 1] === '1' && texts[i + 2] === '/' && texts[i + 3] === '2') {
      value += 0.5;
      words = 4;
    } else if (texts[i + 1] === '-' && texts[i + 2] === '1' && texts[i + 3] === '/' && texts[i + 4] === '2') {
      value += 0.5;
      words = 5;
    } else if (texts[i + 1] === 'million' || texts[i + 1] === 'billion' || texts[i + 1] === 'thousand') {
      value *= texts[i + 1] === 'million' ? 1e6 : texts[i + 1] === 'billion' ? 1e9 : 1000;
      words = 2;
    } else return null;
    hits = [{ name: 'NUM', features: { count: value } }];
  } else {
    const number = readNumber(texts, i);
    if (number === null) return null;
    if (number.ordinal) {
      if (number.words === 1) return null;
      return { lexeme: join(all, i, number.words, '#', ordinalHits(number.value)), words: number.words };
    }
    value = number.value;
    words = number.words;
    if (number.year) {
      return {
        lexeme: join(all, i, words, '#', [
          { name: 'YEAR', features: { year: value } },
          { name: 'PLAINYEAR', features: { year: value } },
        ]),
        words,
      };
    }
    const list: Hit[] = [
      { name: 'NUM', features: { count: value } },
      { name: 'SPELLED', features: {} },
    ];
    if (value >= 1 && value <= 12 && words === 1) list.push({ name: 'HOURWORD', features: { hour: value, minute: 0 } });
    if (value >= 1900 && value < 2100) list.push({ name: 'WORDYEAR', features: { year: value } });
    hits = list;
  }
  const half = texts[i + words] === 'and' && (texts[i + words + 1] === 'half' || texts[i + words + 2] === 'half');
  if (half) {
    const more = texts[i + words + 1] === 'half' ? 2 : texts[i + words + 1] === 'a' ? 3 : 0;
    if (more > 0) {
      words += more;
      hits = [{ name: 'NUM', features: { count: value + 0.5 } }];
    }
  }
  return { lexeme: join(all, i, words, '#', hits), words };
}
