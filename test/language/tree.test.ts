import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relation } from '../../src/language/index.js';

test('a relation without its subtype', () => {
  assert.equal(relation('nsubj:pass'), 'nsubj');
  assert.equal(relation('obj'), 'obj');
});
