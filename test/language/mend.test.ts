// What is mended in trees and names for every stage: who told whom, lists before a verb, firms with "and" and initials in their names.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, relation } from '../../src/language/index.js';

/** The words that are subjects of the verb, those joined to them included. */
function subjects(text: string, verb: string): string[] {
  const [s] = parse(text);
  const v = s.form.indexOf(verb);
  const top = s.head.findIndex((head, k) => head === v && relation(s.deprel[k]) === 'nsubj');
  return s.form.filter((_, k) => k === top || (s.head[k] === top && s.deprel[k] === 'conj'));
}

function names(text: string): string[] {
  return parse(text).flatMap((s) => s.names.map(({ first, end }) => s.form.slice(first, end).join(' ')));
}

test('whoever stands between a quotation and "told" tells', () => {
  assert.deepEqual(
    subjects(
      '"We want open markets," Otto Krag, senior Democrat on the Senate Trade Committee, told Prime Minister Ida Holm.',
      'told',
    ),
    ['Otto'],
  );
  assert.deepEqual(
    subjects('"The ports stay shut," Rosa Quispe, head of the union, told Energy Minister Jaime Cordero.', 'told'),
    ['Rosa'],
  );
  assert.deepEqual(subjects('"It is over," General Moss told President Abel Diaz.', 'told').length, 1);
});

test('the names of a list before "and" are subjects of the verb with the last', () => {
  assert.deepEqual(subjects('Under the pact, Norway, Spain, West Germany, and Italy agreed to cut output.', 'agreed'), [
    'Norway',
    'Spain',
    'Germany',
    'Italy',
  ]);
  // What a preposition governs is no part of it.
  assert.deepEqual(subjects('In Rome, Spain said no.', 'said'), ['Spain']);
});

test('a firm is one name, with its initials and what stands behind "and"', () => {
  assert.ok(names('The bonds were placed by K. Asami and Co Ltd of Osaka.').includes('K. Asami and Co Ltd'));
  assert.ok(names('A report by R.J. Dunmore said prices fell.').includes('R.J. Dunmore'));
  assert.ok(names('Shares of Osaka Telegraph and Telephone Corp rose.').includes('Osaka Telegraph and Telephone Corp'));
});

test('an initial at the beginning ends no sentence, and "non-" leaves initials whole', () => {
  assert.equal(parse('K. Asami sold its bonds. Prices fell.').length, 2);
  const [s, ...others] = parse('The rule holds for non-U.S. firms alone.');
  assert.equal(others.length, 0);
  assert.ok(s.form.includes('U.S.'));
});
