// Makes the records of the cast, and the tables by which later stages ask who a word stands for.

import type { Sentence } from '../language/index.js';
import type { Actor, ActorRef, Span } from '../records.js';
import { codeOf, countryCode, isBreakaway } from './allegiance.js';
import type { Cast } from './index.js';
import type { State } from './state.js';
import type { Description, Entity } from './types.js';

const NONE: readonly ActorRef[] = [];

/** The cast of a dispatch whose descriptions are all resolved. */
export function buildCast(state: State): Cast {
  const met = state.entities.filter((entity) => entity.mentions.length > 0);
  const first = (entity: Entity): number => Math.min(...entity.mentions.map(([start]) => start));
  const order = met
    .map((entity) => ({ entity, at: first(entity) }))
    .sort((a, b) => a.at - b.at || a.entity.order - b.entity.order);
  const actors = new Map<Entity, Actor>();
  const byId = new Map<string, Actor>();
  for (const { entity } of order) {
    const actor = actorOf(entity, `a${actors.size + 1}`);
    actors.set(entity, actor);
    byId.set(actor.id, actor);
    state.trace?.(
      actor.id,
      `${actor.name}: ${actor.code}, ${actor.known ? 'known' : 'implied'}, from ${actor.basis || 'nothing'}`,
    );
  }
  const alone = (sentence: number, word: number): readonly ActorRef[] => {
    const index = state.described[sentence]?.at[word] ?? -1;
    return index < 0 ? NONE : refs(state, sentence, index, actors);
  };
  const at = (sentence: number, word: number): readonly ActorRef[] => withConjuncts(state, sentence, word, actors);
  return { actors: [...actors.values()], at, alone, byId: (id) => byId.get(id) };
}

/** An international body has the code of its own; its officials add their sector to it. */
function international(entity: Entity): boolean {
  return entity.kind === 'organisation' && entity.of !== null && entity.of.country === null && entity.of.base !== '---';
}

function actorOf(entity: Entity, id: string): Actor {
  const spans = [...entity.mentions].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const mentions = spans.filter((span, i) => i === 0 || span[0] !== spans[i - 1][0] || span[1] !== spans[i - 1][1]);
  // Who governs and fights for a state that broke away is, to the one that it left and in PLOVER, a rebel.
  const sector = isBreakaway(entity.of) && /^(?:GOV|MIL|)$/.test(entity.sector ?? '') ? 'REB' : entity.sector;
  return {
    id,
    name: entity.name,
    kind: entity.kind,
    country: countryCode(entity.of),
    sector,
    code: codeOf(entity.of, international(entity) ? null : sector),
    role: entity.roleText,
    basis: entity.basis,
    known: entity.known,
    mentions,
  };
}

/** The references of one description: its entities with its own words. */
function refs(state: State, sentence: number, index: number, actors: ReadonlyMap<Entity, Actor>): readonly ActorRef[] {
  const entities = state.resolved[sentence][index];
  if (!entities || entities.length === 0) return NONE;
  const description = state.described[sentence].all[index];
  const span = spanOf(state.sentences[sentence], description);
  const text = state.dispatch.text.slice(span[0], span[1]);
  const found: ActorRef[] = [];
  for (const entity of entities) {
    const actor = actors.get(entity);
    if (!actor) continue;
    found.push({ actor: actor.id, text, span, code: actor.code, country: actor.country, sector: actor.sector });
  }
  return found;
}

function spanOf(s: Sentence, description: Description): Span {
  return [s.start[description.first], s.end[description.end - 1]];
}

/** The description at a word, the parts that share its noun, and all that is joined to it. */
function withConjuncts(
  state: State,
  sentence: number,
  word: number,
  actors: ReadonlyMap<Entity, Actor>,
): readonly ActorRef[] {
  const s = state.sentences[sentence];
  if (!s || word < 0 || word >= s.size) return NONE;
  const described = state.described[sentence];
  const indices: number[] = [];
  const visit = (from: number, depth: number): void => {
    const index = described.at[from];
    const description = index >= 0 ? described.all[index] : null;
    if (description && depth === 0 && description.head !== from && state.sentences[sentence].deprel[from] === 'amod') {
      indices.push(index);
      return;
    }
    if (index >= 0) {
      for (const part of description?.parts.length ? description.parts : [index]) {
        if (!indices.includes(part)) indices.push(part);
      }
    }
    if (depth > 8) return;
    const first = description ? description.head : from;
    for (let w = first + 1; w < s.size; w++) {
      if (s.head[w] === first && s.deprel[w] === 'conj' && w !== from) visit(w, depth + 1);
    }
  };
  visit(word, 0);
  const found: ActorRef[] = [];
  for (const index of indices) {
    for (const ref of refs(state, sentence, index, actors)) {
      if (!found.some((one) => one.actor === ref.actor)) found.push(ref);
    }
  }
  return found;
}
