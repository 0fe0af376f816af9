// When two tellings are of one thing, and two actors of one side.

import type { Political } from '../commitments/index.js';

/** Shared content words, of the smaller set. */
export function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  let plain = 0;
  for (const word of a) {
    if (!b.has(word)) continue;
    shared++;
    if (!/^\p{Lu}/u.test(word)) plain++;
  }
  if (plain === 0 && shared < 2) return 0;
  return shared / Math.min(a.size, b.size);
}

export function sameSide(sides: Political, a: string | null, b: string | null): boolean {
  return a === b || (sides.side(a) !== null && sides.side(a) === sides.side(b));
}
