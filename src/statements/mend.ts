// Mends what the model leaves open, by rules over the tree, in the order of the list.

import {
  withIt,
  withList,
  withMore,
  withoutAnswer,
  withoutDay,
  withoutInserts,
  withoutOthers,
  withoutStory,
  withoutStrays,
  withoutTitles,
  withPhrase,
  withTail,
  withThat,
  withWhat,
  withWhole,
} from './mend-content.js';
import {
  withBy,
  withInversion,
  withOneSource,
  withOpening,
  withOwner,
  withOwnVoice,
  withoutAsked,
  withoutTimes,
  withSource,
} from './mend-source.js';
import type { Draft } from './read.js';

const MENDS: readonly ((draft: Draft) => Draft)[] = [
  withThat,
  withOpening,
  withOneSource,
  withInversion,
  withoutStory,
  withWhat,
  withoutAnswer,
  withOwnVoice,
  withoutTitles,
  withoutStrays,
  withSource,
  withoutInserts,
  withWhole,
  withPhrase,
  withTail,
  withList,
  withMore,
  withoutOthers,
  withoutDay,
  withBy,
  withOwner,
  withoutTimes,
  withoutAsked,
  withIt,
];

/** The draft as the rules leave it. */
export function mended(draft: Draft): Draft {
  let left = draft;
  for (const mend of MENDS) left = mend(left);
  return left;
}
