// Reads codebook/classes.txt: named lists of words that patterns use in braces.
// One class: "name = word, two words, {other class}"; indented lines continue it; "#" opens a comment.

import { ChanceryError } from '../errors.js';
import type { WordSet } from './pattern.js';

/** Class names with their entries, other classes already put in. */
export type Classes = ReadonlyMap<string, readonly string[]>;

/** Reads the text of a class file. */
export function readClasses(text: string, file: string, known: Classes = new Map()): Map<string, string[]> {
  const classes = new Map<string, string[]>();
  for (const [name, entries] of known) classes.set(name, [...entries]);
  let current: string[] | null = null;
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].replace(/(^|\s)#.*$/, '').trimEnd();
    if (line.trim() === '') continue;
    let rest = line;
    if (!/^\s/.test(line)) {
      const equals = line.indexOf('=');
      const name = line.slice(0, Math.max(equals, 0)).trim();
      if (equals < 0 || !/^[a-z][\w-]*$/.test(name)) {
        throw new ChanceryError('E060', `${file}:${i + 1}:1`, 'a class opens with its name in small letters and "="');
      }
      current = [];
      classes.set(name, current);
      rest = line.slice(equals + 1);
    }
    if (current === null) throw new ChanceryError('E060', `${file}:${i + 1}:1`, 'words before the first class');
    for (const item of rest.split(','))
      addEntry(item.trim(), current, known, classes, `${file}:${i + 1}:${line.indexOf(item) + 1}`);
  }
  return classes;
}

function addEntry(item: string, into: string[], known: Classes, classes: Classes, where: string): void {
  if (item === '') return;
  if (!item.startsWith('{')) {
    into.push(item.toLowerCase());
    return;
  }
  const name = item.slice(1, -1);
  // A class inside itself is the one of the same name that it takes the place of.
  const other = classes.get(name) === into ? known.get(name) : classes.get(name);
  if (!item.endsWith('}') || other === undefined) {
    throw new ChanceryError('E061', where, `${item}; a class must be defined above the line that uses it`);
  }
  into.push(...other);
}

/** Makes a set of words out of entries, where several words are parted by spaces or underscores. */
export function wordSet(entries: readonly string[]): WordSet {
  const single = new Set<string>();
  const multi = new Map<string, string[][]>();
  const add = (words: readonly string[]): void => {
    const last = words[words.length - 1];
    if (words.length === 1) {
      single.add(last);
      return;
    }
    const before = words.slice(0, -1).reverse();
    const list = multi.get(last);
    if (list) list.push(before);
    else multi.set(last, [before]);
  };
  for (const entry of entries) {
    const words = entry.toLowerCase().split(/[\s_]+/);
    add(words);
    // A hyphenated word may come as one token, as three, or written together.
    if (entry.includes('-')) {
      add(words.flatMap((word) => word.split(/(-)/)));
      add(words.map((word) => word.replaceAll('-', '')));
      add(words.flatMap((word) => word.split('-')));
    }
  }
  return { single, multi };
}
