// One event told several times in a dispatch, and acts that only look alike, on dispatches of our own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Event, PloverType } from '../../src/records.js';

function of(type: PloverType, headline: string, ...paragraphs: readonly string[]): readonly Event[] {
  const text = `${headline}\n\nOSLO, Jan 2 (Agency) - ${paragraphs.join('\n\n')}\n`;
  return read(dispatchOf(text, { id: 'x', date: '2020-01-02' })).events.filter((event) => event.type === type);
}

const countries = (refs: Event['sources']): string => refs.map(({ country }) => country).join('+');

test('a talk in the headline and the call of the story are one, between both leaders', () => {
  const found = of(
    'CONSULT',
    'Tense talk between Macron and Erdogan ends without result',
    'French President Emmanuel Macron and Turkish President Tayyip Erdogan spoke on Thursday about Libya.',
    'In a one-hour call, their third conversation this month, Macron said he wanted to see Turkey withdraw. The call was requested by Erdogan.',
  );
  assert.equal(found.length, 1);
  assert.equal(found[0].reciprocal, true);
  assert.ok(found[0].repeats.length >= 1);
  assert.equal(found[0].date.start, '2020-01-02');
});

test('the call that was told of has the other leader for the one it was asked of', () => {
  const [asked] = of(
    'REQUEST',
    'Macron and Erdogan discuss Libya',
    'French President Emmanuel Macron held a telephone call with Turkish President Tayyip Erdogan on Thursday.',
    'The call was requested by Erdogan.',
  );
  assert.deepEqual([countries(asked.sources), countries(asked.targets)], ['TUR', 'FRA']);
});

test('the headline has the day of the story', () => {
  const found = of(
    'ASSAULT',
    'Israel bombs Syrian airport',
    'Israeli jets bombed an airport in Syria on Tuesday, officials said.',
  );
  assert.equal(found.length, 1);
  assert.deepEqual([found[0].date.start, found[0].date.known], ['2019-12-31', true]);
});

test('background of another day stays another event', () => {
  const found = of(
    'ASSAULT',
    'Israel bombs Syrian airport',
    'Israeli jets bombed an airport in Syria on Thursday.',
    'Israeli jets bombed the same airport in March 2018.',
  );
  assert.equal(found.length, 2);
});

test('what is done and what is only threatened stay apart', () => {
  const found = of(
    'ASSAULT',
    'Armenia shells Azeri village',
    'Armenia shelled a village in Azerbaijan on Thursday.',
    'If Armenia attacks Azerbaijan again, Turkey will send troops, its president said.',
  );
  assert.deepEqual(found.map(({ modality }) => modality).sort(), ['conditional', 'happened']);
});

test('two ministers who accuse are two acts', () => {
  const found = of(
    'ACCUSE',
    'Ministers speak in London',
    'British Foreign Secretary David Cameron condemned the attack by Iran.',
    'British Defence Secretary Grant Shapps condemned Iran.',
  );
  assert.equal(found.length, 2);
});
