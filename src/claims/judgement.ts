// What is said of a report: whatever is not praise or a mere description denies it ("called the explanation insulting", "said the charge was the work of
// enemies"). What is no report must be called untrue in so many words (see [charges], [credible], [false] of codebook/claims.txt).

import { clauseWords, isNegated, lemma } from '../commitments/index.js';
import { child, children, type Sentence, subtree } from '../language/index.js';
import { lexicon } from './lexicon.js';

/** A charge, a claim, an account: a noun that stands for what somebody asserts. */
export const isCharge = (s: Sentence, word: number): boolean =>
  word >= 0 && s.upos[word] === 'NOUN' && lexicon().charges.has(lemma(s, word));

/** Nouns that stand for other things as well: a report is also published, a figure is also high. */
const LOOSE = /^(report|account|figure|toll|estimate|suggestion|theory|story|version)$/;

const isListed = (list: ReadonlySet<string>, s: Sentence, word: number): boolean =>
  list.has(lemma(s, word)) || list.has(s.form[word].toLowerCase());

/** Words that tell what is thought of a report: at least one, and none that lets it stand. */
export function isVerdict(s: Sentence, words: readonly number[], loose = false): boolean {
  const telling = words.filter(
    (i) => /^(NOUN|ADJ|PROPN)$/.test(s.upos[i]) || s.xpos[i] === 'VBN' || s.xpos[i] === 'VBG',
  );
  if (telling.length === 0) return false;
  if (words.some((i) => isListed(lexicon().false, s, i))) return true;
  if (loose || s.upos[telling[0]] === 'NUM') return false;
  return !words.some((i) => isListed(lexicon().credible, s, i)) && !words.some((i) => s.upos[i] === 'NUM');
}

/** "called the explanation | completely implausible": the words behind the object that judge it. */
export function verdictBehind(s: Sentence, verb: number, object: number): number[] {
  const own = subtree(s, object).filter((i) => i >= object);
  let last = object;
  // The object with what belongs to it, up to the word that judges.
  for (const i of own) if (i === last + 1 && !/^(ADJ|VERB)$/.test(s.upos[i]) && !/^as$/i.test(s.form[i])) last = i;
  const found: number[] = [];
  for (let i = last + 1; i < s.size && i < last + 8; i++) {
    if (/^[,;:.]$/.test(s.form[i]) || (found.length > 0 && /^(SCONJ|CCONJ)$/.test(s.upos[i]))) break;
    if (s.upos[i] === 'PUNCT' || /^as$/i.test(s.form[i])) continue;
    if (found.length === 0 && s.upos[i] === 'ADP') break;
    found.push(i);
  }
  const held = [...children(s, verb), ...children(s, object)].some((i) => found.includes(i));
  return held ? found : [];
}

/** "the charge was | the work of enemies": the report before the copula that a predicate judges, or -1. */
export function judged(s: Sentence, at: number): number {
  if (child(s, at, 'cop') < 0 || !/^(NOUN|ADJ|PROPN|VERB)$/.test(s.upos[at])) return -1;
  const subject = child(s, at, 'nsubj', 'nsubj:pass');
  if (!isCharge(s, subject) || subject > at) return -1;
  const words = clauseWords(
    s,
    at,
    (i) => i <= subject || s.deprel[i].startsWith('nsubj') || s.deprel[i] === 'advcl',
  ).filter((i) => i > subject && !/^(cop|aux|punct)$/.test(s.deprel[i]));
  const loose = LOOSE.test(lemma(s, subject));
  if (isNegated(s, at))
    return words.some((i) =>
      /^(true|correct|accurate|right|credible|serious|convincing|plausible|reliable|justified|fair)$/.test(lemma(s, i)),
    )
      ? subject
      : -1;
  if (loose && /^work$/.test(lemma(s, at)) && child(s, at, 'nmod') > at) return subject;
  return isVerdict(s, words, loose) ? subject : -1;
}
