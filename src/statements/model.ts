// The statements model at work: weights, the chance that a word is a cue, the best roles for a cue.
// Cues by logistic regression, roles by a linear-chain conditional random field (Lafferty et al. 2001), both over hashed features.

import { readFileSync } from 'node:fs';
import { cueFeatures, features, look, roleFeatures, stepFeatures } from './features.js';
import type { View } from './view.js';

/** The roles, as the tags of the field. */
export const OTHER = 0;
export const SOURCE = 1;
export const CUE = 2;
export const CONTENT = 3;
export const ROLES = 4;

/** Weights and their sizes. Buckets are powers of two; role weights are laid out bucket by bucket, ROLES a bucket. */
export interface Model {
  readonly cueBits: number;
  readonly roleBits: number;
  readonly stepBits: number;
  readonly cue: Float32Array | Int8Array;
  readonly role: Float32Array | Int8Array;
  readonly step: Float32Array | Int8Array;
  /** What one unit of a weight is worth. */
  readonly cueScale: number;
  readonly roleScale: number;
  readonly stepScale: number;
  /** From which chance a word is taken for a cue. */
  readonly threshold: number;
}

/** What the card beside the weights says of their shape. */
interface Card {
  readonly cueBits: number;
  readonly roleBits: number;
  readonly stepBits: number;
  readonly cueScale: number;
  readonly roleScale: number;
  readonly stepScale: number;
  readonly threshold: number;
}

let loaded: Model | null = null;

/** The model that comes with the program, read once. */
export function statementsModel(): Model {
  if (loaded === null) {
    const card = JSON.parse(readFileSync(models('statements.json'), 'utf8')) as Card;
    const bytes = readFileSync(models('statements.bin'));
    const cueSize = 1 << card.cueBits;
    const roleSize = (1 << card.roleBits) * ROLES;
    const stepSize = (1 << card.stepBits) * ROLES * ROLES;
    const part = (start: number, size: number) => new Int8Array(bytes.buffer, bytes.byteOffset + start, size);
    loaded = {
      ...card,
      cue: part(0, cueSize),
      role: part(cueSize, roleSize),
      step: part(cueSize + roleSize, stepSize),
    };
  }
  return loaded;
}

function models(name: string): URL {
  return new URL(`../../../models/${name}`, import.meta.url);
}

const F = features();

/** The chance that word `c` is the head of a cue, 0 to 1. */
export function cueChance(m: Model, v: View, c: number): number {
  cueFeatures(v, c, F);
  let sum = 0;
  const shift = 32 - m.cueBits;
  for (let i = 0; i < F.count; i++) sum += m.cue[F.data[i] >>> shift];
  return 1 / (1 + Math.exp(-sum * m.cueScale));
}

/** The best role of every word for the cue headed by `c` (Viterbi). `c` itself is always CUE. */
export function rolesOf(m: Model, v: View, c: number): Uint8Array {
  const n = v.size;
  const outlook = look(v, c);
  const best = new Float64Array(n * ROLES);
  const from = new Uint8Array(n * ROLES);
  const emit = new Float64Array(ROLES);
  const step = new Float64Array(ROLES * ROLES);
  const roleShift = 32 - m.roleBits;
  const stepShift = 32 - m.stepBits;
  for (let t = 0; t < n; t++) {
    roleFeatures(v, outlook, t, F);
    emit.fill(0);
    for (let i = 0; i < F.count; i++) {
      const at = (F.data[i] >>> roleShift) * ROLES;
      for (let y = 0; y < ROLES; y++) emit[y] += m.role[at + y];
    }
    for (let y = 0; y < ROLES; y++) emit[y] *= m.roleScale;
    for (let y = 0; y < ROLES; y++) if ((t === c) !== (y === CUE) && t === c) emit[y] = -1e6;
    if (t === 0) {
      for (let y = 0; y < ROLES; y++) best[y] = emit[y];
      continue;
    }
    stepFeatures(v, outlook, t, F);
    step.fill(0);
    for (let i = 0; i < F.count; i++) {
      const at = (F.data[i] >>> stepShift) * ROLES * ROLES;
      for (let k = 0; k < ROLES * ROLES; k++) step[k] += m.step[at + k];
    }
    for (let y = 0; y < ROLES; y++) {
      let top = Number.NEGATIVE_INFINITY;
      let arg = 0;
      for (let x = 0; x < ROLES; x++) {
        const score = best[(t - 1) * ROLES + x] + step[x * ROLES + y] * m.stepScale;
        if (score > top) {
          top = score;
          arg = x;
        }
      }
      best[t * ROLES + y] = top + emit[y];
      from[t * ROLES + y] = arg;
    }
  }
  const roles = new Uint8Array(n);
  let y = 0;
  for (let k = 1; k < ROLES; k++) if (best[(n - 1) * ROLES + k] > best[(n - 1) * ROLES + y]) y = k;
  for (let t = n - 1; t >= 0; t--) {
    roles[t] = y;
    y = from[t * ROLES + y];
  }
  return roles;
}
