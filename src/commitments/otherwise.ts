// A demand and what comes otherwise are one ultimatum, in one sentence or in two: "... failing which troops would land", "If not, the bombers would fly".

import type { Sentence } from '../language/index.js';
import { trimmed } from './clause.js';
import { clauseAt, type Known } from './finish.js';
import { type Before, elseClause, type Link } from './links.js';
import { type Made, replace } from './made.js';

/**
 * "gave Egypt twelve hours to pull back, failing which troops would land", "told him to leave. If not, the bombers would fly": what comes otherwise,
 * where no draft was made of it, is what the ultimatum threatens.
 */
export function orElse(input: Known, s: Sentence, link: Link, made: Made[], before: Before | null): void {
  const begins = s.start[link.at];
  const here = made.findLast(({ record }) => DEMANDING.test(record.kind) && record.trigger[1] <= begins);
  const demand = here ?? (link.at < 3 ? before?.made.findLast(({ record }) => DEMANDING.test(record.kind)) : undefined);
  if (!demand || (demand.record.condition && demand.record.kind === 'ultimatum')) return;
  if (made.some(({ record }) => (record.consequence?.span[0] ?? 0) >= begins)) return;
  const harm = elseClause(s, link);
  const act = demand.record.condition ?? demand.record.consequence;
  if (harm === null || act === null) return;
  const told = here && act.span[1] > begins ? trimmed(s, wordsIn(s, act.span[0], begins)) : act.span;
  if (told === null) return;
  const record = {
    ...demand.record,
    kind: 'ultimatum' as const,
    consequence: clauseAt(input.events, harm, input.dispatch.text),
    condition: { ...clauseAt(input.events, told, input.dispatch.text), polarity: link.polarity },
  };
  const whole: Made = { ...demand, record };
  if (here) replace(made, here, whole);
  else made.push({ ...whole, joins: demand });
}

const DEMANDING = /^(demand|ultimatum)$/;

function wordsIn(s: Sentence, start: number, end: number): number[] {
  const words: number[] = [];
  for (let i = 0; i < s.size; i++) if (s.start[i] >= start && s.end[i] <= end) words.push(i);
  return words;
}

/** A demand and the threat that follows it by "otherwise" are one ultimatum. */
export function together(demand: Made, threat: Made): Made {
  const { consequence, condition, addressee } = threat.record;
  const record = {
    ...demand.record,
    kind: 'ultimatum' as const,
    consequence,
    condition,
    addressee: demand.record.addressee ?? addressee,
  };
  return { ...demand, record };
}
