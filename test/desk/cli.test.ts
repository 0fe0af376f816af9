import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../src/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'chancery-desk-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the desk until it says that it is open, or ends. */
async function desk(words: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, 'desk', '--store', join(folder, 'desk.db'), ...words], {
    env: { ...process.env, CHANCERY_TOKENS: '', ...env },
  });
  let said = '';
  const code = await new Promise<number | null>((resolve) => {
    const hear = (data: Buffer): void => {
      said += data.toString();
      if (said.includes('The desk is open')) resolve(null);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', resolve);
  });
  return { said, code, end: () => child.kill('SIGTERM') };
}

test('the desk listens on this machine alone, and says clearly when the port is taken', async () => {
  const open = await desk(['--port', '0']);
  open.end();
  assert.match(open.said, /open at http:\/\/127\.0\.0\.1:\d+/);
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
  );
  const refused = await desk(['--port', String(port)]);
  other.close();
  assert.equal(refused.code, 2);
  assert.match(refused.said, /\[E055\]/);
});

test('opened to others it demands tokens, and tells when they are none', async () => {
  assert.match((await desk(['--host', '0.0.0.0', '--port', '0'])).said, /\[E054\]/);
  assert.match((await desk(['--host', '0.0.0.0', '--port', '0'], { CHANCERY_TOKENS: 'read:short' })).said, /\[E056\]/);
});
