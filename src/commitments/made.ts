import type { Commitment } from '../records.js';
import type { Draft } from './draft.js';

/** A record in the making, with what is needed to compare it with others. */
export interface Made {
  readonly record: Omit<Commitment, 'id'>;
  readonly side: string | null;
  readonly lemmas: ReadonlySet<string>;
  readonly sentence: number;
  /** What it was made of. */
  readonly draft?: Draft;
  /** Told in the headline: what the story tells again is told better there. */
  readonly headline?: boolean;
  /** The demand of an earlier sentence that this one completes. */
  readonly joins?: Made;
}

export function worth({ record }: Made): number {
  return (
    (record.condition ? 4 : 0) + (record.consequence ? 2 : 0) + (record.holder ? 1 : 0) + (record.addressee ? 1 : 0)
  );
}

/** The same side says the same thing once more. */
export function isSame(one: Made, other: Made): boolean {
  if (one.side !== other.side || one.side === null) return false;
  const [a, b] = [one.record.kind, other.record.kind];
  if (a !== b) return false;
  if (one.record.condition && other.record.condition && !overlaps(one.lemmas, other.lemmas, 0.5)) return false;
  return overlaps(one.lemmas, other.lemmas, 0.6);
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>, share: number): boolean {
  if (a.size === 0 || b.size === 0) return false;
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common / Math.min(a.size, b.size) >= share && common / Math.max(a.size, b.size) >= share / 2;
}

/** Two drafts of one sentence with the same consequence are one commitment: "warned ... that it would". */
export function touching(a: Omit<Commitment, 'id'>, b: Omit<Commitment, 'id'>): boolean {
  const [one, other] = [a.consequence?.span, b.consequence?.span];
  if (!one || !other) return false;
  const shared = Math.min(one[1], other[1]) - Math.max(one[0], other[0]);
  return shared * 2 >= Math.min(one[1] - one[0], other[1] - other[0]);
}

export function replace(made: Made[], old: Made, by: Made): void {
  const at = made.indexOf(old);
  if (at >= 0) made[at] = by;
}

/** "rejected an offer of talks": the refusal and the offer that it speaks of are two. */
export function isAbout(a: Omit<Commitment, 'id'>, b: Omit<Commitment, 'id'>): boolean {
  const inside = ({ consequence }: typeof a, { trigger }: typeof a): boolean =>
    consequence !== null && trigger[0] >= consequence.span[0] && trigger[1] <= consequence.span[1];
  const answer = inside(a, b) ? a : inside(b, a) ? b : null;
  const other = answer === a ? b : a;
  if (!answer?.consequence || !/^(refusal|promise)$/.test(answer.kind) || answer.kind === other.kind) return false;
  if (
    !(other.kind === 'threat'
      ? answer.kind === 'promise' && other.holder !== answer.holder
      : /^(offer|demand|promise)$/.test(other.kind))
  )
    return false;
  return other.trigger[0] !== answer.trigger[0];
}
