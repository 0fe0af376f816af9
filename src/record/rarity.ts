// How much a word says about what a text is about: the rarer in the news, the more. From codebook/rarity.txt, a table that never changes with
// what was filed, so that two reports are compared alike in every record.

import { readFileSync } from 'node:fs';
import { stem } from './words.js';

/** The weight of a word that the table does not have. */
const RARE = 10;

let table: ReadonlyMap<string, number> | null = null;

function rarities(): ReadonlyMap<string, number> {
  if (table !== null) return table;
  const read = new Map<string, number>();
  let band = 0;
  for (const line of readFileSync(new URL('../../../codebook/rarity.txt', import.meta.url), 'utf8').split('\n')) {
    const head = /^\[(\d+)\]$/.exec(line);
    if (head) band = Number(head[1]);
    else if (!line.startsWith('#'))
      for (const word of line.split(' '))
        if (word !== '') read.set(stem(word), Math.min(band, read.get(stem(word)) ?? RARE));
  }
  table = read;
  return read;
}

/** 0 (every second dispatch has it) to 10 (hardly one in a thousand): about the binary logarithm of how rare a stem is. */
export function rarityOf(word: string): number {
  return rarities().get(word) ?? RARE;
}

/** What a list of stems weighs; of those among `among` alone, when given. */
export function weightOf(words: readonly string[], among?: ReadonlySet<string>): number {
  let sum = 0;
  for (const word of words) if (!among || among.has(word)) sum += rarityOf(word);
  return sum;
}

/** How alike two lists of stems are, each word counted by its rarity squared: the cosine, 0 to 1. Without regard to order. */
export function cosine(a: readonly string[], b: readonly string[]): number {
  const { both, one, other } = compared(a, b, 2);
  return one === 0 || other === 0 ? 0 : both / Math.sqrt(one * other);
}

/** Share of the rarity of the lighter list that stands in the heavier: 0 to 1. */
export function containment(a: readonly string[], b: readonly string[]): number {
  const { both, one, other } = compared(a, b, 1);
  return one === 0 || other === 0 ? 0 : both / Math.min(one, other);
}

function compared(a: readonly string[], b: readonly string[], power: 1 | 2) {
  const known = new Set(a);
  let both = 0;
  let one = 0;
  let other = 0;
  for (const word of a) one += rarityOf(word) ** power;
  for (const word of b) {
    const weight = rarityOf(word) ** power;
    other += weight;
    if (known.has(word)) both += weight;
  }
  return { both, one, other };
}
