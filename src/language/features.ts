// From the form of a word to the rows of the embedding tables. training/features.py does the same, to the letter.
// Hashed embeddings of affixes and shape: Honnibal's MultiHashEmbed (spaCy).

/** How many hashed tables there are: suffix of 2, 3, 4 letters, prefix of 2, 3 letters, whole word, shape. Row 0 is "nothing here". */
export const HASHED = 7;

/** Salt of the hash that stands for a rarer word with a vector. */
export const VECTOR_SALT = 77;

const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;
const RUN = /\ufffd+/g;
const ODD = /[\u2018\u2019\u201b\u2032\u201c-\u201f\u00ab\u00bb\u2033\u2010-\u2015\u2026]/g;
const PLAIN: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2033': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2026': '.',
};

/** Typographic quotes, dashes and characters beyond the basic plane made plain. */
export function plain(form: string): string {
  let p = form;
  for (let i = 0; i < form.length; i++) {
    if (form.charCodeAt(i) > 127) {
      p = form
        .replace(ASTRAL, '\ufffd')
        .replace(RUN, '\ufffd')
        .replace(ODD, (c) => PLAIN[c] ?? c);
      break;
    }
  }
  if (p === '``' || p === "''") return '"';
  if (p === '--' || p === '---') return '-';
  return p;
}

/** The key of the table of known words: lower case, digits as 0. `p` is a plain form. */
export function norm(p: string): string {
  return p.toLowerCase().replace(/[0-9]/g, '0');
}

/** FNV-1a over UTF-16 units, salted with the table's number. */
export function fnv(text: string, salt: number): number {
  let h = (2166136261 ^ salt) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  return (h ^ (h >>> 15)) >>> 0;
}

/** Letters as x or X, digits as d, all else as it is; runs of the same kind are cut to three. @example shape('U.S.') // "X.X." */
export function shape(p: string): string {
  let out = '';
  let last = '';
  let run = 0;
  const n = Math.min(p.length, 60);
  for (let i = 0; i < n; i++) {
    const c = p[i];
    let k = c;
    if (c >= 'a' && c <= 'z') k = 'x';
    else if (c >= 'A' && c <= 'Z') k = 'X';
    else if (c >= '0' && c <= '9') k = 'd';
    else if (c > '\x7f') k = c !== c.toUpperCase() ? 'x' : c !== c.toLowerCase() ? 'X' : c;
    if (k === last) run++;
    else {
      run = 1;
      last = k;
    }
    if (run <= 3) out += k;
  }
  return out;
}

const LETTER = /^\p{L}/u;

/** How a sentence is written: 1 all in capitals, 2 Words With Capitals, 3 no capitals at all, 0 otherwise. */
export function mode(forms: readonly string[]): number {
  let words = 0;
  let long = 0;
  let high = 0;
  let lower = false;
  let upper = false;
  for (const form of forms) {
    const c = form.charCodeAt(0);
    const small = c >= 97 && c <= 122;
    const capital = c >= 65 && c <= 90;
    if (!small && !capital && (c < 128 || !LETTER.test(form))) continue;
    words++;
    if (!lower && (small || form !== form.toUpperCase())) lower = true;
    if (!upper && (capital || form !== form.toLowerCase())) upper = true;
    if (form.length > 3) {
      long++;
      if (capital || (!small && form[0] !== form[0].toLowerCase())) high++;
    }
  }
  if (words < 2) return 0;
  if (!lower) return 1;
  if (!upper) return words > 3 ? 3 : 0;
  return long > 3 && high * 10 >= long * 9 ? 2 : 0;
}

/**
 * The rows in the hashed tables for a plain form and its norm. Where the sentence's way of writing (see `mode`) says nothing of a
 * word, its shape is marked with that way. `sizes`: the tables' rows; `cased`: does the model tell "Polish" from "polish"?
 */
export function rows(p: string, low: string, how: number, sizes: readonly number[], cased: boolean): number[] {
  const n = low.length;
  const parts = [
    low.slice(-2),
    n > 2 ? low.slice(-3) : null,
    n > 3 ? low.slice(-4) : null,
    low.slice(0, 2),
    n > 2 ? low.slice(0, 3) : null,
    (cased && how === 0 ? p.replace(/[0-9]/g, '0') : low).slice(0, 40),
    how === 0 ? shape(p) : `^${how}${shape(p)}`,
  ];
  return parts.map((part, i) => (part === null ? 0 : 1 + (fnv(part, i) % (sizes[i] - 1))));
}
