import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  atDate,
  capitalOf,
  country,
  countryNamed,
  countryOfDemonym,
  governmentAt,
  matchAll,
  matchAt,
  organisationsNamed,
} from '../../src/gazetteer/index.js';

const codes = (words: string, date: string | null = null): string[] => {
  const found = matchAll(words.split(' ')).map((match) => atDate(match.entries, date)[0].value);
  return found.map((value) => {
    if (value.kind === 'country') return value.code;
    if (value.kind === 'organisation') return value.code;
    if (value.kind === 'demonym' || value.kind === 'metonym') return value.country.code;
    return value.name;
  });
};

test('the longest name wins', () => {
  assert.deepEqual(codes('envoys of the United Nations Security Council left Papua New Guinea for Guinea'), [
    'IGOUNO',
    'PNG',
    'GIN',
  ]);
  assert.equal(matchAt(['South', 'Korea', "'s", 'army'], 0)?.length, 2);
});

test('hyphens, apostrophes, periods and accents do not matter, capitals do', () => {
  assert.deepEqual(codes('Guinea - Bissau and Guinea-Bissau'), ['GNB', 'GNB']);
  assert.deepEqual(codes("People 's Republic of China"), ['CHN']);
  assert.deepEqual(codes("Côte d'Ivoire and Cote d’Ivoire"), ['CIV', 'CIV']);
  assert.deepEqual(codes('the U.S. and the US and the USA'), ['USA', 'USA', 'USA']);
  assert.deepEqual(codes('tell us who ate turkey off the china'), []);
});

test('in a headline all in capitals, short words are words', () => {
  assert.deepEqual(codes('POLICE HUNT MAN WHO SHOT U.S. ENVOY'), ['USA']);
  assert.deepEqual(codes('envoys told the WHO on Monday'), ['IGOUNOHLT']);
});

test('the date of the dispatch chooses among states', () => {
  assert.equal(countryNamed('Russia', '1987-03-01')?.code, 'SUN');
  assert.equal(countryNamed('Russia', '2021-12-30')?.code, 'RUS');
  assert.equal(countryOfDemonym('Russians', '1985-01-01')?.code, 'SUN');
  assert.equal(countryOfDemonym('Soviet', '2021-12-30')?.code, 'SUN');
  assert.equal(countryOfDemonym('West German', '1987-06-12')?.code, 'DEU');
  assert.equal(countryNamed('Germany', '1987-06-12')?.code, 'DEU');
  assert.equal(countryOfDemonym('East German', '1987-06-12')?.code, 'DDR');
  assert.equal(countryNamed('Congo', '1990-01-01')?.code, 'COG');
  assert.equal(countryNamed('Congo', '2010-01-01')?.code, 'COD');
  assert.equal(countryNamed('Burma', '2020-01-01')?.code, 'MMR');
  assert.equal(countryOfDemonym('Czech', '1988-01-01')?.code, 'CSK');
  assert.equal(countryOfDemonym('Czechs', '1998-01-01')?.code, 'CZE');
});

test('demonyms have plurals, regular or their own', () => {
  for (const [word, code] of Object.entries({
    Iraqis: 'IRQ',
    Britons: 'GBR',
    Swedes: 'SWE',
    Saudis: 'SAU',
    Turks: 'TUR',
  }))
    assert.equal(countryOfDemonym(word, null)?.code, code, word);
});

test('capitals and seats stand for governments, in their years', () => {
  assert.equal(governmentAt('the Kremlin', '1987-01-01')?.country.code, 'SUN');
  assert.equal(governmentAt('Pentagon', null)?.sector, 'MIL');
  assert.equal(governmentAt('Bonn', '1987-01-01')?.country.code, 'DEU');
  assert.equal(governmentAt('Moscow', '2021-12-30')?.country.code, 'RUS');
  assert.equal(governmentAt('Belgrade', '1999-04-01')?.country.code, 'YUG');
  assert.equal(capitalOf('KAZ'), 'Astana');
  assert.equal(country('CSK')?.name, 'Czechoslovakia');
});

test('organisations by any of their names', () => {
  assert.equal(organisationsNamed('North Atlantic Treaty Organization', null)[0].code, 'IGONAT');
  assert.equal(organisationsNamed('Doctors Without Borders', null)[0].sector, 'NGO');
});

test('an article does not make a shorter name of a longer one', () => {
  const found = matchAll('ships left the Gulf of Aden for the Gulf'.split(' '));
  assert.deepEqual(
    found.map((match) => [match.first, match.length]),
    [
      [3, 3],
      [7, 2],
    ],
  );
});
