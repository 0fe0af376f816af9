// What there will be, and what there will not: "There will be consequences", "there can be no ceasefire".

import { child, type Sentence } from '../language/index.js';
import { signOfNoun } from './acts.js';
import { isOccasion } from './appointment.js';
import { lemma } from './clause.js';
import type { FoundCondition } from './conditions.js';
import type { Draft } from './draft.js';
import { nounBehind } from './modal-clauses.js';
import { make } from './modal-frame.js';

/** The noun of a clause with "there", or -1 where it is none. */
export function thereIs(s: Sentence, verb: number): number {
  if (child(s, verb, 'expl') < 0 || !/^(be|come)$/.test(lemma(s, verb))) return -1;
  const noun = child(s, verb, 'nsubj', 'obj');
  return noun >= 0 ? noun : nounBehind(s, verb);
}

export function fromThere(
  s: Sentence,
  verb: number,
  noun: number,
  negated: boolean,
  strength: Draft['strength'],
  condition: FoundCondition | null,
): Draft | null {
  if (negated) {
    // "no bargaining under the threat of bombs": of the noun itself.
    const sign = /^(bargaining|dealing|concession|compromise|negotiation|surrender|retreat|return|truce|peace)s?$/.test(
      lemma(s, noun),
    )
      ? 1
      : signOfNoun(s, noun);
    // "There will be no solution": a forecast.
    const forecast =
      /^(war|crisis|conflict|famine|disaster|solution|problem|answer|alternative|way|progress|winner|growth|change|doubt)$/;
    if ((sign === 0 && !isOccasion(s, noun)) || forecast.test(lemma(s, noun))) return null;
    // "If there is another raid, there will be no embassy left": what will come of it.
    const lost =
      condition?.polarity === 'if' &&
      !isOccasion(s, noun) &&
      !/^(ceasefire|cease-fire|truce|peace|deal|aid|help|withdrawal|talk)s?$/.test(lemma(s, noun));
    // "There will be no more aid": what was given, is given no longer.
    const ended =
      sign > 0 &&
      !isOccasion(s, noun) &&
      /^(more|further|longer)$/i.test(s.form[s.form.findIndex((form, i) => i > verb && /^no$/i.test(form)) + 1] ?? '');
    if (ended) return make(s, verb, 'threat', 'there-no', { q: noun, strength, negated: true });
    const kind = sign < 0 ? 'promise' : lost ? 'warning' : 'refusal';
    // "There could be no talks": that it is ruled out is said plainly.
    return make(s, verb, kind, 'there-no', {
      q: noun,
      strength: strength === 'weak' ? null : strength,
      negated: true,
    });
  }
  if (signOfNoun(s, noun) < 0) return make(s, verb, 'threat', 'there', { q: noun, strength });
  return condition ? make(s, verb, 'warning', 'there', { q: noun, strength }) : null;
}
