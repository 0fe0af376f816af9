// The country of somebody whose own words tell none, from what stands around: the scene of the sentence, whoever was spoken of
// just before, the country that the dispatch gives such actors elsewhere, the dateline. Each has its points (in the manner of Lappin and
// Leass 1994, with the weights set by reading dispatches); when two countries come out alike, neither is taken. All of it is inference.

import { country } from '../gazetteer/index.js';
import { isUnder, relation } from '../language/index.js';
import type { PlaceMention } from '../records.js';
import { homeland, ofCountry } from './allegiance.js';
import { principalsOf } from './principals.js';
import { type State, wordsOf } from './state.js';
import type { Allegiance, Description, Role } from './types.js';

export interface Context {
  readonly of: Allegiance;
  readonly basis: string;
}

/** A country that might be meant. */
interface Candidate {
  readonly of: Allegiance;
  basis: string;
  score: number;
  readonly why: string[];
}

/** What may tell the country of a sort of role. */
interface Search {
  /** How many sentences back; -1 for no mention at all. */
  readonly back: number;
  readonly scene: number;
  readonly dateline: number;
  readonly ahead: boolean;
  /** Officials who were spoken of reach further and count for more. */
  readonly officials: boolean;
}

const BYSTANDERS = new Set(['CVL', 'UNK', 'JRN', 'REL', 'LAB', 'MED', 'AGR', 'REF']);
const ENVOYS = /^(?:diplomat|ambassador|envoy|special envoy|delegate|negotiator|mediator|emissary|attache|consul)$/;

function searchFor(role: Role): Search | null {
  if (role.local) return { back: 1, scene: 3, dateline: 1.2, ahead: true, officials: false };
  if (role.office || (role.kind === 'body' && role.sector !== '@' && !role.bound))
    return { back: 3, scene: 1, dateline: 1, ahead: true, officials: false };
  if (role.sector === '@' || role.kin || role.sector === 'GOV')
    return { back: 1, scene: role.sector === 'GOV' ? 1 : 0, dateline: 0, ahead: false, officials: true };
  // Those to whom things happen are of the place where they happen, unless the words say otherwise.
  if (role.sector && BYSTANDERS.has(role.sector) && !role.bound)
    return { back: -1, scene: 3, dateline: 0, ahead: false, officials: false };
  if (role.sector === 'LEG' || role.sector === 'MIL')
    return { back: 2, scene: 0, dateline: 0, ahead: false, officials: false };
  return null;
}

/** Below this nothing is inferred; below this difference two countries are not told apart. */
const LEAST = 0.9;
const MARGIN = 0.15;

/** The implied country of a role, or null. */
export function contextCountry(state: State, d: Description): Context | null {
  const role = d.role;
  // Envoys who are told of without a country are of any, and of several factions each is its own.
  if (!role || (ENVOYS.test(role.noun) && !d.definite)) return null;
  if (role.sector === '@' && (d.count > 1 || (d.plural && role.kind === 'group'))) return null;
  const europe = role.noun === 'commission' ? theCommission(state, d) : null;
  if (europe) return europe;
  const search = searchFor(role);
  if (!search) return null;
  const [best, ...others] = candidates(state, d, role, search);
  if (!best || best.score < LEAST) return null;
  const second = others[0];
  if (state.trace) {
    const points = (one: Candidate): string => `${one.of.name} ${one.score.toFixed(1)} (${one.why.join(', ')})`;
    state.trace(wordsOf(state, d), `country looked for around it: ${points(best)}`);
    if (others.length > 0) state.trace(wordsOf(state, d), `lost: ${others.slice(0, 4).map(points).join('; ')}`);
  }
  if (second && best.score - second.score < MARGIN) {
    state.trace?.(wordsOf(state, d), `${best.of.name} and ${second.of.name} come out alike: no country is taken`);
    return null;
  }
  return { of: best.of, basis: best.basis };
}

const SPEAKS =
  /^(?:say|tell|add|report|announce|confirm|deny|warn|note|state|declare|insist|comment|disclose|reveal|estimate|acknowledge|admit|believe)$/;

/** True for those on whose word something is told: "officials said", "according to police". */
function isSource(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  const verb = s.head[d.head];
  if (verb >= 0 && relation(s.deprel[d.head]) === 'nsubj') return SPEAKS.test(s.lemma[verb]);
  return d.first > 1 && /^according$/i.test(s.form[d.first - 2]);
}

/** The countries that may be meant, from the best to the least. */
function candidates(state: State, d: Description, role: Role, search: Search): Candidate[] {
  const found = new Map<string, Candidate>();
  const { share, kinds } = principalsOf(state);
  const add = (of: Allegiance, points: number, basis: string, why: string): void => {
    if (!of.country || points === 0) return;
    const there = found.get(of.country);
    if (!there) found.set(of.country, { of: homeland(of), basis, score: points, why: [why] });
    else {
      if (points > there.score) there.basis = basis;
      there.score += points;
      there.why.push(why);
    }
  };
  const source = isSource(state, d);
  if (search.scene > 0) {
    const where = scene(state, d);
    if (where) {
      const weight = 0.4 + 0.6 * (share.get(where.of.country as string) ?? 0);
      add(where.of, search.scene * weight, where.basis, 'the scene of the sentence');
    }
  }
  spoken(state, d, search, source, add);
  const home = dateline(state);
  const weight = search.dateline + (source && search.back >= 0 ? 2 : 0);
  if (home && weight > 0) add(home.of, weight, home.basis, source ? 'the dateline, of a source' : 'the dateline');
  for (const code of share.keys()) {
    const known = !role.office && kinds.has(`${code} ${role.noun}`) ? country(code) : undefined;
    if (known) add(ofCountry(known), 1.5, `context: ${role.noun} of ${known.name}`, `has a ${role.noun} here`);
  }
  // Whoever opposes a government named in the same sentence is of its country.
  const opposes = d.sector === 'OPP' || role.sector === 'OPP';
  if (opposes || (search.ahead && found.size === 0)) {
    const next = ahead(state, d);
    if (next) add(next.of, opposes ? 2.5 : 1, next.basis, 'named further on');
  }
  for (const [code, one] of found) {
    const part = share.get(code) ?? 0;
    one.score += part;
    const sector = role.sector && role.sector !== '@' && role.sector !== 'GOV' ? role.sector : null;
    if (sector && !kinds.has(`${code} ${role.noun}`) && kinds.has(`${code} ${sector}`)) {
      one.score += 0.5;
      one.why.push(`has ${role.sector} actors here`);
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.of.base < b.of.base ? -1 : 1));
}

/** The countries that were spoken of before it, each at its best place: subjects before others, near before far. */
function spoken(
  state: State,
  d: Description,
  search: Search,
  source: boolean,
  add: (of: Allegiance, points: number, basis: string, why: string) => void,
): void {
  const best = new Map<string, { of: Allegiance; points: number; name: string; why: string }>();
  const reach = search.officials ? Math.max(search.back, 3) : search.back;
  for (let i = state.mentions.length - 1; i >= 0 && i >= state.mentions.length - 40; i--) {
    const mention = state.mentions[i];
    const away = d.sentence - mention.sentence;
    if (away > reach) break;
    for (const entity of mention.entities) {
      if (!entity.of?.country || entity.mentions.length === 0) continue;
      // What was only inferred is no ground for more; nor is a country word before a noun ("the Iran affair").
      if (entity.basis.includes('context:') || mention.description.attributive || mention.description.scene) continue;
      const official =
        search.officials && entity.sector === 'GOV' && (entity.kind === 'person' || entity.kind === 'unnamed');
      if (away > search.back && !official) continue;
      const step = state.sentences[mention.sentence].block === state.sentences[d.sentence].block ? 0.5 : 0.9;
      let points = (mention.weight * 2) / 3 - step * away + (official ? 1 : 0);
      if (away === 0) points += leads(state, mention, entity.of.country) + sameClause(state, d, mention);
      // What is told in the same sentence is not of whoever tells it.
      if (source && away === 0) points -= 1.5;
      const there = best.get(entity.of.country);
      const why = `${entity.name}, ${away === 0 ? 'in the same sentence' : away === 1 ? 'in the sentence before' : `${away} sentences before`}`;
      if (!there || points > there.points)
        best.set(entity.of.country, { of: entity.of, points, name: entity.name, why });
    }
  }
  for (const { of, points, name, why } of best.values()) add(of, points, `context: ${name}`, why);
}

/** Of two subjects before a title the one of the main clause, or of the dateline, tells more. */
function leads(state: State, mention: State['mentions'][number], home: string): number {
  const s = state.sentences[mention.sentence];
  const verb = s.head[mention.word];
  const aside = mention.weight === 3 && verb >= 0 && /^(?:advcl|acl)/.test(s.deprel[verb]);
  const here = state.dispatch.datelinePlaces.some((place) => place.country === home);
  return (aside ? -0.3 : 0) + (here ? 0.4 : 0);
}

/** The subject of the verb that a phrase hangs on is nearest to it. */
function sameClause(state: State, d: Description, mention: State['mentions'][number]): number {
  const s = state.sentences[d.sentence];
  if (relation(s.deprel[mention.word]) !== 'nsubj') return 0;
  const verb = s.head[mention.word];
  if (verb < 0 || !isUnder(s, d.head, verb)) return 0;
  for (let at = s.head[d.head], steps = 0; at >= 0 && steps < 8; at = s.head[at], steps++) {
    if (at === verb) return 1;
    if (s.upos[at] === 'VERB') return 0;
  }
  return 0;
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

/** A country or a place of one that is the scene of the sentence. */
function scene(state: State, d: Description): Context | null {
  for (const other of state.described[d.sentence].all) {
    if (
      other.is === 'country' &&
      other.of?.country &&
      other.sector === null &&
      (other.scene || afterPlaceWord(state, other) || (other.attributive && ofPlaceNoun(state, other)))
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

/** "In a northern Arland town", "at an Arland airport": the country word before the noun that says where. */
function ofPlaceNoun(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  const noun = s.head[d.head];
  if (noun <= d.head) return false;
  for (let i = d.first - 1; i >= 0 && i >= d.first - 4; i--)
    if (s.head[i] === noun && s.deprel[i] === 'case')
      return /^(?:in|at|inside|across|throughout|near)$/i.test(s.form[i]);
  return false;
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
  let best: { of: Allegiance; points: number } | null = null;
  const search = { back: 3, scene: 0, dateline: 0, ahead: false, officials: false };
  spoken(state, d, search, false, (of, points) => {
    if (!best || points > best.points) best = { of: homeland(of), points };
  });
  return (best as { of: Allegiance } | null)?.of ?? null;
}

function dateline(state: State): Context | null {
  const places = state.dispatch.datelinePlaces.filter((place) => place.country);
  if (places.length !== 1) return null;
  const home = country(places[0].country as string);
  return home ? { of: ofCountry(home), basis: `dateline: ${places[0].name}` } : null;
}
