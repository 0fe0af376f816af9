// The tables of a folder in memory: names, countries, organisations, offices and places, as they are read from text.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NameIndex, personKey } from './names.js';
import {
  type AddName,
  COUNTRY_COLUMNS,
  type Country,
  type Entity,
  HOLDER_COLUMNS,
  type Holder,
  ORGANISATION_COLUMNS,
  type Organisation,
  PLACE_COLUMNS,
  type Place,
  readCountry,
  readHolder,
  readOrganisation,
  readPlace,
} from './rows.js';
import { Shelf } from './shelf.js';
import { parseTable, type Row, readTable } from './table.js';

export interface Tables {
  readonly names: NameIndex<Entity>;
  readonly countries: Map<string, Country>;
  readonly organisations: Organisation[];
  /** By `of` and office. */
  readonly offices: Shelf<Holder>;
  /** By key of a full name, another spelling or the name of later mentions. */
  readonly persons: Shelf<Holder>;
  readonly places: Place[];
}

/** The folder of our own tables. */
export const OWN_TABLES = fileURLToPath(new URL('../../../gazetteer/', import.meta.url));

function rowsOf(dir: string, file: string, needed: readonly string[]): Row[] {
  const path = join(dir, file);
  return existsSync(path) ? parseTable(readTable(path), file, needed) : [];
}

/** The keys of a person: full name, later name, other spellings and, of those, the last word where later mentions are by it. */
function personKeys(holder: Holder, spellings: readonly string[]): ReadonlySet<string> {
  const full = personKey(holder.name);
  const later = personKey(holder.later);
  const keys = new Set([full, later]);
  for (const spelling of spellings) {
    const key = personKey(spelling);
    keys.add(key);
    const last = key.slice(key.lastIndexOf(' ') + 1);
    if (full.endsWith(` ${later}`) && last.length > 3 && !/^(?:ii|iii|iv|vi|xiv|xvi|jr|[0-9]+)$/.test(last))
      keys.add(last);
  }
  return keys;
}

/** Adds countries.tsv, organisations.tsv, places.tsv and holders.tsv of a folder, those of them that it has. Throws E040, E041. */
export function addTables(to: Tables, dir: string): void {
  const add: AddName = (name, years, value) => to.names.add(name, years, value);
  const seen = new Set<string>();
  for (const row of rowsOf(dir, 'countries.tsv', COUNTRY_COLUMNS)) {
    const country = readCountry(row, add);
    // The first row of a code is the state's; those behind it are territories that broke away from it.
    if (!seen.has(country.code)) to.countries.set(country.code, country);
    seen.add(country.code);
  }
  for (const row of rowsOf(dir, 'organisations.tsv', ORGANISATION_COLUMNS)) {
    to.organisations.push(readOrganisation(row, add));
  }
  for (const row of rowsOf(dir, 'places.tsv', PLACE_COLUMNS)) to.places.push(readPlace(row, add));
  for (const row of rowsOf(dir, 'holders.tsv', HOLDER_COLUMNS)) {
    const holder = readHolder(row, add);
    to.offices.push(`${holder.of} ${holder.office}`, holder);
    for (const key of personKeys(holder, row.list('names'))) to.persons.push(key, holder);
  }
}

/** The tables of a folder, read from its texts. */
export function readTables(dir: string): Tables {
  const tables: Tables = {
    names: new NameIndex(),
    countries: new Map(),
    organisations: [],
    offices: new Shelf(),
    persons: new Shelf(),
    places: [],
  };
  addTables(tables, dir);
  return tables;
}
