// Where what is said begins and ends, in the habits of wire copy: voices that close a sentence, hearers, times, silence, conditions.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import { has, readingOf, said } from './said.js';

test('a voice that closes its sentence has said all before it', () => {
  has(
    'In contrast, the krone fell by some four percent and the rouble held steady over those weeks, she added.',
    'she / added / In contrast, the krone fell by some four percent and the rouble held steady over those weeks',
  );
  has(
    'The dam will be emptied in March at the earliest, Brandt told a joint news conference with his visiting Chilean counterpart.',
    'Brandt / told / The dam will be emptied in March at the earliest',
  );
  has(
    'Members of the Tin Council, TC, put off the question of quotas at their monthly session, delegates said.',
    'delegates / said / Members of the Tin Council, TC, put off the question of quotas at their monthly session',
  );
  has(
    'It may take weeks before the loan is paid, although the bank has approved it, banking sources and two officials said.',
    'banking sources and two officials / said / It may take weeks before the loan is paid, although the bank has approved it',
  );
});

test('behind one who hears it a clause is said, with or without that', () => {
  has(
    'Holm told a press conference Foreign Minister Ivan Gladz was unlikely to travel to Geneva.',
    'Holm / told / Foreign Minister Ivan Gladz was unlikely to travel to Geneva',
  );
  has(
    'A Bordurian army communique said a tank brigade, covered by aircraft, began the assault before dawn and heavy shelling went on for five hours.',
    'A Bordurian army communique / said / a tank brigade, covered by aircraft, began the assault before dawn and heavy shelling went on for five hours',
  );
});

test('when and on what occasion it was said is not what was said', () => {
  has(
    'President Holm declared last March that the fleet would carry no more freight.',
    'President Holm / declared / that the fleet would carry no more freight',
  );
  has(
    'The delegation said in a statement yesterday they were working to open the market.',
    'The delegation / said in a statement / they were working to open the market',
  );
  has(
    'She told reporters at the harbour on leaving for talks that exports to Chile had grown every year.',
    'She / told / that exports to Chile had grown every year',
  );
});

test('the silence of a speaker is told by the reporter', () => {
  has(
    'Bankers said they would pass on the request for a delay but declined to say whether they supported it.',
    'Bankers / said / they would pass on the request for a delay',
  );
  has(
    'She said she expected more losses in spring but did not give figures.',
    'She / said / she expected more losses in spring',
  );
});

test('a clause that hangs on what is left out is said to its end', () => {
  has(
    'The delegate said that, if talks were to reopen, the quota that his side had offered in March would no longer stand.',
    'The delegate / said / that, if talks were to reopen, the quota that his side had offered in March would no longer stand',
  );
  has(
    'An envoy said the main points were fishing rights, which each side says it owns, and the fate of the prisoners.',
    'An envoy / said / the main points were fishing rights, which each side says it owns, and the fate of the prisoners',
  );
});

test('what stands before "after" is not said by the one behind it', () => {
  const found = said(
    'Arland on Saturday refused a demand by Borduria but agreed to hold talks in Oslo, after Szohod said it would use "all means" to open the canal.',
  );
  assert.ok(
    found.some((line) => / said \/ it would use "all means" to open the canal$/.test(line)),
    found.join('\n'),
  );
});

test('blame has what for', () => {
  has(
    'Borduria rejected the charge and blamed an Arland trawler for the collision.',
    'Borduria / blamed / an Arland trawler for the collision',
  );
  const found = said('Norway on Monday expelled two attaches whom it accused of trying to buy charts.');
  assert.ok(
    found.some((line) => line.startsWith('it / accused')),
    found.join('\n'),
  );
});

test('those who are called back, numbers, asides and what is refused say nothing', () => {
  assert.deepEqual(said('Arland recalled its consul from Szohod on Friday.'), []);
  assert.deepEqual(said('The three branches cover about 400 clerks.'), []);
  assert.deepEqual(
    said('A spokeswoman for the port, asked about the delay, said the ships would sail.').map(
      (line) => line.split(' / ')[1],
    ),
    ['said'],
  );
});

test('a papers name has a capital; a chairman with a name is named; a short name is the firm', () => {
  const grades = (text: string) => readingOf(text).statements.map(({ sourcing }) => sourcing);
  assert.deepEqual(grades('Several economists believe that the plan will fail.'), ['anonymous']);
  assert.deepEqual(grades('The Economist said the plan would fail.'), ['media']);
  assert.deepEqual(grades('A telex from the lenders said the loan was off.'), ['document']);
  assert.deepEqual(
    grades('Yesterday the chairman of the drafting committee Jan Patterson said the rules were ready.'),
    ['named'],
  );
  const firm = readingOf(
    'Farland Exploration LTD said it filed for an offering.\n\nFarland said it would drill in June.',
  );
  assert.equal(firm.statements[1].speaker, firm.statements[0].speaker);
  assert.equal(firm.statements[1].sourcing, 'organisation');
});

test('the subject of what is to be done is no hearer', () => {
  const reading = read(
    dispatchOf('Oman says Chad, Niger to resume talks on border\n\nMUSCAT, June 3 (Reuters) - The talks ended.', {
      id: 'wire',
      date: '2031-06-03',
    }),
  );
  assert.equal(reading.statements[0]?.addressee, null);
});
