// To whom a commitment is addressed: people of one's own house, and land that is no addressee.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from './told.js';

/** Names of the addressees, in the order of the text. */
function addressees(text: string): readonly (string | undefined)[] {
  const { all } = told(`NAIROBI, May 20 (Agency) - ${text}\n`);
  return all.commitments.map(({ addressee }) => all.actors.find(({ id }) => id === addressee)?.code);
}

test('whoever is called upon is the addressee, of whatever house', () => {
  assert.deepEqual(addressees('The Kenyan president urged parliament to approve the treaty with Uganda.'), ['KENLEG']);
  assert.deepEqual(addressees('The rebels in Kenya called on students to boycott the Ugandan vote.'), ['KENEDU']);
  assert.deepEqual(addressees('The Kenyan president called on workers to stay at home. Uganda was silent.'), [
    'KENLAB',
  ]);
});

test('those who report a call are not called upon', () => {
  assert.deepEqual(addressees('Kenya told reporters that Uganda must withdraw.'), ['UGA']);
});

test('a town of another country is a place, and no addressee', () => {
  assert.deepEqual(addressees("Kenya promised to set up a clinic in Uganda's Gulu. Tanzania and Rwanda welcomed it."), [
    undefined,
  ]);
});
