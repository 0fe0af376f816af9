// Whoever is quoted by another, whoever goes on speaking behind "but", and shapes that are nobody's word.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { has, readingOf, said } from './said.js';

test('the one quoted has a statement of his own within that of the one who quotes him', () => {
  const { statements, actors } = readingOf(
    '"The strait stays open for all ships," the Arland ministry quoted President Abel Moss as saying.',
  );
  assert.equal(statements.length, 2);
  assert.equal(statements[1].parent, statements[0].id);
  assert.equal(actors.find(({ id }) => id === statements[1].speaker)?.name, 'Abel Moss');
  assert.deepEqual(statements[1].content, statements[0].content);
  has(
    'He quoted Moss as telling reporters the ministry could not hold the price.',
    'Moss / as telling / the ministry could not hold the price',
  );
});

test('who spoke first goes on behind "but"', () => {
  has(
    'The minister said ships from Oman, Qatar and Dubai had left port but refused to give details.',
    'The minister / refused / to give details',
  );
  has(
    'A navy spokesman said boats at Vars, Holt and Dunmore had put to sea but declined to say how many.',
    'A navy spokesman / declined to say / how many',
  );
  has(
    'Traders did not know whether the ban would last, but said Dunmore would sell.',
    'Traders / said / Dunmore would sell',
  );
});

test('a fronted question, a name, a thing that shows and a trip that ends are nobody’s word', () => {
  assert.equal(
    said('Asked whether the war could be averted, Holm replied: "I hope so."').some((line) =>
      / Asked |^ \/ Asked/.test(line),
    ),
    false,
  );
  assert.deepEqual(said('The bank drew on a line of credit known as the bridge.'), []);
  assert.equal(said('Imports did not show a fall.').length, 0);
  assert.equal(said('', 'ARLAND OFFICIALS CONCLUDE TRIP TO BORDURIA').length, 0);
});

test('of a source that ends in a name, the one of that name speaks', () => {
  const { statements, actors } = readingOf(
    '"It is our largest order," said Dunmore Telephones Managing Director Karl Lindt.',
  );
  assert.equal(actors.find(({ id }) => id === statements[0].speaker)?.name, 'Karl Lindt');
  assert.equal(
    said('"No," the president said when asked if he would sell arms.').some((line) => line.includes('/ asked /')),
    false,
  );
});

test('whoever a headline is signed with is the one whom the story names in full', () => {
  const { statements, actors } = readingOf(
    'Coffee will be sold soon, institute president Jorio Lindt told reporters.',
    'COFFEE AUCTIONS TO START SOON - LINDT',
  );
  assert.equal(actors.find(({ id }) => id === statements[0].speaker)?.name, 'Jorio Lindt');
});
