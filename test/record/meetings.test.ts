// One meeting through its reports: set, moved, held or called off, told with all parties or with one, in headline and text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clustersOf, daybookEntryOf, type MeetingReport } from '../../src/record/index.js';

let count = 0;
function told(
  published: string,
  status: string,
  more: Partial<MeetingReport> & { who?: readonly string[] } = {},
): MeetingReport {
  const { who = ['IRN', 'USA'], ...rest } = more;
  const dispatch = rest.dispatch ?? `d${count++}`.padEnd(20, '_');
  return {
    key: `${dispatch}#m${count++}`,
    kind: 'meeting',
    dispatch,
    published,
    day: published,
    lastDay: rest.day ?? published,
    parties: who.map((country) => ({ role: 'party', name: country, country, sector: null, code: country })),
    text: 'talks',
    span: [0, 5],
    words: ['talk'],
    sourcing: null,
    speaker: null,
    form: 'talks',
    status,
    dated: rest.day !== undefined,
    place: null,
    ...rest,
  };
}
const one = (...reports: MeetingReport[]) => {
  const groups = clustersOf(reports);
  assert.equal(groups.length, 1, 'one meeting');
  return daybookEntryOf(groups[0]);
};

test('talks that are moved and held on the new day', () => {
  const entry = one(
    told('1987-05-02', 'scheduled', { day: '1987-05-20' }),
    told('1987-05-16', 'postponed', { day: '1987-05-27' }),
    told('1987-05-27', 'held', { day: '1987-05-27' }),
    told('1987-05-28', 'held', { day: '1987-05-28' }),
  );
  assert.deepEqual(
    entry.steps.map(({ status, day }) => `${status} ${day}`),
    ['scheduled 1987-05-20', 'postponed 1987-05-27', 'held 1987-05-27', 'held 1987-05-28'],
  );
  assert.deepEqual([entry.status, entry.day, entry.lastDay], ['held', '1987-05-27', '1987-05-28']);
});

test('a cancellation without a day is of the meeting that was ahead', () => {
  const entry = one(
    told('1987-06-03', 'scheduled', { day: '1987-06-18', place: 'Geneva', form: 'meeting' }),
    told('1987-06-15', 'cancelled', { place: 'Geneva' }),
  );
  assert.deepEqual([entry.status, entry.day], ['cancelled', '1987-06-18']);
});

test('a cancellation is of no meeting that is past, of others, elsewhere, or set afterwards', () => {
  const off = told('1987-06-15', 'cancelled', { place: 'Geneva' });
  for (const other of [
    told('1987-05-28', 'scheduled', { day: '1987-06-02' }),
    told('1987-06-03', 'scheduled', { day: '1987-06-18', who: ['IRN', 'FRA'] }),
    told('1987-06-03', 'scheduled', { day: '1987-06-18', place: 'Vienna' }),
    told('1987-06-16', 'scheduled', { day: '1987-06-25' }),
    told('1987-06-03', 'held', { day: '1987-06-03' }),
  ])
    assert.equal(clustersOf([off, other]).length, 2, `${other.published} ${other.status} ${other.day} ${other.place}`);
});

test('headline and text of one dispatch, of which one names no party', () => {
  const dispatch = 'x'.padEnd(20, '_');
  const entry = one(
    told('1987-06-01', 'scheduled', { dispatch, day: '1987-06-18', who: [] }),
    told('1987-06-01', 'scheduled', { dispatch, day: '1987-06-18', place: 'Geneva' }),
  );
  assert.equal(entry.parties.length, 2);
  const apart = [
    told('1987-06-01', 'scheduled', { day: '1987-06-18', who: [] }),
    told('1987-06-01', 'scheduled', { day: '1987-06-18' }),
  ];
  assert.equal(clustersOf(apart).length, 2, 'two dispatches');
});

test('one summit on one day in one town, whoever of those who come is named', () => {
  const at = { day: '1987-06-08', place: 'Venice', form: 'summit' };
  one(
    told('1987-06-01', 'scheduled', { ...at, who: ['USA', 'JPN', 'FRA'] }),
    told('1987-06-02', 'scheduled', { ...at, who: ['JPN'] }),
  );
});
