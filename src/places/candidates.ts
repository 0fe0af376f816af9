// What a name can be on the map: countries, capitals, our own places and cities, in one shape.

import {
  atDate,
  type Country,
  citiesNamed,
  type Entity,
  holds,
  type Metonym,
  type Named,
  named,
  type Place,
} from '../gazetteer/index.js';
import type { PlaceMention } from '../records.js';

/** One reading of a name as a place. */
export interface Candidate {
  readonly name: string;
  readonly kind: PlaceMention['kind'];
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Inhabitants, 0 where it does not matter. */
  readonly population: number;
  /** State, of a city of the United States; of a state its own code. */
  readonly admin: string;
  /** What it is known from; it decides how readily the name counts as a place. */
  readonly source: 'country' | 'capital' | 'seat' | 'place' | 'city';
  /** False when the country did not exist, or was not called so, on the day. */
  readonly valid: boolean;
}

function cityIn(name: string, country: Country): Place | undefined {
  for (const asked of [name, country.capital]) {
    const ours = named(asked).find(
      ({ value }) => value.kind === 'place' && value.type === 'city' && value.country === country.code,
    );
    if (ours?.value.kind === 'place') return ours.value;
    const cities = citiesNamed(asked).filter(
      // The capital of a state of the past lies in a country of today: fall back on the largest of the name.
      (city, _i, all) => city.country === country.code || !all.some((other) => other.country === country.code),
    );
    if (cities.length > 0) return cities.reduce((best, city) => (city.population > best.population ? city : best));
  }
  return undefined;
}

function ofCountry(country: Country, valid: boolean): Candidate {
  return {
    name: country.name,
    kind: 'country',
    country: country.code,
    latitude: country.latitude,
    longitude: country.longitude,
    population: 0,
    admin: '',
    source: 'country',
    valid,
  };
}

function ofMetonym(name: string, metonym: Metonym, valid: boolean): Candidate {
  const { country } = metonym;
  const city = cityIn(metonym.form === 'capital' ? name : country.capital, country);
  return {
    name: name.replace(/^the /, ''),
    kind: metonym.form === 'capital' ? 'city' : 'building',
    country: country.code,
    latitude: city?.latitude ?? country.latitude,
    longitude: city?.longitude ?? country.longitude,
    population: metonym.form === 'capital' ? (city?.population ?? 100_000) : 0,
    admin: city?.admin ?? '',
    source: metonym.form,
    valid,
  };
}

/** A place or city as a candidate. */
export function ofPlace(place: Place, source: 'place' | 'city'): Candidate {
  return {
    name: place.name,
    kind: place.type,
    country: place.country,
    latitude: place.latitude,
    longitude: place.longitude,
    population: place.population,
    admin: place.admin,
    source,
    valid: true,
  };
}

function same(a: Candidate, b: Candidate): boolean {
  // A city inside a region of our table that has its name is the region: "Gaza".
  const inside = b.source === 'place' && a.source === 'city' && a.country === b.country;
  if ((a.kind !== b.kind && !inside) || a.latitude === null || b.latitude === null) return false;
  return Math.abs(a.latitude - b.latitude) < 0.6 && Math.abs((a.longitude ?? 0) - (b.longitude ?? 0)) < 0.6;
}

/** All places that a name's entries and the cities of the name can be on a day. */
export function candidatesOf(
  entries: readonly Named<Entity>[],
  cities: readonly Named<Place>[],
  date: string | null,
): Candidate[] {
  const found: Candidate[] = [];
  const put = (candidate: Candidate): void => {
    if (!found.some((other) => same(other, candidate))) found.push(candidate);
  };
  const ofKind = (kind: Entity['kind']): Named<Entity>[] => entries.filter((entry) => entry.value.kind === kind);
  for (const entry of atDate(ofKind('country'), date)) {
    if (entry.value.kind === 'country') put(ofCountry(entry.value, holds(entry.years, date)));
  }
  const metonyms = ofKind('metonym');
  const capitals = atDate(metonyms, date);
  for (const entry of capitals) {
    if (entry.value.kind === 'metonym') put(ofMetonym(entry.name, entry.value, holds(entry.years, date)));
  }
  for (const entry of entries) if (entry.value.kind === 'place') put(ofPlace(entry.value, 'place'));
  for (const entry of cities) put(ofPlace(entry.value, 'city'));
  return found;
}
