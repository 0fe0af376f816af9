// "He", "its", "they", "we", "both countries": who is meant. Gender, number and kind must agree; near mentions and subjects are
// preferred (Lappin and Leass 1994, cut down). First persons are the speaker of the quotation that they stand in.

import { isUnder, relation } from '../language/index.js';
import { sameOffice } from './corefer.js';
import { speakerAt } from './speakers.js';
import { countryEntity, governmentEntity, type Mention, type State } from './state.js';
import type { Allegiance, Description, Entity } from './types.js';

/** How many sentences back a pronoun may reach. */
const REACH = 3;

type Person = 'he' | 'she' | 'it' | 'they' | 'we' | 'i' | 'each';

const KINDS: Readonly<Record<string, Person>> = {
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  it: 'it',
  its: 'it',
  itself: 'it',
  they: 'they',
  them: 'they',
  their: 'they',
  theirs: 'they',
  themselves: 'they',
  we: 'we',
  us: 'we',
  our: 'we',
  ours: 'we',
  ourselves: 'we',
  i: 'i',
  me: 'i',
  my: 'i',
  mine: 'i',
  myself: 'i',
  'each other': 'each',
};

/** Whom a pronoun stands for; empty when that cannot be told. */
export function resolvePronoun(
  state: State,
  d: Description,
  resolveIndex: (index: number) => readonly Entity[],
): readonly Entity[] {
  const kind = KINDS[d.name ?? ''];
  if (!kind) return relative(state, d, resolveIndex);
  if (kind === 'we' || kind === 'i') return firstPerson(state, d, kind);
  if (kind === 'each') return subjectOf(state, d, resolveIndex);
  const s = state.sentences[d.sentence];
  if (kind === 'it' && isEmpty(state, d)) return [];
  if ((kind === 'it' || kind === 'they') && saidByOther(state, d)) return [];
  const possessive = s.deprel[d.head] === 'nmod:poss' || /^(?:his|its|their)$/.test(d.name ?? '');
  const mute = speaks(state, d);
  let best: readonly Entity[] = [];
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let i = state.mentions.length - 1; i >= 0; i--) {
    const mention = state.mentions[i];
    const away = d.sentence - mention.sentence;
    if (away > REACH) break;
    if (away < 0 || (away === 0 && mention.word >= d.head)) continue;
    if (mention.description.scene) continue;
    if (away === 0 && !possessive && sameClause(state, d, mention)) continue;
    const entities = agreeing(state, mention, kind, away === 0 && d.name !== 'them');
    if (entities.length === 0 || (mute && entities.some((one) => one.role?.kind === 'thing'))) continue;
    const score = scoreOf(state, d, mention, away, kind, entities);
    if (score > bestScore) {
      best = entities;
      bestScore = score;
    }
  }
  if (best.length > 0)
    state.trace?.(`${d.name} in sentence ${d.sentence + 1}`, `stands for ${best.map((e) => e.name).join(' and ')}`);
  return best;
}

/** "Dunmore said it will defend itself": where the subject of the verb above is a name that is no actor of ours, it is that one's. */
function saidByOther(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  const { at } = state.described[d.sentence];
  let verb = s.head[d.head];
  if (verb < 0 || relation(s.deprel[d.head]) !== 'nsubj') return false;
  for (let steps = 0; steps < 6 && verb >= 0; steps++) {
    if (s.deprel[verb] === 'ccomp' || s.deprel[verb] === 'parataxis') {
      const above = s.head[verb];
      for (let w = 0; w < s.size; w++) {
        if (s.head[w] !== above || relation(s.deprel[w]) !== 'nsubj') continue;
        if (at[w] < 0) return s.upos[w] === 'PROPN';
        // A surname of nobody known is as likely a company's.
        const one = state.resolved[d.sentence][at[w]]?.[0];
        return one?.kind === 'person' && !one.role && !one.of && !one.gender && !one.name.includes(' ');
      }
    }
    verb = s.head[verb];
  }
  return false;
}

/** True for a pronoun that speaks: ships and plants do not. */
function speaks(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  const verb = s.head[d.head];
  return (
    verb >= 0 &&
    relation(s.deprel[d.head]) === 'nsubj' &&
    /^(?:say|tell|add|note|argue|believe|think|ask)$/.test(s.lemma[verb])
  );
}

/** Subject and object of one verb are not the same, but for reflexives. */
function sameClause(state: State, d: Description, mention: Mention): boolean {
  if (/sel(?:f|ves)$/.test(d.name ?? '')) return false;
  const s = state.sentences[d.sentence];
  return s.head[d.head] >= 0 && s.head[d.head] === s.head[mention.word] && s.deprel[d.head] !== 'nmod:poss';
}

function agreeing(state: State, mention: Mention, kind: Person, near: boolean): readonly Entity[] {
  const { entities, description } = mention;
  if (kind === 'they') {
    if (entities.length > 1) return entities;
    const joined = description.parts.length === 0 ? conjuncts(state, mention) : entities;
    if (joined.length > 1) return joined;
    const [one] = entities;
    const body = one.kind === 'organisation' || one.kind === 'government';
    if (one.plural || one.kind === 'group') return entities;
    return body && near ? entities : [];
  }
  if (entities.length !== 1) return [];
  const [entity] = entities;
  if (entity.plural) return kind === 'it' && entity.kind === 'group' && entity.role?.kind === 'body' ? entities : [];
  const human = entity.kind === 'person' || (entity.kind === 'unnamed' && entity.role?.kind === 'person');
  if (kind === 'it') return human ? [] : entities;
  if (!human) return [];
  if (kind === 'he') return entity.gender === 'f' ? [] : entities;
  return entity.gender === 'm' ? [] : entities;
}

/** The entities joined to a mention by "and". */
function conjuncts(state: State, mention: Mention): readonly Entity[] {
  const s = state.sentences[mention.sentence];
  const found = [...mention.entities];
  for (const other of state.mentions) {
    if (other.sentence !== mention.sentence || s.deprel[other.word] !== 'conj' || s.head[other.word] !== mention.word)
      continue;
    for (const entity of other.entities) if (!found.includes(entity)) found.push(entity);
  }
  return found;
}

function scoreOf(
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
  if (away === 0) {
    score += 10;
    // The subject of the clause that governs the pronoun's.
    const verb = other.head[mention.word];
    if (verb >= 0 && isUnder(s, d.head, verb)) score += 6;
    if (s.deprel[d.head] === 'nmod:poss') score -= Math.min(8, (d.head - mention.word) / 4);
  }
  if ((kind === 'he' || kind === 'she') && entities[0].gender === '') score -= 4;
  if (
    kind === 'it' &&
    (entities[0].kind === 'country' || entities[0].kind === 'government' || entities[0].kind === 'organisation')
  )
    score += 3;
  if (kind === 'they' && entities.length === 1 && !entities[0].plural) score -= 8;
  return score;
}

const WEATHER =
  /^(?:clear|likely|unlikely|possible|impossible|important|necessary|difficult|hard|easy|time|mistake|error|true|up|early|late|unclear|premature|essential|vital|wrong|right)$/;

/** "It is clear that", "it would be a mistake that": stands for nobody. */
function isEmpty(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  if (s.deprel[d.head] === 'expl') return true;
  if (s.head[d.head] >= 0 && s.lemma[s.head[d.head]] === 'do' && s.deprel[d.head] === 'obj') return true;
  const head = s.head[d.head];
  return head >= 0 && relation(s.deprel[d.head]) === 'nsubj' && WEATHER.test(s.lemma[head]) && s.upos[head] !== 'VERB';
}

/** "I" is the speaker, "we" the speaker's government, company or group. */
function firstPerson(state: State, d: Description, kind: Person): readonly Entity[] {
  const speaker = speakerAt(state, d.sentence, d.head);
  if (!speaker) return [];
  if (kind === 'i') return [speaker];
  if (speaker.kind !== 'person' && speaker.kind !== 'unnamed') return [speaker];
  if (speaker.of?.country && speaker.sector === 'GOV') {
    const s = state.sentences[d.sentence];
    // "Our country", "our people" is the country; "we will answer" is its government.
    const owns = s.deprel[d.head] === 'nmod:poss';
    return [owns ? countryEntity(state, speaker.of, null) : governmentEntity(state, speaker.of, null)];
  }
  return speaker.of ? [speaker] : [];
}

/** "Who" and "which" are what their clause hangs on. */
function relative(state: State, d: Description, resolveIndex: (index: number) => readonly Entity[]): readonly Entity[] {
  if (!/^(?:who|which|that|whom|whose)$/.test(d.name ?? '')) return [];
  const s = state.sentences[d.sentence];
  let at = s.head[d.head];
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    if (s.deprel[at] === 'acl:relcl' && s.head[at] >= 0) {
      const index = state.described[d.sentence].at[s.head[at]];
      return index >= 0 ? resolveIndex(index) : [];
    }
    at = s.head[at];
  }
  return [];
}

/** "Each other" is the subject of its clause with all its conjuncts. */
function subjectOf(
  state: State,
  d: Description,
  resolveIndex: (index: number) => readonly Entity[],
): readonly Entity[] {
  const s = state.sentences[d.sentence];
  const { at } = state.described[d.sentence];
  for (let verb = s.head[d.head]; verb >= 0; verb = s.head[verb]) {
    const found: Entity[] = [];
    for (let w = 0; w < s.size; w++) {
      const subject = s.head[w] === verb && relation(s.deprel[w]) === 'nsubj';
      const joined = s.deprel[w] === 'conj' && s.head[s.head[w]] === verb && relation(s.deprel[s.head[w]]) === 'nsubj';
      if ((subject || joined) && at[w] >= 0)
        for (const one of resolveIndex(at[w])) if (!found.includes(one)) found.push(one);
    }
    if (found.length > 1) return found;
  }
  return [];
}

/** "Both countries", "the two leaders": the last so many different ones of that kind. */
export function pairOf(state: State, d: Description, count: number, one?: Entity): readonly Entity[] {
  const people = d.role?.kind === 'person';
  const found: Entity[] = [];
  const bases = new Set<string>();
  if (one?.of) {
    bases.add(one.of.base);
    found.push(sideOf(state, one, one.of, d));
  }
  for (let i = state.mentions.length - 1; i >= 0 && found.length < count; i--) {
    const mention = state.mentions[i];
    if (d.sentence - mention.sentence > (people ? 4 : 6)) break;
    if (mention.description.scene && mention.weight < 2) continue;
    for (const entity of [...mention.entities].reverse()) {
      const of = entity.of;
      if (!of || bases.has(of.base) || found.length >= count) continue;
      if (people) {
        if (entity.kind !== 'person' || !entity.role || !d.role || !sameOffice(entity.role, d.role)) continue;
        bases.add(of.base);
        found.unshift(entity);
      } else if (of.country) {
        bases.add(of.base);
        found.unshift(sideOf(state, entity, of, d));
      }
    }
  }
  return found.length === count ? found : [];
}

/** The country itself, or for "sides" and "governments" its government when people of it were spoken of. */
function sideOf(state: State, entity: Entity, of: Allegiance, d: Description): Entity {
  const plain: Allegiance = { ...of, sector: null, name: entity.kind === 'country' ? entity.name : of.name };
  return d.role?.noun === 'government' ? governmentEntity(state, plain, null) : countryEntity(state, plain, null);
}
