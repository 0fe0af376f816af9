// Loads models/language.bin: a header in JSON, then the numbers. training/export.py writes it.

import { ChanceryError } from '../errors.js';
import { modelFile } from './file.js';

/** One array of the file. */
export type Numbers = Int8Array | Int16Array | Float32Array;

/** The trained network and its word lists. */
export interface Weights {
  readonly width: number;
  readonly layers: number;
  readonly arc: number;
  readonly lab: number;
  readonly tensor: ReadonlyMap<string, Numbers>;
  readonly shape: ReadonlyMap<string, readonly number[]>;
  /** upos, xpos, feats of each class. */
  readonly tags: readonly (readonly [string, string, string])[];
  readonly rels: readonly string[];
  readonly names: readonly string[];
  /** Row of a known word. */
  readonly known: ReadonlyMap<string, number>;
  /** Row of a word's vector, from 1. */
  readonly vectorWords: ReadonlyMap<string, number>;
  readonly lemmas: string;
  readonly odd: string;
}

interface Header {
  readonly tensors: Readonly<Record<string, { type: 'i8' | 'i16' | 'f32'; shape: number[]; at: number }>>;
  readonly args: { width: number; layers: number; arc: number; lab: number };
  readonly tags: string[];
  readonly rels: string[];
  readonly names: string[];
  readonly known: string;
  readonly vecwords: string;
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
    const Type = t.type === 'i8' ? Int8Array : t.type === 'i16' ? Int16Array : Float32Array;
    tensor.set(name, new Type(aligned.buffer as ArrayBuffer, base + t.at, n));
    shape.set(name, t.shape);
  }
  return {
    ...header.args,
    tensor,
    shape,
    tags: header.tags.map((t) => t.split('\t') as [string, string, string]),
    rels: header.rels,
    names: header.names,
    known: rowsOf(header.known),
    vectorWords: rowsOf(header.vecwords),
    lemmas: header.lemmas,
    odd: header.odd,
  };
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
