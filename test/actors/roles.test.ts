// The table of role nouns: it compiles, its examples hold, wrong lines are told.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codePhrase } from '../../src/actors/index.js';
import { parseRoles, pluralOf, roleTable } from '../../src/actors/roles.js';

test('every example of the table gives its code', () => {
  const { examples } = roleTable();
  assert.ok(examples.length > 40);
  const wrong = examples
    .map((example) => ({ ...example, got: codePhrase(example.phrase, '2021-12-30')?.code ?? 'nobody' }))
    .filter(
      ({ phrase, code, got }) =>
        got !== code && !(code === 'SUNGOV' && codePhrase(phrase, '1987-06-01')?.code === code),
    );
  assert.deepEqual(
    wrong.map(({ line, phrase, code, got }) => `roles.txt:${line} ${phrase}: ${got} instead of ${code}`),
    [],
  );
});

test('plurals are made of the head of the phrase', () => {
  assert.equal(pluralOf('secretary of state'), 'secretaries of state');
  assert.equal(pluralOf('policeman'), 'policemen');
  assert.equal(pluralOf('attorney general'), 'attorneys general');
  assert.equal(pluralOf('major general'), 'major generals');
  assert.equal(pluralOf('deputy'), 'deputies');
});

test('a line outside a list and an unknown flag are errors with file and line', () => {
  assert.throws(() => parseRoles('minister', 'x.txt'), /E110.*x\.txt:1/);
  assert.throws(() => parseRoles('[GOV persn]\nminister', 'x.txt'), /E110.*x\.txt:1.*persn/);
});
