// The words that doubt, cannot verify, find no evidence, or confirm (see codebook/claims.txt).

import { clauseWords, isNegated, lemma, subjectOf } from '../commitments/index.js';
import { child, children, type Sentence, subtree } from '../language/index.js';
import { contentOf, unbroken } from './assertion.js';
import { lexicon } from './lexicon.js';
import { isReport, reportIn } from './reports.js';
import { clauseBehind, make, objectOf, type Stance } from './stance.js';

export function doubting(s: Sentence, verb: number): Stance | null {
  if (isNegated(s, verb)) return null;
  const content = clauseBehind(s, verb);
  const object = objectOf(s, verb);
  if (lemma(s, verb) !== 'doubt' && (object < 0 || !lexicon().reports.has(lemma(s, object)))) return null;
  if (content < 0 && object < 0) return null;
  const inner = object >= 0 ? reportIn(s, object, verb) : { report: -1, content: -1 };
  return make(s, 'doubts', verb, subjectOf(s, verb), content >= 0 ? content : inner.content, inner.report, 'doubt');
}

/** "refused to discuss reports that", "declined to comment on the report": it neither denies nor confirms. */
export function silent(s: Sentence, verb: number): Stance | null {
  const up = s.head[verb];
  const refused = up >= 0 && s.deprel[verb] === 'xcomp' && /^(decline|refuse)$/.test(lemma(s, up));
  if (!refused) return null;
  for (const about of children(s, verb)) {
    if (about < verb || !/^(obj|obl)$/.test(s.deprel[about])) continue;
    if (!isReport(s, about) && !/^(article|dispatch|letter)$/.test(lemma(s, about))) continue;
    const { report, content } = reportIn(s, about, verb);
    return make(s, 'doubts', verb, subjectOf(s, up), content, report, 'not discussed', up);
  }
  return null;
}

export function castDoubt(s: Sentence, verb: number): Stance | null {
  const object = child(s, verb, 'obj');
  if (object < 0 || lemma(s, object) !== 'doubt') return null;
  const about = child(s, object, 'nmod') >= 0 ? child(s, object, 'nmod') : child(s, verb, 'obl');
  return make(s, 'doubts', verb, subjectOf(s, verb), -1, about, 'cast doubt');
}

/** "could not confirm", "declined to confirm", "has neither confirmed nor denied", "could not be verified". */
export function verifying(s: Sentence, verb: number, taken: Set<number>): Stance | null {
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

export function confirming(s: Sentence, verb: number): Stance | null {
  if (isNegated(s, verb)) return null;
  const content = clauseBehind(s, verb);
  const object = objectOf(s, verb);
  if (content < 0 && object < 0) return null;
  // "admits observers to its stations", "acknowledged nobody's orders"
  if (
    content < 0 &&
    children(s, verb).some((i) => i > object && /^(to|into)$/i.test(s.form[child(s, i, 'case')] ?? ''))
  )
    return null;
  if (content < 0 && subtree(s, object).some((i) => /^(no|nobody|none)$/i.test(s.form[i]))) return null;
  const inner = object >= 0 ? reportIn(s, object, verb) : { report: -1, content: -1 };
  return make(s, 'confirms', verb, subjectOf(s, verb), content >= 0 ? content : inner.content, inner.report, 'confirm');
}

/** "have seen little evidence that", "there was no evidence of", "saw no sign that". */
export function noEvidence(s: Sentence, noun: number): Stance | null {
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
  const one = make(s, 'doubts', noun, who, content, about, 'no evidence', verb);
  // "no evidence of Egyptian involvement" names what is doubted; "no evidence of that", "of such a report" do not.
  const named = content < 0 && s.upos[about] !== 'PRON' && !lexicon().reports.has(lemma(s, about));
  const such = subtree(s, Math.max(about, 0)).some((i) => /^(such|this|that|these|those)$/i.test(s.form[i]));
  return named && !such ? { ...one, pointing: false } : one;
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
