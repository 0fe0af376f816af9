// Commitments by a whole construction: a deadline that is given ("gave Iraq until January 15 to leave or face attack") and a bare noun with a
// condition ("serious costs should Russia proceed").

import { child, type Sentence } from '../language/index.js';
import { acts } from './acts.js';
import { lemma, subjectOf } from './clause.js';
import type { FoundCondition } from './conditions.js';
import { type Draft, draftAt } from './draft.js';

const BARE = /^(hand|release|return|leave|surrender|halt|stop|end|answer|open|reopen|free|withdraw|pull|sign|lift)$/i;

/** "gave Iraq until January 15 to leave or face attack", "has until Friday to withdraw". */
export function fromGiven(s: Sentence, at: number): Draft | null {
  const has = lemma(s, at) === 'have';
  const own = has ? child(s, at, 'nsubj') : child(s, at, 'iobj', 'obj', 'nsubj:pass');
  const whom = own >= 0 || has ? own : nounBetween(s, at);
  if (whom < 0 || (has && !/^(until|till|\d+|an?|one|two|three|ten)$/i.test(s.form[at + 1] ?? ''))) return null;
  const bounded = s.form.slice(at, at + 14).some((word) => /^(until|till|hours?|days?|weeks?|deadline)$/i.test(word));
  if (!bounded) return null;
  for (let i = at + 1; i < s.size; i++) {
    if (s.form[i - 1].toLowerCase() !== 'to') continue;
    // "until June 1 to hand over the officers", where the tagger took the verb for a noun.
    const noun = s.xpos[i] === 'NN' && /^(ADP|DET)$/.test(s.upos[i + 1] ?? '') && BARE.test(s.form[i]);
    if (!noun && (s.upos[i] !== 'VERB' || s.upos[i - 1] !== 'PART')) continue;
    const passive = has || child(s, at, 'nsubj:pass') >= 0;
    return draftAt(s, at, 'ultimatum', 'given.ts:given', {
      trigger: at,
      triggerEnd: at,
      q: i,
      holder: passive ? giverOf(s, at) : subjectOf(s, at),
      addressee: whom,
    });
  }
  return null;
}

/** "Guyana expelled the attache, who was given 72 hours to leave": by the agent, else by whoever does what the sentence tells. */
function giverOf(s: Sentence, at: number): number {
  const agent = child(s, at, 'obl:agent');
  if (agent >= 0 || s.deprel[at] !== 'acl:relcl') return agent;
  for (let up = s.head[at]; up >= 0; up = s.head[up]) {
    const subject = s.upos[up] === 'VERB' ? child(s, up, 'nsubj') : -1;
    if (subject >= 0 && subject < at) return subject;
  }
  return -1;
}

/** "gave neighboring Tarsk until Friday noon": the last noun before "until", where the tree hung it elsewhere; else -1. */
function nounBetween(s: Sentence, at: number): number {
  const until = s.form.findIndex(
    (form, i) => i > at + 1 && i < at + 7 && /^(until|till|\d+|an?|one|two|three|five|ten)$/i.test(form),
  );
  const noun = until - 1;
  return until > 0 && /^(NOUN|PROPN)$/.test(s.upos[noun]) ? noun : -1;
}

/** "including serious costs and consequences should Russia proceed": no verb, but something bad under a condition. */
export function fromBareNoun(s: Sentence, condition: FoundCondition): Draft | null {
  if (!/^(if|should|in case|in the event)/.test(condition.opener)) return null;
  for (let i = condition.marker - 1; i >= 0 && i >= condition.marker - 12; i--) {
    if (s.upos[i] === 'VERB' && /Fin/.test(s.feats[i]) && !/^(include|involve|mean|comprise)$/.test(lemma(s, i)))
      return null;
    if (s.upos[i] !== 'NOUN' || !acts().bad.has(lemma(s, i))) continue;
    let q = i;
    if (s.deprel[q] === 'conj' && s.upos[s.head[q]] === 'NOUN') q = s.head[q];
    else if (s.deprel[q] === 'nmod' && s.upos[s.head[q]] === 'NOUN') q = s.head[q];
    return draftAt(s, q, 'threat', 'given.ts:bare', { trigger: q, triggerEnd: q });
  }
  return null;
}
