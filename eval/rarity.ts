// `node dist/eval/rarity.js`: counts in how many dispatches of Reuters-21578 each word stands, and prints the common ones by bands of rarity,
// as src/record/rarity.ts keeps them. Band n holds the words of one in about 2^n dispatches.

import { reuters } from '../bench/corpus.js';
import { contentWords } from '../src/record/words.js';

/** Characters of a dispatch that are looked at: headline and lead. */
const BEGIN = 900;
/** Words that are rarer are not listed. */
const RAREST = 8;

const texts = reuters() ?? [];
const count = new Map<string, number>();
for (const { text } of texts)
  for (const word of contentWords(text.slice(0, BEGIN)))
    if (/^[a-z][a-z-]*$/.test(word)) count.set(word, (count.get(word) ?? 0) + 1);
const bands: string[][] = Array.from({ length: RAREST + 1 }, () => []);
for (const [word, n] of count) {
  const band = Math.max(2, Math.round(Math.log2(texts.length / n)));
  if (band <= RAREST) bands[band].push(word);
}
bands.forEach((words, band) => {
  if (words.length > 0) console.log(`  ${band}: '${words.sort().join(' ')}',`);
});
