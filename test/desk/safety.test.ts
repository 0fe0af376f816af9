// What keeps the desk safe, one test a promise.

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { test } from 'node:test';
import { fetchPublic, isPublic, publicAddress } from '../../src/desk/fetch.js';
import { isLocal, tokensOf } from '../../src/desk/guard.js';
import { ourPlace } from '../../src/desk/session.js';
import { crisis } from '../record/crisis.js';
import { deskWith, entry } from './here.js';

const TOKENS = tokensOf('read:0123456789abcdef,file:file-456789abcdef,correct:corr-456789abcdef');
const FORM = { host: 'desk.example', 'sec-fetch-site': 'same-origin' };

/** Logs in and gives the headers of a browser with the session's cookie. */
async function login(desk: Awaited<ReturnType<typeof deskWith>>, token: string) {
  const answer = await desk.submit('/login', { token, next: '/ledger' }, FORM);
  const cookie = String(answer.headers['set-cookie']);
  return { answer, cookie, headers: { ...FORM, cookie: cookie.split(';')[0], accept: 'text/html' } };
}

test('only this machine is this machine', () => {
  for (const host of ['127.0.0.1', '127.8.8.8', 'localhost', '::1']) assert.ok(isLocal(host), host);
  for (const host of ['0.0.0.0', '::', '192.168.0.1', 'desk.example', '127.evil.example'])
    assert.ok(!isLocal(host), host);
});

test('every page carries the content policy; no answer can be framed or sniffed', async () => {
  const desk = await deskWith(crisis().map(entry));
  for (const path of ['/', '/nowhere', '/api/incidents', '/desk.js', '/openapi.json']) {
    const { headers } = await desk.get(path);
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/, path);
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.doesNotMatch(policy, /unsafe/, path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
  }
  assert.doesNotMatch((await desk.get('/')).body, / style="| on\w+="/);
  await desk.close();
});

test('a reader logs in with a token, the cookie is none for scripts and other sites, and the session ends', async () => {
  const desk = await deskWith(crisis().map(entry), { tokens: TOKENS });
  const asked = await desk.get('/ledger?actor=IRN', { host: 'desk.example', accept: 'text/html' });
  assert.equal(asked.statusCode, 303);
  assert.equal(asked.headers.location, '/login?next=%2Fledger%3Factor%3DIRN');
  assert.equal((await desk.submit('/login', { token: 'no-such-token-here' }, FORM)).statusCode, 401);
  const { answer, cookie, headers } = await login(desk, '0123456789abcdef');
  assert.equal(answer.headers.location, '/ledger');
  assert.match(cookie, /HttpOnly/);
  assert.match(cookie, /SameSite=Strict/);
  assert.doesNotMatch(cookie, /0123456789abcdef/);
  assert.equal((await desk.get('/ledger', headers)).statusCode, 200);
  await desk.submit('/logout', {}, headers);
  assert.equal((await desk.get('/ledger', headers)).statusCode, 303);
  await desk.close();
});

test('roles hold for pages as for the interface: who may read sees no form to file or to mark', async () => {
  const desk = await deskWith(crisis().map(entry), { tokens: TOKENS });
  const { headers } = await login(desk, '0123456789abcdef');
  const key = entry(crisis()[0]).key;
  assert.equal((await desk.get('/filing', headers)).statusCode, 403);
  assert.equal((await desk.submit('/filing', { text: 'A text.' }, headers)).statusCode, 403);
  assert.equal((await desk.submit('/feeds', { address: 'https://example.org/' }, headers)).statusCode, 403);
  assert.equal(
    (await desk.submit('/marks', { report: `${key}#e1`, verdict: 'rejected', by: 'x' }, headers)).statusCode,
    403,
  );
  assert.doesNotMatch((await desk.get(`/dispatch/${key}`, headers)).body, /action="\/marks"|href="\/filing"/);
  const corrector = await login(desk, 'corr-456789abcdef');
  assert.match((await desk.get(`/dispatch/${key}`, corrector.headers)).body, /action="\/marks"/);
  assert.equal((await desk.get('/filing', corrector.headers)).statusCode, 200);
  await desk.close();
});

test('a form of another site is refused, with the reader’s cookie and without', async () => {
  const desk = await deskWith(crisis().map(entry), { tokens: TOKENS });
  const { headers } = await login(desk, 'corr-456789abcdef');
  const { 'sec-fetch-site': _ours, ...silent } = headers;
  const text = { text: 'A text.' };
  assert.equal((await desk.submit('/filing', text, { ...headers, 'sec-fetch-site': 'cross-site' })).statusCode, 403);
  assert.equal((await desk.submit('/filing', text, { ...headers, 'sec-fetch-site': 'same-site' })).statusCode, 403);
  assert.equal((await desk.submit('/filing', text, { ...silent, origin: 'https://evil.example' })).statusCode, 403);
  assert.equal((await desk.submit('/filing', text, { ...silent, origin: 'null' })).statusCode, 403);
  assert.equal((await desk.submit('/filing', text, silent)).statusCode, 403);
  assert.equal((await desk.submit('/filing', text, { ...silent, origin: 'http://desk.example' })).statusCode, 303);
  await desk.close();
  const local = await deskWith([]);
  assert.equal((await local.submit('/filing', text, { 'sec-fetch-site': 'cross-site' })).statusCode, 403);
  assert.equal((await local.submit('/filing', text, { origin: 'null' })).statusCode, 403);
  await local.close();
});

test('after logging in one goes on to our own pages only', () => {
  for (const next of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/a\nb',
    undefined,
  ])
    assert.equal(ourPlace(next), '/', String(next));
  assert.equal(ourPlace('/ledger?actor=IRN'), '/ledger?actor=IRN');
});

test('too much at once, too often, or too long is refused', async () => {
  const desk = await deskWith([], { rate: 5 });
  assert.equal((await desk.post('/api/file', { text: 'x'.repeat(2_000_001) })).statusCode, 400);
  assert.equal((await desk.post('/api/file', { text: 'x'.repeat(9_000_000) })).statusCode, 413);
  assert.equal((await desk.get(`/search?text=${'x'.repeat(600)}`)).statusCode, 400);
  const codes: number[] = [];
  for (let i = 0; i < 6; i++) codes.push((await desk.get('/desk.css')).statusCode);
  assert.ok(codes.includes(429));
  await desk.close();
});

test('no path leads out of the desk', async () => {
  const desk = await deskWith(crisis().map(entry));
  for (const path of [
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/desk.css/../../package.json',
    '/dispatch/..%2f..%2fpackage.json',
    '/why/..%2f..%2fetc/passwd',
    '/compare/../../etc/passwd',
    '/actor/..%2f..%2fetc%2fpasswd',
  ]) {
    const { statusCode, body } = await desk.get(path);
    assert.ok([200, 400, 404].includes(statusCode), path);
    assert.doesNotMatch(body, /root:|"devDependencies"/, path);
  }
  await desk.close();
});

test('private, loopback, link-local and special addresses are not fetched, in whatever clothes', () => {
  for (const address of [
    'http://127.0.0.1/',
    'http://localhost:8080/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0/',
    'http://10.1.2.3/',
    'http://172.20.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://printer.local/',
    'http://user:secret@example.org/',
    'file:///etc/passwd',
    'gopher://example.org/',
    'data:text/plain,x',
    'not an address',
  ])
    assert.throws(() => publicAddress(address), /\[E057\]/, address);
  assert.equal(publicAddress('https://example.org/feed.xml').hostname, 'example.org');
  for (const address of ['8.8.8.8', '2606:4700::1111']) assert.ok(isPublic(address), address);
  for (const address of ['10.0.0.1', '::1', '::ffff:10.0.0.1', 'fe80::1%eth0', 'nonsense'])
    assert.ok(!isPublic(address), address);
});

test('a name that resolves to a private address is not fetched, nor one of several', async () => {
  let asked = 0;
  const server = createServer((_request, answer) => {
    asked++;
    answer.end('secret');
  });
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
  const inside = async () => [{ address: '127.0.0.1', family: 4 }];
  const both = async () => [
    { address: '93.184.216.34', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  await assert.rejects(fetchPublic(`http://feed.example:${port}/`, inside), /\[E057\]/);
  await assert.rejects(fetchPublic(`http://feed.example:${port}/`, both), /\[E057\]/);
  await assert.rejects(fetchPublic(`http://127.0.0.1:${port}/`), /\[E057\]/);
  assert.equal(asked, 0);
  server.close();
});

test('a feed that sends us on to a private address is refused there, by its number, by a name, and after several hops', async (t) => {
  const listen = (server: Server, host: string): Promise<number> =>
    new Promise((resolve) => server.listen(0, host, () => resolve((server.address() as { port: number }).port)));
  let reached = 0;
  const secret = createServer((_request, answer) => {
    reached++;
    answer.end('secret');
  });
  const inside = await listen(secret, '127.0.0.1');
  // Stands for a server of the public internet: the judge below takes 127.0.0.2 for one, and nothing else of this machine.
  const outside = createServer((request, answer) => {
    const to: Record<string, string> = {
      '/number': `http://127.0.0.1:${inside}/`,
      '/name': `http://inside.example:${inside}/`,
      '/metadata': 'http://169.254.169.254/latest/',
      '/file': 'file:///etc/passwd',
      '/hop': '/number',
      '/round': '/round',
    };
    const next = to[request.url ?? ''];
    if (next) answer.writeHead(302, { location: next });
    answer.end('news');
  });
  const port = await listen(outside, '127.0.0.2');
  t.after(() => {
    secret.close();
    outside.close();
  });
  const resolver = async (name: string) => [
    { address: name === 'inside.example' ? '127.0.0.1' : '127.0.0.2', family: 4 },
  ];
  const judge = (address: string): boolean => address === '127.0.0.2' || isPublic(address);
  const fetched = (path: string) => fetchPublic(`http://feed.example:${port}${path}`, resolver, judge);
  assert.equal((await fetched('/news')).bytes.toString(), 'news', 'the way out works');
  for (const path of ['/number', '/name', '/metadata', '/file', '/hop'])
    await assert.rejects(fetched(path), /\[E057\]/, path);
  await assert.rejects(fetched('/round'), /\[E003\].*too many redirects/);
  // The same through the desk: the reader is told, the feed's rejects keep it, and nothing was asked inside.
  const { submit, get, close } = await deskWith([], { fetch: (address) => fetchPublic(address, resolver, judge) });
  const answer = await submit('/feeds', { address: `http://feed.example:${port}/number` });
  assert.match(answer.body, /E057/);
  assert.match((await get('/filing')).body, /class="list rejects"[\s\S]*E057/);
  assert.equal(reached, 0);
  await close();
});

test('a name that changes its address after it was judged gains nothing: the connection goes where the judge looked', async (t) => {
  const listen = (server: Server, host: string, port: number): Promise<number> =>
    new Promise((resolve) => server.listen(port, host, () => resolve((server.address() as { port: number }).port)));
  let reached = 0;
  const secret = createServer((_request, answer) => {
    reached++;
    answer.end('secret');
  });
  const news = createServer((_request, answer) => answer.end('news'));
  const port = await listen(secret, '127.0.0.1', 0);
  await listen(news, '127.0.0.2', port);
  t.after(() => {
    secret.close();
    news.close();
  });
  let asked = 0;
  const turncoat = async () => [{ address: asked++ === 0 ? '127.0.0.2' : '127.0.0.1', family: 4 }];
  const judge = (address: string): boolean => address === '127.0.0.2';
  const first = await fetchPublic(`http://feed.example:${port}/`, turncoat, judge);
  assert.equal(first.bytes.toString(), 'news');
  assert.equal(asked, 1, 'the name is resolved once, for the connection itself');
  await assert.rejects(fetchPublic(`http://feed.example:${port}/`, turncoat, judge), /\[E057\]/);
  const six = async () => [{ address: '::ffff:127.0.0.1', family: 6 }];
  await assert.rejects(fetchPublic(`http://feed.example:${port}/`, six), /\[E057\]/);
  assert.equal(reached, 0);
});

test('a feed is followed, asked, filed once, and its faults are told with their reasons', async () => {
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title><item><guid>w1</guid><title>Iran accuses Kuwait</title><pubDate>Mon, 08 Jun 1987 10:00:00 GMT</pubDate><description>TEHRAN, June 8 (Wire) - Iran accused Kuwait on Monday of helping Iraq.</description></item><item><guid>w2</guid></item></channel></rss>`;
  const desk = await deskWith([], {
    fetch: async (address) => ({ bytes: Buffer.from(rss), type: 'application/rss+xml', address }),
  });
  const first = await desk.submit('/feeds', { address: 'https://wire.example/rss' });
  assert.match(first.body, /1 filed, 0 already in the record, 1 rejected/);
  assert.match(
    (await desk.submit('/feeds', { address: 'https://wire.example/rss', ask: 'yes' })).body,
    /0 filed, 1 already/,
  );
  assert.match((await desk.get('/filing')).body, /\[E002\]/);
  assert.match((await desk.get('/stories')).body, /Iran accuses Kuwait/);
  assert.equal((await desk.submit('/feeds', { address: 'http://192.168.1.1/rss' })).statusCode, 400);
  await desk.submit('/feeds', { address: 'https://wire.example/rss', remove: 'yes' });
  assert.match((await desk.get('/filing')).body, /No feed is followed/);
  await desk.close();
});

test('entities that an XML file declares are not expanded, from within or from without', async () => {
  const xml = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><guid>1</guid><title>Iran &c; &x; met Iraq</title><description>TEHRAN, June 8, 1987 (Wire) - Iran met Iraq &c; &x; on Monday.</description></item></channel></rss>`;
  const desk = await deskWith([]);
  const form = new FormData();
  form.append('files', new Blob([xml]), 'bomb.xml');
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const answer = await desk.app.inject({
    method: 'POST',
    url: '/filing/files',
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { host: 'localhost', 'content-type': request.headers.get('content-type') ?? '' },
  });
  assert.equal(answer.statusCode, 200);
  const { body } = await desk.get('/api/stories');
  assert.doesNotMatch(answer.body + body, /aaaaaaaaaa|root:/);
  await desk.close();
});
