#!/usr/bin/env node
// The command line: one file a command, joined here.

import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { ChanceryError } from '../errors.js';

// A reading runs through some two thousand functions, and every worker optimises them anew. Measured over 2,000 dispatches on V8 11 (Node 20),
// which has no quick optimiser before its thorough one: with inlining all but off and a function optimised only when it is truly hot, the
// optimiser takes half the time, and what it makes is as fast.
if (process.versions.v8.startsWith('11.')) {
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=60');
  setFlagsFromString('--interrupt-budget=600000');
}

// Of a worker's heap some 50 MB live, however much it has read. Left alone, V8 would let it grow to 200 MB and more before it looks what
// is garbage, and longer each time: memory would seem to leak. So a heap is collected when it has grown by half.
setFlagsFromString('--heap-growing-percent=50');

const { version, description } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { version: string; description: string };

const program = new Command('chancery')
  .description(description)
  .version(version)
  .showHelpAfterError('(`chancery --help` tells more)')
  .configureHelp({ sortSubcommands: false })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

/** Each file adds its commands. Only the file of the command that is given is loaded: `read` must not wait for a web server. */
const FILES: readonly [commands: readonly string[], add: () => Promise<void>][] = [
  [['read'], async () => (await import('./read.js')).addRead(program)],
  [['explain'], async () => (await import('./explain.js')).addExplain(program)],
  [['codebook'], async () => (await import('./codebook.js')).addCodebook(program)],
  [['file', 'rebuild'], async () => (await import('./file.js')).addFile(program)],
  [['original'], async () => (await import('./original.js')).addOriginal(program)],
  [['watch'], async () => (await import('./watch.js')).addWatch(program)],
  [
    ['incidents', 'events', 'statements', 'commitments', 'daybook', 'disputes', 'stories', 'actors'],
    async () => (await import('./ask.js')).addQuestions(program),
  ],
  [['tension'], async () => (await import('./tension.js')).addTension(program)],
  [['desk'], async () => (await import('./desk.js')).addDesk(program)],
  [['mcp'], async () => (await import('./mcp.js')).addMcp(program)],
];

const known = FILES.filter(([commands]) => commands.includes(process.argv[2]));
for (const [, add] of known.length > 0 ? known : FILES) await add();

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof ChanceryError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
