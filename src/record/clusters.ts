// Which reports tell of the same thing: connected components of a symmetric relation. A component does not depend on the order in
// which its members came, so neither does anything that is computed from it. A cluster is named after its least member.

import { blocksOf, same } from './same.js';
import type { Report } from './types.js';

/** Groups the reports as the store does: two are compared when a probe of the one is a block of the other. Groups and members are sorted by key. */
export function clustersOf<R extends Report>(reports: readonly R[]): R[][] {
  const sorted = [...reports].sort(byKey);
  const keys = sorted.map(blocksOf);
  const at = new Map<string, number[]>();
  keys.forEach(({ blocks }, i) => {
    for (const block of new Set(blocks)) {
      const there = at.get(block);
      if (there) there.push(i);
      else at.set(block, [i]);
    }
  });
  const parent = sorted.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root];
    while (parent[i] !== root) [parent[i], i] = [root, parent[i]];
    return root;
  };
  keys.forEach(({ probes }, i) => {
    const seen = new Set<number>();
    for (const j of probes.flatMap((probe) => at.get(probe) ?? [])) {
      if (j === i || seen.has(j)) continue;
      seen.add(j);
      const [a, b] = [find(i), find(j)];
      if (a !== b && same(sorted[i], sorted[j])) parent[Math.max(a, b)] = Math.min(a, b);
    }
  });
  const groups = new Map<number, R[]>();
  sorted.forEach((report, i) => {
    const root = find(i);
    const group = groups.get(root);
    if (group) group.push(report);
    else groups.set(root, [report]);
  });
  return [...groups.values()];
}

export function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
