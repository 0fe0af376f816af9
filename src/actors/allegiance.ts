// Whom somebody belongs to, and the PLOVER code that comes of it. Regions and blocs come from codebook/agents.txt.

import { readFileSync } from 'node:fs';
import { ChanceryError } from '../errors.js';
import { type Country, country, type Entity as Entry, type Organisation } from '../gazetteer/index.js';
import type { Allegiance } from './types.js';

/** A country as a whole. A state that broke away is one of its own while the dispatch is read: "COD Katanga". */
export function ofCountry(country: Country, sector: string | null = null): Allegiance {
  const code = hasLeft(country) ? `${country.code} ${country.name}` : country.code;
  return { country: code, base: code, name: country.name, sector };
}

/** True for a row behind the one of its code: a state that broke away from that one. */
function hasLeft(row: Country): boolean {
  return row.iso2 === '' && country(row.code)?.name !== row.name;
}

/** True for a state that broke away from another. @example Katanga, Transnistria */
export function isBreakaway(of: Allegiance | null): boolean {
  return of?.country?.[3] === ' ' && !of.country.startsWith(UNKNOWN);
}

/** A country by its code alone, where no more is known. */
export function ofCode(code: string, name: string): Allegiance {
  return { country: code, base: code, name: country(code)?.name ?? name, sector: null };
}

/** A state that no table has. Its name stands for its code while the dispatch is read; records give no country and "---". */
export function ofUnknownState(name: string): Allegiance {
  const code = `${UNKNOWN} ${name}`;
  return { country: code, base: code, name, sector: null };
}

const UNKNOWN = '---';

/** The country as records have it: null where no table knows the state, of a state that broke away the one that it left. */
export function countryCode(of: Allegiance | null): string | null {
  if (of?.country?.startsWith(UNKNOWN)) return null;
  return of?.country?.slice(0, 3) ?? null;
}

/** True for the name, the people or the capital of a state that broke away. */
export function isOfBreakaway(value: Entry): boolean {
  if (value.kind === 'country') return hasLeft(value);
  return (value.kind === 'demonym' || value.kind === 'metonym') && hasLeft(value.country);
}

/** The code of the country that an entry is or belongs to, or nothing. */
export function countryOf(value: Entry): string {
  if (value.kind === 'country') return value.code;
  return (typeof value.country === 'string' ? value.country : value.country?.code) ?? '';
}

/** A body: of a country, or international. The code of an international body keeps its first six letters as the base. */
export function ofOrganisation(body: Organisation): Allegiance {
  if (body.country) return { country: body.country, base: body.country, name: body.name, sector: body.sector };
  const international = body.sector === 'IGO' || body.sector === 'NGO' || body.sector === 'MNC';
  const base = body.code.slice(0, 6) || '---';
  const sector = body.code.length > 6 ? body.code.slice(6, 9) : null;
  return { country: null, base, name: body.name, sector: international ? sector : body.sector };
}

/** The country behind a body or office of it, under its own name: "the government of Arland", not of one of its ministries. */
export function homeland(of: Allegiance): Allegiance {
  const home = of.country ? country(of.country) : undefined;
  return home ? ofCountry(home) : { ...of, sector: null };
}

/** The code of an allegiance and a sector. @example codeOf(russia, 'GOV') // "RUSGOV" */
export function codeOf(of: Allegiance | null, sector: string | null): string {
  const known = of !== null && (of.country === null || countryCode(of) !== null);
  const base = !known ? UNKNOWN : isBreakaway(of) ? of.base.slice(0, 3) : of.base;
  return sector && !base.slice(3).endsWith(sector) ? base + sector : base;
}

/** A region's word: all of its words in lower case, and how it may be used. */
export interface RegionWord {
  readonly of: Allegiance;
  readonly adjective: boolean;
  readonly length: number;
}

let regions: Map<string, { words: string[]; word: RegionWord }[]> | null = null;

/** The longest region or bloc that begins with word `i`. */
export function regionAt(words: readonly string[], i: number): RegionWord | null {
  regions ??= readRegions();
  let best: RegionWord | null = null;
  for (const { words: own, word } of regions.get(words[i]) ?? regions.get(titled(words[i])) ?? []) {
    if (own.every((w, k) => words[i + k] === w || words[i + k] === w.toUpperCase())) {
      if (!best || own.length > best.length) best = word;
    }
  }
  return best;
}

/** "WEST" of a headline as "West". */
function titled(word: string): string {
  return word.length > 2 && word === word.toUpperCase() ? word[0] + word.slice(1).toLowerCase() : '';
}

function readRegions(): Map<string, { words: string[]; word: RegionWord }[]> {
  const table = new Map<string, { words: string[]; word: RegionWord }[]>();
  const text = readFileSync(new URL('../../../codebook/agents.txt', import.meta.url), 'utf8');
  for (const [n, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const parts = /^([A-Z]{3}) = (.+)$/.exec(line);
    if (!parts) throw new ChanceryError('E110', `agents.txt:${n + 1}`, line);
    const phrases = parts[2].split(',').map((phrase) => phrase.trim());
    const of: Allegiance = {
      country: null,
      base: parts[1],
      name: phrases[0].replace(/^the /, 'The ').replace(/ ~$/, ' countries'),
      sector: null,
    };
    for (const phrase of phrases) {
      const own = phrase.replace(/ ~$/, '').replace(/^the /, '').split(' ');
      const word = { of, adjective: phrase.endsWith(' ~'), length: own.length };
      const there = table.get(own[0]);
      if (there) there.push({ words: own, word });
      else table.set(own[0], [{ words: own, word }]);
    }
  }
  return table;
}
