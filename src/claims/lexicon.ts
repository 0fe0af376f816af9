// The words of codebook/claims.txt, parsed once.

import { table, words } from '../commitments/index.js';

const SECTIONS = [
  'denying',
  'dismissing',
  'reports',
  'false',
  'naming',
  'denials',
  'doubting',
  'skeptical',
  'verifying',
  'evidence',
  'confirming',
  'asserting',
  'accusing',
  'counts',
  'belittling',
  'control',
  'contrasts',
] as const;

/** A fixed phrase that takes a stance. */
export interface Phrase {
  readonly words: readonly string[];
  readonly stance: 'denies' | 'doubts';
  /** File and line. */
  readonly rule: string;
}

export type Lexicon = Readonly<Record<(typeof SECTIONS)[number], ReadonlySet<string>>> & {
  /** Phrases by their first word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
};

let loaded: Lexicon | undefined;

export function lexicon(): Lexicon {
  if (!loaded) {
    const from = table('claims.txt');
    const found: Partial<Record<(typeof SECTIONS)[number], ReadonlySet<string>>> = {};
    for (const section of SECTIONS) found[section] = words(from, section);
    const phrases = new Map<string, Phrase[]>();
    for (const [section, stance] of [
      ['doubt phrases', 'doubts'],
      ['deny phrases', 'denies'],
    ] as const) {
      for (const { line, text } of from.sections.get(section) ?? []) {
        const phrase = { words: text.split(' '), stance, rule: `${from.file}:${line}` };
        phrases.set(phrase.words[0], [...(phrases.get(phrase.words[0]) ?? []), phrase]);
      }
    }
    loaded = { ...found, phrases } as Lexicon;
  }
  return loaded;
}
