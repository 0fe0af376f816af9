// Who denies, doubts or confirms: the words of codebook/claims.txt with what they are about, sentence by sentence.

import type { Cast } from '../actors/index.js';
import { actorAt, clauseWords, isNegated, lemma, modalOf, subjectOf, trimmed, verbOf } from '../commitments/index.js';
import { child, children, relation, type Sentence, subtree } from '../language/index.js';
import type { Claim, Span } from '../records.js';
import { contentOf, unbroken } from './assertions.js';
import { lexicon } from './lexicon.js';
import { type Phrased, phraseAt, untrue } from './phrases.js';

export interface Stance {
  readonly s: Sentence;
  readonly stance: Exclude<Claim['stance'], 'asserts'>;
  /** The word that takes it. */
  readonly cue: number;
  /** Head of the subject; -1 for nobody. */
  readonly who: number;
  readonly span: Span;
  /** Head of the clause that is denied or doubted, or -1. */
  readonly content: number;
  /** Head of the noun that stands for it ("the report", "Iranian charges"), or -1. */
  readonly report: number;
  /** What it is about is told by "it", "that", "which" or nothing at all. */
  readonly pointing: boolean;
  readonly lemmas: ReadonlySet<string>;
  readonly rule: string;
}

/** The stances of a sentence, left to right. */
export function stancesOf(cast: Cast, s: Sentence): Stance[] {
  const found: Stance[] = [];
  const words = lexicon();
  const taken = new Set<number>();
  for (let i = 0; i < s.size; i++) {
    if (taken.has(i)) continue;
    const word = lemma(s, i);
    let one: Stance | null = null;
    const phrase = phraseAt(s, i) ?? untrue(s, i);
    if (phrase) one = fromPhrase(s, phrase);
    else if (s.upos[i] === 'VERB') {
      if (words.verifying.has(word) || (/^(check|test|prove|determine)$/.test(word) && isReport(s, objectOf(s, i))))
        one = verifying(s, i, taken);
      if (!one && words.denying.has(word)) one = denying(cast, s, i, 'denies');
      if (!one && words.naming.has(word)) one = naming(s, i);
      if (!one && (words.dismissing.has(word) || words.dismissing.has(verbOf(s, i)))) one = dismissing(s, i, 'denies');
      if (!one && words.belittling.has(word)) one = belittling(s, i);
      if (!one && words.doubting.has(word)) one = doubting(s, i);
      if (!one && words.confirming.has(word)) one = confirming(s, i);
      if (!one && word === 'cast') one = castDoubt(s, i);
    } else if (words.skeptical.has(word) && child(s, i, 'cop') >= 0) {
      const about = child(s, i, 'obl');
      const report = about >= 0 && words.reports.has(lemma(s, about)) ? about : -1;
      if (about < 0 || report >= 0)
        one = make(s, 'doubts', i, subjectOf(s, i), child(s, i, 'ccomp'), report, 'skeptical');
    } else if (s.upos[i] === 'NOUN') {
      if (words.denials.has(word)) one = denial(s, i);
      else if (words.evidence.has(word)) one = noEvidence(s, i);
      else if (word === 'truth') one = noTruth(s, i);
    }
    if (one) {
      found.push(one);
      taken.add(one.cue);
    }
  }
  return found;
}

const isReport = (s: Sentence, word: number): boolean => word >= 0 && lexicon().reports.has(lemma(s, word));

function fromPhrase(s: Sentence, { stance, cue, who, content, report, clause, rule }: Phrased): Stance {
  // A doubt by a phrase of the codebook needs no asserter in the text.
  const made = make(s, stance, cue, who, content, report, rule, clause);
  return { ...made, rule: stance === 'doubts' ? `${rule} (not confirmed)` : rule };
}

function make(
  s: Sentence,
  stance: Stance['stance'],
  cue: number,
  who: number,
  content: number,
  report: number,
  rule: string,
  verb = cue,
): Stance {
  const leave = (i: number): boolean =>
    s.deprel[i] === 'parataxis' ||
    (s.head[i] === verb && s.deprel[i] === 'conj') ||
    (s.head[i] === verb && s.deprel[i] === 'advcl' && i !== content && i > cue && (content >= 0 || isSaying(s, i)));
  let words = unbroken(clauseWords(s, verb, leave), verb, s);
  const semicolon = words.findIndex((i) => i > cue && s.form[i] === ';');
  if (semicolon > 0) words = words.slice(0, semicolon);
  // The relative clause on a report ("a charge that Moscow rejects") is told with its noun.
  const up = s.head[verb];
  if (s.deprel[verb].startsWith('acl') && up >= 0 && lexicon().reports.has(lemma(s, up))) {
    words = unbroken([...clauseWords(s, up, (i) => i !== up && i > verb && s.head[i] === up && i !== verb)], up, s);
  }
  if (content >= 0 && words.length > 0 && content > words[words.length - 1]) {
    const more = unbroken(clauseWords(s, content), content, s);
    if (more[0] <= words[words.length - 1] + 2) words = [...words, ...more];
  }
  const about = content >= 0 ? clauseWords(s, content) : report >= 0 ? clauseWords(s, report) : [];
  const span = trimmed(s, words) ?? [s.start[cue], s.end[cue]];
  const pronoun = content < 0 && (report < 0 || s.upos[report] === 'PRON');
  return {
    s,
    stance,
    cue,
    who,
    span,
    content,
    report: pronoun ? -1 : report,
    // "a charge Baku rejected as a lie": the charge is told before it.
    pointing:
      content < 0 && (pronoun || contentOf(s, about).size <= 2 || (report >= 0 && report === up && report < cue)),
    lemmas: contentOf(s, about),
    rule: rule.includes(':') ? rule : `stances.ts:${rule}`,
  };
}

/** "scoffed at the figure, saying that ...": another word of whoever denies. */
function isSaying(s: Sentence, word: number): boolean {
  return /^(saying|adding|insisting|citing|claiming|arguing)$/i.test(s.form[word]);
}

/** The clause that a verb governs: "that", a gerund, or -1. */
function clauseBehind(s: Sentence, verb: number): number {
  for (const i of children(s, verb)) {
    if (i < verb) continue;
    // "denied that, saying ...": a pronoun, and a reason behind it.
    if (/^that$/i.test(s.form[verb + 1] ?? '') && s.form[verb + 2] === ',') return -1;
    if (s.deprel[i] === 'ccomp') return i;
    if (/^(xcomp|advcl|obj)$/.test(s.deprel[i]) && s.xpos[i] === 'VBG' && !comma(s, verb, i)) return i;
  }
  return -1;
}

function comma(s: Sentence, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (s.form[i] === ',') return true;
  return false;
}

/** The report that an object names, with the clause inside it ("charges that it had used gas"). */
function reportIn(s: Sentence, noun: number, cue: number): { report: number; content: number } {
  for (const i of children(s, noun)) {
    if (i > noun && /^(acl|ccomp|acl:relcl)$/.test(s.deprel[i]) && i !== cue && lexicon().reports.has(lemma(s, noun))) {
      return { report: noun, content: i };
    }
  }
  return { report: noun, content: -1 };
}

function objectOf(s: Sentence, verb: number): number {
  const object = child(s, verb, 'obj', 'nsubj:pass');
  if (object >= 0) return object;
  // "a charge that Moscow rejected": the noun above.
  if (s.deprel[verb] === 'acl:relcl' || (s.deprel[verb] === 'acl' && child(s, verb, 'nsubj') >= 0)) return s.head[verb];
  // "a version disputed by Turkey"
  if (isReduced(s, verb)) return s.head[verb];
  return -1;
}

/** "a version disputed by Turkey": a participle on its noun. */
function isReduced(s: Sentence, verb: number): boolean {
  return s.deprel[verb] === 'acl' && s.xpos[verb] === 'VBN' && child(s, verb, 'obl:agent', 'obl') >= 0;
}

/** Who denies: the subject, or whoever is named behind "by". */
function denierOf(s: Sentence, verb: number): number {
  const passive = child(s, verb, 'nsubj:pass') >= 0 || isReduced(s, verb);
  return passive ? child(s, verb, 'obl:agent', 'obl') : subjectOf(s, verb);
}

function denying(cast: Cast, s: Sentence, verb: number, stance: Stance['stance']): Stance | null {
  // "denied them visas": a thing is withheld.
  if (child(s, verb, 'iobj') >= 0 || isNegated(s, verb) || modalOf(s, verb) !== null) return null;
  // "neither confirms nor denies", "nothing to disprove it"
  if (s.form.slice(Math.max(0, verb - 3), verb).some((form) => /^(nor|nothing)$/i.test(form))) return null;
  const passive = child(s, verb, 'nsubj:pass') >= 0;
  const who = denierOf(s, verb);
  const content = clauseBehind(s, verb);
  if (content >= 0) return make(s, stance, verb, who, content, -1, 'deny that');
  const object = objectOf(s, verb);
  if (object === verb + 1 && s.upos[object] === 'PRON' && /^(NOUN|ADJ|DET)$/.test(s.upos[object + 1] ?? ''))
    return null;
  if (object < 0) return make(s, stance, verb, who, -1, -1, 'deny');
  if (passive && !lexicon().reports.has(lemma(s, object)) && actorAt(cast, s, object)) return null;
  const { report, content: inner } = reportIn(s, object, verb);
  return make(s, stance, verb, who, inner, report, 'deny it');
}

function dismissing(s: Sentence, verb: number, stance: Stance['stance']): Stance | null {
  if (isNegated(s, verb)) return null;
  let object = objectOf(s, verb);
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

/** The report that stands behind a verb, its particle, or "as" with an adjective; -1 where there is none. */
function reportBehind(s: Sentence, verb: number): number {
  for (let i = verb + 1; i < s.size && i < verb + 9; i++) {
    if (s.upos[i] === 'NOUN' && lexicon().reports.has(lemma(s, i)) && s.deprel[i] !== 'compound') return i;
    if (/^[,;.:]$/.test(s.form[i]) || (s.upos[i] === 'VERB' && !lexicon().false.has(s.form[i].toLowerCase())))
      return -1;
    if (s.upos[i] === 'NOUN' && s.deprel[i] !== 'compound' && !lexicon().false.has(lemma(s, i))) return -1;
  }
  return -1;
}

/** "scoffed at the figure", "laughed off reports that": what is not believed. */
function belittling(s: Sentence, verb: number): Stance | null {
  if (isNegated(s, verb) || !/^(at|with|off)$/i.test(s.form[verb + 1] ?? '')) return null;
  // "a claim that Delhi laughed off": the noun before it
  const up = s.deprel[verb] === 'acl:relcl' && lexicon().reports.has(lemma(s, s.head[verb])) ? s.head[verb] : -1;
  const about = up >= 0 ? up : reportBehind(s, verb);
  if (about < 0) return null;
  const { report, content } = reportIn(s, about, verb);
  return make(s, 'denies', verb, subjectOf(s, verb), content, report, 'scoff at');
}

/** "called the report a lie", "dismissed the papers as forgeries". */
function naming(s: Sentence, verb: number): Stance | null {
  const object = objectOf(s, verb);
  const isFalse = (i: number): boolean => i >= 0 && lexicon().false.has(lemma(s, i));
  // "called that a lie", "called the figure fantasy": where the tree has no object, or has taken the name for it.
  const named = object < 0 ? child(s, verb, 'xcomp') : object;
  const pointed = /^(that|this|it)$/i.test(s.form[verb + 1] ?? '');
  const counted = object > verb + 1 && children(s, object).some((i) => lexicon().reports.has(lemma(s, i)));
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
    return make(s, 'denies', verb, subjectOf(s, verb), -1, object, 'call it a lie');
  }
  // Where the tree hung it elsewhere: the word right behind the object, up to the next comma.
  const last = subtree(s, object).at(-1) ?? object;
  for (let i = Math.min(last, object + 3) + 1; i < s.size && i < object + 6; i++) {
    if (/^[,.;:]$/.test(s.form[i]) || s.upos[i] === 'VERB') break;
    if (!lexicon().false.has(lemma(s, i)) && !lexicon().false.has(s.form[i].toLowerCase())) continue;
    return make(s, 'denies', verb, subjectOf(s, verb), -1, object, 'call it a lie');
  }
  return null;
}

function doubting(s: Sentence, verb: number): Stance | null {
  if (isNegated(s, verb)) return null;
  const content = clauseBehind(s, verb);
  const object = objectOf(s, verb);
  if (lemma(s, verb) !== 'doubt' && (object < 0 || !lexicon().reports.has(lemma(s, object)))) return null;
  if (content < 0 && object < 0) return null;
  const inner = object >= 0 ? reportIn(s, object, verb) : { report: -1, content: -1 };
  return make(s, 'doubts', verb, subjectOf(s, verb), content >= 0 ? content : inner.content, inner.report, 'doubt');
}

function castDoubt(s: Sentence, verb: number): Stance | null {
  const object = child(s, verb, 'obj');
  if (object < 0 || lemma(s, object) !== 'doubt') return null;
  const about = child(s, object, 'nmod') >= 0 ? child(s, object, 'nmod') : child(s, verb, 'obl');
  return make(s, 'doubts', verb, subjectOf(s, verb), -1, about, 'cast doubt');
}

/** "could not confirm", "declined to confirm", "has neither confirmed nor denied", "could not be verified". */
function verifying(s: Sentence, verb: number, taken: Set<number>): Stance | null {
  let negated = isNegated(s, verb) || children(s, verb).some((i) => /^(neither|nor|not)$/i.test(s.form[i]) && i < verb);
  let who = subjectOf(s, verb);
  let clause = verb;
  const up = s.head[verb];
  if (up >= 0 && s.deprel[verb] === 'xcomp' && /^(decline|refuse)$/.test(lemma(s, up))) {
    negated = true;
    who = subjectOf(s, up);
    clause = up;
  } else if (up >= 0 && s.deprel[verb] === 'xcomp' && /^(able|unable)$/.test(lemma(s, up))) {
    negated ||= lemma(s, up) === 'unable' || isNegated(s, up);
    who = subjectOf(s, up);
    clause = up;
  }
  const passive = child(s, verb, 'nsubj:pass') >= 0;
  const subject = child(s, verb, 'nsubj:pass');
  if (passive && subject >= 0 && children(s, subject).some((i) => /^(neither|no|none)$/i.test(s.form[i])))
    negated = true;
  if (!negated) return null;
  // "because the Thais had not yet confirmed it": a reason, and no doubt.
  if (s.deprel[verb] === 'advcl' && /^(because|as|since)$/i.test(s.form[child(s, verb, 'mark')] ?? '')) return null;
  for (const i of children(s, verb)) if (s.deprel[i] === 'conj' && lexicon().denying.has(lemma(s, i))) taken.add(i);
  const denial = children(s, verb).find((i) => s.deprel[i] === 'conj' && lexicon().denying.has(lemma(s, i))) ?? -1;
  const behind = clauseBehind(s, verb);
  const content = behind < 0 && denial >= 0 ? clauseBehind(s, denial) : behind;
  const object = objectOf(s, verb) < 0 && denial >= 0 ? objectOf(s, denial) : objectOf(s, verb);
  const inner = object >= 0 ? reportIn(s, object, verb) : { report: -1, content: -1 };
  const agent = passive ? child(s, verb, 'obl:agent') : who;
  const one = make(
    s,
    'doubts',
    verb,
    agent,
    content >= 0 ? content : inner.content,
    inner.report,
    'not confirmed',
    clause,
  );
  if (denial < 0) return one;
  // "would neither confirm nor deny that a destroyer had been lost": the one clause belongs to both verbs.
  const words = unbroken(clauseWords(s, denial), denial, s);
  const end = s.end[words.at(-1) ?? denial];
  const more = new Set([...one.lemmas, ...contentOf(s, words)]);
  return { ...one, span: [one.span[0], Math.max(end, one.span[1])], lemmas: more };
}

function confirming(s: Sentence, verb: number): Stance | null {
  if (isNegated(s, verb)) return null;
  const content = clauseBehind(s, verb);
  const object = objectOf(s, verb);
  if (content < 0 && object < 0) return null;
  const inner = object >= 0 ? reportIn(s, object, verb) : { report: -1, content: -1 };
  return make(s, 'confirms', verb, subjectOf(s, verb), content >= 0 ? content : inner.content, inner.report, 'confirm');
}

/** "repeated its denial that it had supplied the drones". */
function denial(s: Sentence, noun: number): Stance | null {
  const owner = child(s, noun, 'nmod:poss');
  const up = s.head[noun];
  const verb = up >= 0 && s.upos[up] === 'VERB' ? up : noun;
  const who = owner >= 0 ? owner : verb === noun ? child(s, noun, 'amod', 'compound') : subjectOf(s, verb);
  const content = child(s, noun, 'acl', 'ccomp');
  const about = child(s, noun, 'nmod');
  if (content < 0 && about < 0) return null;
  return make(s, 'denies', noun, who, content, about, 'denial', verb);
}

/** "have seen little evidence that", "there was no evidence of", "saw no sign that". */
function noEvidence(s: Sentence, noun: number): Stance | null {
  const negative = children(s, noun).some((i) => /^(no|little|scant|hardly|any)$/i.test(s.form[i]));
  if (!negative) return null;
  const up = s.head[noun];
  // "has given no indication that it is interested": it keeps silent, and doubts nothing.
  if (up >= 0 && /^(give|show|offer|provide)$/.test(lemma(s, up)) && /^(sign|indication)$/.test(lemma(s, noun)))
    return null;
  const any = children(s, noun).some((i) => /^any$/i.test(s.form[i]));
  if (any && !(up >= 0 && isNegated(s, up))) return null;
  let content = child(s, noun, 'acl', 'ccomp', 'acl:relcl');
  if (content < 0 && up >= 0) content = child(s, up, 'ccomp');
  if (content < 0) content = clauseAfter(s, noun);
  const about = child(s, noun, 'nmod');
  if (content < 0 && about < 0) return null;
  const verb = up >= 0 && (s.upos[up] === 'VERB' || s.upos[up] === 'AUX') ? up : noun;
  const there = child(s, verb, 'expl') >= 0;
  const who = there || verb === noun ? -1 : subjectOf(s, verb);
  return make(s, 'doubts', noun, who, content, about, 'no evidence', verb);
}

/** The verb of the clause that begins right behind a noun, wherever the tree hung it: "little evidence | Russia is pulling back". */
function clauseAfter(s: Sentence, noun: number): number {
  let first = noun + 1;
  if (s.form[first]?.toLowerCase() === 'that') first++;
  if (first >= s.size || !/^(NOUN|PROPN|PRON|DET|ADJ|NUM)$/.test(s.upos[first])) return -1;
  for (let at = first; at >= 0; at = s.head[at]) {
    if (at > noun && s.upos[at] === 'VERB' && child(s, at, 'nsubj', 'nsubj:pass') > noun) return at;
    if (s.head[at] < first && at !== first) break;
  }
  return -1;
}

/** "There is no truth to this", "there was no truth in reports that". */
function noTruth(s: Sentence, noun: number): Stance | null {
  if (!children(s, noun).some((i) => /^(no|little)$/i.test(s.form[i]))) return null;
  const about = child(s, noun, 'nmod');
  const up = s.head[noun];
  const verb = up >= 0 && relation(s.deprel[noun]) === 'nsubj' ? up : noun;
  const inner = about >= 0 ? reportIn(s, about, noun) : { report: -1, content: -1 };
  return make(s, 'denies', noun, -1, inner.content, inner.report, 'no truth', verb);
}
