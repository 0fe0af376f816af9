// docs/codebook.md: its files are written, its commands run, and what it shows of their output stands there.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { here } from '../cli/here.js';

test('the tutorial of the codebook does what it says', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-tutorial-'));
  writeFileSync(
    join(folder, 'dispatch.txt'),
    'OSLO, June 3 (Meridian) - Brazil raised its tariffs on Chinese steel.\n',
  );
  let output = '';
  let commands = 0;
  try {
    const page = readFileSync('docs/codebook.md', 'utf8');
    for (const [, file, kind, body] of page.matchAll(/(?:^`([^`\n]+)`:\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm)) {
      if (kind === 'text') {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), body);
      } else if (kind === 'sh') {
        output = '';
        for (const line of body.trim().split('\n')) {
          const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((word) => word[1] ?? word[2]);
          assert.equal(words[0], 'chancery');
          const { status, out, err } = await here(folder, words.slice(1));
          assert.equal(status, 0, `${line}\n${out}${err}`);
          output += out + err;
          commands++;
        }
      } else for (const line of body.trim().split('\n')) assert.ok(output.includes(line), `${line}\nin\n${output}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  assert.ok(commands >= 8);
});
