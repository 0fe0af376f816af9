// The door of the statements stage: who said what, on whose word.
// Cues and roles are found by a model over the trees (read.ts), quotations by their marks (quotes.ts), the rest by rules.

import type { Cast } from '../actors/index.js';
import type { Sentence } from '../language/index.js';
import type { Actor, Anonymity, Dispatch, Statement, Trace } from '../records.js';
import { type Attribution, assemble } from './assemble.js';
import { type Draft, draftsOf, viewsOf } from './read.js';
import { anonymityOf, gradeOf, isPronoun, type Phrase, reasonIn, withholds } from './sourcing.js';
import { addresseeOf, isFirstPerson, isPlural, phraseOf, speakerOf } from './speakers.js';

/** How many sentences behind an anonymous source the reason for its anonymity may stand. */
const REASON_BEHIND = 3;

/** Finds every attribution of the dispatch. */
export function findStatements(
  input: { dispatch: Dispatch; sentences: readonly Sentence[]; cast: Cast },
  trace?: Trace,
): Statement[] {
  const { dispatch, sentences, cast } = input;
  if (sentences.length === 0) return [];
  const { views, quotes } = viewsOf(dispatch, sentences);
  const drafts: Draft[] = [];
  for (const view of views) drafts.push(...draftsOf(view));
  const found = assemble(dispatch, views, quotes, drafts);
  const parents = parentsOf(found);
  const said = new Sources(dispatch, sentences, cast);
  const statements: Statement[] = [];
  const speakers: (Actor | undefined)[] = [];
  for (let i = 0; i < found.length; i++) speakers.push(undefined);
  // A parent is larger and may stand behind: speakers of parents first.
  const order = found.map((_, i) => i).sort((a, b) => chain(parents, a) - chain(parents, b) || a - b);
  const sources = found.map((one) => phraseOf(one));
  for (const i of order)
    speakers[i] = said.speaker(found[i], sources[i], parents[i] < 0 ? undefined : speakers[parents[i]]);
  for (let i = 0; i < found.length; i++) {
    const one = found[i];
    const id = `s${i + 1}`;
    const actor = speakers[i];
    const sourcing = said.grade(sources[i], actor);
    statements.push({
      id,
      kind: one.kind,
      source: one.source,
      cue: one.cue,
      content: one.content,
      speaker: actor?.id ?? null,
      addressee: addresseeOf(one, cast)?.id ?? null,
      sourcing,
      anonymity: sourcing === 'anonymous' ? said.anonymity(sources[i], actor) : null,
      parent: parents[i] < 0 ? null : `s${parents[i] + 1}`,
      rule: one.draft.rule,
    });
    trace?.(
      id,
      `"${one.draft.view.sentence.form[one.draft.cue]}" is taken for a cue, log-odds ${one.draft.odds.toFixed(2)} (${one.draft.rule})`,
    );
  }
  return statements;
}

/** What all statements of a dispatch need to know of its sources. */
class Sources {
  private readonly withheld = new Map<number, string | null>();
  /** Last words of the names of people. */
  private readonly people = new Set<string>();

  constructor(
    private readonly dispatch: Dispatch,
    sentences: readonly Sentence[],
    private readonly cast: Cast,
  ) {
    for (const sentence of sentences) {
      for (const { type, end } of sentence.names) if (type === 'PER') this.people.add(sentence.form[end - 1]);
      const text = dispatch.text.slice(sentence.span[0], sentence.span[1]);
      if (withholds(text)) this.withheld.set(sentence.index, reasonIn(text));
    }
  }

  speaker(one: Attribution, phrase: Phrase, above: Actor | undefined): Actor | undefined {
    if (isFirstPerson(phrase) && above !== undefined) {
      return isPlural(phrase) ? (this.governmentOf(above) ?? above) : above;
    }
    return one.source.length === 0 ? undefined : speakerOf(phrase, this.cast);
  }

  grade(phrase: Phrase, actor: Actor | undefined): Statement['sourcing'] {
    const named = phrase.head >= 0 && this.withheld.has(phrase.sentence.index) && !isPronoun(phrase);
    return gradeOf(phrase, actor, named && mayBeUnnamed(phrase), this.people);
  }

  anonymity(phrase: Phrase, actor: Actor | undefined): Anonymity | null {
    const { index } = phrase.sentence;
    let reason: string | null = null;
    for (let i = index; i <= index + REASON_BEHIND && reason === null; i++) reason = this.withheld.get(i) ?? null;
    const told = anonymityOf(phrase, this.dispatch.text, reason);
    return told !== null && isPronoun(phrase) && actor !== undefined ? { ...told, description: actor.name } : told;
  }

  /** "We" of a minister is his government, where the dispatch knows it. */
  private governmentOf(actor: Actor): Actor | undefined {
    if (actor.kind !== 'person' || actor.sector !== 'GOV' || actor.country === null) return undefined;
    return this.cast.actors.find(
      (other) => other.kind === 'government' && other.country === actor.country && other.sector === 'GOV',
    );
  }
}

/** A phrase that holds no name of a person may stand for somebody whose name is withheld. */
function mayBeUnnamed({ sentence, words }: Phrase): boolean {
  return !sentence.names.some((name) => name.type === 'PER' && words.some((w) => w >= name.first && w < name.end));
}

/** For each attribution the smallest other one whose content holds its cue, or -1. Content of a parent is always the larger. */
function parentsOf(found: readonly Attribution[]): number[] {
  const sizes = found.map((one) => one.content.reduce((sum, [start, end]) => sum + end - start, 0));
  // Sorted by start, so that only those that can hold the cue are looked at.
  const pieces = found
    .flatMap((one, i) => one.content.map(([start, end]) => ({ start, end, i })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const parents = found.map(() => -1);
  const open: typeof pieces = [];
  const cues = found
    .map((one, i) => ({ i, at: one.draft.view.sentence.start[one.draft.cue] }))
    .sort((a, b) => a.at - b.at || a.i - b.i);
  let p = 0;
  for (const { i, at } of cues) {
    while (p < pieces.length && pieces[p].start <= at) open.push(pieces[p++]);
    for (let k = open.length - 1; k >= 0; k--) if (open[k].end <= at) open.splice(k, 1);
    for (const piece of open) {
      if (piece.i === i || sizes[piece.i] <= sizes[i]) continue;
      if (parents[i] < 0 || sizes[piece.i] < sizes[parents[i]]) parents[i] = piece.i;
    }
  }
  return parents;
}

/** Steps from a statement to the outermost one. */
function chain(parents: readonly number[], i: number): number {
  let steps = 0;
  for (let k = i; parents[k] >= 0; k = parents[k]) steps++;
  return steps;
}

/** The innermost statement in whose content `offset` stands, or null. */
export function statementAt(statements: readonly Statement[], offset: number): Statement | null {
  let found: Statement | null = null;
  let size = Number.POSITIVE_INFINITY;
  for (const statement of statements) {
    for (const [start, end] of statement.content) {
      if (start <= offset && offset < end && end - start < size) {
        found = statement;
        size = end - start;
      }
    }
  }
  return found;
}
