// Who speaks in a quotation, found close by: the subject of the verb of speech outside the marks, in the sentence or beside it.
// The statements stage reads quotations in full; this much is needed to know who "we" is.

import { relation } from '../language/index.js';
import { resolve } from './link.js';
import type { State } from './state.js';
import type { Entity } from './types.js';

const SPEECH = new Set(
  'say tell add declare state warn announce reply respond ask note insist stress argue claim explain reiterate write comment remark answer acknowledge assert maintain vow pledge promise predict quote cite describe continue call urge conclude observe admit confirm deny complain'.split(
    ' ',
  ),
);

const OPEN = /[“"]/;

/** The quoted stretches of a dispatch, by block; a quotation that is not closed ends with its block. */
function quotes(state: State): readonly (readonly [number, number])[] {
  const { text, blocks } = state.dispatch;
  const found: [number, number][] = [];
  for (const { span } of blocks) {
    let from = -1;
    for (let i = span[0]; i < span[1]; i++) {
      const c = text[i];
      if (c === '“' || (c === '"' && from < 0)) from = i;
      else if ((c === '”' || c === '"') && from >= 0) {
        found.push([from, i + 1]);
        from = -1;
      }
    }
    if (from >= 0 && OPEN.test(text[from])) found.push([from, span[1]]);
  }
  return found;
}

const kept = new WeakMap<State, readonly (readonly [number, number])[]>();

function quotesOf(state: State): readonly (readonly [number, number])[] {
  let found = kept.get(state);
  if (!found) {
    found = quotes(state);
    kept.set(state, found);
  }
  return found;
}

/** True for an offset inside quotation marks. */
export function isQuoted(state: State, offset: number): boolean {
  return quotesOf(state).some(([from, to]) => from <= offset && offset < to);
}

/** The speaker of the quotation around a word, or null when it stands in none or nobody is named. */
export function speakerAt(state: State, sentence: number, word: number): Entity | null {
  const s = state.sentences[sentence];
  if (!isQuoted(state, s.start[word])) return null;
  const here = speakerIn(state, sentence, word);
  if (here) return here;
  // A quotation over several sentences: the one behind in the same block, then those before.
  const block = s.block;
  for (const other of [sentence - 1, sentence + 1, sentence - 2, sentence - 3]) {
    const t = state.sentences[other];
    if (!t || (t.block !== block && other > sentence) || Math.abs(t.block - block) > 1) continue;
    const found = speakerIn(state, other, -1);
    if (found) return found;
  }
  return null;
}

/** The subject of the verb of speech outside the marks, nearest to the word; an inner verb ("Putin responded") before an outer one. */
function speakerIn(state: State, sentence: number, word: number): Entity | null {
  const s = state.sentences[sentence];
  let best = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (let v = 0; v < s.size; v++) {
    if (s.upos[v] !== 'VERB' || !SPEECH.has(s.lemma[v]) || isQuoted(state, s.start[v])) continue;
    const far = word < 0 ? s.size - v : Math.abs(v - word);
    if (far < distance && subjectOf(state, sentence, v) >= 0) {
      best = v;
      distance = far;
    }
  }
  if (best < 0) return null;
  // "The agency quoted him as saying": he speaks.
  const quoted = /^(?:quote|cite)$/.test(s.lemma[best]) ? objectOf(state, sentence, best) : -1;
  const index = quoted >= 0 ? quoted : subjectOf(state, sentence, best);
  const entities = resolve(state, sentence, index);
  return entities.length === 1 ? entities[0] : null;
}

function objectOf(state: State, sentence: number, verb: number): number {
  const s = state.sentences[sentence];
  for (let w = verb + 1; w < s.size; w++)
    if (s.head[w] === verb && s.deprel[w] === 'obj') return state.described[sentence].at[w];
  return -1;
}

function subjectOf(state: State, sentence: number, verb: number): number {
  const s = state.sentences[sentence];
  for (let w = 0; w < s.size; w++) {
    if (s.head[w] === verb && relation(s.deprel[w]) === 'nsubj') return state.described[sentence].at[w];
  }
  return -1;
}
