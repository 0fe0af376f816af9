// Our own tables compiled into one file at build, so that a start pays for reading neither 8,000 rows nor names that no text has.
// The tables stay the truth: the file carries a stamp of them and of the code that reads them, and counts only while both are as they were.
//
// The file is text in parts, parted by form feeds: the stamp; the entities as JSON, one a line, which the other parts call by their
// number; the numbers of the countries, organisations and places; the lists of offices and of persons, "key <tab> numbers"; the names,
// "first atom <tab> name <tab> from <tab> until <tab> number ..."; the stamp again, so that a file cut short is none. Letters beyond ASCII
// are written as JSON escapes: a text of bytes is read faster and takes half the memory.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NameIndex } from './names.js';
import type { Country, Entity, Holder, Organisation, Place } from './rows.js';
import { Shelf } from './shelf.js';
import type { Tables } from './tables.js';

/** Where the build writes it and `ownTables` looks for it. */
export const COMPILED_FILE = fileURLToPath(new URL('./gazetteer.compiled', import.meta.url));

const TABLES = ['countries', 'organisations', 'places', 'holders'] as const;
const READERS = ['compiled', 'names', 'rows', 'shelf', 'table', 'tables', 'years'] as const;
const PART = '\f';

/** A hash of everything that the compiled file depends on: the tables of the folder and the code that reads them. */
export function stampOf(folder: string): string {
  const hash = createHash('sha256');
  const readers = READERS.map((name) => fileURLToPath(new URL(`./${name}.js`, import.meta.url)));
  for (const path of [...TABLES.map((name) => join(folder, `${name}.tsv`)), ...readers]) {
    const text = readFileSync(path);
    hash.update(`\n${path.slice(path.search(/[^/\\]*$/))} ${text.length}\n`).update(text);
  }
  return hash.digest('hex');
}

/** The text of the compiled file. The same tables give the same bytes. */
export function packTables(tables: Tables, stamp: string): string {
  const numbers = new Map<Entity, number>();
  const entities: string[] = [];
  const numberOf = (entity: Entity): number => {
    const seen = numbers.get(entity);
    if (seen !== undefined) return seen;
    const of = entity.kind === 'demonym' || entity.kind === 'metonym' ? { country: numberOf(entity.country) } : {};
    const number = entities.push(JSON.stringify({ ...entity, ...of })) - 1;
    numbers.set(entity, number);
    return number;
  };
  const list = (all: Iterable<Entity>): string => [...all].map(numberOf).join(' ');
  const shelf = (of: Shelf<Holder>): string => [...of.all()].map(([key, all]) => `${key}\t${list(all)}`).join('\n');
  const countries = list(tables.countries.values());
  const organisations = list(tables.organisations);
  const places = list(tables.places);
  const offices = shelf(tables.offices);
  const persons = shelf(tables.persons);
  const names: string[] = [];
  for (const [first, all] of tables.names.all()) {
    const cells = all.flatMap(({ name, years, value }) => [name, years.from, years.until, numberOf(value)]);
    names.push([first, ...cells].join('\t'));
  }
  const parts = [
    stamp,
    entities.join('\n'),
    countries,
    organisations,
    places,
    offices,
    persons,
    names.join('\n'),
    stamp,
  ];
  return parts.join(PART).replace(/[\u0080-\uffff]/g, escaped);
}

/** The tables of a compiled file, or null where the file is missing, cut short or not of this stamp. */
export function unpackTables(path: string, stamp: string): Tables | null {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch {
    return null;
  }
  if (!text.startsWith(stamp + PART) || !text.endsWith(PART + stamp)) return null;
  const parts = text.split(PART);
  if (parts.length !== 9) return null;
  const lines = parts[1].split('\n');
  const made = new Array<Entity | undefined>(lines.length);
  const entityAt = (number: number): Entity => {
    const there = made[number];
    if (there) return there;
    const raw = JSON.parse(lines[number]) as Entity & { country: number };
    const entity: Entity =
      raw.kind === 'demonym' || raw.kind === 'metonym' ? { ...raw, country: entityAt(raw.country) as Country } : raw;
    made[number] = entity;
    return entity;
  };
  const listOf = <T extends Entity>(numbers: string): T[] =>
    numbers === '' ? [] : numbers.split(' ').map((number) => entityAt(Number(number)) as T);
  const shelfOf = (part: string): Shelf<Holder> => {
    const shelf = new Shelf<Holder>(listOf);
    for (const [key, rest] of keyed(part)) shelf.setPacked(key, rest);
    return shelf;
  };
  const names = new NameIndex<Entity>((packed, add) => {
    const cells = packed.split('\t');
    for (let at = 0; at + 3 < cells.length; at += 4) {
      const years = { from: Number(cells[at + 1]), until: Number(cells[at + 2]) };
      add(unescaped(cells[at]), years, entityAt(Number(cells[at + 3])));
    }
  });
  for (const [first, rest] of keyed(parts[7])) names.addPacked(first, rest);
  let organisations: Organisation[] | null = null;
  let places: Place[] | null = null;
  return {
    names,
    countries: new Map(listOf<Country>(parts[2]).map((one) => [one.code, one])),
    get organisations() {
      organisations ??= listOf<Organisation>(parts[3]);
      return organisations;
    },
    get places() {
      places ??= listOf<Place>(parts[4]);
      return places;
    },
    offices: shelfOf(parts[5]),
    persons: shelfOf(parts[6]),
  };
}

function* keyed(part: string): Generator<readonly [key: string, rest: string]> {
  for (const line of part.split('\n')) {
    const tab = line.indexOf('\t');
    yield [unescaped(line.slice(0, tab)), line.slice(tab + 1)];
  }
}

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\u([0-9a-f]{4})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
