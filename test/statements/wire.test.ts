// The habits of wire copy: who speaks when nobody is named again, what stands between a source and its verb, lists, fronted questions.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';

/** "speaker + others: source / cue / content | content", one line a statement; the speaker by name, "-" for none. */
function said(text: string): string[] {
  const reading = read(dispatchOf(`PORT ARL, June 3 (Reuters) - ${text}`, { id: 'wire', date: '2031-06-03' }));
  const names = new Map(reading.actors.map(({ id, name }) => [id, name]));
  const words = (spans: readonly (readonly [number, number])[]) =>
    spans.map(([start, end]) => reading.dispatch.text.slice(start, end).replace(/\s+/g, ' ')).join(' | ');
  return reading.statements.map(({ speaker, joint, source, cue, content }) => {
    const who = [speaker, ...(joint ?? [])].map((id) => (id === null ? '-' : names.get(id))).join(' + ');
    return `${who}: ${words(source)} / ${words(cue)} / ${words(content)}`;
  });
}

function has(text: string, ...expected: string[]): void {
  const found = said(text);
  for (const line of expected) assert.ok(found.includes(line), `${line}\n--\n${found.join('\n')}`);
}

test('two who share a verb share the statement', () => {
  has(
    'French President Paul Arnaud and his German counterpart Karl Brandt met on Thursday but expressed some hope that the talks could end the dispute.',
    'Paul Arnaud + Karl Brandt: French President Paul Arnaud and his German counterpart Karl Brandt / expressed some hope / that the talks could end the dispute',
  );
});

test('he who goes on is the one who spoke last', () => {
  has(
    'U.S. trade envoy Carl Benson said President Dole should decide on tariffs.\n\n"Only the president can weigh all that," he said.',
    'Carl Benson: he / said / "Only the president can weigh all that,"',
  );
});

test('the company that goes on is the one that spoke last', () => {
  has(
    'Dunmore Industries Inc said it sued Felton Holdings Corp and others over the bid.\n\nThe company said the suit seeks to stop the sale.',
    'Dunmore Industries Inc: The company / said / the suit seeks to stop the sale',
  );
});

test('two voices joined by and are two statements', () => {
  has(
    'But British Foreign Secretary Hugh Marlow said the raid was entirely justified and Jorge Velasco of Spain said the attack could be called an act of defence.',
    'Hugh Marlow: British Foreign Secretary Hugh Marlow / said / the raid was entirely justified',
  );
});

test('a time is no source', () => {
  has(
    'On Monday, Dole said he would consider talks, but four days later insisted that the rebels would first have to leave.',
    'Dole: Dole / later insisted / that the rebels would first have to leave',
  );
});

test('a name behind a fronted question answers it', () => {
  const found = said(
    'The plan was announced on Monday.\n\nAsked whether the regulators might object, Charles Sorrel, president of Sorrel Steel Corp, said, "That is a possibility."',
  );
  assert.ok(
    found.some((line) =>
      line.endsWith('Charles Sorrel, president of Sorrel Steel Corp / said / "That is a possibility."'),
    ),
    found.join('\n'),
  );
});

test('what stands between a source and its verb is not said', () => {
  const found = said(
    'Greece, responding to a warning by Turkey against drilling for oil in the sea, said it had every right to drill.',
  );
  assert.ok(found.includes('Greece: Greece / said / it had every right to drill'), found.join('\n'));
});

test('a list is told to its end, and so is what goes on with and that', () => {
  has(
    'Moscow said it wants guarantees that the alliance will not grow further east, and that no missiles will be placed in Ukraine or other countries.',
    'government of Russia: Moscow / said / it wants guarantees that the alliance will not grow further east, and that no missiles will be placed in Ukraine or other countries',
  );
});

test('a paper speaks for those whose it is', () => {
  has(
    'The Greek statement said Athens was ready to go to court.',
    'Greece: The Greek statement / said / Athens was ready to go to court',
  );
});

test('the day is part neither of the source nor of what is said', () => {
  has(
    'Saudi Oil Minister Hamad Nasser yesterday said the kingdom would never sell below official prices.',
    'Hamad Nasser: Saudi Oil Minister Hamad Nasser / said / the kingdom would never sell below official prices',
  );
  has('Iraq said today its forces had repelled the attack.', 'Iraq: Iraq / said / its forces had repelled the attack');
});

test('what was signed, planned without a word, or asked without a question is no statement', () => {
  assert.deepEqual(said('The two banks signed a long-term agreement in May to buy crude oil.'), []);
});

test('a trade representative by title is no spokesman', () => {
  const reading = read(
    dispatchOf('WASHINGTON, June 3 (Reuters) - U.S. Trade Representative Carl Benson said the tariffs would stay.', {
      id: 'wire',
      date: '2031-06-03',
    }),
  );
  assert.equal(reading.statements[0]?.sourcing, 'named');
});

test('an office between commas belongs to the name behind it', () => {
  const found = said(
    "Russia's foreign ministry spokeswoman, Vera Sokolova, said Moscow was ready to host talks. The bloc's chief, Amadou Sall, told reporters the borders would stay shut.",
  );
  assert.ok(
    found.some((line) =>
      line.includes("Russia's foreign ministry spokeswoman, Vera Sokolova / said / Moscow was ready"),
    ),
    found.join('\n'),
  );
});

test('whom it is told to, and who is asked, are not what is said', () => {
  has(
    'Defence Minister Paul Arnaud told a cabinet meeting that the army would not leave the village.',
    'Paul Arnaud: Defence Minister Paul Arnaud / told / that the army would not leave the village',
  );
});

test('the voice of the main clause speaks on in a participle, and a verb behind and has its own', () => {
  const denied = said(
    'A Philippine army spokesman denied a Chinese claim that the boat was carrying arms, saying it carried only food.',
  );
  assert.ok(
    denied.some((line) => line.includes('A Philippine army spokesman / saying / it carried only food')),
    denied.join('\n'),
  );
  has(
    'France has cut off aid to the islands and the United States has threatened to do the same.',
    'United States: the United States / has threatened / to do the same',
  );
});

test('a deal told before its source is said whole', () => {
  has(
    'The two sides on Wednesday reached a deal over the border, EU envoy Jens Borg said, averting a crisis that had raised fears of violence.',
    'Jens Borg: EU envoy Jens Borg / said / The two sides on Wednesday reached a deal over the border',
  );
});

test('in a headline a semicolon ends what is said', () => {
  const reading = read(
    dispatchOf(
      'Arland army says enemy troops crossed border; Borduria denies it\n\nARL, June 3 (Reuters) - The talks ended.',
      {
        id: 'wire',
        date: '2031-06-03',
      },
    ),
  );
  const first = reading.statements[0];
  assert.equal(reading.dispatch.text.slice(...first.content[0]), 'enemy troops crossed border');
});

test('a missing name and its reason are no statement, and the reason ends with its clause', () => {
  const reading = read(
    dispatchOf(
      'PORT ARL, June 3 (Reuters) - A senior Armenian official, who declined to be named because he was not authorised to speak to the media, said Yerevan had not yet replied.\n\nAnother diplomat said the talks were over.',
      { id: 'wire', date: '2031-06-03' },
    ),
  );
  assert.equal(reading.statements.length, 2);
  assert.equal(reading.statements[0].anonymity?.reason, 'because he was not authorised to speak to the media');
  assert.equal(reading.statements[1].anonymity?.reason, null);
});

test('shares, views and revoked permits say nothing', () => {
  assert.deepEqual(
    said('Energy shares defended their gains on Monday.\n\nThe striking view from the hill was painted by Ivan Holm.'),
    [],
  );
});

test('a verb that ends its sentence has the name before it for its source', () => {
  has(
    "Dunmore's new plan would include the sale of its pump business, a spokesman for Dunmore Holdings said.",
    "spokesman: a spokesman for Dunmore Holdings / said / Dunmore's new plan would include the sale of its pump business",
  );
});

test('a surname stands for the one who was named in full', () => {
  const found = said(
    'Bank manager Graham Handel told Reuters the loan was the first of its kind.\n\nHandel said the bank was still looking for dealers.',
  );
  assert.ok(
    found.some((line) => line.startsWith('Graham Handel: Handel / said / the bank was still looking')),
    found.join('\n'),
  );
});

test('one who hears is no part of what is said, with or without that', () => {
  has(
    'British minister Nigel Larsen told a news conference the government wanted lower rates.',
    'Nigel Larsen: British minister Nigel Larsen / told / the government wanted lower rates',
  );
});

test('it within the word of a body is the body', () => {
  const found = said(
    "The foreign ministry in Manila protested on Monday.\n\nChina's coast guard said it had taken measures against ships that it said had entered its waters.",
  );
  const inner = found.filter((line) => line.includes(': it / said /'));
  assert.ok(inner.length > 0 && inner.every((line) => /coast guard|China/i.test(line.split(':')[0])), found.join('\n'));
});
