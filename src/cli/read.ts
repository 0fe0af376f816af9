// `chancery read`: dispatches in, readings out.

import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ChanceryError } from '../errors.js';
import { bookWith } from '../events/index.js';
import { loadTables } from '../gazetteer/index.js';
import { FORMATS, type Format } from '../intake/index.js';
import { piecesOf } from './inputs.js';
import { openOutput } from './output.js';
import { inOrder } from './pool.js';
import { progress } from './progress.js';
import type { Job } from './work.js';

interface ReadOptions {
  readonly format?: Job['format'];
  readonly input: Format | 'auto';
  readonly date?: string;
  readonly stage: Job['stage'];
  readonly workers?: number;
  readonly output?: string;
  readonly codebook?: readonly string[];
  readonly gazetteer?: readonly string[];
  readonly plover?: boolean;
}

export function addRead(program: Command): void {
  program
    .command('read')
    .summary('read dispatches and print what happened, who said what, what is threatened and scheduled')
    .description(
      'Reads dispatches from files, folders, patterns, web addresses or standard input ("-", the default when something is piped in).',
    )
    .argument('[input...]', 'files, folders, patterns, addresses, or "-"')
    .addOption(
      new Option('-f, --format <format>', 'how to print (default: text at a terminal, jsonl for rows)').choices([
        'text',
        'json',
        'jsonl',
        'html',
        'conllu',
      ]),
    )
    .addOption(new Option('-i, --input <format>', 'what the input is').choices(['auto', ...FORMATS]).default('auto'))
    .option('-d, --date <day>', 'the day (YYYY-MM-DD) of dispatches that do not tell it', dayOption)
    .addOption(new Option('--stage <stage>', 'stop after this stage').choices(['parse', 'read']).default('read'))
    .option('-w, --workers <n>', 'worker threads (default: one a core)', countOption)
    .addOption(codebookOption())
    .addOption(gazetteerOption())
    .option(
      '--plover',
      "drop events that PLOVER's rule drops: negated, hypothetical, and to come unless promised or threatened",
    )
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .action(async (inputs: string[], options: ReadOptions) => {
      process.exitCode = await runRead(inputs, options);
    });
}

async function runRead(inputs: readonly string[], options: ReadOptions): Promise<number> {
  const names = inputs.length > 0 ? inputs : ['-'];
  if (inputs.length === 0 && process.stdin.isTTY) {
    process.stderr.write(
      'Name a file, a folder or an address, or pipe a text in. `chancery read --help` tells more.\n',
    );
    return 2;
  }
  const format = options.format ?? (options.stage === 'parse' ? 'conllu' : 'text');
  const stage = format === 'conllu' ? 'parse' : options.stage;
  if (stage === 'parse' && format !== 'conllu') {
    process.stderr.write('The stage "parse" prints trees: give it --format conllu.\n');
    return 2;
  }
  const terminal = process.stdout.isTTY === true && options.output === undefined;
  const job: Job = {
    stage,
    format,
    width: terminal ? process.stdout.columns : 100,
    colour: terminal && process.env.NO_COLOR === undefined,
    codebooks: options.codebook ?? [],
    gazetteers: options.gazetteer ?? [],
    plover: options.plover === true,
  };
  try {
    // A fault in a codebook or a table is told once, before anything is read.
    for (const folder of options.gazetteer ?? []) loadTables(folder);
    if (stage === 'read' && options.codebook) bookWith(options.codebook);
  } catch (error) {
    if (!(error instanceof ChanceryError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  const out = openOutput(options.output ?? null, format);
  const bar = progress();
  let rejected = 0;
  const say = (line: string): void => {
    bar.clear();
    process.stderr.write(`${line}\n`);
  };
  const pieces = piecesOf(names, { input: options.input, ...(options.date ? { date: options.date } : {}) });
  try {
    for await (const done of inOrder(pieces, job, options.workers ?? availableParallelism())) {
      for (const line of done.rejects) say(line);
      for (const line of done.notices) say(line);
      rejected += done.rejects.length;
      for (const text of done.outputs) await out.write(text);
      bar.step(done.outputs.length, rejected);
    }
    await out.end();
  } catch (error) {
    if (!(error instanceof ChanceryError)) throw error;
    say(error.message);
    return 1;
  } finally {
    bar.clear();
  }
  return rejected > 0 ? 1 : 0;
}

export function dayOption(value: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError('A day is written YYYY-MM-DD.');
  return value;
}

export function countOption(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 256)
    throw new InvalidArgumentError('Give a whole number from 1 to 256.');
  return count;
}

/** `--codebook DIR`, which may be given several times. */
export function codebookOption(): Option {
  return new Option('--codebook <folder>', 'lay a codebook of your own over ours (may be given again)').argParser(
    (folder: string, before: readonly string[] | undefined) => [...(before ?? []), folder],
  );
}

/** `--gazetteer DIR`, which may be given several times. */
export function gazetteerOption(): Option {
  return new Option(
    '--gazetteer <folder>',
    'add tables of your own (countries, offices, organisations, places) and PETRARCH actor and agent files (may be given again)',
  ).argParser((folder: string, before: readonly string[] | undefined) => [...(before ?? []), folder]);
}
