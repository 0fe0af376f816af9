// Reads the tables of speech: codebook/speech.txt (verbs), speech-nouns.txt (nouns, phrases, adjectives) and speech-sources.txt (who speaks).
// The tables are the first thing a user can change: the classes here are what the model looks at beside the word itself.

import { readFileSync } from 'node:fs';
import type { Sentence } from '../language/index.js';

/** What the table knows of one word. */
export interface SpeechWord {
  readonly word: string;
  /** Name of its class. @example "say" */
  readonly class: string;
  /** The shapes its content takes. */
  readonly frames: ReadonlySet<string>;
  /** File and line, for `rule`. @example "speech.txt:14" */
  readonly rule: string;
}

/** An example of the table: the sentence and its parts. */
export interface SpeechExample {
  readonly text: string;
  readonly source: string | null;
  readonly cue: string;
  readonly content: readonly string[];
  readonly addressee: string | null;
  readonly rule: string;
}

export interface SpeechTable {
  /** By dictionary form, with its particle where it has one ("point out"). */
  readonly verbs: ReadonlyMap<string, SpeechWord>;
  /** Nouns, adjectives and adverbs by dictionary form. */
  readonly words: ReadonlyMap<string, SpeechWord>;
  /** Phrases of several words, all lower case, that stand around. */
  readonly phrases: readonly SpeechWord[];
  readonly examples: readonly SpeechExample[];
}

let loaded: SpeechTable | null = null;
let graded: ReadonlyMap<string, ReadonlySet<string>> | null = null;

/** The table of speech, read once. */
export function speechTable(): SpeechTable {
  loaded ??= compileSpeech(
    [
      ['speech.txt', codebook('speech.txt')],
      ['speech-nouns.txt', codebook('speech-nouns.txt')],
    ],
    'speech.txt',
  );
  return loaded;
}

/** What the table knows of the verb at `word`; a form whose final "e" the lemma lost is found too. */
export function speechVerb({ lemma, form }: Pick<Sentence, 'lemma' | 'form'>, word: number): SpeechWord | undefined {
  const { verbs } = speechTable();
  const own = lemma[word]?.toLowerCase();
  if (own === undefined) return undefined;
  return verbs.get(own) ?? (form[word].toLowerCase() === `${own}ed` ? verbs.get(`${own}e`) : undefined);
}

/** The words by which a source is graded: grade to words, read once. */
export function sourceWords(): ReadonlyMap<string, ReadonlySet<string>> {
  if (graded === null) {
    const grades = new Map<string, Set<string>>();
    for (const entry of entries('speech-sources.txt', codebook('speech-sources.txt'))) {
      if (entry.example !== null) continue;
      const words = grades.get(entry.class) ?? new Set();
      for (const word of entry.words) words.add(word.toLowerCase());
      grades.set(entry.class, words);
    }
    graded = grades;
  }
  return graded;
}

/** Compiles tables of speech; the words of the file `verbs` are verbs. The first entry of a word wins. */
export function compileSpeech(files: readonly (readonly [name: string, text: string])[], verbs: string): SpeechTable {
  const table = {
    verbs: new Map<string, SpeechWord>(),
    words: new Map<string, SpeechWord>(),
    phrases: [] as SpeechWord[],
    examples: [] as SpeechExample[],
  };
  for (const [name, text] of files) {
    for (const entry of entries(name, text)) {
      if (entry.example !== null) {
        table.examples.push(exampleOf(entry.example, entry.rule));
        continue;
      }
      for (const word of entry.words) {
        const known: SpeechWord = { word, class: entry.class, frames: entry.frames, rule: entry.rule };
        const map = name === verbs ? table.verbs : table.words;
        if (name !== verbs && word.includes(' ')) table.phrases.push(known);
        else if (!map.has(word)) map.set(word, known);
      }
    }
  }
  return table;
}

function codebook(name: string): string {
  return readFileSync(new URL(`../../../codebook/${name}`, import.meta.url), 'utf8');
}

interface Entry {
  readonly class: string;
  readonly frames: ReadonlySet<string>;
  readonly words: readonly string[];
  readonly example: string | null;
  readonly rule: string;
}

function* entries(name: string, text: string): Generator<Entry> {
  let current = '';
  let frames: ReadonlySet<string> = new Set();
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].trim();
    const rule = `${name}:${i + 1}`;
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('==')) {
      const [head, tail] = split(line.slice(2));
      current = head;
      frames = framesOf(tail);
    } else if (line.startsWith('>')) {
      yield { class: current, frames, words: [], example: line.slice(1).trim(), rule };
    } else if (line.includes(': ')) {
      const [head, tail] = split(line);
      yield { class: current, frames: framesOf(tail), words: [head], example: null, rule };
    } else {
      const words = line.split(',').map((word) => word.trim());
      yield { class: current, frames, words: words.filter((word) => word !== ''), example: null, rule };
    }
  }
}

function split(line: string): [string, string] {
  const colon = line.indexOf(':');
  return colon < 0 ? [line.trim(), ''] : [line.slice(0, colon).trim(), line.slice(colon + 1)];
}

function framesOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((frame) => frame !== ''));
}

/** Reads "(source) *cue* [content] <addressee>". */
function exampleOf(marked: string, rule: string): SpeechExample {
  const piece = (pattern: RegExp) => [...marked.matchAll(pattern)].map((match) => match[1]);
  return {
    text: marked.replace(/[()*[\]<>]/g, ''),
    source: piece(/\(([^)]*)\)/g)[0] ?? null,
    cue: piece(/\*([^*]*)\*/g)[0] ?? '',
    content: piece(/\[([^\]]*)\]/g),
    addressee: piece(/<([^>]*)>/g)[0] ?? null,
    rule,
  };
}
