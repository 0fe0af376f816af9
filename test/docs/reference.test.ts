import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { RECORDS, REFERENCE, reference } from '../../scripts/reference.js';

test('docs/reading.md says what records.ts says (npm run docs makes it anew)', () => {
  assert.equal(readFileSync(REFERENCE, 'utf8'), reference(readFileSync(RECORDS, 'utf8')));
});

test('every field of every record is in the reference', () => {
  const records = readFileSync(RECORDS, 'utf8');
  const page = readFileSync(REFERENCE, 'utf8');
  const fields = [...records.matchAll(/^ {2}readonly (\w+):/gm)].map((match) => match[1]);
  assert.ok(fields.length > 100);
  for (const field of fields) assert.ok(page.includes(`| \`${field}\` |`), field);
});
