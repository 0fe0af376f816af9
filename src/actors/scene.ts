// Where a sentence plays, where its source speaks and where the dispatch was written: what may tell the country of somebody whose own
// words tell none.

import { readFileSync } from 'node:fs';
import { country, isSeat } from '../gazetteer/index.js';
import { relation } from '../language/index.js';
import type { PlaceMention } from '../records.js';
import { homeland, ofCountry } from './allegiance.js';
import { principalsOf } from './principals.js';
import type { State } from './state.js';
import type { Allegiance, Description } from './types.js';

/** A country, and in words what speaks for it. */
export interface Context {
  readonly of: Allegiance;
  readonly basis: string;
}

/** A country or a place of one that is the scene of the sentence. */
export function scene(state: State, d: Description): Context | null {
  for (const other of state.described[d.sentence].all) {
    if (
      other.is === 'country' &&
      other.of?.country &&
      other.sector === null &&
      (other.scene || afterPlaceWord(state, other) || (other.attributive && ofPlaceNoun(state, other)))
    ) {
      return { of: homeland(other.of), basis: `scene: ${other.name}` };
    }
  }
  const [start, end] = state.sentences[d.sentence].span;
  for (const place of state.places) {
    if (place.span[0] < start || place.span[1] > end || !place.country || !inside(state, place)) continue;
    const home = country(place.country);
    if (home) return { of: ofCountry(home), basis: `scene: ${place.name}` };
  }
  return null;
}

/** True for "in Szohod", "at the port of Vars"; not for "near", "to", "of". */
function inside(state: State, place: PlaceMention): boolean {
  const before = state.dispatch.text.slice(Math.max(0, place.span[0] - 40), place.span[0]).toLowerCase();
  return /\b(?:in|at|inside|throughout|across|outside) (?:the )?(?:[a-z-]+ ){0,2}$/.test(before);
}

function afterPlaceWord(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  return d.first > 0 && /^(?:in|throughout|across|inside|at)$/i.test(s.form[d.first - 1]);
}

/** "In a northern Arland town", "at an Arland airport": the country word before the noun that says where. */
function ofPlaceNoun(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  const noun = s.head[d.head];
  if (noun <= d.head) return false;
  for (let i = d.first - 1; i >= 0 && i >= d.first - 4; i--)
    if (s.head[i] === noun && s.deprel[i] === 'case')
      return /^(?:in|at|inside|across|throughout|near)$/i.test(s.form[i]);
  return false;
}

/** The country of whoever is titled by one further on in the sentence: "President Holm has banned Arland opposition parties". */
export function ahead(state: State, d: Description): Context | null {
  for (const other of state.described[d.sentence].all) {
    if (other.first > d.first && other.of?.country && (other.is === 'role' || other.is === 'person')) {
      return { of: homeland(other.of), basis: `context: ${other.roleText ?? other.name}` };
    }
  }
  return null;
}

/** "Government and rebel negotiators met after UNITA pulled back": the one country whose rebels the sentence, or the one before it, names. */
export function warOf(state: State, d: Description): Context | null {
  for (const sentence of [d.sentence, d.sentence - 1]) {
    const rebels = (state.described[sentence]?.all ?? []).filter(
      (one) => one !== d && one.is === 'body' && one.of?.country && /^(?:REB|PRM)$/.test(one.sector ?? ''),
    );
    const [first] = rebels;
    if (first?.of && rebels.every(({ of }) => of?.country === first.of?.country))
      return { of: homeland(first.of), basis: `context: ${first.name}` };
  }
  return null;
}

let forms: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** The countries that a word may mean, by codebook/forms.txt: "the emirate"; null for a word that any may be called. */
export function formOf(noun: string): ReadonlySet<string> | null {
  forms ??= new Map(
    readFileSync(new URL('../../../codebook/forms.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [word, codes] = line.split('=');
        return [word.trim(), new Set((codes ?? '').trim().split(/\s+/))];
      }),
  );
  return forms.get(noun) ?? null;
}

let titles: ReadonlyMap<string, string> | null = null;

/** The country that alone has a title, by codebook/titles.txt, where the dispatch speaks of it. */
export function titleOf(state: State, noun: string): Context | null {
  return titled(state, noun, readTitles());
}

/** "Congressional sources", "a House committee": of the country whose parliament goes by that word, where the dispatch speaks of it. */
export function chamberOf(state: State, words: string): Context | null {
  // "A private house" has no members.
  const lower = words.toLowerCase();
  if (/\bhouse\b/.test(lower) && !/^(?:the )?house$|\bhouse (?!of\b)[a-z]/.test(lower)) return null;
  for (const word of lower.split(/[^a-z]+/)) {
    const found = titled(state, `${word} ~`, readTitles());
    if (found) return found;
  }
  return null;
}

function readTitles(): ReadonlyMap<string, string> {
  titles ??= new Map(
    readFileSync(new URL('../../../codebook/titles.txt', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => {
        const [code, nouns] = line.split('=');
        return (nouns ?? '').split(',').map((one) => [one.trim(), code.trim()] as const);
      }),
  );
  return titles;
}

function titled(state: State, noun: string, table: ReadonlyMap<string, string>): Context | null {
  const code = table.get(noun);
  const home = code && principalsOf(state).named.has(code) ? country(code) : undefined;
  return home ? { of: ofCountry(home), basis: `title: ${noun} of ${home.name}` } : null;
}

/** The country of the dateline, or null where there are two, and where others meet in the town and the dispatch is not about its country. */
export function dateline(state: State): Context | null {
  const places = state.dispatch.datelinePlaces.filter((place) => place.country);
  if (places.length !== 1) return null;
  const code = places[0].country as string;
  const home = country(code);
  if (!home || (isSeat(places[0].name) && !principalsOf(state).named.has(code))) return null;
  return { of: ofCountry(home), basis: `dateline: ${places[0].name}` };
}

/** Where a dispatch is told from: the country of its dateline; of one that has lost its dateline, the country that it is all about. */
export function homeOf(state: State, d: Description): Context | null {
  if (state.dispatch.datelinePlaces.length > 0) return dateline(state);
  return OF_STATES.test(d.role?.sector ?? '') && d.sector !== 'BUS' ? subjectOf(state, 2) : null;
}

const OF_STATES = /^(?:GOV|LEG|MIL|JUD|COP|SPY|OPP|PTY|@)$/;

/** What a dateline is worth: little where the story hardly speaks of that country, and much of another ("LUSAKA - Angola's rebels ..."). */
export function worthOf(state: State, home: Context): number {
  const { own } = principalsOf(state);
  const most = Math.max(0, ...own.values());
  return most >= 4 && (own.get(home.of.country ?? '') ?? 0) < most * 0.3 ? 0.25 : 1;
}

/** The one country that the story is about where it is not the dateline's: a war told from the town where its sides meet. */
export function subjectOf(state: State, least = 0): Context | null {
  const { own } = principalsOf(state);
  const [best, next] = [...own].sort((a, b) => b[1] - a[1]);
  const home = best && best[1] >= least && (!next || next[1] < best[1] * 0.5) ? country(best[0]) : undefined;
  return home ? { of: ofCountry(home), basis: `context: ${home.name}` } : null;
}

/** "In London the Foreign Office protested. A spokesman said ...": the country in whose town a paragraph, or the one before it, begins. */
export function fronted(state: State, d: Description): { where: Context; near: boolean } | null {
  const { block } = state.sentences[d.sentence];
  let back = 0;
  for (let i = d.sentence; i >= 0 && back < 2; i--) {
    const s = state.sentences[i];
    const opens = i === 0 || state.sentences[i - 1].block !== s.block;
    const town = townInFront(state, i);
    if (town && (i < d.sentence || d.first > 1) && (s.block === block || opens))
      return { where: town, near: s.block === block };
    if (opens) {
      back++;
      // A paragraph that is about another country ends it.
      const about = state.described[i].all.some(
        (one) => one.is === 'country' && !one.attributive && !one.scene && s.deprel[one.head].startsWith('nsubj'),
      );
      if (about && i < d.sentence) return null;
    }
  }
  return null;
}

function townInFront(state: State, sentence: number): Context | null {
  const s = state.sentences[sentence];
  if (!/^(?:in|from)$/i.test(s.form[0] ?? '')) return null;
  const town = state.described[sentence].all.find((one) => one.first === 1 && one.is === 'country' && one.of?.country);
  if (!town?.of || !town.basis.startsWith('capital') || isSeat(town.name ?? '')) return null;
  return { of: homeland(town.of), basis: `scene: in ${town.name}` };
}

/** "The ministry's spokeswoman said in Szohod": the country of the town where a source speaks, where the dispatch is about it. */
export function spokenIn(state: State, d: Description): Context | null {
  const s = state.sentences[d.sentence];
  const verb = s.head[d.head];
  return verb >= 0 && relation(s.deprel[d.head]) === 'nsubj' ? townOf(state, d, verb) : null;
}

/** "The envoy met the prime minister in Szohod": the same of an officer whom somebody visits. */
export function metIn(state: State, d: Description): Context | null {
  const s = state.sentences[d.sentence];
  const verb = s.head[d.head];
  return verb >= 0 && s.deprel[d.head] === 'obj' && /^(?:meet|visit|see)$/.test(s.lemma[verb])
    ? townOf(state, d, verb)
    : null;
}

function townOf(state: State, d: Description, verb: number): Context | null {
  const s = state.sentences[d.sentence];
  for (const other of state.described[d.sentence].all) {
    // "Told the agency by telephone from Szohod".
    const phoned = s.form[other.first - 1] === 'from' && /^(?:telephone|phone)$/.test(s.form[other.first - 2] ?? '');
    if (phoned && other.is === 'country' && other.of?.country)
      return { of: homeland(other.of), basis: `scene: from ${other.name}` };
    if (other.is !== 'country' || !other.of?.country || !other.scene) continue;
    if (s.head[other.head] !== verb && s.head[other.head] !== d.head) continue;
    if (!/^(?:in|from)$/.test(s.form[other.first - 1]?.toLowerCase() ?? '')) continue;
    const about = principalsOf(state).named.has(other.of.country) || other.basis.startsWith('capital');
    if (!about || (isSeat(other.name ?? '') && !principalsOf(state).named.has(other.of.country))) continue;
    return { of: homeland(other.of), basis: `scene: in ${other.name}` };
  }
  return null;
}

/** "His counterpart in Szohod": the country of the town right behind. */
export function townOfMate(state: State, d: Description): Context | null {
  const s = state.sentences[d.sentence];
  const town = state.described[d.sentence].all.find(
    (one) =>
      one.is === 'country' &&
      one.first > d.head &&
      one.first <= d.head + 2 &&
      /^(?:in|from)$/.test(s.form[one.first - 1] ?? ''),
  );
  return town?.of?.country ? { of: homeland(town.of), basis: `scene: in ${town.name}` } : null;
}
