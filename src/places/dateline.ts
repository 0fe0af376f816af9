// Gives the dateline's places their country and coordinates: "WILMINGTON, Del." by its state, the others by fame and size.

import { citiesNamed, countryNamed, named, places } from '../gazetteer/index.js';
import type { DatelinePlace } from '../records.js';
import { type Candidate, candidatesOf } from './candidates.js';

/** What stands behind a place's name: a state of the union, a country, or nothing known. */
export interface Qualifier {
  readonly country: string | null;
  readonly admin: string;
}

let states: Map<string, Qualifier> | null = null;

/** States by name, dateline abbreviation and postal code. */
function stateTable(): Map<string, Qualifier> {
  if (states) return states;
  states = new Map();
  for (const place of places()) {
    if (place.type !== 'region' || (place.admin === '' && place.abbreviations.length === 0)) continue;
    const value = { country: place.country, admin: place.admin };
    states.set(place.name.toLowerCase(), value);
    if (place.admin !== '') states.set(place.admin.toLowerCase(), value);
    for (const short of place.abbreviations) {
      states.set(short.toLowerCase(), value);
      states.set(short.toLowerCase().replace(/[. ]/g, ''), value);
    }
  }
  return states;
}

/** Reads a qualifier: "Del.", "Texas", "DE", "France". Null when it is none. */
export function qualifierOf(text: string, date: string | null): Qualifier | null {
  const key = text.trim().toLowerCase();
  const state = stateTable().get(key);
  // "Georgia" behind a city's name is a state as often as a country: leave both open by giving the state, the city decides.
  if (state) return state;
  const country = countryNamed(text.trim(), date);
  return country ? { country: country.code, admin: '' } : null;
}

/** Names that stand in datelines and are no cities. */
const HEADQUARTERS: Readonly<Record<string, readonly [string, number, number]>> = {
  'united nations': ['USA', 40.75, -73.97],
  nato: ['BEL', 50.88, 4.43],
  pentagon: ['USA', 38.87, -77.06],
};

function fame(candidate: Candidate): number {
  const size = Math.log10(candidate.population + 10);
  switch (candidate.source) {
    case 'capital':
      return 10 + size;
    case 'place':
      return candidate.kind === 'city' ? 4 + size : 4;
    case 'country':
      return 7;
    case 'seat':
      return 5;
    case 'city':
      return size;
  }
}

/** Finds a dateline's place. Unknown ones keep their nulls. */
export function locate(place: DatelinePlace, date: string | null): DatelinePlace {
  if (place.country !== null && place.latitude !== null) return place;
  const office = HEADQUARTERS[place.name.toLowerCase()];
  if (office) return { ...place, country: office[0], latitude: office[1], longitude: office[2] };
  const cities = citiesNamed(place.name).map((value) => ({
    name: value.name,
    years: { from: 0, until: 99999999 },
    value,
  }));
  let found = candidatesOf(named(place.name), cities, date);
  const qualifier = place.qualifier === null ? null : qualifierOf(place.qualifier, date);
  if (qualifier) {
    const fitting = found.filter((one) =>
      qualifier.admin !== ''
        ? one.admin === qualifier.admin && one.kind !== 'region'
        : one.country === qualifier.country,
    );
    // The state or country is known even where the town is too small for the table.
    if (fitting.length === 0) return { ...place, country: qualifier.country };
    found = fitting;
  }
  if (found.length === 0) return place;
  const best = found.reduce((a, b) => (fame(b) > fame(a) ? b : a));
  return { ...place, country: best.country, latitude: best.latitude, longitude: best.longitude };
}
