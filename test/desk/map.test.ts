import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { atlas } from '../../src/desk/pages/atlas.js';
import { country } from '../../src/gazetteer/index.js';
import { crisis } from '../record/crisis.js';
import { deskWith, entry } from './here.js';

test('every row of the atlas names a country of the gazetteer and shapes that are there', () => {
  const shapes = new Set(atlas().shapes.map(({ id }) => id));
  const rows = readFileSync('gazetteer/atlas.tsv', 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]{3}\t/.test(line))
    .map((line) => line.split('\t'));
  assert.ok(rows.length > 170);
  for (const [code, name, covered] of rows) {
    assert.equal(country(code)?.name, name, code);
    for (const shape of covered.split(' ')) assert.ok(shapes.has(shape), `${code}: ${shape}`);
  }
});

test('countries are shaded by how often they take part, and lead to the actor, or to the dyad of the actor that is asked for', async () => {
  const { get, close } = await deskWith(crisis().map(entry));
  const all = (await get('/map')).body;
  assert.match(
    all,
    /<a href="\/actor\/IRN" tabindex="-1"><path class="land s[1-5]"[^>]*><title>Iran: \d+ incidents?, /,
  );
  assert.match(all, /<th scope="row"><a href="\/actor\/IRN">Iran<\/a>/);
  const one = (await get('/map?actor=IRN')).body;
  assert.match(one, /<a href="\/dyad\?dyad=IRN-USA" tabindex="-1"><path class="land s/);
  assert.ok(!one.includes('<title>Iran:'), 'the actor itself is not shaded');
  assert.match((await get('/map?by=scene')).body, /aria-current="true">Where it happens/);
  assert.match((await get('/map?from=1700-01-01&to=1700-01-02')).body, /No incident under these filters is on the map/);
  assert.equal((await get('/map?by=taste')).statusCode, 400);
  await close();
});
