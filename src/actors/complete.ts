// People of whom text and table tell no country or office: the owner ("its president Ida Holm"), whom they lead, the business around them,
// or the context gives it.

import { contextCountry } from './context.js';
import { inherit, TITLES_OF_ANY } from './inherit.js';
import { resolve } from './link.js';
import { plain } from './people.js';
import { principalsOf } from './principals.js';
import { townOfMate } from './scene.js';
import type { State } from './state.js';
import type { Description, Entity } from './types.js';

/** True when a company is spoken of in the same sentence or the one before, and no state. */
export function inBusiness(state: State, d: Description): boolean {
  // Two territories and one land have such an office; elsewhere it is a company's.
  if (d.role?.noun === 'chief executive')
    return !['HKG', 'MAC', 'AFG', 'CHN'].some((code) => principalsOf(state).named.has(code));
  let company = false;
  for (const sentence of [d.sentence, d.sentence - 1]) {
    for (const other of state.described[sentence]?.all ?? []) {
      if (other.is === 'country' || (other.sector === 'GOV' && other.of !== null)) return false;
      if (other.sector === 'BUS' || other.role?.sector === 'BUS') company = true;
    }
    if (
      /\b(?:Corp|Inc|Ltd|Co|Plc|PLC|AG|SA|shares?|dlrs|pct|company|bank)\b/.test(
        state.sentences[sentence]?.form.join(' ') ?? '',
      )
    )
      company = true;
  }
  return company;
}

/** "The Front denied it. 'The group is at peace,' spokesman Abel Moss said": the body that spoke just before, where it is none of a state's. */
function bodyBefore(state: State, d: Description): Entity | null {
  for (let i = state.mentions.length - 1; i >= 0; i--) {
    const { sentence, entities, weight } = state.mentions[i];
    if (d.sentence - sentence > 1) break;
    if (weight !== 3 || sentence > d.sentence) continue;
    const [entity] = entities;
    const body =
      entities.length === 1 &&
      entity.kind === 'organisation' &&
      /^(?:REB|PRM|UAF|PTY|OPP|BUS|SOC|LAB|NGO)$/.test(entity.sector ?? '');
    return body ? entity : null;
  }
  return null;
}

/** The first mention of a sentence; the latest stand last. */
function firstOf(state: State, sentence: number): State['mentions'][number] | undefined {
  let found: State['mentions'][number] | undefined;
  for (let i = state.mentions.length - 1; i >= 0 && state.mentions[i].sentence >= sentence; i--)
    if (state.mentions[i].sentence === sentence) found = state.mentions[i];
  return found;
}

/** "The Community is ready to act, a spokesman said": the international body that the sentence begins with. */
export function spokesOf(state: State, d: Description): Entity | null {
  if (!/^spokes/.test(d.role?.noun ?? '') || d.owner >= 0 || d.of || d.plural) return null;
  const first = firstOf(state, d.sentence);
  const [entity] = first?.entities ?? [];
  const body =
    first?.weight === 3 && first.entities.length === 1 && entity.kind === 'organisation' && entity.of !== null;
  return body && entity.of?.country === null && entity.of.base.startsWith('IGO') ? entity : null;
}

/** "The junta, led by General Abel Moss,": whom a person leads. */
function ledBy(state: State, d: Description): Entity | null {
  const s = state.sentences[d.sentence];
  if (d.first < 3 || s.form[d.first - 1] !== 'by' || !/^(?:led|headed|commanded|chaired)$/.test(s.form[d.first - 2]))
    return null;
  const { at } = state.described[d.sentence];
  for (let w = d.first - 3; w >= 0 && w >= d.first - 5 && !/^(?:and|or|but)$/.test(s.form[w]); w--)
    if (at[w] >= 0) return resolve(state, d.sentence, at[w])[0] ?? null;
  return null;
}

const MATES = new Set(['counterpart', 'opposite number', 'colleague']);

/** A person of whom text and table tell no country gets it from an owner ("its president Ida Holm") or the context. */
export function completePerson(state: State, d: Description, entity: Entity): void {
  // Two persons may each be told to be the other's: the second look at the first ends here.
  if (state.completing.has(d)) return;
  state.completing.add(d);
  complete(state, d, entity);
  state.completing.delete(d);
}

function complete(state: State, d: Description, entity: Entity): void {
  if (d.role && MATES.has(d.role.noun) && d.owner >= 0 && entity.role === d.role) {
    // "His Russian counterpart" holds the same office as he.
    const owner = resolve(state, d.sentence, d.owner)[0];
    if (owner?.role && owner !== entity) {
      entity.role = owner.role;
      entity.roleText = owner.roleText;
      if (owner.sector && entity.sector === 'GOV') entity.sector = owner.sector;
    }
  }
  if (d.owner >= 0 && (entity.of === null || (!entity.known && d.ownership === 'genitive'))) {
    const owners = resolve(state, d.sentence, d.owner);
    if (owners.length === 1 && owners[0].of && owners[0] !== entity && d.of === null) {
      const own = inherit(d, owners[0]);
      const town = own.of === null && d.role && MATES.has(d.role.noun) ? townOfMate(state, d) : null;
      if (town) {
        own.of = town.of;
        own.basis = `${own.basis}; ${town.basis}`;
      }
      entity.of = own.of;
      if (own.sector !== d.sector && d.role === entity.role) entity.sector = own.sector;
      entity.basis = own.basis;
      entity.known = own.known;
    }
  }
  if (entity.of === null && entity.sector === 'GOV' && d.role && TITLES_OF_ANY.has(d.role.noun)) {
    const owner = d.owner >= 0 ? resolve(state, d.sentence, d.owner)[0] : undefined;
    if (owner?.sector === 'BUS' || (owner?.kind === 'organisation' && owner.sector === null) || inBusiness(state, d)) {
      entity.sector = 'BUS';
      entity.basis = `${entity.basis}; business around`;
      return;
    }
  }
  const body =
    entity.of === null && entity.sector === 'GOV' && /^spokes/.test(d.role?.noun ?? '') && d.owner < 0 && !d.open
      ? bodyBefore(state, d)
      : null;
  if (body) {
    entity.of = body.of ? plain(body.of) : null;
    entity.sector = body.sector;
    entity.basis = `${entity.basis}; speaks for ${body.name}`;
    entity.known = false;
    return;
  }
  const led = entity.of === null ? ledBy(state, d) : null;
  if (led?.of) {
    entity.of = plain(led.of);
    entity.basis = `${entity.basis}; at the head of ${led.name}`;
    entity.known = led.known;
    return;
  }
  if (entity.of === null && entity.role && entity.sector !== null && d.role && !d.open) {
    const context = contextCountry(state, d);
    if (context) {
      entity.of = context.of;
      entity.basis = `${entity.basis}; ${context.basis}`;
      entity.known = false;
    }
  }
}
