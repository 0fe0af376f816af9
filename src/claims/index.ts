// The door of the claims stage: what one side asserts and another denies.

import { type Coded, paired, sidesOf, speakerAt } from '../commitments/index.js';
import type { Claim, Trace } from '../records.js';
import { reviewed } from './learned/judge.js';
import { linkedByRules } from './link.js';
import type { Made } from './made.js';

/** Finds the claims of the dispatch. */
export function findClaims(input: Coded, trace?: Trace): Claim[] {
  const sides = sidesOf(input.cast);
  if (sides.count < 2) return [];
  return numbered(input, reviewed(input, linkedByRules(input, sides)), trace);
}

/** The claims in the order of the text, with their numbers. */
function numbered({ cast, dispatch, events, statements }: Coded, made: readonly Made[], trace?: Trace): Claim[] {
  const sorted = [...made].sort((a, b) => a.s.index - b.s.index || a.span[0] - b.span[0] || a.at - b.at);
  const ids = new Map(sorted.map((one, index) => [one, `k${index + 1}`]));
  return sorted.map((one) => {
    const id = ids.get(one)!;
    const { by, stance, about, rule } = one;
    const against = about === null ? null : (ids.get(about) ?? null);
    const span = paired(dispatch.text, one.span);
    trace?.(id, `${stance} by ${rule}${against ? `, against ${against}` : ''}`);
    return {
      id,
      span,
      by,
      stance,
      against,
      events: events.filter(({ trigger }) => trigger[0] >= span[0] && trigger[1] <= span[1]).map((event) => event.id),
      statement: speakerAt(cast, statements, one.s, one.at).statement,
      rule,
    };
  });
}
