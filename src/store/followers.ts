// Where the life of a commitment is looked for: incidents after its opening that may do what it spoke of, and what it depends on.

import { type CommitmentReport, matterOf, shift } from '../record/index.js';
import { wordsIn } from './filter.js';
import type { Store } from './open.js';

/** Incidents that a commitment's life is looked for in, at most. */
const FOLLOWERS = 200;
/** Days after its last report in which an incident still counts. */
const REACH = 120;

/**
 * Clusters of events after the opening of a commitment, done by one of its countries: those of the types that it speaks of, or in which
 * somebody gives way; and, where the events of its words are not known, those of dispatches in which its own words stand.
 */
export async function followers(
  store: Store,
  group: readonly CommitmentReport[],
  asOf: string | undefined,
): Promise<string[]> {
  const types = [...new Set(group.flatMap((report) => [...report.consequenceTypes, ...report.conditionTypes]))];
  const parties = group.flatMap((report) => report.parties);
  const countries = [...new Set(parties.flatMap(({ country }) => country ?? []))];
  if (countries.length === 0) return [];
  const days = group.map(({ published }) => published).sort();
  const [opened, until] = [days[0], shift(days[days.length - 1], REACH)];
  const found: string[] = [];
  if (types.length > 0) {
    let query = store.db
      .selectFrom('report')
      .select((q) => ['cluster', q.fn.min('day').as('first')])
      .where('kind', '=', 'event')
      .where('day', '>', opened)
      .where((on) =>
        on.or([
          on('type', 'in', types),
          on.and([on('type', 'in', ['CONCEDE', 'RETREAT']), on('status', 'in', ['happened', 'ongoing'])]),
        ]),
      )
      .where('key', 'in', (q) =>
        q.selectFrom('party').select('report').where('role', '=', 'source').where('country', 'in', countries),
      )
      .groupBy('cluster')
      .orderBy('first')
      .orderBy('cluster')
      .limit(FOLLOWERS);
    if (asOf) query = query.where('filed_at', '<=', asOf);
    for (const { cluster } of await query.execute()) found.push(cluster);
  }
  for (const part of ['consequence', 'condition'] as const) {
    if (group.some((report) => report[`${part}Types`].length > 0)) continue;
    const words = [...matterOf(group, part, parties).words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    if (words.length < 2) continue;
    let query = store.db
      .selectFrom('report')
      .innerJoin('party', 'party.report', 'report.key')
      .select('report.cluster')
      .distinct()
      .where('report.kind', '=', 'event')
      .where('report.day', '>', opened)
      .where('report.day', '<=', until)
      .where('party.role', '=', 'source')
      .where('party.country', 'in', countries)
      .where('report.dispatch', 'in', (q) =>
        q
          .selectFrom('report')
          .select('dispatch')
          .where('kind', '=', 'story')
          .where('published', '>', opened)
          .where('published', '<=', until)
          .where(wordsIn(store, words.slice(0, 3))),
      )
      .orderBy('report.cluster')
      .limit(FOLLOWERS);
    if (asOf) query = query.where('report.filed_at', '<=', asOf);
    for (const { cluster } of await query.execute()) found.push(cluster);
  }
  return [...new Set(found)];
}
