// `chancery file`: dispatches go into the record. What was acknowledged is committed; filing the same thing twice changes nothing, so after
// any failure the same command can be given again. `chancery rebuild` makes the projections anew.

import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { ChanceryError } from '../errors.js';
import { bookWith } from '../events/index.js';
import { loadTables } from '../gazetteer/index.js';
import { FORMATS, type Format } from '../intake/index.js';
import { file, openStore, type Prepared, type Provenance, rebuild, type Store, troubleOf } from '../store/index.js';
import { piecesOf } from './inputs.js';
import { inOrder } from './pool.js';
import { progress } from './progress.js';
import { codebookOption, countOption, dayOption, gazetteerOption } from './read.js';
import { codebookVersion, programVersion } from './versions.js';

interface FileOptions {
  readonly store?: string;
  readonly input: Format | 'auto';
  readonly date?: string;
  readonly workers?: number;
  readonly codebook?: readonly string[];
  readonly gazetteer?: readonly string[];
  readonly patience: number;
  readonly receipts?: boolean;
}

/** Dispatches a transaction: many, since each writes the pages of the indexes that it touches once. */
const BATCH = 200;

export function addFile(program: Command): void {
  program
    .command('file')
    .summary('read dispatches and add them to the record')
    .description(
      'Reads dispatches as `read` does and files them in the record. Filing the same dispatch twice changes nothing.',
    )
    .argument('<input...>', 'files, folders, patterns, addresses, or "-"')
    .option('--store <address>', 'SQLite file or postgres:// address (default: CHANCERY_STORE or chancery.db)')
    .addOption(new Option('-i, --input <format>', 'what the input is').choices(['auto', ...FORMATS]).default('auto'))
    .option('-d, --date <day>', 'the day (YYYY-MM-DD) of dispatches that do not tell it', dayOption)
    .option('-w, --workers <n>', 'worker threads (default: one a core)', countOption)
    .addOption(codebookOption())
    .addOption(gazetteerOption())
    .option('--receipts', 'print a line of JSON for each new dispatch when it is safe')
    .option('--patience <seconds>', 'how long to wait for a full disk or a lost database', Number, 300)
    .action(async (inputs: string[], options: FileOptions) => {
      process.exitCode = await runFile(inputs, options);
    });
  program
    .command('rebuild')
    .summary('make the projections of the record anew from its log')
    .option('--store <address>', 'SQLite file or postgres:// address (default: CHANCERY_STORE or chancery.db)')
    .action(async (options: { store?: string }) => {
      const store = await openStore(options.store, { stale: true });
      try {
        process.stdout.write(`${await rebuild(store)} dispatches; the projections are made anew.\n`);
      } finally {
        await store.close();
      }
    });
}

async function runFile(inputs: readonly string[], options: FileOptions): Promise<number> {
  const store = await openStore(options.store);
  const bar = progress();
  const say = (line: string): void => {
    bar.clear();
    process.stderr.write(`${line}\n`);
  };
  const counts = { added: 0, known: 0, rejected: 0 };
  try {
    await fileInputs(store, inputs, options, {
      say,
      counts,
      filed: (keys) => {
        if (options.receipts) process.stdout.write(keys.map((key) => `${JSON.stringify({ key })}\n`).join(''));
        bar.step(counts.added + counts.known, counts.rejected);
      },
    });
  } catch (error) {
    if (!(error instanceof ChanceryError)) throw error;
    say(error.message);
    say(
      `${counts.added} dispatches were filed before that and are safe; give the same command again to file the rest.`,
    );
    return 1;
  } finally {
    bar.clear();
    await store.close();
  }
  const { added, known, rejected } = counts;
  (options.receipts ? process.stderr : process.stdout).write(
    `${added} filed, ${known} already in the record, ${rejected} rejected.\n`,
  );
  return rejected > 0 ? 1 : 0;
}

/** Whoever files is told of these, as they come. */
export interface Listener {
  readonly say: (line: string) => void;
  /** Counted up as the filing goes on. */
  readonly counts: { added: number; known: number; rejected: number };
  /** Keys of new dispatches, when they are safe. */
  readonly filed: (keys: readonly string[]) => void;
}

/** Reads the inputs and files what they hold. */
export async function fileInputs(
  store: Store,
  inputs: readonly string[],
  options: Pick<FileOptions, 'input' | 'date' | 'workers' | 'patience' | 'codebook' | 'gazetteer'>,
  { say, counts, filed }: Listener,
): Promise<void> {
  const codebooks = options.codebook ?? [];
  const gazetteers = options.gazetteer ?? [];
  if (codebooks.length > 0) bookWith(codebooks);
  for (const folder of gazetteers) loadTables(folder);
  const provenance = { program: programVersion(), codebook: codebookVersion([...codebooks, ...gazetteers]) };
  let batch: Prepared[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const receipt = await patiently(
      store,
      batch,
      { ...provenance, at: new Date().toISOString() },
      options.patience,
      say,
    );
    counts.added += receipt.added;
    counts.known += receipt.known;
    batch = [];
    filed(receipt.keys);
  };
  const pieces = piecesOf(inputs, { input: options.input, ...(options.date ? { date: options.date } : {}) });
  const workers = options.workers ?? availableParallelism();
  for await (const done of inOrder(
    pieces,
    { stage: 'read', format: 'jsonl', filing: true, codebooks, gazetteers },
    workers,
  )) {
    for (const line of [...done.rejects, ...done.notices]) say(line);
    counts.rejected += done.rejects.length;
    for (const prepared of done.filed ?? []) {
      batch.push(prepared);
      if (batch.length >= BATCH) await flush();
    }
  }
  await flush();
}

/** Files a batch; waits while the disk is full, the database away or another process in the way. */
async function patiently(
  store: Store,
  batch: readonly Prepared[],
  provenance: Provenance,
  patience: number,
  say: (line: string) => void,
) {
  for (let waited = 0; ; waited += 2) {
    try {
      return await file(store, batch, provenance);
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === null) throw error;
      if (waited >= patience) throw trouble;
      if (waited === 0) say(`${trouble.message}; waiting up to ${patience} s`);
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
}
