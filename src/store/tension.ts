// The tension of a dyad as a question. It asks for every incident between the two, of which a loud dyad has thousands, so it reads what an
// event weighs from an index instead of whole reports.

import { sql } from 'kysely';
import {
  actOf,
  clustersOf,
  type EventReport,
  type Measured,
  type Party,
  type TensionDay,
  tensionOf,
} from '../record/index.js';
import type { Modality, Sourcing } from '../records.js';
import { chosen, type Filter } from './filter.js';
import { membersOf, withdrawnDispatches } from './members.js';
import type { Store } from './open.js';
import type { ReportTable } from './schema.js';

type Side = Pick<Party, 'role' | 'name' | 'country' | 'code'>;

/** The tension between two sides by day; of what one does to the other only, when `directed`. */
export async function tension(
  store: Store,
  dyad: readonly [string, string],
  filter: Filter & { readonly directed?: boolean } = {},
): Promise<TensionDay[]> {
  const { from, to, limit: _limit, offset: _offset, ...rest } = filter;
  const withdrawn = await withdrawnDispatches(store, filter.asOf);
  const between = (await measured(store, { ...rest, dyad })).filter((reports) => {
    const takesPart = (side: string, role: string): boolean =>
      reports.some(({ parties }) => parties.some((party) => party.role === role && is(party, side)));
    const acts = (one: string, other: string): boolean =>
      takesPart(one, 'source') && (takesPart(other, 'target') || takesPart(other, 'source'));
    return acts(...dyad) || (!filter.directed && takesPart(dyad[1], 'source') && takesPart(dyad[0], 'target'));
  });
  return tensionOf(
    between.map((reports) => actOf(reports, withdrawn)),
    from,
    to,
  );
}

/** How many incidents of a PLOVER type a day has. */
export interface TypeCount {
  readonly day: string;
  readonly type: string;
  readonly count: number;
}

/** Incidents between two sides by day and type, each counted once: for an index of one's own. Days and types without any are left out. */
export async function countsByType(
  store: Store,
  dyad: readonly [string, string],
  filter: Filter & { readonly directed?: boolean } = {},
): Promise<TypeCount[]> {
  const days = await tension(store, dyad, filter);
  // Reports of another type are never one incident, so the one that names it tells its type.
  const rows = await store.db
    .selectFrom('report')
    .where(
      sql<boolean>`key ${among(
        store,
        days.flatMap(({ incidents }) => incidents),
      )}`,
    )
    .select(['key', 'type'])
    .execute();
  const types = new Map(rows.map(({ key, type }) => [key, type]));
  return days.flatMap(({ day, incidents }) => {
    const counts = new Map<string, number>();
    for (const id of incidents) {
      const type = types.get(id);
      if (type !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1);
    }
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([type, count]) => ({ day, type, count }));
  });
}

const is = ({ country, code, name }: Side, side: string): boolean =>
  country === side || code === side || name.toLowerCase().includes(side.toLowerCase());

/** The incidents that the filter chooses, each as what its reports weigh. */
async function measured(store: Store, filter: Filter): Promise<(readonly Measured[])[]> {
  const names = (await chosen(store, 'event', filter).select('report.cluster').distinct().execute()).map(
    ({ cluster }) => cluster,
  );
  // SQLite has no figures on how many reports there are of a kind, and would take the index of kinds for the narrowest.
  const hint = sql.raw(store.dialect === 'sqlite' ? 'indexed by report_measure' : '');
  const { rows } = await sql<ReportTable>`
    select cluster, key, dispatch, filed_at, day, status, sourcing, goldstein, confidence, negated, denied, dated
    from report ${hint} where kind = 'event' and cluster ${among(store, names)}`.execute(store.db);
  const keys = rows.map(({ key }) => key);
  const parties = new Map<string, Side[]>();
  for (const { report, ...side } of await store.db
    .selectFrom('party')
    .where(sql<boolean>`report ${among(store, keys)}`)
    .select(['report', 'role', 'name', 'country', 'code'])
    .execute())
    put(parties, report, side as Side);
  const clusters = new Map<string, Measured[]>();
  // A cluster of which a part was filed later may fall apart: its reports are compared anew.
  const later = new Set<string>();
  for (const row of rows) {
    if (filter.asOf && row.filed_at > filter.asOf) later.add(row.cluster);
    else
      put(clusters, row.cluster, {
        key: row.key,
        dispatch: row.dispatch,
        day: row.day,
        dated: row.dated === 1,
        goldstein: row.goldstein ?? 0,
        modality: row.status as Modality,
        negated: row.negated === 1,
        denied: row.denied === 1,
        confidence: row.confidence ?? 0,
        sourcing: row.sourcing as Sourcing | null,
        parties: parties.get(row.key) ?? [],
      });
  }
  const whole = [...clusters].filter(([cluster]) => !later.has(cluster)).map(([, reports]) => reports);
  if (later.size === 0) return whole;
  const parted = await membersOf(store, [...later], filter.asOf);
  return [...whole, ...[...parted.values()].flatMap((reports) => clustersOf(reports as EventReport[]))];
}

/** "In" a list of any length. */
function among(store: Store, values: readonly string[]) {
  if (store.dialect === 'sqlite') return sql`in (select value from json_each(${JSON.stringify(values)}))`;
  return sql`= any(${values}::text[])`;
}

function put<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
