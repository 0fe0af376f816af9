// The dyads a reader follows, kept in the reader's own cookie; and the dyads that act most, for who follows none.

import type { FastifyRequest } from 'fastify';
import type { Ask } from './ask.js';

/** Dyads on the crisis page at most. */
export const MOST_FOLLOWED = 6;

const DYAD = /^[^-.;,\s]{1,40}-[^-.;,\s]{1,40}$/;

/** The followed dyads, as "IRN-USA". */
export function followedBy(request: FastifyRequest): readonly string[] {
  return (request.cookies.follow ?? '')
    .split('.')
    .filter((dyad) => DYAD.test(dyad))
    .slice(0, 2 * MOST_FOLLOWED);
}

/** The dyads with one more, or one less. A dyad is the same from both sides. */
export function withFollowed(dyads: readonly string[], dyad: string, follow: boolean): readonly string[] {
  if (!DYAD.test(dyad)) return dyads;
  const others = dyads.filter((one) => !sameDyad(one, dyad));
  return (follow ? [...others, dyad] : others).slice(-2 * MOST_FOLLOWED);
}

export function sameDyad(a: string, b: string): boolean {
  return a === b || a.split('-').reverse().join('-') === b;
}

/** The pairs of countries that share most of the latest incidents. */
export async function dyadsOf(ask: Ask, most: number): Promise<readonly string[]> {
  return (await ask.once(`dyads ${most}`, async () => {
    const counts = new Map<string, number>();
    for (const { sources, targets } of (await ask.recent()).slice(0, 300)) {
      const pairs = new Set<string>();
      for (const a of sources)
        for (const b of [...targets, ...sources])
          if (a.country && b.country && a.country !== b.country) pairs.add([a.country, b.country].sort().join('-'));
      for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    return [...counts]
      .sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))
      .slice(0, most)
      .map(([name]) => name);
  })) as readonly string[];
}
