// The interface as other programs see it: its document, its streams, its calendar and its feed, each read by somebody else's parser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { tokensOf } from '../../src/desk/guard.js';
import { crisis } from '../record/crisis.js';
import { deskWith, entry, sample } from './here.js';

interface Operation {
  readonly summary?: string;
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly description?: string }[];
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const document = async (desk: Awaited<ReturnType<typeof deskWith>>) =>
  (await desk.get('/openapi.json')).json() as { readonly paths: Paths };

test('the document is valid OpenAPI 3, and tells of every route what it is, what it takes, what it answers and what it refuses', async () => {
  const desk = await deskWith([]);
  const made = await document(desk);
  const { valid, errors } = await new Validator().validate(made as unknown as Record<string, unknown>);
  assert.ok(valid, JSON.stringify(errors));
  for (const [path, methods] of Object.entries(made.paths))
    for (const [method, { summary, parameters = [], responses }] of Object.entries(methods)) {
      const name = `${method} ${path}`;
      assert.ok(summary, name);
      const [good] = Object.entries(responses);
      assert.equal(good[0], '200', name);
      assert.ok(good[1].content, `${name} tells no type`);
      assert.ok(responses['401'] && responses['403'] && responses['429'], `${name} tells no refusal`);
      for (const one of parameters) if (one.in === 'path') assert.ok(path.includes(`{${one.name}}`), name);
      for (const one of path.matchAll(/\{(\w+)\}/g))
        assert.ok(
          parameters.some((given) => given.in === 'path' && given.name === one[1]),
          name,
        );
    }
  await desk.close();
});

test('every route but the pages is in the document', async () => {
  const desk = await deskWith([]);
  const { paths } = await document(desk);
  // Fastify draws its routes as a tree; a line's place in it is told by its indentation.
  const above: string[] = [];
  const routes = desk.app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, before, part, methods] = /^(.*?[└├]── )(\S+) \((.+)\)$/.exec(line) ?? [];
      if (part === undefined) return [];
      const depth = before.length / 4 - 1;
      above.splice(depth, above.length, part);
      return methods.split(', ').map((method) => `${method} ${above.join('')}`);
    });
  assert.ok(routes.length > 0);
  const told = new Set(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    ),
  );
  const data = routes.filter((route) => /\/api\/|\.ics$|\.atom$/.test(route) && !route.startsWith('HEAD'));
  assert.ok(data.length >= 18, String(data));
  for (const route of data) assert.ok(told.has(route), route);
  assert.equal(told.size, data.length);
  await desk.close();
});

test('the calendar is read by another parser: each meeting once, with its day, and the same name at the next asking', async () => {
  const desk = await deskWith(
    ['crisis/2046-06-12-explosion-update-1', 'crisis/2046-06-21-riyadh-set', '2046-05-12-nile-1'].map(sample),
  );
  const { body, headers } = await desk.get('/daybook.ics');
  assert.match(String(headers['content-type']), /^text\/calendar/);
  const calendar = new ICAL.Component(ICAL.parse(body));
  assert.equal(calendar.name, 'vcalendar');
  assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
  assert.ok(calendar.getFirstPropertyValue('prodid'));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  assert.ok(events.length > 0);
  const named = events.map(({ uid }) => uid);
  assert.equal(new Set(named).size, named.length);
  const summit = events.find(({ startDate }) => startDate.toString() === '2046-07-03');
  assert.ok(summit?.startDate.isDate && summit.summary !== '');
  for (const line of body.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  const again = new ICAL.Component(ICAL.parse((await desk.get('/daybook.ics')).body));
  assert.deepEqual(
    again.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one).uid),
    named,
  );
  await desk.close();
});

test('the feed is read by another parser: entries with ids of their own, days, and addresses that lead to the desk from anywhere', async () => {
  const desk = await deskWith(crisis().map(entry));
  const { body, headers } = await desk.get('/incidents.atom?actor=IRN', { host: 'localhost:1851' });
  assert.match(String(headers['content-type']), /^application\/atom\+xml/);
  const feed = parseAtomFeed(body);
  assert.equal(feed.id, 'urn:chancery:incidents');
  assert.equal(feed.links?.find(({ rel }) => rel === 'self')?.href, 'http://localhost:1851/incidents.atom?actor=IRN');
  const entries = feed.entries ?? [];
  assert.ok(entries.length > 0);
  assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
  for (const one of entries) {
    assert.match(String(one.updated), /^1987-\d\d-\d\dT00:00:00Z$/);
    assert.match(String(one.links?.[0].href), /^http:\/\/localhost:1851\/dispatch\/[0-9a-f]{20}#e\d+$/);
    assert.ok(one.title && one.summary);
  }
  await desk.close();
});

test('who listens hears of each dispatch that is filed, by its key, and of nothing else', async () => {
  const desk = await deskWith([]);
  const base = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  const answer = await fetch(`${base}/api/new`);
  assert.match(String(answer.headers.get('content-type')), /^text\/event-stream/);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  assert.match((await reader.read()).value ?? '', /^: listening\n\n$/);
  const text = 'TEHRAN, June 8, 1987 (Agency) - Iran accused Kuwait on Monday of helping Iraq.';
  const { key } = (await desk.post('/api/file', { text })).json() as { key: string };
  assert.equal((await reader.read()).value, `event: filed\nid: ${key}\ndata: {"key":"${key}"}\n\n`);
  // The same again is no news.
  await desk.post('/api/file', { text });
  const other = (await desk.post('/api/file', { text: `${text} Kuwait denied it.` })).json() as { key: string };
  assert.match((await reader.read()).value ?? '', new RegExp(`id: ${other.key}\n`));
  await reader.cancel();
  await desk.close();
});

test('pages follow one another without a gap or a repetition, to the end', async () => {
  const desk = await deskWith(crisis().map(entry));
  for (const name of ['incidents', 'events', 'statements', 'commitments', 'daybook', 'disputes', 'stories']) {
    const all = (await desk.get(`/api/${name}?format=jsonl`)).body.split('\n').filter((line) => line !== '');
    const taken: string[] = [];
    for (let next: number | null = 0; next !== null; ) {
      const page: { items: object[]; next: number | null } = (
        await desk.get(`/api/${name}?limit=2&offset=${next}`)
      ).json();
      taken.push(...page.items.map((item) => JSON.stringify(item)));
      next = page.next;
    }
    assert.deepEqual(taken, all, name);
  }
  await desk.close();
});

test('what the record said then: each answer as of an hour is that of the record of that hour', async () => {
  const [first, ...later] = crisis().map(entry);
  const desk = await deskWith([first], { now: () => '2046-06-15T12:00:00Z' });
  const before = (await desk.get('/api/incidents')).json().items;
  const { file } = await import('../../src/store/index.js');
  await file(desk.store, later, { program: 'test', codebook: 'test', at: '2046-06-15T12:00:00Z' });
  assert.notDeepEqual((await desk.get('/api/incidents')).json().items, before);
  assert.deepEqual((await desk.get('/api/incidents?asOf=2046-06-14T23:00:00Z')).json().items, before);
  assert.deepEqual((await desk.get('/api/incidents?asOf=2046-06-14')).json().items, before);
  assert.equal((await desk.get('/api/incidents?asOf=2046-06-14T11:00:00Z')).json().items.length, 0);
  assert.equal((await desk.get('/api/incidents?asOf=then')).statusCode, 400);
  await desk.close();
});

test('each route refuses who has no token, a wrong one, or one of a lesser role; the document names the role', async () => {
  const desk = await deskWith(crisis().map(entry), {
    tokens: tokensOf('read:0123456789abcdef,file:file-456789abcdef,correct:corr-456789abcdef'),
  });
  const key = entry(crisis()[2]).key;
  const as = (token: string | null) => ({
    host: 'desk.example',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  });
  const NEEDS: readonly (readonly [method: 'GET' | 'POST', path: string, role: number, body?: object])[] = [
    ...[
      'incidents',
      'events',
      'statements',
      'commitments',
      'daybook',
      'disputes',
      'stories',
      'actors',
      'tension?dyad=IRN-USA',
      'marks/gold',
      `dispatches/${key}`,
    ].map((name) => ['GET', `/api/${name}`, 0] as const),
    ...['/', '/ledger', '/map', '/search', `/dispatch/${key}`, '/daybook.ics', '/incidents.atom', '/openapi.json'].map(
      (path) => ['GET', path, 0] as const,
    ),
    ['GET', '/filing', 1],
    ['POST', '/api/read', 0, { text: 'Iran met Iraq.' }],
    ['POST', '/api/file', 1, { text: 'Iran met Iraq.' }],
    ['POST', '/filing', 1, { text: 'Iran met Iraq.' }],
    ['POST', '/feeds', 1, { address: 'https://wire.example/', remove: 'yes' }],
    ['POST', '/api/marks', 2, { report: `${key}#e1`, verdict: 'confirmed', correction: null, by: 'x', note: '' }],
    ['POST', '/marks', 2, { report: `${key}#e1`, verdict: 'confirmed', by: 'x' }],
  ];
  const TOKENS = ['0123456789abcdef', 'file-456789abcdef', 'corr-456789abcdef'];
  for (const [method, path, role, body] of NEEDS) {
    const ask = async (token: string | null) =>
      (await (method === 'GET' ? desk.get(path, as(token)) : desk.post(path, body ?? {}, as(token)))).statusCode;
    // A request that writes and carries no token might be another site's, and is refused as such.
    assert.equal(await ask(null), method === 'GET' ? 401 : 403, `${method} ${path} without a token`);
    assert.equal(await ask('not-a-known-token'), 401, `${method} ${path} with a wrong one`);
    for (const [has, token] of TOKENS.entries()) {
      const code = await ask(token);
      if (has < role) assert.equal(code, 403, `${method} ${path} as ${token}`);
      else assert.ok(code < 400, `${method} ${path} as ${token}: ${code}`);
    }
  }
  await desk.close();
});
