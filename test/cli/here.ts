// Runs a command of the command line inside this process: a process of its own would load the models anew for each.

import { Command } from 'commander';
import { addCodebook } from '../../src/cli/codebook.js';
import { addFile } from '../../src/cli/file.js';
import { addRead } from '../../src/cli/read.js';

/** What a command printed, and its exit status. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `chancery ARGS` with `folder` as the working folder. Only strings are caught: the test runner writes buffers. */
export async function here(folder: string, args: readonly string[]): Promise<Ran> {
  const program = new Command('chancery').exitOverride();
  for (const add of [addCodebook, addFile, addRead]) add(program);
  const caught = { stdout: '', stderr: '' };
  const before = process.cwd();
  const writes = { stdout: process.stdout.write, stderr: process.stderr.write };
  for (const name of ['stdout', 'stderr'] as const) {
    const pass = writes[name].bind(process[name]);
    process[name].write = ((chunk: string | Uint8Array, ...rest: never[]) => {
      if (typeof chunk !== 'string') return pass(chunk, ...rest);
      caught[name] += chunk;
      return true;
    }) as typeof process.stdout.write;
  }
  process.chdir(folder);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return { status: Number(process.exitCode ?? 0), out: caught.stdout, err: caught.stderr };
  } finally {
    process.exitCode = undefined;
    process.chdir(before);
    Object.assign(process.stdout, { write: writes.stdout });
    Object.assign(process.stderr, { write: writes.stderr });
  }
}
