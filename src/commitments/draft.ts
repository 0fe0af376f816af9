// A commitment as it is first found: which word makes it, where its consequence stands, whose words name the holder and the addressee.

import { relation, type Sentence } from '../language/index.js';
import type { Commitment } from '../records.js';
import type { Sign } from './acts.js';
import type { WordKind } from './lexicon.js';

/** Word indices into `s`; -1 where there is no such word. */
export interface Draft {
  readonly s: Sentence;
  readonly kind: WordKind;
  /** The word that makes it one. */
  readonly trigger: number;
  /** Last word of the trigger, the same or a particle or a complement behind it. */
  readonly triggerEnd: number;
  /** Head of the consequence. */
  readonly q: number;
  /** Head of the noun phrase that names the holder; -1: who speaks. */
  readonly holder: number;
  /** Id of the actor behind the document at `holder`: "the note demands". */
  readonly author?: string | null;
  /** Head of the noun phrase that names the addressee. */
  readonly addressee: number;
  /** Head of what is the condition without an opener: "sanctions could lead to ...", "leave or face attack". */
  readonly given: { readonly head: number; readonly polarity: 'if' | 'unless' } | null;
  /** The consequence is negated: "promised not to". */
  readonly negated: boolean;
  readonly strength: Commitment['strength'] | null;
  readonly rule: string;
  /** Harm or good of the consequence by its coded event, where one is known. */
  readonly coded?: Sign;
  /** A word of the codebook stands for it, rather than a modal alone. */
  readonly worded: boolean;
  /** The kind that the learned reader gives it, over whatever the act tells. */
  readonly decided?: Commitment['kind'];
  /** The learned reader has no doubt that it is a commitment. */
  readonly sure?: boolean;
}

/** A draft of which no word of the codebook stands: the verb at `at` is its consequence, the verb's auxiliary its trigger. */
export function draftAt(s: Sentence, at: number, kind: WordKind, rule: string, fields: Partial<Draft> = {}): Draft {
  let trigger = at;
  for (let i = at - 1; i >= 0 && i >= at - 6; i--) {
    if (s.head[i] === at && relation(s.deprel[i]) === 'aux') trigger = i;
  }
  return {
    s,
    kind,
    trigger,
    triggerEnd: trigger === at ? at : trigger,
    q: at,
    holder: -1,
    addressee: -1,
    given: null,
    negated: false,
    strength: null,
    rule,
    worded: false,
    ...fields,
  };
}
