// What an assertion is about, as far as two sources may differ on it: who holds a place, who did a deed first, what became of a thing.
// The words are those of codebook/claims.txt.

import type { Cast } from '../actors/index.js';
import { actorAt, isNegated, lemma, type Political, subjectOf, verbOf } from '../commitments/index.js';
import { child, children, relation, type Sentence, subtree } from '../language/index.js';
import type { Assertion } from './assertion.js';
import { lexicon } from './lexicon.js';

/** Who is said to hold a place: the side that does, or the one that does not. */
export interface Hold {
  readonly side: string | null;
  readonly holds: boolean;
}

/** A deed that one side charges another with. */
export interface Deed {
  /** The row of the table: "fire" and "attack" are deeds of one kind. */
  readonly kind: number;
  readonly doer: string | null;
  /** First word of who did it, for doers of no side. */
  readonly who: number;
}

/** What an assertion is about. */
export interface Topic {
  readonly hold: Hold | null;
  readonly deeds: readonly Deed[];
}

/** The side that a noun phrase belongs to: by its head, its owner ("its troops") or its adjective ("Ethiopian guns"). */
export function sideAt(cast: Cast, sides: Political, s: Sentence, word: number, by: string | null): string | null {
  if (word < 0) return null;
  const own = sides.side(actorAt(cast, s, word)?.actor ?? null);
  if (own !== null) return own;
  if (/^(it|they|we|he|she|i)$/i.test(s.form[word])) return sides.side(by);
  for (const i of children(s, word)) {
    if (!/^(nmod|nmod:poss|amod|compound)$/.test(s.deprel[i])) continue;
    if (/^(its|their|our|his|her)$/i.test(s.form[i])) return sides.side(by);
    const ref = actorAt(cast, s, i);
    const side = sides.side(ref?.actor ?? null) ?? ref?.country ?? null;
    if (side !== null) return side;
  }
  return null;
}

/** What the clause of an assertion is about. */
export function topicOf(cast: Cast, sides: Political, one: Assertion): Topic {
  const { s } = one;
  // "claimed the town"
  const claimed =
    one.rule.endsWith(':claimed') && s.upos[one.head] !== 'VERB' && lexicon().places.has(lemma(s, one.head));
  let hold: Hold | null = claimed ? { side: sides.side(one.by), holds: true } : null;
  const deeds: Deed[] = [];
  for (const i of wordsOf(one)) {
    hold ??= holdAt(cast, sides, one, i);
    const kind = deedAt(s, i);
    if (kind < 0 || isNegated(s, i)) continue;
    const who = one.charged >= 0 ? one.charged : doerOf(s, i);
    deeds.push({ kind, doer: sideAt(cast, sides, s, who, one.by), who });
  }
  return { hold, deeds };
}

/** The words of its clause. */
export function wordsOf({ s, span }: Assertion): number[] {
  const found: number[] = [];
  for (let i = 0; i < s.size; i++) if (s.start[i] >= span[0] && s.end[i] <= span[1]) found.push(i);
  return found;
}

function deedAt(s: Sentence, word: number): number {
  const { deeds } = lexicon();
  if (!/^(VERB|NOUN)$/.test(s.upos[word])) return -1;
  return deeds.get(verbOf(s, word)) ?? deeds.get(lemma(s, word)) ?? -1;
}

/** Who does it: the subject, of a passive whoever is named behind "by"; of a noun its owner. */
function doerOf(s: Sentence, word: number): number {
  if (s.upos[word] === 'NOUN') {
    const owner = child(s, word, 'nmod:poss', 'amod');
    return owner >= 0 ? owner : child(s, word, 'nmod');
  }
  return child(s, word, 'nsubj:pass') >= 0 ? child(s, word, 'obl:agent') : subjectOf(s, word);
}

/** Who holds a place after the word, or null where it tells nothing of it. */
function holdAt(cast: Cast, sides: Political, one: Assertion, word: number): Hold | null {
  const { s, by } = one;
  const { gaining, holding, losing, grips } = lexicon();
  const name = verbOf(s, word);
  const plain = lemma(s, word);
  const negated = isNegated(s, word);
  if (s.upos[word] === 'NOUN' && grips.has(plain)) {
    // "firmly in its hands", "under the control of the rebels", "remained in control"
    if (!/^(in|under)$/i.test(s.form[child(s, word, 'case')] ?? '')) return null;
    const owner = child(s, word, 'nmod:poss', 'amod', 'compound');
    const of = owner >= 0 ? owner : child(s, word, 'nmod');
    const up = s.head[word];
    const verb = up >= 0 && s.upos[up] === 'VERB' ? up : word;
    const holder = owner < 0 && plain === 'control' ? subjectOf(s, verb) : of;
    return { side: sideAt(cast, sides, s, holder, by), holds: !isNegated(s, verb) };
  }
  if (s.upos[word] === 'ADV' && /^there$/i.test(s.form[word]) && /^still$/i.test(s.form[word - 1] ?? '')) {
    const subject = child(s, word, 'nsubj') >= 0 ? child(s, word, 'nsubj') : subjectOf(s, s.head[word]);
    return { side: sideAt(cast, sides, s, subject, by), holds: true };
  }
  if (s.upos[word] !== 'VERB') return null;
  const gains = gaining.has(name) || gaining.has(plain);
  const holds = holding.has(name) || holding.has(plain);
  const loses = losing.has(name) || (losing.has(plain) && name === plain);
  if (!gains && !holds && !loses) return null;
  const passive = child(s, word, 'nsubj:pass') >= 0;
  const object = child(s, word, 'obj', 'nsubj:pass');
  // "took part", "held talks", "captured three men": no place.
  if (object >= 0 && !isPlace(s, object) && (gains || holds)) return null;
  if (object < 0 && gains) return null;
  const actor = passive ? child(s, word, 'obl:agent') : subjectOf(s, word);
  const side = sideAt(cast, sides, s, actor, by);
  if (plain === 'fall') {
    const to = child(s, word, 'obl');
    return { side: to >= 0 ? sideAt(cast, sides, s, to, by) : null, holds: !negated };
  }
  return { side, holds: loses ? negated : !negated };
}

/** A place that can be held: a name, a pronoun, or a word of the table. */
function isPlace(s: Sentence, word: number): boolean {
  if (/^(PROPN|PRON)$/.test(s.upos[word])) return true;
  if (lexicon().places.has(lemma(s, word))) return true;
  return subtree(s, word).some((i) => i > word && s.upos[i] === 'PROPN' && relation(s.deprel[i]) === 'nmod');
}

/** The kind of thing that a word names ("plane" and "aircraft" are one), or the lemma itself; null for no thing. */
export function thingAt(s: Sentence, word: number): string | null {
  if (!/^(NOUN|PROPN)$/.test(s.upos[word])) return null;
  const name = lemma(s, word);
  return lexicon().things.get(name) ?? (s.upos[word] === 'NOUN' ? name : null);
}
