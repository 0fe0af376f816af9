#!/usr/bin/env node
// The command line.

import { readFileSync } from 'node:fs';
import { dispatchOf } from '../intake/index.js';
import { read } from '../reading.js';

const [, , command, path] = process.argv;
if (command === 'read' && path)
  process.stdout.write(`${JSON.stringify(read(dispatchOf(readFileSync(path, 'utf8'), { source: path })), null, 2)}\n`);
