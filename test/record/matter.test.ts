// What carries a commitment out is told in its words: another act of the same type does not, and neither does a word given again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CommitmentReport,
  clustersOf,
  deedOf,
  type EventReport,
  type LedgerEntry,
  ledgerEntryOf,
  reportsOf,
} from '../../src/record/index.js';
import type { Event } from '../../src/records.js';
import { reading } from './crisis.js';

/** The life of a commitment of Iran towards the United States, opened on June 1, through acts of the days after. */
function life(
  form: string,
  consequence: string,
  condition: string | null,
  acts: readonly (readonly [text: string, act: Partial<Event> & { from?: 'a1' | 'a2' }])[],
): LedgerEntry {
  const [opened] = reportsOf({
    key: 'd0'.padEnd(20, '_'),
    reading: reading('d0', '1987-06-01', 'Day 0', [
      [
        `Iran would ${consequence}.`,
        { event: { from: 'a1', to: 'a2', modality: 'planned' }, threat: { by: 'a1', to: 'a2' } },
      ],
    ]),
  }).filter((report): report is CommitmentReport => report.kind === 'commitment');
  const events = acts.flatMap(([text, { from = 'a1', ...act }], i) =>
    reportsOf({
      key: `d${i + 1}`.padEnd(20, '_'),
      reading: reading(`d${i + 1}`, `1987-06-${10 + i}`, `Day ${i + 1}`, [
        [text, { event: { from, to: from === 'a1' ? 'a2' : 'a1', ...act } }],
      ]),
    }).filter((report): report is EventReport => report.kind === 'event'),
  );
  return ledgerEntryOf(
    [{ ...opened, form, consequence, condition, consequenceTypes: [], conditionTypes: [] }],
    clustersOf(events).map((group) => deedOf(group)),
    '1987-08-01',
  );
}
const kinds = (entry: LedgerEntry): string[] => entry.steps.map(({ kind }) => kind);

test('an act in the words of a threat carries it out, whatever its type', () => {
  const shut = life('threat', 'close the oil terminal at Kharg to American ships', null, [
    ['Iran closed the oil terminal at Kharg to American ships on Monday.', { type: 'COERCE' }],
  ]);
  assert.deepEqual(kinds(shut), ['opened', 'carried out']);
  const other = life('threat', 'close the oil terminal at Kharg to American ships', null, [
    ['Iran closed an American school in Tehran.', { type: 'COERCE' }],
    ['Iran denied a report on its oil exports.', { type: 'REJECT' }],
  ]);
  assert.deepEqual(kinds(other), ['opened'], 'another matter');
});

test('what was promised and is done is kept, not withdrawn', () => {
  const kept = life('promise', 'release the four American divers', null, [
    ['Iran released the four American divers on Tuesday.', { type: 'RETREAT' }],
  ]);
  assert.deepEqual(kinds(kept), ['opened', 'carried out']);
  assert.equal(kept.status, 'carried out');
});

test('a promise that is given again is not kept by that', () => {
  const told = reportsOf({
    key: 'p1'.padEnd(20, '_'),
    reading: reading('p1', '1987-06-10', 'Day 1', [
      ['Iran promised to release the four American divers.', { event: { from: 'a1', to: 'a2', type: 'AGREE' } }],
    ]),
  }).filter((report): report is EventReport => report.kind === 'event');
  assert.equal(deedOf(told).word, true);
});

test('what is refused and done after all takes the refusal back', () => {
  const given = life('refusal', 'hand over the captured boats', null, [
    ['Iran handed the captured boats over at last.', { type: 'RETREAT' }],
  ]);
  assert.deepEqual(kinds(given), ['opened', 'withdrawn']);
  assert.equal(given.status, 'withdrawn');
});

test('its condition is met by an act in its words', () => {
  const met = life('threat', 'mine the shipping lanes', 'the navy searches Iranian freighters again', [
    ['The American navy searched two Iranian freighters on Sunday.', { from: 'a2', type: 'COERCE' }],
  ]);
  assert.deepEqual(kinds(met), ['opened', 'condition met']);
});

test('"retaliate" names no act: one of force is meant, words are not', () => {
  const words = life('threat', 'take any measure necessary', null, [
    ['Iran accused Washington of lies.', { type: 'ACCUSE', quad: 3 }],
  ]);
  assert.deepEqual(kinds(words), ['opened']);
});

test('what was done cannot be taken back', () => {
  const done = life('threat', 'close the oil terminal at Kharg to American ships', null, [
    ['Iran closed the oil terminal at Kharg to American ships on Monday.', { type: 'COERCE' }],
    ['Iran opened the oil terminal at Kharg to American ships again.', { type: 'CONCEDE' }],
  ]);
  assert.equal(done.status, 'carried out');
  assert.ok(!kinds(done).includes('withdrawn'));
});
