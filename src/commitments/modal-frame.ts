// What the rules of modal clauses ask and make: who speaks to whom in the clause, and a draft by a rule of theirs.

import type { Sentence } from '../language/index.js';
import type { CodedSign } from './coded-sign.js';
import type { FoundCondition } from './conditions.js';
import { type Draft, draftAt } from './draft.js';
import type { WordKind } from './lexicon.js';

/** Whose deed the clause tells: the speaker's own, another actor's, or a thing's. */
export type Subject = 'self' | 'other' | 'thing';

/** What the caller knows of the actors. */
export interface Who {
  /** How the subject's head word stands to whoever speaks at `verb`. */
  readonly subject: (s: Sentence, subject: number, verb: number) => Subject;
  /** True when somebody's word is told at `verb`. */
  readonly isSaid: (s: Sentence, verb: number) => boolean;
  /** True when another side than the speaker's stands in the clause of a verb. */
  readonly towards: (s: Sentence, verb: number) => boolean;
  /** Harm or good of the coded event at a verb. */
  readonly coded: CodedSign;
  /** True when something was demanded, offered or threatened a few sentences before. */
  readonly isAsked: boolean;
  /** True when sides of the dispatch act against one another, or speak so. */
  readonly isCrisis: boolean;
}
/** A clause with a modal verb. */
export interface Clause {
  /** Lemma of the verb. */
  readonly word: string;
  readonly modal: string;
  /** Head word of the subject, -1 for none. */
  readonly subject: number;
  readonly role: Subject;
  /** True when it is somebody's word, known or not. */
  readonly said: boolean;
  readonly negated: boolean;
  readonly strength: Draft['strength'];
  readonly condition: FoundCondition | null;
  readonly passive: boolean;
  /** It stands in a deal that binds its sides. */
  readonly bound: boolean;
  /** The sentence, or a question before it, points to a condition told before. */
  readonly link: boolean;
}

/** A draft by a rule of modal verbs. */
export function make(s: Sentence, at: number, kind: WordKind, rule: string, fields: Partial<Draft> = {}): Draft {
  return draftAt(s, at, kind, `modal.ts:${rule}`, fields);
}
