// From a draft to a record: its consequence and condition as spans, its kind, its sides, its deadline; or nothing, where it binds nobody.

import type { Cast } from '../actors/index.js';
import { child, type Sentence } from '../language/index.js';
import type { Clause, Commitment, Condition, Span, Statement, TimeExpression } from '../records.js';
import { acts, isIn, signOfClause } from './acts.js';
import { addresseeOf } from './addressee.js';
import { actorAt, isAside, isNegated, lemma } from './clause.js';
import type { Coded } from './coded.js';
import type { FoundCondition } from './conditions.js';
import { deadlineIn, onDay } from './deadline.js';
import { isDocument } from './documents.js';
import type { Draft } from './draft.js';
import { kinOf } from './kin.js';
import { kindOf, strengthOf } from './kind.js';
import { lexicon } from './lexicon.js';
import { type Given, linkIn } from './links.js';
import type { Made } from './made.js';
import { effectOf } from './modal-others.js';
import { settingOf } from './setting.js';
import { isUnknown, type Political } from './sides.js';
import { alternative, conditionSpan, consequenceOf, isLoose, paired } from './spans.js';
import { speakerAt } from './speaker.js';
import { isVoice, mayBeVoice } from './voices.js';
import { whoeverDoes } from './whoever.js';
import { bothOf } from './whom.js';
import { isTakenBack } from './withdrawn.js';

/** What the reader knows of the whole dispatch. */
export interface Known extends Coded {
  /** Statements by id. */
  readonly byId: ReadonlyMap<string, Statement>;
}

export function clauseAt(events: Coded['events'], given: Span, text?: string): Clause {
  const span = text === undefined ? given : paired(text, given);
  const inside = events.filter(({ trigger }) => trigger[0] >= span[0] && trigger[1] <= span[1]);
  return { span, events: inside.map(({ id }) => id) };
}

/** Who committed himself before to what the sentence speaks of again: its subject stands among the words of that commitment. */
function giverOf(s: Sentence, q: number, earlier: readonly Made[]): string | null {
  const subject = child(s, q, 'nsubj:pass');
  if (subject < 0) return null;
  const one = earlier.findLast(({ sentence, lemmas }) => s.index - sentence <= 2 && lemmas.has(lemma(s, subject)));
  return one?.record.holder ?? null;
}

/** "or be crushed", "or we'll stop you"; not "resign or call elections". */
function isHarmOr(s: Sentence, verb: number): boolean {
  return child(s, verb, 'nsubj') >= 0 || signOfClause(s, verb) <= 0 || isIn(acts().suffer, s, verb);
}

/** The noun with "any" among what a harm is done to, or answers: -1 where there is none. */
function anyBelow(s: Sentence, q: number, kind: Draft['kind']): number {
  if (!/^(sign|threat|warning|promise)$/.test(kind) || s.upos[q] !== 'VERB' || isNegated(s, q)) return -1;
  const harm = isIn(acts().harm, s, q) || isIn(acts().answer, s, q) || isIn(acts().do, s, q);
  if (!harm) return -1;
  for (let i = q + 1; i < s.size; i++) {
    if (s.head[i] !== q || !/^(obj|obl|ccomp|xcomp)/.test(s.deprel[i]) || s.upos[i] !== 'NOUN') continue;
    // "by any legal means", "use any weapon": with what, and no matter what.
    if (MEANS.test(lemma(s, i))) continue;
    if (/^any$/i.test(s.form[child(s, i, 'det')] ?? '')) return i;
  }
  return -1;
}

const MEANS =
  /^(means?|weapon|option|force|measure|step|tool|way|cost|price|time|moment|method|resource|circumstance)$/;

export function finish(
  input: Known,
  sides: Political,
  draft: Draft,
  condition: FoundCondition | null,
  pointed: Given | null,
  times: readonly TimeExpression[],
  earlier: readonly Made[],
): Made | null {
  const { cast, statements, events, dispatch } = input;
  const { s } = draft;
  let { q } = draft;
  let kind = draft.decided ?? draft.kind;
  let given = draft.given;
  if (draft.worded && isTakenBack(s, draft.trigger)) return null;

  // "Leave or face attack": what is demanded is the condition of what is threatened.
  const second = alternative(s, q, draft.trigger);
  const or = second >= 0 && isHarmOr(s, second) ? second : -1;
  if (or >= 0 && (kind === 'demand' || kind === 'ultimatum' || kind === 'warning')) {
    given = { head: q, polarity: 'unless' };
    q = or;
    kind = 'ultimatum';
  }
  // "will shoot down any plane that crosses the border": what comes under "any" is the condition.
  const any = given === null && condition === null && pointed === null ? anyBelow(s, q, kind) : -1;
  if (any >= 0) given = { head: any, polarity: 'if' };
  const sayer = draft.holder >= 0 ? (actorAt(cast, s, draft.holder)?.actor ?? null) : null;
  const whoever =
    given === null && condition === null && pointed === null && any < 0
      ? whoeverDoes(s, q, draft, cast, sides, sayer)
      : -1;
  if (whoever >= 0) given = { head: whoever, polarity: 'if' };
  // A warning's clause tells what brings what: "warned that an attack would mean war".
  if (kind === 'warning' && given === null && isIn(acts().cause, s, q) && child(s, q, 'nsubj') >= 0) {
    const subject = child(s, q, 'nsubj');
    if (!actorAt(cast, s, subject)) given = { head: subject, polarity: 'if' };
    const effect = effectOf(s, q);
    if (effect >= 0 && /^(lead|result|amount|bring|cause|mean|have|trigger|provoke|spark|entail)$/.test(lemma(s, q)))
      q = effect;
  }

  const leave = (word: number): boolean =>
    isAside(s, word) ||
    isLoose(s, word, q) ||
    (word === draft.trigger && s.head[word] === q) ||
    (condition !== null && (word === condition.head || word === condition.marker)) ||
    (given !== null && word === given.head && any < 0) ||
    (or >= 0 && word === or && q !== or);
  // "promised that Chad would be let in": whose act it is stands with it, unless it is the holder's or whoever is spoken to does it.
  const another = (word: number): boolean => {
    const actor = actorAt(cast, s, word)?.actor ?? null;
    const mine = draft.holder >= 0 ? (actorAt(cast, s, draft.holder)?.actor ?? null) : speaker.actor;
    const theirs = sides.side(actor);
    return (
      theirs !== null &&
      mine !== null &&
      theirs !== sides.side(mine) &&
      !/^(demand|ultimatum)$/.test(kind) &&
      word !== draft.holder
    );
  };
  const speaker = speakerAt(cast, statements, s, draft.trigger);
  let holder =
    draft.author ??
    (draft.holder >= 0 ? (actorAt(cast, s, draft.holder)?.actor ?? ownerAt(cast, s, draft.holder)) : null);
  // "his forces would shoot": whoever speaks lets them.
  const owner = draft.holder >= 0 && !draft.worded ? child(s, draft.holder, 'nmod:poss') : -1;
  const mine = owner >= 0 && /^(his|her|its|their|our|my)$/i.test(s.form[owner]);
  if (mine && speaker.actor !== null) holder = speaker.actor;
  if (holder === null) {
    // Somebody is named who is not known, or a thing stands for whoever speaks.
    const named = draft.holder >= 0 && s.upos[draft.holder] !== 'PRON';
    const person =
      named && (draft.worded || lexicon().people.has(lemma(s, draft.holder)) || s.upos[draft.holder] === 'PROPN');
    if (named) {
      const kin = kinOf(cast, dispatch.text, s, draft.holder);
      holder = kin.find((id) => id === speaker.actor) ?? kin[0] ?? null;
    }
    // "has been ordered to freeze the accounts, a spokesman said": who ordered it is not told.
    const hidden = draft.worded && draft.holder < 0 && draft.kind === 'demand' && isPassive(s, draft.trigger);
    if (holder === null && !person && !hidden) holder = speaker.actor;
    // "The relief would be revoked": by whoever had promised it.
    if (holder === null && !named && draft.kind === 'sign') holder = giverOf(s, q, earlier);
  }
  holder = stateBehind(cast, holder);
  const due = deadlineIn(dispatch, s, times, (word) => isElse(condition, kind, word), draft.trigger);
  const resolved =
    draft.decided !== undefined && or < 0
      ? draft.decided
      : (kindOf(s, draft, kind, q, condition, cast, sides, holder, due !== null, or >= 0) ??
        kindByLink(draft, pointed));
  if (resolved === null) return null;

  // Orders to one's own side, and what somebody predicts that another will do, bind nobody.
  if (resolved === 'demand' && draft.addressee >= 0) {
    const ordered = cast.at(s.index, draft.addressee);
    if (
      ordered.length > 0 &&
      ordered.every((ref) => sides.side(ref.actor) !== null && sides.side(ref.actor) === sides.side(holder)) &&
      !ordered.some((ref) => isOtherHouse(cast, holder, ref.actor))
    )
      return null;
  }
  // A thing threatens nobody, whatever the verb; a firm only a state.
  const thing =
    holder === null &&
    draft.worded &&
    draft.holder >= 0 &&
    s.upos[draft.holder] === 'NOUN' &&
    !lexicon().people.has(lemma(s, draft.holder)) &&
    !isDocument(s, draft.holder) &&
    !/^NOUN$/.test(s.upos[draft.trigger]);
  if (thing) return null;
  // "said the United States was entitled to strike": a right that one grants another.
  const granted = draft.worded && /^entitled$/i.test(s.form[draft.trigger]);
  if (granted && sides.side(speaker.actor) !== sides.side(holder)) return null;
  const firm = isFirm(cast, holder) || isGang(cast, holder);
  if (!sides.is(holder) && holder !== null && !firm && !draft.sure && !mayBeVoice(cast, draft, holder)) return null;
  // What is promised not to be done is told with its negation; what is refused, without.
  const spared = draft.negated && /^(promise|threat)$/.test(draft.kind);
  const consequence = consequenceOf(s, q, leave, condition, cast, draft.addressee, draft.trigger, spared, another);
  const p = conditionSpan(s, condition, given, q, or, pointed);
  const otherwise =
    condition !== null &&
    (condition.polarity === 'unless' || isNegated(s, condition.head)) &&
    /^(sign|threat|warning)$/.test(kind);
  const inAct = (word: number): boolean =>
    consequence !== null && s.start[word] >= consequence[0] && s.end[word] <= consequence[1];
  const by = due ?? (otherwise ? onDay(dispatch, s, times, inAct, draft.trigger) : null);
  const kin = (word: number): string | null => kinOf(cast, dispatch.text, s, word)[0] ?? null;
  const spoken = speaker.statement === null ? null : (input.byId.get(speaker.statement)?.addressee ?? null);
  const addressee = addresseeOf(cast, sides, s, draft, resolved, q, condition, given, holder, earlier, kin, spoken);
  const alsoTo = together(cast, sides, s, draft, holder, addressee);
  const joint = jointly(cast, sides, s, draft, holder).filter((id) => id !== addressee);
  const state = sides.is(addressee) && !isUnknown(sides.side(addressee));
  if (!sides.is(holder) && !state && !draft.sure && !isVoice(cast, sides, draft, holder, addressee)) return null;
  const consequenceClause = consequence ? clauseAt(events, consequence, dispatch.text) : null;
  const conditionClause: Condition | null = p
    ? { ...clauseAt(events, p.span, dispatch.text), polarity: p.polarity }
    : null;
  if (!consequenceClause && !conditionClause) return null;
  const setting = settingOf(s, speaker.statement, holder, sides, (id) => input.byId.get(id));
  const record: Omit<Commitment, 'id'> = {
    kind: resolved,
    holder,
    ...(joint.length === 0 ? {} : { joint }),
    addressee,
    ...(alsoTo.length === 0 ? {} : { alsoTo }),
    consequence: consequenceClause,
    condition: conditionClause,
    deadline: by,
    strength: strengthOf(s, draft, q),
    ...(setting === undefined ? {} : { setting }),
    statement: speaker.statement,
    trigger: [s.start[draft.trigger], s.end[draft.triggerEnd]],
    rule: draft.rule,
  };
  const lemmas = new Set<string>();
  if (consequence) {
    for (let i = 0; i < s.size; i++) {
      if (s.start[i] < consequence[0] || s.end[i] > consequence[1]) continue;
      if (/^(NOUN|VERB|PROPN|ADJ)$/.test(s.upos[i])) lemmas.add(lemma(s, i));
    }
  }
  const headline = s.span[0] < (dispatch.paragraphs[0]?.[0] ?? 0);
  return { record, side: sides.side(holder), lemmas, sentence: s.index, draft, headline };
}

/** "U.N. headquarters", "NATO command": whose they are, where they are nobody of their own. */
function ownerAt(cast: Cast, s: Sentence, noun: number): string | null {
  if (!/^(headquarters|command|office|side|camp|capital|leadership|delegation|mission|embassy)$/.test(lemma(s, noun)))
    return null;
  for (let i = noun - 1; i >= 0 && i > noun - 4; i--) {
    const ref = s.head[i] === noun ? actorAt(cast, s, i) : null;
    if (ref) return ref.actor;
  }
  return null;
}

function isPassive(s: Sentence, verb: number): boolean {
  return s.xpos[verb] === 'VBN' && (child(s, verb, 'aux:pass') >= 0 || child(s, verb, 'nsubj:pass') >= 0);
}

/** A state's own agency or radio speaks for it: the state is the holder, where the text names it. */
function stateBehind(cast: Cast, holder: string | null): string | null {
  const actor = holder === null ? undefined : cast.byId(holder);
  if (actor?.sector !== 'JRN' || actor.country === null) return holder;
  const of = (kind: string): string | undefined =>
    cast.actors.find((one) => one.country === actor.country && one.kind === kind)?.id;
  return of('country') ?? of('government') ?? holder;
}

/** The others of whom the same is told: "Peru and Ecuador agreed", "Brazil and Chile have promised". */
function jointly(cast: Cast, sides: Political, s: Sentence, draft: Draft, holder: string | null): string[] {
  if (draft.holder < 0 || s.upos[draft.holder] === 'PRON') return [];
  const all = cast.at(s.index, draft.holder).map((ref) => ref.actor);
  if (holder === null || !all.includes(holder)) return [];
  return [...new Set(all)].filter((id) => id !== holder && sides.is(id) && sides.side(id) !== sides.side(holder));
}

/** The others of those who are spoken to: "urged both sides", "warned Chad and Libya". */
function together(
  cast: Cast,
  sides: Political,
  s: Sentence,
  draft: Draft,
  holder: string | null,
  addressee: string | null,
): string[] {
  if (draft.addressee < 0 || addressee === null) return [];
  const mine = sides.side(holder);
  const named = cast.at(s.index, draft.addressee).map((ref) => ref.actor);
  const all = named.includes(addressee) ? named : bothOf(cast, sides, s, draft.addressee, mine);
  if (!all.includes(addressee)) return [];
  const taken = new Set([sides.side(addressee)]);
  return all.filter((id) => {
    const side = sides.side(id);
    if (side === null || side === mine || taken.has(side)) return false;
    taken.add(side);
    return true;
  });
}

/** The act tells neither harm nor good: what is done "in return" is promised, what is done otherwise threatened. */
function kindByLink(draft: Draft, pointed: Given | null): Commitment['kind'] | null {
  if (draft.kind !== 'sign' || pointed === null) return null;
  return linkIn(draft.s)?.at !== undefined && /^(return|exchange|turn)$/i.test(draft.s.form[linkIn(draft.s)!.end - 1])
    ? 'promise'
    : 'threat';
}

/** The day by which another may fulfil an offer's or a promise's condition is no deadline of its holder. */
function isElse(condition: FoundCondition | null, kind: Draft['kind'], word: number): boolean {
  return /^(offer|promise|refusal)$/.test(kind) && condition?.words.includes(word) === true;
}

/** Parliament or opposition against the government of one country: two voices, not one. */
function isOtherHouse(cast: Cast, one: string | null, other: string): boolean {
  const [mine, theirs] = [one === null ? null : cast.byId(one)?.sector, cast.byId(other)?.sector];
  return mine !== theirs && (/^(LEG|OPP|PTY)$/.test(mine ?? '') || /^(LEG|OPP|PTY)$/.test(theirs ?? ''));
}

/** Kidnappers, hijackers, strikers: of no side that is known, but a side to the state that they speak to. */
function isGang(cast: Cast, holder: string | null): boolean {
  const actor = holder === null ? undefined : cast.byId(holder);
  return (
    actor !== undefined &&
    /(?:^|\s)(gunm[ae]n|kidnappers?|hijackers?|captors?|strikers?|militants?|extremists?|terrorists?|students?|pirates?|bombers?|mutineers?|protesters?)\b/i.test(
      actor.name.replace(/^(the|masked|armed|\w+ian|\w+ese|\w+i)\s+/gi, ''),
    )
  );
}

function isFirm(cast: Cast, holder: string | null): boolean {
  const actor = holder === null ? undefined : cast.byId(holder);
  return (
    actor !== undefined && actor.country !== null && actor.sector === 'BUS' && !/^(person|unnamed)$/.test(actor.kind)
  );
}
