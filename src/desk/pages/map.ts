// Incidents on a map of the world, drawn on the server, without any network: countries shaded by how often they act or are acted on (or by
// what happens in them), places as dots. The same numbers stand in tables below it.

import { country } from '../../gazetteer/index.js';
import type { Incident } from '../../record/index.js';
import { type Html, html, raw } from '../html.js';
import { many } from '../names.js';
import { atlas, HEIGHT, pointOf, type Seat, WIDTH } from './atlas.js';
import { address, dayText, nothing } from './layout.js';

/** What the shade counts: incidents that a country has a part in, or those that happen in it. */
export type By = 'actor' | 'scene';

interface Place {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  count: number;
  balance: number;
  readonly latest: Incident;
}

interface Land {
  readonly code: string;
  readonly name: string;
  readonly seat: Seat;
  /** Incidents in which it acts, is acted on, and that happen in it. */
  acts: number;
  suffers: number;
  scene: number;
  /** Of those that are counted, how many are of conflict. */
  conflict: number;
  count: number;
}

export interface MapOptions {
  readonly by: By;
  /** Where a country leads. */
  readonly link: (code: string) => string;
  /** Countries that are asked for are no news on the map: they are drawn, not counted. */
  readonly without?: readonly string[];
  /** @example "the last 1000 incidents" */
  readonly of: string;
}

/** Shades, lightest first. */
const SHADES = 5;
/** How much larger its letters are on a telephone. */
const SLIM = 2.3;
/** Countries and places that are named on the map, at most. */
const NAMED = 16;

export function worldMap(incidents: readonly Incident[], { by, link, without = [], of }: MapOptions): Html {
  const lands = landsOf(incidents, by).filter(({ code }) => !without.includes(code));
  const places = placesOf(incidents);
  if (lands.length + places.length === 0) return nothing('No incident under these filters is on the map.');
  const most = Math.max(1, ...lands.map(({ count }) => count));
  const view = viewOf([...places, ...lands.filter(({ count }) => count >= most / 12).map(({ seat }) => seat)]);
  const scale = view.width / WIDTH;
  const shade = (count: number): number =>
    count === 0 ? 0 : Math.max(1, Math.ceil((SHADES * Math.log(count + 1)) / Math.log(most + 1)));
  const told = ({ name, count, conflict }: Land): string =>
    `${name}: ${many(count, 'incident')}, ${conflict} of conflict`;
  const owner = ownersOf(lands);
  const shapes = atlas().shapes.map(({ id, path }) => {
    const land = owner.get(id);
    return land
      ? html`<a href="${link(land.code)}" tabindex="-1"><path class="land s${shade(land.count)}" d="${path}"><title>${told(land)}</title></path></a>`
      : html`<path class="land" d="${path}"/>`;
  });
  // Too small for a shape: a square where they lie.
  const points = lands
    .filter(({ seat }) => seat.shapes.length === 0)
    .map(
      (land) =>
        html`<a href="${link(land.code)}" tabindex="-1"><rect class="land s${shade(land.count)}" x="${n(land.seat.x - 3 * scale)}" y="${n(land.seat.y - 3 * scale)}" width="${n(6 * scale)}" height="${n(6 * scale)}"><title>${told(land)}</title></rect></a>`,
    );
  const radius = (count: number): number => scale * (2.2 + 1.4 * Math.sqrt(count));
  const dots = places.map(
    ({ name, x, y, count, balance, latest }) =>
      html`<a href="/incidents?place=${encodeURIComponent(name)}" tabindex="-1"><circle class="${balance < 0 ? 'conflict' : 'cooperation'}" cx="${n(x)}" cy="${n(y)}" r="${n(radius(count))}"><title>${name}: ${many(count, 'incident')}, the latest on ${dayText(latest.day)}</title></circle></a>`,
  );
  const names = [
    ...lands.map(({ name, count, seat }) => ({ ...seat, text: name, size: 14, weight: count, kind: 'country' })),
    ...places.map(({ name, x, y, count }) => ({
      x: x + radius(count) + 3 * scale,
      y: y + 4 * scale,
      text: name,
      size: 12,
      weight: count,
      kind: 'place',
    })),
  ];
  // On a telephone the map is a third as wide, and its letters are not to be.
  const labels = html`<g class="broad">${placed(names, scale, view)}</g><g class="slim">${placed(names, SLIM * scale, view)}</g>`;
  const legend = html`<span class="shades">${Array.from({ length: SHADES }, (_, i) => i + 1).map((level) => {
    const least = [...Array(most).keys()].map((at) => at + 1).find((count) => shade(count) === level);
    return least === undefined
      ? null
      : html`<svg viewBox="0 0 14 10" aria-hidden="true"><rect class="land s${level}" width="14" height="10"/></svg>${least} `;
  })}</span>`;
  const counted = by === 'actor' ? 'incidents that a country has a part in' : 'incidents that happen in a country';
  return html`<figure class="map"><figcaption>${of}, ${places.length === 0 ? 'none with a place' : many(places.length, 'place')}. Shade: ${counted}, from ${legend} on. Dots: places, red where there is more conflict than cooperation.</figcaption><svg viewBox="${n(view.x)} ${n(view.y)} ${n(view.width)} ${n(view.height)}" role="group" aria-label="Incidents by country and place; the tables below have the same numbers">${raw(`<path class="grid" d="${atlas().grid}"/>`)}${shapes}${points}${dots}${labels}</svg></figure>
<div class="columns two"><section><h2>Countries</h2>${lands.length === 0 ? nothing('None.') : countryTable(lands, link)}</section><section><h2>Places</h2>${places.length === 0 ? nothing('No incident under these filters has a place that is on the map.') : placeTable(places)}</section></div><p class="soft">Borders as Natural Earth draws them. A state of the past is drawn on the ground of the states that stand there today.</p>`;
}

const n = (value: number): string => value.toFixed(1);

const countryTable = (lands: readonly Land[], link: (code: string) => string): Html =>
  html`<table class="wide"><thead><tr><th scope="col">country</th><th scope="col">acts</th><th scope="col">is acted on</th><th scope="col">scene of</th></tr></thead><tbody>${lands
    .slice(0, 30)
    .map(
      ({ code, name, acts, suffers, scene }) =>
        html`<tr><th scope="row"><a href="${link(code)}">${name}</a></th><td>${acts}</td><td>${suffers}</td><td>${scene}</td></tr>`,
    )}</tbody></table>`;

const placeTable = (places: readonly Place[]): Html =>
  html`<table class="wide"><thead><tr><th scope="col">place</th><th scope="col">incidents</th><th scope="col">latest</th></tr></thead><tbody>${places
    .slice(0, 30)
    .map(
      ({ name, count, latest }) =>
        html`<tr><th scope="row"><a href="${address('/incidents', { place: name })}">${name}</a></th><td>${count}</td><td>${dayText(latest.day)}</td></tr>`,
    )}</tbody></table>`;

/** Countries by what is counted, those with most first. */
function landsOf(incidents: readonly Incident[], by: By): Land[] {
  const lands = new Map<string, Land>();
  const land = (code: string): Land | null => {
    const known = lands.get(code);
    if (known) return known;
    const name = country(code)?.name;
    const seat = name === undefined ? null : atlas().seatOf(code);
    if (name === undefined || seat === null) return null;
    const fresh = { code, name, seat, acts: 0, suffers: 0, scene: 0, conflict: 0, count: 0 };
    lands.set(code, fresh);
    return fresh;
  };
  for (const { sources, targets, country: scene, quad } of incidents) {
    const codes = (parties: Incident['sources']): ReadonlySet<string> =>
      new Set(parties.flatMap(({ country: code }) => code ?? []));
    const [doing, suffering] = [codes(sources), codes(targets)];
    for (const code of doing) {
      const one = land(code);
      if (one) one.acts++;
    }
    for (const code of suffering) {
      const one = land(code);
      if (one) one.suffers++;
    }
    const happening = scene ? land(scene) : null;
    if (happening) happening.scene++;
    for (const code of by === 'actor' ? new Set([...doing, ...suffering]) : scene ? [scene] : []) {
      const one = land(code);
      if (!one) continue;
      one.count++;
      if (quad > 2) one.conflict++;
    }
  }
  return [...lands.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** Whose shade a shape has: of several countries that cover it, the one with most. */
function ownersOf(lands: readonly Land[]): ReadonlyMap<string, Land> {
  const owner = new Map<string, Land>();
  for (const land of lands) {
    if (land.count === 0) continue;
    for (const shape of land.seat.shapes) if (!owner.has(shape)) owner.set(shape, land);
  }
  return owner;
}

function placesOf(incidents: readonly Incident[]): Place[] {
  const places = new Map<string, Place>();
  for (const incident of incidents) {
    if (incident.latitude === null || incident.longitude === null || incident.place === null) continue;
    const at = pointOf(incident.longitude, incident.latitude);
    if (!at) continue;
    const key = `${at.x.toFixed(0)} ${at.y.toFixed(0)}`;
    const known = places.get(key);
    if (known) {
      known.count++;
      known.balance += incident.goldstein;
    } else places.set(key, { name: incident.place, ...at, count: 1, balance: incident.goldstein, latest: incident });
  }
  return [...places.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of the map in which the points lie, with room around it: as wide as the world at most, a sixth of it at least. */
function viewOf(points: readonly { readonly x: number; readonly y: number }[]): View {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.min(WIDTH, Math.max(WIDTH / 6, 1.3 * (right - left), (1.3 * (bottom - top) * WIDTH) / HEIGHT));
  const height = (width * HEIGHT) / WIDTH;
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));
  return {
    x: clamp((left + right) / 2 - width / 2, WIDTH - width),
    y: clamp((top + bottom) / 2 - height / 2, HEIGHT - height),
    width,
    height,
  };
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly kind: string;
}

/** The names that fit: the weightiest first, none over another, none cut off at the edge. */
function placed(labels: readonly Label[], scale: number, view: View): readonly Html[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const found: Html[] = [];
  for (const { x, y, text, size, kind } of [...labels].sort((a, b) => b.weight - a.weight)) {
    if (found.length >= NAMED) break;
    const height = size * scale;
    const width = (kind === 'country' ? 0.64 : 0.56) * text.length * height;
    const left = kind === 'country' ? x - width / 2 : x;
    const box = { left, right: left + width, top: y - height, bottom: y + 0.2 * height };
    const cut =
      box.left < view.x || box.right > view.x + view.width || box.top < view.y || box.bottom > view.y + view.height;
    const over = taken.some(
      (one) => one.left < box.right && box.left < one.right && one.top < box.bottom && box.top < one.bottom,
    );
    if (cut || over) continue;
    taken.push(box);
    found.push(html`<text class="${kind}" x="${n(left)}" y="${n(y)}" font-size="${n(height)}">${text}</text>`);
  }
  return found;
}
