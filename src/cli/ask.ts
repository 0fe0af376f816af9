// The questions to the record as commands: `chancery events`, `statements`, `commitments`, `daybook`, `disputes`, `stories`, `incidents`,
// `actors`. One table of what each prints; filters and formats are the same for all.

import { type Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { calendarOf } from '../export/ics.js';
import type { Party } from '../record/index.js';
import * as record from '../store/index.js';

type Cell = string | number | boolean | null;
type Row = Readonly<Record<string, Cell>>;

/** What a question asks and how an answer is printed as a row. */
interface Question {
  readonly about: string;
  readonly ask: (store: record.Store, filter: record.Filter) => Promise<readonly object[]>;
  // biome-ignore lint/suspicious/noExplicitAny: each row function takes what its own `ask` gives
  readonly row: (answer: any) => Row;
}

const names = (parties: readonly Party[]): string => parties.map(({ name }) => name).join(', ');
const state = (modality: string, negated: boolean, denied: boolean, withdrawn: boolean): string =>
  (negated ? `not ${modality}` : denied ? `${modality}, denied` : modality) + off(withdrawn);
/** What stands in a withdrawn story is shown, and said to be withdrawn. */
const off = (withdrawn: boolean): string => (withdrawn ? ', withdrawn' : '');

const question = <T extends object>(
  about: string,
  ask: (store: record.Store, filter: record.Filter) => Promise<readonly T[]>,
  row: (answer: T) => Row,
): Question => ({ about, ask, row });

export const QUESTIONS: Readonly<Record<string, Question>> = {
  incidents: question('what happened, each thing once, however often it is told', record.incidents, (i) => ({
    day: i.day,
    type: i.type,
    mode: i.mode,
    source: names(i.sources),
    target: names(i.targets),
    state: state(i.modality, i.negated, i.denied, i.withdrawn),
    place: i.place,
    figures: i.figures
      .map(({ kind, least, most }) => `${least === most ? least : `${least}-${most}`} ${kind}`)
      .join(', '),
    reports: i.reports.length,
    first: i.firstSeen,
    last: i.lastSeen,
    confidence: i.confidence,
    text: i.text,
    id: i.id,
  })),
  events: question('single reports of events', record.events, (e) => ({
    day: e.day,
    type: e.type,
    mode: e.mode,
    cameo: e.cameo,
    source: names(e.parties.filter(({ role }) => role === 'source')),
    target: names(e.parties.filter(({ role }) => role === 'target')),
    state: state(e.modality, e.negated, e.denied, e.withdrawn),
    place: e.place,
    by: e.speaker ?? e.sourcing,
    text: e.text,
    id: e.key,
  })),
  statements: question('who said what, and how good the source is', record.statements, (s) => ({
    day: s.published,
    speaker: s.speaker ?? s.description,
    grade: s.grade,
    reason: s.reason,
    kind: s.form + off(s.withdrawn),
    content: s.content,
    id: s.key,
  })),
  commitments: question('threats, promises, demands and offers, with their life', record.ledger, (c) => ({
    opened: c.opened,
    kind: c.form,
    holder: names(c.holders),
    addressee: names(c.addressees),
    consequence: c.consequence,
    condition: c.condition ? `${c.polarity} ${c.condition}` : null,
    deadline: c.deadline,
    status: c.status,
    steps: c.steps.map(({ kind, day }) => `${day} ${kind}`).join('; '),
    id: c.id,
  })),
  daybook: question('meetings, soonest first', record.daybook, (m) => ({
    day: m.dated ? m.day : null,
    to: m.dated && m.lastDay !== m.day ? m.lastDay : null,
    form: m.form,
    status: m.status + off(m.withdrawn),
    parties: names(m.parties),
    place: m.place,
    steps: m.steps.map(({ status, published }) => `${published} ${status}`).join('; '),
    text: m.text,
    id: m.id,
  })),
  disputes: question('who says so, who denies it, since when', record.disputes, (d) => ({
    since: d.since,
    status: d.status,
    resolved: d.resolution ? `${d.resolution.published} ${d.resolution.how} by ${d.resolution.by ?? 'a report'}` : null,
    stances: d.stances
      .map(({ by, stance, text, withdrawn: w }) => `${by ?? 'a report'} ${stance}${off(w)}: ${text}`)
      .join(' | '),
    id: d.id,
  })),
  stories: question('stories with their editions', record.stories, (s) => ({
    first: s.first,
    last: s.last,
    editions: s.editions.length,
    withdrawn: s.withdrawn,
    headline: s.headline,
    id: s.id,
  })),
  actors: question('who takes part in most events', record.actors, (a) => ({ ...a })),
};

/** What an editor checks of sources without a name: who they are said to be, how many, why they have none, what stands on their word. */
const audit = (s: Awaited<ReturnType<typeof record.statements>>[number]): Row => ({
  day: s.published,
  'described as': s.description ?? s.speaker,
  sources: s.count ?? 'not told',
  reason: s.reason ?? 'none given',
  said: s.content,
  story: off(s.withdrawn).replace(', ', ''),
  id: s.key,
});

interface Options {
  readonly store?: string;
  readonly actor?: string;
  readonly dyad?: string;
  readonly type?: string;
  readonly mode?: string;
  readonly status?: string;
  readonly modality?: string;
  readonly from?: string;
  readonly to?: string;
  readonly place?: string;
  readonly sourcing?: string;
  readonly anonymous?: boolean;
  readonly text?: string;
  readonly asOf?: string;
  readonly limit: string;
  readonly offset: string;
  readonly format: string;
}

/** Adds the options that all questions share. */
export function withFilters(command: Command): Command {
  return command
    .option('--store <address>', 'SQLite file or postgres:// address (default: CHANCERY_STORE or chancery.db)')
    .option('--from <day>', 'first day, as 1987-03-01')
    .option('--to <day>', 'last day')
    .option('--text <words>', 'words that must all stand in the text')
    .option('--as-of <time>', 'what the record said then, as 1987-06-05T12:00:00Z')
    .option('--sourcing <grade>', 'named, spokesperson, anonymous, organisation, document, media, none')
    .option('--place <name>', 'where it is');
}

/** The filter that the options ask for. */
export function filterOf(options: Partial<Options>): record.Filter {
  const sides = options.dyad?.split(/[-:/,]/).map((side) => side.trim());
  const asOf = options.asOf && /^\d{4}-\d\d-\d\d$/.test(options.asOf) ? `${options.asOf}T23:59:59Z` : options.asOf;
  const filter: Record<string, unknown> = {
    actor: options.actor,
    dyad: sides?.length === 2 ? sides : undefined,
    type: options.type,
    mode: options.mode,
    status: options.status ?? options.modality,
    from: options.from,
    to: options.to,
    place: options.place,
    sourcing: options.anonymous ? 'anonymous' : options.sourcing,
    text: options.text,
    asOf,
    limit: options.limit === undefined ? undefined : Number(options.limit),
    offset: options.offset === undefined ? undefined : Number(options.offset),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

/** Registers every question as a command. */
export function addQuestions(program: Command): void {
  for (const [name, { about, ask, row }] of Object.entries(QUESTIONS)) {
    const command = withFilters(program.command(name).description(about))
      .option('--actor <who>', 'a country (IRN), a code (IRNGOV), a sector (MIL), or words of a name')
      .option('--dyad <a-b>', 'both sides take part, as USA-JPN')
      .option('--type <type>', 'PLOVER type, kind of commitment, form of meeting, stance or kind of statement')
      .option('--mode <mode>', 'PLOVER mode')
      .option('--status <status>', 'modality of an event, status of a meeting (--modality is the same)')
      .addOption(new Option('--modality <modality>').hideHelp())
      .option('--limit <n>', 'at most so many', '50')
      .option('--offset <n>', 'leave out the first n', '0')
      .option(
        '--format <format>',
        name === 'daybook' ? 'table, json, jsonl, csv or ics' : 'table, json, jsonl or csv',
        'table',
      );
    if (name === 'statements')
      command.option('--anonymous', 'only anonymous sources, with how they are described and why');
    command.action(async (options: Options) => {
      const store = await record.openStore(options.store);
      try {
        const answers = await ask(store, filterOf(options));
        process.stdout.write(
          name === 'daybook' && options.format === 'ics'
            ? calendarOf(answers as record.DaybookEntry[])
            : print(answers, options.anonymous ? audit : row, options.format),
        );
      } finally {
        await store.close();
      }
    });
  }
}

function print(answers: readonly object[], row: (answer: never) => Row, format: string): string {
  if (format === 'json') return `${JSON.stringify(answers, null, 2)}\n`;
  if (format === 'jsonl') return answers.map((answer) => `${JSON.stringify(answer)}\n`).join('');
  const rows = answers.map((answer) => row(answer as never));
  if (format === 'csv') return stringify(rows as Row[], { header: true });
  return tableOf(rows, process.stdout.columns ?? 160);
}

/** Rows as a table that fits `width` columns; the longest column gives way first. */
export function tableOf(rows: readonly Row[], width: number): string {
  if (rows.length === 0) return 'Nothing in the record answers this.\n';
  const columns = Object.keys(rows[0]).filter((column) =>
    rows.some((row) => row[column] !== null && row[column] !== ''),
  );
  const text = (value: Cell): string => (value === null ? '' : String(value)).replace(/\s+/g, ' ');
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => text(row[column]).length)));
  let over = widths.reduce((sum, w) => sum + w + 2, -2) - width;
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest] <= 12) break;
    const cut = Math.min(over, Math.max(1, widths[widest] - Math.max(12, ...widths.filter((_, i) => i !== widest))));
    widths[widest] -= cut;
    over -= cut;
  }
  const fit = (value: string, to: number): string =>
    value.length > to ? `${value.slice(0, to - 1)}…` : value.padEnd(to);
  const line = (cells: readonly string[]): string =>
    `${cells
      .map((cell, i) => fit(cell, widths[i]))
      .join('  ')
      .trimEnd()}\n`;
  return (
    line(columns) +
    line(columns.map((_, i) => '─'.repeat(widths[i]))) +
    rows.map((row) => line(columns.map((column) => text(row[column])))).join('')
  );
}
