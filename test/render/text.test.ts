import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import type { Reading } from '../../src/records.js';
import { renderText, wrap } from '../../src/render/text.js';
import { READING } from './fixture.js';

const plain = renderText(READING, { width: 96, colour: false });

test('threats come first, with holder, addressee, condition, consequence and on whose word', () => {
  const first = plain.slice(plain.indexOf('THREATS'), plain.indexOf('WHAT HAPPENED'));
  assert.match(first, /¶1 {2}threat {2}Ida Holm \(ARLGOV\) → Plekszy Gladz \(BORGOV\)/);
  assert.match(
    first,
    /if {5}“Borduria closed the Strait of Vars”\n {6}then {3}Arland would impose “unprecedented” sanctions/,
  );
  assert.match(first, /strong words; Ida Holm \(ARLGOV\), named/);
  assert.match(first, /by 6 June 2031 \(inferred\)/);
});

test('every part has its section, its paragraph and the words of the text', () => {
  assert.match(plain, /¶3 {2}Assault: explosives {2}→ Arland’s navy/);
  assert.match(plain, /Sanction {2}Arland \(ARL\) → Borduria \(BOR\) {2}\[conditional\]/);
  assert.match(plain, /¶2 {2}Milo Dorn \(BORGOV\) {2}\[spokesperson\]\n {6}“We do not seek a quarrel,” … “But no one/);
  assert.match(
    plain,
    /¶1 {2}a senior Arland official.*(?:\n {6}.*)+\n {2}¶1 {4}↳ Ida Holm \(ARLGOV\) to Plekszy Gladz/,
  );
  assert.match(plain, /¶4 {2}scheduled: ministers talks, 9–10 June 2031/);
  assert.ok(
    plain.indexOf('scheduled: ministers') < plain.indexOf('held: leaders'),
    'what is ahead stands before what was',
  );
  assert.match(plain, /Borduria \(BOR\) denies\n.*\n {6}against Arland’s navy/);
});

test('no line is wider than the terminal, and colours change no word', () => {
  for (const width of [40, 60, 80])
    for (const line of renderText(READING, { width, colour: false }).split('\n')) assert.ok(line.length <= width, line);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is looked for
  assert.equal(renderText(READING, { width: 96, colour: true }).replace(/\x1b\[\d+m/g, ''), plain);
});

test('a hostile text cannot steer the terminal', () => {
  const dispatch = dispatchOf('Evil \x1b[2J\x07 \u202etxt said so.\n\nAnd \x9b31m again.');
  const reading: Reading = {
    ...READING,
    dispatch,
    actors: [],
    statements: [],
    events: [],
    commitments: [],
    meetings: [],
    claims: [],
  };
  const out = renderText(reading, { width: 80, colour: false });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is looked for
  assert.doesNotMatch(out, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
  assert.match(out, /No political act/);
});

test('a word longer than the line is cut', () => assert.deepEqual(wrap('abcdef gh', 4, 0), ['abcd', 'ef', 'gh']));
