// What the record is asked. Filters choose reports; the answer is made from whole clusters by the pure functions of the record, over
// what had been filed at the asked time. Everything is sorted and paged, so that the same question has the same answer.

import {
  type ClaimReport,
  type CommitmentReport,
  clustersOf,
  type DaybookEntry,
  type Dispute,
  daybookEntryOf,
  deedOf,
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
} from '../record/index.js';
import type { Reading } from '../records.js';
import { chosen, type Filter } from './filter.js';
import { followers } from './followers.js';
import { membersOf, withdrawnDispatches } from './members.js';
import type { Store } from './open.js';
import type { ReportTable } from './schema.js';

/** How often clusters are asked for while another process files. */
const ASKED = 20;

/** The clusters that the filter chooses, newest first, each with all its reports filed by then; split where a later report joined them. */
async function clusters<R extends Report>(
  store: Store,
  kind: ReportKind,
  filter: Filter,
  order: 'desc' | 'asc' = 'desc',
): Promise<R[][]> {
  const query = chosen(store, kind, filter)
    .select((q) => ['report.cluster', q.fn.max('report.day').as('last')])
    .groupBy('report.cluster')
    .orderBy('last', order)
    .orderBy('report.cluster')
    .limit(filter.limit ?? 50)
    .offset(filter.offset ?? 0);
  for (let asked = 1; ; asked++) {
    const names = (await query.execute()).map(({ cluster }) => cluster);
    const members = await membersOf(store, names, filter.asOf);
    // Another process may have joined a cluster to another one between the two questions: then both are asked again.
    if (members.size < names.length && asked < ASKED) continue;
    return names.flatMap((cluster) => {
      const reports = (members.get(cluster) ?? []) as R[];
      return reports.length === 0 ? [] : filter.asOf ? clustersOf(reports) : [reports];
    });
  }
}

/** Events, each with all the reports of it. */
export async function incidents(store: Store, filter: Filter = {}): Promise<Incident[]> {
  const withdrawn = await withdrawnDispatches(store, filter.asOf);
  return (await clusters<EventReport>(store, 'event', filter)).map((reports) => incidentOf(reports, withdrawn));
}

/** A single report, and whether its story was withdrawn. */
export type Single<R extends Report> = R & { readonly withdrawn: boolean };

/** Single reports of events, without merging. */
export async function events(store: Store, filter: Filter = {}): Promise<Single<EventReport>[]> {
  return reports<EventReport>(store, 'event', filter);
}

/** Statements, newest first. */
export async function statements(store: Store, filter: Filter = {}): Promise<Single<StatementReport>[]> {
  return reports<StatementReport>(store, 'statement', filter);
}

async function reports<R extends Report>(store: Store, kind: ReportKind, filter: Filter): Promise<Single<R>[]> {
  const withdrawn = await withdrawnDispatches(store, filter.asOf);
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
  return rows.map(({ data }) => {
    const report = JSON.parse(data) as R;
    return { ...report, withdrawn: withdrawn.has(report.dispatch) };
  });
}

/** Commitments with their life. */
export async function ledger(store: Store, filter: Filter = {}): Promise<LedgerEntry[]> {
  return ledgerEntries(store, await clusters<CommitmentReport>(store, 'commitment', filter), filter.asOf);
}

/** The ledger's entries of groups of reports, with what followed. */
export async function ledgerEntries(
  store: Store,
  groups: readonly (readonly CommitmentReport[])[],
  asOf?: string,
): Promise<LedgerEntry[]> {
  const withdrawn = await withdrawnDispatches(store, asOf);
  const today = await lastDay(store, asOf);
  const names = await followers(store, groups, asOf);
  // Entries of one page share most of what followed: each incident is read once.
  const members = await membersOf(store, [...new Set(names.flat())], asOf);
  const deeds = new Map([...members].map(([name, reports]) => [name, deedOf(reports as EventReport[])]));
  return groups.map((group, i) =>
    ledgerEntryOf(
      group,
      names[i].flatMap((name) => deeds.get(name) ?? []),
      today,
      withdrawn,
    ),
  );
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
  const withdrawn = await withdrawnDispatches(store, filter.asOf);
  return (await clusters<ClaimReport>(store, 'claim', filter)).map((group) => disputeOf(group, withdrawn));
}

/** Stories with their editions. */
export async function stories(store: Store, filter: Filter = {}): Promise<Story[]> {
  return (await clusters<StoryReport>(store, 'story', filter)).map(storyOf);
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
  const reports = (members.get(row.cluster) ?? []) as StoryReport[];
  return reports.length === 0 ? storyWith(store, dispatch) : storyOf(reports);
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
