// Times in a text that tells history, in crossheads, in datelines, and the harder ways of looking ahead.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../../src/language/index.js';
import type { Block } from '../../src/records.js';
import { findTimes } from '../../src/times/index.js';
import { dispatchOf } from '../sentence.js';
import { glance, timesOf } from './read.js';

const TODAY = '2021-12-30';
const last = (text: string, date = TODAY): string | undefined => timesOf(text, date).at(-1)?.value;

test('a crosshead is read, and what stands below belongs to its year', () => {
  const text =
    'Arland at war\n\nIn 1938, 1939, 1940, 1941 and 1942 Arland fought.\n\nSpring 1940\n\nIn May the fort fell.';
  const cut = text.split('\n\n');
  let at = 0;
  const kinds: Block['kind'][] = ['headline', 'paragraph', 'crosshead', 'paragraph'];
  const blocks = cut.map((part, i): Block => {
    const span = [at, at + part.length] as const;
    at += part.length + 2;
    return { kind: kinds[i], span };
  });
  const sentences = parse(text, blocks, new Set<Block['kind']>(['headline', 'paragraph']));
  const dispatch = dispatchOf(text, { blocks, date: { value: TODAY, known: true, basis: 'option', span: null } });
  const found = findTimes({ dispatch, sentences });
  assert.deepEqual(
    found.slice(-2).map((time) => `${text.slice(...time.span)} = ${time.value}`),
    ['Spring 1940 = 1940-SP', 'May = 1940-05'],
  );
});

test("the dateline's day is an expression of its own", () => {
  const text = 'OSLO, June 3 - Nobody came.';
  const blocks: Block[] = [
    { kind: 'dateline', span: [0, 14] },
    { kind: 'paragraph', span: [15, text.length] },
  ];
  const dispatch = dispatchOf(text, {
    blocks,
    date: { value: '2021-06-03', known: false, basis: 'dateline', span: [6, 12] },
  });
  const [time] = findTimes({ dispatch, sentences: parse(text, blocks, new Set<Block['kind']>(['paragraph'])) });
  assert.equal(text.slice(...time.span), 'June 3');
  assert.equal(time.value, '2021-06-03');
  assert.deepEqual(time.implied, ['year']);
});

const HISTORY = 'The war of 1940 grew in 1941 and 1942. It ended in 1943, and not in 1944.';

test('a year glanced at does not carry the story away', () => {
  assert.equal(
    last(
      `${HISTORY} In May 1941 the army marched as another had in 1812. In June it froze. In 1942 it left.`.replace(
        ' In 1942 it left.',
        '',
      ),
    ),
    '1941-06',
  );
  assert.ok(
    glance(
      `${HISTORY} In May 1941 the army marched as another had in 1812. In June it froze. By 1942 it was gone.`,
      TODAY,
    ).includes('June = 1941-06'),
  );
});

test('the story runs towards the year that is told next', () => {
  const text = `${HISTORY} The fort fell in February 1943. By the start of September the army held the coast. It left at the end of 1942.`;
  assert.ok(glance(text, TODAY).includes('the start of September = 1942-09'));
});

test('what is awaited is ahead, though told in the past', () => {
  assert.equal(last('Banks were likely to buy as soon as trading opened on Monday.'), '2022-01-03');
  assert.equal(last('The airline will double its flights by August.'), '2022-08');
  assert.equal(last('The vote was moved to mid-February.'), '2022-02');
  assert.equal(last('Neither of the two could be reached on Wednesday.'), '2021-12-29');
});

test('a range of days has its year where it stands', () => {
  assert.deepEqual(glance('The summit is on June 29-30, 2024.', TODAY), [
    'June 29 = 2024-06-29',
    '30, 2024 = 2024-06-30',
  ]);
  assert.deepEqual(glance('It will be open from June 29 to July 2, 2024.', TODAY), [
    'June 29 = 2024-06-29',
    'July 2, 2024 = 2024-07-02',
  ]);
});

test('a visit told of before it begins is not past', () => {
  const [first, second] = timesOf('The president will pay a visit to Oslo April 6-8, his office said.', '2022-03-31');
  assert.deepEqual([first.start, first.end, second.value], ['2022-04-06', '2022-04-08', '2022-04-08']);
});

test('the last week of a month, and sets of several days', () => {
  assert.deepEqual(glance('It opens in the last week of January 2022.', TODAY), [
    'the last week of January 2022 = 2022-W05',
  ]);
  assert.deepEqual(glance('They meet twice a week, on Mondays and Thursdays.', TODAY), [
    'a week = P1W',
    'Mondays = XXXX-WXX-1',
    'Thursdays = XXXX-WXX-4',
  ]);
});

test('days that no calendar has stay unresolved', () => {
  for (const [text, value] of [
    ['Talks end on Feb. 30.', 'XXXX-02-XX'],
    ['Talks ended on February 30, 2020.', '2020-02-XX'],
    ['They met on the 31st of June.', 'XXXX-06-XX'],
  ] as const) {
    const [time] = timesOf(text, TODAY);
    assert.equal(time.value, value);
    assert.equal(time.start, null);
    assert.equal(time.known, false);
  }
  const [far] = timesOf('The pact ends in the year 9999.', TODAY);
  assert.deepEqual([far.value, far.end], ['9999', '9999-12-31']);
  assert.doesNotThrow(() => timesOf('On 31/31/9999 at 99:99 and in 0000, the 45th of Octember.', '9999-12-31'));
});

test('the verb right behind a weekday is its own', () => {
  assert.equal(last('President Ida Holm on Monday proposed sending envoys to Szohod.', '2020-06-16'), '2020-06-15');
  assert.equal(
    timesOf('The bloc, which on Friday gave the army ten days to leave, is expected to meet.', '2023-07-30')[0].value,
    '2023-07-28',
  );
});

test('what is not done yet is a term to come', () => {
  assert.equal(
    last('If the rebels have not left by Monday night, Arland will ask for troops.', '1979-03-03'),
    '1979-03-05TNI',
  );
  assert.equal(last('Arland will cut the power unless the siege ends by the weekend.', '1991-09-12'), '1991-W37-WE');
});
