// Trains models/commitments.bin: which words of a dispatch make a commitment, and of which kind. The examples are the passages of eval/corpus/tune, which
// were annotated for this project by docs/annotation.md; the held parts are never trained on.
//   node dist/training/commitments.js [models]
// Only weights come out of it: no text and no label is kept. Deterministic: the same corpus, codebook and language.bin give the same bytes.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type GoldCommitment, type Passage, passages } from '../eval/corpus.js';
import { candidatesOf } from '../src/commitments/learned/candidates.js';
import { commitmentFeatures } from '../src/commitments/learned/features.js';
import { KINDS } from '../src/commitments/learned/model.js';
import { SLOTS, slotsOf } from '../src/commitments/learned/words.js';
import { readCommitments } from '../src/commitments/reader.js';
import { dispatchOf } from '../src/intake/index.js';
import type { Sentence } from '../src/language/index.js';
import { type Coded, code } from '../src/reading.js';
import type { Span } from '../src/records.js';
import { features, VECTOR } from '../src/statements/index.js';
import { EPOCHS, type Example, type Penalty, save, train } from './softmax.js';

const TUNE = 'eval/corpus/tune';
const PENALTY: Penalty = { l2: 0.005, denseL2: 0.01 };

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
    return kind === undefined && covered ? [] : [{ features, vectors, kind: kind ?? 0, weight: 1 }];
  });
}

/**
 * The passages by which no rule was ever written. On the others the rules do better than they do on what is new; there the learned reader is not told what
 * they say, lest it trust them too much.
 */
export function isUnread(name: string): boolean {
  return /^fresh-[c-q]/.test(name) || UNREAD.has(name);
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

function main(folder: string): void {
  const all = passages('tune');
  const examples = all.flatMap((passage) => examplesOf(passage));
  const { count, size } = save(
    folder,
    'commitments',
    train(examples, KINDS.length, SLOTS, PENALTY, (line) => console.error(line)),
  );
  const wire = all.filter(({ name }) => name.startsWith('reuters-')).length;
  const positive = examples.filter(({ kind }) => kind > 0).length;
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
- **Hyper-parameters** as the constants at the head of \`training/softmax.ts\`: ${EPOCHS} rounds, AdaGrad, a feature counts from the third time on. What the rules say of a word is told only of passages by which no rule was written
- **Features kept** ${count.toLocaleString('en')}, a byte a weight, eight weights each, and ${(SLOTS * VECTOR * KINDS.length).toLocaleString('en')} weights of vectors
- **Size** ${(size / 1e6).toFixed(1)} MB
- **Known limits** trade and debt copy of 1987 is most of what it has seen of real wire; idioms ("the river has no ears") it does not know
`,
  );
  console.error(`${examples.length} words, ${positive} of them commitments; ${count} features, ${size} bytes`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv[2] ?? 'models');
