// One sentence made ready for the statements model: hashes of its words, depths, edges of subtrees, quotations.
// Everything is an integer, so that features are made without building strings.

import type { Sentence } from '../language/index.js';
import type { Quote } from './quotes.js';
import { type SpeechTable, speechTable, speechVerb } from './speech.js';

/** All arrays have one entry a word. */
export interface View {
  readonly sentence: Sentence;
  readonly size: number;
  /** Hash of the word in lower case. */
  readonly form: Int32Array;
  readonly lemma: Int32Array;
  readonly upos: Int32Array;
  readonly xpos: Int32Array;
  /** Hash of the relation with its subtype. */
  readonly deprel: Int32Array;
  readonly head: Int32Array;
  /** Steps to the root. */
  readonly depth: Int32Array;
  /** First and last word of the subtree. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Hash of the class in the table of speech, 0 when it has none. */
  readonly speech: Int32Array;
  /** Hash of the name type, 0 outside names. */
  readonly name: Int32Array;
  /** Index of the outermost quotation that the word stands in (marks included), -1 outside. */
  readonly quote: Int32Array;
  /** 1 in a quotation that is a phrase of the sentence rather than speech of its own ("immediately responded"). */
  readonly scare: Uint8Array;
  /** A quotation ends right before the sentence. */
  readonly closes: boolean;
  /** A quotation begins right behind the sentence. */
  readonly opens: boolean;
  /** True in a headline. */
  readonly headline: boolean;
}

/** FNV-1a of a string, as a signed 32-bit integer. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Two integers into one. 32 bits all along, so that nothing becomes a number with a fraction on the way. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (((b | 0) + 0x9e3779b9 + (a << 6) + (a >>> 2)) | 0), 0x85ebca6b);
  h ^= h >>> 13;
  return Math.imul(h, 0xc2b2ae35) | 0;
}

const NAME: Record<string, number> = { PER: hash('PER'), LOC: hash('LOC'), ORG: hash('ORG') };

/** The longest quotation that is only a phrase. */
const PHRASE = 6;

/** How far a quotation may end before a sentence, or begin behind it. */
const NEAR = 3;

/** Makes a sentence ready. `quotes` are the outermost quotations of the dispatch in order. */
export function viewOf(sentence: Sentence, quotes: readonly Quote[], headline: boolean): View {
  const n = sentence.size;
  const table = speechTable();
  // One piece of memory for all of them: ten small ones cost the collector more than what stands in them.
  const memory = new ArrayBuffer(n * 4 * 11);
  let taken = 0;
  const ints = (): Int32Array => new Int32Array(memory, 4 * n * taken++, n);
  const view = {
    sentence,
    size: n,
    form: ints(),
    lemma: ints(),
    upos: ints(),
    xpos: ints(),
    deprel: ints(),
    head: sentence.head,
    depth: ints().fill(-1),
    left: ints(),
    right: ints(),
    speech: ints(),
    name: ints(),
    quote: ints().fill(-1),
    scare: new Uint8Array(n),
    closes: endsBefore(quotes, sentence.span[0]),
    opens: beginsBehind(quotes, sentence.span[1]),
    headline,
  };
  for (let i = 0; i < n; i++) {
    view.form[i] = hash(sentence.form[i].toLowerCase());
    view.lemma[i] = hash(sentence.lemma[i]);
    view.upos[i] = hash(sentence.upos[i]);
    view.xpos[i] = hash(sentence.xpos[i]);
    view.deprel[i] = hash(sentence.deprel[i]);
    view.speech[i] = speechClass(table, sentence, i);
    view.left[i] = i;
    view.right[i] = i;
  }
  measure(sentence, view.depth, view.left, view.right);
  for (const name of sentence.names) for (let i = name.first; i < name.end; i++) view.name[i] = NAME[name.type];
  markQuotes(sentence, quotes, view.quote);
  markScare(view.quote, view.scare);
  return view;
}

function speechClass(table: SpeechTable, s: Sentence, i: number): number {
  const verb = s.upos[i] === 'VERB' || s.upos[i] === 'AUX';
  const found = verb ? speechVerb(s, i) : table.words.get(s.lemma[i].toLowerCase());
  return found === undefined ? 0 : hash(found.class);
}

/** Depths and edges: a word's depth is known once its head's is; edges are then handed up from the deepest. */
function measure(s: Sentence, depth: Int32Array, left: Int32Array, right: Int32Array): void {
  const order: number[] = [];
  const path: number[] = [];
  for (let i = 0; i < s.size; i++) {
    let w = i;
    for (; w >= 0 && depth[w] < 0; w = s.head[w]) path.push(w);
    let d = w < 0 ? -1 : depth[w];
    while (path.length > 0) {
      const word = path.pop()!;
      depth[word] = ++d;
      order.push(word);
    }
  }
  order.sort((a, b) => depth[b] - depth[a]);
  for (const word of order) {
    const parent = s.head[word];
    if (parent < 0) continue;
    if (left[word] < left[parent]) left[parent] = left[word];
    if (right[word] > right[parent]) right[parent] = right[word];
  }
}

/** Quotations of at most PHRASE words, marks included, that do not fill the sentence. */
function markScare(quote: Int32Array, scare: Uint8Array): void {
  for (let i = 0; i < quote.length; ) {
    let j = i + 1;
    while (j < quote.length && quote[j] === quote[i]) j++;
    if (quote[i] >= 0 && j - i <= PHRASE && j - i + 2 < quote.length) scare.fill(1, i, j);
    i = j;
  }
}

function endsBefore(quotes: readonly Quote[], at: number): boolean {
  const q = firstEndingAfter(quotes, at - NEAR);
  return q < quotes.length && quotes[q].span[1] <= at;
}

function beginsBehind(quotes: readonly Quote[], at: number): boolean {
  const q = firstEndingAfter(quotes, at);
  return q < quotes.length && quotes[q].span[0] >= at && quotes[q].span[0] <= at + NEAR;
}

/** Index of the first quotation that ends behind `at`. Binary search. */
function firstEndingAfter(quotes: readonly Quote[], at: number): number {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotes[middle].span[1] <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function markQuotes(s: Sentence, quotes: readonly Quote[], into: Int32Array): void {
  let q = firstEndingAfter(quotes, s.span[0]);
  for (let i = 0; i < s.size; i++) {
    while (q < quotes.length && quotes[q].span[1] <= s.start[i]) q++;
    if (q < quotes.length && s.start[i] >= quotes[q].span[0]) into[i] = q;
  }
}
