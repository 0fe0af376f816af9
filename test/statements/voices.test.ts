// Whose voice it is, in the habits of wire copy: embassies, offices in several words, voices between commas, headlines, bodies that go on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { has, readingOf, said } from './said.js';

test('a possessor and its body close a sentence', () => {
  has(
    "A port call by two Bordurian frigates, which was to begin on Friday, has been put off, Borduria's embassy said.",
    "Borduria's embassy / said / A port call by two Bordurian frigates, which was to begin on Friday, has been put off",
  );
});

test('an office in several words is one source', () => {
  has(
    'Chile has decided to delay the plant until prices improve, deputy Minister of Mines, Ports and Water Jorge Luis Soto said.',
    'deputy Minister of Mines, Ports and Water Jorge Luis Soto / said / Chile has decided to delay the plant until prices improve',
  );
});

test('a voice between commas has said what stands on both sides', () => {
  has(
    "It is Arland's custom, an official added, never to bargain with pirates.",
    "an official / added / It is Arland's custom | never to bargain with pirates",
  );
});

test('a count put at a figure and a forecast behind a comma are statements', () => {
  has('The army put the number of dead at forty.', 'The army / put / the number of dead at forty');
  has(
    'Growth will stay slow in Norway next year and more people may lose their work, the Institute for Trade and Labour forecast.',
    'the Institute for Trade and Labour / forecast / Growth will stay slow in Norway next year and more people may lose their work',
  );
});

test('a threat is told with its condition', () => {
  has(
    'Rebels on Monday threatened to shoot a pilot within two days unless Arland freed nine men.',
    'Rebels / threatened / to shoot a pilot within two days unless Arland freed nine men',
  );
  has(
    'Holm told deputies that Arland would turn to the Northern Security Treaty Organization for help if the shelling did not stop.',
    'Holm / told / that Arland would turn to the Northern Security Treaty Organization for help if the shelling did not stop',
  );
});

test('a voice that goes on in a participle, or falls silent, leaves what was said before', () => {
  has(
    'Brandt said no decision was taken on where the ships would be built, stressing that the work would stay at home.',
    'Brandt / said / no decision was taken on where the ships would be built',
  );
  has(
    'Brandt said the navy had an interest in the plan but he declined to estimate what it would cost.',
    'Brandt / said / the navy had an interest in the plan',
  );
});

test('arms, results and posts are no words', () => {
  assert.deepEqual(said('Two hundred rebels attacked the base before dawn.'), []);
  assert.deepEqual(said('The company reported earnings of three dollars a share.'), []);
  assert.deepEqual(said('Ida Holm was named as his successor on Friday.'), []);
});

test('"it said in a report" is the body that spoke before that sentence, not a country told of in it', () => {
  for (const text of [
    'The Arland Reserve Fund (ARF) said trade would shrink.\n\nBy printing money France was weakening the franc, it said in its annual report.',
    "The World Bank said trade would shrink.\n\nCiting last year's losses, it added that Brazil could pay.\n\nItaly was spending too much, it said.",
    'NATO said its drills would go on.\n\n"Greece and Turkey have been told," it said.',
  ]) {
    const { statements, actors, dispatch } = readingOf(text);
    const last = statements[statements.length - 1];
    const country = actors.find(({ id }) => id === last.speaker)?.country ?? null;
    assert.equal(country, null, dispatch.text.slice(...last.content[0]));
  }
});

test('"it said" behind all that is said is the body that spoke last', () => {
  const reading = readingOf(
    'Farland Drilling Co said its unit signed a contract.\n\nBlue Superstores are shops of Blue Trading Corp.\n\nThe unit will own half of the shops, it said.',
  );
  const [first, last] = [reading.statements[0], reading.statements[reading.statements.length - 1]];
  assert.notEqual(first.speaker, null);
  assert.equal(last.speaker, first.speaker);
});

test('he who is told of behind a comma is one speaker', () => {
  const reading = readingOf(
    'Harold Brent, chairman and chief executive of Dunmore, said in a statement, "These results are good."',
  );
  assert.equal(reading.statements[0].joint, undefined);
});

test('headlines: a clause beside, a semicolon, a source behind a dash', () => {
  const text = 'The talks ended on Friday, Ida Holm said.';
  assert.ok(said(text, 'North rejects joint team talks, South says door open')[0].endsWith('/ says / door open'));
  assert.ok(
    said(text, 'Chad, Niger trade blame as raids go on; Mali offers to mediate').some((line) =>
      line.startsWith('Mali / offers'),
    ),
  );
  assert.ok(
    said(text, 'NEW TARIFFS AFTER BUDGET - HOLM').some((line) =>
      line.startsWith('HOLM / - / NEW TARIFFS AFTER BUDGET'),
    ),
  );
});

test('he who wants no name speaks, not those whom he tells; the reason holds for all he says', () => {
  const reading = readingOf(
    'The loan will be stopped, a senior Arland official said.\n\n"We have told them what it would cost," the official, who spoke on condition of anonymity because the plan has not been announced, told reporters.\n\nDozens were hurt when a mine blew up at noon, a nurse told the Tribune by telephone, asking not to be named because she was not allowed to speak.',
  );
  const told = reading.statements.map(({ source, anonymity }) => [
    reading.dispatch.text.slice(...source[0]).replace(/, who spoke .*/u, ''),
    anonymity?.reason,
  ]);
  assert.deepEqual(told, [
    ['a senior Arland official', 'because the plan has not been announced'],
    ['the official', 'because the plan has not been announced'],
    ['a nurse', 'because she was not allowed to speak'],
  ]);
});

test('what a story is headlined nobody says', () => {
  assert.deepEqual(said('The story headlined "Arland closes canal, local mayor says" is withdrawn.'), []);
});
