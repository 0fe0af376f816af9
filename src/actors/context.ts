// The country of somebody whose own words tell none, from what stands around: the scene of the sentence, whoever was spoken of
// just before, the country that the dispatch gives such actors elsewhere, the dateline. Each has its points (in the manner of Lappin and
// Leass 1994, with the weights set by reading dispatches); when two countries come out alike, neither is taken. All of it is inference.

import { country } from '../gazetteer/index.js';
import { relation } from '../language/index.js';
import { homeland, ofCountry } from './allegiance.js';
import { clauseSubject, hangsOn } from './clauses.js';
import { isVictim, spoken } from './context-spoken.js';
import { sameOffice } from './corefer.js';
import { principalsOf } from './principals.js';
import {
  ahead,
  type Context,
  chamberOf,
  fronted,
  homeOf,
  metIn,
  scene,
  spokenIn,
  subjectOf as storyOf,
  titleOf,
  warOf,
  worthOf,
} from './scene.js';
import { type State, wordsOf } from './state.js';
import type { Allegiance, Description, Role } from './types.js';

/** A country that might be meant. */
interface Candidate {
  readonly of: Allegiance;
  basis: string;
  score: number;
  readonly why: string[];
}

/** What may tell the country of a sort of role. */
export interface Search {
  /** How many sentences back; -1 for no mention at all. */
  readonly back: number;
  readonly scene: number;
  readonly dateline: number;
  readonly ahead: boolean;
  /** Officials who were spoken of reach further and count for more. */
  readonly officials: boolean;
}

const BYSTANDERS = new Set(['CVL', 'UNK', 'JRN', 'REL', 'LAB', 'MED', 'AGR', 'REF']);
export const ENVOYS =
  /^(?:diplomat|ambassador|envoy|special envoy|delegate|negotiator|mediator|emissary|attache|consul)$/;

function searchFor(role: Role, titled: boolean): Search | null {
  if (role.local) return { back: 1, scene: 3, dateline: 1.2, ahead: true, officials: false };
  if (role.office || (role.kind === 'body' && role.sector !== '@' && !role.bound))
    return { back: 3, scene: 1, dateline: 1, ahead: true, officials: false };
  if (role.sector === '@' || role.kin || role.sector === 'GOV')
    return { back: 1, scene: role.sector === 'GOV' ? 1 : 0, dateline: 0, ahead: false, officials: true };
  // Those to whom things happen are of the place where they happen, unless the words say otherwise.
  if (role.sector && BYSTANDERS.has(role.sector) && !role.bound)
    return { back: -1, scene: 3, dateline: 0, ahead: false, officials: false };
  if (role.sector === 'LEG' || role.sector === 'MIL')
    return { back: 2, scene: 0, dateline: titled && role.sector === 'MIL' ? 1 : 0, ahead: false, officials: false };
  return null;
}

/** How many sentences back somebody's word is still in the ear. */
const VOICE = 4;

/** Below this nothing is inferred; below this difference two countries are not told apart. */
const LEAST = 0.9;
const MARGIN = 0.15;

/** The implied country of a role, or null. */
export function contextCountry(state: State, d: Description): Context | null {
  const role = d.role;
  // "Moss's sister", of a man of whom no country is known: of nobody's who is spoken of around.
  if (role?.kin && d.owner >= 0 && d.ownership === 'genitive') return null;
  // Envoys who are told of without a country are of any, and of several factions each is its own.
  if (!role || (ENVOYS.test(role.noun) && !d.definite)) return null;
  if (role.sector === '@' && (d.count > 1 || (d.plural && role.kind === 'group'))) return null;
  // "Sources" without a word more are anybody's.
  if (role.noun === 'source' && /^sources?$/i.test(d.roleText ?? '')) return null;
  // "The mission": of whoever sends it, which its own words must tell; "any soldier": nobody's in particular.
  if (role.noun === 'mission' || /^any$/i.test(state.sentences[d.sentence].form[d.first])) return null;
  // "The press", "the media" are of the whole world.
  if (role.noun === 'press' || role.noun === 'media') return null;
  const s = state.sentences[d.sentence];
  if (role.sector === 'JRN' && role.kind === 'person' && !d.definite && relation(s.deprel[d.head]) !== 'nsubj')
    return null;
  // "The Global Relief Movement": a name of its own.
  if (role.bound && /^[A-Z]\S* [A-Z]\S* [A-Z]/.test(d.roleText ?? '')) return null;
  if (isShared(state, d) || isLevel(state, d, role)) return null;
  const europe = role.noun === 'commission' ? theCommission(state, d) : null;
  if (europe) return europe;
  const found = searchFor(role, d.is === 'person');
  if (!found) return null;
  // "A terrorist movement", told of by somebody: of the place where it acts, but not of whoever tells.
  const strangers =
    !d.definite && (role.kind === 'body' || role.kind === 'group') && /^(?:REB|UAF)$/.test(d.sector ?? '');
  // "No deals with terrorists": any.
  const any =
    !d.definite &&
    d.plural &&
    /^(?:UAF|CRM)$/.test(d.sector ?? '') &&
    relation(state.sentences[d.sentence].deprel[d.head]) !== 'nsubj';
  const search =
    (strangers && !d.plural) || any
      ? { ...found, back: -1, scene: any ? 0 : found.scene, dateline: any ? 0 : found.dateline }
      : found;
  const [best, ...others] = candidates(state, d, role, search);
  if (!best || best.score < LEAST) return null;
  const second = others[0];
  if (state.trace) {
    const points = (one: Candidate): string => `${one.of.name} ${one.score.toFixed(1)} (${one.why.join(', ')})`;
    state.trace(wordsOf(state, d), `country looked for around it: ${points(best)}`);
    if (others.length > 0) state.trace(wordsOf(state, d), `lost: ${others.slice(0, 4).map(points).join('; ')}`);
  }
  if (second && best.score - second.score < marginOf(state, d, best, second)) {
    state.trace?.(wordsOf(state, d), `${best.of.name} and ${second.of.name} come out alike: no country is taken`);
    return null;
  }
  return { of: best.of, basis: best.basis };
}

/** Between the two countries that a dispatch is about more than a nose must decide whose "14 soldiers" are. */
function marginOf(state: State, d: Description, best: Candidate, second: Candidate): number {
  if (d.definite || d.role?.sector !== 'MIL' || isVictim(state, d)) return MARGIN;
  const { share } = principalsOf(state);
  const both = [best, second].every((one) => (share.get(one.of.country as string) ?? 0) > 0.6);
  return both ? 1 : MARGIN;
}

/** "Joint patrols", "foreign ships": of several countries, or of one that is not told. */
function isShared(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  for (let i = d.first; i < d.head; i++)
    if (
      /^(?:joint|foreign|bilateral|multinational|mutual|allied|other|rival|international|global)$/i.test(s.form[i]) &&
      !/^foreign /.test(d.role?.noun ?? '') &&
      !/foreign (?:minist|secretar|office|affairs|polic)/i.test(d.roleText ?? '') &&
      !(d.role?.kind === 'thing' && /^international$/i.test(s.form[i]))
    )
      return !/^other$/i.test(s.form[i]) || d.role?.kind === 'body';
  return false;
}

/** "Foreign ministers will meet", "at the level of deputy ministers", where two countries and more are spoken of: some of each. */
function isLevel(state: State, d: Description, role: Role): boolean {
  if (!d.plural || d.definite || role.kind !== 'person' || role.sector !== 'GOV' || isSource(state, d)) return false;
  if (!role.office && !/(?:minister|secretary|ambassador|envoy)$/.test(role.noun)) return false;
  return [...principalsOf(state).share.values()].filter((part) => part > 0.4).length > 1;
}

const SPEAKS =
  /^(?:say|tell|add|report|announce|confirm|deny|warn|note|state|declare|insist|comment|disclose|reveal|estimate|acknowledge|admit|believe|reiterate|reply|respond|stress|vow|pledge|urge|describe|argue|suggest)$/;

/** True for those on whose word something is told: "officials said", "according to police". */
export function isSource(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  // "Mines Minister Ann Holm said": the title hangs on the name.
  const head = s.deprel[d.head] === 'nmod:desc' ? s.head[d.head] : d.head;
  const verb = s.head[head];
  if (verb >= 0 && relation(s.deprel[head]) === 'nsubj') return SPEAKS.test(s.lemma[verb]);
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
  const sides =
    /^(?:GOV|MIL|REB)$/.test(d.sector ?? '') && role.kind !== 'thing' && (d.definite || role.kind === 'body');
  const war = sides ? warOf(state, d) : null;
  if (war) add(war.of, 2.5, war.basis, 'has rebels here');
  const alone = titleOf(state, role.noun);
  if (alone) add(alone.of, /secretary|representative/.test(role.noun) ? 10 : 3, alone.basis, 'has that title');
  const chamber = !alone && d.sector === 'LEG' ? chamberOf(state, d.roleText ?? '') : null;
  if (chamber) add(chamber.of, 2.5, chamber.basis, 'its parliament goes by that word');
  const visited = d.role?.sector === 'GOV' ? metIn(state, d) : null;
  if (visited) add(visited.of, 2.5, visited.basis, 'is met there');
  if (search.scene > 0) {
    const where = scene(state, d);
    if (where) {
      const weight = 0.4 + 0.6 * (share.get(where.of.country as string) ?? 0);
      const town = /^(?:governor|deputy governor|mayor)$/.test(role.noun) ? 2 : 0;
      add(where.of, search.scene * weight + town, where.basis, 'the scene of the sentence');
    }
  }
  spoken(state, d, search, source, add);
  const home = homeOf(state, d);
  const local =
    /^(?:governor|deputy governor|mayor)$/.test(role.noun) ||
    /^(?:regional|provincial|district|municipal|local) /i.test(d.roleText ?? '');
  const front =
    (source || d.definite) && (/^(?:GOV|MIL|LEG|COP|OPP|@|JUD|SPY)$/.test(role.sector ?? '') || role.office)
      ? fronted(state, d)
      : null;
  if (front) add(front.where.of, front.near ? 4 : 2.5, front.where.basis, 'where the paragraph begins');
  const heard = source && search.back >= 0 && !local ? 2 : 0;
  // A paragraph that plays elsewhere is not of the dateline's.
  const weight = front ? 0 : (search.dateline + heard) * (home ? worthOf(state, home) : 1);
  const away = home && worthOf(state, home) < 1 && search.dateline > 0 ? storyOf(state) : null;
  if (away) add(away.of, search.dateline + (source ? 1 : 0), away.basis, 'whom the dispatch is about');
  if (home && weight > 0) add(home.of, weight, home.basis, source ? 'the dateline, of a source' : 'the dateline');
  let side: ReturnType<typeof voice> = null;
  if (source) {
    const stands = spokenIn(state, d);
    if (stands) add(stands.of, stands.basis.includes('from') ? 5 : 2.5, stands.basis, 'speaks there');
    side = d.definite && !d.plural ? null : voice(state, d);
    if (side) add(side.of, side.points, side.basis, side.why);
  }
  for (const code of share.keys()) {
    const known = !side && !role.office && kinds.has(`${code} ${role.noun}`) ? country(code) : undefined;
    if (known) add(ofCountry(known), 1.5, `context: ${role.noun} of ${known.name}`, `has a ${role.noun} here`);
  }
  const ministry = d.role?.sector === 'GOV' || d.sector === 'GOV' ? ministryBefore(state, d) : null;
  if (ministry) add(ministry.of, 3, ministry.basis, 'has that ministry');
  const party = /^(?:\w+ )?party /i.test(d.roleText ?? '') ? partyBefore(state, d) : null;
  if (party) add(party.of, 4, party.basis, 'whose party was spoken of');
  // Whoever opposes a government named in the same sentence is of its country.
  const opposes = d.sector === 'OPP' || role.sector === 'OPP';
  if (opposes || (search.ahead && found.size === 0)) {
    const next = ahead(state, d);
    if (next) add(next.of, opposes ? 2.5 : 1, next.basis, 'named further on');
  }
  // The United States have departments and secretaries, and no ministries.
  if (/minist(?:er|ry)/i.test(`${role.noun} ${d.roleText}`) && found.delete('USA'))
    for (const one of found.values()) one.score += 1;
  // Those who are shelled are not of whoever shells them, though the dateline be his.
  if (isVictim(state, d)) {
    const { sentences, described } = state;
    const s = sentences[d.sentence];
    const subject = clauseSubject(s, d.head);
    for (const other of described[d.sentence].all)
      if (other.of?.country && subject >= 0 && hangsOn(s, other.head, subject)) {
        const attacker = found.get(other.of.country);
        if (attacker) attacker.score -= 3;
      }
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

/**
 * "Aides said", "other officials said": sources without a country are of the side whose officials have just been quoted, though others
 * are spoken of in between; "other" officials are of the side of those before.
 */
function voice(state: State, d: Description): { of: Allegiance; points: number; basis: string; why: string } | null {
  const role = d.role;
  if (role?.kind !== 'person' || (role.sector !== 'GOV' && role.sector !== '@' && !role.kin)) return null;
  const more = /^other$/i.test(state.sentences[d.sentence].form[d.first]);
  for (let i = state.mentions.length - 1; i >= 0; i--) {
    const { sentence, description, entities } = state.mentions[i];
    const away = d.sentence - sentence;
    if (away > VOICE) break;
    const [entity] = entities;
    if (away < 1 || entities.length !== 1 || !entity.of?.country || entity.sector !== 'GOV') continue;
    const speaksFor = /spokes(?:man|woman|person)$/.test(role.noun) && d.owner < 0 && away <= 2;
    if (speaksFor && (entity.kind === 'government' || entity.kind === 'organisation') && isSource(state, description))
      return { of: entity.of, points: 4, basis: `context: ${entity.name}`, why: `speaks for ${entity.name}` };
    const alike = more && entity.role !== null && sameOffice(entity.role, role);
    if (entity.kind !== 'person' && entity.kind !== 'unnamed') continue;
    if (!alike && !isSource(state, description)) continue;
    const points = (alike ? 4 : 2.5) - 0.25 * away;
    return { of: entity.of, points, basis: `context: ${entity.name}`, why: `${entity.name} was quoted before` };
  }
  return null;
}

/** "Party sources said" behind "Mori's ruling party": of that party. */
function partyBefore(state: State, d: Description): Context | null {
  for (let i = state.mentions.length - 1; i >= 0; i--) {
    const { sentence, entities } = state.mentions[i];
    if (d.sentence - sentence > 3) break;
    const [entity] = entities;
    if (entity?.of?.country && entity.sector === 'PTY' && entity.kind !== 'person')
      return { of: homeland(entity.of), basis: `context: ${entity.name}` };
  }
  return null;
}

const MINISTRY = /\b(?:ministry|ministries|department)\b/i;

/** "The Finance Ministry", "ministry officials" behind "a Ministry of Finance spokesman": the ministry that was spoken of. */
function ministryBefore(state: State, d: Description): Context | null {
  const text = d.roleText ?? '';
  if (!MINISTRY.test(text)) return null;
  const words = chargesOf(text);
  for (let i = state.mentions.length - 1; i >= 0; i--) {
    const [entity] = state.mentions[i].entities;
    if (!entity?.of?.country || entity.sector !== 'GOV' || !MINISTRY.test(entity.roleText ?? entity.name)) continue;
    const theirs = chargesOf(entity.roleText ?? entity.name);
    if (words.length > 0 && theirs.length > 0 && !words.some((word) => theirs.includes(word))) continue;
    return { of: homeland(entity.of), basis: `context: ${entity.name}` };
  }
  return null;
}

/** What a ministry is for: "finance", of "a senior Finance Ministry official". */
function chargesOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]+/g) ?? []).filter(
    (word) =>
      !/^(?:ministry|ministries|department|of|and|for|the|a|an|senior|official|spokes.*|source|top|officials|sources|representative|deputy|government)$/.test(
        word,
      ),
  );
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
