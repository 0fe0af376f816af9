// Cuts a sentence into base noun phrases: determiner to head noun, without what hangs behind. Tags make the runs, the tree only
// says where two phrases meet without a mark between them, so that a wrong attachment inside a phrase does no harm.

import type { Sentence } from '../language/index.js';
import type { Chunk, Unit } from './types.js';
import type { Units } from './units.js';

const INSIDE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'SYM', 'X']);
const POSSESSIVE = new Set(['my', 'your', 'his', 'her', 'its', 'our', 'their', 'whose']);

/** The chunks of a sentence, left to right; a possessor comes before what it owns. */
export function findChunks(s: Sentence, units: Units): Chunk[] {
  const chunks: Chunk[] = [];
  for (let i = 0; i < s.size; ) {
    if (!opens(s, units, i)) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < s.size && continues(s, units, i, end) && !trails(s, units, i, end)) end++;
    cutRun(s, units, i, end, chunks);
    i = end;
  }
  return chunks;
}

/** "Soldiers | loyal to a group of officers": an adjective behind its noun, with what it governs behind it. */
function trails(s: Sentence, units: Units, first: number, i: number): boolean {
  return (
    i > first &&
    s.upos[i] === 'ADJ' &&
    units.at[i] < 0 &&
    s.upos[i - 1] === 'NOUN' &&
    /^(?:to|with|for|of|on|in|at|about)$/.test(s.form[i + 1] ?? '') &&
    /^(?:loyal|close|familiar|responsible|faithful|opposed|friendly|sympathetic|hostile|aware|critical|present|privy|knowledgeable|subordinate|adjacent|able|eligible)$/.test(
      s.form[i],
    )
  );
}

function isPossessive(s: Sentence, i: number): boolean {
  return (
    s.upos[i] === 'PRON' &&
    (s.xpos[i] === 'PRP$' || s.xpos[i] === 'WP$' || s.deprel[i] === 'nmod:poss') &&
    POSSESSIVE.has(s.form[i].toLowerCase())
  );
}

const TIMES = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight january february april june july august ' +
    'september october november december'
  ).split(' '),
);

/** A day or month beside a phrase is no part of it: "President Holm today", "in southern Arland Sunday". */
function isTime(units: Units, i: number): boolean {
  return units.at[i] < 0 && TIMES.has(units.lower[i]);
}

function opens(s: Sentence, units: Units, i: number): boolean {
  if (isTime(units, i) || (units.lower[i] === 'least' && units.lower[i - 1] === 'at')) return false;
  return units.at[i] >= 0 || INSIDE.has(s.upos[i]) || s.upos[i] === 'PRON' || participle(s, i);
}

/** A participle before its noun: "armed men", "visiting officials", "Arland's ruling party". */
function participle(s: Sentence, i: number): boolean {
  if (/^VB[GN]$/.test(s.xpos[i]) && i > 0 && isGenitive(s, i - 1) && /^(?:NOUN|PROPN|ADJ)$/.test(s.upos[i + 1] ?? ''))
    return true;
  return s.upos[i] === 'VERB' && s.deprel[i] === 'amod' && s.head[i] > i;
}

function continues(s: Sentence, units: Units, first: number, i: number): boolean {
  const unit = units.at[i];
  if (unit >= 0 && unit === units.at[i - 1]) return true;
  if (isTime(units, i)) return false;
  if (s.upos[i] === 'PRON' && !isPossessive(s, i)) return false;
  if (s.upos[i - 1] === 'PRON' && !isPossessive(s, i - 1)) return false;
  if (isPossessive(s, i)) return s.upos[i - 1] === 'DET' && s.form[i - 1].toLowerCase() === 'all';
  if (s.upos[i] === 'DET' && i > first && s.upos[i - 1] !== 'DET' && s.form[i - 1].toLowerCase() !== 'all')
    return false;
  if (unit >= 0 || INSIDE.has(s.upos[i]) || participle(s, i)) return true;
  const form = s.form[i];
  if (isGenitive(s, i) || isPortfolio(s, i)) return true;
  // A hyphen or slash inside a phrase, and an adverb before an adjective of it.
  if ((form === '-' || form === '–' || form === '/') && i + 1 < s.size) {
    return s.end[i - 1] === s.start[i] && s.end[i] === s.start[i + 1];
  }
  return s.upos[i] === 'ADV' && s.head[i] > i && s.head[i] <= i + 2 && s.deprel[i] === 'advmod';
}

/** "the Energy and Mines Ministry": the "and" within what a ministry or minister is of. */
function isPortfolio(s: Sentence, i: number): boolean {
  if (!/^(?:and|&)$/i.test(s.form[i]) || s.deprel[i - 1] !== 'compound' || s.head[i - 1] <= i) return false;
  if (!/^[A-Z]/.test(s.form[i - 1]) || !/^[A-Z]/.test(s.form[i + 1] ?? '')) return false;
  for (let w = i + 2; w < s.size && w < i + 5 && /^[A-Z]/.test(s.form[w]); w++)
    if (STATE_OFFICE.test(s.form[w])) return true;
  return false;
}

const STATE_OFFICE =
  /^(?:ministry|minister|ministers|department|secretary|secretariat|commission|committee|undersecretary)$/i;

/** The possessive mark. */
export function isGenitive(s: Sentence, i: number): boolean {
  return s.xpos[i] === 'POS' || ((s.form[i] === "'s" || s.form[i] === '’s') && s.upos[i] === 'PART');
}

/** Cuts a run of words where the tree knows two phrases, then at possessive marks. */
function cutRun(s: Sentence, units: Units, first: number, end: number, into: Chunk[]): void {
  let from = first;
  for (let i = first + 1; i <= end; i++) {
    if (i < end && (units.at[i] >= 0 ? units.at[i] === units.at[i - 1] : false)) continue;
    if (i < end && (titleBefore(units, i) || givenBefore(s, units, i) || joined(s, first, i, end))) continue;
    possessors(s, units, from, i, into);
    from = i;
  }
}

/** A role noun in the singular right before a person's name is his title, whatever the tree makes of it; so a country word before a role. */
function titleBefore(units: Units, i: number): boolean {
  const before = units.at[i - 1] >= 0 ? units.all[units.at[i - 1]].what : null;
  const here = units.at[i] >= 0 ? units.all[units.at[i]].what : null;
  // "Arland troops": a country word right before a role noun is its own.
  if (before?.is === 'demonym' || before?.is === 'country') return here?.is === 'role' && here.role.kind !== 'thing';
  // "The militant group Boko Haram", "the newspaper La Prensa": one body.
  if (before?.is === 'role' && !before.plural && (before.role.kind === 'group' || before.role.kind === 'body'))
    if (here?.is === 'body' || here?.is === 'organisation') return true;
  if (here?.is !== 'person' || !before) return false;
  return before.is === 'courtesy' || (before.is === 'role' && before.role.kind === 'person' && !before.plural);
}

/** A given name that the language core has cut off from the surname, between a title and it: "Minister Behrouz | Taheri". */
function givenBefore(s: Sentence, units: Units, i: number): boolean {
  const here = units.at[i] >= 0 ? units.all[units.at[i]].what : null;
  const title = i > 1 && units.at[i - 2] >= 0 ? units.all[units.at[i - 2]].what : null;
  if (here?.is !== 'person' || units.at[i - 1] >= 0 || s.upos[i - 1] !== 'PROPN') return false;
  return title?.is === 'courtesy' || (title?.is === 'role' && title.role.kind === 'person' && !title.plural);
}

/** True when an arc of the tree goes over the gap before word `i`, within the run. */
function joined(s: Sentence, first: number, i: number, end: number): boolean {
  if (isGenitive(s, i)) return true;
  // "Hungarian and Romanian officials": the second adjective hangs on the first, which hangs on the noun.
  if (s.deprel[i - 1] === 'conj') {
    let at = s.head[i - 1];
    for (let steps = 0; steps < 4 && at >= 0 && at < i; steps++) at = s.head[at];
    if (at >= i && at < end) return true;
  }
  for (let w = first; w < end; w++) {
    const head = s.head[w];
    if (head < first || head >= end) continue;
    if (
      w < i !== head < i &&
      s.deprel[w] !== 'obl:tmod' &&
      s.deprel[w] !== 'nmod:tmod' &&
      s.deprel[w] !== 'obl:unmarked'
    ) {
      return true;
    }
  }
  return false;
}

/** Cuts "A's B" into A and, owned by it, B; a possessive pronoun is a chunk of its own. */
function possessors(s: Sentence, units: Units, first: number, end: number, into: Chunk[]): void {
  let owner = -1;
  let inner = first;
  for (let i = first; i < end; i++) {
    const genitive = isGenitive(s, i) && (units.at[i] < 0 || units.at[i] !== units.at[i - 1]);
    const pronoun = isPossessive(s, i);
    if (!genitive && !pronoun) continue;
    const stop = genitive ? i : i + 1;
    const start = pronoun ? i : inner;
    if (stop > start) {
      into.push(chunk(s, units, owner < 0 || pronoun ? start : into[owner].first, start, stop, pronoun ? -1 : owner));
      owner = into.length - 1;
    }
    inner = i + 1;
  }
  if (inner < end) into.push(chunk(s, units, owner >= 0 ? into[owner].first : inner, inner, end, owner));
}

function chunk(s: Sentence, units: Units, first: number, inner: number, end: number, owner: number): Chunk {
  const found: number[] = [];
  for (let i = inner; i < end; i++) {
    const unit = units.at[i];
    if (unit >= 0 && found[found.length - 1] !== unit) found.push(unit);
  }
  return { sentence: s.index, first, inner, end, head: headOf(s, inner, end), units: found, owner };
}

/** The word that hangs outside; of several, the last noun. */
function headOf(s: Sentence, first: number, end: number): number {
  let head = -1;
  for (let i = first; i < end; i++) {
    if (s.head[i] >= first && s.head[i] < end) continue;
    if (head < 0 || INSIDE.has(s.upos[i]) || s.upos[i] === 'PRON') head = i;
  }
  return head < 0 ? end - 1 : head;
}

/** The units of a chunk. */
export function unitsOf(chunk: Chunk, units: Units): Unit[] {
  return chunk.units.map((index) => units.all[index]);
}
