// What kind of commitment a draft is, and how strong its words are.

import type { Cast } from '../actors/index.js';
import { child, children, type Sentence, subtree } from '../language/index.js';
import type { Commitment } from '../records.js';
import { acts, isIn, type Sign, signOfClause, signOfNoun } from './acts.js';
import { announcedOf } from './announced.js';
import { actorAt, isNegated, lemma, modalOf } from './clause.js';
import type { FoundCondition } from './conditions.js';
import type { Draft } from './draft.js';
import type { Political } from './sides.js';
import { isTime, signByTone } from './tone.js';

export function kindOf(
  s: Sentence,
  draft: Draft,
  kind: Draft['kind'],
  q: number,
  condition: FoundCondition | null,
  cast: Cast,
  sides: Political,
  holder: string | null,
  due: boolean,
  alternative: boolean,
): Commitment['kind'] | null {
  const verbal = s.upos[q] === 'VERB' || s.upos[q] === 'AUX';
  const listed = verbal ? signByTone(s, q) : signOfNoun(s, q);
  const sign: Sign = listed === 0 && verbal ? (draft.coded ?? 0) : listed;
  const subject = verbal ? child(s, q, 'nsubj', 'nsubj:pass') : -1;
  const subjectActor = subject < 0 ? null : (actorAt(cast, s, subject)?.actor ?? null);
  const own =
    subject >= 0 &&
    (s.upos[subject] === 'PRON' ||
      isPronoun(s, child(s, subject, 'nmod:poss')) ||
      (subjectActor !== null && sides.side(subjectActor) === sides.side(holder)));
  switch (kind) {
    case 'ultimatum':
      return 'ultimatum';
    case 'demand':
      if (alternative) return 'ultimatum';
      if (due && /^(tell|order|give|instruct|demand)$/.test(lemma(s, draft.trigger))) return 'ultimatum';
      return 'demand';
    case 'offer':
      // "is ready to use force": what one is ready to do may be harm.
      if (draft.worded && !draft.negated && READY.test(s.form[draft.trigger]) && sign < 0) return 'threat';
      // "proposed that the Norwegian side put an end to such practices": what the other alone is to do, is wanted of him.
      if (
        draft.worded &&
        /^(propose|suggest)$/.test(lemma(s, draft.trigger)) &&
        isAnothers(s, subject, subjectActor, holder, sides)
      )
        return 'demand';
      // "proposed sanctions", "the party's expulsion": what is laid before others is turned against one.
      if (
        draft.worded &&
        !verbal &&
        sign < 0 &&
        /^(propose|proposal)$/.test(lemma(s, draft.trigger)) &&
        !isGiven(s, q) &&
        AGAINST.test(lemma(s, q)) &&
        child(s, draft.trigger, 'nsubj') >= 0
      )
        return 'threat';
      return 'offer';
    case 'warning':
      if (!draft.worded) return 'warning';
      // "warned against any further move": what is warned against is the act.
      if (!verbal && /^against$/i.test(s.form[child(s, q, 'case')] ?? '')) return 'warning';
      if (
        !verbal &&
        child(s, q, 'cop') < 0 &&
        sign === 0 &&
        !condition &&
        !draft.given &&
        !/^consequence$/.test(lemma(s, q))
      )
        return null;
      // "any use of force would be a catastrophe", "it would be impossible": what will be, and nobody's act.
      // "would be a cause for war", "an act of war": what the other's act is answered with.
      if (child(s, q, 'cop') >= 0)
        return /^(cause|act|declaration|ground)$/.test(lemma(s, q)) &&
          subtree(s, q).some((i) => /^war$/i.test(s.form[i]))
          ? 'threat'
          : 'warning';
      // "warned that he would not release them"
      if (
        own &&
        draft.negated &&
        verbal &&
        sign >= 0 &&
        /^(he|she|it|they|we|i)$/i.test(s.form[subject]) &&
        /^(will|would)$/.test(modalOf(s, q) ?? '')
      )
        return 'refusal';
      // "warned that it would leave the union": what the holder will do himself.
      if (own && verbal && modalOf(s, q) !== null && (sign <= 0 || /^(will|would)$/.test(modalOf(s, q) ?? '')))
        return 'threat';
      // "warned that the support would stop": what the holder gives.
      if (
        verbal &&
        draft.worded &&
        subject >= 0 &&
        announcedOf(s, q, subject)?.kind === 'threat' &&
        modalOf(s, q) !== null
      )
        return 'threat';
      if (verbal && subjectActor !== null && isIn(acts().suffer, s, q)) return 'threat';
      if (verbal && isDoom(s, q)) return 'threat';
      // "a warning that new missiles would be answered"
      if (
        verbal &&
        child(s, q, 'nsubj:pass') >= 0 &&
        /^(answer|avenge|punish|repel|retaliate|repay)$/.test(lemma(s, q))
      )
        return 'threat';
      if (!verbal && !/^(war|violence|fighting|danger|risk)$/.test(lemma(s, q)) && sign < 0) return 'threat';
      return 'warning';
    case 'promise': {
      if (/^(meet|confer|visit)$/.test(lemma(s, q))) return null;
      // What a deal has a side do, it has promised, be it the end of a trade.
      if (/:(deal|first)$/.test(draft.rule)) return 'promise';
      // What somebody is assured of is good for him.
      if (draft.worded && /^(assure|reassure|guarantee|assurance)$/.test(lemma(s, draft.trigger))) return 'promise';
      // "agreed that armed groups must lay down their weapons": wanted of others.
      if (draft.worded && !draft.negated && /^(must|have to)$/.test(modalOf(s, q) ?? '') && !own && subject >= 0)
        return 'demand';
      // What is agreed is granted to whoever asked for it, unless it is done against somebody: "agreed to impose sanctions on Serbia".
      const held =
        condition?.polarity === 'unless' &&
        isIn(acts().stop, s, q) &&
        /^(cut|reduce|curb|limit|suspend|freeze|withhold|slash|stop)$/.test(lemma(s, q));
      if (
        draft.worded &&
        !draft.negated &&
        !held &&
        /^(agree|consent|acquiesce|accede|undertake)$/.test(lemma(s, draft.trigger)) &&
        !isAgainst(s, q, sign)
      )
        return 'promise';
      // "agreed to cut production until Israel withdraws": done as long as the other does not give way.
      if (draft.worded && !draft.negated && held) return 'threat';
      // "vowing to stay until they are given passage"
      if (draft.worded && condition?.polarity === 'unless' && /^(stay|remain|hold_out|hold)$/.test(lemma(s, q)))
        return 'refusal';
      // "promised not to make up the shortfall" is a promise, "vowed never to give up the heights" a refusal.
      if (draft.negated)
        return sign < 0 || (draft.worded && !/^(vow|swear|oath)$/.test(lemma(s, draft.trigger)))
          ? 'promise'
          : 'refusal';
      // "pledged 500 troops for the force", "a commitment to defend Sudan": what is given to one side.
      if (draft.worded && sign < 0 && isGiven(s, q)) return 'promise';
      if (draft.worded && sign >= 0 && isDoom(s, q)) return 'threat';
      return sign < 0 ? 'threat' : 'promise';
    }
    case 'threat':
      return due && condition !== null && isNegatedCondition(s, condition) ? 'ultimatum' : 'threat';
    case 'sign': {
      if (draft.negated) return sign < 0 ? 'promise' : 'refusal';
      // "will consider it only if there is a reason": heard, where the condition is met.
      if (condition?.polarity === 'if' && /^(consider|study|examine)$/.test(lemma(s, q))) return 'promise';
      if (sign < 0) return isDated(s, condition, due) ? 'ultimatum' : 'threat';
      // "will hand the posts over unless ...": what is done when the other does not give way is held against him.
      if (sign > 0 && condition?.opener === 'unless' && !draft.worded)
        return isDated(s, condition, due) ? 'ultimatum' : 'threat';
      // "will talk if they join us", "would reconsider if ..."
      if (
        condition?.polarity === 'if' &&
        !draft.worded &&
        /^(talk|negotiate|listen|hear|reconsider)$/.test(lemma(s, q))
      )
        return 'offer';
      // "will leave unless ...", "would stay until ...": it is done when the other does not give way.
      if (
        sign > 0 &&
        condition?.polarity === 'unless' &&
        /^(unless|until|till|without)/.test(condition.opener) &&
        !draft.worded
      )
        return /^(stay|remain|keep)$/.test(lemma(s, q))
          ? 'refusal'
          : /^(leave|quit|withdraw|pull|return|resign|step|stand|go)$/.test(lemma(s, q))
            ? 'threat'
            : 'promise';
      if (sign > 0) return draft.strength === 'weak' ? 'offer' : 'promise';
      if (!condition) return null;
      // "will explain the plan when he visits": a time, and no condition of anything that harms or helps.
      if (condition.opener === 'when' && !draft.worded) return null;
      const wanted = signOfClause(s, condition.head) * (isNegated(s, condition.head) ? -1 : 1);
      if ((condition.polarity === 'if' ? wanted : -wanted) > 0) return draft.strength === 'weak' ? 'offer' : 'promise';
      return WISHED.test(lemma(s, condition.head)) ? 'promise' : 'threat';
    }
    default:
      return kind;
  }
}

const READY = /^(ready|prepared|poised|determined)$/i;

/** Conditions that the other side likes to see met: "if he wishes to visit". */
const WISHED = /^(wish|want|like|need|ask|request|desire|invite|come|agree|let|help)$/;

/** Another side alone stands as the subject: "proposed that Norway withdraw". */
function isAnothers(
  s: Sentence,
  subject: number,
  actor: string | null,
  holder: string | null,
  sides: Political,
): boolean {
  if (subject < 0 || actor === null || holder === null || child(s, subject, 'conj') >= 0) return false;
  if (/^(both|they|parties|sides|countries|all|each|allies)$/i.test(s.form[subject])) return false;
  const theirs = sides.side(actor);
  return theirs !== null && theirs !== sides.side(holder);
}

/** "on Serbia", "against the rebels": behind the act or what it does. */
function isAgainst(s: Sentence, q: number, sign: Sign): boolean {
  const object = child(s, q, 'obj');
  const direct = [...children(s, q), ...(object < 0 ? [] : children(s, object))];
  const opened = (i: number, openers: RegExp): boolean =>
    i > q && s.upos[i] === 'PROPN' && openers.test(s.form[child(s, i, 'case')] ?? '');
  if (direct.some((i) => opened(i, /^(on|upon|against)$/i))) return true;
  // "agreed to cancel all contracts signed with Iran": ended, with somebody who wants them kept.
  const ends = /^(cancel|suspend|sever|break|cut|freeze|halt|end|withhold|stop)$/.test(lemma(s, q));
  return (
    ends &&
    (sign < 0 || (object >= 0 && signOfNoun(s, object) >= 0)) &&
    subtree(s, q).some((i) => opened(i, /^(with|to)$/i))
  );
}

/** What is laid before others and turned against one. */
const AGAINST = /^(sanction|embargo|blockade|cap|expulsion|penalty|boycott|tariff|duty|reprisal|countermeasure)s?$/;

/** Arms and men that are pledged, or a defence that is; not what is turned against somebody. */
function isGiven(s: Sentence, q: number): boolean {
  const word = lemma(s, q);
  const against = subtree(s, q).some((i) => /^(against|on|upon)$/i.test(s.form[i]));
  if (s.upos[q] === 'NOUN')
    return (
      !against &&
      /^(troop|soldier|arm|weapon|plane|aircraft|ship|missile|tank|jet|gun|shell|army|brigade|battalion|warship|drone|ammunition|fighter|patrol|peacekeeper)s?$/.test(
        word,
      )
    );
  const object = child(s, q, 'obj');
  return word === 'defend' && object > q && s.upos[object] === 'PROPN';
}

/** "make them pay", "Sudan would pay for it". */
function isDoom(s: Sentence, q: number): boolean {
  if (/^(make|let)$/.test(lemma(s, q)))
    return s.form.slice(q + 1, q + 5).some((form) => /^(pay|suffer|regret|rue)$/i.test(form));
  return isIn(acts().suffer, s, q) && child(s, q, 'expl') < 0 && /^(pay|suffer|regret|rue)$/.test(lemma(s, q));
}

function isPronoun(s: Sentence, word: number): boolean {
  return word >= 0 && s.upos[word] === 'PRON';
}

/** The condition is that the other does not act by a day or hour. */
function isDated(s: Sentence, condition: FoundCondition | null, due: boolean): boolean {
  return due && condition !== null && isNegatedCondition(s, condition) && condition.words.some((i) => isTime(s, i));
}

function isNegatedCondition(s: Sentence, condition: FoundCondition): boolean {
  return (
    condition.polarity === 'unless' ||
    condition.words.some((word) => /^(not|n't|n’t|fail|fails|failed)$/i.test(s.form[word]))
  );
}

export function strengthOf(s: Sentence, draft: Draft, q: number): Commitment['strength'] {
  if (draft.strength !== null) return draft.strength;
  const modal = modalOf(s, q);
  for (const word of children(s, q)) if (/^never$/i.test(s.form[word])) return 'strong';
  if (modal === 'will' || modal === 'must') return 'strong';
  if (modal !== null && /^(could|may|might|can)$/.test(modal)) return 'weak';
  return 'plain';
}
