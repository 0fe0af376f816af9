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
  const found = [...places.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const view = viewOf(found);
  const scale = view.width / WIDTH;
  const dots = found.map(
    ({ name, x, y, count, balance, latest }) =>
      html`<a href="/incidents?place=${encodeURIComponent(name)}" aria-label="${name}: ${count} incidents"><circle class="${balance < 0 ? 'conflict' : 'cooperation'}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${(scale * (4 + 3 * Math.sqrt(count))).toFixed(2)}"><title>${name}: ${count} incidents, the latest on ${dayText(latest.day)}</title></circle></a>`,
  );
  const labels = found
    .slice(0, 10)
    .map(
      ({ name, x, y, count }) =>
        html`<text x="${(x + scale * (8 + 3 * Math.sqrt(count))).toFixed(2)}" y="${(y + 4 * scale).toFixed(2)}" font-size="${(14 * scale).toFixed(2)}">${name}</text>`,
    );
  return html`<figure class="map"><svg viewBox="${view.x.toFixed(1)} ${view.y.toFixed(1)} ${view.width.toFixed(1)} ${view.height.toFixed(1)}" role="group" aria-label="Incidents by place">${raw(landPaths())}${dots}${labels}</svg><figcaption>${places.size} places. Red: more conflict than cooperation. Larger: more incidents. Borders as Natural Earth draws them.</figcaption></figure><table class="wide"><thead><tr><th scope="col">place</th><th scope="col">incidents</th><th scope="col">latest</th></tr></thead><tbody>${found
    .slice(0, 40)
    .map(
      ({ name, count, latest }) =>
        html`<tr><th scope="row"><a href="/incidents?place=${encodeURIComponent(name)}">${name}</a></th><td>${count}</td><td>${dayText(latest.day)}</td></tr>`,
    )}</tbody></table>`;
}

/** The part of the map in which the places lie, with room around it: as wide as the world at most, a sixth of it at least. */
function viewOf(places: readonly { readonly x: number; readonly y: number }[]): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.min(WIDTH, Math.max(WIDTH / 6, 1.4 * (right - left), (1.4 * (bottom - top) * WIDTH) / HEIGHT));
  const height = (width * HEIGHT) / WIDTH;
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  return {
    x: clamp((left + right) / 2 - width / 2, WIDTH - width),
    y: clamp((top + bottom) / 2 - height / 2, HEIGHT - height),
    width,
    height,
  };
}
