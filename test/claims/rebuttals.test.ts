// Versions that are set against each other without a word of denial, judgements of a report, what never happened, and whose word it was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claims } from './lines.js';

/** The stances alone. */
const stances = (text: string): string[] => claims(text).map((one) => one.replace(/:.*?(?=( < \d+)?$)/s, ''));

test('two sides tell one matter otherwise', () => {
  for (const text of [
    'Chad said Libyan troops had overrun a post at Zouar. Libya said none of its men was within 100 miles of the place.',
    'Peru said Ecuadorean soldiers had burned a border village. Ecuador insisted that its soldiers had not moved.',
    'Vietnam said Thai guns had shelled a camp in Cambodia. Thailand replied that its guns had never fired.',
  ])
    assert.match(stances(text).join(' '), /^asserts \w+ denies \w+ < 1$/, text);
  assert.deepEqual(
    stances('Syria said Israeli troops attacked a convoy; Israel said the trucks had hit a Syrian mine.'),
    ['asserts SYR', 'asserts ISR < 1'],
  );
});

test('what two sides say of other matters is no dispute', () => {
  for (const text of [
    'Chad said its troops had taken a post at Zouar. Libya said its oil minister would visit Paris.',
    'Peru said its exports had grown. Ecuador said it hoped to sign a trade pact.',
    'Thailand said its rice harvest was good. Vietnam said it wanted closer ties.',
  ])
    assert.deepEqual(claims(text), [], text);
});

test('what is said of a report, whatever the words', () => {
  for (const words of [
    'said the charge was a fairy tale',
    'called the charge an insult to a peaceful people',
    'described the accusation as fit for the stage',
    'said the allegation was the work of a sick mind',
    'said Mali was lying',
  ])
    assert.deepEqual(
      stances(`Mali charged that troops from Niger had burned a village. Niger ${words}.`),
      ['asserts MLI', 'denies NER < 1'],
      words,
    );
  for (const words of ['called the charge serious', 'said the report was important', 'said the account was accurate'])
    assert.ok(
      !stances(`Mali charged that troops from Niger had burned a village. France ${words}.`).join().includes('denies'),
      words,
    );
});

test('a judgement behind a comma', () => {
  for (const words of ['an accusation that Paris finds grotesque', 'a charge Paris called an insult to its dead'])
    assert.deepEqual(
      stances(`Rwanda blamed France for the massacre, ${words}.`),
      ['asserts RWA', 'denies FRA < 1'],
      words,
    );
});

test('what never happened', () => {
  for (const words of ['the attack never took place', 'no such attack had occurred', 'the attack did not happen'])
    assert.deepEqual(
      stances(`Iran said an Iraqi jet had attacked its tanker. Iraq said ${words}.`),
      ['asserts IRN', 'denies IRQ < 1'],
      words,
    );
});

test('what is denied was the word of another', () => {
  assert.deepEqual(
    claims('Sudan denied that its planes had bombed a village, as the governor of Chad said. South Sudan was silent.'),
    [
      'denies SDN: Sudan denied that its planes had bombed a village, as the governor of Chad said < 2',
      'asserts TCD: its planes had bombed a village',
    ],
  );
});

test('reports of nobody that nobody confirms', () => {
  assert.deepEqual(
    claims(
      'Libya said U.S. bombs fell on Tripoli. There was no official confirmation of a report that its leader had fled.',
    ),
    [
      'doubts ?: There was no official confirmation of a report that its leader had fled < 2',
      'asserts ?: its leader had fled',
    ],
  );
});

test('a fact that the dispatch tells itself', () => {
  for (const words of [
    'denied responsibility',
    'denied it',
    'dismissed the charge',
    'denied that its boat had fired on the ship',
  ])
    assert.deepEqual(
      stances(`An Iranian gunboat fired on a Greek freighter near Kuwait and a sailor was killed. Iran ${words}.`),
      ['asserts ?', 'denies IRN < 1'],
      words,
    );
  assert.deepEqual(
    stances(
      '"Your planes bombed our bridge without a warning," the foreign minister of Laos said. Thailand denied it.',
    ),
    ['asserts LAO', 'denies THA < 1'],
  );
});

test('the agency doubts for nobody', () => {
  assert.deepEqual(
    stances('Chad said its troops had killed 30 Libyans at Zouar. Reuters could not verify the claim.'),
    ['asserts TCD', 'doubts ? < 1'],
  );
});
