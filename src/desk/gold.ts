// Marks as a corpus for `eval` (docs/annotation.md): a paragraph becomes a passage when every commitment, meeting and claim in it was judged.
// What was confirmed stands as it was read, what was corrected as it should read, what was rejected is left out. What the reading missed
// cannot be marked, so a passage of this file is to be looked through before it measures recall.

import type { Actor, Claim, Commitment, Meeting, Reading, Span } from '../records.js';
import * as record from '../store/index.js';
import type { Marked, MarksOf } from './ask.js';

type Judged = Commitment | Meeting | Claim;

/** The passages of all dispatches in which something was marked, in the order of their keys. */
export async function corpusOf(store: record.Store, marks: MarksOf): Promise<string> {
  const rows = await store.db.selectFrom('mark').select('report').distinct().execute();
  const keys = [...new Set(rows.map(({ report }) => report.split('#')[0]))].sort();
  const passages: string[] = [];
  for (const key of keys) {
    const reading = await record.readingOf(store, key);
    if (reading) passages.push(...passagesOf(key, reading, marks));
  }
  return `# Paragraphs that readers judged at the desk.\n${passages.length > 0 ? `\n${passages.join('\n')}` : ''}`;
}

/** The last word of the readers. */
function verdict(marks: readonly Marked[]): Marked | null {
  return marks[marks.length - 1] ?? null;
}

export function passagesOf(key: string, reading: Reading, marks: MarksOf): readonly string[] {
  const { dispatch, commitments, meetings, claims } = reading;
  const passages: string[] = [];
  for (const [number, paragraph] of dispatch.paragraphs.entries()) {
    const within = ([start, end]: Span): boolean => start >= paragraph[0] && end <= paragraph[1];
    const here: readonly (readonly [Judged, Span])[] = [
      ...commitments.map((one) => [one, one.trigger] as const),
      ...meetings.map((one) => [one, one.span] as const),
      ...claims.map((one) => [one, one.span] as const),
    ].filter(([, span]) => within(span));
    const judged = here.map(([one]) => ({ one, said: verdict(marks(`${key}#${one.id}`)) }));
    if (judged.length === 0 || judged.some(({ said }) => said === null)) continue;
    const kept = judged.filter(({ said }) => said?.verdict !== 'rejected');
    const cells = new Cells(reading, paragraph);
    const order = kept.map(({ one }) => one).filter((one): one is Claim => 'stance' in one);
    const lines = kept.flatMap(({ one, said }) => {
      const line = lineOf(one, cells, order);
      return line === null ? [] : [correct(line, said)];
    });
    const text = dispatch.text.slice(paragraph[0], paragraph[1]).replace(/\s+/g, ' ').trim();
    const date = dispatch.date?.value;
    if (date === undefined || text.startsWith('== ')) continue;
    passages.push(`== ${key}-${number + 1} ${date}\n${text}\n--\n${lines.length > 0 ? lines.join('\n') : 'none'}\n`);
  }
  return passages;
}

/** Cells of a line, in the words of the paragraph. */
class Cells {
  constructor(
    private readonly reading: Reading,
    private readonly paragraph: Span,
  ) {}

  /** The words at the span with which of their places it is, or null when they are not within the paragraph. */
  span(key: string, span: Span | null | undefined): string | null {
    if (!span || span[0] < this.paragraph[0] || span[1] > this.paragraph[1]) return null;
    const { text } = this.reading.dispatch;
    const flat = text.slice(this.paragraph[0], this.paragraph[1]).replace(/\s+/g, ' ').trim();
    const words = text.slice(span[0], span[1]).replace(/\s+/g, ' ').trim();
    if (words === '' || words.includes(' | ') || !flat.includes(words)) return null;
    const before = text.slice(this.paragraph[0], span[0]).replace(/\s+/g, ' ').trimStart().length;
    let nth = 1;
    for (let at = flat.indexOf(words); at >= 0 && at < before; at = flat.indexOf(words, at + 1)) nth++;
    return `${key}: ${words}${nth > 1 ? `#${nth}` : ''}`;
  }

  /** A country's code, or the name. */
  party(id: string | null): string {
    const actor: Actor | undefined = this.reading.actors.find((one) => one.id === id);
    if (!actor) return '?';
    return actor.kind === 'country' && actor.country ? actor.country : actor.name.replace(/ [+|>] /g, ' ');
  }
}

function lineOf(one: Judged, cells: Cells, claims: readonly Claim[]): string | null {
  const cell = (key: string, value: string | number | null): string | null =>
    value === null ? null : `${key}: ${value}`;
  const join = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' | ');
  const day = (from: string | null, to: string | null): string | null =>
    from === null
      ? null
      : `date: ${from.slice(0, 10)}${to !== null && to.slice(0, 10) !== from.slice(0, 10) ? `..${to.slice(0, 10)}` : ''}`;
  if ('trigger' in one) {
    const on = cells.span('on', one.trigger);
    return on === null
      ? null
      : join(
          `commitment ${one.kind}`,
          `${cells.party(one.holder)} > ${cells.party(one.addressee)}`,
          on,
          cells.span('then', one.consequence?.span),
          one.condition ? cells.span(one.condition.polarity, one.condition.span) : null,
          cell('by', one.deadline?.start.slice(0, 10) ?? null),
          one.strength === 'plain' ? null : `strength: ${one.strength}`,
        );
  }
  if ('stance' in one) {
    const span = cells.span('span', one.span);
    const against = one.against === null ? -1 : claims.findIndex(({ id }) => id === one.against);
    return span === null
      ? null
      : join(`claim ${one.stance}`, cells.party(one.by), span, against >= 0 ? `against: ${against + 1}` : null);
  }
  const on = cells.span('on', one.span);
  return on === null
    ? null
    : join(
        `meeting ${one.form} ${one.status}`,
        on,
        one.parties.length > 0 ? `parties: ${one.parties.map((id) => cells.party(id)).join(' + ')}` : null,
        day(one.start, one.end),
        cell('place', one.place?.name ?? null),
        one.requestedBy === null ? null : `asked: ${cells.party(one.requestedBy)}`,
        one.host === null ? null : `host: ${cells.party(one.host)}`,
        cell('level', one.level),
        cell('format', one.format),
        cell('round', one.round),
      );
}

/** Which cell of a line a corrected field stands in. */
const CELLS: Readonly<Record<string, string>> = {
  condition: 'if',
  consequence: 'then',
  deadline: 'by',
  date: 'date',
  start: 'date',
  parties: 'parties',
  place: 'place',
  requestedBy: 'asked',
  host: 'host',
  level: 'level',
  format: 'format',
  strength: 'strength',
};

/** The line with what a reader says that it should read. */
function correct(line: string, said: Marked | null): string {
  if (said?.verdict !== 'corrected' || !said.correction) return line;
  const { field } = said.correction;
  const value = said.correction.value.replace(/\s+/g, ' ').replaceAll(' | ', ' ').trim();
  const [head, ...cells] = line.split(' | ');
  const [kind, first, second] = head.split(' ');
  if (kind === 'commitment' && field === 'kind') return [`commitment ${value}`, ...cells].join(' | ');
  if (kind === 'meeting' && field === 'form') return [`meeting ${value} ${second}`, ...cells].join(' | ');
  if (kind === 'meeting' && field === 'status') return [`meeting ${first} ${value}`, ...cells].join(' | ');
  if (kind === 'claim' && field === 'stance') return [`claim ${value}`, ...cells].join(' | ');
  if (kind === 'claim' && field === 'by') return [head, value, ...cells.slice(1)].join(' | ');
  if (kind === 'commitment' && (field === 'holder' || field === 'addressee')) {
    const [holder, addressee] = cells[0].split(' > ');
    const who = field === 'holder' ? `${value} > ${addressee}` : `${holder} > ${value}`;
    return [head, who, ...cells.slice(1)].join(' | ');
  }
  const name = CELLS[field];
  if (name === undefined) return line;
  const at = cells.findIndex((one) => one.startsWith(`${name}: `) || (name === 'if' && one.startsWith('unless: ')));
  const cell = `${at >= 0 ? cells[at].slice(0, cells[at].indexOf(': ')) : name}: ${value}`;
  return [head, ...(at >= 0 ? cells.map((one, i) => (i === at ? cell : one)) : [...cells, cell])].join(' | ');
}
