// What is known of the cast while a dispatch is being read: the people and bodies met so far, and who was meant where.

import type { Sentence } from '../language/index.js';
import type { ActorKind, Dispatch, PlaceMention, Trace } from '../records.js';
import { homeland } from './allegiance.js';
import type { Described } from './describe.js';
import { weightOf } from './grammar.js';
import type { Allegiance, Description, Entity } from './types.js';

/** One mention that has been resolved. */
export interface Mention {
  readonly sentence: number;
  readonly word: number;
  readonly weight: number;
  readonly entities: readonly Entity[];
  readonly description: Description;
}

/** The reading of one dispatch. */
export interface State {
  readonly dispatch: Dispatch;
  readonly sentences: readonly Sentence[];
  readonly described: readonly Described[];
  readonly places: readonly PlaceMention[];
  readonly date: string | null;
  readonly entities: Entity[];
  readonly byKey: Map<string, Entity>;
  /** By sentence and description: whom it stands for; null while it is being found out. */
  readonly resolved: (readonly Entity[] | null | undefined)[][];
  /** Resolved mentions in the order of the text. */
  readonly mentions: Mention[];
  /** Persons whose country is being looked for: two may each be told to be the other's. */
  readonly completing: Set<Description>;
  readonly trace: Trace | undefined;
}

export function newState(
  input: { dispatch: Dispatch; sentences: readonly Sentence[]; places: readonly PlaceMention[] },
  described: readonly Described[],
  trace: Trace | undefined,
): State {
  return {
    ...input,
    described,
    date: input.dispatch.date?.value ?? null,
    entities: [],
    byKey: new Map(),
    resolved: described.map((one) => one.all.map(() => undefined)),
    mentions: [],
    completing: new Set(),
    trace,
  };
}

/** A new entity, from what a description says. */
export function newEntity(state: State, kind: ActorKind, name: string, from: Partial<Entity>): Entity {
  const entity: Entity = {
    order: state.entities.length,
    name,
    kind,
    of: null,
    sector: null,
    role: null,
    roleText: null,
    gender: '',
    plural: false,
    count: 0,
    basis: '',
    known: false,
    mentions: [],
    last: -1,
    weight: 0,
    ...from,
  };
  state.entities.push(entity);
  return entity;
}

/** The entity of a key, made when it is not there. */
export function keyed(state: State, key: string, make: () => Entity): Entity {
  const there = state.byKey.get(key);
  if (there) return there;
  const made = make();
  state.byKey.set(key, made);
  return made;
}

/** The country or region itself. */
export function countryEntity(state: State, of: Allegiance, description: Description | null): Entity {
  const key = `country:${of.base}`;
  const home = homeland(of);
  return keyed(state, key, () =>
    newEntity(state, 'country', home.name, {
      of: home,
      basis: description?.basis ?? `context: ${of.name}`,
      known: description?.known ?? false,
    }),
  );
}

/** The government of a country. */
export function governmentEntity(state: State, of: Allegiance, description: Description | null): Entity {
  const plain = homeland(of);
  const entity = keyed(state, `government:${of.base}`, () =>
    newEntity(state, 'government', `government of ${plain.name}`, {
      of: plain,
      sector: 'GOV',
      basis: description?.basis ?? `context: ${of.name}`,
      known: description?.known ?? false,
    }),
  );
  return entity;
}

/** Notes a mention of whom a description stands for. */
export function note(state: State, sentence: number, description: Description, entities: readonly Entity[]): void {
  const s = state.sentences[sentence];
  const weight = weightOf(s, description.head);
  for (const entity of entities) {
    entity.mentions.push([s.start[description.first], s.end[description.end - 1]]);
    entity.last = sentence;
    entity.weight = weight;
  }
  state.mentions.push({ sentence, word: description.head, weight, entities, description });
}

/** The words of a description as they stand. */
export function wordsOf(state: State, description: Description): string {
  const s = state.sentences[description.sentence];
  return state.dispatch.text.slice(s.start[description.first], s.end[description.end - 1]).replace(/\s+/g, ' ');
}
