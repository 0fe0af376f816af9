// The countries that were spoken of before a phrase, each at its best place, with what the verbs between say for or against it.

import { isUnder, relation } from '../language/index.js';
import { homeland } from './allegiance.js';
import { subjectOf, verbAbove } from './clauses.js';
import { ENVOYS, isSource, type Search } from './context.js';
import { principalsOf } from './principals.js';
import { formOf } from './scene.js';
import { isQuoted } from './speakers.js';
import type { State } from './state.js';
import type { Allegiance, Description } from './types.js';

/** The countries that were spoken of before it, each at its best place: subjects before others, near before far. */
export function spoken(
  state: State,
  d: Description,
  search: Search,
  source: boolean,
  add: (of: Allegiance, points: number, basis: string, why: string) => void,
): void {
  const victim = isVictim(state, d);
  const controller = controllerOf(state, d);
  const jailer = jailerOf(state, d);
  const expelled = expelledBy(state, d);
  const best = new Map<string, { of: Allegiance; points: number; name: string; why: string }>();
  // "Chile promised to send observers": of whoever the sentence is about, if it is about somebody.
  const some = search.officials && !source && !d.definite && d.plural;
  const hosts = (one: State['mentions'][number]): boolean =>
    one.sentence === d.sentence && one.weight === 3 && one.entities.some((entity) => entity.of?.country);
  const reach = some
    ? state.mentions.some(hosts)
      ? 0
      : search.back
    : search.officials
      ? Math.max(search.back, 3)
      : search.back;
  for (let i = state.mentions.length - 1; i >= 0 && i >= state.mentions.length - 40; i--) {
    const mention = state.mentions[i];
    const away = d.sentence - mention.sentence;
    if (away > reach) break;
    for (const entity of mention.entities) {
      if (!entity.of?.country || entity.mentions.length === 0) continue;
      if (isMate(state, d, mention)) continue;
      // What was only inferred is no ground for more; nor is a country word before a noun ("the Iran affair").
      if (
        entity.basis.includes('context:') ||
        (mention.description.attributive && !victim) ||
        mention.description.scene
      )
        continue;
      const official =
        search.officials && entity.sector === 'GOV' && (entity.kind === 'person' || entity.kind === 'unnamed');
      if (away > search.back && !official) continue;
      const step = state.sentences[mention.sentence].block === state.sentences[d.sentence].block ? 0.5 : 0.9;
      let points = (mention.weight * 2) / 3 - step * away + (official ? 1 : 0);
      // An officer of state who speaks next is of whoever the paragraph is about; nobody meets a minister of his own.
      const side = mention.weight === 3 && (entity.kind === 'country' || entity.kind === 'government');
      if (source && away === 1 && side && isOfficer(d))
        points += step === 0.5 ? 3 : isSource(state, mention.description) ? 1.5 : 0;
      // A firm of a country is no ground for a ministry of it.
      if (entity.sector === 'BUS' && (d.sector === 'GOV' || d.sector === 'MIL')) points -= 2.5;
      // Those who are killed are not of whoever fires.
      if (away === 0 && mention.weight === 3 && victim) points -= 2;
      if (away === 0 && isMet(state, d, mention)) points -= 3;
      if (away <= 1 && expelled.includes(entity.of.country)) points -= 3;
      if (away === 0 && controller >= 0) points += mention.word === controller ? 2.5 : mention.weight === 3 ? -1 : 0;
      if (away === 0 && jailer >= 0 && mention.word === jailer) points += 2;
      if (away === 0 && source && isOfficer(d) && willsItself(state, d, mention)) points += 4;
      // A paragraph goes on about whom it began with.
      if (away === 1 && step === 0.5 && mention.weight === 3 && entity.kind !== 'person') points += 0.6;
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

/** "President Holm and Bordurian Premier Abel Moss met": of two holders of office named side by side neither tells the other's country. */
function isMate(state: State, d: Description, { sentence, word, entities }: State['mentions'][number]): boolean {
  const [other] = entities;
  if (!d.role?.office || other.kind !== 'person' || !other.role?.office) return false;
  const own = state.resolved[d.sentence][state.described[d.sentence].all.indexOf(d)]?.[0];
  if (!own || own === other) return false;
  const s = state.sentences[sentence];
  return state.described[sentence].all.some(
    ({ head }, i) =>
      state.resolved[sentence][i]?.[0] === own &&
      ((s.deprel[word] === 'conj' && s.head[word] === head) || (s.deprel[head] === 'conj' && s.head[head] === word)),
  );
}

/** "Accused Arland of sending special forces": whoever is to have done it; -1 where the clause has a subject of its own. */
function controllerOf(state: State, d: Description): number {
  const s = state.sentences[d.sentence];
  const verb = verbAbove(s, d.head);
  if (verb < 0 || s.deprel[d.head] !== 'obj' || !/^(?:MIL|SPY|COP|GOV)$/.test(d.sector ?? '')) return -1;
  const above = s.head[verb];
  const subject = above >= 0 ? subjectOf(s, verb) : -1;
  return subject >= 0 && s.head[subject] === above && s.deprel[subject] === 'obj' ? subject : -1;
}

/** "The government ordered Arland's diplomats to leave": it is none of Arland's. */
function expelledBy(state: State, d: Description): readonly string[] {
  const s = state.sentences[d.sentence];
  const verb = s.head[d.head];
  if (
    verb < 0 ||
    relation(s.deprel[d.head]) !== 'nsubj' ||
    !/^(?:order|expel|summon|tell|give|deport|recall|declare)$/.test(s.lemma[verb])
  )
    return [];
  return state.described[d.sentence].all
    .filter((one) => one.of?.country && one.role && ENVOYS.test(one.role.noun) && s.head[one.head] === verb)
    .map((one) => one.of?.country ?? '');
}

/** "If the government releases political prisoners": whoever holds them is told by the verb. */
function jailerOf(state: State, d: Description): number {
  const s = state.sentences[d.sentence];
  const verb = s.head[d.head];
  const held = verb >= 0 && s.deprel[d.head] === 'obj' && d.role?.sector === 'CVL';
  return held && /^(?:release|free|jail|pardon|amnesty|imprison|detain|deport)$/.test(s.lemma[verb])
    ? subjectOf(s, verb)
    : -1;
}

/** "Arland has no intention of ...," an officer said: whoever tells what a state means to do is of that state. */
function willsItself(state: State, d: Description, mention: State['mentions'][number]): boolean {
  const s = state.sentences[d.sentence];
  const verb = s.head[mention.word];
  const told =
    verb >= 0 && (isQuoted(state, s.start[mention.word]) || s.head[d.head] === s.head[verb] || s.head[verb] < 0);
  if (mention.weight !== 3 || !told || isQuoted(state, s.start[d.head])) return false;
  if (mention.description.is !== 'country') return false;
  if (/^(?:want|intend|seek|mean|hope|plan|reserve|wish|prefer|favor|favour)$/.test(s.lemma[verb])) return true;
  for (let w = verb + 1; w < Math.min(s.size, verb + 4); w++)
    if (
      s.lemma[verb] === 'have' &&
      /^(?:intention|intentions|plans|plan|desire|wish|right|interest|designs|ambitions)$/.test(s.form[w])
    )
      return true;
  return false;
}

/** A minister, a president, a spokesman of the state. */
function isOfficer(d: Description): boolean {
  if (d.role?.kind !== 'person' || d.sector !== 'GOV') return false;
  return d.role.office || /(?:minister|secretary|spokes(?:man|woman|person))$/.test(d.role.noun);
}

/** True for those whom the sentence tells to be killed, hurt or caught. */
export function isVictim(state: State, d: Description): boolean {
  const s = state.sentences[d.sentence];
  const verb = s.head[d.head];
  return verb >= 0 && s.deprel[d.head] === 'obj' && /^(?:kill|wound|injure|hurt|capture|slay)$/.test(s.lemma[verb]);
}

/** True where a mention is subject of a verb by which one meets, calls or visits the other. */
function isMet(state: State, d: Description, mention: State['mentions'][number]): boolean {
  const s = state.sentences[d.sentence];
  let verb = s.head[d.head];
  const object = s.deprel[d.head] === 'obj' || (s.deprel[d.head] === 'obl' && s.form[d.first - 1] === 'with');
  if (
    verb < 0 ||
    !object ||
    !/^(?:meet|visit|call|telephone|phone|talk|speak|confer|summon|invite|receive|host)$/.test(s.lemma[verb])
  )
    return false;
  for (let steps = 0; steps < 3 && verb >= 0; steps++) {
    if (s.head[mention.word] === verb) return mention.weight === 3;
    if (s.deprel[verb] !== 'xcomp' && s.deprel[verb] !== 'conj') break;
    verb = s.head[verb];
  }
  return false;
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

/** "The country", "the nation": the one that was spoken of last. */
export function theCountry(state: State, d: Description): Allegiance | null {
  let best: { of: Allegiance; points: number } | null = null;
  const search = { back: d.role?.noun === 'country' ? 3 : 6, scene: 0, dateline: 0, ahead: false, officials: false };
  const form = formOf(d.role?.noun ?? '');
  const leaver = leaverOf(state, d);
  spoken(state, d, search, false, (of, points) => {
    if ((form && !form.has(of.country ?? '')) || leaver.includes(of.country ?? '')) return;
    const weighed = points + (principalsOf(state).share.get(of.country ?? '') ?? 0);
    if (!best || weighed > best.points) best = { of: homeland(of), points: weighed };
  });
  return (best as { of: Allegiance } | null)?.of ?? null;
}

/** "Arland, which withdrew its troops from the country": nobody leaves or enters himself. */
function leaverOf(state: State, d: Description): readonly string[] {
  const s = state.sentences[d.sentence];
  const verb = s.head[d.head];
  const away =
    verb >= 0 &&
    /^(?:leave|quit|flee|enter|invade|withdraw|evacuate|pull|expel|exit|depart|attack|bomb|arrive|visit|occupy|move|send|deploy)$/.test(
      s.lemma[verb],
    ) &&
    /^(?:obj|obl)$/.test(s.deprel[d.head]);
  const subject = away ? subjectOf(s, verb) : -1;
  if (subject < 0) return [];
  return state.mentions
    .filter(
      ({ sentence, word, description }) => sentence === d.sentence && word === subject && description.is !== 'role',
    )
    .flatMap(({ entities }) => entities.map(({ of }) => of?.country ?? ''));
}
