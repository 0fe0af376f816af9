// `explain` tells for an actor, a time and a place why it was resolved so, and what lost.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain, recordLines } from '../../src/explain.js';
import { dispatchOf } from '../../src/intake/index.js';

const TEXT = `ATLANTA, Sept 5, 2008 (Meridian) - Georgia's legislature voted on Tuesday to ban guns near schools, and Michael Jordan gave money to the state. Jordan said he was glad.

President George Bush will visit Chile on Friday, the White House said.`;

function told(words: RegExp): string {
  const dispatch = dispatchOf(TEXT, {});
  const line = recordLines(dispatch).find((one) => words.test(one));
  assert.ok(line, String(words));
  const found = explain(dispatch, line.split(' ')[0]);
  return (
    found?.sections.flatMap(({ title, lines }) => (title === 'The tree' ? [] : [title, ...lines])).join('\n') ?? ''
  );
}

test('an actor: the holder of the day against another of the name', () => {
  const text = told(/person George Bush/);
  assert.match(text, /table: George W\. Bush, head-of-state of USA/);
  assert.match(
    text,
    /Considered, and lost\n[\s\S]*lost: George H\.W\. Bush, head-of-state of USA 1989-01-20\.\.1993-01-20: not in office on 2008-09-05/,
  );
});

test('an actor: the man against the country', () => {
  assert.match(told(/person Michael Jordan/), /taken as somebody who is named in full here; lost: the country Jordan/);
});

test('a time: the verb that decided, and the other side', () => {
  assert.match(
    told(/DATE Tuesday/),
    /inferred from the dispatch's date 2008-09-05; "voted" looks back; lost: 2008-09-09 \(looking ahead\)/,
  );
});

test('a place: the points of the state against the country', () => {
  const text = told(/region Georgia/);
  assert.match(text, /taken: Georgia \(region, USA, GA\), [\d.]+ points \(.*words of a state of the union around it/);
  assert.match(text, /lost: Georgia \(country, GEO\), [\d.]+ points/);
});
