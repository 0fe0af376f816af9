// How evidence is weighed by trees, how trees are made, and how rare words are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boost, type Row, SETTINGS } from '../../eval/boost.js';
import { containment, cosine, rarityOf } from '../../src/record/rarity.js';
import { votes } from '../../src/record/trees.js';
import { stem } from '../../src/record/words.js';

test('votes are added up; what lies below a threshold goes the first way', () => {
  const trees = { evidence: ['a', 'b'], start: 0.5, trees: [[0, 2, 1, [1, 1, -1, 3]], 0.25] } as const;
  assert.equal(votes(trees, [1, 0]), 1.75);
  assert.equal(votes(trees, [2, 0]), -0.25);
  assert.equal(votes(trees, [2, 1]), 3.75);
});

test('the same rows make the same trees; evidence is held to its direction', () => {
  const rows: Row[] = Array.from({ length: 80 }, (_, i) => ({
    values: [i % 8, (i * 7) % 5],
    same: +(i % 8 > 3 || i % 9 === 0),
  }));
  const settings = { ...SETTINGS, rounds: 20 };
  const trees = boost(['a', 'b'], [1, 0], rows, settings);
  assert.deepEqual(trees, boost(['a', 'b'], [1, 0], rows, settings));
  for (const b of [0, 1, 2, 3, 4])
    for (let a = 1; a < 8; a++) assert.ok(votes(trees, [a, b]) >= votes(trees, [a - 1, b]));
  assert.ok(votes(trees, [7, 1]) > 0 && votes(trees, [0, 1]) < 0);
});

test('a name is rarer than a word of daily business, and says more', () => {
  assert.ok(rarityOf(stem('frigate')) > rarityOf(stem('trade')));
  const words = (text: string) => text.split(' ').map(stem).sort();
  assert.ok(
    cosine(words('vars frigate bought'), words('vars frigate sold')) >
      cosine(words('trade talks bought'), words('trade talks sold')),
  );
  assert.equal(containment(words('vars'), words('vars frigate')), 1);
  assert.equal(cosine([], words('vars')), 0);
});
