// The explanation of a filed record tells what was filed, and what this program makes of it otherwise.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../src/explain.js';
import { dispatchOf } from '../src/intake/index.js';
import { read } from '../src/reading.js';

const filed = read(dispatchOf('Chad said on Monday it would close its border with Libya.', { date: '2031-05-20' }));
const [first] = filed.commitments;

const lines = (title: string, found: ReturnType<typeof explain>): readonly string[] | undefined =>
  found?.sections.find((section) => section.title === title)?.lines;

test('what is read as it was filed has no section of its own', () => {
  const found = explain(filed.dispatch, first.id, [], filed);
  assert.ok(found);
  assert.equal(lines('Since it was filed', found), undefined);
  assert.deepEqual(found, explain(filed.dispatch, first.id));
});

test('what is read otherwise is told as it was filed, with the difference', () => {
  const kind = first.kind === 'warning' ? 'offer' : 'warning';
  const found = explain(filed.dispatch, 'c9', [], { ...filed, commitments: [{ ...first, id: 'c9', kind }] });
  assert.ok(found?.head.startsWith(`c9  ${kind}`));
  assert.deepEqual(lines('Since it was filed', found), [`kind        ${kind}, now ${first.kind}`]);
});

test('what this program does not find is told as it was filed', () => {
  const { text } = filed.dispatch;
  const trigger = [text.indexOf('Monday'), text.indexOf('Monday') + 6] as const;
  const found = explain(filed.dispatch, 'c9', [], { ...filed, commitments: [{ ...first, id: 'c9', trigger }] });
  assert.ok(lines('Fields', found)?.some((line) => line.includes('“Monday”')));
  assert.equal(lines('Since it was filed', found)?.length, 1);
  assert.equal(explain(filed.dispatch, 'c9', [], filed), null);
});
