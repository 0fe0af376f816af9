// A folder laid over our codebook: what is added, what is replaced, who wins.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadBook, OWN_FOLDER, ownBook } from '../../src/events/book.js';
import { lintBook } from '../../src/events/check.js';
import { readClasses } from '../../src/events/classes.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-book-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function put(file: string, text: string): void {
  mkdirSync(join(folder, 'events'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

put('classes.txt', 'sanction = {sanction}, delisting\n');
put('cameo.txt', '1639 -6 COERCE restrict economic delist\n');
put('contexts.txt', 'trade: tariff\n');
put('events/aid.txt', 'type AID\n[070]\nverb: S help T\n');
put('events/delist.txt', 'type COERCE\n[1639]\nverb: S delist T; S impose {sanction} on T\n');
const book = loadBook(OWN_FOLDER, [folder]);

test('classes, codes and contexts are added', () => {
  assert.ok(book.classes.get('sanction')!.includes('delisting'));
  assert.ok(book.classes.get('sanction')!.length > 1);
  assert.deepEqual(book.ontology.cameo.get('1639')?.contexts, ['economic']);
  assert.ok(book.ontology.cameo.has('163'));
  assert.equal(book.contexts.get('tariff'), 'trade');
});

test('a file of the same name takes the place of ours', () => {
  const aid = [...book.index.values()].flatMap((bucket) => bucket.verb).filter(({ type }) => type === 'AID');
  assert.ok(aid.length > 0 && aid.every(({ rule }) => rule.includes('/events/aid.txt:')));
  assert.ok(ownBook().size > book.size);
});

test("where two patterns ask for equally much, the user's comes first", () => {
  const patterns = book.index.get('impose')!.verb;
  const mine = patterns.findIndex(({ rule }) => rule.includes('delist.txt'));
  assert.ok(mine >= 0);
  for (const { weight, rule } of patterns.slice(0, mine)) assert.ok(weight > patterns[mine].weight, rule);
});

test('a class is extended by naming itself', () => {
  const before = readClasses('a = one', 'c.txt');
  assert.deepEqual(readClasses('a = {a}, two', 'c.txt', before).get('a'), ['one', 'two']);
  assert.deepEqual(readClasses('a = two', 'c.txt', before).get('a'), ['two']);
});

test('our own codebook has no fault', () => {
  assert.deepEqual(
    lintBook(OWN_FOLDER).filter(({ severity }) => severity === 'error'),
    [],
  );
});
