// "He said", "it said", "the company said" right behind a statement: the one who spoke last goes on. In wire copy a reporter who
// leaves out the name means the last speaker, whoever else was named in what he said.

import type { Actor, Dispatch } from '../records.js';
import type { Attribution } from './assemble.js';
import { classOf } from './shapes.js';
import type { Phrase } from './sourcing.js';

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
  for (let i = 0; i < found.length; i++) {
    if (parents[i] >= 0 || found[i].source.length === 0 || found[i].draft.view.headline) continue;
    const next = last >= 0 && (follows(dispatch, found[last], found[i]) || closes(found[i], sources[i]));
    if (last >= 0 && (next || opens(dispatch, found[last], found[i], sources[i]))) {
      const before = same[last] >= 0 ? same[last] : last;
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

/** "The fund will act as partner, it said.": "it" behind all that is said is the body that spoke last, whatever was told between. */
function closes({ draft }: Attribution, { sentence: s, head }: Phrase): boolean {
  return (
    head > 3 &&
    /^it$/i.test(s.form[head]) &&
    s.form[head - 1] === ',' &&
    draft.cue > head &&
    draft.cue >= s.size - 2 &&
    draft.content.every((w) => w < head)
  );
}

/** Bodies that a story calls by what they are once they have been named. */
const BODY = /^(?:company|firm|concern|corporation|group)$/i;
/** People whom a story calls by what they are right behind their name. */
const PERSON = /^(?:diplomat|politician|lawmaker|parliamentarian|envoy)$/;
const OFFICE =
  /^(?:ministry|agency|bank|commission|department|board|union|party|committee|association|council|government)$/i;

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
  return (
    s.upos[head] === 'PROPN' &&
    !s.names.some(({ type, first, end }) => type === 'PER' && end - first > 1 && head >= first && head < end)
  );
}

function isName({ sentence: s, head }: Phrase): boolean {
  return s.upos[head] === 'PROPN';
}

function isPlural({ sentence: s, head }: Phrase): boolean {
  return /^NNP?S$/.test(s.xpos[head]);
}
