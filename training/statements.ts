// Trains models/statements.bin from PolNeAR's train part (articles whose every attribution is marked: source, cue, content).
// The words are read by our own language core, so the model learns to live with its errors; train again when the core changes.
//   node dist/training/statements.js ../shared/data/statements/polnear-train.jsonl models
// Only weights come out of it: no text and no label of the data is kept. Deterministic: the same input gives the same bytes.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dispatchOf } from '../src/intake/index.js';
import type { Span } from '../src/records.js';
import { cueFeatures, type Features, features } from '../src/statements/features.js';
import {
  CONTENT,
  CUE,
  cueOdds,
  type Model,
  OTHER,
  ROLES,
  rolesOf,
  SOURCE,
  type Table,
  tableOf,
} from '../src/statements/model.js';
import { mayBeCue, viewsOf } from '../src/statements/read.js';
import { LONGEST, look, roleFeatures, stepFeatures } from '../src/statements/role-features.js';
import type { View } from '../src/statements/view.js';
import { parsesOf } from './parses.js';

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly { source: Span[]; cue: Span[]; content: Span[] }[];
}

/** One cue of one sentence with the role of every word. */
interface Case {
  readonly view: View;
  readonly cue: number;
  readonly roles: Uint8Array;
}

const CUE_BITS = Number(process.env.CUE_BITS ?? 21);
const ROLE_BITS = Number(process.env.ROLE_BITS ?? 22);
const STEP_BITS = Number(process.env.STEP_BITS ?? 19);
const CUE_EPOCHS = Number(process.env.CUE_EPOCHS ?? 5);
const ROLE_EPOCHS = Number(process.env.ROLE_EPOCHS ?? 4);
/** Weights smaller than this many of 127 units are forgotten. */
const LEAST = Number(process.env.LEAST ?? 8);
/** A feature must be seen this often. */
const SEEN = Number(process.env.SEEN ?? 3);
/** Every HELD-th article is held out of a trial run, to choose the threshold and the number of rounds. */
const CL2 = Number(process.env.CL2 ?? 1e-3);
const HELD = Number(process.env.HELD ?? 0);

function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: Int32Array, next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
}

/** Words that a list of spans touches, as marks. */
function touched(view: View, spans: readonly Span[]): number[] {
  const s = view.sentence;
  const words: number[] = [];
  for (let i = 0; i < s.size; i++) if (spans.some(([from, to]) => s.start[i] < to && s.end[i] > from)) words.push(i);
  return words;
}

/** The words of a document that head a cue, and the cases of each. */
export function casesOf(gold: Gold, views: readonly View[]): { heads: Set<number>[]; cases: Case[] } {
  const heads = views.map(() => new Set<number>());
  const cases: Case[] = [];
  for (const { source, cue, content } of gold.attributions) {
    if (cue.length === 0) continue;
    for (let k = 0; k < views.length; k++) {
      const view = views[k];
      const [from, to] = view.sentence.span;
      if (from >= cue[cue.length - 1][1] || to <= cue[0][0]) continue;
      const words = touched(view, cue);
      if (words.length === 0) continue;
      let head = words[0];
      for (const w of words) if (rank(view, w) < rank(view, head)) head = w;
      heads[k].add(head);
      const roles = new Uint8Array(view.size);
      for (const w of touched(view, content)) roles[w] = CONTENT;
      for (const w of touched(view, source)) roles[w] = SOURCE;
      for (const w of words) roles[w] = CUE;
      roles[head] = CUE;
      cases.push({ view, cue: head, roles });
      break;
    }
  }
  return { heads, cases };
}

/** The head of a cue is its highest word that may be one. */
function rank(view: View, word: number): number {
  return view.depth[word] + (mayBeCue(view, word) ? 0 : 1000);
}

function copyOf(f: Features): Int32Array {
  return f.data.slice(0, f.count);
}

interface CueItem {
  readonly ids: Int32Array;
  readonly label: number;
}

function trainCues(items: readonly CueItem[], log: (line: string) => void): Float32Array {
  const size = 1 << CUE_BITS;
  const shift = 32 - CUE_BITS;
  const w = new Float32Array(size);
  const g2 = new Float32Array(size).fill(1);
  const sum = new Float32Array(size);
  const next = random(11);
  const order = Int32Array.from(items, (_, i) => i);
  let averaged = 0;
  for (let epoch = 0; epoch < CUE_EPOCHS; epoch++) {
    shuffle(order, next);
    let loss = 0;
    for (const k of order) {
      const { ids, label } = items[k];
      let z = 0;
      for (let i = 0; i < ids.length; i++) z += w[ids[i] >>> shift];
      const p = 1 / (1 + Math.exp(-z));
      loss -= Math.log(label ? p + 1e-9 : 1 - p + 1e-9);
      const grad = p - label;
      if (Math.abs(grad) < 1e-3) continue;
      for (let i = 0; i < ids.length; i++) {
        const at = ids[i] >>> shift;
        const g = grad + Number(CL2) * w[at];
        g2[at] += g * g;
        w[at] -= (0.1 * g) / Math.sqrt(g2[at]);
      }
    }
    if (epoch >= 2) {
      averaged++;
      for (let i = 0; i < size; i++) sum[i] += w[i];
    }
    log(`cues ${epoch + 1}: loss ${(loss / items.length).toFixed(5)}`);
  }
  for (let i = 0; i < size; i++) sum[i] /= averaged;
  return sum;
}

interface Chain {
  readonly emit: Int32Array[];
  readonly step: Int32Array[];
  readonly roles: Uint8Array;
  readonly cue: number;
}

function trainRoles(chains: readonly Chain[], log: (line: string) => void): { role: Float32Array; step: Float32Array } {
  const K = ROLES;
  const roleShift = 32 - ROLE_BITS;
  const stepShift = 32 - STEP_BITS;
  const role = new Float32Array((1 << ROLE_BITS) * K);
  const roleG = new Float32Array(role.length).fill(1);
  const roleSum = new Float32Array(role.length);
  const step = new Float32Array((1 << STEP_BITS) * K * K);
  const stepG = new Float32Array(step.length).fill(1);
  const stepSum = new Float32Array(step.length);
  const next = random(23);
  const order = Int32Array.from(chains, (_, i) => i);
  const longest = Math.max(...chains.map((chain) => chain.roles.length));
  const E = new Float64Array(longest * K);
  const S = new Float64Array(longest * K * K);
  const A = new Float64Array(longest * K);
  const B = new Float64Array(longest * K);
  const lambda = Number(process.env.L2 ?? 1e-3);
  const rate = 0.1;
  let averaged = 0;
  for (let epoch = 0; epoch < ROLE_EPOCHS; epoch++) {
    shuffle(order, next);
    let loss = 0;
    for (const k of order) {
      const { emit, step: steps, roles, cue } = chains[k];
      const n = roles.length;
      for (let t = 0; t < n; t++) {
        for (let y = 0; y < K; y++) E[t * K + y] = t === cue && y !== CUE ? -50 : 0;
        const ids = emit[t];
        for (let i = 0; i < ids.length; i++) {
          const at = (ids[i] >>> roleShift) * K;
          for (let y = 0; y < K; y++) E[t * K + y] += role[at + y];
        }
        if (t === 0) continue;
        const sids = steps[t];
        S.fill(0, t * K * K, (t + 1) * K * K);
        for (let i = 0; i < sids.length; i++) {
          const at = (sids[i] >>> stepShift) * K * K;
          for (let z = 0; z < K * K; z++) S[t * K * K + z] += step[at + z];
        }
      }
      // Forward and backward, each word normalised.
      let logZ = 0;
      for (let t = 0; t < n; t++) {
        let norm = 0;
        let top = Number.NEGATIVE_INFINITY;
        for (let y = 0; y < K; y++) if (E[t * K + y] > top) top = E[t * K + y];
        for (let y = 0; y < K; y++) {
          let a = t === 0 ? 1 : 0;
          if (t > 0) for (let x = 0; x < K; x++) a += A[(t - 1) * K + x] * Math.exp(S[t * K * K + x * K + y]);
          a *= Math.exp(E[t * K + y] - top);
          A[t * K + y] = a;
          norm += a;
        }
        for (let y = 0; y < K; y++) A[t * K + y] /= norm;
        logZ += Math.log(norm) + top;
      }
      for (let y = 0; y < K; y++) B[(n - 1) * K + y] = 1;
      for (let t = n - 2; t >= 0; t--) {
        let norm = 0;
        for (let x = 0; x < K; x++) {
          let b = 0;
          for (let y = 0; y < K; y++)
            b += Math.exp(S[(t + 1) * K * K + x * K + y] + Math.min(E[(t + 1) * K + y], 50)) * B[(t + 1) * K + y];
          B[t * K + x] = b;
          norm += b;
        }
        for (let x = 0; x < K; x++) B[t * K + x] /= norm;
      }
      let score = 0;
      for (let t = 0; t < n; t++)
        score += E[t * K + roles[t]] + (t > 0 ? S[t * K * K + roles[t - 1] * K + roles[t]] : 0);
      loss += logZ - score;
      for (let t = 0; t < n; t++) {
        let norm = 0;
        for (let y = 0; y < K; y++) norm += A[t * K + y] * B[t * K + y];
        const ids = emit[t];
        for (let y = 0; y < K; y++) {
          const grad = (A[t * K + y] * B[t * K + y]) / norm - (roles[t] === y ? 1 : 0);
          if (Math.abs(grad) < 1e-3) continue;
          for (let i = 0; i < ids.length; i++) {
            const at = (ids[i] >>> roleShift) * K + y;
            const g = grad + lambda * role[at];
            roleG[at] += g * g;
            role[at] -= (rate * g) / Math.sqrt(roleG[at]);
          }
        }
        if (t === 0) continue;
        let total = 0;
        for (let z = 0; z < K * K; z++) {
          const x = (z / K) | 0;
          const y = z % K;
          total += A[(t - 1) * K + x] * Math.exp(S[t * K * K + z] + Math.min(E[t * K + y], 50)) * B[t * K + y];
        }
        const sids = steps[t];
        for (let z = 0; z < K * K; z++) {
          const x = (z / K) | 0;
          const y = z % K;
          const p =
            (A[(t - 1) * K + x] * Math.exp(S[t * K * K + z] + Math.min(E[t * K + y], 50)) * B[t * K + y]) / total;
          const grad = p - (roles[t - 1] === x && roles[t] === y ? 1 : 0);
          if (Math.abs(grad) < 1e-3) continue;
          for (let i = 0; i < sids.length; i++) {
            const at = (sids[i] >>> stepShift) * K * K + z;
            const g = grad + lambda * step[at];
            stepG[at] += g * g;
            step[at] -= (rate * g) / Math.sqrt(stepG[at]);
          }
        }
      }
    }
    if (epoch >= 2) {
      averaged++;
      for (let i = 0; i < role.length; i++) roleSum[i] += role[i];
      for (let i = 0; i < step.length; i++) stepSum[i] += step[i];
    }
    log(`roles ${epoch + 1}: loss ${(loss / chains.length).toFixed(4)}`);
  }
  for (let i = 0; i < role.length; i++) roleSum[i] /= averaged;
  for (let i = 0; i < step.length; i++) stepSum[i] /= averaged;
  return { role: roleSum, step: stepSum };
}

/** Counts features by their number; those seen too seldom are dropped from the lists. */
function frequent(lists: readonly Int32Array[], bits: number): Int32Array[] {
  const counts = new Uint8Array(2 ** bits);
  const shift = 32 - bits;
  for (const list of lists) for (const h of list) if (counts[h >>> shift] < 255) counts[h >>> shift]++;
  return lists.map((list) => list.filter((h) => counts[h >>> shift] >= SEEN));
}

/** To bytes, by square roots; what becomes next to nothing is forgotten. */
function packed(weights: Float32Array, bits: number, width: number): Table {
  let largest = 0;
  for (const x of weights) if (Math.abs(x) > largest) largest = Math.abs(x);
  const known = new Uint32Array(2 ** (bits - 5));
  const kept: number[] = [];
  for (let id = 0; id < 2 ** bits; id++) {
    const rounded: number[] = [];
    for (let k = 0; k < width; k++) {
      const x = weights[id * width + k];
      rounded.push(Math.sign(x) * Math.round(127 * Math.sqrt(Math.abs(x) / largest)));
    }
    if (!rounded.some((x) => Math.abs(x) >= LEAST)) continue;
    known[id >>> 5] |= 1 << (id & 31);
    for (const x of rounded) kept.push(x);
  }
  return tableOf(bits, width, known, Int8Array.from(kept), largest);
}

function main(file: string, folder: string): void {
  const log = (line: string) => console.error(line);
  const golds = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Gold);
  const f = features();
  const cueItems: CueItem[] = [];
  const chains: Chain[] = [];
  const held: { views: View[]; heads: Set<number>[]; cases: Case[] }[] = [];
  const dispatches = golds.map((gold) => dispatchOf(gold.text, { id: gold.id }));
  const parses = parsesOf(dispatches, process.env.PARSES);
  for (let d = 0; d < golds.length; d++) {
    const { views } = viewsOf(dispatches[d], parses[d]);
    const { heads, cases } = casesOf(golds[d], views);
    if (HELD > 0 && d % HELD === HELD - 1) {
      held.push({ views, heads, cases });
      continue;
    }
    for (let k = 0; k < views.length; k++) {
      for (let c = 0; c < views[k].size; c++) {
        if (!mayBeCue(views[k], c)) continue;
        cueFeatures(views[k], c, f);
        cueItems.push({ ids: copyOf(f), label: heads[k].has(c) ? 1 : 0 });
      }
    }
    for (const { view, cue, roles } of cases) {
      if (view.size > 150 || view.size > LONGEST) continue;
      const outlook = look(view, cue);
      const emit: Int32Array[] = [];
      const step: Int32Array[] = [];
      for (let t = 0; t < view.size; t++) {
        roleFeatures(view, outlook, t, f);
        emit.push(copyOf(f));
        if (t > 0) stepFeatures(view, outlook, t, f);
        else f.count = 0;
        step.push(copyOf(f));
      }
      chains.push({ emit, step, roles, cue });
    }
  }
  log(`${golds.length} articles, ${cueItems.length} words that may be cues, ${chains.length} cues`);
  const cueLists = frequent(
    cueItems.map((item) => item.ids),
    CUE_BITS,
  );
  const cue = packed(
    trainCues(
      cueItems.map((item, i) => ({ ...item, ids: cueLists[i] })),
      log,
    ),
    CUE_BITS,
    1,
  );
  const emits = frequent(
    chains.flatMap((chain) => chain.emit),
    ROLE_BITS,
  );
  const steps = frequent(
    chains.flatMap((chain) => chain.step),
    STEP_BITS,
  );
  let at = 0;
  const trimmed = chains.map((chain) => {
    const from = at;
    at += chain.emit.length;
    return { ...chain, emit: emits.slice(from, at), step: steps.slice(from, at) };
  });
  const trained = trainRoles(trimmed, log);
  const role = packed(trained.role, ROLE_BITS, ROLES);
  const step = packed(trained.step, STEP_BITS, ROLES * ROLES);
  const model: Model = { cue, role, step, threshold: Number(process.env.THRESHOLD ?? -0.2) };
  if (held.length > 0) measure(model, held, log);
  const shape = {
    tables: [cue, role, step].map(({ bits, width, weights, largest }) => ({
      bits,
      width,
      count: weights.length / width - 1,
      largest,
    })),
    threshold: model.threshold,
  };
  const parts = [cue, role, step].flatMap(({ index, weights, width }) => [
    index.filter((_, i) => i % 2 === 0),
    weights.subarray(width),
  ]);
  const bytes = parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength));
  writeFileSync(join(folder, 'statements.bin'), Buffer.concat(bytes));
  writeFileSync(join(folder, 'statements.json'), `${JSON.stringify(shape, null, 2)}\n`);
  log(`${shape.tables.map((table) => table.count).join(' + ')} features, ${Buffer.concat(bytes).length} bytes`);
}

/** On the articles held out: cues at several thresholds, roles given the right cue. */
function measure(
  model: Model,
  held: readonly { views: View[]; heads: Set<number>[]; cases: Case[] }[],
  log: (line: string) => void,
): void {
  for (const threshold of [-1, -0.75, -0.5, -0.25, 0]) {
    let hit = 0;
    let given = 0;
    let gold = 0;
    for (const { views, heads } of held) {
      for (let k = 0; k < views.length; k++) {
        gold += heads[k].size;
        for (let c = 0; c < views[k].size; c++) {
          if (!mayBeCue(views[k], c) || cueOdds(model, views[k], c) < threshold) continue;
          given++;
          if (heads[k].has(c)) hit++;
        }
      }
    }
    log(`cue heads at ${threshold}: P ${pct(hit / given)} R ${pct(hit / gold)} F1 ${pct((2 * hit) / (given + gold))}`);
  }
  for (const [name, y] of [
    ['source', SOURCE],
    ['cue', CUE],
    ['content', CONTENT],
    ['other', OTHER],
  ] as const) {
    let right = 0;
    let all = 0;
    for (const { cases } of held) {
      for (const { view, cue, roles } of cases) {
        if (view.size > LONGEST) continue;
        const found = rolesOf(model, view, cue);
        all++;
        if (roles.every((role, i) => (role === y) === (found[i] === y))) right++;
      }
    }
    log(`roles of the right cue, ${name}: all words right in ${pct(right / all)} of ${all}`);
  }
}

const pct = (x: number) => (100 * x).toFixed(1);

main(process.argv[2] ?? '../shared/data/statements/polnear-train.jsonl', process.argv[3] ?? 'models');
