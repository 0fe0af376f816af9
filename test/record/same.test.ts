// Which reports of events are one incident: what speaks for it, and what against.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EventReport, reportsOf, same } from '../../src/record/index.js';
import type { Event } from '../../src/records.js';
import { reading } from './crisis.js';

const at = (id: string, day: string, text: string, more: Partial<Event> = {}): EventReport => {
  const [report] = reportsOf({
    key: id.padEnd(20, '_'),
    reading: reading(id, day, `Day of ${id}`, [[text, { event: { from: 'a1', to: 'a2', ...more } }]]),
  }).filter((one): one is EventReport => one.kind === 'event');
  return report;
};

test('a plan that is told again days later is the same plan; the same few words of a raid are another raid', () => {
  const plan: Partial<Event> = { type: 'REQUEST', modality: 'planned' };
  assert.ok(
    same(
      at('a', '1987-06-01', 'Iran to ask Washington to drop oil curbs.', plan),
      at('b', '1987-06-04', 'Iran will ask Washington to drop oil curbs soon.', plan),
    ),
  );
  assert.ok(
    !same(at('a', '1987-06-01', 'Iranian jets raid tankers.'), at('b', '1987-06-04', 'Iranian jets raid tankers.')),
  );
});

test('a day that lies far off and is named by both speaks for one act', () => {
  const far: Partial<Event> = {
    type: 'AGREE',
    modality: 'planned',
    date: { value: '1990-12-20', start: '1990-12-20', end: '1990-12-20', known: true },
  };
  assert.ok(
    same(
      at('a', '1987-06-01', 'The tiny island would be returned to American rule by December 20, 1990.', far),
      at('b', '1987-06-03', 'Iran would hand back the island to Washington on December 20, 1990.', far),
    ),
  );
});

test('the same sentence with another country and another figure is another sale', () => {
  const sold: Partial<Event> = { type: 'AGREE' };
  const one = at(
    'a',
    '1987-06-01',
    'Iran accepted a bid for the sale of 50,000 tonnes of red winter wheat to the first state.',
    sold,
  );
  const two = at(
    'b',
    '1987-06-01',
    'Iran accepted a bid for the sale of 18,000 tonnes of red winter wheat to the other state.',
    sold,
  );
  const elsewhere = { ...two, parties: two.parties.map((p) => (p.role === 'target' ? { ...p, country: 'KWT' } : p)) };
  assert.ok(!same(one, elsewhere));
});
