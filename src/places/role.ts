// Whether a name works as a place in its sentence, and the words that relate it: "in", "near", "off the coast of", "30 km south of".
// Reads the words to the left of the name, where prepositions stand in English, so that it survives a wrong attachment.

import { relation, type Sentence } from '../language/index.js';
import {
  AREA,
  DIRECTION,
  DIRECTIONAL,
  DONE_TO,
  LINE,
  LOCATIVE,
  MEASURE,
  MOTION,
  NAMESAKE,
  PART,
  PIECE,
  REACH,
  SPEECH,
} from './words.js';

/** The words that put a name in its place. */
export interface Related {
  /** The preposition, or the whole phrase, in lower case. */
  readonly relation: string;
  /** The preposition that it begins with, or "of" when it begins with a distance or a direction. */
  readonly preposition: string;
  /** Index of the word that it begins with. */
  readonly first: number;
  /** Whether it goes over a part of the place: "the coast of", "the city of". */
  readonly area: boolean;
}

const lower = (s: Sentence, word: number): string => (word >= 0 && word < s.size ? s.form[word].toLowerCase() : '');

function isPossessive(form: string): boolean {
  return form === "'s" || form === '’s';
}

/** Goes left over articles, possessives and adjectives. */
function skip(s: Sentence, word: number): number {
  let at = word;
  for (let steps = 0; at >= 0 && steps < 4; steps++) {
    const form = lower(s, at);
    const plain = form === 'the' || form === "'s" || s.upos[at] === 'DET' || s.xpos[at] === 'PRP$' || PART.has(form);
    if (!plain && s.upos[at] !== 'ADJ' && form !== '-') break;
    at--;
    // "off Iran's Kharg Island": over the owner too.
    if (isPossessive(form)) while (at >= 0 && s.upos[at] === 'PROPN') at--;
  }
  return at;
}

/** The words of a relation in lower case, spaced as in the text, without the articles and possessives at their end. */
function phrase(s: Sentence, from: number, to: number): string {
  let last = to - 1;
  while (last > from && /^(?:the|a|an|its|their|his|her|our|['’]s)$/.test(lower(s, last))) last--;
  let words = '';
  for (let w = from; w <= last; w++) {
    if (w > from && s.start[w] > s.end[w - 1]) words += ' ';
    words += lower(s, w);
  }
  return words;
}

/** Goes left over a distance, "30 km (19 miles)", to its first word. */
function distance(s: Sentence, word: number): number {
  let at = word;
  let seen = false;
  for (let steps = 0; at >= 0 && steps < 8; steps++, at--) {
    const form = lower(s, at);
    if (MEASURE.has(form) || MEASURE.has(s.lemma[at])) seen = true;
    else if (s.upos[at] !== 'NUM' && form !== '(' && form !== ')' && form !== 'about' && form !== 'some') break;
  }
  return seen ? at + 1 : word + 1;
}

/** The words that relate the name beginning at `first`, or null. */
export function relatedAt(s: Sentence, first: number): Related | null {
  const at = skip(s, first - 1);
  if (at < 0) return null;
  const form = lower(s, at);
  let owned = false;
  for (let w = at + 1; w < first; w++) if (isPossessive(lower(s, w))) owned = true;
  const make = (from: number, preposition: string, area = false): Related => ({
    relation: phrase(s, from, owned ? at + 1 : first),
    preposition,
    first: from,
    area,
  });
  if (
    form === 'of' ||
    form === 'from' ||
    (form === 'to' && (lower(s, at - 1) === 'close' || lower(s, at - 1) === 'next'))
  ) {
    if (form === 'to') return make(at - 1, 'near');
    const noun = at - 1;
    const word = lower(s, noun);
    if (form === 'from' && (MEASURE.has(word) || MEASURE.has(s.lemma[noun] ?? '') || word === 'away' || word === ')')) {
      const from = distance(s, word === 'away' ? noun - 1 : noun);
      if (from < at) return make(from, 'near');
    }
    if (form === 'of' && AREA.has(word)) {
      const left = skip(s, noun - 1);
      const preposition = lower(s, left);
      if (LOCATIVE.has(preposition) || DIRECTIONAL.has(preposition)) return make(left, preposition, true);
      if (DIRECTION.has(word)) return make(distance(s, noun - 1), 'near', true);
      return make(noun, 'of', true);
    }
    if (form === 'of') return DONE_TO.has(word) ? make(at, 'in') : null;
  }
  if (LOCATIVE.has(form) || DIRECTIONAL.has(form)) {
    // "out of", "just outside", "from inside"
    return make(at, form);
  }
  return null;
}

/** The word of a name that hangs on something outside of it. */
export function headOf(s: Sentence, first: number, end: number): number {
  for (let w = first; w < end; w++) if (s.head[w] < first || s.head[w] >= end) return w;
  return end - 1;
}

/** True when the phrase behind `to` or `from` hangs on a word of motion. */
function moves(s: Sentence, first: number, end: number): boolean {
  const head = s.head[headOf(s, first, end)];
  if (head < 0) return false;
  if (MOTION.has(s.lemma[head])) return true;
  // "a flight of refugees from", "send troops to": the verb may be one step up.
  const above = s.head[head];
  return s.upos[head] === 'NOUN' && above >= 0 && MOTION.has(s.lemma[above]);
}

/** Whether the name has a preposition, or is the object of a verb, that makes it a place whatever it may be else. */
export function isLocated(s: Sentence, first: number, end: number, related: Related | null): boolean {
  const word = headOf(s, first, end);
  // "in the Iran arms scandal": the preposition is the scandal's.
  const modifies = relation(s.deprel[word]) === 'compound' && s.head[word] >= end;
  // "within Iraq's policy" and "off Iran's Kharg Island": it owns what lies there.
  if (isPossessive(lower(s, end))) {
    let thing = end + 1;
    while (PART.has(lower(s, thing)) || s.upos[thing] === 'ADJ') thing++;
    if (!AREA.has(lower(s, thing)) && !PIECE.has(lower(s, thing))) return false;
  }
  if (related !== null && !modifies) {
    if (related.area) return true;
    if (LOCATIVE.has(related.preposition)) return related.preposition !== 'on' || related.relation.includes(' ');
    if (related.preposition === 'of') return false;
    if (DIRECTIONAL.has(related.preposition)) return moves(s, first, end);
  }
  const verb = s.head[word];
  if (verb < 0) return false;
  if (relation(s.deprel[word]) === 'obj' && REACH.has(s.lemma[verb])) return true;
  return false;
}

/** Whether the name speaks or acts as only people and governments do, or only gives its name to something. */
export function actsLikePerson(s: Sentence, first: number, end: number): boolean {
  const head = headOf(s, first, end);
  const above = s.head[head];
  if (above < 0) return false;
  const deprel = relation(s.deprel[head]);
  if (deprel === 'nsubj' && s.deprel[head] !== 'nsubj:pass') return SPEECH.has(s.lemma[above]);
  if (deprel === 'compound' || s.deprel[head] === 'nmod:poss')
    return NAMESAKE.has(s.lemma[above]) || NAMESAKE.has(lower(s, above));
  return false;
}

/** The piece of a country behind its name or adjective ("the Ukraine border", "Iran's coast"): index of its word, or -1. */
export function pieceAfter(s: Sentence, end: number): number {
  let at = end;
  if (lower(s, at) === "'s" || lower(s, at) === '’s') at++;
  while (at < s.size && at < end + 3 && (PART.has(lower(s, at)) || s.upos[at] === 'ADJ') && !PIECE.has(lower(s, at)))
    at++;
  return at < s.size && PIECE.has(lower(s, at)) ? at : -1;
}

/** Whether a piece of a country is a line between two. */
export function isLine(s: Sentence, word: number): boolean {
  return LINE.has(lower(s, word));
}
