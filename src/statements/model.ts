// The statements model at work: weights, the chance that a word is a cue, the best roles for a cue.
// Cues by logistic regression, roles by a linear-chain conditional random field (Lafferty et al. 2001), both over hashed features.

import { readFileSync } from 'node:fs';
import { aroundFeatures, features, wordFeatures } from './features.js';
import {
  branchFeatures,
  LONGEST,
  look,
  type Outlook,
  partFeatures,
  placeFeatures,
  QUOTED,
  quoteFeatures,
  SIDES,
  stand,
  standing,
  stepFeatures,
} from './role-features.js';
import type { View } from './view.js';

/** The roles, as the tags of the field. */
export const OTHER = 0;
export const SOURCE = 1;
export const CUE = 2;
export const CONTENT = 3;
export const ROLES = 4;

/**
 * Weights of hashed features. A feature is known when its bit is set (its number is the upper `bits` of its hash); its weights stand at
 * its rank among the set bits, counted from one, `width` of them. What is not known weighs nothing, so that rare features of new text do
 * no harm: it has the rank 0, whose weights are zeros, so that the sums need not ask.
 */
export interface Table {
  readonly bits: number;
  readonly width: number;
  /** 2^bits bits in words of 32, each followed by one more than the bits set before it: one place in memory for both. */
  readonly index: Uint32Array;
  /** A row of zeros, then those of the known features. Bytes: the square root of the weight's share of the largest, so that small weights keep their differences. */
  readonly weights: Int8Array;
  /** What a byte is worth, at byte + 128. */
  readonly worth: Float64Array;
  /** The largest weight. */
  readonly largest: number;
}

export interface Model {
  readonly cue: Table;
  readonly role: Table;
  readonly step: Table;
  /** A word is taken for a cue when its log-odds are at least this. */
  readonly threshold: number;
}

/** What the file beside the weights says of their shape, in the order of `statements.bin`. */
export interface Shape {
  readonly tables: readonly {
    readonly bits: number;
    readonly width: number;
    readonly count: number;
    readonly largest: number;
  }[];
  readonly threshold: number;
}

/** Makes a table of its parts; `given` begins with the first known feature. */
export function tableOf(bits: number, width: number, known: Uint32Array, given: Int8Array, largest: number): Table {
  const worth = new Float64Array(256);
  for (let q = -128; q < 128; q++) worth[q + 128] = Math.sign(q) * (q / 127) * (q / 127) * largest;
  const index = new Uint32Array(known.length * 2);
  for (let i = 0, before = 1; i < known.length; i++) {
    index[2 * i] = known[i];
    index[2 * i + 1] = before;
    before += ones(known[i]);
  }
  const weights = new Int8Array(width + given.length);
  weights.set(given, width);
  return { bits, width, index, weights, worth, largest };
}

/** Where the weights of a feature begin: 0, where zeros stand, when it is not known. */
export function placeOf(table: Table, feature: number): number {
  const id = feature >>> (32 - table.bits);
  const at = (id >>> 5) * 2;
  const word = table.index[at];
  const bit = id & 31;
  const rank = table.index[at + 1] + ones(word & ((1 << bit) - 1));
  return (rank & -((word >>> bit) & 1)) * table.width;
}

function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

let loaded: Model | null = null;

/** The model that comes with the program, read once. */
export function statementsModel(): Model {
  loaded ??= readModel(
    JSON.parse(readFileSync(models('statements.json'), 'utf8')) as Shape,
    readFileSync(models('statements.bin')),
  );
  return loaded;
}

/** Reads a model: of each table its bits, then its weights. */
export function readModel(shape: Shape, bytes: Uint8Array): Model {
  const copy = new Uint8Array(bytes);
  let at = 0;
  const tables = shape.tables.map(({ bits, width, count, largest }) => {
    const size = 1 << (bits - 5);
    const known = new Uint32Array(copy.slice(at, at + size * 4).buffer);
    at += size * 4;
    const weights = new Int8Array(copy.buffer, at, count * width);
    at += count * width;
    return tableOf(bits, width, known, weights, largest);
  });
  return { cue: tables[0], role: tables[1], step: tables[2], threshold: shape.threshold };
}

function models(name: string): URL {
  return new URL(`../../../models/${name}`, import.meta.url);
}

const F = features();

/** The log-odds that word `c` is the head of a cue. */
export function cueOdds(m: Model, v: View, c: number): number {
  F.count = 0;
  wordFeatures(v, c, F);
  const own = sumOf(m.cue);
  // When the word itself speaks so much against a cue, its surroundings cannot make up for it.
  if (own < HOPELESS) return own + HOPELESS;
  F.count = 0;
  aroundFeatures(v, c, F);
  return own + sumOf(m.cue);
}

/**
 * Puts where the weights of the features in F begin into PLACES, those that are known alone, and gives their number. The same as `placeOf`,
 * written out: half of the stage's time is spent here.
 */
function find({ bits, width, index }: Table): number {
  const { data, count } = F;
  const shift = 32 - bits;
  let known = 0;
  for (let i = 0; i < count; i++) {
    const id = data[i] >>> shift;
    const at = (id >>> 5) * 2;
    const word = index[at];
    const bit = id & 31;
    let x = word & ((1 << bit) - 1);
    x -= (x >>> 1) & 0x55555555;
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
    const before = Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    // Without a branch, since nobody could foretell it.
    PLACES[known] = (index[at + 1] + before) * width;
    known += (word >>> bit) & 1;
  }
  return known;
}

function sumOf(table: Table): number {
  const { weights, worth } = table;
  const known = find(table);
  let sum = 0;
  for (let i = 0; i < known; i++) sum += worth[weights[PLACES[i]] + 128];
  return sum;
}

const HOPELESS = -3;

const EMIT = new Float64Array(ROLES);
const STEP = new Float64Array(ROLES * ROLES);
/** One more than features can be. */
const PLACES = new Int32Array(257);
const BEST = new Float64Array(LONGEST * ROLES);
const FROM = new Uint8Array(LONGEST * ROLES);

/** Sums of four weights, kept for one cue: `made[slot]` is the run that made the one in `slot`. */
interface Kept {
  readonly made: Int32Array;
  readonly sums: Float64Array;
}

const kept = (slots: number): Kept => ({ made: new Int32Array(slots), sums: new Float64Array(slots * ROLES) });

/** By kind of quotation, by branch, by part of a branch, each by side. */
const QUOTES = kept((QUOTED + 1) * (SIDES + 1));
const BRANCHES = kept(LONGEST * (SIDES + 1));
const PARTS = kept(LONGEST * (SIDES + 1));
const AT = standing();
/** Counts the cues that were asked about, so that nothing kept needs clearing. */
let asked = 0;

/** The weights of every role for word `t`, into EMIT. What many words share is added up once. */
function weighRoles(table: Table, v: View, outlook: Outlook, t: number): void {
  stand(v, outlook, t, AT);
  const { branch, sub, side } = AT;
  F.count = 0;
  placeFeatures(v, outlook, t, AT, F);
  if (branch < 0) branchFeatures(v, outlook, AT, F);
  if (sub < 0) partFeatures(v, outlook, AT, F);
  addUp(table, EMIT, 0);
  const quote = AT.quoted * (SIDES + 1) + side;
  if (isNew(QUOTES, quote)) {
    quoteFeatures(v, outlook, AT, F);
    addUp(table, QUOTES.sums, quote * ROLES);
  }
  addKept(QUOTES, quote);
  if (branch >= 0) {
    const slot = branch * (SIDES + 1) + side;
    if (isNew(BRANCHES, slot)) {
      branchFeatures(v, outlook, AT, F);
      addUp(table, BRANCHES.sums, slot * ROLES);
    }
    addKept(BRANCHES, slot);
  }
  if (sub >= 0) {
    const slot = sub * (SIDES + 1) + side;
    if (isNew(PARTS, slot)) {
      partFeatures(v, outlook, AT, F);
      addUp(table, PARTS.sums, slot * ROLES);
    }
    addKept(PARTS, slot);
  }
}

/** True when nothing is kept in the slot for this cue; then it, and F, are made ready to be filled. */
function isNew(sums: Kept, slot: number): boolean {
  if (sums.made[slot] === asked) return false;
  sums.made[slot] = asked;
  F.count = 0;
  return true;
}

function addKept({ sums }: Kept, slot: number): void {
  for (let y = 0; y < ROLES; y++) EMIT[y] += sums[slot * ROLES + y];
}

/** Adds up the weights of the features in F, four a feature. Sums are kept in variables, since this is where the stage spends its time. */
function addUp(table: Table, into: Float64Array, to: number): void {
  const { weights, worth } = table;
  const known = find(table);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < known; i++) {
    const at = PLACES[i];
    a += worth[weights[at] + 128];
    b += worth[weights[at + 1] + 128];
    c += worth[weights[at + 2] + 128];
    d += worth[weights[at + 3] + 128];
  }
  into[to] = a;
  into[to + 1] = b;
  into[to + 2] = c;
  into[to + 3] = d;
}

/** The same for steps, sixteen a feature, in four rounds of four. */
function weighSteps(table: Table): void {
  const { weights, worth } = table;
  const known = find(table);
  for (let row = 0; row < 16; row += 4) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let i = 0; i < known; i++) {
      const at = PLACES[i] + row;
      a += worth[weights[at] + 128];
      b += worth[weights[at + 1] + 128];
      c += worth[weights[at + 2] + 128];
      d += worth[weights[at + 3] + 128];
    }
    STEP[row] = a;
    STEP[row + 1] = b;
    STEP[row + 2] = c;
    STEP[row + 3] = d;
  }
}

/**
 * The best role of every word for the cue headed by `c` (Viterbi). `c` itself is always CUE; words further from it than `reach` have none.
 */
export function rolesOf(m: Model, v: View, c: number, reach = v.size): Uint8Array {
  const first = Math.max(0, c - reach);
  const n = Math.min(v.size, c + reach + 1);
  const outlook = look(v, c);
  asked = (asked + 1) | 0;
  for (let t = first; t < n; t++) {
    weighRoles(m.role, v, outlook, t);
    if (t === c) for (let y = 0; y < ROLES; y++) if (y !== CUE) EMIT[y] = -1e6;
    if (t === first) {
      for (let y = 0; y < ROLES; y++) BEST[t * ROLES + y] = EMIT[y];
      continue;
    }
    stepFeatures(v, outlook, t, F);
    weighSteps(m.step);
    for (let y = 0; y < ROLES; y++) {
      let top = Number.NEGATIVE_INFINITY;
      let arg = 0;
      for (let x = 0; x < ROLES; x++) {
        const score = BEST[(t - 1) * ROLES + x] + STEP[x * ROLES + y];
        if (score > top) {
          top = score;
          arg = x;
        }
      }
      BEST[t * ROLES + y] = top + EMIT[y];
      FROM[t * ROLES + y] = arg;
    }
  }
  const roles = new Uint8Array(v.size);
  let y = 0;
  for (let k = 1; k < ROLES; k++) if (BEST[(n - 1) * ROLES + k] > BEST[(n - 1) * ROLES + y]) y = k;
  for (let t = n - 1; t >= first; t--) {
    roles[t] = y;
    y = FROM[t * ROLES + y];
  }
  return roles;
}
