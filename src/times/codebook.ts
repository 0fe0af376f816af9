// The rules of time, read once from codebook/times: the words, then the levels in the order of this page.

import { readFileSync } from 'node:fs';
import type { Sentence } from '../language/index.js';
import { holidays } from './holidays.js';
import { type Lexeme, lexer } from './lexemes.js';
import { type Level, levelOf, readRules } from './rules.js';
import { readVocabulary, withWords } from './vocabulary.js';

/** The rule files, lowest level first: each sees what those before it found. */
export const LEVELS = [['dates.txt', 'lengths.txt', 'clock.txt'], ['parts.txt'], ['joined.txt']] as const;

export interface Codebook {
  readonly lex: (sentence: Sentence) => Lexeme[] | null;
  readonly levels: readonly Level[];
}

let book: Codebook | null = null;

/** The compiled rules. */
export function codebook(): Codebook {
  if (book !== null) return book;
  const read = (name: string): string =>
    readFileSync(new URL(`../../../codebook/times/${name}`, import.meta.url), 'utf8');
  const vocabulary = readVocabulary(withWords(read('words.txt'), 'HOLIDAY', 'holiday', holidays()), 'words.txt');
  const macros = new Map<string, string>();
  const levels = LEVELS.map((names) => levelOf(names.flatMap((name) => readRules(read(name), name, macros))));
  book = { lex: lexer(vocabulary), levels };
  return book;
}
