// What a title says: whose its bearer is, in which sector, with which office. "U.S.-led", "anti-Arland", "former", "Benetton spokeswoman".

import { countryNamed, countryOfDemonym, governmentAt } from '../gazetteer/index.js';
import type { Sentence } from '../language/index.js';
import { ofCountry } from './allegiance.js';
import { isCharge } from './charges.js';
import { textOf } from './grammar.js';
import { TITLES_OF_ANY } from './inherit.js';
import { bodyOfName, unionOf } from './names.js';
import type { Allegiance, Description, Role, Unit } from './types.js';
import type { Units } from './units.js';

/** Country, sector and role of a title's units, into the description. */
export function applyTitle(
  s: Sentence,
  units: Units,
  into: Description,
  title: readonly Unit[],
  office: Unit | null,
  from: number,
): void {
  const what = office?.what.is === 'role' ? office.what : null;
  const of = allegianceOf(s, title, what?.role ?? null);
  into.of = of;
  const word = of ? null : compound(s, from, office?.first ?? from);
  if (word && (!word.against || what?.role.sector === 'REB' || what?.role.sector === 'OPP')) into.of = word.of;
  if (!into.of && (what?.role.sector === 'REB' || what?.role.sector === 'OPP')) {
    // "Anti-Arland rebels" fight their own government.
    for (const unit of title)
      if ('of' in unit.what && unit.what.of && isAgainst(s, unit)) into.of = plainOf(unit.what.of);
  }
  into.role = what?.role ?? null;
  if (what && into.gender === '') into.gender = what.role.gender;
  const before = office ? title.filter((unit) => unit.first < office.first) : title;
  into.sector = sectorOf(s, what?.role ?? null, before, of);
  if (office) {
    let first = office.first;
    while (first > from && isRoleWord(s, units, first - 1)) first--;
    into.roleText = textOf(s, first, office.end);
  }
  const words = s.form
    .slice(from, office?.end ?? title.at(-1)?.end ?? from)
    .join(' ')
    .replace(/ - /g, '-');
  into.basis = `${into.is === 'person' ? 'title' : 'words'}: ${words}`;
  into.known = into.of !== null;
  // "A Benetton spokeswoman": of a body that nobody knows, so nothing around tells whose she is.
  const ofBody = office && title.some((unit) => unit.what.is === 'organisation' && unit.first < office.first);
  // "Mines Minister Ann Holm": what a minister is of is his office, and no body; "Velmaran Minister" is of a state.
  const portfolio =
    what?.role.noun === 'minister' && office && !/(?:[ei]an|an|ese|ish|i)$/.test(s.form[office.first - 1] ?? '');
  if (!into.of && office && (ofBody || (!portfolio && unknownBefore(s, units, from, office.first)))) {
    into.open = true;
    if (what?.role.sector === '@' && into.sector === 'GOV') into.sector = null;
  }
  // "Monetary sources": those who know of a matter, and need not be of any state.
  if (
    what?.role.noun === 'source' &&
    into.sector === 'GOV' &&
    !into.of &&
    office &&
    isOfMatter(s, office.first - 1, from)
  ) {
    into.open = true;
    into.sector = null;
  }
  // "A U.S. Dunmore spokesman" speaks for Dunmore, whatever that is.
  const close = title.filter((unit) => office && unit.first < office.first).at(-1);
  if (
    close &&
    office &&
    what?.role.sector === '@' &&
    into.sector === 'GOV' &&
    unknownBefore(s, units, close.end, office.first)
  )
    into.sector = 'UNK';
  if (!into.of && into.sector === 'GOV' && what && MANAGERS.has(what.role.noun)) into.sector = null;
  // "The Arland Textile Federation": of traders or of people, and none of the state's.
  if (
    into.sector === null &&
    office &&
    /^(?:federation|association)$/.test(what?.role.noun ?? '') &&
    /^[A-Z]/.test(s.form[office.first])
  )
    into.sector = unionOf(s.form.slice(from, office.first));
  // "Brantford chairman Lewis Oakes": of a firm or a club there.
  if (
    into.sector === 'GOV' &&
    what &&
    MANAGERS.has(what.role.noun) &&
    title.some(({ what: one }) => one.is === 'place') &&
    !title.some(({ what: one }) => one.is === 'body' || one.is === 'modifier')
  )
    into.sector = null;
  // "German managers" run firms.
  if (
    into.sector === 'GOV' &&
    what &&
    /^(?:manager|owner|founder|boss)$/.test(what.role.noun) &&
    !title.some(({ what: one }) => one.is === 'body' || one.is === 'modifier')
  )
    into.sector = 'BUS';
}

const TELLS =
  /^(?:official|senior|high|top|other|several|informed|reliable|unidentified|same|well-placed|authoritative|anonymous|knowledgeable|independent|local|unnamed|some|many|two|three|four|five|western|foreign|eastern|arab|gulf|regional|confidential|close|one|another|best|good|key|inside)$/i;

/** A noun or adjective before "source" that tells of what it knows. */
function isOfMatter(s: Sentence, word: number, from: number): boolean {
  return word >= from && /^(?:ADJ|NOUN)$/.test(s.upos[word]) && !TELLS.test(s.form[word]);
}

/** Those who lead anything: a state's only when the words or the context say so. */
const MANAGERS = new Set(
  'chairman,vice chairman,chairwoman,chairperson,director,deputy director,executive director,manager,owner,founder,boss,member,head,co-chairman'.split(
    ',',
  ),
);

/** A name that no unit covers, before a role noun. */
export function unknownBefore(s: Sentence, units: Units, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (units.at[i] >= 0 || s.form[i].length < 2 || isCharge(s, i)) continue;
    // Initials pass for a common noun now and then; not in a headline of capitals.
    const initials = /^[A-Z]{2,6}$/.test(s.form[i]) && /^[a-z]/.test(s.form[to] ?? '');
    if (s.upos[i] === 'PROPN' || initials) return true;
  }
  return false;
}

/** Words before a role noun that belong to it: "senior", "press", "former". */
function isRoleWord(s: Sentence, units: Units, i: number): boolean {
  const unit = units.at[i] >= 0 ? units.all[units.at[i]] : null;
  if (unit) return unit.what.is === 'modifier' || unit.what.is === 'role';
  return s.upos[i] === 'ADJ' || s.upos[i] === 'NOUN';
}

/** The country or body before the role; the last one counts, but an envoy is his country's and not the body's he goes to. */
export function allegianceOf(s: Sentence, title: readonly Unit[], office: Role | null): Allegiance | null {
  let found: Allegiance | null = null;
  for (const unit of title) {
    if (!('of' in unit.what) || !unit.what.of || !belongs(s, unit)) continue;
    const { of } = unit.what;
    if (
      found?.country &&
      !of.country &&
      office &&
      /ambassador|envoy|negotiator|delegate|charge d'affaires|representative|diplomat|attache/.test(office.noun)
    )
      continue;
    if (found?.country && of.country && unit.what.is === 'place') continue;
    found = of;
  }
  return found;
}

const JOINED = /^(.+)-(?:led|based|owned|flagged|registered|run|controlled|born|operated|flag)$/i;
const AGAINST = /^anti-(.+)$/i;

/** "U.S.-led", "Gulf-based", "anti-Arland" as one word: the country in it. */
function compound(s: Sentence, from: number, to: number): { of: Allegiance; against: boolean } | null {
  for (let i = from; i < to; i++) {
    if (!s.form[i].includes('-')) continue;
    const against = AGAINST.exec(s.form[i]);
    const name = (against ?? JOINED.exec(s.form[i]))?.[1];
    const home = name
      ? (countryNamed(name, null) ?? countryOfDemonym(name, null) ?? governmentAt(name, null)?.country)
      : undefined;
    if (home) return { of: ofCountry(home), against: against !== null };
  }
  return null;
}

function isAgainst(s: Sentence, unit: Unit): boolean {
  return unit.first > 1 && s.form[unit.first - 1] === '-' && s.form[unit.first - 2].toLowerCase() === 'anti';
}

function plainOf(of: Allegiance): Allegiance {
  return { ...of, sector: null };
}

const FOREIGN = new Set([
  'backed',
  'supported',
  'sponsored',
  'allied',
  'funded',
  'inspired',
  'trained',
  'armed',
  'occupied',
  'held',
  'brokered',
  'mediated',
  'annexed',
  'speaking',
  'dominated',
  'besieged',
  'friendly',
  'equipped',
  'financed',
  'sanctioned',
  'supplied',
  'imposed',
]);

/** False for "Russian-backed", "anti-Syrian", "ethnic Albanian". */
export function belongs(s: Sentence, unit: Unit): boolean {
  const dash = (i: number): boolean => s.form[i] === '-' || s.form[i] === '–';
  if (unit.end + 1 < s.size && dash(unit.end) && FOREIGN.has(s.form[unit.end + 1].toLowerCase())) return false;
  const before = unit.first > 0 ? s.form[unit.first - 1].toLowerCase() : '';
  if (before === 'ethnic') return false;
  if (dash(unit.first - 1) && unit.first > 1) return !/^(?:pro|anti|non|ex)$/i.test(s.form[unit.first - 2]);
  return true;
}

const OVERRULING = new Set(['ELI', 'OPP']);
const STATE = new Set(['@', 'GOV', 'LEG', 'MIL', 'JUD', 'SPY', 'COP', 'PTY']);
const FIGHTS = /^(?:REB|PRM|UAF)$/;
const WEAK = new Set(['CVL', 'UNK', 'UAF']);

/** A body that no state has: one of no table, an association. */
function isClub(unit: Unit | undefined): boolean {
  const what = unit?.what;
  return what?.is === 'organisation' || (what?.is === 'role' && /^(?:federation|association)$/.test(what.role.noun));
}

/** The sector of a role with the words before it. */
function sectorOf(s: Sentence, office: Role | null, before: readonly Unit[], of: Allegiance | null): string | null {
  if (!office) return of?.sector ?? null;
  let near: string | null = null;
  for (const unit of before) {
    const { what } = unit;
    const sector =
      what.is === 'modifier' ? what.modifier : what.is === 'role' ? (what.modifier ?? what.role.sector) : null;
    if (sector === 'ELI' && office.kind === 'person' && STATE.has(office.sector ?? '')) return 'ELI';
    if (sector === 'ELI') continue;
    // "A Houthi military spokesman" speaks for the Houthis.
    if (sector === 'MIL' && near && FIGHTS.test(near)) continue;
    if (sector && sector !== '@') near = sector;
    else if ((what.is === 'seat' || what.is === 'body') && what.of.sector) near = what.of.sector;
    else if (what.is === 'organisation') near = bodyOfName(wordsIn(s, unit)).sector ?? what.of?.sector ?? near ?? 'BUS';
  }
  // "The Arland Industry Association president": of that body, and not of the state.
  if (near && office.sector === 'GOV' && TITLES_OF_ANY.has(office.noun) && isClub(before.at(-1))) return near;
  // "A coast guard vessel", "navy helicopters": the ship is whose men sail it.
  if (office.kind === 'thing' && near)
    return before.some((unit) => /^(?:foreign|trade)$/i.test(s.form[unit.first])) ? null : near;
  // "The Houthi administration" governs without being the state's government.
  if (near && FIGHTS.test(near) && office.kind === 'body' && office.sector === 'GOV') return near;
  if (office.sector === '@') return near ?? of?.sector ?? (office.kind === 'body' ? null : 'GOV');
  // "The rebel force", "Hezbollah fighters".
  if (near && office.sector === 'MIL' && FIGHTS.test(near)) return near;
  // "The chief rebel negotiator" is no official of the state.
  if (near && FIGHTS.test(near) && office.sector === 'GOV' && office.kind === 'person') return near;
  // "An intelligence agency officer", "a police officer of the ministry".
  if (near && office.noun.endsWith('officer') && near !== 'GOV') return near;
  // "Foreign mercenaries" are no officials.
  if (near === 'GOV' && office.sector === 'UAF') return office.sector;
  if (near && ((OVERRULING.has(near) && office.sector === 'GOV') || (office.sector && WEAK.has(office.sector))))
    return near;
  return office.sector;
}

export function wordsIn(s: Sentence, unit: Unit): string[] {
  return s.form.slice(unit.first, unit.end);
}
