// Several processes at one record: two file overlapping inputs while others read, on both stores.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { dump, openStore, rebuild, stories } from '../../src/store/index.js';
import { startPostgres } from './postgres.js';

const CLI = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url));
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'chancery-together-'));
const server = startPostgres();
after(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const NAMES = ['Iran', 'Iraq', 'Kuwait', 'France', 'Japan'];
/** Dispatches `from` to `to`, of which neighbours tell of the same visit. */
function input(from: number, to: number): string {
  const path = join(folder, `${from}-${to}.jsonl`);
  const lines = Array.from({ length: to - from }, (_, at) => {
    const i = from + at;
    const day = `1987-06-${String(1 + Math.floor(i / 4)).padStart(2, '0')}`;
    const text = `${NAMES[i % 2]} accused ${NAMES[2 + (i % 3)]} on Monday of closing the strait to ship ${Math.floor(i / 2)}, officials said.`;
    return `${JSON.stringify({ id: `t${i}`, date: day, text })}\n`;
  });
  writeFileSync(path, lines.join(''));
  return path;
}

const stores: Record<string, (() => Promise<string>) | null> = {
  SQLite: async () => join(folder, 'together.db'),
  PostgreSQL: server ? () => server.database('together') : null,
};
for (const [name, make] of Object.entries(stores)) {
  const skip = make === null && !process.env.CI ? 'no PostgreSQL on this machine: apt-get install postgresql' : false;
  test(`${name}: two processes file, others read, and nothing is lost or doubled`, { skip }, async () => {
    assert.ok(make, 'PostgreSQL is not there, and the tests may not skip it here');
    const address = await make();
    const file = (path: string) =>
      run(process.execPath, [CLI, 'file', '--workers', '1', '--store', address, '--input', 'jsonl', path]);
    let writing = true;
    const writers = Promise.all([file(input(0, 60)), file(input(30, 90))]).finally(() => {
      writing = false;
    });
    const reader = await openStore(address);
    const seen: number[] = [];
    while (writing) {
      const all = await stories(reader, { limit: 1000 });
      seen.push(all.flatMap(({ editions }) => editions).length);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const counts = (await writers).map(({ stdout }) => Number(/(\d+) filed/.exec(stdout)?.[1]));
    assert.equal(counts[0] + counts[1], 90, 'each dispatch was filed by one of the two');
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
      'what was there stays there',
    );
    const kept = await reader.db.selectFrom('log').select('key').execute();
    assert.equal(new Set(kept.map(({ key }) => key)).size, 90);
    const before = await dump(reader);
    assert.equal(await rebuild(reader), 90);
    assert.equal(await dump(reader), before);
    await reader.close();
  });
}
