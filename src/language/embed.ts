// Words without their context: what the network makes of a form alone is worked out once and kept.

import { HASHED, mode, norm, plain, rows } from './features.js';
import type { Kernel } from './kernel.js';
import { linear, type Plan } from './memory.js';
import { type Numbers, vectorReader, type Weights } from './weights.js';

/** Words whose inner form is kept, in two generations of half as many: the older is dropped when the younger is full. */
const KEEP = 16384;
const HALF = KEEP / 2;
/** New words that are worked out together. */
const AT_ONCE = 16;
const VECTOR = 104; // 100 numbers, filled up to a multiple of 8

/** Puts the rows of the words of all sentences, one behind the other, at `to`. */
export type WordReader = (sentences: readonly (readonly string[])[], to: number) => void;

/** Asks for the memory that words need, of which up to `most` are read together; then makes the reader. */
export function wordReader(plan: Plan, source: Weights, most: number): (k: Kernel) => WordReader {
  const { width: W } = source;
  const { take, get, matrix, layerNorm } = plan;
  const project = matrix('project');
  const up = matrix('up');
  const down = matrix('down');
  const norm0 = layerNorm('norm0');
  const norm1 = layerNorm('norm1');
  const one = take((AT_ONCE + 1) * W * 4);
  const one16 = take((AT_ONCE + 1) * Math.max(W, VECTOR, up.rows) * 2);
  const oneWide = take((AT_ONCE + 1) * up.rows * 4);
  const vector = take((AT_ONCE + 1) * VECTOR * 4);
  const kept = take((KEEP + most) * W * 4);
  const tables = ['known', ...Array.from({ length: HASHED }, (_, i) => `hashed.${i}`)].map((t) => ({
    table: get(`${t}.weight`),
    scale: get(`${t}.weight.scale`),
  }));
  const readVector = vectorReader(source);
  const sizes = Array.from({ length: HASHED }, (_, i) => source.shape.get(`hashed.${i}.weight`)?.[0] ?? 2);

  return (k) => {
    const F = new Float32Array(k.memory);
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

    /** The slot of each word of the sentences, and the words of the one at hand that have to be worked out, with theirs. */
    const slots = new Int32Array(most);
    const fresh: string[] = [];
    const freshSlots = new Int32Array(most);

    /** Finds the slot of word t without its context; a word that is not known goes on the list of fresh ones. */
    function place(form: string, how: number, t: number): void {
      const key = how === 0 ? form : `${how} ${form}`;
      const known = young.get(key);
      if (known !== undefined) {
        slots[t] = known;
        return;
      }
      const older = old.get(key);
      // A long word has a slot for this time alone.
      const slot = form.length <= 40 ? slotFor(key) : KEEP + t;
      slots[t] = slot;
      // A word of this very sentence that is not worked out yet has nothing that could be taken along.
      if (older === undefined || freshSlots.subarray(0, fresh.length).includes(older)) {
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
      linear(k, project, one16, one, m);
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
      linear(k, up, one16, oneWide, m);
      k.relu(oneWide, m * up.rows);
      k.quantise(oneWide, one16, m * up.rows);
      linear(k, down, one16, oneWide, m);
      k.add(one, oneWide, m * W);
      k.norm(one, m, W, norm1.gain, norm1.bias);
      for (let i = 0; i < m; i++) {
        const from = (one >> 2) + i * W;
        F.copyWithin((kept >> 2) + freshSlots[first + i] * W, from, from + W);
      }
    }

    return (sentences, to) => {
      let n = 0;
      for (const words of sentences) {
        const how = mode(words);
        fresh.length = 0;
        for (const word of words) place(word, how, n++);
        for (let first = 0; first < fresh.length; first += AT_ONCE) embed(first, how);
      }
      for (let t = 0; t < n; t++) {
        const from = (kept >> 2) + slots[t] * W;
        F.copyWithin((to >> 2) + t * W, from, from + W);
      }
    };
  };
}
