// The reports of clusters, and the dispatches whose stories were withdrawn: what every answer about clusters is made from.

import type { Report } from '../record/index.js';
import type { Store } from './open.js';

/** All reports of the clusters, by key, filed by then. */
export async function membersOf(
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
