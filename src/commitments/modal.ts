// Commitments that no single word makes: a modal verb in somebody's mouth ("we will answer", "Iraq must leave"), a thing that brings something
// about ("sanctions could lead to a rupture"), a deadline that is given ("gave Iraq until January 15 to leave or face attack"), and a bare noun with
// a condition ("serious costs should Russia proceed").

import { child, children, type Sentence } from '../language/index.js';
import { signOfClause, signOfNoun } from './acts.js';
import { isOccasion } from './appointment.js';
import { isBound } from './bound.js';
import { isNegated, lemma, modalOf, subjectOf } from './clause.js';
import type { FoundCondition } from './conditions.js';
import type { Draft } from './draft.js';
import { fromBareNoun, fromGiven } from './given.js';
import { fromImperative } from './imperative.js';
import { lexicon } from './lexicon.js';
import { fromAnswer } from './modal-answers.js';
import { beforeModal, isAnnounced, isRefusedAlways, isSuffering } from './modal-clauses.js';
import { fromForm, fromPredicate } from './modal-forms.js';
import { make, type Who } from './modal-frame.js';
import { isIdle } from './modal-idle.js';
import { conditionOn, demandOf } from './modal-must.js';
import { fromOther } from './modal-others.js';
import { fromOwn } from './modal-own.js';
import { fromThere, thereIs } from './modal-there.js';
import { fromNamed, fromNoDoing } from './named.js';

export function modalDrafts(
  s: Sentence,
  conditions: readonly FoundCondition[],
  taken: ReadonlySet<number>,
  who: Who,
  link: boolean,
): Draft[] {
  const drafts: Draft[] = [];
  const inCondition = (word: number): boolean =>
    conditions.some((condition) => condition.words.includes(word) && !children(s, word).includes(condition.head));
  for (let i = 0; i < s.size; i++) {
    if (taken.has(i) || inCondition(i)) continue;
    const modal = modalOf(s, i);
    const doing = fromNoDoing(s, i) ?? fromImperative(s, i);
    const named = fromNamed(s, i) ?? (doing && who.isSaid(s, i) ? doing : null);
    if (named) drafts.push(named);
    else if (modal !== null && s.upos[i] !== 'AUX') {
      if (s.deprel[i] === 'conj' && taken.has(s.head[i])) continue;
      // "will stop shooting and draw back": several acts under one word are one commitment.
      const shared = s.deprel[i] === 'conj' && child(s, i, 'aux') < 0 && child(s, i, 'nsubj') < 0;
      if (shared && drafts.some((one) => one.q === s.head[i])) continue;
      const draft = fromModal(s, i, modal, conditions, who, link);
      const going = goingOf(s, i);
      if (draft) drafts.push(going < 0 || draft.worded ? draft : { ...draft, trigger: going, triggerEnd: going });
    } else if (/^(give|have)$/.test(lemma(s, i)) && s.upos[i] === 'VERB') {
      const draft = fromGiven(s, i);
      if (draft) drafts.push(draft);
    } else if (/^(await|hang)$/.test(lemma(s, i)) && s.upos[i] === 'VERB' && who.isSaid(s, i)) {
      const subject = child(s, i, 'nsubj');
      // "severe revenge awaits the killers"
      if (subject >= 0 && lemma(s, i) === 'await' && signOfNoun(s, subject) < 0)
        drafts.push(
          make(s, i, 'threat', 'await', { q: subject, trigger: i, triggerEnd: i, addressee: child(s, i, 'obj') }),
        );
    } else if (s.xpos[i] === 'VBG' && isAnnounced(s, i) && who.isSaid(s, i)) {
      const subject = subjectOf(s, i);
      if (subject >= 0 && signOfClause(s, i) < 0 && !isNegated(s, i) && who.subject(s, subject, i) === 'self')
        drafts.push(make(s, i, 'threat', 'announced', { holder: subject, trigger: i, triggerEnd: i }));
    } else if (lexicon().standing.has(lemma(s, i)) && who.isSaid(s, i) && isRefusedAlways(s, i)) {
      drafts.push(make(s, i, 'refusal', 'policy', { holder: subjectOf(s, i), negated: true }));
    }
  }
  if (drafts.length === 0 && taken.size === 0) {
    for (const condition of conditions) {
      const draft = fromBareNoun(s, condition);
      if (draft) drafts.push(draft);
    }
  }
  return drafts;
}

/** "going" of "are going to", or -1. */
function goingOf(s: Sentence, verb: number): number {
  return s.deprel[verb] === 'xcomp' && /^going$/i.test(s.form[s.head[verb]]) ? s.head[verb] : -1;
}

function fromModal(
  s: Sentence,
  verb: number,
  modal: string,
  conditions: readonly FoundCondition[],
  who: Who,
  link: boolean,
): Draft | null {
  if (isIdle(s, verb)) return null;
  const word = lemma(s, verb);
  const strength: Draft['strength'] =
    modal === 'will' || modal === 'must' ? 'strong' : /^(could|may|might|can)$/.test(modal) ? 'weak' : null;
  const condition = conditionOn(s, verb, conditions);
  // "We are not going to be frightened": the negation stands with "going".
  const going = goingOf(s, verb);
  const negated = isNegated(s, verb) || (going >= 0 && isNegated(s, going));

  const there = thereIs(s, verb);
  if (child(s, verb, 'expl') >= 0 && /^(be|come)$/.test(word))
    return there < 0 || !who.isSaid(s, verb) ? null : fromThere(s, verb, there, negated, strength, condition);

  const passiveSubject = child(s, verb, 'nsubj:pass');
  const own = subjectOf(s, verb) >= 0 ? subjectOf(s, verb) : beforeModal(s, verb);
  const subject = own >= 0 ? own : passiveSubject;
  if (subject < 0) return null;
  // "They could be used to target ships": things, by nobody.
  if (strength === 'weak' && s.upos[subject] === 'PRON' && !condition && child(s, verb, 'aux:pass') >= 0) return null;
  const bound = isBound(s, verb);
  // With "that" for a mark it is a clause that was told: "told the cabinet that Yerevan would not withdraw".
  const told = /^that$/i.test(s.form[child(s, verb, 'mark')] ?? '');
  if (s.deprel[verb] === 'acl:relcl' && !condition && !link && !bound && !told) return null;
  // "Talks would resume on Sunday": a meeting.
  if (isOccasion(s, subject) && /^(resume|begin|start|continue|take|open|go|last|end)$/.test(word)) return null;
  const role = who.subject(s, subject, verb);
  const said = who.isSaid(s, verb);

  const passive = passiveSubject >= 0 || child(s, verb, 'aux:pass') >= 0;
  const clause = { word, modal, subject, role, said, negated, strength, condition, passive, bound, link };
  const form = fromForm(s, verb, clause, who);
  if (form !== undefined) return form;
  if (child(s, verb, 'cop') >= 0) return fromPredicate(s, verb, clause);
  if (modal === 'must' || modal === 'have to' || modal === 'should') {
    if (isSuffering(s, verb) || (word === 'expect' && role !== 'self')) {
      return said ? make(s, verb, 'threat', 'suffer', { addressee: role === 'other' ? subject : -1 }) : null;
    }
    return demandOf(s, verb, modal, role, said, condition);
  }
  const answer = fromAnswer(s, verb, clause);
  if (answer !== undefined) return answer;
  return role === 'self' ? fromOwn(s, verb, clause, who) : fromOther(s, verb, clause);
}
