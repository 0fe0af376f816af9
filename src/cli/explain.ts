// `chancery explain FILE RECORD`: reads the dispatch again with a Trace and shows how a record came about:
// the words, the rule, the people it stands on, the tree of its sentence, and what else was considered and lost.

import { type Command, Option } from 'commander';
import { ChanceryError } from '../errors.js';
import { bookWith } from '../events/index.js';
import { loadTables } from '../gazetteer/index.js';
import { dispatchesOf, FORMATS, type Format } from '../intake/index.js';
import { children, parse, type Sentence } from '../language/index.js';
import { read, STORY } from '../reading.js';
import type { Dispatch, Reading, Span, Trace } from '../records.js';
import { wrap } from '../render/text.js';
import { clean, type View, viewOf } from '../render/view.js';
import { piecesOf } from './inputs.js';
import { codebookOption, dayOption, gazetteerOption } from './read.js';

interface ExplainOptions {
  readonly input: Format | 'auto';
  readonly date?: string;
  readonly dispatch?: string;
  readonly store?: string;
  readonly codebook?: readonly string[];
  readonly gazetteer?: readonly string[];
}

/** "3f0c…#e1": a record of a filed dispatch. */
const FILED = /^([0-9a-f]{20})#(\w+)$/;

export function addExplain(program: Command): void {
  program
    .command('explain')
    .summary('show how a record of a reading came about')
    .description(
      'Reads the file again and shows for one record (e1, s4, c2, a3 ...) the words, the rule, the actors, the tree, and what was considered and lost. Without a record it lists them.',
    )
    .argument('<file>', 'a dispatch, "-", or the id of a filed record as the questions print it (KEY#e1)')
    .argument('[record]', 'id of a record, as `chancery read --format json` gives it')
    .addOption(new Option('-i, --input <format>', 'what the input is').choices(['auto', ...FORMATS]).default('auto'))
    .option('-d, --date <day>', 'the day (YYYY-MM-DD) of a dispatch that does not tell it', dayOption)
    .option('--dispatch <id>', 'which dispatch, where the file holds several')
    .option('--store <address>', 'where a filed record is (default: CHANCERY_STORE or chancery.db)')
    .addOption(codebookOption())
    .addOption(gazetteerOption())
    .action(async (file: string, record: string | undefined, options: ExplainOptions) => {
      try {
        process.stdout.write(await explain(file, record ?? null, options));
      } catch (error) {
        if (!(error instanceof ChanceryError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 1;
      }
    });
}

const WIDTH = 100;

type Kept = { readonly id: string } & Readonly<Record<string, unknown>>;
type Notes = ReadonlyMap<string, readonly string[]>;

async function explain(file: string, id: string | null, options: ExplainOptions): Promise<string> {
  for (const folder of options.gazetteer ?? []) loadTables(folder);
  const filed = FILED.exec(file);
  if (filed) return explainFiled(filed[1], filed[2], options);
  return explained(await theDispatch(file, options), file, id, options.codebook);
}

/** A record of the store: how it came about in its dispatch, and which other reports tell of the same thing. */
async function explainFiled(key: string, id: string, { store: address, codebook }: ExplainOptions): Promise<string> {
  const { openStore, readingOf, reportOf, togetherWith } = await import('../store/index.js');
  const store = await openStore(address);
  try {
    const reading = await readingOf(store, key);
    const report = await reportOf(store, `${key}#${id}`);
    if (!reading || !report) throw new ChanceryError('E025', `${key}#${id}`);
    const others = (await togetherWith(store, report.cluster)).filter((other) => other.key !== report.key);
    const together = section(
      'Other reports of the same thing',
      others.map((other) => `${other.key}  ${other.published}  ${other.text}`),
    );
    return `${explained(reading.dispatch, key, id === 'story' ? null : id, codebook)}${together.length > 0 ? `\n${together.join('\n')}\n` : ''}`;
  } finally {
    await store.close();
  }
}

function explained(dispatch: Dispatch, file: string, id: string | null, codebooks: readonly string[] = []): string {
  const notes = new Map<string, string[]>();
  const trace: Trace = (subject, note) => {
    if (!notes.has(subject)) notes.set(subject, []);
    notes.get(subject)!.push(note);
  };
  const reading = read(dispatch, trace, undefined, bookWith(codebooks));
  const records = recordsOf(reading);
  const view = viewOf(reading);
  if (id === null)
    return `${[...records.values()].map((record) => `${record.id.padEnd(5)} ${brief(record, view)}`).join('\n')}\n`;
  const record = records.get(id);
  if (!record) throw new ChanceryError('E025', file, id);
  const used = linked(record, records);
  const sections = [
    [`${record.id}  ${brief(record, view)}`],
    section('Fields', fieldsOf(record, view)),
    section('How it came about', about(record, notes, view)),
    section(
      'It stands on',
      used.flatMap((other) => [
        `${other.id}  ${brief(other, view)}`,
        ...about(other, notes, view).map((note) => `  ${note}`),
      ]),
    ),
    section('Considered, and lost', lost(record, records, notes, view)),
    section('The tree', treeOf(record, parse(dispatch.text, dispatch.blocks, STORY))),
  ];
  return `${sections
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

async function theDispatch(file: string, options: ExplainOptions): Promise<Dispatch> {
  let found: Dispatch | null = null;
  for await (const piece of piecesOf([file], {
    input: options.input,
    ...(options.date ? { date: options.date } : {}),
  })) {
    if (piece instanceof ChanceryError) throw piece;
    for (const dispatch of dispatchesOf(piece)) {
      if (dispatch instanceof ChanceryError) {
        if (options.dispatch === undefined) throw dispatch;
      } else if (options.dispatch !== undefined) {
        if (dispatch.id === options.dispatch) return dispatch;
      } else if (found) throw new ChanceryError('E026', file);
      else found = dispatch;
    }
  }
  if (!found) throw new ChanceryError('E025', file, options.dispatch ?? '');
  return found;
}

function recordsOf(reading: Reading): Map<string, Kept> {
  const { actors, times, places, statements, events, commitments, meetings, claims } = reading;
  const all = [...events, ...statements, ...commitments, ...meetings, ...claims, ...actors, ...times, ...places];
  return new Map(all.map((record) => [record.id, record as unknown as Kept]));
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title.toUpperCase(), ...lines.flatMap((line) => hang(line))];
}

/** A long line goes on below itself, indented as it began. */
function hang(line: string): string[] {
  const indent = /^ */.exec(line)![0].length + 2;
  return wrap(line.trim(), WIDTH - indent - 2, 0).map((part, i) => ' '.repeat(i === 0 ? indent : indent + 2) + part);
}

/** The words that a record is known by. */
function brief(record: Kept, view: View): string {
  const span = mainSpan(record);
  const name = typeof record.name === 'string' ? clean(record.name) : null;
  const head = [record.type, record.mode, record.kind, record.form, record.stance]
    .filter((part) => typeof part === 'string')
    .join(' ');
  const words = name ?? (span ? view.words(span) : '');
  return `${head} ${words.length > 120 ? `${words.slice(0, 118)} …` : words}`.trim();
}

function isSpan(value: unknown): value is Span {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number');
}

/** The span that stands for the record: its evidence, its own, its trigger, its content or first mention. */
function mainSpan(record: Kept): Span | null {
  for (const key of ['evidence', 'span', 'trigger']) {
    const value = record[key];
    if (isSpan(value)) return value;
  }
  for (const key of ['content', 'mentions', 'cue', 'source']) {
    const value = record[key];
    if (Array.isArray(value) && isSpan(value[0])) return value[0];
  }
  return null;
}

/** Every field with something in it, spans as the words they stand for. */
function fieldsOf(record: Kept, view: View): string[] {
  const show = (value: unknown): string => {
    if (isSpan(value)) return `“${view.words(value)}” at ${value[0]}–${value[1]}`;
    if (Array.isArray(value)) return value.map(show).join('; ');
    if (typeof value === 'object' && value !== null)
      return Object.entries(value)
        .filter(([, part]) => part !== null && !(Array.isArray(part) && part.length === 0))
        .map(([key, part]) => `${key} ${show(part)}`)
        .join(', ');
    return clean(String(value));
  };
  return Object.entries(record)
    .filter(
      ([key, value]) => key !== 'id' && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    )
    .map(([key, value]) => `${key.padEnd(11)} ${show(value)}`);
}

/** What the stages noted of a record: under its id, its name, or the words of its mentions. */
function about(record: Kept, notes: Notes, view: View): string[] {
  const names = new Set<string>([record.id]);
  if (typeof record.name === 'string') names.add(record.name);
  const span = mainSpan(record);
  if (span) names.add(view.words(span));
  for (const mention of Array.isArray(record.mentions) ? record.mentions : [])
    if (isSpan(mention)) names.add(view.words(mention));
  return [...notes].filter(([subject]) => names.has(subject)).flatMap(([, list]) => list);
}

/** The records that this one names by their ids. */
function linked(record: Kept, records: ReadonlyMap<string, Kept>): Kept[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value !== record.id && records.has(value)) found.add(value);
    } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) walk(part);
  };
  for (const [key, value] of Object.entries(record)) if (key !== 'id' && key !== 'text' && key !== 'name') walk(value);
  return [...found].map((id) => records.get(id)!);
}

/** Notes on candidates that became no record and whose words stand in this record's words. */
function lost(record: Kept, records: ReadonlyMap<string, Kept>, notes: Notes, view: View): string[] {
  const span = mainSpan(record);
  const words = span ? view.words(span) : '';
  const kept = new Set(
    [...records.values()].flatMap((one) => (typeof one.name === 'string' ? [one.id, one.name] : [one.id])),
  );
  return [...notes]
    .filter(([subject]) => !kept.has(subject) && words.includes(subject))
    .flatMap(([subject, list]) => list.map((note) => `${subject}: ${note}`));
}

/** The sentence's dependency tree, a word a line, each under its head. */
function treeOf(record: Kept, sentences: readonly Sentence[]): string[] {
  const span = mainSpan(record);
  const sentence = span && sentences.find((one) => one.span[0] <= span[0] && span[0] < one.span[1]);
  if (!sentence) return [];
  const lines: string[] = [];
  const stack: [number, number][] = [[sentence.head.indexOf(-1), 0]];
  while (stack.length > 0) {
    const [word, depth] = stack.pop()!;
    const inside = sentence.start[word] >= span[0] && sentence.end[word] <= span[1];
    lines.push(
      `${inside ? '│' : ' '} ${'  '.repeat(Math.min(depth, 30))}${sentence.form[word]}  ${sentence.deprel[word]} ${sentence.upos[word]}`,
    );
    for (const child of children(sentence, word).reverse()) stack.push([child, depth + 1]);
  }
  return lines;
}
