// The door of the events stage: who did what to whom, by the codebook.

import type { Cast } from '../actors/index.js';
import type { Sentence } from '../language/index.js';
import type { ActorRef, Dispatch, Event, PlaceMention, Statement, TimeExpression, Trace, When } from '../records.js';
import { statementAt } from '../statements/index.js';
import { type Book, ownBook } from './book.js';
import { Casting } from './casting.js';
import { codeSentence } from './code.js';
import { confidenceOf } from './confidence.js';
import { contextsOf } from './contexts.js';
import { withParties } from './discourse.js';
import type { Draft } from './draft.js';
import { evidenceOf } from './evidence.js';
import { explain } from './explain.js';
import { type Counted, countsOf, suits } from './figures.js';
import { hearsayOf } from './hearsay.js';
import { type Dated, mergeRepeats } from './merge.js';
import { nearby } from './nearby.js';
import { byImportance } from './order.js';
import type { Scene } from './scene.js';
import { Tree } from './tree.js';
import { type Anchored, bySentence, dateOf, foughtIn, isDated, placeOf } from './when-where.js';

export { type Book, bookWith, loadBook, OWN_FOLDER, ownBook, ruleName } from './book.js';
export { type Fault, lintBook } from './check.js';
export { considered } from './considered.js';
export { importPetrarch } from './petrarch.js';
export { withPlaces } from './place-actors.js';
export { ploverRule } from './plover-rule.js';

/** What the stages before this one have found in a dispatch. */
export interface Read {
  readonly dispatch: Dispatch;
  readonly sentences: readonly Sentence[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly PlaceMention[];
  readonly cast: Cast;
  readonly statements: readonly Statement[];
}

/** Acts of words: said now, whatever day they speak of. */
const SPOKEN: ReadonlySet<string> = new Set(['AGREE', 'REJECT', 'REQUEST', 'THREATEN', 'ACCUSE']);

/** What is less likely than this is not worth saying. */
const LEAST = 0.2;

/** Codes every event of the dispatch, in order of importance. */
export function codeEvents(input: Read, trace?: Trace, book: Book = ownBook()): Event[] {
  const { dispatch, sentences, cast, statements } = input;
  const times = bySentence(sentences, input.times);
  const places = bySentence(sentences, input.places);
  const beside = nearby(sentences);
  const trees = sentences.map((s) => new Tree(s, book.frames));
  // In a dispatch about business every sentence is about business.
  const business = trees.map((tree) => isBusiness(tree, book));
  const ofBusiness = 3 * business.filter(Boolean).length > business.length;
  const disaster = trees.map((tree) => tree.lemma.some((lemma) => book.disaster.has(lemma)));
  const ofDisaster = disaster[0] === true && disaster[1] === true;
  const dated: Dated[] = [];
  const told = new Map<number, ReadonlySet<number>>();
  for (let i = 0; i < sentences.length; i++) {
    const s = sentences[i];
    const tree = trees[i];
    const scene: Scene = {
      book,
      tree,
      casting: new Casting(cast, tree, dispatch.text),
      isTime: timeTest(s, times[i]),
      isNearby: beside(i),
      isDated: (word) => isDated(tree, word, times[i]),
      isBusiness: ofBusiness || business[i],
      isDisaster: ofDisaster || disaster[i],
      speakerAt: (word) => speakerAt(statements, cast, dispatch.text, s, word),
    };
    const drafts = isSport(tree, book) ? [] : codeSentence(scene);
    const acts = new Set(drafts.map((draft) => draft.match.word));
    told.set(i, acts);
    for (const draft of drafts) {
      const found = dateOf(tree, draft.match.word, draft.words, times[i], dispatch, acts);
      const { when, anchor } = isSaidNow(draft, found.when, dispatch) ? saidNow(dispatch) : found;
      // "by massing troops in the past two months": it goes on until the day of the dispatch.
      const lasting =
        draft.standing.modality === 'happened' &&
        tree.s.xpos[draft.match.word] === 'VBG' &&
        when.value.startsWith('P') &&
        dispatch.date !== null &&
        when.end >= dispatch.date.value;
      const standing = lasting
        ? { ...draft.standing, modality: 'ongoing' as const }
        : isAhead(draft, when, dispatch)
          ? { ...draft.standing, modality: 'planned' as const }
          : draft.standing;
      dated.push({
        draft: { ...draft, standing, sentence: i },
        when,
        anchor,
        confidence: confidenceOf(book.confidence, draft.signs),
        spot: spotOf(tree, draft, places[i]),
        repeats: [],
      });
    }
  }
  const rankOf = ranks(dispatch, sentences);
  const whole = withParties(dated)
    .map((event) => withChance(event, book))
    .filter(
      ({ draft, when }) =>
        (draft.sources.length + draft.targets.length > 0 || draft.match.pattern.bare) &&
        !isOldToll(draft, when, dispatch),
    );
  const merged = mergeRepeats(whole, {
    isLead: (sentence) => rankOf(sentence) === 0,
    isPerson: (actor) => cast.byId(actor)?.kind === 'person',
  });
  // Background with a date of its own is kept: it is told in passing, but it is told.
  const likely = merged.filter(({ confidence, when, draft: { sources, targets } }) => {
    if (confidence >= LEAST) return true;
    return when.known && (sources.length + targets.length > 1 || confidence >= LEAST / 2);
  });
  const ordered = byImportance(likely, rankOf, dispatch.date?.value ?? null);
  const counts = new Map<number, Counted[]>();
  return ordered.map((event, index) => {
    const { draft } = event;
    const { tree } = draft;
    const counted = [draft, ...event.repeats.map((repeat) => repeat.draft)].map((telling) => {
      if (!counts.has(telling.sentence)) counts.set(telling.sentence, countsOf(telling.tree));
      return counts.get(telling.sentence)!;
    });
    const record = recordOf(
      event,
      `e${index + 1}`,
      tree,
      counted,
      places[draft.sentence],
      statements,
      book,
      told.get(draft.sentence) ?? new Set(),
      dispatch.text,
    );
    if (trace) explain(trace, record, draft, tree, cast, event.anchor);
    return record;
  });
}

function recordOf(
  event: Dated,
  id: string,
  tree: Tree,
  counts: readonly Counted[][],
  places: readonly Anchored<PlaceMention>[],
  statements: readonly Statement[],
  book: Book,
  acts: ReadonlySet<number>,
  text: string,
): Event {
  const { draft, when } = event;
  const { s } = tree;
  const word = draft.match.word;
  const trigger = [s.start[word], s.end[word]] as const;
  // A later telling adds what the first leaves out: the wounded of whom the headline says nothing.
  const figures: Counted[] = [];
  for (const telling of new Set(counts)) {
    const fresh = telling.filter(
      ({ kind }) => suits(kind, draft.type) && (telling === counts[0] || !figures.some((known) => known.kind === kind)),
    );
    for (const figure of fresh) telling.splice(telling.indexOf(figure), 1);
    figures.push(...fresh);
  }
  const counted = figures
    .filter(({ span }) => span[0] >= s.span[0] && span[1] <= s.span[1])
    .flatMap((f) => [f.noun, f.verb]);
  const hearsay = hearsayOf(draft);
  const contexts = [...draft.contexts];
  for (const context of contextsOf(s, book.contexts)) if (!contexts.includes(context)) contexts.push(context);
  return {
    id,
    type: draft.type,
    mode: draft.mode,
    contexts,
    cameo: draft.cameo,
    quad: book.ontology.types.get(draft.type)!.quad,
    goldstein: book.ontology.cameo.get(draft.cameo)?.goldstein ?? 0,
    sources: draft.sources,
    targets: draft.targets,
    reciprocal: draft.reciprocal,
    date: when,
    place: placeOf(tree, word, draft.words, places),
    modality: draft.standing.modality,
    negated: draft.standing.negated,
    denied: draft.standing.denied,
    statement: statementAt(statements, trigger[0])?.id ?? null,
    ...(hearsay ? { hearsay } : {}),
    sentence: draft.sentence,
    trigger,
    evidence: evidenceOf(draft, acts, counted, text),
    repeats: event.repeats.map((repeat) => triggerSpan(repeat.draft)),
    figures: figures.map(({ kind, value, atLeast, span }) => ({ kind, value, atLeast, span })),
    rule: draft.match.pattern.rule,
    confidence: event.confidence,
  };
}

/** What is dated behind the day of the dispatch is still to come, whatever its verb says: "a meeting on Jan. 12". */
function isAhead(draft: Draft, when: When, dispatch: Dispatch): boolean {
  const { modality } = draft.standing;
  const day = dispatch.date?.value;
  return (
    modality === 'happened' &&
    when.known &&
    day !== undefined &&
    when.start.slice(0, 10) > day &&
    !SPOKEN.has(draft.type)
  );
}

/** The chance again where parties were found in the sentences before. */
function withChance(event: Dated, book: Book): Dated {
  const { signs, sources, targets } = event.draft;
  const known = signs.filter(
    (sign) => !(sign === 'no-source' && sources.length > 0) && !(sign === 'no-target' && targets.length > 0),
  );
  if (known.length === signs.length) return event;
  return { ...event, draft: { ...event.draft, signs: known }, confidence: confidenceOf(book.confidence, known) };
}

/** "6,500 people died in the war of 2020": the dead of a war of other years, for whom nobody is named, are background and no deed. */
function isOldToll(draft: Draft, when: When, dispatch: Dispatch): boolean {
  const year = Number(dispatch.date?.value.slice(0, 4));
  const { tree, match, sources, type } = draft;
  if (type !== 'ASSAULT' || sources.length > 0 || !/^(kill|die|wound|injure|perish)$/.test(tree.lemma[match.word]))
    return false;
  return (when.known && Number(when.end.slice(0, 4)) < year - 1) || isPastWar(tree, foughtIn(tree, match.word), year);
}

/** "the 1991 Gulf war", "the Second World War". */
function isPastWar(tree: Tree, war: number, year: number): boolean {
  if (war < 0 || tree.lemma[war] !== 'war') return false;
  return tree.kids[war].some((k) => {
    const form = tree.s.form[k];
    return /^(World|Second|First|Cold)$/.test(form) || (/^(1[89]|20)\d\d$/.test(form) && Number(form) < year - 1);
  });
}

/** "offered talks on May 29", said today: the day ahead is that of the talks, not of the offer. */
function isSaidNow({ type, tree, standing: { modality }, match }: Draft, when: When, dispatch: Dispatch): boolean {
  const day = dispatch.date?.value;
  return (
    SPOKEN.has(type) &&
    match.pattern.anchor === 'verb' &&
    !/^(schedule|expect|plan|set|slate|arrange|prepare)$/.test(tree.lemma[match.word]) &&
    modality === 'happened' &&
    when.known &&
    day !== undefined &&
    when.start.slice(0, 10) > day
  );
}

function saidNow(dispatch: Dispatch): { when: When; anchor: string } {
  const day = dispatch.date!.value;
  return {
    when: { value: day, start: day, end: day, known: false },
    anchor: 'the day of the dispatch, for what is ahead was only spoken of',
  };
}

/** The town, base or building of an act, by which two alike are told apart. */
function spotOf(tree: Tree, draft: Draft, places: readonly Anchored<PlaceMention>[]): string | null {
  const place = placeOf(tree, draft.match.word, draft.words, places);
  const kind = places.find(({ item }) => item.id === place?.place)?.item.kind;
  return place && (kind === 'city' || kind === 'base' || kind === 'building') ? place.name : null;
}

function triggerSpan(draft: Dated['draft']): readonly [number, number] {
  const { s } = draft.tree;
  return [s.start[draft.match.word], s.end[draft.match.word]];
}

/** Headline and lead are rank 0, then one rank a sentence. */
function ranks(dispatch: Dispatch, sentences: readonly Sentence[]): (sentence: number) => number {
  const lead = sentences.findIndex((s) => dispatch.blocks[s.block]?.kind === 'paragraph');
  return (sentence) => Math.max(0, sentence - Math.max(lead, 0));
}

/** One word of business, or two that often are. */
function isBusiness(tree: Tree, book: Book): boolean {
  let score = 0;
  for (const lemma of tree.lemma) score += book.business.get(lemma) ?? 0;
  return score >= 2;
}

/** Two words of sport, a score counting as one. */
function isSport(tree: Tree, book: Book): boolean {
  let score = 0;
  for (let i = 0; i < tree.s.size; i++) {
    if (book.sport.has(tree.lemma[i]) || /^\d{1,2}[-–]\d{1,2}$/.test(tree.s.form[i])) score++;
    else if (
      tree.s.form[i] === '-' &&
      /^\d{1,2}$/.test(tree.s.form[i - 1] ?? '') &&
      /^\d{1,2}$/.test(tree.s.form[i + 1] ?? '')
    )
      score++;
  }
  return score >= 2;
}

function timeTest(s: Sentence, times: readonly Anchored<TimeExpression>[]): (word: number) => boolean {
  if (times.length === 0) return () => false;
  return (word) => times.some(({ item }) => item.span[0] <= s.start[word] && s.end[word] <= item.span[1]);
}

function speakerAt(
  statements: readonly Statement[],
  cast: Cast,
  text: string,
  s: Sentence,
  word: number,
): readonly ActorRef[] {
  const statement = statementAt(statements, s.start[word]);
  const actor = statement?.speaker ? cast.byId(statement.speaker) : undefined;
  if (!statement || !actor || statement.source.length === 0) return [];
  const span = statement.source[0];
  return [
    {
      actor: actor.id,
      text: text.slice(span[0], span[1]),
      span,
      code: actor.code,
      country: actor.country,
      sector: actor.sector,
    },
  ];
}
