// What is asserted in a relative clause: "a drone which it said was on a spy mission", "troops who, Delhi claimed, had crossed the line".
// Read off the words themselves, for trees hang the inner clause on the verb of speech or on the noun before it.

import type { Cast } from '../actors/index.js';
import { actorAt, clauseWords } from '../commitments/index.js';
import { children, type Sentence } from '../language/index.js';
import { type Assertion, assertion, contentOf } from './assertion.js';

/** The assertion of a verb of speech that stands between a relative pronoun and the clause it opens, or null. */
export function relativeClaim(cast: Cast, s: Sentence, verb: number): Assertion | null {
  const subject = children(s, verb).findLast((i) => i < verb && /^nsubj$/.test(s.deprel[i])) ?? -1;
  if (subject < 0 || /^(which|who|that)$/i.test(s.form[subject])) return null;
  let first = subject;
  while (first > 0 && first > subject - 5 && !/^(which|who|that)$/i.test(s.form[first])) first--;
  if (first < 1 || !/^(WDT|WP|IN)$/.test(s.xpos[first]) || s.form.slice(first + 1, verb).includes(',')) return null;
  if (s.deprel[verb] !== 'acl:relcl' || s.head[verb] >= first) return null;
  // The next word begins the predicate: "which it said | was", not "whom it told | that".
  if (!/^(VB[DZP]|MD|RB)$/.test(s.xpos[verb + 1] ?? '')) return null;
  const own = children(s, verb).find((i) => i > verb && /^(ccomp|xcomp)$/.test(s.deprel[i]));
  // "a drone on Thursday which it said was": the inner clause hangs on the noun, the verb of speech perhaps on the day.
  const content = own ?? innerClause(s, first, verb);
  const by = actorAt(cast, s, subject)?.actor ?? null;
  if (content === undefined || by === null) return null;
  const noun = own === undefined ? s.head[content] : s.head[verb];
  const one = assertion(s, verb, content, by, 'said of');
  const lemmas = new Set([...one.lemmas, ...contentOf(s, [noun, ...clauseWords(s, content)])]);
  return { ...one, lemmas, charged: noun, span: [s.start[first], Math.max(one.span[1], s.end[content])] };
}

/** The relative clause behind a verb of speech whose noun stands before the pronoun, or undefined. */
function innerClause(s: Sentence, first: number, verb: number): number | undefined {
  for (let i = verb + 1; i < s.size && !/^[,;]$/.test(s.form[i]); i++)
    if (s.deprel[i] === 'acl:relcl' && s.head[i] < first) return i;
  return undefined;
}
