// Runs the network of training/model.py on sentences. Weights and inputs are 12-bit integers, so that sums of products are
// exact whatever the order; see kernel.ts for the arithmetic.

import { wordReader } from './embed.js';
import { linear, placeOf, planner, UNIT, up16 } from './memory.js';
import { tagChooser } from './tags.js';
import type { Weights } from './weights.js';

/** The most words that are looked at together. */
export const PIECE = 200;

/** What the network says of a sentence. Arrays are valid until the next turn. */
export interface Network {
  /** Reads sentences together, up to PIECE words in all: each as if it were alone. */
  read(sentences: readonly (readonly string[])[]): void;
  /** Turns to one of them: all that follows is said of it. */
  turn(i: number): void;
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

/** The bucket of each distance from word to head, -PIECE to PIECE: 0 to 14; 15 is the root. */
const BUCKETS = Uint8Array.from({ length: 2 * PIECE + 1 }, (_, i) => {
  const d = i - PIECE;
  const k = Math.abs(d);
  if (k === 0) return 0;
  const b = k <= 4 ? k : k <= 7 ? 5 : k <= 12 ? 6 : 7;
  return d < 0 ? 7 - b : 6 + b;
});
const ROOT = 15;

/** A network ready to run. Not reentrant: it reuses its buffers. `simd` false runs it in plain JavaScript, with the same result. */
export function network(source: Weights, simd = true): Network {
  const { width: W, layers, arc: A, lab: L } = source;
  const N = PIECE + 2;
  const plan = planner(source);
  const { take, get, floats, matrix, layerNorm } = plan;
  const wordsOf = wordReader(plan, source, PIECE);
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
  const dist = take(16 * A * 2);
  const distFloat = floats(get('dist'));
  const headBias = get('headbias.weight');
  const headBiasScale = get('headbias.weight.scale')[0];

  const x = take(N * W * 4);
  const full = take((N + 2) * W * 2); // edge, words, edge as integers; later root and words
  const wide = take(N * Math.max(3 * W, tagOut.rows) * 4);
  const most = Math.max(taghid.rows, namehid.rows, A, L);
  const hidden = take((N + 2) * most * 4);
  const hidden16 = take((N + 2) * most * 2);
  const q16 = take(N * A * 2);
  const h16 = take(up16(N) * A * 2);
  const heads16 = take(up16(N) * A * 2);
  const biases = take(up16(N) * 4);
  const far = take(N * 16 * 4);
  const arcs = take(N * up16(N) * 4);
  const labD = take(N * L * 4);
  const labH = take((N + 2) * L * 4);
  const names = take(N * nameOut.rows * 4);

  const k = plan.make(simd);
  const readWords = wordsOf(k);
  const F = new Float32Array(k.memory);
  const P = new Int32Array(k.memory); // pairs of 16-bit integers
  k.quantise(distFloat, h16, 16 * A);
  block(h16, dist, 16);
  const edge16 = plan16(edge);

  /** The integers of a row of floats, outside the kernel's memory. */
  function plan16(at: number): Int16Array {
    k.quantise(at, q16, W);
    return new Int16Array(k.memory, q16, W).slice();
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

  let size = 0;
  const tag = new Int32Array(PIECE);
  const rel = new Int32Array(PIECE);
  const tags = tagChooser(source, F, PIECE);

  function best(at: number, n: number): number {
    let b = at;
    for (let i = at + 1; i < at + n; i++) if (F[i] > F[b]) b = i;
    return b - at;
  }

  /** The sentences at hand, and the row of each one's first word. */
  let group: readonly (readonly string[])[] = [];
  const starts: number[] = [];

  function read(sentences: readonly (readonly string[])[]): void {
    group = sentences;
    let n = 0;
    for (let i = 0; i < sentences.length; i++) {
      starts[i] = n;
      n += sentences[i].length;
    }
    readWords(sentences, x);
    for (let i = 0; i < sentences.length; i++) {
      const m = sentences[i].length;
      k.quantise(x + starts[i] * W * 4, full + 2 * W, m * W);
      I.set(edge16, full >> 1);
      I.set(edge16, (full >> 1) + (m + 1) * W);
      // The row too many of an odd number is written over by the next sentence.
      linear(k, conv, full, wide + starts[i] * W * 4, m, 2 * W);
    }
    k.relu(wide, n * W);
    k.add(x, wide, n * W);
    k.norm(x, n, W, norm2.gain, norm2.bias);
    for (const layer of bi) {
      k.quantise(x, full, n * W);
      linear(k, layer.u, full, wide, n);
      for (let i = 0; i < sentences.length; i++)
        k.recur(wide + starts[i] * 3 * W * 4, x + starts[i] * W * 4, sentences[i].length, W);
      k.norm(x, n, W, layer.norm.gain, layer.norm.bias);
    }
  }

  function turn(i: number): void {
    const words = group[i];
    const n = words.length;
    size = n;
    I.set(root16, full >> 1);
    k.quantise(x + starts[i] * W * 4, full + 2 * W, n * W);
    const x16 = full + 2 * W;

    linear(k, taghid, x16, hidden, n);
    k.relu(hidden, n * taghid.rows);
    k.quantise(hidden, hidden16, n * taghid.rows);
    linear(k, tagOut, hidden16, wide, n);
    tags.hear(words, wide >> 2, tagOut.rows);
    linear(k, namehid, x16, hidden, n);
    k.relu(hidden, n * namehid.rows);
    k.quantise(hidden, hidden16, n * namehid.rows);
    linear(k, nameOut, hidden16, names, n);

    linear(k, dep, x16, hidden, n);
    k.relu(hidden, n * A);
    k.quantise(hidden, hidden16, n * A);
    linear(k, bil, hidden16, hidden, n);
    k.quantise(hidden, q16, n * A);
    linear(k, head, full, hidden, n + 1);
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
    linear(k, labdep, x16, labD, n);
    linear(k, labhead, full, labH, n + 1);
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
    linear(k, labOut, hidden16, wide, n);
    for (let t = 0; t < n; t++) {
      const row = (wide >> 2) + t * labOut.rows;
      rel[t] = best(row, source.rels.length);
      tag[t] = tags.choose(t, row, F[row + rel[t]]);
    }
    return rel;
  }

  return {
    read,
    turn,
    tag,
    name: new Float32Array(k.memory, names, PIECE * nameOut.rows),
    nameWidth: nameOut.rows,
    arc: new Float32Array(k.memory, arcs, PIECE * up16(N)),
    arcWidth: () => up16(size + 1),
    labels,
  };
}
