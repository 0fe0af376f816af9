// Trains models/commitments.bin: which words of a dispatch make a commitment, and of which kind. The examples are the passages of eval/corpus/tune, which
// were annotated for this project by docs/annotation.md; the held parts are never trained on.
//   node dist/training/commitments.js [models]
// Only weights come out of it: no text and no label is kept. Deterministic: the same corpus, codebook and language.bin give the same bytes.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type GoldCommitment, type Passage, passages } from '../eval/corpus.js';
import { candidatesOf } from '../src/commitments/learned/candidates.js';
import { commitmentFeatures, SLOTS, slotsOf } from '../src/commitments/learned/features.js';
import { KINDS, type Model, VECTOR, WIDTH } from '../src/commitments/learned/model.js';
import { readCommitments } from '../src/commitments/reader.js';
import { dispatchOf } from '../src/intake/index.js';
import type { Sentence } from '../src/language/index.js';
import { type Coded, code } from '../src/reading.js';
import type { Span } from '../src/records.js';
import { features, tableOf } from '../src/statements/index.js';

/** A word that may make a commitment, and what it does make. */
export interface Example {
  readonly features: Int32Array;
  readonly vectors: readonly (Float32Array | null)[];
  /** Index into KINDS. */
  readonly kind: number;
  readonly weight: number;
}

const TUNE = 'eval/corpus/tune';
const BITS = 20;
const EPOCHS = 10;
/** What a passage written for the project counts for, where one of Reuters counts 1: a crisis is what we are for. */
const FRESH = 2;
const RATE = 0.15;
const DENSE_RATE = 0.05;
const L2 = 0.002;
const DENSE_L2 = 0.005;
/** A feature must be seen this often. */
const SEEN = 3;
/** Weights smaller than this many of 127 units are forgotten. */
const LEAST = 6;

const touch = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
const inside = (span: Span | null, at: number): boolean => span !== null && span[0] <= at && at < span[1];

interface Candidate {
  readonly s: Sentence;
  readonly word: number;
  /** The word with its auxiliaries. */
  readonly span: Span;
  readonly listed: boolean;
  readonly features: Int32Array;
  readonly vectors: readonly (Float32Array | null)[];
}

/** The examples of one passage: each annotated commitment names the word that makes it best; words inside what is committed to are left out. */
export function examplesOf(
  passage: Passage,
  input: Coded = codedOf(passage),
  asked = isUnread(passage.name),
): Example[] {
  const candidates = candidatesIn(input, asked);
  const kinds = new Map<number, number>();
  for (const gold of passage.commitments) {
    let best = -1;
    let most = 0;
    for (const [i, candidate] of candidates.entries()) {
      const fit = fitOf(gold, candidate);
      if (fit > most && !kinds.has(i)) [best, most] = [i, fit];
    }
    if (best >= 0) kinds.set(best, KINDS.indexOf(gold.kind));
  }
  return candidates.flatMap(({ s, word, span, features, vectors }, i) => {
    const kind = kinds.get(i);
    const covered = passage.commitments.some(
      ({ on, consequence }) => inside(consequence, s.start[word]) || on.some((one) => touch(one, span)),
    );
    return kind === undefined && covered
      ? []
      : [{ features, vectors, kind: kind ?? 0, weight: passage.name.startsWith('reuters') ? 1 : FRESH }];
  });
}

/**
 * The passages by which no rule was ever written. On the others the rules do better than they do on what is new; there the learned reader is not told what
 * they say, lest it trust them too much.
 */
function isUnread(name: string): boolean {
  return /^fresh-[c-e]/.test(name) || UNREAD.has(name);
}

const UNREAD = new Set(
  readdirSync(TUNE)
    .filter((file) => /^reuters-(?:[6-9]|\d\d)\.txt$/.test(file))
    .flatMap((file) => [...readFileSync(join(TUNE, file), 'utf8').matchAll(/^== (\S+)/gm)].map((match) => match[1])),
);

function fitOf({ on, consequence }: GoldCommitment, { s, word, span, listed }: Candidate): number {
  const own: Span = [s.start[word], s.end[word]];
  const up = s.head[word];
  const heads = inside(consequence, own[0]) && !(up >= 0 && inside(consequence, s.start[up]));
  const fit =
    (on.some((one) => touch(one, own)) ? 4 : 0) + (on.some((one) => touch(one, span)) ? 2 : 0) + (heads ? 1.5 : 0);
  return fit > 0 && listed ? fit + 0.5 : fit;
}

export function codedOf({ name, date, text }: Passage): Coded {
  return code(dispatchOf(text, { id: name, date }));
}

/** `asked`: with what the rules make of each word. */
function candidatesIn(input: Coded, asked: boolean): Candidate[] {
  const f = features(512);
  const found: Candidate[] = [];
  readCommitments(input, undefined, (scene, made) => {
    const { s, byTrigger } = scene;
    for (const word of candidatesOf(s, byTrigger)) {
      commitmentFeatures(asked ? scene : { ...scene, ruled: null }, word, f);
      let first = s.start[word];
      for (let i = 0; i < word; i++)
        if (s.head[i] === word && s.deprel[i].startsWith('aux')) first = Math.min(first, s.start[i]);
      found.push({
        s,
        word,
        span: [first, s.end[word]],
        listed: byTrigger.has(word),
        features: f.data.slice(0, f.count),
        vectors: slotsOf(s, word),
      });
    }
    return [...made];
  });
  return found;
}

function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Softmax regression by AdaGrad (Duchi, Hazan, Singer 2011) with a penalty on the squares of the weights. */
export function train(examples: readonly Example[], log: (line: string) => void = () => {}): Model {
  const shift = 32 - BITS;
  const counts = new Uint16Array(1 << BITS);
  for (const { features } of examples) for (const id of new Set(features)) counts[id >>> shift]++;
  const rows = examples.map(({ features, vectors, kind, weight }) => ({
    ids: Int32Array.from(new Set(features), (id) => id >>> shift).filter((id) => counts[id] >= SEEN),
    vectors,
    kind,
    weight,
  }));
  const w = new Float32Array((1 << BITS) * WIDTH);
  const g2 = new Float32Array(w.length).fill(1e-6);
  const dense = new Float32Array(SLOTS * VECTOR * WIDTH);
  const d2 = new Float32Array(dense.length).fill(1e-4);
  const next = random(7);
  const order = Int32Array.from(rows, (_, i) => i);
  const sums = new Float64Array(WIDTH);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    let loss = 0;
    for (const at of order) {
      const { ids, vectors, kind, weight } = rows[at];
      sums.fill(0);
      for (const id of ids) for (let k = 0; k < WIDTH; k++) sums[k] += w[id * WIDTH + k];
      for (const [slot, vector] of vectors.entries()) {
        if (!vector) continue;
        let q = slot * VECTOR * WIDTH;
        for (let i = 0; i < VECTOR; i++) for (let k = 0; k < WIDTH; k++) sums[k] += vector[i] * dense[q++];
      }
      let whole = 0;
      const top = Math.max(...sums);
      for (let k = 0; k < WIDTH; k++) whole += sums[k] = Math.exp(sums[k] - top);
      loss -= Math.log(sums[kind] / whole + 1e-9);
      for (let k = 0; k < WIDTH; k++) {
        const slope = (sums[k] / whole - (k === kind ? 1 : 0)) * weight;
        if (Math.abs(slope) < 1e-5) continue;
        for (const id of ids) {
          const q = id * WIDTH + k;
          const g = slope + L2 * w[q];
          g2[q] += g * g;
          w[q] -= (RATE * g) / Math.sqrt(g2[q]);
        }
        for (const [slot, vector] of vectors.entries()) {
          if (!vector) continue;
          for (let i = 0; i < VECTOR; i++) {
            const q = (slot * VECTOR + i) * WIDTH + k;
            const g = slope * vector[i] + DENSE_L2 * dense[q];
            d2[q] += g * g;
            dense[q] -= (DENSE_RATE * g) / Math.sqrt(d2[q]);
          }
        }
      }
    }
    log(`round ${epoch + 1}: loss ${(loss / rows.length).toFixed(5)}`);
  }
  return packed(w, dense);
}

/** Weights to bytes, by square roots; what is next to nothing is forgotten. */
function packed(w: Float32Array, dense: Float32Array): Model {
  let largest = 0;
  for (const x of w) if (Math.abs(x) > largest) largest = Math.abs(x);
  const known = new Uint32Array(1 << (BITS - 5));
  const kept: number[] = [];
  const row = new Int8Array(WIDTH);
  for (let id = 0; id < 1 << BITS; id++) {
    let most = 0;
    for (let k = 0; k < WIDTH; k++) {
      const x = w[id * WIDTH + k];
      row[k] = Math.sign(x) * Math.round(127 * Math.sqrt(Math.abs(x) / largest));
      most = Math.max(most, Math.abs(row[k]));
    }
    if (most < LEAST) continue;
    known[id >>> 5] |= 1 << (id & 31);
    kept.push(...row);
  }
  return { table: tableOf(BITS, WIDTH, known, Int8Array.from(kept), largest), dense };
}

function main(folder: string): void {
  const all = passages('tune');
  const examples = all.flatMap((passage) => examplesOf(passage));
  const { table, dense } = train(examples, (line) => console.error(line));
  const parts = [table.index.filter((_, i) => i % 2 === 0), dense, table.weights.subarray(WIDTH)];
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
  const shape = { bits: table.bits, count: table.weights.length / WIDTH - 1, largest: table.largest };
  const wire = all.filter(({ name }) => name.startsWith('reuters-')).length;
  const positive = examples.filter(({ kind }) => kind > 0).length;
  writeFileSync(join(folder, 'commitments.bin'), bytes);
  writeFileSync(join(folder, 'commitments.json'), `${JSON.stringify(shape, null, 2)}\n`);
  writeFileSync(
    join(folder, 'commitments.card.md'),
    `# commitments.bin, commitments.json

Which words of a dispatch make a commitment, and of which of the seven kinds: softmax regression over hashed features (the word, its mood, who acts and who
speaks, what hangs on it, what the codebook, the events and the rules say of it) and over the vectors of five words. It adds commitments that no rule finds, drops
records that a modal verb alone made, and turns the kind where no table knows the act (\`src/commitments/learned/judge.ts\`). Written by \`training/commitments.ts\`.

- **Licence** CC BY-SA 4.0, as the trees that it reads
- **Trained on** \`eval/corpus/tune\`, annotated for this project by \`docs/annotation.md\`: ${all.length - wire} passages written for it and ${wire} dispatches of Reuters-21578 (whose texts belong to
  Reuters and are not held here): ${examples.length.toLocaleString('en')} words, ${positive.toLocaleString('en')} of them commitments. Weights of hashed features alone are kept, no text and no label.
- **Not trained on** the held parts of \`eval/corpus\`, which only measure (\`npm run eval\`, docs/scores.md)
- **Trained by** \`node dist/training/commitments.js\`, two minutes on one core. The same corpus, codebook and \`language.bin\` give the same bytes. Train again when one of them changes.
- **Hyper-parameters** as the constants at the head of \`training/commitments.ts\`: ${EPOCHS} rounds, AdaGrad, a feature counts from the third time on; a passage written for the project counts
  ${FRESH} times one of Reuters. What the rules say of a word is told only of passages by which no rule was written
- **Features kept** ${shape.count.toLocaleString('en')}, a byte a weight, eight weights each, and ${dense.length.toLocaleString('en')} weights of vectors
- **Size** ${(bytes.length / 1e6).toFixed(1)} MB
- **Known limits** trade and debt copy of 1987 is most of what it has seen of real wire; idioms ("the river has no ears") it does not know
`,
  );
  console.error(
    `${examples.length} words, ${positive} of them commitments; ${shape.count} features, ${bytes.length} bytes`,
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv[2] ?? 'models');
