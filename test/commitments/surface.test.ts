// Words of commitment in bent trees and loose order: each sentence must give at least one record of the kind, with these words in its consequence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';

const SENTENCES: readonly (readonly [sentence: string, kind: string, words: string])[] = [
  // Bare verbs that may be adjectives or nouns.
  ['Libya offered to free six Italian sailors if Rome paid for the wreck.', 'offer', 'free six Italian sailors'],
  ['The rebels in Chad threatened to fire mortars at the Libyan camp.', 'threat', 'fire mortars'],
  ['Peru refused on Monday to hand over the Chilean pilot.', 'refusal', 'hand over the Chilean pilot'],
  ['Egypt demanded that Sudan free two engineers.', 'demand', 'free two engineers'],
  // Whom, in words that the tree hangs elsewhere.
  [
    'The envoys, back from Chad and Libya, called on both to refrain from new raids.',
    'demand',
    'refrain from new raids',
  ],
  ['Iran had urged Iraq last week to call it off.', 'demand', 'call it off'],
  ['Norway asked all concerned in Sudan to show restraint.', 'demand', 'show restraint'],
  ['China again asked for the Korean radar to be taken down.', 'demand', 'be taken down'],
  ['Ghana called on Tuesday for the Malian troops to leave.', 'demand', 'leave'],
  // Particles behind the object, pronouns.
  ['Jordan wants a meeting in Geneva. The Israeli prime minister has ruled that out.', 'refusal', 'that'],
  ['Serbia turned it down within hours, Croatia said.', 'refusal', 'it'],
  // What is refused, and what the refused word was.
  ["Cuba rejected Spain's offer of talks on the prisoners.", 'offer', 'talks'],
  ['Iraq rejected an Iranian demand that it leave the town.', 'demand', 'leave the town'],
  // Things that are asked for.
  ['Syria telephoned Jordan during the night to ask for custody of the men.', 'demand', 'custody'],
  ['France still opposes bombing in Chad, its minister told Libya.', 'refusal', 'bombing'],
  // What is laid before others, what is accepted, what is agreed.
  ['Norway proposed sanctions on Russian banks, and Iceland agreed.', 'threat', 'sanctions'],
  ['Egypt has offered the Libyan king a home.', 'offer', 'a home'],
  ['Chad accepted a Libyan proposal to share the wells.', 'promise', 'a Libyan proposal'],
  ['Chad and Libya agreed to hold a third round in June.', 'promise', 'hold a third round'],
  // Whose a demand is, and what became of it.
  ['Chad threw out a Libyan demand for a foreign judge.', 'demand', 'a foreign judge'],
  ['Peru turned down a proposal by Chile that monitors be sent to the pass.', 'offer', 'be sent to the pass'],
  ['Oman repeated its invitation to Iranian engineers to inspect the site.', 'offer', 'inspect the site'],
  ['Turkey warned Greece that any new base would be a cause for war.', 'threat', 'be a cause for war'],
  ['Sudan warned that if Egypt struck it would not release the pilots.', 'refusal', 'release the pilots'],
  ['France warned both sides in Mali on Tuesday against breaking the truce.', 'demand', 'breaking the truce'],
  ['Chad asked for monitors, a step that Libya and Sudan oppose.', 'refusal', 'a step'],
  // Whom nobody knows.
  ['Rebel officers in Ghana vowed to fight on, and the junta called on them to give up.', 'threat', 'fight on'],
  ['President Mabuta appealed to Chad and Libya to send doctors.', 'demand', 'send doctors'],
  ['Strikers in Bolivia vowed to fight the new junta with dynamite, Chile said.', 'threat', 'fight'],
];

const NOTHING: readonly string[] = [
  'Egypt had neither accepted nor rejected the Israeli plan.',
  'The Libyan minister agreed with his Maltese guest that more should be done.',
  'France and Belgium have advised their citizens to leave.',
  'Japan had considered boycotting the Chinese games but decided against it.',
  'Norway said it could not promise Iceland how long that would be.',
  'Laos reminded Thailand that it had signed the treaty in 1975.',
  'Spain set out its reasons, and Morocco made a film of it.',
];

for (const sentence of NOTHING) {
  test(`nothing: ${sentence}`, () => {
    assert.deepEqual(read(dispatchOf(sentence, { date: '1991-03-12' })).commitments, []);
  });
}

for (const [sentence, kind, words] of SENTENCES) {
  test(sentence, () => {
    const { commitments } = read(dispatchOf(sentence, { date: '1991-03-12' }));
    const found = commitments.map((one) => `${one.kind}: ${sentence.slice(...(one.consequence?.span ?? [0, 0]))}`);
    assert.ok(
      found.some((one) => one.startsWith(`${kind}: `) && one.includes(words)),
      JSON.stringify(found),
    );
  });
}
