// The bytes as they came, beside the text that was made of them.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ChanceryError } from '../../src/errors.js';
import { openPieces, type Piece } from '../../src/intake/index.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-original-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function piecesOf(name: string, bytes: Uint8Array): Promise<Piece[]> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const found: Piece[] = [];
  for await (const piece of openPieces(path, { input: 'auto' })) {
    assert.ok(!(piece instanceof ChanceryError));
    found.push(piece);
  }
  return found;
}
const original = ({ bytes, body }: Piece): Buffer => Buffer.from(bytes ?? new TextEncoder().encode(body));

test('a text keeps its encoding and its byte-order mark', async () => {
  const told = 'ARLBURG, June 3 (Agency) - Arland closed the strait, caf\u00e9 owners said.\r\n';
  const latin = Buffer.from(told, 'latin1');
  const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(told)]);
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(told, 'utf16le')]);
  for (const bytes of [Buffer.from(told), latin, marked, wide]) {
    const [piece] = await piecesOf('a.txt', bytes);
    assert.deepEqual(original(piece), bytes);
  }
  const [unpacked] = await piecesOf('a.txt.gz', gzipSync(marked));
  assert.deepEqual(original(unpacked), marked);
});

test('rows keep what stood in the file', async () => {
  const rows = ['{"id": "1",  "text": "Arland closed the strait."}', '{"id":"2","text":"Borduria denied it."}'];
  const lines = await piecesOf('a.jsonl', Buffer.from(rows.join('\n')));
  assert.deepEqual(
    lines.map((piece) => original(piece).toString()),
    rows,
  );
  const table = await piecesOf(
    'a.csv',
    Buffer.from('id,text\r\n1,"Arland ""closed"" the strait."\r\n2,Borduria denied it.\r\n'),
  );
  assert.deepEqual(
    table.map((piece) => original(piece).toString()),
    ['1,"Arland ""closed"" the strait."', '2,Borduria denied it.'],
  );
});
