// The door of the language core: from text to sentences with words, tags, trees and names.

import type { Block, Span } from '../records.js';
import { bestTree, nameDecoder } from './decode.js';
import { Kept, own } from './kept.js';
import { type Lemmatise, lemmatiser } from './lemma.js';
import { mendTree } from './mend.js';
import { wholeNames } from './names.js';
import { type Network, network, PIECE } from './network.js';
import { changed, type Name, NO_NAMES, type Sentence } from './sentence.js';
import { raisesAfterCountries, sentenceEnds } from './sentences.js';
import { tokenize, type Words } from './tokens.js';
import { readWeights, setWeights, type Weights, weights } from './weights.js';

export { annotateConllu, fromConllu, toConllu } from './conllu.js';
export { Kept, own } from './kept.js';
export { type Change, changed, type Name, type Sentence } from './sentence.js';
export { child, children, isUnder, relation, spanOf, subtree, wordAt } from './tree.js';
export { similarity, vectorOf } from './vectors.js';

interface Engine {
  readonly weights: Weights;
  readonly network: Network;
  readonly lemma: Lemmatise;
  readonly names: ReturnType<typeof nameDecoder>;
}

let engine: Engine | null = null;

function engineOf(): Engine {
  if (!engine) {
    const w = weights();
    engine = { weights: w, network: network(w), lemma: lemmatiser(w), names: nameDecoder(w.names) };
  }
  return engine;
}

/**
 * Takes the model from its bytes. Only for browsers: in Node the model that comes with the package is read by itself.
 * @example useModel(new Uint8Array(await (await fetch('language.bin')).arrayBuffer()))
 */
export function useModel(bytes: Uint8Array): void {
  setWeights(readWeights(bytes));
  engine = null;
}

/**
 * Reads a text: splits it into sentences and words, tags them, parses them, finds names.
 * With `blocks` only those whose kind is in `read` give sentences, and a sentence never crosses a block; without, the text is one
 * block. Line ends mean nothing, blank lines end a sentence. Any text will do; offsets are exact, and each sentence has one root.
 * @example
 * const [s] = parse('Arland warned Borduria on Monday.')
 * s.form // ["Arland", "warned", "Borduria", "on", "Monday", "."]
 * s.head // Int32Array [1, -1, 1, 4, 1, 1]
 * s.names // [{ type: "LOC", first: 0, end: 1 }, { type: "LOC", first: 2, end: 3 }]
 */
export function parse(
  text: string,
  blocks: readonly Block[] = [{ kind: 'paragraph', span: [0, text.length] }],
  read: ReadonlySet<Block['kind']> = new Set(blocks.map((b) => b.kind)),
): Sentence[] {
  const raws: Raw[] = [];
  const raised = raisesAfterCountries(text);
  for (let b = 0; b < blocks.length; b++) {
    if (!read.has(blocks[b].kind)) continue;
    const words: Words = { starts: [], ends: [] };
    tokenize(text, blocks[b].span[0], blocks[b].span[1], words);
    let from = 0;
    for (const to of sentenceEnds(text, words, 0, words.starts.length, raised)) {
      const start = Int32Array.from(words.starts.slice(from, to));
      const end = Int32Array.from(words.ends.slice(from, to));
      const form: string[] = [];
      for (let i = from; i < to; i++) form.push(wordOf(text.slice(words.starts[i], words.ends[i])));
      raws.push({ form, start, end, block: b });
      from = to;
    }
  }
  return analyse(raws).map(mendTree);
}

/** Words of texts, each once: what is kept by word is found sooner when equal words are one string, and that string holds no text. */
const spoken = new Kept<string>(8192);

function wordOf(form: string): string {
  const known = spoken.get(form);
  if (known !== undefined) return known;
  const word = own(form);
  if (word.length <= 40) spoken.set(word, word);
  return word;
}

/**
 * Parses sentences that are already split into words. Offsets point into the words joined by single spaces, sentences by line ends.
 * @example parseWords([['He', 'left', '.']])[0].head // Int32Array [1, -1, 1]
 */
export function parseWords(sentences: readonly (readonly string[])[]): Sentence[] {
  let at = 0;
  const raws = sentences.map((form): Raw => {
    const start = new Int32Array(form.length);
    const end = new Int32Array(form.length);
    for (let i = 0; i < form.length; i++) {
      start[i] = at;
      end[i] = at + form[i].length;
      at = end[i] + 1;
    }
    return { form: [...form], start, end, block: 0 };
  });
  return analyse(raws);
}

/** Addresses, file names and marks without a letter are no names, whatever the network says. */
function isName(form: readonly string[], first: number, end: number): boolean {
  if (end - first > 1) return true;
  const word = form[first];
  return /\p{L}/u.test(word) && !/[@#_]|\/\/|\.(?:pdf|docx?|xlsx?|html?|txt|jpg)$/i.test(word);
}

/** Longer rows of marks than this, without a letter or a figure, are no language. */
const MARKS = 20;

/** A row of marks: each hangs on the first. */
function marksOnly({ form, start, end, block }: Raw, index: number): Sentence {
  const n = form.length;
  const all = (value: string): string[] => new Array<string>(n).fill(value);
  const head = new Int32Array(n);
  head[0] = -1;
  const deprel = all('punct');
  deprel[0] = 'root';
  const span: Span = [start[0], end[n - 1]];
  const lemma = [...form];
  return {
    index,
    span,
    block,
    size: n,
    start,
    end,
    form,
    lemma,
    upos: all('PUNCT'),
    xpos: all('NFP'),
    feats: all('_'),
    head,
    deprel,
    names: NO_NAMES,
  };
}

/** A sentence of which only the words are known. */
interface Raw {
  readonly form: readonly string[];
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly block: number;
}

/** What is found out of a sentence, word by word. */
interface Found {
  readonly lemma: string[];
  readonly upos: string[];
  readonly xpos: string[];
  readonly feats: string[];
  readonly head: Int32Array;
  readonly deprel: string[];
  readonly names: Name[];
  /** The root, -1 as long as there is none. */
  top: number;
}

/**
 * Sentences are read together until they have so many words: the network's weights are larger than a processor's nearest memory, and pass
 * through it once for all of them.
 */
const TOGETHER = 64;

/** Sentences in their order. */
function analyse(raws: readonly Raw[]): Sentence[] {
  const { network: net } = engineOf();
  const sentences: Sentence[] = [];
  for (let i = 0; i < raws.length; ) {
    const group: Raw[] = [];
    let words = 0;
    for (; i < raws.length && words < TOGETHER && fits(raws[i], PIECE - words); i++) {
      group.push(raws[i]);
      words += raws[i].form.length;
    }
    if (group.length > 0) {
      net.read(group.map((raw) => raw.form));
      for (let k = 0; k < group.length; k++) {
        const found = nothingYet(group[k]);
        net.turn(k);
        take(found, group[k].form, 0, group[k].form.length);
        sentences.push(sentenceOf(group[k], found, sentences.length));
      }
    } else if (isMarks(raws[i])) sentences.push(marksOnly(raws[i++], sentences.length));
    else sentences.push(inPieces(raws[i++], sentences.length));
  }
  return sentences;
}

const isMarks = ({ form }: Raw): boolean => form.length > MARKS && !form.some((word) => /[\p{L}\p{N}]/u.test(word));

const fits = (raw: Raw, room: number): boolean => raw.form.length > 0 && raw.form.length <= room && !isMarks(raw);

const nothingYet = ({ form }: Raw): Found => ({
  lemma: [],
  upos: [],
  xpos: [],
  feats: [],
  head: new Int32Array(form.length),
  deprel: [],
  names: [],
  top: -1,
});

/** A sentence of more words than the network reads at a time, or of none. */
function inPieces(raw: Raw, index: number): Sentence {
  const { network: net } = engineOf();
  const found = nothingYet(raw);
  for (let from = 0; from < raw.form.length; from += PIECE) {
    const piece = raw.form.slice(from, from + PIECE);
    net.read([piece]);
    net.turn(0);
    take(found, raw.form, from, piece.length);
  }
  return sentenceOf(raw, found, index);
}

/** Takes over what the network says of the `m` words from `from` on. */
function take(found: Found, form: readonly string[], from: number, m: number): void {
  const { weights: w, network: net, lemma: lemmatise, names: decode } = engineOf();
  const { lemma, upos, xpos, feats, head, deprel, names } = found;
  const path = decode(net.name, m, net.nameWidth);
  for (let i = 0, first = 0; i < m; i++) {
    const tag = w.names[path[i]];
    if (tag[0] === 'B' || tag[0] === 'S') first = i;
    if ((tag[0] === 'E' || tag[0] === 'S') && isName(form, from + first, from + i + 1))
      names.push({ type: tag.slice(2) as Name['type'], first: from + first, end: from + i + 1 });
  }
  const heads = bestTree(net.arc, m, net.arcWidth());
  const labels = net.labels(heads, m);
  for (let i = 0; i < m; i++) {
    const tag = w.tags[net.tag[i]];
    upos.push(tag[0]);
    xpos.push(tag[1]);
    feats.push(tag[2]);
    lemma.push(lemmatise(form[from + i], tag[1], from + i));
    if (heads[i] >= 0) {
      head[from + i] = from + heads[i];
      const rel = w.rels[labels[i]];
      deprel.push(rel === 'root' ? 'dep' : rel);
    } else {
      // The root of a later piece hangs on the root of the first.
      head[from + i] = found.top;
      deprel.push(found.top < 0 ? 'root' : 'parataxis');
      if (found.top < 0) found.top = from + i;
    }
  }
}

function sentenceOf({ form, start, end, block }: Raw, found: Found, index: number): Sentence {
  const n = form.length;
  const { lemma, upos, xpos, feats, head, deprel, names } = found;
  const span: Span = [n > 0 ? start[0] : 0, n > 0 ? end[n - 1] : 0];
  const sentence = { index, span, block, size: n, start, end, form, lemma, upos, xpos, feats, head, deprel, names };
  return changed(sentence, { names: wholeNames(sentence) });
}
