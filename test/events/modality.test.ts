// Modality, negation, denial, date, figures and folding, on sentences of our own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ploverRule } from '../../src/events/index.js';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Event, PloverType } from '../../src/records.js';

function first(text: string, type: PloverType): Event {
  const { events } = read(dispatchOf(text, { id: 'x', date: '2020-01-02' }));
  const found = events.find((event) => event.type === type);
  assert.ok(found, `no ${type} in: ${text} (${events.map((event) => event.type).join(' ') || 'nothing'})`);
  return found;
}

const outer: [string, PloverType, string][] = [
  ['Turkey threatened to impose sanctions on Greece.', 'THREATEN', '1312'],
  ['Turkey will impose sanctions on Greece.', 'THREATEN', '1312'],
  ['Jordan agreed to release the prisoners.', 'AGREE', '0353'],
  ['France will send humanitarian aid to Iraq.', 'AGREE', '0333'],
  ['Iraq demanded the withdrawal of Turkish troops.', 'REQUEST', '1056'],
  ['Russia refused to withdraw its troops from Georgia.', 'REJECT', '1246'],
  ['Russia will not withdraw its troops from Georgia.', 'REJECT', '1246'],
];
for (const [text, type, cameo] of outer) {
  test(`an act inside an act is folded: ${text}`, () => assert.equal(first(text, type).cameo, cameo));
}

test('what happened has happened', () => {
  const event = first('Iranian forces attacked an Iraqi base.', 'ASSAULT');
  assert.deepEqual([event.modality, event.negated, event.denied], ['happened', false, false]);
});

test('a negation is seen', () => {
  assert.equal(first('Egypt did not condemn the Israeli raid.', 'ACCUSE').negated, true);
});

test('a possibility is no fact', () => {
  assert.equal(first('Iran may have attacked the Saudi base.', 'ASSAULT').modality, 'hypothetical');
});

test('what goes on goes on', () => {
  assert.equal(first('Syrian troops are shelling the rebel town.', 'ASSAULT').modality, 'ongoing');
});

test('background has its own date', () => {
  const event = first('Russia annexed Crimea in 2014.', 'COERCE');
  assert.equal(event.date.known, true);
  assert.equal(event.date.start.slice(0, 4), '2014');
});

test('an event without a time of its own has the day of the dispatch, not known', () => {
  const event = first('Iranian forces attacked an Iraqi base.', 'ASSAULT');
  assert.deepEqual([event.date.value, event.date.known], ['2020-01-02', false]);
});

test('the dead are counted', () => {
  const event = first('Taliban fighters attacked a police convoy, killing at least 12 officers.', 'ASSAULT');
  assert.deepEqual(
    event.figures.map(({ kind, value, atLeast }) => [kind, value, atLeast]),
    [['dead', 12, true]],
  );
});

test('the trace tells words, pattern, roles, modality and date', () => {
  const notes: string[] = [];
  read(
    dispatchOf('Turkey threatened to impose sanctions on Greece.', { id: 'x', date: '2020-01-02' }),
    (subject, note) => {
      if (subject === 'e1') notes.push(note);
    },
  );
  for (const start of ['words: ', 'pattern: ', 'source: ', 'target: ', 'modality: ', 'date: ', 'also considered: ']) {
    assert.ok(
      notes.some((note) => note.startsWith(start)),
      `${start} in ${notes.join(' / ')}`,
    );
  }
});

test("PLOVER's rule drops what did not happen and keeps what was said", () => {
  const event = first('Iranian forces attacked an Iraqi base.', 'ASSAULT');
  const kept = ploverRule([
    event,
    { ...event, negated: true },
    { ...event, modality: 'planned' },
    { ...event, type: 'AGREE', modality: 'planned' },
  ]);
  assert.deepEqual(
    kept.map((e) => [e.type, e.modality]),
    [
      ['ASSAULT', 'happened'],
      ['AGREE', 'planned'],
    ],
  );
});

test('a count belongs to its own clause, and is no distance and no date', () => {
  const { figures } = first(
    'On Oct. 8 at least 14 civilians were killed 20 km north of Goma, and some 72,000 people fled their homes.',
    'ASSAULT',
  );
  assert.deepEqual(
    figures.map(({ kind, value, atLeast }) => ({ kind, value, atLeast })),
    [{ kind: 'dead', value: 14, atLeast: true }],
  );
});

test('a time to come has its verb in the present tense', () => {
  const event = first('Iraq will explain the plan when its foreign minister visits Iran.', 'CONSULT');
  assert.equal(event.modality, 'planned');
  assert.equal(
    first('Iraq explained the plan when its foreign minister visited Iran.', 'CONSULT').modality,
    'happened',
  );
});

test('what is sustained or overridden is there already', () => {
  const event = first('The French president vetoed the bill and the senate may sustain the veto.', 'REJECT');
  assert.equal(event.modality, 'happened');
});
