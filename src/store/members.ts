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

/** Dispatches of stories that were withdrawn; what was published on a day after the withdrawal stands. */
export async function withdrawnDispatches(store: Store, asOf?: string): Promise<ReadonlySet<string>> {
  let notices = store.db
    .selectFrom('report')
    .select(({ fn }) => ['cluster', fn.max('published').as('published')])
    .where('kind', '=', 'story')
    .where('type', '=', 'withdrawn')
    .groupBy('cluster');
  if (asOf) notices = notices.where('filed_at', '<=', asOf);
  const last = new Map((await notices.execute()).map(({ cluster, published }) => [cluster, published]));
  const found = new Set<string>();
  const clusters = [...last.keys()];
  for (let i = 0; i < clusters.length; i += 500) {
    let query = store.db
      .selectFrom('report')
      .select(['cluster', 'dispatch', 'published'])
      .where('kind', '=', 'story')
      .where('cluster', 'in', clusters.slice(i, i + 500));
    if (asOf) query = query.where('filed_at', '<=', asOf);
    for (const { cluster, dispatch, published } of await query.execute())
      if (published <= (last.get(cluster) ?? '')) found.add(dispatch);
  }
  return found;
}
