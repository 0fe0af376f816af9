// One body of tests for both stores.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Reading } from '../../src/records.js';
import * as ask from '../../src/store/index.js';
import { type Entry, file, openStore, rebuild, type Store } from '../../src/store/index.js';
import { migrate } from '../../src/store/migrations.js';
import { crisis, reading } from '../record/crisis.js';
import { startPostgres } from './postgres.js';

const at = (time: string) => ({ program: 'test', codebook: 'test', at: time });
const entry = (of: Reading): Entry => ({
  key: `k${of.dispatch.id}`.padEnd(20, '_'),
  reading: of,
  json: JSON.stringify(of),
  source: null,
  original: null,
});
const NOON = '1987-06-10T12:00:00Z';

const folder = mkdtempSync(join(tmpdir(), 'chancery-store-'));
const server = startPostgres();
after(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
const openers: Record<string, () => Promise<Store>> = {
  SQLite: () => openStore(join(folder, `${count++}.db`)),
};
if (server) {
  openers.PostgreSQL = async () => {
    const admin = await openStore(server.address);
    const name = `test${count++}`;
    await sql.raw(`create database ${name}`).execute(admin.db);
    await admin.close();
    return openStore(server.address.replace('/postgres?', `/${name}?`));
  };
} else if (process.env.CI) {
  test('PostgreSQL', () => assert.fail('PostgreSQL is not there, and the tests may not skip it here'));
} else {
  test('PostgreSQL', { skip: 'no PostgreSQL on this machine: apt-get install postgresql' }, () => {});
}

for (const [name, open] of Object.entries(openers)) {
  describe(name, () => {
    test('what was filed can be asked', async () => {
      const store = await open();
      assert.equal((await file(store, crisis().map(entry), at(NOON))).added, 4);
      const [latest] = await ask.incidents(store, { type: 'ASSAULT', status: 'happened' });
      assert.equal(latest.reports.length, 2, 'two dispatches, one attack');
      assert.deepEqual(
        latest.figures.map(({ kind, least, most }) => ({ kind, least, most })),
        [{ kind: 'dead', least: 2, most: 3 }],
      );
      assert.equal(
        (await ask.incidents(store, { dyad: ['IRN', 'USA'], status: 'conditional' })).length,
        1,
        'the threatened attack is no attack',
      );
      const [threat] = await ask.ledger(store);
      assert.deepEqual(
        threat.steps.map(({ kind }) => kind),
        ['opened', 'hardened', 'carried out'],
      );
      assert.equal(threat.status, 'carried out');
      const [talks] = await ask.daybook(store);
      assert.deepEqual(
        talks.steps.map(({ status }) => status),
        ['scheduled', 'cancelled'],
      );
      const [dispute] = await ask.disputes(store, { actor: 'USA' });
      assert.equal(dispute.status, 'disputed');
      assert.equal((await ask.statements(store, { actor: 'IRN' })).length, 1);
      assert.equal((await ask.stories(store, { text: 'Dubai' }))[0].editions.length, 2);
      assert.equal((await ask.incidents(store, { text: 'gunboats sailors' })).length, 1);
      assert.equal((await ask.incidents(store, { text: 'gunboats parliament' })).length, 0);
      assert.ok((await ask.tension(store, ['IRN', 'USA'])).at(-1)!.index > 20);
      assert.equal((await ask.actors(store))[0].code, 'IRN');
      await store.close();
    });

    test('filing twice changes nothing', async () => {
      const store = await open();
      await file(store, crisis().map(entry), at(NOON));
      const before = await ask.dump(store);
      assert.equal((await file(store, crisis().map(entry), at('1988-01-01T00:00:00Z'))).known, 4);
      assert.equal(await ask.dump(store), before);
      await store.close();
    });

    test('any order of filing, and a rebuild, give the same projections', async () => {
      const dumps: string[] = [];
      for (const order of [
        [0, 1, 2, 3],
        [3, 2, 1, 0],
        [2, 0, 3, 1],
      ]) {
        const store = await open();
        for (const i of order) await file(store, [entry(crisis()[i])], at(NOON));
        dumps.push(await ask.dump(store));
        assert.equal(await rebuild(store), 4);
        dumps.push(await ask.dump(store));
        await store.close();
      }
      assert.ok(dumps[0].length > 1000);
      for (const other of dumps) assert.equal(other, dumps[0]);
    });

    test('as of a time, the record says what it said then', async () => {
      const store = await open();
      const all = crisis();
      await file(store, all.slice(0, 3).map(entry), at('1987-06-05T08:00:00Z'));
      await file(store, all.slice(3).map(entry), at('1987-06-05T20:00:00Z'));
      const then = { asOf: '1987-06-05T12:00:00Z' };
      assert.equal((await ask.daybook(store, then))[0].status, 'scheduled');
      assert.equal((await ask.daybook(store))[0].status, 'cancelled');
      assert.equal((await ask.incidents(store, { ...then, status: 'happened' }))[0].figures[0].most, 2);
      assert.equal((await ask.incidents(store, { asOf: '1987-01-01T00:00:00Z' })).length, 0);
      await store.close();
    });

    test('a withdrawn story is marked, not deleted', async () => {
      const store = await open();
      const wrong = reading('w1', '1987-06-05', 'Iran sinks American frigate in Gulf battle', [
        [
          'Iranian jets sank an American frigate in the Gulf after a long battle at dawn.',
          { event: { from: 'a1', to: 'a2' } },
        ],
      ]);
      const gone = reading(
        'w2',
        '1987-06-05',
        'Iran sinks American frigate in Gulf battle',
        [['Iranian jets sank an American frigate in the Gulf after a long battle at dawn.', {}]],
        { kind: 'withdrawn', number: null, span: null },
      );
      await file(store, [wrong, gone].map(entry), at(NOON));
      const [incident] = await ask.incidents(store);
      assert.equal(incident.withdrawn, true);
      assert.equal((await ask.tension(store, ['IRN', 'USA']))[0].index, 0);
      await store.close();
    });

    test('a mark overwrites nothing, survives a rebuild and shows as of its time', async () => {
      const store = await open();
      await file(store, crisis().map(entry), at(NOON));
      const before = await ask.dump(store);
      const [{ reports }] = await ask.incidents(store, { status: 'happened' });
      const said = {
        report: reports[0].key,
        verdict: 'rejected',
        correction: null,
        by: 'An Analyst',
        note: 'a film, no attack',
      } as const;
      assert.equal(await ask.mark(store, said, '1987-06-11T00:00:00Z'), true);
      assert.equal(await ask.mark(store, said, '1987-06-12T00:00:00Z'), true);
      assert.equal(await ask.mark(store, { ...said, report: 'none' }, NOON), false);
      assert.equal(await rebuild(store), 4);
      assert.equal(await ask.dump(store), before);
      assert.equal((await ask.marksOf(store, [said.report])).get(said.report)?.length, 1);
      assert.equal((await ask.marksOf(store, [said.report], '1987-06-10T23:00:00Z')).size, 0);
      const [gold] = await ask.goldOf(store);
      assert.ok(gold.text.includes('gunboats'));
      await store.close();
    });

    test('a store of an earlier version is brought forward', async () => {
      const store = await open();
      await sql`drop table mark`.execute(store.db);
      await sql`delete from migration where version > 1`.execute(store.db);
      await file(store, crisis().map(entry), at(NOON));
      await migrate(store.db, store.dialect);
      assert.equal(await rebuild(store), 4);
      assert.equal((await ask.marksOf(store, ['none'])).size, 0);
      await store.close();
    });

    test('two that file at once do not hurt one another', async () => {
      const store = await open();
      await Promise.all([file(store, crisis().map(entry), at(NOON)), file(store, crisis().map(entry), at(NOON))]);
      assert.equal((await ask.stories(store)).flatMap(({ editions }) => editions).length, 4);
      await store.close();
    });
  });
}

test('a full disk: a clear fault, nothing lost, and filing goes on when there is room', async () => {
  const store = await openStore(join(folder, 'full.db'));
  await file(store, crisis().slice(0, 2).map(entry), at(NOON));
  const before = await ask.dump(store);
  await sql`pragma max_page_count = 40`.execute(store.db);
  const large = Array.from({ length: 60 }, (_, i) =>
    entry(
      reading(`l${i}`, '1987-07-01', `Ship ${i} seen`, [[`Ship ${i} was seen off the coast ${'x'.repeat(4000)}`, {}]]),
    ),
  );
  await assert.rejects(file(store, large, at(NOON)), /full/);
  assert.equal(await ask.dump(store), before);
  await sql`pragma max_page_count = 1000000`.execute(store.db);
  assert.equal((await file(store, large, at(NOON))).added, 60);
  await store.close();
});

test('a lost database: a clear fault, nothing lost, and filing goes on when it is back', {
  skip: server ? false : 'no PostgreSQL',
}, async () => {
  const store = await openers.PostgreSQL();
  await file(store, crisis().slice(0, 2).map(entry), at(NOON));
  const before = await ask.dump(store);
  server?.crash();
  await assert.rejects(file(store, crisis().map(entry), at(NOON)));
  server?.restart();
  assert.equal(await ask.dump(store), before);
  assert.equal((await file(store, crisis().map(entry), at(NOON))).added, 2);
  await store.close();
});
