// Finds names in a row of words: the longest match over a flat index. Names are cut into atoms (letters and digits without
// periods, hyphens, apostrophes and diacritics), so "Guinea-Bissau", "Guinea - Bissau" and "GUINEA-BISSAU" are one name.

import type { Years } from './years.js';

/** A name in the index, with what it stands for. */
export interface Named<T> {
  /** The name as the table writes it. */
  readonly name: string;
  readonly years: Years;
  readonly value: T;
}

/** How an atom must be written in a text: as it comes, with a capital, or in capitals throughout. */
type Shape = 0 | 1 | 2;

interface Slot<T> {
  readonly shapes: readonly Shape[];
  readonly named: Named<T>;
}

/** Abbreviations that are English words too. In a headline all in capitals they are the words: "MAN WHO SHOT ..." */
const WORDS: ReadonlySet<string> = new Set(
  (
    'aid all am amal app are arena as at ate be but by can car cares do eta fan far fin gal go had has he ice if in ' +
    'is it its let map mend met mit new no nor not now of on or our out pan pas raw sap sec sis sit so spa tap than the ' +
    'them to too up us was we who will with'
  ).split(' '),
);

/** The longest name at a word. */
export interface Found<T> {
  /** Number of words. */
  readonly length: number;
  readonly entries: readonly Named<T>[];
}

const PLAIN = /^[a-z0-9]+$/;
const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
const CUT = /[\s\-\u2010-\u2015/'\u2018\u2019\u02bc`]+/;
const GLUE: ReadonlySet<string> = new Set(['-', '.', "'", '’', '–']);
const MARKS = /[\u0300-\u036f.,()"\u201c\u201d]/g;
const ASCII = /^[\x20-\x7e]*$/;
const ASCII_MARKS = /[.,()"]/g;
const SPECIAL: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  Æ: 'AE',
};

/** Cuts a name or a word into atoms, with their case kept. @example atoms("Côte d'Ivoire") // ["Cote", "d", "Ivoire"] */
export function atoms(text: string): string[] {
  if (PLAIN_WORDS.test(text)) return text.split(' ');
  if (ASCII.test(text)) {
    const bare = text.replace(ASCII_MARKS, '');
    return bare.split(CUT).filter((atom) => atom !== '');
  }
  const plain = text
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(/[øØłŁđĐßıæÆ]/g, (letter) => SPECIAL[letter]);
  return plain.split(CUT).filter((atom) => atom !== '');
}

function shapeOf(atom: string): Shape {
  const first = atom[0];
  if (first === first.toLowerCase()) return 0;
  return atom.length > 1 && atom === atom.toUpperCase() ? 2 : 1;
}

function fits(surface: string, shape: Shape): boolean {
  if (shape === 0) return true;
  const first = surface[0];
  if (first === first.toLowerCase() && first !== first.toUpperCase()) return false;
  return shape === 1 || surface === surface.toUpperCase();
}

/** The key of a name: its atoms in lower case. */
export function keyOf(name: string): string {
  if (PLAIN_WORDS.test(name)) return name.toLowerCase();
  return atoms(name).join(' ').toLowerCase();
}

/** Whether the words around `i` are all in capitals, so that capitals tell nothing. */
function shouted(words: readonly string[], i: number): boolean {
  let seen = 0;
  for (let w = Math.max(0, i - 4); w < Math.min(words.length, i + 5); w++) {
    const word = words[w];
    if (w === i || word.length < 3) continue;
    if (word !== word.toUpperCase()) return false;
    if (word !== word.toLowerCase()) seen++;
  }
  return seen > 1;
}

/** Particles that spellings of Arabic names have or lack. */
const PARTICLE = /^(?:al|el|ul)$/;

/** The key of a person: as `keyOf`, without "al-" and middle initials. @example personKey('Mikhail S. Gorbachev') // "mikhail gorbachev" */
export function personKey(name: string): string {
  const key = keyOf(name);
  if (!/(?:^| )(?:al|el|ul|[a-z])(?: |$)/.test(key)) return key;
  const cut = key.split(' ');
  const kept = cut.filter((atom, i) => !PARTICLE.test(atom) && (atom.length > 1 || i === 0 || i === cut.length - 1));
  return kept.length > 0 ? kept.join(' ') : key;
}

/** The names that begin with one atom. */
interface Group<T> {
  /** The largest number of atoms of one of them. */
  longest: number;
  readonly slots: Map<string, Slot<T>[]>;
}

/** The first atom of a name in lower case, as the index files it. @example firstAtom("Côte d'Ivoire") // "cote" */
export function firstAtom(name: string): string {
  const space = name.indexOf(' ');
  const head = (space < 0 ? name : name.slice(0, space)).toLowerCase();
  if (PLAIN.test(head)) return head;
  return (atoms(name)[0] ?? '').toLowerCase();
}

function put<T>(group: Group<T>, cut: readonly string[], named: Named<T>): void {
  const key = cut.join(' ').toLowerCase();
  const slot = { shapes: cut.map(shapeOf), named };
  const there = group.slots.get(key);
  if (there) there.push(slot);
  else group.slots.set(key, [slot]);
  if (group.longest < cut.length) group.longest = cut.length;
}

/**
 * An index of names by their first atom. Filled once, then only read. What comes from a compiled file is put in packed, one text for all
 * names of a first atom, and opened when a word first asks for it: most are never asked for.
 */
export class NameIndex<T> {
  private readonly groups = new Map<string, Group<T> | string>();

  /** @param unpack adds the names of a packed text */
  constructor(private readonly unpack: (packed: string, add: NameIndex<T>['add']) => void = () => {}) {}

  add(name: string, years: Years, value: T): void {
    const cut = atoms(name);
    if (cut.length === 0) return;
    const first = cut[0].toLowerCase();
    let group = this.groupOf(first);
    if (group === undefined) {
      group = { longest: 0, slots: new Map() };
      this.groups.set(first, group);
    }
    put(group, cut, { name, years, value });
  }

  /** Puts in names of a first atom unread, behind those that are there unread. */
  addPacked(first: string, packed: string): void {
    const there = this.groups.get(first);
    this.groups.set(first, typeof there === 'string' ? `${there}\n${packed}` : packed);
  }

  /** Everything in the index: each first atom with its names, those of one name in the order in which they were added. */
  *all(): Generator<readonly [first: string, names: readonly Named<T>[]]> {
    for (const first of this.groups.keys()) {
      const slots = this.groupOf(first)?.slots.values() ?? [];
      yield [first, [...slots].flatMap((list) => list.map((slot) => slot.named))];
    }
  }

  private groupOf(first: string): Group<T> | undefined {
    const there = this.groups.get(first);
    if (typeof there !== 'string') return there;
    const group: Group<T> = { longest: 0, slots: new Map() };
    this.groups.set(first, group);
    this.unpack(there, (name, years, value) => put(group, atoms(name), { name, years, value }));
    return group;
  }

  /** Everything of exactly this name, whatever its case. */
  named(name: string): readonly Named<T>[] {
    const key = keyOf(name);
    const space = key.indexOf(' ');
    const group = this.groupOf(space < 0 ? key : key.slice(0, space));
    return (group?.slots.get(key) ?? []).map((slot) => slot.named);
  }

  /** The longest name that begins with word `i`, or null. Names end where a word ends. */
  matchAt(words: readonly string[], i: number): Found<T> | null {
    const head = words[i];
    const lower = head.toLowerCase();
    const first = PLAIN.test(lower) ? lower : (atoms(lower)[0] ?? '');
    const group = this.groupOf(first);
    if (group === undefined) return null;
    const surface: string[] = [];
    let key = '';
    let found: Found<T> | null = null;
    for (let w = i; w < words.length && surface.length < group.longest; w++) {
      const cut = atoms(words[w]);
      // A lone hyphen or apostrophe may stand inside a name; any other mark ends it.
      if (cut.length === 0) {
        if (GLUE.has(words[w])) continue;
        break;
      }
      for (const atom of cut) {
        key += (key === '' ? '' : ' ') + atom.toLowerCase();
        surface.push(atom);
      }
      const slots = group.slots.get(key);
      if (slots === undefined) continue;
      const entries: Named<T>[] = [];
      for (const slot of slots) {
        if (slot.shapes.every((shape, at) => fits(surface[at], shape))) entries.push(slot.named);
      }
      if (entries.length > 0) found = { length: w - i + 1, entries };
    }
    if (found?.length === 1 && WORDS.has(lower) && shouted(words, i)) return null;
    return found;
  }
}
