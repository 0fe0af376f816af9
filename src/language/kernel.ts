// The arithmetic of the network, on memory that is one piece: pointers are byte offsets, multiples of 16.
// Two forms that give the same bits: WebAssembly with SIMD (kernel.wat), and plain JavaScript where that is missing (plain.ts).

import { KERNEL } from './kernel-bytes.js';
import { plainKernel } from './plain.js';

/** What both forms can do. See kernel.wat for each function. */
export interface Kernel {
  readonly matmul: (
    x: number,
    stride: number,
    w: number,
    scale: number,
    bias: number,
    y: number,
    n: number,
    c: number,
    r: number,
  ) => void;
  readonly quantise: (x: number, y: number, count: number) => void;
  readonly relu: (x: number, count: number) => void;
  readonly add: (x: number, y: number, count: number) => void;
  readonly norm: (x: number, n: number, width: number, gain: number, bias: number) => void;
  readonly recur: (y: number, x: number, n: number, width: number) => void;
  readonly sum3: (a: number, b: number, c: number, out: number, count: number) => void;
  readonly memory: ArrayBuffer;
}

/** As much of WebAssembly's interface as is used here; not every TypeScript library set declares it. */
interface Assembly {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Record<string, unknown> };
}
interface AssemblyMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** A kernel with `bytes` of memory. `simd` false asks for the plain form. */
export function kernel(bytes: number, simd = true): Kernel {
  const fast = simd ? wasmKernel(bytes) : null;
  return fast ?? plainKernel(bytes);
}

function wasmKernel(bytes: number): Kernel | null {
  try {
    const code = Uint8Array.from(atob(KERNEL), (c) => c.charCodeAt(0));
    const { WebAssembly } = globalThis as unknown as { WebAssembly: Assembly };
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code));
    const memory = exports.memory as AssemblyMemory;
    memory.grow(Math.ceil(bytes / 65536));
    return { ...(exports as unknown as Omit<Kernel, 'memory'>), memory: memory.buffer };
  } catch {
    return null; // no WebAssembly, or none with SIMD
  }
}
