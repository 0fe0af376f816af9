// To whom an act is done, where its own pattern does not say: through the act inside it, or the nearest actor of its clause.

import { relation } from '../language/index.js';
import type { ActorRef, PloverType } from '../records.js';
import type { Match } from './match.js';
import { isCondition } from './modality.js';
import { SAY } from './passing.js';
import type { Scene } from './scene.js';
import type { Tree } from './tree.js';

/** The armed forces of the one who acts: what he masses or pulls back is not whom he does it to. */
export function isOwnForce(ref: ActorRef, sources: readonly ActorRef[]): boolean {
  return ref.sector === 'MIL' && sources.some(({ country }) => country !== null && country === ref.country);
}

/** Acts on one's own things, which are no target: "strengthened its forces", "offered its help". */
export const OWN_FORCES: ReadonlySet<PloverType> = new Set([
  'MOBILIZE',
  'AGREE',
  'THREATEN',
  'AID',
  'RETREAT',
  'REJECT',
  'CONSULT',
  'SUPPORT',
]);

const OWN = /^(its|their|his|her|our|my)\b/i;

export function isOwn(tree: Tree, ref: ActorRef): boolean {
  return (
    OWN.test(ref.text) && !/counterpart|neighbo|ally|allies|rival|enem|foe|partner/i.test(ref.text) && tree.s.size > 0
  );
}

/** The first actor behind the act in its own clause who is not its source; nobody beyond the next finite verb. */
export function nearestTarget(scene: Scene, match: Match, sources: readonly ActorRef[]): readonly ActorRef[] {
  const { tree, casting } = scene;
  const s = tree.s;
  const from = Math.max(match.word, match.act, match.frame.obj);
  const aside = asideOf(tree, match.word);
  for (let i = from + 1; i < s.size && i < from + 25; i++) {
    const finite = /^(VBD|VBZ|VBP|MD)$/.test(s.xpos[i]);
    if (finite && (SAY.has(tree.lemma[i]) || s.deprel[i] === 'root' || s.deprel[i] === 'parataxis')) return [];
    const d = relation(s.deprel[i]);
    // "imposed tariffs to help its own industry": what it is for tells nothing of whom it hits.
    if (HARD.has(match.pattern.type) && d === 'mark' && s.form[i] === 'to' && relation(s.deprel[s.head[i]]) === 'advcl')
      return [];
    // Another act begins: "and called for his release", "after they took over".
    if (
      (tree.isVerb(i) || s.upos[i] === 'AUX') &&
      isTensed(tree, i) &&
      (d === 'conj' || (d === 'advcl' && tree.kid(i, 'mark') >= 0))
    )
      return [];
    if (d === 'conj' && s.head[i] === match.word && tree.isVerb(i)) return [];
    if (d === 'mark' && TIMES.has(tree.lemma[i]) && isTensed(tree, s.head[i])) return [];
    if (isSubject(tree, i) || (aside >= 0 && !hangsBelow(tree, i, aside))) continue;
    // "promised to send observers": whom one sends is not to whom; "blocked under a treaty with X": X has no part in it.
    if (d === 'obj' && SENT.test(tree.lemma[s.head[i]]) && AWAY.has(match.pattern.type)) continue;
    if (isUnder(tree, i, match.word) || isFarOff(tree, i, match.word)) continue;
    // "fled, leaving 200 men dead": who was left behind is told of the flight.
    if (d === 'obj' && /^leav(?:e|ing)$/.test(tree.lemma[s.head[i]]) && s.head[i] !== match.word) continue;
    // "pardoned those who left Russia": where they went is told of them.
    const relative = asideOf(tree, i);
    const host = relative > match.word && relative !== aside ? s.head[relative] : -1;
    if (host >= 0 && (/^(PRON|DET)$/.test(s.upos[host]) || casting.at(host, true).length > 0)) continue;
    // "see Russia withdraw": the subject of an infinitive.
    const seen = d === 'nsubj' && /^VBG?$/.test(s.xpos[s.head[i]]) && tree.kid(s.head[i], 'aux') < 0;
    const astray = d === 'compound' && scene.isTime(s.head[i]);
    if (s.upos[i] === 'PRON' || scene.isTime(i) || (d !== 'obl' && d !== 'nmod' && d !== 'obj' && !astray && !seen))
      continue;
    // Words are spoken in a place, not to it.
    if (WORDS.has(match.pattern.type) && WHERE.has(tree.prepOf(i)) && !isBehind(tree, match.frame.obj, i)) continue;
    if (match.pattern.type === 'CONSULT' && match.pattern.mode !== 'visit' && WHERE.has(tree.prepOf(i))) continue;
    // What one complains of is not complained of to where it comes from.
    if (match.pattern.type === 'ACCUSE' && tree.prepOf(i) === 'from') continue;
    const owner =
      s.deprel[i] === 'nmod:poss' && (relation(s.deprel[s.head[i]]) === 'obj' || NEAR.has(tree.prepOf(s.head[i])));
    if (d !== 'obj' && !astray && !seen && !NEAR.has(tree.prepOf(i)) && !owner) continue;
    // "fired by Yemen's Houthis": whose they are is no target.
    if (owner && casting.at(s.head[i], true).some((ref) => sources.some((own) => own.actor === ref.actor))) continue;
    const refs = without(casting.at(i, true), sources);
    if (refs.length > 0 && !refs.some((ref) => isOwn(tree, ref) || isOwnForce(ref, sources))) return refs;
  }
  return [];
}

/** "countries other than Oman", "all but Oman". */
export function isExcepted(tree: Tree, word: number): boolean {
  const before = (n: number): string => tree.s.form[word - n]?.toLowerCase() ?? '';
  const at = /^(?:the|than|for|from)$/.test(before(1))
    ? before(1) === 'the' && /^(?:than|for|from)$/.test(before(2))
      ? 3
      : 2
    : 1;
  return (
    /^(?:other|except|excluding|excepting|barring|apart|aside)$/.test(before(at)) && (at > 1 || before(1) !== 'other')
  );
}

/** "rejected a request to halt the rise to stop them losing orders to Oman": three verbs away, in another matter. */
function isFarOff(tree: Tree, word: number, top: number): boolean {
  let verbs = 0;
  let w = word;
  for (let n = 0; w >= 0 && w !== top && n < 12; w = tree.s.head[w], n++) {
    const h = tree.s.head[w];
    // "had to work with partners approved by Oman": "have to" is no verb of its own, and an agent is told of with its deed.
    const light = h >= 0 && tree.lemma[h] === 'have' && relation(tree.s.deprel[w]) === 'xcomp';
    const agent = h === tree.s.head[word] && tree.prepOf(word) === 'by';
    if (h !== top && h >= 0 && tree.isVerb(h) && !light && !agent) verbs++;
  }
  return w === top && verbs > 2 && !tree.s.deprel[word].startsWith('nsubj');
}

/** True inside "under a treaty between X and Y". */
function isUnder(tree: Tree, word: number, top: number): boolean {
  for (let w = word, n = 0; w >= 0 && w !== top && n < 6; w = tree.s.head[w], n++)
    if (/^(under|pursuant|pending)/.test(tree.prepOf(w)) && w !== word) return true;
  return false;
}

/** "to send observers": whoever is sent is not whom it is done to. */
export function isSending(tree: Tree, verb: number): boolean {
  return SENT.test(tree.lemma[verb]) && tree.kid(verb, 'obj') >= 0;
}

function isTensed(tree: Tree, verb: number): boolean {
  return /^VB[DZP]$/.test(tree.s.xpos[verb]) || tree.kid(verb, 'aux', 'cop') >= 0;
}

/** "condemned the coup in Niger": the phrase right behind the object belongs to it, wherever the parser hung it. */
function isBehind(tree: Tree, obj: number, word: number): boolean {
  const first = tree.kid(word, 'case');
  return obj >= 0 && first === obj + 1;
}

/** The verb of the relative clause that holds the word, or -1. */
function asideOf(tree: Tree, word: number): number {
  for (let w = word, n = 0; w >= 0 && n < 8; w = tree.s.head[w], n++) if (tree.s.deprel[w] === 'acl:relcl') return w;
  return -1;
}

function hangsBelow(tree: Tree, word: number, top: number): boolean {
  for (let w = word, n = 0; w >= 0 && n < 12; w = tree.s.head[w], n++) if (w === top) return true;
  return false;
}

/** True inside the subject of a finite verb: what another clause is about is no target. */
function isSubject(tree: Tree, word: number): boolean {
  const { s } = tree;
  for (let w = word, n = 0; w >= 0 && n < 6; w = s.head[w], n++) {
    const h = s.head[w];
    if (relation(s.deprel[w]) === 'nsubj')
      return h >= 0 && (/^(VBD|VBZ|VBP)$/.test(s.xpos[h]) || tree.kid(h, 'aux', 'cop') >= 0);
    if (tree.isVerb(w)) return false;
  }
  return false;
}

/** Who does what is complained of: "complained to the council that Oman was blocking trade". */
export function complainedOf(scene: Scene, match: Match, sources: readonly ActorRef[]): readonly ActorRef[] {
  const { tree, casting } = scene;
  if (!/^(complain|protest|grumble)$/.test(tree.lemma[match.word]) || match.frame.that < 0) return [];
  return without(casting.at(tree.frame(match.frame.that).subj), sources);
}

/** Who does what is asked for: "wants guarantees that NATO will not expand" is asked of NATO. */
export function clauseDoer(scene: Scene, match: Match, sources: readonly ActorRef[]): readonly ActorRef[] {
  const { tree, casting } = scene;
  for (const host of match.used) {
    for (const k of tree.kids[host]) {
      const d = relation(tree.s.deprel[k]);
      if ((d !== 'ccomp' && d !== 'acl') || !tree.isVerb(k)) continue;
      const refs = without(casting.at(tree.frame(k).subj), sources);
      if (refs.length > 0) return refs;
    }
  }
  return [];
}

const TIMES: ReadonlySet<string> = new Set([
  'after',
  'before',
  'when',
  'because',
  'while',
  'as',
  'since',
  'although',
  'though',
  'until',
  'once',
]);
const AWAY: ReadonlySet<string> = new Set(['AGREE', 'AID', 'MOBILIZE', 'REQUEST']);
const SENT = /^(send|dispatch|deploy|fly|ship)$/;
const FOR: ReadonlySet<string> = new Set(['from', 'for']);
const HARD: ReadonlySet<string> = new Set(['COERCE', 'SANCTION']);
const WORDS: ReadonlySet<string> = new Set(['AGREE', 'REJECT', 'SUPPORT', 'ACCUSE']);
const WHERE: ReadonlySet<string> = new Set(['in', 'at', 'near', 'inside', 'through', 'along']);

const NEAR: ReadonlySet<string> = new Set([
  'to',
  'in',
  'against',
  'on',
  'at',
  'with',
  'of',
  'from',
  'over',
  'into',
  'by',
  'for',
  'near',
  'along',
  'toward',
  'towards',
  'inside',
  'between',
  'through',
]);

/**
 * Who would do the deed of an if-clause: the one whom a threat or a conditional promise is meant for.
 * "Biden threatened sanctions if Russia invades Ukraine" is meant for Russia.
 */
export function conditionDoer(scene: Scene, match: Match, sources: readonly ActorRef[]): readonly ActorRef[] {
  const { tree, casting, book } = scene;
  const hosts = [match.word, match.act, match.frame.light, ...match.used];
  for (let w = match.word, i = 0; i < 3 && w >= 0 && relation(tree.s.deprel[w]) !== 'advcl'; w = tree.s.head[w], i++)
    hosts.push(w);
  for (const host of hosts) {
    if (host < 0) continue;
    for (const k of tree.kids[host]) {
      if (!isCondition(tree, book.modality, k)) continue;
      const refs = without(casting.at(tree.frame(k).subj), sources);
      if (refs.length > 0) return refs;
    }
  }
  // "threatened to stop talks to cut arms if Chad goes ahead": the if-clause hangs on a verb further down.
  for (let k = match.word + 1; k < tree.s.size; k++) {
    if (!tree.isVerb(k) || !hangsBelow(tree, k, match.word) || !isCondition(tree, book.modality, k)) continue;
    const refs = without(casting.at(tree.frame(k).subj), sources);
    if (refs.length > 0) return refs;
  }
  return [];
}

/** Whom an outer act concerns: the doer of somebody else's act, the sufferer of one's own. */
export function targetsOfAct(
  scene: Scene,
  match: Match,
  inner: Match | null,
  sources: readonly ActorRef[],
): readonly ActorRef[] {
  const { tree, casting } = scene;
  const fresh = (words: readonly number[]): readonly ActorRef[] => without(casting.all(words), sources);
  const frame = tree.frame(match.act);
  // Talks are held at a place, not with it.
  const talks = [inner, match].some((at) => at?.pattern.type === 'CONSULT' && at.pattern.mode !== 'visit');
  const placeless = talks || match.pattern.type === 'AGREE';
  const met = talks && frame.phrases.some(({ prep }) => prep === 'with');
  const doer = inner ? [...inner.source, ...inner.parties] : frame.subj >= 0 ? [frame.subj] : [];
  const sufferer = inner
    ? [...inner.target.filter((w) => !(talks && WHERE.has(tree.prepOf(w)))), ...inner.parties]
    : [];
  const order = match.own ? [sufferer, doer] : [doer, sufferer];
  for (const words of order) {
    const refs = fresh(words);
    if (refs.length > 0) return refs;
  }
  if (inner && inner.act >= 0) {
    const refs = targetsOfAct(scene, inner, null, sources);
    if (refs.length > 0) return refs;
  }
  // "talks in New York with the banks": the noun would lead to the place.
  const lone =
    talks && !tree.frame(match.act).phrases.some(({ prep }) => /^(with|between|among|of|poss|mod)$/.test(prep));
  if (!tree.isVerb(match.act) && !met && !lone) {
    const refs = fresh([match.act]);
    if (refs.length > 0) return refs;
  }
  // "use force against the rebels": whom it is against counts before what is used.
  const against = frame.phrases.filter(({ prep }) => prep === 'against').map(({ word }) => word);
  const blame = match.pattern.type === 'ACCUSE';
  const others = frame.phrases
    .filter(({ prep }) => !(placeless && WHERE.has(prep)) && !(blame && FOR.has(prep)))
    .map(({ word }) => word);
  // "promised to send observers": whom one sends is not to whom.
  const sent = SENT.test(tree.lemma[match.act]);
  for (const word of [...against, met || sent ? -1 : frame.obj, ...others]) {
    if (word < 0 || scene.isTime(word)) continue;
    const refs = fresh([word]);
    if (refs.length > 0) return refs;
  }
  for (const phrase of match.frame.phrases) {
    if (scene.isTime(phrase.word) || phrase.prep === 'mod' || phrase.prep === 'poss') continue;
    if ((placeless && WHERE.has(phrase.prep)) || (blame && FOR.has(phrase.prep))) continue;
    const refs = fresh([phrase.word]);
    if (refs.length > 0) return refs;
  }
  return [];
}

export function without(refs: readonly ActorRef[], taken: readonly ActorRef[]): readonly ActorRef[] {
  return refs.filter((ref) => !taken.some((other) => other.actor === ref.actor));
}

export function merge(a: readonly ActorRef[], b: readonly ActorRef[]): readonly ActorRef[] {
  return [...a, ...without(b, a)];
}
