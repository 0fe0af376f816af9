// Whether a commitment was made in public or is only reported: by the grade of the source on whose word it stands, and by whose side that is.

import type { Sentence } from '../language/index.js';
import type { Commitment, Statement } from '../records.js';
import { lexicon } from './lexicon.js';
import { isUnknown, type Political } from './sides.js';

const OPEN: ReadonlySet<Statement['sourcing']> = new Set(['named', 'spokesperson', 'organisation', 'document']);

/** `statement`: on whose word the commitment stands; `byId` finds the statements that it is nested in. */
export function settingOf(
  s: Sentence,
  statement: string | null,
  holder: string | null,
  sides: Political,
  byId: (id: string) => Statement | undefined,
): Commitment['setting'] {
  if (isPrivate(s)) return 'reported';
  if (statement === null) return undefined;
  for (let at = byId(statement); at; at = at.parent === null ? undefined : byId(at.parent)) {
    if (!OPEN.has(at.sourcing) && !isOffice(at)) return 'reported';
    const [mine, theirs] = [sides.side(holder), sides.side(at.speaker)];
    if (mine !== theirs && !isUnknown(mine) && !isUnknown(theirs)) return 'reported';
  }
  return 'public';
}

/** "its foreign minister", "the president": no name, but only one can be meant. */
function isOffice({ anonymity }: Statement): boolean {
  if (anonymity === null || anonymity.count !== 1) return false;
  const described = anonymity.description.toLowerCase().split(/\s+/);
  return !/^(an?|one|another|some)$/.test(described[0]) && described.some((word) => lexicon().offices.has(word));
}

/** "told him privately", "in a letter", "behind closed doors": what was not meant for the public. */
function isPrivate(s: Sentence): boolean {
  const { secluded } = lexicon();
  for (let i = 0; i < s.size; i++) {
    const phrases = secluded.get(s.form[i].toLowerCase());
    if (phrases?.some((words) => words.every((word, k) => s.form[i + k]?.toLowerCase() === word))) return true;
  }
  return false;
}
