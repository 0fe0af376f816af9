// Reads codebook/wire.txt: agencies, dateline cities, the words of a headline's source. Loaded once, when first asked for.

import { readFileSync } from 'node:fs';

interface WireBook {
  /** Spelling in small letters to the agency's name. */
  readonly agencies: ReadonlyMap<string, string>;
  readonly cities: ReadonlySet<string>;
  readonly capitals: ReadonlySet<string>;
  /** In small letters. */
  readonly sources: ReadonlySet<string>;
}

let book: WireBook | null = null;

/** The agency that a word of a dateline or by-line names, or null. @example agencyOf('The Associated Press') // "AP" */
export function agencyOf(name: string): string | null {
  return wireBook().agencies.get(name.trim().toLowerCase()) ?? null;
}

/** True for a city that opens a dateline by itself, written as in the table or in capitals. */
export function isDatelineCity(name: string): boolean {
  return wireBook().cities.has(name) || (!/\p{Ll}/u.test(name) && wireBook().capitals.has(name));
}

/** True when the words end as those of a headline's source do. @example endsAsSource('Syrian state media') // true */
export function endsAsSource(words: string): boolean {
  const parts = words.toLowerCase().split(' ');
  return [1, 2].some((count) => wireBook().sources.has(parts.slice(-count).join(' ')));
}

function wireBook(): WireBook {
  if (book) return book;
  const agencies = new Map<string, string>();
  const cities = new Set<string>();
  const sources = new Set<string>();
  let section = '';
  for (const raw of readFileSync(new URL('../../../codebook/wire.txt', import.meta.url), 'utf8').split('\n')) {
    const line = raw.replace(/#.*/, '').trim();
    if (line === '') continue;
    if (line.startsWith('[')) section = line.slice(1, -1);
    else if (section === 'agencies') {
      const [name, spellings] = line.split('=');
      for (const spelling of spellings.split('|')) agencies.set(spelling.trim().toLowerCase(), name.trim());
    } else {
      for (const entry of line.split(',').map((word) => word.trim()))
        if (entry !== '') section === 'cities' ? cities.add(entry) : sources.add(entry.toLowerCase());
    }
  }
  book = { agencies, sources, cities, capitals: new Set([...cities].map((city) => city.toUpperCase())) };
  return book;
}
