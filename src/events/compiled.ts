// The codebook compiled into one file at build, so that a start pays for reading neither its texts nor patterns it does not need.
// The texts stay the truth: the file carries a stamp of them and of the code that reads them, and counts only while both are as they were.
// What is many (patterns, slots, word sets) stands in pools and is made when a word first asks for it; the tables are made at once.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Book } from './book.js';
import type { Anchor, Pattern, Slot, WordSet } from './pattern.js';

/** Where the build writes it and `ownBook` looks for it. */
export const COMPILED_FILE = fileURLToPath(new URL('./codebook.json', import.meta.url));

/** Bump when the shape of the file changes. */
const FORMAT = 1;

const TABLES = ['classes', 'plover', 'cameo', 'folding', 'modality', 'contexts', 'confidence'] as const;
const READERS = [
  'book',
  'classes',
  'compiled',
  'confidence',
  'contexts',
  'modality-table',
  'ontology',
  'pattern',
  'read-patterns',
] as const;

/** A hash of everything that the compiled codebook depends on: the texts of the folder and the code that reads them. */
export function stampOf(folder: string): string {
  const hash = createHash('sha256').update(`${FORMAT}`);
  const events = join(folder, 'events');
  const names = readdirSync(events)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(events, name));
  const readers = READERS.map((name) => fileURLToPath(new URL(`./${name}.js`, import.meta.url)));
  for (const path of [...TABLES.map((name) => join(folder, `${name}.txt`)), ...names, ...readers]) {
    const text = readFileSync(path);
    hash.update(`\n${path.slice(path.search(/[^/\\]*$/))} ${text.length}\n`).update(text);
  }
  return hash.digest('hex');
}

type PackedSet = readonly [
  single: readonly string[],
  multi: readonly (readonly [string, readonly (readonly string[])[]])[],
];
type PackedSlot = Omit<Slot, 'words' | 'not' | 'actTypes' | 'notTypes'> & {
  readonly words: number;
  readonly not: number;
  readonly actTypes: readonly string[] | null;
  readonly notTypes: readonly string[] | null;
};
/** What the alternatives of one line of the codebook share. */
type PackedLine = Omit<Pattern, 'slots' | 'near' | 'far' | 'rule' | 'contexts' | 'order' | 'with'> & {
  readonly slots: readonly number[];
  readonly near: number;
  readonly far: number;
  readonly rule: number;
  readonly contexts: number;
};
type PackedPattern = readonly [line: number, order: number, ...company: string[]];
type PackedBucket = readonly [lemma: string, verb: readonly number[], noun: readonly number[], adj: readonly number[]];

interface Packed {
  readonly stamp: string;
  readonly size: number;
  readonly tables: unknown;
  readonly texts: readonly string[];
  readonly contexts: readonly (readonly string[])[];
  readonly sets: readonly PackedSet[];
  readonly slots: readonly PackedSlot[];
  readonly lines: readonly PackedLine[];
  readonly patterns: readonly PackedPattern[];
  readonly index: readonly PackedBucket[];
}

/** The text of the compiled file. The same book gives the same bytes. */
export function packBook(book: Book, stamp: string): string {
  const texts = pool<string, string>((text) => text);
  const contexts = pool<readonly string[], readonly string[]>(
    (list) => list,
    (list) => list.join(),
  );
  const sets = pool<WordSet, PackedSet>((set) => [[...set.single], [...set.multi]]);
  const slots = pool<Slot, PackedSlot>((slot) => ({
    ...slot,
    words: slot.words ? sets.add(slot.words) : -1,
    not: slot.not ? sets.add(slot.not) : -1,
    actTypes: slot.actTypes ? [...slot.actTypes] : null,
    notTypes: slot.notTypes ? [...slot.notTypes] : null,
  }));
  const lines = pool<Pattern, PackedLine>(
    ({ order: _order, with: _with, ...pattern }) => ({
      ...pattern,
      slots: pattern.slots.map(slots.add),
      near: pattern.near ? sets.add(pattern.near) : -1,
      far: pattern.far ? sets.add(pattern.far) : -1,
      rule: texts.add(pattern.rule),
      contexts: contexts.add(pattern.contexts),
    }),
    ({ rule, anchor, weight, text }) => `${rule} ${anchor} ${weight} ${text}`,
  );
  const patterns = pool<Pattern, PackedPattern>((pattern) => [lines.add(pattern), pattern.order, ...pattern.with]);
  const index = [...book.index].map(
    ([lemma, { verb, noun, adj }]): PackedBucket => [
      lemma,
      verb.map(patterns.add),
      noun.map(patterns.add),
      adj.map(patterns.add),
    ],
  );
  const { index: _, size, ...tables } = book;
  const packed: Packed = {
    stamp,
    size,
    tables: plain(tables),
    texts: texts.all,
    contexts: contexts.all,
    sets: sets.all,
    slots: slots.all,
    lines: lines.all,
    patterns: patterns.all,
    index,
  };
  return `${JSON.stringify(packed)}\n`;
}

/** The book of a compiled file, or null where the file is missing, broken or not of this stamp. */
export function unpackBook(path: string, stamp: string): Book | null {
  let packed: Packed;
  try {
    packed = JSON.parse(readFileSync(path, 'utf8')) as Packed;
  } catch {
    return null;
  }
  if (packed.stamp !== stamp) return null;
  const setAt = once<WordSet | null>((i) => {
    if (i < 0) return null;
    const [single, multi] = packed.sets[i];
    return { single: new Set(single), multi: new Map(multi) };
  });
  const slotAt = once<Slot>((i) => {
    const slot = packed.slots[i];
    return {
      at: slot.at,
      preps: slot.preps,
      optional: slot.optional,
      role: slot.role,
      words: setAt(slot.words),
      not: setAt(slot.not),
      act: slot.act,
      actTypes: slot.actTypes && (new Set(slot.actTypes) as Slot['actTypes']),
      notTypes: slot.notTypes && (new Set(slot.notTypes) as Slot['notTypes']),
      actor: slot.actor,
    };
  });
  const lineAt = once<Omit<Pattern, 'order' | 'with'>>((i) => {
    const line = packed.lines[i];
    return {
      ...line,
      slots: line.slots.map(slotAt),
      near: setAt(line.near),
      far: setAt(line.far),
      rule: packed.texts[line.rule],
      contexts: packed.contexts[line.contexts],
    };
  });
  // Written out, so that all are of one shape for V8: patterns are tried at every verb.
  const patternAt = once<Pattern>((i) => {
    const [at, order, ...company] = packed.patterns[i];
    const line = lineAt(at);
    return {
      type: line.type,
      mode: line.mode,
      cameo: line.cameo,
      contexts: line.contexts,
      reciprocal: line.reciprocal,
      bare: line.bare,
      prior: line.prior,
      near: line.near,
      far: line.far,
      anchor: line.anchor,
      with: company,
      negated: line.negated,
      slots: line.slots,
      weight: line.weight,
      order,
      rule: line.rule,
      text: line.text,
    };
  });
  const index = new Map(
    packed.index.map(([lemma, verb, noun, adj]) => [lemma, new Bucket({ verb, noun, adj }, patternAt)]),
  );
  return { ...(rich(packed.tables) as Omit<Book, 'index' | 'size'>), index, size: packed.size };
}

/** The patterns of a lemma, each list made when it is first asked for. */
class Bucket implements Readonly<Record<Anchor, readonly Pattern[]>> {
  private verbs: readonly Pattern[] | null = null;
  private nouns: readonly Pattern[] | null = null;
  private adjs: readonly Pattern[] | null = null;

  constructor(
    private readonly raw: Readonly<Record<Anchor, readonly number[]>>,
    private readonly patternAt: (i: number) => Pattern,
  ) {}

  get verb(): readonly Pattern[] {
    this.verbs ??= this.raw.verb.map(this.patternAt);
    return this.verbs;
  }

  get noun(): readonly Pattern[] {
    this.nouns ??= this.raw.noun.map(this.patternAt);
    return this.nouns;
  }

  get adj(): readonly Pattern[] {
    this.adjs ??= this.raw.adj.map(this.patternAt);
    return this.adjs;
  }
}

/** Things that stand in many places, each packed once, in the order of first use. */
function pool<T, P>(
  pack: (one: T) => P,
  keyOf: (one: T) => unknown = (one) => one,
): { all: P[]; add: (one: T) => number } {
  const known = new Map<unknown, number>();
  const all: P[] = [];
  const add = (one: T): number => {
    const key = keyOf(one);
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const packed = pack(one);
    const at = all.push(packed) - 1;
    known.set(key, at);
    return at;
  };
  return { all, add };
}

function once<T>(make: (i: number) => T): (i: number) => T {
  const made = new Map<number, T>();
  return (i) => {
    let one = made.get(i);
    if (one === undefined) {
      one = make(i);
      made.set(i, one);
    }
    return one;
  };
}

/** Maps and sets as JSON has none. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return { $map: [...value].map(([k, v]) => [k, plain(v)]) };
  if (value instanceof Set) return { $set: [...value] };
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
}

function rich(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rich);
  if (value === null || typeof value !== 'object') return value;
  if ('$map' in value) return new Map((value.$map as [unknown, unknown][]).map(([k, v]) => [k, rich(v)]));
  if ('$set' in value) return new Set(value.$set as unknown[]);
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, rich(v)]));
}
