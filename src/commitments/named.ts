// Refusals by what a side calls the thing: "called the proposal unthinkable", "termed the ultimatum unacceptable", "there is no negotiating with rebels".

import { child, children, type Sentence } from '../language/index.js';
import { lemma, subjectOf } from './clause.js';
import { type Draft, draftAt } from './draft.js';

const CALLING = /^(call|term|brand|describe|label|deem|declare|consider|find|pronounce|dub)$/;
export const NEVER =
  /^(unthinkable|unacceptable|impossible|non-starter|nonstarter|inadmissible|intolerable|inconceivable|insulting|laughable|absurd|ridiculous|preposterous|outrageous|unworkable|dead|void|irrelevant)$/i;
/** What can be accepted or not; a report or a charge that is called absurd is denied. */
const OFFERED =
  /^(proposal|offer|demand|condition|ultimatum|plan|idea|term|suggestion|request|deadline|initiative|draft|formula|compromise|bid|call|invitation|summons)$/;

/** "The White House called the proposal unthinkable." */
export function fromNamed(s: Sentence, at: number): Draft | null {
  if (!CALLING.test(lemma(s, at)) || s.upos[at] !== 'VERB') return null;
  const object = child(s, at, 'obj', 'nsubj:pass');
  if (object < 0 || !OFFERED.test(lemma(s, object))) return null;
  const near = [...children(s, at), ...children(s, object)].some(
    (i) => i > object && [i, ...children(s, i)].some((k) => NEVER.test(s.form[k])),
  );
  if (!near) return null;
  return draftAt(s, at, 'refusal', 'named.ts:named', { q: object, holder: subjectOf(s, at), triggerEnd: at });
}

/** "There is no negotiating with rebels." */
export function fromNoDoing(s: Sentence, at: number): Draft | null {
  if (!/^(negotiating|talking|bargaining|dealing|compromising|surrendering|retreating|backing)$/i.test(s.form[at]))
    return null;
  if (!/^no$/i.test(s.form[at - 1] ?? '') || !/^(is|'s|’s|was|be|are)$/i.test(s.form[at - 2] ?? '')) return null;
  return draftAt(s, at, 'refusal', 'named.ts:no doing', { q: at, trigger: at, triggerEnd: at, negated: true });
}
