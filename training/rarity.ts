// `node dist/training/rarity.js`: counts in how many dispatches of Reuters-21578 each word stands and writes codebook/rarity.txt. Run by hand.
// What is kept is the count, as one of ten bands; of the forms that share a stem the most frequent stands for all.

import { writeFileSync } from 'node:fs';
import { reuters } from '../bench/corpus.js';
import { contentWords, stem, wordsOf } from '../src/record/words.js';

/** Words of fewer than one dispatch in a thousand are rare, whatever they are. */
const LEAST = 0.001;

const texts = reuters() ?? [];
const stems = new Map<string, number>();
const forms = new Map<string, Map<string, number>>();
for (const { text } of texts) {
  for (const word of contentWords(text)) if (!/\d/.test(word)) stems.set(word, (stems.get(word) ?? 0) + 1);
  for (const word of new Set(wordsOf(text))) {
    const known = forms.get(stem(word)) ?? new Map<string, number>();
    known.set(word, (known.get(word) ?? 0) + 1);
    forms.set(stem(word), known);
  }
}

const bands = new Map<number, string[]>();
for (const [word, count] of stems) {
  const share = count / texts.length;
  if (share < LEAST) continue;
  const [[form]] = [...(forms.get(word) ?? [])].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const band = Math.floor(-Math.log2(share));
  bands.set(band, [...(bands.get(band) ?? []), form]);
}

const lines = [...bands]
  .sort(([a], [b]) => a - b)
  .map(([band, words]) => {
    const rows: string[] = [];
    let row = '';
    for (const word of words.sort()) {
      if (row.length + word.length > 140) {
        rows.push(row);
        row = '';
      }
      row += ` ${word}`;
    }
    return `\n[${band}]\n${[...rows, row].map((text) => text.trim()).join('\n')}\n`;
  });
writeFileSync(
  'codebook/rarity.txt',
  `# How common a word is in the news: in band N stand the words that one dispatch in 2^N has, or up to twice as many. A word that stands nowhere here
# is rare, and says most about what a dispatch is about. Counted over the dispatches of Reuters-21578 by \`node dist/training/rarity.js\`; each word
# stands for all of its forms.
${lines.join('')}`,
);
