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
import { common, sameSide } from './alike.js';
import { type Assertion, assertion } from './assertion.js';
import { lexicon } from './lexicon.js';
import type { Made } from './made.js';
import { nearest } from './nearest.js';
import type { Stance } from './stance.js';

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
    return beforeCue(
      withoutCase(s, about, assertion(s, report, about, ownerOf(cast, s, report, by), 'report')),
      stance,
    );
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
