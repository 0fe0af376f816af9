// How much of the years 1980 to 2026 the table of office holders covers, and that nobody holds an office beside another.
// Run alone (`node scripts/test.mjs gazetteer/holders`) it prints the counts.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Country,
  countries,
  type Holder,
  holdersAt,
  holdersOf,
  organisations,
} from '../../src/gazetteer/index.js';

const FIRST = 1980;
const LAST = 2025;

/** The years in which a country existed within the table's span. */
function years(country: Country): number[] {
  const found: number[] = [];
  for (let year = FIRST; year <= LAST; year++) {
    const day = year * 10000 + 701;
    if (country.years.from <= day && day <= country.years.until) found.push(year);
  }
  return found;
}

/** How many of a country's years have somebody in one of the offices on 1 July. */
function covered(country: Country, offices: readonly string[]): number {
  return years(country).filter((year) =>
    offices.some((office) => holdersAt(country.code, office, `${year}-07-01`).length > 0),
  ).length;
}

const OFFICES: readonly [name: string, offices: readonly string[], least: number][] = [
  ['head of state or government', ['head-of-state', 'head-of-government', 'supreme-leader', 'general-secretary'], 150],
  ['foreign minister', ['foreign-minister'], 60],
  ['defence minister', ['defence-minister'], 60],
];

for (const [name, offices, least] of OFFICES) {
  test(`at least ${least} countries have their ${name} over three quarters of their years since ${FIRST}`, (t) => {
    const most = countries().filter((country) => {
      const all = years(country).length;
      return all > 0 && covered(country, offices) >= 0.75 * all;
    });
    const half = countries().filter((country) => covered(country, offices) > 0);
    t.diagnostic(`${name}: ${most.length} countries over three quarters of the years, ${half.length} at all`);
    assert.ok(most.length >= least, `${most.length}: ${most.map((country) => country.code).join(' ')}`);
  });
}

test('the large organisations have their heads over most of their years', (t) => {
  const asked = [
    'United Nations secretary-general',
    'NATO secretary-general',
    'European Commission president',
    'European Council president',
    'European Union foreign-minister',
    'European Parliament president',
    'OSCE secretary-general',
    'Arab League secretary-general',
    'Gulf Cooperation Council secretary-general',
    'Organisation of Islamic Cooperation secretary-general',
    'African Union president',
    'Organization of African Unity secretary-general',
    'ECOWAS president',
    'ASEAN secretary-general',
    'Organization of American States secretary-general',
    'Commonwealth of Nations secretary-general',
    'Commonwealth of Independent States secretary-general',
    'Collective Security Treaty Organization secretary-general',
    'Shanghai Cooperation Organization secretary-general',
    'International Monetary Fund president',
    'World Bank president',
    'World Trade Organization president',
    'GATT president',
    'International Atomic Energy Agency president',
    'International Committee of the Red Cross president',
    'World Health Organization president',
    'UNHCR president',
    'OPEC secretary-general',
  ];
  for (const line of asked) {
    const cut = line.lastIndexOf(' ');
    const [of, office] = [line.slice(0, cut), line.slice(cut + 1)];
    const rows = holdersOf(of, office);
    assert.ok(rows.length > 0, line);
    assert.ok(
      organisations().some((one) => one.name === of),
      of,
    );
    const start = Math.max(FIRST, ...[Math.floor(Math.min(...rows.map((row) => row.years.from)) / 10000) + 1]);
    const end = Math.min(LAST, Math.floor(Math.max(...rows.map((row) => row.years.until)) / 10000) - 1);
    let filled = 0;
    for (let year = start; year <= end; year++) if (holdersAt(of, office, `${year}-07-01`).length > 0) filled++;
    t.diagnostic(`${line}: ${filled} of the ${end - start + 1} years from ${start} to ${end}`);
    assert.ok(filled >= 0.75 * (end - start + 1), `${line}: ${filled} of ${start}..${end}`);
  }
});

/** Offices with one holder at a time. */
const SINGLE = ['head-of-state', 'head-of-government', 'foreign-minister', 'defence-minister'];

/** Where two held an office at once: rival governments, and the deputy who acted for a prime minister in a coma. */
const TOGETHER: ReadonlySet<string> = new Set([
  'LBY head-of-state',
  'LBY head-of-government',
  'ISR head-of-government',
]);

/** Months between two days of the tables, a year without a month counted in favour of the table. */
function months(day: number): number {
  const month = Math.floor(day / 100) % 100;
  return Math.floor(day / 10000) * 12 + (month === 0 ? 12 : month === 99 ? 1 : month);
}

function overlap(a: Holder, b: Holder): number {
  return Math.min(months(a.years.until), months(b.years.until)) - Math.max(months(a.years.from), months(b.years.from));
}

test('no two people hold an office at once for more than a month', () => {
  const found: string[] = [];
  const check = (of: string, office: string): void => {
    if (TOGETHER.has(`${of} ${office}`)) return;
    const rows = holdersOf(of, office);
    for (const [i, a] of rows.entries())
      for (const b of rows.slice(i + 1)) if (overlap(a, b) > 1) found.push(`${of} ${office}: ${a.name} and ${b.name}`);
  };
  for (const { code } of countries()) for (const office of SINGLE) check(code, office);
  for (const { name } of organisations()) for (const office of ['secretary-general', 'president']) check(name, office);
  assert.deepEqual(found, []);
});
