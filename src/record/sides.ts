// What a report is compared by before its words: whether the act took place, and who takes part.

import type { EventReport, Report } from './types.js';

/**
 * Whether an event took place ("real"), is to come, is only thought of, or did not happen ("not"). What is dated after its dispatch ("when he visits
 * on April 19") has not taken place, whatever the tense; what was planned for a day before it ("last month's meeting") is over.
 */
export function modalityClass({ negated, modality, dated, day, lastDay, published }: EventReport): string {
  if (negated) return 'not';
  if (modality === 'happened' || modality === 'ongoing') return dated && day > published ? 'planned' : 'real';
  if (modality === 'planned' && dated && lastDay < published) return 'real';
  // "It may end the pact" and "it would end the pact if" are one thought.
  return modality === 'hypothetical' ? 'conditional' : modality;
}

/** Countries (or codes) of a report's parties, sorted, once each. */
export function sides(report: Report, ...roles: readonly string[]): string[] {
  const found = new Set<string>();
  for (const party of report.parties) {
    if (roles.length > 0 && !roles.includes(party.role)) continue;
    if (party.country) found.add(party.country);
    else if (party.code && !party.code.startsWith('---')) found.add(party.code);
  }
  return [...found].sort();
}
