// The chance that a coded event is right: a logistic model over a few plain signs, its weights in codebook/confidence.txt.
// training/confidence.mjs fits them on gold records, so that events said with 0.8 are right eight times in ten.

import type { Draft } from './draft.js';

/** Weights by the name of a sign. */
export type ConfidenceTable = ReadonlyMap<string, number>;

/** Reads "name weight" lines. */
export function readConfidence(text: string): ConfidenceTable {
  const table = new Map<string, number>();
  for (const raw of text.split('\n')) {
    const [name, weight] = raw.replace(/#.*$/, '').trim().split(/\s+/);
    if (name && weight && Number.isFinite(Number(weight))) table.set(name, Number(weight));
  }
  return table;
}

/** The signs of a draft; `beside` is the number of events in its sentence. */
export function signsOf(draft: Draft, beside: number): string[] {
  const { pattern } = draft.match;
  const signs = ['any', `type:${draft.type}`, `anchor:${pattern.anchor}`, `depth:${Math.min(draft.depth, 3)}`];
  signs.push(`beside:${Math.min(beside, 4)}`, `weight:${Math.min(Math.round(pattern.weight), 7)}`);
  if (draft.type !== pattern.type) signs.push('turned');
  if (draft.sources.length === 0) signs.push('no-source');
  if (draft.targets.length === 0) signs.push('no-target');
  if (draft.implied) signs.push('implied-target');
  if (draft.folded) signs.push('folded');
  if (draft.mention) signs.push('mention');
  if (draft.standing.negated) signs.push('negated');
  if (draft.standing.modality !== 'happened') signs.push(`modality:${draft.standing.modality}`);
  if (pattern.prior < 0.7) signs.push('weak-pattern');
  return signs;
}

/** Between 0.05 and 0.97, to two places. */
export function confidenceOf(table: ConfidenceTable, signs: readonly string[]): number {
  let sum = 0;
  for (const sign of signs) sum += table.get(sign) ?? 0;
  const chance = 1 / (1 + Math.exp(-sum));
  return Math.round(100 * Math.min(0.97, Math.max(0.05, chance))) / 100;
}
