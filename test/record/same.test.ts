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

test('one act in other words is one when sides, matter and day speak for it; a plan, a thought and the deed never are', () => {
  const asked: Partial<Event> = { type: 'REQUEST' };
  const one = at(
    'a',
    '1987-06-01',
    'Iran asked Washington to cut back the price and freight rules that have governed pistachio shipments for years.',
    asked,
  );
  const two = at(
    'b',
    '1987-06-03',
    'In a separate note Iran has asked Washington to reduce price and freight rules that governed its pistachio shipments.',
    asked,
  );
  assert.ok(same(one, two) && same(two, one));
  for (const modality of ['planned', 'conditional', 'requested'] as const) assert.ok(!same(one, { ...two, modality }));
  assert.ok(!same(one, { ...two, negated: true }));
});

test('another clause of a sentence that is sent again is another act', () => {
  const sentence =
    'The ministers deplored the trade imbalance of Tokyo and appealed to it to open its markets to chipmakers.';
  const first = at('a', '1987-06-01', sentence, { type: 'ACCUSE' });
  const again = at('b', '1987-06-01', sentence, { type: 'REQUEST' });
  const clause = (report: EventReport, words: string[]): EventReport => ({ ...report, words: words.sort() });
  assert.ok(
    !same(clause(first, ['deplor', 'imbalanc', 'trad']), clause(again, ['appeal', 'market', 'open', 'chipmaker'])),
  );
});

test('the same act of another named day is another act', () => {
  const on = (day: string): Partial<Event> => ({ date: { value: day, start: day, end: day, known: true } });
  const first = at(
    'a',
    '1987-06-02',
    'Iranian gunboats shelled the supply vessel Marlin off Farsi island.',
    on('1987-06-01'),
  );
  const second = at(
    'b',
    '1987-06-03',
    'Gunboats of Iran hit the vessel Marlin again near Farsi island with shells.',
    on('1987-06-03'),
  );
  assert.ok(!same(first, second));
});
