// The compiled codebook is the codebook: the same patterns as the texts give, the same bytes each time, and no use once they have parted.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadBook, OWN_FOLDER } from '../../src/events/book.js';
import { packBook, stampOf, unpackBook } from '../../src/events/compiled.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-compiled-'));
const file = join(folder, 'codebook.json');
const stamp = stampOf(OWN_FOLDER);
const read = loadBook(OWN_FOLDER);
const text = packBook(read, stamp);
writeFileSync(file, text);
test.after(() => rmSync(folder, { recursive: true }));

test('it holds what the texts hold', () => {
  const made = unpackBook(file, stamp);
  assert.ok(made);
  // Packed again it is the same file, so nothing was lost on the way back.
  assert.equal(packBook(made, stamp), text);
  assert.equal(made.index.size, read.index.size);
  for (const lemma of ['attack', 'hold', 'deploy', 'talk', 'strike', 'sanction', 'ready']) {
    const a = made.index.get(lemma);
    const b = read.index.get(lemma);
    assert.deepEqual([a?.verb, a?.noun, a?.adj], [b?.verb, b?.noun, b?.adj]);
  }
  assert.deepEqual([made.folding, made.modality, made.frames], [read.folding, read.modality, read.frames]);
});

test('the same texts give the same bytes', () => {
  assert.equal(packBook(loadBook(OWN_FOLDER), stamp), text);
  assert.equal(stampOf(OWN_FOLDER), stamp);
});

test('another stamp, a broken file and no file give none, and the texts are read', () => {
  assert.equal(unpackBook(file, 'another'), null);
  assert.equal(unpackBook(join(folder, 'none.json'), stamp), null);
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, text.slice(0, 1000));
  assert.equal(unpackBook(broken, stamp), null);
});
