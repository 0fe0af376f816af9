import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Act, changePoints, shift, tensionOf } from '../../src/record/index.js';

test('a step in a series is found, and only it', () => {
  const series = Array.from({ length: 60 }, (_, i) => (i < 30 ? 0 : 8) + ((i * 7) % 5) / 5);
  assert.deepEqual(changePoints(series), [30]);
});

test('noise alone has no change point', () => {
  assert.deepEqual(changePoints(Array.from({ length: 80 }, (_, i) => ((i * 37) % 11) / 11)), []);
  assert.deepEqual(changePoints(new Array(50).fill(0)), []);
  assert.deepEqual(changePoints([1, 2, 3]), []);
});

test('an incident of long ago neither takes time nor hides where the level changes', () => {
  const act = (at: number, goldstein: number): Act => ({
    id: String(at),
    day: shift('1987-01-01', at),
    goldstein,
    modality: 'happened',
    negated: false,
    denied: false,
    confidence: 1,
    withdrawn: false,
    reports: [{ sourcing: null }],
  });
  const recent = Array.from({ length: 60 }, (_, day) => act(day, day < 30 ? -1 - (day % 2) : -8 - (day % 2)));
  const changed = (acts: readonly Act[]): string[] =>
    tensionOf(acts).flatMap(({ day, change }) => (change && day > '1987-01-02' ? [day] : []));
  const before = process.cpuUsage();
  assert.ok(changed([act(-15_000, -5), ...recent]).includes('1987-01-31'));
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 1000 < 1500, `${(user + system) / 1000} ms`);
});

test('a line a day, over the ends of months and leap years', () => {
  const days = tensionOf([], '1988-02-27', '1988-03-01');
  assert.deepEqual(days, []);
  const calm: Act = {
    id: 'a',
    day: '1988-02-28',
    goldstein: 2,
    modality: 'happened',
    negated: false,
    denied: false,
    confidence: 1,
    withdrawn: false,
    reports: [{ sourcing: null }],
  };
  assert.deepEqual(
    tensionOf([calm], '1988-02-27', '1988-03-01').map(({ day }) => day),
    ['1988-02-27', '1988-02-28', '1988-02-29', '1988-03-01'],
  );
  assert.equal(tensionOf([calm], '1899-12-30', '1900-01-02').length, 4);
});

test('without a range it is drawn over the time of which most is told', () => {
  const act = (id: string, day: string): Act => ({
    id,
    day,
    goldstein: -4,
    modality: 'happened',
    negated: false,
    denied: false,
    confidence: 1,
    withdrawn: false,
    reports: [{ sourcing: null }],
  });
  const acts = [act('a', '1812-06-18'), act('b', '2046-05-02'), act('c', '2046-05-30'), act('d', '2090-01-01')];
  const days = tensionOf(acts);
  assert.deepEqual([days[0].day, days[days.length - 1].day], ['2046-05-02', '2046-05-30']);
  assert.equal(tensionOf(acts, '1812-06-18', '1812-06-20').length, 3);
  assert.equal(tensionOf(acts, '2089-12-31')[1].day, '2090-01-01');
});
