// What is told right behind a denial: the denier's own version ("denied it; the crew, it said, had no papers"), which contradicts what he denies, or the word
// of another who holds against the denial ("A witness said that they had").

import type { Cast } from '../actors/index.js';
import { type Political, subjectOf } from '../commitments/index.js';
import { child, type Sentence } from '../language/index.js';
import { common, sameSide } from './alike.js';
import type { Assertion } from './assertion.js';
import type { Made } from './made.js';
import { isAttitude, isRefused } from './rebuttals.js';
import { thingAt, wordsOf } from './topics.js';

/** An assertion behind a denial, what it does, and which claim it is about. */
export interface Answer {
  readonly one: Assertion;
  readonly stance: 'asserts' | 'denies';
  readonly about: Made;
}

/** What is told behind the denials of a dispatch, in order. */
export function* answersTo(
  cast: Cast,
  sides: Political,
  assertions: readonly Assertion[][],
  denials: readonly Made[],
  mayBe: (one: Assertion) => boolean,
): Generator<Answer> {
  for (const denial of denials) {
    const { s, about } = denial;
    if (denial.stance !== 'denies') continue;
    const here = (assertions[s.index] ?? []).filter(({ span }) => span[0] >= denial.span[1]);
    const next = (assertions[s.index + 1] ?? []).filter((one) => one.s.block === s.block || one.s.index === s.index);
    for (const one of [...here, ...next.slice(0, 1)]) {
      if (!isFact(one) || !mayBe(one)) continue;
      const own = denial.by !== null && sameSide(sides, one.by, denial.by);
      if (own) {
        if (about === null || (one.s !== s && !speaksOf(one, denial))) continue;
        yield { one, stance: isRefused(one) ? 'denies' : 'asserts', about };
      } else if (isWitness(cast, sides, one, denial)) yield { one, stance: 'asserts', about: denial };
      break;
    }
  }
}

/** Something that is true or false of a matter: no wish, no feeling, nothing to come. */
function isFact(one: Assertion): boolean {
  return !one.future && !isAttitude(one) && !one.rule.endsWith(':report');
}

/** It goes on about the matter: "it", "the crew", or a word of what is denied. */
function speaksOf(one: Assertion, denial: Made): boolean {
  const subject = subjectOf(one.s, one.head);
  if (common(one.lemmas, denial.lemmas) > 0 || (denial.about && common(one.lemmas, denial.about.lemmas) > 0))
    return true;
  if (subject < 0) return false;
  return isPointing(one.s, subject) || sharesThing(one, denial);
}

const isPointing = (s: Sentence, word: number): boolean =>
  /^(it|they|this|that|these|those|he|she|there)$/i.test(s.form[word]) ||
  /^(the|these|those|this|that|such)$/i.test(s.form[child(s, word, 'det')] ?? '');

function sharesThing(one: Assertion, { about }: Made): boolean {
  if (about === null) return false;
  const things = new Set<string>();
  for (let i = 0; i < about.s.size; i++) {
    const thing = thingAt(about.s, i);
    if (thing !== null && about.s.start[i] >= about.span[0] && about.s.end[i] <= about.span[1]) things.add(thing);
  }
  return wordsOf(one).some((i) => things.has(thingAt(one.s, i) ?? ''));
}

/** Another tells what the denial says was not so: in its words, or by "they had", "it did". */
function isWitness(cast: Cast, sides: Political, one: Assertion, denial: Made): boolean {
  if (one.by !== null && !sides.is(one.by) && cast.byId(one.by)?.sector === 'BUS') return false;
  if (isRefused(one)) return false;
  const about = denial.about;
  return (
    common(one.lemmas, denial.lemmas) >= 0.3 ||
    (about !== null && about.by !== one.by && common(one.lemmas, about.lemmas) >= 0.3)
  );
}
