// The life of a threat, from its opening to its end: every step is reached by a written series, each with the dispatch and the words that show it.
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
  same,
} from '../../src/record/index.js';
import type { Event } from '../../src/records.js';
import { reading, type Told } from './crisis.js';

type Strength = 'weak' | 'plain' | 'strong';
const threat = (strength: Strength = 'plain', deadline?: string): Told => ({
  event: { from: 'a1', to: 'a2', modality: 'conditional' },
  threat: { by: 'a1', to: 'a2', strength, ...(deadline ? { deadline } : {}) },
});
const act = (more: Partial<Event> = {}): Told => ({ event: { from: 'a1', to: 'a2', ...more } });

const OPENED: readonly [string, string, Told] = [
  '1987-06-01',
  'Iran would attack American tankers in the Gulf if its own ships were hit.',
  threat(),
];

/** The entry of the threat that the days tell of, as of the last day and more. */
function life(...days: readonly (readonly [day: string, text: string, told: Told])[]): LedgerEntry {
  const reports = days.flatMap(([day, text, told], i) =>
    reportsOf({ key: `d${i}`.padEnd(20, '_'), reading: reading(`d${i}`, day, `Day ${i}`, [[text, told]]) }),
  );
  const commitments = reports.filter((report): report is CommitmentReport => report.kind === 'commitment');
  const events = reports.filter((report): report is EventReport => report.kind === 'event');
  assert.equal(clustersOf(commitments).length, 1, 'one threat');
  return ledgerEntryOf(
    commitments,
    clustersOf(events).map((group) => deedOf(group)),
    '1987-08-01',
  );
}
const kinds = (entry: LedgerEntry): string[] => entry.steps.map(({ kind }) => kind);

test('opened, repeated, hardened, softened', () => {
  const entry = life(
    OPENED,
    ['1987-06-02', 'Iran would attack American tankers in the Gulf if its own ships were hit, it repeated.', threat()],
    ['1987-06-03', 'Iran will attack American tankers in the Gulf if its own ships are hit.', threat('strong')],
    ['1987-06-04', 'Iran might attack American tankers in the Gulf if its own ships are hit.', threat('weak')],
  );
  assert.deepEqual(kinds(entry), ['opened', 'repeated', 'hardened', 'softened']);
  assert.equal(entry.status, 'open');
  for (const { dispatch, text, span } of entry.steps) assert.ok(dispatch && text && span);
});

test('carried out, in part and then as a whole', () => {
  const entry = life(
    OPENED,
    ['1987-06-08', 'Iran attacked part of a convoy of American tankers in the Gulf.', act()],
    ['1987-06-12', 'Iranian boats attacked an American tanker off Farsi island.', act()],
  );
  assert.deepEqual(kinds(entry), ['opened', 'partly carried out', 'carried out']);
  assert.equal(entry.status, 'carried out');
  assert.match(entry.steps[1].text ?? '', /part of a convoy/);
});

test('what is only planned, denied or not done carries nothing out', () => {
  const entry = life(
    OPENED,
    ['1987-06-08', 'Iran plans to attack American tankers.', act({ modality: 'planned' })],
    ['1987-06-09', 'Iran has not attacked an American tanker.', act({ negated: true })],
  );
  assert.deepEqual(kinds(entry), ['opened']);
});

test('disputed, when its doing is denied', () => {
  const entry = life(OPENED, [
    '1987-06-08',
    'Iran denied that it had attacked an American tanker.',
    act({ denied: true }),
  ]);
  assert.ok(kinds(entry).includes('disputed'));
});

test('withdrawn, when its holder says that he will not, or gives way in the matter', () => {
  const said = life(OPENED, [
    '1987-06-08',
    'Iran will not attack American tankers.',
    act({ negated: true, modality: 'planned' }),
  ]);
  assert.deepEqual(kinds(said), ['opened', 'withdrawn']);
  assert.equal(said.status, 'withdrawn');
  const eased = life(
    OPENED,
    ['1987-06-06', 'Iran lifted part of its threat against American tankers in the Gulf.', act({ type: 'CONCEDE' })],
    ['1987-06-14', 'Iran gave up its threat to attack American tankers in the Gulf.', act({ type: 'CONCEDE' })],
  );
  assert.deepEqual(kinds(eased), ['opened', 'partly withdrawn', 'withdrawn']);
  const other = life(OPENED, ['1987-06-08', 'Iran pardoned four jailed fishermen.', act({ type: 'CONCEDE' })]);
  assert.deepEqual(kinds(other), ['opened'], 'another matter');
});

test('lapsed at its deadline, and not when it was carried out', () => {
  const late: readonly [string, string, Told] = [OPENED[0], OPENED[1], threat('plain', '1987-06-20')];
  assert.deepEqual(kinds(life(late)), ['opened', 'lapsed']);
  assert.deepEqual(kinds(life(late, ['1987-06-12', 'Iranian boats attacked an American tanker.', act()])), [
    'opened',
    'carried out',
  ]);
});

test('its condition is met', () => {
  const [first] = reportsOf({
    key: 'd0'.padEnd(20, '_'),
    reading: reading('d0', OPENED[0], 'Day 0', [[OPENED[1], OPENED[2]]]),
  }).filter((report): report is CommitmentReport => report.kind === 'commitment');
  const [hit] = reportsOf({
    key: 'd1'.padEnd(20, '_'),
    reading: reading('d1', '1987-06-05', 'Day 1', [
      ['American planes hit an Iranian ship.', { event: { from: 'a2', to: 'a1', type: 'COERCE' } }],
    ]),
  }).filter((report): report is EventReport => report.kind === 'event');
  const entry = ledgerEntryOf([{ ...first, conditionTypes: ['COERCE'] }], [deedOf([hit])], '1987-08-01');
  assert.deepEqual(kinds(entry), ['opened', 'condition met']);
  assert.equal(entry.status, 'condition met');
});

test('"says it has closed" and "warns it will close if" are never one incident, nor "will not close"', () => {
  const told = ([text, more]: [string, Partial<Event>], i: number): EventReport =>
    reportsOf({
      key: `c${i}`.padEnd(20, '_'),
      reading: reading(`c${i}`, '1987-06-05', 'Strait', [
        [text, { event: { from: 'a1', to: 'a2', type: 'COERCE', ...more } }],
      ]),
    }).find((report): report is EventReport => report.kind === 'event')!;
  const closed = [
    ['Iran says it has closed the Strait of Hormuz to American ships.', {}],
    ['Iran warns it will close the Strait of Hormuz to American ships if they come near.', { modality: 'conditional' }],
    ['Iran plans to close the Strait of Hormuz to American ships.', { modality: 'planned' }],
    ['Iran has not closed the Strait of Hormuz to American ships.', { negated: true }],
  ] as [string, Partial<Event>][];
  const reports = closed.map(told);
  for (const [i, a] of reports.entries())
    for (const b of reports.slice(i + 1)) assert.equal(same(a, b), false, `${a.text} / ${b.text}`);
  assert.equal(
    same(reports[0], told(['Iran said it had closed the Strait of Hormuz to American ships.', {}], 9)),
    true,
  );
});
