// The door of the statements stage: who said what, on whose word.
// Cues and roles are found by a model over the trees (read.ts), quotations by their marks (quotes.ts), the rest by rules.

import type { Cast } from '../actors/index.js';
import type { Sentence } from '../language/index.js';
import type { Actor, Dispatch, Sourcing, Statement, Trace } from '../records.js';
import { assemble } from './assemble.js';
import { continued } from './continued.js';
import { chain, parentsOf } from './nesting.js';
import { withQuoted } from './quoted.js';
import { type Draft, draftsOf, viewsOf } from './read.js';
import { Sources } from './sources.js';
import { isPronoun } from './sourcing.js';
import { addresseeOf, phraseOf } from './speakers.js';

export { statementAt } from './at.js';
export { add, type Features, features } from './features.js';
export { placeOf, type Table, tableOf } from './model.js';
export { chancesOf, type Softmax, type SoftmaxShape, softmaxNamed, VECTOR } from './softmax.js';
export { hash, mix } from './view.js';

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
  const { found, within } = withQuoted(assemble(dispatch, views, quotes, drafts));
  const parents = parentsOf(found);
  for (const [one, outer] of within) parents[one] = outer;
  const said = new Sources(dispatch, sentences, cast);
  const statements: Statement[] = [];
  const speakers: (readonly Actor[])[] = found.map(() => []);
  // A parent is larger and may stand behind: speakers of parents first.
  const order = found.map((_, i) => i).sort((a, b) => chain(parents, a) - chain(parents, b) || a - b);
  const sources = found.map((one) => phraseOf(one));
  for (const i of order)
    speakers[i] = said.speakers(found[i], sources[i], parents[i] < 0 ? undefined : speakers[parents[i]][0]);
  const same = continued(dispatch, found, parents, sources, speakers);
  const grades: Sourcing[] = [];
  // "he", "they", "who": graded and described as the one whom they mean was.
  const gradedAs = new Map<string, Pick<Statement, 'sourcing' | 'anonymity'>>();
  for (let i = 0; i < found.length; i++) {
    const one = found[i];
    const id = `s${i + 1}`;
    // "The firm said" behind one whom the cast does not know keeps whom the cast knows.
    const goesOn =
      same[i] >= 0 && (speakers[same[i]].length > 0 || found[i].draft.view.sentence.upos[sources[i].head] === 'PRON');
    if (goesOn) speakers[i] = speakers[same[i]];
    const [actor, ...others] = speakers[i];
    const meant = isPronoun(sources[i]) && actor !== undefined ? gradedAs.get(actor.id) : undefined;
    grades.push(meant?.sourcing ?? (goesOn ? grades[same[i]] : said.grade(sources[i], actor)));
    const sourcing = grades[i];
    const own = sourcing === 'anonymous' ? said.anonymity(sources[i], actor) : null;
    const anonymity =
      own !== null && meant?.anonymity ? { ...meant.anonymity, reason: own.reason ?? meant.anonymity.reason } : own;
    if (actor !== undefined && !isPronoun(sources[i]) && !gradedAs.has(actor.id))
      gradedAs.set(actor.id, { sourcing, anonymity });
    statements.push({
      id,
      kind: one.kind,
      source: one.source,
      cue: one.cue,
      content: one.content,
      speaker: actor?.id ?? null,
      ...(others.length > 0 ? { joint: others.map((other) => other.id) } : {}),
      addressee: addresseeOf(one, cast)?.id ?? null,
      sourcing,
      anonymity,
      parent: parents[i] < 0 ? null : `s${parents[i] + 1}`,
      rule: one.draft.rule,
    });
    trace?.(
      id,
      `"${one.draft.view.sentence.form[one.draft.cue]}" is taken for a cue, log-odds ${one.draft.odds.toFixed(2)} (${one.draft.rule})`,
    );
  }
  return statements.map((one) => withReason(one, statements));
}

/** Why a source has no name is told once in a dispatch, and holds for all that the same source says there. */
function withReason(one: Statement, all: readonly Statement[]): Statement {
  if (one.anonymity === null || one.anonymity.reason !== null || one.speaker === null) return one;
  const words = wordsOf(one.anonymity.description);
  // "diplomatic sources" are not "ministry sources", though they may be taken for one.
  const same = (other: readonly string[]) =>
    words.every((word) => other.includes(word)) || other.every((word) => words.includes(word));
  const told = all.find(
    ({ speaker, anonymity }) => speaker === one.speaker && anonymity?.reason && same(wordsOf(anonymity.description)),
  );
  return told?.anonymity ? { ...one, anonymity: { ...one.anonymity, reason: told.anonymity.reason } } : one;
}

/** The words of a description, without articles and numbers. */
function wordsOf(description: string): string[] {
  const words = description.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !/^(?:a|an|the|one|two|three|four|five|several|some|another)$/.test(word));
}
