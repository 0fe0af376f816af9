// The learned reader's weights: how likely it is that a word makes a commitment, and of which kind. Softmax regression over hashed features and the vectors
// of a few words (Berger, Della Pietra, Della Pietra 1996); trained by training/commitments.ts on the passages of eval/corpus/tune.

import { readFileSync } from 'node:fs';
import type { Commitment } from '../../records.js';
import { features, placeOf, type Table, tableOf } from '../../statements/index.js';
import { commitmentFeatures, SLOTS, slotsOf } from './features.js';
import type { Scene } from './scene.js';

/** What a word may make, in the order of the weights. */
export const KINDS = ['none', 'threat', 'warning', 'promise', 'offer', 'demand', 'refusal', 'ultimatum'] as const;
export const WIDTH = KINDS.length;
/** Numbers of a word's vector. */
export const VECTOR = 100;

export interface Model {
  readonly table: Table;
  /** By slot, number of the vector, kind. */
  readonly dense: Float32Array;
}

/** What the file beside the weights says of their shape. */
export interface Shape {
  readonly bits: number;
  readonly count: number;
  readonly largest: number;
}

let loaded: Model | null = null;

/** The model that comes with the program, read once. */
export function commitmentsModel(): Model {
  if (!loaded) {
    const shape = JSON.parse(readFileSync(file('commitments.json'), 'utf8')) as Shape;
    loaded = readModel(shape, readFileSync(file('commitments.bin')));
  }
  return loaded;
}

/** Puts another model in its place, for training. */
export function useModel(model: Model): void {
  loaded = model;
}

/** Reads a model: the bits of its known features, the numbers of the vectors' weights, the features' weights. */
export function readModel({ bits, count, largest }: Shape, bytes: Uint8Array): Model {
  const copy = new Uint8Array(bytes);
  const size = 1 << (bits - 3);
  const dense = SLOTS * VECTOR * WIDTH;
  const known = new Uint32Array(copy.slice(0, size).buffer);
  const weights = new Int8Array(copy.buffer, size + dense * 4, count * WIDTH);
  return {
    table: tableOf(bits, WIDTH, known, weights, largest),
    dense: new Float32Array(copy.slice(size, size + dense * 4).buffer),
  };
}

function file(name: string): URL {
  return new URL(`../../../../models/${name}`, import.meta.url);
}

const F = features(512);

/** The chance of each kind that a word makes it; they add up to 1. */
export function chancesAt({ table, dense }: Model, scene: Scene, word: number): Float64Array {
  commitmentFeatures(scene, word, F);
  const sums = new Float64Array(WIDTH);
  const { weights, worth } = table;
  for (let i = 0; i < F.count; i++) {
    const at = placeOf(table, F.data[i]);
    if (at === 0) continue;
    for (let k = 0; k < WIDTH; k++) sums[k] += worth[weights[at + k] + 128];
  }
  const slots = slotsOf(scene.s, word);
  for (let slot = 0; slot < SLOTS; slot++) {
    const vector = slots[slot];
    if (vector === null) continue;
    let at = slot * VECTOR * WIDTH;
    for (let i = 0; i < VECTOR; i++) {
      const x = vector[i];
      for (let k = 0; k < WIDTH; k++) sums[k] += x * dense[at++];
    }
  }
  let top = sums[0];
  for (const sum of sums) if (sum > top) top = sum;
  let whole = 0;
  for (let k = 0; k < WIDTH; k++) {
    sums[k] = Math.exp(sums[k] - top);
    whole += sums[k];
  }
  for (let k = 0; k < WIDTH; k++) sums[k] /= whole;
  return sums;
}

/** The likeliest kind but none. */
export function likeliest(chances: Float64Array): { readonly kind: Commitment['kind']; readonly chance: number } {
  let best = 1;
  for (let k = 2; k < WIDTH; k++) if (chances[k] > chances[best]) best = k;
  return { kind: KINDS[best] as Commitment['kind'], chance: chances[best] };
}
