// Which cluster each new report belongs to, merging those that a new report joins. A cluster is a connected component of "the same" and is
// named after its least member, so neither the order of filing nor its batches can be seen in the result.

import type { Transaction } from 'kysely';
import { CompiledQuery } from 'kysely';
import { type Report, same } from '../record/index.js';
import type { Store } from './open.js';
import type { PreparedReport } from './prepare.js';
import type { Schema } from './schema.js';

/** Reports that were compared lately, by key: news comes in the order of its days. A committed report of a key never changes. */
const RECENT = 4000;
const recent = new WeakMap<Store, Map<string, Report>>();

/** Forgets the reports that were kept at hand: they are about to be made anew. */
export function forget(store: Store): void {
  recent.delete(store);
}

/** The cluster of each new report, by its key; clusters in the store that a new report joins are renamed there. */
export async function assignClusters(
  trx: Transaction<Schema>,
  store: Store,
  fresh: readonly PreparedReport[],
): Promise<ReadonlyMap<string, string>> {
  const { find, join } = unions();
  const parsed = new Map<PreparedReport, Report>();
  const reportIn = (prepared: PreparedReport): Report => {
    const known = parsed.get(prepared);
    if (known) return known;
    const report = JSON.parse(prepared.data) as Report;
    parsed.set(prepared, report);
    return report;
  };
  const byProbe = new Map<number, PreparedReport[]>();
  for (const prepared of fresh) {
    for (const probe of prepared.probes) {
      const known = byProbe.get(probe);
      if (known) known.push(prepared);
      else byProbe.set(probe, [prepared]);
    }
  }
  const compare = (candidate: () => Report, key: string, node: string, blocks: Iterable<number>): void => {
    const seen = new Set<PreparedReport>();
    for (const block of blocks) {
      for (const prepared of byProbe.get(block) ?? []) {
        if (prepared.key === key || seen.has(prepared)) continue;
        seen.add(prepared);
        if (find(node) !== find(prepared.key) && same(reportIn(prepared), candidate())) join(node, prepared.key);
      }
    }
  };
  for (const prepared of fresh) compare(() => reportIn(prepared), prepared.key, prepared.key, prepared.blocks);

  const old = await blocksAmong(trx, store, [...byProbe.keys()]);
  const reports = await reportsOfKeys(trx, store, [...old.keys()]);
  const touched = new Set<string>();
  for (const [key, { cluster, blocks }] of old) {
    touched.add(cluster);
    const report = reports.get(key);
    if (report) compare(() => report, key, cluster, blocks);
  }
  for (const cluster of touched) {
    const name = find(cluster);
    if (name !== cluster)
      await trx.updateTable('report').set({ cluster: name }).where('cluster', '=', cluster).execute();
  }
  return new Map(fresh.map(({ key }) => [key, find(key)]));
}

/** Sets that grow together; each is named after its least member. */
function unions(): { find: (key: string) => string; join: (a: string, b: string) => void } {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    if (root !== key) parent.set(key, root);
    return root;
  };
  const join = (a: string, b: string): void => {
    const [x, y] = [find(a), find(b)];
    if (x < y) parent.set(y, x);
    else if (y < x) parent.set(x, y);
  };
  return { find, join };
}

/** The filed reports that stand under one of the blocks, with their clusters and those blocks. */
async function blocksAmong(
  trx: Transaction<Schema>,
  store: Store,
  probes: readonly number[],
): Promise<ReadonlyMap<string, { readonly cluster: string; readonly blocks: number[] }>> {
  const found = new Map<string, { readonly cluster: string; readonly blocks: number[] }>();
  if (probes.length === 0) return found;
  const text = `select b.block, b.report, r.cluster from block b join report r on r.key = b.report where b.block`;
  const { rows } = await trx.executeQuery<{ block: number | string; report: string; cluster: string }>(
    store.dialect === 'sqlite'
      ? CompiledQuery.raw(`${text} in (select value from json_each(?))`, [JSON.stringify(probes)])
      : CompiledQuery.raw(`${text} = any($1::bigint[])`, [probes]),
  );
  for (const { block, report, cluster } of rows) {
    const known = found.get(report);
    if (known) known.blocks.push(Number(block));
    else found.set(report, { cluster, blocks: [Number(block)] });
  }
  return found;
}

/** The reports of the keys, from hand or from the store. */
async function reportsOfKeys(
  trx: Transaction<Schema>,
  store: Store,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Report>> {
  const atHand = recent.get(store) ?? new Map<string, Report>();
  recent.set(store, atHand);
  const found = new Map<string, Report>();
  const missing: string[] = [];
  for (const key of keys) {
    const known = atHand.get(key);
    if (!known) missing.push(key);
    else {
      // Taken out and put in again: the map's order is that of use, the oldest first.
      atHand.delete(key);
      atHand.set(key, known);
      found.set(key, known);
    }
  }
  for (let i = 0; i < missing.length; i += 500) {
    const rows = await trx
      .selectFrom('report')
      .select(['key', 'data'])
      .where('key', 'in', missing.slice(i, i + 500))
      .execute();
    for (const { key, data } of rows) {
      const report = JSON.parse(data) as Report;
      found.set(key, report);
      atHand.set(key, report);
    }
  }
  for (const key of atHand.keys()) {
    if (atHand.size <= RECENT) break;
    atHand.delete(key);
  }
  return found;
}
