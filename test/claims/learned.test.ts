// What the learned reader of claims finds where no rule does, and what no likeness of words makes a dispute.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claims } from './lines.js';

test('a charge is answered by whoever is charged, without a word of denial', () => {
  assert.deepEqual(
    claims(
      'Greece accused Turkey of sending patrol boats into its waters. Turkey said none of its boats had left port.',
    ),
    [
      'asserts GRC: sending patrol boats into its waters',
      'denies TUR: Turkey said none of its boats had left port < 1',
    ],
  );
});

test('a confirmation and a doubt are of what was told before them', () => {
  assert.deepEqual(
    claims(
      'Sudan said its troops had found Ugandan weapons in the camp. Kampala acknowledged that the rifles had come from its army.',
    ),
    [
      'asserts SDN: its troops had found Ugandan weapons in the camp',
      'confirms UGA: Kampala acknowledged that the rifles had come from its army < 1',
    ],
  );
  assert.deepEqual(claims('Russia said the convoy carried only food. Ukraine questioned the account.'), [
    'asserts RUS: the convoy carried only food',
    'doubts UKR: Ukraine questioned the account < 1',
  ]);
});

test('what two sides say of two things is no dispute', () => {
  for (const text of [
    'Ethiopia opened a new school on Monday. Kenya said its harvest had been good.',
    'France said it would close the embassy. Libya said it would keep its envoy in Paris.',
    'Mali said 53 people had been killed in Gao. Niger said 20 people had died in Tillia.',
    'Iraq said its troops had taken the town of Mehran. Iran said it had lost Mehran.',
  ])
    assert.deepEqual(claims(text), [], text);
});
