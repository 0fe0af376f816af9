// "He said", "it said", "the company said" right behind a statement: the one who spoke last goes on. In wire copy a reporter who
// leaves out the name means the last speaker, whoever else was named in what he said.

import type { Actor, Dispatch } from '../records.js';
import type { Attribution } from './assemble.js';
import { classOf } from './shapes.js';
import type { Phrase } from './sourcing.js';
import type { View } from './view.js';

/** How many words may stand between two statements that follow one another: "But", "In New York". */
const GAP = 3;

/** For each attribution the one before whose speaker goes on, or -1. Attributions are in the order of their cues. */
export function continued(
  dispatch: Dispatch,
  found: readonly Attribution[],
  parents: readonly number[],
  sources: readonly Phrase[],
  speakers: readonly (readonly Actor[])[],
): number[] {
  const same = found.map(() => -1);
  let last = -1;
  // The last one of an earlier sentence: what is told within a sentence that ends in "it said" is no word of its own.
  let earlier = -1;
  for (let i = 0; i < found.length; i++) {
    if (parents[i] >= 0 || found[i].source.length === 0 || found[i].draft.view.headline) continue;
    if (last >= 0 && sentenceOf(found[last]) < sentenceOf(found[i])) earlier = last;
    const next =
      last >= 0 && (follows(dispatch, found[last], found[i]) || opens(dispatch, found[last], found[i], sources[i]));
    const from = closes(found[i], sources[i]) ? earlier : next ? last : -1;
    if (from >= 0) {
      const before = same[from] >= 0 ? same[from] : from;
      if (agrees(found[i], sources[i], sources[before], speakers[before])) same[i] = before;
    }
    last = i;
  }
  return same;
}

function follows(dispatch: Dispatch, before: Attribution, one: Attribution): boolean {
  const spans = [...before.source, ...before.cue, ...before.content];
  const end = Math.max(before.draft.view.sentence.span[1], ...spans.map((span) => span[1]));
  const start = Math.min(...[...one.source, ...one.cue, ...one.content].map((span) => span[0]));
  if (start < end) return false;
  const words = dispatch.text.slice(end, Math.min(start, end + 80)).match(/[\p{L}\p{N}]+/gu);
  return (words?.length ?? 0) <= GAP && start - end < 80;
}

const sentenceOf = ({ draft }: Attribution): number => draft.view.sentence.index;

/** "It said", "It added" that opens its sentence, in the paragraph of the one who spoke last or the next one. */
function opens(
  dispatch: Dispatch,
  { draft: before }: Attribution,
  { draft }: Attribution,
  { sentence: s, head }: Phrase,
): boolean {
  if (head !== 0 || !/^it$/i.test(s.form[0]) || draft.cue > 3 || classOf(draft.view, draft.cue) !== 'say') return false;
  let paragraphs = 0;
  for (let b = before.view.sentence.block + 1; b <= s.block && paragraphs < 2; b++)
    if (dispatch.blocks[b].kind === 'paragraph') paragraphs++;
  return paragraphs < 2;
}

/**
 * "The fund will act as partner, it said in a statement.": "it" behind all that is said is the body that spoke last, whatever was told between.
 */
function closes({ draft }: Attribution, { sentence: s, head }: Phrase): boolean {
  if (head <= 3 || !/^it$/i.test(s.form[head]) || !/^(?:,|"|”|'')$/.test(s.form[head - 1])) return false;
  return draft.cue > head && endsAt(draft.view, draft.cue) && draft.content.every((w) => w < head);
}

/** How many words may tell where or when it was said. */
const TAIL = 8;

/** Behind the cue there is only where, when or how it was said: "in its annual report", "on Monday". */
function endsAt(v: View, cue: number): boolean {
  const s = v.sentence;
  if (s.size - cue > TAIL + 2) return false;
  for (let w = cue + 1; w < s.size; w++) {
    if (s.head[w] === cue && !/^(?:obl|advmod|punct|nmod)/.test(s.deprel[w])) return false;
    if (s.upos[w] === 'VERB' || /^(?:who|which|that)$/i.test(s.form[w])) return false;
  }
  return true;
}

/** Bodies that a story calls by what they are once they have been named. */
const BODY = /^(?:company|firm|concern|corporation|group)$/i;
/** People whom a story calls by what they are right behind their name. */
const PERSON = /^(?:diplomat|politician|lawmaker|parliamentarian|envoy)$/;
const OFFICE =
  /^(?:ministry|agency|bank|commission|department|board|union|party|committee|association|council|government|fund|court|institute|body|office|organi[sz]ation)$/i;

/** Whether a source that is no name may stand for the speaker before. */
function agrees(one: Attribution, phrase: Phrase, before: Phrase, speakers: readonly Actor[]): boolean {
  const { sentence: s, words, head } = phrase;
  if (head < 0 || before.head < 0 || !isSubject(one, phrase)) return false;
  const form = s.form[head].toLowerCase();
  const [actor] = speakers;
  if (form === 'he' || form === 'she') return speakers.length <= 1 && isOnePerson(before, actor);
  if (form === 'they') return speakers.length > 1 || (isPlural(before) && head === 0);
  if (form === 'it') return speakers.length <= 1 && isBody(before, actor);
  if (!/^the$/i.test(s.form[words[0]]) || words.length !== 2) return false;
  if (PERSON.test(form)) return speakers.length === 1 && actor?.kind === 'person' && s.block === before.sentence.block;
  if (!isBody(before, actor)) return false;
  if (BODY.test(form))
    return actor === undefined ? isName(before) : actor.sector === 'BUS' || actor.kind === 'organisation';
  return OFFICE.test(form) && before.words.some((w) => before.sentence.form[w].toLowerCase() === form);
}

/** The source is the subject of the main clause, and nobody is named before it but in what is said. */
function isSubject({ draft }: Attribution, { sentence: s, head }: Phrase): boolean {
  const said = new Set(draft.content);
  for (let w = 0; w < head; w++) {
    if (!said.has(w) && s.upos[w] === 'PROPN' && s.deprel[w].startsWith('nsubj')) return false;
  }
  return draft.view.quote[draft.cue] < 0;
}

function isOnePerson({ sentence: s, head }: Phrase, actor: Actor | undefined): boolean {
  if (/^(?:NNS|NNPS)$/.test(s.xpos[head])) return false;
  if (actor !== undefined) return actor.kind === 'person' || (actor.kind === 'unnamed' && s.upos[head] !== 'PRON');
  return s.names.some(({ type, first, end }) => type === 'PER' && head >= first && head < end);
}

function isBody({ sentence: s, head }: Phrase, actor: Actor | undefined): boolean {
  if (/^(?:NNS)$/.test(s.xpos[head])) return false;
  if (actor !== undefined) return actor.kind !== 'person' && actor.kind !== 'unnamed';
  if (/^(?:report|statement|survey|study|communique|communiqué|document)$/i.test(s.form[head])) return true;
  if (OFFICE.test(s.form[head]) || BODY.test(s.form[head])) return true;
  const capital = /^\p{Lu}\p{Ll}/u.test(s.form[head]) && head > 0;
  return (
    (s.upos[head] === 'PROPN' || (s.upos[head] === 'NOUN' && capital)) &&
    !s.names.some(({ type, first, end }) => type === 'PER' && end - first > 1 && head >= first && head < end)
  );
}

function isName({ sentence: s, head }: Phrase): boolean {
  return s.upos[head] === 'PROPN';
}

function isPlural({ sentence: s, head }: Phrase): boolean {
  return /^NNP?S$/.test(s.xpos[head]);
}
