// Joins the places that speak of one occasion: "a call", "the call", "their second conversation". The same day and the same sides are the same occasion;
// a definite noun without a day of its own points back to the last one that it can mean.

import { isUnknown, type Political } from '../commitments/index.js';
import type { Meeting, Span } from '../records.js';
import type { Occasion } from './occasion.js';

export type Joined = Omit<Meeting, 'id' | 'implied' | 'duration'> & {
  readonly implied: readonly string[];
  readonly duration: string | null;
};

interface Group {
  meeting: Joined;
  last: number;
  /** Told in the headline: the story tells it again, and better. */
  headline: boolean;
  /** Told as a journey first. */
  journey: boolean;
  sure: boolean;
  round: number | null;
}

/** @param body where the story begins: what stands before is its headline */
export function joinOccasions(occasions: readonly Occasion[], sides: Political, body = 0): Joined[] {
  const groups: Group[] = [];
  for (const one of occasions) {
    const twin = findTwin(groups, one, sides);
    if (twin) {
      absorb(twin, one, sides);
    } else if (one.firm && isPolitical(one, sides)) {
      const last = groups.at(-1);
      const own = meetingOf(one);
      // "A first meeting set for Monday was put off": of those who were told of before.
      const theirs =
        isNewsOfOld(one) &&
        last &&
        ROUGHLY[one.form].includes(last.meeting.form) &&
        // "The leaders spoke by telephone and hoped that talks in January could help": who will hold those is told elsewhere.
        (one.form === 'call') === (last.meeting.form === 'call') &&
        !isWide(one) &&
        one.s.index - last.last <= 2
          ? last.meeting.parties
          : own.parties;
      groups.push({
        journey: one.journey,
        headline: one.span[0] < body,
        meeting: { ...own, parties: theirs },
        last: one.s.index,
        sure: one.sure,
        round: one.round,
      });
    }
  }
  return withoutSummaries(groups).map(({ meeting }) => meeting);
}

/** Some time in a month or a year: a summary of what is to come, and not the next sitting of those who met. */
function isWide({ start, end }: Occasion): boolean {
  return (
    start !== null && end !== null && Date.parse(end.slice(0, 10)) - Date.parse(start.slice(0, 10)) > 7 * 86_400_000
  );
}

/** The days of one lie inside those of the other and are fewer. */
function within(one: Occasion, meeting: Joined): boolean {
  const longer = one.start !== meeting.start || one.end !== meeting.end;
  return longer && one.start! >= meeting.start! && one.end! <= meeting.end!;
}

/** Two sides, or a body or several people of one with a day or a verb of their own. */
function isPolitical(one: Occasion, sides: Political): boolean {
  return one.parties.some((id) => sides.is(id)) || (one.parties.length === 0 && sides.count > 1);
}

const ROUGHLY: Readonly<Record<Meeting['form'], readonly Meeting['form'][]>> = {
  call: ['call', 'talks'],
  meeting: ['meeting', 'talks', 'summit', 'conference'],
  talks: ['talks', 'meeting', 'summit', 'conference', 'call'],
  summit: ['summit', 'meeting', 'talks'],
  conference: ['conference', 'meeting', 'talks'],
  visit: ['visit'],
};

function findTwin(groups: readonly Group[], one: Occasion, sides: Political): Group | null {
  for (let i = groups.length - 1; i >= 0; i--) {
    const { meeting, last, round } = groups[i];
    // "The trip is set for April 6-8": the journey for talks that was told before.
    const journey = one.form === 'visit' && groups[i].journey && one.definite;
    if (!journey && !ROUGHLY[one.form].includes(meeting.form)) continue;
    // "talks in Washington" are not "the Venice summit".
    if (one.place?.place && meeting.place?.place && one.place.name !== meeting.place.name && one.form !== meeting.form)
      continue;
    // A summary ("talks in January") is no occasion that another could be.
    if (
      meeting.parties.length === 0 &&
      one.parties.length > 1 &&
      one.start !== null &&
      meeting.start !== null &&
      within(one, meeting)
    )
      continue;
    // A call is called talks, and the other way round, only where the sides are the same.
    const odd = (one.form === 'call') !== (meeting.form === 'call');
    if (odd && !(one.firm && last <= 1 && one.parties.length > 1)) continue;
    if (one.round !== null && round !== null && one.round !== round) continue;
    const days = one.start !== null && meeting.start !== null;
    if (days && !(one.start! <= meeting.end! && meeting.start! <= one.end!)) continue;
    const mine = new Set(one.parties.map((id) => sides.side(id)));
    const theirs = new Set(meeting.parties.map((id) => sides.side(id)));
    const shared = [...mine].filter((side) => theirs.has(side)).length;
    // "Kenya has agreed to host the meeting": of others, told of before.
    const hosting = one.definite && one.host !== null && one.parties.every((id) => id === one.host);
    if (hosting && meeting.form !== 'visit' && meeting.form !== 'call' && one.s.index - last <= 8) return groups[i];
    // "* Foreign ministers to meet on neutral ground": whose they are is told in the story.
    const unnamed = [...theirs].every((side) => isUnknown(side));
    const hinted =
      groups[i].headline && one.firm && unnamed && one.form === meeting.form && one.status === meeting.status;
    if (hinted && !days && (meeting.level === null || one.level === null || meeting.level === one.level))
      return groups[i];
    const fits = mine.size === 0 || shared === Math.min(mine.size, theirs.size);
    if (!fits) continue;
    if (one.firm && !one.definite && last === one.s.index && !days) continue;
    // "A trip has been set for September": another than the one that was made.
    const fresh =
      /^(an?|another)$/i.test(one.s.form[one.word - 1] ?? '') &&
      one.sure &&
      /^(scheduled|postponed|cancelled)$/.test(one.status);
    if (fresh && meeting.status === 'held') continue;
    const ended = /^(held|ongoing)$/;
    const same = one.status === meeting.status || (ended.test(one.status) && ended.test(meeting.status));
    const news = /^(postponed|cancelled)$/.test(one.status) && meeting.status === 'scheduled';
    if (groups[i].headline && one.firm && shared > 0 && one.form === meeting.form) return groups[i];
    if (days && (shared > 0 || mine.size === 0)) return groups[i];
    if (journey) return groups[i];
    if (!one.firm) {
      const again = one.definite && !/^(these|those)$/i.test(one.s.form[one.word - 1] ?? '');
      if (again || (same && one.s.index - last <= 2 && /^nsubj/.test(one.s.deprel[one.word]))) return groups[i];
      continue;
    }
    // "The meeting was moved to Thursday": the one that was told of before.
    if (one.definite && mine.size === 0 && (same || news) && one.s.index - last <= 2) return groups[i];
    if (odd && same && shared > 1) return groups[i];
    if (one.form !== meeting.form && !one.definite) continue;
    if ((same || news || one.definite) && shared > 0 && (mine.size > 1 || one.definite)) return groups[i];
  }
  return null;
}

/** Put off, called off, or named as known: between whom may stand before. */
function isNewsOfOld(one: Occasion): boolean {
  const bare = one.form === 'talks' && /^nsubj/.test(one.s.deprel[one.word]);
  return one.parties.length === 0 && (one.definite || bare || /^(postponed|cancelled)$/.test(one.status));
}

/** "talks in January", and then each of them: the summary is named by what it sums up. */
function withoutSummaries(groups: readonly Group[]): Group[] {
  const kept = groups.filter(({ meeting }) => !isSummary(groups, meeting));
  for (const { meeting } of groups) {
    const first = isSummary(groups, meeting) ? kept.find((other) => inside(other.meeting, meeting)) : undefined;
    if (first) first.meeting = { ...first.meeting, mentions: [...first.meeting.mentions, ...meeting.mentions] };
  }
  return kept;
}

function isSummary(groups: readonly Group[], meeting: Joined): boolean {
  if (meeting.parties.length > 0 || meeting.start === null || meeting.start === meeting.end) return false;
  return groups.some((other) => other.meeting !== meeting && inside(other.meeting, meeting));
}

function inside(one: Joined, whole: Joined): boolean {
  if (one === whole || one.parties.length === 0 || one.start === null || one.end === null) return false;
  const narrower = one.start !== whole.start || one.end !== whole.end;
  return narrower && one.start >= whole.start! && one.end <= whole.end! && one.form !== 'call' && one.form !== 'visit';
}

function absorb(group: Group, one: Occasion, sides: Political): void {
  const { meeting } = group;
  const news = one.sure && /^(postponed|cancelled)$/.test(one.status) && meeting.status === 'scheduled';
  const seen = meeting.mentions.some(([start]) => start === one.span[0]);
  const mentions: Span[] = [...meeting.mentions, ...(seen ? [] : [one.span]), ...(one.also && !seen ? [one.also] : [])];
  // The story corrects what the headline could only hint at.
  const told = group.headline && one.firm;
  group.headline = false;
  const hosting = one.definite && one.host !== null && one.parties.every((id) => id === one.host);
  const better =
    told || (one.firm && one.sure && !group.sure && !(meeting.status === 'held' && one.status === 'proposed'));
  const narrower = one.start !== null && meeting.start !== null && within(one, meeting);
  group.meeting = {
    ...meeting,
    status: news || better ? one.status : meeting.status,
    parties:
      told && meeting.parties.every((id) => isUnknown(sides.side(id))) && one.parties.length > 0
        ? one.parties
        : !hosting && (one.firm || meeting.parties.length < 2)
          ? [...new Set([...meeting.parties, ...one.parties])]
          : meeting.parties,
    form: one.form === 'call' || (one.form === 'summit' && meeting.form !== 'call') ? one.form : meeting.form,
    start: narrower || meeting.start === null ? one.start : meeting.start,
    end: narrower || meeting.start === null ? one.end : meeting.end,
    known: narrower || meeting.start === null ? one.known : meeting.known,
    implied: narrower || meeting.start === null ? one.implied : meeting.implied,
    duration: meeting.duration ?? one.duration,
    place: meeting.place ?? one.place,
    requestedBy: meeting.requestedBy ?? one.requestedBy,
    host: meeting.host ?? one.host,
    level: meeting.level ?? one.level,
    format: meeting.format ?? one.format,
    round: meeting.round ?? one.round,
    outcome: meeting.outcome ?? one.outcome,
    mentions,
  };
  group.last = one.s.index;
  group.sure ||= one.sure;
  group.round ??= one.round;
}

function meetingOf(one: Occasion): Joined {
  const { form, status, parties, start, end, known, implied, duration, place, requestedBy, host, level, format } = one;
  const { round, outcome, span, also, statement, rule } = one;
  const day = { start, end, known, implied };
  const told = { duration, place, requestedBy, host, level, format, round, outcome };
  return { form, status, parties, ...day, ...told, span, mentions: also ? [span, also] : [span], statement, rule };
}
