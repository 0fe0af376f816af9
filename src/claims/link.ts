// Links stances to what they are about, and assertions that contradict one another. An assertion that nobody disputes is no claim.

import type { Cast } from '../actors/index.js';
import {
  actorAt,
  type Coded,
  clauseWords,
  isShouted,
  modalOf,
  paired,
  sidesOf,
  speakerAt,
  speechAbove,
  speechBefore,
  subjectOf,
} from '../commitments/index.js';
import type { Claim, Span, Statement, Trace } from '../records.js';
import type { Assertion } from './assertion.js';
import { assertionsOf } from './assertions.js';
import type { Stance } from './stance.js';
import { stancesOf } from './stances.js';
import { type Made, sameSide, targetOf } from './target.js';
import { contradictions } from './versions.js';

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
