// What a dispatch is about: how much of it each country has, and which kinds of actor it gives to each in so many words.

import type { State } from './state.js';

/** The countries of a dispatch. */
export interface Principals {
  /** By country: how often it is spoken of, against the one that is spoken of most (0 to 1). */
  readonly share: ReadonlyMap<string, number>;
  /** "NER junta", "LBN REB": nouns and sectors that the dispatch's own words give to a country. */
  readonly kinds: ReadonlySet<string>;
  /** By country: how often the story itself speaks of it. */
  readonly own: ReadonlyMap<string, number>;
  /** The countries that are spoken of otherwise than as a scene or in the dateline. */
  readonly named: ReadonlySet<string>;
}

const kept = new WeakMap<State, Principals>();

/** Counted once a dispatch. The dateline counts as two mentions, a country word before a noun as half a one. */
export function principalsOf(state: State): Principals {
  const there = kept.get(state);
  if (there) return there;
  const count = new Map<string, number>();
  const kinds = new Set<string>();
  const named = new Set<string>();
  const own = new Map<string, number>();
  const add = (code: string, by: number): void => void count.set(code, (count.get(code) ?? 0) + by);
  for (const place of state.dispatch.datelinePlaces) if (place.country) add(place.country, 2);
  for (const { all } of state.described) {
    for (const d of all) {
      const owner = d.owner >= 0 && (d.ownership === 'genitive' || d.ownership === 'of') ? all[d.owner] : null;
      const owned = d.of === null ? owner?.of?.country : null;
      const victim = d.role?.sector === 'CRM' || d.role?.sector === 'UAF';
      if (owned && d.role && !victim) kinds.add(`${owned} ${d.role.noun}`);
      const code = d.of?.country;
      if (!code) continue;
      if (!d.scene) named.add(code);
      add(code, d.attributive || d.scene ? 0.5 : 1);
      own.set(code, (own.get(code) ?? 0) + (d.attributive || d.scene ? 0.5 : 1));
      if (d.role) kinds.add(`${code} ${d.role.noun}`);
      if (d.sector) kinds.add(`${code} ${d.sector}`);
    }
  }
  const most = Math.max(1, ...count.values());
  const share = new Map([...count].map(([code, n]) => [code, n / most]));
  const found = { share, kinds, named, own };
  kept.set(state, found);
  return found;
}
