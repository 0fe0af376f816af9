// Runs the program and the scorers as a user would: as commands, over files.

import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bench } from './figures.js';

const CLI = fileURLToPath(new URL('../src/cli/main.js', import.meta.url));

export interface Row {
  readonly id: string;
  readonly date?: string;
  readonly text: string;
}

/** Lines of a JSON Lines file. */
export function jsonl<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

/** Reads the rows with `chancery read` and gives the path of the readings. */
export function readRows(bench: Bench, name: string, rows: readonly Row[]): string {
  const input = join(bench.scratch, `${name}.input.jsonl`);
  const output = join(bench.scratch, `${name}.readings.jsonl`);
  writeFileSync(input, rows.map(({ id, date, text }) => `${JSON.stringify({ id, date, text })}\n`).join(''));
  const file = openSync(output, 'w');
  const run = spawnSync(process.execPath, [CLI, 'read', '--input', 'jsonl', '--format', 'jsonl', input], {
    stdio: ['ignore', file, 'inherit'],
  });
  closeSync(file);
  if (run.status !== 0) throw new Error(`chancery read ended with ${run.status} on ${input}`);
  return output;
}

/** What a scorer prints. */
export function score(bench: Bench, scorer: string, ...args: string[]): string {
  return execFileSync(process.execPath, [join(bench.scorers, scorer), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** The number behind the first match of `pattern` (its first group), or null. */
export function number(text: string, pattern: RegExp): number | null {
  const match = pattern.exec(text);
  return match ? Number(match[1]) : null;
}
