// A PETRARCH verb dictionary becomes a codebook; what cannot is told with its line.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownBook } from '../../src/events/book.js';
import { readClasses } from '../../src/events/classes.js';
import { importPetrarch } from '../../src/events/petrarch.js';
import { readPatterns } from '../../src/events/read-patterns.js';

const DICTIONARY = `<!-- made for this test
 -->
&TROOPS
+TROOPS
+PEACE_KEEPERS

&UNUSED
+NOTHING

--- MARCH [150] ---
MARCH
STRIDE { STRODE STRIDDEN }
- * &TROOPS [154]   # the commonest
- * INTO + [192]
- * OUT OF + [0874]
- + * BY $ [190]
- * (PEACE TALKS) {WITH} [046]
- * FUNERAL [---]
- * A [7777]
~ a (b MARCH) SAY = b
- $ * % [190]

--- SCORN [---] ---
SCORN
BELITTLE [111]
- &NOWHERE * [111]
- * BACK TO BACK ON ABOUT [111]
`;

const { ontology } = ownBook();
const got = importPetrarch(DICTIONARY, ontology);

test('verbs, synonym sets, phrases and prepositions become patterns', () => {
  for (const line of [
    'verb: S march|stride T!',
    'verb: S march|stride {petrarch-troops} (to|against|on|with|from|in|for T)',
    'verb: S march|stride into T',
    'verb: S march|stride out_of T',
    'verb: T march|stride by S',
    'verb: S march|stride peace_talks|peace_talk with T',
    'verb: S belittle T!',
  ])
    assert.ok(got.events.split('\n').includes(line), `${line}\nin\n${got.events}`);
});

test('what was made can be read as a codebook', () => {
  const classes = readClasses(got.classes, 'classes.txt');
  assert.deepEqual(classes.get('petrarch-troops'), ['troops', 'troop', 'peace keepers', 'peace keeper']);
  assert.ok(!got.classes.includes('unused'));
  const { entries } = readPatterns(got.events, 'x.txt', classes, ontology);
  assert.equal(new Set(entries.map(({ pattern }) => pattern.rule)).size, got.patterns);
});

test('what has no counterpart is told with its line', () => {
  assert.deepEqual(
    got.left.map(({ line }) => line),
    [18, 19, 20, 21, 26, 27],
  );
  assert.match(got.left[1].why, /7777/);
  assert.match(got.left[4].why, /NOWHERE/);
});

test('any text gives an answer and no stack trace', () => {
  for (const text of [
    '',
    '---',
    '&',
    '- * [190]',
    '--- X [190]\nX\n- * * [190]\n- [190]',
    '['.repeat(50_000),
    '- '.repeat(50_000),
  ])
    assert.ok(importPetrarch(text, ontology).patterns >= 0);
});
