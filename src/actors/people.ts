// Which names in a dispatch are one person's: full names first, then surnames and given names alone. What the titles of all
// mentions say is put together; the table of office holders is asked for what the text does not tell.

import { country, type Holder, holds, keyOf, organisationsNamed, personsNamed } from '../gazetteer/index.js';
import { ofCountry, ofOrganisation } from './allegiance.js';
import { genderOfName } from './firstnames.js';
import { newEntity, type State } from './state.js';
import type { Allegiance, Description, Entity } from './types.js';

/** A person with the words of the fullest name. */
interface Person {
  readonly entity: Entity;
  words: readonly string[];
  holders: readonly Holder[];
  readonly first: { sentence: number; word: number };
}

const PARTICLE = /^(?:al|el|ul|bin|van|von|de|der|den|di|da|dos|del)$/;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;

/** Links every named person; afterwards `state.resolved` is filled for them. */
export function linkPeople(state: State): void {
  const all: { sentence: number; index: number; description: Description; words: string[] }[] = [];
  for (const [sentence, described] of state.described.entries()) {
    for (const [index, description] of described.all.entries()) {
      if (description.is !== 'person' || !description.name || description.name === state.dispatch.agency) continue;
      const words = keyOf(description.name)
        .split(' ')
        .filter((word) => !SUFFIX.test(word));
      // "Al-Harthy" is a surname alone, "van Rompuy" too.
      while (words.length > 1 && PARTICLE.test(words[0])) words.shift();
      if (words.length > 0) all.push({ sentence, index, description, words });
    }
  }
  const people: Person[] = [];
  const make = (one: (typeof all)[number]): Person => {
    const { description, words, sentence } = one;
    const gender = genderOfName(words[0], words.length);
    const entity = newEntity(state, 'person', titled(description.name as string), { gender });
    const person = { entity, words, holders: description.holders, first: { sentence, word: description.first } };
    people.push(person);
    return person;
  };
  const vouched = new Set<Entity>();
  const of = new Map<(typeof all)[number], Person>();
  for (const one of all.filter(({ words }) => words.length > 1)) {
    const person = people.find((other) => sameName(other.words, one.words)) ?? make(one);
    if (one.words.length > person.words.length) {
      person.words = one.words;
      person.entity.name = titled(one.description.name as string);
    }
    if (person.holders.length === 0) person.holders = one.description.holders;
    of.set(one, person);
  }
  for (const one of all.filter(({ words }) => words.length === 1)) of.set(one, byOneName(one, people) ?? make(one));
  for (const one of all) {
    const person = of.get(one) as Person;
    state.resolved[one.sentence][one.index] = [person.entity];
    if (person.holders.length === 0 && one.description.holders.length > 0 && one.words.length === 1) {
      person.holders = one.description.holders.filter((holder) => sharesGiven(holder, person.words, one.words[0]));
    }
  }
  for (const one of all) {
    // "The Holm administration", "a Holm aide": whoever is named so leads.
    const owns = state.described[one.sentence].all.some((d) => d.owner === one.index && d.ownership === 'name');
    if (owns) vouched.add((of.get(one) as Person).entity);
  }
  for (const one of all) gather(state, (of.get(one) as Person).entity, one.description, one.sentence);
  const spokenOf = countriesOf(state);
  for (const person of people) askTable(state, person, vouched.has(person.entity), spokenOf);
}

/** Things that bear a man's name. */
const NAMED_AFTER =
  /^(?:plan|doctrine|act|line|commission|report|prize|amendment|treaty|foundation|institute|university|airport|memorial)$/;

/** The countries that the dispatch names, of its dateline too. */
function countriesOf(state: State): ReadonlySet<string> {
  const found = new Set(state.dispatch.datelinePlaces.flatMap((place) => place.country ?? []));
  for (const { all } of state.described) for (const { of } of all) if (of?.country) found.add(of.country);
  return found;
}

/** Offices whose holders the whole world knows by their surname. */
const WORLD = new Set([
  'head-of-state',
  'head-of-government',
  'supreme-leader',
  'general-secretary',
  'secretary-general',
]);
/** Countries whose every minister is known so. */
const POWERS = new Set(['USA', 'SUN', 'RUS', 'GBR', 'CHN', 'FRA', 'DEU']);

/** Whether a surname alone may be a holder's: those of smaller offices need their country in the dispatch. */
function likely(holder: Holder, spokenOf: ReadonlySet<string>): boolean {
  if (WORLD.has(holder.office) || holder.country === null || POWERS.has(holder.country)) return true;
  return spokenOf.has(holder.country);
}

/** "HOLM" of a headline as "Holm". */
function titled(name: string): string {
  if (name !== name.toUpperCase() || name.length < 4 || name.includes('.')) return name;
  return name.toLowerCase().replace(/(^|[\s\-'’])\p{L}/gu, (start) => start.toUpperCase());
}

/** The same full name: first and last word agree, or one is the other with words left out. */
function sameName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2 || a[a.length - 1] !== b[b.length - 1]) {
    return a.join('') === b.join('');
  }
  if (a[0] === b[0]) return true;
  return (a[0].length === 1 || b[0].length === 1) && a[0][0] === b[0][0];
}

function byOneName(
  one: { sentence: number; description: Description; words: readonly string[] },
  people: readonly Person[],
): Person | undefined {
  const [word] = one.words;
  const last = people.filter((person) => person.words[person.words.length - 1] === word);
  const found = last.length > 0 ? last : people.filter((person) => person.words[0] === word || middle(person, word));
  const fit = found.filter(
    ({ entity }) => !one.description.gender || !entity.gender || entity.gender === one.description.gender,
  );
  // The nearest full name before it, else the first one after it.
  const before = fit.filter(
    ({ first }) =>
      first.sentence < one.sentence || (first.sentence === one.sentence && first.word <= one.description.first),
  );
  return before.at(-1) ?? fit[0];
}

/** Iberian and Arabic names are often taken up by a word inside ("Ali Akbar Hashemi Rafsanjani"). */
function middle(person: Person, word: string): boolean {
  return person.words.length > 2 && word.length > 3 && person.words.includes(word);
}

/** True when a holder found by one word of a longer name agrees in another word of it, or in an initial. */
function sharesGiven(holder: Holder, words: readonly string[], found: string): boolean {
  if (words.length < 2) return true;
  const rest = keyOf(holder.name)
    .split(' ')
    .filter((word) => word !== found);
  return words.some((word) => word !== found && (rest.includes(word) || (word.length === 1 && rest[0]?.[0] === word)));
}

/** Takes over what the title of a mention, or the description beside it, says. */
function gather(state: State, entity: Entity, description: Description, sentence: number): void {
  take(entity, description);
  for (const other of state.described[sentence].all) {
    const partner = other.same >= 0 ? state.described[sentence].all[other.same] : null;
    if (partner === description && other.is === 'role') take(entity, other);
    else if (other === description && partner?.is === 'role') take(entity, partner);
  }
}

function take(entity: Entity, from: Description): void {
  if (from.gender && !entity.gender) entity.gender = from.gender;
  const better = (from.of !== null && entity.of === null) || (entity.role === null && from.role !== null);
  if (from.of && !entity.of) {
    entity.of = plain(from.of);
    entity.known = from.known;
    if (from.basis) entity.basis = from.basis;
  }
  if (from.role && !entity.role) {
    entity.role = from.role;
    entity.roleText = from.roleText;
    entity.sector = from.sector;
    if (!entity.basis) entity.basis = from.basis;
  } else if (from.of?.sector && !entity.sector) entity.sector = from.sector;
  if (better && from.basis && !entity.known) entity.basis = from.basis;
}

/** A country without the sector of the seat that named it. */
export function plain(of: Allegiance): Allegiance {
  return of.country && of.sector ? { ...of, sector: null } : of;
}

function askTable(state: State, person: Person, vouched: boolean, spokenOf: ReadonlySet<string>): void {
  const { entity } = person;
  const named = person.holders.length > 0 ? person.holders : personsNamed(person.words.join(' '), state.date);
  // "Redwan Hussein" cut in two is no King Hussein.
  const { sentence, word } = person.first;
  const s = state.sentences[sentence];
  const cut =
    person.words.length === 1 &&
    entity.role === null &&
    word > 1 &&
    s.upos[word - 1] === 'PROPN' &&
    /^[A-Z][a-z]+$/.test(s.form[word - 1]) &&
    state.described[sentence].at[word - 1] < 0;
  // "The Franco-U.S. consortium": half of a word.
  const half =
    person.words.length === 1 &&
    s.form[word + 1] === '-' &&
    s.start[word + 1] === s.end[word] &&
    /^[A-Z]/.test(s.form[word + 2] ?? '');
  // "The Marshall Plan", "the Baker initiative": what somebody gave his name to.
  const namesake =
    NAMED_AFTER.test(person.words.at(-1) ?? '') ||
    (person.words.length === 1 && NAMED_AFTER.test(s.form[word + 1]?.toLowerCase() ?? ''));
  if (cut || ((half || namesake) && entity.role === null)) return;
  const alone = person.words.length === 1 && entity.of === null;
  const listed = alone ? named.filter((holder) => likely(holder, spokenOf)) : named;
  const fit = listed.filter(
    (holder) =>
      agrees(holder, entity, person.words) && !isBygone(holder, state.date) && !isYetToCome(holder, entity, state.date),
  );
  const now = fit.filter((holder) => holds(holder.years, state.date));
  // A lone surname is the office holder's of the day; a full name may also be a former one's.
  const chosen =
    best(now) ?? (person.words.length > 1 || entity.role || vouched || onlyOne(fit) ? best(fit) : undefined);
  if (chosen) {
    const inOffice = now.includes(chosen);
    entity.gender ||= chosen.gender;
    // Namesakes between whom nothing decides: what they share is kept, and the rest is left open.
    const pool = inOffice ? now.filter((holder) => rank(holder) === rank(chosen)) : fit;
    const others = [...new Set(pool.map((holder) => holder.name))].filter((name) => name !== chosen.name);
    const apart =
      others.length > 0 &&
      !entity.of &&
      pool.some((holder) => holder.of !== chosen.of && !spokenOf.has(chosen.country ?? ''));
    if (apart) {
      entity.basis ||= `not told apart: ${[chosen.name, ...others].join(', ')}`;
      state.trace?.(entity.name, entity.basis);
      return;
    }
    if (person.words.length === 1 && others.length === 0) entity.name = chosen.name;
    const which = others.length > 0 ? `${[chosen.name, ...others].join(' or ')}, not told apart` : chosen.name;
    const table = `table: ${which}, ${chosen.office} of ${chosen.of}${inOffice ? '' : ' at another time'}`;
    if (!entity.of) {
      entity.of = homeOf(chosen, state.date);
      entity.known = false;
      entity.basis = entity.basis ? `${entity.basis}; ${table}` : table;
    }
    if (!entity.sector) entity.sector = inOffice ? chosen.sector || 'GOV' : 'ELI';
    state.trace?.(entity.name, table);
  }
  if (state.trace) tellLost(state, entity, named, { listed, fit, now, chosen });
  entity.gender ||= genderOfName(person.words[0], person.words.length);
}

/** Notes for `explain` of everybody of a name who was not taken, and why. */
function tellLost(
  state: State,
  entity: Entity,
  named: readonly Holder[],
  {
    listed,
    fit,
    now,
    chosen,
  }: {
    readonly listed: readonly Holder[];
    readonly fit: readonly Holder[];
    readonly now: readonly Holder[];
    readonly chosen: Holder | undefined;
  },
): void {
  const day = (n: number): string =>
    n === 0 || n === 99999999
      ? ''
      : (/^(\d{4})(\d\d)(\d\d)$/.exec(String(n)) ?? [])
          .slice(1)
          .filter((part) => !/^(?:00|99)$/.test(part))
          .join('-');
  for (const one of named.filter((holder) => holder !== chosen).slice(0, 8)) {
    const why = !listed.includes(one)
      ? 'a surname alone, and its country is not in the dispatch'
      : !fit.includes(one)
        ? 'does not agree with what the text says'
        : !now.includes(one)
          ? `not in office on ${state.date ?? 'a day that is not known'}`
          : chosen
            ? 'in a lesser office, or further down in the table'
            : 'nothing in the text speaks for it';
    const span = `${day(one.years.from)}..${day(one.years.until)}`;
    state.trace?.(entity.name, `lost: ${one.name}, ${one.office} of ${one.of} ${span}: ${why}`);
  }
}

/** True for a surname that only one head of state or government ever had: "Gorbachev" years after. */
function onlyOne(holders: readonly Holder[]): boolean {
  const led = holders.some(({ office }) => office === 'head-of-state' || office === 'head-of-government');
  return led && holders.every((holder) => holder.name === holders[0].name);
}

/** Out of office for a generation: a namesake is likelier. */
function isBygone(holder: Holder, date: string | null): boolean {
  return date !== null && holder.years.until + 300_000 < Number(date.replaceAll('-', ''));
}

/** An office that somebody was to have years later tells nothing of him now. */
function isYetToCome(holder: Holder, entity: Entity, date: string | null): boolean {
  // "President Moss", of one who led later only: the day may be wrong, the man is not.
  if (entity.role?.office && /^head-of-/.test(holder.office)) return false;
  return date !== null && holder.years.from > Number(date.replaceAll('-', '')) + 10_000;
}

/** A table row must not speak against the text's own words. */
function agrees(holder: Holder, entity: Entity, words: readonly string[]): boolean {
  if (entity.of?.country && holder.country && holder.country !== entity.of.country) return false;
  if (entity.gender && holder.gender && holder.gender !== entity.gender) return false;
  if (
    entity.sector &&
    entity.sector !== 'ELI' &&
    entity.sector !== 'GOV' &&
    entity.sector !== holder.sector &&
    !entity.of
  ) {
    return false;
  }
  if (words.length < 2) return true;
  const given = keyOf(holder.name).split(' ');
  return given.includes(words[0]) || given[0][0] === words[0][0] || words[words.length - 1] === given[0];
}

const RANK = ['head-of-state', 'head-of-government', 'foreign-minister', 'defence-minister', 'office'];

function best(holders: readonly Holder[]): Holder | undefined {
  return [...holders].sort((a, b) => rank(a) - rank(b))[0];
}

function rank(holder: Holder): number {
  const at = RANK.indexOf(holder.office);
  return at < 0 ? RANK.length : at;
}

function homeOf(holder: Holder, date: string | null): Allegiance | null {
  const home = holder.country ? country(holder.country) : undefined;
  if (home) return ofCountry(home);
  const body = organisationsNamed(holder.of, date)[0];
  return body ? ofOrganisation(body) : null;
}
