// Codes one sentence: matches patterns at its words, folds acts into the acts that hold them ("threatened to impose
// sanctions" is one threat), and finds who does it to whom.

import type { ActorRef, PloverType } from '../records.js';
import { foldCode } from './book.js';
import { isPolitical } from './casting.js';
import { signsOf } from './confidence.js';
import type { Draft } from './draft.js';
import {
  isBareDenial,
  isFiledWith,
  isLevelOf,
  isOfPlace,
  isPlaceOf,
  isSworn,
  isThoseTalks,
  isVoted,
  visitOf,
} from './idle.js';
import { FRIENDLY, isLeftOut, isOwnSide, isOwnState } from './left-out.js';
import { type Match, Matcher } from './match.js';
import { standing } from './modality.js';
import { depthOf, insideIf, isAside, isDomestic, isTold, withoutEchoes } from './passing.js';
import type { Scene } from './scene.js';
import { announced, GENERIC, isOwnWord, obligation } from './speech-acts.js';
import {
  clauseDoer,
  complainedOf,
  conditionDoer,
  isOwn,
  isOwnForce,
  merge,
  nearestTarget,
  OWN_FORCES,
  targetsOfAct,
  without,
} from './targets.js';
import type { Tree } from './tree.js';

/** Every event of one sentence, outer acts before inner ones. */
export function codeSentence(scene: Scene): Draft[] {
  const { tree, casting, book } = scene;
  const matcher = new Matcher(
    tree,
    book.index,
    (word, direct) => casting.at(word, direct).length > 0,
    scene.isTime,
    scene.isNearby,
  );
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
  const told = drafts.some((draft) => !draft.mention);
  const kept = withoutEchoes(tree, told ? drafts.filter((draft) => !draft.mention || isClear(draft)) : drafts);
  return kept.map((draft) => ({ ...draft, signs: signsOf(draft, kept.length) }));
}

/** An if-clause that says who would do it to whom is told, though it did not happen. */
function isClear({ inner, match, sources, targets, standing: { modality } }: Draft): boolean {
  return (
    inner && match.pattern.anchor === 'verb' && sources.length > 0 && targets.length > 0 && modality === 'conditional'
  );
}

/** Bodies of states that trade, lend or judge. */
const isUnarmed = ({ code }: ActorRef): boolean =>
  /^IGO(?:EUR|OPC|IMF|WBK|WTO|OEC|GAT|ICJ|ICO|OAS)(?:GOV)?$/.test(code);

const MEETS: ReadonlySet<PloverType> = new Set(['CONSULT', 'AGREE', 'SUPPORT']);
const OWN_WORD: ReadonlySet<PloverType> = new Set(['THREATEN', 'REJECT', 'ACCUSE', 'AGREE', 'SUPPORT']);

function innerOf(matcher: Matcher, match: Match): Match | null {
  return matcher.actAt(match.act);
}

/** "accused each other", "attacked one another". */
function isEachOther(tree: Tree, obj: number): boolean {
  const { form } = tree.s;
  return obj > 0 && /^(?:each other|one another)$/i.test(`${form[obj - 1]} ${form[obj]}`);
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
  const visit = visitOf(tree, match);
  let state = standing(tree, book.modality, match.word);
  // "will not allow" is the refusal itself: the "not" belongs to the pattern, and the refusal is told now.
  if (pattern.negated && state.negated) {
    state = { ...state, negated: false, modality: state.modality === 'planned' ? 'happened' : state.modality };
  }
  const parties = casting.all(match.parties);
  let reciprocal = pattern.reciprocal || parties.length > 0;
  let sources = merge(casting.doers(match.source.length > 0 || !visit ? match.source : [visit.by]), parties);
  // "It condemns Chad": whoever does it is not the one it is done to.
  if (sources.length === 1 && /^(?:it|they)$/i.test(sources[0].text) && match.frame.obj >= 0 && !match.frame.passive) {
    const done = tree.s.upos[match.frame.obj] === 'PROPN' ? casting.at(match.frame.obj, true) : [];
    if (done.some(({ actor }) => actor === sources[0].actor)) sources = [];
  }
  // "EC ATTACKS JAPAN OVER TRADE": a body that has no arms attacks with words.
  if (type === 'ASSAULT' && tree.lemma[match.word] === 'attack' && sources.length > 0 && sources.every(isUnarmed)) {
    type = 'ACCUSE';
    use('111', 'an attack by a body without arms is ACCUSE');
  }
  const meets = type === 'AGREE' || (MEETS.has(type) && (pattern.reciprocal || inner?.pattern.reciprocal === true));
  const gathers = type !== 'AGREE' || cameo === '036' || inner?.pattern.type === 'CONSULT';
  const atPlace = (ref: ActorRef): boolean => meets && gathers && (isOfPlace(tree, ref) || isLevelOf(tree, ref));
  let targets: readonly ActorRef[] = without(
    casting.all(match.target.filter((word) => !meets || !isPlaceOf(tree, word))),
    sources,
  ).filter((ref) => !atPlace(ref));
  // A threat is meant for the one it would be done to, else for the one whose deed would bring it about.
  if (targets.length === 0 && type === 'THREATEN' && inner) targets = without(casting.all(inner.target), sources);
  if (targets.length === 0 && type === 'THREATEN') targets = conditionDoer(scene, match, sources);
  if (targets.length === 0 && type === 'ACCUSE') targets = complainedOf(scene, match, sources);
  if (targets.length === 0 && (type === 'REQUEST' || type === 'ACCUSE')) targets = clauseDoer(scene, match, sources);
  if (targets.length === 0 && match.act >= 0 && !(pattern.reciprocal && sources.length > 1))
    targets = without(targetsOfAct(scene, match, inner, sources), sources).filter((ref) => !atPlace(ref));
  // Parliament's vote is the ratification.
  if (
    type === 'SUPPORT' &&
    state.modality === 'planned' &&
    sources.some(({ sector }) => sector === 'LEG') &&
    isVoted(state)
  ) {
    state = { ...state, modality: 'happened', future: false };
  }
  const turned = isOwnWord(scene, match, sources) ? announced(book, state, tree, match, type) : null;
  if (turned) {
    const from = type;
    type = turned;
    mode = null;
    const code = foldCode(book.folding, turned, cameo);
    use(code ?? `${GENERIC[turned] ?? cameo}`, `${from} announced by its own doer is ${turned}`);
    if (state.negated) state = { ...state, negated: false };
    // "vowed that attacks would go on": whose word it is, his threat it is.
    if (sources.length === 0 && turned === 'THREATEN' && isSworn(state))
      sources = without(scene.speakerAt(match.word), targets);
    if (targets.length === 0 && from !== 'AID' && from !== 'COOPERATE') targets = conditionDoer(scene, match, sources);
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
  // Nobody threatens or refuses his own state; who says what it will do speaks for it.
  if (OWN_WORD.has(type) || (type === 'REQUEST' && !targets.every((ref) => isOwnState(ref, sources)))) {
    targets = targets.filter((ref) => !(type === 'AGREE' ? isOwnSide : isOwnState)(ref, sources));
    if (targets.length === 0 && type === 'THREATEN') targets = conditionDoer(scene, match, sources);
  }
  if ((type === 'REQUEST' || type === 'THREATEN') && !pattern.reciprocal) reciprocal = false;
  if (sources.length > 1 && isEachOther(tree, match.frame.obj)) {
    targets = [];
    reciprocal = true;
  }
  if (reciprocal && targets.length === 0 && sources.length === 2) {
    targets = [sources[1]];
    sources = [sources[0]];
  }
  // "withdraw missile boats": forces of nobody else.
  if ((type === 'RETREAT' || type === 'MOBILIZE') && sources.length > 0)
    targets = targets.filter(({ country, sector }) => country !== null || !/^(?:MIL|COP|PRM)$/.test(sector ?? ''));
  if (OWN_FORCES.has(type)) targets = targets.filter((ref) => !isOwn(tree, ref) && !isOwnForce(ref, sources));
  if (
    sources.length > 1 &&
    targets.every((ref) => sources.some((own) => own.country !== null && own.country === ref.country))
  ) {
    targets = [];
  }
  // "freed the nun in Chad": a place is a target for want of another only.
  if (targets.some((ref) => !isOfPlace(tree, ref))) targets = targets.filter((ref) => !isOfPlace(tree, ref));
  let implied = false;
  // Aid to oneself is none: "restructured its debt".
  const toItself = targets.length === 0 && casting.all(match.target).length > 0;
  if (toItself && type === 'AID') return null;
  // "Hungary and Romania agreed to help refugees": with one another, and with nobody who is named further on.
  const amongThemselves =
    type === 'AGREE' && new Set(sources.flatMap(({ country }) => country ?? [])).size > 1 && !match.frame.passive;
  if (targets.length === 0 && !(reciprocal && sources.length > 1) && !amongThemselves && !isBareDenial(tree, match)) {
    targets = nearestTarget(scene, match, sources).filter(
      (ref) => !atPlace(ref) && !(OWN_WORD.has(type) && (type === 'AGREE' ? isOwnSide : isOwnState)(ref, sources)),
    );
    implied = targets.length > 0;
    if (implied) notes.push('target: the nearest actor of the clause');
  }
  // A noun in passing, an if-clause, a purpose: what the sentence is not about. A dated one is background worth keeping.
  const whole = sources.length > 0 && (targets.length > 0 || (reciprocal && sources.length > 1));
  const dated = [match.word, match.frame.light].some((w) => w >= 0 && scene.isDated(w));
  const passing =
    pattern.anchor === 'noun'
      ? !isTold(tree, match) && !(whole && dated)
      : !whole && !dated && isAside(tree, match.word);
  const mention = passing || insideIf(tree, book, match.word) || state.reasons.includes('planned: in order to');
  // Who reports is not refused, nor the body one complains to accused.
  if (tree.lemma[match.word] === 'deny' || tree.lemma[match.word] === 'dismiss')
    targets = targets.filter(({ sector, code }) => sector !== 'JRN' && !sources.some((own) => own.code === code));
  if (type === 'ACCUSE' && /^11[45]/.test(cameo))
    targets = targets.filter(({ code, span }) => !code.startsWith('IGO') || !isFiledWith(tree, match, span));
  // No state expels its own envoys: "its" meant the other side's.
  if (mode === 'expel' && isDomestic(type, sources, targets)) targets = [];
  if (isLeftOut({ scene, match, inner, type, cameo, mode, state, sources, targets, mention, dated, whole }))
    return null;
  const actors = [...sources, ...targets];
  // Two names of whom nothing is known make no matter of state.
  const made: Draft = {
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
    implied,
    folded: inner !== null,
    signs: [],
    notes,
  };
  // "A second round of talks is planned": of those who were told of before.
  if (type === 'AGREE' && cameo === '036' && actors.length === 0 && match.frame.passive)
    return {
      ...made,
      type: 'CONSULT',
      cameo: '040',
      mode: null,
      reciprocal: true,
      standing: { ...state, modality: 'planned' },
    };
  const orphan = actors.length === 0 && type === 'CONSULT' && pattern.reciprocal && !mention;
  if (orphan && isThoseTalks(tree, match)) return made;
  const known = FRIENDLY.has(type)
    ? actors.filter(({ country, code }) => country !== null || /[A-Z]/.test(code))
    : actors;
  if (known.length === 0 ? !pattern.bare : !known.some(isPolitical)) return null;
  return made;
}
