// To whom a commitment is addressed.

import type { Cast } from '../actors/index.js';
import { child, type Sentence, subtree, wordAt } from '../language/index.js';
import type { Commitment, Span } from '../records.js';
import { isOccasion } from './appointment.js';
import { actorsWithin, clauseWords, lemma, subjectOf } from './clause.js';
import type { FoundCondition } from './conditions.js';
import type { Draft } from './draft.js';
import type { Made } from './made.js';
import { isUnknown, type Political } from './sides.js';
import { upToVerb } from './spans.js';
import { speechAbove } from './speaker.js';
import { bothOf, isArmed, isForum, isMeans, isOurs, isOwn, isSent, isVictim, isWhere } from './whom.js';

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
  kin: (word: number) => string | null,
  spoken: string | null,
): string | null {
  const mine = sides.side(holder);
  // Whoever threatens together with the holder is not threatened.
  const speech = draft.holder >= 0 ? -1 : speechAbove(s, draft.trigger);
  const voice = speech < 0 ? draft.holder : subjectOf(s, speech);
  const together = new Set(voice >= 0 ? cast.at(s.index, voice).map((ref) => ref.actor) : []);
  const allies = draft.holder >= 0 || (holder !== null && together.has(holder)) ? together : new Set<string>();
  const friends = new Set([...allies].map((id) => sides.side(id)).filter((side): side is string => side !== null));
  const other = (id: string): boolean =>
    sides.is(id) && sides.side(id) !== mine && !allies.has(id) && !friends.has(sides.side(id) ?? '');
  const known = (id: string): boolean => other(id) && !isUnknown(sides.side(id));
  if (draft.addressee >= 0) {
    for (const ref of cast.at(s.index, draft.addressee)) if (other(ref.actor)) return ref.actor;
    const relative = kin(draft.addressee);
    if (relative !== null && other(relative)) return relative;
    const [one] = bothOf(cast, sides, s, draft.addressee, mine);
    if (one !== undefined) return one;
    // "called on workers to stay at home": people of one's own house are spoken to, too.
    const own = cast.alone(s.index, draft.addressee).find(({ actor }) => actor !== holder);
    const done = holder !== null && s.deprel[draft.addressee] === 'nsubj:pass';
    if (kind === 'demand' && holder !== null && own && !done && isPublic(cast, own.actor)) return own.actor;
    // "urged the world community to help the Palestinians": who is urged is told, and is nobody that is known.
    if (kind === 'demand' && s.upos[draft.addressee] === 'NOUN' && draft.addressee < q && !done) return null;
  }
  if (kind === 'demand' || kind === 'ultimatum') {
    const subject = subjectOf(s, given?.head ?? q);
    if (subject >= 0) for (const ref of cast.at(s.index, subject)) if (other(ref.actor)) return ref.actor;
    const relative = kin(subject);
    if (relative !== null && other(relative)) return relative;
  }
  const demanded = /^(demand|ultimatum)$/.test(kind);
  const pick = (words: readonly number[]): string | null =>
    actorsWithin(
      cast,
      s,
      words.filter(
        (word) =>
          !isWhere(s, word) &&
          !isOurs(s, word) &&
          !isOwn(s, word, isUnknown(mine)) &&
          !isForum(s, word) &&
          !isMeans(s, word) &&
          (demanded || !isSent(cast, s, word)),
      ),
    ).find((ref) => known(ref.actor))?.actor ?? null;
  const skip = (word: number): boolean => condition?.words.includes(word) === true;
  // "Yemen's rebels will ...": whose they are is not whom they threaten.
  const own = draft.holder >= 0 ? new Set(subtree(s, draft.holder)) : null;
  const freed = condition !== null && FREEING.test(lemma(s, q)) ? child(s, q, 'obj', 'nsubj:pass') : -1;
  const inConsequence = pick(
    clauseWords(s, q).filter(
      (word) => !skip(word) && word >= q - 6 && !own?.has(word) && (freed < 0 || !isArmed(cast, s, word, freed)),
    ),
  );
  // "told India that it would withdraw": whom he speaks to, unless what he says names another side.
  const spokenTo = spoken !== null && known(spoken) ? stateOf(cast, spoken) : null;
  if (inConsequence && (spokenTo === null || sides.side(spokenTo) !== sides.side(inConsequence))) return inConsequence;
  if (spokenTo !== null) return spokenTo;
  const suffered = (words: readonly number[]) => pick(words.filter((word) => !isVictim(s, word)));
  // "no talks as long as American troops exercise in the South": talks are refused to whom they would be with.
  const talks = kind === 'refusal' && isOccasion(s, q);
  const inCondition = talks
    ? null
    : condition
      ? suffered(condition.words)
      : given
        ? suffered(upToVerb(s, given.head, clauseWords(s, given.head)))
        : null;
  if (inCondition) return inCondition;
  const unallied = (id: string | null): string | null => (id !== null && friends.has(sides.side(id) ?? '') ? null : id);
  const lone = isUnknown(mine) || isStranger(cast, holder);
  const told =
    // What one side wants it may well want of somebody else than whom it spoke to before.
    unallied(kind === 'demand' ? null : fromBefore(sides, kind, s.index, holder, earlier, draft.worded)) ??
    unallied(sameAgain(sides, mine, kind, s.index, earlier)) ??
    // A promise needs nobody to whom it is made.
    (lone || kind === 'promise' ? null : onlyOther(cast, sides, s, holder, known)) ??
    (lone || kind === 'promise' || kind === 'refusal' ? null : mainOther(cast, sides, mine, friends));
  return told === null ? null : stateOf(cast, told);
}

/** People and bodies that are called upon, but not those who report the call. */
function isPublic(cast: Cast, id: string): boolean {
  const actor = cast.byId(id);
  return (
    actor !== undefined &&
    actor.kind !== 'person' &&
    actor.sector !== 'JRN' &&
    !/\b(reporters?|journalists?|newsmen|correspondents?|agency|reuters|newspapers?|conference)\b/i.test(actor.name)
  );
}

const FREEING = /^(free|release|exchange|swap|pardon|amnesty|return)$/;

/** Whoever spoke for a state is answered as the state. */
function stateOf(cast: Cast, id: string): string {
  const actor = cast.byId(id);
  if (!actor || actor.country === null || !/^(GOV|MIL)$/.test(actor.sector ?? '')) return id;
  const state = cast.actors.find(
    (one) =>
      one.country === actor.country &&
      (one.kind === 'country' || (one.kind === 'government' && actor.kind === 'person')),
  );
  return state?.id ?? id;
}

/** To whom the same side said the like before. */
function sameAgain(
  sides: Political,
  mine: string | null,
  kind: Commitment['kind'],
  at: number,
  earlier: readonly Made[],
): string | null {
  const one = earlier.findLast(
    ({ record, side, sentence }) =>
      side === mine && record.kind === kind && sides.is(record.addressee) && at - sentence <= 15,
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
  // "talks in Nairobi": where, and nobody who is spoken to, unless nobody else is there.
  const spoken = soleIn(cast, sides, s, other, (word) => !isWhere(s, word));
  return spoken === undefined ? null : (spoken ?? soleIn(cast, sides, s, other, () => true) ?? null);
}

/** The one other side that the dispatch is about: named three times as often as any third, and more than twice. */
function mainOther(cast: Cast, sides: Political, mine: string | null, friends: ReadonlySet<string>): string | null {
  const counts = new Map<string, { id: string; count: number }>();
  for (const { id, mentions, basis } of cast.actors) {
    const side = sides.side(id);
    if (side === null || side === mine || isUnknown(side) || side.startsWith('IGO') || friends.has(side)) continue;
    if (basis.startsWith('place:')) continue;
    const one = counts.get(side);
    if (one) one.count += mentions.length;
    else counts.set(side, { id, count: mentions.length });
  }
  const [first, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  if (first === undefined || first.count < 3) return null;
  return second !== undefined && first.count < 3 * second.count ? null : first.id;
}

/** The one side named where `counts`, null for none, undefined where there are more. */
function soleIn(
  cast: Cast,
  sides: Political,
  s: Sentence,
  other: (id: string) => boolean,
  counts: (word: number) => boolean,
): string | null | undefined {
  const [from, to] = [Math.max(0, s.span[0] - 250), s.span[1]];
  let found: string | null = null;
  for (const { id, mentions, country, sector } of cast.actors) {
    // A body of all states is spoken to by name, or not at all.
    if (!other(id) || (country === null && sector === null) || sides.side(id)?.startsWith('IGOUNO')) continue;
    const told = ([start, end]: Span): boolean =>
      start >= from && end <= to && (start < s.span[0] || counts(wordAt(s, end - 1)));
    if (!mentions.some(told)) continue;
    if (found !== null && sides.side(found) !== sides.side(id)) return undefined;
    found ??= id;
  }
  return found;
}

/** Of a country that no table knows, in a dispatch where others may be known: whoever is named near by may be anybody. */
function isStranger(cast: Cast, holder: string | null): boolean {
  const actor = holder === null ? undefined : cast.byId(holder);
  return actor !== undefined && actor.country === null && !/^(IGO|INT)/.test(actor.code) && actor.kind !== 'group';
}

/** Whoever was spoken to last: by the same side, or, of an answer, whoever spoke to this side. */
function fromBefore(
  sides: Political,
  kind: Commitment['kind'],
  sentence: number,
  holder: string | null,
  earlier: readonly Made[],
  worded: boolean,
): string | null {
  const mine = sides.side(holder);
  if (mine === null) return null;
  for (let i = earlier.length - 1; i >= 0; i--) {
    const { record, side, sentence: at } = earlier[i];
    const answers =
      /^(refusal|offer|threat|promise)$/.test(kind) &&
      record.holder !== null &&
      side?.split(':')[0] !== mine.split(':')[0] &&
      (kind === 'refusal' || record.alsoTo === undefined) &&
      [record.addressee, ...(record.alsoTo ?? [])].some((id) => sides.side(id) === mine);
    // What was demanded of this side, or threatened, is answered some sentences later.
    if (sentence - at > (answers ? 5 : 2)) {
      if (sentence - at > 5) return null;
      continue;
    }
    // A body that was appealed to is not whom the next word is meant for.
    if (side === mine && record.addressee !== null && sides.is(record.addressee)) {
      if (record.kind === 'demand' && kind !== 'demand' && sides.side(record.addressee)?.startsWith('IGO')) continue;
      return record.addressee;
    }
    if (answers) return record.holder;
    // "rejected the offer": of whoever made it, where it was made to nobody else.
    const open = record.addressee === null && /^(offer|demand|ultimatum|promise)$/.test(record.kind);
    if (worded && kind === 'refusal' && open && record.holder !== null && side !== mine && side !== null)
      return record.holder;
  }
  return null;
}
