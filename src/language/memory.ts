// The memory of the network: one piece that the kernel works on. First everything is asked for, then the kernel is made, then it is filled.

import { type Kernel, kernel } from './kernel.js';
import type { Numbers, Weights } from './weights.js';

/** Inputs are 16-bit integers, 256 to the unit. */
export const UNIT = 256;

/** A matrix of 16-bit integers in the kernel's memory, rows filled up to a multiple of 16. */
export interface Matrix {
  readonly w: number;
  readonly scale: number;
  readonly bias: number;
  readonly rows: number;
  readonly columns: number;
}

const up4 = (n: number): number => (n + 3) & ~3;
const up8 = (n: number): number => (n + 7) & ~7;
export const up16 = (n: number): number => (n + 15) & ~15;

/** Where the kernel looks for column j of row i, in a matrix of c columns: see `matmul` in kernel.wat. */
export const placeOf = (i: number, j: number, c: number): number =>
  ((i >> 4) * (c >> 1) + (j >> 1)) * 32 + (i & 15) * 2 + (j & 1);

/** Plans the memory for a model. */
export function planner(source: Weights) {
  let size = 16;
  const fill: ((k: Kernel) => void)[] = [];
  /** Asks for room; gives its byte offset, a multiple of 16. */
  const take = (bytes: number): number => {
    const at = size;
    size += (bytes + 15) & ~15;
    return at;
  };
  /** Numbers of the model. */
  const get = (name: string): Numbers => {
    const t = source.tensor.get(name);
    if (!t) throw new Error(`the model has no ${name}`);
    return t;
  };
  const floats = (values: Numbers, room = values.length): number => {
    const at = take(up4(room) * 4);
    fill.push((k) => new Float32Array(k.memory, at, values.length).set(values));
    return at;
  };
  const matrix = (name: string, hasBias = true): Matrix => {
    const q = get(`${name}.weight`);
    const [n, m] = source.shape.get(`${name}.weight`) ?? [0, 0];
    const r = up16(n);
    const c = up8(m);
    const w = take(r * c * 2);
    fill.push((k) => {
      const to = new Int16Array(k.memory, w, r * c);
      for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) to[placeOf(i, j, c)] = q[i * m + j];
    });
    const scale = Float32Array.from(get(`${name}.weight.scale`), (s) => s / UNIT);
    return {
      w,
      scale: floats(scale, r),
      bias: floats(hasBias ? get(`${name}.bias`) : new Float32Array(r), r),
      rows: r,
      columns: c,
    };
  };
  const layerNorm = (name: string) => ({ gain: floats(get(`${name}.weight`)), bias: floats(get(`${name}.bias`)) });
  /** The kernel with all that was asked for. `simd` false asks for the plain form. */
  const make = (simd: boolean): Kernel => {
    const k = kernel(size, simd);
    for (const one of fill) one(k);
    return k;
  };
  return { take, get, floats, matrix, layerNorm, make };
}

export type Plan = ReturnType<typeof planner>;

/** n rows at `from`, `stride` bytes apart, times the matrix, to `to`. */
export function linear(k: Kernel, m: Matrix, from: number, to: number, n: number, stride = m.columns * 2): void {
  k.matmul(from, stride, m.w, m.scale, m.bias, to, n, m.columns, m.rows);
}
