// What coding a sentence needs beside its patterns.

import type { ActorRef } from '../records.js';
import type { Book } from './book.js';
import type { Casting } from './casting.js';
import type { WordSet } from './pattern.js';
import type { Tree } from './tree.js';

/** What coding a sentence needs beside its tree. */
export interface Scene {
  readonly book: Book;
  readonly tree: Tree;
  readonly casting: Casting;
  /** True when a word of the set stands in the sentence or in the two before and behind it. */
  readonly isNearby: (set: WordSet) => boolean;
  readonly isTime: (word: number) => boolean;
  /** True when a time hangs on the word. */
  readonly isDated: (word: number) => boolean;
  /** The sentence speaks of shares, mergers, crops: ordinary business. */
  readonly isBusiness: boolean;
  /** The sentence speaks of an accident or a disaster. */
  readonly isDisaster: boolean;
  /** The actor on whose word the text at `word` stands, if somebody is quoted. */
  readonly speakerAt: (word: number) => readonly ActorRef[];
}
