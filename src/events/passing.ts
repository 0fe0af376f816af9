// What a sentence tells and what it only mentions: nouns in passing, conditions, asides, business, and the same act told twice.

import { relation } from '../language/index.js';
import type { ActorRef, PloverType } from '../records.js';
import type { Book } from './book.js';
import { isPolitical } from './casting.js';
import type { Draft } from './draft.js';
import type { Match } from './match.js';
import { hasCondition } from './modality.js';
import type { Scene } from './scene.js';
import { without } from './targets.js';
import type { Tree } from './tree.js';

const WAITING: ReadonlySet<string> = new Set(['await', 'need', 'require', 'depend', 'hinge']);

/** True when a noun is what its clause tells: the root, a subject, or carried by a light verb; not a mention in passing. */
export function isTold(tree: Tree, match: Match): boolean {
  if (match.frame.light >= 0) return true;
  let w = match.word;
  for (let i = 0; i < 4; i++) {
    const d = relation(tree.s.deprel[w]);
    const h = tree.s.head[w];
    // "The deal awaits approval": there is none as yet.
    if (d === 'nsubj' && WAITING.has(tree.lemma[h])) return false;
    if (h < 0 || d === 'nsubj' || d === 'parataxis') return true;
    if (d === 'conj' || (d === 'nmod' && tree.words.transparent.has(tree.lemma[h]))) w = h;
    else return false;
  }
  return false;
}

export const VERBAL: ReadonlySet<string> = new Set(['AGREE', 'REJECT', 'REQUEST', 'SUPPORT']);

const CIVIL: ReadonlySet<string> = new Set([
  ...VERBAL,
  'CONSULT',
  'COOPERATE',
  'AID',
  'SANCTION',
  'CONCEDE',
  'RETREAT',
  'ACCUSE',
]);

/** An act of words or trade in a sentence about business, unless two states act in it. */
export function isBusiness(
  scene: Scene,
  type: PloverType,
  sources: readonly ActorRef[],
  targets: readonly ActorRef[],
): boolean {
  if (!CIVIL.has(type) || !scene.isBusiness) return false;
  const state = (refs: readonly ActorRef[]): boolean =>
    refs.some((r) => isPolitical(r) && (r.country !== null || r.code.startsWith('IGO')));
  const countries = new Set([...sources, ...targets].map((r) => r.country ?? r.code.slice(0, 3)));
  return !(state(sources) && state(targets) && countries.size > 1);
}

/** True for "the Swiss drugmaker Roche": a firm, though its country is a state's. */
export function isFirm(book: Book, ref: ActorRef): boolean {
  return (
    (ref.sector === null || ref.sector === 'BUS') &&
    ref.text
      .toLowerCase()
      .split(/[^a-z]+/)
      .some((word) => book.company.has(word))
  );
}

/** True for a name that a noun of firms describes. */
export function isFirmWord(tree: Tree, book: Book, word: number): boolean {
  // "Danish brewer Holm", of which the parser may have made two subjects.
  return [
    word,
    word - 1,
    ...tree.kids[word].filter((k) => /^(compound|appos|flat|nmod:desc)$/.test(tree.s.deprel[k])),
  ].some((w) => book.company.has(tree.lemma[w]));
}

/** True for a government or army, or a country that the words in the role name themselves and not only as "a French rival" does. */
export function isStateByName(ref: ActorRef, words: readonly number[], tree: Tree): boolean {
  if (ref.sector !== null) return ref.sector !== 'BUS' && ref.country !== null;
  return (
    ref.country !== null && words.some((word) => ref.span[0] <= tree.s.start[word] && tree.s.end[word] <= ref.span[1])
  );
}

const TIME_MARK: ReadonlySet<string> = new Set(['until', 'till', 'since', 'after', 'before', 'when', 'once', 'while']);
const ASPECT: ReadonlySet<string> = new Set([
  'begin',
  'start',
  'end',
  'stop',
  'finish',
  'cease',
  'erupt',
  'break',
  'continue',
  'last',
  'rage',
  'resume',
  'escalate',
]);

/** "since the war began", "until the offensive ends": an act that only tells the time. */
export function isTimeMark(tree: Tree, word: number): boolean {
  const { s } = tree;
  const h = s.head[word];
  if (h < 0) return false;
  const d = relation(s.deprel[word]);
  if (d === 'nsubj' && relation(s.deprel[h]) === 'advcl')
    return ASPECT.has(tree.lemma[h]) && tree.kids[h].some((k) => TIME_MARK.has(tree.lemma[k]));
  return (d === 'obl' || d === 'nmod') && TIME_MARK.has(tree.prepOf(word));
}

/** "would not have agreed". */
export function isCounterfactual(tree: Tree, word: number): boolean {
  const aux = tree.kids[word].filter((k) => relation(tree.s.deprel[k]) === 'aux').map((k) => tree.lemma[k]);
  return aux.includes('would') && aux.includes('have');
}

/** "defend its rights". */
export function isOwnThing(tree: Tree, word: number): boolean {
  return (
    word >= 0 &&
    tree.kids[word].some((k) => tree.s.deprel[k] === 'nmod:poss' && /^(its|their|our|his|her)$/i.test(tree.s.form[k]))
  );
}

/** Trade and talks of a state with itself: its houses may talk, but no state cooperates with its own government. */
export function isDomestic(type: PloverType, sources: readonly ActorRef[], targets: readonly ActorRef[]): boolean {
  if (type !== 'COOPERATE' && type !== 'CONSULT' && type !== 'SANCTION' && type !== 'AID') return false;
  const state = ({ sector }: ActorRef): boolean => sector === null || sector === 'GOV';
  const [first] = sources;
  if (
    type === 'COOPERATE' &&
    [...sources, ...targets].every(({ country }) => country !== null && country === first?.country)
  )
    return targets.length > 0;
  if (!first?.country || targets.length === 0) return false;
  const all = [...sources, ...targets];
  return all.every((ref) => state(ref) && ref.country === first.country) && all.some(({ sector }) => sector === null);
}

const HOUSES: ReadonlySet<string> = new Set(['GOV', 'LEG', 'JUD', 'PTY', 'OPP']);

/** A fight of words: both sides sit in the houses of one state ("Congress battled the president"). */
export function isPolitics(sources: readonly ActorRef[], targets: readonly ActorRef[]): boolean {
  const all = [...sources, ...targets];
  const [first] = all;
  return (
    sources.length > 0 &&
    targets.length > 0 &&
    first.country !== null &&
    all.every(({ country, sector }) => country === first.country && sector !== null && HOUSES.has(sector)) &&
    all.some(({ sector }) => sector === 'LEG' || sector === 'JUD' || sector === 'PTY')
  );
}

export function depthOf(tree: Tree, word: number): number {
  let depth = 0;
  for (let w = word; tree.s.head[w] >= 0 && depth < 50; w = tree.s.head[w]) {
    const d = relation(tree.s.deprel[w]);
    // What is said counts as much as the saying; coordination is on one level.
    if (d === 'conj' || (d === 'ccomp' && SAY.has(tree.lemma[tree.s.head[w]]))) continue;
    depth++;
  }
  return depth;
}

export const SAY = new Set([
  'say',
  'report',
  'announce',
  'tell',
  'confirm',
  'state',
  'declare',
  'add',
  'claim',
  'note',
  'reveal',
]);

/** True inside a relative clause or a participle on a noun. */
export function isAside(tree: Tree, word: number): boolean {
  for (let w = word, i = 0; i < 8 && w >= 0; w = tree.s.head[w], i++) {
    if (tree.s.deprel[w] === 'acl:relcl' || (tree.s.deprel[w] === 'acl' && tree.isVerb(w))) return true;
  }
  return false;
}

/** True when the word stands in an if-clause. */
export function insideIf(tree: Tree, book: Book, word: number): boolean {
  for (let w = word, i = 0; w >= 0 && i < 12; w = tree.s.head[w], i++) {
    const d = relation(tree.s.deprel[w]);
    if (d !== 'advcl' && d !== 'acl') continue;
    const h = tree.s.head[w];
    if (h >= 0 && (d === 'acl' || hasCondition(tree, book.modality, h))) {
      const mark = tree.kid(w, 'mark');
      if (mark >= 0 && book.modality.mark.get(tree.lemma[mark]) === 'conditional') return true;
    }
  }
  return false;
}

/** Drops acts that tell a second time what another act of the sentence tells: "the attack killed", "held talks and talked". */
export function withoutEchoes(tree: Tree, drafts: Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const twin = kept.findIndex((other) => other.type === draft.type && echoes(tree, other, draft));
    if (twin < 0) {
      kept.push(draft);
      continue;
    }
    const toll = isToll(tree, draft, kept[twin]) && draft.sources.length > 0 && draft.targets.length > 0;
    const first = toll ? { ...draft, depth: kept[twin].depth, mention: false } : kept[twin];
    if (toll) {
      kept[twin] = { ...first, words: [...first.words, ...kept[twin].words] };
      continue;
    }
    kept[twin] = {
      ...first,
      sources: first.sources.length > 0 ? first.sources : without(draft.sources, first.targets),
      targets: first.targets.length > 0 ? first.targets : without(draft.targets, first.sources),
      words: [...first.words, ...draft.words],
      mode: first.mode ?? draft.mode,
      cameo: first.mode === null && draft.mode !== null ? draft.cameo : first.cameo,
    };
  }
  return kept;
}

/** "struck a tanker, setting its hull on fire": a participle goes on to tell what the blow did. */
function isSequel(tree: Tree, first: Draft, second: Draft): boolean {
  const { word } = second.match;
  return (
    first.type === 'ASSAULT' &&
    tree.s.xpos[word] === 'VBG' &&
    relation(tree.s.deprel[word]) === 'advcl' &&
    tree.s.head[word] === first.match.word &&
    second.targets.every(({ text }) => /^(its|their|his|her|one of (its|their)|at least|some of)\b/i.test(text))
  );
}

function echoes(tree: Tree, a: Draft, b: Draft): boolean {
  if (a.standing.negated !== b.standing.negated) return false;
  const same = (x: readonly ActorRef[], y: readonly ActorRef[]): boolean =>
    x.length === 0 ||
    y.length === 0 ||
    x.some((r) => y.some((q) => q.actor === r.actor || (q.country !== null && q.country === r.country)));
  // "the clashes killed nine", "nine died in clashes": the deed and its dead.
  if (isToll(tree, a, b) || isToll(tree, b, a) || isSameThing(tree, a, b)) return true;
  if (!same(a.sources, b.sources) || isOtherMeeting(a, b)) return false;
  if (!same(a.targets, b.targets)) return isSequel(tree, a, b) || isSequel(tree, b, a);
  // "broke off relations and expelled its envoys": two acts of one sort, one after the other.
  if (a.mode !== null && b.mode !== null && a.mode !== b.mode && isNext(tree, a, b)) return false;
  if (a.sources.length > 0 && b.sources.length > 0 && a.targets.length > 0 && b.targets.length > 0) return true;
  // One of them lacks a role: they are one act when one hangs on the other.
  return hangTogether(tree, a, b);
}

/** "a Chad-Niger meeting, and a conference including Chad, Niger and Libya": two meetings with other parties. */
function isOtherMeeting(a: Draft, b: Draft): boolean {
  const parties = ({ sources, targets }: Draft): string =>
    [...new Set([...sources, ...targets].map(({ country, actor }) => country ?? actor))].sort().join(' ');
  return (
    a.type === 'CONSULT' &&
    a.match.pattern.anchor === 'noun' &&
    b.match.pattern.anchor === 'noun' &&
    a.sources.length + a.targets.length > 1 &&
    b.sources.length + b.targets.length > 1 &&
    parties(a) !== parties(b)
  );
}

const TOLL: ReadonlySet<string> = new Set(['kill', 'die', 'wound', 'injure', 'leave', 'claim', 'hurt', 'perish']);

/** True where the second tells the dead and wounded of the first, a noun of violence. */
function isToll(tree: Tree, deed: Draft, toll: Draft): boolean {
  const { match } = toll;
  return (
    deed.type === 'ASSAULT' &&
    deed.match.pattern.anchor === 'noun' &&
    match.pattern.anchor === 'verb' &&
    TOLL.has(tree.lemma[match.word]) &&
    (match.source.includes(deed.match.word) ||
      match.frame.subj === deed.match.word ||
      match.frame.phrases.some(({ prep, word }) => (prep === 'in' || prep === 'by') && word === deed.match.word))
  );
}

/** "the attack appeared to be a raid", "the strike was a reprisal": one noun is said to be the other. */
function isSameThing(tree: Tree, a: Draft, b: Draft): boolean {
  if (a.match.pattern.anchor !== 'noun' || b.match.pattern.anchor !== 'noun') return false;
  const { s } = tree;
  for (const [one, other] of [
    [a.match.word, b.match.word],
    [b.match.word, a.match.word],
  ]) {
    if (tree.kid(other, 'cop') < 0) continue;
    const verb = relation(s.deprel[other]) === 'xcomp' ? s.head[other] : other;
    if (s.head[one] === verb && relation(s.deprel[one]) === 'nsubj') return true;
  }
  return false;
}

/** Two verbs of one subject, joined by "and". */
function isNext(tree: Tree, a: Draft, b: Draft): boolean {
  const [v, w] = [a.match.word, b.match.word];
  return (
    a.match.pattern.anchor === 'verb' &&
    b.match.pattern.anchor === 'verb' &&
    ((tree.s.head[w] === v && relation(tree.s.deprel[w]) === 'conj') ||
      (tree.s.head[v] === w && relation(tree.s.deprel[v]) === 'conj'))
  );
}

/** One of two acts hangs on the other. */
function hangTogether(tree: Tree, a: Draft, b: Draft): boolean {
  for (let w = b.match.word, i = 0; w >= 0 && i < 8; w = tree.s.head[w], i++) if (w === a.match.word) return true;
  for (let w = a.match.word, i = 0; w >= 0 && i < 8; w = tree.s.head[w], i++) if (w === b.match.word) return true;
  return false;
}
