// The calendar by itself: days, weeks, months, and numbers in words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, civil, dayNumber, isoDay, periodOf, shiftPeriod, weekdayOf } from '../../src/times/calendar.js';
import { holidayIn } from '../../src/times/holidays.js';
import { readNumber } from '../../src/times/numbers.js';
import { length } from '../../src/times/values.js';

test('days go out and come back', () => {
  for (let day = -1_000_000; day < 1_000_000; day += 7919) {
    const { year, month, day: d } = civil(day);
    assert.equal(dayNumber(year, month, d), day);
    assert.equal(weekdayOf(day + 7), weekdayOf(day));
  }
  assert.equal(isoDay(dayNumber(2021, 12, 30)), '2021-12-30');
  assert.equal(weekdayOf(dayNumber(2021, 12, 30)), 4);
});

test('periods have ISO and TIMEX3 values', () => {
  const day = dayNumber(2021, 1, 2);
  const values = (
    ['day', 'week', 'weekend', 'month', 'quarter', 'half', 'season', 'year', 'decade', 'century'] as const
  ).map((grain) => periodOf(grain, day).value);
  assert.deepEqual(values, [
    '2021-01-02',
    '2020-W53',
    '2020-W53-WE',
    '2021-01',
    '2021-Q1',
    '2021-H1',
    '2020-WI',
    '2021',
    '202',
    '20',
  ]);
  assert.equal(periodOf('year', dayNumber(-489, 5, 1)).value, 'BC0490');
  assert.equal(shiftPeriod(periodOf('quarter', day), -1).value, '2020-Q4');
  assert.equal(isoDay(addMonths(dayNumber(2021, 12, 31), 2)), '2022-02-28');
});

test('movable feasts', () => {
  assert.equal(holidayIn('easter', 2022)?.value, '2022-04-17');
  assert.equal(holidayIn('easter-2', 2000)?.value, '2000-04-21');
  assert.equal(holidayIn('11-4-4', 1999)?.value, '1999-11-25');
  assert.equal(holidayIn('5-1--1', 2021)?.value, '2021-05-31');
});

test('numbers in words', () => {
  const number = (text: string) => readNumber(text.split(' '), 0);
  assert.equal(number('twenty - four')?.value, 24);
  assert.equal(number('three hundred and six')?.value, 306);
  assert.deepEqual(number('nineteen ninety - six'), { words: 4, value: 1996, year: true, ordinal: false });
  assert.equal(number('two thousand')?.value, 2000);
  assert.equal(number('hasOwnProperty'), null);
});

test('lengths of time', () => {
  assert.equal(length(2.5, 'year'), 'P2Y6M');
  assert.equal(length(1.5, 'minute'), 'PT1M30S');
  assert.equal(length('X', 'week'), 'PXW');
});
