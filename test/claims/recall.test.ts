// Plain words of dispute: what is asserted in a relative clause, what nobody had word of, who did nobody any harm.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claims } from './lines.js';

test('what is asserted in a relative clause', () => {
  assert.deepEqual(
    claims(
      'Iran shot down an American drone which it said was on a spy mission. The United States denied that it had entered Iranian airspace.',
    ),
    [
      'asserts IRN: which it said was on a spy mission',
      'denies USA: The United States denied that it had entered Iranian airspace < 1',
    ],
  );
  assert.deepEqual(
    claims('Chinese troops captured a patrol which they said had crossed the line twice. India rejected that version.'),
    ['asserts CHN: which they said had crossed the line twice', 'denies IND: India rejected that version < 1'],
  );
  assert.deepEqual(claims('Iran freed a ship which it said was seaworthy. The United States welcomed the news.'), []);
});

test('what a side had no word of', () => {
  assert.deepEqual(
    claims('Rebels in Chad claimed a direct hit on a base. Libya said it was not aware of any attack.'),
    ['asserts TCD: a direct hit on a base', 'doubts LBY: it was not aware of any attack < 1'],
  );
  assert.deepEqual(
    claims('Rebels in Chad said they had shot down a Libyan jet. Libya had no word of such an incident.'),
    ['asserts TCD: they had shot down a Libyan jet', 'doubts LBY: Libya had no word of such an incident < 1'],
  );
  assert.deepEqual(claims('Mali accused Niger of sheltering rebels. Niger said it knew of no such camps.'), [
    'asserts MLI: sheltering rebels',
    'denies NER: it knew of no such camps < 1',
  ]);
});

test('a confirmation with its day before the clause', () => {
  for (const word of ['conceded on Friday', 'admitted on Sunday', 'acknowledged on Monday']) {
    assert.deepEqual(claims(`Ukraine said it had sunk a Russian ship. Russia ${word} that the ship had been lost.`), [
      'asserts UKR: it had sunk a Russian ship',
      `confirms RUS: Russia ${word} that the ship had been lost < 1`,
    ]);
  }
});

test('a denial ends where another word of the speaker begins', () => {
  assert.deepEqual(
    claims('Sudan denied that its jets had crossed the border and promised an inquiry. Chad closed the road.'),
    ['denies SDN: Sudan denied that its jets had crossed the border'],
  );
});

test('what is reported ends before the verb that denies it', () => {
  assert.deepEqual(
    claims('The report that eleven Russian advisers were shot at Bamako was denied by the government of Mali.')[1],
    'asserts ?: eleven Russian advisers were shot at Bamako',
  );
});

test('who harmed nobody gives no number', () => {
  assert.deepEqual(
    claims('The police of Liberia put the dead at 19. The army of Sierra Leone said its men had killed nobody.'),
    ['denies SLE: its men had killed nobody'],
  );
  assert.deepEqual(
    claims('Togo offered to mediate in Mali. The president of Mali said he had received no such offer.'),
    ['denies MLI: he had received no such offer'],
  );
});

test('two accounts of the thing that a relative clause tells of', () => {
  assert.deepEqual(
    claims(
      'Iran shot down a U.S. drone which it said was on a spy mission. Washington said the aircraft was in international airspace.',
    ),
    ['asserts IRN: which it said was on a spy mission', 'asserts USA: the aircraft was in international airspace < 1'],
  );
});

test('numbers are of two places only where both name one', () => {
  for (const [one, other, count] of [
    ['53 people had been killed in the Sahel', '31 Malians had been killed', 2],
    ['12 people had been killed by Dogon hunters', '40 people had been killed near Bandiagara', 2],
    ['53 people had been killed near Gao', '20 people had died in the Gao region', 2],
    ['53 people had been killed in Gao', '20 people had died in Tillia', 0],
    ['53 Malians had been killed', '20 Nigeriens had been killed', 0],
  ] as const) {
    const text = `Mali said ${one}. Niger said ${other}.`;
    assert.equal(claims(text).length, count, text);
  }
});

test('a round number is a number', () => {
  assert.deepEqual(
    claims(
      'Police in Pretoria said 665 people had been held. A church group gave the number as more than a thousand. France condemned South Africa.',
    )[1],
    'asserts ZAF: A church group gave the number as more than a thousand < 1',
  );
});
