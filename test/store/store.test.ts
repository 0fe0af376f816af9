// One body of tests for both stores.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { CommitmentReport } from '../../src/record/index.js';
import type { Reading } from '../../src/records.js';
import { followers } from '../../src/store/followers.js';
import * as ask from '../../src/store/index.js';
import { type Entry, file, openStore, rebuild, type Store } from '../../src/store/index.js';
import { migrate } from '../../src/store/migrations.js';
import type { Schema } from '../../src/store/schema.js';
import { sqliteDialect } from '../../src/store/sqlite.js';
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
/** Addresses of databases in which nothing is yet. */
const stores: Record<string, () => Promise<string>> = {
  SQLite: async () => join(folder, `${count++}.db`),
};
if (server) stores.PostgreSQL = () => server.database(`test${count++}`);
else if (process.env.CI) {
  test('PostgreSQL', () => assert.fail('PostgreSQL is not there, and the tests may not skip it here'));
} else {
  test('PostgreSQL', { skip: 'no PostgreSQL on this machine: apt-get install postgresql' }, () => {});
}

/** A connection to tables of any version. */
function bare(address: string): { db: Kysely<Schema>; close: () => Promise<void> } {
  const dialect = /^postgres:/.test(address)
    ? new PostgresDialect({ pool: new pg.Pool({ connectionString: address }) })
    : sqliteDialect(address).dialect;
  const db = new Kysely<Schema>({ dialect });
  return { db, close: () => db.destroy() };
}

for (const [name, empty] of Object.entries(stores)) {
  const open = async (): Promise<Store> => openStore(await empty());
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
      const counts = await ask.countsByType(store, ['IRN', 'USA']);
      const days = await ask.tension(store, ['IRN', 'USA']);
      assert.equal(
        counts.reduce((sum, { count }) => sum + count, 0),
        days.reduce((sum, { incidents }) => sum + incidents.length, 0),
      );
      assert.ok(counts.every(({ type }) => /^[A-Z]+$/.test(type)));
      assert.equal((await ask.actors(store))[0].code, 'IRN');
      await store.close();
    });

    test('what followed on a page of commitments is what followed on each of them', async () => {
      const store = await open();
      const threat = { threat: { by: 'a1', to: 'a2' } } as const;
      const deed = (cameo: string) => ({ event: { from: 'a1', to: 'a2', type: 'COERCE', cameo } }) as const;
      const told = [
        reading('d1', '1987-06-01', 'Iran warns on oil', [['Iran will seize cargoes of kerosene.', threat]]),
        reading('d2', '1987-06-02', 'Iran warns on airports', [['Iran will shut airports to airliners.', threat]]),
        reading('d3', '1987-06-03', 'Cargoes seized', [['Iran seized two cargoes of kerosene.', deed('171')]]),
        reading('d4', '1987-06-04', 'Harvest begins', [['Iran raided a villa.', deed('172')]]),
        reading('d5', '1987-12-24', 'More cargoes seized', [['Iran seized cargoes of kerosene again.', deed('171')]]),
      ];
      await file(store, told.map(entry), at(NOON));
      const page = await ask.ledger(store);
      assert.deepEqual(
        page.map(({ text, status }) => [text, status]),
        [
          ['Iran will shut airports to airliners.', 'open'],
          ['Iran will seize cargoes of kerosene.', 'carried out'],
        ],
      );
      assert.equal(page[1].steps.at(-1)?.day, '1987-06-03');
      const groups = [];
      for (const { id } of page)
        groups.push((await ask.togetherWith(store, (await ask.reportOf(store, id))!.cluster)) as CommitmentReport[]);
      const together = await followers(store, groups, undefined);
      assert.deepEqual(
        together.map((clusters) => clusters.map((cluster) => cluster.slice(0, 3))),
        [[], ['kd3']],
        'the words stand there, and in time',
      );
      for (const [i, group] of groups.entries())
        assert.deepEqual(await followers(store, [group], undefined), [together[i]]);
      assert.deepEqual(await followers(store, groups, '1987-06-10T11:00:00Z'), [[], []], 'as of an hour before');
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
        if (store.dialect === 'sqlite') {
          const apart = sql`select 1 from report left join found on found.rowid = report.rowid and found.report = report.key where found.report is null`;
          assert.equal((await apart.execute(store.db)).rows.length, 0, 'a report and its words have one row number');
        }
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
        [
          [
            'The story is withdrawn; the ship was a freighter. There will be no substitute.',
            { statement: { by: 'a1' } },
          ],
        ],
        { kind: 'withdrawn', number: null, span: null },
      );
      await file(store, [wrong, gone].map(entry), at(NOON));
      const [incident] = await ask.incidents(store);
      assert.equal(incident.withdrawn, true);
      assert.equal((await ask.tension(store, ['IRN', 'USA']))[0].index, 0);
      assert.deepEqual(
        [...(await ask.events(store)), ...(await ask.statements(store))].map((report) => report.withdrawn),
        [true, true],
      );
      const anew = reading('w3', '1987-06-06', 'Iran sinks American frigate in Gulf battle', [
        ['Iranian jets sank a frigate in the Gulf on Saturday.', { event: { from: 'a1', to: 'a2' } }],
      ]);
      await file(store, [entry(anew)], at(NOON));
      const [later] = await ask.incidents(store, { from: '1987-06-06' });
      assert.equal(later.withdrawn, false, 'what is published after the withdrawal stands');
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

    for (const version of [1, 2]) {
      test(`a store of version ${version} is brought forward, and asks for a rebuild`, async () => {
        const address = await empty();
        const { db, close } = bare(address);
        await migrate(db, name === 'SQLite' ? 'sqlite' : 'postgres', version);
        for (const of of crisis()) {
          const { key, json } = entry(of);
          await sql`insert into log (kind, key, filed_at, source, original, reading, program, codebook)
            values ('dispatch', ${key}, ${NOON}, null, null, ${json}, 'early', 'early')`.execute(db);
        }
        await close();
        await assert.rejects(openStore(address), { code: 'E080', message: /chancery rebuild/ });
        const store = await openStore(address, { stale: true });
        await assert.rejects(file(store, crisis().map(entry), at(NOON)), { code: 'E080' });
        assert.equal(await rebuild(store), 4);
        const fresh = await open();
        await file(fresh, crisis().map(entry), at(NOON));
        assert.equal(await ask.dump(store), await ask.dump(fresh));
        assert.equal((await file(store, crisis().map(entry), at(NOON))).known, 4);
        assert.equal(await ask.originalOf(store, entry(crisis()[0]).key), null, 'it was not kept then');
        await store.close();
        await fresh.close();
        await (await openStore(address)).close();
      });
    }

    test('a store of a later version is left alone', async () => {
      const address = await empty();
      const store = await openStore(address);
      await sql`insert into migration (version, applied_at) values (99, '')`.execute(store.db);
      await store.close();
      await assert.rejects(openStore(address), { code: 'E081' });
    });

    test('the bytes are kept as they came, large ones packed, those of one document once', async () => {
      const store = await open();
      const large = new TextEncoder().encode(`caf\u00e9 ${'of the strait '.repeat(400)}`);
      const small = new Uint8Array([0xe9, 0x20, 0x0d, 0x0a]);
      const [a, b, c, d] = crisis().map(entry);
      await file(store, [{ ...a, original: large }, { ...b, original: large }, { ...c, original: small }, d], at(NOON));
      for (const key of [a.key, b.key]) assert.deepEqual(await ask.originalOf(store, key), large);
      assert.deepEqual(await ask.originalOf(store, c.key), small);
      assert.equal(
        new TextDecoder().decode((await ask.originalOf(store, d.key)) ?? undefined),
        d.reading.dispatch.text,
      );
      const kept = await store.db.selectFrom('original').select(['encoding', 'size']).orderBy('size', 'desc').execute();
      assert.deepEqual(
        kept.map(({ encoding, size }) => `${encoding} ${size}`),
        [`gzip ${large.length}`, `identity ${d.reading.dispatch.text.length}`, 'identity 4'],
      );
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
  const store = await openStore(await stores.PostgreSQL());
  await file(store, crisis().slice(0, 2).map(entry), at(NOON));
  const before = await ask.dump(store);
  server?.crash();
  await assert.rejects(file(store, crisis().map(entry), at(NOON)));
  server?.restart();
  assert.equal(await ask.dump(store), before);
  assert.equal((await file(store, crisis().map(entry), at(NOON))).added, 2);
  await store.close();
});
