// Who the two are, whose the bare "committee" and "administration" are, and who stands side by side: small dispatches read whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';

/** The codes of the actors that are called by exactly these words. */
function codesOf(text: string, words: string, date = '1994-05-04'): string[] {
  const { dispatch, actors } = read(dispatchOf(text, { date }));
  return actors
    .filter(({ mentions }) => mentions.some((span) => dispatch.text.slice(...span).replace(/\s+/g, ' ') === words))
    .map(({ code }) => code)
    .sort();
}

test('the two are those whom the same sentence sets side by side or against each other', () => {
  const arms =
    'Norway, at odds with Denmark over cod, began sending boats to Reykjavik in April after the two countries signed a pact.';
  assert.deepEqual(codesOf(arms, 'the two countries'), ['ISL', 'NOR']);
  const pact = 'Spain said the Mexican-Chilean accord, approved by both sides in March, was a model.';
  assert.deepEqual(codesOf(pact, 'both sides'), ['CHL', 'MEX']);
});

test('those who make peace between others are neither of the two sides', () => {
  const truce =
    'SANA, March 1 (Reuter) - North Yemen said its troops had beaten back South Yemeni tanks.\n' +
    'A truce brokered by Kuwait and Jordan on Wednesday collapsed within hours, with both sides accusing each other of breaking it.';
  assert.deepEqual(codesOf(truce, 'both sides', '1979-03-01'), ['YEM', 'YMD']);
});

test('in a war within one country the sides are its government and its rebels, wherever the dispatch was written', () => {
  const war =
    'LUSAKA, Zambia (AP) _ Government and rebel negotiators resumed talks Wednesday after UNITA dropped its demand that the army pull back.\n\n' +
    'The mediator met both sides in the evening.';
  assert.deepEqual(codesOf(war, 'both sides'), ['AGOGOV', 'AGOREB']);
  assert.deepEqual(codesOf(war, 'the army'), ['AGOMIL']);
});

test('two leaders named side by side are the two leaders, and neither tells the country of the other', () => {
  const call =
    'Osman, Kiplagat meet for first time in a year\n\n' +
    'CAIRO, June 7 (NNA) -- President Adel Osman and Kenyan Prime Minister Joel Kiplagat spoke by telephone on Thursday.\n\n' +
    'The two leaders discussed the lake.';
  assert.deepEqual(codesOf(call, 'The two leaders', '2046-06-07'), ['EGYGOV', 'KENGOV']);
  const treaty =
    "Finland's president, Ida Holm, and Estonian Prime Minister Abel Moss met on Monday. The two leaders signed a treaty.";
  assert.deepEqual(codesOf(treaty, 'The two leaders'), ['ESTGOV', 'FINGOV']);
});

test('committees, congressional sources and "the administration" are American in an American story', () => {
  const bill =
    'HOUSE PANEL BACKS QUOTAS\n\n' +
    'The House Agriculture Committee approved quotas on U.S. sugar imports, congressional sources said. ' +
    'The measure was put forward by Rep. Abel Moss, R-Minn. Canada protested.\n' +
    'The administration opposes it, officials said.';
  assert.deepEqual(codesOf(bill, 'The House Agriculture Committee', '1987-04-02'), ['USALEG']);
  assert.deepEqual(codesOf(bill, 'congressional sources', '1987-04-02'), ['USALEG']);
  assert.deepEqual(codesOf(bill, 'Rep. Abel Moss', '1987-04-02'), ['USALEG']);
  assert.deepEqual(codesOf(bill, 'The administration', '1987-04-02'), ['USAGOV']);
  const none = 'Peru said its Congress would vote. The administration of Lima province objected.';
  assert.ok(!codesOf(none, 'The administration').includes('USAGOV'));
});

test('a dispatch without a dateline is told from the one country that it is about', () => {
  const dutch =
    'Dutch growth will slow this year, a Dutch forecast said. Dutch exports fell and Dutch wages rose.\n' +
    'The central bank will keep the guilder firm, whatever the government decides. West German demand is weak.\n' +
    'The Finance Ministry had no comment.';
  assert.deepEqual(codesOf(dutch, 'The central bank', '1987-03-05'), ['NLDGOV']);
  assert.deepEqual(codesOf(dutch, 'The Finance Ministry', '1987-03-05'), ['NLDGOV']);
});

test('a state that broke away is an actor of its own, and those who fight for it rebels', () => {
  const congo =
    'ELISABETHVILLE, Dec. 5, 1961 (Reuters) - Katanga said its troops had closed the road. Katangan President Abel Moss would not yield. ' +
    'The Congolese premier urged Katanga to give way.';
  assert.deepEqual(codesOf(congo, 'Katanga', '1961-12-05'), ['CODREB']);
  assert.deepEqual(codesOf(congo, 'Katangan President Abel Moss', '1961-12-05'), ['CODREB']);
  assert.deepEqual(codesOf(congo, 'The Congolese premier', '1961-12-05'), ['CODGOV']);
  const dniester =
    'Moldova and Transnistria will resume talks next week. The two sides last met in March. Moldovan farmers were glad.';
  assert.deepEqual(codesOf(dniester, 'The two sides', '2019-05-03'), ['MDA', 'MDAREB']);
  assert.deepEqual(codesOf('Katanga is rich in copper, Zaire said.', 'Katanga', '1987-05-03'), ['COD']);
});

test('an office that somebody was to have years later tells nothing of him', () => {
  const bank = 'Lewis Preston, chairman of a New York bank, told Brazil to pay. Preston was not hopeful.';
  assert.ok(!codesOf(bank, 'Lewis Preston', '1987-04-08')[0].startsWith('IGO'));
  assert.ok(codesOf(bank, 'Lewis Preston', '1993-04-08')[0].startsWith('IGOWBK'));
});

test('the sister of a man without a country is of none that is spoken of around', () => {
  const text = "Mali freed 200 men in October. Abel Moss's sister called for mercy.";
  assert.deepEqual(codesOf(text, "Abel Moss's sister"), ['---CVL']);
});

test('a spokesman is of the international body that his sentence begins with; half a word names nobody', () => {
  const ec = 'The European Community is ready to act against Japanese exports, a spokesman said. Japan protested.';
  assert.deepEqual(codesOf(ec, 'a spokesman', '1987-04-17'), ['IGOEURGOV']);
  assert.ok(!codesOf('The engines are made by the Franco-U.S. consortium.', 'Franco', '1987-04-17').includes('ESPELI'));
});

test('what bears the name of a man of old tells nobody', () => {
  const plan = codesOf('Ida Holm praised the Marshall Plan in Bonn.', 'the Marshall Plan', '1987-06-01');
  assert.ok(!plan.some((code) => code.startsWith('NZL')), plan.join());
  const codes = codesOf('Ida Holm praised the Marshall Plan in Bonn.', 'Marshall', '1987-06-01');
  assert.ok(!codes.some((code) => code.startsWith('NZL')), codes.join());
});
