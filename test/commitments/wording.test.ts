// What the three stages must tell of short passages: spans that are whole, holders together, addressees that are told and not guessed, meetings that are
// one, stances by whoever takes them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Reading } from '../../src/records.js';

function reading(text: string): {
  all: Reading;
  words: (span: readonly [number, number] | undefined) => string;
  who: (id: string | null | undefined) => string;
} {
  const all = read(dispatchOf(text, { date: '2031-05-20' }));
  return {
    all,
    words: (span) => (span ? text.slice(...span) : ''),
    who: (id) => all.actors.find((actor) => actor.id === id)?.code ?? '?',
  };
}

test('a span holds both marks of a quotation', () => {
  const { all, words } = reading(
    'Turkey warned Greece on Monday that it would give “a crushing answer” if Athens sent its navy.',
  );
  assert.equal(words(all.commitments[0].consequence?.span), 'give “a crushing answer”');
});

test('a condition runs on to the verb of the clause inside it', () => {
  const { all, words } = reading(
    'Chad warned Libya on Monday that it would close the road if Tripoli sent troops before a treaty on the border was signed.',
  );
  assert.equal(
    words(all.commitments[0].condition?.span),
    'Tripoli sent troops before a treaty on the border was signed',
  );
});

test('what will not be allowed is refused, and "when" may ask rather than condition', () => {
  const { all } = reading(
    '“We will not permit anyone to starve our people,” Yemen’s foreign minister told Saudi Arabia. “Nobody will tell Yemen when it may open its own port,” he said.',
  );
  assert.deepEqual(
    all.commitments.map(({ kind }) => kind),
    ['refusal', 'refusal'],
  );
  assert.equal(all.commitments[1].condition, null);
});

test('those who commit themselves together are all kept', () => {
  const { all, who } = reading(
    'Chile and Brazil have promised to send monitors to the border of Peru and Ecuador, mediators said.',
  );
  const [promise] = all.commitments;
  assert.deepEqual([promise.holder, ...(promise.joint ?? [])].map(who), ['CHL', 'BRA']);
});

test('a country that no table knows speaks through its people', () => {
  const { all, words, who } = reading(
    "Lutha's President Mara Venn told her Osterian counterpart Pell Adam in a call on Monday that Lutha would impose sanctions unless Osteria opened the canal, a Luthan official said.",
  );
  const [threat] = all.commitments;
  assert.equal(threat.kind, 'threat');
  assert.equal(words(threat.condition?.span), 'Osteria opened the canal');
  assert.notEqual(who(threat.holder), '?');
});

test('an answer goes to the state, not to the person who spoke for it', () => {
  const { all, who } = reading(
    'Norwegian Prime Minister Arne Lund said Norway would expel two Russian envoys. Russia vowed to respond in kind.',
  );
  assert.equal(who(all.commitments.at(-1)?.addressee), 'NOR');
});

test('whoever speaks has seen no evidence, not the one named before', () => {
  const { all, who } = reading(
    "Iranian state radio reported that Iraqi jets had crossed the border. Iraq denied the report, and Kuwait's army said it had seen no evidence of such flights.",
  );
  const stances = all.claims.map(({ stance, by }) => `${stance} ${who(by).slice(0, 3)}`);
  assert.deepEqual(stances, ['asserts IRN', 'denies IRQ', 'doubts KWT']);
});

test('what a side was accused of is what it denies', () => {
  const { all } = reading(
    'Latvia on Monday expelled two Russian envoys whom it accused of helping to burn a depot. They must leave within a day. President Ilze Kalna said the step had been agreed with Estonia. Russia called the accusation “laughable”.',
  );
  const denial = all.claims.find(({ stance }) => stance === 'denies');
  const target = all.claims.find(({ id }) => id === denial?.against);
  assert.equal(target?.rule, 'assertions.ts:accused');
});

test('a headline, an offer and a host speak of one meeting', () => {
  const text = `Sudan rejects Chadian charge, offers talks

KHARTOUM, May 20 - Sudan on Tuesday rejected a charge by Chad but offered to hold talks in Tunis next week. Tunisia has agreed to host the meeting, an official said.`;
  const { all, who } = reading(text);
  assert.equal(all.meetings.length, 1);
  assert.deepEqual(all.meetings[0].parties.map(who).sort(), ['SDN', 'TCD']);
  assert.equal(who(all.meetings[0].host), 'TUN');
});

test('numbers of firms are no dispute', () => {
  const { all } = reading('Airbus said it had sold 12 jets in Japan. A trader in France said 14 jets had been sold.');
  assert.deepEqual(all.claims, []);
});

test('a threat until a siege is lifted is not addressed to the besieged', () => {
  const { all, words, who } = reading(
    "Yemen's rebels will go on attacking ships bound for Israel until the siege of Gaza is lifted, their leader said.",
  );
  assert.equal(who(all.commitments[0].addressee), 'ISR');
  assert.equal(words(all.commitments[0].consequence?.span), 'go on attacking ships bound for Israel');
});

test('who leaves unless something is done threatens, and does not promise', () => {
  const { all, words } = reading('Turkey said it will leave the alliance unless Greece lifts its veto.');
  assert.deepEqual(
    all.commitments.map(({ kind, consequence }) => [kind, words(consequence?.span)]),
    [['threat', 'leave the alliance']],
  );
});

test('whether something will be done is no threat', () => {
  const { all } = reading(
    'Washington has yet to say whether the fleet would bombard the Libyan coast. NATO would not say when it would strike Serbia.',
  );
  assert.deepEqual(all.commitments, []);
});
