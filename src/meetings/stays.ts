// Occasions told by where somebody will be: "will be in Kiev on Thursday and in Moscow on Friday", "is due in Jerusalem".

import type { Cast } from '../actors/index.js';
import { actorsAt, modalOf, type Political } from '../commitments/index.js';
import { child, type Sentence } from '../language/index.js';
import type { Anchor } from './anchor.js';
import type { VerbEntry } from './lexicon.js';
import { subjectAt } from './subject.js';

export const STAY: VerbEntry = { form: 'visit', parties: ['in', 'at'], rule: 'stays.ts:will be in' };

/** "will be in Kiev on Thursday and in Moscow on Friday": the second of them. */
export function isNextStay(s: Sentence, word: number, anchors: readonly Anchor[]): boolean {
  return (
    s.upos[word] === 'PROPN' &&
    s.deprel[word] === 'conj' &&
    /^in$/i.test(s.form[child(s, word, 'case')] ?? '') &&
    child(s, word, 'cc') >= 0 &&
    anchors.some(({ entry, word: first }) => entry === STAY && first < word && word - first < 8)
  );
}

/** "A delegation will be in Kiev on Thursday", "the envoy is due in Jerusalem". */
export function isStay(cast: Cast, sides: Political, s: Sentence, word: number): boolean {
  let place = word;
  // "is due in", "is expected in"
  if (
    s.form[word].toLowerCase() === 'due' ||
    (s.form[word].toLowerCase() === 'expected' && child(s, word, 'xcomp') < 0)
  ) {
    place = child(s, word, 'obl');
    if (place < 0) return false;
  } else if (s.upos[word] !== 'PROPN' || child(s, word, 'cop') < 0) return false;
  // "is due in Jerusalem", where the tree took "due in" for one preposition
  else if (modalOf(s, word) !== 'will' && !/^(due|expected)$/i.test(s.form[word - 2] ?? '')) return false;
  const preposition = child(s, place, 'case');
  const capital = /^capital$/i.test(s.form[place]);
  if ((s.upos[place] !== 'PROPN' && !capital) || preposition < 0) return false;
  if (!/^in$/i.test(s.form[preposition]) && !/^in$/i.test(s.form[place - 1] ?? '')) return false;
  const subject = subjectAt(s, word);
  return actorsAt(cast, s, subject).some(
    (ref) => sides.is(ref.actor) && /person|unnamed|group/.test(cast.byId(ref.actor)?.kind ?? ''),
  );
}
