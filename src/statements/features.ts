// What the statements model looks at. Two questions are asked of a sentence: is this word the head of a cue (here), and, for each cue, which
// words are its source, its cue and its content (role-features.ts). Features are hashed integers ("the hashing trick", Weinberger et al. 2009).

import { hash, mix, type View } from './view.js';

/** A reusable list of feature hashes. */
export interface Features {
  data: Int32Array;
  count: number;
}

export function features(capacity = 256): Features {
  return { data: new Int32Array(capacity), count: 0 };
}

/** Adds `mix` of the template's own number and the value: written out, since this is called for every feature. */
export function add(f: Features, template: number, value: number): void {
  const a = Math.imul(template, 0x2545f491);
  let h = Math.imul(a ^ (((value | 0) + 0x9e3779b9 + (a << 6) + (a >>> 2)) | 0), 0x85ebca6b);
  h ^= h >>> 13;
  f.data[f.count++] = Math.imul(h, 0xc2b2ae35);
}

export const NOUNS = new Set([
  'nsubj',
  'nsubj:pass',
  'obj',
  'iobj',
  'csubj',
  'ccomp',
  'xcomp',
  'obl',
  'obl:agent',
  'parataxis',
  'advcl',
  'acl',
  'nmod',
  'nmod:poss',
]);
const MARKS = new Set(['mark', 'case', 'aux', 'aux:pass', 'cop', 'advmod', 'compound:prt', 'det', 'expl']);
export const NONE = hash('-');
const MAX_CHILDREN = 12;

/** Features of "word `c` is the head of a cue". */
export function cueFeatures(v: View, c: number, f: Features): void {
  f.count = 0;
  wordFeatures(v, c, f);
  aroundFeatures(v, c, f);
}

/** Those of the word itself. */
export function wordFeatures(v: View, c: number, f: Features): void {
  const s = v.sentence;
  const lemma = v.lemma[c];
  const tag = v.xpos[c];
  const rel = v.deprel[c];
  const kind = v.speech[c];
  const head = v.head[c];
  const up = head < 0 ? NONE : v.upos[head];
  const upLemma = head < 0 ? NONE : v.lemma[head];
  const inside = v.quote[c] >= 0 && v.scare[c] === 0 ? 1 : 0;
  add(f, 1, NONE);
  add(f, 2, lemma);
  add(f, 3, mix(lemma, v.upos[c]));
  add(f, 4, mix(lemma, tag));
  add(f, 5, mix(lemma, rel));
  add(f, 6, mix(kind, v.upos[c]));
  add(f, 7, mix(kind, rel));
  add(f, 8, mix(tag, rel));
  add(f, 9, mix(mix(tag, rel), up));
  add(f, 10, mix(lemma, upLemma));
  add(f, 11, mix(rel, upLemma));
  add(f, 12, mix(lemma, inside));
  add(f, 13, mix(kind, inside));
  add(f, 14, mix(tag, inside));
  add(f, 15, v.form[c]);
  const form = s.form[c];
  add(f, 16, mix(hash(form.slice(-3).toLowerCase()), v.upos[c]));
}

/** Those of what stands around it and hangs on it. */
export function aroundFeatures(v: View, c: number, f: Features): void {
  const s = v.sentence;
  const lemma = v.lemma[c];
  const tag = v.xpos[c];
  const rel = v.deprel[c];
  const kind = v.speech[c];
  const head = v.head[c];
  add(f, 17, mix(v.headline ? 1 : 2, v.upos[c]));
  add(f, 18, mix(v.headline ? 1 : 2, lemma));
  if (head >= 0) {
    add(f, 19, mix(mix(rel, v.speech[head]), kind));
    add(f, 20, mix(mix(rel, v.deprel[head]), v.upos[c]));
  }
  // Neighbours.
  const p1 = c > 0 ? v.lemma[c - 1] : NONE;
  const p2 = c > 1 ? v.lemma[c - 2] : NONE;
  const n1 = c + 1 < v.size ? v.lemma[c + 1] : NONE;
  const n2 = c + 2 < v.size ? v.lemma[c + 2] : NONE;
  const n1tag = c + 1 < v.size ? v.xpos[c + 1] : NONE;
  const p1tag = c > 0 ? v.xpos[c - 1] : NONE;
  add(f, 21, mix(lemma, n1));
  add(f, 22, mix(lemma, p1));
  add(f, 23, mix(kind, n1));
  add(f, 24, mix(v.upos[c], n1));
  add(f, 25, mix(v.upos[c], p1));
  add(f, 26, mix(lemma, n1tag));
  add(f, 27, mix(mix(lemma, n1), n2));
  add(f, 28, mix(mix(p2, p1), lemma));
  add(f, 29, mix(mix(p1tag, tag), n1tag));
  add(f, 30, mix(kind, mix(n1tag, p1tag)));
  // Quotations around it.
  const near = quoteNear(v, c);
  add(f, 31, near);
  add(f, 32, mix(near, lemma));
  add(f, 33, mix(near, kind));
  add(f, 34, mix(near, mix(v.upos[c], rel)));
  // What hangs on it.
  let frame = 0;
  let subject = NONE;
  let content = NONE;
  let seen = 0;
  for (let i = v.left[c]; i <= v.right[c] && seen < MAX_CHILDREN; i++) {
    if (v.head[i] !== c) continue;
    const d = s.deprel[i];
    if (NOUNS.has(d)) {
      seen++;
      add(f, 35, mix(v.deprel[i], lemma));
      add(f, 36, mix(v.deprel[i], kind));
      add(f, 37, mix(v.deprel[i], v.upos[c]));
      add(f, 38, mix(mix(v.deprel[i], v.lemma[i]), v.upos[c]));
      add(f, 39, mix(mix(v.deprel[i], v.lemma[i]), lemma));
      add(f, 40, mix(mix(v.deprel[i], v.upos[i]), mix(v.name[i], kind)));
      const first = v.left[i];
      add(f, 41, mix(mix(v.deprel[i], v.lemma[first]), lemma));
      add(f, 42, mix(mix(v.deprel[i], v.lemma[first]), kind));
      add(f, 43, mix(mix(v.deprel[i], v.quote[first] >= 0 ? 1 : 0), kind));
      frame = mix(frame, v.deprel[i]);
      if (d.startsWith('nsubj')) subject = mix(v.upos[i], v.name[i]);
      else if (content === NONE) content = v.deprel[i];
    } else if (MARKS.has(d)) {
      seen++;
      add(f, 44, mix(mix(v.deprel[i], v.lemma[i]), v.upos[c]));
      add(f, 45, mix(mix(v.deprel[i], v.lemma[i]), lemma));
      add(f, 46, mix(mix(v.deprel[i], v.lemma[i]), kind));
    }
  }
  add(f, 47, mix(frame, v.upos[c]));
  add(f, 48, mix(frame, kind));
  add(f, 49, mix(frame, lemma));
  add(f, 50, mix(mix(subject, content), kind));
  add(f, 51, mix(mix(subject, content), lemma));
  add(f, 52, mix(subject, lemma));
  add(f, 53, mix(mix(subject, rel), kind));
}

/** How quotations stand about a word: right before it, right behind it, elsewhere in the sentence, around it. */
export function quoteNear(v: View, c: number): number {
  if (v.quote[c] >= 0 && v.scare[c] === 0) return 1;
  let before = v.closes && c <= 12 ? 4 : 0;
  for (let i = c - 1; i >= 0; i--) {
    if (v.quote[i] >= 0) {
      before = c - i <= 1 ? 1 : c - i <= 4 ? 2 : 3;
      break;
    }
  }
  let behind = v.opens ? 4 : 0;
  for (let i = c + 1; i < v.size; i++) {
    if (v.quote[i] >= 0) {
      behind = i - c <= 2 ? 1 : i - c <= 5 ? 2 : 3;
      break;
    }
  }
  return 2 + before * 5 + behind;
}
