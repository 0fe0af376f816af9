// Joins the phrases of a sentence: what belongs to whom ("president of Arland", "rebels in Darfur"), what names the same one
// ("Ida Holm, Arland's president,"), and actors that share a noun ("Hungarian and Romanian officials").

import type { Sentence } from '../language/index.js';
import { textOf } from './grammar.js';
import { appoint, shareOffice } from './lists.js';
import type { Chunk, Description } from './types.js';
import type { Units } from './units.js';

const SPEAKS_FOR = new Set(['for', 'at', 'with', 'from', 'on', 'to', 'in']);
const WHERE = new Set(['in', 'throughout', 'near', 'from', 'around', 'across', 'inside', 'outside', 'on', 'along']);

/** Fills owner, ownership, same and parts. `whole` gives by chunk its description, or -1. */
export function joinPhrases(
  s: Sentence,
  units: Units,
  chunks: readonly Chunk[],
  whole: Int16Array,
  all: Description[],
  at: Int16Array,
): void {
  for (let k = chunks.length - 2; k >= 0; k--) {
    const next = nextChunk(chunks, k);
    if (next < 0) continue;
    const mine = whole[k];
    const theirs = whole[next];
    if (mine >= 0) openEnd(s, units, all[mine], chunks[k], theirs);
    if (mine >= 0 && theirs >= 0) {
      longTitle(s, units, all, mine, theirs, chunks[k], chunks[next]);
      attach(s, units, all, mine, theirs, chunks[k], chunks[next]);
      apposition(s, all, mine, theirs, chunks[k], chunks[next]);
    }
    if (mine >= 0 && theirs >= 0 && behindOwner(s, all, mine, theirs, chunks[k], chunks[next])) {
      // "The head of the ministry, Abel Moss,", "the U.N. commander in Arland, Gen. Abel Moss,": the name stands behind the owner.
      const third = nextChunk(chunks, next);
      if (third >= 0 && whole[third] >= 0 && all[whole[third]].is === 'person') {
        apposition(s, all, mine, whole[third], { ...chunks[k], end: chunks[next].end }, chunks[third]);
      }
    }
    if (mine >= 0 && theirs < 0) fieldThenName(s, units, chunks, k, next, whole, all);
    if (theirs >= 0) shareNoun(s, units, chunks[k], chunks[next], all, at, theirs, whole, k);
  }
  shareOffice(s, all);
  for (const one of all) appoint(s, all, one);
}

/** The chunk that begins behind this one and is not owned inside it. For "X of Arland's army" it is the army, which begins at Arland. */
function nextChunk(chunks: readonly Chunk[], k: number): number {
  let found = -1;
  for (let n = k + 1; n < chunks.length && n <= k + 4; n++) {
    if (chunks[n].first < chunks[k].end) continue;
    if (found < 0 || chunks[n].first === chunks[found].first) found = n;
    else break;
  }
  // The owner of this chunk is no phrase of its own.
  return chunks.some((one) => one.owner === k) ? -1 : found;
}

function attach(
  s: Sentence,
  units: Units,
  all: Description[],
  mine: number,
  theirs: number,
  chunk: Chunk,
  next: Chunk,
): void {
  const gap = next.first - chunk.end;
  const one = all[mine];
  const other = all[theirs];
  if (gap < 1 || gap > 3 || one.is === 'pronoun' || other.is === 'pronoun' || one.owner >= 0) return;
  const link = units.lower[next.first - 1];
  // "Rosa Quispe of Peru": her country.
  if (gap === 1 && link === 'of' && one.is === 'person' && one.of === null && other.is === 'country' && !other.sector) {
    one.owner = theirs;
    one.ownership = 'of';
    return;
  }
  const about = one.role !== null || one.is === 'body';
  if (!about || (one.of !== null && one.is !== 'role')) return;
  if (gap === 1 && link === 'of') {
    one.owner = theirs;
    one.ownership = 'of';
    if (other.is !== 'person') one.end = Math.max(one.end, other.end);
    return;
  }
  // "Both sides at Arland's airport", "the two factions in Szohod" belong to nobody there.
  if (
    one.count > 1 &&
    (one.role?.kind === 'group' || (one.role?.office && one.definite) || one.role?.noun === 'leader') &&
    link !== 'of'
  )
    return;
  if (gap === 1 && one.role?.sector === '@' && SPEAKS_FOR.has(link) && one.of === null) {
    if (other.is === 'person' && link !== 'for') return;
    one.owner = theirs;
    one.ownership = other.is === 'country' && (link === 'in' || link === 'at') ? 'place' : 'of';
    return;
  }
  // "The ranking Republican on the Senate Banking Committee": a member of it.
  if (gap === 1 && link === 'on' && one.role?.sector === 'PTY' && other.sector === 'LEG' && one.of === null) {
    one.owner = theirs;
    one.ownership = 'of';
    return;
  }
  // "Diplomats at the United Nations" are not its own, nor of the country spoken of before.
  if (gap === 1 && link === 'at' && one.role?.kind === 'person' && other.is === 'body' && one.of === null) {
    one.open = true;
    return;
  }
  const verb = gap > 1 && !/^(?:VERB|ADP|ADV)$/.test(s.upos[chunk.end]);
  if (!verb && WHERE.has(link) && other.is === 'country' && one.of === null && one.is === 'role') {
    // "Talks with the government in Arland": the talks are there. Before a capital the government is meant that sits there.
    if (one.role?.kind === 'body' && s.head[other.head] !== one.head && !/^(?:seat|capital)/.test(other.basis)) return;
    if (
      gap > 1 &&
      s.head[chunk.end] !== one.head &&
      !/^(?:based|living|fighting|held|operating)$/.test(units.lower[chunk.end])
    )
      return;
    one.owner = theirs;
    one.ownership = 'place';
  }
}

function apposition(s: Sentence, all: Description[], mine: number, theirs: number, chunk: Chunk, next: Chunk): void {
  const one = all[mine];
  const other = all[theirs];
  const gap = next.first - chunk.end;
  if (gap < 1 || gap > 2 || one.is === 'pronoun' || other.is === 'pronoun') return;
  const mark = s.form[chunk.end];
  const stop = other.end < s.size ? s.form[other.end] : '.';
  if (mark === '(' && stop === ')' && (one.is === 'body' || one.sector !== null) && other.is === 'body') {
    other.same = mine;
    return;
  }
  if (mark !== ',' && mark !== '-' && mark !== '–' && mark !== '--') return;
  // "Finland's president, Ida Holm, and Moss met": an office that is one's own and a bare name behind it are one, whatever the list.
  const listed = s.deprel[other.head] === 'conj';
  const holder =
    one.owner >= 0 && one.role?.office === true && other.is === 'person' && other.role === null && stop === ',';
  if (one.plural || other.plural || (listed && !holder)) return;
  const closed =
    stop === ',' ||
    stop === '.' ||
    stop === '–' ||
    stop === '-' ||
    stop === '--' ||
    stop === 'who' ||
    stop === ')' ||
    /^(?:of|for|at|in)$/.test(stop);
  const byTree =
    s.deprel[other.head] === 'appos' && s.head[other.head] >= chunk.first && s.head[other.head] < chunk.end;
  // "Arland's deputy leader, Abel Moss, said": the tree often has the name for the subject, and the title for nothing.
  const between = one.is === 'role' && one.role?.kind === 'person' && other.is === 'person' && stop === ',';
  if (
    !byTree &&
    !(listed && holder) &&
    (!closed || (isSubject(s, other.head) && !(between && !hangsOnVerb(s, one.head, other.head))))
  )
    return;
  if (one.is === 'person' && other.is === 'role' && other.role?.kind === 'person') other.same = mine;
  else if (one.is === 'role' && one.role?.kind === 'person' && other.is === 'person' && onlyRank(other))
    one.same = theirs;
  else if (byTree && one.is === 'body' && other.is === 'role' && other.role !== null && other.role.kind !== 'person')
    other.same = mine;
}

/** A name without a title, or with a rank alone: "Lt. Gen. Abel Moss". */
function onlyRank(person: Description): boolean {
  return person.role === null || (person.role.sector === 'MIL' && person.role.kind === 'person' && person.of === null);
}

/** True when the name behind a title and its owner or place may be its bearer's. */
function behindOwner(
  s: Sentence,
  all: readonly Description[],
  mine: number,
  theirs: number,
  chunk: Chunk,
  next: Chunk,
): boolean {
  const one = all[mine];
  if (one.owner === theirs) return one.ownership === 'of' || one.ownership === 'place';
  return (
    one.is === 'role' &&
    one.role?.kind === 'person' &&
    next.first - chunk.end === 1 &&
    (WHERE.has(s.form[chunk.end].toLowerCase()) || s.form[chunk.end] === 'to') &&
    all[theirs].is === 'country'
  );
}

/** True when a phrase is subject or object of a verb that the other one does not hang on too. */
function hangsOnVerb(s: Sentence, word: number, other: number): boolean {
  const verb = s.head[word];
  return verb >= 0 && s.upos[verb] === 'VERB' && verb !== s.head[other] && /^(?:nsubj|obj|iobj)/.test(s.deprel[word]);
}

function isSubject(s: Sentence, word: number): boolean {
  return s.deprel[word].startsWith('nsubj');
}

/** "Chairman of" somebody who is no actor of ours: then nothing around tells whose he is. */
function openEnd(s: Sentence, units: Units, one: Description, chunk: Chunk, theirs: number): void {
  const link = units.lower[chunk.end];
  if (theirs >= 0 || one.of !== null || one.owner >= 0) return;
  if (
    one.role?.sector !== '@' &&
    !/^(?:vice[ -])?president$|^(?:director general|administrator|treasurer)$/.test(one.role?.noun ?? '')
  )
    return;
  if ((link !== 'of' && link !== 'for' && link !== 'at') || chunk.end >= s.size) return;
  one.open = true;
  if (one.sector === 'GOV') one.sector = null;
}

/** "Under-Secretary of State for Economic Affairs Allen Wallis": the name behind the office's field is its holder's. */
function longTitle(
  s: Sentence,
  units: Units,
  all: Description[],
  mine: number,
  theirs: number,
  chunk: Chunk,
  next: Chunk,
): void {
  const title = all[mine];
  const person = all[theirs];
  const link = units.lower[next.first - 1];
  if (title.is !== 'role' || title.role?.kind !== 'person' || title.plural || person.is !== 'person') return;
  if (person.role !== null || next.first - chunk.end !== 1 || (link !== 'for' && link !== 'of')) return;
  if (person.name === null || textOf(s, next.inner, next.end).length <= person.name.length + 2) return;
  if (s.upos[next.inner] === 'DET') return;
  title.same = theirs;
}

/** The same where the tree has cut the name off from the office's field. */
function fieldThenName(
  s: Sentence,
  units: Units,
  chunks: readonly Chunk[],
  k: number,
  next: number,
  whole: Int16Array,
  all: readonly Description[],
): void {
  const title = all[whole[k]];
  const link = units.lower[chunks[next].first - 1];
  if (title.role?.kind !== 'person' || title.plural || title.is !== 'role' || title.same >= 0) return;
  if (chunks[next].first - chunks[k].end !== 1 || (link !== 'for' && link !== 'of')) return;
  const third = nextChunk(chunks, next);
  if (third < 0 || chunks[third].first !== chunks[next].end || whole[third] < 0) return;
  const person = all[whole[third]];
  if (person.is === 'person' && person.role === null && s.upos[chunks[next].inner] !== 'DET') title.same = whole[third];
}

/** "Hungarian and Romanian officials": the first country has officials of its own. */
function shareNoun(
  s: Sentence,
  units: Units,
  chunk: Chunk,
  next: Chunk,
  all: Description[],
  at: Int16Array,
  theirs: number,
  whole: Int16Array,
  k: number,
): void {
  const gap = next.first - chunk.end;
  if (gap < 1 || gap > 2) return;
  const link = units.lower[next.first - 1];
  if (link !== 'and' && link !== 'or' && link !== ',') return;
  const noun = all[theirs];
  const last = units.at[chunk.end - 1] >= 0 ? units.all[units.at[chunk.end - 1]] : null;
  if (!last || !('of' in last.what) || !last.what.of || noun.is !== 'role' || noun.of === null || noun.role === null)
    return;
  const mine = at[chunk.end - 1];
  if (mine < 0 || all[mine].is === 'person') return;
  const bare = last.what.is === 'demonym' && s.upos[chunk.end - 1] === 'ADJ' && !isSubject(s, chunk.head);
  if (!bare && !hangsIn(s, chunk.head, next)) return;
  const first = all[mine];
  const shared: Description = {
    ...first,
    is: 'role',
    name: null,
    of: last.what.of,
    sector: noun.sector,
    role: noun.role,
    roleText: noun.roleText,
    plural: noun.plural,
    basis: `words: ${textOf(s, first.first, first.end)} ... ${noun.roleText ?? ''}`,
    known: true,
    parts: [],
  };
  all[mine] = shared;
  whole[k] = mine;
  noun.parts = [mine, ...(noun.parts.length > 0 ? noun.parts : [theirs])];
}

/** True when a few steps up the tree lead from `word` into the chunk. */
function hangsIn(s: Sentence, word: number, chunk: Chunk): boolean {
  let at = s.head[word];
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    if (at >= chunk.inner && at < chunk.end) return true;
    at = s.head[at];
  }
  return false;
}
