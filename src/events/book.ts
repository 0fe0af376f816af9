// The codebook as the coder uses it: all files of codebook/ read once, patterns compiled into an index by anchor lemma.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChanceryError } from '../errors.js';
import type { PloverType } from '../records.js';
import { type Classes, readClasses, wordSet } from './classes.js';
import { COMPILED_FILE, stampOf, unpackBook } from './compiled.js';
import { type ConfidenceTable, readConfidence } from './confidence.js';
import { type ContextTable, readContexts } from './contexts.js';
import type { PatternIndex } from './match.js';
import { type ModalityTable, readModality } from './modality-table.js';
import { type Ontology, readOntology } from './ontology.js';
import type { Anchor, Example, Pattern } from './pattern.js';
import { readPatterns } from './read-patterns.js';
import type { FrameWords } from './tree.js';

/** Everything that stands in codebook/. */
export interface Book {
  readonly ontology: Ontology;
  readonly classes: Classes;
  readonly index: PatternIndex;
  readonly examples: readonly Example[];
  readonly frames: FrameWords;
  /** Words of business: 2 for a sure one, 1 for one that often is. */
  readonly business: ReadonlyMap<string, number>;
  /** Nouns of firms. */
  readonly company: ReadonlySet<string>;
  readonly sport: ReadonlySet<string>;
  readonly disaster: ReadonlySet<string>;
  readonly folding: Folding;
  readonly modality: ModalityTable;
  readonly contexts: ContextTable;
  readonly confidence: ConfidenceTable;
  /** Number of patterns, every alternative of an anchor counted. */
  readonly size: number;
}

/** codebook/folding.txt. */
export interface Folding {
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly future: ReadonlyMap<PloverType, PloverType>;
  /** The same where a condition hangs on it. */
  readonly offered: ReadonlyMap<PloverType, PloverType>;
  readonly refusal: ReadonlyMap<PloverType, PloverType>;
}

let own: Book | null = null;

/** The codebook that comes with Chancery, at the first call: as the build compiled it, else read from its texts. */
export function ownBook(): Book {
  own ??= unpackBook(COMPILED_FILE, stampOf(OWN_FOLDER)) ?? loadBook(OWN_FOLDER);
  return own;
}

/** The folder of our own codebook. */
export const OWN_FOLDER = fileURLToPath(new URL('../../../codebook/', import.meta.url));

/** Our codebook with folders of a user's own laid over it, read once for each list of folders. */
export function bookWith(extra: readonly string[]): Book {
  if (extra.length === 0) return ownBook();
  const key = extra.join('\n');
  let book = laid.get(key);
  if (!book) {
    book = loadBook(OWN_FOLDER, extra);
    laid.set(key, book);
  }
  return book;
}

const laid = new Map<string, Book>();

/**
 * Reads a codebook folder with `extra` folders laid over it, the last on top: their classes, codes, types and context words are added
 * to ours or take their place by name, their event files are added or take the place of ours by file name and win over ours where
 * patterns ask for equally much, and their folding.txt and modality.txt take the place of ours.
 */
export function loadBook(folder: string, extra: readonly string[] = []): Book {
  const top = [...extra].reverse();
  const text = (path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      throw new ChanceryError('E001', path);
    }
  };
  for (const dir of extra) if (!isCodebook(dir)) throw new ChanceryError('E066', dir);
  const file = (name: string): string => {
    for (const dir of top) if (existsSync(join(dir, name))) return join(dir, name);
    return join(folder, name);
  };
  const all = (name: string): string =>
    [folder, ...extra]
      .map((dir) => join(dir, name))
      .filter((path) => existsSync(path))
      .map(text)
      .join('\n');
  let classes = readClasses(text(join(folder, 'classes.txt')), 'classes.txt');
  for (const dir of extra) {
    const path = join(dir, 'classes.txt');
    if (existsSync(path)) classes = readClasses(text(path), path, classes);
  }
  const sources = new Map<string, { name: string; path: string }>();
  for (const dir of [...top, folder]) {
    const events = join(dir, 'events');
    if (!existsSync(events)) continue;
    for (const name of readdirSync(events).sort()) {
      if (!name.endsWith('.txt') || sources.has(name)) continue;
      sources.set(name, { name: dir === folder ? name : ruleName(dir, name), path: join(events, name) });
    }
  }
  return compile(
    [...sources.values()].map(({ name, path }) => ({ name, text: text(path) })),
    {
      classes,
      ontology: readCodes(all('plover.txt'), folder, extra, text),
      folding: readFolding(text(file('folding.txt'))),
      modality: readModality(text(file('modality.txt')), file('modality.txt')),
      contexts: readContexts(all('contexts.txt')),
      confidence: readConfidence(text(file('confidence.txt'))),
    },
  );
}

/** Our codes, with a user's added or put in the place of ours. */
function readCodes(plover: string, folder: string, extra: readonly string[], text: (path: string) => string): Ontology {
  const own = readOntology(plover, text(join(folder, 'cameo.txt')));
  const codes = new Map(own.cameo);
  for (const path of extra.map((dir) => join(dir, 'cameo.txt'))) {
    if (!existsSync(path)) continue;
    for (const [code, facts] of readOntology(plover, text(path), path).cameo) codes.set(code, facts);
  }
  return { types: own.types, cameo: codes };
}

/** True for a folder that holds a file of a codebook. */
function isCodebook(dir: string): boolean {
  return ['events', 'classes.txt', 'cameo.txt', 'contexts.txt', 'folding.txt', 'modality.txt', 'plover.txt'].some(
    (name) => existsSync(join(dir, name)),
  );
}

/** The name by which rules of a user's file are known: alike wherever the folder lies. @example ruleName('../my/trade', 'tariffs.txt') // "trade/events/tariffs.txt" */
export function ruleName(dir: string, file: string): string {
  return `${basename(resolve(dir))}/events/${file}`;
}

/** Compiles texts of pattern files; for tests and for `codebook try`. */
export function compile(
  files: readonly { name: string; text: string }[],
  tables: Pick<Book, 'classes' | 'ontology' | 'folding' | 'modality' | 'contexts' | 'confidence'>,
): Book {
  const { classes, ontology } = tables;
  const index = new Map<string, Record<Anchor, Pattern[]>>();
  const examples: Example[] = [];
  let size = 0;
  for (const { name, text } of files) {
    const read = readPatterns(text, name, classes, ontology, size);
    for (const { key, pattern } of read.entries) {
      const lemma = key.slice(key.indexOf(' ') + 1);
      let bucket = index.get(lemma);
      if (!bucket) {
        bucket = { verb: [], noun: [], adj: [] };
        index.set(lemma, bucket);
      }
      bucket[pattern.anchor].push(pattern);
    }
    size += read.entries.length;
    examples.push(...read.examples);
  }
  for (const bucket of index.values()) {
    for (const list of Object.values(bucket)) list.sort((a, b) => b.weight - a.weight || a.order - b.order);
  }
  const words = (name: string): ReadonlySet<string> => new Set(classes.get(name) ?? []);
  const frames = {
    transparent: words('transparent'),
    light: words('light'),
    carriers: words('carrier'),
    objectControl: words('object-control'),
    idioms: wordSet(classes.get('idiom') ?? []),
    impersonal: wordSet(classes.get('impersonal') ?? []),
    actorly: wordSet(classes.get('actorly') ?? []),
  };
  const business = new Map<string, number>();
  for (const word of words('business-half')) business.set(word, 1);
  for (const word of words('business')) business.set(word, 2);
  const sport = words('sport');
  const company = words('company');
  const disaster = words('disaster');
  return { ...tables, index, examples, frames, business, company, sport, disaster, size };
}

/** Reads codebook/folding.txt. */
export function readFolding(text: string): Folding {
  const codes = new Map<string, Map<string, string>>();
  const future = new Map<PloverType, PloverType>();
  const offered = new Map<PloverType, PloverType>();
  const refusal = new Map<PloverType, PloverType>();
  let section = '';
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].replace(/#.*$/, '').trim();
    if (line === '') continue;
    const head = /^\[(\w+)\]$/.exec(line);
    if (head) {
      section = head[1];
      continue;
    }
    const [from, to] = line.split(/\s+/);
    if (!to || section === '') throw new ChanceryError('E063', `folding.txt:${i + 1}:1`, 'two words under a heading');
    if (section === 'future') future.set(from as PloverType, to as PloverType);
    else if (section === 'if') offered.set(from as PloverType, to as PloverType);
    else if (section === 'refusal') refusal.set(from as PloverType, to as PloverType);
    else {
      const map = codes.get(section) ?? new Map<string, string>();
      map.set(from, to);
      codes.set(section, map);
    }
  }
  return { codes, future, offered, refusal };
}

/** The code of an outer event around an act, or null where the table is silent. @example foldCode(f, 'THREATEN', '163') // "1312" */
export function foldCode(folding: Folding, outer: PloverType, act: string): string | null {
  const map = folding.codes.get(outer);
  for (let n = act.length; map && n >= 2; n--) {
    const code = map.get(act.slice(0, n));
    if (code) return code;
  }
  return null;
}
