import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changePoints } from '../../src/record/index.js';

test('a step in a series is found, and only it', () => {
  const series = Array.from({ length: 60 }, (_, i) => (i < 30 ? 0 : 8) + ((i * 7) % 5) / 5);
  assert.deepEqual(changePoints(series), [30]);
});

test('noise alone has no change point', () => {
  assert.deepEqual(changePoints(Array.from({ length: 80 }, (_, i) => ((i * 37) % 11) / 11)), []);
  assert.deepEqual(changePoints(new Array(50).fill(0)), []);
  assert.deepEqual(changePoints([1, 2, 3]), []);
});
