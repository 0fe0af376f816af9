// The commitments of one sentence, by the rules: the drafts of its words, their conditions, who holds them, and what of it binds nobody.

import type { Cast } from '../actors/index.js';
import { child, type Sentence, subtree } from '../language/index.js';
import type { TimeExpression } from '../records.js';
import { assign, isBinding } from './assign.js';
import { actorAt, actorsWithin, modalOf, trimmed } from './clause.js';
import type { Coded } from './coded.js';
import type { CodedSign } from './coded-sign.js';
import { conditionsOf, type FoundCondition } from './conditions.js';
import { isCrisis } from './crisis.js';
import { authorOf, isDocument } from './documents.js';
import type { Draft } from './draft.js';
import { clauseAt, finish, type Known } from './finish.js';
import { isEconomy } from './idle.js';
import { kinOf } from './kin.js';
import type { Review } from './learned/judge.js';
import { ruledIn, sceneOf } from './learned/scene.js';
import { type Before, type Given, isQuestion, type Link, linkIn, looseCondition, pointedTo } from './links.js';
import { isAbout, type Made, replace, touching, worth } from './made.js';
import { modalDrafts } from './modal.js';
import type { Subject, Who } from './modal-frame.js';
import { orElse, together } from './otherwise.js';
import { settingOf } from './setting.js';
import { isUnknown, type Political } from './sides.js';
import { isSaid, type Speaker, speakerAt } from './speaker.js';
import { wordedDrafts } from './worded.js';

/** What a sentence gives. */
export interface InSentence {
  readonly made: readonly Made[];
  /** A condition that no commitment has taken. */
  readonly loose: Given | null;
}

/** The commitments of one sentence: the drafts of its words, finished by the rules, then seen by the learned reader. */
export function inSentence(
  input: Known,
  sides: Political,
  s: Sentence,
  near: readonly TimeExpression[],
  before: Before | null,
  earlier: readonly Made[],
  coded: CodedSign,
  around: number,
  review: Review,
): InSentence {
  const { cast, statements } = input;
  const conditions = conditionsOf(s, near);
  // Nobody answers a question by asking it.
  if (isQuestion(s)) return { made: [], loose: looseCondition(conditions) };
  const link = linkIn(s);
  const wordedHere = wordedDrafts(s);
  const worded = wordedHere.filter(
    (draft) => !conditions.some((condition) => isBinding(s, condition) && condition.words.includes(draft.trigger)),
  );
  const taken = new Set<number>();
  for (const draft of worded) {
    for (let i = draft.trigger; i <= draft.triggerEnd; i++) taken.add(i);
    taken.add(draft.q);
  }
  const who: Who = {
    subject: (_, subject, verb) =>
      roleOf(cast, sides, s, subject, verb, speakerAt(cast, statements, s, verb), input.dispatch.text, statements),
    coded,
    towards: (_, verb) => {
      const mine = sides.side(speakerAt(cast, statements, s, verb).actor);
      return actorsWithin(
        cast,
        s,
        subtree(s, verb).filter((word) => word > verb),
      ).some(({ actor }) => {
        const side = sides.side(actor);
        return side !== null && !isUnknown(side) && side !== mine;
      });
    },
    isSaid: (_, verb) => isSaid(statements, s, verb),
    isCrisis: isCrisis(input, sides) || earlier.some((one) => CONFLICT.test(one.record.kind)),
    isAsked: earlier
      .slice(-8)
      .some((one) => s.index - one.sentence <= 4 && /^(demand|offer|ultimatum|threat)$/.test(one.record.kind)),
  };
  const drafts = [...worded, ...modalDrafts(s, conditions, taken, who, link !== null || before?.asks === true)]
    .map((draft) => ({
      ...draft,
      coded: coded(s, draft.q),
      author: draft.worded && isDocument(s, draft.holder) ? authorOf(cast, input.sentences, s, draft.holder) : null,
    }))
    .sort((a, b) => a.trigger - b.trigger);
  const given = assign(s, drafts, conditions);
  const made: Made[] = [];
  for (const draft of drafts) {
    const pointed = given.has(draft) || draft.given ? null : pointing(s, draft, link, made, before);
    const one = finish(input, sides, draft, given.get(draft) ?? null, pointed, near, [...earlier, ...made]);
    if (!one || isEconomy(s, draft, one.record, given.get(draft) ?? null)) continue;
    if (!draft.worded && (isUnknownBody(cast, one.record.holder) || isObserver(cast, one.record.holder))) continue;
    const demand = link?.polarity === 'unless' && pointed ? (made.at(-1) ?? before?.made.at(-1) ?? null) : null;
    if (demand && /^(demand|ultimatum)$/.test(demand.record.kind) && (one.side === null || demand.side === one.side)) {
      const whole = together(demand, one);
      if (made.includes(demand)) replace(made, demand, whole);
      else made.push({ ...whole, joins: demand });
      continue;
    }
    const twin = made.findIndex(({ record }) => touching(record, one.record) && !isAbout(record, one.record));
    if (twin < 0) made.push(one);
    else if (worth(one) > worth(made[twin])) made[twin] = one;
  }
  if (link?.polarity === 'unless') orElse(input, s, link, made, before);
  if (made.length === 0) {
    const broken = brokenOff(input, sides, s, conditions[0] ?? null);
    if (broken) made.push(broken);
  }
  const used = new Set(given.values());
  const scene = sceneOf(input, sides, s, near, wordedHere, around, conditions, ruledIn(s, drafts, made));
  const free = conditions.filter((condition) => !used.has(condition));
  const seen = review(scene, made, (draft) => {
    const condition = assign(s, [draft], free).get(draft) ?? null;
    if (condition) used.add(condition);
    const pointed = condition || draft.given ? null : pointing(s, draft, link, made, before);
    return finish(input, sides, draft, condition, pointed, near, [...earlier, ...made]);
  });
  return { made: seen, loose: looseCondition(conditions.filter((condition) => !used.has(condition))) };
}

/** Kinds by which sides stand against one another. */
const CONFLICT = /^(threat|demand|ultimatum|refusal|warning)$/;

/** Sources, delegates, dealers: they tell what others will do, and bind nobody. */
function isObserver(cast: Cast, holder: string | null): boolean {
  const actor = holder === null ? undefined : cast.byId(holder);
  return actor?.kind === 'unnamed' && actor.country === null && OBSERVERS.test(actor.name);
}

const OBSERVERS =
  /\b(sources?|delegates?|diplomats?|analysts?|dealers?|experts?|economists?|observers?|traders?|bankers?)\b/i;

/** A body of no known sort: a firm, an airline, a league. What it will do is business, unless a word makes it more. */
function isUnknownBody(cast: Cast, holder: string | null): boolean {
  const actor = holder === null ? undefined : cast.byId(holder);
  return (
    actor?.kind === 'organisation' && (actor.sector === 'BUS' || (actor.sector === null && actor.country !== null))
  );
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
  // "Japan must stop, otherwise it shall ...": what stands before the link points nowhere.
  if (link?.polarity === 'unless' && link.at > draft.q + 1) return null;
  if (link && (link.at > draft.trigger - 12 || draft.q > link.end)) return pointedTo(link, s, draft.q, here, before);
  return before?.asks && !draft.worded && draft.kind !== 'demand' ? before.condition : null;
}

function roleOf(
  cast: Cast,
  sides: Political,
  s: Sentence,
  subject: number,
  verb: number,
  speaker: Speaker,
  text: string,
  statements: Coded['statements'],
): Subject {
  const form = s.form[subject].toLowerCase();
  if (form === 'i' || form === 'we') return 'self';
  // "his forces would", "our guns will": the speaker's own.
  const owner = child(s, subject, 'nmod:poss');
  if (speaker.said && owner >= 0 && s.upos[owner] === 'PRON' && /^(his|her|its|their|our|my)$/i.test(s.form[owner]))
    return 'self';
  const ref = actorAt(cast, s, subject);
  if (!ref && s.upos[subject] === 'PROPN')
    return speaker.actor !== null && kinOf(cast, text, s, subject).includes(speaker.actor) ? 'self' : 'other';
  if (!ref) return s.upos[subject] === 'PRON' && /^(it|he|she|they)$/.test(form) && speaker.said ? 'self' : 'thing';
  // "Moldova, he added, ought to pay": what somebody has to do is another's to do, whoever says so.
  if (
    speaker.said &&
    speaker.actor === null &&
    /^(must|should)$/.test(modalOf(s, verb) ?? '') &&
    s.upos[subject] !== 'PRON'
  )
    return 'other';
  if (!speaker.said || speaker.actor === null) return 'self';
  if (speaker.actor === ref.actor) return 'self';
  const [mine, theirs] = [sides.side(speaker.actor), sides.side(ref.actor)];
  // A member's minister may say what the bloc will do.
  // "They will pay," he said: of others, in his own words.
  const quoted = statements.some(({ id, kind }) => id === speaker.statement && kind === 'direct');
  if (quoted && /^(he|she|they)$/.test(form) && speaker.actor !== ref.actor && theirs !== mine) return 'other';
  const will = /^(will|would)$/.test(modalOf(s, verb) ?? '');
  const body = /^(IGO|INT)/.test(ref.code) && cast.byId(ref.actor)?.kind === 'organisation';
  if (will && mine !== null && !isUnknown(mine) && body) return 'self';
  // A trader who says what a government will do speaks for nobody.
  // A country's own agency or paper may well say what it will do.
  if (cast.byId(speaker.actor)?.country === ref.country && ref.country !== null)
    return /^(must|should|have to)$/.test(modalOf(s, verb) ?? '') && isOtherCamp(mine, theirs) ? 'other' : 'self';
  const said = cast.byId(speaker.actor);
  // Somebody by name of whom nothing is known may well speak for the side that he tells of.
  const nobody = said?.kind === 'person' && said.country === null && said.sector === null;
  if (mine === null && !nobody && said?.kind !== 'unnamed' && theirs !== null) return 'other';
  if (isUnknown(mine)) return 'self';
  return mine === theirs ? 'self' : 'other';
}

/** Rebels or an opposition and the government of one country: two camps. */
function isOtherCamp(mine: string | null, theirs: string | null): boolean {
  return mine !== null && theirs !== null && mine.includes(':') !== theirs.includes(':');
}
