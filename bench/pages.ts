// `node dist/bench/pages.js [COUNT | FILE.db]`: every page of the desk, and the worst that can be asked of it (common words, sides without a
// code, the far end of a list), on a copy of a record. The log moves before each, so that nothing is remembered. Prints what took longest,
// by the clock and in processor time, since the machine may be busy with other things; fails when a page takes 500 ms of a processor or more.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { deskServer } from '../src/desk/server.js';
import * as record from '../src/store/index.js';
import { reuters } from './corpus.js';

const LIMIT = 500;
const CLI = fileURLToPath(new URL('../src/cli/main.js', import.meta.url));
const given = process.argv[2] ?? '1000';
const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
const address = join(folder, 'record.db');
if (existsSync(given)) cpSync(given, address);
else {
  const input = join(folder, 'reuters.jsonl');
  const texts = reuters(Number(given)) ?? [];
  writeFileSync(input, texts.map(({ id, date, text }) => `${JSON.stringify({ id, date, text })}\n`).join(''));
  spawnSync(process.execPath, [CLI, 'file', '--store', address, '--input', 'jsonl', input], { stdio: 'ignore' });
}

const store = await record.openStore(address);
const app = await deskServer({ store, tokens: null, version: '0', codebook: '0', rate: 1e6 });
const get = (url: string, cookie = '') =>
  app.inject({
    method: 'GET',
    url,
    headers: { host: 'localhost', accept: 'text/html', ...(cookie ? { cookie } : {}) },
  });

const [incident] = await record.incidents(store, { actor: 'USA', limit: 1 });
const [key, id] = (incident?.id ?? '#').split('#');
const edited = (await record.stories(store, { limit: 500 })).find(({ editions }) => editions.length > 1)?.editions;
const { seq } = await record.positionOf(store);
const { dispatches } = await record.since(store, 0, 1);
const PAGES: readonly (readonly [path: string, cookie?: string])[] = [
  ['/'],
  ['/', `seen=${Math.max(0, seq - 40)}`],
  ['/', 'seen=1'],
  ...[
    '/incidents',
    '/incidents?actor=USA',
    '/incidents?text=said',
    '/incidents?text=the',
    '/incidents?place=Washington',
    '/incidents?dyad=USA-JPN',
    '/incidents?type=ACCUSE&from=1987-03-01&to=1987-03-31',
    '/incidents?offset=5000',
    '/incidents?asOf=2046-01-01',
    '/ledger',
    '/ledger?actor=USA',
    '/ledger?text=trade',
    '/ledger?limit=500',
    '/daybook',
    '/daybook?from=1987-04-01&to=1987-04-30',
    '/disputes',
    '/statements',
    '/statements?sourcing=anonymous',
    '/statements?sourcing=anonymous&actor=USA',
    '/statements?text=the',
    '/statements?text=said',
    '/statements?offset=80000',
    '/stories',
    '/stories?text=the',
    '/stories?offset=15000',
    '/dyad',
    '/dyad?dyad=USA-JPN',
    '/dyad?dyad=USA-JPN&from=1987-03-01&to=1987-03-31',
    '/dyad?dyad=USA-IRN',
    '/dyad?dyad=JPN-GOV',
    '/dyad?dyad=USA-Japan',
    '/actors',
    '/actors?actor=USA',
    '/actor/USA',
    '/actor/JPN',
    '/actor/USAGOV',
    '/actor/GOV',
    '/actor/Reagan',
    '/actor/a',
    '/map',
    '/map?actor=USA',
    '/search?text=trade',
    '/search?text=the',
    '/search?text=the%20of%20to',
    '/search?text=said&actor=USA',
    '/search?actor=USA',
    '/search?place=London',
    '/filing',
    '/daybook.ics',
    '/incidents.atom',
    ...(id ? [`/dispatch/${key}`, `/why/${key}/${id}`] : []),
    ...(edited ? [`/compare/${edited[0].dispatch}/${edited[1].dispatch}`] : []),
  ].map((path) => [path] as const),
];

let marks = 0;
/** Something happens to the record, so that every page has to be made anew. */
const move = () =>
  record.mark(
    store,
    { report: incident?.id ?? '', verdict: 'confirmed', correction: null, by: 'the bench', note: String(marks++) },
    '2046-01-01T00:00:00Z',
  );
// What is compiled when it is first used is no part of a page.
for (const [path, cookie] of PAGES) await get(path, cookie);

const found: { readonly path: string; readonly clock: number; readonly processor: number }[] = [];
for (const [path, cookie] of PAGES) {
  await move();
  const start = performance.now();
  const before = process.cpuUsage();
  const { statusCode } = await get(path, cookie);
  const used = process.cpuUsage(before);
  if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`);
  found.push({
    path: cookie ? `${path} (${cookie})` : path,
    clock: performance.now() - start,
    processor: (used.user + used.system) / 1000,
  });
}
const sorted = [...found].sort((a, b) => b.processor - a.processor);
const late = sorted.filter(({ processor }) => processor >= LIMIT);
const median = sorted[sorted.length >> 1].processor;
console.log(
  `${found.length} pages on a record of ${dispatches} dispatches, each made anew: median ${median.toFixed(0)} ms of a processor, longest ${sorted[0].processor.toFixed(0)} ms; under ${LIMIT} ms: ${late.length === 0 ? 'all' : `all but ${late.length}`}`,
);
for (const { path, clock, processor } of sorted.slice(0, 8))
  console.log(`  ${processor.toFixed(0).padStart(5)} ms (${clock.toFixed(0)} by the clock)  ${path}`);

// The whole of the statements, taken as fast as they come: what a large answer costs in memory.
const base = await app.listen({ host: '127.0.0.1', port: 0 });
const resting = process.memoryUsage().rss;
const began = performance.now();
let size = 0;
let most = 0;
for await (const chunk of (await fetch(`${base}/api/statements?format=jsonl`)).body ?? []) {
  size += (chunk as Uint8Array).length;
  most = Math.max(most, process.memoryUsage().rss - resting);
}
console.log(
  `all statements as JSON Lines: ${(size / 1e6).toFixed(1)} MB in ${((performance.now() - began) / 1000).toFixed(1)} s by the clock, memory ${(most / 1e6).toFixed(0)} MB above rest at most (${(resting / 1e6).toFixed(0)} MB)`,
);
await app.close();
await store.close();
rmSync(folder, { recursive: true, force: true });
if (late.length > 0) process.exitCode = 1;
