// Assertions that cannot both be true: versions of one thing from two sources.

import type { Cast } from '../actors/index.js';
import { actorsAt, actorsWithin, clauseWords, isUnknown, type Political } from '../commitments/index.js';
import type { Sentence } from '../language/index.js';
import type { Assertion } from './assertion.js';
import { lexicon } from './lexicon.js';
import { common, type Made } from './target.js';

/** Pairs of assertions that cannot both be true: another number of the same thing from another source. */
export function* contradictions(
  cast: Cast,
  sides: Political,
  assertions: readonly Assertion[][],
  kept: ReadonlyMap<Assertion, Made>,
): Generator<[Assertion, Assertion, denied: boolean]> {
  const all = assertions.flat();
  for (const [j, other] of all.entries()) {
    if (other.future || kept.get(other)?.about) continue;
    const denied = opposite(cast, sides, all, j);
    if (denied) {
      yield [denied, other, other.negated && !denied.negated];
      continue;
    }
    const against = contrasted(sides, all, j);
    if (against) {
      yield [against, other, false];
      continue;
    }
    if (other.figures.length === 0) continue;
    let near = j;
    while (near > 0 && other.s.index - all[near - 1].s.index <= 3) near--;
    for (let i = j - 1; i >= near; i--) {
      const one = all[i];
      if (one.figures.length === 0 || other.s.index - one.s.index > 3 || one.by === other.by) continue;
      const [a, b] = [one.by, other.by];
      // Two numbers of firms and traders are no dispute of a crisis.
      if (!sides.is(a) && !sides.is(b)) continue;
      if (
        a !== null &&
        b !== null &&
        (sides.side(a) ?? a) === (sides.side(b) ?? b) &&
        cast.byId(a)?.sector === cast.byId(b)?.sector
      )
        continue;
      const differ = one.figures.some((x) =>
        other.figures.some((y) => sameThing(x.of, y.of) && sameWho(x.who, y.who) && x.value !== y.value),
      );
      if (!differ) continue;
      yield [one, other, false];
      break;
    }
  }
}

/** The assertion of another side that this one contradicts beside it: "no raid" to "the raid", the other half of a sentence cut by a semicolon, or blame given back. */
function opposite(cast: Cast, sides: Political, all: readonly Assertion[], j: number): Assertion | null {
  const other = all[j];
  const mine = sides.side(other.by);
  if (mine === null) return null;
  for (let i = j - 1; i >= 0; i--) {
    const one = all[i];
    const gap = other.s.index - one.s.index;
    if (gap > 1) return null;
    const theirs = sides.side(one.by);
    if ((one.future && !isNoSuch(other)) || theirs === null || theirs === mine) continue;
    const known = !isUnknown(mine) && !isUnknown(theirs);
    // "No such undertaking had been given": of what the other had told.
    if (known && other.negated && isNoSuch(other)) return one;
    if (known && other.negated && !one.negated && common(one.lemmas, other.lemmas) >= 0.5) return one;
    if (gap === 0 && cutBy(other.s, one.cue, other.cue)) return one;
    const charged =
      one.charged >= 0 && actorsAt(cast, one.s, one.charged).some(({ actor }) => sides.side(actor) === mine);
    const blamed = other.charged >= 0 ? clauseWords(other.s, other.charged) : [];
    const back = actorsWithin(cast, other.s, [...blamed, ...clauseWords(other.s, other.head)]).some(
      ({ actor }) => sides.side(actor) === theirs,
    );
    if (charged && back) return one;
  }
  return null;
}

/**
 * The assertion of another side that this one cannot be true with: both tell who holds or took what, or "but" stands between them and they share a word.
 */
function contrasted(sides: Political, all: readonly Assertion[], j: number): Assertion | null {
  const other = all[j];
  const mine = sides.side(other.by);
  if (mine === null || isUnknown(mine)) return null;
  for (let i = j - 1; i >= 0; i--) {
    const one = all[i];
    const gap = other.s.index - one.s.index;
    if (gap > 1) return null;
    const theirs = sides.side(one.by);
    if (one.future || theirs === null || theirs === mine || isUnknown(theirs)) continue;
    if (isControl(one) && isControl(other)) return one;
    if (gap === 0 && isContrasted(other.s, one.cue, other.cue) && common(one.lemmas, other.lemmas) > 0) return one;
  }
  return null;
}

function isNoSuch({ s, span }: Assertion): boolean {
  return s.form.some(
    (form, i) =>
      /^such$/i.test(form) && /^(no|any)$/i.test(s.form[i - 1] ?? '') && s.start[i] >= span[0] && s.end[i] <= span[1],
  );
}

function isControl(one: Assertion): boolean {
  return /said|claimed/.test(one.rule) && [...one.lemmas].some((word) => lexicon().control.has(word));
}

/** "but", "while" stands between two words. */
function isContrasted(s: Sentence, from: number, to: number): boolean {
  for (let i = Math.min(from, to); i < Math.max(from, to); i++)
    if (lexicon().contrasts.has(s.form[i].toLowerCase())) return true;
  return false;
}

/** A semicolon stands between two words. */
function cutBy(s: Sentence, from: number, to: number): boolean {
  for (let i = Math.min(from, to); i < Math.max(from, to); i++) if (s.form[i] === ';') return true;
  return false;
}

/** Villagers and soldiers are counted apart; people may be either. */
function sameWho(a: string | null | undefined, b: string | null | undefined): boolean {
  return a == null || b == null || a === b;
}

function sameThing(a: string, b: string): boolean {
  if (a === b || a === 'same' || b === 'same') return true;
  return (a === 'dead' && b === 'figure') || (a === 'figure' && b === 'dead');
}
