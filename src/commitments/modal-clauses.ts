// What the rules of modal verbs ask of a clause: is it open, announced, suffered, said against somebody, a drill, something that one may refuse.

import { child, children, type Sentence, subtree } from '../language/index.js';
import { acts, isIn, signOfNoun } from './acts.js';
import { isNegated, lemma } from './clause.js';

/** "has yet to say whether it would intervene", "declined to say when he would strike": nothing is told. */
export function isOpen(s: Sentence, verb: number): boolean {
  if (isAskedBefore(s, verb)) return true;
  for (let at = verb; at >= 0; at = s.head[at]) {
    for (const i of children(s, at)) {
      if (i > at) break;
      if (/^whether$/i.test(s.form[i])) return true;
      const asks = at === verb && /^(how|who|what)$/i.test(s.form[i]) && /^(mark|advmod|obj|nsubj)/.test(s.deprel[i]);
      const when =
        at === verb &&
        s.head[at] >= 0 &&
        /^(when|where|if)$/i.test(s.form[i]) &&
        !s.form.slice(i, at).includes(',') &&
        (s.deprel[at] === 'ccomp' || s.head[at] === i - 1) &&
        /^(say|tell|know|disclose|reveal|specify|decide|ask)$/.test(lemma(s, s.head[at]));
      if (asks || when) return true;
    }
    if (!/^(ccomp|conj|xcomp)/.test(s.deprel[at])) return false;
  }
  return false;
}

/** "asked what action Washington would take", "no word on how it would answer": the word that asks, right behind the word that it hangs on. */
function isAskedBefore(s: Sentence, verb: number): boolean {
  for (let i = verb - 1; i > 0 && i > verb - 14; i--) {
    if (/^[,;:"“”.?!–—-]+$/.test(s.form[i])) return false;
    const wh = s.form[i].toLowerCase();
    if (!/^(what|which|how|why|who|whom|where|when|whether|if)$/.test(wh)) continue;
    const before = lemma(s, i - 1);
    if (/^(of|on|about|over|to)$/.test(before) && wh !== 'if' && wh !== 'which' && wh !== 'whom' && wh !== 'who')
      return (
        /^(on|about|over|to)$/.test(before) ||
        /^(question|matter|sign|idea|clue|indication|issue)$/.test(lemma(s, Math.max(0, i - 2)))
      );
    const asks =
      /^(ask|wonder|know|disclose|specify|reveal|decide|clear|unclear|discuss|debate|question|see|guess|uncertain|unsure|determine|explain|indicate|sure)$/;
    if (asks.test(before) && (wh !== 'if' || /^(ask|wonder|know|unclear|uncertain)$/.test(before))) return true;
    if (/^(say|tell|announce)$/.test(before)) {
      // "declined to say when", "did not say how", "said what"; not "said when the time came it would"
      if (/^(what|how|why|whether)$/.test(wh)) return true;
      if (isNegated(s, i - 1) || isWithheld(s, i - 1)) return true;
    }
    return false;
  }
  return false;
}

/** "declined to say", "refused to tell" */
function isWithheld(s: Sentence, verb: number): boolean {
  const up = s.head[verb];
  return up >= 0 && /^(decline|refuse|fail)$/.test(lemma(s, up));
}

const DRILL = /^(exercise|drill|manoeuvre|maneuver|wargame|patrol|parade|training)$/;

export function isDrill(s: Sentence, noun: number): boolean {
  return DRILL.test(lemma(s, noun));
}

/** "against", "off the coast of", "near the border with": whom it is meant for. */
export function isAgainst(s: Sentence, verb: number): boolean {
  return subtree(s, verb).some((i) => i > verb && /^(against|off|near|towards?|opposite)$/i.test(s.form[i]));
}

/** "there would be sanctions": the noun behind the verb, where the tree hung it elsewhere; -1 when there is none. */
export function nounBehind(s: Sentence, verb: number): number {
  for (let i = verb + 1; i < s.size && i < verb + 5; i++) {
    if (s.upos[i] === 'NOUN') return i;
    if (!/^(ADJ|DET|NUM)$/.test(s.upos[i])) break;
  }
  return -1;
}

const ANNOUNCED =
  /^(suspend|withdraw|pull|quit|cut|halt|end|recall|expel|break|sever|freeze|impose|close|cancel|leave|scrap|abandon|stop|restart|resume|walk)$/;

/** "said it was pulling out of the treaty": told as decided. */
export function isAnnounced(s: Sentence, verb: number): boolean {
  // "We are only closing a tap."
  if (/^(only|just|merely|simply)$/i.test(s.form[verb - 1])) return false;
  if (!ANNOUNCED.test(lemma(s, verb)) || !/^(ccomp|conj|root)$/.test(s.deprel[verb])) return false;
  return children(s, verb).some(
    (i) => i < verb && s.deprel[i] === 'aux' && /^(is|was|are|were|am|'s|'re)$/i.test(s.form[i]),
  );
}

/** The noun right before the modal, where the tree hung the subject elsewhere: "Under the deal Moscow will let ...". */
export function beforeModal(s: Sentence, verb: number): number {
  for (let i = verb - 1; i > 0 && i > verb - 5; i--) {
    if (s.xpos[i] === 'MD') return /^(NOUN|PROPN|PRON)$/.test(s.upos[i - 1]) ? i - 1 : -1;
  }
  return -1;
}

/** "will pay the price", "would face sanctions", "will regret it"; not "should pay for its gas". */
export function isSuffering(s: Sentence, verb: number): boolean {
  if (!isIn(acts().suffer, s, verb)) return false;
  if (lemma(s, verb) !== 'pay') return true;
  const object = child(s, verb, 'obj');
  const dearly = children(s, verb).some((i) => /^(dearly|heavily|bitterly)$/i.test(s.form[i]));
  const oblique = child(s, verb, 'obl');
  return (
    dearly ||
    (object >= 0 && /^(price|cost|penalty|consequence)$/.test(lemma(s, object))) ||
    (object < 0 && oblique >= 0 && (signOfNoun(s, oblique) < 0 || /^(it|this|that)$/i.test(s.form[oblique])))
  );
}

/** "does not bargain": what a side never does. */
export function isRefusedAlways(s: Sentence, verb: number): boolean {
  return (
    isNegated(s, verb) &&
    /^VB[ZP]?$/.test(s.xpos[verb]) &&
    children(s, verb).some((i) => /^(do|does|neither)$/i.test(s.form[i]))
  );
}

/** "our market", "its airspace" */
export function isOwned(s: Sentence, noun: number): boolean {
  return /^(our|my|its|their|his|her)$/i.test(s.form[child(s, noun, 'nmod:poss')] ?? '');
}

export function isNone(s: Sentence, noun: number): boolean {
  // "not one foreign soldier", "not another ton", "not a single ship"
  for (let i = Math.max(0, noun - 5); i < noun; i++)
    if (/^not$/i.test(s.form[i]) && /^(one|another|a|even)$/i.test(s.form[i + 1] ?? '') && !isVerbal(s, i, noun))
      return true;
  const determiner = child(s, noun, 'det');
  return /^(no|none|nobody|nothing)$/i.test(s.form[determiner >= 0 ? determiner : noun]);
}

function isVerbal(s: Sentence, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(VERB|AUX|PUNCT)$/.test(s.upos[i])) return true;
  return false;
}

/** What is refused with "cannot": acts of will. */
export const WILLED =
  /^(accept|agree|support|endorse|recognise|recognize|allow|permit|tolerate|consent|back|approve|sign|join|attend|negotiate|yield|compromise|abandon|permit|ratify|forgive|surrender|give|concede|ignore|stand|remain|sit|participate|meet|talk|recommend|condone|withdraw|leave|release|free|hand|lift|cede|acquiesce|subscribe)$/;

/** What somebody says he will not do towards another: to whom or what stands with it. */
export function isRefusable(s: Sentence, verb: number): boolean {
  if (
    /^(issue|comment|disclose|release|publish|affect|change|happen|need|cause|have|be|know|seek|run|stand)$/.test(
      lemma(s, verb),
    )
  )
    return false;
  return children(s, verb).some((i) => i > verb && /^(obj|iobj|obl|xcomp|ccomp)/.test(s.deprel[i]));
}

export const LASTING = /^(stay|remain|continue|stand|last|persist|hold)$/;

/** What officials "would not give". */
export const DETAILS =
  /^(detail|location|name|figure|comment|reason|information|date|estimate|breakdown|explanation|speech)$/;
