// Links stances to what they are about, and assertions that contradict one another. An assertion that nobody disputes is no claim.

import type { Cast } from '../actors/index.js';
import {
  actorAt,
  actorsAt,
  actorsWithin,
  type Coded,
  clauseWords,
  isShouted,
  modalOf,
  type Political,
  speakerAt,
  speechAbove,
  speechBefore,
  subjectOf,
} from '../commitments/index.js';
import type { Sentence } from '../language/index.js';
import type { Span, Statement } from '../records.js';
import { sameSide } from './alike.js';
import { answersTo } from './answers.js';
import type { Assertion } from './assertion.js';
import { assertionsOf, statedIn } from './assertions.js';
import type { Made } from './made.js';
import { narrated } from './narrated.js';
import { laidTo } from './nearest.js';
import type { Stance } from './stance.js';
import { stancesOf } from './stances.js';
import { targetOf } from './target.js';
import { contradictions, isOwnDenial } from './versions.js';

/** What the rules make of a dispatch: its claims in the making, and what they were made of. */
export interface Linked {
  readonly sides: Political;
  /** By sentence. */
  readonly assertions: readonly (readonly Assertion[])[];
  readonly stances: readonly Stance[];
  readonly made: readonly Made[];
}

/** The claims that the rules find, in no order. */
export function linkedByRules(input: Coded, sides: Political): Linked {
  const { cast, sentences, statements } = input;
  const assertions = sentences.map((s) => {
    const found = assertionsOf(cast, s).map((one) => spoken(cast, statements, one));
    return [...found, ...statedIn(s, statements, found)].sort((a, b) => a.span[0] - b.span[0]);
  });
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

  const stances = sentences.filter((s) => !isShouted(s, input.dispatch)).flatMap((s) => stancesOf(cast, s));
  // What is confirmed may be denied further on: confirmations are linked last.
  const isLast = ({ stance }: Stance): boolean => stance === 'confirms';
  for (const stance of [...stances.filter((one) => !isLast(one)), ...stances.filter(isLast)]) {
    const { s } = stance;
    const given = whoOf(cast, statements, stance, sentences[s.index - 1], assertions[s.index - 1] ?? []);
    const by = given && !(stance.stance === 'doubts' && isAgency(cast, given)) ? wholeOf(cast, sides, given) : null;
    // "those who have denied their responsibility": nobody that is known.
    if (by === null && stance.who >= 0 && /^(DET|PRON|ADJ|NUM)$/.test(s.upos[stance.who])) continue;
    const target =
      targetOf(cast, sides, assertions, stance, by, made) ??
      (sides.is(by) ? narrated(cast, sides, sentences, statements, stance, by) : null);
    // What is judged, or did not happen, by nobody's word.
    if (by === null && /judged|lies|happened/.test(stance.rule)) continue;
    const isPhrase = stance.rule.startsWith('claims.txt');
    // "will not take part": to come.
    if (isPhrase && stance.stance === 'denies' && isToCome(s, stance.cue)) continue;
    // "knew nothing of the raid", "nothing to suggest a link": of what somebody tells.
    if (isPhrase && !target && stance.report < 0 && !/^(den|prot|prof|dis)/i.test(s.form[stance.cue])) continue;
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
    // "There was no way to check the statement": of whoever made it, firms left out.
    const unchecked =
      by === null &&
      stance.stance === 'doubts' &&
      (asserter !== null
        ? cast.byId(asserter)?.sector !== 'BUS'
        : target !== null &&
          actorsWithin(cast, target.s, clauseWords(target.s, headOf(target))).some((x) => sides.is(x.actor)));
    // "There was no confirmation of reports that ...": nobody's word against nobody's.
    const unconfirmed = by === null && stance.stance === 'doubts' && stance.report >= 0 && stance.content >= 0;
    if (
      !sides.is(by) &&
      !(target !== null && sides.is(asserter)) &&
      !unchecked &&
      !unconfirmed &&
      !isPerson(cast, stance, by)
    )
      continue;
    if (stance.stance === 'denies' && by === null && target === null) continue;
    const { cue, span, lemmas, rule } = stance;
    // "no confirmation of the report": by the phrase and by the noun in it.
    if (
      made.some(
        (one) => one.s === s && one.stance === stance.stance && one.span[0] === span[0] && one.span[1] === span[1],
      )
    )
      continue;
    const about = target === null ? null : 'stance' in target ? target : keep(target);
    // The same side denies the same thing once more.
    if (about && made.some((one) => one.about === about && one.stance === stance.stance && sameSide(sides, one.by, by)))
      continue;
    // "knew nothing of the raid": of his own deed, or of that of others.
    const kind = stance.unaware && !isOwnDeed(cast, sides, target, by) ? 'doubts' : stance.stance;
    made.push({ s, at: cue, span, by, stance: kind, about, lemmas, rule });
  }
  // What holds a word of denial or doubt is linked by it.
  const cues = new Map(sentences.map((s) => [s, stancesOf(cast, s).map(({ cue }) => cue)]));
  const isCued = ({ s, span, cue }: Assertion): boolean =>
    (cues.get(s) ?? []).some((i) => i === cue || (s.start[i] >= span[0] && s.start[i] < span[1]));
  for (const { one, stance, about } of [
    ...answersTo(cast, sides, assertions, made, (one) => !kept.has(one) && !isCued(one)),
  ]) {
    const answer = keep(one);
    answer.stance = stance;
    answer.about = about;
  }
  for (const [one, other, told] of contradictions(cast, sides, assertions, kept, isCued)) {
    // "said he knew of no operation": the denial that stands in it is what contradicts.
    const stance = made.find(
      (x) =>
        x.s === other.s &&
        x.stance !== 'asserts' &&
        x.at >= other.cue &&
        x.span[0] >= other.span[0] &&
        x.span[1] <= other.span[1],
    );
    if (stance && (other.negated || stance.span[1] - stance.span[0] > (other.span[1] - other.span[0]) * 0.7)) {
      if (stance.about === null) stance.about = keep(one);
      continue;
    }
    const first = keep(one);
    if (told !== 'asserts' && !kept.has(other)) {
      // "Officials said there had been no raid": what is told to contradict another is a denial.
      const { s, head, by, lemmas } = other;
      const subject = other.cue < head ? subjectOf(s, other.cue) : -1;
      const from = subject < 0 ? other.span[0] : s.start[clauseWords(s, subject)[0]];
      const span: Span = [Math.min(from, other.span[0]), other.span[1]];
      made.push({ s, at: head, span, by, stance: told, about: first, lemmas, rule: 'link.ts:said there was none' });
      continue;
    }
    const second = keep(other);
    // "said his men held no one. Aid workers had counted 90 captives": the first denies what the second tells.
    if (told !== 'asserts' && second.about === null && second.stance === 'asserts') second.stance = told;
    if (told === 'asserts' && one.negated && !other.negated && first.about === null && sides.is(one.by)) {
      first.stance = 'denies';
      first.about = second;
    } else if (second.about === null) second.about = first;
  }

  for (const one of assertions.flat()) {
    if (kept.has(one) || !isOwnDenial(cast, sides, one)) continue;
    const { s, head, span, by, lemmas } = one;
    if (made.some((other) => other.span[0] < span[1] && span[0] < other.span[1])) continue;
    made.push({ s, at: head, span, by, stance: 'denies', about: null, lemmas, rule: 'versions.ts:did not do it' });
  }

  return { sides, assertions, stances, made };
}

const headOf = (one: Assertion | Made): number => ('head' in one ? one.head : one.at);

/** The target charges the one who answers, or tells of a violent deed of his. */
function isOwnDeed(cast: Cast, sides: Political, target: Assertion | Made | null, by: string | null): boolean {
  const mine = sides.side(by);
  if (target === null || mine === null || !('head' in target)) return false;
  if (target.charged >= 0 && actorsAt(cast, target.s, target.charged).some(({ actor }) => sides.side(actor) === mine))
    return true;
  return laidTo(cast, sides, target, mine);
}

/** The agency that tells it all: what it could not verify is doubted by nobody of the crisis. */
function isAgency(cast: Cast, id: string | null): boolean {
  const actor = id === null ? null : cast.byId(id);
  return (
    actor !== null &&
    actor !== undefined &&
    /^(the )?(agency|reuters?|associated press|ap|agence france-presse|afp|bloomberg|upi|this agency)$/i.test(
      actor.name,
    )
  );
}

/** "It says", "He said": whoever the statements know to be speaking, where the pronoun names nobody. */
function spoken(cast: Cast, statements: readonly Statement[], one: Assertion): Assertion {
  if (one.by !== null || one.rule.endsWith(':report')) return one;
  const subject = subjectOf(one.s, one.cue);
  if (subject >= 0 && one.s.upos[subject] !== 'PRON') return one;
  return { ...one, by: speakerAt(cast, statements, one.s, one.head).actor };
}

/** A plain denial by somebody who is named and no firm: a witness, a leader, a union. */
function isPerson(cast: Cast, { stance, rule, content, report }: Stance, by: string | null): boolean {
  const actor = by === null ? null : cast.byId(by);
  if (!actor || stance !== 'denies' || !/deny|reject|call it|scoff|denial/.test(rule) || (content < 0 && report < 0))
    return false;
  return actor.sector !== 'BUS' && actor.sector !== 'JUD' && (actor.kind !== 'organisation' || actor.sector !== null);
}

/** A word of what is to come governs it. */
function isToCome(s: Sentence, word: number): boolean {
  for (let at = word, steps = 0; at >= 0 && steps < 4; at = s.head[at], steps++)
    if (s.upos[at] === 'VERB' || s.upos[at] === 'AUX') return modalOf(s, at) !== null;
  return false;
}

/** "It denies that", "He denied": the pronoun before the verb, also where the tree has no subject. */
function opensWithPronoun(s: Sentence, who: number): boolean {
  return /^(it|he|she|they)$/i.test(s.form[Math.max(who, 0)]);
}

/** A person who is told of by his full name elsewhere, with an office: "Restrepo Villa" for "Ernesto Restrepo Villa". */
function wholeOf(cast: Cast, sides: Political, id: string): string {
  const actor = cast.byId(id);
  if (!actor || sides.is(id) || actor.kind !== 'person') return id;
  return cast.actors.find((one) => sides.is(one.id) && one.name.endsWith(` ${actor.name}`))?.id ?? id;
}

function statementsIn(statements: readonly Statement[], { span }: Sentence): readonly Statement[] {
  return statements.filter(({ cue, content }) => [...cue, ...content].some(([at]) => at >= span[0] && at < span[1]));
}

/** Whose stance it is: the subject, else who speaks. */
export function whoOf(
  cast: Cast,
  statements: readonly Statement[],
  { s, who, cue }: Stance,
  before: Sentence | undefined,
  said: readonly Assertion[],
): string | null {
  // "Sudan's army said it had seen no evidence": who speaks, whatever the pronoun was taken for.
  if (who < 0 || /^(it|they|he|she|we|i)$/i.test(s.form[who])) {
    const verb = speechBefore(s, cue) >= 0 ? speechBefore(s, cue) : speechAbove(s, cue);
    const subject = verb < 0 ? -1 : subjectOf(s, verb);
    // "The North, which has said it was not to blame": the noun before the comma, wherever the tree hung the clause.
    const named =
      subject >= 2 && /^(which|who)$/i.test(s.form[subject]) && s.form[subject - 1] === ',' ? subject - 2 : subject;
    const speaker = named < 0 ? null : actorAt(cast, s, named);
    if (speaker) return speaker.actor;
  }
  const ref = actorAt(cast, s, who);
  if (ref) return ref.actor;
  if (who >= 0 && s.upos[who] !== 'PRON') return null;
  const speaker = speakerAt(cast, statements, s, cue).actor;
  // "It denies that ...": whoever was speaking in the sentence before.
  if (speaker !== null || !opensWithPronoun(s, who) || !before || before.block < s.block - 1) return speaker;
  return (
    said.find((one) => one.by !== null)?.by ??
    statementsIn(statements, before).find((one) => one.speaker !== null)?.speaker ??
    actorAt(cast, before, subjectOf(before, before.head.indexOf(-1)))?.actor ??
    null
  );
}
