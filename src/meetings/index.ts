// The door of the meetings stage: calls, meetings, talks and visits, held and to come.

import { type Coded, type Political, sidesOf } from '../commitments/index.js';
import type { Meeting, Trace } from '../records.js';
import { occasionsOf } from './find.js';
import { withImplied } from './implied.js';
import { type Joined, joinOccasions } from './join.js';
import type { Occasion } from './occasion.js';
import { pairBefore } from './pair.js';

/** Finds the meetings of the dispatch. */
export function findMeetings(input: Coded, trace?: Trace): Meeting[] {
  const sides = sidesOf(input.cast);
  if (sides.count === 0) return [];
  const isBody = (one: Occasion): boolean => one.parties.some((id) => /^IGO/.test(input.cast.byId(id)?.code ?? ''));
  const found = input.sentences.flatMap((s) => occasionsOf(input, sides, s));
  const occasions = withImplied(isBody, found, input.dispatch, input.times, sides);
  const today = input.dispatch.date?.value ?? null;
  return joinOccasions(occasions, sides, bodyOf(input))
    .filter((one) => !isAtHome(one, sides))
    .map((one) => completed(input, sides, one))
    .map((one) => ahead(one, today))
    .map(({ implied, duration, ...meeting }, index) => {
      const id = `m${index + 1}`;
      trace?.(id, `${meeting.form}, ${meeting.status}, by ${meeting.rule}`);
      return { id, ...meeting, ...(implied.length > 0 ? { implied } : {}), ...(duration === null ? {} : { duration }) };
    });
}

/** Where the story begins: headline and bullets ("* Foreign ministers to meet") are told again in it. */
function bodyOf({ dispatch: { text, paragraphs } }: Coded): number {
  const bullet = (start: number): boolean =>
    /^[*•]\s/.test(text.slice(start)) || /[*•]\s*$/.test(text.slice(Math.max(0, start - 4), start));
  const first = paragraphs.find(([start]) => !bullet(start));
  return first?.[0] ?? 0;
}

/** Talks of which nobody, or one side alone, is told: those whom the sentences before speak of. */
function completed(input: Coded, sides: Political, meeting: Joined): Joined {
  const { form, parties, span } = meeting;
  if (form === 'visit' || form === 'conference') return meeting;
  const mine = new Set(parties.map((id) => sides.side(id)));
  if (mine.size > 1 || parties.some((id) => /^(IGO|INT)/.test(input.cast.byId(id)?.code ?? ''))) return meeting;
  const s = input.sentences.find((one) => one.span[0] <= span[0] && span[0] < one.span[1]);
  const word = s ? s.start.indexOf(span[0]) : -1;
  if (!s || word < 0) return meeting;
  const pair = pairBefore(input, sides, s, word, 'sides');
  if (pair.length < 2 || (mine.size === 1 && !pair.some((id) => mine.has(sides.side(id))))) return meeting;
  return { ...meeting, parties: [...parties, ...pair.filter((id) => !mine.has(sides.side(id)))] };
}

/** What lies after the dispatch's day has not been held, whatever the tense of the verb. */
function ahead(meeting: Joined, today: string | null): Joined {
  const over = meeting.start === null || today === null || meeting.start.slice(0, 10) <= today;
  return over || !/^(held|ongoing)$/.test(meeting.status) ? meeting : { ...meeting, status: 'scheduled' };
}

/** A president's trip within his own country. */
function isAtHome({ form, parties, place }: Joined, sides: Political): boolean {
  if (form !== 'visit' || !place?.country) return false;
  return parties.length > 0 && parties.every((id) => sides.side(id) === place.country);
}
