// Runs the network of training/model.py on one sentence. Weights and inputs are 12-bit integers, so that sums of products are
// exact whatever the order; see kernel.ts for the arithmetic.

import { HASHED, mode, norm, plain, rows } from './features.js';
import { type Kernel, kernel } from './kernel.js';
import { tagChooser } from './tags.js';
import { type Numbers, vectorReader, type Weights } from './weights.js';

/** The most words that are looked at together. */
export const PIECE = 200;
/** Words whose inner form is kept, in two generations of half as many: the older is dropped when the younger is full. */
const KEEP = 16384;
const HALF = KEEP / 2;
/** New words that are worked out together. */
const AT_ONCE = 16;
/** Inputs are 16-bit integers, 256 to the unit. */
const UNIT = 256;
const VECTOR = 104; // 100 numbers, filled up to a multiple of 8

/** What the network says of a sentence. Arrays are valid until the next run. */
export interface Network {
  /** Reads up to PIECE words. */
  run(words: readonly string[]): void;
  /** Index into Weights.tags for each word; valid after `labels`. */
  readonly tag: Int32Array;
  /** A row of `nameWidth` scores for each word. */
  readonly name: Float32Array;
  readonly nameWidth: number;
  /** A row of `arcWidth()` scores for each word: column 0 the root, column j word j - 1. */
  readonly arc: Float32Array;
  arcWidth(): number;
  /** The relation of each word under its head (-1 for the root), as indices into Weights.rels. Decides the tags too. */
  labels(heads: Int32Array, n: number): Int32Array;
}

/** A matrix of 16-bit integers in the kernel's memory, rows filled up to a multiple of 16. */
interface Matrix {
  readonly w: number;
  readonly scale: number;
  readonly bias: number;
  readonly rows: number;
  readonly columns: number;
}

const up4 = (n: number): number => (n + 3) & ~3;
const up8 = (n: number): number => (n + 7) & ~7;
const up16 = (n: number): number => (n + 15) & ~15;

/** Where the kernel looks for column j of row i, in a matrix of c columns: see `matmul` in kernel.wat. */
const placeOf = (i: number, j: number, c: number): number =>
  ((i >> 4) * (c >> 1) + (j >> 1)) * 32 + (i & 15) * 2 + (j & 1);

/** The bucket of each distance from word to head, -PIECE to PIECE: 0 to 14; 15 is the root. */
const BUCKETS = Uint8Array.from({ length: 2 * PIECE + 1 }, (_, i) => {
  const d = i - PIECE;
  const k = Math.abs(d);
  if (k === 0) return 0;
  const b = k <= 4 ? k : k <= 7 ? 5 : k <= 12 ? 6 : 7;
  return d < 0 ? 7 - b : 6 + b;
});
const ROOT = 15;

/** Hands out memory: first everything is asked for, then the kernel is made, then it is filled. */
function planner() {
  let size = 16;
  const fill: ((k: Kernel) => void)[] = [];
  const take = (bytes: number): number => {
    const at = size;
    size += (bytes + 15) & ~15;
    return at;
  };
  return { take, fill, size: () => size };
}

/** A network ready to run. Not reentrant: it reuses its buffers. `simd` false runs it in plain JavaScript, with the same result. */
export function network(source: Weights, simd = true): Network {
  const { width: W, layers, arc: A, lab: L } = source;
  const N = PIECE + 2;
  const plan = planner();
  const get = (name: string): Numbers => {
    const t = source.tensor.get(name);
    if (!t) throw new Error(`the model has no ${name}`);
    return t;
  };
  const floats = (values: Numbers, room = values.length): number => {
    const at = plan.take(up4(room) * 4);
    plan.fill.push((k) => new Float32Array(k.memory, at, values.length).set(values));
    return at;
  };
  const matrix = (name: string, hasBias = true, times = 1): Matrix => {
    const q = get(`${name}.weight`);
    const [n, m] = source.shape.get(`${name}.weight`) ?? [0, 0];
    const r = up16(n);
    const c = up8(m);
    const w = plan.take(r * c * 2);
    plan.fill.push((k) => {
      const to = new Int16Array(k.memory, w, r * c);
      for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) to[placeOf(i, j, c)] = q[i * m + j];
    });
    const scale = Float32Array.from(get(`${name}.weight.scale`), (s) => s / (UNIT * times));
    return {
      w,
      scale: floats(scale, r),
      bias: floats(hasBias ? get(`${name}.bias`) : new Float32Array(r), r),
      rows: r,
      columns: c,
    };
  };
  const layerNorm = (name: string) => ({ gain: floats(get(`${name}.weight`)), bias: floats(get(`${name}.bias`)) });

  const project = matrix('project');
  const up = matrix('up');
  const down = matrix('down');
  const norm0 = layerNorm('norm0');
  const norm1 = layerNorm('norm1');
  const conv = matrix('conv');
  const norm2 = layerNorm('norm2');
  const bi = Array.from({ length: layers }, (_, k) => ({ u: matrix(`bi.${k}.u`), norm: layerNorm(`bi.${k}.norm`) }));
  const taghid = matrix('taghid');
  const tagOut = matrix('tag');
  const namehid = matrix('namehid');
  const nameOut = matrix('name');
  const dep = matrix('dep');
  const head = matrix('head');
  const bil = matrix('bil');
  const labdep = matrix('labdep');
  const labhead = matrix('labhead', false);
  const labOut = matrix('lab');
  const labdist = floats(get('labdist'));
  const root = floats(get('root'));
  const edge = floats(get('edge'));
  // Distances and the bias of heads are further "heads" that a word is scored against.
  const distScale = floats(new Float32Array(up16(N)).fill(1 / (UNIT * UNIT)));
  const zeros = floats(new Float32Array(up16(N)));
  const dist = plan.take(16 * A * 2);
  const distFloat = floats(get('dist'));
  const headBias = get('headbias.weight');
  const headBiasScale = get('headbias.weight.scale')[0];

  const x = plan.take(N * W * 4);
  const full = plan.take((N + 2) * W * 2); // edge, words, edge as integers; later root and words
  const wide = plan.take(N * Math.max(3 * W, tagOut.rows) * 4);
  const most = Math.max(taghid.rows, namehid.rows, A, L);
  const hidden = plan.take((N + 2) * most * 4);
  const hidden16 = plan.take((N + 2) * most * 2);
  const q16 = plan.take(N * A * 2);
  const h16 = plan.take(up16(N) * A * 2);
  const heads16 = plan.take(up16(N) * A * 2);
  const biases = plan.take(up16(N) * 4);
  const far = plan.take(N * 16 * 4);
  const arcs = plan.take(N * up16(N) * 4);
  const labD = plan.take(N * L * 4);
  const labH = plan.take((N + 2) * L * 4);
  const names = plan.take(N * nameOut.rows * 4);
  const one = plan.take((AT_ONCE + 1) * W * 4);
  const one16 = plan.take((AT_ONCE + 1) * Math.max(W, VECTOR, up.rows) * 2);
  const oneWide = plan.take((AT_ONCE + 1) * up.rows * 4);
  const vector = plan.take((AT_ONCE + 1) * VECTOR * 4);
  const kept = plan.take((KEEP + PIECE) * W * 4);

  const k = kernel(plan.size(), simd);
  for (const fill of plan.fill) fill(k);
  const F = new Float32Array(k.memory);
  const P = new Int32Array(k.memory); // pairs of 16-bit integers
  k.quantise(distFloat, h16, 16 * A);
  block(h16, dist, 16);
  const edge16 = plan16(edge);

  /** The integers of a row of floats, outside the kernel's memory. */
  function plan16(at: number): Int16Array {
    k.quantise(at, one16, W);
    return new Int16Array(k.memory, one16, W).slice();
  }
  const root16 = plan16(root);
  const I = new Int16Array(k.memory);

  /** Puts n rows of A columns as the kernel wants a matrix: words are scored against words, not against weights alone. */
  function block(from: number, to: number, n: number): void {
    const pairs = A >> 1;
    for (let i = 0; i < n; i++) {
      const row = (from >> 2) + i * pairs;
      const lane = (to >> 2) + (placeOf(i, 0, A) >> 1);
      for (let p = 0; p < pairs; p++) P[lane + p * 16] = P[row + p];
    }
  }

  function linear(m: Matrix, from: number, to: number, n: number, stride = m.columns * 2): void {
    k.matmul(from, stride, m.w, m.scale, m.bias, to, n, m.columns, m.rows);
  }

  const tables = ['known', ...Array.from({ length: HASHED }, (_, i) => `hashed.${i}`)].map((t) => ({
    table: get(`${t}.weight`),
    scale: get(`${t}.weight.scale`),
  }));
  const readVector = vectorReader(source);
  const sizes = Array.from({ length: HASHED }, (_, i) => source.shape.get(`hashed.${i}.weight`)?.[0] ?? 2);
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  /** Where the slots of the young begin: 0 or HALF. */
  let base = 0;

  function slotFor(key: string): number {
    if (young.size >= HALF) {
      old = young;
      young = new Map();
      base = HALF - base;
    }
    const slot = base + young.size;
    young.set(key, slot);
    return slot;
  }

  function addRow(t: { table: Numbers; scale: Numbers }, row: number, to: number): void {
    const s = t.scale[row];
    const from = row * W;
    for (let i = 0; i < W; i++) F[to + i] += Math.fround(t.table[from + i] * s);
  }

  /** The slot of each word of the sentence, and the words that have to be worked out, with theirs. */
  const slots = new Int32Array(PIECE);
  const fresh: string[] = [];
  const freshSlots = new Int32Array(PIECE);

  /** Finds the slot of word t without its context; a word that is not known goes on the list of fresh ones. */
  function place(form: string, how: number, t: number): void {
    const key = how === 0 ? form : `${how} ${form}`;
    const known = young.get(key);
    if (known !== undefined) {
      slots[t] = known;
      return;
    }
    const older = old.get(key);
    // A long word has a slot for this sentence alone.
    const slot = form.length <= 40 ? slotFor(key) : KEEP + t;
    slots[t] = slot;
    if (older === undefined) {
      freshSlots[fresh.length] = slot;
      fresh.push(form);
    } else {
      // Taken along at once: when a half was begun anew just now, the slots after this one will be given to other words.
      const from = (kept >> 2) + older * W;
      F.copyWithin((kept >> 2) + slot * W, from, from + W);
    }
  }

  /** Works out the fresh words from `first` on, AT_ONCE at most. */
  function embed(first: number, how: number): void {
    const m = Math.min(AT_ONCE, fresh.length - first);
    const plains: string[] = [];
    for (let i = 0; i < m; i++) {
      const form = fresh[first + i];
      const p = plain(form.length > 100 ? form.slice(0, 60) + form.slice(-40) : form);
      plains.push(p);
      const at = (vector >> 2) + i * VECTOR;
      if (!readVector(p.toLowerCase(), F, at)) F.fill(0, at, at + VECTOR);
    }
    k.quantise(vector, one16, m * VECTOR);
    linear(project, one16, one, m);
    for (let i = 0; i < m; i++) {
      const to = (one >> 2) + i * W;
      const low = norm(plains[i]);
      const row = source.known.get(low);
      if (row !== undefined) addRow(tables[0], row, to);
      const r = rows(plains[i], low, how, sizes, source.cased);
      for (let h = 0; h < r.length; h++) if (r[h] > 0) addRow(tables[h + 1], r[h], to);
    }
    k.norm(one, m, W, norm0.gain, norm0.bias);
    k.quantise(one, one16, m * W);
    linear(up, one16, oneWide, m);
    k.relu(oneWide, m * up.rows);
    k.quantise(oneWide, one16, m * up.rows);
    linear(down, one16, oneWide, m);
    k.add(one, oneWide, m * W);
    k.norm(one, m, W, norm1.gain, norm1.bias);
    for (let i = 0; i < m; i++) {
      const from = (one >> 2) + i * W;
      F.copyWithin((kept >> 2) + freshSlots[first + i] * W, from, from + W);
    }
  }

  let size = 0;
  const tag = new Int32Array(PIECE);
  const rel = new Int32Array(PIECE);
  const tags = tagChooser(source, F, PIECE);

  function best(at: number, n: number): number {
    let b = at;
    for (let i = at + 1; i < at + n; i++) if (F[i] > F[b]) b = i;
    return b - at;
  }

  function run(words: readonly string[]): void {
    const n = words.length;
    size = n;
    const how = mode(words);
    fresh.length = 0;
    for (let t = 0; t < n; t++) place(words[t], how, t);
    for (let first = 0; first < fresh.length; first += AT_ONCE) embed(first, how);
    for (let t = 0; t < n; t++) {
      const from = (kept >> 2) + slots[t] * W;
      F.copyWithin((x >> 2) + t * W, from, from + W);
    }
    k.quantise(x, full + 2 * W, n * W);
    I.set(edge16, full >> 1);
    I.set(edge16, (full >> 1) + (n + 1) * W);
    linear(conv, full, wide, n, 2 * W);
    k.relu(wide, n * W);
    k.add(x, wide, n * W);
    k.norm(x, n, W, norm2.gain, norm2.bias);
    for (const layer of bi) {
      k.quantise(x, full, n * W);
      linear(layer.u, full, wide, n);
      k.recur(wide, x, n, W);
      k.norm(x, n, W, layer.norm.gain, layer.norm.bias);
    }
    I.set(root16, full >> 1);
    k.quantise(x, full + 2 * W, n * W);
    const x16 = full + 2 * W;

    linear(taghid, x16, hidden, n);
    k.relu(hidden, n * taghid.rows);
    k.quantise(hidden, hidden16, n * taghid.rows);
    linear(tagOut, hidden16, wide, n);
    tags.hear(words, wide >> 2, tagOut.rows);
    linear(namehid, x16, hidden, n);
    k.relu(hidden, n * namehid.rows);
    k.quantise(hidden, hidden16, n * namehid.rows);
    linear(nameOut, hidden16, names, n);

    linear(dep, x16, hidden, n);
    k.relu(hidden, n * A);
    k.quantise(hidden, hidden16, n * A);
    linear(bil, hidden16, hidden, n);
    k.quantise(hidden, q16, n * A);
    linear(head, full, hidden, n + 1);
    k.relu(hidden, (n + 1) * A);
    for (let j = 0; j <= n; j++) {
      let s = 0;
      const at = (hidden >> 2) + j * A;
      for (let i = 0; i < A; i++) s += F[at + i] * headBias[i];
      F[(biases >> 2) + j] = s * headBiasScale;
    }
    k.quantise(hidden, h16, (n + 1) * A);
    block(h16, heads16, n + 1);
    const r = up16(n + 1);
    k.matmul(q16, A * 2, heads16, distScale, biases, arcs, n, A, r);
    k.matmul(q16, A * 2, dist, distScale, zeros, far, n, A, 16);
    for (let i = 0; i < n; i++) {
      const row = (arcs >> 2) + i * r;
      const d = (far >> 2) + i * 16;
      F[row] += F[d + ROOT];
      for (let j = 0; j < n; j++) F[row + j + 1] += F[d + BUCKETS[j - i + PIECE]];
      F[row + i + 1] = -1e9;
    }
    linear(labdep, x16, labD, n);
    linear(labhead, full, labH, n + 1);
  }

  function labels(heads: Int32Array, n: number): Int32Array {
    for (let t = 0; t < n; t++) {
      k.sum3(
        labD + t * L * 4,
        labH + (heads[t] + 1) * L * 4,
        labdist + (heads[t] < 0 ? ROOT : BUCKETS[heads[t] - t + PIECE]) * L * 4,
        hidden + t * L * 4,
        L,
      );
    }
    k.relu(hidden, n * L);
    k.quantise(hidden, hidden16, n * L);
    linear(labOut, hidden16, wide, n);
    for (let t = 0; t < n; t++) {
      const row = (wide >> 2) + t * labOut.rows;
      rel[t] = best(row, source.rels.length);
      tag[t] = tags.choose(t, row, F[row + rel[t]]);
    }
    return rel;
  }

  return {
    run,
    tag,
    name: new Float32Array(k.memory, names, PIECE * nameOut.rows),
    nameWidth: nameOut.rows,
    arc: new Float32Array(k.memory, arcs, PIECE * up16(N)),
    arcWidth: () => up16(size + 1),
    labels,
  };
}
