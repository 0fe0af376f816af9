// Assertions that cannot both be true: versions of one thing from two sources, in one sentence or in two that stand near each other.

import type { Cast } from '../actors/index.js';
import {
  actorsAt,
  actorsWithin,
  clauseWords,
  isUnknown,
  lemma,
  type Political,
  subjectOf,
  verbOf,
} from '../commitments/index.js';
import { child, type Sentence } from '../language/index.js';
import { common } from './alike.js';
import type { Assertion } from './assertion.js';
import { differ } from './figures.js';
import { lexicon } from './lexicon.js';
import type { Made } from './made.js';
import { evidenceOf, type Rebuttal, rebutted, stanceOf } from './rebuttals.js';
import { sideAt, type Topic, thingAt, topicOf, wordsOf } from './topics.js';

/** How many sentences two versions of one thing may stand apart. */
const FAR = 3;

type Stance = Rebuttal['stance'];

/** Pairs of assertions of two sources that contradict each other, and what the later one does: denies where it only says that it was not so. */
export function* contradictions(
  cast: Cast,
  sides: Political,
  assertions: readonly Assertion[][],
  kept: ReadonlyMap<Assertion, Made>,
  isCued: (one: Assertion) => boolean,
): Generator<[Assertion, Assertion, Stance]> {
  const all = assertions.flat();
  const topics = new Map<Assertion, Topic>();
  const topic = (one: Assertion): Topic => {
    let found = topics.get(one);
    if (!found) {
      found = topicOf(cast, sides, one);
      topics.set(one, found);
    }
    return found;
  };
  for (const [j, other] of all.entries()) {
    // What stands inside a denial ("allegations that ...") is linked by it.
    if (other.future || kept.get(other)?.about || isReported(other)) continue;
    let found = false;
    for (let i = j - 1; i >= 0 && other.s.index - all[i].s.index <= FAR; i--) {
      const one = all[i];
      if (isReported(one) || !areTwo(cast, sides, one, other)) continue;
      const gap = other.s.index - one.s.index;
      const said = gap <= 1 && isDenial(sides, one, other);
      if (said || (gap <= 2 && !one.future && isOther(cast, sides, one, other, topic))) {
        const answers = said || isCharged(cast, sides, one, other);
        const plain = answers && other.negated && !one.negated;
        yield [one, other, plain ? 'denies' : stanceOf(one, other, new Set(evidenceOf(cast, sides, one, other)))];
        found = true;
        break;
      }
      if (one.future) continue;
      if (isOwnSide(one) || isOwnSide(other)) continue;
      // "says its men killed nobody" denies, and gives no number.
      if (isOwnDenial(cast, sides, one) || isOwnDenial(cast, sides, other)) continue;
      if (!areElsewhere(one, other) && one.figures.some((x) => other.figures.some((y) => differ(x, y)))) {
        yield [one, other, 'asserts'];
        found = true;
        break;
      }
    }
    if (found || isCued(other)) continue;
    const rebuttal = rebutted(cast, sides, all, j, (a, b) => mayAnswer(cast, sides, a, b));
    if (rebuttal) yield [rebuttal.one, other, rebuttal.stance];
  }
}

/** Two statements that may be versions of one matter; numbers are compared as numbers, and by nothing else. */
function mayAnswer(cast: Cast, sides: Political, one: Assertion, other: Assertion): boolean {
  if (isReported(one) || one.future || !areTwo(cast, sides, one, other)) return false;
  return one.figures.length === 0 || (other.figures.length === 0 && !isOwnDenial(cast, sides, other));
}

/** Numbers of two places, or of two peoples: each names some, and none is named by both. */
export function areElsewhere(one: Assertion, other: Assertion): boolean {
  const [a, b] = [namesIn(one), namesIn(other)];
  const apart = (x: readonly string[], y: readonly string[]): boolean =>
    x.length > 0 && y.length > 0 && !x.some((name) => y.includes(name));
  // "in Gao" and "in the Gao region", "near Basra" and "of Basra": what both name is one place.
  if (a.all.some((name) => b.all.includes(name))) return false;
  return apart(a.places, b.places) || apart(a.peoples, b.peoples);
}

const DAY =
  /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(January|February|March|April|May|June|July|August|September|October|November|December)$/;

interface Names {
  readonly all: readonly string[];
  readonly places: readonly string[];
  readonly peoples: readonly string[];
}

/** The names in a clause: where it was, and whose people are counted; who tells it, who did it and days are neither. */
function namesIn(one: Assertion): Names {
  const { s } = one;
  const all: string[] = [];
  const places: string[] = [];
  const peoples: string[] = [];
  for (const i of wordsOf(one)) {
    if (i === 0 || i <= (one.rule.endsWith('figure') ? one.cue : -1)) continue;
    if (!/^\p{Lu}\p{Ll}/u.test(s.form[i]) || !/^(PROPN|ADJ|NOUN)$/.test(s.upos[i]) || DAY.test(s.form[i])) continue;
    all.push(s.form[i]);
    let head = i;
    while (/^(compound|flat)/.test(s.deprel[head]) && s.head[head] >= 0) head = s.head[head];
    if (/^(in|at|near|around|outside|on|inside)$/i.test(s.form[child(s, head, 'case')] ?? '')) places.push(s.form[i]);
    else if (/^(JJ|NNPS|NNS)$/.test(s.xpos[i]) || child(s, i, 'nummod') >= 0) peoples.push(s.form[i].replace(/s$/, ''));
  }
  return { all, places, peoples };
}

/** "on its own side of the line": of others than the other source counts. */
function isOwnSide({ s }: Assertion): boolean {
  return s.form.some((form, i) => /^own$/i.test(form) && /^(side|soil|territory)$/i.test(s.form[i + 1] ?? ''));
}

/** "says its men killed nobody", "We don't strike civilians": who says that his own side did no harm denies it, also where nobody is told to have said so. */
export function isOwnDenial(cast: Cast, sides: Political, one: Assertion): boolean {
  const { s, head, by, negated, future } = one;
  const mine = sides.side(by);
  if (future || mine === null || isUnknown(mine)) return false;
  // "had received no such offer", "there had been no such tests"
  if (
    isNoSuch(one) &&
    (negated || child(s, head, 'expl') >= 0) &&
    (subjectOf(s, head) >= 0 || child(s, head, 'expl') >= 0)
  )
    return true;
  if (s.upos[head] !== 'VERB') return false;
  const object = child(s, head, 'obj');
  const nobody =
    object >= 0 &&
    (/^(nobody|none)$/i.test(s.form[object]) || /^no one$/i.test(s.form.slice(object - 1, object + 1).join(' ')));
  if (!negated && !nobody) return false;
  if (!lexicon().harming.has(lemma(s, head)) && !lexicon().harming.has(verbOf(s, head))) return false;
  return child(s, head, 'nsubj:pass') < 0 && sideAt(cast, sides, s, subjectOf(s, head), by) === mine;
}

/** Two sources, one of them a side of the crisis, neither inside the other. */
function areTwo(cast: Cast, sides: Political, one: Assertion, other: Assertion): boolean {
  const isPublic = (id: string | null): boolean => sides.is(id) || (id !== null && cast.byId(id)?.sector === 'COP');
  const [a, b] = [one.by, other.by];
  // Two numbers of firms and traders are no dispute of a crisis.
  const isFirm = (id: string | null): boolean => id !== null && cast.byId(id)?.sector === 'BUS';
  if (a === b || (!isPublic(a) && !isPublic(b)) || (isFirm(a) && isFirm(b))) return false;
  if ((a === null && !isSource(one)) || (b === null && !isSource(other))) return false;
  if (one.span[0] < other.span[1] && other.span[0] < one.span[1] && one.head === other.head) return false;
  if (a === null || b === null) return true;
  if ((sides.side(a) ?? a) !== (sides.side(b) ?? b)) return true;
  // Of one country the ministry and the army may count apart, an army and its spokesman do not.
  const sectors = [a, b].map((id) => cast.byId(id)?.sector ?? null);
  return sectors[0] !== sectors[1] && !sectors.includes('JRN');
}

const isReported = ({ rule }: Assertion): boolean => rule.endsWith(':report');

/** Somebody who tells what he knows, though no actor: "residents", "hospital sources". */
function isSource({ s, cue, rule }: Assertion): boolean {
  const subject = subjectOf(s, cue);
  return subject >= 0 && (rule.endsWith('figure') || lexicon().witnesses.has(lemma(s, subject)));
}

/** The later one says that it was not so: "no such pledge", the same thing negated. */
function isDenial(sides: Political, one: Assertion, other: Assertion): boolean {
  const [mine, theirs] = [sides.side(other.by), sides.side(one.by)];
  if (mine === null || theirs === null || mine === theirs || isUnknown(mine) || isUnknown(theirs)) return false;
  if (!other.negated) return false;
  if (isNoSuch(other)) return true;
  return !one.future && !one.negated && common(one.lemmas, other.lemmas) >= 0.5;
}

/** The later one tells the thing otherwise. */
function isOther(
  cast: Cast,
  sides: Political,
  one: Assertion,
  other: Assertion,
  topic: (one: Assertion) => Topic,
): boolean {
  const [mine, theirs] = [sides.side(other.by), sides.side(one.by)];
  if (mine === theirs && mine !== null) return false;
  const gap = other.s.index - one.s.index;
  if (gap === 0 && cutBy(other.s, one.cue, other.cue) && mine !== null && theirs !== null) return true;
  const [a, b] = [topic(one), topic(other)];
  if (a.hold && b.hold && isSaid(one) && isSaid(other)) {
    const same = a.hold.side !== null && a.hold.side === b.hold.side;
    if (
      same
        ? a.hold.holds !== b.hold.holds
        : a.hold.holds === b.hold.holds || a.hold.side === null || b.hold.side === null
    )
      return gap <= 1 || common(one.lemmas, other.lemmas) > 0;
  }
  if (isBlameBack(sides, one, other, a, b)) return true;
  if (gap <= 1 && isCounterCharge(cast, sides, one, other)) return true;
  if (isOtherFate(one, other, a)) return true;
  if (gap > 1 || mine === null || theirs === null || isUnknown(mine)) return false;
  const contrast = gap === 0 ? isContrasted(other.s, one.cue, other.cue) : opensWithContrast(other.s);
  const also = wordsOf(other).some((i) => /^(also|too)$/i.test(other.s.form[i]));
  return contrast && !also && common(one.lemmas, other.lemmas) > 0;
}

/** Each says that the other did it: the same kind of deed by another doer. */
function isBlameBack(sides: Political, one: Assertion, other: Assertion, a: Topic, b: Topic): boolean {
  const [mine, theirs] = [sides.side(other.by), sides.side(one.by)];
  for (const x of a.deeds) {
    if (x.doer !== null && x.doer === theirs) continue;
    for (const y of b.deeds) {
      if (x.kind !== y.kind || (y.doer !== null && y.doer === mine)) continue;
      if (x.doer !== null && x.doer === y.doer) continue;
      const shared = common(one.lemmas, other.lemmas) > 0 || isFirst(one) || isFirst(other);
      // The one who is charged says that it was another, or the two name two doers of the same deed.
      if (x.doer !== null && x.doer === mine && (y.doer !== null || shared)) return true;
      if (x.doer !== null && y.doer !== null && shared && mine !== null && theirs !== null) return true;
    }
  }
  return false;
}

/** "fired first", "it was Y that began it". */
function isFirst(one: Assertion): boolean {
  return wordsOf(one).some((i) => lexicon().first.has(lemma(one.s, i)));
}

/** The later one is told by whoever the earlier one charges. */
function isCharged(cast: Cast, sides: Political, one: Assertion, other: Assertion): boolean {
  const mine = sides.side(other.by);
  return (
    mine !== null &&
    one.charged >= 0 &&
    actorsAt(cast, one.s, one.charged).some(({ actor }) => sides.side(actor) === mine)
  );
}

/** Blame that is given back: the one who is charged speaks of the one who charges. */
function isCounterCharge(cast: Cast, sides: Political, one: Assertion, other: Assertion): boolean {
  const [mine, theirs] = [sides.side(other.by), sides.side(one.by)];
  if (mine === null || theirs === null || one.charged < 0) return false;
  if (!isCharged(cast, sides, one, other)) return false;
  const blamed = other.charged >= 0 ? clauseWords(other.s, other.charged) : [];
  return actorsWithin(cast, other.s, [...blamed, ...clauseWords(other.s, other.head)]).some(
    ({ actor }) => sides.side(actor) === theirs,
  );
}

/** "a drone which it said was ...": what the clause tells of. */
const spokenOf = ({ rule, charged }: Assertion): number[] => (rule.endsWith('said of') ? [charged] : []);

/** The other source speaks of the same thing, and of another end of it: "the aircraft had crashed in bad weather". */
function isOtherFate(one: Assertion, other: Assertion, a: Topic): boolean {
  const { s, head } = other;
  if (one.rule === other.rule && one.rule.endsWith('figure')) return false;
  const subject = subjectOf(s, head);
  if (subject < 0 || !isDefinite(s, subject) || wordsOf(other).some((i) => /^(also|too)$/i.test(s.form[i])))
    return false;
  const violent =
    a.deeds.length > 0 || a.hold !== null || wordsOf(one).some((i) => lexicon().violent.has(lemma(one.s, i)));
  if (!violent) return false;
  const thing = thingAt(s, subject);
  const pronoun = /^(it|they)$/i.test(s.form[subject]) && other.s.index - one.s.index <= 1;
  if (!pronoun && (thing === null || ![...wordsOf(one), ...spokenOf(one)].some((i) => thingAt(one.s, i) === thing)))
    return false;
  const innocent = wordsOf(other).some((i) => lexicon().innocent.has(lemma(s, i)));
  return innocent && !wordsOf(one).some((i) => lexicon().innocent.has(lemma(one.s, i)));
}

/** "the aircraft", "those men": what was spoken of before. */
function isDefinite(s: Sentence, word: number): boolean {
  const determiner = child(s, word, 'det', 'nmod:poss');
  return s.upos[word] === 'PRON' || (determiner >= 0 && !/^(a|an|some|no|any)$/i.test(s.form[determiner]));
}

function isNoSuch({ s, span }: Assertion): boolean {
  return s.form.some(
    (form, i) =>
      /^such$/i.test(form) && /^(no|any)$/i.test(s.form[i - 1] ?? '') && s.start[i] >= span[0] && s.end[i] <= span[1],
  );
}

function isSaid(one: Assertion): boolean {
  return /said|claimed|according/.test(one.rule);
}

/** "but", "while" stands between two words. */
function isContrasted(s: Sentence, from: number, to: number): boolean {
  for (let i = Math.min(from, to); i < Math.max(from, to); i++)
    if (lexicon().contrasts.has(s.form[i].toLowerCase())) return true;
  return false;
}

/** "But the army said ...", "The army, however, said ...": against the sentence before. */
function opensWithContrast(s: Sentence): boolean {
  if (/^(but|however|yet|instead)$/i.test(s.form[0])) return true;
  return s.form.slice(1, 8).some((form) => /^(however|instead)$/i.test(form));
}

/** A semicolon stands between two words. */
function cutBy(s: Sentence, from: number, to: number): boolean {
  for (let i = Math.min(from, to); i < Math.max(from, to); i++) if (s.form[i] === ';') return true;
  return false;
}
