// The choice of a word's class: the tag head's own scores with the word of the relations, counted from the treebanks. Both come from heads
// of their own that err in different places (a product of experts, Hinton 2002).

import { norm, plain } from './features.js';
import type { Weights } from './weights.js';

/** What the word of the relations weighs. */
const LABEL_SHARE = 0.45;
/** Relations that score so much less than the best are not heard, and none where the tag leads by so much. */
const UNHEARD = 8;
const CERTAIN = 5;

/** Chooses classes; not reentrant. `F`: the memory of scores. */
export interface TagChooser {
  /** Takes the tag head's scores of these words: rows of `width` from `at` on. */
  hear(words: readonly string[], at: number, width: number): void;
  /** The class of word t, whose relations' scores stand at `row`, `top` the best of them. */
  choose(t: number, row: number, top: number): number;
}

/** A chooser for up to `most` words at a time. */
export function tagChooser(source: Weights, F: Float32Array, most: number): TagChooser {
  // Classes are sorted by part of speech: part p has those from parts[p] up to parts[p + 1].
  const parts: number[] = [];
  for (let i = 0; i < source.tags.length; i++)
    if (i === 0 || source.tags[i][0] !== source.tags[i - 1][0]) parts.push(i);
  const P = parts.length;
  const proper = parts.findIndex((first) => source.tags[first][0] === 'PROPN');
  parts.push(source.tags.length);
  const byRelation = source.tensor.get('posrel') ?? null; // log P(part of speech | relation), a row for each relation
  const byWord = source.tensor.get('posword') ?? null; // the same of words with several parts, times 8
  const several = new Map(source.several.map((word, i) => [word, i * source.rels.length]));
  const bestClass = new Int32Array(most * P);
  const score = new Float32Array(most * P);
  const heard = new Float64Array(P);
  let said: readonly string[] = [];

  function hear(words: readonly string[], at: number, width: number): void {
    said = words;
    for (let t = 0; t < words.length; t++) {
      const row = at + t * width;
      for (let p = 0; p < P; p++) {
        const end = row + parts[p + 1];
        let b = row + parts[p];
        let high = F[b];
        for (let i = b + 1; i < end; i++) {
          if (F[i] > high) {
            high = F[i];
            b = i;
          }
        }
        bestClass[t * P + p] = b - row;
        score[t * P + p] = high;
      }
    }
  }

  function choose(t: number, row: number, top: number): number {
    let first = t * P;
    let lead = Number.POSITIVE_INFINITY;
    for (let p = t * P + 1; p < (t + 1) * P; p++) {
      const ahead = score[first] - score[p];
      if (ahead < 0) {
        first = p;
        lead = -ahead;
      } else if (ahead < lead) lead = ahead;
    }
    if (first === t * P + proper && !/[\p{L}\p{N}]/u.test(said[t])) {
      score[first] = -1e9; // a mark is no proper noun
      return choose(t, row, top);
    }
    if (byRelation === null || lead > CERTAIN) return bestClass[first];
    const own = several.get(norm(plain(said[t])));
    heard.fill(-1e9);
    for (let r = 0; r < source.rels.length; r++) {
      const s = F[row + r];
      if (s < top - UNHEARD) continue;
      for (let p = 0; p < P; p++) {
        const part = own === undefined || byWord === null ? byRelation[r * P + p] : byWord[(own + r) * P + p] / 8;
        heard[p] = Math.max(heard[p], s + part);
      }
    }
    let best = t * P;
    let high = Number.NEGATIVE_INFINITY;
    for (let p = 0; p < P; p++) {
      const s = score[t * P + p] + LABEL_SHARE * heard[p];
      if (s > high) {
        high = s;
        best = t * P + p;
      }
    }
    return bestClass[best];
  }

  return { hear, choose };
}
