// Mends what the model leaves open, by rules over the tree, in the order of the list.

import { withClosing, withGoingOn, withLastName, withoutClosing, withoutRelative } from './mend-closing.js';
import {
  withoutAnswer,
  withoutEcho,
  withoutInserts,
  withoutOthers,
  withoutRest,
  withoutStory,
  withoutStrays,
  withoutTitles,
} from './mend-content.js';
import {
  withDangling,
  withoutDay,
  withoutFront,
  withoutNeighbour,
  withoutOccasion,
  withoutParticiple,
  withoutQuoted,
  withoutSilence,
  withRest,
} from './mend-edges.js';
import {
  withAsked,
  withClause,
  withIt,
  withList,
  withMain,
  withMore,
  withPhrase,
  withSubject,
  withTail,
  withThat,
  withTold,
  withWhat,
  withWhole,
} from './mend-extent.js';
import { withLastVoice, withSaid } from './mend-said.js';
import {
  withBy,
  withInversion,
  withName,
  withOffice,
  withOnePiece,
  withOneSource,
  withOpening,
  withOwner,
  withOwnVoice,
  withoutAsked,
  withoutTimes,
  withSource,
  withTeller,
} from './mend-source.js';
import type { Draft } from './read.js';

const MENDS: readonly ((draft: Draft) => Draft)[] = [
  withLastVoice,
  withThat,
  withTold,
  withSaid,
  withOnePiece,
  withOpening,
  withOneSource,
  withTeller,
  withInversion,
  withName,
  withOffice,
  withoutStory,
  withWhat,
  withoutAnswer,
  withOwnVoice,
  withoutTitles,
  withoutStrays,
  withoutEcho,
  withAsked,
  withSource,
  withoutInserts,
  withMain,
  withWhole,
  withSubject,
  withPhrase,
  withTail,
  withList,
  withMore,
  withDangling,
  withClause,
  withoutAnswer,
  withoutOccasion,
  withoutFront,
  withoutSilence,
  withoutParticiple,
  withoutQuoted,
  withoutNeighbour,
  withRest,
  withoutOthers,
  withoutRest,
  withoutDay,
  withBy,
  withOwner,
  withoutTimes,
  withoutAsked,
  withLastName,
  withoutRelative,
  withGoingOn,
  withClosing,
  withoutClosing,
  withIt,
];

/** The draft as the rules leave it. */
export function mended(draft: Draft): Draft {
  let left = draft;
  for (const mend of MENDS) left = mend(left);
  return left;
}
