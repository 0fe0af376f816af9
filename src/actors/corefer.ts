// "The minister", "the group", "the rebels": who was spoken of before that such words take up. Country, number and gender must not
// speak against it; the nearest wins, subjects before others.

import { relation } from '../language/index.js';
import { clauseSubject, hangsOn } from './clauses.js';
import { type State, wordsOf } from './state.js';
import type { Allegiance, Description, Entity, Role } from './types.js';
import { isOthers } from './whose.js';

/** How many sentences back a noun may reach. */
const REACH = 12;

/** The entity that a role takes up, or null. */
export function entityBefore(state: State, d: Description, of: Allegiance | null): Entity | null {
  const role = d.role;
  if (!role) return null;
  // The story tells again whom the headline has told: "a local official".
  const told = (sentence: number): boolean =>
    state.dispatch.blocks[state.sentences[sentence].block]?.kind === 'headline';
  const again = !d.definite && !isThe(state, d) && d.sentence > 0 && d.sentence < 4 && !told(d.sentence);
  const takesUp = again || d.definite || role.kind !== 'person' || (role.local && d.plural);
  if (!takesUp) return null;
  if (role.kin && d.owner < 0 && !d.definite) return null;
  if (!again && /^(?:other|another|more|a|an|some)$/i.test(state.sentences[d.sentence].form[d.first])) return null;
  let best: Entity | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  const seen = new Set<Entity>(ofSubject(state, d));
  const held = heldOne(state, d, role);
  if (held) return held;
  const ranks: [Entity, number][] = [];
  for (let i = state.mentions.length - 1; i >= 0; i--) {
    const mention = state.mentions[i];
    const away = d.sentence - mention.sentence;
    if (away > REACH) break;
    if (mention.entities.length !== 1 || (again && !told(mention.sentence))) continue;
    const [entity] = mention.entities;
    if (seen.has(entity)) continue;
    seen.add(entity);
    if (
      !fits(state, entity, d, role, of) ||
      (again && (entity.kind === 'person' || entity.roleText?.toLowerCase() !== d.roleText?.toLowerCase()))
    )
      continue;
    const score = mention.weight - away;
    if (state.trace) ranks.push([entity, score]);
    if (score > bestScore) {
      best = entity;
      bestScore = score;
    }
  }
  if (best && state.trace) {
    const lost = ranks.filter(([one]) => one !== best).map(([one, score]) => `${one.name} ${score}`);
    const others = lost.length > 0 ? `; lost: ${lost.slice(0, 3).join(', ')}` : '';
    state.trace(
      best.name,
      `"${wordsOf(state, d)}" in sentence ${d.sentence + 1} takes it up, ${bestScore} points${others}`,
    );
  }
  return best;
}

/**
 * Whoever is subject of the clause that a phrase stands in, or is spoken for by that subject: a noun phrase takes up neither ("a spokesman for the
 * Front denied any link with the group").
 */
function ofSubject(state: State, d: Description): readonly Entity[] {
  const s = state.sentences[d.sentence];
  const below = /^(?:obj|iobj|obl|nmod)$/.test(relation(s.deprel[d.head]));
  const subject = !below || d.role?.kind === 'person' || d.owner >= 0 ? -1 : clauseSubject(s, d.head);
  if (subject < 0) return [];
  return state.mentions
    .filter(({ sentence, word, description }) => {
      return sentence === d.sentence && word < d.head && description.is !== 'pronoun' && hangsOn(s, word, subject);
    })
    .flatMap(({ entities }) => entities);
}

const HELD = /^(?:captive|hostage|detainee|prisoner|abductee|victim|inmate)$/;
const SEIZED = /^(?:kidnap|abduct|seize|hold|capture|detain|take|snatch|imprison|jail|kill|release|free)$/;

/** "The captive": the one who was told to be held. */
function heldOne(state: State, d: Description, role: Role): Entity | null {
  if (!HELD.test(role.noun) || d.plural || !d.definite || d.of) return null;
  for (let i = state.mentions.length - 1; i >= 0; i--) {
    const { sentence, word, entities, description } = state.mentions[i];
    if (d.sentence - sentence > REACH) break;
    const [entity] = entities;
    if (entities.length !== 1 || entity.kind !== 'person' || entity.plural) continue;
    const s = state.sentences[sentence];
    const verb = s.head[word];
    const patient = s.deprel[word] === 'obj' || s.deprel[word] === 'nsubj:pass' || relation(s.deprel[word]) === 'acl';
    if (verb >= 0 && patient && SEIZED.test(s.lemma[verb])) return entity;
    const captors = state.described[sentence].all.some(
      (one) => one.role?.sector === 'CRM' && one.owner >= 0 && state.described[sentence].all[one.owner] === description,
    );
    if (captors) return entity;
  }
  return null;
}

function fits(state: State, entity: Entity, d: Description, role: Role, of: Allegiance | null): boolean {
  if (of && entity.of?.base !== of.base) return false;
  if (d.gender && entity.gender && d.gender !== entity.gender) return false;
  const former = (sector: string | null): boolean => sector === 'ELI';
  if (former(d.sector) !== former(entity.sector) && d.roleText && /former|ex-/.test(d.roleText)) return false;
  // "Six surveyors ... the six men": of no office, and as many.
  if (role.noun === 'man' && d.plural && d.definite && (entity.kind === 'unnamed' || entity.kind === 'group')) {
    const people = entity.plural && entity.role !== null && /^(?:person|group)$/.test(entity.role.kind);
    const few = entity.role?.kind === 'person' || entity.count > 0;
    return people && few && (d.count === 0 || entity.count === 0 || d.count === entity.count);
  }
  // "The Texas Democrat", "the senator": a member of parliament, whatever office he was named with.
  if (
    /^(?:Democrat|Republican|senator|congressman|congresswoman|lawmaker)$/.test(role.noun) &&
    d.definite &&
    !d.plural &&
    entity.kind === 'person'
  )
    return entity.sector === 'LEG';
  if (role.kind === 'person') {
    if (entity.plural !== d.plural || (entity.kind !== 'person' && entity.kind !== 'unnamed')) return false;
    if (isOthers(state, d, entity)) return false;
    // A word of its own country needs no earlier mention; without one, or with "the", the office must agree.
    if (!entity.role) return false;
    if (d.sector && entity.sector && d.sector !== entity.sector && role.sector !== '@' && d.sector !== 'UNK')
      return false;
    // "The diplomat", "the top U.S. diplomat": who speaks or stands for a foreign ministry.
    const foreign = /foreign|secretary of state|external affairs/i.test(`${entity.roleText} ${entity.role.noun}`);
    if (role.noun === 'diplomat' && foreign && entity.sector === 'GOV') return d.definite;
    return sameOffice(entity.role, role);
  }
  if (entity.kind === 'person' || entity.kind === 'country' || role.sector === null) return false;
  // "Moslem forces" are others than "his forces".
  if (entity.role?.noun === role.noun && isSpecial(state, d, entity)) return false;
  if (/^foreign$/.test(state.sentences[d.sentence].form[d.first]) && !d.definite) return false;
  if (entity.role?.noun === role.noun) return entity.plural === (d.plural || role.kind === 'group') && of === null;
  // "The militant group" takes up whoever fights under a name.
  const armed = ARMED.has(role.sector ?? '') && ARMED.has(entity.sector ?? '');
  if (armed && d.definite && !d.plural && of === null && FIGHTERS.test(role.noun) && entity.kind === 'organisation')
    return true;
  const league = /^(?:bloc|alliance)$/.test(role.noun) && entity.of !== null && entity.of.country === null;
  const relief =
    role.sector === 'SOC' && /^(?:aid|relief|humanitarian) (?:agency|group|organi[sz]ation)$/.test(role.noun);
  const named =
    /^(?:court|tribunal|party)$/.test(role.noun) && entity.kind === 'organisation' && !entity.plural && d.definite;
  if (
    !(role.bound || league || relief || named) ||
    d.plural ||
    role.kind === 'thing' ||
    !(d.definite || isThe(state, d))
  )
    return false;
  // "The company" is one, and no "U.S. steelmakers".
  if (entity.plural && entity.kind === 'organisation' && /(?:s|men)$/.test(entity.name) && role.kind === 'body')
    return false;
  if (/^[A-Z].* [A-Z]/.test(d.roleText ?? '')) return false;
  if (entity.kind !== 'organisation' && entity.kind !== 'group') return false;
  return sameSort(entity, role);
}

/** True for a noun without article behind a word with a capital that the one before does not have. */
function isSpecial(state: State, d: Description, entity: Entity): boolean {
  const { form } = state.sentences[d.sentence];
  if (d.definite || d.head === d.first || form[d.head] === form[d.head].toUpperCase()) return false;
  for (let i = Math.max(1, d.first); i < d.head; i++)
    if (/^[A-Z][a-z]/.test(form[i]) && !entity.name.includes(form[i])) return true;
  return false;
}

/** An article that the tree has left outside: "should the bloc retaliate". */
function isThe(state: State, d: Description): boolean {
  return /^the$/i.test(state.sentences[d.sentence].form[d.first - 1] ?? '');
}

const ARMED = new Set(['REB', 'UAF', 'PRM']);
const FIGHTERS = /(?:group|militia|movement|faction|force|organi[sz]ation)$/;

/** "The group" takes up a named body; "the company" a business. */
function sameSort(entity: Entity, role: Role): boolean {
  const last = entity.name.toLowerCase().split(/[\s-]/).at(-1) ?? '';
  const noun = role.noun.split(' ').at(-1) ?? '';
  // "The Global Relief Movement": a name of its own.
  if (entity.sector === 'JRN' && noun !== 'agency') return last === noun;
  // "The bank" is seldom a central bank that was told of.
  if (noun === 'bank' && entity.sector === 'GOV') return false;
  if (last === noun || entity.name.toLowerCase().includes(noun)) return true;
  switch (noun) {
    case 'group':
    case 'movement':
    case 'organisation':
    case 'organization':
    case 'body':
    case 'alliance':
    case 'bloc':
      return (
        entity.kind === 'organisation' &&
        entity.sector !== 'BUS' &&
        entity.sector !== 'GOV' &&
        !(/^(?:group|movement)$/.test(noun) && entity.of?.base === 'IGOUNO')
      );
    case 'party':
      return entity.sector === 'PTY' || entity.sector === 'OPP';
    case 'company':
    case 'firm':
    case 'corporation':
    case 'airline':
    case 'manufacturer':
    case 'maker':
    case 'producer':
    case 'carrier':
      return entity.sector === 'BUS' && entity.kind === 'organisation';
    case 'agency':
      if (role.sector === 'SOC')
        return entity.kind === 'organisation' && (entity.of?.country === null || entity.sector === 'SOC');
      return (
        entity.kind === 'organisation' && (entity.sector === 'JRN' || entity.sector === null || entity.sector === 'GOV')
      );
    default:
      return false;
  }
}

const LEADERS = new Set([
  'president',
  'prime minister',
  'premier',
  'chancellor',
  'king',
  'queen',
  'emir',
  'sultan',
  'shah',
  'supreme leader',
  'general secretary',
  'head of state',
  'leader',
  'party leader',
  'monarch',
  'emperor',
  'chief executive',
  'dictator',
]);
const LEGISLATORS = new Set([
  'lawmaker',
  'legislator',
  'parliamentarian',
  'senator',
  'sen.',
  'congressman',
  'congresswoman',
  'rep.',
  'member of parliament',
  'member of congress',
  'MP',
  'Republican',
  'Democrat',
]);
const SPEAKERS = new Set(['spokesman', 'spokeswoman', 'spokesperson', 'press secretary', 'foreign ministry spokesman']);
const ENVOYS = new Set([
  'diplomat',
  'envoy',
  'special envoy',
  'ambassador',
  'negotiator',
  'trade representative',
  'mediator',
  'emissary',
  'chief negotiator',
]);

/** Two nouns for one office: the same, the same head, or of one family. */
export function sameOffice(a: Role, b: Role): boolean {
  if (a.noun === b.noun) return true;
  const headA = headOf(a.noun);
  const headB = headOf(b.noun);
  // "The minister" takes up a foreign minister, but a foreign minister is no defence minister.
  if (headA === headB && (a.noun === headA || b.noun === headB))
    return a.noun !== 'prime minister' || b.noun === 'premier';
  if (b.noun === 'premier' || a.noun === 'premier') return a.noun === 'prime minister' || b.noun === 'prime minister';
  if (b.noun === 'leader' || a.noun === 'leader') return LEADERS.has(a.noun) && LEADERS.has(b.noun);
  if (b.noun === 'lawmaker' || b.noun === 'legislator' || (b.noun === 'senator' && a.noun === 'sen.'))
    return LEGISLATORS.has(a.noun);
  if (SPEAKERS.has(a.noun) && SPEAKERS.has(b.noun)) return true;
  if (b.noun === 'aide') return a.kin || SPEAKERS.has(a.noun) || a.noun === 'adviser';
  if (b.noun === 'official') return a.sector === 'GOV' && !a.office && a.noun !== 'minister';
  return ENVOYS.has(a.noun) && ENVOYS.has(b.noun) && (b.noun === 'diplomat' || b.noun === 'envoy');
}

function headOf(noun: string): string {
  const stop = noun.indexOf(' of ');
  const words = (stop > 0 ? noun.slice(0, stop) : noun).split(/[\s-]/);
  return words[words.length - 1];
}
