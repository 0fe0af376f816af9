// `chancery original KEY`: the bytes in which a filed dispatch came, as they came.

import type { Command } from 'commander';
import { ChanceryError } from '../errors.js';
import { openStore, originalOf } from '../store/index.js';

export function addOriginal(program: Command): void {
  program
    .command('original')
    .summary('print the bytes in which a filed dispatch came')
    .description('Prints the document in which a filed dispatch came, byte for byte (unpacked when it was gzip).')
    .argument('<key>', 'key of the dispatch, or the id of one of its records (KEY#e1)')
    .option('--store <address>', 'SQLite file or postgres:// address (default: CHANCERY_STORE or chancery.db)')
    .action(async (id: string, options: { store?: string }) => {
      const store = await openStore(options.store);
      try {
        const bytes = await originalOf(store, id.replace(/#.*$/, ''));
        if (bytes) process.stdout.write(bytes);
        else {
          process.stderr.write(`${new ChanceryError('E082', id).message}\n`);
          process.exitCode = 1;
        }
      } finally {
        await store.close();
      }
    });
}
