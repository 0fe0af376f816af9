import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarOf } from '../../src/export/ics.js';

const MEETING = {
  id: 'abc#m1',
  form: 'talks',
  status: 'scheduled',
  day: '2022-01-09',
  lastDay: '2022-01-10',
  parties: [{ name: 'Russia' }, { name: 'United States' }],
  place: 'Geneva',
  text: 'Talks; on "security", in Geneva',
  steps: [{ published: '2021-12-30' }],
};

test('an all-day event from the first day to the day after the last', () => {
  const calendar = calendarOf([MEETING]);
  assert.match(calendar, /DTSTART;VALUE=DATE:20220109\r\n/);
  assert.match(calendar, /DTEND;VALUE=DATE:20220111\r\n/);
  assert.match(calendar, /SUMMARY:Talks: Russia\\, United States\r\n/);
  assert.match(calendar, /UID:abc-m1@chancery\r\n/);
  assert.match(calendar, /DTSTAMP:20211230T000000Z\r\n/);
});

test('the same daybook gives the same bytes; a cancelled meeting says so; one without a day is left out', () => {
  assert.equal(calendarOf([MEETING]), calendarOf([MEETING]));
  assert.match(calendarOf([{ ...MEETING, status: 'cancelled' }]), /STATUS:CANCELLED/);
  assert.doesNotMatch(calendarOf([{ ...MEETING, day: '', lastDay: '' }]), /VEVENT/);
});
