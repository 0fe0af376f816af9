// The country of somebody whose own words tell none, from what stands around: the scene of the sentence, whoever was spoken of
// just before, the dateline. All of it is inference, and is marked so.

import { country } from '../gazetteer/index.js';
import type { PlaceMention } from '../records.js';
import { homeland, ofCountry } from './allegiance.js';
import type { State } from './state.js';
import type { Allegiance, Description } from './types.js';

export interface Context {
  readonly of: Allegiance;
  readonly basis: string;
}

/** The implied country of a role, or null. */
export function contextCountry(state: State, d: Description): Context | null {
  const role = d.role;
  // Envoys who are told of without a country are of any.
  if (!role || (role.noun === 'diplomat' && !d.definite)) return null;
  const europe = role.noun === 'commission' ? theCommission(state, d) : null;
  if (europe) return europe;
  if (role.local) return scene(state, d) ?? spoken(state, d, 1) ?? dateline(state) ?? ahead(state, d);
  if (role.office || (role.kind === 'body' && role.sector !== '@' && !role.bound)) {
    return spoken(state, d, 3) ?? scene(state, d) ?? dateline(state) ?? ahead(state, d);
  }
  if (role.sector === '@' || role.kin || role.sector === 'GOV') {
    return official(state, d) ?? spoken(state, d, 1) ?? (role.sector === 'GOV' ? scene(state, d) : null);
  }
  // Those to whom things happen are of the place where they happen, unless the words say otherwise.
  if (role.sector && BYSTANDERS.has(role.sector) && !role.bound) return scene(state, d);
  if (role.sector === 'LEG' || role.sector === 'MIL') return spoken(state, d, 2);
  return null;
}

/** "The Commission" with its capital, where the European Community was spoken of, is that one's. */
function theCommission(state: State, d: Description): Context | null {
  if (state.sentences[d.sentence].form[d.head] !== 'Commission') return null;
  for (let i = state.mentions.length - 1; i >= 0; i--) {
    for (const { of, name } of state.mentions[i].entities) {
      if (of?.base.startsWith('IGOEUR')) return { of: { ...of, sector: null }, basis: `context: ${name}` };
    }
  }
  return null;
}

const BYSTANDERS = new Set(['CVL', 'UNK', 'JRN', 'REL', 'LAB', 'MED', 'AGR', 'REF']);

/** A country or a place of one that is the scene of the sentence. */
function scene(state: State, d: Description): Context | null {
  for (const other of state.described[d.sentence].all) {
    if (
      other.is === 'country' &&
      other.of?.country &&
      other.sector === null &&
      (other.scene || afterPlaceWord(state, other))
    ) {
      return { of: homeland(other.of), basis: `scene: ${other.name}` };
    }
  }
  const [start, end] = state.sentences[d.sentence].span;
  for (const place of state.places) {
    if (place.span[0] < start || place.span[1] > end || !place.country || !inside(state, place)) continue;
    const home = country(place.country);
    if (home) return { of: ofCountry(home), basis: `scene: ${place.name}` };
  }
  return null;
}

/** True for "in Szohod", "at the port of Vars"; not for "near", "to", "of". */
function inside(state: State, place: PlaceMention): boolean {
  const before = state.dispatch.text.slice(Math.max(0, place.span[0] - 40), place.span[0]).toLowerCase();
  return /\b(?:in|at|inside|throughout|across|outside) (?:the )?(?:[a-z-]+ ){0,2}$/.test(before);
}

function afterPlaceWord(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  return d.first > 0 && /^(?:in|throughout|across|inside|at)$/i.test(s.form[d.first - 1]);
}

/** The country that was spoken of last, within some sentences back; subjects before others. */
function spoken(state: State, d: Description, back: number): Context | null {
  let best: { of: Allegiance; name: string; score: number } | null = null;
  for (let i = state.mentions.length - 1; i >= 0 && i >= state.mentions.length - 40; i--) {
    const mention = state.mentions[i];
    const away = d.sentence - mention.sentence;
    if (away > back) break;
    for (const entity of mention.entities) {
      if (!entity.of?.country || entity.mentions.length === 0) continue;
      // What was only inferred is no ground for more; nor is a country word before a noun ("the Iran affair").
      if (entity.basis.includes('context:') || mention.description.attributive || mention.description.scene) continue;
      const score = mention.weight - 2 * away + (away === 0 ? leads(state, mention, entity.of.country) : 0);
      if (!best || score > best.score) best = { of: entity.of, name: entity.name, score };
    }
  }
  return best ? { of: homeland(best.of), basis: `context: ${best.name}` } : null;
}

/** Of two subjects before a title the one of the main clause, or of the dateline, tells more. */
function leads(state: State, mention: State['mentions'][number], home: string): number {
  const s = state.sentences[mention.sentence];
  const verb = s.head[mention.word];
  const aside = mention.weight === 3 && verb >= 0 && /^(?:advcl|acl)/.test(s.deprel[verb]);
  const here = state.dispatch.datelinePlaces.some((place) => place.country === home);
  return (aside ? -0.5 : 0) + (here ? 0.5 : 0);
}

/** The country of whoever is titled by one further on in the sentence: "President Holm has banned Arland opposition parties". */
function ahead(state: State, d: Description): Context | null {
  for (const other of state.described[d.sentence].all) {
    if (other.first > d.first && other.of?.country && (other.is === 'role' || other.is === 'person')) {
      return { of: homeland(other.of), basis: `context: ${other.roleText ?? other.name}` };
    }
  }
  return null;
}

/** "The country", "the nation": the one that was spoken of last. */
export function theCountry(state: State, d: Description): Allegiance | null {
  return spoken(state, d, 3)?.of ?? null;
}

/** The country of the official who was spoken of last: "Aides have said ...". */
function official(state: State, d: Description): Context | null {
  for (let i = state.mentions.length - 1; i >= 0; i--) {
    const { sentence, entities } = state.mentions[i];
    if (d.sentence - sentence > 3) break;
    for (const entity of entities) {
      if (entity.of && (entity.kind === 'person' || entity.kind === 'unnamed') && entity.sector === 'GOV') {
        return { of: homeland(entity.of), basis: `context: ${entity.name}` };
      }
    }
  }
  return null;
}

function dateline(state: State): Context | null {
  const places = state.dispatch.datelinePlaces.filter((place) => place.country);
  if (places.length !== 1) return null;
  const home = country(places[0].country as string);
  return home ? { of: ofCountry(home), basis: `dateline: ${places[0].name}` } : null;
}
