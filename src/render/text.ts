// A Reading for a person at a terminal: what is threatened and under which condition, what happened, who said what on
// which authority, what is arranged, what is disputed; each with its paragraph and the dispatch's own words.

import type { Commitment, PlaceRef, Reading } from '../records.js';
import {
  actorRefs,
  clean,
  day,
  days,
  disputed,
  editionOf,
  eventLabel,
  eventState,
  GRADES,
  inferredOf,
  lengthOf,
  nested,
  settingOf,
  sortedMeetings,
  tellingCue,
  titleOf,
  type View,
  viewOf,
  when,
} from './view.js';

/** Relations that are told with the place; of the others "in" says enough. */
const BESIDE =
  /\b(?:near|off|outside|along|around|beyond|above|close to|(?:nor|sou)th|east|west|coast|miles?|km|kilomet(?:er|re)s?)\b/i;

export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly colour: boolean;
}

type Paint = (text: string) => string;

interface Ink {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly head: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
}

const LONGEST_QUOTE = 260;

export function renderText(reading: Reading, options: TextOptions): string {
  const width = Math.max(40, Math.min(options.width, 100));
  const ink = inkOf(options.colour);
  const view = viewOf(reading);
  const out: string[] = [...header(reading, width, ink)];
  const section = (title: string, entries: readonly string[][]): void => {
    if (entries.length === 0) return;
    out.push('', ink.head(title.toUpperCase()));
    for (const entry of entries) out.push(...entry);
  };
  section(
    'Threats, demands and conditions',
    reading.commitments.map((commitment) => commitmentLines(commitment, view, width, ink)),
  );
  section('What happened', eventEntries(view, width, ink));
  section('Who said what', statementEntries(view, width, ink));
  section('Talks and meetings', meetingEntries(view, width, ink));
  section('In dispute', claimEntries(view, width, ink));
  if (
    out.length > 0 &&
    reading.commitments.length +
      reading.events.length +
      reading.statements.length +
      reading.meetings.length +
      reading.claims.length ===
      0
  )
    out.push('', ink.dim('No political act, statement or meeting was found in it.'));
  return `${out.join('\n')}\n`;
}

function header(reading: Reading, width: number, ink: Ink): string[] {
  const { dispatch } = reading;
  const out: string[] = [ink.dim('━'.repeat(width))];
  const edition = editionOf(reading);
  const title = wrap(titleOf(reading), width, edition ? edition.length + 2 : 0);
  out.push((edition ? `${ink.yellow(edition)}  ` : '') + ink.bold(title[0]), ...title.slice(1).map(ink.bold));
  const places = dispatch.datelinePlaces
    .map(({ name, qualifier }) => clean(qualifier ? `${name}, ${qualifier}` : name))
    .join(' / ');
  const date = dispatch.date
    ? `${day(dispatch.date.value)}${dispatch.date.known ? '' : ' (year inferred)'}`
    : 'no date';
  const line = [dispatch.agency ? clean(dispatch.agency) : '', places, date].filter((part) => part !== '').join(' · ');
  out.push(...wrap(line, width, 0).map(ink.dim));
  const names = dispatch.authors.map((author) => clean(author.name));
  if (names.length > 0) out.push(...wrap(`By ${names.join(', ')}`, width, 0).map(ink.dim));
  if (dispatch.editorNote) out.push(...wrap(`(${clean(dispatch.editorNote)})`, width, 0).map(ink.dim));
  return out;
}

/** One entry: the paragraph's number in the margin, a first line, and lines below it. */
function entry(
  paragraph: number,
  width: number,
  ink: Ink,
  first: string,
  paint: Paint,
  below: readonly (readonly [string, Paint])[],
  depth = 0,
): string[] {
  const margin = paragraph > 0 ? `¶${paragraph}`.padStart(4) : 'head';
  const indent = '  '.repeat(depth);
  const room = width - 6 - indent.length;
  const out: string[] = [];
  wrap(first, room, 0).forEach((line, i) => {
    out.push(`${i === 0 ? ink.dim(margin) : '    '}  ${indent}${paint(line)}`);
  });
  for (const [text, colour] of below)
    if (text !== '') out.push(...wrap(text, room, 0).map((line) => `      ${indent}${colour(line)}`));
  return out;
}

function commitmentLines(commitment: Commitment, view: View, width: number, ink: Ink): string[] {
  const { holder, addressee, condition, consequence, deadline, strength, trigger } = commitment;
  const held = [holder, ...(commitment.joint ?? [])]
    .filter((id) => id !== null)
    .map(view.who)
    .join(' and ');
  const told = [addressee, ...(commitment.alsoTo ?? [])].filter((id) => id !== null).map(view.who);
  const parties = `${held}${told.length === 0 ? '' : `${holder === null ? '' : ' '}→ ${told.join(' and ')}`}`;
  const first = `${commitment.kind}${parties === '' ? '' : `  ${parties}`}`;
  const hard = commitment.kind === 'threat' || commitment.kind === 'ultimatum' || commitment.kind === 'warning';
  const state = [
    strength === 'plain' ? '' : `${strength} words`,
    deadline ? `by ${when(deadline)}` : '',
    view.onWordOf(commitment.statement) ?? '',
    settingOf(commitment),
  ].filter((part) => part !== '');
  return entry(
    view.paragraph(trigger[0]),
    width,
    ink,
    first,
    (line) => (hard ? ink.red(ink.bold(line)) : ink.bold(line)),
    [
      [condition ? `${condition.polarity.padEnd(6)} ${quote(view.words(condition.span))}` : '', ink.yellow],
      [
        consequence
          ? `${condition ? 'then   ' : ''}${quote(view.words(consequence.span))}`
          : quote(view.words(trigger)),
        plain,
      ],
      [state.join('; '), ink.dim],
    ],
  );
}

/** Where, in the words of the text when it is not simply there: "near the border with Chad". */
function where(place: PlaceRef | null, view: View): string {
  if (!place) return '';
  const told = view.reading.places.find(({ id }) => id === place.place)?.relation ?? 'in';
  return `${BESIDE.test(told) ? clean(told) : 'in'} ${clean(place.name)}`;
}

function eventEntries(view: View, width: number, ink: Ink): string[][] {
  return view.reading.events.map((event) => {
    const sources = actorRefs(event.sources, view);
    const targets = actorRefs(event.targets, view);
    const arrow = event.reciprocal ? '↔' : '→';
    const parties =
      [sources, targets].filter((part) => part !== '').length === 2
        ? `${sources} ${arrow} ${targets}`
        : targets === ''
          ? sources
          : `${arrow} ${targets}`;
    const state = eventState(event);
    const place = where(event.place, view);
    const word = view.onWordOf(event.statement);
    const figures = event.figures.map((figure) => `${figure.atLeast ? 'at least ' : ''}${figure.value} ${figure.kind}`);
    return entry(
      view.paragraph(event.trigger[0]),
      width,
      ink,
      `${eventLabel(event)}${parties === '' ? '' : `  ${parties}`}${state.length > 0 ? `  [${state.join(', ')}]` : ''}`,
      (line) => (event.quad >= 3 ? ink.red(line) : ink.green(line)),
      [
        [quote(view.words(event.evidence)), plain],
        [
          [
            when(event.date),
            place,
            ...figures,
            word ? `according to ${word}` : '',
            event.hearsay ? `on hearsay: “${clean(view.words(event.hearsay))}”` : '',
          ]
            .filter((part) => part !== '')
            .join('; '),
          ink.dim,
        ],
      ],
    );
  });
}

function statementEntries(view: View, width: number, ink: Ink): string[][] {
  return nested(view.reading.statements).map(({ statement, depth }) => {
    const to = statement.addressee === null ? '' : ` to ${view.who(statement.addressee)}`;
    const cue = tellingCue(statement, view);
    const grade = statement.sourcing === 'named' ? '' : `  [${GRADES[statement.sourcing]}]`;
    const at = statement.cue[0] ?? statement.content[0] ?? statement.source[0];
    const words = view.pieces(statement.content);
    const first = `${depth > 0 ? '↳ ' : ''}${view.speaker(statement)}${cue === '' ? '' : `, ${cue}`}${to}${grade}`;
    return entry(
      at ? view.paragraph(at[0]) : 0,
      width,
      ink,
      first,
      ink.bold,
      [
        [statement.kind === 'direct' ? quote(words) : shorten(words), plain],
        [statement.anonymity?.reason ? `anonymous: ${clean(statement.anonymity.reason)}` : '', ink.dim],
      ],
      depth,
    );
  });
}

function meetingEntries(view: View, width: number, ink: Ink): string[][] {
  return sortedMeetings(view.reading.meetings).map((meeting) => {
    const ahead = meeting.status !== 'held' && meeting.status !== 'ongoing';
    const date = days(meeting.start, meeting.end);
    const kind = [meeting.level ?? '', meeting.form].filter((part) => part !== '').join(' ');
    const notes = [
      meeting.format ?? '',
      lengthOf(meeting),
      where(meeting.place, view),
      meeting.requestedBy === null ? '' : `requested by ${view.who(meeting.requestedBy)}`,
      meeting.host === null ? '' : `hosted by ${view.who(meeting.host)}`,
      meeting.round === null ? '' : `round ${meeting.round}`,
      inferredOf(meeting),
    ].filter((part) => part !== '');
    return entry(
      view.paragraph(meeting.span[0]),
      width,
      ink,
      `${meeting.status}: ${kind}${date === '' ? '' : `, ${date}`}${meeting.parties.length > 0 ? `  ${meeting.parties.map(view.who).join(', ')}` : ''}`,
      (line) => (ahead ? ink.yellow(line) : line),
      [
        [quote(view.words(meeting.span)), plain],
        [notes.join('; '), ink.dim],
        [meeting.outcome ? `outcome: ${quote(view.words(meeting.outcome))}` : '', plain],
      ],
    );
  });
}

function claimEntries(view: View, width: number, ink: Ink): string[][] {
  return disputed(view.reading.claims).map(({ claim, against }) =>
    entry(
      view.paragraph(claim.span[0]),
      width,
      ink,
      `${claim.by === null ? 'the dispatch' : view.who(claim.by)} ${claim.stance}`,
      ink.bold,
      [
        [quote(view.words(claim.span)), plain],
        [
          against
            ? `against ${against.by === null ? 'a report' : view.who(against.by)}: ${quote(view.words(against.span))}`
            : '',
          ink.dim,
        ],
      ],
    ),
  );
}

/** Words of the text in quotation marks, unless they bring their own: the words stay as they are. */
function quote(words: string): string {
  const short = shorten(words);
  return /["“”«»]/.test(short) ? short : `“${short}”`;
}

function shorten(words: string): string {
  if (words.length <= LONGEST_QUOTE) return words;
  return `${words.slice(0, words.lastIndexOf(' ', LONGEST_QUOTE))} …`;
}

/** Lines of at most `width` columns; the first is shorter by `used`. A word longer than a line is cut. */
export function wrap(text: string, width: number, used: number): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width - used;
  for (let word of text.split(' ')) {
    while (word.length > width) {
      if (line !== '') lines.push(line);
      lines.push(word.slice(0, width));
      word = word.slice(width);
      line = '';
      room = width;
    }
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
      room = width;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}

const plain: Paint = (text) => text;

function inkOf(colour: boolean): Ink {
  const paint =
    (open: number, close: number): Paint =>
    (text) =>
      colour && text !== '' ? `\x1b[${open}m${text}\x1b[${close}m` : text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    head: (text) => paint(1, 22)(paint(36, 39)(text)),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
  };
}
