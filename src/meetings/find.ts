// Finds the occasions of a sentence: the nouns and verbs of codebook/meetings.txt, with their parties, days, place and what else the clause tells.

import {
  actorsAt,
  type Coded,
  isNegated,
  isShouted,
  isStray,
  isUnknown,
  lemma,
  modalOf,
  type Political,
  speakerAt,
} from '../commitments/index.js';
import { child, children, type Sentence, subtree } from '../language/index.js';
import type { Meeting, TimeExpression } from '../records.js';
import { type Anchor, anchorsOf, plannedOf } from './anchor.js';
import { daysOf, durationOf, headOf, lasting, shifted, stretch } from './days.js';
import { formatOf, levelOf, outcomeOf, placeOf, roundOf } from './fields.js';
import { datelineOf } from './implied.js';
import { invitationOf } from './invitation.js';
import { withoutJourneys } from './journey.js';
import { lexicon } from './lexicon.js';
import type { Occasion } from './occasion.js';
import { pairBefore, pairWord } from './pair.js';
import { askedBy, deepAt, hostOf, isHolding, partiesOf } from './parties.js';
import { proposalOf } from './proposal.js';
import { seriesOf } from './series.js';
import { isToBe, settled, statusOf, type Told } from './status.js';
import { STAY } from './stays.js';
import { subjectAt } from './subject.js';
import { isArrival, isOfTwo } from './verbs.js';

/** The occasions of a sentence, left to right. */
export function occasionsOf(input: Coded, sides: Political, s: Sentence): Occasion[] {
  if (isShouted(s, input.dispatch)) return [];
  const anchors = anchorsOf(input.cast, sides, s).filter(({ word }) => !isVote(input, s, word));
  if (anchors.length === 0) return [];
  const near = input.times.filter((time) => time.span[0] < s.span[1] && s.span[0] < time.span[1]);
  const planned = plannedOf(s, anchors);
  const days = daysOf(s, near, anchors, planned, input.dispatch.date?.value ?? null);
  const made = anchors
    .map((anchor) => occasion(input, sides, s, anchor, days.get(anchor.word) ?? []))
    .filter((one) => one !== null)
    .map((one) =>
      one.status === 'held' && !isAfter(s, one.word) && [...planned.values()].includes(one.word)
        ? { ...one, status: 'scheduled' as const, sure: true }
        : one,
    );
  return withoutJourneys(made.map((one, at) => followed(one, made.slice(0, at)))).flatMap((one) =>
    seriesOf(input, sides, one),
  );
}

/** "will meet in Geneva, followed by a session in Brussels": what follows stands as what it follows. */
function followed(one: Occasion, before: readonly Occasion[]): Occasion {
  const { s, verb } = one;
  const first = before.find(({ word }) => word < verb);
  if (!first || verb < 0 || lemma(s, verb) !== 'follow' || s.xpos[verb] !== 'VBN' || child(s, verb, 'aux') >= 0)
    return one;
  return one.sure ? one : { ...one, status: first.status };
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
  if (isDenied(s, word) || isOfFirm(input, sides, s, anchor)) return null;
  const stretched = stretch(times.filter((time) => !isLater(s, verb, time, dispatch.date?.value ?? null)));
  const form = anchor.noun?.form ?? anchor.entry!.form;
  const visit = form === 'visit';
  const today = dispatch.date?.value ?? null;
  const stays = anchor.entry === STAY;
  // "would invite the two leaders to Brussels"
  const invites = word === verb && lemma(s, word) === 'invite';
  const proposal = proposalOf(cast, sides, s, word);
  const after = anchor.noun !== null && isAfter(s, word);
  const invitation = visit ? invitationOf(s, word) : null;
  const told: Told = after
    ? { status: 'held', sure: true, by: -1 }
    : invitation || proposal
      ? { status: (invitation ?? proposal)!.status, sure: true, by: -1 }
      : stays || invites
        ? { ...STAYS, status: invites ? ('proposed' as const) : STAYS.status }
        : settled(
            statusOf(s, anchor.entry ? verb : word, verb, stretched.start, stretched.end, today),
            stretched.end,
            today,
          );
  // "set for Thursday, was put off until Friday": the new day.
  const moved = told.status === 'postponed' ? times.filter((time) => isUntil(s, verb, time)) : [];
  const days = moved.length > 0 ? stretch(moved) : stretched;
  const { start, end, known, implied } = shifted(s, word, told.status, lasting(s, word, input.times, days));
  let landlord: string | null = null;
  let parties = partiesOf(input, sides, s, after ? { ...anchor, verb: outermost(s, verb) } : anchor);
  if (proposal) {
    const mine = new Set(proposal.parties.map((id) => sides.side(id)));
    parties = [...proposal.parties, ...parties.filter((id) => !mine.has(sides.side(id)))];
  }
  if (after && new Set(parties.map((id) => sides.side(id))).size < 2)
    parties = [...new Set([...parties, ...talkers(input, sides, s)])];
  parties = withPair(input, sides, s, anchor, parties);
  if (anchor.entry && isOfTwo(s, subjectAt(s, verb)) && new Set(parties.map((id) => sides.side(id))).size < 2) {
    // Nobody knows who they are.
    if (!cast.actors.some(({ id }) => parties.includes(id) && sides.is(id))) return null;
  }
  const round = roundOf(s, word);
  const outcome = outcomeOf(s, anchor);
  // "A second round of talks is planned for December 4": of the two sides that the story is about.
  const hosting = hostOf(cast, sides, s, anchor);
  const others = hosting === null ? parties : parties.filter((id) => sides.side(id) !== sides.side(hosting));
  if (others.length === 0 && !visit && form !== 'call' && (round !== null || isRound(s, word) || hosting !== null)) {
    const dyad = dyadOf(input, sides, hosting);
    if (dyad.length > 0) parties = dyad;
  }
  const arrives = visit && anchor.entry !== null && isArrival(s, verb);
  const place = placeOf(input, s, anchor, visit) ?? (arrives ? datelineOf(dispatch) : null);
  const invitesBoth = invites && new Set(parties.map((id) => sides.side(id))).size > 1;
  if (visit && place?.country && !invitesBoth) {
    const host = cast.actors.find((actor) => actor.country === place.country && sides.is(actor.id));
    if (host && !parties.some((id) => sides.side(id) === sides.side(host.id))) {
      parties = [...parties, host.id];
      landlord = host.id;
    }
  }
  const asked = proposal?.by ?? askedBy(cast, sides, s, anchor, told.by);
  const host = hosting;
  const subject = verb >= 0 ? subjectAt(s, verb) : -1;
  const levelWords = [
    ...subtree(s, word, (i) => i !== word && isStray(s, i, word)),
    ...(subject >= 0 &&
    subject !== word &&
    (isOfTwo(s, subject) || actorsAt(cast, s, subject).some((ref) => parties.includes(ref.actor))) &&
    (anchor.entry !== null || !isSpeech(s, verb))
      ? subtree(s, subject)
      : []),
  ];
  // "would send a personal envoy to Washington": of whom is sent, and not of who sends.
  const sent = anchor.entry && /^(send|dispatch)$/.test(lemma(s, verb)) ? child(s, verb, 'obj') : -1;
  const determiner = child(s, word, 'det', 'nmod:poss');
  const definite =
    /^(that|this)$/i.test(s.form[word - 1] ?? '') ||
    (determiner >= 0 && /^(the|that|this|these|those|both|their|its|his|her)$/i.test(s.form[determiner]));
  const count = new Set(parties.map((id) => sides.side(id))).size;
  const body = parties.some((id) => /^IGO/.test(cast.byId(id)?.code ?? ''));
  // "wished that contacts go on", "is ready for dialogue", "a hearing on the matter"
  const vague =
    anchor.noun !== null &&
    ((/^(contact|dialogue|deliberation)$/.test(lemma(s, word)) && start === null && count < 2) ||
      (lemma(s, word) === 'hearing' && !body && count < 2));
  const firm =
    !vague &&
    !isWithOthers(s, word, parties.length) &&
    ((anchor.entry !== null && (count > 1 || body || visit || start !== null || told.sure)) ||
      (anchor.noun !== null &&
        parties.length > 0 &&
        (start !== null || told.sure || (count > 1 && anchor.noun.needs !== 'other'))) ||
      (anchor.noun?.needs === 'phone' && count > 0 && formatOf(s, word) !== null) ||
      // "at a secret meeting in Doha last week"
      (anchor.noun !== null && place?.place != null && (start !== null || body) && anchor.noun.needs !== 'phone') ||
      // "declared after a meeting in Doha"
      (anchor.noun !== null &&
        place?.place != null &&
        parties.length > 0 &&
        child(s, word, 'det', 'nummod') >= 0 &&
        /^(meeting|summit|conference)$/.test(form) &&
        /^(after|following)$/i.test(s.form[child(s, word, 'case')] ?? '')) ||
      (visit && anchor.noun !== null && place?.place != null && parties.length > 0) ||
      // "A first meeting could take place in May": between whom was told before.
      (anchor.noun?.form === 'meeting' && told.sure && start !== null && told.status !== 'held') ||
      // "Talks planned for Friday were in doubt", "the next round has been put back": whose they are was told before.
      (/^(talks|summit)$/.test(anchor.noun?.form ?? '') && told.sure && start !== null) ||
      (definite && told.sure && /^(postponed|cancelled)$/.test(told.status) && start !== null) ||
      // "A third round of talks ended in Geneva without a deal"
      (parties.length > 1 && round !== null && (outcome !== null || told.sure || start !== null)) ||
      (proposal !== null && parties.length > 1));
  return {
    s,
    word,
    verb,
    form: isVideoCall(s, word, form) ? 'call' : form,
    status: told.status,
    sure: told.sure,
    parties,
    landlord,
    start,
    end,
    known,
    implied,
    duration: durationOf(s, word, verb, input.times),
    place,
    requestedBy: asked,
    host,
    level: sent >= 0 ? levelOf(cast, s, subtree(s, sent), []) : levelOf(cast, s, levelWords, parties),
    format:
      formatOf(s, word) ??
      (verb >= 0 && anchor.entry ? formatOf(s, verb) : null) ??
      (form === 'call' && /^(tele)?phone$/.test(lemma(s, word)) ? 'by telephone' : null),
    round,
    outcome,
    span: [s.start[word], s.end[word]],
    also: null,
    journey: false,
    statement: speakerAt(cast, statements, s, word).statement,
    rule: anchor.noun?.rule ?? anchor.entry!.rule,
    definite,
    firm,
  };
}

/** "The two ministers will meet", "talks between both sides", "They spoke": the two that are meant, where the cast knows of one at most. */
function withPair(
  input: Coded,
  sides: Political,
  s: Sentence,
  { word, verb, entry }: Anchor,
  parties: readonly string[],
): string[] {
  const subject = verb >= 0 ? subjectAt(s, verb) : -1;
  const behind = children(s, word).filter(
    (i) => i > word && /^(between|of|with)$/i.test(s.form[child(s, i, 'case')] ?? ''),
  );
  const takesPart = entry !== null || isHolding(s, verb);
  for (const at of [...(takesPart ? [subject] : []), ...behind]) {
    const they = at >= 0 && at === subject && /^they$/i.test(s.form[at]);
    const kind = they ? 'people' : pairWord(s, at);
    if (kind === null) continue;
    const meant = deepAt(input.cast, s, at).map((ref) => ref.actor);
    const known = new Set(meant.map((id) => sides.side(id)).filter((side) => !isUnknown(side)));
    const others = parties.filter((id) => !meant.includes(id));
    if (known.size > 1 || (they && others.length > 0)) continue;
    const first = pairBefore(input, sides, s, at, kind);
    const pair = first.length === 2 ? first : pairBefore(input, sides, s, at, 'sides', kind === 'people');
    if (pair.length === 2)
      return [...pair, ...others.filter((id) => !pair.some((one) => sides.side(one) === sides.side(id)))];
  }
  return [...parties];
}

/** "until Friday", "to June 9", behind the verb that puts off. */
function isUntil(s: Sentence, verb: number, time: TimeExpression): boolean {
  const head = headOf(s, time);
  return head > verb && /^(until|till|to)$/i.test(s.form[child(s, head, 'case')] ?? '');
}

/** "called on him in the evening": an hour whose day was guessed lies behind when the verb is past. */
function isLater(s: Sentence, verb: number, { type, start, implied }: TimeExpression, today: string | null): boolean {
  if (type !== 'TIME' || start === null || today === null || start.slice(0, 10) <= today || verb < 0) return false;
  return s.xpos[verb] === 'VBD' && !isToBe(s, verb) && (implied?.includes('date') ?? true);
}

/** "after two days of talks", "following talks in Geneva": over, whatever is told of what came next. */
function isAfter(s: Sentence, word: number): boolean {
  if (!/^(talk|negotiation|discussion|consultation|meeting)$/.test(lemma(s, word))) return false;
  const up = s.head[word];
  const long =
    up >= 0 && s.deprel[word] === 'nmod' && /^(hour|day|week|month|round|night)$/.test(lemma(s, up)) ? up : -1;
  return long >= 0 && /^(after|following)$/i.test(s.form[child(s, long, 'case', 'mark')] ?? '');
}

/** "said they could see a way after hours of talks", "agreed that arms must be laid down after a day of talks": the verb outside of what is said. */
function outermost(s: Sentence, verb: number): number {
  let at = verb;
  while (at >= 0 && /^(ccomp|xcomp)$/.test(s.deprel[at]) && modalOf(s, at) !== null) at = s.head[at];
  return at;
}

/** Whoever the main clause of a sentence is about, and whoever is told to have agreed or spoken in it. */
function talkers({ cast }: Coded, sides: Political, s: Sentence): string[] {
  const found: string[] = [];
  for (let i = 0; i < s.size; i++) {
    if (s.upos[i] !== 'VERB' || !(s.head[i] < 0 || (s.deprel[i] === 'ccomp' && s.head[s.head[i]] < 0))) continue;
    if (!/^(agree|say|tell|sign|announce|reach|fail|part|declare|warn|report|leave|fly|decide)$/.test(lemma(s, i)))
      continue;
    for (const { actor } of deepAt(cast, s, subjectAt(s, i)))
      if (sides.is(actor) && !found.includes(actor)) found.push(actor);
  }
  return found;
}

/** "a video conference with her counterparts", "a conference call" */
function isVideoCall(s: Sentence, word: number, form: Meeting['form']): boolean {
  return form === 'conference' && /^(video|telephone|phone|zoom)$/i.test(s.form[word - 1] ?? '');
}

/** "Benetton is holding talks with the Soviet Union", "company officials held talks with the government": a firm's own business. */
function isOfFirm({ cast }: Coded, sides: Political, s: Sentence, { noun, verb }: Anchor): boolean {
  if (noun === null || !isHolding(s, verb)) return false;
  const subject = subjectAt(s, verb);
  if (subject < 0 || deepAt(cast, s, subject).some((ref) => sides.is(ref.actor))) return false;
  const { not } = lexicon();
  const firm = (i: number): boolean =>
    not.has(lemma(s, i)) || /^(company|firm|bank|airline|maker|manufacturer)$/.test(lemma(s, i));
  if (firm(subject) || children(s, subject).some((i) => i < subject && firm(i))) return true;
  return s.names.some(({ first, end, type }) => type === 'ORG' && first <= subject && subject < end);
}

/** "Talks with unions": somebody takes part, and nobody of a side. */
function isWithOthers(s: Sentence, word: number, parties: number): boolean {
  // "told a meeting of Miami businessmen": who speaks to it is all that is known of it.
  const up = s.head[word];
  const addressed = up >= 0 && /^i?obj$/.test(s.deprel[word]) && /^(tell|address|inform)$/.test(lemma(s, up));
  if (parties > 0 && !addressed) return false;
  return children(s, word).some((i) => {
    const opener = s.form[child(s, i, 'case')] ?? '';
    if (i < word || !/^(with|between|of)$/i.test(opener)) return false;
    // "a meeting of polar institutes"
    return (
      !/^of$/i.test(opener) ||
      (/^NNP?S$/.test(s.xpos[i]) &&
        /^(institute|company|bank|banker|businessman|executive|industrialist|investor|lawyer|student|analyst|scientist|doctor|bishop|expert|farmer|worker|trader|member|producer|owner|editor|economist|university|club)$/.test(
          lemma(s, i),
        ))
    );
  });
}

/** "dismissed a report that the two had met", "denied meeting him": what is said not to have been is no occasion. */
function isDenied(s: Sentence, word: number): boolean {
  // "left without having met the general"
  if (s.upos[word] === 'VERB' && /^without$/i.test(s.form[child(s, word, 'mark')] ?? '')) return true;
  let clause = false;
  for (let at = word; s.head[at] >= 0; at = s.head[at]) {
    const up = s.head[at];
    const name = s.deprel[at];
    clause ||=
      /^(ccomp|acl|acl:relcl|xcomp|advcl|csubj)$/.test(name) && (s.upos[at] === 'VERB' || child(s, at, 'mark') >= 0);
    if (/^(conj|parataxis)$/.test(name)) return false;
    if (!clause || s.upos[up] !== 'VERB' || isNegated(s, up)) continue;
    if (/^(deny|refute|rebut)$/.test(lemma(s, up))) return true;
    const report = child(s, up, 'obj', 'nsubj:pass', 'obl');
    const reported =
      report >= 0 &&
      /^(report|allegation|claim|rumou?r|charge|accusation|speculation|story|suggestion|account)$/.test(
        lemma(s, report),
      );
    if (reported && /^(dismiss|reject|dispute|discount|contradict|laugh|scoff|brush|rubbish)$/.test(lemma(s, up)))
      return true;
  }
  return false;
}

/** "Sunday's first round": of an election, where nobody speaks of talks. */
function isVote({ sentences }: Coded, s: Sentence, word: number): boolean {
  if (!/^(round|session)$/.test(lemma(s, word))) return false;
  const near = sentences.slice(Math.max(0, s.index - 4), s.index + 2);
  const tells = (list: RegExp): boolean => near.some((one) => one.form.some((_, i) => list.test(lemma(one, i))));
  return (
    tells(/^(vote|election|ballot|poll|runoff|run-off|electoral|voter|parliament)$/) &&
    !tells(/^(talk|negotiation|mediation|dialogue|consultation|negotiator)$/)
  );
}

/** "two earlier rounds of talks" */
function isRound(s: Sentence, word: number): boolean {
  return lemma(s, word) === 'round' && children(s, word).some((i) => s.deprel[i] === 'nmod' && i > word);
}

/** The two sides that the story's lead is about, the host of the talks left out; none where it names more or fewer. */
function dyadOf({ cast, dispatch }: Coded, sides: Political, host: string | null): string[] {
  const end = dispatch.paragraphs[0]?.[1] ?? 0;
  const found = new Map<string, { id: string; count: number }>();
  for (const { id, mentions, country, code } of cast.actors) {
    const side = sides.side(id);
    if (
      side === null ||
      isUnknown(side) ||
      side === sides.side(host) ||
      (country === null && /^(IGO|INT|---)/.test(code))
    )
      continue;
    const count = mentions.filter(([start]) => start < end).length;
    if (count === 0) continue;
    const told = found.get(side);
    if (told) told.count += count;
    else found.set(side, { id, count });
  }
  // "agreed in Brussels": a third that is named less often is where, and not who.
  const [one, other, third] = [...found.values()].sort((a, b) => b.count - a.count);
  if (!one || !other || (third && third.count >= other.count)) return [];
  // The states themselves, where they are named.
  return [one.id, other.id].map(
    (id) =>
      cast.actors.find(
        ({ kind, country }) => kind === 'country' && country !== null && country === cast.byId(id)?.country,
      )?.id ?? id,
  );
}

/** "will be in Kiev on Thursday" is ahead, whatever the tense. */
const STAYS: Told = { status: 'scheduled', sure: true, by: -1 };

function isSpeech(s: Sentence, verb: number): boolean {
  return /^(say|tell|add|announce|report|declare|warn|state|note)$/.test(lemma(s, verb));
}
