// How well a mention fits a pronoun: nearness, the roles of both, whoever the sentence is about, who tells and who is told of (Lappin and Leass 1994,
// cut down). Points; the highest is taken.

import { isUnder, relation } from '../language/index.js';
import type { Person } from './pronouns.js';
import { isQuoted } from './speakers.js';
import type { Mention, State } from './state.js';
import type { Description, Entity } from './types.js';

export function scoreOf(
  state: State,
  d: Description,
  mention: Mention,
  away: number,
  kind: Person,
  entities: readonly Entity[],
): number {
  const s = state.sentences[d.sentence];
  let score = 10 * mention.weight - 22 * away;
  const other = state.sentences[mention.sentence];
  if (relation(s.deprel[d.head]) === 'nsubj' && mention.weight === 3) score += 6;
  // A mention inside another's phrase ("Russia's president") is less at hand than the whole.
  if (other.deprel[mention.word] === 'nmod:poss' || other.deprel[mention.word] === 'nmod') score -= 5;
  // Whoever the sentence is about, before those whom it quotes.
  const governor = other.head[mention.word];
  if (away > 0 && mention.weight === 3 && governor >= 0 && other.head[governor] < 0) score += 8;
  // What is named inside a quotation is seldom taken up outside of it.
  if (isQuoted(state, other.start[mention.word]) && !isQuoted(state, s.start[d.head])) score -= away === 0 ? 24 : 8;
  if (away === 0) {
    score += 10;
    // The subject of the clause that governs the pronoun's.
    const verb = other.head[mention.word];
    if (verb >= 0 && isUnder(s, d.head, verb)) score += 6;
    // "Sudan's army said it had seen none": whoever says it, before the subject of a clause beside that.
    if (verb >= 0 && mention.weight === 3 && isTold(s, d.head, verb)) score += 8;
    if (s.deprel[d.head] === 'nmod:poss') score -= Math.min(8, (d.head - mention.word) / 4);
  }
  if ((kind === 'he' || kind === 'she') && entities[0].gender === '') score -= 4;
  if (
    kind === 'it' &&
    (entities[0].kind === 'country' || entities[0].kind === 'government' || entities[0].kind === 'organisation')
  )
    score += 3;
  if (kind === 'they' && entities.length > 1 && away > 1) score -= 6;
  if (isAccused(state, d, mention)) score += 24;
  // "They work for Dunmore, it said": whoever is spoken of in what is told does not tell it.
  const told = s.head[d.head];
  if (away === 0 && speaks(state, d) && mention.word < told && isUnder(s, mention.word, told) && d.head > mention.word)
    score -= 30;
  if (away > 0 && mention.weight === 3 && speaks(state, d) && isSource(state, mention)) score += 6;
  if (kind === 'they' && entities.length === 1 && !entities[0].plural) score -= mention.description.plural ? 4 : 8;
  // Ships and plants do little of themselves.
  if (kind === 'they' && entities.every((one) => one.role?.kind === 'thing')) score -= 12;
  // "Diplomats said the allies gave the Serbs a week to pull back their guns": those who tell are not those told of.
  if (kind === 'they' && !speaks(state, d) && isSource(state, mention)) score -= 12;
  return score;
}

/** True when a word is subject in a clause that a verb governs as what is told. */
function isTold(s: State['sentences'][number], word: number, verb: number): boolean {
  const own = s.head[word];
  return own >= 0 && relation(s.deprel[word]) === 'nsubj' && s.deprel[own] === 'ccomp' && s.head[own] === verb;
}

/** What is done to suspects, and what suspects do. */
const CAUGHT =
  /^(?:arrest|detain|charge|accuse|convict|sentence|hold|try|indict|suspect|seize|question|jail|imprison|release|expel)$/;

const PLEADS = /^(?:deny|plead|confess|appeal|face|admit|insist)$/;

/** "Police arrested two men. They deny any wrongdoing": the men. */
function isAccused(state: State, d: Description, mention: Mention): boolean {
  const s = state.sentences[d.sentence];
  const verb = s.head[d.head];
  const other = state.sentences[mention.sentence];
  const deed = other.head[mention.word];
  if (verb < 0 || deed < 0 || relation(s.deprel[d.head]) !== 'nsubj' || mention.sentence === d.sentence) return false;
  const accused = PLEADS.test(s.lemma[verb]) || (s.deprel[d.head] === 'nsubj:pass' && CAUGHT.test(s.lemma[verb]));
  const patient = other.deprel[mention.word] === 'obj' || other.deprel[mention.word] === 'nsubj:pass';
  return accused && patient && CAUGHT.test(other.lemma[deed]);
}

/** True for the subject of a verb of speech in a mention's sentence. */
export function isSource(state: State, mention: Mention): boolean {
  const s = state.sentences[mention.sentence];
  const verb = s.head[mention.word];
  return (
    verb >= 0 &&
    relation(s.deprel[mention.word]) === 'nsubj' &&
    /^(?:say|tell|report|add|deny|confirm|announce|insist)$/.test(s.lemma[verb])
  );
}

/** True for a pronoun that speaks: ships and plants do not. */
export function speaks(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  const verb = s.head[d.head];
  return (
    verb >= 0 &&
    relation(s.deprel[d.head]) === 'nsubj' &&
    /^(?:say|tell|add|note|argue|believe|think|ask)$/.test(s.lemma[verb])
  );
}
