// What the statements model looks at of each word, once a cue is known: is it source, cue or content? Each word is seen by its path through the
// tree to the cue, as semantic role labellers do (Gildea & Jurafsky 2002). features.ts has what is looked at of the cue itself.

import { add, type Features, NONE, NOUNS, quoteNear } from './features.js';
import { hash, mix, type View } from './view.js';

const UP = hash('^');

/** What is known of every word as seen from one cue. Arrays are reused: valid until the next call of `look`. */
export interface Outlook {
  readonly cue: number;
  /** Hash of the relations from the cue up to where the paths meet. */
  readonly up: Int32Array;
  /** The child of the meeting point under which the word stands, -1 when the word is an ancestor of the cue or the cue. */
  readonly branch: Int32Array;
  /** The child of the branch under which the word stands, -1 at the branch itself. */
  readonly sub: Int32Array;
  /** Hash of the whole path. */
  readonly path: Int32Array;
  /** Hash of the cue's frame: relations of its children. */
  readonly frame: number;
  /** quoteNear of the cue. */
  readonly near: number;
  /** What stands between the cue and the word, in bits. */
  readonly between: Int32Array;
}

const LIMIT = 600;
const UPS = new Int32Array(LIMIT);
const BRANCH = new Int32Array(LIMIT);
const SUB = new Int32Array(LIMIT);
const PATH = new Int32Array(LIMIT);
const ORDER = new Int32Array(LIMIT);
const BETWEEN = new Int32Array(LIMIT);

/** The longest sentence that is tagged; longer ones are lists and tables. */
export const LONGEST = LIMIT;

/** Looks at a sentence from the cue headed by `c`. */
export function look(v: View, c: number): Outlook {
  const n = v.size;
  BRANCH.fill(-2, 0, n);
  SUB.fill(-1, 0, n);
  let chain = UP;
  for (let w = c, steps = 0; w >= 0; w = v.head[w], steps++) {
    UPS[w] = chain;
    PATH[w] = chain;
    BRANCH[w] = -1;
    if (steps < 4) chain = mix(chain, v.deprel[w]);
    else chain = mix(UP, 99);
  }
  for (let i = 0; i < n; i++) {
    let w = i;
    let top = 0;
    while (BRANCH[w] === -2) {
      ORDER[top++] = w;
      w = v.head[w];
    }
    while (top > 0) {
      const word = ORDER[--top];
      const parent = v.head[word];
      UPS[word] = UPS[parent];
      if (BRANCH[parent] === -1) {
        BRANCH[word] = word;
        PATH[word] = mix(UPS[parent], v.deprel[word]);
      } else {
        BRANCH[word] = BRANCH[parent];
        SUB[word] = SUB[parent] < 0 ? word : SUB[parent];
        PATH[word] =
          v.depth[word] - v.depth[BRANCH[word]] < 3 ? mix(PATH[parent], v.deprel[word]) : mix(PATH[parent], 7);
      }
    }
  }
  let frame = 0;
  for (let i = v.left[c]; i <= v.right[c]; i++) {
    if (v.head[i] === c && NOUNS.has(v.sentence.deprel[i])) frame = mix(frame, v.deprel[i]);
  }
  lookBetween(v, c);
  return { cue: c, up: UPS, branch: BRANCH, sub: SUB, path: PATH, frame, near: quoteNear(v, c), between: BETWEEN };
}

/**
 * What a word's features are made of, as seen from the cue: the path to its branch, that to the word's part of the branch, the side of
 * the cue it stands on, how quotations lie about it. One is reused for all words.
 */
export interface Standing {
  branch: number;
  sub: number;
  side: number;
  quoted: number;
  /** Hash of the path to the branch and the side. */
  p1: number;
  /** The same with the relation of `sub`. */
  p2: number;
}

export const standing = (): Standing => ({ branch: -1, sub: -1, side: 0, quoted: 0, p1: 0, p2: 0 });

/** How a word's quotation lies to the cue's, `Standing.quoted`: 1 to QUOTED. */
export const QUOTED = 5;
/** Before, behind, the cue itself, `Standing.side`: 1 to SIDES. */
export const SIDES = 3;

/** Where word `t` stands. */
export function stand(v: View, o: Outlook, t: number, at: Standing): void {
  const c = o.cue;
  at.side = t < c ? 1 : t > c ? 2 : 3;
  at.branch = o.branch[t];
  at.sub = o.sub[t];
  at.p1 = mix(mix(o.up[t], at.branch < 0 ? NONE : v.deprel[at.branch]), at.side);
  at.p2 = mix(at.p1, at.sub < 0 ? NONE : v.deprel[at.sub]);
  const q = v.quote[t];
  const cueQuote = v.quote[c];
  at.quoted = q < 0 ? (cueQuote < 0 ? 1 : 2) : q === cueQuote ? 3 : cueQuote < 0 ? 4 : 5;
}

/**
 * Features of "word `t` has a role with the cue of `o`", all of them. They fall into four lots, of which three are the same for many
 * words, so that their weights need adding up only once: of a quotation and side, of a branch, of a part of a branch.
 */
export function roleFeatures(v: View, o: Outlook, t: number, f: Features): void {
  f.count = 0;
  stand(v, o, t, AT);
  quoteFeatures(v, o, AT, f);
  branchFeatures(v, o, AT, f);
  partFeatures(v, o, AT, f);
  placeFeatures(v, o, t, AT, f);
}

const AT = standing();

/** Those of all words on one side of the cue and of one kind of quotation. */
export function quoteFeatures(v: View, o: Outlook, { side, quoted }: Standing, f: Features): void {
  const cue = v.lemma[o.cue];
  const kind = v.speech[o.cue];
  add(f, 1, side);
  const qs = mix(quoted, side);
  add(f, 34, qs);
  add(f, 35, mix(qs, cue));
  add(f, 36, mix(qs, kind));
  add(f, 38, mix(qs, o.near));
  add(f, 39, mix(qs, mix(o.near, kind)));
  add(f, 51, mix(v.headline ? 1 : 0, mix(side, kind)));
}

/** Those of all words of one branch on one side. */
export function branchFeatures(v: View, o: Outlook, { branch, p1 }: Standing, f: Features): void {
  const c = o.cue;
  const cue = v.lemma[c];
  const kind = v.speech[c];
  const size = v.size;
  add(f, 2, p1);
  add(f, 5, mix(p1, cue));
  add(f, 6, mix(p1, mix(kind, v.upos[c])));
  add(f, 9, mix(p1, v.xpos[c]));
  add(f, 18, mix(p1, o.frame));
  add(f, 19, mix(p1, mix(o.frame, kind)));
  add(f, 40, mix(o.near, p1));
  add(f, 52, mix(size < 12 ? 1 : size < 30 ? 2 : 3, p1));
  if (branch < 0) return;
  const first = v.left[branch];
  add(f, 20, mix(p1, v.lemma[branch]));
  add(f, 21, mix(p1, mix(v.upos[branch], v.name[branch])));
  add(f, 22, mix(p1, v.lemma[first]));
  add(f, 23, mix(p1, mix(v.lemma[first], cue)));
  add(f, 24, mix(p1, mix(v.xpos[branch], kind)));
}

/** Those of all words of one part of a branch on one side. */
export function partFeatures(v: View, o: Outlook, { branch, sub, p1, p2 }: Standing, f: Features): void {
  add(f, 3, p2);
  add(f, 7, mix(p2, v.lemma[o.cue]));
  add(f, 8, mix(p2, v.speech[o.cue]));
  if (branch < 0) return;
  if (sub >= 0) {
    add(f, 28, mix(p2, v.lemma[sub]));
    add(f, 30, mix(p2, v.xpos[sub]));
  }
  // Another word of speech between the cue and this word takes it away.
  add(f, 31, mix(p1, mix(v.speech[branch], sub >= 0 ? v.speech[sub] : 0)));
}

/** Those of the word alone. */
export function placeFeatures(v: View, o: Outlook, t: number, at: Standing, f: Features): void {
  const { branch, sub, side, quoted, p1, p2 } = at;
  const c = o.cue;
  const far = Math.min(Math.abs(t - c), 6) * 4 + side;
  const cue = v.lemma[c];
  const kind = v.speech[c];
  const p3 = mix(o.path[t], side);
  const lemma = v.lemma[t];
  const upos = v.upos[t];
  const tag = v.xpos[t];
  add(f, 4, p3);
  add(f, 10, mix(p3, upos));
  add(f, 11, mix(p3, lemma));
  add(f, 12, mix(p1, lemma));
  add(f, 13, mix(lemma, side));
  add(f, 14, mix(far, upos));
  add(f, 15, mix(far, cue));
  add(f, 16, mix(far, mix(lemma, cue)));
  add(f, 17, mix(far, mix(lemma, kind)));
  if (branch >= 0) {
    const edge = (t === v.left[branch] ? 1 : 0) + (t === v.right[branch] ? 2 : 0);
    add(f, 25, mix(p1, mix(edge, upos)));
    add(f, 26, mix(p1, mix(edge, lemma)));
    if (sub >= 0) {
      const subEdge = (t === v.left[sub] ? 1 : 0) + (t === v.right[sub] ? 2 : 0);
      add(f, 27, mix(p2, mix(subEdge, lemma)));
      add(f, 29, mix(p2, mix(v.lemma[v.left[sub]], subEdge)));
    }
  } else {
    add(f, 32, mix(o.path[t], mix(lemma, side)));
    add(f, 33, mix(o.path[t], mix(upos, kind)));
  }
  add(f, 37, mix(mix(quoted, side), p1));
  add(f, 41, mix(quoted, mix(far, upos)));
  // Neighbours.
  const l1 = t > 0 ? v.lemma[t - 1] : NONE;
  const r1 = t + 1 < v.size ? v.lemma[t + 1] : NONE;
  const lt = t > 0 ? v.xpos[t - 1] : NONE;
  const rt = t + 1 < v.size ? v.xpos[t + 1] : NONE;
  add(f, 42, mix(lemma, mix(l1, side)));
  add(f, 43, mix(lemma, mix(r1, side)));
  add(f, 44, mix(mix(tag, lt), mix(rt, side)));
  add(f, 45, mix(p1, mix(lt, tag)));
  add(f, 46, mix(p1, mix(tag, rt)));
  add(f, 47, mix(v.name[t], mix(tag, far)));
  // What stands between.
  const between = o.between[t];
  add(f, 48, mix(between, side));
  add(f, 49, mix(between, mix(upos, kind)));
  add(f, 50, mix(between, mix(p1, tag)));
}

/** Which of comma, colon, verb, word of speech stand between the cue and each word, in a few bits; FAR beyond 40 words. */
function lookBetween(v: View, c: number): void {
  let bits = 0;
  for (let t = c + 1; t < v.size; t++) {
    BETWEEN[t] = t - c > 41 ? FAR : bits;
    bits |= bitsOf(v, t);
  }
  bits = 0;
  for (let t = c - 1; t >= 0; t--) {
    BETWEEN[t] = c - t > 41 ? FAR : bits;
    bits |= bitsOf(v, t);
  }
  BETWEEN[c] = 0;
}

const FAR = 64;

function bitsOf(v: View, i: number): number {
  switch (v.sentence.upos[i]) {
    case 'VERB':
      return v.speech[i] !== 0 ? 12 : 4;
    case 'SCONJ':
      return 16;
    default: {
      const form = v.sentence.form[i];
      if (form === ',') return 1;
      return form === ':' || form === ';' || form === '--' || form === '—' || form === '-' || form === '–' ? 2 : 0;
    }
  }
}

/** Features of the step from word `t - 1` to word `t`: where spans begin and end. */
export function stepFeatures(v: View, o: Outlook, t: number, f: Features): void {
  f.count = 0;
  const c = o.cue;
  const side = t < c ? 1 : t > c ? 2 : 3;
  const before = t - 1;
  const same = o.branch[before] === o.branch[t] ? 1 : 0;
  const qb = v.quote[before];
  const q = v.quote[t];
  const turn = qb === q ? (q >= 0 ? 1 : 0) : q < 0 ? 2 : qb < 0 ? 3 : 4;
  const b1 = o.branch[before] < 0 ? NONE : v.deprel[o.branch[before]];
  const b2 = o.branch[t] < 0 ? NONE : v.deprel[o.branch[t]];
  const at = before === c ? 1 : t === c ? 2 : 0;
  add(f, 101, NONE);
  add(f, 102, mix(side, same));
  add(f, 103, mix(v.form[t], mix(same, side)));
  add(f, 104, mix(v.form[before], mix(same, side)));
  add(f, 105, mix(turn, mix(side, same)));
  add(f, 106, mix(mix(b1, b2), mix(same, side)));
  add(f, 107, mix(mix(v.xpos[before], v.xpos[t]), mix(at, same)));
  add(f, 108, mix(mix(o.path[before], o.path[t]), side));
  add(f, 109, mix(at, mix(v.lemma[c], v.lemma[at === 1 ? t : before])));
  add(f, 110, mix(at, mix(v.speech[c], v.xpos[at === 1 ? t : before])));
  add(f, 111, mix(v.lemma[t], mix(b2, mix(side, same))));
}
