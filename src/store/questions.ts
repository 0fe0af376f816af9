// What the record is asked. Filters choose reports; the answer is made from whole clusters by the pure functions of the record, over
// what had been filed at the asked time. Everything is sorted and paged, so that the same question has the same answer.

import { type SelectQueryBuilder, sql } from 'kysely';
import {
  type ClaimReport,
  type CommitmentReport,
  clustersOf,
  type DaybookEntry,
  type Dispute,
  daybookEntryOf,
  disputeOf,
  type EventReport,
  type Incident,
  incidentOf,
  type LedgerEntry,
  ledgerEntryOf,
  type MeetingReport,
  type Report,
  type ReportKind,
  type StatementReport,
  type Story,
  type StoryReport,
  storyOf,
  type TensionDay,
  tensionOf,
} from '../record/index.js';
import type { Reading } from '../records.js';
import type { Store } from './open.js';
import type { ReportTable, Schema } from './schema.js';

/** What a question may be narrowed by. Every filter that is given must hold. */
export interface Filter {
  /** Somebody who takes part: a country ("IRN"), a code ("IRNGOV"), a sector ("MIL"), or words of a name. */
  readonly actor?: string;
  /** Two sides, both of which take part. @example ["USA", "JPN"] */
  readonly dyad?: readonly [string, string];
  /** PLOVER type, kind of commitment, form of meeting, stance, kind of statement. */
  readonly type?: string;
  readonly mode?: string;
  /** Modality of an event, status of a meeting. */
  readonly status?: string;
  /** First and last day, ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
  /** Grade of the source. */
  readonly sourcing?: string;
  /** Words that must all stand in the text. */
  readonly text?: string;
  /** What the record said then: only what had been filed by this time (ISO 8601, UTC). */
  readonly asOf?: string;
  /** At most so many answers; 50 when not given. */
  readonly limit?: number;
  readonly offset?: number;
}

type Query = SelectQueryBuilder<Schema, 'report', object>;

function chosen(store: Store, kind: ReportKind, filter: Filter): Query {
  let query: Query = store.db.selectFrom('report').where('report.kind', '=', kind);
  const parties = (side: string): void => {
    query = query.where('report.key', 'in', (q) => {
      const from = q.selectFrom('party').select('party.report');
      // One index answers each of the three; "or" would read the rows.
      if (/^[A-Z]{3}$/.test(side))
        return from
          .where('country', '=', side)
          .unionAll(q.selectFrom('party').select('party.report').where('sector', '=', side))
          .unionAll(q.selectFrom('party').select('party.report').where('code', '=', side));
      if (/^[A-Z]{6,}$/.test(side)) return from.where('code', '=', side);
      return from.where(sql`lower(name)`, 'like', `%${side.toLowerCase()}%`);
    });
  };
  if (filter.actor) parties(filter.actor);
  for (const side of filter.dyad ?? []) parties(side);
  if (filter.type) query = query.where('type', '=', filter.type);
  if (filter.mode) query = query.where('mode', '=', filter.mode);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.from) query = query.where('day', '>=', filter.from);
  if (filter.to) query = query.where('day', '<=', filter.to);
  if (filter.place) query = query.where(sql`lower(place)`, 'like', `%${filter.place.toLowerCase()}%`);
  if (filter.sourcing) query = query.where('sourcing', '=', filter.sourcing);
  if (filter.asOf) query = query.where('filed_at', '<=', filter.asOf);
  if (filter.text) query = query.where(foundBy(store, filter.text));
  return query;
}

/** True of the reports in whose text all words stand. */
function foundBy(store: Store, text: string) {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  // In SQLite a report and its words have the same row number: both are inserted in the same order and transaction and neither is ever
  // deleted, but all at once. The number comes from the index of words alone; the key would be read from each row.
  if (store.dialect === 'sqlite')
    return sql<boolean>`report.rowid in (select rowid from found where found match ${words.map((word) => `"${word}"`).join(' ')})`;
  return sql<boolean>`report.key in (select report from found where words @@ plainto_tsquery('simple', ${words.join(' ')}))`;
}

/** The clusters that the filter chooses, newest first, each with all its reports filed by then; split where a later report joined them. */
async function clusters<R extends Report>(
  store: Store,
  kind: ReportKind,
  filter: Filter,
  order: 'desc' | 'asc' = 'desc',
): Promise<R[][]> {
  const names = await chosen(store, kind, filter)
    .select((q) => ['report.cluster', q.fn.max('report.day').as('last')])
    .groupBy('report.cluster')
    .orderBy('last', order)
    .orderBy('report.cluster')
    .limit(filter.limit ?? 50)
    .offset(filter.offset ?? 0)
    .execute();
  const members = await membersOf(
    store,
    names.map(({ cluster }) => cluster),
    filter.asOf,
  );
  return names.flatMap(({ cluster }) => {
    const reports = (members.get(cluster) ?? []) as R[];
    return filter.asOf ? clustersOf(reports) : [reports];
  });
}

async function membersOf(
  store: Store,
  names: readonly string[],
  asOf: string | undefined,
): Promise<ReadonlyMap<string, Report[]>> {
  const found = new Map<string, Report[]>();
  for (let i = 0; i < names.length; i += 500) {
    let query = store.db
      .selectFrom('report')
      .select(['cluster', 'data'])
      .where('cluster', 'in', names.slice(i, i + 500))
      .orderBy('key');
    if (asOf) query = query.where('filed_at', '<=', asOf);
    for (const { cluster, data } of await query.execute()) {
      const report = JSON.parse(data) as Report;
      const list = found.get(cluster);
      if (list) list.push(report);
      else found.set(cluster, [report]);
    }
  }
  return found;
}

/** Dispatches of stories that were withdrawn. */
export async function withdrawnDispatches(store: Store, asOf?: string): Promise<ReadonlySet<string>> {
  let query = store.db
    .selectFrom('report')
    .select('dispatch')
    .where('kind', '=', 'story')
    .where('cluster', 'in', (q) => {
      const marked = q
        .selectFrom('report')
        .select('cluster')
        .where('kind', '=', 'story')
        .where('type', '=', 'withdrawn');
      return asOf ? marked.where('filed_at', '<=', asOf) : marked;
    });
  if (asOf) query = query.where('filed_at', '<=', asOf);
  return new Set((await query.execute()).map(({ dispatch }) => dispatch));
}

/** Events, each with all the reports of it. */
export async function incidents(store: Store, filter: Filter = {}): Promise<Incident[]> {
  const withdrawn = await withdrawnDispatches(store, filter.asOf);
  return (await clusters<EventReport>(store, 'event', filter)).map((reports) => incidentOf(reports, withdrawn));
}

/** Single reports of events, without merging. */
export async function events(store: Store, filter: Filter = {}): Promise<EventReport[]> {
  return reports<EventReport>(store, 'event', filter);
}

/** Statements, newest first. */
export async function statements(store: Store, filter: Filter = {}): Promise<StatementReport[]> {
  return reports<StatementReport>(store, 'statement', filter);
}

async function reports<R extends Report>(store: Store, kind: ReportKind, filter: Filter): Promise<R[]> {
  // The keys first: sorting the reports themselves would carry all their JSON along.
  const rows = await store.db
    .selectFrom('report')
    .select('data')
    .where('key', 'in', (q) =>
      q
        .selectFrom(
          chosen(store, kind, filter)
            .select(['report.key', 'report.day'])
            .orderBy('report.day', 'desc')
            .orderBy('report.key')
            .limit(filter.limit ?? 50)
            .offset(filter.offset ?? 0)
            .as('page'),
        )
        .select('page.key'),
    )
    .orderBy('day', 'desc')
    .orderBy('key')
    .execute();
  return rows.map(({ data }) => JSON.parse(data) as R);
}

/** Commitments with their life. */
export async function ledger(store: Store, filter: Filter = {}): Promise<LedgerEntry[]> {
  const withdrawn = await withdrawnDispatches(store, filter.asOf);
  const today = await lastDay(store, filter.asOf);
  const groups = await clusters<CommitmentReport>(store, 'commitment', filter);
  const names: string[][] = [];
  for (const group of groups) names.push(await followers(store, group, filter.asOf));
  // Entries of one page share most of what followed: each incident is read once.
  const members = await membersOf(store, [...new Set(names.flat())], filter.asOf);
  const incidents = new Map(
    [...members].map(([name, reports]) => [name, incidentOf(reports as EventReport[], withdrawn)]),
  );
  return groups.map((group, i) =>
    ledgerEntryOf(
      group,
      names[i].flatMap((name) => incidents.get(name) ?? []),
      today,
      withdrawn,
    ),
  );
}

/** Incidents that a commitment's life is looked for in, at most. */
const FOLLOWERS = 200;

/** Clusters of events of the types that a commitment speaks of, or in which somebody gives way, done by one of its countries after its opening. */
async function followers(
  store: Store,
  group: readonly CommitmentReport[],
  asOf: string | undefined,
): Promise<string[]> {
  const types = [...new Set(group.flatMap((report) => [...report.consequenceTypes, ...report.conditionTypes]))];
  const countries = [...new Set(group.flatMap(({ parties }) => parties.flatMap(({ country }) => country ?? [])))];
  if (types.length === 0 || countries.length === 0) return [];
  const opened = group.map(({ published }) => published).sort()[0];
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
  return (await query.execute()).map(({ cluster }) => cluster);
}

/** The last day of any dispatch in the record. */
async function lastDay(store: Store, asOf: string | undefined): Promise<string> {
  let query = store.db
    .selectFrom('report')
    .select(({ fn }) => fn.max('published').as('last'))
    .where('kind', '=', 'story');
  if (asOf) query = query.where('filed_at', '<=', asOf);
  return (await query.executeTakeFirst())?.last ?? '';
}

/** Meetings with their life, soonest first. */
export async function daybook(store: Store, filter: Filter = {}): Promise<DaybookEntry[]> {
  const withdrawn = await withdrawnDispatches(store, filter.asOf);
  return (await clusters<MeetingReport>(store, 'meeting', filter, 'asc')).map((group) =>
    daybookEntryOf(group, withdrawn),
  );
}

/** Matters on which somebody's word stands against another's. */
export async function disputes(store: Store, filter: Filter = {}): Promise<Dispute[]> {
  return (await clusters<ClaimReport>(store, 'claim', filter)).map(disputeOf);
}

/** Stories with their editions. */
export async function stories(store: Store, filter: Filter = {}): Promise<Story[]> {
  return (await clusters<StoryReport>(store, 'story', filter)).map(storyOf);
}

/** The tension between two sides by day; of what one does to the other only, when `directed`. */
export async function tension(
  store: Store,
  dyad: readonly [string, string],
  filter: Filter & { readonly directed?: boolean } = {},
): Promise<TensionDay[]> {
  const { from, to, limit: _limit, offset: _offset, ...rest } = filter;
  const all = await incidents(store, { ...rest, dyad, limit: 100_000 });
  const [a, b] = dyad;
  const is = (side: string) => (party: { country: string | null; code: string; name: string }) =>
    party.country === side || party.code === side || party.name.toLowerCase().includes(side.toLowerCase());
  const between = all.filter(({ sources, targets }) => {
    const there = sources.some(is(a)) && (targets.some(is(b)) || sources.some(is(b)));
    if (filter.directed) return there;
    return there || (sources.some(is(b)) && targets.some(is(a)));
  });
  return tensionOf(between, from, to);
}

/** The story that a dispatch belongs to, or null. */
export async function storyWith(store: Store, dispatch: string): Promise<Story | null> {
  const row = await store.db
    .selectFrom('report')
    .select('cluster')
    .where('kind', '=', 'story')
    .where('dispatch', '=', dispatch)
    .executeTakeFirst();
  if (!row) return null;
  const members = await membersOf(store, [row.cluster], undefined);
  return storyOf((members.get(row.cluster) ?? []) as StoryReport[]);
}

/** One actor of the record with how often it takes part. */
export interface ActorCount {
  readonly code: string;
  readonly name: string;
  readonly country: string | null;
  readonly sector: string | null;
  readonly reports: number;
}

/** Who takes part in most reports. */
export async function actors(store: Store, filter: Filter = {}): Promise<ActorCount[]> {
  const rows = await store.db
    .selectFrom('party')
    .where('party.report', 'in', chosen(store, 'event', filter).select('report.key'))
    .select(({ fn }) => ['code', 'name', 'country', 'sector', fn.countAll().as('reports')])
    .groupBy(['code', 'name', 'country', 'sector'])
    .orderBy('reports', 'desc')
    .orderBy('code')
    .orderBy('name')
    .limit(filter.limit ?? 50)
    .offset(filter.offset ?? 0)
    .execute();
  return rows.map((row) => ({ ...row, reports: Number(row.reports) }));
}

/** The reading of a filed dispatch, or null. */
export async function readingOf(store: Store, key: string): Promise<Reading | null> {
  const row = await store.db.selectFrom('log').select('reading').where('key', '=', key).executeTakeFirst();
  return row ? (JSON.parse(row.reading) as Reading) : null;
}

/** One report by its key, or null. */
export async function reportOf(store: Store, key: string): Promise<(Report & { readonly cluster: string }) | null> {
  const row = await store.db.selectFrom('report').select(['data', 'cluster']).where('key', '=', key).executeTakeFirst();
  return row ? { ...(JSON.parse(row.data) as Report), cluster: row.cluster } : null;
}

/** All reports of a cluster, by key. */
export async function togetherWith(store: Store, cluster: string): Promise<readonly Report[]> {
  return (await membersOf(store, [cluster], undefined)).get(cluster) ?? [];
}

/** The whole projection as text, sorted: equal for equal records, whatever the order of filing. For tests and `rebuild --check`. */
export async function dump(store: Store): Promise<string> {
  const rows = await store.db
    .selectFrom('report')
    .select(['key', 'cluster', 'data'] satisfies (keyof ReportTable)[])
    .execute();
  return rows
    .map(({ key, cluster, data }) => `${key} ${cluster} ${data}\n`)
    .sort()
    .join('');
}
