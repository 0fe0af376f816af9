import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, openStore, stories } from '../../src/store/index.js';
import { sample } from '../desk/here.js';

test('an update that leads with the answer is an edition of the story it updates', async () => {
  const store = await openStore(':memory:');
  await file(store, ['2046-05-12-nile-1', '2046-05-12-nile-2', '2046-05-12-nile-3'].map(sample), {
    program: 'test',
    codebook: 'test',
    at: '2046-06-14T12:00:00Z',
  });
  const [story, ...others] = await stories(store);
  assert.equal(others.length, 0);
  assert.equal(story.editions.length, 3);
  await store.close();
});
