// Finds for every description of a dispatch whom it stands for, in the order of the text: named ones by their names, roles by
// what was said of somebody before ("the minister"), else as new actors; the country from the words, then from the context.

import { relation } from '../language/index.js';
import { clauseSubject } from './clauses.js';
import { completePerson, inBusiness, spokesOf } from './complete.js';
import { contextCountry } from './context.js';
import { theCountry } from './context-spoken.js';
import { entityBefore } from './corefer.js';
import { inherit, isHarmed, type Own, TITLES_OF_ANY } from './inherit.js';
import { pairOf, sidesOf } from './pairs.js';
import { plain } from './people.js';
import { principalsOf } from './principals.js';
import { resolvePronoun } from './pronouns.js';
import { chamberOf, townOfMate } from './scene.js';
import { fellowOf, homes, isClass, isGroupOf, isUncounted, joined } from './some.js';
import { countryEntity, governmentEntity, keyed, newEntity, note, type State, wordsOf } from './state.js';
import type { Allegiance, Description, Entity } from './types.js';

/** Resolves all descriptions; people are linked already. */
export function linkAll(state: State): void {
  for (const [sentence, described] of state.described.entries()) {
    for (const index of described.all.keys()) {
      const entities = resolve(state, sentence, index);
      const description = described.all[index];
      if (entities.length > 0) note(state, sentence, description, entities);
    }
  }
}

/** Whom a description stands for. May be asked out of order: a quotation's "we" needs its speaker first. */
export function resolve(state: State, sentence: number, index: number): readonly Entity[] {
  const row = state.resolved[sentence];
  const known = row[index];
  if (known === null) return [];
  const description = state.described[sentence].all[index];
  if (known !== undefined) {
    if (description.is === 'person') {
      for (const other of state.described[sentence].all) {
        if (other.is === 'role' && other.same === index) completePerson(state, other, known[0]);
      }
      completePerson(state, description, known[0]);
    }
    return known;
  }
  row[index] = null;
  const found = resolveNew(state, description, sentence);
  row[index] = found;
  return found;
}

function resolveNew(state: State, d: Description, sentence: number): readonly Entity[] {
  switch (d.is) {
    case 'pronoun':
      return resolvePronoun(state, d, (index) => resolve(state, sentence, index));
    case 'country':
      return d.of ? [countryLike(state, d, d.of)] : [];
    case 'body':
      return [body(state, d)];
    case 'role':
      return resolveRole(state, d, sentence);
    default:
      return [];
  }
}

function countryLike(state: State, d: Description, of: Allegiance): Entity {
  if (d.sector === null) return countryEntity(state, of, d);
  if (d.sector === 'GOV' && !/Department|Ministry|Treasury|Council|Office|Bureau/.test(d.name ?? '')) {
    return governmentEntity(state, of, d);
  }
  return keyed(state, `body:${of.base}:${(d.name ?? '').toLowerCase()}`, () =>
    newEntity(state, 'organisation', d.name ?? of.name, {
      of: plain(of),
      sector: d.sector,
      basis: d.basis,
      known: d.known,
    }),
  );
}

export function body(state: State, d: Description): Entity {
  const partner = d.same >= 0 ? resolve(state, d.sentence, d.same) : [];
  if (partner.length === 1) {
    // "National Review Board (NRB)": the short name stands for the same body from here on.
    if (d.name) state.byKey.set(`body:${d.name.toLowerCase()}`, partner[0]);
    return partner[0];
  }
  const name = d.name ?? wordsOf(state, d);
  // A surname that the language core takes for a body's name, of somebody whom the dispatch names in full.
  const bearer =
    d.of === null && d.role === null && d.sector === null && !name.includes(' ') ? named(state, name) : undefined;
  if (bearer) return bearer;
  const owner = d.of === null && d.owner >= 0 ? resolve(state, d.sentence, d.owner)[0] : undefined;
  if (owner?.of) return bodyOf(state, d, name, { ...d, ...inherit(d, owner) });
  // "The House Agriculture Committee", where the United States are spoken of.
  const chamber = d.of === null && d.sector === 'LEG' ? chamberOf(state, name) : null;
  if (chamber)
    return bodyOf(state, d, name, { ...d, of: chamber.of, known: false, basis: `${d.basis}; ${chamber.basis}` });
  return bodyOf(state, d, name, d);
}

function named(state: State, surname: string): Entity | undefined {
  const end = ` ${surname.toLowerCase()}`;
  return state.entities.find(
    ({ kind, name, role }) => kind === 'person' && role !== null && name.toLowerCase().endsWith(end),
  );
}

function bodyOf(state: State, d: Description, name: string, own: Own): Entity {
  return keyed(
    state,
    `body:${(d.of?.base.slice(0, 3) === 'IGO' ? d.of.name : name).toLowerCase().replace(/^the /, '')}`,
    () =>
      newEntity(state, 'organisation', name, {
        of: own.of,
        sector: own.sector,
        role: d.role,
        basis: own.basis,
        known: own.known,
      }),
  );
}

const GOVERNMENT = new Set([
  'government',
  'administration',
  'regime',
  'junta',
  'coalition government',
  'military government',
]);
const COUNTRY = new Set(['country', 'nation', 'republic', 'kingdom', 'emirate', 'sultanate', 'island']);
const PAIR = new Set([
  'side',
  'country',
  'nation',
  'power',
  'superpower',
  'state party',
  'neighbor',
  'neighbour',
  'government',
  'republic',
  'capital',
]);

function resolveRole(state: State, d: Description, sentence: number): readonly Entity[] {
  if (d.same >= 0) {
    const partner = resolve(state, sentence, d.same);
    if (partner.length === 1) return partner;
  }
  const subject = isPredicate(state, d);
  if (subject) return [subject];
  const noun = d.role?.noun ?? '';
  const named = d.parts.filter((part) => state.described[sentence].all[part].is === 'person');
  if (named.length > 1) return named.flatMap((part) => resolve(state, sentence, part));
  // "If the parties agree": the sides of talks, and no political parties.
  if (
    noun === 'party' &&
    d.plural &&
    d.definite &&
    d.of === null &&
    d.owner < 0 &&
    d.roleText?.toLowerCase() === 'parties'
  )
    return pairOf(state, d, d.count || 2);
  if (PAIR.has(noun) && d.owner < 0 && d.of === null && d.plural && isUncounted(state, d)) return [];
  // "Other industrial nations in Szohod", "the poorest countries", "governments": a class, and none that are told.
  if (PAIR.has(noun) && d.of === null && d.plural && isClass(state, d)) return [];
  // "Its northern neighbour" is not it.
  if (/^neighbou?r$/.test(noun) && d.owner >= 0 && !d.plural) return [];
  if (PAIR.has(noun) && d.of === null && d.owner < 0 && (d.count > 1 || (d.plural && d.definite))) {
    return pairOf(state, d, d.count || 2);
  }
  if (d.role?.kind === 'person' && d.plural && d.definite && d.of === null && d.owner < 0 && d.role.sector !== 'CVL') {
    const people = pairOf(state, d, d.count || 2);
    if (people.length > 0) return people;
    // "The foreign ministers" of the two countries that it is all about.
    const homes = d.role.office && (d.count || 2) === 2 ? sidesOf(state, d) : [];
    if (homes.length > 0) return homes.map((home) => single(state, { ...d, definite: false }, inherit(d, home)));
  }
  if (COUNTRY.has(noun) && !d.plural && d.definite && d.of === null && d.owner < 0) {
    const of = theCountry(state, d);
    return of ? [countryEntity(state, of, null)] : [];
  }
  const fellow = fellowOf(state, d);
  const [first] = fellow ? resolve(state, sentence, state.described[sentence].all.indexOf(fellow)) : [];
  if (first?.of && d.sector !== null && first.sector === d.sector)
    return [
      single(state, d, {
        of: plain(first.of),
        sector: d.sector,
        known: false,
        basis: `${d.basis}; with ${first.name}`,
      }),
    ];
  const near = d.owner >= 0 ? ownersOf(state, d) : [];
  const owners = isHost(state, d, near) ? [] : near;
  if (d.ownership === 'of' && d.of === null && isGroupOf(noun, state.described[sentence].all[d.owner])) return owners;
  if (PAIR.has(noun) && d.plural && d.of === null && d.ownership === 'genitive') {
    if (owners.length > 1) return homes(state, owners);
    return pairOf(state, d, 2, owners[0]);
  }
  // "The two armies", "both governments": one of each country that is meant; where that cannot be told, of none.
  const many =
    d.count > 1 && /^(?:group|body)$/.test(d.role?.kind ?? '') && /^(?:GOV|MIL|LEG)$/.test(d.role?.sector ?? '');
  if (many && d.plural && d.of === null && near.length === 0 && d.owner < 0) {
    const homes = pairOf(state, d, d.count);
    if (homes.length > 1) return homes.map((home) => single(state, { ...d, definite: false }, inherit(d, home)));
    return [single(state, d, { of: null, sector: d.sector, known: false, basis: d.basis })];
  }
  // "Officials on both sides", "leaders of the two countries": each side's own.
  if (owners.length > 1) return owners.map((owner) => single(state, { ...d, definite: false }, inherit(d, owner)));
  const together = d.plural && d.definite && d.of === null && owners.length === 0 ? joined(state, d) : [];
  if (together.length > 1) return together;
  const own =
    owners.length === 1 ? inherit(d, owners[0]) : { of: d.of, sector: d.sector, known: d.known, basis: d.basis };
  if (d.of) {
    own.of = d.of;
    own.known = true;
    own.basis = d.basis;
  }
  const victims = owners.length === 1 && d.of === null && isHarmed(d, owners[0]);
  // "His counterpart in Szohod".
  const mate =
    /^(?:counterpart|opposite number)$/.test(noun) && d.of === null && own.of === null && owners.length === 1;
  const town = mate ? townOfMate(state, d) : null;
  if (town && town.of.base !== owners[0].of?.base) {
    own.of = plain(town.of);
    own.sector = owners[0].sector;
    own.basis = `${own.basis}; ${town.basis}`;
  }
  // "A Halverson spokeswoman": of somebody of whom nothing is known.
  if (
    d.ownership === 'name' &&
    owners.length === 1 &&
    owners[0].of === null &&
    !owners[0].role &&
    d.role?.sector === '@'
  )
    return [single(state, d, { ...own, sector: owners[0].sector })];
  const entity = victims || mate ? single(state, d, own) : maybe(state, d, own);
  return entity ? [entity] : [];
}

/** "Patrick Boivert, who is acting prime minister": whoever is said to hold an office. */
function isPredicate(state: State, d: Description): Entity | null {
  const s = state.sentences[d.sentence];
  if (d.role?.kind !== 'person' || d.plural || !d.role.office || /^not|never|no$/i.test(s.form[d.first])) return null;
  const verb = s.head[d.head];
  // "Who is acting prime minister", which the tree may take for what he is doing.
  if (verb >= 0 && s.form[verb] === 'acting' && s.deprel[d.head] === 'obj') {
    const at = state.described[d.sentence].at[clauseSubject(s, d.head)] ?? -1;
    const [one] = at >= 0 ? resolve(state, d.sentence, at) : [];
    return one?.kind === 'person' ? one : null;
  }
  let copula = false;
  let subject = -1;
  for (let w = 0; w < d.head; w++) {
    if (s.head[w] !== d.head) continue;
    if (s.deprel[w] === 'cop' && /^(?:is|was|'s|became)$/.test(s.form[w])) copula = true;
    if (relation(s.deprel[w]) === 'nsubj') subject = w;
    if (/^(?:not|never|n't)$/.test(s.form[w])) return null;
  }
  const index = copula && subject >= 0 ? state.described[d.sentence].at[subject] : -1;
  if (index < 0) return null;
  const found = resolve(state, d.sentence, index);
  return found.length === 1 && found[0].kind === 'person' ? found[0] : null;
}

/** Whom a phrase belongs to; "the leaders of Egypt, Ethiopia and Sudan" to each of them. */
function ownersOf(state: State, d: Description): readonly Entity[] {
  const { all } = state.described[d.sentence];
  const first = resolve(state, d.sentence, d.owner);
  if (!d.plural || d.ownership !== 'of' || all[d.owner].is !== 'country') return first;
  const s = state.sentences[d.sentence];
  const found = [...first];
  for (const [index, other] of all.entries()) {
    if (other.is !== 'country' || s.deprel[other.head] !== 'conj' || s.head[other.head] !== all[d.owner].head) continue;
    for (const entity of resolve(state, d.sentence, index)) if (!found.includes(entity)) found.push(entity);
  }
  return found;
}

/** "Talks with the government in Arland": a country that the dispatch is not about, where others meet. */
function isHost(state: State, d: Description, owners: readonly Entity[]): boolean {
  if (d.ownership !== 'place' || !d.definite || d.role?.kind !== 'body' || owners.length !== 1) return false;
  const { share } = principalsOf(state);
  const [owner] = owners;
  return owner.kind === 'country' && share.size > 1 && (share.get(owner.of?.country ?? '') ?? 0) < 0.25;
}

/** The entity of a role, or null when nothing makes it an actor. */
function maybe(state: State, d: Description, own: Own): Entity | null {
  if (d.role && PAIR.has(d.role.noun) && d.role.noun !== 'government' && (own.of === null || d.role.noun === 'capital'))
    return null;
  const before = entityBefore(state, d, own.of);
  const ofBody = d.owner >= 0 && d.ownership === 'of' && TITLES_OF_ANY.has(d.role?.noun ?? '');
  // "The president of the growers' association" is not the state's, who was told of before.
  const others = before !== null && ofBody && own.sector !== null && own.sector !== before.sector;
  if (before && !others && !outranked(state, d, before)) {
    return before;
  }
  // "The liaison office in the town of Vars": a place alone makes no actor of a bound noun.
  if (d.role?.bound && d.role.kind === 'body' && d.ownership === 'place' && d.of === null && !d.definite) return null;
  if (d.role?.bound && own.of === null && (own.sector === null || own.sector === d.role.sector)) return null;
  const corporate = d.role && TITLES_OF_ANY.has(d.role.noun) && own.sector === 'GOV' && inBusiness(state, d);
  const club = ofBody && /^(?:BUS|SOC)$/.test(own.sector ?? '');
  if (own.of === null && d.role && !d.open && own.sector !== null && !corporate && !club) {
    const body = spokesOf(state, d);
    if (body)
      return single(state, d, { ...own, of: body.of, known: false, basis: `${own.basis}; speaks for ${body.name}` });
    const context = contextCountry(state, d);
    if (context)
      return single(state, d, { ...own, of: context.of, known: false, basis: `${own.basis}; ${context.basis}` });
  }
  return single(state, d, own);
}

/** "The White House spokesman said the president ...": hers, though another country's president was spoken of before. */
function outranked(state: State, d: Description, before: Entity): boolean {
  if (!d.role?.office || !before.of?.country || before.last === d.sentence) return false;
  for (const mention of state.mentions) {
    if (mention.sentence !== d.sentence || mention.weight < 3) continue;
    const [entity] = mention.entities;
    const aide = entity.kind === 'person' || entity.kind === 'unnamed';
    if (aide && entity.sector === 'GOV' && entity.known && entity.of?.country && entity.of.base !== before.of.base)
      return !entity.role?.office || entity.role.noun === 'press secretary';
  }
  return false;
}

function single(state: State, d: Description, from: Own): Entity {
  const role = d.role;
  const business =
    from.of === null && from.sector === 'GOV' && role && TITLES_OF_ANY.has(role.noun) && inBusiness(state, d);
  // "Sources said": of whom nothing is told.
  const anyone =
    from.of === null &&
    from.sector === 'GOV' &&
    role?.noun === 'source' &&
    /^(?:the |some )?sources?$/i.test(wordsOf(state, d));
  const own = business ? { ...from, sector: 'BUS' } : anyone ? { ...from, sector: null } : from;
  const base = own.of?.base ?? '---';
  const fields = {
    of: own.of,
    sector: own.sector,
    role,
    roleText: d.roleText,
    gender: d.gender,
    plural: d.plural || role?.kind === 'group',
    count: d.count || Number(/\b\d+\b/.exec(wordsOf(state, d))?.[0] ?? 0),
    basis: own.basis,
    known: own.known && own.of !== null,
  };
  const noun = role?.noun ?? '';
  if (own.of && GOVERNMENT.has(noun) && own.sector === 'GOV') {
    return governmentEntity(state, own.of, { ...d, basis: own.basis, known: own.known });
  }
  if (own.of && own.sector === null && role?.kind === 'group' && !d.plural) return countryEntity(state, own.of, d);
  const name = nameOf(state, d, own);
  const unique = role?.office && !d.plural;
  if (role?.kind === 'person' && !unique && !d.plural) return newEntity(state, 'unnamed', name, fields);
  const key = `${unique ? 'office' : 'role'}:${base}:${noun}:${own.sector}:${d.plural && (role?.kind === 'person' || role?.kind === 'body')}`;
  const other = /^(?:other|another|more|new)$/i.test(firstWord(state, d));
  const kind =
    role?.kind === 'body'
      ? own.sector === 'GOV'
        ? 'government'
        : 'organisation'
      : role?.kind === 'group'
        ? 'group'
        : 'unnamed';
  if (other) return newEntity(state, kind, name, fields);
  return keyed(state, key, () => newEntity(state, kind, name, fields));
}

function firstWord(state: State, d: Description): string {
  return state.sentences[d.sentence].form[d.first];
}

/** A name for people to read: the words without article, with the country when it is only implied. */
function nameOf(state: State, d: Description, own: Own): string {
  const words = wordsOf(state, d).replace(/^(?:the|a|an|his|her|its|their|our|my|this|that|these|those)\s+/i, '');
  if (!own.of || d.of || d.owner >= 0) return words;
  return `${words} (${own.of.name})`;
}
