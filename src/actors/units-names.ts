// The names of people and towns among the units of a sentence: what the language core takes for a person's name may be a title, a town or a
// mountain, and a surname known from elsewhere in the dispatch may look like a town's.

import { cityAt, type Place, personsNamed } from '../gazetteer/index.js';
import type { Name, Sentence } from '../language/index.js';
import { ofCode } from './allegiance.js';
import { textOf } from './grammar.js';
import { roleAt } from './roles.js';
import type { Gender, Unit } from './types.js';
import type { Lexicon } from './units.js';

const COURTESY: ReadonlyMap<string, Gender> = new Map(
  Object.entries({
    mr: 'm',
    'mr.': 'm',
    sir: 'm',
    lord: 'm',
    mrs: 'f',
    'mrs.': 'f',
    ms: 'f',
    'ms.': 'f',
    miss: 'f',
    lady: 'f',
    dame: 'f',
    dr: '',
    'dr.': '',
  } as const),
);

/** Inhabitants from which a city needs no other word for its country. */
const LARGE = 200_000;

export function roleUnit(first: number, match: NonNullable<ReturnType<typeof roleAt>>): Unit {
  const { singular, plural, modifier } = match.entry;
  const role = singular ?? plural;
  const end = first + match.length;
  if (role) return { first, end, what: { is: 'role', role, plural: !singular, modifier } };
  return { first, end, what: { is: 'modifier', modifier: modifier as string } };
}

export function courtesy(lower: readonly string[], first: number): Unit | null {
  const gender = COURTESY.get(lower[first]);
  return gender === undefined ? null : { first, end: first + 1, what: { is: 'courtesy', gender } };
}

/** Words at the end of a name that make it a place's, whoever it was named after. */
const LANDFORM = new Set(
  'shoal reef atoll island islands strait straits bay gulf river dam reservoir lake mountain mountains valley canal peninsula cape bridge street square avenue airport harbour harbor port base barracks palace hospital university stadium prison camp crossing county province hill hills peak beach forest desert reservation plant'.split(
    ' ',
  ),
);

/** Nouns that stand before the name of a place: "the island of Holt", "the town of Vars". */
const PLACED =
  /^(?:island|town|city|village|port|hamlet|province|district|region|county|lake|river|settlement|suburb|neighbou?rhood|camp|base|cities|provinces|towns|villages|districts|regions|islands|ports|suburbs)$/;

/** True for a name behind "the island of". */
export function isPlaced(s: Sentence, first: number): boolean {
  return first > 1 && s.form[first - 1] === 'of' && PLACED.test(s.form[first - 2]);
}

/** "The island of Holt", "the Karadobi reservoir", a place that the places stage found: no person. */
function isOnMap(s: Sentence, first: number, end: number, lower: readonly string[], lexicon: Lexicon): boolean {
  if (isPlaced(s, first)) return true;
  if (LANDFORM.has(lower[end] ?? '') && s.form[end] === lower[end]) return true;
  const place = lexicon.places.get(s.start[first]);
  return place !== undefined && place.kind === 'other' && place.span[1] >= s.end[end - 1];
}

/** A name that the language core takes for a person's; titles at its beginning are left to the role table. */
export function person(
  s: Sentence,
  name: Name,
  lower: readonly string[],
  table: Unit | null,
  lexicon: Lexicon,
): Unit | null {
  const { first } = name;
  // "King Abdullah of Jordan": the country is not of the name.
  const of = lower.indexOf('of', first + 1);
  const end = of > 0 && of < name.end ? of : name.end;
  const single = end - first === 1;
  if (single && s.form[first] === lower[first]) return null;
  if (!single && LANDFORM.has(lower[end - 1])) return null;
  if ((!single || !lexicon.surnames.has(lower[first])) && isOnMap(s, first, end, lower, lexicon)) return null;
  if (courtesy(lower, first) && !single) return courtesy(lower, first);
  const found = roleAt(s.form, lower, first);
  // "Chancellor Christian Stocker": a given name, behind a title.
  const given = found?.length === 1 && GIVEN.has(lower[first]) && end - first > 1 && s.upos[first - 1] === 'PROPN';
  const role = given ? null : found;
  if (role && first + role.length < end) return roleUnit(first, role);
  // "Gambian President Dawda Jawara" taken for one name: the country and the title come off it.
  if (
    table &&
    table.end < end &&
    (table.what.is === 'demonym' || table.what.is === 'country' || table.what.is === 'body')
  ) {
    const next = roleAt(s.form, lower, table.end);
    if (next) return table;
  }
  if (role && first + role.length > end) return roleUnit(first, role);
  // A headline in capitals: "PROSECUTOR" is nobody's name.
  if (role && single && s.form[first].length > 3 && s.form[first] === s.form[first].toUpperCase())
    return roleUnit(first, role);
  if (endsInRole(s, lower, first, end)) return role ? roleUnit(first, role) : null;
  if (table && table.what.is !== 'person' && table.end >= end && !lexicon.surnames.has(lower[end - 1])) return null;
  if (table && table.what.is === 'person' && table.end >= end) return table;
  const holders = personsNamed(textOf(s, first, end), lexicon.date);
  // A large town taken for a person, behind "in" or with nothing around it.
  if (
    holders.length === 0 &&
    (single
      ? !lexicon.surnames.has(lower[first]) && (s.size === 1 || lower[first - 1] === 'in')
      : /^(?:san|santa|santo|puerto|ciudad|port)$/.test(lower[first]))
  ) {
    const place = city(s, first, lexicon);
    if (place) return place;
  }
  return { first, end, what: { is: 'person', holders } };
}

/** Given names that are nouns of office or faith too. */
const GIVEN = new Set('christian dean bishop major marshal prince king earl duke pope judge abbot'.split(' '));

/** "Vice Foreign Minister" is no name. */
function endsInRole(s: Sentence, lower: readonly string[], first: number, end: number): boolean {
  for (let w = first; w < end; w++) {
    const role = roleAt(s.form, lower, w);
    if (role && w + role.length === end && end - w > 1 && role.entry.singular) return true;
  }
  return false;
}

/** "Jordan said he was glad", where Michael Jordan is named: the man, unless a preposition makes it the country. */
export function isSurname(
  s: Sentence,
  i: number,
  table: Unit | null,
  lower: readonly string[],
  lexicon: Lexicon,
): boolean {
  if (!table || !lexicon.surnames.has(lower[i])) return false;
  if (table.what.is !== 'country' && table.what.is !== 'place' && table.what.is !== 'capital') return false;
  if (!standsAlone(s, i)) return false;
  lexicon.tell?.(
    s.start[i],
    s.end[i],
    `taken as somebody who is named in full here; lost: the country ${table.what.of.name}`,
  );
  return true;
}

/** A name as subject or owner, with nothing before it that makes it a place. */
export function standsAlone(s: Sentence, i: number): boolean {
  const before = i > 0 ? s.upos[i - 1] : '';
  if (before === 'ADP' || before === 'DET' || before === 'ADJ') return false;
  return /^nsubj/.test(s.deprel[i]) || s.form[i + 1] === "'s";
}

/** The surname of somebody whose full name stands elsewhere in the dispatch. */
export function surname(s: Sentence, i: number, lower: readonly string[], lexicon: Lexicon): Unit | null {
  if (!lexicon.surnames.has(lower[i]) || s.form[i] === lower[i]) return null;
  // "Rose met ..." at the beginning of a sentence looks like a verb or a noun.
  const opening = i === 0 || /^["“]$/.test(s.form[i - 1]);
  // "AUCTIONS TO START SOON - DAUSTER".
  const signed = i === s.size - 1 && i > 1 && /^(?:[-–—:]|--)$/.test(s.form[i - 1]);
  if (s.upos[i] !== 'PROPN' && !signed && !(opening && /^(?:VERB|AUX)$/.test(s.upos[i + 1] ?? ''))) return null;
  return { first: i, end: i + 1, what: { is: 'person', holders: [] } };
}

export function town(s: Sentence, first: number, lexicon: Lexicon, name: Name | null): Unit | null {
  const place = lexicon.places.get(s.start[first]);
  if (!place?.country) return name?.type === 'LOC' ? city(s, first, lexicon) : null;
  let end = first + 1;
  while (end < s.size && s.start[end] < place.span[1]) end++;
  return { first, end, what: { is: 'place', of: ofCode(place.country, place.name), label: place.name } };
}

/** A city before a noun ("Szohod police"), which is no place where something happens: a large one, or one of a country met before. */
function city(s: Sentence, first: number, lexicon: Lexicon): Unit | null {
  const found = cityAt(s.form, first);
  if (!found) return null;
  let best: Place | null = null;
  for (const { value } of found.entries) {
    if (!value.country || (value.population < LARGE && !lexicon.met.has(value.country))) continue;
    if (!best || value.population > best.population) best = value;
  }
  if (!best?.country) return null;
  const end = first + found.length;
  return { first, end, what: { is: 'place', of: ofCode(best.country, best.name), label: best.name } };
}
