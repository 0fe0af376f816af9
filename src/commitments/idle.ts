// What is told of the economy or of one's own house: a minister who will hold down inflation, a firm that will cut its price, a bank that must raise its
// reserves. Such words bind nobody in a crisis, whatever their form.

import { child, children, type Sentence, subtree } from '../language/index.js';
import type { Commitment } from '../records.js';
import { acts } from './acts.js';
import { lemma } from './clause.js';
import type { FoundCondition } from './conditions.js';
import type { Draft } from './draft.js';

/** Words of the codebook that tell of plans and views, too: of the economy they tell nothing else. */
const PLANNING =
  /^(plan|intend|consider|weigh|mull|determined|prepare|want|expect|see|encourage|advise|committed|ready|prepared|propose|suggest|urge|stipulate|must|should|resist|decide|need|like)$/;

/** True when the act or its condition is a figure of the economy, and no word of its own makes it a threat, a demand or a promise. */
export function isEconomy(
  s: Sentence,
  draft: Draft,
  { kind, addressee }: Pick<Commitment, 'kind' | 'addressee'>,
  condition: FoundCondition | null,
): boolean {
  if (kind === 'ultimatum' || draft.rule.endsWith(':suffer')) return false;
  if (draft.worded && (addressee !== null || !PLANNING.test(lemma(s, draft.trigger)))) return false;
  const { figures, bad } = acts();
  // "will impose a 40 percent duty": a weapon all the same.
  const about = subtree(s, draft.q).filter((i) => s.upos[i] === 'NOUN' && !condition?.words.includes(i));
  if (about.some((i) => bad.has(lemma(s, i)) && !figures.has(lemma(s, i)))) return false;
  const heads = [draft.q, ...partsOf(s, draft.q)];
  if (draft.given) heads.push(draft.given.head);
  if (condition) heads.push(condition.head, child(s, condition.head, 'nsubj', 'nsubj:pass'));
  return heads.some((i) => i >= 0 && s.upos[i] === 'NOUN' && figures.has(lemma(s, i)));
}

/** What a verb acts on and what acts, with what stands beside them. */
function partsOf(s: Sentence, verb: number): number[] {
  const direct = children(s, verb).filter((i) => /^(obj|nsubj|nsubj:pass|ccomp|xcomp)$/.test(s.deprel[i]));
  return direct.flatMap((i) => [i, ...children(s, i).filter((k) => /^(conj|obj)$/.test(s.deprel[k]))]);
}
