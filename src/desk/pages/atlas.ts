// The world as shapes: the packages `world-atlas` (Natural Earth, public domain) and `d3-geo`, and which shapes each country's code covers
// (gazetteer/atlas.tsv). Read once, when the first map is drawn.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { geoGraticule10, geoNaturalEarth1, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import { country } from '../../gazetteer/index.js';

export const WIDTH = 1000;
export const HEIGHT = 500;

/** One shape of the atlas. */
export interface Shape {
  /** ISO numeric code, or the name where there is none. */
  readonly id: string;
  /** SVG path. */
  readonly path: string;
}

/** Where a country is drawn. */
export interface Seat {
  /** The shapes that it covers; none for one that is too small. */
  readonly shapes: readonly string[];
  /** A point in its middle. */
  readonly x: number;
  readonly y: number;
}

export interface Atlas {
  readonly grid: string;
  readonly shapes: readonly Shape[];
  readonly seatOf: (code: string) => Seat | null;
}

const ANTARCTICA = '010';
const projection = geoNaturalEarth1();

/** The point of a place, or null when it is not on the map. */
export function pointOf(longitude: number, latitude: number): { readonly x: number; readonly y: number } | null {
  atlas();
  const at = projection([longitude, latitude]);
  return at ? { x: at[0], y: at[1] } : null;
}

let made: Atlas | null = null;

export function atlas(): Atlas {
  made ??= make();
  return made;
}

function make(): Atlas {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-110m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8'));
  const { features } = feature(topology, topology.objects.countries) as unknown as FeatureCollection;
  const peopled = features.filter(({ id }) => id !== ANTARCTICA);
  projection.fitSize([WIDTH, HEIGHT], { type: 'FeatureCollection', features: peopled } as FeatureCollection);
  const path = geoPath(projection).digits(1);
  const covers = coversOf(fileURLToPath(new URL('../../../../gazetteer/atlas.tsv', import.meta.url)));
  return {
    grid: path(geoGraticule10()) ?? '',
    shapes: peopled.map((one) => ({ id: idOf(one), path: path(one) ?? '' })),
    seatOf: (code) => {
      const known = country(code);
      const at =
        known && known.longitude !== null && known.latitude !== null
          ? projection([known.longitude, known.latitude])
          : null;
      return at ? { shapes: covers.get(code) ?? [], x: at[0], y: at[1] } : null;
    },
  };
}

const idOf = ({ id, properties }: Feature): string => String(id ?? String(properties?.name).replaceAll(' ', '_'));

/** Shapes by the code of the country. */
function coversOf(file: string): ReadonlyMap<string, readonly string[]> {
  const covers = new Map<string, readonly string[]>();
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const [code, , shapes] = line.split('\t');
    if (line.startsWith('#') || shapes === undefined || code === 'code') continue;
    covers.set(code, shapes.split(' '));
  }
  return covers;
}
