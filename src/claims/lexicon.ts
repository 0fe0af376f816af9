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
  'accepting',
  'contrasts',
  'tolls',
  'people',
  'gaining',
  'holding',
  'losing',
  'grips',
  'places',
  'first',
  'violent',
  'harming',
  'innocent',
  'witnesses',
  'answering',
  'alleging',
  'attitudes',
  'charges',
  'credible',
  'lying',
  'happening',
] as const;

/** A fixed phrase that takes a stance. */
export interface Phrase {
  readonly words: readonly string[];
  readonly stance: 'denies' | 'doubts';
  /** Whoever says it does not know of the thing: he denies his own deeds, and doubts those of others. */
  readonly unaware: boolean;
  /** File and line. */
  readonly rule: string;
}

export type Lexicon = Readonly<Record<(typeof SECTIONS)[number], ReadonlySet<string>>> & {
  /** Phrases by their first word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases that call their subject untrue, words joined by "_". */
  readonly untruths: ReadonlySet<string>;
  /** What became of people, by word: "dead", "hurt", "taken", "missing", "gone". */
  readonly fates: ReadonlyMap<string, string>;
  /** The row of a deed's word. */
  readonly deeds: ReadonlyMap<string, number>;
  /** The first word of its row: one name for things of a kind. */
  readonly things: ReadonlyMap<string, string>;
  /** What speaks for two statements being versions of one matter: log odds by name. */
  readonly weights: ReadonlyMap<string, number>;
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
      ['ignorance phrases', 'denies'],
      ['untrue phrases', 'denies'],
    ] as const) {
      for (const { line, text } of from.sections.get(section) ?? []) {
        const unaware = section === 'ignorance phrases';
        const phrase = { words: text.split(' '), stance, unaware, rule: `${from.file}:${line}` };
        phrases.set(phrase.words[0], [...(phrases.get(phrase.words[0]) ?? []), phrase]);
      }
    }
    const fates = new Map<string, string>();
    for (const fate of ['dead', 'hurt', 'taken', 'missing', 'gone'])
      for (const word of words(from, fate)) fates.set(word, fate);
    const deeds = new Map<string, number>();
    const things = new Map<string, string>();
    for (const [row, { text }] of (from.sections.get('deeds') ?? []).entries())
      for (const word of text.split(/\s+/)) deeds.set(word, row);
    for (const { text } of from.sections.get('things') ?? []) {
      const kind = text.split(/\s+/);
      for (const word of kind) things.set(word, kind[0]);
    }
    const untruths = new Set((from.sections.get('untrue phrases') ?? []).map(({ text }) => text.split(' ').join('_')));
    const weights = new Map<string, number>();
    for (const { text } of from.sections.get('versions') ?? []) {
      const at = text.indexOf(' ');
      weights.set(text.slice(at + 1), Number(text.slice(0, at)));
    }
    loaded = { ...found, phrases, untruths, fates, deeds, things, weights } as Lexicon;
  }
  return loaded;
}
