import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskServer } from '../../src/desk/server.js';
import { file, openStore } from '../../src/store/index.js';
import { crisis, reading } from '../record/crisis.js';

const NOON = '1987-06-10T12:00:00Z';
const HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)>';

async function desk() {
  const store = await openStore(':memory:');
  const hostile = reading('h', '1987-06-09', HOSTILE, [
    [
      `Iran ${HOSTILE} attacked an American "ship" & more.`,
      { event: { from: 'a1', to: 'a2' }, threat: { by: 'a1', to: 'a2' } },
    ],
  ]);
  const entries = [...crisis(), hostile].map((of, i) => ({
    key: `${i}`.repeat(20),
    reading: of,
    json: JSON.stringify(of),
    source: null,
    original: null,
  }));
  await file(store, entries, { program: 'test', codebook: 'test', at: NOON });
  const app = await deskServer({ store, tokens: null, version: '0', codebook: '0', now: () => NOON });
  const get = async (url: string) => app.inject({ method: 'GET', url, headers: { host: 'localhost' } });
  const submit = async (url: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams(fields).toString(),
      headers: { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' },
    });
  return {
    get,
    submit,
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}

const PAGES = [
  '/',
  '/incidents',
  '/ledger',
  '/daybook',
  '/disputes',
  '/statements',
  '/stories',
  '/dyad',
  '/dyad?dyad=IRN-USA',
  '/actors',
  '/actor/IRN',
  '/map',
  '/search?text=tanker',
  '/filing',
  `/dispatch/${'4'.repeat(20)}`,
  `/compare/${'2'.repeat(20)}/${'3'.repeat(20)}`,
];

test('every page answers, and nothing from a dispatch becomes markup', async () => {
  const { get, close } = await desk();
  for (const path of PAGES) {
    const answer = await get(path);
    assert.equal(answer.statusCode, 200, path);
    assert.match(answer.body, /<main id="main"/, path);
    assert.ok(!answer.body.includes('<script>alert') && !answer.body.includes('<img src=x'), path);
  }
  assert.match((await get('/incidents')).body, /&lt;script&gt;/);
  await close();
});

test('the crisis page shows what is open, ahead and in dispute; the dyad its chart', async () => {
  const { get, close } = await desk();
  const front = (await get('/')).body;
  assert.match(front, /In dispute/);
  assert.match(front, /Iranian gunboats/);
  assert.match(
    (await get('/dyad?dyad=IRN-USA')).body,
    /<svg class="broad"[^>]*aria-label="Tension between Iran and United States, /,
  );
  assert.match(
    (await get(`/compare/${'2'.repeat(20)}/${'3'.repeat(20)}`)).body,
    /<del>.*two sailors.*<ins>.*three sailors/s,
  );
  await close();
});

test('a pasted dispatch is filed and shown; a mark is put on its record', async () => {
  const { get, submit, close } = await desk();
  const filed = await submit('/filing', {
    text: 'TEHRAN, June 8 (Agency) - Iran accused Kuwait on Monday of helping Iraq.',
    date: '1987-06-08',
  });
  assert.equal(filed.statusCode, 303);
  assert.match((await get(String(filed.headers.location))).body, /helping/);
  assert.equal((await submit('/filing', { text: ' ' })).statusCode, 400);
  const marked = await submit('/marks', {
    report: `${'2'.repeat(20)}#e1`,
    verdict: 'rejected',
    by: 'An Analyst',
    note: 'a drill',
  });
  assert.equal(marked.statusCode, 303);
  assert.match((await get(`/dispatch/${'2'.repeat(20)}`)).body, /An Analyst.*a drill/s);
  assert.equal((await submit('/marks', { report: 'none#e1', verdict: 'rejected', by: 'x' })).statusCode, 404);
  await close();
});
