// To whom a commitment is addressed.

import type { Cast } from '../actors/index.js';
import { child, type Sentence } from '../language/index.js';
import type { Commitment } from '../records.js';
import { actorsWithin, clauseWords, lemma, subjectOf } from './clause.js';
import type { FoundCondition } from './conditions.js';
import type { Draft } from './draft.js';
import type { Made } from './made.js';
import type { Political } from './sides.js';

/** To whom: the word's own addressee, else the first other side in what is threatened or demanded, else in the condition, else as told before. */
export function addresseeOf(
  cast: Cast,
  sides: Political,
  s: Sentence,
  draft: Draft,
  kind: Commitment['kind'],
  q: number,
  condition: FoundCondition | null,
  given: Draft['given'],
  holder: string | null,
  earlier: readonly Made[],
): string | null {
  const mine = sides.side(holder);
  // Whoever threatens together with the holder is not threatened.
  const allies = new Set(draft.holder >= 0 ? cast.at(s.index, draft.holder).map((ref) => ref.actor) : []);
  const other = (id: string): boolean => sides.is(id) && sides.side(id) !== mine && !allies.has(id);
  if (draft.addressee >= 0) {
    for (const ref of cast.at(s.index, draft.addressee)) if (other(ref.actor)) return ref.actor;
  }
  if (kind === 'demand' || kind === 'ultimatum') {
    const subject = subjectOf(s, given?.head ?? q);
    if (subject >= 0) for (const ref of cast.at(s.index, subject)) if (other(ref.actor)) return ref.actor;
  }
  const pick = (words: readonly number[]): string | null =>
    actorsWithin(
      cast,
      s,
      words.filter((word) => !isWhere(s, word) && !isOurs(s, word)),
    ).find((ref) => other(ref.actor))?.actor ?? null;
  const skip = (word: number): boolean => condition?.words.includes(word) === true;
  const inConsequence = pick(clauseWords(s, q).filter((word) => !skip(word) && word >= q - 6));
  if (inConsequence) return inConsequence;
  const inCondition = condition ? pick(condition.words) : given ? pick(clauseWords(s, given.head)) : null;
  if (inCondition) return inCondition;
  return (
    fromBefore(sides, kind, s.index, holder, earlier) ??
    sameAgain(mine, kind, s.index, earlier) ??
    onlyOther(cast, sides, s, holder, other)
  );
}

/** To whom the same side said the like before. */
function sameAgain(mine: string | null, kind: Commitment['kind'], at: number, earlier: readonly Made[]): string | null {
  const one = earlier.findLast(
    ({ record, side, sentence }) =>
      side === mine && record.kind === kind && record.addressee !== null && at - sentence <= 15,
  );
  return mine === null ? null : (one?.record.addressee ?? null);
}

/** The one other side that this sentence and the one before it name, where there is but one; a body of states counts for none. */
function onlyOther(
  cast: Cast,
  sides: Political,
  s: Sentence,
  holder: string | null,
  other: (id: string) => boolean,
): string | null {
  if (sides.side(holder) === null) return null;
  const [from, to] = [Math.max(0, s.span[0] - 250), s.span[1]];
  let found: string | null = null;
  for (const { id, mentions, country, sector } of cast.actors) {
    if (!other(id) || (country === null && sector === null)) continue;
    if (!mentions.some(([start, end]) => start >= from && end <= to)) continue;
    if (found !== null && sides.side(found) !== sides.side(id)) return null;
    found ??= id;
  }
  return found;
}

/** "ties between our countries": which they are is told elsewhere. */
function isOurs(s: Sentence, word: number): boolean {
  const owner = child(s, word, 'nmod:poss', 'det');
  return (
    owner >= 0 &&
    /^(our|their|both)$/i.test(s.form[owner]) &&
    /^(country|nation|state|side|people)$/.test(lemma(s, word))
  );
}

/** "in Lebanon", "near Guam": where, not to whom. */
function isWhere(s: Sentence, word: number): boolean {
  const opener = child(s, word, 'case');
  // "the Uruguay round"
  if (/^compound/.test(s.deprel[word]) && /^(round|summit|accord|treaty|conference)$/i.test(s.form[s.head[word]] ?? ''))
    return true;
  return opener >= 0 && /^(in|into|near|within|at|over|around|from|inside|across)$/i.test(s.form[opener]);
}

/** Whoever was spoken to last: by the same side, or, of an answer, whoever spoke to this side. */
function fromBefore(
  sides: Political,
  kind: Commitment['kind'],
  sentence: number,
  holder: string | null,
  earlier: readonly Made[],
): string | null {
  const mine = sides.side(holder);
  if (mine === null) return null;
  for (let i = earlier.length - 1; i >= 0; i--) {
    const { record, side, sentence: at } = earlier[i];
    if (sentence - at > 2) return null;
    if (side === mine && record.addressee !== null) return record.addressee;
    if (kind !== 'refusal' && kind !== 'offer' && kind !== 'threat') continue;
    if (record.holder !== null && side !== mine && sides.side(record.addressee) === mine) return record.holder;
    if (kind === 'refusal' && record.holder !== null && side !== mine && side !== null) return record.holder;
  }
  return null;
}
