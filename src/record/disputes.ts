// Disputes: what one side asserts and another denies or doubts, since when, and how it was resolved: somebody confirmed it, the one who
// denied it gave in, the one who asserted it took it back, or the story of one side was withdrawn.

import type { Span } from '../records.js';
import { byKey } from './clusters.js';
import type { ClaimReport } from './types.js';

/** One matter in dispute. */
export interface Dispute {
  readonly id: string;
  /** "disputed" from a denial or doubt on, until it is resolved. */
  readonly status: 'asserted' | 'disputed' | 'confirmed' | 'resolved';
  readonly since: string;
  readonly last: string;
  /** How it ended; null when there was no dispute, or as long as it goes on. */
  readonly resolution: Resolution | null;
  readonly stances: readonly Stance[];
}

/** The end of a dispute, and the report that shows it. */
export interface Resolution {
  /**
   * "conceded": who denied or doubted it says so now; "retracted": who asserted it denies it now; "confirmed": somebody else confirmed it
   * after the denial; "withdrawn": the story of one side was withdrawn.
   */
  readonly how: 'conceded' | 'retracted' | 'confirmed' | 'withdrawn';
  readonly by: string | null;
  readonly published: string;
  readonly report: string;
  readonly dispatch: string;
  readonly text: string;
  readonly span: Span;
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
  const disputed = live.some(against);
  const resolution = disputed ? endOf(live) : withdrawnFrom(stances);
  const confirmed = live.some(({ stance }) => stance === 'confirms');
  return {
    id: [...claims].sort(byKey)[0].key,
    status: resolution ? 'resolved' : disputed ? 'disputed' : confirmed ? 'confirmed' : 'asserted',
    since: sorted[0].published,
    last: sorted[sorted.length - 1].published,
    resolution,
    stances,
  };
}

const against = ({ stance }: Stance): boolean => stance === 'denies' || stance === 'doubts';

/** The last turn after which nobody keeps up the other side; null while the dispute goes on. `stances` in the order of their days. */
function endOf(stances: readonly Stance[]): Resolution | null {
  let end: Resolution | null = null;
  for (const [i, stance] of stances.entries()) {
    const before = stances.slice(0, i);
    const turned = (held: (stance: Stance) => boolean): boolean =>
      before.some(
        (earlier) =>
          held(earlier) && stance.by !== null && earlier.by === stance.by && earlier.published < stance.published,
      );
    if (against(stance)) {
      const how = stance.stance === 'denies' && turned((earlier) => !against(earlier)) ? 'retracted' : null;
      end = how ? resolutionOf(how, stance) : null;
    } else if (turned(against)) end = resolutionOf('conceded', stance);
    else if (stance.stance === 'confirms' && before.some(against)) end = resolutionOf('confirmed', stance);
    // Asserted anew after it had been taken back.
    else if (end?.how === 'retracted') end = null;
  }
  return end;
}

/** Denied only in a story that was withdrawn. */
function withdrawnFrom(stances: readonly Stance[]): Resolution | null {
  const denial = stances.find((stance) => stance.withdrawn && against(stance));
  return denial && stances.some((stance) => !against(stance)) ? resolutionOf('withdrawn', denial) : null;
}

function resolutionOf(how: Resolution['how'], { by, published, report, dispatch, text, span }: Stance): Resolution {
  return { how, by, published, report, dispatch, text, span };
}
