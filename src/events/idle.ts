// What only seems to be an act, or tells it of nobody: questions, comparisons, a press conference, a denial, a place for a party.

import { wordAt } from '../language/index.js';
import type { ActorRef } from '../records.js';
import type { Draft } from './draft.js';
import type { Match } from './match.js';
import { isOpen } from './modality.js';
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

/** "talks on the river in Nairobi": an actor that only stands in a place phrase, however deep it hangs. */
export function isOfPlace(tree: Tree, { span }: ActorRef): boolean {
  let w = wordAt(tree.s, span[1] - 1);
  while (w >= 0 && tree.s.head[w] >= 0 && /^(compound|flat|nmod:unmarked)/.test(tree.s.deprel[w])) w = tree.s.head[w];
  return w >= 0 && isPlaceOf(tree, w);
}

/** "at the level of deputy ministers". */
export function isLevelOf(tree: Tree, { span }: ActorRef): boolean {
  const w = wordAt(tree.s, span[1] - 1);
  const h = w < 0 ? -1 : tree.s.head[w];
  return h >= 0 && tree.lemma[h] === 'level';
}

/** "who ordered the attack is not known", "costs less than a war", "not allowed to speak to the media": told of in passing only. */
export function isIdle(tree: Tree, match: Match): boolean {
  const verb = match.frame.light >= 0 ? match.frame.light : match.word;
  // "neither confirmed nor denied", "had hoped to sign".
  const lemma = tree.lemma[verb];
  if (lemma === 'deny' && isOpen(tree, verb)) return true;
  if (isDenialOfReport(tree, match) || isHabit(tree, match) || isTopic(tree, match)) return true;
  if (isToldTo(tree, match) || isThatAgreement(tree, match) || isGuest(tree, match)) return true;
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

const DENIES = /^(deny|dismiss|reject|refute|rebut|disclaim|rubbish)$/;
const REPORT = /^(report|rumou?r|story|speculation|account|article)$/;

/** "denied the report": of what was reported, nothing is refused to anybody; the dispute is a claim. */
function isDenialOfReport(tree: Tree, { word, frame, act }: Match): boolean {
  if (frame.obj < 0 || !DENIES.test(tree.lemma[word])) return false;
  const noun = tree.lemma[frame.obj];
  return /^(allegation|accusation|charge)$/.test(noun) || (act < 0 && REPORT.test(noun));
}

/** "told a rally in Rome": who listens does nothing. */
function isToldTo(tree: Tree, { word, pattern }: Match): boolean {
  const h = tree.s.head[word];
  return (
    pattern.anchor === 'noun' &&
    pattern.type === 'PROTEST' &&
    h >= 0 &&
    /^i?obj$/.test(tree.s.deprel[word]) &&
    /^(tell|address|assure|inform)$/.test(tree.lemma[h])
  );
}

/** "the agreement imposes sacrifices on Japan": of an agreement that is there already something is said. */
function isThatAgreement(tree: Tree, { word, pattern, frame, source, parties }: Match): boolean {
  return (
    pattern.anchor === 'noun' &&
    pattern.cameo === '057' &&
    frame.light < 0 &&
    source.length + parties.length === 0 &&
    tree.s.deprel[word] === 'nsubj' &&
    tree.kids[word].some((k) => /^(the|this|that|any)$/.test(tree.lemma[k]))
  );
}

/** "told visiting U.S. envoy Dan Reed": the guest is named by it, nobody visits him. */
function isGuest(tree: Tree, { word }: Match): boolean {
  return (
    tree.s.form[word] === 'visiting' &&
    tree.kid(word, 'aux', 'mark', 'case') < 0 &&
    word > 0 &&
    (tree.isVerb(word - 1) || /^(the|his|her|their|its|with|by|to)$/i.test(tree.s.form[word - 1]))
  );
}

const QUARREL =
  /^(access|trade|tariff|price|market|tax|budget|policy|plan|bill|quota|subsidy|import|export|law|reform|proposal|deal|future|role|question|issue|wage|pay)$/;

/** "talks on ending the war", "put off at the request of Chad", "fought to restore power": what is spoken of, asked before, or striven for. */
function isTopic(tree: Tree, { word, pattern, target, parties }: Match): boolean {
  const prep = tree.prepOf(word);
  if (tree.s.xpos[word] === 'VBG' && /^(on|about|over|towards?)$/.test(prep)) return true;
  if (pattern.type === 'REQUEST' && pattern.anchor === 'noun' && prep === 'at') return true;
  // "clashed over access to the market".
  if (
    pattern.type === 'ASSAULT' &&
    /^(clash|battle|fight)$/.test(tree.lemma[word]) &&
    tree.kids[word].some((k) => tree.prepOf(k) === 'over' && QUARREL.test(tree.lemma[k]))
  )
    return true;
  return (
    pattern.type === 'ASSAULT' &&
    /^(fight|battle|struggle)$/.test(tree.lemma[word]) &&
    target.length === 0 &&
    parties.length < 2 &&
    tree.kids[word].some((k) => /^(xcomp|advcl)$/.test(tree.s.deprel[k]) && tree.prepOf(k) === 'to')
  );
}

/** "India, which buys oil from both sides": what is told as a habit, to say who somebody is, is no deed of the day. */
function isHabit(tree: Tree, { word, pattern }: Match): boolean {
  return pattern.type === 'COOPERATE' && tree.s.deprel[word] === 'acl:relcl' && /^VB[ZP]$/.test(tree.s.xpos[word]);
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

const THOSE = /^(talk|talks|meeting|round|negotiation|negotiations|summit|consultation|discussion|session)$/;

/** "The visit of the Chinese president to India was postponed": of whom nothing else is told, the visitor put it off. */
export function visitOf(tree: Tree, { frame, pattern }: Match): { readonly by: number } | null {
  if (pattern.type !== 'SANCTION' || !frame.passive || frame.subj >= 0 || frame.obj < 0) return null;
  if (!/^(visit|trip|tour)$/.test(tree.lemma[frame.obj])) return null;
  const by = frame.phrases.find(({ prep, word }) => /^(of|by|poss)$/.test(prep) && tree.s.head[word] === frame.obj);
  return by ? { by: by.word } : null;
}

/** "the talks", "a second round of talks": of those who were told of before. */
export function isThoseTalks(tree: Tree, match: Match): boolean {
  const talks =
    match.pattern.anchor === 'noun'
      ? match.word
      : [match.frame.subj, match.frame.obj].find((w) => w >= 0 && THOSE.test(tree.lemma[tree.content(w)]));
  if (talks === undefined) return false;
  if (tree.lemma[talks] === 'round' && match.pattern.anchor !== 'noun') return true;
  const h = tree.s.head[talks];
  const top = h >= 0 && tree.lemma[h] === 'round' ? h : talks;
  return top !== talks || tree.kids[top].some((k) => tree.lemma[k] === 'the' || tree.lemma[k] === 'these');
}

export const isOfState = ({ sector }: { readonly sector: string | null }): boolean =>
  sector === null || sector === 'GOV' || sector === 'MIL';
