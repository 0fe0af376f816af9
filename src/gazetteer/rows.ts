// What the tables hold, as plain data, and how a row becomes it.

import type { Row } from './table.js';
import { nameYears, type Years, years } from './years.js';

/** A country, a past state or a territory that acts in the news. */
export interface Country {
  readonly kind: 'country';
  /** ISO 3166 alpha-3, or a past state's code. @example "RUS" @example "SUN" */
  readonly code: string;
  /** ISO 3166 alpha-2, or empty. */
  readonly iso2: string;
  readonly name: string;
  readonly years: Years;
  /** FIPS 10-4, or empty. */
  readonly fips: string;
  /** Correlates of War number, or empty. */
  readonly cow: string;
  /** CAMEO and GDELT country code, where it differs from `code`; else the same. */
  readonly cameo: string;
  readonly capital: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** @example "Eastern Europe" */
  readonly region: string;
}

/** What a demonym says of a word: "Russian" (adjective, and one person), "Briton" (one person), "Britons" (several). */
export type DemonymForm = 'adjective' | 'person' | 'people';

/** A word for what is of a country or its people. */
export interface Demonym {
  readonly kind: 'demonym';
  readonly country: Country;
  readonly form: DemonymForm;
}

/** A city or building that stands for a government or a part of it. */
export interface Metonym {
  readonly kind: 'metonym';
  /** A city, or a building or quarter. */
  readonly form: 'capital' | 'seat';
  readonly country: Country;
  /** PLOVER sector of those who sit there. @example "MIL" for the Pentagon */
  readonly sector: string;
}

/** An organisation: international, or of a country. */
export interface Organisation {
  readonly kind: 'organisation';
  readonly name: string;
  /** igo, ngo, company, media, party, armed-group, army, intelligence, police, parliament, ministry, court, bank, agency, people ... */
  readonly type: string;
  /** ISO alpha-3, or null for an international body. */
  readonly country: string | null;
  /** PLOVER sector, or null. */
  readonly sector: string | null;
  /** The whole PLOVER/CAMEO code. @example "IGONAT" @example "PSEREB" */
  readonly code: string;
  readonly years: Years;
}

/** Someone's time in an office. A person has as many rows as offices. */
export interface Holder {
  readonly kind: 'person';
  /** Full name. @example "Vladimir Putin" */
  readonly name: string;
  /** The name of later mentions. @example "Putin" */
  readonly later: string;
  readonly gender: 'm' | 'f' | '';
  /** Country code, or the name of an organisation. */
  readonly of: string;
  /** ISO alpha-3 of the country, or null for an organisation's. */
  readonly country: string | null;
  /** @example "head-of-state" */
  readonly office: string;
  readonly sector: string;
  readonly years: Years;
}

/** A place of our own table: a sea, a strait, a region, a base ... */
export interface Place {
  readonly kind: 'place';
  readonly name: string;
  /** As PlaceMention.kind. */
  readonly type: 'country' | 'region' | 'city' | 'sea' | 'strait' | 'base' | 'border' | 'building' | 'other';
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Inhabitants, of a city; 0 where it does not matter. */
  readonly population: number;
  /** State or province, of a city; of a state the same code. @example "TX" */
  readonly admin: string;
  /** Abbreviations of datelines, which no running text is searched for. @example ["Calif."] */
  readonly abbreviations: readonly string[];
}

/** Whatever a name can stand for. */
export type Entity = Country | Demonym | Metonym | Organisation | Holder | Place;

/** Takes a name of an entity. */
export type AddName = (name: string, years: Years, value: Entity) => void;

export const COUNTRY_COLUMNS = ['code', 'name', 'from', 'until', 'names', 'adjectives', 'people', 'capital'] as const;
export const ORGANISATION_COLUMNS = ['name', 'type', 'country', 'sector', 'names'] as const;
export const HOLDER_COLUMNS = ['of', 'office', 'name', 'later', 'from', 'until'] as const;
export const PLACE_COLUMNS = ['name', 'type', 'country', 'lat', 'lon'] as const;

function coordinate(cell: string): number | null {
  const value = Number(cell);
  return cell === '' || Number.isNaN(value) ? null : value;
}

/** A row of countries.tsv. */
export function readCountry(row: Row, add: AddName): Country {
  const code = row.cell('code');
  const country: Country = {
    kind: 'country',
    code,
    iso2: row.cell('iso2'),
    name: row.cell('name'),
    years: years(row.cell('from'), row.cell('until')),
    fips: row.cell('fips'),
    cow: row.cell('cow'),
    cameo: row.cell('cameo') || code,
    capital: nameYears(row.list('capital')[0] ?? '', years('', '')).name,
    latitude: coordinate(row.cell('lat')),
    longitude: coordinate(row.cell('lon')),
    region: row.cell('region'),
  };
  const put = (text: string, value: Entity): void => {
    const { name, years: valid } = nameYears(text, country.years);
    add(name, valid, value);
  };
  put(country.name, country);
  for (const name of row.list('names')) put(name, country);
  const demonym = (text: string, form: DemonymForm): void => put(text, { kind: 'demonym', country, form });
  const adjectives = row.list('adjectives');
  for (const word of adjectives) {
    demonym(word, 'adjective');
    const { name } = nameYears(word, country.years);
    // Regular ones need no cell of their own: a Russian, Russians; an Iraqi, Iraqis.
    if (/(?:an|i)$/.test(name)) demonym(word.replace(name, `${name}s`), 'people');
    else if (/(?:ese|ish|ch|ss)$/.test(name)) demonym(word, 'people');
  }
  for (const pair of row.list('people')) {
    const [person, people] = pair.split('/');
    demonym(person, 'person');
    if (people) demonym(people, 'people');
  }
  for (const city of row.list('capital')) put(city, { kind: 'metonym', form: 'capital', country, sector: 'GOV' });
  for (const seat of row.list('seats')) {
    const { name: pair, years: valid } = nameYears(seat, country.years);
    const [name, sector] = pair.split('=');
    add(name, valid, { kind: 'metonym', form: 'seat', country, sector: sector ?? 'GOV' });
  }
  return country;
}

/** A row of organisations.tsv. */
export function readOrganisation(row: Row, add: AddName): Organisation {
  const country = row.cell('country') || null;
  const sector = row.cell('sector') || null;
  const organisation: Organisation = {
    kind: 'organisation',
    name: row.cell('name'),
    type: row.cell('type'),
    country,
    sector,
    code: row.cell('code') || `${country ?? ''}${sector ?? ''}` || '---',
    years: years(row.cell('from'), row.cell('until')),
  };
  add(organisation.name, organisation.years, organisation);
  for (const text of row.list('names')) {
    const { name, years: valid } = nameYears(text, organisation.years);
    add(name, valid, organisation);
  }
  return organisation;
}

/** Sectors of offices that are not of a government's civil part. */
const SECTOR: Readonly<Record<string, string>> = {
  'armed-forces-chief': 'MIL',
  'intelligence-chief': 'SPY',
  'parliament-speaker': 'LEG',
  legislator: 'LEG',
  prosecutor: 'JUD',
  'opposition-leader': 'OPP',
  'party-leader': 'PTY',
  'rebel-leader': 'REB',
  'militant-leader': 'UAF',
  'religious-leader': 'REL',
};

/** A row of holders.tsv. `of` is a country's code or an organisation's name. */
export function readHolder(row: Row, add: AddName): Holder {
  const of = row.cell('of');
  const office = row.cell('office');
  const gender = row.cell('gender');
  const country = /^[A-Z]{3}$/.test(of) ? of : null;
  const holder: Holder = {
    kind: 'person',
    name: row.cell('name'),
    later: row.cell('later'),
    gender: gender === 'm' || gender === 'f' ? gender : '',
    of,
    country,
    office,
    sector: SECTOR[office] ?? (country === null ? '' : 'GOV'),
    years: years(row.cell('from'), row.cell('until')),
  };
  add(holder.name, holder.years, holder);
  for (const name of row.list('names')) add(name, holder.years, holder);
  return holder;
}

const PLACE_TYPES: ReadonlySet<string> = new Set([
  'country',
  'region',
  'city',
  'sea',
  'strait',
  'base',
  'border',
  'building',
  'other',
]);

/** A row of places.tsv. */
export function readPlace(row: Row, add: AddName): Place {
  const type = row.cell('type');
  const place: Place = {
    kind: 'place',
    name: row.cell('name'),
    type: (PLACE_TYPES.has(type) ? type : 'other') as Place['type'],
    country: row.cell('country') || null,
    latitude: coordinate(row.cell('lat')),
    longitude: coordinate(row.cell('lon')),
    population: Number(row.cell('population')) || 0,
    admin: row.cell('admin'),
    abbreviations: row.list('names').filter((name) => name.endsWith('.')),
  };
  const valid = years(row.cell('from'), row.cell('until'));
  add(place.name, valid, place);
  for (const text of row.list('names')) {
    if (text.endsWith('.')) continue;
    const own = nameYears(text, valid);
    add(own.name, own.years, place);
  }
  return place;
}
