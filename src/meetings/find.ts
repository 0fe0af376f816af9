// Finds the occasions of a sentence: the nouns and verbs of codebook/meetings.txt, with their parties, days, place and what else the clause tells.

import type { Cast } from '../actors/index.js';
import {
  actorsAt,
  clauseWords,
  isShouted,
  isStray,
  lemma,
  modalOf,
  type Political,
  speakerAt,
  subjectOf,
  trimmed,
  verbOf,
  withoutAttribution,
} from '../commitments/index.js';
import { child, children, isUnder, relation, type Sentence, subtree } from '../language/index.js';
import type { ActorRef, Dispatch, PlaceMention, PlaceRef, Span, Statement, TimeExpression } from '../records.js';
import { daysOf, stretch } from './days.js';
import { lexicon, type NounEntry, type VerbEntry } from './lexicon.js';
import type { Occasion } from './occasion.js';
import { governorOf, settled, statusOf } from './status.js';

export interface Input {
  readonly dispatch: Dispatch;
  readonly times: readonly TimeExpression[];
  readonly places: readonly PlaceMention[];
  readonly cast: Cast;
  readonly statements: readonly Statement[];
}

interface Anchor {
  readonly word: number;
  readonly verb: number;
  readonly noun: NounEntry | null;
  readonly entry: VerbEntry | null;
}

/** The occasions of a sentence, left to right. */
export function occasionsOf(input: Input, sides: Political, s: Sentence): Occasion[] {
  if (isShouted(s)) return [];
  const anchors = anchorsOf(input.cast, sides, s);
  if (anchors.length === 0) return [];
  const near = input.times.filter((time) => time.span[0] < s.span[1] && s.span[0] < time.span[1]);
  const planned = plannedOf(s, anchors);
  const days = daysOf(s, near, anchors, planned);
  const made = anchors
    .map((anchor) => occasion(input, sides, s, anchor, days.get(anchor.word) ?? []))
    .filter((one) => one !== null)
    .map((one) =>
      one.status === 'held' && [...planned.values()].includes(one.word)
        ? { ...one, status: 'scheduled' as const, sure: true }
        : one,
    );
  return withoutJourneys(made);
}

/** "a conference ... slated for Jan. 13": the participle belongs to the last occasion before it, wherever the tree hung it. */
function plannedOf(s: Sentence, anchors: readonly Anchor[]): Map<number, number> {
  const found = new Map<number, number>();
  const { modifiers } = lexicon();
  for (let i = 1; i < s.size; i++) {
    if (modifiers.get(s.form[i].toLowerCase()) !== 'scheduled' || !/^(VBN|VBD|JJ)$/.test(s.xpos[i])) continue;
    if (child(s, i, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'cop') >= 0 || !/^(IN|TO)$/.test(s.xpos[i + 1] ?? ''))
      continue;
    let owner = -1;
    for (const { word, noun } of anchors) if (noun && word < i && i - word < 14) owner = word;
    if (owner >= 0) found.set(i, owner);
  }
  return found;
}

function anchorsOf(cast: Cast, sides: Political, s: Sentence): Anchor[] {
  const { nouns, verbs, not } = lexicon();
  const anchors: Anchor[] = [];
  for (let i = 0; i < s.size; i++) {
    const word = lemma(s, i);
    if (
      s.upos[i] === 'NOUN' ||
      (s.upos[i] === 'PROPN' &&
        i > 0 &&
        !s.names.some(({ first, end, type }) => type === 'ORG' && first <= i && i < end))
    ) {
      const entry = nouns.get(word) ?? nouns.get(s.form[i].toLowerCase().replace(/s$/, ''));
      if (!entry) continue;
      if (relation(s.deprel[i]) === 'compound' && s.head[i] > i) continue;
      const modified = children(s, i).some((k) => k < i && (not.has(lemma(s, k)) || not.has(s.form[k].toLowerCase())));
      if (modified) continue;
      // "the talk of diplomacy", "future talks": no occasion.
      if (
        word === 'talk' &&
        s.xpos[i] === 'NN' &&
        children(s, i).some((k) => s.deprel[k] === 'nmod' && /^of$/i.test(s.form[child(s, k, 'case')] ?? ''))
      )
        continue;
      if (children(s, i).some((k) => k < i && /^future$/i.test(s.form[k]))) continue;
      // "a round of talks", "a session of talks": one occasion, named by the first noun.
      const up = s.head[i];
      if (
        up >= 0 &&
        s.deprel[i] === 'nmod' &&
        nouns.has(lemma(s, up)) &&
        up < i &&
        /^(round|session|series|day)$/.test(lemma(s, up))
      )
        continue;
      if (entry.needs === 'phone' && !isPhone(s, i)) continue;
      anchors.push({ word: i, verb: governorOf(s, i), noun: entry, entry: null });
    } else if (s.upos[i] === 'VERB') {
      const entry = verbs.get(verbOf(s, i)) ?? verbs.get(word);
      if (entry && isOccasion(cast, sides, s, i, entry)) anchors.push({ word: i, verb: i, noun: null, entry });
    } else if (isStay(cast, sides, s, i)) {
      anchors.push({ word: i, verb: i, noun: null, entry: STAY });
    }
  }
  return anchors;
}

const STAY: VerbEntry = { form: 'visit', parties: ['in', 'at'], rule: 'find.ts:will be in' };

/** "A delegation will be in Kiev on Thursday", "the envoy is due in Jerusalem". */
function isStay(cast: Cast, sides: Political, s: Sentence, word: number): boolean {
  let place = word;
  if (s.form[word].toLowerCase() === 'due') {
    place = child(s, word, 'obl');
    if (place < 0) return false;
  } else if (s.upos[word] !== 'PROPN' || child(s, word, 'cop') < 0 || modalOf(s, word) !== 'will') return false;
  const preposition = child(s, place, 'case');
  if (s.upos[place] !== 'PROPN' || preposition < 0 || !/^in$/i.test(s.form[preposition])) return false;
  const subject = subjectOf(s, word);
  return actorsAt(cast, s, subject).some(
    (ref) => sides.is(ref.actor) && /person|unnamed|group/.test(cast.byId(ref.actor)?.kind ?? ''),
  );
}

/** A call by telephone: with somebody at the other end, or said to be one. */
function isPhone(s: Sentence, noun: number): boolean {
  for (const i of children(s, noun)) {
    const form = s.form[i].toLowerCase();
    if (/^(telephone|phone|video|conference|hotline|minute)$/.test(form) || /-minute$|-hour$/.test(form)) return true;
    if (!/^(nmod|acl|obl)/.test(s.deprel[i])) continue;
    const preposition = child(s, i, 'case', 'mark');
    if (preposition < 0) continue;
    const opener = s.form[preposition].toLowerCase();
    if (opener === 'for' || opener === 'to') return false;
    if (/^(with|between|from)$/.test(opener)) return true;
  }
  const up = s.head[noun];
  // "told him in a call on Saturday"
  if (
    up >= 0 &&
    s.deprel[noun] === 'obl' &&
    /^(tell|say|discuss|speak|agree|warn|urge|assure|promise|ask)$/.test(lemma(s, up))
  ) {
    const preposition = child(s, noun, 'case');
    if (preposition >= 0 && /^(in|during|after)$/i.test(s.form[preposition])) return true;
  }
  if (up >= 0 && /^(hold|have|make|return|receive|request)$/.test(lemma(s, up)) && relation(s.deprel[noun]) === 'obj') {
    return !s.form.slice(noun + 1, noun + 2).some((word) => /^(for|to)$/i.test(word));
  }
  const determiner = child(s, noun, 'det', 'nmod:poss');
  return lemma(s, noun) === 'conversation' || (determiner >= 0 && /^(the|that|this)$/i.test(s.form[determiner]));
}

/** Whether a verb of the list tells of an occasion here: somebody political, and where the list wants one, another. */
function isOccasion(cast: Cast, sides: Political, s: Sentence, verb: number, entry: VerbEntry): boolean {
  const subject = subjectOf(s, verb);
  const agents = deepAt(cast, s, subject).filter((ref) => sides.is(ref.actor));
  if (agents.length === 0) return false;
  const mine = new Set(agents.map((ref) => sides.side(ref.actor)));
  const others = partiesBehind(cast, sides, s, verb, entry);
  const word = lemma(s, verb);
  const foreign = others.some((id) => !mine.has(sides.side(id)));
  if (word === 'speak') return foreign && (formatOf(s, verb) !== null || /^with$/i.test(prepositionOf(s, verb, entry)));
  if (/^(telephone|phone|summon|confer|negotiate)$/.test(word)) return foreign;
  // "The G8 ministers will discuss the tests in London on June 12": an agenda of many.
  if (word === 'discuss')
    return (
      /^(will|would)$/.test(modalOf(s, verb) ?? '') && (mine.size > 1 || agents.some((ref) => /^IGO/.test(ref.code)))
    );
  if (entry.form === 'visit')
    return word === 'visit' || word === 'tour' ? child(s, verb, 'obj') >= 0 : hasDestination(s, verb, entry);
  if (foreign) return true;
  // "The ministers will meet on Monday": several, or a body of states.
  if (child(s, verb, 'obj') >= 0) return false;
  return (
    mine.size > 1 || subject < 0 || /NNS|NNPS/.test(s.xpos[subject]) || agents.some((ref) => /^IGO/.test(ref.code))
  );
}

function prepositionOf(s: Sentence, verb: number, entry: VerbEntry): string {
  for (const i of children(s, verb)) {
    const preposition = relation(s.deprel[i]) === 'obl' ? child(s, i, 'case') : -1;
    if (preposition >= 0 && entry.parties.includes(s.form[preposition].toLowerCase())) return s.form[preposition];
  }
  return '';
}

function hasDestination(s: Sentence, verb: number, entry: VerbEntry): boolean {
  for (const i of children(s, verb)) {
    if (relation(s.deprel[i]) !== 'obl' || s.upos[i] !== 'PROPN') continue;
    const preposition = child(s, i, 'case');
    if (preposition >= 0 && entry.parties.includes(s.form[preposition].toLowerCase())) return true;
  }
  return false;
}

/** Ids of the political actors where the verb has its other party. */
function partiesBehind(cast: Cast, sides: Political, s: Sentence, verb: number, entry: VerbEntry): string[] {
  const found: string[] = [];
  for (const i of children(s, verb)) {
    if (i < verb) continue;
    const name = relation(s.deprel[i]);
    let fits = name === 'obj' && entry.parties.includes('obj');
    if (name === 'obl') {
      const preposition = child(s, i, 'case');
      fits = preposition >= 0 && entry.parties.includes(s.form[preposition].toLowerCase());
    }
    if (!fits) continue;
    for (const ref of actorsAt(cast, s, i)) if (sides.is(ref.actor)) found.push(ref.actor);
  }
  return found;
}

const WITH = /^(with|between|among|amongst|of|from|including|involving|by|to)$/;

function partiesOf(input: Input, sides: Political, s: Sentence, anchor: Anchor): string[] {
  const { cast } = input;
  const found: string[] = [];
  const take = (word: number): void => {
    for (const ref of deepAt(cast, s, word))
      if (sides.is(ref.actor) && !found.includes(ref.actor)) found.push(ref.actor);
  };
  const { word, verb } = anchor;
  if (anchor.noun) {
    for (const i of children(s, word)) {
      const name = relation(s.deprel[i]);
      if (/^(compound|amod|nmod)$/.test(name) && i < word && child(s, i, 'case') < 0) {
        for (const k of subtree(s, i)) take(k);
      } else if (/^(nmod|obl|acl)$/.test(name) && i > word) {
        const preposition = child(s, i, 'case', 'mark');
        if (preposition < 0) continue;
        const opener = s.form[preposition].toLowerCase();
        if (WITH.test(opener) && !(opener === 'to' && anchor.noun.form !== 'visit')) take(i);
      }
    }
    // "a round of talks with Iran": the parties of the inner noun.
    for (const i of children(s, word)) {
      if (s.deprel[i] !== 'nmod' || !lexicon().nouns.has(lemma(s, i))) continue;
      for (const k of children(s, i)) {
        const preposition = relation(s.deprel[k]) === 'nmod' ? child(s, k, 'case') : -1;
        if (preposition >= 0 && WITH.test(s.form[preposition].toLowerCase())) take(k);
        else if (k < i && child(s, k, 'case') < 0) for (const m of subtree(s, k)) take(m);
      }
    }
  }
  if (verb >= 0) {
    for (const i of children(s, verb)) {
      if (relation(s.deprel[i]) !== 'obl' || i === word || isUnder(s, word, i)) continue;
      const preposition = child(s, i, 'case');
      if (preposition >= 0 && /^(with|between)$/i.test(s.form[preposition])) take(i);
    }
    if (anchor.entry) {
      const before = [...found];
      found.length = 0;
      take(subjectOf(s, verb));
      for (const id of [...before, ...partiesBehind(cast, sides, s, verb, anchor.entry)])
        if (!found.includes(id)) found.push(id);
    } else if (new Set(found.map((id) => sides.side(id))).size < 2) {
      const subject = subjectOf(s, verb);
      if (subject >= 0 && subject !== word && !isUnder(s, subject, word)) {
        const before = [...found];
        found.length = 0;
        take(subject);
        for (const id of before) if (!found.includes(id)) found.push(id);
      }
      const agent = child(s, verb, 'obl:agent');
      if (agent >= 0 && lexicon().status.has(lemma(s, verb))) take(agent);
      if (relation(s.deprel[word]) === 'obl') {
        const object = child(s, verb, 'iobj') >= 0 ? child(s, verb, 'iobj') : child(s, verb, 'obj');
        if (object >= 0 && object !== word) take(object);
      }
      // "In a call, A said ..., while B said ..."
      if (anchor.noun?.form === 'call' && new Set(found.map((id) => sides.side(id))).size < 2) {
        for (let i = 0; i < s.size; i++)
          if (s.deprel[i] === 'nsubj' && /^(say|tell)$/.test(lemma(s, s.head[i]))) take(i);
      }
    }
  }
  return found;
}

/** The actors of a noun phrase with those of its "of" and its owners: "the leaders of Russia and France", "Italy's and Egypt's ministers". */
function deepAt(cast: Cast, s: Sentence, word: number): ActorRef[] {
  if (word < 0) return [];
  const found = [...actorsAt(cast, s, word)];
  if (s.upos[word] !== 'NOUN') return found;
  for (const i of children(s, word)) {
    const name = relation(s.deprel[i]);
    const preposition = child(s, i, 'case');
    const of = preposition >= 0 && /^(of|from|'s|’s|'|’)$/i.test(s.form[preposition]);
    if ((name === 'nmod' && of) || (/^(amod|compound)$/.test(name) && child(s, i, 'conj') >= 0)) {
      for (const ref of actorsAt(cast, s, i)) {
        if (!found.some((other) => other.country === ref.country && other.country !== null)) found.push(ref);
      }
    }
  }
  return found;
}

function placeOf(input: Input, s: Sentence, anchor: Anchor, visit: boolean): PlaceRef | null {
  let found: PlaceMention | null = null;
  for (const place of input.places) {
    if (place.span[0] < s.span[0] || place.span[1] > s.span[1]) continue;
    let word = -1;
    for (let i = 0; i < s.size; i++) if (s.start[i] < place.span[1] && place.span[0] < s.end[i]) word = i;
    while (
      word >= 0 &&
      s.head[word] >= 0 &&
      s.start[s.head[word]] >= place.span[0] &&
      s.start[s.head[word]] < place.span[1]
    )
      word = s.head[word];
    if (word < 0) continue;
    const up = s.head[word];
    const near =
      up === anchor.word ||
      up === anchor.verb ||
      (up >= 0 && (s.head[up] === anchor.word || s.head[up] === anchor.verb));
    if (!near) continue;
    const preposition = child(s, word, 'case');
    const opener = preposition >= 0 ? s.form[preposition].toLowerCase() : '';
    if (visit && relation(s.deprel[word]) === 'obj' && child(s, word, 'conj') >= 0) continue;
    const there =
      /^(in|at|on|near|outside)$/.test(opener) ||
      (visit && (/^(to|for)$/.test(opener) || relation(s.deprel[word]) === 'obj'));
    const named =
      opener === '' && up === anchor.word && /^(compound|amod)/.test(s.deprel[word]) && place.kind === 'city';
    if (there || named) {
      found = place;
      if (there) break;
    }
  }
  if (found) {
    const { id, name, country, latitude, longitude, span } = found;
    return { place: id, name, country, latitude, longitude, span };
  }
  for (const word of [anchor.word, anchor.verb]) {
    if (word < 0) continue;
    const here = children(s, word).find((i) => s.form[i].toLowerCase() === 'here');
    const [dateline] = input.dispatch.datelinePlaces;
    if (here === undefined || !dateline) continue;
    const { name, country, latitude, longitude } = dateline;
    return { place: null, name, country, latitude, longitude, span: [s.start[here], s.end[here]] };
  }
  return null;
}

function levelOf(cast: Cast, s: Sentence, words: readonly number[], parties: readonly string[]): string | null {
  const { levels, ranks } = lexicon();
  const found = new Set<string>();
  for (const i of words) {
    const level = levels.get(lemma(s, i)) ?? levels.get(s.form[i].toLowerCase());
    if (level === undefined) continue;
    // "prime minister" and "vice president": the first is a leader, "foreign minister" is not.
    const before = i > 0 ? s.form[i - 1].toLowerCase() : '';
    if (level === 'ministers' && before === 'prime') found.add('leaders');
    else if (level === 'leaders' && /^(vice|deputy)$/.test(before) && /premier|minister/.test(lemma(s, i)))
      found.add('ministers');
    else if (level === 'ministers' && lemma(s, i) === 'secretary' && /^(press|general)$/.test(before)) continue;
    else if (level === 'military' && /^(secretary|attorney|director|consul)/i.test(before)) continue;
    else found.add(level);
  }
  for (const id of parties) {
    const role = cast.byId(id)?.role?.toLowerCase() ?? '';
    if (/prime minister|president|king|chancellor|emir|premier/.test(role) && !/former|vice/.test(role))
      found.add('leaders');
    else if (/minister|secretary of state/.test(role)) found.add('ministers');
  }
  return ranks.find((rank) => found.has(rank)) ?? null;
}

function formatOf(s: Sentence, word: number): string | null {
  const { formats } = lexicon();
  for (const i of subtree(s, word)) {
    if (i === word || s.head[i] === word || s.head[s.head[i]] === word) {
      const format = formats.get(s.form[i].toLowerCase()) ?? formats.get(lemma(s, i));
      if (format !== undefined) return format;
    }
  }
  return null;
}

const ORDINALS: ReadonlyMap<string, number> = new Map(
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].map((word, i) => [
    word,
    i + 1,
  ]),
);

function roundOf(s: Sentence, word: number): number | null {
  for (const i of children(s, word)) {
    const round = ORDINALS.get(s.form[i].toLowerCase());
    if (round !== undefined) return round;
    const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(s.form[i].toLowerCase());
    if (digits) return Number(digits[1]);
  }
  return null;
}

/** What came of it: the verb whose subject it is, or what its parties did next ("met but failed to agree"). */
function outcomeOf(s: Sentence, anchor: Anchor): Span | null {
  const { outcomes } = lexicon();
  const { word, verb } = anchor;
  if (verb < 0) return null;
  const isOutcome = (i: number): boolean => outcomes.has(verbOf(s, i)) || outcomes.has(lemma(s, i));
  const clause = (head: number): Span | null => {
    const leave = (i: number): boolean =>
      i === word || /^(nsubj|parataxis|cc$)/.test(s.deprel[i]) || isStray(s, i, head);
    return trimmed(
      s,
      withoutAttribution(
        s,
        clauseWords(s, head, leave).filter((i) => i >= head),
      ),
    );
  };
  if (anchor.noun && relation(s.deprel[word]) === 'nsubj' && isOutcome(verb) && modalOf(s, verb) === null)
    return clause(verb);
  for (const i of children(s, verb)) {
    if (i < verb || !/^(conj|advcl)$/.test(s.deprel[i])) continue;
    if (s.deprel[i] === 'conj' && /^(agree|fail|sign|reach|resolve|produce)$/.test(lemma(s, i))) return clause(i);
    const without = children(s, i).find((k) => /^without$/i.test(s.form[k]));
    if (s.deprel[i] === 'advcl' && without !== undefined)
      return trimmed(s, subtree(s, i)) && [s.start[without], s.end[subtree(s, i).at(-1)!]];
  }
  return null;
}

function occasion(
  input: Input,
  sides: Political,
  s: Sentence,
  anchor: Anchor,
  times: readonly TimeExpression[],
): Occasion | null {
  const { cast, dispatch, statements } = input;
  const { word, verb } = anchor;
  const { start, end, known } = stretch(times);
  const form = anchor.noun?.form ?? anchor.entry!.form;
  const visit = form === 'visit';
  const told = settled(statusOf(s, word, verb, start, dispatch.date?.value ?? null), end, dispatch.date?.value ?? null);
  let parties = partiesOf(input, sides, s, anchor);
  const place = placeOf(input, s, anchor, visit);
  if (visit && place?.country) {
    const host = cast.actors.find((actor) => actor.country === place.country && sides.is(actor.id));
    if (host && !parties.some((id) => sides.side(id) === sides.side(host.id))) parties = [...parties, host.id];
  }
  const asked = askedBy(cast, sides, s, anchor, told.by);
  const host = hostOf(cast, sides, s, anchor);
  const subject = verb >= 0 ? subjectOf(s, verb) : -1;
  const levelWords = [
    ...subtree(s, word),
    ...(subject >= 0 &&
    subject !== word &&
    actorsAt(cast, s, subject).length > 0 &&
    (anchor.entry !== null || !isSpeech(s, verb))
      ? subtree(s, subject)
      : []),
  ];
  const determiner = child(s, word, 'det', 'nmod:poss');
  const definite = determiner >= 0 && /^(the|that|this|these|those|both|their|its|his|her)$/i.test(s.form[determiner]);
  const count = new Set(parties.map((id) => sides.side(id))).size;
  const body = parties.some((id) => /^IGO/.test(cast.byId(id)?.code ?? ''));
  const firm =
    (anchor.entry !== null && (count > 1 || body || visit || start !== null || told.sure)) ||
    (anchor.noun !== null &&
      parties.length > 0 &&
      (start !== null || told.sure || (count > 1 && anchor.noun.needs !== 'other'))) ||
    (anchor.noun?.needs === 'phone' && count > 0 && formatOf(s, word) !== null) ||
    // "Talks planned for Friday were in doubt", "the next round has been put back": whose they are was told before.
    (/^(talks|summit)$/.test(anchor.noun?.form ?? '') && told.sure && start !== null) ||
    (definite && told.sure && /^(postponed|cancelled)$/.test(told.status) && start !== null);
  return {
    s,
    word,
    verb,
    form: form === 'talks' && lemma(s, word) === 'round' ? 'talks' : form,
    status: told.status,
    sure: told.sure,
    parties,
    start,
    end,
    known,
    place,
    requestedBy: asked,
    host,
    level: levelOf(cast, s, levelWords, parties),
    format:
      formatOf(s, word) ??
      (verb >= 0 && anchor.entry ? formatOf(s, verb) : null) ??
      (form === 'call' && /^(tele)?phone$/.test(lemma(s, word)) ? 'by telephone' : null),
    round: roundOf(s, word),
    outcome: outcomeOf(s, anchor),
    span: [s.start[word], s.end[word]],
    also: null,
    statement: speakerAt(cast, statements, s, word).statement,
    rule: anchor.noun?.rule ?? anchor.entry!.rule,
    definite,
    firm,
  };
}

const ASKING = /^(propose|request|seek|ask|invite|suggest|offer|summon|want|urge|call)$/;

/** Who asked for it: the subject of "proposed", "requested by", "at the request of". */
function askedBy(cast: Cast, sides: Political, s: Sentence, anchor: Anchor, by: number): string | null {
  const political = (word: number): string | null =>
    actorsAt(cast, s, word).find((ref) => sides.is(ref.actor))?.actor ?? null;
  for (const verb of [anchor.verb, by]) {
    if (verb < 0 || !ASKING.test(lemma(s, verb))) continue;
    const agent = child(s, verb, 'obl:agent');
    if (agent >= 0) return political(agent);
    if (child(s, verb, 'nsubj:pass') < 0) return political(subjectOf(s, verb));
  }
  for (let i = 0; i < s.size; i++) {
    if (lemma(s, i) !== 'request' || s.upos[i] !== 'NOUN') continue;
    if (!isUnder(s, i, anchor.word) && s.head[i] !== anchor.verb) continue;
    for (const k of children(s, i)) {
      const found = /^nmod/.test(s.deprel[k]) ? political(k) : null;
      if (found) return found;
    }
  }
  return null;
}

/** "hosted by", "X will host", "an invitation to Washington". */
function hostOf(cast: Cast, sides: Political, s: Sentence, anchor: Anchor): string | null {
  const political = (word: number): string | null =>
    actorsAt(cast, s, word).find((ref) => sides.is(ref.actor))?.actor ?? null;
  const { word, verb } = anchor;
  for (const i of children(s, word)) {
    if (s.deprel[i] === 'acl' && /^(host|chair|organise|organize|sponsor)$/.test(lemma(s, i))) {
      const agent = child(s, i, 'obl:agent', 'obl');
      if (agent >= 0) return political(agent);
    }
  }
  if (verb >= 0 && /^(host|receive|chair)$/.test(lemma(s, verb)) && child(s, verb, 'nsubj:pass') < 0)
    return political(subjectOf(s, verb));
  if (verb >= 0 && lemma(s, verb) === 'invite') return political(subjectOf(s, verb));
  return null;
}

/** A journey "for talks" is the talks, and whoever meets "in talks" or "for a conference" is at one occasion: the noun and the verb are one. */
function withoutJourneys(all: readonly Occasion[]): Occasion[] {
  const dropped = new Set<Occasion>();
  const also = new Map<Occasion, Occasion>();
  for (const noun of all) {
    if (noun.word === noun.verb) continue;
    const verb = all.find((other) => other.word === other.verb && isWithin(noun, other));
    if (!verb || dropped.has(verb)) continue;
    if (verb.form === 'visit' ? noun.form === 'visit' : noun.form === 'visit' || noun.form === 'call') continue;
    // The noun names it, unless it says less than the verb does: "will meet in talks".
    const main = verb.form === 'visit' || /^(summit|conference)$/.test(noun.form) ? noun : verb;
    const other = main === noun ? verb : noun;
    dropped.add(other);
    also.set(main, other);
  }
  return all
    .filter((one) => !dropped.has(one))
    .map((one) => {
      const other = also.get(one);
      if (!other) return one;
      const parties = [...new Set([...other.parties, ...one.parties])];
      return {
        ...one,
        parties,
        start: one.start ?? other.start,
        end: one.start === null ? other.end : one.end,
        known: one.start === null ? other.known : one.known,
        status: one.sure ? one.status : other.status,
        place: one.place ?? other.place,
        level: one.level ?? other.level,
        host: one.host ?? other.host,
        also: other.span,
        firm: one.firm || other.firm || parties.length > 0,
      };
    });
}

/** The noun stands below the verb as its purpose or circumstance, with no day of its own that differs. */
function isWithin(noun: Occasion, verb: Occasion): boolean {
  if (noun.s !== verb.s || !isUnder(noun.s, noun.word, verb.word)) return false;
  if (noun.start !== null && verb.start !== null && noun.start !== verb.start) return false;
  const { s } = noun;
  let at = noun.word;
  while (s.head[at] !== verb.word) {
    if (/^(ccomp|advcl|conj|parataxis|acl)/.test(s.deprel[at])) return false;
    at = s.head[at];
  }
  const preposition = child(s, at, 'case');
  return /^(obl|nmod)/.test(s.deprel[at]) && preposition >= 0 && /^(for|in|at|of)$/i.test(s.form[preposition]);
}

function isSpeech(s: Sentence, verb: number): boolean {
  return /^(say|tell|add|announce|report|declare|warn|state|note)$/.test(lemma(s, verb));
}
