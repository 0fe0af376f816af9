// Links stances to what they are about, and assertions that contradict one another. An assertion that nobody disputes is no claim.

import type { Cast } from '../actors/index.js';
import {
  actorAt,
  actorsAt,
  actorsWithin,
  type Coded,
  clauseWords,
  isShouted,
  isUnknown,
  lemma,
  modalOf,
  type Political,
  paired,
  sidesOf,
  speakerAt,
  speechAbove,
  speechBefore,
  subjectOf,
} from '../commitments/index.js';
import { child, children, relation, type Sentence } from '../language/index.js';
import type { ActorRef, Claim, Span, Statement, Trace } from '../records.js';
import { type Assertion, assertion, assertionsOf } from './assertions.js';
import { lexicon } from './lexicon.js';
import { type Stance, stancesOf } from './stances.js';

/** A claim in the making; `about` is the one that it is against. */
interface Made {
  readonly s: Sentence;
  readonly at: number;
  readonly span: Span;
  readonly by: string | null;
  readonly stance: Claim['stance'];
  about: Made | null;
  readonly lemmas: ReadonlySet<string>;
  readonly rule: string;
}

const CHARGES = /^(accusation|charge|allegation|claim|insinuation)s?$/i;

/** How many sentences a denial looks back and ahead for what is denied. */
const REACH = 4;

export function linkClaims(input: Coded, trace?: Trace): Claim[] {
  const { cast, sentences, statements, events } = input;
  const sides = sidesOf(cast);
  if (sides.count < 2) return [];
  const assertions = sentences.map((s) => assertionsOf(cast, s));
  const made: Made[] = [];
  const kept = new Map<Assertion, Made>();
  const keep = (one: Assertion): Made => {
    let found = kept.get(one);
    if (!found) {
      const { s, head, span, by, lemmas, rule } = one;
      found = { s, at: head, span, by, stance: 'asserts', about: null, lemmas, rule };
      kept.set(one, found);
      made.push(found);
    }
    return found;
  };

  for (const s of sentences) {
    if (isShouted(s, input.dispatch)) continue;
    for (const stance of stancesOf(cast, s)) {
      const by = whoOf(cast, statements, stance);
      // "those who have denied their responsibility": nobody that is known.
      if (by === null && stance.who >= 0 && /^(DET|PRON|ADJ|NUM)$/.test(s.upos[stance.who])) continue;
      const target = targetOf(cast, sides, assertions, stance, by, made);
      // What nobody asserts may still be denied; to be doubted or confirmed it must be in the text.
      if (!target && stance.stance !== 'denies' && stance.content < 0) continue;
      if (stance.stance === 'confirms' && !target) continue;
      if (
        stance.stance === 'doubts' &&
        !target &&
        (!sides.is(by) ||
          !/confirmed|evidence/.test(stance.rule) ||
          (stance.content >= 0 && modalOf(s, stance.content) !== null))
      )
        continue;
      const asserter = target?.by ?? null;
      if (!sides.is(by) && !(target !== null && sides.is(asserter))) continue;
      if (stance.stance === 'denies' && by === null && target === null) continue;
      const about = target === null ? null : 'stance' in target ? target : keep(target);
      // The same side denies the same thing once more.
      if (
        about &&
        made.some((one) => one.about === about && one.stance === stance.stance && sameSide(sides, one.by, by))
      )
        continue;
      const { cue, span, lemmas, rule } = stance;
      made.push({ s, at: cue, span, by, stance: stance.stance, about, lemmas, rule });
    }
  }
  for (const [one, other, denied] of contradictions(cast, sides, assertions, kept)) {
    const first = keep(one);
    if (denied && !kept.has(other)) {
      // "Officials said there had been no raid": what is told to contradict another is a denial.
      const { s, head, by, lemmas } = other;
      const subject = other.cue < head ? subjectOf(s, other.cue) : -1;
      const from = subject < 0 ? other.span[0] : s.start[clauseWords(s, subject)[0]];
      const span: Span = [Math.min(from, other.span[0]), other.span[1]];
      made.push({ s, at: head, span, by, stance: 'denies', about: first, lemmas, rule: 'link.ts:said there was none' });
      continue;
    }
    const second = keep(other);
    if (second.about === null) second.about = first;
  }

  made.sort((a, b) => a.s.index - b.s.index || a.span[0] - b.span[0] || a.at - b.at);
  const ids = new Map(made.map((one, index) => [one, `k${index + 1}`]));
  return made.map((one) => {
    const id = ids.get(one)!;
    const { by, stance, about, rule } = one;
    const span = paired(input.dispatch.text, one.span);
    trace?.(id, `${stance} by ${rule}${about ? `, against ${ids.get(about)}` : ''}`);
    return {
      id,
      span,
      by,
      stance,
      against: about === null ? null : (ids.get(about) ?? null),
      events: events.filter(({ trigger }) => trigger[0] >= span[0] && trigger[1] <= span[1]).map((event) => event.id),
      statement: speakerAt(cast, statements, one.s, one.at).statement,
      rule,
    };
  });
}

/** Whose stance it is: the subject, else who speaks. */
function whoOf(cast: Cast, statements: readonly Statement[], { s, who, cue }: Stance): string | null {
  // "Sudan's army said it had seen no evidence": who speaks, whatever the pronoun was taken for.
  if (who >= 0 && /^(it|they|he|she|we|i)$/i.test(s.form[who])) {
    const verb = speechBefore(s, cue) >= 0 ? speechBefore(s, cue) : speechAbove(s, cue);
    const speaker = verb < 0 ? null : actorAt(cast, s, subjectOf(s, verb));
    if (speaker) return speaker.actor;
  }
  const ref = actorAt(cast, s, who);
  if (ref) return ref.actor;
  if (who >= 0 && s.upos[who] !== 'PRON') return null;
  return speakerAt(cast, statements, s, cue).actor;
}

/** What the stance is about: the report inside it, or an assertion near by. */
function targetOf(
  cast: Cast,
  sides: Political,
  assertions: readonly Assertion[][],
  stance: Stance,
  by: string | null,
  made: readonly Made[],
): Assertion | Made | null {
  const { s, report, content } = stance;
  const known = nearest(cast, sides, assertions, stance, by, made);
  if (report >= 0 && content < 0 && !known) {
    const owner = ownerOf(cast, s, report, by);
    if (owner !== null) return assertion(s, report, report, owner, 'report');
  }
  if (report >= 0 && content >= 0) {
    // What the one who denies says himself behind it ("..., saying it carried food") is not what he denies.
    const own = known !== null && known.s === s && 'cue' in known && known.cue > stance.cue;
    const owner = ownerOf(cast, s, report, by);
    // Whose report it is stands with it: another's word is not meant.
    const others = known !== null && owner !== null && !sameSide(sides, known.by, owner);
    if (known && !own && !others) return known;
    return assertion(s, report, content, owner, 'report');
  }
  return known;
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
    // "any link with the group": with whom, and nobody's word.
    if (i > report && !/^(by|from|of|in)$/i.test(s.form[child(s, i, 'case')] ?? '')) continue;
    const ref = actorsAt(cast, s, i).find(({ actor }) => actor !== by);
    if (ref) return ref.actor;
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
      if (one.future) continue;
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
        if (charged.some(({ actor }) => sides.side(actor) === mine)) consider(one, 20 - distance + one.cue / 1000);
      }
      if (pointing) {
        if (before && distance <= 2) consider(one, 10 - distance * 2 + Math.max(one.cue, one.head) / 1000 + shared);
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
    for (let index = Math.max(0, s.index - 1); index <= s.index; index++) {
      for (const one of assertions[index]) {
        if (one.future || one.by === null || (one.s === s && one.cue >= cue)) continue;
        const theirs = sides.side(one.by);
        if (theirs === null || theirs === mine) continue;
        const charged = one.charged >= 0 ? actorsAt(cast, one.s, one.charged) : [];
        // Firms and crews are defended by their state.
        const accused = charged.some(({ actor, country }) => (sides.side(actor) ?? country) === mine);
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

/** Shared content words, of the smaller set. */
function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
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

/** Pairs of assertions that cannot both be true: another number of the same thing from another source. */
function* contradictions(
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

function sameSide(sides: Political, a: string | null, b: string | null): boolean {
  return a === b || (sides.side(a) !== null && sides.side(a) === sides.side(b));
}

/** Villagers and soldiers are counted apart; people may be either. */
function sameWho(a: string | null | undefined, b: string | null | undefined): boolean {
  return a == null || b == null || a === b;
}

function sameThing(a: string, b: string): boolean {
  if (a === b || a === 'same' || b === 'same') return true;
  return (a === 'dead' && b === 'figure') || (a === 'figure' && b === 'dead');
}
