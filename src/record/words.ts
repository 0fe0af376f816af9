// How wording is compared: content words, their overlap, and minimum hashes of word n-grams (A. Broder, "On the resemblance and containment
// of documents", 1997).

/** Words that carry no matter. */
const EMPTY = new Set(
  (
    'a an the and or but of to in on at by for from with as is are was were be been being it its he his she her they their them this that these those ' +
    'which who whom whose what when where while has have had do does did will would could should may might can must not no nor than then there here ' +
    'said say says told also after before over under into about against between during since until up out off more most other some any all both each ' +
    'one two new mr mrs ms u.s us we our you your i my me if so very just only still'
  ).split(' '),
);

const WORD = /[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu;
/** The same of a text in ASCII, found several times as fast. */
const PLAIN_WORD = /[A-Za-z0-9]+(?:[.'-][A-Za-z0-9]+)*/g;

/** True when every character is one of ASCII: then a plain expression finds the same as one with classes of Unicode. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
export const isPlain = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/** The words of a text, lower-cased, in order. */
export function wordsOf(text: string): string[] {
  return (text.match(isPlain(text) ? PLAIN_WORD : WORD) ?? []).map(lowered);
}

function lowered(word: string): string {
  const low = word.toLowerCase();
  return low.endsWith("'s") || low.endsWith('’s') ? low.slice(0, -2) : low;
}

/** Content words, sorted, once each, as stems. */
export function contentWords(text: string): string[] {
  const found = new Set<string>();
  for (const word of text.match(isPlain(text) ? PLAIN_WORD : WORD) ?? []) {
    const content = contentOf(word);
    if (content !== '') found.add(content);
  }
  return [...found].sort();
}

const contents = new Map<string, string>();

/** The stem of a word as a text has it; empty when it carries no matter. */
function contentOf(word: string): string {
  const known = contents.get(word);
  if (known !== undefined) return known;
  const low = lowered(word);
  const content = EMPTY.has(low) || low.length < 2 ? '' : stem(low);
  if (word.length <= COPIED) {
    if (contents.size >= KEPT) contents.clear();
    contents.set(word, content);
  }
  return content;
}

const stems = new Map<string, string>();
const KEPT = 16_384;
/** Longer words are not kept: V8 does not copy a piece of a text of this many characters or more, so that the piece would hold the text. */
const COPIED = 12;

/** A word without its endings, so that "tankers" meets "tanker", "closed" "close", "banned" "ban" and "Iranian" "Iran". No dictionary form. */
export function stem(word: string): string {
  if (word.length > COPIED) return stemOf(word);
  let found = stems.get(word);
  if (found === undefined) {
    found = stemOf(word);
    if (stems.size >= KEPT) stems.clear();
    stems.set(word, found);
  }
  return found;
}

function stemOf(word: string): string {
  return (word.length > 3 ? cut(word) : word)
    .replace(/(?<=.{4})(?:ian|ia|an|a|ese)$/, '')
    .replace(/(?<=..)e$/, '')
    .replace(/([bcdfgklmnprtvz])\1$/, '$1')
    .replace(/(?<=..)y$/, 'i');
}

function cut(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 5 && word.endsWith('ing')) return word.slice(0, -3);
  if (word.length > 4 && word.endsWith('ed')) return word.slice(0, -2);
  if (word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}

/** Share of the smaller list that stands in the larger: 0 to 1. Both lists sorted. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  return shared(a, b) / Math.min(a.length, b.length);
}

/** Jaccard resemblance of two sorted lists: 0 to 1. */
export function resemblance(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return 0;
  const both = shared(a, b);
  return both / (a.length + b.length - both);
}

function shared(a: readonly string[], b: readonly string[]): number {
  let i = 0;
  let j = 0;
  let count = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      count++;
      i++;
      j++;
    } else if (a[i] < b[j]) i++;
    else j++;
  }
  return count;
}

export const HASHES = 64;
const MULTIPLIERS = Int32Array.from({ length: HASHES }, (_, i) => Math.imul(i + 1, 0x9e3779b1) | 1);

/** 64 minimum hashes of the word 4-grams of a text; all ones (4294967295) for a text of fewer than four words. */
export function signature(text: string): number[] {
  const words = wordsOf(text);
  const grams = new Int32Array(Math.max(0, words.length - 3));
  for (let i = 0; i < grams.length; i++) {
    let gram = SEED;
    for (let j = i; j < i + 4; j++) {
      if (j > i) gram = Math.imul(gram ^ SPACE, PRIME);
      gram = hashOn(gram, words[j]);
    }
    grams[i] = gram;
  }
  return leastOf(grams, HASHES);
}

/** The least of each of `count` (64 at most) hashes over the items; all ones when there are none. The order of the items does not matter. */
export function leastHashes(items: readonly string[], count: number): number[] {
  const hashes = new Int32Array(items.length);
  for (let i = 0; i < items.length; i++) hashes[i] = hashOn(SEED, items[i]);
  return leastOf(hashes, count);
}

/** Signed numbers all along, turned by their highest bit so that they keep the order of unsigned ones: the loop runs in registers. */
function leastOf(hashes: Int32Array, count: number): number[] {
  const least: number[] = [];
  for (let k = 0; k < count; k++) {
    const by = MULTIPLIERS[k];
    let low = 0x7fffffff;
    for (let i = 0; i < hashes.length; i++) {
      let value = Math.imul(hashes[i] ^ by, 0x85ebca6b);
      value ^= value >>> 13;
      value = Math.imul(value, 0xc2b2ae35) ^ (value >>> 16);
      value ^= 0x80000000;
      if (value < low) low = value;
    }
    least.push((low ^ 0x80000000) >>> 0);
  }
  return least;
}

/** Estimated resemblance of two texts by their signatures: 0 to 1. */
export function signatureResemblance(a: readonly number[], b: readonly number[]): number {
  let same = 0;
  for (let k = 0; k < HASHES; k++) if (a[k] === b[k] && a[k] !== 0xffffffff) same++;
  return same / HASHES;
}

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const SPACE = 32;

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  return hashOn(SEED, text) >>> 0;
}

function hashOn(begun: number, text: string): number {
  let value = begun;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), PRIME);
  return value;
}

/** Two FNV-1a hashes as one whole number below 2^53: exact in a double and in a column of any database. */
export function hash53(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 15);
  }
  return (low >>> 0) * 0x200000 + (high >>> 11);
}
