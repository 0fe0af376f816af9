// `node dist/bench/desk.js [SECONDS [DISPATCHES | FILE.db]]`: two hundred readers at once, with mixed pages and questions, on a record of some
// hundred dispatches or on a copy of the one in FILE.db, while somebody files one dispatch every five seconds. Each reader asks for a page,
// waits until the last byte is there, looks at it for a second, and asks for the next; nobody says what is already in a cache of theirs, so
// every answer is a whole one. The desk runs in a process of its own, as it does for its readers; these run here, on the same machine.
// Prints the time to the last byte at the median and the 95th percentile and the processor time that the desk spent, and fails on any error.

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { reuters } from './corpus.js';

const READERS = 200;
const SECONDS = Number(process.argv[2] ?? 20);
const GIVEN = process.argv[3] ?? '300';
/** A reader looks at a page for so long, in milliseconds, before asking for the next. */
const LOOKS = 1000;
/** Somebody files a dispatch so often, in milliseconds. */
const FILES = 5000;

const CLI = fileURLToPath(new URL('../src/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
const store = join(folder, 'record.db');
const own = existsSync(GIVEN);
if (own) cpSync(GIVEN, store);
const texts = own ? [] : (reuters(Number(GIVEN)) ?? []);
const input = join(folder, 'wire.jsonl');
writeFileSync(input, texts.map(({ id, date, text }) => `${JSON.stringify({ id, date, text })}\n`).join(''));

const run = (words: readonly string[]): Promise<void> =>
  new Promise((done) => spawn(process.execPath, [CLI, ...words], { stdio: 'ignore' }).on('close', () => done()));
if (!own) await run(['file', '--store', store, '--workers', '1', ...(texts.length > 0 ? [input] : []), 'samples']);

const desk = spawn(process.execPath, [CLI, 'desk', '--store', store, '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const base = await new Promise<string>((found) => {
  desk.stdout.on('data', (data: Buffer) => {
    const match = /http:\S+/.exec(data.toString());
    if (match) found(match[0]);
  });
});

const agent = new Agent({ keepAlive: true, maxSockets: READERS + 10 });
interface Answer {
  readonly status: number;
  readonly time: number;
  readonly body: Buffer;
  readonly packed: boolean;
}
const ask = (path: string, body?: string): Promise<Answer> =>
  new Promise((done) => {
    const start = performance.now();
    const asked = request(
      base + path,
      {
        agent,
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip' },
      },
      (answer) => {
        const held: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => held.push(chunk));
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            time: performance.now() - start,
            body: Buffer.concat(held),
            packed: answer.headers['content-encoding'] === 'gzip',
          }),
        );
      },
    );
    asked.on('error', () => done({ status: 0, time: performance.now() - start, body: Buffer.alloc(0), packed: false }));
    asked.end(body);
  });

const first = await ask('/api/stories?limit=12');
const { items } = JSON.parse((first.packed ? gunzipSync(first.body) : first.body).toString()) as {
  items: { editions: { dispatch: string }[] }[];
};
const PATHS = [
  '/',
  '/',
  '/incidents',
  '/incidents?type=THREATEN',
  '/ledger',
  '/daybook',
  '/disputes',
  '/statements',
  '/statements?sourcing=anonymous',
  '/stories',
  '/dyad?dyad=USA-JPN',
  '/dyad?dyad=EGY-ETH',
  '/actors',
  '/actor/USA',
  '/map',
  '/search?text=dam',
  '/search?text=trade',
  '/api/incidents?limit=20',
  '/api/commitments?actor=EGY',
  '/api/tension?dyad=EGY-ETH',
  '/api/statements?text=minister',
  '/daybook.ics',
  '/incidents.atom',
  ...items.map(({ editions }) => `/dispatch/${editions[0].dispatch}`),
];
for (const path of PATHS) await ask(path);

/** Processor time that the desk has used so far, in milliseconds, as Linux counts it; null elsewhere. */
const spent = (): number | null => {
  try {
    const [user, system] = readFileSync(`/proc/${desk.pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 13);
    return 10 * (Number(user) + Number(system));
  } catch {
    return null;
  }
};
const before = spent();

const times: number[] = [];
const slow = new Map<string, number>();
let errors = 0;
let filed = 0;
const end = performance.now() + SECONDS * 1000;
const pause = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));
const reader = async (number: number): Promise<void> => {
  await pause((number / READERS) * LOOKS);
  for (let i = 7 * number; performance.now() < end; i++) {
    const path = PATHS[i % PATHS.length];
    const { status, time } = await ask(path);
    times.push(time);
    slow.set(path, Math.max(slow.get(path) ?? 0, time));
    if (status !== 200) errors++;
    await pause(LOOKS);
  }
};
const filer = async (): Promise<void> => {
  const text = readFileSync('samples/crisis/2046-06-25-canal.txt', 'utf8');
  for (; performance.now() < end; filed++) {
    await pause(FILES);
    const { status } = await ask(
      '/api/file',
      JSON.stringify({ text: `${text}\n(Version ${filed})`, date: '2046-06-25' }),
    );
    if (status !== 200) errors++;
  }
};
await Promise.all([...Array.from({ length: READERS }, (_, i) => reader(i)), filer()]);
const after = spent();
times.sort((a, b) => a - b);
const at = (share: number): string => (times[Math.ceil(share * times.length) - 1] ?? 0).toFixed(0);
console.log(
  `${READERS} readers for ${SECONDS} s, each a page a second, on ${own ? GIVEN : `${texts.length} dispatches and the sample crisis`}; ${filed} filed meanwhile`,
);
console.log(
  `${times.length} answers (${Math.round(times.length / SECONDS)} a second), ${errors} errors; median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, slowest ${at(1)} ms`,
);
if (before !== null && after !== null)
  console.log(
    `processor time of the desk: ${((after - before) / times.length).toFixed(2)} ms an answer, filing included; ${(((after - before) / SECONDS / 1000) * 100).toFixed(0)} % of one core`,
  );
const worst = [...slow].sort((a, b) => b[1] - a[1]).slice(0, 5);
console.log(`slowest: ${worst.map(([path, time]) => `${path} ${time.toFixed(0)} ms`).join(', ')}`);
desk.kill('SIGTERM');
agent.destroy();
rmSync(folder, { recursive: true, force: true });
if (errors > 0) process.exitCode = 1;
