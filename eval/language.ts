// Tags, lemmas, trees and names against treebanks and name sets: with gold words, and from raw text.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotateConllu, fromConllu, parse, parseWords, toConllu } from '../src/language/index.js';
import type { Bench, Figure } from './figures.js';
import { number, score } from './run.js';

const TREEBANKS: readonly [file: string, name: string, targets: Record<string, [floor: number, aim: number]>][] = [
  ['ewt', 'EWT dev', { UPOS: [96, 97], Lemmas: [97, 98], LAS: [84.5, 87] }],
  ['gum-free', 'GUM-free dev', { LAS: [83.5, 86] }],
];

export function languageFigures(bench: Bench): Figure[] {
  const figures: Figure[] = [];
  const add = (set: string, measure: string, value: number | null, targets?: [number, number]): void => {
    figures.push({
      stage: 'language',
      set,
      measure,
      value,
      ...(targets ? { floor: targets[0], aim: targets[1] } : {}),
    });
  };
  for (const [file, name, targets] of TREEBANKS) {
    const path = join(bench.data, `treebanks/dev/${file}.conllu`);
    const source = readFileSync(path, 'utf8');
    const gold = score(
      bench,
      'score-conllu.mjs',
      path,
      written(bench, `${file}.gold-words.conllu`, annotateConllu(source, parseWords(wordsOf(source)))),
    );
    for (const measure of ['UPOS', 'XPOS', 'Lemmas', 'UAS', 'LAS'])
      add(name, `${measure}, gold words`, f1(gold, measure), targets[measure]);
    const text = textOf(source);
    const raw = score(bench, 'score-conllu.mjs', path, written(bench, `${file}.raw.conllu`, parsed(text)));
    for (const measure of ['Words', 'Sentences', 'UPOS', 'LAS']) add(name, `${measure}, raw text`, f1(raw, measure));
    if (file === 'gum-free') {
      const lost = (f1(gold, 'LAS') ?? 0) - (f1(raw, 'LAS') ?? 0);
      add(name, 'LAS lost from raw text (at most 2.5)', lost);
    }
  }
  const names = (gold: string): number | null => {
    const path = join(bench.data, gold);
    const source = readFileSync(path, 'utf8');
    const iob = gold.endsWith('.iob2');
    const output = iob
      ? toConllu(null, parseWords(iobWords(source)))
      : annotateConllu(source, parseWords(wordsOf(source)));
    return number(
      score(bench, 'score-names.mjs', path, written(bench, `${gold.replaceAll('/', '-')}.conllu`, output)),
      /^all .*F1 +([\d.]+)/m,
    );
  };
  add('UNER EWT dev', 'names F1', names('names/dev/ner-uner-ewt.conllu'), [72, 79]);
  add('CrossNER politics dev', 'names F1', names('names/dev/ner-crossner-politics.iob2'), [72, 80]);
  return figures;
}

const f1 = (printed: string, measure: string): number | null =>
  number(printed, new RegExp(`^${measure} +F1 ([\\d.]+)`, 'm'));

const wordsOf = (source: string): string[][] => fromConllu(source).map((sentence) => [...sentence.form]);

function iobWords(source: string): string[][] {
  return source
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => line.trim().split(/\s+/)[0]),
    )
    .filter((words) => words.length > 0);
}

/** The running text of a treebank: its `# text` lines, a paragraph where `# newpar` or `# newdoc` says so. */
function textOf(source: string): string {
  let text = '';
  let paragraph = false;
  for (const line of source.split('\n')) {
    if (/^# new(par|doc)\b/.test(line)) paragraph = true;
    const found = /^# text = (.*)$/.exec(line);
    if (!found) continue;
    text += text === '' ? found[1] : `${paragraph ? '\n\n' : ' '}${found[1]}`;
    paragraph = false;
  }
  return text;
}

/** A text parsed paragraph by paragraph. */
function parsed(text: string): string {
  let start = 0;
  const blocks = text.split('\n\n').map((paragraph) => {
    const span: [number, number] = [start, start + paragraph.length];
    start = span[1] + 2;
    return { kind: 'paragraph' as const, span };
  });
  return toConllu(text, parse(text, blocks, new Set(['paragraph'])));
}

function written(bench: Bench, name: string, content: string): string {
  const path = join(bench.scratch, name);
  writeFileSync(path, content);
  return path;
}
