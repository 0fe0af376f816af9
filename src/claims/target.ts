// What a stance is about: the assertion that its own sentence names, or the one near by that it means.

import type { Cast } from '../actors/index.js';
import {
  actorsAt,
  actorsWithin,
  clauseWords,
  isUnknown,
  lemma,
  modalOf,
  type Political,
  subjectOf,
} from '../commitments/index.js';
import { child, children, relation, type Sentence } from '../language/index.js';
import type { ActorRef, Claim, Span } from '../records.js';
import { type Assertion, assertion } from './assertion.js';
import { lexicon } from './lexicon.js';
import type { Stance } from './stance.js';
import { sideAt } from './topics.js';

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

const CHARGES = /^(accusation|charge|allegation|claim|insinuation)s?$/i;

/** How many sentences a denial looks back and ahead for what is denied. */
const REACH = 4;

/** What the stance is about: the report inside it, or an assertion near by. */
export function targetOf(
  cast: Cast,
  sides: Political,
  assertions: readonly Assertion[][],
  stance: Stance,
  by: string | null,
  made: readonly Made[],
): Assertion | Made | null {
  const { s, report, content } = stance;
  const known =
    nearest(cast, sides, assertions, stance, by, made) ??
    justBefore(cast, sides, assertions, stance, by) ??
    deedBefore(sides, assertions, stance, by);
  const quoted = known ? null : asSaid(cast, sides, stance, by);
  if (quoted) return quoted;
  if (report >= 0 && content < 0 && !known) {
    const owner = ownerOf(cast, s, report, by);
    if (owner !== null) return assertion(s, report, report, owner, 'report');
  }
  // "reports of movements near the border were false"
  const about = report >= 0 && content < 0 && !known && stance.stance === 'denies' ? child(s, report, 'nmod') : -1;
  if (
    about > report &&
    /^(of|about)$/i.test(s.form[child(s, about, 'case')] ?? '') &&
    /^(report|rumou?r|allegation|charge|accusation|claim)s?$/i.test(s.form[report])
  )
    return withoutCase(s, about, assertion(s, report, about, ownerOf(cast, s, report, by), 'report'));
  if (report >= 0 && content >= 0) {
    // What the one who denies says himself behind it ("..., saying it carried food") is not what he denies.
    const own = known !== null && known.s === s && 'cue' in known && known.cue > stance.cue;
    const owner = ownerOf(cast, s, report, by);
    // Whose report it is stands with it: another's word is not meant.
    const others = known !== null && owner !== null && !sameSide(sides, known.by, owner);
    // "press reports that ...": what the report itself tells, where nobody was told to have said it.
    const alike = known !== null && (owner !== null || common(stance.lemmas, known.lemmas) >= 0.5);
    if (known && !own && !others && alike) return known;
    return beforeCue(assertion(s, report, content, owner, 'report'), stance);
  }
  return known;
}

/** "denied that aircraft had bombed a village, as its governor said": what is denied is that one's word. */
function asSaid(cast: Cast, sides: Political, { s, cue, content }: Stance, by: string | null): Assertion | null {
  if (content < 0) return null;
  for (let i = content + 1; i < s.size; i++) {
    if (!/^as$/i.test(s.form[i]) || s.form[i - 1] !== ',') continue;
    const verb = s.form.findIndex((_, k) => k > i && k < i + 9 && s.upos[k] === 'VERB');
    if (verb < 0 || !lexicon().asserting.has(lemma(s, verb))) continue;
    const owner = actorsAt(cast, s, subjectOf(s, verb))[0]?.actor ?? null;
    if (owner !== null && (owner === by || sameSide(sides, owner, by))) continue;
    const one = assertion(s, cue, content, owner, 'as said');
    return { ...one, span: [one.span[0], Math.min(one.span[1], s.end[i - 2])] };
  }
  return null;
}

/** "a report that men were shot | was denied": no further than the verb that denies it. */
function beforeCue(one: Assertion, { s, cue }: Stance): Assertion {
  if (s.start[cue] < one.span[0] || s.start[cue] >= one.span[1]) return one;
  let last = cue - 1;
  while (last > one.head && /^(AUX|ADV|PART)$/.test(s.upos[last])) last--;
  return s.end[last] > one.span[0] && last < cue - 1 ? { ...one, span: [one.span[0], s.end[last]] } : one;
}

/** "(reports of) movements near the border". */
function withoutCase(s: Sentence, head: number, one: Assertion): Assertion {
  const opener = child(s, head, 'case');
  return opener < 0 || opener + 1 >= s.size ? one : { ...one, span: [s.start[opener + 1], one.span[1]] };
}

/** "... had joined up at Kemise. The government denies that the town has fallen": what another side said just before, where the denial speaks of "the town", "it". */
function justBefore(
  cast: Cast,
  sides: Political,
  assertions: readonly Assertion[][],
  { s, stance, content, report, lemmas }: Stance,
  by: string | null,
): Assertion | null {
  const mine = sides.side(by);
  if (stance !== 'denies' || content < 0 || report >= 0 || mine === null || modalOf(s, content) !== null) return null;
  const subject = subjectOf(s, content);
  const definite =
    subject >= 0 &&
    (/^(it|they)$/i.test(s.form[subject]) || /^the|its$/i.test(s.form[child(s, subject, 'det', 'nmod:poss')] ?? ''));
  if (!definite) return null;
  // "denied that it had entered": of himself only where he was told of.
  const himself = sides.side(actorsAt(cast, s, subject)[0]?.actor ?? null) === mine;
  const before = (assertions[s.index - 1] ?? []).filter((one) => {
    const theirs = sides.side(one.by);
    const ofMine = (): boolean =>
      actorsWithin(cast, one.s, clauseWords(one.s, one.head)).some(({ actor }) => sides.side(actor) === mine);
    return (
      (!himself || common(lemmas, one.lemmas) > 0 || ofMine()) &&
      !one.future &&
      one.s.block >= s.block - 1 &&
      theirs !== null &&
      theirs !== mine &&
      !isUnknown(theirs)
    );
  });
  return before.at(-1) ?? null;
}

const ANY_DEED =
  /^(incident|operation|event|action|strike|launch|loss|sinking|clash|fight|fighting|violation|crossing)$/;

/** "had no word of such an incident", "was not aware of any attack": the violent deed that another side told of just before. */
function deedBefore(
  sides: Political,
  assertions: readonly Assertion[][],
  { s, cue, content, report, rule }: Stance,
  by: string | null,
): Assertion | null {
  const mine = sides.side(by);
  const about = content >= 0 ? content : report;
  if (mine === null || isUnknown(mine) || about < 0 || !/claims\.txt|evidence|confirmed/.test(rule)) return null;
  if (!ANY_DEED.test(lemma(s, about)) && !lexicon().violent.has(lemma(s, about))) return null;
  const here = (assertions[s.index] ?? []).filter((one) => one.span[1] <= s.start[cue] && one.cue < cue);
  const before = [...(assertions[s.index - 1] ?? []), ...here].filter((one) => {
    const theirs = sides.side(one.by);
    return (
      !one.future &&
      !one.negated &&
      theirs !== null &&
      theirs !== mine &&
      one.s.block >= s.block - 1 &&
      clauseWords(one.s, one.head).some((i) => ANY_DEED.test(lemma(one.s, i)) || lexicon().violent.has(lemma(one.s, i)))
    );
  });
  return before.at(-1) ?? null;
}

/** Who reports: the owner of the noun ("Iran's charge", "U.S. reports", "a claim by the rebels"). */
function ownerOf(cast: Cast, s: Sentence, report: number, by: string | null): string | null {
  // "the expulsion, long alleged by Addis Ababa": whoever alleges it, and not whose deed it was.
  for (const i of children(s, report)) {
    if (s.deprel[i] !== 'acl' || !/^(allege|claim|report|assert|announce)$/.test(lemma(s, i))) continue;
    const ref = actorsAt(cast, s, child(s, i, 'obl:agent', 'obl')).find(({ actor }) => actor !== by);
    if (ref) return ref.actor;
  }
  for (const i of children(s, report)) {
    const name = relation(s.deprel[i]);
    if (i < report && !/^(nmod|amod|compound)$/.test(name)) continue;
    if (i > report && name !== 'nmod') continue;
    const ref = actorsAt(cast, s, i).find(({ actor }) => actor !== by);
    if (!ref) continue;
    // "press reports", "a newspaper report": of no paper that is named.
    const media = cast.byId(ref.actor)?.sector === 'JRN';
    if (media && s.upos[i] === 'NOUN' && /^(press|media|newspaper|paper|news|magazine)s?$/i.test(s.form[i])) continue;
    // "any link with the group": with whom, and nobody's word; "on state television": whose report it is.
    const opener = s.form[child(s, i, 'case')] ?? '';
    if (i > report && !/^(by|from|of|in)$/i.test(opener) && !(media && /^on$/i.test(opener))) continue;
    return ref.actor;
  }
  return null;
}

/** The assertion of another that shares most with what is denied; for "it" and "the report" the last one before. */
function nearest(
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
      if (one.s.index < s.index - REACH) continue;
      const shared = common(lemmas, one.lemmas);
      // "X denied it; a witness confirmed that ...": what was denied or doubted in the same sentence.
      if (shared >= 0.3 || one.s === s) consider(one, 1 + shared);
    }
  }
  return best;
}

/** A violent deed, done by somebody of a side. */
function laidTo(cast: Cast, sides: Political, one: Assertion, mine: string): boolean {
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

/** Shared content words, of the smaller set. */
export function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  let plain = 0;
  for (const word of a) {
    if (!b.has(word)) continue;
    shared++;
    if (!/^\p{Lu}/u.test(word)) plain++;
  }
  if (plain === 0 && shared < 2) return 0;
  return shared / Math.min(a.size, b.size);
}

export function sameSide(sides: Political, a: string | null, b: string | null): boolean {
  return a === b || (sides.side(a) !== null && sides.side(a) === sides.side(b));
}
