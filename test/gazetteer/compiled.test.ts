// The compiled tables are the tables: the same look-ups as the texts give, the same bytes each time, and no use once they have parted.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { packTables, stampOf, unpackTables } from '../../src/gazetteer/compiled.js';
import { addTables, OWN_TABLES, readTables } from '../../src/gazetteer/tables.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-tables-'));
const file = join(folder, 'gazetteer.compiled');
const stamp = stampOf(OWN_TABLES);
const read = readTables(OWN_TABLES);
const text = packTables(read, stamp);
writeFileSync(file, text, 'latin1');
test.after(() => rmSync(folder, { recursive: true }));

test('it holds what the texts hold, in the same order', () => {
  const made = unpackTables(file, stamp);
  assert.ok(made);
  assert.deepEqual([...made.countries], [...read.countries]);
  assert.deepEqual(made.organisations, read.organisations);
  assert.deepEqual(made.places, read.places);
  assert.deepEqual([...made.offices.all()], [...read.offices.all()]);
  assert.deepEqual([...made.persons.all()], [...read.persons.all()]);
  assert.deepEqual([...made.names.all()], [...read.names.all()]);
});

test('a name is found as in the texts, and one thing is one object', () => {
  const made = unpackTables(file, stamp);
  assert.ok(made);
  for (const name of [
    'Russia',
    'Russian',
    'the Kremlin',
    'United Nations',
    'Vladimir Putin',
    "Côte d'Ivoire",
    'Ō',
    'Nobody',
  ])
    assert.deepEqual(made.names.named(name), read.names.named(name), name);
  const words = 'The U.N. Security Council met on the Strait of Hormuz , said Papua New Guinea'.split(' ');
  for (let i = 0; i < words.length; i++) assert.deepEqual(made.names.matchAt(words, i), read.names.matchAt(words, i));
  assert.equal(made.names.named('Spain')[0].value, made.countries.get('ESP'));
  const [demonym] = made.names.named('Spaniard');
  assert.ok(demonym.value.kind === 'demonym' && demonym.value.country === made.countries.get('ESP'));
});

test('tables of a user are laid over it', () => {
  const made = unpackTables(file, stamp);
  assert.ok(made);
  writeFileSync(
    join(folder, 'holders.tsv'),
    'of\toffice\tname\tlater\tfrom\tuntil\nESP\tforeign-minister\tIda Holm\tHolm\t2031\t\n',
  );
  addTables(made, folder);
  assert.deepEqual(
    made.persons.get('holm').map((one) => one.of),
    ['ESP'],
  );
  assert.equal(made.offices.get('ESP foreign-minister').at(-1)?.name, 'Ida Holm');
  assert.equal(made.offices.get('ESP foreign-minister').length, read.offices.get('ESP foreign-minister').length + 1);
  assert.equal(made.names.named('Ida Holm').length, 1);
});

test('the same tables give the same bytes', () => {
  assert.equal(packTables(readTables(OWN_TABLES), stamp), text);
  assert.equal(stampOf(OWN_TABLES), stamp);
});

test('another stamp, a file cut short and no file give none, and the texts are read', () => {
  assert.equal(unpackTables(file, 'another'), null);
  assert.equal(unpackTables(join(folder, 'none'), stamp), null);
  const cut = join(folder, 'cut');
  writeFileSync(cut, text.slice(0, 100000));
  assert.equal(unpackTables(cut, stamp), null);
});
