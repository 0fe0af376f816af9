// The words of codebook/meetings.txt, parsed once.

import { table, words } from '../commitments/index.js';
import type { Meeting } from '../records.js';

export interface NounEntry {
  readonly form: Meeting['form'];
  readonly needs: 'nothing' | 'phone' | 'other';
  readonly rule: string;
}

export interface VerbEntry {
  readonly form: Meeting['form'];
  /** Where the other party or the destination stands: "obj" or a preposition. */
  readonly parties: readonly string[];
  readonly rule: string;
}

/** What a word makes of an occasion; `begun` is held or to come, by tense. */
export type Effect = Meeting['status'] | 'begun';

export interface Lexicon {
  readonly nouns: ReadonlyMap<string, NounEntry>;
  readonly not: ReadonlySet<string>;
  readonly verbs: ReadonlyMap<string, VerbEntry>;
  readonly status: ReadonlyMap<string, Effect>;
  readonly modifiers: ReadonlyMap<string, Meeting['status']>;
  /** Word to level, and the levels from the highest. */
  readonly levels: ReadonlyMap<string, string>;
  readonly ranks: readonly string[];
  readonly formats: ReadonlyMap<string, string>;
  readonly outcomes: ReadonlySet<string>;
  /** What talks make, or fail to make. */
  readonly gains: ReadonlySet<string>;
}

let loaded: Lexicon | undefined;

export function lexicon(): Lexicon {
  if (loaded) return loaded;
  const from = table('meetings.txt');
  const rows = (section: string): [string[], string][] =>
    (from.sections.get(section) ?? []).map(({ line, text }) => [
      text.split('|').map((cell) => cell.trim()),
      `${from.file}:${line}`,
    ]);
  const levels = new Map<string, string>();
  const ranks: string[] = [];
  for (const [[level, list]] of rows('levels')) {
    ranks.push(level);
    for (const word of list.split(/\s+/)) levels.set(word, level);
  }
  loaded = {
    nouns: new Map(
      rows('nouns').map(([[word, form, needs = 'nothing'], rule]) => [
        word,
        { form: form as Meeting['form'], needs: needs as NounEntry['needs'], rule },
      ]),
    ),
    not: words(from, 'not'),
    verbs: new Map(
      rows('verbs').map(([[word, form, parties], rule]) => [
        word,
        { form: form as Meeting['form'], parties: parties.split(/\s+/), rule },
      ]),
    ),
    status: new Map(rows('status').map(([[word, effect]]) => [word, effect as Effect])),
    modifiers: new Map(rows('modifiers').map(([[word, status]]) => [word, status as Meeting['status']])),
    levels,
    ranks,
    formats: new Map(rows('formats').map(([[word, format]]) => [word, format])),
    outcomes: words(from, 'outcomes'),
    gains: words(from, 'gains'),
  };
  return loaded;
}
