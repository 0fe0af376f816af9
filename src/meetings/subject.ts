// Who is the subject of an occasion's verb, where the tree is known to lose it: to an attribution behind the clause, or to a participle between commas.

import { lemma, subjectOf } from '../commitments/index.js';
import { child, children, isUnder, relation, type Sentence } from '../language/index.js';
import { invitationOf } from './invitation.js';

/** As `subjectOf`, and besides: "The minister met the rebels, his aides said", "The ministers, meeting in Bonn, said". */
export function subjectAt(s: Sentence, verb: number): number {
  const aside = beforeComma(s, verb);
  if (aside >= 0) return aside;
  const invited = invitationOf(s, verb);
  if (invited) return invited.guest;
  const agreed = agreedBy(s, verb);
  if (agreed >= 0) return agreed;
  const found = subjectOf(s, verb);
  // "Officials there said the president was willing to": the noun between the verb of speech and the predicate, where the tree gave it to the former.
  for (let at = verb, up = s.head[at]; up >= 0; at = up, up = s.head[at]) {
    if (child(s, at, 'nsubj', 'nsubj:pass') >= 0) break;
    if (s.deprel[at] !== 'ccomp' || at < up) continue;
    const between = children(s, up).find(
      (i) =>
        i > up &&
        i < at &&
        (s.deprel[i] === 'nsubj' || (/^(obl|obj)$/.test(s.deprel[i]) && SPEECH.test(lemma(s, up)))) &&
        /^(NOUN|PROPN)$/.test(s.upos[i]) &&
        [...children(s, i)].every((k) => s.deprel[k] !== 'case' || s.xpos[k] === 'POS'),
    );
    if (between !== undefined && (found < 0 || found < up)) return between;
    break;
  }
  // "A met B, his aides said": the subject of the verb of speech behind it is not who met.
  const up = s.head[verb];
  if (found <= verb || up < 0 || s.head[found] !== up || found < verb || !/^ccomp$/.test(s.deprel[verb])) return found;
  if (!SPEECH.test(lemma(s, up))) return found;
  const before = nounBefore(s, verb);
  return before >= 0 ? before : found;
}

const SPEECH = /^(say|add|tell|report|announce|state|note|confirm|write)$/;

/** "ended talks with an agreement to meet again": those who agree, the subject of the verb that the noun hangs on; else -1. */
function agreedBy(s: Sentence, verb: number): number {
  const noun = s.head[verb];
  if (noun < 0 || s.deprel[verb] !== 'acl' || s.xpos[verb] !== 'VB') return -1;
  if (children(s, noun).some((i) => /^(no|any)$/i.test(s.form[i]))) return -1;
  if (!/^(agreement|accord|deal|plan|pledge|decision|promise|intention)$/.test(lemma(s, noun))) return -1;
  for (let at = noun, up = s.head[at]; up >= 0; at = up, up = s.head[at]) {
    if (s.upos[up] === 'VERB') return s.deprel[at] === 'nsubj' ? -1 : subjectOf(s, up);
    if (!/^(nmod|obj|obl|conj)$/.test(relation(s.deprel[at]))) return -1;
  }
  return -1;
}

/** "European ministers, meeting in Luxembourg, said": the noun before the comma of a bare participle; else -1. */
function beforeComma(s: Sentence, verb: number): number {
  if (s.xpos[verb] !== 'VBG' || verb < 2 || s.form[verb - 1] !== ',') return -1;
  if (children(s, verb).some((i) => i < verb && /^(nsubj|aux|mark|case|det)/.test(s.deprel[i]))) return -1;
  return topNoun(s, verb - 2, verb);
}

/** The noun phrase that ends right before the verb and its auxiliaries and adverbs, or -1. */
function nounBefore(s: Sentence, verb: number): number {
  let at = verb - 1;
  while (at >= 0 && /^(AUX|ADV|PART)$/.test(s.upos[at])) at--;
  return at < 0 ? -1 : topNoun(s, at, verb);
}

/** The head of the noun phrase that `word` ends, all of it before `until`. */
function topNoun(s: Sentence, word: number, until: number): number {
  if (!/^(NOUN|PROPN)$/.test(s.upos[word])) return -1;
  let at = word;
  for (let up = s.head[at]; up >= 0 && up < until && /^(NOUN|PROPN)$/.test(s.upos[up]); up = s.head[at]) {
    if (!/^(flat|compound|nmod|appos|amod|conj)/.test(relation(s.deprel[at])) || isUnder(s, until, at)) break;
    at = up;
  }
  return child(s, at, 'case') >= 0 && s.form[child(s, at, 'case')].toLowerCase() !== "'s" ? -1 : at;
}
