// Finds the places of a sentence: names of the tables, what they can be, whether they work as places there, and which one is meant.

import {
  type Country,
  cityAt,
  country as countryOf,
  type Entity,
  type Match,
  matchAll,
  type Named,
  type Place,
} from '../gazetteer/index.js';
import type { Name, Sentence } from '../language/index.js';
import type { PlaceMention, Span } from '../records.js';
import { type Candidate, candidatesOf } from './candidates.js';
import { type Choice, choose, type Setting } from './choose.js';
import { type Context, soleCountry } from './context.js';
import { type Qualifier, qualifierOf } from './dateline.js';
import { actsLikePerson, headOf, isLine, isLocated, pieceAfter, type Related, relatedAt } from './role.js';

/** A mention before it has its id, with the notes for `explain`. */
export interface Found {
  readonly mention: Omit<PlaceMention, 'id'>;
  readonly notes: readonly string[];
}

/** What `findIn` needs to know, and where it tells what it left out. */
export interface Task {
  readonly sentence: Sentence;
  readonly text: string;
  readonly context: Context;
  readonly date: string | null;
  /** What each name was taken for so far, by its words in lower case. */
  readonly senses: Map<string, Candidate>;
  readonly reject: (span: Span, note: string) => void;
}

interface Range {
  readonly first: number;
  readonly end: number;
  readonly entries: readonly Named<Entity>[];
  readonly cities: readonly Named<Place>[];
}

/** All names of the sentence, those of the tables and those of cities, the longest at each place. */
function ranges(sentence: Sentence): Range[] {
  const found: Range[] = [];
  const matches = matchAll(sentence.form);
  let next = 0;
  for (let i = 0; i < sentence.size; ) {
    while (next < matches.length && matches[next].first < i) next++;
    const match: Match | undefined = matches[next]?.first === i ? matches[next] : undefined;
    const upper = sentence.form[i][0] !== sentence.form[i][0].toLowerCase();
    const city = upper || match ? cityAt(sentence.form, i) : null;
    const length = Math.max(match?.length ?? 0, city?.length ?? 0);
    if (length === 0) {
      i++;
      continue;
    }
    found.push({
      // The article is no part of the place: "the Gulf", "the Netherlands".
      first: sentence.form[i] === 'the' && length > 1 ? i + 1 : i,
      end: i + length,
      entries: match?.length === length ? match.entries : [],
      cities: city?.length === length ? city.entries : [],
    });
    i += length;
  }
  return found;
}

function spanOf(s: Sentence, first: number, end: number): Span {
  return [s.start[first], s.end[end - 1]];
}

function covering(s: Sentence, first: number, end: number): Name | undefined {
  return s.names.find((name) => name.first < end && name.end > first);
}

/** Why a name is no place here, or null when it may be one. */
function refusal(s: Sentence, range: Range, candidates: readonly Candidate[], located: boolean): string | null {
  const { first, end } = range;
  const name = covering(s, first, end);
  const wider = name !== undefined && (name.first < first || name.end > end);
  if (name?.type === 'PER' && (wider || !located)) return 'the name of a person';
  if (name?.type === 'ORG' && wider) return 'part of the name of an organisation';
  for (let w = first; w < end; w++) {
    const outside = s.head[w] < first || s.head[w] >= end;
    if (outside && s.deprel[w] === 'flat' && name?.type !== 'LOC') return 'part of a longer name';
  }
  const ours = candidates.some((one) => one.source === 'place');
  const govern = candidates.some(
    (one) => one.source === 'country' || one.source === 'capital' || one.source === 'seat',
  );
  if (located) return null;
  if (govern && !ours) return 'a country, capital or seat of power that has no preposition of place: a government';
  if (name?.type === 'ORG') return 'the name of an organisation';
  if (actsLikePerson(s, first, end)) return 'it speaks or decides: a government or body';
  if (!ours && name?.type !== 'LOC')
    return 'a city of the table that neither the name recogniser nor a preposition supports';
  return null;
}

/** A state or country behind a comma or in brackets: "Paris, Texas". `end` is the word behind it. */
function qualifierAfter(s: Sentence, range: Range, next: Range | undefined, date: string | null) {
  const mark = s.form[range.end];
  if (mark !== ',' && mark !== '(') return null;
  const from = range.end + 1;
  if (from >= s.size) return null;
  const to = next !== undefined && next.first === from ? next.end : from + 1;
  const text = s.form.slice(from, to).join(' ');
  if (text[0] === text[0].toLowerCase()) return null;
  const qualifier = qualifierOf(text, date);
  return qualifier ? { ...qualifier, end: to } : null;
}

/** Whether a place lies in the state or country behind its name. */
function fitting(place: Candidate, qualifier: Qualifier): boolean {
  if (place.kind === 'country') return false;
  return qualifier.admin !== '' ? qualifier.admin === place.admin : qualifier.country === place.country;
}

function note(choice: Choice): string[] {
  return choice.ranked.slice(0, 5).map(({ candidate, score, why }, i) => {
    const what = `${candidate.name} (${candidate.kind}${candidate.country ? `, ${candidate.country}` : ''}${candidate.admin ? `, ${candidate.admin}` : ''})`;
    return `${i === 0 && choice.best ? 'taken' : i === 0 ? 'undecided' : 'lost'}: ${what}, ${score.toFixed(1)} points (${why.join(', ')})`;
  });
}

/** A piece of a country, "the Ukraine border", "Iranian waters", or null. */
function pieceOf(task: Task, range: Range, owner: Country): { found: Found; end: number } | null {
  const { sentence: s, text } = task;
  const piece = pieceAfter(s, range.end);
  if (piece < 0) return null;
  const related = relatedAt(s, range.first);
  const line = isLine(s, piece);
  if (related === null && !line) return null;
  const span = spanOf(s, range.first, piece + 1);
  return {
    end: piece + 1,
    found: {
      mention: {
        span,
        name: text.slice(span[0], span[1]),
        country: owner.code,
        latitude: owner.latitude,
        longitude: owner.longitude,
        kind: line ? 'border' : 'region',
        relation: related?.relation ?? null,
        rule: 'places:piece-of-country',
      },
      notes: [`a piece of ${owner.name}; the point is the middle of the country`],
    },
  };
}

function ownerOf(range: Range, date: string | null): Country | null {
  const governed = range.entries.filter((entry) => entry.value.kind === 'country' || entry.value.kind === 'demonym');
  if (governed.length === 0) return null;
  const code = soleCountry({ first: range.first, length: range.end - range.first, entries: governed }, date);
  return (code === null ? null : countryOf(code)) ?? null;
}

/** "its border with Ukraine", "the border between Iran and Iraq": the words from the border to the name. */
function borderBefore(s: Sentence, range: Range, related: Related | null): number {
  if (related === null && range.first < 2) return -1;
  const at = related?.preposition === 'between' ? related.first : range.first - 1;
  const form = at >= 0 ? s.form[at].toLowerCase() : '';
  if (form !== 'with' && form !== 'between') return -1;
  return at > 0 && isLine(s, at - 1) ? at - 1 : -1;
}

/** "SUMMIT" of a headline in capitals, in a story about a summit. */
function isWord(text: string, [start, end]: Span): boolean {
  const name = text.slice(start, end);
  if (!/^[A-Z]{4,}$/.test(name)) return false;
  const small = name.toLowerCase();
  for (let at = text.indexOf(small); at >= 0; at = text.indexOf(small, at + 1))
    if (!/[a-z]/i.test(text[at - 1] ?? '') && !/[a-z]/i.test(text[at + small.length] ?? '')) return true;
  return false;
}

/** True behind "the island of", "Lake" and the like. */
function isNature(s: Sentence, first: number): boolean {
  const before = (back: number): string => s.form[first - back]?.toLowerCase() ?? '';
  const noun = before(1) === 'of' ? before(2) : before(1);
  return /^(?:islands?|lake|river|mount|cape|province|gulf|bay|straits?|valley|mountains?)$/.test(noun);
}

/** Finds the places of one sentence. */
export function findIn(task: Task): Found[] {
  const { sentence: s, text, context, date } = task;
  const found: Found[] = [];
  const all = ranges(s);
  let past = 0;
  for (let r = 0; r < all.length; r++) {
    const range = all[r];
    if (range.first < past) continue;
    const owner = ownerOf(range, date);
    const piece = owner && pieceOf(task, range, owner);
    if (piece) {
      found.push(piece.found);
      past = piece.end;
      continue;
    }
    const known = candidatesOf(range.entries, range.cities, date);
    // "The island of Holt" is not the town of that name.
    const candidates = isNature(s, range.first) ? known.filter((one) => one.source !== 'city') : known;
    if (candidates.length === 0) continue;
    let related = relatedAt(s, range.first);
    let first = range.first;
    const border = borderBefore(s, range, related);
    if (border >= 0 && candidates[0].kind === 'country') {
      first = border;
      related = relatedAt(s, border);
    }
    const partner = related === null ? joined(s, range, all) : undefined;
    const lead = partner && relatedAt(s, partner.first);
    const qualifier = qualifierAfter(s, range, all[r + 1], date);
    const located =
      border >= 0 ||
      isLocated(s, range.first, range.end, related) ||
      (partner !== undefined && isLocated(s, partner.first, partner.end, lead ?? null)) ||
      (qualifier !== null && candidates.some((one) => fitting(one, qualifier)));
    const span = spanOf(s, range.first, range.end);
    const why = isWord(text, span)
      ? 'a word that the text has in small letters too'
      : refusal(s, range, candidates, located);
    if (why !== null) {
      task.reject(span, `${text.slice(span[0], span[1])}: no place here: ${why}`);
      continue;
    }
    const key = text.slice(span[0], span[1]).toLowerCase();
    const before = task.senses.get(key) ?? null;
    const setting: Setting = { sentence: s, first: range.first, end: range.end, context, qualifier, before };
    const choice = choose(candidates, setting);
    const { best } = choice;
    // "Paris, Texas" says nothing of the next "Paris".
    if (best && !qualifier) task.senses.set(key, best);
    const fits = qualifier !== null && best !== null && fitting(best, qualifier);
    let end = fits ? qualifier.end : range.end;
    const other = border >= 0 ? all[r + 1] : undefined;
    // "the border between Iran and Iraq" is one place, of neither.
    const shared = other !== undefined && other.first === range.end + 1 && s.form[range.end] === 'and';
    if (shared) end = other.end;
    past = end;
    const whole = spanOf(s, first, end);
    found.push({
      mention: {
        span: whole,
        name: border >= 0 ? text.slice(whole[0], whole[1]) : (best ?? choice.ranked[0].candidate).name,
        country: shared ? null : (best?.country ?? null),
        latitude: shared ? null : (best?.latitude ?? null),
        longitude: shared ? null : (best?.longitude ?? null),
        kind: border >= 0 ? 'border' : (best ?? choice.ranked[0].candidate).kind,
        relation: related?.relation ?? lead?.relation ?? null,
        rule: best === null ? 'places:unresolved' : `places:${fits ? 'qualified' : best.source}`,
      },
      notes: note(choice),
    });
  }
  return found;
}

/** The name that this one is joined to with "and": "in Ukraine and Moldova" says of both where. */
function joined(s: Sentence, range: Range, all: readonly Range[]): Range | undefined {
  const head = headOf(s, range.first, range.end);
  const left = s.head[head];
  if (s.deprel[head] !== 'conj' || left < 0 || left >= range.first) return undefined;
  return all.find((one) => one.first <= left && left < one.end);
}
