// A user's own tables and PETRARCH dictionaries, from a folder on the disk to the codes of a reading.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Reading } from '../../src/records.js';
import { here } from './here.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-gazetteer-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = `SZOHOD, June 3, 2031 (Meridian) - Bordurian halberdiers arrested Ottokar Sponz on Tuesday, the harbour master said.

Two vavasors from Chile met Bordurian tithe collectors, and the Legion of Szohod attacked the border police.`;

async function codes(...args: string[]): Promise<Map<string, string>> {
  const { out, err, status } = await here(folder, ['read', '--format', 'json', ...args, 'dispatch.txt']);
  assert.equal(status, 0, err);
  const reading = JSON.parse(out) as Reading;
  return new Map(
    reading.actors.flatMap((actor) =>
      actor.mentions.map((span) => [reading.dispatch.text.slice(...span), actor.code] as const),
    ),
  );
}

test('PETRARCH actor and agent files give names and role nouns their codes', async () => {
  writeFileSync(join(folder, 'dispatch.txt'), TEXT);
  const before = await codes();
  assert.equal(before.get('Bordurian halberdiers'), undefined);
  mkdirSync(join(folder, 'mine'));
  writeFileSync(
    join(folder, 'mine', 'countries.tsv'),
    'code\tname\tfrom\tuntil\tnames\tadjectives\tpeople\tcapital\nQBX\tBorduria\t\t\t\tBordurian\t\tSzohod\n',
  );
  writeFileSync(
    join(folder, 'mine', 'mine.actors.txt'),
    '# a colonel, by his dates\nOTTOKAR_SPONZ_ ; colonel\n\t[QBXMIL 20200101-20351231]\n+COLONEL_SPONZ\nLEGION_OF_SZOHOD_ [QBXREB]\n',
  );
  writeFileSync(
    join(folder, 'mine', 'mine.agents.txt'),
    '!MASTER! = MASTER, MASTERS\nHALBERDIER {HALBERDIERS} [~COP]\nVAVASOR [~ELI]\nTITHE_COLLECTOR [~GOV]\nHARBOUR_!MASTER! [~BUS]\n',
  );
  const found = await codes('--gazetteer', 'mine');
  assert.equal(found.get('Bordurian halberdiers'), 'QBXCOP');
  assert.equal(found.get('Ottokar Sponz'), 'QBXMIL');
  assert.equal(found.get('the Legion of Szohod'), 'QBXREB');
  assert.equal(found.get('Two vavasors'), 'CHLELI');
  assert.equal(found.get('Bordurian tithe collectors'), 'QBXGOV');
  assert.match(found.get('the harbour master') ?? '', /BUS$/);
});

test('a faulty dictionary is told by file and line, before anything is read', async () => {
  mkdirSync(join(folder, 'bad'));
  writeFileSync(join(folder, 'bad', 'bad.actors.txt'), 'GOOD_ [USA]\nWRONG_ [ABC <soon]\n');
  const { status, err, out } = await here(folder, ['read', '--gazetteer', 'bad', 'dispatch.txt']);
  assert.equal(status, 1);
  assert.match(err, /E042.*bad\.actors\.txt:2/);
  assert.equal(out, '');
});
