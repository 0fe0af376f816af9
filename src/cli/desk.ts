// `chancery desk`: the record as pages and an interface, on this machine unless told otherwise.

import type { Command } from 'commander';
import { isLocal, tokensOf } from '../desk/guard.js';
import { deskServer } from '../desk/server.js';
import { ChanceryError } from '../errors.js';
import { openStore } from '../store/index.js';
import { codebookVersion, programVersion } from './versions.js';

interface DeskOptions {
  readonly store?: string;
  readonly host: string;
  readonly port: number;
}

export function addDesk(program: Command): void {
  program
    .command('desk')
    .summary('open the record as pages and an HTTP interface')
    .description(
      'Listens on this machine alone. With another --host every request needs a token from CHANCERY_TOKENS (read:TOKEN,file:TOKEN,correct:TOKEN).',
    )
    .option('--store <address>', 'SQLite file or postgres:// address (default: CHANCERY_STORE or chancery.db)')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <n>', 'port to listen on', Number, 1851)
    .action(async (options: DeskOptions) => {
      const given = process.env.CHANCERY_TOKENS ?? '';
      if (!isLocal(options.host) && given === '') {
        process.stderr.write(`${new ChanceryError('E054', options.host).message}\n`);
        process.exitCode = 2;
        return;
      }
      const store = await openStore(options.store);
      const tokens = isLocal(options.host) && given === '' ? null : tokensOf(given);
      const app = await deskServer({ store, tokens, version: programVersion(), codebook: codebookVersion() });
      const address = await app.listen({ host: options.host, port: options.port });
      process.stdout.write(`The desk is open at ${address} (Ctrl-C closes it).\n`);
      const close = (): void => void app.close().then(() => store.close());
      process.once('SIGINT', close);
      process.once('SIGTERM', close);
    });
}
