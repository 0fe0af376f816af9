// What is told as a report by somebody else binds nobody, what takes harm away is no threat, and those who speak of talks do not hold them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Reading } from '../../src/records.js';

const reading = (text: string): Reading => read(dispatchOf(text, { date: '2031-03-03' }));
const kinds = (text: string): string[] => reading(text).commitments.map(({ kind }) => kind);

test('a report of what another will do is no commitment of his', () => {
  for (const text of [
    'Pakistan complained of the build-up despite a newspaper report that India would be withdrawing two divisions from the frontier with Pakistan.',
    'There was a rumour in Hanoi that China would be moving its guns away from the border with Vietnam.',
    'A Thai newspaper carried a story that Burma would be attacking the rebels on the river border with Thailand.',
  ])
    assert.deepEqual(kinds(text), [], text);
});

test('what takes harm away is promised', () => {
  assert.deepEqual(kinds('Burma said it would be pulling its patrols back from the river border with Thailand.'), [
    'promise',
  ]);
  assert.deepEqual(kinds('China told India that it would pull 3,000 troops back from the frontier.'), ['promise']);
});

test('what is agreed is promised, unless it is done against somebody', () => {
  assert.deepEqual(kinds('Japan agreed with the United States to stop dumping its chips.'), ['promise']);
  assert.deepEqual(kinds('Germany agreed with France to impose an embargo on Serbia.'), ['threat']);
});

test('those who hope for talks do not hold them', () => {
  const { actors, meetings } = reading(
    `Warnings exchanged by leaders of India and Pakistan before talks

NEW DELHI, March 3 (Agency) - Indian Prime Minister Arun Rao and his Pakistani counterpart Imran Shah traded warnings over Kashmir on Monday but voiced hope that planned talks in April could calm the border.

The leaders spoke by telephone for half an hour.

The officials' meetings include an April 7/8 India-Pakistan water session, followed by a China-India meeting on April 11.`,
  );
  const told = meetings.map(({ start, parties }) => [
    start,
    ...parties.map((id) => actors.find((actor) => actor.id === id)?.code ?? id),
  ]);
  assert.deepEqual(told, [
    ['2031-03-03', 'INDGOV', 'PAKGOV'],
    ['2031-04-07', 'IND', 'PAK'],
    ['2031-04-11', 'CHN', 'IND'],
  ]);
});

test('what a side was forced to do is done, and a debt repaid harms nobody', () => {
  assert.deepEqual(
    kinds('QUITO, May 20 - Peru was forced to halt shipments to Chile after a flood cut its railway.'),
    [],
  );
  assert.deepEqual(
    kinds(
      'QUITO, May 20 - Peru would be forced to halt shipments to Chile if the tax stayed, its trade minister said.',
    ),
    ['threat'],
  );
  assert.deepEqual(kinds('QUITO, May 20 - Peru would repay that loan to Chile in ore once the mine was open again.'), [
    'promise',
  ]);
});
