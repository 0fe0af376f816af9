import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  agentSector,
  countries,
  country,
  countryNamed,
  holdersAt,
  loadTables,
  named,
  organisations,
  organisationsNamed,
  personsNamed,
  places,
} from '../../src/gazetteer/index.js';
import { petrarchActors, petrarchAgents } from '../../src/gazetteer/petrarch.js';
import { parseTable } from '../../src/gazetteer/table.js';

test('who held an office on a day', () => {
  const name = (of: string, office: string, date: string): string | undefined => holdersAt(of, office, date)[0]?.name;
  assert.equal(name('USA', 'head-of-state', '1987-03-15'), 'Ronald Reagan');
  assert.equal(name('SUN', 'general-secretary', '1987-03-15'), 'Mikhail Gorbachev');
  assert.equal(name('RUS', 'foreign-minister', '2021-12-30'), 'Sergei Lavrov');
  assert.equal(name('JPN', 'head-of-government', '1987-03-15'), 'Yasuhiro Nakasone');
  assert.equal(name('GBR', 'head-of-government', '2022-10-01'), 'Liz Truss');
  assert.equal(name('United Nations', 'secretary-general', '1990-01-01'), 'Javier Perez de Cuellar');
  assert.equal(name('DDR', 'general-secretary', '1995-01-01'), undefined);
});

test('a name finds the office of the day first, then the nearest', () => {
  assert.equal(personsNamed('Putin', '2010-06-01')[0].office, 'head-of-government');
  assert.equal(personsNamed('Vladimir Putin', '2021-12-30')[0].office, 'head-of-state');
  assert.equal(personsNamed('Zelenskyy', '2022-03-01')[0].country, 'UKR');
  assert.equal(personsNamed('Bush', '2003-03-01')[0].name, 'George W. Bush');
  assert.equal(personsNamed('Bush', '1990-03-01')[0].name, 'George H.W. Bush');
  assert.equal(personsNamed('Psaki', '2021-12-30')[0].office, 'spokesperson');
  assert.equal(personsNamed('Bashar Assad', '2015-01-01')[0].country, 'SYR');
  assert.equal(personsNamed('Morsi', '2013-01-01')[0].country, 'EGY');
  assert.equal(personsNamed('Mikhail S. Gorbachev', '1987-01-01')[0].country, 'SUN');
  assert.deepEqual(personsNamed('Nobody At All', '2021-12-30'), []);
});

test('an armed group has the sector of its time', () => {
  assert.equal(organisationsNamed('Taliban', '2010-01-01')[0].sector, 'REB');
  assert.equal(organisationsNamed('Taliban', '2022-01-01')[0].sector, 'GOV');
  assert.equal(organisationsNamed('ANC', '1987-01-01')[0].sector, 'OPP');
  assert.equal(organisationsNamed('ANC', '1999-01-01')[0].sector, 'PTY');
});

test('the tables hold together', () => {
  const known = new Set(countries().map((one) => one.code));
  assert.equal(known.size, countries().length, 'no code twice');
  for (const one of countries()) {
    assert.match(one.code, /^[A-Z]{3}$/);
    assert.ok(one.years.from <= one.years.until, one.name);
    assert.ok(one.latitude !== null && one.longitude !== null && one.region !== '', one.name);
  }
  for (const one of organisations()) {
    assert.ok(one.country === null || known.has(one.country), `${one.name}: ${one.country}`);
    assert.ok(one.sector !== null && one.sector.length === 3 && one.code !== '---', one.name);
    assert.ok(one.years.from <= one.years.until, one.name);
  }
  for (const one of places()) {
    assert.ok(one.country === null || known.has(one.country), `${one.name}: ${one.country}`);
    assert.ok(one.latitude !== null && Math.abs(one.latitude) <= 90, one.name);
    assert.ok(one.longitude !== null && Math.abs(one.longitude) <= 180, one.name);
  }
});

test('every holder belongs to a country or body of the tables, in the years of both', () => {
  const bodies = new Set(organisations().map((one) => one.name));
  const covered = new Set<string>();
  for (const one of countries())
    if (holdersAt(one.code, 'head-of-state', '2015-06-01').length > 0) covered.add(one.code);
  for (const one of countries())
    if (holdersAt(one.code, 'head-of-government', '2015-06-01').length > 0) covered.add(one.code);
  assert.ok(covered.size >= 120, `${covered.size} countries have a head in 2015`);
  for (const name of ['Ali Khamenei', 'Kofi Annan', 'Margaret Thatcher', 'Deng Xiaoping', 'Jens Stoltenberg']) {
    for (const holder of personsNamed(name, null)) {
      assert.ok(holder.country ? country(holder.country) : bodies.has(holder.of), `${name}: ${holder.of}`);
      assert.ok(holder.years.from <= holder.years.until, name);
    }
  }
});

test('a table without its columns is refused, with the line', () => {
  assert.throws(() => parseTable('# a comment\nname\ttype\nx\ty\n', 'mine.tsv', ['name', 'country']), {
    code: 'E041',
    where: 'mine.tsv:2',
  });
});

test('PETRARCH actor files: synonyms, dates, several codes', () => {
  const text = `# our own example
BORDURIA_  [BOR]
+KINGDOM_OF_BORDURIA
PLEKSZY_GLADZ_ ; head of state
\t[BORELI <19990101]
\t[BORGOV 19990101-20091231]
\t[BORELI >20100101]
+P_GLADZ
`;
  const [state, man] = petrarchActors(text, 'mine.actors.txt');
  assert.deepEqual(state.names, ['Borduria', 'Kingdom of Borduria']);
  assert.deepEqual(man.names, ['Plekszy Gladz', 'P Gladz']);
  assert.deepEqual(
    man.codes.map((one) => [one.code, one.years.from, one.years.until]),
    [
      ['BORELI', 0, 19990101],
      ['BORGOV', 19990101, 20091231],
      ['BORELI', 20100101, 99999999],
    ],
  );
  assert.throws(() => petrarchActors('X_ [ABC <soon]', 'mine.actors.txt'), {
    code: 'E042',
    where: 'mine.actors.txt:1',
  });
});

test('PETRARCH agent files: plurals and substitution sets', () => {
  const agents = petrarchAgents(
    '!OFFICER! = OFFICER, OFFICERS\nGENDARME {GENDARMES} [~COP]\nPOLICE_!OFFICER! [~COP]\nBANKER [~BUS]\nSHEEP {} [~AGR]\n',
  );
  assert.deepEqual(
    agents.map((agent) => [agent.forms, agent.sector]),
    [
      [['gendarme', 'gendarmes'], 'COP'],
      [['police officer', 'police officers'], 'COP'],
      [['banker', 'bankers'], 'BUS'],
      [['sheep'], 'AGR'],
    ],
  );
});

test("a user's folder is added to ours", () => {
  const dir = mkdtempSync(join(tmpdir(), 'gazetteer-'));
  try {
    writeFileSync(
      join(dir, 'countries.tsv'),
      'code\tname\tfrom\tuntil\tnames\tadjectives\tpeople\tcapital\nQBO\tBorduria\t\t\t\tBordurian\t\tSzohod\n',
    );
    writeFileSync(
      join(dir, 'holders.tsv'),
      'of\toffice\tname\tlater\tfrom\tuntil\nQBO\thead-of-state\tPlekszy Gladz\tGladz\t1980\t\n',
    );
    writeFileSync(join(dir, 'mine.actors.txt'), 'BORDURIAN_LEGION_ [QBOMIL]\n');
    writeFileSync(join(dir, 'mine.agents.txt'), 'HALBERDIER [~MIL]\n');
    loadTables(dir);
    assert.equal(countryNamed('Borduria', null)?.code, 'QBO');
    assert.equal(holdersAt('QBO', 'head-of-state', '2021-01-01')[0].later, 'Gladz');
    assert.equal(organisationsNamed('Bordurian Legion', null)[0].code, 'QBOMIL');
    assert.equal(named('Bordurian').length, 1);
    assert.equal(agentSector('halberdiers'), 'MIL');
    assert.throws(() => loadTables(join(dir, 'nowhere')), { code: 'E040' });
  } finally {
    rmSync(dir, { recursive: true });
  }
});
