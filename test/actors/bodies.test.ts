// Whose spokesman somebody is, firms and associations, ministries of several matters, sources who are of no state, towns that are only places.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';

/** The codes of the actors that are called by exactly these words. */
function codesOf(text: string, words: string, date = '1988-02-09'): string[] {
  const { dispatch, actors } = read(dispatchOf(text, { date }));
  return actors
    .filter(({ mentions }) => mentions.some((span) => dispatch.text.slice(...span).replace(/\s+/g, ' ') === words))
    .map(({ code }) => code);
}

test('a spokesman of a federation or an association speaks for it, and not for the state', () => {
  const text =
    'A spokesman for the Korean Shipowners Federation said rates were too low. The federation has asked Seoul for help.';
  assert.deepEqual(codesOf(text, 'A spokesman'), ['KORBUS']);
  assert.deepEqual(codesOf(text, 'The federation'), ['KORBUS']);
  assert.deepEqual(codesOf("A spokesman for Peru's Fisheries Agency said stocks were low.", 'A spokesman'), ['PERGOV']);
});

test('the president of an association is no head of state', () => {
  const text =
    'President Reagan vetoed the bill. Ida Holm and the president of the Machine Tool Builders Association opposed him.';
  assert.deepEqual(codesOf(text, 'the president of the Machine Tool Builders Association'), ['---BUS']);
});

test('two spokesmen of two bodies are two', () => {
  const text =
    'A spokesman for Dunmore Japan said the firm had complained to the Finance Ministry in Tokyo.\n\n' +
    'The ministry spokesman said nothing had been received.\n\nThe Dunmore spokesman said it would sue.';
  const { actors, statements } = read(dispatchOf(text, { date: '1988-02-09' }));
  const speakers = statements.map(({ speaker }) => actors.find(({ id }) => id === speaker)?.code);
  assert.deepEqual(speakers, ['---', 'JPNGOV', '---']);
  assert.notEqual(statements[0].speaker, statements[1].speaker);
  assert.notEqual(statements[1].speaker, statements[2].speaker);
});

test('a ministry of two matters keeps both, and the country of the ministry that was told of', () => {
  const text =
    'QUITO, Feb 9 - Ecuador cut output, the Energy and Mines Ministry said. Ministry officials gave no reason. U.S. buyers complained.';
  assert.deepEqual(codesOf(text, 'the Energy and Mines Ministry'), ['ECUGOV']);
  assert.deepEqual(codesOf(text, 'Ministry officials'), ['ECUGOV']);
});

test('a headline of capitals makes no firm of its words', () => {
  const text =
    'U.S. SENATORS URGE KOREA TO CUT STEEL EXPORTS\n\nU.S. senators urged South Korea on Tuesday to cut steel exports.';
  assert.deepEqual(codesOf(text, 'U.S. SENATORS'), ['USALEG']);
  assert.equal(
    read(dispatchOf(text)).actors.some(({ name }) => /URGE/.test(name)),
    false,
  );
});

test('a firm that bears a leader’s name is the firm', () => {
  const text = 'Truman Motor Co will close a plant in Chile. Truman will sell the rest.';
  assert.equal(
    codesOf(text, 'Truman', '1988-02-09').some((code) => code.startsWith('USA')),
    false,
  );
});

test('those who know of a matter are of no state; the others with a senator are of his', () => {
  assert.deepEqual(codesOf('Chile has asked for a loan, monetary sources said.', 'monetary sources'), ['---']);
  const text = 'Japanese Prime Minister Ida Mori spoke to U.S. Senator Otto Krag and two other legislators in Tokyo.';
  assert.deepEqual(codesOf(text, 'two other legislators'), ['USALEG']);
});

test('a town that is called a town or the capital is a place, and the ball is in nobody’s court of law', () => {
  assert.deepEqual(codesOf('The mine lies between the port and the capital Harare and is still shut.', 'Harare'), []);
  assert.deepEqual(codesOf('"The ball is in Libya’s court," a diplomat said.', 'Libya’s court'), []);
});

test('an envoy is of the country that sends him, and "sources" of none', () => {
  const envoy = "Libyan U.N. charge d'affaires Omar Khalil";
  assert.deepEqual(codesOf(`${envoy} handed over the letter.`, envoy), ['LBYGOV']);
  assert.deepEqual(codesOf('Sources said Chile would sell the mine.', 'Sources'), ['---']);
  assert.deepEqual(codesOf('Copper is the main source of income in Zambia.', 'the main source'), []);
});

test('party sources are of the party that was told of, and a syndicate of banks is no gang', () => {
  const text =
    "President Reagan wrote to Tokyo. Japanese Prime Minister Ida Mori's ruling Liberal Party will meet, party sources said.";
  assert.deepEqual(codesOf(text, 'party sources'), ['JPNPTY']);
  assert.equal(
    codesOf('The underwriting syndicate in Tokyo wants more.', 'The underwriting syndicate').some((code) =>
      code.endsWith('CRM'),
    ),
    false,
  );
});

test('an attorney general is no general, and an aide of the White House is its own', () => {
  const text =
    'President Reagan heard it from Atty. Gen. Karl Lindt. White House National Security aide Otto Krag ran the office.';
  assert.deepEqual(codesOf(text, 'Atty. Gen. Karl Lindt'), ['USAGOV']);
  assert.deepEqual(codesOf(text, 'White House National Security aide Otto Krag'), ['USAGOV']);
});
