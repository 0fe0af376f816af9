// What somebody says that another, or a thing, will do: what will be suffered, what brings what about, what comes, and what is done by nobody named.

import { child, type Sentence } from '../language/index.js';
import { acts, isIn, signOfClause, signOfNoun } from './acts.js';
import { announcedOf } from './announced.js';
import { isOccasion } from './appointment.js';
import { lemma } from './clause.js';
import type { Draft } from './draft.js';
import { isAgainst, isDrill, isSuffering, LASTING } from './modal-clauses.js';
import { type Clause, make } from './modal-frame.js';

export function fromOther(
  s: Sentence,
  verb: number,
  { word, modal, subject, role, said, negated, strength, condition, passive }: Clause,
): Draft | null {
  if (isSuffering(s, verb) && said && !negated) {
    const object = child(s, verb, 'obj', 'obl', 'ccomp', 'xcomp');
    if (
      role === 'other' &&
      (object >= 0 || word === 'perish') &&
      (condition || word === 'pay' || signOfClause(s, verb) <= 0)
    ) {
      return make(s, verb, 'threat', 'suffer', { strength, addressee: subject });
    }
  }
  if (isIn(acts().cause, s, verb) && said && !negated && !passive) {
    const effect = effectOf(s, verb);
    if (effect < 0) return null;
    // "would have consequences", not "would have to trust us".
    if (word === 'have' && (role !== 'thing' || s.upos[effect] !== 'NOUN' || signOfNoun(s, effect) >= 0)) return null;
    const act = /^(bring|mean|have)$/.test(word) && signOfNoun(s, effect) < 0 && s.upos[effect] === 'NOUN';
    if (
      subject >= 0 &&
      s.upos[subject] === 'NOUN' &&
      !condition &&
      signOfNoun(s, subject) === 0 &&
      signOfNoun(s, effect) === 0 &&
      !act &&
      role !== 'thing'
    )
      return null;
    return make(s, verb, act ? 'threat' : 'warning', 'cause', {
      q: /^(lead|result|amount|bring|cause|mean|have|trigger|provoke|spark|entail)$/.test(word) ? effect : verb,
      strength,
      given: role === 'thing' ? { head: subject, polarity: 'if' } : null,
    });
  }
  // "That would change if ...": what was told before, and nothing of its own.
  if (/^(change|differ|apply)$/.test(word) && s.upos[subject] === 'PRON') return null;
  // "Work would not resume until they were let go": what will not be, is refused.
  const nobodys = /^(solve|end|improve|recover|work|happen|change|succeed|be|come|last|grow|develop|help)$/.test(word);
  if (
    role === 'thing' &&
    negated &&
    said &&
    !nobodys &&
    condition?.polarity === 'unless' &&
    /^(will|would)$/.test(modal)
  )
    return make(s, verb, 'refusal', 'thing', { strength, negated: true });
  const bad = role === 'thing' && said && !negated && signOfNoun(s, subject) < 0;
  // "The freeze would stay in place until ...", "tariffs will hit eight allies", "retaliation would be automatic".
  // "The exercises would begin on schedule": announced, and said against nobody.
  const drill = isDrill(s, subject) && !condition && !isAgainst(s, verb);
  if (
    bad &&
    !drill &&
    /^(will|would|shall)$/.test(modal) &&
    (LASTING.test(word) || isIn(acts().harm, s, verb) || /^(apply|await|begin|start|go|hit)$/.test(word))
  )
    return make(s, verb, 'threat', 'thing', { strength });
  // "Relations between the two would suffer", "would not return to normal"
  const worse = negated ? /^(return|be|improve|recover|normali[sz]e)$/ : /^(suffer|worsen|deteriorate|cool|end)$/;
  if (
    role === 'thing' &&
    said &&
    /^(relation|relations|tie|ties|relationship)$/.test(lemma(s, subject)) &&
    worse.test(word)
  )
    return make(s, verb, 'threat', 'relations', { strength, negated });
  // "we believe that most of it will be withdrawn": a guess.
  const guess = s.head[verb] >= 0 && /^(believe|think|expect|hope|imagine|predict)$/.test(lemma(s, s.head[verb]));
  const announced = guess ? null : fromAnnounced(s, verb, { modal, subject, said, negated, strength, condition });
  if (announced) return announced;
  // "Sanctions would follow": what comes is the subject.
  if (acts().arrive.has(word) && said && (condition || signOfNoun(s, subject) < 0)) {
    return make(s, verb, signOfNoun(s, subject) < 0 ? 'threat' : 'warning', 'arrive', { q: subject, strength });
  }
  if (role === 'thing' && said && !passive && condition) {
    const sign = signOfNoun(s, subject);
    if (sign !== 0 && (isIn(acts().do, s, verb) || isIn(acts().stop, s, verb))) {
      return make(s, verb, 'sign', 'thing', { strength });
    }
    if (sign !== 0 || signOfClause(s, condition.head) < 0) return make(s, verb, 'warning', 'thing', { strength });
  }
  if (passive && !guess && (said || (condition && role === 'thing'))) {
    // The holder hides behind the passive: "no fuel would be let in", "the duties will be lifted".
    const sign = signOfClause(s, verb);
    if (negated && sign < 0) return make(s, verb, 'promise', 'passive', { strength, negated: true });
    // "The debt problem will not be solved unless ...": nobody's act.
    const acted = [acts().do, acts().help, acts().stop, acts().harm].some((list) => isIn(list, s, verb));
    if (negated) return condition && acted ? make(s, verb, 'refusal', 'passive', { strength, negated: true }) : null;
    // "the meeting could still be scrapped"
    if (
      strength === 'weak' &&
      isOccasion(s, child(s, verb, 'nsubj:pass') >= 0 ? child(s, verb, 'nsubj:pass') : subject)
    )
      return null;
    // "Foreigners could be harmed": by whom is left open.
    if (sign < 0 && strength === 'weak') return make(s, verb, 'warning', 'passive', { strength });
    // "The captives would be tried as spies": harm that no other is said to do.
    const done = sign < 0 && /^(will|would)$/.test(modal) && child(s, verb, 'obl:agent') < 0;
    if (sign !== 0 && (role === 'thing' || condition || done))
      return make(s, verb, 'sign', 'passive', { strength, addressee: role === 'other' ? subject : -1 });
    return null;
  }
  if (role === 'thing') return null;
  // What another may do under a condition is permitted; what he will do is no commitment of the speaker's.
  if (said && condition && !negated && /^(can|could|may)$/.test(modal))
    return make(s, verb, 'offer', 'permission', { addressee: subject });
  return null;
}

/** "visas would be required", "the soldiers would be flown home": what is done with things and people in one's hands. */
export function fromAnnounced(
  s: Sentence,
  verb: number,
  {
    modal,
    subject,
    said,
    negated,
    strength,
    condition,
  }: Pick<Clause, 'modal' | 'subject' | 'said' | 'negated' | 'strength' | 'condition'>,
): Draft | null {
  // "by the Red Cross", not "by the end of June"
  const agent = child(s, verb, 'obl:agent');
  const by = agent >= 0 && s.upos[agent] === 'PROPN' && /^by$/i.test(s.form[child(s, agent, 'case')] ?? '');
  const can = /^(could|can|may)$/.test(modal) && condition?.polarity === 'if';
  if (!said || negated || by || !(can || /^(will|would|shall)$/.test(modal))) return null;
  const row = announcedOf(s, verb, subject);
  // What may be done is promised under a condition, and threatened by no more than that.
  if (!row || (can && row.kind === 'threat')) return null;
  return make(s, verb, row.kind, 'announced', { strength, rule: row.rule });
}

/** What is brought about: the object, or what stands behind "to" or "in". */
export function effectOf(s: Sentence, verb: number): number {
  const object = child(s, verb, 'obj');
  if (object >= 0) return object;
  for (let i = verb + 1; i < s.size; i++) {
    if (s.head[i] === verb && /^(obl|xcomp|ccomp)/.test(s.deprel[i])) return i;
  }
  return -1;
}
