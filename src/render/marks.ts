// Which parts of the text belong to which records, cut into segments that never cross: a segment names every record that it is part of.
// Marks may nest and may cross; flat segments stand for both.

import type { Reading, Span } from '../records.js';

export type MarkKind =
  | 'actor'
  | 'time'
  | 'place'
  | 'source'
  | 'cue'
  | 'content'
  | 'event'
  | 'evidence'
  | 'if'
  | 'then'
  | 'commitment'
  | 'meeting'
  | 'claim';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
  /** Id of the record. */
  readonly id: string;
  /** What stands before it where it begins: "if", "unless", "then". */
  readonly label: string | null;
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  /** From the longest mark to the shortest: the last is the one meant by pointing here. */
  readonly marks: readonly Mark[];
}

/** All marks of a reading. */
export function marksOf(reading: Reading): Mark[] {
  const marks: Mark[] = [];
  const size = reading.dispatch.text.length;
  const add = (kind: MarkKind, id: string, span: Span | null, label: string | null = null): void => {
    if (span && span[0] >= 0 && span[0] < span[1] && span[1] <= size)
      marks.push({ start: span[0], end: span[1], kind, id, label });
  };
  for (const actor of reading.actors) for (const span of actor.mentions) add('actor', actor.id, span);
  for (const time of reading.times) add('time', time.id, time.span);
  for (const place of reading.places) add('place', place.id, place.span);
  for (const statement of reading.statements) {
    for (const span of statement.source) add('source', statement.id, span);
    for (const span of statement.cue) add('cue', statement.id, span);
    for (const span of statement.content) add('content', statement.id, span);
  }
  for (const event of reading.events) {
    add('evidence', event.id, event.evidence);
    add('event', event.id, event.trigger);
    for (const span of event.repeats) add('event', event.id, span);
  }
  for (const commitment of reading.commitments) {
    const { condition, consequence } = commitment;
    add('commitment', commitment.id, commitment.trigger);
    if (condition) add('if', commitment.id, condition.span, condition.polarity);
    if (consequence) add('then', commitment.id, consequence.span, condition ? 'then' : null);
  }
  for (const meeting of reading.meetings) {
    add('meeting', meeting.id, meeting.span);
    for (const span of meeting.mentions) if (span[0] !== meeting.span[0]) add('meeting', meeting.id, span);
  }
  for (const claim of reading.claims) add('claim', claim.id, claim.span);
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Cuts `[start, end)` where any mark begins or ends. `marks` are sorted by their start. */
export function segmentsOf(marks: readonly Mark[], start: number, end: number): Segment[] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = new Set<number>([start, end]);
  for (const mark of here) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let next = 0;
  let open: Mark[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const at = edges[i];
    open = open.filter((mark) => mark.end > at);
    while (next < here.length && here[next].start <= at) {
      if (here[next].end > at) open.push(here[next]);
      next++;
    }
    segments.push({
      start: at,
      end: edges[i + 1],
      marks: [...open].sort((a, b) => b.end - b.start - (a.end - a.start) || (a.kind < b.kind ? -1 : 1)),
    });
  }
  return segments;
}
