import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokensOf } from '../../src/desk/guard.js';
import { deskServer } from '../../src/desk/server.js';
import { file, openStore } from '../../src/store/index.js';
import { crisis } from '../record/crisis.js';

const NOON = '1987-06-10T12:00:00Z';
const TOKENS = tokensOf('read:0123456789abcdef,file:file-456789abcdef,correct:corr-456789abcdef');

async function desk(tokens: Parameters<typeof deskServer>[0]['tokens'] = null) {
  const store = await openStore(':memory:');
  const entries = crisis().map((reading, i) => ({
    key: `${i}`.repeat(20),
    reading,
    json: JSON.stringify(reading),
    source: null,
    original: null,
  }));
  await file(store, entries, { program: 'test', codebook: 'test', at: NOON });
  const app = await deskServer({ store, tokens, version: '0', codebook: '0', now: () => NOON });
  const get = async (url: string, headers: Record<string, string> = { host: 'localhost' }) =>
    app.inject({ method: 'GET', url, headers });
  const post = async (url: string, payload: object, headers: Record<string, string> = { host: 'localhost' }) =>
    app.inject({ method: 'POST', url, payload, headers });
  return {
    app,
    get,
    post,
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}

test('every question answers, as JSON, JSON Lines and CSV', async () => {
  const { get, close } = await desk();
  for (const name of ['incidents', 'events', 'statements', 'commitments', 'daybook', 'disputes', 'stories', 'actors']) {
    const answer = await get(`/api/${name}`);
    assert.equal(answer.statusCode, 200, name);
    assert.ok(answer.json().items.length > 0, name);
    assert.equal((await get(`/api/${name}?format=jsonl`)).body.trim().split('\n').length, answer.json().items.length);
    assert.ok((await get(`/api/${name}?format=csv`)).body.includes(','));
  }
  assert.ok((await get('/api/tension?dyad=IRN-USA')).json().items.length > 0);
  assert.match((await get('/daybook.ics')).body, /BEGIN:VEVENT/);
  assert.match((await get('/incidents.atom')).body, /<entry>/);
  await close();
});

test('a wrong question gets a reason, not an empty answer', async () => {
  const { get, close } = await desk();
  assert.equal((await get('/api/incidents?from=yesterday')).statusCode, 400);
  assert.equal((await get('/api/incidents?limit=100000')).statusCode, 400);
  assert.equal((await get(`/api/dispatches/${'f'.repeat(20)}`)).statusCode, 404);
  await close();
});

test('the document of the interface names every route', async () => {
  const { get, close } = await desk();
  const paths = Object.keys((await get('/openapi.json')).json().paths);
  for (const path of [
    '/api/incidents',
    '/api/tension',
    '/api/dispatches/{key}',
    '/api/file',
    '/api/marks',
    '/daybook.ics',
  ])
    assert.ok(paths.includes(path), path);
  await close();
});

test('a text is filed, found, and filed again without effect; a mark shows', async () => {
  const { get, post, close } = await desk();
  const text = 'TEHRAN, June 8 (Agency) - Iran accused Kuwait on Monday of helping Iraq.';
  const first = (await post('/api/file', { text, date: '1987-06-08' })).json();
  assert.equal(first.added, true);
  assert.equal((await post('/api/file', { text, date: '1987-06-08' })).json().added, false);
  assert.equal((await get(`/api/dispatches/${first.key}`)).json().reading.dispatch.text, text);
  const report = `${'2'.repeat(20)}#e1`;
  assert.equal(
    (await post('/api/marks', { report, verdict: 'confirmed', correction: null, by: 'An Analyst', note: '' }))
      .statusCode,
    200,
  );
  assert.equal((await get(`/api/dispatches/${'2'.repeat(20)}`)).json().marks[report].length, 1);
  assert.match((await get('/api/marks/gold')).body, /An Analyst/);
  await close();
});

test('opened to others, a token decides', async () => {
  const { get, post, close } = await desk(TOKENS);
  const as = (token: string) => ({ host: 'desk.example', authorization: `Bearer ${token}` });
  assert.equal((await get('/api/incidents', { host: 'desk.example' })).statusCode, 401);
  assert.equal((await get('/api/incidents', as('wrong-wrong-wrong'))).statusCode, 401);
  assert.equal((await get('/api/incidents', as('0123456789abcdef'))).statusCode, 200);
  assert.equal((await post('/api/file', { text: 'A text.' }, as('0123456789abcdef'))).statusCode, 403);
  assert.equal((await post('/api/file', { text: 'A text.' }, as('file-456789abcdef'))).statusCode, 200);
  const mark = { report: `${'2'.repeat(20)}#e1`, verdict: 'rejected', correction: null, by: 'x', note: '' };
  assert.equal((await post('/api/marks', mark, as('file-456789abcdef'))).statusCode, 403);
  assert.equal((await post('/api/marks', mark, as('corr-456789abcdef'))).statusCode, 200);
  await close();
});

test('on this machine alone: another name for us, and another origin, are turned away', async () => {
  const { get, post, close } = await desk();
  assert.equal((await get('/api/incidents', { host: 'evil.example' })).statusCode, 403);
  assert.equal(
    (await post('/api/file', { text: 'A text.' }, { host: 'localhost', origin: 'http://evil.example' })).statusCode,
    403,
  );
  const answer = await get('/api/incidents');
  assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/);
  await close();
});
