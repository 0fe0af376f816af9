// The door of the actors stage: who is spoken of, from titles, tables and coreference.

import { countryNamed, countryOfDemonym, holds, type Match, matchAll } from '../gazetteer/index.js';
import { parse, type Sentence } from '../language/index.js';
import { findPlaces } from '../places/index.js';
import type { Actor, ActorRef, Dispatch, PlaceMention, TimeExpression, Trace } from '../records.js';
import { ofCountry, ofOrganisation } from './allegiance.js';
import { buildCast } from './cast.js';
import { coordinated } from './coordination.js';
import { describe } from './describe.js';
import { linkAll } from './link.js';
import { companiesOf } from './names.js';
import { linkPeople } from './people.js';
import { roleAt } from './roles.js';
import { newState } from './state.js';
import { unknownStates } from './states.js';
import type { Unit } from './types.js';
import { findUnits, type Lexicon } from './units.js';
import { wholeName } from './units-bodies.js';
import { isPlaced } from './units-names.js';

export { coordinated } from './coordination.js';

/** The people and bodies of one dispatch, and who stands behind which noun phrase. */
export interface Cast {
  /** In the order of first mention. */
  readonly actors: readonly Actor[];
  /**
   * The actors that the noun phrase headed by `word` stands for, conjuncts included ("Biden and Putin" asked at "Biden" gives both;
   * "Hungarian and Romanian officials" gives two; "both leaders" gives the two meant). Empty when it is no actor.
   */
  readonly at: (sentence: number, word: number) => readonly ActorRef[];
  /** The same without the conjuncts. */
  readonly alone: (sentence: number, word: number) => readonly ActorRef[];
  /** The actor of an id. */
  readonly byId: (id: string) => Actor | undefined;
}

/** Finds the cast of a dispatch. */
export function findCast(
  input: {
    dispatch: Dispatch;
    sentences: readonly Sentence[];
    times: readonly TimeExpression[];
    places: readonly PlaceMention[];
  },
  trace?: Trace,
): Cast {
  const { dispatch, times, places } = input;
  const sentences = input.sentences.map(coordinated);
  const surnames = surnamesOf(sentences);
  const lexicon: Lexicon = {
    tell: trace && ((start, end, note) => trace(`${start}-${end}`, note)),
    elliptic: ellipses(sentences, dispatch.date?.value ?? null),
    timed: startsIn(sentences, times),
    date: dispatch.date?.value ?? null,
    places: new Map(places.map((place) => [place.span[0], place])),
    surnames,
    states: unknownStates(
      sentences,
      surnames,
      dispatch.date?.value ?? null,
      dispatch.datelinePlaces.flatMap((place) => place.qualifier ?? []),
    ),
    met: new Set(dispatch.datelinePlaces.flatMap((place) => place.country ?? [])),
    aliases: new Map(),
    companies: companiesIn(sentences),
  };
  const described = sentences.map((s) => describe(s, isCredit(s) ? nothing(s) : findUnits(s, lexicon)));
  const state = newState({ dispatch, sentences, places }, described, trace);
  linkPeople(state);
  linkAll(state);
  return buildCast(state);
}

/** "(Reporting by ...", "Reuter" alone: the agency's own people, and its mark at the end. */
function isCredit(s: Sentence): boolean {
  if (s.size <= 2 && /^(?:reuters?|afp|upi|enditem|ends)$/i.test(s.form[0])) return true;
  const text = s.form.slice(0, 4).join(' ');
  return /^(?:\( )?(?:Additional )?(?:[Rr]eporting|Writing|Editing|Compiled|Written|Edited) by\b/.test(text);
}

function nothing(s: Sentence): ReturnType<typeof findUnits> {
  return { all: [], at: new Int16Array(s.size).fill(-1), lower: s.form.map((form) => form.toLowerCase()) };
}

const OTHER: Readonly<Record<string, string>> = { North: 'South', South: 'North', East: 'West', West: 'East' };

/** "NORTH" of a headline as "North". */
function titled(word: string): string {
  return word === word.toUpperCase() ? word[0] + word.slice(1).toLowerCase() : word;
}

const HALVES = /^(?:North|South|East|West)$/;

/**
 * What the dispatch names by two words and may call by one of them: "the North" of North Korea, "the Serbs" of the Bosnian Serbs.
 * Two of one short name ("Bosnian Croats", "Krajina Croats") leave it alone.
 */
function ellipses(sentences: readonly Sentence[], date: string | null): Map<string, Unit['what']> {
  const found = new Map<string, Unit['what']>();
  for (const s of sentences) {
    for (const { first, length, entries } of matchAll(s.form)) {
      if (length !== 2) continue;
      const half = HALVES.test(titled(s.form[first]));
      const word = half ? titled(s.form[first]) : s.form[first + 1];
      const short = word[0] + (word === word.toUpperCase() ? word.slice(1).toLowerCase() : word.slice(1));
      for (const { value, years } of entries) {
        if (!holds(years, date)) continue;
        if (half && value.kind === 'country') {
          found.set(short, { is: 'country', of: ofCountry(value), label: value.name });
          const other = titled(OTHER[titled(s.form[first])]);
          const twin = countryNamed(`${other} ${titled(s.form[first + 1])}`, date);
          if (twin && twin !== value && !found.has(other))
            found.set(other, { is: 'country', of: ofCountry(twin), label: twin.name });
        } else if (!half && value.kind === 'organisation' && value.country && countryOfDemonym(short, date))
          found.set(short.endsWith('s') ? short : `${short}s`, {
            is: 'body',
            of: ofOrganisation(value),
            label: value.name,
          });
      }
    }
  }
  return found;
}

/** The words of the sentences that time expressions cover, by their offset. */
function startsIn(sentences: readonly Sentence[], times: readonly TimeExpression[]): Map<number, number> {
  const found = new Map<number, number>();
  let at = 0;
  for (const s of sentences) {
    while (at < times.length && times[at].span[1] <= s.span[0]) at++;
    for (let k = at; k < times.length && times[k].span[0] < s.span[1]; k++)
      for (let w = 0; w < s.size; w++)
        if (s.start[w] >= times[k].span[0] && s.end[w] <= times[k].span[1]) found.set(s.start[w], times[k].span[1]);
  }
  return found;
}

/** The companies that a dispatch names in full, by their first word. */
function companiesIn(sentences: readonly Sentence[]): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  for (const s of sentences) {
    const lower = s.form.map((form) => form.toLowerCase());
    for (const words of companiesOf(s.form, lower)) {
      const there = found.get(words[0]);
      if (there) there.push(words);
      else found.set(words[0], [words]);
    }
  }
  return found;
}

function isPerson(match: Match): boolean {
  return match.entries.some((entry) => entry.value.kind === 'person');
}

/** Last words of full names, in lower case. */
function surnamesOf(sentences: readonly Sentence[]): Set<string> {
  const found = new Set<string>();
  for (const s of sentences) {
    const places = new Set(matchAll(s.form).flatMap((match) => (isPerson(match) ? [] : [match.first])));
    for (const one of s.names) {
      const name = wholeName(s, one);
      if (name.type === 'PER' && name.end - name.first > 1 && !places.has(name.first) && !isPlaced(s, name.first))
        found.add(s.form[name.end - 1].toLowerCase());
    }
    behindTitles(s, found);
  }
  return found;
}

/** "Industry Secretary Jose Concepcion", "governor Javier Nogales Iturri": the names behind a title, but the given one. */
function behindTitles(s: Sentence, into: Set<string>): void {
  const lower = s.form.map((form) => form.toLowerCase());
  for (let i = 0; i < s.size; i++) {
    const role = roleAt(s.form, lower, i);
    const title = role?.entry.singular;
    if (!role || title?.kind !== 'person' || !/^(?:GOV|MIL|LEG|JUD|COP|@)$/.test(title.sector ?? '')) continue;
    if (s.form[i] === s.form[i].toUpperCase()) continue;
    let end = i + role.length;
    const first = end;
    while (
      end < s.size &&
      end - first < 4 &&
      s.upos[end] === 'PROPN' &&
      /^\p{Lu}\p{Ll}/u.test(s.form[end]) &&
      !roleAt(s.form, lower, end)
    )
      end++;
    for (let w = first + 1; w < end; w++) into.add(lower[w]);
  }
}

/**
 * The actor that a bare noun phrase stands for, or null: for trying titles and tables out.
 * @example codePhrase('the Iranian foreign minister')?.code // "IRNGOV"
 */
export function codePhrase(phrase: string, date?: string): Actor | null {
  const text = phrase.trim();
  if (text === '') return null;
  const block = { kind: 'paragraph' as const, span: [0, text.length] as const };
  const dispatch: Dispatch = {
    id: 'phrase',
    source: null,
    agency: null,
    slug: null,
    headline: null,
    edition: null,
    editorNote: null,
    authors: [],
    datelinePlaces: [],
    date: date ? { value: date, known: true, basis: 'option', span: null } : null,
    credits: [],
    language: 'en',
    text,
    paragraphs: [block.span],
    blocks: [block],
  };
  const sentences = parse(text, [block], new Set(['paragraph']));
  const places = findPlaces({ dispatch, sentences });
  const cast = findCast({ dispatch, sentences, times: [], places });
  if (sentences.length === 0) return null;
  const ref = cast.at(0, sentences[0].head.indexOf(-1))[0];
  return (ref && cast.byId(ref.actor)) ?? cast.actors[0] ?? null;
}
