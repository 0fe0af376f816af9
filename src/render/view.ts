// What both renderings ask of a Reading: names, words, days, and which paragraph something stands in.

import type { Actor, ActorRef, Claim, Commitment, Event, Meeting, Reading, Span, Statement, When } from '../records.js';

export interface View {
  readonly reading: Reading;
  /** The words at a span, white space folded, control characters taken out. */
  readonly words: (span: Span) => string;
  /** Several spans joined with an ellipsis. */
  readonly pieces: (spans: readonly Span[]) => string;
  /** Number of the paragraph that an offset stands in, from 1; 0 for the headline and whatever else is above the story. */
  readonly paragraph: (offset: number) => number;
  readonly actor: (id: string | null) => Actor | null;
  /** "Ida Holm (ARLGOV)", "somebody" for null. */
  readonly who: (id: string | null) => string;
  readonly statement: (id: string | null) => Statement | null;
  readonly event: (id: string) => Event | null;
  /** On whose word: "a senior official, anonymous", or null when it is the dispatch's own. */
  readonly onWordOf: (statement: string | null) => string | null;
  /** Who speaks, in the text's words where no actor was found. */
  readonly speaker: (statement: Statement) => string;
}

export function viewOf(reading: Reading): View {
  const { text, paragraphs } = reading.dispatch;
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const statements = new Map(reading.statements.map((statement) => [statement.id, statement]));
  const events = new Map(reading.events.map((event) => [event.id, event]));
  const words = ([start, end]: Span): string => clean(text.slice(start, end));
  const view: View = {
    reading,
    words,
    pieces: (spans) => spans.map(words).join(' … '),
    paragraph: (offset) => {
      let number = 0;
      for (const [start] of paragraphs) {
        if (start > offset) break;
        number++;
      }
      return number;
    },
    actor: (id) => (id === null ? null : (actors.get(id) ?? null)),
    who: (id) => {
      const actor = id === null ? undefined : actors.get(id);
      return actor ? nameOf(actor) : 'somebody';
    },
    statement: (id) => (id === null ? null : (statements.get(id) ?? null)),
    event: (id) => events.get(id) ?? null,
    onWordOf: (id) => {
      const statement = id === null ? undefined : statements.get(id);
      return statement ? `${view.speaker(statement)}, ${GRADES[statement.sourcing]}` : null;
    },
    speaker: (statement) => {
      if (statement.speaker !== null)
        return [statement.speaker, ...(statement.joint ?? [])].map(view.who).join(' and ');
      return statement.source.length > 0 ? view.pieces(statement.source) : 'an unnamed source';
    },
  };
  return view;
}

/** White space folded; control characters, which could steer a terminal, and direction marks taken out. */
export function clean(text: string): string {
  return text.replace(/[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

function nameOf(actor: Actor): string {
  const code = actor.code === '---' || actor.code === '' ? '' : ` (${actor.code})`;
  return `${clean(actor.name)}${code}`;
}

/** Statements in the order of the text, each followed by those that stand in its content; `depth` counts how deep. */
export function nested(statements: readonly Statement[]): { statement: Statement; depth: number }[] {
  const ids = new Set(statements.map((statement) => statement.id));
  const inside = new Map<string, Statement[]>();
  const roots: Statement[] = [];
  for (const statement of statements) {
    const { parent } = statement;
    if (parent === null || parent === statement.id || !ids.has(parent)) roots.push(statement);
    else if (inside.has(parent)) inside.get(parent)!.push(statement);
    else inside.set(parent, [statement]);
  }
  const found: { statement: Statement; depth: number }[] = [];
  const seen = new Set<string>();
  const visit = (statement: Statement, depth: number): void => {
    if (seen.has(statement.id)) return;
    seen.add(statement.id);
    found.push({ statement, depth });
    for (const child of inside.get(statement.id) ?? []) visit(child, Math.min(depth + 1, 4));
  };
  const first = ({ cue, content, source }: Statement): number =>
    Math.min(...[...cue, ...content, ...source].map((span) => span[0]), Number.MAX_SAFE_INTEGER);
  for (const root of roots.sort((a, b) => first(a) - first(b))) visit(root, 0);
  // Statements that are one another's parents hang on no root.
  for (const statement of statements) visit(statement, 0);
  return found;
}

/** The cue where it tells more than that something was said. */
export function tellingCue(statement: Statement, view: View): string {
  const cue = view.pieces(statement.cue);
  return /^(?:said|says|say|saying|told|tells|according to|\P{L}+)?$/iu.test(cue) ? '' : cue;
}

/** How good a source is, in words. */
export const GRADES: Readonly<Record<Statement['sourcing'], string>> = {
  named: 'named',
  spokesperson: 'spokesperson',
  anonymous: 'anonymous',
  organisation: 'organisation',
  document: 'document',
  media: 'other media',
  none: 'no source named',
};

export const MODALITIES: Readonly<Record<Event['modality'], string>> = {
  happened: '',
  ongoing: 'going on',
  planned: 'planned',
  conditional: 'conditional',
  hypothetical: 'hypothetical',
  requested: 'asked for',
};

/** "Consult: phone", in words for a person. */
export function eventLabel(event: Event): string {
  const type = event.type.charAt(0) + event.type.slice(1).toLowerCase();
  return event.mode ? `${type}: ${event.mode.replace(/[-_]/g, ' ')}` : type;
}

/** What keeps an event from being a plain fact: "planned", "did not happen", "denied". */
export function eventState(event: Event): string[] {
  return [MODALITIES[event.modality], event.negated ? 'did not happen' : '', event.denied ? 'denied' : ''].filter(
    (word) => word !== '',
  );
}

export function actorRefs(refs: readonly ActorRef[], view: View): string {
  const names = refs.map((ref) => {
    const actor = view.actor(ref.actor);
    return actor ? nameOf(actor) : clean(ref.text);
  });
  return names.length > 0 ? [...new Set(names)].join(', ') : '';
}

const MONTHS = 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' ');

/** An ISO day as a person reads it: "30 Dec 2021", with the time where one is told. */
export function day(value: string): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d))?/.exec(value);
  if (!match) return clean(value);
  const [, year, month, date, time] = match;
  const parts = [date ? String(Number(date)) : '', month ? (MONTHS[Number(month) - 1] ?? month) : '', year];
  return parts.filter((part) => part !== '').join(' ') + (time && time !== '00:00' ? `, ${time}` : '');
}

/** From the first to the last day: "9–10 Jan 2022". */
export function days(start: string | null, end: string | null): string {
  if (start === null && end === null) return '';
  if (start === null) return `until ${day(end!)}`;
  if (end === null || end.slice(0, 10) === start.slice(0, 10)) return day(start);
  const [a, b] = [start.slice(0, 10), end.slice(0, 10)];
  if (a.slice(0, 7) === b.slice(0, 7)) return `${Number(a.slice(8))}–${day(b)}`;
  return `${day(a)} – ${day(b)}`;
}

export function when(value: When | null): string {
  const told = value === null ? '' : days(value.start, value.end);
  return value === null || value.known || told === '' ? told : `${told} (inferred)`;
}

/** Meetings to come first, then those that were. */
export function sortedMeetings(meetings: readonly Meeting[]): Meeting[] {
  const ahead = (meeting: Meeting): number => (meeting.status === 'held' || meeting.status === 'ongoing' ? 1 : 0);
  return [...meetings].sort(
    (a, b) => ahead(a) - ahead(b) || compare(a.start ?? '~', b.start ?? '~') || a.span[0] - b.span[0],
  );
}

/** What was inferred of a meeting's day: "year inferred", or "" where all of it stands in the text. */
export function inferredOf({ start, known, implied = ['day'] }: Meeting): string {
  if (start === null || known) return '';
  return `${implied.join(' and ').replace('date', 'day')} inferred`;
}

/** How long a meeting lasted: "50 minutes", or "" where the text does not tell. */
export function lengthOf({ duration }: Meeting): string {
  const [, number, unit] = /^P(?:T(?=.*[HM]$))?(\d+)([A-Z])$/.exec(duration ?? '') ?? [];
  if (number === undefined) return '';
  const name =
    { H: 'hour', M: duration?.startsWith('PT') ? 'minute' : 'month', D: 'day', W: 'week', Y: 'year' }[unit] ?? '';
  return name === '' ? '' : `${number} ${name}${number === '1' ? '' : 's'}`;
}

/** How a commitment came to be known: "in public", "reported", or "" where the text tells on nobody's word. */
export function settingOf({ setting }: Commitment): string {
  return setting === undefined ? '' : setting === 'public' ? 'in public' : setting;
}

/** Claims that somebody disputes: those that deny or doubt, and those that they are against. */
export function disputed(claims: readonly Claim[]): { claim: Claim; against: Claim | null }[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return claims
    .filter(
      (claim) =>
        claim.stance === 'denies' ||
        claim.stance === 'doubts' ||
        (claim.stance === 'confirms' && claim.against !== null),
    )
    .map((claim) => ({ claim, against: claim.against === null ? null : (byId.get(claim.against) ?? null) }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Headline for people: the headline, or the first words of the story. */
export function titleOf(reading: Reading): string {
  const { headline, text, paragraphs, id } = reading.dispatch;
  if (headline) return clean(headline);
  const first =
    paragraphs.length > 0
      ? clean(text.slice(paragraphs[0][0], Math.min(paragraphs[0][1], paragraphs[0][0] + 200)))
      : '';
  return first === '' ? id : first.length > 90 ? `${first.slice(0, first.lastIndexOf(' ', 88))} …` : first;
}

/** "UPDATE 4", "CORRECTION". */
export function editionOf(reading: Reading): string | null {
  const { edition } = reading.dispatch;
  if (!edition) return null;
  const name =
    edition.kind === 'other' && edition.span ? clean(reading.dispatch.text.slice(...edition.span)) : edition.kind;
  return `${name.toUpperCase()}${edition.number === null || /\d$/.test(name) ? '' : ` ${edition.number}`}`;
}
