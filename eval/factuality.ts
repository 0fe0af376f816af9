// How certain an act is, against the UW set of event factuality: certainly so (1.5 and more), uncertain, certainly not (-1.5 and less).

import { join } from 'node:path';
import { ownBook } from '../src/events/book.js';
import { standing } from '../src/events/modality.js';
import { Tree } from '../src/events/tree.js';
import { parse, wordAt } from '../src/language/index.js';
import type { Bench, Figure } from './figures.js';
import { jsonl } from './run.js';

interface Gold {
  readonly text: string;
  readonly targets: readonly { readonly start: number; readonly label: number }[];
}

const CLASSES = ['yes', 'uncertain', 'no'] as const;
const CERTAIN = 1.5;

export function factualityFigures(bench: Bench): Figure[] {
  const book = ownBook();
  const counts = new Map<string, number>();
  for (const { text, targets } of jsonl<Gold>(join(bench.data, 'factuality/factuality-uw-dev.jsonl'))) {
    const sentences = parse(text, [{ kind: 'paragraph', span: [0, text.length] }], new Set(['paragraph']));
    const trees = sentences.map((sentence) => new Tree(sentence, book.frames));
    for (const { start, label } of targets) {
      const want = label >= CERTAIN ? 'yes' : label <= -CERTAIN ? 'no' : 'uncertain';
      const at = sentences.findIndex(({ span }) => span[0] <= start && start < span[1]);
      const word = at < 0 ? -1 : wordAt(sentences[at], start);
      let got: (typeof CLASSES)[number] = 'yes';
      if (word >= 0) {
        const { modality, negated, denied } = standing(trees[at], book.modality, word);
        const real = modality === 'happened' || modality === 'ongoing';
        got = real ? (negated || denied ? 'no' : 'yes') : 'uncertain';
      }
      counts.set(`${want} ${got}`, (counts.get(`${want} ${got}`) ?? 0) + 1);
    }
  }
  const sum = (test: (want: string, got: string) => boolean): number =>
    [...counts].reduce((total, [key, n]) => total + (test(...(key.split(' ') as [string, string])) ? n : 0), 0);
  const f1 = CLASSES.map((one) => {
    const hit = counts.get(`${one} ${one}`) ?? 0;
    return (200 * hit) / Math.max(1, sum((want) => want === one) + sum((_, got) => got === one));
  });
  const figure = (measure: string, value: number): Figure => ({
    stage: 'events',
    set: 'UW factuality dev',
    measure,
    value,
  });
  return [
    { ...figure('three-way macro F1', (f1[0] + f1[1] + f1[2]) / 3), floor: 50, aim: 65 },
    ...CLASSES.map((one, i) => figure(`  ${one}`, f1[i])),
  ];
}
