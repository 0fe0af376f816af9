// A claim in the making, before it has its number.

import type { Sentence } from '../language/index.js';
import type { Claim, Span } from '../records.js';

/** A claim in the making; `about` is the one that it is against. */
export interface Made {
  readonly s: Sentence;
  readonly at: number;
  readonly span: Span;
  readonly by: string | null;
  stance: Claim['stance'];
  about: Made | null;
  readonly lemmas: ReadonlySet<string>;
  readonly rule: string;
}
