// Whose word a document is: "The note demands", "the resolution calls on": by its owner, by who handed it over or adopted it, here or in the sentences
// right before.

import type { Cast } from '../actors/index.js';
import { child, children, type Sentence } from '../language/index.js';
import { actorAt, lemma, subjectOf } from './clause.js';
import { lexicon } from './lexicon.js';

/** True for a noun that names a text which binds or asks. */
export const isDocument = (s: Sentence, noun: number): boolean =>
  noun >= 0 && s.upos[noun] === 'NOUN' && lexicon().documents.has(lemma(s, noun));

const AUTHORING =
  /^(hand|address|send|deliver|issue|adopt|publish|release|sign|write|pass|approve|broadcast|present|submit|lodge|draft|circulate|read|forward|transmit|dispatch|vote|back|sponsor|say|table)$/;

/** Id of the actor behind the document at `noun`, or null; looked for in the sentence and in those before it. */
export function authorOf(cast: Cast, sentences: readonly Sentence[], s: Sentence, noun: number): string | null {
  const own = ownerOf(cast, s, noun);
  if (own !== null) return own;
  const word = lemma(s, noun);
  for (let back = 0; back <= 6; back++) {
    const at = sentences[s.index - back];
    if (!at) return null;
    for (let i = (back === 0 ? noun : at.size) - 1; i >= 0; i--) {
      if (at.upos[i] !== 'NOUN' || lemma(at, i) !== word) continue;
      const found = ownerOf(cast, at, i) ?? makerOf(cast, at, i);
      if (found !== null) return found;
    }
  }
  return null;
}

/** "Norway's note", "a Soviet note", "a Security Council resolution", "a statement by the ministry". */
function ownerOf(cast: Cast, s: Sentence, noun: number): string | null {
  for (const i of children(s, noun)) {
    const before = i < noun && /^(nmod:poss|compound|amod|nmod)$/.test(s.deprel[i]);
    const opener = i > noun && s.deprel[i] === 'nmod' ? child(s, i, 'case') : -1;
    if (!before && !(opener >= 0 && /^(by|from|of)$/i.test(s.form[opener]))) continue;
    const ref = actorAt(cast, s, i);
    if (ref) return ref.actor;
  }
  return null;
}

/** "handed a note to", "said in a statement": who made it known. */
function makerOf(cast: Cast, s: Sentence, noun: number): string | null {
  const verb = s.head[noun];
  if (verb < 0 || !/^(obj|obl|nsubj:pass)/.test(s.deprel[noun]) || !AUTHORING.test(lemma(s, verb))) return null;
  const passive = s.deprel[noun] === 'nsubj:pass';
  const by = passive ? child(s, verb, 'obl:agent') : subjectOf(s, verb);
  return by < 0 || by === noun ? null : (actorAt(cast, s, by)?.actor ?? null);
}
