// Reports that end in the one who gives them, sources that swallowed their neighbours, words told within another's word.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { has, readingOf, said } from './said.js';

test('a report that ends in a warning, a broadcast or a paper is said by it', () => {
  has(
    'Arland will close the harbour of Vars unless Borduria hands over the crew by July 1, Harbour Minister Ida Holm warned on Tuesday.',
    'Harbour Minister Ida Holm / warned / Arland will close the harbour of Vars unless Borduria hands over the crew by July 1',
  );
  has(
    'Eleven miners were killed and 30 hurt in a blast near Szohod, Bordurian state radio reported on Sunday.',
    'Bordurian state radio / reported / Eleven miners were killed and 30 hurt in a blast near Szohod',
  );
  has(
    'The ministry has told its envoys to leave the city within a week, a cable seen by Reuters showed.',
    'a cable seen by Reuters / showed / The ministry has told its envoys to leave the city within a week',
  );
});

test('the closing voice is the last name, not those whom the report names before it', () => {
  has(
    'The delegation will be led by Chilean Trade Minister Rosa Quispe and her deputy Jaime Cordero, Fuentes told a news conference.',
    'Fuentes / told / The delegation will be led by Chilean Trade Minister Rosa Quispe and her deputy Jaime Cordero',
  );
  has(
    'The crop is likely to find buyers in Egypt and Turkey, Hanbury, Cole and Strand said in their letter.',
    'Hanbury, Cole and Strand / said in their letter / The crop is likely to find buyers in Egypt and Turkey',
  );
  has(
    'Borduria pressed Arland to release the tanker or risk losing its fishing rights, three Bordurian sources and a diplomat familiar with the talks said.',
    'three Bordurian sources and a diplomat familiar with the talks / said / Borduria pressed Arland to release the tanker or risk losing its fishing rights',
  );
});

test('what was so when it was said is the reporter’s', () => {
  has(
    'A third round of talks that was to open in Oslo on June 18 has been called off, Norway said on Friday, a day after nine soldiers were killed.',
    'Norway / said / A third round of talks that was to open in Oslo on June 18 has been called off',
  );
  has(
    'Borduria tore down a border post near Holt on Monday, the interior ministry said, two days after its leader threatened to do so.',
    'the interior ministry / said / Borduria tore down a border post near Holt on Monday',
  );
});

test('a clause about a source is no source, and the voice goes on behind it', () => {
  has(
    'Norway, which withdrew its observers last year, called for calm and denied that it had known of the raid.',
    'Norway / called for / calm',
    'Norway / denied / that it had known of the raid',
  );
  has(
    'Oman, which has long been trying to end its quarrel with the Sallamites, called for patience and said talks would open soon.',
    'Oman / said / talks would open soon',
  );
});

test('but added: the one who spoke goes on', () => {
  has(
    'Brandt said the krone would be raised step by step, but added "We do not like sudden changes."',
    'Brandt / added / "We do not like sudden changes."',
  );
  has(
    'After a day of talks with Trade Minister Ida Holm and Labour Minister Axel Brandt, Koskinen told a news conference she was hopeful.',
    'Koskinen / told / she was hopeful',
  );
});

test('what others promised and asked is a word within the word', () => {
  const text =
    'Two envoys said Norway had promised to back the draft. A delegate said the bank had informed the government that it would pay. Ida Holm said Brandt told her there was no hurry.';
  has(
    text,
    'Norway / had promised / to back the draft',
    'the bank / had informed / that it would pay',
    'Brandt / told / there was no hurry',
  );
  assert.ok(readingOf(text).statements.filter(({ parent }) => parent !== null).length >= 3);
});

test('on which condition one would agree is no word of his', () => {
  const found = said('Brandt said Norway would open the port if Arland agreed to pay.');
  assert.ok(!found.some((line) => line.startsWith('Arland / agree')), found.join('\n'));
});

test('a state whose official wants no name is named', () => {
  const { statements, dispatch } = readingOf(
    'Norway has agreed to host the talks, a senior official said on condition of anonymity because the list is not public.',
  );
  const of = (word: string) => statements.find(({ source }) => dispatch.text.slice(...(source[0] ?? [0, 0])) === word);
  assert.equal(of('Norway')?.sourcing, 'organisation');
  assert.equal(of('a senior official')?.sourcing, 'anonymous');
});

test('deeds whose verbs also speak are no statements', () => {
  for (const text of [
    'Arland called off a third round of talks.',
    'President Ida Holm named former general Axel Brandt as her envoy for the strait.',
    'The foreign office called in the Bordurian ambassador.',
    'A quake in the same valley claimed the lives of 36 people.',
    'Brandt called an emergency meeting of his council.',
    'Norway, worried by the cost of the works, has put them off.',
    'The pictures could not be independently verified.',
    'Arland withdrew an offer to host the games.',
  ])
    assert.deepEqual(said(text), [], text);
  has('Brandt called the meeting useful.', 'Brandt / called / the meeting useful');
  has('Norway is worried that the works will cost more.', 'Norway / is worried / that the works will cost more');
});

test('content goes on to its condition and its verb, and ends where the reporter speaks', () => {
  has(
    'Holm warned Borduria that she would take “every step” if it began to dig before a treaty on water was signed.',
    'Holm / warned / that she would take “every step” if it began to dig before a treaty on water was signed',
  );
  has(
    'Coastal states threatened to use force against the rebels unless they freed the mayor within a week, and closed their harbours.',
    'Coastal states / threatened / to use force against the rebels unless they freed the mayor within a week',
  );
  has(
    'Norway has offered 20 million dollars for a new lock if the quarrel is settled.',
    'Norway / has offered / 20 million dollars for a new lock if the quarrel is settled',
  );
  has(
    'Police sources said three of the men had been seen with the movement, a charge it called absurd.',
    'Police sources / said / three of the men had been seen with the movement',
  );
  has(
    'Arland accused Borduria of sabotage on Tuesday after a blast killed nine men.',
    'Arland / accused / Borduria of sabotage',
  );
  has(
    'The paper quoted a fisherman, Olaf Brandt, as saying the nets had been cut.',
    'The paper / quoted / a fisherman, Olaf Brandt, as saying the nets had been cut',
  );
  has(
    'Arland neither confirmed nor denied Norwegian reports that it had sold the ships.',
    'Arland / neither confirmed nor denied / Norwegian reports that it had sold the ships',
  );
});

test('headlines: a clause to come before a comma, a subject that goes on', () => {
  const text = 'The talks ended on Friday, Ida Holm said.';
  assert.ok(said(text, 'Norway to host strait talks on May 3, Arland says it will come')[0].endsWith('/ it will come'));
  assert.ok(
    said(text, 'Arland rejects note on strait, orders ships to harbour').some((line) =>
      line.startsWith('Arland / orders'),
    ),
  );
});

test('the name before what tells who it is belongs to the source', () => {
  has(
    'Portugal, the former ruler, called for the release of all prisoners.',
    'Portugal, the former ruler / called for / the release of all prisoners',
  );
});

test('grades: an office, letters, a body that is not known, several unnamed', () => {
  const text =
    "Arland's foreign minister said the strait was open.\n\nThe IAFX plans to open a branch.\n\nFour Bordurian sources and a diplomat said the talks had failed.\n\nPeople close to the bank said it would pay.";
  const { statements, dispatch } = readingOf(text);
  const of = (start: string) =>
    statements.find(({ source }) => dispatch.text.slice(...(source[0] ?? [0, 0])).startsWith(start));
  assert.equal(of("Arland's foreign")?.sourcing, 'named');
  assert.equal(of('The IAFX')?.sourcing, 'organisation');
  assert.equal(of('Four')?.anonymity?.count, 5);
  assert.equal(of('People')?.sourcing, 'anonymous');
});

test('the reason for a missing name stands near the mark of it', () => {
  const reason = (text: string) => readingOf(text).statements[0]?.anonymity?.reason;
  assert.equal(
    reason(
      'A Bordurian source, speaking on condition of anonymity as he was not allowed to speak to the press, told Reuters that two men had come since the raid.',
    ),
    'as he was not allowed to speak to the press',
  );
  assert.equal(
    reason(
      'Two officials, who spoke on condition of anonymity to discuss private matters, said the meeting could be moved.',
    ),
    'to discuss private matters',
  );
});

test('it said at the head of a paragraph is the body that spoke last', () => {
  const { statements } = readingOf(
    'The report urged Norway to open its markets to Sweden.\n\nIt added that Norway should lower its tariffs.',
  );
  assert.equal(statements[statements.length - 1].speaker, statements[0].speaker);
});

test('he and they are graded and described as those whom they mean', () => {
  const { statements } = readingOf(
    'Two bankers said the loan would be paid late.\n\nThey said no day had been named.\n\nA spokesman for Dunmore Corp said the firm would wait.\n\nHe added that it had time.',
  );
  assert.deepEqual(
    statements.map(({ sourcing, anonymity }) => [sourcing, anonymity?.count ?? null]),
    [
      ['anonymous', 2],
      ['anonymous', 2],
      ['spokesperson', null],
      ['spokesperson', null],
    ],
  );
});

test('permission is an act, and a question is no part of its answer', () => {
  assert.deepEqual(said('The board has allowed its banks to lend to foreigners.'), []);
  has('Asked whether Norway would pay, Brandt said it would wait.', 'Brandt / said / it would wait');
  has(
    'Brandt added that the works would cost more and said the council would vote on them.',
    'Brandt / added / that the works would cost more',
  );
});
