// What a report is compared by before its words: whether the act took place, and who takes part.

import type { EventReport, Report } from './types.js';

/** Whether an event took place, is to come, or is only thought of: reports of different classes are never one incident. */
export function modalityClass(report: EventReport): string {
  if (report.negated) return 'not';
  if (report.modality === 'happened' || report.modality === 'ongoing') return 'real';
  // "It may end the pact" and "it would end the pact if" are one thought.
  return report.modality === 'hypothetical' ? 'conditional' : report.modality;
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
