// What only seems to be an act, or tells it of nobody: questions, comparisons, a press conference, a denial, a place for a party.

import type { Draft } from './draft.js';
import type { Match } from './match.js';
import type { Tree } from './tree.js';

/** "denied that aid had gone to the rebels": what is denied tells nothing of whom it is denied to. */
export function isBareDenial(tree: Tree, { word, act, pattern }: Match): boolean {
  return pattern.type === 'REJECT' && act >= 0 && tree.lemma[word] === 'deny';
}

/** "opened the news conference": one who meets the press meets nobody. */
export function isPress(tree: Tree, words: readonly number[]): boolean {
  return words.some((w) => tree.lemma[w] === 'conference' && /^(news|press)$/.test(tree.lemma[w - 1] ?? ''));
}

export function isVoted({ reasons }: Draft['standing']): boolean {
  return reasons.every((reason) => !reason.startsWith('planned') || /^planned: (vot|in order)/i.test(reason));
}

export function isSworn({ reasons }: Draft['standing']): boolean {
  return reasons.some((reason) => /^planned: (vow|threat|pledg|promis|sw[eo]r)/i.test(reason));
}

/** "met in Nairobi": the country of the place takes no part. */
export function isPlaceOf(tree: Tree, word: number): boolean {
  return /^(in|at|near)$/.test(tree.prepOf(word));
}

/** "who ordered the attack is not known", "costs less than a war", "not allowed to speak to the media": told of in passing only. */
export function isIdle(tree: Tree, match: Match): boolean {
  const verb = match.frame.light >= 0 ? match.frame.light : match.word;
  // "neither confirmed nor denied", "had hoped to sign".
  const lemma = tree.lemma[verb];
  if (lemma === 'deny' && tree.kids[verb].some((k) => /^n?either$|^nor$/.test(tree.lemma[k]))) return true;
  if (/^(hop|want|wish|plan|intend|expect)/.test(lemma) && tree.kids[verb].some((k) => /^had$/i.test(tree.s.form[k])))
    return true;
  const asked =
    /^(ccomp|csubj)$/.test(tree.s.deprel[verb]) &&
    tree.kids[verb].some((k) => /^(who|what|which)$/.test(tree.lemma[k]));
  if (
    asked &&
    tree.kids[verb].some((k) => tree.s.deprel[k].startsWith('nsubj') && /^(who|what|which)$/.test(tree.lemma[k]))
  )
    return true;
  if (match.pattern.anchor === 'noun' && /^(than|like)$/.test(tree.prepOf(match.word))) return true;
  return (
    match.pattern.negated &&
    match.frame.passive &&
    /^(speak|talk|comment|discuss|brief)$/.test(tree.lemma[match.frame.clause] ?? '')
  );
}

/** "will not allow anyone to": resolve in general, to nobody. */
export function isToAnyone(tree: Tree, { frame }: Match): boolean {
  return frame.obj >= 0 && /^(anyone|anybody|anything|nobody|no-one)$/.test(tree.lemma[frame.obj]);
}

/** True for whom a complaint is filed with. */
export function isFiledWith(tree: Tree, { frame }: Match, span: readonly [number, number]): boolean {
  return frame.phrases.some(
    ({ prep, word }) =>
      (prep === 'with' || prep === 'to') && span[0] <= tree.s.start[word] && tree.s.end[word] <= span[1],
  );
}

/** "the talks", "a second round of talks": of those who were told of before. */
export function isThoseTalks(tree: Tree, match: Match): boolean {
  const top =
    tree.s.head[match.word] >= 0 && tree.lemma[tree.s.head[match.word]] === 'round'
      ? tree.s.head[match.word]
      : match.word;
  return top !== match.word || tree.kids[top].some((k) => tree.lemma[k] === 'the' || tree.lemma[k] === 'these');
}

export const isOfState = ({ sector }: { readonly sector: string | null }): boolean =>
  sector === null || sector === 'GOV' || sector === 'MIL';
