// Which countries a dispatch is about, and where each of them is named: what decides between namesakes.

import { country as countryOf, type Entity, holds, type Match, matchAll, type Named } from '../gazetteer/index.js';
import type { Sentence } from '../language/index.js';
import type { Dispatch } from '../records.js';

/** The countries of a dispatch. */
export interface Context {
  /** How often each country is named, by code, more for the dateline's. */
  readonly weight: ReadonlyMap<string, number>;
  /** The same by region of the world. */
  readonly regions: ReadonlyMap<string, number>;
  /** The countries named in each sentence, in order: word index and code. */
  readonly named: readonly (readonly (readonly [word: number, code: string])[])[];
  /** The same without adjectives and capitals: what "the country" may point back at. */
  readonly spoken: readonly (readonly (readonly [word: number, code: string])[])[];
  /** The country of the dateline, or null. */
  readonly home: string | null;
}

/** The United States are named in every other dispatch, so that naming them tells less. */
const WEIGHT: Readonly<Record<string, number>> = { USA: 0.4 };

function codeOf(entry: Named<Entity>): string | null {
  const { value } = entry;
  switch (value.kind) {
    case 'country':
      return value.code;
    case 'demonym':
    case 'metonym':
      return value.country.code;
    case 'place':
    case 'organisation':
    case 'person':
      return value.country;
  }
}

/** The country of a name that can be of one only, on the day; else null. */
export function soleCountry(match: Match, date: string | null): string | null {
  let sole: string | null = null;
  for (const entry of match.entries) {
    if (!holds(entry.years, date) && match.entries.length > 1) continue;
    const code = codeOf(entry);
    if (code === null || (sole !== null && sole !== code)) return null;
    sole = code;
  }
  return sole;
}

/** Counts the countries of a dispatch. Linear in its length. */
export function contextOf(dispatch: Dispatch, sentences: readonly Sentence[]): Context {
  const weight = new Map<string, number>();
  const regions = new Map<string, number>();
  const add = (code: string, by: number): void => {
    weight.set(code, (weight.get(code) ?? 0) + by);
    const region = countryOf(code)?.region;
    if (region) regions.set(region, (regions.get(region) ?? 0) + by);
  };
  const date = dispatch.date?.value ?? null;
  let home: string | null = null;
  for (const place of dispatch.datelinePlaces) {
    if (place.country === null) continue;
    home ??= place.country;
    add(place.country, 2);
  }
  const spoken: [number, string][][] = [];
  const named = sentences.map((sentence) => {
    const row: [number, string][] = [];
    const names: [number, string][] = [];
    for (const match of matchAll(sentence.form)) {
      const code = soleCountry(match, date);
      if (code === null) continue;
      // A state or city of the country tells more than the country's own name.
      const inside = match.entries.every((entry) => entry.value.kind === 'place');
      add(code, inside ? 1 : (WEIGHT[code] ?? 1));
      row.push([match.first, code]);
      const last = match.first + match.length - 1;
      const modifies = sentence.deprel[last] === 'compound' || sentence.deprel[last] === 'amod';
      const name = match.entries.some(({ value }) => value.kind === 'country' || value.kind === 'place');
      if (name && !modifies) names.push([match.first, code]);
    }
    spoken.push(names);
    return row;
  });
  return { weight, regions, named, spoken, home };
}
