// kernel.wat in plain JavaScript, bit for bit: sums of four lanes in the same order, every float operation rounded to 32 bits.

import type { Kernel } from './kernel.js';

const f = Math.fround;

/** 256 x to the nearest integer, halves to even, within 16 bits. Adding 1.5 x 2^23 rounds as the hardware does. */
function to16(x: number): number {
  const v = f(x * 256);
  if (v >= 32767) return 32767;
  if (v <= -32768) return -32768;
  return Number.isNaN(v) ? 0 : f(f(v + 12582912) - 12582912);
}

function gate(x: number): number {
  return f(0.5 + f(f(0.5 * x) / f(Math.sqrt(f(1 + f(x * x))))));
}

export function plainKernel(bytes: number): Kernel {
  const memory = new ArrayBuffer(bytes);
  const F = new Float32Array(memory);
  const I = new Int16Array(memory);
  const lanes = new Float32Array(4);
  const across = () => f(f(lanes[0] + lanes[1]) + f(lanes[2] + lanes[3]));
  return {
    memory,
    matmul(x, stride, w, scale, bias, y, n, c, r) {
      for (let i = 0; i < r; i++) {
        const row = (w >> 1) + (i >> 4) * c * 16 + (i & 15) * 2;
        const s = F[(scale >> 2) + i];
        const b = F[(bias >> 2) + i];
        for (let t = 0; t < n; t++) {
          const at = (x + t * stride) >> 1;
          let p = 0;
          let q = 0;
          for (let j = 0; j < c; j += 2) {
            p = (p + Math.imul(I[at + j], I[row + j * 16])) | 0;
            q = (q + Math.imul(I[at + j + 1], I[row + j * 16 + 1])) | 0;
          }
          F[(y >> 2) + t * r + i] = f(f(f((p + q) | 0) * s) + b);
        }
      }
    },
    quantise(x, y, count) {
      for (let i = 0; i < count; i++) I[(y >> 1) + i] = to16(F[(x >> 2) + i]);
    },
    relu(x, count) {
      for (let i = x >> 2; i < (x >> 2) + count; i++) if (!(F[i] > 0)) F[i] = 0;
    },
    add(x, y, count) {
      for (let i = 0; i < count; i++) F[(x >> 2) + i] = F[(x >> 2) + i] + F[(y >> 2) + i];
    },
    norm(x, n, width, gain, bias) {
      const part = f(1 / width);
      for (let t = 0; t < n; t++) {
        const at = (x >> 2) + t * width;
        lanes.fill(0);
        for (let i = 0; i < width; i++) lanes[i & 3] += F[at + i];
        const mean = f(across() * part);
        lanes.fill(0);
        for (let i = 0; i < width; i++) {
          const d = f(F[at + i] - mean);
          lanes[i & 3] = lanes[i & 3] + f(d * d);
        }
        const r = f(1 / f(Math.sqrt(f(f(across() * part) + f(1e-5)))));
        for (let i = 0; i < width; i++) {
          F[at + i] = F[(bias >> 2) + i] + f(F[(gain >> 2) + i] * f(r * f(F[at + i] - mean)));
        }
      }
    },
    recur(y, x, n, width) {
      for (let i = 0; i < width; i++) {
        let c = 0;
        for (let s = 0; s < n; s++) {
          const t = i * 2 < width ? s : n - 1 - s;
          const at = (y >> 2) + t * width * 3 + i;
          const g = gate(F[at + width]);
          c = f(f(g * c) + f(f(1 - g) * F[at]));
          const to = (x >> 2) + t * width + i;
          F[to] = F[to] + f(gate(F[at + 2 * width]) * c);
        }
      }
    },
    sum3(a, b, c, out, count) {
      for (let i = 0; i < count; i++) F[(out >> 2) + i] = f(F[(a >> 2) + i] + F[(b >> 2) + i]) + F[(c >> 2) + i];
    },
  };
}
