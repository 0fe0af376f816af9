// The codebook: its files can be read, its faults are told with their place, its tables agree with one another.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldCode, ownBook, readFolding } from '../../src/events/book.js';
import { readClasses, wordSet } from '../../src/events/classes.js';
import { readModality } from '../../src/events/modality-table.js';
import { readOntology } from '../../src/events/ontology.js';
import { inSet } from '../../src/events/pattern.js';
import { readPatterns } from '../../src/events/read-patterns.js';

const ontology = readOntology(
  'ASSAULT 4 -9 harm\n  aerial -9.5\n',
  '190 -10 ASSAULT - military use force\n195 -10 ASSAULT aerial - air\n',
);
const classes = readClasses('airstrike = air strike, airstrike\nforce = army,\n  navy, {airstrike}\n', 'classes.txt');

function patterns(line: string) {
  return readPatterns(`type ASSAULT\n[195]\n${line}`, 'x.txt', classes, ontology);
}

test('the whole codebook can be read and covers all sixteen types', () => {
  const book = ownBook();
  assert.ok(book.size > 2500, `${book.size} patterns`);
  const types = new Set([...book.index.values()].flatMap((b) => [...b.verb, ...b.noun, ...b.adj]).map((p) => p.type));
  assert.equal(types.size, 16);
});

test('every code of the folding table is a code of its type', () => {
  const { folding, ontology: own } = ownBook();
  for (const [outer, map] of folding.codes) {
    for (const code of map.values()) assert.equal(own.cameo.get(code)?.type, outer, `${outer} ${code}`);
  }
});

test('the longest beginning decides what an act becomes', () => {
  const folding = readFolding('[THREATEN]\n16 131\n163 1312\n[future]\nAID AGREE\n');
  assert.equal(foldCode(folding, 'THREATEN', '163'), '1312');
  assert.equal(foldCode(folding, 'THREATEN', '1621'), '131');
  assert.equal(foldCode(folding, 'THREATEN', '046'), null);
  assert.equal(folding.future.get('AID'), 'AGREE');
});

test('a class holds words, two words and other classes', () => {
  const set = wordSet(classes.get('force')!);
  assert.ok(set.single.has('navy'));
  assert.ok(inSet(set, 'strike', ['an', 'air', 'strike'], 2));
  assert.ok(!inSet(set, 'strike', ['hunger', 'strike'], 1));
});

test('a hyphenated word matches in all its spellings', () => {
  const set = wordSet(['cease-fire']);
  assert.ok(inSet(set, 'ceasefire', ['ceasefire'], 0));
  assert.ok(inSet(set, 'cease-fire', ['cease-fire'], 0));
  assert.ok(inSet(set, 'fire', ['cease', '-', 'fire'], 2));
});

test('a pattern is compiled for each alternative of its anchor', () => {
  const { entries } = patterns('verb: S bomb|carry_out {airstrike} (on|against T)');
  assert.deepEqual(
    entries.map((e) => e.key),
    ['verb bomb', 'verb carry'],
  );
  assert.deepEqual(entries[1].pattern.with, ['out']);
  assert.deepEqual(
    entries[0].pattern.slots.map((slot) => slot.at),
    ['subj', 'obj', 'prep'],
  );
  assert.equal(entries[0].pattern.mode, 'aerial');
});

test('examples carry their actors', () => {
  const { examples } = patterns('yes: Jets bombed it. | Jets > it\nno: The film bombed.');
  assert.deepEqual([examples[0].source, examples[0].target, examples[0].want], ['Jets', 'it', true]);
  assert.equal(examples[1].want, false);
});

const faults: [string, RegExp][] = [
  ['verb: bomb T', /E065.*x\.txt:3:\d+.*subject/],
  ['verb: S bomb {nothing}', /E061.*x\.txt:3:\d+.*no such class/],
  ['verb: S bomb (on T', /E065.*x\.txt:3:\d+.*without/],
  ['vreb: S bomb T', /E063.*x\.txt:3:1/],
  ['[999]', /E064.*x\.txt:3:2.*999/],
  ['[195 phone]', /E064.*x\.txt:3:\d+.*no mode of ASSAULT/],
];
for (const [line, message] of faults) {
  test(`a fault is told with its place: ${line}`, () => assert.throws(() => patterns(line), message));
}

test('faults of the other files are told with their place', () => {
  assert.throws(() => readClasses('words before', 'c.txt'), /E060.*c\.txt:1:1/);
  assert.throws(() => readClasses('a = {b}', 'c.txt'), /E061.*c\.txt:1:\d/);
  assert.throws(() => readModality('[sometimes]', 'm.txt'), /E063.*m\.txt:1:2/);
  assert.throws(() => readFolding('AID AGREE'), /E063.*folding\.txt:1/);
});
