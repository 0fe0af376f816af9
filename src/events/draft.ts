// An event in the making: what the coder of one sentence hands on to merging and ordering.

import type { ActorRef, PloverType } from '../records.js';
import type { Match } from './match.js';
import type { Standing } from './modality.js';
import type { Tree } from './tree.js';

/** One coded act of one sentence. */
export interface Draft {
  readonly sentence: number;
  readonly tree: Tree;
  readonly match: Match;
  readonly type: PloverType;
  readonly cameo: string;
  readonly mode: string | null;
  readonly contexts: readonly string[];
  readonly sources: readonly ActorRef[];
  readonly targets: readonly ActorRef[];
  readonly reciprocal: boolean;
  readonly standing: Standing;
  /** Words of the acts folded into this one, and of its own verb and noun. */
  readonly words: readonly number[];
  /** True when it stands inside another act or an if-clause and tells what that act is about. */
  readonly inner: boolean;
  /** Only mentioned: a noun in passing, a condition, a purpose. */
  readonly mention: boolean;
  /** How deep in the tree its clause stands: 0 is the root. */
  readonly depth: number;
  /** True when the target is only the nearest actor of the clause. */
  readonly implied: boolean;
  /** True when another act is folded into it. */
  readonly folded: boolean;
  /** What its confidence stands on; see confidence.ts. */
  readonly signs: readonly string[];
  /** How the type came about, for the trace. */
  readonly notes: readonly string[];
}
