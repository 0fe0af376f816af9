// The words that deny, reject or call untrue (see codebook/claims.txt).

import type { Cast } from '../actors/index.js';
import { actorAt, isNegated, lemma, modalOf, subjectOf, verbOf } from '../commitments/index.js';
import { child, children, relation, type Sentence, subtree } from '../language/index.js';
import { isCharge, isVerdict, verdictBehind } from './judgement.js';
import { lexicon } from './lexicon.js';
import { reportBehind, reportIn } from './reports.js';
import { clauseBehind, denierOf, make, objectOf, type Stance } from './stance.js';

export function denying(cast: Cast, s: Sentence, verb: number, stance: Stance['stance']): Stance | null {
  // "denied them visas": a thing is withheld.
  if (child(s, verb, 'iobj') >= 0 || isNegated(s, verb) || modalOf(s, verb) !== null) return null;
  // "neither confirms nor denies", "nothing to disprove it"
  if (s.form.slice(Math.max(0, verb - 3), verb).some((form) => /^(nor|nothing)$/i.test(form))) return null;
  const passive = child(s, verb, 'nsubj:pass') >= 0;
  const who = denierOf(s, verb);
  const content = clauseBehind(s, verb);
  const object = objectOf(s, verb);
  // "denied a report by a newspaper that ...": the clause hung on the verb.
  if (content >= 0 && object > verb && object < content && lexicon().reports.has(lemma(s, object)))
    return make(s, stance, verb, who, content, object, 'deny it');
  if (content >= 0) return make(s, stance, verb, who, content, -1, 'deny that');
  if (object === verb + 1 && s.upos[object] === 'PRON' && /^(NOUN|ADJ|DET)$/.test(s.upos[object + 1] ?? ''))
    return null;
  if (object < 0) return make(s, stance, verb, who, -1, -1, 'deny');
  if (passive && !lexicon().reports.has(lemma(s, object)) && actorAt(cast, s, object)) return null;
  const { report, content: inner } = reportIn(s, object, verb);
  return make(s, stance, verb, who, inner, report, 'deny it');
}

export function dismissing(s: Sentence, verb: number, stance: Stance['stance']): Stance | null {
  if (isNegated(s, verb)) return null;
  let object = objectOf(s, verb);
  if (/^(dispute|contest|rebut|refute|contradict)$/.test(lemma(s, verb))) {
    // "disputed that they had been asked", "contests this"
    const told = clauseBehind(s, verb);
    const pointing = object === verb + 1 && /^(this|that|it)$/i.test(s.form[object]);
    if (told >= 0 && /^that$/i.test(s.form[verb + 1] ?? '') && !pointing)
      return make(s, stance, verb, subjectOf(s, verb), told, -1, 'deny that');
    if (pointing) return make(s, stance, verb, subjectOf(s, verb), -1, -1, 'reject');
  }
  // "rejected as baseless the accusation that ...", "waved away the allegation": wherever the tree hung it.
  if (object < 0 || !lexicon().reports.has(lemma(s, object))) object = reportBehind(s, verb);
  if (object < 0) return null;
  // "rejects the U.N.'s plan" is a refusal; only what can be true or false is denied.
  const { report, content } = reportIn(s, object, verb);
  // "a suggestion that a cease-fire be discussed": what is proposed, not what is told.
  if (content >= 0 && /^(suggestion|notion|idea)$/.test(lemma(s, object)) && isSubjunctive(s, content)) return null;
  return make(s, stance, verb, denierOf(s, verb), content, report, 'reject');
}

function isSubjunctive(s: Sentence, verb: number): boolean {
  const first = child(s, verb, 'aux:pass', 'cop', 'aux');
  return first < 0
    ? s.xpos[verb] === 'VB'
    : s.form[first].toLowerCase() === 'be' || /^(should|would)$/i.test(s.form[first]);
}

/** "did not accept that", "does not share this version": what one side tells, the other will not have. */
export function unaccepted(s: Sentence, verb: number): Stance | null {
  if (!isNegated(s, verb) || modalOf(s, verb) !== null) return null;
  const content = clauseBehind(s, verb);
  const object = objectOf(s, verb);
  const pointed =
    /^(that|this|it|him|her|them)$/i.test(s.form[verb + 1] ?? '') && /^([,.;]|and|but)$/i.test(s.form[verb + 2] ?? '.');
  const stance = lemma(s, verb) === 'believe' ? 'doubts' : 'denies';
  if (pointed && /^(accept|believe)$/.test(lemma(s, verb)))
    return make(s, stance, verb, subjectOf(s, verb), -1, -1, 'not accept');
  if (object < 0 || !lexicon().reports.has(lemma(s, object)) || /^(explanation|talk)$/.test(lemma(s, object)))
    return null;
  const inner = reportIn(s, object, verb);
  return make(s, stance, verb, subjectOf(s, verb), content >= 0 ? content : inner.content, inner.report, 'not accept');
}

/** "scoffed at the figure", "laughed off reports that": what is not believed. */
export function belittling(s: Sentence, verb: number): Stance | null {
  if (isNegated(s, verb) || !/^(at|with|off)$/i.test(s.form[verb + 1] ?? '')) return null;
  // "a claim that Delhi laughed off": the noun before it
  const up = s.deprel[verb] === 'acl:relcl' && lexicon().reports.has(lemma(s, s.head[verb])) ? s.head[verb] : -1;
  const about = up >= 0 ? up : reportBehind(s, verb);
  if (about < 0) return null;
  const { report, content } = reportIn(s, about, verb);
  return make(s, 'denies', verb, subjectOf(s, verb), content, report, 'scoff at');
}

/** "called the report a lie", "dismissed the papers as forgeries". */
export function naming(s: Sentence, verb: number): Stance | null {
  const object = objectOf(s, verb);
  const isFalse = (i: number): boolean => i >= 0 && lexicon().false.has(lemma(s, i));
  // "called that a lie", "called the figure fantasy": where the tree has no object, or has taken the name for it.
  const named = object < 0 ? child(s, verb, 'xcomp') : object;
  const pointed = /^(that|this|it)$/i.test(s.form[verb + 1] ?? '');
  // 'called this "pure invention"'
  for (let i = verb + 2; pointed && i < s.size && i < verb + 8 && !/^[,.;]$/.test(s.form[i]); i++) {
    if (s.upos[i] === 'VERB') break;
    if (!lexicon().false.has(lemma(s, i)) && !lexicon().false.has(s.form[i].toLowerCase())) continue;
    // "called it scandalous that no talks were held": a judgement of what follows.
    if (/^(that|to)$/i.test(s.form[i + 1] ?? '')) return null;
    return make(s, 'denies', verb, subjectOf(s, verb), -1, -1, 'call it a lie');
  }
  const counted = object > verb + 1 && children(s, object).some((i) => lexicon().reports.has(lemma(s, i)));
  if (isCharge(s, object) && !/^(condemn|decry|denounce|wave|reject)$/.test(lemma(s, verb)) && object > verb) {
    const words = verdictBehind(s, verb, object);
    if (isVerdict(s, words)) {
      const { report, content } = reportIn(s, object, verb);
      return make(s, 'denies', verb, subjectOf(s, verb), content, report, 'call it a lie');
    }
  }
  if (isFalse(named) && (object < 0 ? pointed : counted))
    return make(s, 'denies', verb, subjectOf(s, verb), -1, -1, 'call it a lie');
  if (object < 0) return null;
  for (const i of [...children(s, verb), ...children(s, object)]) {
    if (i <= verb || i === object) continue;
    if (!/^(xcomp|obl|obj|advcl|ccomp|appos)$/.test(s.deprel[i]) && !(s.deprel[i] === 'amod' && i > object)) continue;
    const named = [i, ...children(s, i)].some(
      (k) => lexicon().false.has(lemma(s, k)) || lexicon().false.has(s.form[k].toLowerCase()),
    );
    if (!named) continue;
    return calledFalse(s, verb, object);
  }
  // Where the tree hung it elsewhere: the word right behind the object, up to the next comma.
  const last = subtree(s, object).at(-1) ?? object;
  for (let i = Math.min(last, object + 3) + 1; i < s.size && i < object + 6; i++) {
    if (/^[,.;:]$/.test(s.form[i]) || s.upos[i] === 'VERB') break;
    if (!lexicon().false.has(lemma(s, i)) && !lexicon().false.has(s.form[i].toLowerCase())) continue;
    return calledFalse(s, verb, object);
  }
  return null;
}

/** "dismissed as rubbish a report that ...", "were described by the Navy as false": what is called so, by whom. */
function calledFalse(s: Sentence, verb: number, object: number): Stance {
  const { report, content } = reportIn(s, object, verb);
  return make(s, 'denies', verb, denierOf(s, verb), content > object ? content : -1, report, 'call it a lie');
}

/** "said Iraq was lying", "the Americans had made it up": of another, who does not speak the truth. */
export function lying(cast: Cast, s: Sentence, verb: number): Stance | null {
  const { lying } = lexicon();
  const name = `${lemma(s, verb)}_${(s.form[verb + 1] ?? '').toLowerCase()}`;
  const particle = s.form.slice(verb + 1, verb + 6).some((form) => /^up$/i.test(form)) ? `${lemma(s, verb)}_up` : name;
  if (!lying.has(lemma(s, verb)) && !lying.has(verbOf(s, verb)) && !lying.has(particle)) return null;
  if (isNegated(s, verb) || modalOf(s, verb) !== null || child(s, verb, 'nsubj:pass') >= 0) return null;
  // "lay in the harbour", "lies to the north"
  if (lemma(s, verb) === 'lie' && s.xpos[verb] !== 'VBG' && !/^lied$/i.test(s.form[verb])) return null;
  const subject = child(s, verb, 'nsubj');
  const up = s.head[verb];
  if (subject < 0 || up < 0 || s.deprel[verb] !== 'ccomp' || !lexicon().asserting.has(lemma(s, up))) return null;
  if (!actorAt(cast, s, subject) || s.upos[subject] === 'PRON') return null;
  return make(s, 'denies', verb, -1, -1, -1, 'lies');
}

/** "the attack never took place", "no such flight had occurred" */
export function unhappened(s: Sentence, verb: number): Stance | null {
  const { happening } = lexicon();
  const place = s.form[verb + 1] !== undefined ? `${lemma(s, verb)}_${s.form[verb + 1].toLowerCase()}` : '';
  if (!happening.has(lemma(s, verb)) && !happening.has(place)) return null;
  const subject = child(s, verb, 'nsubj');
  const none = subject >= 0 && /^(no|nothing)$/i.test(s.form[child(s, subject, 'det')] ?? s.form[subject]);
  if (subject < 0 || (!isNegated(s, verb) && !none)) return null;
  if (modalOf(s, verb) !== null || /^VB[PZ]$/.test(s.xpos[verb])) return null;
  // "no agreement was reached, and the meeting did not take place": told by nobody.
  if (!/^(ccomp|acl:relcl|root|parataxis)$/.test(s.deprel[verb])) return null;
  const pointing = /^(it|this|that|which|they)$/i.test(s.form[subject]);
  return make(s, 'denies', verb, -1, pointing ? -1 : verb, -1, 'never happened');
}

/** "repeated its denial that it had supplied the drones". */
export function denial(s: Sentence, noun: number): Stance | null {
  const owner = child(s, noun, 'nmod:poss');
  const up = s.head[noun];
  const verb = up >= 0 && s.upos[up] === 'VERB' ? up : noun;
  const who = owner >= 0 ? owner : verb === noun ? child(s, noun, 'amod', 'compound') : subjectOf(s, verb);
  const content = child(s, noun, 'acl', 'ccomp');
  const about = child(s, noun, 'nmod');
  if (content < 0 && about < 0) return null;
  return make(s, 'denies', noun, who, content, about, 'denial', verb);
}

/** "There is no truth to this", "there was no truth in reports that". */
export function noTruth(s: Sentence, noun: number): Stance | null {
  if (!children(s, noun).some((i) => /^(no|little)$/i.test(s.form[i]))) return null;
  const about = child(s, noun, 'nmod');
  const up = s.head[noun];
  const verb = up >= 0 && relation(s.deprel[noun]) === 'nsubj' ? up : noun;
  const inner = about >= 0 ? reportIn(s, about, noun) : { report: -1, content: -1 };
  return make(s, 'denies', noun, -1, inner.content, inner.report, 'no truth', verb);
}
