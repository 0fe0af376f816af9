// Reads codebook/roles.txt and finds its words in a sentence: which nouns make an actor, and of which PLOVER sector.

import { readFileSync } from 'node:fs';
import { ChanceryError } from '../errors.js';
import { type Agent, agents } from '../gazetteer/index.js';
import type { Gender, Role, RoleKind } from './types.js';

/** What the table says of a word or a few: a noun, a modifier, or both ("rebel"). */
export interface RoleEntry {
  readonly singular: Role | null;
  readonly plural: Role | null;
  readonly modifier: string | null;
}

/** The table's words as a tree, a word a step, in lower case. */
interface Node {
  readonly next: Map<string, Node>;
  singular: Role | null;
  plural: Role | null;
  modifier: string | null;
  /** True when every word of the entry that is written with a capital needs one. */
  capital: boolean;
}

/** An example of the table. */
export interface RoleExample {
  readonly phrase: string;
  readonly code: string;
  readonly line: number;
}

export interface RoleTable {
  readonly root: Node;
  readonly examples: readonly RoleExample[];
}

const KINDS: ReadonlySet<string> = new Set(['person', 'group', 'body', 'thing']);
const FLAGS: ReadonlySet<string> = new Set(['office', 'local', 'bound', 'kin', 'male', 'female', 'modifier']);

function node(): Node {
  return { next: new Map(), singular: null, plural: null, modifier: null, capital: false };
}

let shared: RoleTable | null = null;
/** How many of a user's nouns the shared table holds. */
let lent = 0;

/** The table of the package, with the role nouns of the user's PETRARCH agent files on top. */
export function roleTable(): RoleTable {
  const own = agents();
  if (shared === null || lent !== own.size) {
    const file = new URL('../../../codebook/roles.txt', import.meta.url);
    shared = parseRoles(readFileSync(file, 'utf8'), 'roles.txt');
    lent = own.size;
    for (const [form, agent] of own) lend(shared.root, form, agent);
  }
  return shared;
}

/** Those who act where they stand, when no country is told. */
const LOCAL = new Set(['COP', 'REB', 'UAF', 'CRM', 'PRM', 'MIL', 'CVL', 'OPP', 'LAB', 'EDU', 'REF']);

/** Lays a user's noun over ours: the sector is his; of a noun that we know, the rest stays. */
function lend(root: Node, form: string, { noun, plural, sector: code, rule }: Agent): void {
  const at = walk(root, cut(form));
  const sector = code.slice(0, 3);
  const ours = at.singular ?? at.plural;
  const role: Role = ours
    ? { ...ours, sector, rule }
    : {
        noun,
        sector,
        kind: 'person',
        office: false,
        local: LOCAL.has(sector),
        bound: false,
        kin: false,
        gender: '',
        rule,
      };
  if (plural && !at.singular) at.plural = role;
  else at.singular = role;
  if (at.plural && at.singular) at.plural = role;
}

/** Compiles a table. A line that cannot be read is an E110 with file and line. */
export function parseRoles(text: string, file: string): RoleTable {
  const root = node();
  const examples: RoleExample[] = [];
  let sector: string | null = null;
  let flags: readonly string[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    const where = `${file}:${i + 1}`;
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('>')) {
      const [phrase, code] = line.slice(1).split('=>');
      if (code === undefined) throw new ChanceryError('E110', where, line);
      examples.push({ phrase: phrase.trim(), code: code.trim(), line: i + 1 });
      continue;
    }
    const heading = /^\[([A-Z]{3}|@|-)((?: \w+)*)\]$/.exec(line);
    if (heading) {
      sector = heading[1] === '-' ? null : heading[1];
      flags = heading[2].trim().split(' ').filter(Boolean);
      const wrong = flags.find((flag) => !KINDS.has(flag) && !FLAGS.has(flag));
      if (wrong) throw new ChanceryError('E110', where, wrong);
      continue;
    }
    if (flags.length === 0) throw new ChanceryError('E110', where, line);
    for (const entry of line.split(',')) if (entry.trim()) add(root, entry.trim(), sector, flags, where);
  }
  return { root, examples };
}

function add(root: Node, noun: string, sector: string | null, flags: readonly string[], rule: string): void {
  const capital = noun !== noun.toLowerCase();
  if (flags.includes('modifier')) {
    const end = walk(root, cut(noun));
    end.modifier = sector;
    return;
  }
  const kind = flags.find((flag) => KINDS.has(flag)) as RoleKind | undefined;
  const gender: Gender = flags.includes('male') ? 'm' : flags.includes('female') ? 'f' : '';
  const role: Role = {
    noun,
    sector,
    kind: kind ?? 'person',
    office: flags.includes('office'),
    local: flags.includes('local'),
    bound: flags.includes('bound'),
    kin: flags.includes('kin'),
    gender,
    rule,
  };
  const one = walk(root, cut(noun));
  one.singular ??= role;
  one.capital ||= capital;
  const many = walk(root, cut(pluralOf(noun)));
  many.plural ??= role;
  many.capital ||= capital;
}

/** The words of an entry as a tokenizer cuts them: hyphens and possessive marks apart. */
function cut(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .replace(/(?<=\w)-(?=\w)/g, ' - ')
    .replace(/'s\b/g, " 's")
    .split(/\s+/);
}

function walk(root: Node, words: readonly string[]): Node {
  let at = root;
  for (const word of words) {
    let next = at.next.get(word);
    if (!next) {
      next = node();
      at.next.set(word, next);
    }
    at = next;
  }
  return at;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  man: 'men',
  woman: 'women',
  child: 'children',
  person: 'people',
  wife: 'wives',
  police: 'police',
  personnel: 'personnel',
  aircraft: 'aircraft',
  headquarters: 'headquarters',
  thief: 'thieves',
  charge: 'charges',
  'passer-by': 'passers-by',
  mujahid: 'mujahideen',
  staff: 'staffs',
  chief: 'chiefs',
  contra: 'contras',
};

/** The plural of an entry: its head is the word before "of", "for", "to" or "in", else the last. */
export function pluralOf(noun: string): string {
  const at = / (?:of|for|to|in|and|d'affaires)\b/.exec(noun)?.index ?? noun.length;
  if (/ general$/.test(noun.slice(0, at)) && !/^(?:major|lieutenant|brigadier) /.test(noun)) {
    return noun.replace(/(\w+) general/, (_, head: string) => `${pluralWord(head)} general`);
  }
  const head = noun.slice(0, at);
  const last = /[^\s-]+$/.exec(head)?.[0] ?? head;
  return head.slice(0, head.length - last.length) + pluralWord(last) + noun.slice(at);
}

function pluralWord(word: string): string {
  const lower = word.toLowerCase();
  const irregular = IRREGULAR[lower];
  if (irregular) return irregular;
  if (/(?:man)$/.test(lower) && !/(?:german|human|roman)$/.test(lower)) return `${word.slice(0, -2)}en`;
  if (/[^aeiou]y$/.test(lower)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(lower)) return `${word}es`;
  return `${word}s`;
}

/** A match in a sentence. */
export interface RoleMatch {
  readonly length: number;
  readonly entry: RoleEntry;
}

/** The longest entry that begins with word `i`; `words` as they stand, `lower` the same in lower case. */
export function roleAt(words: readonly string[], lower: readonly string[], i: number): RoleMatch | null {
  let at = roleTable().root.next.get(lower[i]);
  let found: RoleMatch | null = null;
  for (let w = i; at !== undefined; ) {
    if ((at.singular || at.plural || at.modifier) && !(at.capital && words[i] === lower[i])) {
      found = { length: w - i + 1, entry: at };
    }
    w++;
    if (w >= lower.length) break;
    const word = lower[w];
    // A name may be cut at its hyphens or not.
    at = at.next.get(word === '’s' ? "'s" : word);
  }
  return found ?? hyphenated(words, lower, i);
}

/** A word with hyphens inside ("secretary-general") is looked up as its parts. */
function hyphenated(words: readonly string[], lower: readonly string[], i: number): RoleMatch | null {
  if (!lower[i].includes('-') || lower[i].length < 3) return null;
  let at: Node | undefined = roleTable().root;
  for (const part of cut(lower[i])) at = at?.next.get(part);
  if (!at || !(at.singular || at.plural || at.modifier) || (at.capital && words[i] === lower[i])) return null;
  return { length: 1, entry: at };
}
