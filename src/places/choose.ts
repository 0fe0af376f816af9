// Chooses among namesakes by what stands behind the name ("Paris, Texas"), the countries near by, the dateline and size; when two remain
// that nothing decides between, the place stays unresolved.

import { country as countryOf, isSeat } from '../gazetteer/index.js';
import type { Sentence } from '../language/index.js';
import type { Candidate } from './candidates.js';
import type { Context } from './context.js';
import { COUNTRY_WORDS, STATE_WORDS } from './words.js';

/** What was chosen, and the others with their scores. */
export interface Choice {
  /** Null when nothing decides. */
  readonly best: Candidate | null;
  /** From the best to the least. */
  readonly ranked: readonly {
    readonly candidate: Candidate;
    readonly score: number;
    readonly why: readonly string[];
  }[];
}

/** Where a name stands. */
export interface Setting {
  readonly sentence: Sentence;
  readonly first: number;
  readonly end: number;
  readonly context: Context;
  /** State or country behind a comma, or null. */
  readonly qualifier: { readonly country: string | null; readonly admin: string } | null;
  /** What the same name meant before in this dispatch, or null: a name keeps its sense. */
  readonly before: Candidate | null;
}

/** Below this difference two places of different countries are not told apart: cities of which none is three times the other. */
const MARGIN = 0.5;

function base(candidate: Candidate): number {
  switch (candidate.source) {
    case 'country':
      return 6.5;
    case 'capital':
      return Math.log10(candidate.population + 10) + 1.5;
    case 'seat':
      return 5;
    case 'place':
      return candidate.kind === 'city' ? Math.log10(candidate.population + 10) + 0.3 : 5.6;
    case 'city':
      return Math.log10(candidate.population + 10);
  }
}

function wordsNear(sentence: Sentence, words: ReadonlySet<string>): number {
  let found = 0;
  for (const form of sentence.form) if (words.has(form.toLowerCase())) found++;
  return Math.min(found, 2);
}

function isUnionState(candidate: Candidate): boolean {
  return candidate.kind === 'region' && candidate.admin !== '';
}

/** The points of a candidate, and what they are for. */
function score(
  candidate: Candidate,
  rivals: readonly Candidate[],
  setting: Setting,
): { readonly points: number; readonly why: readonly string[] } {
  const { context, sentence, qualifier, before } = setting;
  const why: string[] = [];
  let points = 0;
  const add = (by: number, reason: string): void => {
    if (by === 0) return;
    points += by;
    why.push(`${by > 0 ? '+' : ''}${by.toFixed(1)} ${reason}`);
  };
  add(
    base(candidate),
    candidate.population > 0 ? `a ${candidate.source} of ${candidate.population}` : `a ${candidate.source}`,
  );
  const plain =
    /[^ -~]/.test(candidate.name) && /^[ -~]+$/.test(sentence.form.slice(setting.first, setting.end).join(' '));
  if (plain && rivals.length > 1) add(-0.7, `written ${candidate.name}`);
  const largest = rivals.every((rival) => rival === candidate || rival.population < candidate.population);
  if (largest && candidate.population > 0 && isSeat(candidate.name)) add(1.5, 'where others meet');
  if (!candidate.valid) add(-4, 'not of that name on the day');
  const { country } = candidate;
  if (qualifier) {
    const state = qualifier.admin !== '' && qualifier.admin === candidate.admin;
    if (state || (qualifier.admin === '' && qualifier.country !== null && qualifier.country === country))
      add(20, 'the words behind it say so');
  }
  if (before && before.latitude === candidate.latitude && before.longitude === candidate.longitude)
    add(3, 'meant by the name before');
  if (country !== null) {
    // A town that the world knows is not a village of the name, whatever the dispatch is about.
    const village =
      candidate.source === 'city' &&
      rivals.some((rival) => rival.source !== 'country' && rival.population > 5 * candidate.population);
    add(Math.min(context.weight.get(country) ?? 0, village ? 1.5 : 3), `${country} is in the dispatch`);
    const region = countryOf(country)?.region;
    if (region) add(0.3 * Math.min(context.regions.get(region) ?? 0, 3), `so is ${region}`);
    const near = context.named[sentence.index] ?? [];
    if (near.some(([word, code]) => code === country && (word < setting.first || word >= setting.end)))
      add(0.7, `${country} is in the sentence`);
  }
  if (candidate.kind === 'country' && rivals.some(isUnionState))
    add(wordsNear(sentence, COUNTRY_WORDS), 'words of states around it');
  if (isUnionState(candidate) && rivals.some((rival) => rival.kind === 'country'))
    add(2 * wordsNear(sentence, STATE_WORDS), 'words of a state of the union around it');
  return { points, why };
}

/** Chooses among the readings of a name. `candidates` is not empty. */
export function choose(candidates: readonly Candidate[], setting: Setting): Choice {
  const ranked = candidates
    .map((candidate) => {
      const { points, why } = score(candidate, candidates, setting);
      return { candidate, score: points, why };
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  const open =
    second !== undefined &&
    first.score - second.score < MARGIN &&
    (first.candidate.country !== second.candidate.country || first.candidate.admin !== second.candidate.admin);
  return { best: open ? null : first.candidate, ranked };
}
