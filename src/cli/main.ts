#!/usr/bin/env node
// The command line: one file a command, joined here.

import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addQuestions } from './ask.js';
import { addFile } from './file.js';
import { addRead } from './read.js';
import { addTension } from './tension.js';
import { addWatch } from './watch.js';

const { version, description } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { version: string; description: string };

const program = new Command('chancery')
  .description(description)
  .version(version)
  .showHelpAfterError('(`chancery --help` tells more)')
  .configureHelp({ sortSubcommands: false })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
addRead(program);
addFile(program);
addWatch(program);
addQuestions(program);
addTension(program);

await program.parseAsync();
