// Verbs of acts that tell of none, targets that stand in another matter, days of what an act answers, one deed told by two nouns.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Event } from '../../src/records.js';

const events = (text: string): readonly Event[] => read(dispatchOf(text, { id: 'x', date: '1988-02-09' })).events;

function lines(text: string): string[] {
  const side = (refs: Event['sources']): string =>
    refs
      .map(({ country, code }) => country ?? code)
      .sort()
      .join('+') || '?';
  return events(text).map(
    ({ type, sources, targets, modality, negated }) =>
      `${type} ${side(sources)} > ${side(targets)} ${modality}${negated ? ' not' : ''}`,
  );
}

test('a fight against a thing is no violence', () => {
  for (const text of [
    'Britain would fight the Japanese attempt to keep the firm out.',
    'The U.S. government will fight the trade deficit.',
    'Chile said it would combat inflation with Peru.',
  ])
    assert.deepEqual(
      lines(text).filter((line) => /^(ASSAULT|THREATEN)/.test(line)),
      [],
      text,
    );
  assert.ok(
    lines('Iraqi troops fought Iranian forces near Basra.').some((line) => line.startsWith('ASSAULT IRQ > IRN')),
  );
});

test('a fight against competition is no violence, and a surplus that is to shrink no tie that is cut', () => {
  for (const text of [
    'The Norwegian yard is fighting back against Polish competition.',
    'Chile has battled with rising costs and Peruvian imports.',
    'Norway promised to reduce its huge trade surplus with Poland.',
    'Poland is to cut its trade deficit with Norway, the finance minister said.',
  ])
    assert.deepEqual(
      lines(text).filter((line) => /^(ASSAULT|THREATEN|SANCTION|COERCE)/.test(line)),
      [],
      text,
    );
  assert.ok(lines('Norway reduced its diplomatic relations with Poland.').some((line) => line.startsWith('SANCTION')));
  assert.ok(lines('Rebels fought with Chadian troops.').some((line) => line.startsWith('ASSAULT')));
});

test('a reminder asks for nothing, breakers of ships attack nobody, a class does nothing', () => {
  assert.deepEqual(lines('Peru reminded the committee that the IMF had approved a loan.'), []);
  assert.deepEqual(lines('Taiwan shipbreakers will demolish the Greek tanker.'), []);
  assert.deepEqual(lines('The banks helped debtor countries which reached agreements with the Fund.'), []);
});

test('what stands three verbs away or behind "other than" is no target', () => {
  const text =
    'Peru rejected a request by growers to halt the rise of its currency to keep them from losing sales to Chile.';
  assert.equal(
    lines(text).some((line) => line.includes('CHL')),
    false,
  );
  assert.equal(
    lines('Japan tightened its curbs on exports of chips to countries other than Canada.').some((line) =>
      line.includes('CAN'),
    ),
    false,
  );
});

test('nobody promises his own government, and who is committed promises', () => {
  const found = lines(
    '"I promise to make Tokyo’s markets open," Japanese Prime Minister Ida Mori told U.S. Senator Otto Krag.',
  );
  assert.equal(
    found.some((line) => line.includes('> JPN')),
    false,
  );
  assert.ok(lines('Argentina is committed to helping Bolivia.').every((line) => !line.includes('> ARG')));
});

test('the day of what an act answers is not its own; an act without a day has that of what came of it', () => {
  const [strike] = events(
    'The United States said on Monday that its warships destroyed an Iranian platform in response to a missile strike on a tanker on Friday.',
  );
  assert.notEqual(strike.date.value, '1988-02-05');
  const [blast] = events('The refinery in Surinam closed at the end of January after being bombed by rebels.');
  assert.equal(blast.type, 'ASSAULT');
  assert.equal(blast.date.start.slice(0, 7), '1988-01');
});

test('an attack that was a raid is one deed, and calling it something calls for nothing', () => {
  assert.equal(
    events('A U.S. attack on an Iranian ship on Monday was a raid to free hostages, diplomats said.').filter(
      ({ type }) => type === 'ASSAULT',
    ).length,
    1,
  );
  const found = lines('Diplomats called the U.S. attack on Libya an outrage.');
  assert.equal(
    found.some((line) => line.includes('requested')),
    false,
  );
});

test('a complaint is about whoever does what is complained of', () => {
  const text =
    'Jordan has complained to the United Nations that Israeli occupation forces were blocking trade with Egypt.';
  assert.ok(
    lines(text).some((line) => line.startsWith('ACCUSE JOR > ISR')),
    lines(text).join('; '),
  );
  assert.equal(
    lines(text).some((line) => line.startsWith('PROTEST')),
    false,
  );
});

test('an envoy is no charge, a custom no meeting, losses of trade no blow, a ruling to come nobody’s act', () => {
  assert.deepEqual(
    lines('The Peruvian charge d’affaires in Quito read a letter.').filter((line) => line.startsWith('ACCUSE')),
    [],
  );
  assert.deepEqual(
    lines('The talks, held annually, bring Japan and the United States together.').filter((line) =>
      line.endsWith('happened'),
    ),
    [],
  );
  assert.equal(
    lines('Low prices are causing heavy losses to farmers in Chile.').some((line) => line.startsWith('ASSAULT')),
    false,
  );
  assert.equal(
    lines('The duties are being assessed for now, pending a ruling by the Japanese Trade Commission.').some((line) =>
      line.includes('JPN'),
    ),
    false,
  );
});

test('who condemns a state is not that state, and a strip taken in a war was taken then', () => {
  assert.equal(
    lines('Japan is angry about the bill. "It condemns Japan without a trial," an official said.').some((line) =>
      line.startsWith('ACCUSE JPN'),
    ),
    false,
  );
  const [taken] = events('The Gaza Strip was captured by Israel in the 1967 Middle East war.');
  assert.equal(taken.date.value, '1967');
});

test('a question before an answer asks nothing, retaliation is why and no second act, whoever is quoted met', () => {
  assert.deepEqual(
    lines('Asked to comment on U.S. tariffs, the Chilean minister smiled.').filter((line) =>
      line.startsWith('REQUEST'),
    ),
    [],
  );
  const tariffs = lines('The United States imposed tariffs on Japan in retaliation for a breach of the pact.');
  assert.equal(tariffs.filter((line) => /^(COERCE|SANCTION)/.test(line)).length, 1, tariffs.join('; '));
  const quoted = lines(
    'Radio Lima quoted President Luis Quispe of Peru as telling reporters after meeting U.S. envoy Otto Krag that he would sign.',
  );
  assert.ok(
    quoted.some((line) => line === 'CONSULT PER > USA happened' || line === 'CONSULT USA > PER happened'),
    quoted.join('; '),
  );
  assert.deepEqual(lines('Britain’s prime minister has improved her standing with voters.'), []);
});
