// "He", "its", "they", "we", "both countries": who is meant. Gender, number and kind must agree; near mentions and subjects are
// preferred (Lappin and Leass 1994, cut down). First persons are the speaker of the quotation that they stand in.

import { relation } from '../language/index.js';
import { clauseSubject } from './clauses.js';
import { isSource, scoreOf, speaks } from './pronoun-score.js';
import { isEmpty, isOfThing, TO_ACTORS } from './pronoun-verbs.js';
import { speakerAt } from './speakers.js';
import { countryEntity, governmentEntity, type Mention, type State } from './state.js';
import type { Description, Entity } from './types.js';

/** How many sentences back a pronoun may reach. */
const REACH = 3;

export type Person = 'he' | 'she' | 'it' | 'they' | 'we' | 'i' | 'each';

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

/** "These measures hurt trade. They cause losses": the things that the sentence before is about. */
function isOfThings(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  const before = state.sentences[d.sentence - 1];
  if (before === undefined || before.block !== s.block || d.head > 1 || relation(s.deprel[d.head]) !== 'nsubj')
    return false;
  const root = before.head.indexOf(-1);
  for (let w = 0; w < before.size; w++) {
    if (relation(before.deprel[w]) !== 'nsubj' || before.xpos[w] !== 'NNS') continue;
    if (before.head[w] !== root && before.head[before.head[w]] !== root) continue;
    const pointed = /^(?:these|those|such)$/i.test(before.form[w - 1] ?? '');
    return pointed && state.described[d.sentence - 1].at[w] < 0;
  }
  return false;
}

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
  if (kind === 'they' && isOfThings(state, d)) return [];
  const speaker = kind === 'they' ? speakerAt(state, d.sentence, d.head) : null;
  const possessive = s.deprel[d.head] === 'nmod:poss' || /^(?:his|its|their)$/.test(d.name ?? '');
  const guest = possessive && isGuest(state, d);
  const mute = speaks(state, d);
  let best: readonly Entity[] = [];
  let bestScore = Number.NEGATIVE_INFINITY;
  let humans = 0;
  const ranks: [name: string, score: number][] = [];
  const met = new Set<Entity>();
  // "Arland said it was studying it": who is subject of the verb is not its object too.
  const bound = possessive
    ? []
    : state.mentions
        .filter((one) => one.sentence === d.sentence && one.word < d.head && sameClause(state, d, one))
        .flatMap((one) => one.entities);
  for (let i = state.mentions.length - 1; i >= 0; i--) {
    const mention = state.mentions[i];
    const away = d.sentence - mention.sentence;
    if (away > REACH) break;
    if (away < 0 || (away === 0 && mention.word >= d.head)) continue;
    if (mention.description.scene) continue;
    if (away > 1 && kind !== 'he' && kind !== 'she' && isBefore(state, mention.sentence)) continue;
    if (guest && away === 0 && mention.weight === 3) continue;
    if (away === 0 && !possessive && sameClause(state, d, mention)) continue;
    const entities = agreeing(state, mention, kind, away === 0 && d.name !== 'them');
    // Whoever speaks calls himself "we".
    if (speaker && entities.length === 1 && (entities[0] === speaker || isSource(state, mention))) continue;
    const object = kind === 'it' && away > 0 && s.deprel[d.head] === 'obj' && s.head[d.head] >= 0;
    if (object && !TO_ACTORS.test(s.lemma[s.head[d.head]])) continue;
    if (entities.length === 1 && bound.includes(entities[0])) continue;
    if (entities.length === 0 || (mute && entities.some((one) => one.role?.kind === 'thing'))) continue;
    if (!met.has(entities[0])) humans++;
    met.add(entities[0]);
    const score = scoreOf(state, d, mention, away, kind, entities);
    if (state.trace) ranks.push([entities.map((one) => one.name).join(' and '), score]);
    if (score > bestScore) {
      best = entities;
      bestScore = score;
    }
  }
  if ((kind === 'it' || kind === 'they') && best.length > 0 && isOfThing(state, d, kind, lastWord(state, d, best))) {
    state.trace?.(best[0].name, `"${d.name}" in sentence ${d.sentence + 1} is a thing named nearer by, and nobody`);
    return [];
  }
  // The only man or woman near by shows the gender of a name that tells none.
  if ((kind === 'he' || kind === 'she') && best.length === 1 && best[0].gender === '' && humans === 1)
    best[0].gender = kind === 'he' ? 'm' : 'f';
  if (state.trace) tellRanks(state, d, best, ranks);
  return best;
}

/** True for a headline and what else stands before the story: its pronouns are its own. */
function isBefore(state: State, sentence: number): boolean {
  return state.dispatch.blocks[state.sentences[sentence].block]?.kind !== 'paragraph';
}

/** The word of the nearest mention of some in the sentence of a pronoun; -1 when they are named before only. */
function lastWord(state: State, d: Description, entities: readonly Entity[]): number {
  for (let i = state.mentions.length - 1; i >= 0; i--) {
    const { sentence, word, entities: named } = state.mentions[i];
    if (sentence < d.sentence) break;
    if (word < d.head && named.includes(entities[0])) return word;
  }
  return -1;
}

/** Notes for `explain`: whom a pronoun was given to, and who else was in question. */
function tellRanks(
  state: State,
  d: Description,
  best: readonly Entity[],
  ranks: readonly (readonly [name: string, score: number])[],
): void {
  const where = `"${d.name}" in sentence ${d.sentence + 1}`;
  const taken = best.map((one) => one.name).join(' and ');
  const others = new Map<string, number>();
  for (const [name, score] of ranks) if (name !== taken) others.set(name, Math.max(score, others.get(name) ?? -999));
  const lost = [...others]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([name, score]) => `${name} ${score.toFixed(0)}`);
  const points = Math.max(...ranks.filter(([name]) => name === taken).map(([, score]) => score));
  for (const one of best)
    state.trace?.(
      one.name,
      `${where} stands for it, ${points.toFixed(0)} points${lost.length > 0 ? `; lost: ${lost.join(', ')}` : ''}`,
    );
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

/** "Accused Arland of lies and summoned its ambassador", "must protect its embassy": nobody has an envoy of his own with himself. */
function isGuest(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  const noun = s.head[d.head];
  const verb = noun < 0 ? -1 : s.head[noun];
  return (
    verb >= 0 &&
    ((/^(?:ambassador|envoy|diplomat|consul|attache)$/.test(s.lemma[noun]) &&
      /^(?:summon|expel)$/.test(s.lemma[verb])) ||
      (/^(?:embassy|consulate|mission)$/.test(s.lemma[noun]) &&
        /^(?:protect|guard|secure|besiege|storm|attack)$/.test(s.lemma[verb])))
  );
}

/** Subject and object of one verb are not the same, but for reflexives. */
function sameClause(state: State, d: Description, mention: Mention): boolean {
  if (/sel(?:f|ves)$/.test(d.name ?? '')) return false;
  const s = state.sentences[d.sentence];
  if (s.head[d.head] < 0 || s.deprel[d.head] === 'nmod:poss') return false;
  if (s.head[d.head] === s.head[mention.word]) return true;
  // "Police fired tear gas and arrested 46 of them": the joined verb's subject too.
  const part = s.form[d.head - 1] === 'of' && d.head > 1 ? d.head - 2 : d.head;
  if (
    (part === d.head ? s.deprel[part] === 'obj' : /^(?:obj|nsubj:pass)$/.test(s.deprel[part])) &&
    mention.weight === 3 &&
    clauseSubject(s, part) === mention.word
  )
    return true;
  // "Russia threatened to veto it": the subject of the verb above is that of the infinitive.
  const verb = s.head[d.head];
  const bare = s.deprel[d.head] === 'obj' && s.deprel[verb] === 'xcomp' && mention.weight === 3;
  return (
    bare &&
    s.head[verb] === s.head[mention.word] &&
    !/^(?:ask|tell|urge|order|press|force|want|allow|help|let|make)$/.test(s.lemma[s.head[verb]])
  );
}

function agreeing(state: State, mention: Mention, kind: Person, near: boolean): readonly Entity[] {
  const { entities, description } = mention;
  if (kind === 'they') {
    if (entities.length > 1) return entities;
    const joined = description.parts.length === 0 ? conjuncts(state, mention) : entities;
    if (joined.length > 1) return joined;
    const [one] = entities;
    const body = one.kind === 'organisation' || one.kind === 'government';
    if (one.plural || one.kind === 'group' || description.plural) return entities;
    return body && near ? entities : [];
  }
  if (entities.length !== 1) return [];
  const [entity] = entities;
  if (entity.plural) return kind === 'it' && isOne(entity, description) ? entities : [];
  const human = entity.kind === 'person' || (entity.kind === 'unnamed' && entity.role?.kind === 'person');
  if (kind === 'it') return human ? [] : entities;
  if (!human) return [];
  if (kind === 'he') return entity.gender === 'f' ? [] : entities;
  return entity.gender === 'm' ? [] : entities;
}

/** A group that is spoken of as one body: "the coast guard", "the army"; not "the police", "troops". */
function isOne(entity: Entity, description: Description): boolean {
  if (entity.kind !== 'group' || description.plural) return false;
  return entity.role?.kind === 'body' || (entity.role?.kind === 'group' && !/police$/.test(entity.role.noun));
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
  // The tree has hung the clause elsewhere: "blamed Holm, who said".
  if (!/^(?:who|whom|whose)$/.test(d.name ?? '')) return [];
  const before = s.form[d.head - 1] === ',' ? d.head - 2 : d.head - 1;
  const index = before >= 0 ? state.described[d.sentence].at[before] : -1;
  return index >= 0 && state.described[d.sentence].all[index].end === before + 1 ? resolveIndex(index) : [];
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
