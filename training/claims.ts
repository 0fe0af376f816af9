// Trains models/claims.bin and models/claims-links.bin: which clauses of a dispatch are claimed, deny, doubt or confirm, and what each of them is about. The
// examples are the passages of eval/corpus/tune, which were annotated for this project by docs/annotation.md; the held parts are never trained on.
//   node dist/training/claims.js [models]
// Only weights come out of it: no text and no label is kept. Deterministic: the same corpus, codebook and language.bin give the same bytes.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Passage, passages } from '../eval/corpus.js';
import {
  type Judged,
  linkFeatures,
  type Scene,
  SLOTS,
  slotsOf,
  tellingFeatures,
} from '../src/claims/learned/features.js';
import { judgedIn, type Models, mayAnswer, partnersOf, STANCES } from '../src/claims/learned/judge.js';
import { spanOf, type Telling, tellingsOf } from '../src/claims/learned/tellings.js';
import { type Linked, linkedByRules } from '../src/claims/link.js';
import { type Coded, sidesOf } from '../src/commitments/index.js';
import type { Span } from '../src/records.js';
import { features } from '../src/statements/index.js';
import { codedOf, isUnread } from './commitments.js';
import { type Example, type Penalty, save, train } from './softmax.js';

/** A passage made ready: its tellings, and the annotated claim that each is, by number. */
export interface Ready {
  readonly name: string;
  readonly scene: Scene;
  readonly gold: ReadonlyMap<number, number>;
  readonly passage: Passage;
  readonly tellings: readonly Example[];
}

const FRESH = 2;
/** Of these the examples are few and the features many. */
const PENALTY: Penalty = { l2: 0.06, denseL2: 0.1 };
/** The passages are dealt out to as many hands; what is learned of links is learned from chances that were not learned on the passage itself. */
const HANDS = 5;

const shared = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0])) / Math.max(a[1] - a[0], b[1] - b[0]);

/** Makes a passage ready. `asked`: with what the rules make of it. */
export function ready(passage: Passage, input: Coded = codedOf(passage), asked = isUnread(passage.name)): Ready {
  const sides = sidesOf(input.cast);
  const linked: Linked = linkedByRules(input, sides);
  const scene: Scene = { input, sides, tellings: tellingsOf(input, linked), asked };
  const { gold, near } = matched(passage, scene.tellings);
  const f = features(1024);
  const weight = passage.name.startsWith('reuters') ? 1 : FRESH;
  const tellings = scene.tellings.flatMap(({ s, word }, at): Example[] => {
    const claim = gold.get(at);
    if (claim === undefined && near.has(at)) return [];
    tellingFeatures(scene, at, f);
    const kind = claim === undefined ? 0 : STANCES.indexOf(passage.claims[claim].stance);
    return [{ features: f.data.slice(0, f.count), vectors: slotsOf(s, word), kind, weight }];
  });
  return { name: passage.name, scene, gold, passage, tellings };
}

/** Which telling each annotated claim is, and those that might as well be. */
function matched({ claims }: Passage, tellings: readonly Telling[]) {
  const fits: [fit: number, at: number, claim: number][] = [];
  const near = new Set<number>();
  for (const [at, telling] of tellings.entries()) {
    for (const [k, { stance, span }] of claims.entries()) {
      const own = spanOf(telling, stance);
      const known =
        stance === 'asserts'
          ? telling.asserted !== null
          : telling.stance?.stance === stance || telling.made?.stance === stance;
      const fit = Math.max(...span.map((one) => shared(one, own)));
      if (fit < 0.35) continue;
      near.add(at);
      fits.push([fit + (known ? 0.3 : 0), at, k]);
    }
  }
  fits.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
  const gold = new Map<number, number>();
  const done = new Set<number>();
  for (const [, at, claim] of fits) {
    if (gold.has(at) || done.has(claim)) continue;
    gold.set(at, claim);
    done.add(claim);
  }
  return { gold, near };
}

/** The examples of who is about what, once the tellings are judged. */
export function linksOf({ scene, gold, passage }: Ready, judged: readonly Judged[]): Example[] {
  const f = features(1024);
  const found: Example[] = [];
  const weight = passage.name.startsWith('reuters') ? 1 : FRESH;
  for (let b = 0; b < judged.length; b++) {
    const claim = gold.get(b);
    if (claim === undefined && !mayAnswer(judged[b])) continue;
    const against = claim === undefined ? null : passage.claims[claim].against;
    for (const [a, rank] of partnersOf(judged, b)) {
      linkFeatures(scene, judged, b, a, rank, f);
      const kind = against !== null && gold.get(a) === against ? 1 : 0;
      found.push({ features: f.data.slice(0, f.count), vectors: [], kind, weight });
    }
  }
  return found;
}

/** Trains both models: the one of links by chances from models that have not seen the passage. */
export function trained(all: readonly Ready[], log: (line: string) => void = () => {}): Models {
  const tellings = train(
    all.flatMap((one) => one.tellings),
    STANCES.length,
    SLOTS,
    PENALTY,
    log,
  );
  const links: Example[] = [];
  for (let hand = 0; hand < HANDS; hand++) {
    const others = all.filter((_, i) => i % HANDS !== hand).flatMap((one) => one.tellings);
    const model = train(others, STANCES.length, SLOTS, PENALTY);
    for (const one of all.filter((_, i) => i % HANDS === hand)) links.push(...linksOf(one, judgedIn(model, one.scene)));
    log(`links: hand ${hand + 1}`);
  }
  return { tellings, links: train(links, 2, 0, PENALTY, log) };
}

function main(folder: string): void {
  const all = passages('tune').map((passage) => ready(passage));
  const models = trained(all, (line) => console.error(line));
  const tellings = save(folder, 'claims', models.tellings);
  const links = save(folder, 'claims-links', models.links);
  const wire = all.filter(({ name }) => name.startsWith('reuters-')).length;
  const [count, claims] = [(one: Ready) => one.tellings.length, (one: Ready) => one.gold.size].map((of) =>
    all.reduce((sum, one) => sum + of(one), 0).toLocaleString('en'),
  );
  writeFileSync(
    join(folder, 'claims.card.md'),
    `# claims.bin, claims-links.bin, with their .json

Which clauses of a dispatch are part of a dispute (\`claims\`: asserted, denies, doubts, confirms, none) and which of them another is about (\`claims-links\`): softmax
regressions over hashed features. Of a clause: its word, its mood, who acts and who speaks, what hangs on it, the words of codebook/claims.txt, charges and
denials around it, what the rules make of it, and the vectors of five words. Of two: whose they are, who is charged, what they share, how far apart they stand.
It adds to the rules' claims and drops some (\`src/claims/learned/judge.ts\`). Written by \`training/claims.ts\`.

- **Licence** CC BY-SA 4.0, as the trees that it reads
- **Trained on** \`eval/corpus/tune\`, annotated for this project by \`docs/annotation.md\`: ${all.length - wire} passages written for it and ${wire} dispatches of Reuters-21578 (whose texts belong to
  Reuters and are not held here): ${count} clauses, ${claims} of them claims. Weights of hashed features alone are kept, no text and no label.
- **Not trained on** the held parts of \`eval/corpus\`, which only measure (\`npm run eval\`, docs/scores.md)
- **Trained by** \`node dist/training/claims.js\`, three minutes on one core. The same corpus, codebook and \`language.bin\` give the same bytes. Train again when one of them changes.
- **Hyper-parameters** as the constants at the head of \`training/softmax.ts\`, with a penalty of ${PENALTY.l2} (${PENALTY.denseL2} for vectors); a passage written for the project counts ${FRESH} times one of
  Reuters. What the rules say is told only of passages by which no rule was written. Links learn from chances of models that had not seen the passage
- **Features kept** ${tellings.count.toLocaleString('en')} and ${links.count.toLocaleString('en')}, a byte a weight
- **Size** ${((tellings.size + links.size) / 1e6).toFixed(1)} MB
- **Known limits** real wire copy holds few disputes, and of what it has seen most was written for the project
`,
  );
  console.error(`${tellings.size} and ${links.size} bytes`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main(process.argv[2] ?? 'models');
