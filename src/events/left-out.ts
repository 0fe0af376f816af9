// What is no act though a pattern fits: mentions in passing, habits, business of firms, what a state does to itself, storms and sports of words.

import { relation } from '../language/index.js';
import type { ActorRef, PloverType } from '../records.js';
import { isPolitical } from './casting.js';
import { isIdle, isOfState, isPress, isToAnyone } from './idle.js';
import { isShape } from './idle-shapes.js';
import type { Match } from './match.js';
import type { Standing } from './modality.js';
import {
  insideIf,
  isBusiness,
  isCounterfactual,
  isDomestic,
  isFirm,
  isFirmWord,
  isOwnThing,
  isPolitics,
  isStateByName,
  isTimeMark,
  VERBAL,
} from './passing.js';
import type { Scene } from './scene.js';
import { isOwnForce, isSending } from './targets.js';
import type { Tree } from './tree.js';

/** An act with its parties, before it is taken. */
export interface Told {
  readonly scene: Scene;
  readonly match: Match;
  readonly inner: Match | null;
  readonly type: PloverType;
  readonly cameo: string;
  readonly mode: string | null;
  readonly state: Standing;
  readonly sources: readonly ActorRef[];
  readonly targets: readonly ActorRef[];
  /** Told in passing. */
  readonly mention: boolean;
  /** With a time of its own. */
  readonly dated: boolean;
  /** With a party on either side. */
  readonly whole: boolean;
}

/** Acts of good will. */
export const FRIENDLY: ReadonlySet<PloverType> = new Set(['SUPPORT', 'CONSULT', 'COOPERATE']);
const CIVIL_WORDS: ReadonlySet<PloverType> = new Set(['AGREE', 'REQUEST', 'SUPPORT', 'CONSULT', 'REJECT']);

/** True for the state itself, where its own officials act: nobody threatens or asks his own. */
export function isOwnState(ref: ActorRef, sources: readonly ActorRef[]): boolean {
  return (
    ref.sector === null && ref.country !== null && sources.some((own) => own.country === ref.country && isOfState(own))
  );
}

/** The same of its government, by that word or by its seat: "I promise to make Tokyo's markets as open". */
export function isOwnSide(ref: ActorRef, sources: readonly ActorRef[]): boolean {
  if (isOwnState(ref, sources)) return true;
  if (ref.sector !== 'GOV' || !/government|administration|^[A-Z][a-z]+$|^[A-Z]+$/.test(ref.text)) return false;
  return ref.country !== null && sources.some((own) => own.country === ref.country && isOfState(own));
}

/** "Speaking to the export council, Holm said": where one says it, and no talks. */
function isAddress(tree: Tree, verb: number): boolean {
  const { s } = tree;
  return (
    s.xpos[verb] === 'VBG' &&
    /^(?:speak|talk)$/.test(tree.lemma[verb]) &&
    relation(s.deprel[verb]) === 'advcl' &&
    tree.frame(verb).phrases.some(({ prep }) => prep === 'to') &&
    /^(?:say|tell|add|note|state|announce|warn|urge|declare|repeat|predict)$/.test(tree.lemma[s.head[verb]] ?? '')
  );
}

/** True for an act that makes no event. */
export function isLeftOut(told: Told): boolean {
  const { scene, match, inner, type, cameo, mode, state, sources, targets, mention, dated, whole } = told;
  const { tree, book } = scene;
  const { pattern } = match;
  // An agreement or talks that are only spoken of are none: "the issue of a pact with Peru".
  if (mention && pattern.anchor === 'noun' && FRIENDLY.has(type) && !dated) return true;
  if (mention && pattern.anchor === 'noun' && type === 'ASSAULT' && sources.length + targets.length === 0) return true;
  // A bare noun with one actor is too little, unless it is violence or protest.
  if (mention && pattern.anchor === 'noun' && !whole && !pattern.bare) return true;
  if (pattern.anchor === 'noun' && !dated && isTimeMark(tree, match.word)) return true;
  // "They would not have agreed", "if they do not comply": no refusal was made.
  if (pattern.negated && (insideIf(tree, book, match.word) || isCounterfactual(tree, match.word))) return true;
  if (isIdle(tree, match)) return true;
  if (type === 'CONSULT' && isAddress(tree, match.word)) return true;
  if (targets.length === 0 && (state.negated || pattern.negated) && isToAnyone(tree, match)) return true;
  if (type === 'CONSULT' && state.negated && targets.length === 0 && sources.length < 2) return true;
  if (isDomestic(type, sources, targets)) return true;
  // "Japan should not cut its ties", a Japanese minister said: nobody asks himself.
  const own = (ref: ActorRef): boolean =>
    isOwnState(ref, sources) ||
    (/^(?:we|us)$/i.test(ref.text) && sources.some(({ country }) => country === ref.country));
  if (type === 'REQUEST' && targets.length > 0 && targets.every(own)) return true;
  // "has not yet agreed" refuses nothing so far.
  if (pattern.negated && tree.kids[match.word].some((k) => tree.lemma[k] === 'yet')) return true;
  // "has not ruled out talks" refuses nothing; to order one's own units about is no expulsion.
  if (type === 'REJECT' && state.negated && tree.lemma[match.word] === 'rule') return true;
  if (type === 'SANCTION' && targets.length > 0 && targets.every((ref) => isOwnForce(ref, sources))) return true;
  if (pattern.type === 'SUPPORT' && targets.length === 0 && sources.length < 2 && isOwnThing(tree, match.frame.obj))
    return true;
  // A promise, demand or refusal of nobody knows what, to nobody.
  if (
    VERBAL.has(type) &&
    targets.length === 0 &&
    inner === null &&
    match.act >= 0 &&
    !isSending(tree, match.act) &&
    !(type === 'AGREE' && new Set(sources.filter(isOfState).flatMap(({ country }) => country ?? [])).size > 1)
  )
    return true;
  if (isBusiness(scene, type, sources, targets)) return true;
  // "confident that the cartel office would not block the purchase": what a firm awaits of an office.
  if (type === 'COERCE' && cameo === '163' && scene.isBusiness && targets.length === 0 && state.modality !== 'happened')
    return true;
  // What a firm does is business, unless it is done to a state or its government by name.
  const firm =
    sources.length > 0 &&
    (sources.every((ref) => isFirm(book, ref)) ||
      (match.source.length > 0 && match.source.every((word) => isFirmWord(tree, book, word))));
  // "negotiate with our suppliers".
  const partner = (inner ?? match).frame.phrases.find(({ prep }) => prep === 'with');
  if (
    partner &&
    targets.length === 0 &&
    (type === 'CONSULT' || cameo.startsWith('036')) &&
    isFirmWord(tree, book, partner.word)
  )
    return true;
  // A loan of banks is business, whoever takes it.
  if (type === 'AID' && sources.length > 0 && sources.every(({ sector }) => sector === 'BUS')) return true;
  // What business says to business.
  if (
    CIVIL_WORDS.has(type) &&
    sources.length > 0 &&
    sources.every(({ sector }) => sector === 'BUS') &&
    !targets.some((ref) => isOfState(ref) || ref.code.startsWith('IGO'))
  )
    return true;
  if (firm && !targets.some((ref) => isStateByName(ref, match.target, tree))) return true;
  if (
    type === 'CONSULT' &&
    sources.length + targets.length < 2 &&
    isPress(tree, [match.word, match.act, ...match.used])
  )
    return true;
  if (type === 'ASSAULT' && mode === null && sources.length === 0 && scene.isDisaster) return true;
  // "it would strike Louisiana", of a storm.
  if (scene.isDisaster && (type === 'ASSAULT' || type === 'THREATEN') && !sources.some(isPolitical)) return true;
  if (scene.isDisaster && type === 'THREATEN' && match.source.every((w) => tree.lemma[w] === 'it')) return true;
  if (type === 'ASSAULT' && mode === null && isPolitics(sources, targets)) return true;
  // "is to call on the president on Monday": a visit, which asks for nothing.
  if (type === 'REQUEST' && tree.lemma[match.word] === 'call' && match.act < 0 && state.modality === 'planned')
    return true;
  if (type === 'REQUEST' && tree.lemma[match.word] === 'need' && state.negated) return true;
  const actors = [...sources, ...targets];
  // Violence in general, feared or opposed, of nobody against nobody.
  if (
    mention &&
    actors.length === 0 &&
    pattern.anchor === 'noun' &&
    state.modality !== 'happened' &&
    state.modality !== 'ongoing'
  )
    return true;
  return isShape(told);
}
