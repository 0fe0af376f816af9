// Stances that no single verb takes: fixed phrases of codebook/claims.txt ("there was no way of checking either account", "knew nothing of"), and
// what is called untrue by a predicate ("the charge was an absurd concoction", "that is not true").

import { isNegated, lemma, subjectOf } from '../commitments/index.js';
import { child, children, type Sentence } from '../language/index.js';
import { lexicon, type Phrase } from './lexicon.js';

/** What a phrase says: who, about what. Word indices, -1 for none. */
export interface Phrased {
  readonly stance: 'denies' | 'doubts';
  readonly unaware?: boolean;
  /** First word of the phrase. */
  readonly cue: number;
  readonly who: number;
  readonly content: number;
  readonly report: number;
  /** Head of the clause that tells it. */
  readonly clause: number;
  readonly rule: string;
}

/** The phrase that begins at a word, or null. Adverbs may stand inside it: "no way of independently checking". */
export function phraseAt(s: Sentence, at: number): Phrased | null {
  const { phrases } = lexicon();
  const form = s.form[at].toLowerCase();
  const name = lemma(s, at);
  const known = [...(phrases.get(form) ?? []), ...(name === form ? [] : (phrases.get(name) ?? []))];
  for (const phrase of known) {
    const last = endOf(s, at, phrase);
    if (last >= 0) return phrased(s, at, last, phrase);
  }
  return null;
}

function endOf(s: Sentence, at: number, { words }: Phrase): number {
  let i = at;
  for (const [k, word] of words.entries()) {
    while (k > 0 && !isWord(s, i, word) && isBetween(s, i)) i++;
    if (!isWord(s, i, word)) return -1;
    i++;
  }
  return i - 1;
}

const isWord = (s: Sentence, at: number, word: string): boolean =>
  at < s.size && (s.form[at].toLowerCase() === word || lemma(s, at) === word);

/** "no immediate independent confirmation", "nothing whatever to do with" */
const isBetween = (s: Sentence, at: number): boolean =>
  at < s.size && (/^(ADV|ADJ)$/.test(s.upos[at]) || /^(whatever|whatsoever)$/i.test(s.form[at]));

function phrased(s: Sentence, at: number, last: number, { words, stance, unaware, rule }: Phrase): Phrased {
  let clause = at;
  while (s.head[clause] >= at && s.head[clause] <= last) clause = s.head[clause];
  const up = s.head[clause];
  if (
    up >= 0 &&
    up < clause &&
    /^(obj|nsubj|obl|xcomp|expl|advmod|acl)/.test(s.deprel[clause]) &&
    s.upos[up] !== 'NOUN'
  )
    clause = up;
  if (up > last && /^(nsubj|expl)/.test(s.deprel[clause])) clause = up;
  const passive = child(s, clause, 'nsubj:pass');
  const about = passive >= 0 && /^(met|greeted|treated)$/i.test(s.form[at]) ? passive : behind(s, last);
  const verbal = about >= 0 && (s.upos[about] === 'VERB' || s.upos[about] === 'AUX');
  const there = child(s, clause, 'expl') >= 0;
  const inner = about >= 0 && !verbal ? child(s, about, 'acl', 'ccomp', 'acl:relcl') : -1;
  const isReport = about >= 0 && lexicon().reports.has(lemma(s, about));
  const agent = passive >= 0 ? child(s, clause, 'obl:agent') : subjectOf(s, clause);
  const it = agent >= 0 && /^(it|there)$/i.test(s.form[agent]) && /^(impossible|not)$/i.test(s.form[at]);
  // "the reports do not correspond to reality": what is denied stands before it.
  const before = stance === 'denies' && agent >= 0 && about < 0;
  if (
    before &&
    (lexicon().reports.has(lemma(s, agent)) || /^(this|that|it|these|they|both)$/i.test(s.form[agent])) &&
    lexicon().untruths.has(words.join('_'))
  ) {
    const named = lexicon().reports.has(lemma(s, agent));
    const told = named ? child(s, agent, 'acl', 'ccomp', 'acl:relcl') : -1;
    return { stance, cue: at, who: -1, content: told, report: named ? agent : -1, clause, rule };
  }
  return {
    stance,
    cue: at,
    who: there || it || agent === about ? -1 : agent,
    content: verbal ? about : isReport ? inner : about,
    report: verbal || !isReport ? -1 : about,
    unaware,
    clause,
    rule,
  };
}

/** Head of the clause or the noun phrase that begins right behind a word, or -1. */
function behind(s: Sentence, last: number): number {
  let first = last + 1;
  while (first < s.size && /^(that|whether|if|how|of|about|on|for|the|what)$/i.test(s.form[first])) first++;
  if (first >= s.size || s.upos[first] === 'PUNCT') return -1;
  let at = first;
  while (s.head[at] > last && s.head[at] < first + 12) at = s.head[at];
  return at;
}

const TRUE = /^(true|correct|accurate|right|so|case|fact)$/;
const VAGUE =
  /^(wrong|ridiculous|absurd|ludicrous|farce|farcical|misleading|incorrect|laughable|preposterous|malicious|deceitful|distorted|inflated)$/;

/** "the charge was a fabrication", "that is not true", "reports of a coup were invented from start to finish", or null. */
export function untrue(s: Sentence, at: number): Phrased | null {
  const word = lemma(s, at);
  const listed = lexicon().false.has(word) || lexicon().false.has(s.form[at].toLowerCase());
  const verb = s.upos[at] === 'VERB';
  if (!listed && !TRUE.test(word)) return null;
  if (verb ? child(s, at, 'aux:pass') < 0 || s.xpos[at] !== 'VBN' : child(s, at, 'cop') < 0) return null;
  if (isNegated(s, at) === listed || child(s, at, 'xcomp', 'csubj', 'ccomp') >= 0) return null;
  let subject = child(s, at, 'nsubj', 'nsubj:pass');
  // "said the charge that ... was a lie": the tree may have made the charge the object of "said".
  if (subject < 0 && s.deprel[at] === 'ccomp') subject = child(s, s.head[at], 'obj');
  if (subject < 0 || subject > at) return null;
  const pointing = /^(that|this|it|they|these|those|which|all|both)$/i.test(s.form[subject]);
  const isReport = lexicon().reports.has(lemma(s, subject));
  if (!isReport && (!pointing || VAGUE.test(word) || /^(right|fact)$/.test(word))) return null;
  // "it was a lie that": what is a lie is told behind it.
  if (children(s, at).some((i) => i > at && s.deprel[i] === 'acl:relcl')) return null;
  const content = isReport ? child(s, subject, 'acl', 'ccomp', 'acl:relcl') : -1;
  return {
    stance: 'denies',
    cue: at,
    who: -1,
    content: content > subject ? content : -1,
    report: isReport ? subject : -1,
    clause: at,
    rule: 'phrases.ts:untrue',
  };
}
