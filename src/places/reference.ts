// "in the south of the country", "in the capital": words that point back at a country named before.

import { country as countryOf, named } from '../gazetteer/index.js';
import type { Sentence } from '../language/index.js';
import { candidatesOf } from './candidates.js';
import type { Context } from './context.js';
import type { Found } from './find.js';
import { isLocated, relatedAt } from './role.js';

/**
 * The places that "the country" and "the capital" mean in a sentence: of the country named last, or the dateline's.
 * `seen` carries the country named last from sentence to sentence.
 */
export function countryWordsIn(s: Sentence, context: Context, seen: { country: string | null }): Found[] {
  const found: Found[] = [];
  const countries = context.spoken[s.index] ?? [];
  let next = 0;
  for (let w = 1; w < s.size; w++) {
    for (; next < countries.length && countries[next][0] < w; next++) seen.country = countries[next][1];
    const word = s.form[w];
    if ((word !== 'country' && word !== 'capital') || s.form[w - 1].toLowerCase() !== 'the') continue;
    // "the capital of Mali", "the capital, Bamako", "the capital Bamako", "the country's ..." name it themselves.
    if (w + 1 < s.size && (s.form[w + 1] === 'of' || s.upos[w + 1] === 'PROPN' || /^['’]s?$/.test(s.form[w + 1])))
      continue;
    if (s.form[w + 1] === ',' && s.upos[w + 2] === 'PROPN') continue;
    const related = relatedAt(s, w);
    if (related === null || !isLocated(s, w, w + 1, related)) continue;
    const country = seen.country === null ? undefined : countryOf(seen.country);
    const capital = word === 'capital' && country ? candidatesOf(named(country.capital), [], null)[0] : undefined;
    const at = word === 'capital' ? capital : country;
    found.push({
      mention: {
        span: [s.start[w - 1], s.end[w]],
        name: word === 'capital' ? (country?.capital ?? 'the capital') : (country?.name ?? 'the country'),
        country: country?.code ?? null,
        latitude: at?.latitude ?? null,
        longitude: at?.longitude ?? null,
        kind: word === 'capital' ? 'city' : 'country',
        relation: related.relation.replace(/ the$/, ''),
        rule: country ? 'places:pointing-back' : 'places:unresolved',
      },
      notes: [country ? `points back at ${country.name}, the country named last` : 'no country is named before'],
    });
  }
  for (; next < countries.length; next++) seen.country = countries[next][1];
  return found;
}
