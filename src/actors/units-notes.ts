// Notes for `explain` on names of the tables: what a name was taken for, what else it could have been, and why not.

import { type Entity as Entry, holds, type Named } from '../gazetteer/index.js';
import type { Name, Sentence } from '../language/index.js';
import { textOf } from './grammar.js';
import type { Lexicon } from './units.js';

/** Parts of speech that a name of the tables seldom is. */
export const NO_NAME = new Set(['PRON', 'VERB', 'AUX', 'ADP', 'DET', 'SCONJ', 'CCONJ', 'ADV', 'PART']);

const KIND: Readonly<Record<Entry['kind'], string>> = {
  country: 'the country',
  organisation: 'the body',
  demonym: 'the people of',
  metonym: 'the seat of the government of',
  person: 'the office holder',
  place: 'the place',
};

/** What an entry is, for people to read. */
export function labelOf(value: Entry): string {
  if (value.kind === 'demonym' || value.kind === 'metonym') return `${KIND[value.kind]} ${value.country.name}`;
  if (value.kind === 'person') return `${value.name}, ${value.office} of ${value.of}`;
  const home = value.kind !== 'country' && typeof value.country === 'string' ? ` (${value.country})` : '';
  return `${KIND[value.kind]} ${value.name}${home}`;
}

/** Notes that a name of the tables was not taken at its word. */
export function tellRefused(
  s: Sentence,
  first: number,
  length: number,
  entries: readonly Named<Entry>[],
  name: Name | null,
  lexicon: Lexicon,
): void {
  const why =
    name && (name.first < first || name.end > first + length)
      ? `part of the name "${textOf(s, name.first, name.end)}"`
      : NO_NAME.has(s.upos[first])
        ? `here a ${s.upos[first].toLowerCase()} and no name`
        : 'nothing speaks for it here';
  const start = name ? s.start[Math.min(name.first, first)] : s.start[first];
  const end = s.end[Math.max(name?.end ?? 0, first + length) - 1];
  const lost = [...new Set(entries.map((entry) => labelOf(entry.value)))].slice(0, 3).join('; ');
  lexicon.tell?.(start, end, `"${textOf(s, first, first + length)}" lost as ${lost}: ${why}`);
}

/** Notes what else a name could have been. */
export function tellOthers(
  s: Sentence,
  first: number,
  end: number,
  taken: Entry,
  entries: readonly Named<Entry>[],
  lexicon: Lexicon,
): void {
  const others = entries.filter(({ value }) => value !== taken && labelOf(value) !== labelOf(taken));
  if (others.length === 0) return;
  const lost = others
    .slice(0, 4)
    .map(
      ({ value, years }) =>
        `${labelOf(value)} (${holds(years, lexicon.date) ? (value.kind === taken.kind ? 'others of it are nearer to the dispatch' : `${taken.kind} goes before ${value.kind}`) : `not on ${lexicon.date ?? 'an unknown day'}`})`,
    );
  lexicon.tell?.(s.start[first], s.end[end - 1], `taken as ${labelOf(taken)}; lost: ${lost.join('; ')}`);
}
