// Reads codebook/times/words.txt: the classes of words that the time rules speak of.
// A line at the margin names a class and the feature it sets; an indented line lists words and their value.
// `^word` only with a capital, `word.` only with a dot, `two_words` a phrase.

import type { Hit } from './lexemes.js';
import type { Features } from './meaning.js';

export interface Entry {
  readonly capital: boolean;
  readonly dotted: boolean;
  readonly hit: Hit;
}

export interface Vocabulary {
  readonly words: ReadonlyMap<string, readonly Entry[]>;
  /** Phrases by their first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly { words: readonly string[]; hit: Hit }[]>;
  readonly classes: ReadonlySet<string>;
}

const value = (text: string): number | string => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text);

/** Adds words of another table, one class: the names with their values. */
export const withWords = (text: string, name: string, feature: string, table: ReadonlyMap<string, string>): string =>
  `${text}\n${name} ${feature}\n${[...table].map(([names, rule]) => `  ${names} = ${rule}`).join('\n')}\n`;

/** Parses the word file. Throws with the line number when a line cannot be read. */
export function readVocabulary(text: string, file: string): Vocabulary {
  const words = new Map<string, Entry[]>();
  const phrases = new Map<string, { words: readonly string[]; hit: Hit }[]>();
  const classes = new Set<string>();
  let name = '';
  let feature = '';
  text.split('\n').forEach((raw, index) => {
    const line = raw.replace(/#.*/, '').trimEnd();
    if (line === '') return;
    if (!line.startsWith(' ')) {
      [name, feature] = line.split(/\s+/);
      if (feature === undefined) throw new Error(`${file}:${index + 1}: a class needs a feature, or "-"`);
      classes.add(name);
      return;
    }
    const [list, result] = line.split('=').map((part) => part.trim());
    if (name === '') throw new Error(`${file}:${index + 1}: words before the first class`);
    const features: Features = feature === '-' || result === undefined ? {} : { [feature]: value(result) };
    const hit: Hit = { name, features };
    for (const entry of list.split(/\s+/)) {
      if (entry.includes('_')) {
        const parts = entry
          .replace(/^\^/, '')
          .split('_')
          .flatMap((part) => part.split(/(')/))
          .filter((part) => part !== '');
        const sameStart = phrases.get(parts[0]) ?? [];
        sameStart.push({ words: parts, hit });
        sameStart.sort((a, b) => b.words.length - a.words.length);
        phrases.set(parts[0], sameStart);
        continue;
      }
      const word = entry.replace(/^\^/, '').replace(/\.$/, '');
      const same = words.get(word) ?? [];
      same.push({ capital: entry.startsWith('^'), dotted: entry.endsWith('.'), hit });
      words.set(word, same);
    }
  });
  return { words, phrases, classes };
}
