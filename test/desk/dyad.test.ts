import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crisis } from '../record/crisis.js';
import { deskWith, entry, sample } from './here.js';

test('a dyad has its chart though another crisis of the record was sixty years before; the chart ends with the last dispatch', async () => {
  const { get, close } = await deskWith([...crisis().map(entry), sample('crisis/2046-06-12-explosion-update-1')]);
  const late = (await get('/dyad?dyad=EGY-ETH')).body;
  assert.match(late, /<figure class="chart" data-first="2046-/);
  assert.match(late, /data-last="2046-06-1\d"/);
  assert.match((await get('/dyad?dyad=IRN-USA')).body, /<figure class="chart" data-first="1987-/);
  await close();
});
