// Which reports of events are one incident: what speaks for it, and what against.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actOdds } from '../../src/record/act-evidence.js';
import { blocksOf, type EventReport, reportsOf, same, shift } from '../../src/record/index.js';
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

test('what is told again days later, as of another day and another type, is found by its rarest words', () => {
  const first = at('a', '1987-06-01', 'Iran revoked the licences of seven American salvage firms at Bandar Abbas.', {
    type: 'COERCE',
  });
  const again = at(
    'b',
    '1987-06-06',
    'Tehran this week revoked the licences of the American salvage firms at Bandar Abbas.',
    { type: 'SANCTION' },
  );
  const { blocks } = blocksOf(again);
  assert.ok(blocksOf(first).probes.some((probe) => blocks.includes(probe)));
  assert.ok(same({ ...again, type: 'COERCE' }, first));
  assert.ok(same(first, { ...again, type: 'COERCE' }));
});

test('two words for one act join what two desks tell of it, not what the one and then the other side did', () => {
  const raid = at('a', '1987-06-01', 'American warships attacked the Rostam oil platform of Iran on Monday.', {
    from: 'a2',
    to: 'a1',
  } as Partial<Event>);
  const strike = at('b', '1987-06-01', 'The American raid destroyed the Rostam oil platform, Iran said.', {
    from: 'a2',
    to: 'a1',
  } as Partial<Event>);
  const answer = at('b', '1987-06-01', 'Iranian boats attacked a moored American tanker in the Gulf.');
  assert.ok(same(raid, strike));
  assert.ok(!same(raid, answer));
  for (const [a, b] of [
    [raid, strike],
    [raid, answer],
    [strike, answer],
  ])
    assert.equal(actOdds(a, b).toFixed(6), actOdds(b, a).toFixed(6));
});

test('what may well be done and what is planned are one act to come; what would be done if is another', () => {
  const will: Partial<Event> = { type: 'COERCE', modality: 'planned' };
  const planned = at('a', '1987-06-01', 'Iran will close the port of Bushehr to American tankers in July.', will);
  const words = 'Iran is likely to close the port of Bushehr to American tankers in July.';
  assert.ok(same(planned, at('b', '1987-06-01', words, { ...will, modality: 'hypothetical' })));
  assert.ok(!same(planned, at('b', '1987-06-01', words, { ...will, modality: 'conditional' })));
  assert.ok(!same(planned, at('b', '1987-06-01', words, { ...will, modality: 'happened' })));
});

test('of two acts each finds the other, or neither does, however many days lie between', () => {
  const told = (day: string): EventReport =>
    at(day, day, 'Iran revoked the licences of seven American salvage firms at Bandar Abbas.');
  const probes = (a: EventReport, b: EventReport): boolean => {
    const { blocks } = blocksOf(b);
    return blocksOf(a).probes.some((probe) => blocks.includes(probe));
  };
  for (let start = 0; start < 12; start++) {
    for (let by = 0; by <= 14; by++) {
      const [one, two] = [told(shift('1987-06-01', start)), told(shift('1987-06-01', start + by))];
      assert.equal(probes(one, two), probes(two, one), `${start} ${by}`);
      assert.equal(same(one, two), same(two, one));
      if (by <= 6) assert.ok(probes(one, two));
    }
  }
});

test('a word given is one with the deed to come that it is about; a deed that was done is not', () => {
  const words = 'Iran agreed to return the seized salvage tug Marissa to American owners at Bushehr.';
  const given = at('a', '1987-06-01', words, { type: 'AGREE' });
  const deed = 'Iran will return the seized salvage tug Marissa to American owners at Bushehr.';
  assert.ok(same(given, at('b', '1987-06-01', deed, { type: 'CONCEDE', modality: 'planned' })));
  const done = at('a', '1987-06-01', words.replace('agreed to return', 'returned'), { type: 'CONCEDE' });
  assert.ok(!same(done, at('b', '1987-06-01', deed, { type: 'CONCEDE', modality: 'planned' })));
});

test('what is dated after its dispatch is to come, whatever its tense', () => {
  const visit: Partial<Event> = {
    type: 'CONSULT',
    date: { value: '1987-06-19', start: '1987-06-19', end: '1987-06-19', known: true },
  };
  const one = at('a', '1987-06-01', 'The Iranian minister visits Washington on June 19 for talks on salvage.', visit);
  const two = { ...at('b', '1987-06-02', 'He will visit Washington on June 19 for talks on salvage.', visit) };
  assert.ok(same(one, { ...two, modality: 'planned' as const }));
});

test('the next entry of a series of figures is another one', () => {
  const told = (id: string, day: string, figure: string): EventReport =>
    at(id, day, `Iranian salvage crews at Bandar Abbas recovered ${figure} tonnes of American cargo.`);
  assert.ok(!same(told('a', '1987-06-01', '1,280'), told('b', '1987-06-02', '1,310')));
  assert.ok(same(told('a', '1987-06-01', '1,280'), told('b', '1987-06-02', '1,280')));
});
