// Which reports tell of the same thing: connected components of a symmetric relation. A component does not depend on the order in
// which its members came, so neither does anything that is computed from it. A cluster is named after its least member.

/** Groups items that `same` links, directly or through others. Groups and members are sorted by key. */
export function components<T extends { readonly key: string }>(
  items: readonly T[],
  same: (a: T, b: T) => boolean,
): T[][] {
  const sorted = [...items].sort(byKey);
  const parent = sorted.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root];
    while (parent[i] !== root) [parent[i], i] = [root, parent[i]];
    return root;
  };
  for (let i = 0; i < sorted.length; i++) {
    for (let j = i + 1; j < sorted.length; j++) {
      const a = find(i);
      const b = find(j);
      if (a !== b && same(sorted[i], sorted[j])) parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const groups = new Map<number, T[]>();
  sorted.forEach((item, i) => {
    const root = find(i);
    const group = groups.get(root);
    if (group) group.push(item);
    else groups.set(root, [item]);
  });
  return [...groups.values()];
}

export function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
