// What the codebook makes of each word of a sentence before actors are asked for: the pattern that would fit there, those that lost
// to it, or that none does. For `chancery codebook try`.

import type { Sentence } from '../language/index.js';
import type { Span } from '../records.js';
import type { Book } from './book.js';
import { Matcher } from './match.js';
import { holds } from './nearby.js';
import type { Pattern } from './pattern.js';
import { Tree } from './tree.js';

/** A word that opens patterns of the codebook. */
export interface Considered {
  readonly form: string;
  readonly span: Span;
  /** The pattern that fits best if every word may be an actor; null when none fits. */
  readonly fits: Pattern | null;
  /** Rules that fitted too and lost to it. */
  readonly lost: readonly string[];
  /** All patterns of the word, those that ask for most first. */
  readonly tried: readonly Pattern[];
}

/** The words of a sentence that the codebook has patterns for, in order. */
export function considered(s: Sentence, book: Book): Considered[] {
  const tree = new Tree(s, book.frames);
  const matcher = new Matcher(
    tree,
    book.index,
    () => true,
    () => false,
    (set) => holds(s, set),
  );
  const found: Considered[] = [];
  for (let word = 0; word < s.size; word++) {
    const bucket = book.index.get(tree.lemma[word]);
    const match = matcher.at(word);
    const tried = bucket
      ? s.upos[word] === 'VERB'
        ? [...bucket.verb, ...bucket.adj]
        : [...bucket.noun, ...bucket.adj]
      : [];
    if (!match && tried.length === 0) continue;
    if (!match && !/^(VERB|NOUN|ADJ)$/.test(s.upos[word])) continue;
    found.push({
      form: s.form[word],
      span: [s.start[word], s.end[word]],
      fits: match?.pattern ?? null,
      lost: [...new Set(match?.lost ?? [])],
      // Every alternative of an anchor is a pattern of its own; one stands for all.
      tried: tried.filter(
        (one, i) => tried.findIndex(({ rule, text }) => rule === one.rule && text === one.text) === i,
      ),
    });
  }
  return found;
}
