// Whether a noun of codebook/meetings.txt names an occasion here, and not a process, a body, or a place beside another occasion.

import { lemma } from '../commitments/index.js';
import { child, children, relation, type Sentence } from '../language/index.js';
import { lexicon, type NounEntry } from './lexicon.js';

/** Whether an entry's noun, read as `word`, names an occasion in the sentence. */
export function isOccasionNoun(s: Sentence, i: number, word: string, entry: NounEntry): boolean {
  const { nouns, not } = lexicon();
  if (relation(s.deprel[i]) === 'compound' && s.head[i] > i) return false;
  // "give talks a chance"
  if (s.deprel[i] === 'iobj') return false;
  const modified = children(s, i).some((k) => k < i && (not.has(lemma(s, k)) || not.has(s.form[k].toLowerCase())));
  if (modified) return false;
  // "the talk of diplomacy", "future talks": no occasion.
  if (
    word === 'talk' &&
    s.xpos[i] === 'NN' &&
    children(s, i).some((k) => s.deprel[k] === 'nmod' && /^of$/i.test(s.form[child(s, k, 'case')] ?? ''))
  )
    return false;
  if (children(s, i).some((k) => k < i && /^future$/i.test(s.form[k]))) return false;
  if (isMereProcess(s, i) || isRecalled(s, i) || isBesides(s, i)) return false;
  // "the Uruguay Round": the name of a process of years.
  if (
    word === 'round' &&
    children(s, i).some((k) => k < i && s.upos[k] === 'PROPN' && relation(s.deprel[k]) === 'compound')
  )
    return false;
  // "a round of talks", "a session of talks": one occasion, named by the first noun.
  const up = s.head[i];
  if (
    up >= 0 &&
    s.deprel[i] === 'nmod' &&
    nouns.has(lemma(s, up)) &&
    up < i &&
    /^(round|session|series|day)$/.test(lemma(s, up))
  )
    return false;
  if (entry.needs === 'phone' && !isPhone(s, i)) return false;
  if (/^(lunch|dinner|breakfast)$/.test(word) && !isShared(s, i)) return false;
  // "pressure had its place and so had talk"
  if (s.form[i].toLowerCase() === 'talk' && children(s, i).length === 0) return false;
  return true;
}

/** "will have lunch with the president", "gave a dinner for him" */
function isShared(s: Sentence, noun: number): boolean {
  const up = s.head[noun];
  if (up < 0 || s.deprel[noun] !== 'obj' || !/^(have|hold|share|host|attend)$/.test(lemma(s, up))) return false;
  return [noun, up].some((at) =>
    children(s, at).some((i) => i > noun && /^with$/i.test(s.form[child(s, i, 'case')] ?? '')),
  );
}

/** "recalled its ambassador for consultations": at home. */
function isRecalled(s: Sentence, noun: number): boolean {
  return (
    /^(consultation|talk)$/.test(lemma(s, noun)) &&
    s.form.slice(Math.max(0, noun - 9), noun).some((form) => /^(recall(s|ed|ing)?|summoned|called)$/i.test(form)) &&
    /^for$/i.test(s.form[child(s, noun, 'case')] ?? '') &&
    s.form
      .slice(Math.max(0, noun - 8), noun)
      .some((form) => /^(ambassador|envoy|charg[eé]|consul|diplomat)s?$/i.test(form)) &&
    child(s, noun, 'nmod') < 0
  );
}

/** "on the sidelines of a summit", "on the eve of the conference": where or when another is. */
function isBesides(s: Sentence, noun: number): boolean {
  return (
    s.deprel[noun] === 'nmod' &&
    child(s, noun, 'acl:relcl') < 0 &&
    /^(sidelines?|margins?|fringes?|eve|opening|closing|wake)$/i.test(s.form[s.head[noun]] ?? '')
  );
}

/** "through talks", "before any new round", "without negotiations": no occasion of its own. */
function isMereProcess(s: Sentence, noun: number): boolean {
  const up = s.head[noun];
  // "without a lot of conversation"
  const measure = up >= 0 && /^(lot|deal|amount)$/.test(lemma(s, up)) && s.deprel[noun] === 'nmod';
  if (measure && /^without$/i.test(s.form[child(s, up, 'case')] ?? '')) return true;
  const opener = child(s, noun, 'case');
  if (opener < 0 || opener > noun) return false;
  const determiner = child(s, noun, 'det', 'nmod:poss', 'nummod');
  const bare = determiner < 0 || /^any$/i.test(s.form[determiner]);
  return bare && /^(through|by|via|before|until|without|despite|pending)$/i.test(s.form[opener]);
}

/** "the Inter-Dominion Conference which opens tomorrow": a name that a clause of its own makes an occasion. */
export function isNamedOccasion(s: Sentence, word: number): boolean {
  return (
    /^(conference|summit|forum)$/i.test(s.form[word]) &&
    s.names.some(({ first, end, type }) => type === 'ORG' && first < word && end === word + 1) &&
    child(s, word, 'det') >= 0 &&
    child(s, word, 'acl:relcl') >= 0
  );
}

/** A call by telephone: with somebody at the other end, or said to be one. */
function isPhone(s: Sentence, noun: number): boolean {
  for (const i of children(s, noun)) {
    const form = s.form[i].toLowerCase();
    if (/^(telephone|phone|video|conference|hotline|minute)$/.test(form) || /-minute$|-hour$/.test(form)) return true;
    if (!/^(nmod|acl|obl)/.test(s.deprel[i])) continue;
    const preposition = child(s, i, 'case', 'mark');
    if (preposition < 0) continue;
    const opener = s.form[preposition].toLowerCase();
    if (opener === 'for' || opener === 'to') return false;
    if (/^(with|between|from)$/.test(opener)) return true;
  }
  // "after a call from the president", wherever the tree hung the caller
  if (/^(from|with|between)$/i.test(s.form[noun + 1] ?? '') && lemma(s, noun) === 'call' && s.xpos[noun] === 'NN')
    return !s.form.slice(noun + 2, noun + 10).some((word) => /^(for|to)$/i.test(word));
  const up = s.head[noun];
  // "told him in a call on Saturday"
  if (
    up >= 0 &&
    s.deprel[noun] === 'obl' &&
    /^(tell|say|discuss|speak|agree|warn|urge|assure|promise|ask)$/.test(lemma(s, up))
  ) {
    const preposition = child(s, noun, 'case');
    if (preposition >= 0 && /^(in|during|after)$/i.test(s.form[preposition])) return true;
  }
  if (up >= 0 && /^(hold|have|make|return|receive|request)$/.test(lemma(s, up)) && relation(s.deprel[noun]) === 'obj') {
    return !s.form.slice(noun + 1, noun + 2).some((word) => /^(for|to)$/i.test(word));
  }
  const determiner = child(s, noun, 'det', 'nmod:poss');
  return lemma(s, noun) === 'conversation' || (determiner >= 0 && /^(the|that|this)$/i.test(s.form[determiner]));
}
