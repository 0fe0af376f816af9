// Cuts a sentence into units of meaning: countries, demonyms, seats of power, bodies, people, role nouns, modifiers.
// The longest match wins; names that the language core found guard against false countries ("Michael Jordan").

import { atDate, type Entity as Entry, type Holder, holds, matchAll, type Named } from '../gazetteer/index.js';
import type { Name, Sentence } from '../language/index.js';
import type { PlaceMention } from '../records.js';
import { countryOf, isOfBreakaway, ofCode, ofCountry, ofOrganisation, regionAt } from './allegiance.js';
import { textOf } from './grammar.js';
import { type RoleMatch, roleAt } from './roles.js';
import type { Unit } from './types.js';
import { isHyphen, organisation, shouts, wholeName } from './units-bodies.js';
import { courtesy, isSurname, person, roleUnit, standsAlone, surname, town } from './units-names.js';
import { labelOf, NO_NAME, tellOthers, tellRefused } from './units-notes.js';

/** What the units of a dispatch are found with. */
export interface Lexicon {
  /** The day that decides between offices and states, or null. */
  readonly date: string | null;
  /** Places by the offset of their first character. */
  readonly places: ReadonlyMap<number, PlaceMention>;
  /** Last words of the people's full names in the dispatch, in lower case. */
  readonly surnames: ReadonlySet<string>;
  /** Countries met so far, which decide between bodies of one name. */
  readonly met: Set<string>;
  /** By the words as they stand: states that no table has, and their adjectives. */
  readonly states: ReadonlyMap<string, Unit['what']>;
  /** Initials that the dispatch itself gives to a body. */
  readonly aliases: Map<string, Unit['what']>;
  /** Told why a name was read so and not otherwise; only `explain` asks. The span is that of the words. */
  readonly tell: ((start: number, end: number, note: string) => void) | undefined;
  /** By its last word: what the dispatch calls by two words and then by "the" and the last ("the North", "the Serbs"). */
  readonly elliptic: ReadonlyMap<string, Unit['what']>;
  /** Offsets of the words that a time expression covers, with its end. */
  readonly timed: ReadonlyMap<number, number>;
  /** By their first word: the names of two words and more that the dispatch calls companies, without their ending. */
  readonly companies: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** The units of a sentence and, by word, the unit that covers it (-1 for none). */
export interface Units {
  readonly all: readonly Unit[];
  readonly at: Int16Array;
  readonly lower: readonly string[];
}

const INITIALS = /^[A-Z]{2,5}$/;

const ORDER: readonly Entry['kind'][] = ['country', 'organisation', 'demonym', 'metonym', 'person', 'place'];

/** Finds the units of a sentence. */
export function findUnits(s: Sentence, lexicon: Lexicon): Units {
  const all: Unit[] = [];
  const at = new Int16Array(s.size).fill(-1);
  const lower = s.form.map((form) => form.toLowerCase());
  const names = new Map(s.names.map((name) => [name.first, wholeName(s, name)]));
  const tables = new Map(matchAll(s.form).map((match) => [match.first, match]));
  let covering: Name | null = null;
  for (let i = 0; i < s.size; ) {
    if (isTicker(s, i)) {
      i++;
      continue;
    }
    const name = names.get(i) ?? null;
    if (name) covering = name;
    if (covering && covering.end <= i) covering = null;
    const match = tables.get(i);
    const length = match?.length ?? 0;
    const fromTable =
      match && believable(s, i, length, covering, lower)
        ? tableUnit(s, i, length, match.entries, lexicon, covering)
        : null;
    if (match && !fromTable && lexicon.tell) tellRefused(s, i, length, match.entries, covering, lexicon);
    const role = roleAt(s.form, lower, i);
    // "Acting Arland Prime Minister Ida Holm" taken for one name: the adjective comes off it.
    if (name && name.end - i > 1 && PASSING.has(lower[i])) {
      names.set(i + 1, { ...name, first: i + 1 });
      i++;
      continue;
    }
    const short = lexicon.aliases.get(s.form[i]);
    if (short && (!name || name.end - i === 1 || name.type !== 'PER')) {
      at[i] = all.length;
      all.push({ first: i, end: i + 1, what: short });
      if (name && name.end - i > 1) names.set(i + 1, { ...name, first: i + 1 });
      i++;
      continue;
    }
    const state = lexicon.states.get(s.form[i]);
    if (state && (name === null || name.first === i) && covering?.first !== i - 1) {
      at[i] = all.length;
      all.push({ first: i, end: i + 1, what: state });
      if (name && name.end - i > 1) names.set(i + 1, { ...name, first: i + 1 });
      i++;
      continue;
    }
    const article = /^the$/i.test(s.form[i - 1] ?? '') && s.upos[i + 1] !== 'PROPN';
    const caps =
      !match &&
      /^(?:NORTH|SOUTH)$/.test(s.form[i]) &&
      shouts(s, i, i + 1) &&
      /^(?:VERB|AUX)$/.test(s.upos[i + 1] ?? '');
    const cut = article
      ? lexicon.elliptic.get(s.form[i])
      : caps
        ? lexicon.elliptic.get(s.form[i][0] + s.form[i].slice(1).toLowerCase())
        : null;
    if (cut && (!name || name.end - i === 1)) {
      at[i] = all.length;
      all.push({ first: i, end: i + 1, what: cut });
      i++;
      continue;
    }
    const company = lexicon.companies
      .get(lower[i])
      ?.find(
        (words) =>
          words.every((word, k) => lower[i + k] === word) &&
          (words.length > 1 ||
            (!lexicon.surnames.has(lower[i]) && (!name || name.end === i + 1) && s.upos[i] === 'PROPN')),
      );
    if (company && s.form[i] !== lower[i]) {
      const end = i + company.length;
      for (let w = i; w < end; w++) at[w] = all.length;
      all.push({ first: i, end, what: { is: 'organisation', of: null } });
      if (name && name.first === i && name.end > end) {
        for (let w = end; w < name.end; w++) at[w] = all.length - 1;
        all[all.length - 1] = { first: i, end: name.end, what: { is: 'organisation', of: null } };
        i = name.end;
      } else i = end;
      continue;
    }
    const lone =
      (length === 1 && isSurname(s, i, fromTable, lower, lexicon)) ||
      (!fromTable && name?.end === i + 1 && lexicon.surnames.has(lower[i]) && standsAlone(s, i));
    const unit =
      (lone ? surname(s, i, lower, lexicon) : null) ??
      (name?.type === 'PER' ? person(s, name, lower, fromTable, lexicon) : null) ??
      (name?.type === 'ORG' && name.end - i === 1 && !fromTable ? surname(s, i, lower, lexicon) : null) ??
      (name?.type === 'ORG' ? organisation(s, name, lower, fromTable) : null) ??
      longest(fromTable, role && nominal(s, i, role) ? roleUnit(i, role) : null) ??
      region(s, i) ??
      courtesy(lower, i) ??
      town(s, i, lexicon, name) ??
      surname(s, i, lower, lexicon);
    if (unit && (isTreaty(lower, unit) || isTime(s, unit, lexicon))) {
      i = unit.end;
      continue;
    }
    if (unit) {
      learn(s, unit, lexicon);
      for (let w = unit.first; w < unit.end; w++) at[w] = all.length;
      all.push(unit);
    }
    // What is left of a name when its title has been taken off it.
    if (name?.type === 'PER' && unit && unit.end < name.end && unit.what.is !== 'person') {
      names.set(unit.end, { ...name, first: unit.end });
    }
    i = unit ? unit.end : i + 1;
  }
  return { all, at, lower };
}

/** "<NSTC.T>": the mark of a share. */
function isTicker(s: Sentence, i: number): boolean {
  return (
    i > 0 &&
    s.form[i - 1] === '<' &&
    i + 1 < s.size &&
    s.form[i + 1] === '>' &&
    /^[A-Z0-9]{1,6}(?:\.[A-Z]{1,3})?$/.test(s.form[i])
  );
}

/** What is said of a post that is held for a while. */
const PASSING = new Set(['acting', 'outgoing', 'incoming', 'interim', 'caretaker', 'deputy', 'designate']);

const TREATY = new Set(
  (
    'agreement agreements accord accords convention conventions treaty protocol pact round communique declaration club summit conference talks ' +
    'meeting forum process statute memorandum consensus principles'
  ).split(' '),
);
/** What may stand between the town and what was held there: "the Venice economic summit", "the Geneva arms talks". */
const HELD = new Set(
  'economic peace arms disarmament trade climate control nuclear security group plan five'.split(' '),
);

/** "The Berne Agreement", "the Venice summit": named after a town, and not the government that sits there. */
function isTreaty(lower: readonly string[], { what, end }: Unit): boolean {
  if (what.is !== 'capital' && what.is !== 'place' && what.is !== 'seat') return false;
  let at = end;
  while (at < end + 3 && HELD.has(lower[at] ?? '')) at++;
  return TREATY.has(lower[at] ?? '');
}

/** "Labour Day", "three days later": a time is nobody. */
function isTime(s: Sentence, unit: Unit, lexicon: Lexicon): boolean {
  const until = lexicon.timed.get(s.start[unit.first]);
  return until !== undefined && s.end[unit.end - 1] <= until;
}

/** "Nuclear Research Council (NRC)", "Nuclear Research Council, NRC,": from here on the initials are that body. */
function learn(s: Sentence, { first, end, what }: Unit, lexicon: Lexicon): void {
  if (what.is !== 'body' || end - first < 2 || end + 2 >= s.size) return;
  const mark = s.form[end];
  const short = s.form[end + 1];
  if (
    !INITIALS.test(short) ||
    !((mark === '(' && s.form[end + 2] === ')') || (mark === ',' && s.form[end + 2] === ','))
  )
    return;
  let initials = '';
  for (let w = first; w < end; w++) if (/^[A-Z]/.test(s.form[w])) initials += s.form[w][0];
  if (initials.endsWith(short)) lexicon.aliases.set(short, what);
}

function longest(a: Unit | null, b: Unit | null): Unit | null {
  if (!a || !b) return a ?? b;
  return b.end > a.end ? b : a;
}

/** False when the tags or a longer name speak against a name of the tables. */
function believable(s: Sentence, i: number, length: number, name: Name | null, lower: readonly string[]): boolean {
  if (length === 1 && NO_NAME.has(s.upos[i])) {
    if (s.upos[i] === 'PRON' || i === 0 || s.form[i].length < 4) return false;
  }
  if (!name || (name.first === i && name.end === i + length)) return true;
  // A title taken into a person's name: "Gambian President Dawda Jawara".
  if (name.type === 'PER' && name.first === i && i + length < name.end && roleAt(s.form, lower, i + length))
    return true;
  // Inside a longer name of a person or place it is no country; inside a body's name it tells whose body it is.
  return name.type === 'ORG' || name.end <= i + length || name.first > i;
}

/** The entry that holds on the day, by kind. */
function pick(entries: readonly Named<Entry>[], lexicon: Lexicon): Entry | null {
  for (const kind of ORDER) {
    const same = entries.filter((entry) => entry.value.kind === kind);
    if (same.length === 0) continue;
    // A body that did not exist yet, or no longer, is another one of the same initials.
    const alive = same.filter(
      ({ name, value, years }) => value.kind !== 'organisation' || !INITIALS.test(name) || holds(years, lexicon.date),
    );
    if (alive.length === 0) continue;
    // "Katanga" before and after its secession is the province.
    const gone = same.every(({ value, years }) => isOfBreakaway(value) && !holds(years, lexicon.date));
    if (gone && entries.length > same.length) continue;
    const valid = atDate(alive, lexicon.date).map((entry) => entry.value);
    const near = valid.find((value) => 'country' in value && lexicon.met.has(countryOf(value)));
    return near ?? valid[0];
  }
  return null;
}

/** A lone surname that the language core takes for no name: only an office holder of the day's, standing alone, or one named in full. */
function vouched(s: Sentence, i: number, name: Name | null, holders: readonly Holder[], lexicon: Lexicon): boolean {
  if (name || s.upos[i] !== 'PROPN') return false;
  if (lexicon.surnames.has(s.form[i].toLowerCase())) return true;
  const next = i + 1 < s.size ? s.form[i + 1] : '';
  if (next === '-' || next === '&' || s.upos[i + 1] === 'PROPN') return false;
  return holders.some((holder) => holds(holder.years, lexicon.date));
}

function tableUnit(
  s: Sentence,
  first: number,
  length: number,
  entries: readonly Named<Entry>[],
  lexicon: Lexicon,
  name: Name | null,
): Unit | null {
  const end = first + length;
  const value = pick(entries, lexicon);
  if (!value) return null;
  if (lexicon.tell) tellOthers(s, first, end, value, entries, lexicon);
  const label = textOf(s, first, end);
  const place = lexicon.places.get(s.start[first]);
  const elsewhere = place?.country && place.span[1] >= s.end[end - 1] && place.kind !== 'country';
  if (elsewhere && (value.kind === 'country' || value.kind === 'metonym') && place.country !== countryOf(value)) {
    lexicon.tell?.(
      s.start[first],
      s.end[end - 1],
      `taken as the place ${place.name} (${place.country}); lost: ${labelOf(value)}`,
    );
    return { first, end, what: { is: 'place', of: ofCode(place.country as string, place.name), label } };
  }
  // "Congress" in news of Lima is not Washington's.
  const ofMany =
    value.kind === 'organisation' && /^(?:Congress|Senate|Supreme Court|House of Representatives)$/.test(label);
  if (ofMany && countryOf(value) === 'USA' && !lexicon.met.has('USA') && lexicon.met.size > 0) return null;
  if (value.kind !== 'person' && countryOf(value)) lexicon.met.add(countryOf(value));
  switch (value.kind) {
    case 'country':
      // Nobody acts for Antarctica.
      if (value.code === 'ATA') return null;
      return { first, end, what: { is: 'country', of: ofCountry(value), label: value.name } };
    case 'organisation':
      // "Industrial Bank of Arland", "Santa Vera Self-Defence Forces": the end of another's name.
      if (/^(?:Bank of |Self)/.test(label) && /^[A-Z][a-z]/.test(s.form[first - 1] ?? '') && first > 1) return null;
      // "Santa Vera Self-Defence Forces": the same.
      if (name?.type === 'ORG' && name.first < first && s.upos[first - 1] === 'PROPN') return null;
      return { first, end, what: { is: 'body', of: ofOrganisation(value), label: value.name } };
    case 'demonym': {
      const people = entries.some((entry) => entry.value.kind === 'demonym' && entry.value.form !== 'adjective');
      return { first, end, what: { is: 'demonym', of: ofCountry(value.country), people, label } };
    }
    case 'metonym':
      if (name?.type === 'PER') return null;
      return { first, end, what: { is: value.form, of: ofCountry(value.country, value.sector), label } };
    case 'place':
      return value.country
        ? { first, end, what: { is: 'place', of: ofCode(value.country, value.name), label: value.name } }
        : null;
    case 'person': {
      if (s.upos[first] !== 'PROPN' && s.upos[first] !== 'NOUN') return null;
      const holders = entries.map((entry) => entry.value).filter((one): one is Holder => one.kind === 'person');
      // "Dai-Ichi Kangyo": half a name.
      if (length === 1 && end + 1 < s.size && isHyphen(s, end) && /^[A-Z]/.test(s.form[end + 1])) return null;
      if (length === 1 && name?.type !== 'PER' && !vouched(s, first, name, holders, lexicon)) return null;
      return { first, end, what: { is: 'person', holders } };
    }
  }
}

/** A noun, or an adjective or participle that the table has as a modifier ("ousted"). */
function nominal(s: Sentence, first: number, match: RoleMatch): boolean {
  const last = first + match.length - 1;
  const upos = s.upos[last];
  // "The system forces banks to comply": a verb.
  if (/^forces?$/.test(s.form[last]) && s.upos[last + 1] === 'NOUN' && s.form[last + 2] === 'to' && match.length === 1)
    return false;
  if (upos === 'NOUN' || upos === 'PROPN') return true;
  if (match.length > 1) return upos !== 'VERB';
  if (match.entry.modifier === null) return false;
  return upos === 'ADJ' || (upos === 'VERB' && s.deprel[last] === 'amod');
}

export function region(s: Sentence, first: number): Unit | null {
  const found = regionAt(s.form, first);
  if (!found) return null;
  // "West Bank" is not the West.
  if (!found.adjective && s.upos[first + found.length] === 'PROPN') return null;
  const label = textOf(s, first, first + found.length);
  const what = found.adjective
    ? { is: 'demonym' as const, of: found.of, people: false, label }
    : { is: 'country' as const, of: found.of, label: found.of.name };
  return { first, end: first + found.length, what };
}
