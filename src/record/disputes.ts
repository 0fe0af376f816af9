// Disputes: what one side asserts and another denies or doubts, since when, and whether somebody confirmed it.

import type { Span } from '../records.js';
import { byKey } from './clusters.js';
import type { ClaimReport } from './types.js';

/** One matter in dispute. */
export interface Dispute {
  readonly id: string;
  /** "disputed" as long as somebody denies or doubts and nobody confirms. */
  readonly status: 'asserted' | 'disputed' | 'confirmed';
  readonly since: string;
  readonly last: string;
  readonly stances: readonly Stance[];
}

export interface Stance {
  readonly stance: string;
  /** Who takes it; null for a report that names nobody. */
  readonly by: string | null;
  readonly country: string | null;
  readonly published: string;
  readonly report: string;
  readonly dispatch: string;
  readonly text: string;
  /** Where the words stand in the dispatch. */
  readonly span: Span;
  /** True when it stands in a withdrawn story: it is told, and does not count. */
  readonly withdrawn: boolean;
}

/** The dispute of the claims. Pure; the order of the claims does not matter. */
export function disputeOf(claims: readonly ClaimReport[], withdrawn: ReadonlySet<string> = new Set()): Dispute {
  const sorted = [...claims].sort((a, b) =>
    a.published < b.published ? -1 : a.published > b.published ? 1 : byKey(a, b),
  );
  const stances = sorted.map((claim): Stance => {
    const by = claim.parties.find(({ role }) => role === 'by');
    return {
      stance: claim.stance,
      by: by?.name ?? claim.speaker,
      country: by?.country ?? null,
      published: claim.published,
      report: claim.key,
      dispatch: claim.dispatch,
      text: claim.text,
      span: claim.span,
      withdrawn: withdrawn.has(claim.dispatch),
    };
  });
  const live = stances.filter((stance) => !stance.withdrawn);
  const against = live.some(({ stance }) => stance === 'denies' || stance === 'doubts');
  const confirmed = live.some(({ stance }) => stance === 'confirms');
  return {
    id: [...claims].sort(byKey)[0].key,
    status: against ? 'disputed' : confirmed ? 'confirmed' : 'asserted',
    since: sorted[0].published,
    last: sorted[sorted.length - 1].published,
    stances,
  };
}
