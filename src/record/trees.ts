// Evidence weighed by many small trees, whose votes are added up: gradient boosting after J. H. Friedman, "Greedy function approximation: a gradient
// boosting machine" (2001). Where the sum of single weights (Fellegi and Sunter 1969) takes each piece of evidence for itself, a tree can say that shared
// figures count for much in two tables and for little in two reports of one market. The sum is the log of the odds. `node dist/eval/weigh.js` makes
// the trees from pairs labelled by hand and writes them to models/.

import { readFileSync } from 'node:fs';

/** A tree: a leaf's vote; or a piece of evidence, a threshold, and the trees for what lies below it and for the rest. */
export type Tree = number | readonly [evidence: number, below: number, then: Tree, otherwise: Tree];

/** Trees with the names of the evidence that they ask for. */
export interface Trees {
  readonly evidence: readonly string[];
  readonly start: number;
  readonly trees: readonly Tree[];
}

/** The trees of a file of models/. */
export function treesOf(name: string): Trees {
  return JSON.parse(readFileSync(new URL(`../../../models/${name}`, import.meta.url), 'utf8')) as Trees;
}

/** The log of the odds by the values, which stand in the order of `evidence`. */
export function votes({ start, trees }: Trees, values: ArrayLike<number>): number {
  let sum = start;
  for (let tree of trees) {
    while (typeof tree !== 'number') tree = values[tree[0]] < tree[1] ? tree[2] : tree[3];
    sum += tree;
  }
  return sum;
}
