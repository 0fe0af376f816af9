import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { killTest } from '../../bench/kill.js';

test('a filing process that is killed loses nothing that it acknowledged (100 kills: node dist/bench/kill.js)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-kill-'));
  try {
    const hit = await killTest(3, join(folder, 'a.db'), join(folder, 'b.db'));
    assert.ok(hit >= 1, 'at least one kill hit a running process');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
