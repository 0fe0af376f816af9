// The clauses of a dispatch that may be part of a dispute, before anybody asks whether they are: what somebody says is so, and what denies, doubts or confirms it.
// A telling is named by its word: the verb of the clause, or the word that takes the stance.

import { type Coded, isShouted, lemma, speakerAt, subjectOf } from '../../commitments/index.js';
import { child, type Sentence } from '../../language/index.js';
import type { Span } from '../../records.js';
import { type Assertion, assertion } from '../assertion.js';
import { lexicon } from '../lexicon.js';
import { type Linked, whoOf } from '../link.js';
import type { Made } from '../made.js';
import { clauseBehind, denierOf, make, objectOf, type Stance } from '../stance.js';

export interface Telling {
  readonly s: Sentence;
  readonly word: number;
  /** What the rules took it for: something asserted, a stance, or both; what they made of it. */
  readonly asserted: Assertion | null;
  readonly stance: Stance | null;
  readonly made: Made | null;
  /** Whose word it is, and his side; null for the dispatch's own. */
  readonly by: string | null;
  readonly side: string | null;
  /** The clause as something asserted, and as something that takes a stance. */
  readonly claim: Assertion;
  readonly reply: Stance;
}

/** The tellings of a dispatch, in the order of the text. */
export function tellingsOf(input: Coded, { sides, assertions, stances, made }: Linked): Telling[] {
  const { cast, sentences, statements, dispatch } = input;
  const byWord = <T extends { s: Sentence }>(
    all: readonly T[],
    word: (one: T) => number,
  ): Map<Sentence, Map<number, T>> => {
    const found = new Map<Sentence, Map<number, T>>();
    for (const one of all) {
      const here = found.get(one.s) ?? new Map<number, T>();
      if (!here.has(word(one))) here.set(word(one), one);
      found.set(one.s, here);
    }
    return found;
  };
  const asserted = byWord(assertions.flat(), (one) => one.head);
  const taken = byWord(stances, (one) => one.cue);
  const kept = byWord(made, (one) => one.at);
  const found: Telling[] = [];
  for (const s of sentences) {
    if (isShouted(s, dispatch)) continue;
    for (let i = 0; i < s.size; i++) {
      const one = asserted.get(s)?.get(i) ?? null;
      const stance = taken.get(s)?.get(i) ?? null;
      const already = kept.get(s)?.get(i) ?? null;
      if (!one && !stance && !already && !isTelling(s, i)) continue;
      const by =
        already?.by ??
        (stance
          ? whoOf(cast, statements, stance, sentences[s.index - 1], assertions[s.index - 1] ?? [])
          : (one?.by ?? speakerAt(cast, statements, s, i).actor));
      found.push(new Clause(s, i, one, stance, already, by, sides.side(by)));
    }
  }
  return found;
}

/** A predicate that tells something: no word of speech, whose clause is the telling. */
function isTelling(s: Sentence, word: number): boolean {
  if (s.upos[word] === 'VERB') {
    if (/^(amod|compound)$/.test(s.deprel[word])) return false;
    const speech = lexicon().asserting.has(lemma(s, word)) && child(s, word, 'ccomp', 'parataxis') >= 0;
    return !speech;
  }
  return /^(NOUN|ADJ|PROPN|PRON|NUM|ADV)$/.test(s.upos[word]) && child(s, word, 'cop') >= 0;
}

class Clause implements Telling {
  #claim: Assertion | null;
  #reply: Stance | null;

  constructor(
    readonly s: Sentence,
    readonly word: number,
    readonly asserted: Assertion | null,
    readonly stance: Stance | null,
    readonly made: Made | null,
    readonly by: string | null,
    readonly side: string | null,
  ) {
    this.#claim = asserted;
    this.#reply = stance;
  }

  /** Worked out when asked for: of most tellings nobody asks. */
  get claim(): Assertion {
    this.#claim ??= assertion(this.s, -1, this.word, this.by, 'learned');
    return this.#claim;
  }

  get reply(): Stance {
    const { s, word } = this;
    this.#reply ??= make(
      s,
      'denies',
      word,
      s.upos[word] === 'VERB' ? denierOf(s, word) : subjectOf(s, word),
      clauseBehind(s, word),
      objectOf(s, word),
      'learned',
    );
    return this.#reply;
  }
}

/** The span of a telling as a claim of a kind. */
export const spanOf = (one: Telling, stance: Made['stance']): Span =>
  one.made && (one.made.stance === 'asserts') === (stance === 'asserts')
    ? one.made.span
    : stance === 'asserts'
      ? one.claim.span
      : one.reply.span;
