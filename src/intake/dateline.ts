// Datelines: the place, the day and the agency at the front of a story's first paragraph, in the styles of
// Reuters ("WILMINGTON, Del./MOSCOW, Dec 30 (Reuters) - "), AP ("NAIROBI, Kenya (AP) _ "), AFP ("Geneva, Nov. 21, 2013 (AFP) - "),
// Interfax ("MOSCOW. Dec 30 (Interfax) - "), TASS ("MOSCOW, December 30. /TASS/. "), Xinhua, IRNA ("Tehran, March 15, IRNA - ")
// EFE ("Lima, 9 Feb (EFE).- ") and newspapers ("JUBA - "). Precision first: what might be the start of a sentence is no dateline.

import type { DatelinePlace, Span } from '../records.js';
import { type Day, parseDay } from './calendar.js';
import { agencyOf, isDatelineCity } from './codebook.js';
import { flat } from './lines.js';

export interface Dateline {
  /** From the first place to behind the separator. */
  readonly span: Span;
  readonly places: readonly DatelinePlace[];
  readonly day: Day | null;
  readonly daySpan: Span | null;
  readonly agency: string | null;
  /** True when a day or an agency stands in it: then it is one wherever it stands. */
  readonly sure: boolean;
}

/** A dateline is shorter than this; nothing behind it is looked at. */
const REACH = 180;
const SEPARATOR = /\s*(?:--+|\.-|[-–—−_:]|\/\/)\s*/y;
const LABEL =
  /^(OPINION|WATCH|ANALYSIS|FACTBOX|TIMELINE|EXPLAINER|LIVE|VIDEO|BREAKING|URGENT|NOTE|EDITORS?|EDITOR'S NOTE|PHOTOS?|FILE|Q|A|TEXT|CORRECTION|UPDATE|RELATED|READ|BACKGROUND|QUESTION|ANSWER|HEADLINE|OPEC|NATO|EU|UN|U\.N\.|US|U\.S\.|USA|UK|IMF|WHO|IAEA|ASEAN|FBI|CIA|ISIS|PLO|BBC|CNN|WTO|OAS|OAU|GCC)$/;

/** Reads the dateline at the front of `text.slice(start, end)`; `whole` allows one that fills the span without a separator. */
export function parseDateline(text: string, start: number, end: number, whole = false): Dateline | null {
  const limit = Math.min(end, start + REACH);
  let depth = 0;
  for (let at = start; at < limit; at++) {
    if (isLetterOrDigit(text.charCodeAt(at))) continue;
    const char = text[at];
    if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') {
      depth = Math.max(0, depth - 1);
      // "New Delhi, Dec 30 (PTI) The minister": agency and day stand for the separator.
      if (char === ')' && !startsSeparator(text, at + 1, limit)) {
        const found = readFront(text, start, at + 1);
        if (found?.day && found.agency && opensSentence(text, at + 1, end))
          return finish(found, start, skipSpace(text, at + 1, end));
      }
    } else if (depth === 0) {
      if (char === '.' && text.startsWith('/. ', at - 1)) {
        const found = readFront(text, start, at);
        if (found?.agency) return finish(found, start, skipSpace(text, at + 1, end));
      }
      SEPARATOR.lastIndex = at;
      const match =
        separatorNear(text, at) && (/[\s\-–—−_:/]/.test(char) || text.startsWith(').-', at - 1))
          ? SEPARATOR.exec(text)
          : null;
      if (match && at > start && at + match[0].trimEnd().length <= end) {
        const behind = Math.min(end, at + match[0].length);
        const found = separates(text, at, match[0], end) ? readFront(text, start, at) : null;
        if (found && accepts(text, found, match[0], behind, end))
          return withAgency(text, finish(found, start, behind), end);
        if (match[0].trim() !== '' && /\s/.test(match[0])) at = behind - 1;
      } else if (/[!?"“”;]/.test(char)) return null;
    }
  }
  if (whole && end - start < REACH) {
    const found = readFront(text, start, end);
    if (found && (found.agency || found.day) && (found.places.length > 0 || found.agency))
      return finish(found, start, end);
  }
  return null;
}

/** Of ASCII: no such character means anything to a dateline's frame. */
const isLetterOrDigit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** False where no separator can stand, since no mark follows the white space: most places are such, and this is found sooner. */
function separatorNear(text: string, at: number): boolean {
  let i = at;
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 10) i++;
  const code = text.charCodeAt(i);
  return !(isLetterOrDigit(code) || code === 44 || code === 34 || code === 39);
}

/** "MOSCOW, Dec 30 - RIA Novosti. The minister said", "BRUSSELS -- (Dow Jones) -- The": the agency behind the separator. */
function withAgency(text: string, found: Dateline, end: number): Dateline {
  if (found.agency) return found;
  const bracket = /^[([](\p{Lu}[\p{L}.&/ -]{0,38}?)[)\]]\s*[-–—−]+\s*(?=\S)/u.exec(
    text.slice(found.span[1], Math.min(end, found.span[1] + 50)),
  );
  const named = bracket && agencyOf(bracket[1]);
  if (named) return { ...found, agency: named, sure: true, span: [found.span[0], found.span[1] + bracket[0].length] };
  if (!found.day) return found;
  const signed = /^(\p{Lu}[\p{L}-]{1,15}(?: \p{Lu}\p{L}{1,10})?)\.\s+(?=\p{Lu})/u.exec(
    text.slice(found.span[1], Math.min(end, found.span[1] + 40)),
  );
  const agency = signed && agencyOf(signed[1]);
  return agency ? { ...found, agency, span: [found.span[0], found.span[1] + signed[0].length] } : found;
}

interface Front {
  readonly places: DatelinePlace[];
  readonly day: Day | null;
  readonly daySpan: Span | null;
  readonly agency: string | null;
  /** All place names in capitals. */
  readonly capitals: boolean;
}

function finish(front: Front, start: number, end: number): Dateline {
  const { places, day, daySpan, agency } = front;
  return { span: [start, end], places, day, daySpan, agency, sure: day !== null || agency !== null };
}

/** A separator has white space on one side at least, or is a dash; a hyphen inside a word is none. */
function separates(text: string, at: number, match: string, end: number): boolean {
  const mark = match.trim();
  if (at + match.length >= end) return mark !== '';
  if (mark === ':') return /:\s/.test(match) && text[at - 1] !== ' ';
  if (mark === '-' && text[at + match.length] === '(') return false;
  if (mark === '-')
    return /^\s+-\s+$/.test(match) || (text[at - 1] === ')' && /-\s/.test(match)) || /^\s+-(?=\S)/.test(match);
  if (mark === '//' || mark === '') return false;
  return true;
}

function startsSeparator(text: string, at: number, limit: number): boolean {
  SEPARATOR.lastIndex = at;
  const match = SEPARATOR.exec(text);
  return at >= limit || (match !== null && match[0].trim() !== '');
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[\s.]/.test(text[at])) at++;
  return at;
}

/** The story's first letter is a capital, a digit or behind a quotation mark. */
function opensSentence(text: string, from: number, end: number): boolean {
  return /^[\s"'“‘«`<(*.]*[\p{Lu}\d]/u.test(text.slice(from, Math.min(end, from + 12)));
}

function accepts(text: string, front: Front, separator: string, behind: number, end: number): boolean {
  const alone = behind >= end;
  if (!alone && !opensSentence(text, behind, end) && !front.agency) return false;
  const colon = separator.trim() === ':';
  if (front.agency && (front.places.length > 0 || /^\W/.test(text[0] ?? '') || !colon))
    return !colon || front.day !== null;
  if (front.places.length === 0) return false;
  if (front.day) return true;
  const name = front.places[0].name;
  if (alone || LABEL.test(name)) return false;
  if (colon) return front.capitals && isDatelineCity(name);
  // In a text all in capitals nothing sets a bare place apart.
  if (front.capitals) return name.length > 2 && /\p{Ll}/u.test(text.slice(behind, Math.min(end, behind + 120)));
  return front.places.every(
    (place) => isDatelineCity(place.name) || (place.qualifier !== null && isDatelineCity(place.name)),
  );
}

/** Reads "PLACE[, Qualifier][/PLACE][, day] [(Agency)]" at `text.slice(start, end)`; null when anything else stands there. */
function readFront(text: string, start: number, end: number): Front | null {
  const from = start;
  let to = end;
  while (to > from && /[\s,.]/.test(text[to - 1]) && !/\b[A-Z][a-z]{1,5}\.$|\.[A-Z]\.$/.test(text.slice(from, to)))
    to--;
  let agency: string | null = null;
  const bracket = /\s*[([/]\s*([\p{L}][\p{L}.&/ -]{0,38}?)\s*[)\]/]\.?$/u.exec(text.slice(from, to));
  if (bracket) {
    const known = agencyOf(bracket[1]);
    const before = text.slice(from, from + bracket.index);
    const looksSigned = /^\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,2}$/u.test(bracket[1]);
    // Without a day only a place in capitals tells a signature from a country: "Kyiv (Ukraine)".
    const signs = /\d[\s,.]*$/.test(before) || isPlaceCapitals(before.split(/[,/]/)[0].trim());
    if (!known && !(looksSigned && signs)) {
      if (!looksSigned) return null;
    } else {
      agency = known ?? bracket[1];
      to = from + bracket.index;
      while (to > from && (/[\s,-]/.test(text[to - 1]) || /\d\.$/.test(text.slice(from, to)))) to--;
    }
  }
  // "(Reuters) - ": an agency alone.
  if (agency && to <= from) return { places: [], day: null, daySpan: null, agency, capitals: false };
  let day: Day | null = null;
  let daySpan: Span | null = null;
  const parts = splitParts(text, from, to);
  if (parts === null) return null;
  // From the back: agency without brackets, year, day.
  const spelled = !agency && parts.length > 1 ? agencyOf(flat(text.slice(...parts[parts.length - 1]))) : null;
  if (spelled) {
    agency = spelled;
    parts.pop();
  }
  for (let take = 1; take <= 3 && take < parts.length + (agency ? 1 : 0); take++) {
    const first = parts[parts.length - take];
    const last = parts[parts.length - 1];
    const found = parseDay(flat(text.slice(first[0], last[1])));
    if (found && first[0] >= from) {
      day = found;
      daySpan = [first[0], last[1]];
      parts.length -= take;
      if (found.year !== null || take > 1) break;
      break;
    }
  }
  if (parts.length === 0) return agency ? { places: [], day, daySpan, agency, capitals: false } : null;
  const placesEnd = parts[parts.length - 1][1];
  const places = readPlaces(text, from, placesEnd, day !== null || agency !== null);
  if (!places) return null;
  return { places, day, daySpan, agency, capitals: places.every((place) => isPlaceCapitals(place.name)) };
}

/** Pieces between commas, and between a full stop and what follows ("MOSCOW. Dec 30"). */
function splitParts(text: string, from: number, to: number): [number, number][] | null {
  const parts: [number, number][] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    const ends =
      at === to ||
      text[at] === ',' ||
      (text[at] === '.' &&
        /\.\s+(?:\d|[A-Z][a-z]{2,8}\.? \d)/.test(text.slice(at, Math.min(to, at + 16))) &&
        /[\p{Lu}\p{Ll}]{4}$/u.test(text.slice(start, at)));
    if (!ends) continue;
    let a = start;
    let b = at;
    while (a < b && /\s/.test(text[a])) a++;
    while (b > a && /\s/.test(text[b - 1])) b--;
    if (b > a) parts.push([a, b]);
    start = at + 1;
  }
  return parts.length > 7 ? null : parts;
}

const NO_PLACE =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|The|A|An|In|On|At|By)$/i;
/** Small words that open a sentence; in capitals they may open a place: "AT SEA". */
const OPENER = /^(?:By|On|At|In|From|After|Before|Since|Until|When|As|For|With|The|This|That|But|And|If) /;
const PLACE_WORD =
  /^(?:\p{Lu}[\p{L}'’.-]*|de|del|la|el|al|es|of|the|on|and|upon|sur|am|an|der|le|du|do|da|dos|das|d'\p{L}+|al-\p{L}+|ABOARD|\[\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?\]|\(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?\))$/u;

/** One or more places between slashes (or "and" between capitals), each with what follows its comma as qualifier. */
function readPlaces(text: string, from: number, to: number, sure: boolean): DatelinePlace[] | null {
  const places: DatelinePlace[] = [];
  let start = from;
  for (let at = from; at <= to; at++) {
    const and = at < to && / (?:and|AND|&) /y;
    if (and) and.lastIndex = at;
    const joint = and ? and.exec(text) : null;
    const splits =
      at === to ||
      text[at] === '/' ||
      (joint !== null && joint.index + joint[0].length < to && isPlaceCapitals(text.slice(start, at).split(',')[0]));
    if (!splits) continue;
    const place = readPlace(text, start, at, sure);
    if (!place) return null;
    places.push(place);
    start = at + (joint && text[at] !== '/' ? joint[0].length : 1);
    if (joint && at < to && text[at] !== '/') at = start;
  }
  return places.length > 0 && places.length <= 5 ? places : null;
}

function readPlace(text: string, from: number, to: number, sure: boolean): DatelinePlace | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  const whole = text.slice(start, end);
  const comma = whole.indexOf(',');
  let nameEnd = comma < 0 ? end : start + comma;
  let qualifier = comma < 0 ? null : flat(whole.slice(comma + 1));
  const bracket = /\s*[([]([^)\]]+)[)\]]$/.exec(text.slice(start, nameEnd));
  if (bracket) {
    qualifier = qualifier ?? flat(bracket[1]);
    nameEnd = start + bracket.index;
  }
  const name = flat(text.slice(start, nameEnd));
  const words = name.split(' ');
  if (
    name === '' ||
    words.length > 6 ||
    OPENER.test(name) ||
    NO_PLACE.test(words.length === 1 ? name : '') ||
    !/^\p{Lu}/u.test(name) ||
    !words.every((word) => PLACE_WORD.test(word))
  )
    return null;
  if (!sure && !isPlaceCapitals(name) && words.length > 3) return null;
  // "Associated Press Writer TEHRAN" is two lines, not one place.
  if (words.some((word) => /^\p{Lu}{4,}$/u.test(word)) && words.some((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word)))
    return null;
  if (
    qualifier !== null &&
    !(qualifier.length <= 40 && qualifier.split(' ').every((word) => PLACE_WORD.test(word.replace(/,$/, ''))))
  )
    return null;
  return { name, qualifier, country: null, latitude: null, longitude: null, span: [start, nameEnd] };
}

/** "MOSCOW", "U.N. HEADQUARTERS", "McALLEN". */
function isPlaceCapitals(name: string): boolean {
  return !/\p{Ll}/u.test(name.replace(/\bMc(?=\p{Lu})|\bal-/gu, '')) && /\p{Lu}{2}|\p{Lu}\.\p{Lu}/u.test(name);
}
