// `chancery watch`: follows folders and feeds and files what is new. It looks again and again instead of trusting the system's notices,
// which network folders do not give; filing the same thing twice changes nothing, so a restart needs no memory.

import { statSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { ChanceryError } from '../errors.js';
import { FORMATS, type Format } from '../intake/index.js';
import { openStore } from '../store/index.js';
import { fileInputs } from './file.js';
import { inputsOf } from './inputs.js';
import { codebookOption, countOption, dayOption, gazetteerOption } from './read.js';

interface WatchOptions {
  readonly store?: string;
  readonly input: Format | 'auto';
  readonly date?: string;
  readonly every: number;
  readonly codebook?: readonly string[];
  readonly gazetteer?: readonly string[];
  readonly once?: boolean;
}

/** A file that changed less than this ago may still be written, in milliseconds. */
const SETTLED = 1000;

export function addWatch(program: Command): void {
  program
    .command('watch')
    .summary('follow folders and feeds, and file what is new')
    .argument('<input...>', 'folders, patterns, or addresses of feeds')
    .option('--store <address>', 'SQLite file or postgres:// address (default: CHANCERY_STORE or chancery.db)')
    .addOption(new Option('-i, --input <format>', 'what the input is').choices(['auto', ...FORMATS]).default('auto'))
    .option('-d, --date <day>', 'the day (YYYY-MM-DD) of dispatches that do not tell it', dayOption)
    .addOption(codebookOption())
    .addOption(gazetteerOption())
    .option('--every <seconds>', 'how often to look', countOption, 30)
    .option('--once', 'look once and end')
    .action(async (inputs: string[], options: WatchOptions) => {
      await runWatch(inputs, options);
    });
}

async function runWatch(inputs: readonly string[], options: WatchOptions): Promise<void> {
  const store = await openStore(options.store);
  const seen = new Map<string, string>();
  let stopped = false;
  let wake = (): void => {};
  const stop = (): void => {
    stopped = true;
    wake();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  try {
    while (!stopped) {
      const fresh = await changed(inputs, seen, options.once ? 0 : SETTLED);
      const counts = { added: 0, known: 0, rejected: 0 };
      try {
        // One thread: a watch has few files at a time.
        if (fresh.length > 0)
          await fileInputs(store, fresh, { ...options, workers: 1, patience: 3600 }, { say, counts, filed: () => {} });
      } catch (error) {
        if (!(error instanceof ChanceryError)) throw error;
        say(error.message);
      }
      if (counts.added > 0) process.stdout.write(`${counts.added} filed, ${counts.rejected} rejected.\n`);
      if (options.once) break;
      if (!stopped) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, options.every * 1000);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  } finally {
    await store.close();
  }
}

/** Addresses, and files that are new or have changed since they were last seen. */
async function changed(inputs: readonly string[], seen: Map<string, string>, settled: number): Promise<string[]> {
  const fresh: string[] = [];
  for await (const input of inputsOf(inputs)) {
    if (input instanceof ChanceryError) continue;
    if (/^https?:/i.test(input)) {
      fresh.push(input);
      continue;
    }
    const stat = statSync(input, { throwIfNoEntry: false });
    if (!stat || Date.now() - stat.mtimeMs < settled) continue;
    const mark = `${stat.mtimeMs} ${stat.size}`;
    if (seen.get(input) === mark) continue;
    seen.set(input, mark);
    fresh.push(input);
  }
  return fresh;
}
