// Reports that end in the one who gives them, sources that swallowed their neighbours, words told within another's word.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Statement } from '../../src/records.js';

function readingOf(text: string, headline = '') {
  const head = headline === '' ? '' : `${headline}\n\n`;
  return read(dispatchOf(`${head}PORT ARL, June 3 (Reuters) - ${text}`, { id: 'wire', date: '2031-06-03' }));
}

/** "source / cue / content | content", one line a statement. */
function said(text: string, headline = ''): string[] {
  const reading = readingOf(text, headline);
  const words = (spans: Statement['content']) =>
    spans.map(([start, end]) => reading.dispatch.text.slice(start, end).replace(/\s+/g, ' ')).join(' | ');
  return reading.statements.map(({ source, cue, content }) => `${words(source)} / ${words(cue)} / ${words(content)}`);
}

function has(text: string, ...expected: string[]): void {
  const found = said(text);
  for (const line of expected) assert.ok(found.includes(line), `${line}\n--\n${found.join('\n')}`);
}

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
