// `chancery explain FILE RECORD`: reads the dispatch again with a Trace and shows how a record came about:
// the words, the rule, the people it stands on, the tree of its sentence, and what else was considered and lost.

import { type Command, Option } from 'commander';
import { ChanceryError } from '../errors.js';
import { explain, recordLines } from '../explain.js';
import { loadTables } from '../gazetteer/index.js';
import { dispatchesOf, FORMATS, type Format } from '../intake/index.js';
import type { Dispatch, Reading } from '../records.js';
import { wrap } from '../render/text.js';
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
        process.stdout.write(await run(file, record ?? null, options));
      } catch (error) {
        if (!(error instanceof ChanceryError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 1;
      }
    });
}

const WIDTH = 100;

async function run(file: string, id: string | null, options: ExplainOptions): Promise<string> {
  for (const folder of options.gazetteer ?? []) loadTables(folder);
  const filed = FILED.exec(file);
  if (filed) return explainFiled(filed[1], filed[2], options);
  return explained(await theDispatch(file, options), file, id, options.codebook);
}

/** A record of the store: how it came about in its dispatch, and which other reports tell of the same thing. */
async function explainFiled(key: string, id: string, { store: address, codebook }: ExplainOptions): Promise<string> {
  const { lifeOf, openStore, readingOf, reportOf, togetherWith } = await import('../store/index.js');
  const { lifeLines } = await import('./life.js');
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
    const life = await lifeOf(store, `${key}#${id}`);
    const own = life ? section('What the record makes of it', lifeLines(life)) : [];
    return [
      explained(reading.dispatch, key, id === 'story' ? null : id, codebook, reading),
      ...[own, together].filter((part) => part.length > 0).map((part) => `${part.join('\n')}\n`),
    ].join('\n');
  } finally {
    await store.close();
  }
}

function explained(
  dispatch: Dispatch,
  file: string,
  id: string | null,
  codebooks: readonly string[] = [],
  filed: Reading | null = null,
): string {
  if (id === null) return `${recordLines(dispatch, codebooks).join('\n')}\n`;
  const found = explain(dispatch, id, codebooks, filed);
  if (!found) throw new ChanceryError('E025', file, id);
  const parts = [[found.head], ...found.sections.map(({ title, lines }) => section(title, lines))];
  return `${parts.map((part) => part.join('\n')).join('\n\n')}\n`;
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

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title.toUpperCase(), ...lines.flatMap((line) => hang(line))];
}

/** A long line goes on below itself, indented as it began. */
function hang(line: string): string[] {
  const indent = /^ */.exec(line)![0].length + 2;
  return wrap(line.trim(), WIDTH - indent - 2, 0).map((part, i) => ' '.repeat(i === 0 ? indent : indent + 2) + part);
}
