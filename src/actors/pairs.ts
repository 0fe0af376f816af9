// "Both countries", "the two leaders", "our countries", "the two men": of whom several are spoken of at once. Where a dispatch is about
// just so many they are those; else those that it names side by side, else the last so many.

import { relation } from '../language/index.js';
import { clauseSubject, subjectOf, verbAbove } from './clauses.js';
import { sameOffice } from './corefer.js';
import { principalsOf } from './principals.js';
import { countryEntity, governmentEntity, type Mention, type State } from './state.js';
import type { Allegiance, Description, Entity } from './types.js';

/** "Both countries", "the two leaders": so many different ones of that kind. `one` is the side that is told: "our two countries". */
export function pairOf(state: State, d: Description, count: number, one?: Entity): readonly Entity[] {
  const people = d.role?.kind === 'person';
  if (people) return peopleOf(state, d, count);
  if (one?.of) {
    const other = partnerOf(state, d, one.of.base);
    return count === 2 && other?.of ? [sideOf(state, other, other.of, d), sideOf(state, one, one.of, d)] : [];
  }
  const foes = SIDES.has(d.role?.noun ?? '') && count === 2 ? opponents(state, d) : null;
  if (foes) return foes;
  // "The five powers" are those that were told off one by one, or nobody here.
  if (count > 3) return listed(state, d, count);
  const here = COUNTRIES.has(d.role?.noun ?? '') && count === 2 ? ofParagraph(state, d) : null;
  if (here) return here;
  const close = count === 2 ? beside(state, d) : null;
  if (close) return close;
  const urging = urger(state, d);
  const main = withoutUrger(principals(state, d, count), urging) ?? (count === 2 ? together(state, d) : null);
  if (main) return main;
  const of = (least: number): readonly Entity[] => lastNamed(state, d, count, urging, least);
  const found = count === 2 ? of(0.4) : [];
  return found.length > 0 ? found : of(0);
}

/** The last so many countries that were named, of those that have at least that share in the dispatch. */
function lastNamed(
  state: State,
  d: Description,
  count: number,
  urging: string | null,
  least: number,
): readonly Entity[] {
  const { share } = principalsOf(state);
  const found: Entity[] = [];
  const bases = new Set<string>();
  for (let i = state.mentions.length - 1; i >= 0 && found.length < count; i--) {
    const mention = state.mentions[i];
    if (d.sentence - mention.sentence > 6) break;
    if ((mention.description.scene && mention.weight < 2) || isActorOf(state, d, mention) || isMediator(state, mention))
      continue;
    for (const entity of [...mention.entities].reverse()) {
      const of = entity.of;
      if (!of?.country || bases.has(of.base) || of.country === urging || found.length >= count) continue;
      if ((share.get(of.country) ?? 0) < least) continue;
      bases.add(of.base);
      found.unshift(sideOf(state, entity, of, d));
    }
  }
  return found.length === count ? found : [];
}

/**
 * The two states that the same sentence has just named side by side or against each other: "the Canadian-U.S. pact, signed by the two sides",
 * "Egypt began sending arms to Mogadishu after the two countries signed a pact".
 */
function beside(state: State, d: Description): readonly Entity[] | null {
  const s = state.sentences[d.sentence];
  const here = state.mentions.filter(
    ({ sentence, word, entities, description }) =>
      sentence === d.sentence &&
      word < d.head &&
      entities.length === 1 &&
      entities[0].of?.country &&
      !description.scene,
  );
  const both = (a: Mention, b: Mention): readonly Entity[] | null => {
    const [one, two] = [a.entities[0], b.entities[0]];
    if (!one.of || !two.of || one.of.country === two.of.country) return null;
    return [sideOf(state, one, one.of, d), sideOf(state, two, two.of, d)];
  };
  for (let i = here.length - 1; i > 0; i--) {
    const [a, b] = [here[i - 1], here[i]];
    const joined = b.word - a.word === 2 && /^[-–/]$/.test(s.form[a.word + 1]);
    const found = joined && a.description.end === a.word + 1 ? both(a, b) : null;
    if (found) return found;
  }
  // The subject of the clause above, and whom that clause says it acts on or with.
  const verb = verbAbove(s, d.head);
  // "After the two countries signed a pact", which the tree may hang on the verb above as "after the two countries".
  const stray = s.deprel[d.head] === 'obl' && /^(?:after|before|since|until|as)$/i.test(s.form[d.first - 1] ?? '');
  if (verb < 0 || !(stray || (relation(s.deprel[d.head]) === 'nsubj' && s.deprel[verb] === 'advcl'))) return null;
  const top = stray ? verb : s.head[verb];
  const subject = top >= 0 ? subjectOf(s, top) : -1;
  const a = here.find(({ word, weight }) => word === subject && weight === 3);
  const others = here.filter(
    (one) => one !== a && relation(s.deprel[one.word]) !== 'nsubj' && isActedOn(s, one.word, top),
  );
  return a && others.length === 1 ? both(a, others[0]) : null;
}

/** An object of the verb, or of its infinitive or gerund, behind such words as "to" and "with". */
function isActedOn(s: State['sentences'][number], word: number, top: number): boolean {
  const rel = s.deprel[word];
  if (rel !== 'obj' && rel !== 'iobj' && rel !== 'obl') return false;
  const verb = s.head[word];
  if (verb !== top && !(verb >= 0 && s.deprel[verb] === 'xcomp' && s.head[verb] === top)) return false;
  if (rel !== 'obl') return true;
  for (let c = word - 1; c >= 0 && c > word - 4; c--)
    if (s.head[c] === word && s.deprel[c] === 'case') return /^(?:to|with|against|from|into|on)$/i.test(s.form[c]);
  return false;
}

/** "A truce arranged by Syria and Iraq": those who make peace between others are neither side. */
function isMediator(state: State, mention: Mention): boolean {
  const s = state.sentences[mention.sentence];
  const word = s.deprel[mention.word] === 'conj' ? s.head[mention.word] : mention.word;
  const verb = s.head[word];
  if (verb < 0) return false;
  const brokers = /^(?:arrange|broker|mediate|host|sponsor|facilitate|propose)$/.test(s.lemma[verb]);
  if (!brokers) return false;
  if (relation(s.deprel[word]) === 'nsubj') return s.deprel[word] !== 'nsubj:pass';
  for (let c = word - 1; c >= 0 && c > word - 4; c--)
    if (s.head[c] === word && s.deprel[c] === 'case') return s.form[c] === 'by';
  return false;
}

/** The country of whoever urges, asks or invites both sides: it is neither. */
function urger(state: State, d: Description): string | null {
  const s = state.sentences[d.sentence];
  const subject = clauseSubject(s, d.head);
  const verb = s.head[d.head];
  if (
    subject < 0 ||
    verb < 0 ||
    !/^(?:urge|ask|invite|press|tell|warn|call|appeal|bring|help|mediate|host|remind|thank)$/.test(s.lemma[verb])
  )
    return null;
  const mention = state.mentions.find(({ sentence, word }) => sentence === d.sentence && word === subject);
  return mention?.entities[0]?.of?.country ?? null;
}

function withoutUrger(found: readonly Entity[] | null, country: string | null): readonly Entity[] | null {
  return found && country !== null && found.some(({ of }) => of?.country === country) ? null : found;
}

const COUNTRIES = new Set(['country', 'nation', 'neighbor', 'neighbour']);

/** "Li ended a visit to Australia, where he met Albanese. The two countries signed": those of the sentence before, where it names just two. */
function ofParagraph(state: State, d: Description): readonly Entity[] | null {
  const s = state.sentences[d.sentence];
  const { block } = s;
  if (d.count !== 2 || !/^(?:nsubj|nmod:poss)/.test(s.deprel[d.head])) return null;
  const found = new Map<string, Entity>();
  for (const { sentence, entities } of state.mentions) {
    if (sentence !== d.sentence - 1 || state.sentences[sentence].block !== block) continue;
    for (const entity of entities)
      if (entity.of?.country && (entity.kind === 'country' || entity.sector === 'GOV'))
        found.set(entity.of.country, sideOf(state, entity, entity.of, d));
  }
  return found.size === 2 ? [...found.values()] : null;
}

/** The two countries that a dispatch is about, or none where it does not tell. */
export function sidesOf(state: State, d: Description): readonly Entity[] {
  return principals(state, d, 2) ?? together(state, d) ?? [];
}

/** Words for people that tell of no office: "the two men". */
const PLAIN_PEOPLE = new Set(['man', 'woman', 'politician', 'statesman', 'official', 'individual']);

/** "The two ministers", "the two men": the last so many named people of that office or gender. */
function peopleOf(state: State, d: Description, count: number): readonly Entity[] {
  const found: Entity[] = [];
  const plain = PLAIN_PEOPLE.has(d.role?.noun ?? '');
  if (plain && d.count !== count) return [];
  for (let i = state.mentions.length - 1; i >= 0 && found.length < count; i--) {
    const mention = state.mentions[i];
    if (d.sentence - mention.sentence > 4) break;
    for (const entity of [...mention.entities].reverse()) {
      if (found.length >= count || entity.kind !== 'person' || found.includes(entity)) continue;
      if (plain) {
        if (d.gender && entity.gender && entity.gender !== d.gender) continue;
        found.unshift(entity);
        continue;
      }
      if (!entity.of || found.some((one) => one.of?.base === entity.of?.base)) continue;
      if (entity.role && d.role && sameOffice(entity.role, d.role)) found.unshift(entity);
    }
  }
  return found.length === count ? found : [];
}

/** The other side of "our countries": the country whose officials have spoken and acted most so far, else the last one named. */
function partnerOf(state: State, d: Description, own: string): Entity | null {
  const acts = new Map<string, number>();
  const last = new Map<string, Entity>();
  for (const { sentence, entities, description } of state.mentions) {
    if (sentence > d.sentence || (description.scene && !entities[0].sector)) continue;
    for (const entity of entities) {
      const code = entity.of?.country;
      if (!code || entity.of?.base === own) continue;
      last.set(code, entity);
      const official = entity.sector === 'GOV' && (entity.kind === 'person' || entity.kind === 'government');
      if (official) acts.set(code, (acts.get(code) ?? 0) + 1);
    }
  }
  const [best, next] = [...acts].sort((a, b) => b[1] - a[1]);
  if (best && (!next || best[1] > next[1])) return last.get(best[0]) ?? null;
  const near = [...last.values()].filter((entity) => d.sentence - entity.last <= 6);
  return near.sort((a, b) => a.last - b.last).at(-1) ?? null;
}

/** True where a mention is the subject of the verb that a phrase is object of: "India, which buys from both sides". */
function isActorOf(state: State, d: Description, mention: Mention): boolean {
  if (mention.sentence !== d.sentence || mention.weight !== 3) return false;
  const s = state.sentences[d.sentence];
  const verb = s.head[d.head];
  if (verb < 0 || relation(s.deprel[d.head]) === 'nsubj') return false;
  const subject = clauseSubject(s, d.head);
  if (subject >= 0 && (subject === mention.word || s.head[mention.word] === subject)) return true;
  return s.head[mention.word] === verb || (s.deprel[verb] === 'acl:relcl' && s.head[verb] === mention.word);
}

/** The two countries that the dispatch names side by side most often so far: "Iran and the United Arab Emirates". */
function together(state: State, d: Description): readonly Entity[] | null {
  const pairs = new Map<string, { n: number; both: [Entity, Entity] }>();
  for (let sentence = 0; sentence <= d.sentence; sentence++) {
    const s = state.sentences[sentence];
    const here = state.mentions.filter((mention) => mention.sentence === sentence && mention.entities.length === 1);
    for (const mention of here) {
      if (
        s.deprel[mention.word] !== 'conj' ||
        here.some((one) => isJoined(s, one.word, mention.word, s.head[mention.word]))
      )
        continue;
      if (isMediator(state, mention)) continue;
      const partner = here.find((one) => one.word === s.head[mention.word]);
      const [a, b] = [partner?.entities[0], mention.entities[0]];
      if (!a?.of?.country || !b.of?.country || a.of.country === b.of.country) continue;
      const key = [a.of.country, b.of.country].sort().join();
      const there = pairs.get(key);
      if (there) there.n++;
      else pairs.set(key, { n: 1, both: [sideOf(state, a, a.of, d), sideOf(state, b, b.of, d)] });
    }
  }
  const [best, next] = [...pairs.values()].sort((a, b) => b.n - a.n);
  return best && (!next || best.n > next.n) ? best.both : null;
}

/** A third one in the same list. */
function isJoined(s: State['sentences'][number], word: number, mention: number, leader: number): boolean {
  return word !== mention && s.deprel[word] === 'conj' && s.head[word] === leader;
}

const SIDES = new Set(['side', 'faction', 'camp', 'warring party', 'rival', 'party']);

/** The two sides of one country's war: whoever of it did something to another of it in the latest sentence that tells so. */
function opponents(state: State, d: Description): readonly Entity[] | null {
  const collective = (mention: Mention): Entity | null => {
    const [entity] = mention.entities;
    const fits = mention.entities.length === 1 && /^(?:government|organisation|group)$/.test(entity.kind);
    return fits && entity.of?.country ? entity : null;
  };
  for (let i = state.mentions.length - 1; i >= 0 && d.sentence - state.mentions[i].sentence <= 6; i--) {
    const one = collective(state.mentions[i]);
    // "Between the army and the rebels".
    if (one && isState(one)) {
      const mine = state.mentions[i];
      const t = state.sentences[mine.sentence];
      const foe = state.mentions.find(
        (two) =>
          two.sentence === mine.sentence &&
          (t.head[two.word] === mine.word || t.head[mine.word] === two.word) &&
          (t.deprel[two.word] === 'conj' || t.deprel[mine.word] === 'conj') &&
          /^(?:REB|PRM|UAF|OPP)$/.test(collective(two)?.sector ?? ''),
      );
      if (foe) return [one, foe.entities[0]];
    }
    const s = state.sentences[state.mentions[i].sentence];
    const { word, sentence } = state.mentions[i];
    if (!one || relation(s.deprel[word]) !== 'nsubj') continue;
    for (const other of state.mentions) {
      if (other.sentence !== sentence || s.head[other.word] !== s.head[word] || !/^obj|^obl/.test(s.deprel[other.word]))
        continue;
      const two = collective(other);
      if (two && two !== one && two.of?.base === one.of?.base && two.sector !== one.sector) return [one, two];
    }
  }
  return principals(state, d, 2) ? null : warring(state, d);
}

/** "UNITA dropped its demand that the army pull back. The envoy met both sides": a state's own and its rebels, named in one sentence. */
function warring(state: State, d: Description): readonly Entity[] | null {
  for (let sentence = d.sentence; sentence >= Math.max(0, d.sentence - 3); sentence--) {
    const here = state.mentions
      .filter((mention) => mention.sentence === sentence && (sentence < d.sentence || mention.word < d.head))
      .flatMap(({ entities }) => entities);
    const rebels = [...new Set(here)].filter(({ sector }) => /^(?:REB|PRM|UAF)$/.test(sector ?? ''));
    const foe = rebels.find(({ kind, of }) => kind === 'organisation' && of) ?? rebels.find(({ of }) => of);
    const home = foe?.of?.country;
    if (!foe?.of || !home || rebels.some(({ of }) => of !== null && of.country !== home)) continue;
    if (here.some((one) => isState(one) && one.of?.country === home))
      return [governmentEntity(state, { ...foe.of, sector: null }, null), foe];
  }
  return null;
}

function isState(entity: Entity): boolean {
  return entity.sector === 'GOV' || entity.sector === 'MIL';
}

/** The countries that a dispatch is about, when they are just so many and far ahead of all others, and were spoken of before. */
function principals(state: State, d: Description, count: number): readonly Entity[] | null {
  const ranked = [...principalsOf(state).share].sort((a, b) => b[1] - a[1]);
  const [least, next] = [ranked[count - 1]?.[1] ?? 0, ranked[count]?.[1] ?? 0];
  if (count < 2 || least < 0.4 || next > least * 0.5) return null;
  const codes = new Set(ranked.slice(0, count).map(([code]) => code));
  const found = new Map<string, Entity>();
  for (const { entities } of state.mentions) {
    for (const entity of entities) {
      const code = entity.of?.country;
      if (code && entity.of && codes.has(code) && !found.has(code))
        found.set(code, sideOf(state, entity, entity.of, d));
    }
  }
  return found.size === count ? [...found.values()] : null;
}

/** The countries of the last list of just so many. */
function listed(state: State, d: Description, count: number): readonly Entity[] {
  for (let sentence = d.sentence; sentence >= Math.max(0, d.sentence - 6); sentence--) {
    const s = state.sentences[sentence];
    const lists = new Map<number, Set<Entity>>();
    for (const mention of state.mentions) {
      if (mention.sentence !== sentence) continue;
      const head = s.deprel[mention.word] === 'conj' ? s.head[mention.word] : mention.word;
      for (const entity of mention.entities)
        if (entity.of?.country)
          lists.set(head, (lists.get(head) ?? new Set()).add(sideOf(state, entity, entity.of, d)));
    }
    for (const list of lists.values()) if (list.size === count) return [...list];
  }
  return [];
}

/** The country itself, or for "sides" and "governments" its government when people of it were spoken of. */
function sideOf(state: State, entity: Entity, of: Allegiance, d: Description): Entity {
  const plain: Allegiance = { ...of, sector: null, name: entity.kind === 'country' ? entity.name : of.name };
  return d.role?.noun === 'government' ? governmentEntity(state, plain, null) : countryEntity(state, plain, null);
}
