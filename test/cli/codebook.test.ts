// `chancery codebook` and `--codebook`: a codebook of one's own is started, checked, tried and read with.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { codebookVersion } from '../../src/cli/versions.js';
import { work } from '../../src/cli/work.js';
import { here } from './here.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-codebook-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => here(folder, args);

const codebook = (name: string, events: string, classes = ''): string => {
  mkdirSync(join(folder, name, 'events'), { recursive: true });
  writeFileSync(join(folder, name, 'events', 'x.txt'), events);
  if (classes !== '') writeFileSync(join(folder, name, 'classes.txt'), classes);
  return join(folder, name);
};

test('a new codebook works as it is', async () => {
  assert.equal((await run('codebook', 'new', 'straits')).status, 0);
  const { status, out } = await run('codebook', 'check', 'straits');
  assert.equal(status, 0, out);
  assert.match(out, /2 examples: 2 as wanted, 0 not\./);
  assert.match((await run('codebook', 'new', 'straits')).err, /^\[E067\] straits: /);
});

test('check names every fault with file, line and column', async () => {
  codebook('broken', 'type COERCE\n[163]\nverb: close T\nvreb: S close T\n[999]\n');
  const { status, out } = await run('codebook', 'check', 'broken');
  assert.equal(status, 1);
  for (const place of [
    /E065\] broken\/events\/x\.txt:3:\d+: /,
    /E063\] broken\/events\/x\.txt:4:1: /,
    /E064\] broken\/events\/x\.txt:5:2: /,
  ])
    assert.match(out, place);
  assert.doesNotMatch(out, /\bat .*\.js:\d+:\d+/);
});

test('check runs the examples and says what came instead', async () => {
  codebook('wrong', 'type AID\n[070]\nverb: S frobnicate T\nyes: Iran attacked Iraq.\nno: Iran frobnicates Iraq.\n');
  const { status, out } = await run('codebook', 'check', 'wrong');
  assert.equal(status, 1);
  assert.match(out, /wrong\/events\/x\.txt:4:1: no AID in: Iran attacked Iraq\.\n {2}it gives ASSAULT/);
});

test('check warns of what is probably not meant', async () => {
  codebook('odd', 'type AID\n[070]\nverb: S supported T; S ship ACT[WAR]\n', 'unused = one, two\n');
  const { status, out } = await run('codebook', 'check', 'odd');
  assert.equal(status, 0);
  for (const doubt of [
    /looks like a form of "support"/,
    /"WAR" in ACT/,
    /no "yes:"/,
    /classes\.txt:1:1: no pattern uses/,
  ])
    assert.match(out, doubt);
});

test('try shows the pattern, the roles, what lost and what folded', async () => {
  const { status, out } = await run('codebook', 'try', 'Turkey threatened to impose sanctions on Greece.');
  assert.equal(status, 0);
  for (const part of [
    /^e1 {2}THREATEN/m,
    /pattern: verb .* at codebook\/events\/threaten\.txt:\d+/,
    /source: "Turkey" is TUR/,
    /modality: /,
    /"impose": COERCE .*it is what e1 is about/,
  ])
    assert.match(out, part);
});

test('a folder without a codebook is refused before anything is read', async () => {
  writeFileSync(join(folder, 'a.txt'), 'OSLO, June 3, 2031 (Meridian) - Iran closed the strait to Iraqi ships.');
  mkdirSync(join(folder, 'hollow'), { recursive: true });
  const { status, out, err } = await run('read', '--codebook', 'hollow', 'a.txt');
  assert.deepEqual([status, out, err.slice(0, 14)], [1, '', '[E066] hollow:']);
});

const own = codebook('own', 'type COERCE\n[163]\nverb: S close {waterway} (to T)\n', 'waterway = strait\n');
const piece = {
  format: 'text',
  where: 'a.txt',
  body: 'Iran closed the strait to Iraqi ships.',
} as unknown as Parameters<typeof work>[0];

test('what a codebook adds is coded, with a rule that names it', () => {
  const events = (codebooks: readonly string[]): readonly { rule: string; type: string }[] =>
    JSON.parse(work(piece, { stage: 'read', format: 'jsonl', codebooks }).outputs[0]).events;
  assert.equal(events([own])[0].rule, 'own/events/x.txt:3');
  assert.ok(!events([]).some(({ rule }) => rule.startsWith('own/')));
});

test("a user's codebook is in the fingerprint that is kept", () => {
  assert.notEqual(codebookVersion([own]), codebookVersion());
  assert.equal(codebookVersion([own]), codebookVersion([own]));
});

test("PLOVER's rule leaves out what did not happen, and what points at it", () => {
  const text = { ...piece, body: 'Egypt did not condemn the Israeli raid. Iran attacked an Iraqi base.' };
  const reading = (plover: boolean) => JSON.parse(work(text, { stage: 'read', format: 'jsonl', plover }).outputs[0]);
  assert.ok(reading(false).events.some((event: { negated: boolean }) => event.negated));
  const kept = reading(true);
  assert.ok(kept.events.length > 0);
  assert.ok(!kept.events.some((event: { negated: boolean }) => event.negated));
  const ids = new Set(kept.events.map((event: { id: string }) => event.id));
  for (const claim of kept.claims) for (const id of claim.events) assert.ok(ids.has(id));
});
