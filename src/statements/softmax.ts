// Softmax regression over hashed features and the vectors of a few words (Berger, Della Pietra, Della Pietra 1996): the learned readers of the later stages.

import { readFileSync } from 'node:fs';
import type { Features } from './features.js';
import { placeOf, type Table, tableOf } from './model.js';

/** Numbers of a word's vector. */
export const VECTOR = 100;

export interface Softmax {
  readonly table: Table;
  /** How many classes there are. */
  readonly width: number;
  /** By slot, number of the vector, class. */
  readonly dense: Float32Array;
}

/** What the file beside the weights says of their shape. */
export interface SoftmaxShape {
  readonly bits: number;
  readonly count: number;
  readonly largest: number;
}

/** Reads `models/NAME.json` and `models/NAME.bin`. */
export function softmaxNamed(name: string, width: number, slots: number): Softmax {
  const file = (end: string): URL => new URL(`../../../models/${name}.${end}`, import.meta.url);
  const shape = JSON.parse(readFileSync(file('json'), 'utf8')) as SoftmaxShape;
  return readSoftmax(shape, readFileSync(file('bin')), width, slots);
}

/** Reads a model: the bits of its known features, the numbers of the vectors' weights, the features' weights. */
function readSoftmax({ bits, count, largest }: SoftmaxShape, bytes: Uint8Array, width: number, slots: number): Softmax {
  const copy = new Uint8Array(bytes);
  const size = 1 << (bits - 3);
  const dense = slots * VECTOR * width;
  const known = new Uint32Array(copy.slice(0, size).buffer);
  const weights = new Int8Array(copy.buffer, size + dense * 4, count * width);
  return {
    table: tableOf(bits, width, known, weights, largest),
    width,
    dense: new Float32Array(copy.slice(size, size + dense * 4).buffer),
  };
}

/** The chance of each class; they add up to 1. */
export function chancesOf(
  { table, width, dense }: Softmax,
  f: Features,
  vectors: readonly (Float32Array | null)[],
): Float64Array {
  const sums = new Float64Array(width);
  const { weights, worth } = table;
  for (let i = 0; i < f.count; i++) {
    const at = placeOf(table, f.data[i]);
    if (at === 0) continue;
    for (let k = 0; k < width; k++) sums[k] += worth[weights[at + k] + 128];
  }
  for (let slot = 0; slot < vectors.length; slot++) {
    const vector = vectors[slot];
    if (vector === null) continue;
    let at = slot * VECTOR * width;
    for (let i = 0; i < VECTOR; i++) {
      const x = vector[i];
      for (let k = 0; k < width; k++) sums[k] += x * dense[at++];
    }
  }
  let top = sums[0];
  for (const sum of sums) if (sum > top) top = sum;
  let whole = 0;
  for (let k = 0; k < width; k++) {
    sums[k] = Math.exp(sums[k] - top);
    whole += sums[k];
  }
  for (let k = 0; k < width; k++) sums[k] /= whole;
  return sums;
}
