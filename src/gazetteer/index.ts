// The door of the gazetteer: the tables of `gazetteer/` behind lookups by name, by code and by date. Loaded once, on first use.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILED_FILE, stampOf, unpackTables } from './compiled.js';
import { type Found, type Named, personKey } from './names.js';
import { type PetrarchActor, petrarchActors, petrarchAgents } from './petrarch.js';
import type { Country, Entity, Holder, Organisation, Place } from './rows.js';
import { readTable } from './table.js';
import { addTables, OWN_TABLES, readTables, type Tables } from './tables.js';
import { distance, holds, type Years } from './years.js';

export { citiesNamed, cityAt } from './cities.js';
export type { Found, Named } from './names.js';
export { atoms, keyOf, personKey } from './names.js';
export type {
  Country,
  Demonym,
  DemonymForm,
  Entity,
  Holder,
  Metonym,
  Organisation,
  Place,
} from './rows.js';
export { isSeat } from './seats.js';
export { distance, holds, type Years } from './years.js';

/** A name found in a sentence. */
export interface Match extends Found<Entity> {
  /** Index of its first word. */
  readonly first: number;
}

/** A role noun of a user's agent dictionary. */
export interface Agent {
  /** The form in the singular, in lower case. @example "gendarme" */
  readonly noun: string;
  readonly plural: boolean;
  /** PLOVER sector. @example "COP" */
  readonly sector: string;
  /** File and line. @example "mine.agents.txt:3" */
  readonly rule: string;
}

/** Our tables with what a user added to them. */
interface Loaded {
  readonly tables: Tables;
  /** A user's role nouns, by form. */
  readonly agents: Map<string, Agent>;
  /** The folders that were added. */
  readonly folders: Set<string>;
}

let shared: Loaded | null = null;
const matches = new WeakMap<readonly string[], readonly Match[]>();

/** Our tables at the first call: as the build compiled them, else read from their texts. */
function loaded(): Loaded {
  shared ??= {
    tables: unpackTables(COMPILED_FILE, stampOf(OWN_TABLES)) ?? readTables(OWN_TABLES),
    agents: new Map(),
    folders: new Set(),
  };
  return shared;
}

function tables(): Tables {
  return loaded().tables;
}

/** An actor of a foreign dictionary becomes a country where its code is one, else a body with the code as it stands. */
function addActor(to: Tables, actor: PetrarchActor): void {
  for (const { code, years } of actor.codes) {
    const state = to.countries.get(code.slice(0, 3));
    const sector = code.slice(3, 6);
    const body: Organisation = {
      kind: 'organisation',
      name: actor.names[0],
      type: 'dictionary',
      country: state?.code ?? null,
      sector: sector || (state ? null : code.slice(0, 3)),
      code,
      years,
    };
    const value = state && sector === '' ? state : body;
    for (const name of actor.names) to.names.add(name, years, value);
    if (value === body) to.organisations.push(body);
  }
}

/**
 * Adds the tables of a folder to ours: any of countries.tsv, organisations.tsv, holders.tsv and places.tsv in our formats, and
 * PETRARCH's dictionaries, "*.actors.txt" and "*.agents.txt". Throws E040, E041, E042.
 * Call it before the first dispatch is read. A country row with a code of ours replaces it for `country(code)`, and its names are added.
 * A folder that was added before is not added again.
 */
export function loadTables(dir: string): void {
  if (!existsSync(dir)) readTable(dir);
  const { tables: to, agents: nouns, folders } = loaded();
  if (folders.has(dir)) return;
  folders.add(dir);
  addTables(to, dir);
  for (const file of readdirSync(dir).sort()) {
    if (file.endsWith('.actors.txt')) {
      for (const actor of petrarchActors(readTable(join(dir, file)), file)) addActor(to, actor);
    } else if (file.endsWith('.agents.txt')) {
      for (const { forms, plurals, sector, line } of petrarchAgents(readTable(join(dir, file)))) {
        const rule = `${file}:${line}`;
        for (const form of forms) nouns.set(form, { noun: forms[0], plural: plurals.includes(form), sector, rule });
      }
    }
  }
}

/** The role nouns of the user's agent dictionaries, by form in lower case. */
export function agents(): ReadonlyMap<string, Agent> {
  return loaded().agents;
}

/** The sector of a role noun of the user's agent dictionaries, or undefined. @example agentSector('gendarmes') // "COP" */
export function agentSector(word: string): string | undefined {
  return agents().get(word.toLowerCase())?.sector;
}

/**
 * The longest name that begins with word `i` (words as they stand in the text, in their case), with all that it can stand for,
 * or null. Capitals count: "us" is not "US", "turkey" is no country.
 * @example matchAt(['the', 'United', 'Nations', 'said'], 1)?.length // 2
 */
export function matchAt(words: readonly string[], i: number): Found<Entity> | null {
  return tables().names.matchAt(words, i);
}

/** All names of a sentence from left to right, the longest at each place, not overlapping. Kept with the array of words. */
export function matchAll(words: readonly string[]): readonly Match[] {
  const kept = matches.get(words);
  if (kept) return kept;
  const { names } = tables();
  const found: Match[] = [];
  for (let i = 0; i < words.length; ) {
    const match = names.matchAt(words, i);
    // "The Gulf of Aden" is not "the Gulf".
    const inner = match && match.length > 1 && /^the$/i.test(words[i]) ? names.matchAt(words, i + 1) : null;
    if (match && !(inner && inner.length >= match.length)) {
      found.push({ first: i, length: match.length, entries: match.entries });
      i += match.length;
    } else i++;
  }
  matches.set(words, found);
  return found;
}

/** Everything that a name can stand for, whatever its case. */
export function named(name: string): readonly Named<Entity>[] {
  return tables().names.named(name);
}

/** Those that hold on a day; when none does, the nearest in time. Without a day: what holds today. */
export function atDate<T extends { readonly years: Years }>(all: readonly T[], date: string | null): readonly T[] {
  const valid = all.filter((one) => holds(one.years, date));
  if (valid.length > 0 || all.length < 2) return valid.length > 0 ? valid : all;
  const nearest = Math.min(...all.map((one) => distance(one.years, date)));
  return all.filter((one) => distance(one.years, date) === nearest);
}

/** The country of a code: ISO alpha-3 or a past state's. @example country('SUN')?.name // "Soviet Union" */
export function country(code: string): Country | undefined {
  return tables().countries.get(code);
}

/** All countries, in the order of the table. */
export function countries(): readonly Country[] {
  return [...tables().countries.values()];
}

/** The country that a name means on a day, by any of its names. @example countryNamed('Russia', '1987-05-01')?.code // "SUN" */
export function countryNamed(name: string, date: string | null): Country | undefined {
  const found = named(name).filter((one): one is Named<Country> => one.value.kind === 'country');
  return atDate(found, date)[0]?.value;
}

/** The country that an adjective or a word for its people means on a day. @example countryOfDemonym('Soviets', null)?.code // "SUN" */
export function countryOfDemonym(word: string, date: string | null): Country | undefined {
  const found = named(word).filter((one) => one.value.kind === 'demonym');
  const first = atDate(found, date)[0]?.value;
  return first?.kind === 'demonym' ? first.country : undefined;
}

/** The country whose government a city or building stands for on a day. @example governmentAt('Kremlin', null)?.country.code */
export function governmentAt(name: string, date: string | null): { country: Country; sector: string } | undefined {
  const found = named(name).filter((one) => one.value.kind === 'metonym');
  const first = atDate(found, date)[0]?.value;
  return first?.kind === 'metonym' ? { country: first.country, sector: first.sector } : undefined;
}

/** The capital of a country, or undefined. */
export function capitalOf(code: string): string | undefined {
  return tables().countries.get(code)?.capital || undefined;
}

/** The organisations of a name on a day (several where parties of different countries share it). */
export function organisationsNamed(name: string, date: string | null): readonly Organisation[] {
  const found = named(name).filter((one): one is Named<Organisation> => one.value.kind === 'organisation');
  return atDate(found, date).map((one) => one.value);
}

/** All organisations, in the order of the table. */
export function organisations(): readonly Organisation[] {
  return tables().organisations;
}

/** All places of our own table, in its order; cities.tsv is not among them. */
export function places(): readonly Place[] {
  return tables().places;
}

/** Who held an office of a country or organisation on a day. @example holdersAt('USA', 'head-of-state', '1987-03-01')[0].name */
export function holdersAt(of: string, office: string, date: string | null): readonly Holder[] {
  return tables()
    .offices.get(`${of} ${office}`)
    .filter((holder) => holds(holder.years, date));
}

/** Everybody who ever held an office of a country or organisation, in the order of the table. */
export function holdersOf(of: string, office: string): readonly Holder[] {
  return tables().offices.get(`${of} ${office}`);
}

/**
 * The offices of everybody with this full name, spelling or later-mention name. Those in office on the day come first, then the
 * nearest in time; whoever is not in office then is former or future, as `holds(holder.years, date)` tells.
 */
export function personsNamed(name: string, date: string | null): readonly Holder[] {
  const found = tables().persons.get(personKey(name));
  return [...found].sort((a, b) => distance(a.years, date) - distance(b.years, date));
}
