import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Script } from 'node:vm';
import { parseCorpus } from '../../eval/corpus.js';
import { answers, asCsv, asJsonLines } from '../../src/desk/stream.js';
import { rebuild } from '../../src/store/index.js';
import { crisis } from '../record/crisis.js';
import { deskWith, entry, NOON, sample } from './here.js';

test('a correction shows in the list and in every export, survives a rebuild, and is no part of what was said before', async () => {
  const desk = await deskWith(crisis().map(entry));
  const [incident] = (await desk.get('/api/incidents')).json().items;
  const report = incident.reports[0].key;
  const mark = {
    report,
    verdict: 'corrected',
    correction: { field: 'target', value: 'Kuwait' },
    by: 'An Analyst',
    note: 'the tanker was Kuwaiti',
  };
  assert.equal((await desk.post('/api/marks', mark)).statusCode, 200);
  const told = async () => {
    const json = (await desk.get('/api/incidents')).json().items.find(({ id }: { id: string }) => id === incident.id);
    assert.equal(json.marks[0].correction.value, 'Kuwait');
    assert.deepEqual(json.targets, incident.targets);
    for (const format of ['csv', 'jsonl'])
      assert.match((await desk.get(`/api/incidents?format=${format}`)).body, /the tanker was Kuwaiti/);
    assert.match((await desk.get('/incidents')).body, /corrected by An Analyst/);
    assert.match((await desk.get(`/dispatch/${report.split('#')[0]}`)).body, /the tanker was Kuwaiti/);
  };
  await told();
  await rebuild(desk.store);
  await told();
  await desk.close();
});

test('what was judged becomes a corpus that `eval` reads; what was rejected is left out, what was corrected reads otherwise', async () => {
  const filed = sample('crisis/2046-05-20-nna-ports');
  let second = 0;
  const desk = await deskWith([filed], { now: () => new Date(Date.parse(NOON) + 1000 * second++).toISOString() });
  const { dispatch, commitments, meetings, claims } = filed.reading;
  const [paragraph] = dispatch.paragraphs;
  const here = [
    ...commitments.map(({ id, trigger }) => ({ id, span: trigger })),
    ...meetings.map(({ id, span }) => ({ id, span })),
    ...claims.map(({ id, span }) => ({ id, span })),
  ].filter(({ span }) => span[0] >= paragraph[0] && span[1] <= paragraph[1]);
  assert.ok(here.length > 0);
  const mark = (id: string, rest: object) =>
    desk.post('/api/marks', {
      report: `${filed.key}#${id}`,
      verdict: 'confirmed',
      correction: null,
      by: 'An Analyst',
      note: '',
      ...rest,
    });
  const corpus = async () => parseCorpus((await desk.get('/api/marks/gold?format=corpus')).body, 'gold');
  for (const { id } of here) await mark(id, {});
  const [passage] = await corpus();
  assert.equal(passage.date, '2046-05-20');
  const [threat] = passage.commitments;
  assert.equal(threat.kind, commitments.find(({ id }) => id === here[0].id)?.kind);
  assert.deepEqual(threat.holder, ['EGY']);
  await mark(here[0].id, { verdict: 'corrected', correction: { field: 'kind', value: 'warning' } });
  assert.equal((await corpus())[0].commitments[0].kind, 'warning');
  for (const { id } of here) await mark(id, { verdict: 'rejected', note: 'again' });
  assert.equal((await corpus())[0].commitments.length, 0);
  await desk.close();
});

test('a large answer is asked for in pages and sent as it comes', async () => {
  const asked: number[] = [];
  const many = async ({ limit = 0, offset = 0 }) => {
    asked.push(limit);
    return Array.from({ length: Math.max(0, Math.min(limit, 1100 - offset)) }, (_, i) => ({
      id: `${offset + i}#e1`,
      text: '=1+1',
    }));
  };
  const lines: string[] = [];
  for await (const line of asJsonLines(answers(many, {}, () => []))) lines.push(String(line));
  assert.equal(lines.length, 1100);
  assert.equal(JSON.parse(lines[1099]).id, '1099#e1');
  assert.ok(asked.every((limit) => limit <= 250));
  const rows: string[] = [];
  for await (const row of asCsv(answers(many, { limit: 300, offset: 10 }, () => []))) rows.push(String(row));
  assert.equal(rows.length, 300);
  assert.equal(rows[0], "id,text,marks\n10#e1,'=1+1,[]\n");
});

test('an answer is made once for each state of the log, and not sent again to who has it', async () => {
  const desk = await deskWith(crisis().map(entry));
  const first = await desk.get('/incidents');
  const tag = String(first.headers.etag);
  assert.equal((await desk.get('/incidents', { 'if-none-match': tag })).statusCode, 304);
  await desk.post('/api/file', {
    text: 'TEHRAN, June 8, 1987 (Agency) - Iran accused Kuwait on Monday of helping Iraq.',
  });
  const later = await desk.get('/incidents', { 'if-none-match': tag });
  assert.equal(later.statusCode, 200);
  assert.match(later.body, /helping Iraq/);
  await desk.close();
});

test('every question takes filters and a time: what the record said before anything was filed is nothing', async () => {
  const desk = await deskWith(crisis().map(entry));
  for (const name of ['incidents', 'events', 'statements', 'commitments', 'daybook', 'disputes', 'stories', 'actors']) {
    assert.equal((await desk.get(`/api/${name}?asOf=2000-01-01`)).json().items.length, 0, name);
    assert.equal((await desk.get(`/api/${name}?limit=1`)).json().items.length, 1, name);
    assert.equal((await desk.get(`/api/${name}?text=nosuchword`)).json().items.length, 0, name);
  }
  for (const path of [
    '/incidents',
    '/ledger',
    '/daybook',
    '/disputes',
    '/statements',
    '/stories',
    '/map',
    '/dyad?dyad=IRN-USA',
    '/actor/IRN',
  ])
    assert.equal(
      (await desk.get(`${path}${path.includes('?') ? '&' : '?'}asOf=2000-01-01&from=&to=`)).statusCode,
      200,
      path,
    );
  await desk.close();
});

test('the first view is small: under 200 KB of script, compressed or not', async () => {
  const desk = await deskWith([]);
  const script = (await desk.get('/desk.js')).body;
  assert.ok(Buffer.byteLength(script) < 40_000);
  assert.doesNotThrow(() => new Script(script), 'it is a script');
  assert.match((await desk.get('/')).body, /The record is empty/);
  await desk.close();
});

test('no more of a large answer is made than is taken', async () => {
  let made = 0;
  let taken = 0;
  const many = async ({ limit = 0, offset = 0 }) =>
    Array.from({ length: Math.min(limit, 20_000 - offset) }, (_, i) => {
      made++;
      return { id: `${offset + i}#e1`, text: 'words' };
    });
  for await (const line of asJsonLines(answers(many, {}, () => []))) {
    assert.ok(String(line).endsWith('\n'));
    taken++;
    assert.ok(made - taken <= 600, 'two pages at most wait for the reader');
  }
  assert.equal(taken, 20_000);
});
