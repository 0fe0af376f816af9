// A country that no table knows ("Borduria said", "that Arland would") is no actor, but those who speak for it may be: "Arland's President Ida Holm",
// "her Bordurian counterpart". What is told of such a country is told of them.

import type { Cast } from '../actors/index.js';
import { child, type Sentence } from '../language/index.js';

/** Ids of the actors of no known country whose mentions carry the name at `word`. */
export function kinOf(cast: Cast, text: string, s: Sentence, word: number): string[] {
  if (word < 0 || s.upos[word] !== 'PROPN' || child(s, word, 'flat', 'nmod:poss') >= 0) return [];
  const stem = s.form[word].replace(/(?:ia|[aeiouy])$/i, '');
  if (stem.length < 4) return [];
  const named = new RegExp(
    `(?:^|\\s)${stem.replace(/[^\p{L}\p{N}]/gu, '.')}(?:a|e|o|ia)?(?:n|an|ian|ese|ish|i)?(?:['’]s?)?(?=\\s)`,
    'u',
  );
  return cast.actors
    .filter(({ country, sector }) => country === null && /^(GOV|MIL|LEG|SPY)$/.test(sector ?? ''))
    .filter(({ mentions }) => mentions.some(([start, end]) => named.test(` ${text.slice(start, end)} `)))
    .map(({ id }) => id);
}
