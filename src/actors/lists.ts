// Several people under one plural title: "the ministers of the two countries, Rosa Quispe of Peru and Jaime Cordero of Ecuador",
// "Foreign Ministers Quispe and Cordero", "Quispe and Cordero, the foreign ministers,": each holds the office.

import type { Sentence } from '../language/index.js';
import { pluralOf } from './roles.js';
import type { Description } from './types.js';

/** Gives each named person of a list the office that is told of all together. */
export function shareOffice(s: Sentence, all: readonly Description[]): void {
  for (const [index, title] of all.entries()) {
    if (title.role?.kind !== 'person') continue;
    if (title.is === 'person') {
      // "Foreign Ministers Quispe of Peru and Cordero of Ecuador": the title stands with the first.
      if (!title.roleText?.toLowerCase().endsWith(pluralOf(title.role.noun).toLowerCase())) continue;
      for (const person of listFrom(s, all, title)) if (person !== title) hold(person, title, null);
      title.roleText = title.role.noun;
      continue;
    }
    if (title.is !== 'role' || !title.plural || all.some((one) => one !== title && one.parts.includes(index))) continue;
    const people = behind(s, all, index) ?? before(s, all, title);
    if (!people || people.length < 2 || (title.count > 0 && title.count !== people.length)) continue;
    const sides = title.parts.length === people.length ? title.parts.map((part) => all[part]) : null;
    for (const [i, person] of people.entries()) hold(person, title, sides?.[i] ?? null);
    // The title stands for all of them, and the country words before it for none.
    for (const side of sides ?? [title]) side.parts = [];
    title.parts = people.map((person) => all.indexOf(person));
  }
}

function hold(person: Description, title: Description, side: Description | null): void {
  if (person.role !== null) return;
  person.role = title.role;
  person.roleText = title.role?.noun ?? null;
  person.sector = title.sector;
  const of = side?.of ?? title.of;
  if (of && !person.of && person.owner < 0) {
    person.of = of;
    person.known = title.known;
  }
  person.basis ||= side?.basis ?? title.basis;
}

/** "Named former senator Abel Moss as her envoy", "appointed Abel Moss ambassador": the new office, over a former one. */
export function appoint(s: Sentence, all: readonly Description[], role: Description): void {
  const verb = s.head[role.head];
  if (role.is !== 'role' || role.role?.kind !== 'person' || role.plural || role.same >= 0 || verb < 0) return;
  if (!/^(?:name|appoint|nominate|pick|choose|designate)$/.test(s.lemma[verb]) || s.form[role.first - 1] !== 'as')
    return;
  const person = all.find((one) => one.is === 'person' && s.head[one.head] === verb && s.deprel[one.head] === 'obj');
  if (!person) return;
  role.same = all.indexOf(person);
  if (person.sector !== 'ELI') return;
  person.role = role.role;
  person.roleText = role.roleText;
  person.sector = role.sector;
}

/** The list that stands behind a title: right behind it, or behind a comma and what the title is of. */
function behind(s: Sentence, all: readonly Description[], index: number): Description[] | null {
  const title = all[index];
  const owner = title.owner >= 0 && title.ownership === 'of' ? all[title.owner] : null;
  const end = Math.max(title.end, owner?.end ?? 0);
  const first = all.find(
    (one) => one.is === 'person' && (one.first === end || (one.first === end + 1 && /^[,:–-]+$/.test(s.form[end]))),
  );
  return first ? listFrom(s, all, first) : null;
}

/** The list before a comma and a title. */
function before(s: Sentence, all: readonly Description[], title: Description): Description[] | null {
  const first = Math.min(title.first, ...title.parts.map((part) => all[part].first));
  const start = /^the$/i.test(s.form[first - 1] ?? '') ? first - 1 : first;
  if (start < 2 || s.form[start - 1] !== ',') return null;
  const last = all.find((one) => one.is === 'person' && one.end === start - 1);
  if (!last || s.deprel[last.head] !== 'conj') return null;
  const lead = all.find((one) => one.is === 'person' && one.head === s.head[last.head]);
  return lead ? listFrom(s, all, lead) : null;
}

/** A person and those joined to him by "and", commas and the tree. */
function listFrom(s: Sentence, all: readonly Description[], first: Description): Description[] {
  const found = [first];
  for (const one of all)
    if (one.is === 'person' && one !== first && s.deprel[one.head] === 'conj' && s.head[one.head] === first.head)
      found.push(one);
  if (found.length > 1) return found;
  // What the tree has joined elsewhere: "Rosa Quispe of Peru and Jaime Cordero".
  const owner = first.owner >= 0 ? all[first.owner] : null;
  const link = Math.max(first.end, owner?.end ?? 0);
  const next = all.find((one) => one.is === 'person' && one.first === link + 1);
  return next && s.form[link] === 'and' && /^(?:conj|appos)$/.test(s.deprel[next.head]) ? [first, next] : found;
}
