// On whose word a clause stands: by the tree first (the clause under a verb of speech), else by the statements stage.

import type { Cast } from '../actors/index.js';
import { child, type Sentence } from '../language/index.js';
import type { ActorRef, Statement } from '../records.js';
import { statementAt } from '../statements/index.js';
import { above, actorAt, lemma, subjectOf } from './clause.js';
import { lexicon } from './lexicon.js';

/** Who speaks at a word. */
export interface Speaker {
  /** True when the clause is somebody's word, known or not. */
  readonly said: boolean;
  /** Id of the actor, or null. */
  readonly actor: string | null;
  readonly ref: ActorRef | null;
  /** Id of the statement, or null. */
  readonly statement: string | null;
}

export function speakerAt(cast: Cast, statements: readonly Statement[], s: Sentence, word: number): Speaker {
  const statement = statementAt(statements, s.start[word]);
  const verb = speechAbove(s, word);
  const ref = verb < 0 ? null : actorAt(cast, s, subjectOf(s, verb));
  const actor = ref?.actor ?? statement?.speaker ?? null;
  return { said: verb >= 0 || statement !== null, actor, ref, statement: statement?.id ?? null };
}

/** The verb of speech in whose complement the word stands, or -1. */
export function speechAbove(s: Sentence, word: number): number {
  const { speech } = lexicon();
  for (let at = word; at >= 0; at = s.head[at]) {
    for (let i = 0; i < s.size; i++) {
      if (s.head[i] === at && s.deprel[i] === 'parataxis' && i !== word && speech.has(lemma(s, i))) return i;
    }
    const up = s.head[at];
    if (up < 0) return -1;
    const told = /^(ccomp|parataxis|obj|xcomp)/.test(s.deprel[at]);
    if (told && s.upos[up] === 'VERB' && speech.has(lemma(s, up))) return up;
    // "told him in a call on Saturday that ...": a clause with "that" which the tree hung on the last noun.
    if (/^(acl|acl:relcl)$/.test(s.deprel[at]) && child(s, at, 'mark') >= 0) {
      for (const verb of above(s, at)) if (s.upos[verb] === 'VERB' && speech.has(lemma(s, verb))) return verb;
    }
  }
  return -1;
}
