// Which statement stands in which: "Ushakov said Putin had answered that ...".

import type { Attribution } from './assemble.js';

/** For each attribution the smallest other one whose content holds its cue, or -1. Content of a parent is always the larger. */
export function parentsOf(found: readonly Attribution[]): number[] {
  const sizes = found.map((one) => one.content.reduce((sum, [start, end]) => sum + end - start, 0));
  // Sorted by start, so that only those that can hold the cue are looked at.
  const pieces = found
    .flatMap((one, i) => one.content.map(([start, end]) => ({ start, end, i })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const parents = found.map(() => -1);
  const open: typeof pieces = [];
  const cues = found
    .map((one, i) => ({ i, at: one.draft.view.sentence.start[one.draft.cue] }))
    .sort((a, b) => a.at - b.at || a.i - b.i);
  let p = 0;
  for (const { i, at } of cues) {
    while (p < pieces.length && pieces[p].start <= at) open.push(pieces[p++]);
    for (let k = open.length - 1; k >= 0; k--) if (open[k].end <= at) open.splice(k, 1);
    for (const piece of open) {
      if (piece.i === i || sizes[piece.i] <= sizes[i]) continue;
      if (parents[i] < 0 || sizes[piece.i] < sizes[parents[i]]) parents[i] = piece.i;
    }
  }
  return parents;
}

/** Steps from a statement to the outermost one. */
export function chain(parents: readonly number[], i: number): number {
  let steps = 0;
  for (let k = i; parents[k] >= 0; k = parents[k]) steps++;
  return steps;
}
