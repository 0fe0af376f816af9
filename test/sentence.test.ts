// The helper that builds Sentences by hand.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handmade } from './sentence.js';

test('compact words give offsets, heads and names', () => {
  const { dispatch, sentences } = handmade(
    'Ida/PROPN/3/nsubj/B-PER Holm/PROPN/1/flat/I-PER met|meet/VERB/0/root envoys|envoy/NOUN:NNS/3/obj ./PUNCT/3/punct',
    'She/PRON/2/nsubj left|leave/VERB/0/root ./PUNCT/2/punct',
  );
  assert.equal(dispatch.text, 'Ida Holm met envoys.\n\nShe left.');
  for (const s of sentences) {
    for (let i = 0; i < s.size; i++) assert.equal(dispatch.text.slice(s.start[i], s.end[i]), s.form[i]);
  }
  assert.deepEqual(sentences[0].names, [{ type: 'PER', first: 0, end: 2 }]);
  assert.deepEqual([...sentences[0].head], [2, 0, -1, 2, 2]);
});

test('CoNLL-U lines are read too', () => {
  const { dispatch, sentences } = handmade(`
    1 Arland Arland PROPN NNP _ 2 nsubj _ NER=B-LOC
    2 protested protest VERB VBD _ 0 root _ SpaceAfter=No
    3 . . PUNCT . _ 2 punct _ _`);
  assert.equal(dispatch.text, 'Arland protested.');
  assert.equal(sentences[0].xpos[1], 'VBD');
});
