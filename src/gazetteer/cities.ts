// Cities by name: some 11,000 of them, from a generated table, loaded when a place is first looked for.

import { fileURLToPath } from 'node:url';
import { type Found, firstAtom, NameIndex } from './names.js';
import type { Place } from './rows.js';
import { readTable } from './table.js';
import { ALWAYS } from './years.js';

let shared: NameIndex<Place> | null = null;

/** Columns of cities.tsv, which is read without the general reader because of its length. */
const NAME = 0;
const COUNTRY = 1;
const ADMIN = 2;
const POPULATION = 3;
const LATITUDE = 4;
const LONGITUDE = 5;

function cityOf(line: string): Place {
  const cells = line.split('\t');
  return {
    kind: 'place',
    name: cells[NAME],
    type: 'city',
    country: cells[COUNTRY],
    latitude: Number(cells[LATITUDE]),
    longitude: Number(cells[LONGITUDE]),
    population: Number(cells[POPULATION]),
    admin: cells[ADMIN],
    abbreviations: [],
  };
}

/** The lines are filed unread under the first word of their names, and read when a text has that word. */
function cities(): NameIndex<Place> {
  if (shared) return shared;
  const names = new NameIndex<Place>((packed, add) => {
    for (const line of packed.split('\n')) {
      const city = cityOf(line);
      add(city.name, ALWAYS, city);
    }
  });
  const text = readTable(fileURLToPath(new URL('../../../gazetteer/cities.tsv', import.meta.url)));
  for (const line of text.split('\n')) {
    if (line === '' || line[0] === '#' || line.startsWith('name\t')) continue;
    names.addPacked(firstAtom(line.slice(0, line.indexOf('\t'))), line);
  }
  shared = names;
  return names;
}

/** The longest city name that begins with word `i`, or null. */
export function cityAt(words: readonly string[], i: number): Found<Place> | null {
  return cities().matchAt(words, i);
}

/** All cities of a name, whatever its case. */
export function citiesNamed(name: string): readonly Place[] {
  return cities()
    .named(name)
    .map((one) => one.value);
}
