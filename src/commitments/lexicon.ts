// The words of codebook/commitments.txt, parsed once.

import type { Commitment } from '../records.js';
import { type Table, table, words } from './codebook.js';

/** The kind of a commitment, or `sign` when the act decides. */
export type WordKind = Commitment['kind'] | 'sign';

/** A word that makes a commitment and what it governs. */
export interface Entry {
  readonly kind: WordKind;
  /** What stands behind it, in the order in which it is looked for. */
  readonly frames: readonly string[];
  readonly strength: Commitment['strength'] | null;
  /** File and line. */
  readonly rule: string;
}

/** A fixed phrase and what it governs. */
export interface Phrase {
  /** Lemmas or forms; "*" for up to five words, "a/b" for either. */
  readonly words: readonly string[];
  /** Of each of the words, what may stand there: "a/b" is either. */
  readonly choices: readonly (readonly string[])[];
  /** It counts only where it is negated: "not hesitate". */
  readonly negated: boolean;
  readonly kind: WordKind | 'speech';
  readonly frames: readonly string[];
  readonly strength: Commitment['strength'] | null;
  /** File and line. */
  readonly rule: string;
}

/** A phrase that points back; `anywhere`: not only at the sentence's beginning. */
export interface LinkPhrase {
  readonly words: readonly string[];
  readonly polarity: 'if' | 'unless';
  readonly anywhere: boolean;
}

export interface Lexicon {
  /** Phrases by their first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Verbs of giving way, which refuse when they are negated. */
  readonly defiant: ReadonlySet<string>;
  readonly verbs: ReadonlyMap<string, Entry>;
  readonly adjectives: ReadonlyMap<string, Entry>;
  readonly nouns: ReadonlyMap<string, Entry>;
  readonly participles: ReadonlyMap<string, Entry>;
  readonly predicates: ReadonlyMap<string, Entry>;
  readonly wanted: ReadonlySet<string>;
  readonly rejected: ReadonlySet<string>;
  /** Things that are proposed between sides. */
  readonly proposed: ReadonlySet<string>;
  readonly empty: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  readonly owning: ReadonlySet<string>;
  readonly hollow: ReadonlySet<string>;
  /** Offices of which a state has one. */
  readonly offices: ReadonlySet<string>;
  /** Phrases that make what a sentence tells private, by their first word. */
  readonly secluded: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Phrases that point back to a condition told before, by their first word, longest first. */
  readonly links: ReadonlyMap<string, readonly LinkPhrase[]>;
  /** Nouns for people and bodies that speak. */
  readonly people: ReadonlySet<string>;
  /** Nouns for texts that ask and bind: a note, a resolution. */
  readonly documents: ReadonlySet<string>;
  /** Verbs whose subject is given what their object promises: "won a pledge". */
  readonly obtaining: ReadonlySet<string>;
  /** Verbs by which a commitment is done with: "kept its promise". */
  readonly done: ReadonlySet<string>;
  /** Verbs of what a side does not do as a rule. */
  readonly standing: ReadonlySet<string>;
  /** Nouns that announce a condition: "The condition: ...". */
  readonly terms: ReadonlySet<string>;
}

let loaded: Lexicon | undefined;

export function lexicon(): Lexicon {
  if (loaded) return loaded;
  const from = table('commitments.txt');
  const entries = (section: string): ReadonlyMap<string, Entry> =>
    new Map(
      (from.sections.get(section) ?? []).map(({ line, text }) => {
        const [word, kind, frames = '', strength] = text.split('|').map((cell) => cell.trim());
        const entry: Entry = {
          kind: kind as WordKind,
          frames: frames.split(/\s+/).filter(Boolean),
          strength: (strength as Commitment['strength'] | undefined) ?? null,
          rule: `${from.file}:${line}`,
        };
        return [word, entry];
      }),
    );
  loaded = {
    verbs: entries('verbs'),
    adjectives: entries('adjectives'),
    nouns: entries('nouns'),
    participles: entries('participles'),
    predicates: entries('predicates'),
    wanted: words(from, 'wanted'),
    rejected: words(from, 'rejected'),
    proposed: words(from, 'proposed'),
    empty: words(from, 'empty'),
    speech: words(from, 'speech'),
    owning: words(from, 'owning'),
    hollow: words(from, 'hollow'),
    offices: words(from, 'offices'),
    secluded: byFirst(
      (from.sections.get('secluded') ?? []).map(({ text }) => text.split(' ')),
      ([first]) => first,
    ),
    links: byFirst(
      (from.sections.get('links') ?? [])
        .map(({ text }) => {
          const [phrase, polarity, where] = text.split('|').map((cell) => cell.trim());
          return { words: phrase.split(' '), polarity: polarity as 'if' | 'unless', anywhere: where === 'anywhere' };
        })
        .sort((a, b) => b.words.length - a.words.length),
      ({ words }) => words[0],
    ),
    people: words(from, 'people'),
    documents: words(from, 'documents'),
    obtaining: words(from, 'obtaining'),
    done: words(from, 'done'),
    standing: words(from, 'standing'),
    terms: words(from, 'terms'),
    phrases: phrasesOf(from),
    defiant: words(from, 'defiant'),
  };
  return loaded;
}

function byFirst<T>(phrases: readonly T[], first: (phrase: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const phrase of phrases) {
    const list = found.get(first(phrase));
    if (list) list.push(phrase);
    else found.set(first(phrase), [phrase]);
  }
  return found;
}

function phrasesOf(from: Table): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const { line, text } of from.sections.get('phrases') ?? []) {
    const [phrase, kind, frames = '', strength] = text.split('|').map((cell) => cell.trim());
    const all = phrase.split(' ');
    const negated = all[0] === 'not';
    const words = negated ? all.slice(1) : all;
    const one: Phrase = {
      words,
      choices: words.map((word) => word.split('/')),
      negated,
      kind: kind as Phrase['kind'],
      frames: frames.split(/\s+/).filter(Boolean),
      strength: (strength as Commitment['strength'] | undefined) ?? null,
      rule: `${from.file}:${line}`,
    };
    for (const first of words[0].split('/')) found.set(first, [...(found.get(first) ?? []), one]);
  }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length);
  return found;
}

/** True for a verb that commits rather than tells a fact: "promised", "reserved the right". */
export function isCommitting(word: string): boolean {
  const frames = lexicon().verbs.get(word)?.frames;
  // "set his release as the price": only with more words does it commit.
  return word === 'reserve' || (frames !== undefined && !frames.includes('priced'));
}
