// `node dist/bench/kill.js [COUNT] [STORE]` ("postgres": a server of its own, else a file or an address): kills a filing process with SIGKILL at COUNT random moments and looks at the record after each.
// Everything that was acknowledged must be there, nothing twice; at the end the projections must equal those of an undisturbed filing.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dump, openStore, rebuild } from '../src/store/index.js';
import { startPostgres } from '../test/store/postgres.js';

const CLI = fileURLToPath(new URL('../src/cli/main.js', import.meta.url));

const SIDES = ['Iran', 'Iraq', 'Kuwait', 'France', 'Japan', 'Brazil'];
const ACTS = ['condemned', 'accused', 'held talks with', 'threatened to attack', 'signed an agreement with'];

/** Small dispatches written for this, each unlike the others. */
function dispatches(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, at) => {
    const i = from + at;
    const [a, b] = [SIDES[i % 6], SIDES[(i * 5 + 1 + Math.floor(i / 6)) % 6]];
    const day = `1987-06-${String(1 + (i % 28)).padStart(2, '0')}`;
    const text = `${a} ${ACTS[i % 5]} ${b} on Tuesday over ship number ${i}, officials said.\n\nA spokesman said the matter of ship ${i} would be raised again.`;
    return `${JSON.stringify({ id: `k${i}`, date: day, text })}\n`;
  }).join('');
}

/** Files the input; kills the process after `delay` milliseconds from its first receipt on, or never. Gives the acknowledged keys. */
function run(input: string, store: string, delay: number | null): Promise<{ keys: string[]; ended: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [CLI, 'file', '--receipts', '--workers', '1', '--store', store, '--input', 'jsonl', input],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    let out = '';
    let timer: NodeJS.Timeout | null = null;
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (delay !== null && !timer) timer = setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (timer) clearTimeout(timer);
      const lines = out
        .slice(0, out.lastIndexOf('\n') + 1)
        .split('\n')
        .filter((line) => line !== '');
      resolve({ keys: lines.map((line) => (JSON.parse(line) as { key: string }).key), ended: code === 0 });
    });
  });
}

/** Dispatches that are given again. */
const OVERLAP = 70;

/** Throws when the record lost or doubled anything. Gives the number of kills that hit a running process. */
export async function killTest(kills: number, address: string, clean: string, seed = 1): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-kill-'));
  try {
    const input = join(folder, 'input.jsonl');
    const count = 150 + kills * 60;
    let filed = 0;
    const acknowledged = new Set<string>();
    let random = seed;
    let hit = 0;
    for (let i = 0; i <= kills; i++) {
      random = (Math.imul(random, 1103515245) + 12345) >>> 0;
      const last = i === kills;
      // From a little before where it was killed: what is there already is filed again, and must change nothing.
      writeFileSync(input, dispatches(last ? 0 : Math.max(0, filed - OVERLAP), count));
      const { keys, ended } = await run(input, address, last ? null : random % 120);
      if (last && !ended) throw new Error('the last filing did not end well');
      if (!last && !ended) hit++;
      for (const key of keys) {
        if (acknowledged.has(key)) throw new Error(`${key} was acknowledged twice`);
        acknowledged.add(key);
      }
      const store = await openStore(address);
      const there = await store.db.selectFrom('log').select('key').execute();
      await store.close();
      const known = new Set(there.map(({ key }) => key));
      filed = known.size;
      if (known.size !== there.length) throw new Error('a dispatch is there twice');
      for (const key of acknowledged) if (!known.has(key)) throw new Error(`${key} was acknowledged and is not there`);
    }
    const store = await openStore(address);
    const after = await dump(store);
    await rebuild(store);
    if ((await dump(store)) !== after) throw new Error('the projections are not those of a rebuild');
    await store.close();
    await run(input, clean, null);
    const undisturbed = await openStore(clean);
    const expected = await dump(undisturbed);
    await undisturbed.close();
    if (after.length < 1000 || after !== expected)
      throw new Error('the projections are not those of an undisturbed filing');
    return hit;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-kill-store-'));
  const kills = Number(process.argv[2] ?? 100);
  const server = process.argv[3] === 'postgres' ? startPostgres() : null;
  const store = server?.address ?? process.argv[3] ?? join(folder, 'killed.db');
  try {
    const hit = await killTest(kills, store, join(folder, 'clean.db'), 7);
    console.log(
      `${hit} of ${kills} kills hit a filing process; nothing was lost, nothing is there twice, the projections are right.`,
    );
  } finally {
    server?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
