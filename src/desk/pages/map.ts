// Incidents on a map of the world, drawn on the server from the packages `world-atlas` (Natural Earth, public domain) and `d3-geo`.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoGraticule10, geoNaturalEarth1, geoPath } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { Incident } from '../../record/index.js';
import { type Html, html, raw } from '../html.js';
import { dayText, nothing } from './layout.js';

const WIDTH = 1000;
const HEIGHT = 500;

let land: string | null = null;
const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT], { type: 'Sphere' });

function landPaths(): string {
  if (land !== null) return land;
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-110m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8'));
  const countries = feature(atlas, atlas.objects.countries) as unknown as FeatureCollection;
  const path = geoPath(projection).digits(1);
  land = `<path class="grid" d="${path(geoGraticule10()) ?? ''}"/>${countries.features.map((country) => `<path class="land" d="${path(country) ?? ''}"/>`).join('')}`;
  return land;
}

/** Where incidents took place: a dot a place, as large as they are many, red where conflict outweighs cooperation. */
export function worldMap(incidents: readonly Incident[]): Html {
  const places = new Map<
    string,
    { name: string; x: number; y: number; count: number; balance: number; latest: Incident }
  >();
  for (const incident of incidents) {
    if (incident.latitude === null || incident.longitude === null || incident.place === null) continue;
    const at = projection([incident.longitude, incident.latitude]);
    if (!at) continue;
    const key = `${at[0].toFixed(0)} ${at[1].toFixed(0)}`;
    const known = places.get(key);
    if (known) {
      known.count++;
      known.balance += incident.goldstein;
    } else
      places.set(key, {
        name: incident.place,
        x: at[0],
        y: at[1],
        count: 1,
        balance: incident.goldstein,
        latest: incident,
      });
  }
  if (places.size === 0) return nothing('No incident under these filters has a place that is on the map.');
  const dots = [...places.values()]
    .sort((a, b) => b.count - a.count)
    .map(
      ({ name, x, y, count, balance, latest }) =>
        html`<a href="/search?text=${encodeURIComponent(name)}"><circle class="${balance < 0 ? 'conflict' : 'cooperation'}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(3 + 2 * Math.sqrt(count)).toFixed(1)}"><title>${name}: ${count} incidents, the latest on ${dayText(latest.day)}</title></circle></a>`,
    );
  return html`<figure class="map"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Incidents by place">${raw(landPaths())}${dots}</svg><figcaption>${places.size} places. Red: more conflict than cooperation. Borders as Natural Earth draws them.</figcaption></figure><table><thead><tr><th>place</th><th>incidents</th></tr></thead><tbody>${[
    ...places.values(),
  ]
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, 40)
    .map(
      ({ name, count }) =>
        html`<tr><td><a href="/search?text=${encodeURIComponent(name)}">${name}</a></td><td>${count}</td></tr>`,
    )}</tbody></table>`;
}
