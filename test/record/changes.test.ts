// What changes between two editions in the records, and how a dispute ends.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import { type ClaimReport, changesBetween, disputeOf } from '../../src/record/index.js';
import type { Event, Reading } from '../../src/records.js';
import { reading } from './crisis.js';

const raid = (dead: number, more: Partial<Event> = {}): Reading =>
  reading('d1', '1987-06-05', 'Tanker hit off Dubai', [
    [
      `Iranian gunboats attacked an American tanker, killing ${dead} sailors.`,
      {
        event: {
          from: 'a1',
          to: 'a2',
          figures: [{ kind: 'dead', value: dead, atLeast: false, span: [0, 1] }],
          ...more,
        },
      },
    ],
  ]);

const told = (before: Reading, after: Reading): string[] =>
  changesBetween(before, after).records.map(({ kind, change, text }) => `${kind} ${change}: ${text}`);

test('a figure that went from one value to another is one change', () => {
  assert.deepEqual(told(raid(10), raid(17)), ['figure changed: 10 → 17: dead, ASSAULT Iran → United States']);
  assert.deepEqual(told(raid(10), raid(10)), []);
});

test('those who are counted are the same people, whatever their number', () => {
  const count = (text: string): Reading =>
    read(dispatchOf(`Chad said on Monday that ${text} in a raid by Libya on Sunday.`, { date: '2031-05-20' }));
  const changes = told(count('ten people were killed'), count('at least seventeen people were killed'));
  assert.ok(
    changes.some((line) => line.startsWith('figure changed: 10 → 17: dead')),
    changes.join('\n'),
  );
  assert.ok(!changes.some((line) => /^(event|figure) (added|dropped)/.test(line)), changes.join('\n'));
});

test('an act that is denied or called off in the next edition has changed, and was not replaced by another', () => {
  assert.deepEqual(told(raid(2), raid(2, { denied: true })), [
    'event changed: happened → denied, happened: ASSAULT Iran → United States',
  ]);
  assert.deepEqual(told(raid(2), raid(2, { modality: 'planned' })), [
    'event changed: happened → planned: ASSAULT Iran → United States',
  ]);
});

/** A dispatch in which somebody says that the talks will go on. */
function said(who: string | null, cue: string): Reading {
  const made = reading('d2', '1987-06-05', 'Talks go on', [
    [`${who ?? 'A senior official'} ${cue} the talks in Geneva will go on as planned.`, { statement: { by: 'a1' } }],
  ]);
  const [{ content, ...rest }] = made.statements;
  const start = content[0][0];
  const at = made.dispatch.text.indexOf(cue, start);
  return {
    ...made,
    statements: [
      {
        ...rest,
        speaker: who === null ? null : 'a1',
        sourcing: who === null ? 'anonymous' : 'named',
        anonymity: who === null ? { description: 'a senior official', count: 1, reason: null } : null,
        cue: [[at, at + cue.length]],
        content: [[at + cue.length + 1, content[0][1]]],
      },
    ],
  };
}

test('"said" became "denied", and the anonymous official is gone', () => {
  const [changed] = told(said('Iran', 'said'), said('Iran', 'denied'));
  assert.match(changed, /^statement changed: Iran said → Iran denied: the talks/);
  const lines = told(said(null, 'said'), said('Iran', 'said'));
  assert.ok(lines.some((line) => /^statement changed: a senior official said → Iran said/.test(line)));
  assert.ok(lines.includes('source dropped: anonymous source: a senior official'));
});

const claim = (at: number, by: string | null, stance: string): ClaimReport => ({
  key: `${'d'.repeat(19)}${at}#k1`,
  kind: 'claim',
  dispatch: `${'d'.repeat(19)}${at}`,
  published: `1987-06-0${at}`,
  day: `1987-06-0${at}`,
  lastDay: `1987-06-0${at}`,
  parties: by ? [{ role: 'by', name: by, country: null, sector: null, code: '---' }] : [],
  text: 'its boats fired on the tanker',
  span: [0, 10],
  words: [],
  sourcing: null,
  speaker: null,
  stance,
  against: null,
});

test('a dispute goes on until somebody turns or it is confirmed, and says how it ended', () => {
  const open = [claim(1, 'Washington', 'asserts'), claim(2, 'Tehran', 'denies')];
  assert.equal(disputeOf(open).status, 'disputed');
  assert.equal(disputeOf(open).resolution, null);
  const ends = (...more: ClaimReport[]) => disputeOf([...open, ...more]);
  assert.equal(ends(claim(4, 'Tehran', 'asserts')).resolution?.how, 'conceded');
  assert.equal(ends(claim(4, 'Washington', 'denies')).resolution?.how, 'retracted');
  const confirmed = ends(claim(3, 'United Nations', 'confirms'));
  assert.equal(confirmed.status, 'resolved');
  assert.equal(confirmed.resolution?.by, 'United Nations');
  assert.equal(confirmed.resolution?.published, '1987-06-03');
  assert.equal(ends(claim(3, 'United Nations', 'confirms'), claim(5, 'Tehran', 'denies')).status, 'disputed');
});

test('a denial in a story that was withdrawn ends with it', () => {
  const claims = [claim(1, 'Washington', 'asserts'), claim(2, 'Tehran', 'denies')];
  const dispute = disputeOf(claims, new Set([claims[1].dispatch]));
  assert.equal(dispute.status, 'resolved');
  assert.equal(dispute.resolution?.how, 'withdrawn');
});
