// What a page of the desk says in words: names for codes, an edition by its right name, each word once, no "-0", no "1 dispatches".

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dyadName, editionName, many, sectorName, sideName, signed } from '../../src/desk/names.js';
import { STANDINGS } from '../../src/desk/standing.js';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import { crisis } from '../record/crisis.js';
import { deskWith, entry, sample } from './here.js';

test('sides, editions, sectors and figures have names a reader knows', () => {
  assert.equal(sideName('IRN'), 'Iran');
  assert.equal(sideName('IRNGOV'), 'IRNGOV');
  assert.equal(sideName('Gladz'), 'Gladz');
  assert.equal(dyadName('IRN-USA'), 'Iran–United States');
  assert.equal(sectorName('MIL'), 'military');
  assert.equal(sectorName(null), '');
  assert.equal(editionName(null, 'Agency'), 'Agency');
  assert.equal(editionName({ kind: 'update', number: 2 }, 'first'), 'update 2');
  assert.equal(editionName({ kind: 'correction', number: 1 }, 'first'), 'corrected update 1');
  assert.equal(editionName({ kind: 'correction', number: null }, 'first'), 'corrected');
  assert.equal(editionName({ kind: 'withdrawn', number: null }, 'first'), 'withdrawn');
  assert.deepEqual(
    [7, -7.2, -0.2, 0].map((value) => signed(value)),
    ['+7', '−7', '0', '0'],
  );
  assert.equal(signed(-6.5, 1), '−6.5');
  assert.equal(signed(8, 1), '+8');
  assert.equal(many(1, 'dispatch', 'dispatches'), '1 dispatch');
  assert.equal(many(0, 'incident'), '0 incidents');
});

const PATHS = [
  '/',
  '/incidents',
  '/ledger',
  '/daybook',
  '/disputes',
  '/statements',
  '/statements?sourcing=anonymous',
  '/stories',
  '/dyad',
  '/dyad?dyad=EGY-ETH',
  '/actors',
  '/actor/EGY',
  '/actor/Nobody',
  '/map',
  '/search',
  '/search?text=nosuchword',
  '/filing',
];

/** Text of the page without its markup. */
const words = (body: string): string =>
  body
    .slice(body.indexOf('<main'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

test('no page prints a null, a code without a country, a wrong plural or a time without its zone; an empty record has a word on every page', async () => {
  const full = await deskWith([
    sample('crisis/2046-05-20-nna-ports'),
    sample('crisis/2046-06-12-explosion-update-1'),
    sample('crisis/2046-06-13-explosion-corrected'),
  ]);
  const none = await deskWith([]);
  for (const path of PATHS) {
    const said = words((await full.get(path)).body);
    assert.doesNotMatch(
      said,
      /\bnull\b|undefined|NaN|\[object|---[A-Z]|(?<![\d,.])1 (?:incidents|dispatches|statements|sentences|places)\b|-0\b/,
      path,
    );
    assert.doesNotMatch(said, /\d\d:\d\d(?! UTC)/, path);
    const empty = await none.get(path);
    assert.equal(empty.statusCode, 200, path);
    assert.match(empty.body, /class="nothing"|The record is empty/, path);
  }
  await full.close();
  await none.close();
});

test('who asks in a way that is not understood is told how to write it', async () => {
  const desk = await deskWith([]);
  for (const [path, said] of [
    ['/incidents?from=yesterday', /“from” must be a day, as 1987-06-03/],
    ['/dyad?dyad=IRN', /“dyad” must be two sides, as IRN-USA/],
    ['/ledger?asOf=then', /“asOf” must be a day or a moment in UTC/],
    ['/stories?limit=9999', /“limit” must be a number from 1 to 500/],
    ['/search?colour=red', /There is no filter “colour”/],
    [`/search?text=${'x'.repeat(600)}`, /“text” is longer than 500 characters/],
    ['/dispatch/none', /“key” must be the 20 hexadecimal digits/],
  ] as const) {
    const page = await desk.get(path, { accept: 'text/html' });
    assert.equal(page.statusCode, 400, path);
    assert.match(words(page.body), said, path);
    assert.match(page.body, /<main id="main"/, path);
  }
  assert.match((await desk.get('/api/incidents?from=yesterday')).json().error, /“from” must be a day/);
  assert.match((await desk.post('/api/file', {})).json().error, /“text” is missing/);
  await desk.close();
});

test('a correction of an update stands behind it, and is called so', async () => {
  const desk = await deskWith([
    sample('crisis/2046-06-13-explosion-corrected'),
    sample('crisis/2046-06-12-explosion-update-1'),
  ]);
  assert.match(words((await desk.get('/stories')).body), /update 1 → corrected update 1/);
  await desk.close();
});

test('what two editions say in the same words is told once, with a link to the other; an unnamed source is as the text describes it', async () => {
  const text =
    'MUSCAT, June 3, 1987 (Agency) - Oman will close its ports, a senior Omani official said on Wednesday. The port authority said that no ship had arrived.';
  const filed = ['one', 'two'].map((id) =>
    entry(read(dispatchOf(id === 'one' ? text : `${text} More follows.`, { id }))),
  );
  const desk = await deskWith(filed);
  const page = (await desk.get('/statements')).body;
  assert.equal(page.split('Oman will close its ports</a>').length, 2);
  assert.match(page, /also 3 Jun<\/a>/);
  assert.match(words(page), /a senior Omani official anonymous/);
  assert.match(
    words((await desk.get('/statements?sourcing=anonymous')).body),
    /How they are described senior Omani official/,
  );
  // Each is an answer of its own to a program.
  assert.equal((await desk.get('/api/statements?sourcing=anonymous')).json().items.length, 2);
  await desk.close();
});

test('the ledger is asked for what became of its entries, as a page, in pages, and as a stream', async () => {
  const desk = await deskWith(crisis().map(entry));
  const all = (await desk.get('/api/commitments')).json().items as { id: string; status: string }[];
  for (const status of STANDINGS) {
    const of = all.filter((one) => one.status === status).map(({ id }) => id);
    const asked = `/api/commitments?status=${encodeURIComponent(status)}`;
    assert.deepEqual(
      (await desk.get(asked)).json().items.map(({ id }: { id: string }) => id),
      of,
      status,
    );
    const lines = (await desk.get(`${asked}&format=jsonl`)).body.split('\n').filter((line) => line !== '');
    assert.deepEqual(
      lines.map((line) => (JSON.parse(line) as { id: string }).id),
      of,
      status,
    );
    if (of.length === 0) continue;
    // A page looks through as many entries as its limit says, and the next one goes on behind them.
    const paged: string[] = [];
    for (let next: number | null = 0; next !== null; ) {
      const page: { items: { id: string }[]; next: number | null } = (
        await desk.get(`${asked}&limit=1&offset=${next}`)
      ).json();
      paged.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    assert.deepEqual(paged, of, status);
    assert.match((await desk.get(`/ledger?status=${encodeURIComponent(status)}`)).body, new RegExp(`id="${of[0]}"`));
  }
  await desk.close();
});

test('what one side says about the other stands on the page of the dyad, though it is not said to it', async () => {
  const text =
    'CAIRO, May 20, 2046 (Agency) - "The dam of Ethiopia is a wall," Egyptian President Omar Selim told parliament on Sunday. Norwegian minister Ola Berg said that Ethiopia and Egypt were friends.';
  const desk = await deskWith([entry(read(dispatchOf(text, { id: 'wall' })))]);
  const said = words((await desk.get('/dyad?dyad=EGY-ETH')).body);
  const part = said.slice(said.indexOf('Who said what about whom'));
  assert.match(part, /is a wall/);
  assert.doesNotMatch(part, /were friends/);
  await desk.close();
});
