// From the words of a dispatch to its commitments: finds the drafts of each sentence, gives each its condition, its kind, its sides, its spans and its
// deadline, and keeps one record of what is told twice.

import type { Cast } from '../actors/index.js';
import { child, type Sentence } from '../language/index.js';
import type { Clause, Commitment, Condition, Span, Statement, TimeExpression, Trace } from '../records.js';
import { acts, isIn, signOfClause } from './acts.js';
import { addresseeOf } from './addressee.js';
import { above, actorAt, isAside, isNegated, lemma, modalOf, trimmed } from './clause.js';
import type { Coded } from './coded.js';
import { conditionsOf, type FoundCondition } from './conditions.js';
import { deadlineIn } from './deadline.js';
import type { Draft } from './draft.js';
import { kindOf, strengthOf } from './kind.js';
import { lexicon } from './lexicon.js';
import {
  type Before,
  type Given,
  isQuestion,
  type Link,
  laterCondition,
  linkIn,
  looseCondition,
  pointedTo,
} from './links.js';
import { isSame, type Made, touching, worth } from './made.js';
import { effectOf, modalDrafts, type Subject, type Who } from './modal.js';
import { settingOf } from './setting.js';
import { isUnknown, type Political, sidesOf } from './sides.js';
import { alternative, conditionSpan, consequenceOf, isLoose } from './spans.js';
import { type Speaker, speakerAt } from './speaker.js';
import { wordedDrafts } from './worded.js';

/** What the reader knows of the whole dispatch. */
interface Known extends Coded {
  /** Statements by id. */
  readonly byId: ReadonlyMap<string, Statement>;
}

export function readCommitments(coded: Coded, trace?: Trace): Commitment[] {
  const input: Known = { ...coded, byId: new Map(coded.statements.map((one) => [one.id, one])) };
  const sides = sidesOf(input.cast);
  if (sides.count < 2) return [];
  const made: Made[] = [];
  let before: Before | null = null;
  for (const s of input.sentences) {
    if (isShouted(s)) continue;
    const later = before ? laterCondition(s) : null;
    const last: Made | null = before?.made.at(-1) ?? null;
    if (later && last && last.record.condition === null) {
      const condition = { ...clauseAt(input.events, later), polarity: 'if' as const };
      replace(made, last, { ...last, record: { ...last.record, condition } });
      before = null;
      continue;
    }
    const found: InSentence = inSentence(input, sides, s, before, made);
    for (const one of found.made) {
      if (one.joins && made.includes(one.joins)) {
        replace(made, one.joins, one);
        continue;
      }
      // Only the last commitments are looked at: what was said sixty commitments ago is said anew.
      const twin = made.findIndex((other, k) => k >= made.length - 60 && isSame(one, other));
      if (twin < 0) made.push(one);
      else if (worth(one) > worth(made[twin]) || (made[twin].headline && worth(one) === worth(made[twin])))
        made[twin] = { ...one, sentence: made[twin].sentence };
    }
    before =
      found.made.length > 0 || found.loose ? { made: found.made, condition: found.loose, asks: isQuestion(s) } : null;
  }
  made.sort((a, b) => a.record.trigger[0] - b.record.trigger[0]);
  return made.map(({ record }, index) => {
    const id = `c${index + 1}`;
    trace?.(id, `${record.kind} by ${record.rule}`);
    return { id, ...record };
  });
}

function replace(made: Made[], old: Made, by: Made): void {
  const at = made.indexOf(old);
  if (at >= 0) made[at] = by;
}

function clauseAt(events: Coded['events'], span: Span): Clause {
  const inside = events.filter(({ trigger }) => trigger[0] >= span[0] && trigger[1] <= span[1]);
  return { span, events: inside.map(({ id }) => id) };
}

interface InSentence {
  readonly made: readonly Made[];
  /** A condition that no commitment has taken. */
  readonly loose: Given | null;
}

function inSentence(
  input: Known,
  sides: Political,
  s: Sentence,
  before: Before | null,
  earlier: readonly Made[],
): InSentence {
  const { cast, statements, times } = input;
  const near = times.filter((time) => time.span[0] < s.span[1] && s.span[0] < time.span[1]);
  const conditions = conditionsOf(s, near);
  // Nobody answers a question by asking it.
  if (isQuestion(s)) return { made: [], loose: looseCondition(conditions) };
  const link = linkIn(s);
  const worded = wordedDrafts(s).filter(
    (draft) => !conditions.some((condition) => isBinding(s, condition) && condition.words.includes(draft.trigger)),
  );
  const taken = new Set<number>();
  for (const draft of worded) {
    taken.add(draft.trigger);
    taken.add(draft.q);
  }
  const who: Who = {
    subject: (_, subject, verb) => roleOf(cast, sides, s, subject, speakerAt(cast, statements, s, verb)),
    isSaid: (_, verb) => speakerAt(cast, statements, s, verb).said,
    isAsked: earlier
      .slice(-8)
      .some((one) => s.index - one.sentence <= 4 && /^(demand|offer|ultimatum|threat)$/.test(one.record.kind)),
  };
  const drafts = [...worded, ...modalDrafts(s, conditions, taken, who, link !== null || before?.asks === true)].sort(
    (a, b) => a.trigger - b.trigger,
  );
  const given = assign(s, drafts, conditions);
  const made: Made[] = [];
  for (const draft of drafts) {
    const pointed = given.has(draft) || draft.given ? null : pointing(s, draft, link, made, before);
    const one = finish(input, sides, draft, given.get(draft) ?? null, pointed, near, [...earlier, ...made]);
    if (!one) continue;
    const demand = link?.polarity === 'unless' && pointed ? (made.at(-1) ?? before?.made.at(-1) ?? null) : null;
    if (demand && /^(demand|ultimatum)$/.test(demand.record.kind) && (one.side === null || demand.side === one.side)) {
      const whole = together(demand, one);
      if (made.includes(demand)) replace(made, demand, whole);
      else made.push({ ...whole, joins: demand });
      continue;
    }
    const twin = made.findIndex(({ record }) => touching(record, one.record));
    if (twin < 0) made.push(one);
    else if (worth(one) > worth(made[twin])) made[twin] = one;
  }
  if (made.length === 0) {
    const broken = brokenOff(input, sides, s, conditions[0] ?? null);
    if (broken) made.push(broken);
  }
  const used = new Set(given.values());
  return { made, loose: looseCondition(conditions.filter((condition) => !used.has(condition))) };
}

/** "If they do not hand over the jets ...": said so far, and no further. */
function brokenOff(input: Known, sides: Political, s: Sentence, condition: FoundCondition | null): Made | null {
  if (condition === null || condition.marker > 2 || !/^(if|unless)$/.test(condition.opener)) return null;
  if (!s.form.some((form) => /^(\.\.\.|…)$/.test(form))) return null;
  const { actor, statement, said } = speakerAt(input.cast, input.statements, s, condition.head);
  if (!said || !sides.is(actor)) return null;
  // The attribution behind the dots is no part of it.
  const end = s.form.findIndex((form, i) => i > condition.first && /^(\.\.\.|…)$/.test(form));
  const span = trimmed(
    s,
    condition.words.filter((word) => word < end),
  );
  if (!span) return null;
  const clause = { ...clauseAt(input.events, span), polarity: condition.polarity };
  const setting = settingOf(s, statement, actor, sides, (id) => input.byId.get(id));
  const record: Made['record'] = {
    kind: 'threat',
    holder: actor,
    addressee: null,
    consequence: null,
    condition: clause,
    deadline: null,
    strength: 'plain',
    ...(setting === undefined ? {} : { setting }),
    statement,
    trigger: [s.start[condition.marker], s.end[condition.marker]],
    rule: 'reader.ts:broken off',
  };
  return { record, side: sides.side(actor), lemmas: new Set(), sentence: s.index };
}

/** What a commitment without a condition of its own points back to: by the sentence's link, or as the answer to a question. */
function pointing(
  s: Sentence,
  draft: Draft,
  link: Link | null,
  here: readonly Made[],
  before: Before | null,
): Given | null {
  if (link && (link.at > draft.trigger - 12 || draft.q > link.end)) return pointedTo(link, s, draft.q, here, before);
  return before?.asks && !draft.worded && draft.kind !== 'demand' ? before.condition : null;
}

/** A demand and the threat that follows it by "otherwise" are one ultimatum. */
function together(demand: Made, threat: Made): Made {
  const { consequence, condition, addressee } = threat.record;
  const record = {
    ...demand.record,
    kind: 'ultimatum' as const,
    consequence,
    condition,
    addressee: demand.record.addressee ?? addressee,
  };
  return { ...demand, record };
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
    if (/^any$/i.test(s.form[child(s, i, 'det')] ?? '')) return i;
  }
  return -1;
}

/** "when", "after" and their like are mere time where what they hang on is past. */
function isBinding(s: Sentence, condition: FoundCondition): boolean {
  if (condition.needs !== 'future') return true;
  return condition.governor >= 0 && (modalOf(s, condition.governor) !== null || s.xpos[condition.governor] === 'VB');
}

function roleOf(cast: Cast, sides: Political, s: Sentence, subject: number, speaker: Speaker): Subject {
  const form = s.form[subject].toLowerCase();
  if (form === 'i' || form === 'we') return 'self';
  // "his forces would", "our guns will": the speaker's own.
  const owner = child(s, subject, 'nmod:poss');
  if (speaker.said && owner >= 0 && s.upos[owner] === 'PRON' && /^(his|her|its|their|our|my)$/i.test(s.form[owner]))
    return 'self';
  const ref = actorAt(cast, s, subject);
  if (!ref && s.upos[subject] === 'PROPN') return 'other';
  if (!ref) return s.upos[subject] === 'PRON' && /^(it|he|she|they)$/.test(form) && speaker.said ? 'self' : 'thing';
  if (!speaker.said || speaker.actor === null) return 'self';
  if (speaker.actor === ref.actor) return 'self';
  const [mine, theirs] = [sides.side(speaker.actor), sides.side(ref.actor)];
  // A trader who says what a government will do speaks for nobody.
  // A country's own agency or paper may well say what it will do.
  if (cast.byId(speaker.actor)?.country === ref.country && ref.country !== null) return 'self';
  if (mine === null && cast.byId(speaker.actor)?.kind !== 'unnamed' && theirs !== null) return 'other';
  if (isUnknown(mine)) return 'self';
  return mine === theirs ? 'self' : 'other';
}

/** Which draft each condition belongs to: the first that stands above it in the tree, else the nearest one. */
function assign(
  s: Sentence,
  drafts: readonly Draft[],
  conditions: readonly FoundCondition[],
): Map<Draft, FoundCondition> {
  const given = new Map<Draft, FoundCondition>();
  for (const condition of conditions) {
    const fits = (draft: Draft): boolean => {
      if (given.has(draft) || draft.given !== null || condition.words.includes(draft.q)) return false;
      if (condition.needs === 'negated') return draft.kind === 'refusal' || draft.negated || draft.kind === 'demand';
      if (condition.needs === 'future') return draft.kind !== 'demand' && draft.kind !== 'warning';
      return true;
    };
    let owner: Draft | undefined;
    for (const up of above(s, condition.head)) {
      const temporal = condition.needs === 'future';
      owner = drafts.find((draft) => fits(draft) && (draft.q === up || (!temporal && draft.trigger === up)));
      if (owner) break;
    }
    if (!owner && condition.needs === 'nothing') {
      let best = Number.POSITIVE_INFINITY;
      for (const draft of drafts) {
        if (!fits(draft)) continue;
        const distance = Math.min(Math.abs(draft.q - condition.marker), Math.abs(draft.trigger - condition.head));
        if (distance < best) {
          best = distance;
          owner = draft;
        }
      }
    }
    if (owner) given.set(owner, condition);
  }
  return given;
}

function finish(
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
  let { q, kind } = draft;
  let given = draft.given;

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
  const consequence = consequenceOf(s, q, leave, condition, cast, draft.addressee, draft.trigger);
  const p = conditionSpan(s, condition, given, q, or, pointed);
  const speaker = speakerAt(cast, statements, s, draft.trigger);

  let holder = draft.holder >= 0 ? (actorAt(cast, s, draft.holder)?.actor ?? null) : null;
  // "his forces would shoot": whoever speaks lets them.
  const owner = draft.holder >= 0 && !draft.worded ? child(s, draft.holder, 'nmod:poss') : -1;
  const mine = owner >= 0 && /^(his|her|its|their|our|my)$/i.test(s.form[owner]);
  if (mine && speaker.actor !== null) holder = speaker.actor;
  if (holder === null) {
    // Somebody is named who is not known, or a thing stands for whoever speaks.
    const named = draft.holder >= 0 && s.upos[draft.holder] !== 'PRON';
    const person =
      named && (draft.worded || lexicon().people.has(lemma(s, draft.holder)) || s.upos[draft.holder] === 'PROPN');
    if (!person) holder = speaker.actor;
    // "The relief would be revoked": by whoever had promised it.
    if (holder === null && !named && draft.kind === 'sign') holder = giverOf(s, q, earlier);
  }
  const by = deadlineIn(dispatch, s, times, (word) => isElse(condition, kind, word), draft.trigger);
  const resolved =
    kindOf(s, draft, kind, q, condition, cast, sides, holder, by !== null, or >= 0) ?? kindByLink(draft, pointed);
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
  const addressee = addresseeOf(cast, sides, s, draft, resolved, q, condition, given, holder, earlier);
  // A thing threatens nobody, whatever the verb; a firm only a state.
  const state = sides.is(addressee) && !isUnknown(sides.side(addressee));
  const thing =
    holder === null &&
    draft.worded &&
    draft.holder >= 0 &&
    s.upos[draft.holder] === 'NOUN' &&
    !lexicon().people.has(lemma(s, draft.holder)) &&
    !/^NOUN$/.test(s.upos[draft.trigger]);
  if (thing) return null;
  // "said the United States was entitled to strike": a right that one grants another.
  const granted = draft.worded && /^entitled$/i.test(s.form[draft.trigger]);
  if (granted && sides.side(speaker.actor) !== sides.side(holder)) return null;
  if (!sides.is(holder) && !(holder === null && state) && !(state && isFirm(cast, holder))) return null;
  const consequenceClause = consequence ? clauseAt(events, consequence) : null;
  const conditionClause: Condition | null = p ? { ...clauseAt(events, p.span), polarity: p.polarity } : null;
  if (!consequenceClause && !conditionClause) return null;
  const setting = settingOf(s, speaker.statement, holder, sides, (id) => input.byId.get(id));
  const record: Omit<Commitment, 'id'> = {
    kind: resolved,
    holder,
    addressee,
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
  return { record, side: sides.side(holder), lemmas, sentence: s.index, headline };
}

/** The act tells neither harm nor good: what is done "in return" is promised, what is done otherwise threatened. */
function kindByLink(draft: Draft, pointed: Given | null): Commitment['kind'] | null {
  if (draft.kind !== 'sign' || pointed === null) return null;
  return linkIn(draft.s)?.at !== undefined && /^(return|exchange|turn)$/i.test(draft.s.form[linkIn(draft.s)!.end - 1])
    ? 'promise'
    : 'threat';
}

/** A headline in capitals: the tree of one is not to be relied on, and the lead tells it again. */
export function isShouted(s: Sentence): boolean {
  return s.size > 3 && s.form.every((form) => form === form.toUpperCase());
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

function isFirm(cast: Cast, holder: string | null): boolean {
  const actor = holder === null ? undefined : cast.byId(holder);
  return actor !== undefined && actor.country !== null && actor.sector === 'BUS' && actor.kind !== 'person';
}
