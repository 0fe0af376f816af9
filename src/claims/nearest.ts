// The assertion that a stance is most likely about, among those near by: by the words that both share, by who was charged with what, by the noun that stands
// for it ("the charge", "the toll").

import type { Cast } from '../actors/index.js';
import { actorsAt, clauseWords, lemma, type Political, subjectOf } from '../commitments/index.js';
import type { Sentence } from '../language/index.js';
import type { ActorRef } from '../records.js';
import { common } from './alike.js';
import type { Assertion } from './assertion.js';
import { lexicon } from './lexicon.js';
import type { Made } from './made.js';
import type { Stance } from './stance.js';
import { sideAt } from './topics.js';

const CHARGES = /^(accusation|charge|allegation|claim|insinuation)s?$/i;

/** How many sentences a denial looks back and ahead for what is denied. */
const REACH = 4;

/** The assertion of another that shares most with what is denied; for "it" and "the report" the last one before. */
export function nearest(
  cast: Cast,
  sides: Political,
  assertions: readonly Assertion[][],
  stance: Stance,
  by: string | null,
  made: readonly Made[],
): Assertion | Made | null {
  const { s, cue, report, lemmas, pointing } = stance;
  const mine = by === null ? null : (sides.side(by) ?? by);
  let best: Assertion | Made | null = null;
  let score = 0;
  const consider = (one: Assertion | Made, value: number): void => {
    if (value > score) {
      best = one;
      score = value;
    }
  };
  const confirming = stance.stance === 'confirms';
  for (
    let index = Math.max(0, s.index - (pointing ? REACH * 2 : REACH));
    index <= Math.min(assertions.length - 1, s.index + REACH);
    index++
  ) {
    for (const one of assertions[index]) {
      if (one.s === s && (one.cue === cue || one.head === stance.content || one.head === cue)) continue;
      // What holds the stance itself is not what it is about.
      if (one.s === s && one.rule.endsWith(':stated') && one.span[0] <= s.start[cue] && s.end[cue] <= one.span[1])
        continue;
      // "confirmed the call, which it said Moscow had asked for": told by the one who confirms.
      if (one.s === s && one.cue > cue && stance.stance === 'confirms') continue;
      // "called this pure invention": also of what was said to be coming.
      if (
        one.future &&
        !(
          pointing &&
          stance.stance === 'denies' &&
          s.index - index === 1 &&
          (report < 0 || one.rule.endsWith(':report'))
        )
      )
        continue;
      const theirs = one.by === null ? null : (sides.side(one.by) ?? one.by);
      const shared = common(lemmas, one.lemmas);
      if (theirs !== null && theirs === mine && !(shared >= 0.6 && confirming)) continue;
      const distance = Math.abs(index - s.index);
      const before = index < s.index || (index === s.index && one.cue < cue);
      // "the accusation", "the charge": what this side was accused of, a few sentences before.
      const accused = one.rule === 'assertions.ts:accused' && report >= 0 && CHARGES.test(s.form[report]);
      // "denied the raid": of which it was accused.
      const charge =
        one.rule === 'assertions.ts:accused' &&
        stance.stance === 'denies' &&
        (report < 0 ||
          /^(raid|attack|bombing|strike|shelling|incursion|killing|involvement|act|plot|move)s?$/i.test(
            s.form[report],
          ));
      if (pointing && (accused || charge) && before && mine !== null) {
        const charged = 'charged' in one && one.charged >= 0 ? actorsAt(cast, one.s, one.charged) : [];
        // "accused the neighbouring country of": whoever answers is meant.
        const unnamed = charged.length === 0 && theirs !== null && theirs !== mine;
        if (unnamed || charged.some(({ actor }) => sides.side(actor) === mine))
          consider(one, 20 - distance + one.cue / 1000);
      }
      if (pointing) {
        // "denied it", three sentences on: of the deed that is laid to him.
        const mineThen = mine !== null && before && laidTo(cast, sides, one, mine);
        const kind = Math.max(likeness(s, report, one, distance), mineThen ? 0.5 : -1);
        const far = kind < 0 || distance > (kind > 0 ? REACH : 2);
        // "the allegation of a kidnapping": by the thing itself, where it stands further off.
        if (before && far && report >= 0 && shared >= 0.3) consider(one, shared * 5 - distance * 0.3);
        if (before && !far) consider(one, 10 - distance * 2 + kind + Math.max(one.cue, one.head) / 1000 + shared);
      } else if (shared >= 0.3) consider(one, shared * 5 - distance * 0.3 + (before ? 0.2 : 0));
    }
  }
  if (best === null && !pointing && stance.stance === 'denies' && mine !== null) {
    // The sentence before says something of the one who denies, or he denies something of the one who said it.
    const subjects = (of: Sentence, head: number): readonly ActorRef[] =>
      head < 0 ? [] : actorsAt(cast, of, subjectOf(of, head));
    const aboutMe = (one: Assertion, side: string): boolean =>
      subjects(one.s, one.head).some(({ actor }) => sides.side(actor) === side);
    const denied =
      stance.content >= 0 && s.upos[subjectOf(s, stance.content)] !== 'PRON' ? subjects(s, stance.content) : [];
    for (let index = Math.max(0, s.index - REACH); index <= s.index; index++) {
      for (const one of assertions[index]) {
        if (index < s.index - 1 && (one.charged < 0 || one.rule.endsWith('said of'))) continue;
        if (one.future || one.by === null || (one.s === s && one.cue >= cue)) continue;
        const theirs = sides.side(one.by);
        if (theirs === null || theirs === mine) continue;
        const charged = one.charged >= 0 ? actorsAt(cast, one.s, one.charged) : [];
        // Firms and crews are defended by their state.
        const unnamed = one.charged >= 0 && charged.length === 0 && s.index > index;
        const accused = unnamed || charged.some(({ actor, country }) => (sides.side(actor) ?? country) === mine);
        if (accused || aboutMe(one, mine) || denied.some(({ actor }) => sides.side(actor) === theirs)) best = one;
      }
    }
  }
  if (best === null && confirming) {
    for (const one of made) {
      if (one.stance !== 'denies' && one.stance !== 'doubts') continue;
      if (one.s.index < s.index - REACH || one.s.index > s.index + 1) continue;
      const shared = common(lemmas, one.lemmas);
      // "X denied it; a witness confirmed that ...": what was denied or doubted in the same sentence.
      if (shared >= 0.3 || one.s === s) consider(one, 1 + shared);
    }
  }
  return best;
}

/** A violent deed, done by somebody of a side. */
export function laidTo(cast: Cast, sides: Political, one: Assertion, mine: string): boolean {
  const { violent, harming } = lexicon();
  if (
    one.future ||
    !clauseWords(one.s, one.head).some((i) => violent.has(lemma(one.s, i)) || harming.has(lemma(one.s, i)))
  )
    return false;
  return one.charged >= 0 && !one.rule.endsWith('said of')
    ? sideAt(cast, sides, one.s, one.charged, one.by) === mine
    : sideAt(cast, sides, one.s, subjectOf(one.s, one.head), one.by) === mine;
}

/** How well a noun suits an assertion that it may stand for ("the charge" an accusation, "the toll" a number); -1 where it cannot. */
function likeness(s: Sentence, report: number, one: Assertion, distance: number): number {
  if (report < 0) return 0;
  const word = s.form[report].toLowerCase();
  if (/^(figure|toll|number|count|tally|estimate|total)s?$/.test(word)) return one.figures.length > 0 ? 4 : -1;
  if (CHARGES.test(word)) return /accused|blamed/.test(one.rule) ? 3 : distance > 1 ? -1 : 0;
  if (/^(report|story|account|version|rumou?r|paper|document)s?$/.test(word)) return /report/.test(one.rule) ? 3 : 1;
  return 0;
}
