// What each noun phrase of a sentence says of whom it stands for: name, title, country, sector, in the phrase's own words.

import type { Sentence } from '../language/index.js';
import { blank } from './blank.js';
import { findChunks } from './chunks.js';
import { describeParts, ofUnit } from './describe-units.js';
import { isScene, textOf } from './grammar.js';
import { joinPhrases } from './join.js';
import { bodyOfName } from './names.js';
import { roleAt } from './roles.js';
import { allegianceOf, applyTitle, unknownBefore } from './title.js';
import type { Chunk, Description, Unit } from './types.js';
import type { Units } from './units.js';

/** The descriptions of a sentence and, by word, the description that covers it (-1 for none). */
export interface Described {
  readonly all: readonly Description[];
  readonly at: Int16Array;
}

/** Describes every phrase of a sentence that may be an actor. */
export function describe(s: Sentence, units: Units): Described {
  const all: Description[] = [];
  const at = new Int16Array(s.size).fill(-1);
  const chunks = findChunks(s, units);
  const ofChunk = new Int16Array(chunks.length).fill(-1);
  for (const [index, chunk] of chunks.entries()) {
    const own = describeChunk(s, units, chunk);
    for (const one of own.all) {
      for (let w = one.inner; w < one.description.end; w++) at[w] = all.length;
      all.push(one.description);
    }
    if (own.whole) ofChunk[index] = all.length - 1;
    if (own.whole && own.byName && own.whole.of === null) {
      own.whole.owner = all.length - 2;
      own.whole.ownership = 'name';
    }
    if (own.whole && own.whole.owner < 0 && chunk.owner >= 0 && ofChunk[chunk.owner] >= 0) {
      own.whole.owner = ofChunk[chunk.owner];
      own.whole.ownership = 'genitive';
    }
  }
  joinPhrases(s, units, chunks, ofChunk, all, at);
  return { all, at };
}

export interface Found {
  readonly inner: number;
  readonly description: Description;
}

interface Own {
  readonly all: readonly Found[];
  /** The description that the head of the chunk stands for. */
  readonly whole: Description | null;
  /** True when the description before the last owns it by name. */
  readonly byName?: boolean;
}

function describeChunk(s: Sentence, units: Units, chunk: Chunk): Own {
  const start = units.lower[chunk.inner];
  if (
    chunk.end - chunk.inner === 2 &&
    (start === 'each' || start === 'one') &&
    /other$/.test(units.lower[chunk.end - 1])
  ) {
    const description = blank(s, 'pronoun', chunk.first, chunk.end, chunk.head, { name: 'each other', plural: true });
    return { all: [{ inner: chunk.inner, description }], whole: description };
  }
  if (chunk.end - chunk.inner === 1 && s.upos[chunk.inner] === 'PRON') {
    const description = blank(s, 'pronoun', chunk.first, chunk.end, chunk.head, { name: units.lower[chunk.inner] });
    return { all: [{ inner: chunk.inner, description }], whole: description };
  }
  const own = chunk.units.map((index) => units.all[index]);
  const whole = describeWhole(s, units, chunk, own);
  const last = own.at(-1);
  if (whole && last) {
    const found = { inner: chunk.inner, description: whole };
    // "Biden administration official": the person before the noun is the one it belongs to.
    const name = own.find((unit) => unit !== last && unit.what.is === 'person');
    if (name?.what.is !== 'person' || whole.is === 'person') return { all: [found], whole };
    const part: Chunk = {
      ...chunk,
      first: name.first,
      inner: name.first,
      end: name.end,
      head: name.end - 1,
      owner: -1,
    };
    const owner = named(s, units, part, [], name.first, name.what.holders);
    return { all: [{ inner: name.first, description: owner }, found], whole, byName: true };
  }
  return { all: describeParts(s, units, chunk, own), whole: null };
}

/** The chunk as the name or description of somebody, or null when its head is an ordinary noun. */
function describeWhole(s: Sentence, units: Units, chunk: Chunk, own: readonly Unit[]): Description | null {
  const last = own.at(-1);
  const tail = last?.end ?? chunk.inner;
  if (tail < chunk.end) {
    // A title before a name that nobody knows: "Foreign Minister Li Wei".
    // A name that the language core cut too short.
    if (last?.what.is === 'person' && properTail(s, tail, chunk.end)) {
      return named(s, units, chunk, own.slice(0, -1), last.first, last.what.holders);
    }
    if (!last || !isTitle(last) || !properTail(s, tail, chunk.end)) return null;
    return named(s, units, chunk, own, tail);
  }
  if (!last) return null;
  const { what } = last;
  switch (what.is) {
    case 'person': {
      const before = own.at(-2);
      // "The opposition newspaper La Prensa": the name of a body.
      if (before?.what.is === 'role' && before.what.role.kind === 'body') {
        const paper = role(s, units, chunk.first, chunk.inner, chunk.end, chunk.head, own.slice(0, -1));
        if (paper) return { ...paper, is: 'body', name: textOf(s, last.first, chunk.end) };
      }
      return named(s, units, chunk, own.slice(0, -1), last.first, what.holders);
    }
    case 'organisation': {
      const before = own.at(-2);
      if (before && isTitle(before)) return named(s, units, chunk, own.slice(0, -1), last.first);
      return organisation(s, chunk, last, own.slice(0, -1));
    }
    case 'role': {
      // "The al-Shabaab group", "the Hamas movement": the body itself.
      const before = own.at(-2);
      const fighters =
        before?.what.is === 'body' &&
        before.end === last.first &&
        /^(?:REB|UAF|PRM|PTY)$/.test(before.what.of.sector ?? '');
      if (
        before &&
        fighters &&
        !what.plural &&
        /^(?:group|movement|organi[sz]ation|militia|militant group|rebel group|network|party)$/.test(what.role.noun)
      )
        return ofUnit(s, chunk, before, own.slice(0, -1));
      return role(s, units, chunk.first, chunk.inner, chunk.end, chunk.head, own);
    }
    case 'country':
    case 'seat':
    case 'body': {
      const generic = foreign(s, units, chunk, last, own);
      return generic ?? ofUnit(s, chunk, last, own);
    }
    case 'capital':
    case 'place':
    case 'demonym':
      return ofUnit(s, chunk, last, own);
    default:
      return null;
  }
}

/** "Chile's Defense Department": a name that a table has for one country, with the word of another before it, is a plain noun. */
function foreign(s: Sentence, units: Units, chunk: Chunk, last: Unit, own: readonly Unit[]): Description | null {
  const other = own.slice(0, -1).find((unit) => unit.what.is === 'demonym' || unit.what.is === 'country');
  const base = 'of' in last.what ? last.what.of?.base : undefined;
  const differs = other && 'of' in other.what && other.what.of?.country && other.what.of.base !== base;
  if (chunk.owner < 0 && !differs) return null;
  const match = roleAt(s.form, units.lower, last.first);
  const noun = match && last.first + match.length === last.end ? (match.entry.singular ?? match.entry.plural) : null;
  if (!noun) return null;
  const what = { is: 'role' as const, role: noun, plural: false, modifier: null };
  const plain = [...own.slice(0, -1), { ...last, what }];
  return role(s, units, chunk.first, chunk.inner, chunk.end, chunk.head, plain);
}

/** A role or courtesy that stands before a person's name. */
function isTitle(unit: Unit): boolean {
  return (
    unit.what.is === 'courtesy' || (unit.what.is === 'role' && unit.what.role.kind === 'person' && !unit.what.plural)
  );
}

function properTail(s: Sentence, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    const hyphen = s.form[i] === '-' && s.start[i] === s.end[i - 1];
    if (s.upos[i] !== 'PROPN' && !hyphen) return false;
  }
  return end - first <= 5;
}

/** A person by name, with the title before it. */
export function named(
  s: Sentence,
  units: Units,
  chunk: Chunk,
  title: readonly Unit[],
  from: number,
  holders: Description['holders'] = [],
): Description {
  let nameFirst = from;
  while (nameFirst > chunk.inner && isNamePart(s, units, nameFirst - 1)) nameFirst--;
  const description = blank(s, 'person', chunk.first, chunk.end, chunk.head, { holders, definite: true });
  description.name = textOf(s, nameFirst, chunk.end);
  const lead = title.at(-1);
  if (lead?.what.is === 'courtesy') description.gender = lead.what.gender;
  const roles = title.filter((unit) => unit.what.is === 'role' && unit.what.role.kind !== 'body');
  // "Deputy Minister Colonel-General Abel Moss": the office tells more than the rank.
  const ranks = roles.filter((unit) => unit.what.is === 'role' && unit.what.role.sector === 'MIL');
  const office = (ranks.length < roles.length ? roles.filter((unit) => !ranks.includes(unit)) : roles).at(-1);
  if (title.length > 0) applyTitle(s, units, description, title, office ?? null, chunk.inner);
  return description;
}

/** A word before a known part of a name that belongs to it: a given name, or its first half before a hyphen. */
function isNamePart(s: Sentence, units: Units, i: number): boolean {
  if (units.at[i] >= 0) return false;
  return s.upos[i] === 'PROPN' || (s.form[i] === '-' && s.end[i] === s.start[i + 1] && s.upos[i - 1] === 'PROPN');
}

/** A role without a name. */
export function role(
  s: Sentence,
  units: Units,
  first: number,
  inner: number,
  end: number,
  head: number,
  own: readonly Unit[],
): Description | null {
  const last = own[own.length - 1];
  if (last.what.is !== 'role') return null;
  // Opposition to something is no party.
  if (last.what.role.noun === 'opposition' && /^(?:to|in|from|against)$/.test(units.lower[end] ?? '')) return null;
  // "Treasuries": papers.
  if (
    last.what.role.noun === 'Treasury' &&
    (last.what.plural || /^(?:securities|bonds|bills|notes)$/.test(units.lower[end] ?? ''))
  )
    return null;
  // "Sources of supply" tell nothing.
  if (
    last.what.role.noun === 'source' &&
    /^(?:supply|energy|power|water|income|revenue|food|fuel|heat|light)$/.test(units.lower[last.first - 1] ?? '')
  )
    return null;
  // "Financial markets" are no market place.
  if (
    /^market(?:place)?$/.test(last.what.role.noun) &&
    (last.what.plural || (last.first > inner && /^(?:NOUN|PROPN|ADJ)$/.test(s.upos[last.first - 1]))) &&
    !/^(?:crowded|busy|central|open|main|local|vegetable|fruit|fish|food|cattle)$/.test(
      units.lower[last.first - 1] ?? '',
    )
  )
    return null;
  // "Securities commissions": fees; "the resistance power of its army": a strength.
  if (last.what.role.noun === 'commission' && last.what.plural && /^c/.test(s.form[last.first])) return null;
  if (last.what.role.noun === 'power' && !last.what.plural && last.first > inner && s.upos[last.first - 1] === 'NOUN')
    return null;
  // "Is not a party to the dispute", "in person", "no force", "all available force".
  if (last.what.role.noun === 'party' && !last.what.plural && units.lower[end] === 'to') return null;
  if (last.what.role.noun === 'person' && inner === last.first && first === inner) return null;
  if (last.what.role.noun === 'public' && s.upos[inner] !== 'DET') return null;
  if (
    last.what.role.noun === 'force' &&
    !last.what.plural &&
    /^(?:no|all|any|more|such|excessive|lethal|deadly|military|brute|full)$/.test(units.lower[inner])
  )
    return null;
  // "By force", "to use force against": nobody's forces.
  if (last.what.role.noun === 'force' && !last.what.plural && inner === last.first && first === inner) return null;
  // "In the town of Vars": where something is.
  if (last.what.role.kind === 'thing' && last.what.role.bound && isScene(s, head, first)) return null;
  // "The primary source of income", "interested parties".
  if (
    last.what.role.noun === 'source' &&
    units.lower[end] === 'of' &&
    !/^(?:the|a|an)$/.test(units.lower[end + 1] ?? '')
  )
    return null;
  if (
    last.what.role.noun === 'party' &&
    last.what.plural &&
    /^(?:interested|concerned|involved|contracting|third|affected|injured)$/.test(units.lower[last.first - 1] ?? '')
  )
    return null;
  // "To keep leadership in the market": nobody's leaders.
  if (last.what.role.noun === 'leadership' && inner === last.first && first === inner) return null;
  // "The ball is in Arland's court".
  if (last.what.role.noun === 'court' && units.lower.includes('ball')) return null;
  // "Exchange rate movements", "ship movements".
  if (
    last.what.role.noun === 'movement' &&
    last.what.plural &&
    last.first > inner &&
    s.upos[last.first - 1] === 'NOUN' &&
    units.at[last.first - 1] < 0
  )
    return null;
  // "The Unitary Platform": a name that nobody knows, and no platform.
  if (
    last.what.role.kind === 'thing' &&
    /^[A-Z][a-z]/.test(s.form[last.first]) &&
    (unknownBefore(s, units, inner, last.first) ||
      /^[A-Z][a-z]+$/.test(last.first > inner + 1 ? s.form[last.first - 1] : ''))
  )
    return null;
  // "Burger King" is no monarch.
  if (last.what.role.office && last.what.role.gender && unknownBefore(s, units, inner, last.first)) return null;
  const start = s.form[inner].toLowerCase();
  const open = /^(?:a|an|some|another|other|several|many|any|no|two|three|four|five|hundreds|thousands|dozens)$/.test(
    start,
  );
  const definite = !open && (first < inner || s.upos[inner] === 'DET' || (last.what.role.office && !last.what.plural));
  // "Two aircraft": a word that has no plural of its own.
  const many = /^(?:two|three|four|five|six|seven|eight|nine|ten|several|many|dozens|[2-9]|\d\d+)$/.test(start);
  const description = blank(s, 'role', first, end, head, { plural: last.what.plural || many, definite });
  applyTitle(s, units, description, own, last, inner);
  return description;
}

export function organisation(s: Sentence, chunk: Chunk, unit: Unit, before: readonly Unit[]): Description {
  const name = textOf(s, unit.first, unit.end);
  const body = bodyOfName(s.form.slice(unit.first, unit.end));
  const description = blank(s, 'body', chunk.first, chunk.end, chunk.head, { name, definite: true });
  description.of = (unit.what.is === 'organisation' ? unit.what.of : null) ?? allegianceOf(s, before, null);
  description.sector = modifierOf(before) ?? body.sector;
  description.role = body.role;
  description.basis = description.of ? `words: ${textOf(s, chunk.inner, chunk.end)}` : `name: ${name}`;
  description.known = description.of !== null;
  return description;
}

/** "The rebel Arland Workers' Party". */
function modifierOf(before: readonly Unit[]): string | null {
  for (const { what } of before) {
    const word = what.is === 'modifier' ? what.modifier : what.is === 'role' ? what.modifier : null;
    if (word === 'REB' || word === 'OPP' || word === 'UAF' || word === 'PRM') return word;
  }
  return null;
}
