// Stories: the editions of one story and what changed between two of them, in words and in records.

import type { Reading } from '../records.js';
import { byKey } from './clusters.js';
import { type RecordChange, recordChanges } from './record-changes.js';
import type { StoryReport } from './types.js';
import { contentWords, resemblance } from './words.js';

/** One story with its editions, first to last. */
export interface Story {
  readonly id: string;
  readonly headline: string;
  readonly first: string;
  readonly last: string;
  /** True when an edition withdraws it. */
  readonly withdrawn: boolean;
  readonly editions: readonly EditionRef[];
}

export interface EditionRef {
  readonly dispatch: string;
  readonly id: string;
  readonly published: string;
  readonly agency: string | null;
  readonly headline: string;
  readonly edition: { readonly kind: string; readonly number: number | null } | null;
}

/** What changed from one edition to the next. */
export interface Changes {
  readonly from: string;
  readonly to: string;
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  /** The sentence before and after. */
  readonly reworded: readonly (readonly [before: string, after: string])[];
  readonly records: readonly RecordChange[];
}

/** The story of the reports. Pure; the order of the reports does not matter. */
export function storyOf(reports: readonly StoryReport[]): Story {
  const sorted = [...reports].sort(
    (a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0) || rank(a) - rank(b) || byKey(a, b),
  );
  const last = sorted[sorted.length - 1];
  return {
    id: [...reports].sort(byKey)[0].key,
    headline: last.text,
    first: sorted[0].published,
    last: last.published,
    withdrawn: sorted.some(({ edition }) => edition?.kind === 'withdrawn'),
    editions: sorted.map(({ dispatch, id, published, agency, text, edition }) => ({
      dispatch,
      id,
      published,
      agency,
      headline: text,
      edition,
    })),
  };
}

/** Where an edition of one day stands among the others: first version, updates by number, each before its corrections, withdrawal. */
function rank({ edition }: StoryReport): number {
  if (!edition) return 0;
  if (edition.kind === 'withdrawn') return 1000;
  if (edition.kind === 'alert') return -1;
  const numbered = edition.kind === 'update' || edition.kind === 'wrapup' ? 1 : edition.number === null ? 0.5 : 1.5;
  return (edition.number ?? 0) + numbered;
}

/** What changed between two readings of one story. */
export function changesBetween(before: Reading, after: Reading): Changes {
  const old = sentencesOf(before);
  const now = sentencesOf(after);
  const kept = new Set(now);
  const known = new Set(old);
  const dropped = old.filter((sentence) => !kept.has(sentence));
  const added = now.filter((sentence) => !known.has(sentence));
  const reworded: [string, string][] = [];
  for (const sentence of [...dropped]) {
    const words = contentWords(sentence);
    const twin = added
      .map((candidate) => ({ candidate, alike: resemblance(words, contentWords(candidate)) }))
      .filter(({ alike }) => alike >= 0.5)
      .sort((a, b) => b.alike - a.alike)[0]?.candidate;
    if (twin === undefined) continue;
    reworded.push([sentence, twin]);
    dropped.splice(dropped.indexOf(sentence), 1);
    added.splice(added.indexOf(twin), 1);
  }
  return {
    from: before.dispatch.id,
    to: after.dispatch.id,
    added,
    dropped,
    reworded,
    records: recordChanges(before, after),
  };
}

const sentencesOf = ({ dispatch, sentences }: Reading): string[] =>
  sentences.map(([start, end]) => dispatch.text.slice(start, end).replace(/\s+/g, ' '));
