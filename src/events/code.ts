// Codes one sentence: matches patterns at its words, folds acts into the acts that hold them ("threatened to impose
// sanctions" is one threat), turns announced acts into promises, threats and refusals, and finds who does it to whom.

import { relation } from '../language/index.js';
import type { ActorRef, PloverType } from '../records.js';
import { type Book, foldCode } from './book.js';
import { type Casting, isPolitical } from './casting.js';
import type { Draft } from './draft.js';
import type { Tree } from './frames.js';
import { type Match, Matcher } from './match.js';
import { hasCondition, type Standing, standing } from './modality.js';

/** What coding a sentence needs beside its tree. */
export interface Scene {
  readonly book: Book;
  readonly tree: Tree;
  readonly casting: Casting;
  readonly isTime: (word: number) => boolean;
  /** True when a time hangs on the word. */
  readonly isDated: (word: number) => boolean;
  /** The sentence speaks of shares, mergers, crops: ordinary business. */
  readonly isBusiness: boolean;
  /** The actor on whose word the text at `word` stands, if somebody is quoted. */
  readonly speakerAt: (word: number) => readonly ActorRef[];
}

/** Every event of one sentence, outer acts before inner ones. */
export function codeSentence(scene: Scene): Draft[] {
  const { tree, casting, book } = scene;
  const matcher = new Matcher(tree, book.index, (word, direct) => casting.at(word, direct).length > 0, scene.isTime);
  const matches: Match[] = [];
  for (let word = 0; word < tree.s.size; word++) {
    const match = matcher.at(word);
    if (match) matches.push(match);
  }
  if (matches.length === 0) return [];
  const folded = new Set<number>();
  const holder = new Map<number, Match>();
  const byDepth = matches
    .map((match) => ({ match, depth: depthOf(tree, match.word) }))
    .sort((a, b) => a.depth - b.depth);
  for (const { match } of byDepth) {
    if (folded.has(match.word)) continue;
    for (const word of match.used) folded.add(word);
    const inner = match.act >= 0 ? innerOf(matcher, match) : null;
    if (inner && inner.word !== match.word) holder.set(inner.word, match);
  }
  const drafts: Draft[] = [];
  for (const { match, depth } of byDepth) {
    if (folded.has(match.word) || holder.has(match.word)) continue;
    const draft = draftOf(scene, matcher, match, depth);
    if (draft) drafts.push(draft);
  }
  // A mention in passing counts only where nothing else is told.
  const told = drafts.filter((draft) => !draft.mention);
  return withoutEchoes(tree, told.length > 0 ? told : drafts);
}

function innerOf(matcher: Matcher, match: Match): Match | null {
  return matcher.actAt(match.act);
}

function draftOf(scene: Scene, matcher: Matcher, match: Match, depth: number): Draft | null {
  const { tree, book, casting } = scene;
  const notes: string[] = [];
  const pattern = match.pattern;
  const inner = match.act >= 0 ? innerOf(matcher, match) : null;
  const words = [match.word, ...match.used];
  for (let at = inner, i = 0; at && i < 4; at = at.act >= 0 ? innerOf(matcher, at) : null, i++) words.push(at.word);
  let type: PloverType = pattern.type;
  let cameo = pattern.cameo;
  let mode = pattern.mode;
  let contexts: readonly string[] = pattern.contexts;
  const use = (code: string, why: string): void => {
    const facts = book.ontology.cameo.get(code);
    cameo = code;
    if (facts?.mode && book.ontology.types.get(type)?.modes.has(facts.mode)) mode = facts.mode;
    contexts = facts?.contexts.length ? facts.contexts : contexts;
    notes.push(why);
  };
  if (inner) {
    const code = foldCode(book.folding, type, inner.pattern.cameo);
    if (code)
      use(code, `${type} around ${inner.pattern.type} ${inner.pattern.cameo} (${inner.pattern.rule}) is ${code}`);
  }
  let state = standing(tree, book.modality, match.word);
  const parties = casting.all(match.parties);
  let reciprocal = pattern.reciprocal || parties.length > 0;
  let sources = merge(casting.all(match.source), parties);
  let targets = without(casting.all(match.target), sources);
  if (targets.length === 0 && match.act >= 0) targets = without(targetsOfAct(scene, match, inner, sources), sources);
  const turned = announced(book, state, tree, match, type);
  if (turned) {
    const from = type;
    type = turned;
    mode = null;
    const code = foldCode(book.folding, turned, cameo);
    use(code ?? `${GENERIC[turned] ?? cameo}`, `${from} announced by its own doer is ${turned}`);
    if (state.negated) state = { ...state, negated: false };
  }
  const asked = obligation(scene, match, state, type);
  if (asked) {
    targets = sources.length > 0 ? sources : targets;
    sources = asked;
    notes.push(`${type} that somebody says must be done is REQUEST`);
    type = 'REQUEST';
    const code = foldCode(book.folding, 'REQUEST', cameo);
    mode = null;
    use(code ?? '100', 'obligation');
    state = { ...state, modality: 'happened', negated: false };
  }
  targets = without(targets, sources);
  if (type === 'REQUEST' || type === 'THREATEN') reciprocal = false;
  if (reciprocal && targets.length === 0 && sources.length === 2) {
    targets = [sources[1]];
    sources = [sources[0]];
  }
  if (OWN_FORCES.has(type)) targets = targets.filter((ref) => !isOwn(tree, ref));
  if (
    sources.length > 1 &&
    targets.every((ref) => sources.some((own) => own.country !== null && own.country === ref.country))
  ) {
    targets = [];
  }
  let implied = false;
  if (targets.length === 0 && !(reciprocal && sources.length > 1)) {
    targets = nearestTarget(scene, match, sources);
    implied = targets.length > 0;
    if (implied) notes.push('target: the nearest actor of the clause');
  }
  // A noun in passing, an if-clause, a purpose: what the sentence is not about. A dated one is background worth keeping.
  const whole = sources.length > 0 && targets.length > 0;
  const dated = [match.word, match.frame.light].some((w) => w >= 0 && scene.isDated(w));
  const passing =
    pattern.anchor === 'noun'
      ? !isTold(tree, match) && !(whole && dated)
      : !whole && !dated && isAside(tree, match.word);
  const mention = passing || insideIf(tree, book, match.word) || state.reasons.includes('planned: in order to');
  // A bare noun with one actor is too little, unless it is violence or protest.
  if (mention && pattern.anchor === 'noun' && !whole && !pattern.bare) return null;
  // A promise, demand or refusal of nobody knows what, to nobody.
  if (VERBAL.has(type) && targets.length === 0 && inner === null && match.act >= 0) return null;
  if (isBusiness(scene, type, sources, targets)) return null;
  const actors = [...sources, ...targets];
  if (actors.length === 0 ? !pattern.bare : !actors.some(isPolitical)) return null;
  const confidence = confidenceOf(pattern.prior * (implied ? 0.85 : 1), sources, targets, state, depth, inner !== null);
  return {
    sentence: tree.s.index,
    tree,
    match,
    type,
    cameo,
    mode,
    contexts,
    sources,
    targets,
    reciprocal,
    standing: state,
    words,
    mention,
    inner: insideIf(tree, book, match.word),
    depth,
    confidence,
    notes,
  };
}

/** Acts on one's own things, which are no target: "strengthened its forces", "offered its help". */
const OWN_FORCES: ReadonlySet<PloverType> = new Set([
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

function isOwn(tree: Tree, ref: ActorRef): boolean {
  return (
    OWN.test(ref.text) && !/counterpart|neighbo|ally|allies|rival|enem|foe|partner/i.test(ref.text) && tree.s.size > 0
  );
}

/** The first actor behind the act in its own clause who is not its source; nobody beyond the next finite verb. */
function nearestTarget(scene: Scene, match: Match, sources: readonly ActorRef[]): readonly ActorRef[] {
  const { tree, casting } = scene;
  const s = tree.s;
  const from = Math.max(match.word, match.act, match.frame.obj);
  for (let i = from + 1; i < s.size && i < from + 25; i++) {
    const finite = /^(VBD|VBZ|VBP|MD)$/.test(s.xpos[i]);
    if (finite && (SAY.has(tree.lemma[i]) || s.deprel[i] === 'root' || s.deprel[i] === 'parataxis')) return [];
    const d = relation(s.deprel[i]);
    // "see Russia withdraw": the subject of an infinitive.
    const seen = d === 'nsubj' && /^VBG?$/.test(s.xpos[s.head[i]]) && tree.kid(s.head[i], 'aux') < 0;
    const astray = d === 'compound' && scene.isTime(s.head[i]);
    if (s.upos[i] === 'PRON' || scene.isTime(i) || (d !== 'obl' && d !== 'nmod' && d !== 'obj' && !astray && !seen)) continue;
    if (d !== 'obj' && !astray && !seen && !NEAR.has(tree.prepOf(i)) && s.deprel[i] !== 'nmod:poss') continue;
    const refs = without(casting.at(i, true), sources);
    if (refs.length > 0 && !refs.some((ref) => isOwn(tree, ref))) return refs;
  }
  return [];
}

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

/** True when a noun is what its clause tells: the root, a subject, or carried by a light verb; not a mention in passing. */
function isTold(tree: Tree, match: Match): boolean {
  if (match.frame.light >= 0) return true;
  let w = match.word;
  for (let i = 0; i < 4; i++) {
    const d = relation(tree.s.deprel[w]);
    const h = tree.s.head[w];
    if (h < 0 || d === 'nsubj' || d === 'parataxis') return true;
    if (d === 'conj' || (d === 'nmod' && tree.words.transparent.has(tree.lemma[h]))) w = h;
    else return false;
  }
  return false;
}

const VERBAL: ReadonlySet<string> = new Set(['AGREE', 'REJECT', 'REQUEST', 'SUPPORT']);
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
function isBusiness(
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

const GENERIC: Partial<Record<PloverType, string>> = { AGREE: '030', THREATEN: '130', REJECT: '120', REQUEST: '100' };

/** What "will", "plans to", "will not" make of an act that its own doer announces. */
function announced(book: Book, state: Standing, tree: Tree, match: Match, type: PloverType): PloverType | null {
  if (state.denied || insideIf(tree, book, match.word)) return null;
  const aux = auxOf(tree, match);
  if (state.negated) {
    const refusing =
      aux === 'will' ||
      aux === 'would' ||
      aux === 'wo' ||
      aux === "'ll" ||
      state.reasons.some((r) => /^negated: (?!not)/.test(r));
    return refusing && !match.pattern.negated ? (book.folding.refusal.get(type) ?? null) : null;
  }
  if (state.modality === 'planned' || (state.modality === 'conditional' && (aux === 'will' || aux === 'would'))) {
    return book.folding.future.get(type) ?? null;
  }
  return null;
}

function auxOf(tree: Tree, match: Match): string | null {
  for (const verb of [match.word, match.frame.light]) {
    if (verb < 0) continue;
    const aux = tree.kid(verb, 'aux');
    if (aux >= 0) return tree.lemma[aux];
  }
  return null;
}

/** Who says that it must be done, where somebody does; null otherwise. */
function obligation(scene: Scene, match: Match, state: Standing, type: PloverType): readonly ActorRef[] | null {
  if (
    state.modality !== 'requested' ||
    !state.reasons.some((r) => /^requested: (must|should|have|need|has|had)$/i.test(r))
  )
    return null;
  if (type === 'REQUEST' || type === 'ACCUSE') return null;
  const speaker = scene.speakerAt(match.word);
  return speaker.length > 0 && casting(scene, match) ? speaker : null;
}

/** True when the one who must act is an actor. */
function casting(scene: Scene, match: Match): boolean {
  return scene.casting.all(match.source).length > 0;
}

/** Whom an outer act concerns: the doer of somebody else's act, the sufferer of one's own. */
function targetsOfAct(
  scene: Scene,
  match: Match,
  inner: Match | null,
  sources: readonly ActorRef[],
): readonly ActorRef[] {
  const { tree, casting } = scene;
  const fresh = (words: readonly number[]): readonly ActorRef[] => without(casting.all(words), sources);
  const frame = tree.frame(match.act);
  const doer = inner ? [...inner.source, ...inner.parties] : frame.subj >= 0 ? [frame.subj] : [];
  const sufferer = inner ? [...inner.target, ...inner.parties] : [];
  const order = match.own ? [sufferer, doer] : [doer, sufferer];
  for (const words of order) {
    const refs = fresh(words);
    if (refs.length > 0) return refs;
  }
  if (inner && inner.act >= 0) {
    const refs = targetsOfAct(scene, inner, null, sources);
    if (refs.length > 0) return refs;
  }
  if (!tree.isVerb(match.act)) {
    const refs = fresh([match.act]);
    if (refs.length > 0) return refs;
  }
  for (const word of [frame.obj, ...frame.phrases.map((phrase) => phrase.word)]) {
    if (word < 0 || scene.isTime(word)) continue;
    const refs = fresh([word]);
    if (refs.length > 0) return refs;
  }
  for (const phrase of match.frame.phrases) {
    if (scene.isTime(phrase.word) || phrase.prep === 'mod' || phrase.prep === 'poss') continue;
    const refs = fresh([phrase.word]);
    if (refs.length > 0) return refs;
  }
  return [];
}

function without(refs: readonly ActorRef[], taken: readonly ActorRef[]): readonly ActorRef[] {
  return refs.filter((ref) => !taken.some((other) => other.actor === ref.actor));
}

function merge(a: readonly ActorRef[], b: readonly ActorRef[]): readonly ActorRef[] {
  return [...a, ...without(b, a)];
}

function depthOf(tree: Tree, word: number): number {
  let depth = 0;
  for (let w = word; tree.s.head[w] >= 0 && depth < 50; w = tree.s.head[w]) {
    const d = relation(tree.s.deprel[w]);
    // What is said counts as much as the saying; coordination is on one level.
    if (d === 'conj' || (d === 'ccomp' && SAY.has(tree.lemma[tree.s.head[w]]))) continue;
    depth++;
  }
  return depth;
}

const SAY = new Set([
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
function isAside(tree: Tree, word: number): boolean {
  for (let w = word, i = 0; i < 8 && w >= 0; w = tree.s.head[w], i++) {
    if (tree.s.deprel[w] === 'acl:relcl' || (tree.s.deprel[w] === 'acl' && tree.isVerb(w))) return true;
  }
  return false;
}

/** True when the word stands in an if-clause. */
function insideIf(tree: Tree, book: Book, word: number): boolean {
  for (let w = word, i = 0; w >= 0 && i < 12; w = tree.s.head[w], i++) {
    if (relation(tree.s.deprel[w]) !== 'advcl') continue;
    const h = tree.s.head[w];
    if (h >= 0 && hasCondition(tree, book.modality, h)) {
      const mark = tree.kid(w, 'mark');
      if (mark >= 0 && book.modality.mark.get(tree.lemma[mark]) === 'conditional') return true;
    }
  }
  return false;
}

function confidenceOf(
  prior: number,
  sources: readonly ActorRef[],
  targets: readonly ActorRef[],
  state: Standing,
  depth: number,
  folded: boolean,
): number {
  let odds = prior / (1 - prior);
  if (sources.length === 0) odds *= 0.6;
  if (targets.length === 0) odds *= 0.8;
  if (folded) odds *= 1.2;
  if (depth > 2) odds *= 0.7;
  if (state.modality !== 'happened' && state.modality !== 'ongoing') odds *= 0.8;
  return Math.round((100 * odds) / (1 + odds)) / 100;
}

/** Drops acts that tell a second time what another act of the sentence tells: "the attack killed", "held talks and talked". */
function withoutEchoes(tree: Tree, drafts: Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const twin = kept.findIndex((other) => other.type === draft.type && echoes(tree, other, draft));
    if (twin < 0) {
      kept.push(draft);
      continue;
    }
    const first = kept[twin];
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

function echoes(tree: Tree, a: Draft, b: Draft): boolean {
  if (a.standing.negated !== b.standing.negated) return false;
  const same = (x: readonly ActorRef[], y: readonly ActorRef[]): boolean =>
    x.length === 0 ||
    y.length === 0 ||
    x.some((r) => y.some((q) => q.actor === r.actor || (q.country !== null && q.country === r.country)));
  if (!same(a.sources, b.sources) || !same(a.targets, b.targets)) return false;
  if (a.sources.length > 0 && b.sources.length > 0 && a.targets.length > 0 && b.targets.length > 0) return true;
  // One of them lacks a role: they are one act when one hangs on the other.
  for (let w = b.match.word, i = 0; w >= 0 && i < 8; w = tree.s.head[w], i++) if (w === a.match.word) return true;
  for (let w = a.match.word, i = 0; w >= 0 && i < 8; w = tree.s.head[w], i++) if (w === b.match.word) return true;
  return false;
}
