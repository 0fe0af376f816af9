// `chancery desk`: the record as pages and an interface, on this machine unless told otherwise.

import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import { isLocal, type Tokens, tokensOf } from '../desk/guard.js';
import { readerOnThread } from '../desk/reader.js';
import { deskServer } from '../desk/server.js';
import { ChanceryError } from '../errors.js';
import { openStore } from '../store/index.js';
import { codebookVersion, programVersion } from './versions.js';

interface DeskOptions {
  readonly store?: string;
  readonly host: string;
  readonly port?: number;
  readonly open?: boolean;
}

const PORT = 1851;
/** How often the feeds are asked, in seconds. */
const FEEDS_EVERY = 300;
/** How many ports after it are tried when nobody asked for a certain one. */
const TRIES = 20;

export function addDesk(program: Command): void {
  program
    .command('desk')
    .summary('open the record as pages and an HTTP interface')
    .description(
      'Listens on this machine alone. With another --host every request needs a token from CHANCERY_TOKENS (read:TOKEN,file:TOKEN,correct:TOKEN).',
    )
    .option('--store <address>', 'SQLite file or postgres:// address (default: CHANCERY_STORE or chancery.db)')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <n>', `port to listen on (default: ${PORT}, or the next that is free)`, Number)
    .option('--open', 'open it in a browser, where there is one')
    .action(async (options: DeskOptions) => {
      try {
        await openDesk(options);
      } catch (error) {
        if (!(error instanceof ChanceryError)) throw error;
        process.stderr.write(`${error.message}\n`);
        process.exitCode = 2;
      }
    });
}

async function openDesk(options: DeskOptions): Promise<void> {
  const tokens = tokensFor(options.host);
  const store = await openStore(options.store);
  const app = await deskServer({
    store,
    tokens,
    version: programVersion(),
    codebook: codebookVersion(),
    every: FEEDS_EVERY,
    reader: readerOnThread(),
  });
  const close = (): void => {
    app.server.closeAllConnections();
    void app.close().then(() => store.close());
  };
  const wanted = options.port ?? PORT;
  for (let port = wanted; ; port++) {
    try {
      const address = await app.listen({ host: options.host, port });
      process.stdout.write(`The desk is open at ${address} (Ctrl-C closes it).\n`);
      if (options.open) openBrowser(address);
      break;
    } catch (error) {
      const { code = '' } = error as { code?: string };
      const taken = code === 'EADDRINUSE' || code === 'EACCES';
      if (!taken || options.port !== undefined || port - wanted >= TRIES) {
        close();
        if (taken) throw new ChanceryError('E055', `${options.host}:${port}`);
        throw error;
      }
      process.stdout.write(`Port ${port} is taken; trying ${port + 1}.\n`);
    }
  }
  process.once('SIGINT', close);
  process.once('SIGTERM', close);
}

/** The tokens that are demanded, or null where this machine alone is listened to and none are set. */
function tokensFor(host: string): Tokens | null {
  const given = process.env.CHANCERY_TOKENS ?? '';
  if (given === '') {
    if (isLocal(host)) return null;
    throw new ChanceryError('E054', host);
  }
  try {
    return tokensOf(given);
  } catch (error) {
    throw new ChanceryError('E056', 'CHANCERY_TOKENS', (error as Error).message);
  }
}

/** Opens the address in the person's browser, where there is a person and a browser; says nothing when it does not work. */
function openBrowser(address: string): void {
  const { DISPLAY, WAYLAND_DISPLAY, CI, SSH_CONNECTION } = process.env;
  if (!process.stdout.isTTY || CI || SSH_CONNECTION) return;
  const screen = process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY;
  if (!screen) return;
  const [command, ...words] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  const child = spawn(command, [...words, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
