// Loads models/language.bin: a header in JSON, then the numbers. training/export.py writes it.

import { ChanceryError } from '../errors.js';
import { fnv, VECTOR_SALT } from './features.js';
import { modelFile } from './file.js';

/** One array of the file. */
export type Numbers = Int8Array | Int16Array | Int32Array | Float32Array;

/** The trained network and its word lists. */
export interface Weights {
  readonly width: number;
  readonly layers: number;
  readonly arc: number;
  readonly lab: number;
  /** Is the whole word looked up as it is written? */
  readonly cased: boolean;
  readonly tensor: ReadonlyMap<string, Numbers>;
  readonly shape: ReadonlyMap<string, readonly number[]>;
  /** upos, xpos, feats of each class. */
  readonly tags: readonly (readonly [string, string, string])[];
  readonly rels: readonly string[];
  readonly names: readonly string[];
  /** Row of a known word. */
  readonly known: ReadonlyMap<string, number>;
  /** Row of a frequent word's vector, from 1; see vectorReader. */
  readonly vectorWords: ReadonlyMap<string, number>;
  /** Words with a table of their own in `posword`, in its order. */
  readonly several: readonly string[];
  readonly lemmas: string;
  readonly odd: string;
}

const TYPES = { i8: Int8Array, i16: Int16Array, i32: Int32Array, f32: Float32Array } as const;

interface Header {
  readonly tensors: Readonly<Record<string, { type: 'i8' | 'i16' | 'i32' | 'f32'; shape: number[]; at: number }>>;
  readonly args: { width: number; layers: number; arc: number; lab: number; cased?: boolean };
  readonly tags: string[];
  readonly rels: string[];
  readonly names: string[];
  readonly known: string;
  readonly vecwords: string;
  readonly several?: string[];
  readonly lemmas: string;
  readonly odd: string;
}

function rowsOf(list: string): Map<string, number> {
  const map = new Map<string, number>();
  let n = 1;
  for (const w of list.split('\n')) map.set(w, n++);
  return map;
}

/** Reads the bytes of a model file. */
export function readWeights(bytes: Uint8Array): Weights {
  const aligned = bytes.byteOffset % 16 === 0 ? bytes : bytes.slice();
  if (String.fromCharCode(...aligned.subarray(0, 4)) !== 'CHLM') throw new ChanceryError('E071', null);
  const size = new DataView(aligned.buffer, aligned.byteOffset).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(aligned.subarray(8, 8 + size))) as Header;
  const base = aligned.byteOffset + 8 + size;
  const tensor = new Map<string, Numbers>();
  const shape = new Map<string, readonly number[]>();
  for (const [name, t] of Object.entries(header.tensors)) {
    const n = t.shape.reduce((a, b) => a * b, 1);
    tensor.set(name, new TYPES[t.type](aligned.buffer as ArrayBuffer, base + t.at, n));
    shape.set(name, t.shape);
  }
  return {
    ...header.args,
    cased: header.args.cased ?? false,
    tensor,
    shape,
    tags: header.tags.map((t) => t.split('\t') as [string, string, string]),
    rels: header.rels,
    names: header.names,
    known: rowsOf(header.known),
    vectorWords: rowsOf(header.vecwords),
    several: header.several ?? [],
    lemmas: header.lemmas,
    odd: header.odd,
  };
}

/** How many numbers a word vector has. */
export const VECTOR_SIZE = 100;

/** Writes the vector of a word in small letters to `to[at]` and after; false where it has none. */
export type VectorReader = (word: string, to: Float32Array, at: number) => boolean;

/** Frequent words have 8 bits a number and stand in a list; rarer ones have 4, and are known by the hash of the word alone, in order. */
export function vectorReader(w: Weights): VectorReader {
  const get = (name: string): Numbers => w.tensor.get(name) ?? new Int8Array();
  const [fine, fineScale, hashes, rare, rareScale] = [
    get('vectors'),
    get('vectors.scale'),
    get('rare.hash'),
    get('rare'),
    get('rare.scale'),
  ];
  return (word, to, at) => {
    const row = w.vectorWords.get(word);
    if (row !== undefined) {
      const s = fineScale[row - 1];
      const from = (row - 1) * VECTOR_SIZE;
      for (let i = 0; i < VECTOR_SIZE; i++) to[at + i] = fine[from + i] * s;
      return true;
    }
    const place = placeOf(word, hashes);
    if (place < 0) return false;
    const s = rareScale[place];
    const from = (place * VECTOR_SIZE) / 2;
    for (let i = 0; i < VECTOR_SIZE / 2; i++) {
      const pair = rare[from + i];
      to[at + 2 * i] = ((pair << 28) >> 28) * s;
      to[at + 2 * i + 1] = (pair >> 4) * s;
    }
    return true;
  };
}

/** The place of a word's hash among hashes in order, or -1. */
function placeOf(word: string, hashes: Numbers): number {
  const hash = fnv(word, VECTOR_SALT) - 2 ** 31;
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hashes[middle] < hash) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === hash ? low : -1;
}

/** Has a word in small letters a vector? */
export function hasVector(w: Weights, word: string): boolean {
  return w.vectorWords.has(word) || placeOf(word, w.tensor.get('rare.hash') ?? new Int32Array()) >= 0;
}

let loaded: Weights | null = null;

/** The shipped weights, read once. */
export function weights(): Weights {
  loaded ??= readWeights(modelFile('language.bin'));
  return loaded;
}

/** Takes weights from elsewhere; for browsers, where no file can be read. */
export function setWeights(source: Weights): void {
  loaded = source;
}
