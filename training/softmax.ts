// Trains the softmax regressions of the learned readers (src/statements/softmax.ts).

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Softmax, type SoftmaxShape, tableOf, VECTOR } from '../src/statements/index.js';

/** What is asked about, and what the answer is. */
export interface Example {
  readonly features: Int32Array;
  readonly vectors: readonly (Float32Array | null)[];
  /** Number of the class. */
  readonly kind: number;
  readonly weight: number;
}

/** On the squares of the weights: of features, and of vectors. */
export interface Penalty {
  readonly l2: number;
  readonly denseL2: number;
}

const BITS = 20;
export const EPOCHS = 10;
const RATE = 0.15;
const DENSE_RATE = 0.05;
/** A feature must be seen this often. */
const SEEN = 3;
/** Weights smaller than this many of 127 units are forgotten. */
const LEAST = 6;

function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Softmax regression by AdaGrad (Duchi, Hazan, Singer 2011) with a penalty on the squares of the weights. */
export function train(
  examples: readonly Example[],
  width: number,
  slots: number,
  { l2, denseL2 }: Penalty,
  log: (line: string) => void = () => {},
): Softmax {
  const shift = 32 - BITS;
  const counts = new Uint16Array(1 << BITS);
  for (const { features } of examples) for (const id of new Set(features)) counts[id >>> shift]++;
  const rows = examples.map(({ features, vectors, kind, weight }) => ({
    ids: Int32Array.from(new Set(features), (id) => id >>> shift).filter((id) => counts[id] >= SEEN),
    vectors,
    kind,
    weight,
  }));
  const w = new Float32Array((1 << BITS) * width);
  const g2 = new Float32Array(w.length).fill(1e-6);
  const dense = new Float32Array(slots * VECTOR * width);
  const d2 = new Float32Array(dense.length).fill(1e-4);
  const next = random(7);
  const order = Int32Array.from(rows, (_, i) => i);
  const sums = new Float64Array(width);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    let loss = 0;
    for (const at of order) {
      const { ids, vectors, kind, weight } = rows[at];
      sums.fill(0);
      for (const id of ids) for (let k = 0; k < width; k++) sums[k] += w[id * width + k];
      for (const [slot, vector] of vectors.entries()) {
        if (!vector) continue;
        let q = slot * VECTOR * width;
        for (let i = 0; i < VECTOR; i++) for (let k = 0; k < width; k++) sums[k] += vector[i] * dense[q++];
      }
      let whole = 0;
      const top = Math.max(...sums);
      for (let k = 0; k < width; k++) whole += sums[k] = Math.exp(sums[k] - top);
      loss -= Math.log(sums[kind] / whole + 1e-9);
      for (let k = 0; k < width; k++) {
        const slope = (sums[k] / whole - (k === kind ? 1 : 0)) * weight;
        if (Math.abs(slope) < 1e-5) continue;
        for (const id of ids) {
          const q = id * width + k;
          const g = slope + l2 * w[q];
          g2[q] += g * g;
          w[q] -= (RATE * g) / Math.sqrt(g2[q]);
        }
        for (const [slot, vector] of vectors.entries()) {
          if (!vector) continue;
          for (let i = 0; i < VECTOR; i++) {
            const q = (slot * VECTOR + i) * width + k;
            const g = slope * vector[i] + denseL2 * dense[q];
            d2[q] += g * g;
            dense[q] -= (DENSE_RATE * g) / Math.sqrt(d2[q]);
          }
        }
      }
    }
    log(`round ${epoch + 1}: loss ${(loss / rows.length).toFixed(5)}`);
  }
  return packed(w, dense, width);
}

/** Weights to bytes, by square roots; what is next to nothing is forgotten. */
function packed(w: Float32Array, dense: Float32Array, width: number): Softmax {
  let largest = 0;
  for (const x of w) if (Math.abs(x) > largest) largest = Math.abs(x);
  const known = new Uint32Array(1 << (BITS - 5));
  const kept: number[] = [];
  const row = new Int8Array(width);
  for (let id = 0; id < 1 << BITS; id++) {
    let most = 0;
    for (let k = 0; k < width; k++) {
      const x = w[id * width + k];
      row[k] = Math.sign(x) * Math.round(127 * Math.sqrt(Math.abs(x) / largest));
      most = Math.max(most, Math.abs(row[k]));
    }
    if (most < LEAST) continue;
    known[id >>> 5] |= 1 << (id & 31);
    kept.push(...row);
  }
  return { width, table: tableOf(BITS, width, known, Int8Array.from(kept), largest), dense };
}

/** Writes `NAME.bin` and `NAME.json`; gives the number of features that are kept and the bytes. */
export function save(folder: string, name: string, { table, width, dense }: Softmax): { count: number; size: number } {
  const parts = [table.index.filter((_, i) => i % 2 === 0), dense, table.weights.subarray(width)];
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  const count = table.weights.length / width - 1;
  const shape: SoftmaxShape = { bits: table.bits, count, largest: table.largest };
  writeFileSync(join(folder, `${name}.bin`), bytes);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(shape, null, 2)}\n`);
  return { count, size: bytes.length };
}
