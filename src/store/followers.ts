// Where the life of commitments is looked for: incidents after their opening that may do what they spoke of, and what they depend on. All
// commitments of a page are answered together, from two questions to the store: the events of their countries, and the stories in which
// their words stand. One by one each would read the same events again.

import { type CommitmentReport, matterOf, shift } from '../record/index.js';
import type { Store } from './open.js';
import { storiesWith } from './prefixes.js';

/** Incidents that a commitment's life is looked for in, at most. */
const FOLLOWERS = 200;
/** Days after its last report in which an incident still counts. */
const REACH = 120;
/** Values that a statement is given at a time. */
const GIVEN = 500;

/** What is looked for on behalf of one commitment. */
interface Sought {
  readonly countries: readonly string[];
  /** Days of its first report, and the last on which an incident counts. */
  readonly opened: string;
  readonly until: string;
  readonly types: ReadonlySet<string>;
  /** Beginnings of words of its parts of which no events are known. */
  readonly words: readonly (readonly string[])[];
}

/** A report of an event of some country. */
interface Candidate {
  readonly cluster: string;
  readonly dispatch: string;
  readonly published: string;
  readonly day: string;
  readonly type: string;
  readonly status: string | null;
}

/**
 * Of each commitment the clusters of events after its opening, done by one of its countries: those of the types that it speaks of, or in
 * which somebody gives way; and, where the events of its words are not known, those of dispatches in which its own words stand.
 */
export async function followers(
  store: Store,
  groups: readonly (readonly CommitmentReport[])[],
  asOf: string | undefined,
): Promise<string[][]> {
  const sought = groups.map(soughtOf);
  const events = await eventsOf(store, sought, asOf);
  const theirs = sought.map(({ countries, opened }) => {
    const after: Candidate[] = [];
    for (const country of countries)
      for (const event of events.get(country) ?? []) if (event.day > opened) after.push(event);
    return after;
  });
  // Words are looked for where something was told in time.
  const told = sought.map(({ words, opened, until }, i) =>
    words.length === 0
      ? []
      : theirs[i].filter(({ day, published }) => day <= until && published > opened && published <= until),
  );
  const beginnings = new Set(sought.flatMap(({ words }, i) => (told[i].length > 0 ? words.flat() : [])));
  const dispatches = new Set<string>();
  for (const list of told) for (const { dispatch } of list) dispatches.add(dispatch);
  const stories = await storiesWith(store, [...beginnings], [...dispatches]);
  return sought.map(({ types, words }, i) => {
    const found = types.size > 0 ? earliest(theirs[i].filter((event) => ofType(event, types))) : [];
    for (const some of words) {
      const clusters = new Set<string>();
      for (const { cluster, dispatch } of told[i]) if (stand(some, stories.get(dispatch))) clusters.add(cluster);
      found.push(...[...clusters].sort().slice(0, FOLLOWERS));
    }
    return [...new Set(found)];
  });
}

function soughtOf(group: readonly CommitmentReport[]): Sought {
  const parties = group.flatMap((report) => report.parties);
  const days = group.map(({ published }) => published).sort();
  const words: string[][] = [];
  for (const part of ['consequence', 'condition'] as const) {
    if (group.some((report) => report[`${part}Types`].length > 0)) continue;
    const matter = [...matterOf(group, part, parties).words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    if (matter.length >= 2) words.push(matter.slice(0, 3).flatMap((stem) => stem.match(/[\p{L}\p{N}]+/gu) ?? []));
  }
  return {
    countries: [...new Set(parties.flatMap(({ country }) => country ?? []))],
    opened: days[0],
    until: shift(days[days.length - 1], REACH),
    types: new Set(group.flatMap((report) => [...report.consequenceTypes, ...report.conditionTypes])),
    words,
  };
}

/** The reports of events after the first opening, by the country that does it. */
async function eventsOf(
  store: Store,
  sought: readonly Sought[],
  asOf: string | undefined,
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const found = new Map<string, Candidate[]>();
  const asked = sought.filter(({ types, words }) => types.size > 0 || words.length > 0);
  const countries = [...new Set(asked.flatMap((one) => one.countries))].sort();
  const first = asked.map(({ opened }) => opened).sort()[0];
  for (let i = 0; i < countries.length; i += GIVEN) {
    let query = store.db
      .selectFrom('report')
      .innerJoin('party', 'party.report', 'report.key')
      .select(['party.country', 'cluster', 'dispatch', 'published', 'day', 'type', 'status'])
      .where('report.kind', '=', 'event')
      .where('report.day', '>', first)
      .where('party.role', '=', 'source')
      .where('party.country', 'in', countries.slice(i, i + GIVEN));
    if (asOf) query = query.where('report.filed_at', '<=', asOf);
    for (const event of await query.execute()) {
      const known = found.get(event.country ?? '');
      if (known) known.push(event);
      else found.set(event.country ?? '', [event]);
    }
  }
  return found;
}

const ofType = ({ type, status }: Candidate, types: ReadonlySet<string>): boolean =>
  types.has(type) || ((type === 'CONCEDE' || type === 'RETREAT') && (status === 'happened' || status === 'ongoing'));

/** The clusters that begin first. */
function earliest(events: readonly Candidate[]): string[] {
  const first = new Map<string, string>();
  for (const { cluster, day } of events) {
    const known = first.get(cluster);
    if (known === undefined || day < known) first.set(cluster, day);
  }
  return [...first]
    .sort(([a, day], [b, other]) => (day < other ? -1 : day > other ? 1 : a < b ? -1 : 1))
    .slice(0, FOLLOWERS)
    .map(([cluster]) => cluster);
}

/** True when all the words stand there, or all but one where there are more than two. */
function stand(words: readonly string[], there: ReadonlySet<string> | undefined): boolean {
  if (!there) return false;
  let missing: string | null = null;
  for (const word of words) {
    if (there.has(word) || word === missing) continue;
    if (missing !== null || words.length <= 2) return false;
    missing = word;
  }
  return true;
}
