// Finds the occasions of a sentence: the nouns and verbs of codebook/meetings.txt, with their parties, days, place and what else the clause tells.

import { actorsAt, type Coded, isShouted, lemma, type Political, speakerAt, subjectOf } from '../commitments/index.js';
import { child, type Sentence, subtree } from '../language/index.js';
import type { TimeExpression } from '../records.js';
import { type Anchor, anchorsOf, plannedOf } from './anchor.js';
import { daysOf, stretch } from './days.js';
import { formatOf, levelOf, outcomeOf, placeOf, roundOf } from './fields.js';
import { withoutJourneys } from './journey.js';
import type { Occasion } from './occasion.js';
import { askedBy, hostOf, partiesOf } from './parties.js';
import { settled, statusOf } from './status.js';

/** The occasions of a sentence, left to right. */
export function occasionsOf(input: Coded, sides: Political, s: Sentence): Occasion[] {
  if (isShouted(s)) return [];
  const anchors = anchorsOf(input.cast, sides, s);
  if (anchors.length === 0) return [];
  const near = input.times.filter((time) => time.span[0] < s.span[1] && s.span[0] < time.span[1]);
  const planned = plannedOf(s, anchors);
  const days = daysOf(s, near, anchors, planned);
  const made = anchors
    .map((anchor) => occasion(input, sides, s, anchor, days.get(anchor.word) ?? []))
    .filter((one) => one !== null)
    .map((one) =>
      one.status === 'held' && [...planned.values()].includes(one.word)
        ? { ...one, status: 'scheduled' as const, sure: true }
        : one,
    );
  return withoutJourneys(made);
}

export function occasion(
  input: Coded,
  sides: Political,
  s: Sentence,
  anchor: Anchor,
  times: readonly TimeExpression[],
): Occasion | null {
  const { cast, dispatch, statements } = input;
  const { word, verb } = anchor;
  const { start, end, known, implied } = stretch(times);
  const form = anchor.noun?.form ?? anchor.entry!.form;
  const visit = form === 'visit';
  const told = settled(statusOf(s, word, verb, start, dispatch.date?.value ?? null), end, dispatch.date?.value ?? null);
  let parties = partiesOf(input, sides, s, anchor);
  const place = placeOf(input, s, anchor, visit);
  if (visit && place?.country) {
    const host = cast.actors.find((actor) => actor.country === place.country && sides.is(actor.id));
    if (host && !parties.some((id) => sides.side(id) === sides.side(host.id))) parties = [...parties, host.id];
  }
  const asked = askedBy(cast, sides, s, anchor, told.by);
  const host = hostOf(cast, sides, s, anchor);
  const subject = verb >= 0 ? subjectOf(s, verb) : -1;
  const levelWords = [
    ...subtree(s, word),
    ...(subject >= 0 &&
    subject !== word &&
    actorsAt(cast, s, subject).some((ref) => parties.includes(ref.actor)) &&
    (anchor.entry !== null || !isSpeech(s, verb))
      ? subtree(s, subject)
      : []),
  ];
  const determiner = child(s, word, 'det', 'nmod:poss');
  const definite = determiner >= 0 && /^(the|that|this|these|those|both|their|its|his|her)$/i.test(s.form[determiner]);
  const count = new Set(parties.map((id) => sides.side(id))).size;
  const body = parties.some((id) => /^IGO/.test(cast.byId(id)?.code ?? ''));
  const firm =
    (anchor.entry !== null && (count > 1 || body || visit || start !== null || told.sure)) ||
    (anchor.noun !== null &&
      parties.length > 0 &&
      (start !== null || told.sure || (count > 1 && anchor.noun.needs !== 'other'))) ||
    (anchor.noun?.needs === 'phone' && count > 0 && formatOf(s, word) !== null) ||
    // "Talks planned for Friday were in doubt", "the next round has been put back": whose they are was told before.
    (/^(talks|summit)$/.test(anchor.noun?.form ?? '') && told.sure && start !== null) ||
    (definite && told.sure && /^(postponed|cancelled)$/.test(told.status) && start !== null);
  return {
    s,
    word,
    verb,
    form: form === 'talks' && lemma(s, word) === 'round' ? 'talks' : form,
    status: told.status,
    sure: told.sure,
    parties,
    start,
    end,
    known,
    implied,
    place,
    requestedBy: asked,
    host,
    level: levelOf(cast, s, levelWords, parties),
    format:
      formatOf(s, word) ??
      (verb >= 0 && anchor.entry ? formatOf(s, verb) : null) ??
      (form === 'call' && /^(tele)?phone$/.test(lemma(s, word)) ? 'by telephone' : null),
    round: roundOf(s, word),
    outcome: outcomeOf(s, anchor),
    span: [s.start[word], s.end[word]],
    also: null,
    statement: speakerAt(cast, statements, s, word).statement,
    rule: anchor.noun?.rule ?? anchor.entry!.rule,
    definite,
    firm,
  };
}

function isSpeech(s: Sentence, verb: number): boolean {
  return /^(say|tell|add|announce|report|declare|warn|state|note)$/.test(lemma(s, verb));
}
