// Runs the network of training/model.py on one sentence in plain typed arrays.

import { norm, plain, rows } from './features.js';
import type { Numbers, Weights } from './weights.js';

/** What the network thinks of a sentence of n words. */
export interface Scores {
  /** n rows of tag scores. */
  readonly tags: Float32Array;
  /** n rows of name scores. */
  readonly names: Float32Array;
  /** n rows of n + 1 arc scores; column 0 is the root, column j word j - 1. */
  readonly arcs: Float32Array;
  /** The relation of `word` (0-based) under `head` (0-based, -1 for the root), as an index into Weights.rels. */
  label(word: number, head: number): number;
}

/** A matrix with 32-bit floats, row after row. */
interface Matrix {
  readonly w: Float32Array;
  readonly rows: number;
  readonly columns: number;
}

const KEEP = 40000;

/** A network ready to run. Not reentrant: it reuses its buffers. */
export interface Network {
  run(forms: readonly string[]): Scores;
}

export function network(source: Weights): Network {
  const { width: W, layers, arc, lab } = source;
  const H = W >> 1;
  const get = (name: string): Numbers => source.tensor.get(name) ?? new Float32Array(0);
  const matrix = (name: string): Matrix => {
    const q = get(`${name}.weight`);
    const scale = get(`${name}.weight.scale`);
    const [n, m] = source.shape.get(`${name}.weight`) ?? [0, 0];
    const w = new Float32Array(n * m);
    for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) w[i * m + j] = q[i * m + j] * scale[i];
    return { w, rows: n, columns: m };
  };
  const project = matrix('project');
  const up = matrix('up');
  const down = matrix('down');
  const conv = matrix('conv');
  const u = Array.from({ length: layers }, (_, k) => matrix(`bi.${k}.u`));
  const taghid = matrix('taghid');
  const tag = matrix('tag');
  const name = matrix('name');
  const dep = matrix('dep');
  const head = matrix('head');
  const bil = matrix('bil');
  const labdep = matrix('labdep');
  const labhead = matrix('labhead');
  const labOut = matrix('lab');
  const headbias = matrix('headbias');
  const edge = get('edge');
  const root = get('root');
  const dist = get('dist');
  const labdist = get('labdist');
  const none = new Float32Array(0);

  /** y = m x + b for `n` rows of x. */
  function linear(m: Matrix, bias: Numbers, x: Float32Array, n: number): Float32Array {
    const y = new Float32Array(n * m.rows);
    const c = m.columns;
    const w = m.w;
    for (let t = 0; t < n; t++) {
      const at = t * c;
      for (let i = 0; i < m.rows; i++) {
        let a = 0;
        let b = 0;
        let d = 0;
        let e = 0;
        const r = i * c;
        for (let j = 0; j < c; j += 4) {
          a += w[r + j] * x[at + j];
          b += w[r + j + 1] * x[at + j + 1];
          d += w[r + j + 2] * x[at + j + 2];
          e += w[r + j + 3] * x[at + j + 3];
        }
        y[t * m.rows + i] = a + b + d + e + (bias.length > 0 ? bias[i] : 0);
      }
    }
    return y;
  }

  function relu(x: Float32Array): Float32Array {
    for (let i = 0; i < x.length; i++) if (x[i] < 0) x[i] = 0;
    return x;
  }

  function normalise(x: Float32Array, n: number, layer: string): void {
    const gain = get(`${layer}.weight`);
    const bias = get(`${layer}.bias`);
    for (let t = 0; t < n; t++) {
      const at = t * W;
      let mean = 0;
      for (let i = 0; i < W; i++) mean += x[at + i];
      mean /= W;
      let v = 0;
      for (let i = 0; i < W; i++) {
        const d = x[at + i] - mean;
        v += d * d;
      }
      const r = 1 / Math.sqrt(v / W + 1e-5);
      for (let i = 0; i < W; i++) x[at + i] = (x[at + i] - mean) * r * gain[i] + bias[i];
    }
  }

  function addRow(x: Float32Array, table: Numbers, scale: Numbers, row: number): void {
    const s = scale[row];
    const at = row * W;
    for (let i = 0; i < W; i++) x[i] += table[at + i] * s;
  }

  const knownTable = get('known.weight');
  const knownScale = get('known.weight.scale');
  const hashed = Array.from({ length: 7 }, (_, k) => [get(`hashed.${k}.weight`), get(`hashed.${k}.weight.scale`)]);
  const vectors = get('vectors');
  const vectorScale = get('vectors.scale');
  const vector = new Float32Array(100);
  let cache = new Map<string, Float32Array>();

  /** The word without its context. */
  function embed(form: string): Float32Array {
    const old = cache.get(form);
    if (old) return old;
    const p = plain(form.length > 100 ? form.slice(0, 60) + form.slice(-40) : form);
    const low = norm(p);
    const v = (source.vectorWords.get(p.toLowerCase()) ?? 0) - 1;
    for (let i = 0; i < 100; i++) vector[i] = v < 0 ? 0 : vectors[v * 100 + i] * vectorScale[v];
    const x = linear(project, get('project.bias'), vector, 1);
    const k = source.known.get(low);
    if (k !== undefined) addRow(x, knownTable, knownScale, k);
    const r = rows(p, low);
    for (let i = 0; i < r.length; i++) if (r[i] > 0) addRow(x, hashed[i][0], hashed[i][1], r[i]);
    normalise(x, 1, 'norm0');
    const y = linear(down, get('down.bias'), relu(linear(up, get('up.bias'), x, 1)), 1);
    for (let i = 0; i < W; i++) x[i] += y[i];
    normalise(x, 1, 'norm1');
    if (form.length <= 40) {
      if (cache.size >= KEEP) cache = new Map();
      cache.set(form, x);
    }
    return x;
  }

  function gate(x: number): number {
    return 0.5 + (0.5 * x) / Math.sqrt(1 + x * x);
  }

  /** One two-way gated recurrence; see training/model.py. */
  function recur(x: Float32Array, n: number, k: number): void {
    const y = linear(u[k], get(`bi.${k}.u.bias`), x, n);
    const six = 6 * H;
    for (let i = 0; i < 2 * H; i++) {
      let c = 0;
      const back = i >= H;
      for (let s = 0; s < n; s++) {
        const t = back ? n - 1 - s : s;
        const f = gate(y[t * six + 2 * H + i]);
        c = f * c + (1 - f) * y[t * six + i];
        x[t * W + i] += gate(y[t * six + 4 * H + i]) * c;
      }
    }
    normalise(x, n, `bi.${k}.norm`);
  }

  function encode(forms: readonly string[]): Float32Array {
    const n = forms.length;
    const wide = new Float32Array(n * 3 * W);
    const x = new Float32Array(n * W);
    for (let t = 0; t < n; t++) x.set(embed(forms[t]), t * W);
    for (let t = 0; t < n; t++) {
      for (let i = 0; i < W; i++) {
        wide[t * 3 * W + i] = t > 0 ? x[(t - 1) * W + i] : edge[i];
        wide[t * 3 * W + W + i] = x[t * W + i];
        wide[t * 3 * W + 2 * W + i] = t + 1 < n ? x[(t + 1) * W + i] : edge[i];
      }
    }
    const y = relu(linear(conv, get('conv.bias'), wide, n));
    for (let i = 0; i < x.length; i++) x[i] += y[i];
    normalise(x, n, 'norm2');
    for (let k = 0; k < layers; k++) recur(x, n, k);
    return x;
  }

  /** Signed distance from word to head as a bucket 0..14; 15 is the root. */
  function bucket(word: number, to: number): number {
    if (to < 0) return 15;
    const d = to - word;
    const k = Math.abs(d);
    if (k === 0) return 0;
    const b = k <= 4 ? k : k <= 7 ? 5 : k <= 12 ? 6 : 7;
    return d < 0 ? 7 - b : 6 + b;
  }

  function run(forms: readonly string[]): Scores {
    const n = forms.length;
    const x = encode(forms);
    const full = new Float32Array((n + 1) * W);
    full.set(root as Float32Array, 0);
    full.set(x, W);
    const tags = linear(tag, get('tag.bias'), relu(linear(taghid, get('taghid.bias'), x, n)), n);
    const names = linear(name, get('name.bias'), x, n);
    const q = linear(bil, get('bil.bias'), relu(linear(dep, get('dep.bias'), x, n)), n);
    const h = relu(linear(head, get('head.bias'), full, n + 1));
    const hb = linear(headbias, none, h, n + 1);
    const arcs = new Float32Array(n * (n + 1));
    const far = new Float32Array(16);
    for (let i = 0; i < n; i++) {
      for (let b = 0; b < 16; b++) {
        let s = 0;
        for (let k = 0; k < arc; k++) s += q[i * arc + k] * dist[b * arc + k];
        far[b] = s;
      }
      for (let j = 0; j <= n; j++) {
        let s = 0;
        for (let k = 0; k < arc; k++) s += q[i * arc + k] * h[j * arc + k];
        arcs[i * (n + 1) + j] = s + hb[j] + far[bucket(i, j - 1)];
      }
      arcs[i * (n + 1) + i + 1] = -1e9;
    }
    const ld = linear(labdep, get('labdep.bias'), x, n);
    const lh = linear(labhead, none, full, n + 1);
    const labBias = get('lab.bias');
    const hidden = new Float32Array(lab);
    const label = (word: number, to: number): number => {
      const b = bucket(word, to);
      for (let k = 0; k < lab; k++) {
        const s = ld[word * lab + k] + lh[(to + 1) * lab + k] + labdist[b * lab + k];
        hidden[k] = Math.max(s, 0);
      }
      const y = linear(labOut, labBias, hidden, 1);
      let best = 0;
      for (let k = 1; k < y.length; k++) if (y[k] > y[best]) best = k;
      return best;
    };
    return { tags, names, arcs, label };
  }
  return { run };
}
