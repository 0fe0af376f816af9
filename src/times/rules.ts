// Reads the rule files of codebook/times and compiles them. Format, one rule a paragraph:
//
//   name: PATTERN => feature=value flag ...
//     + Talks failed [last week]. = 2021-W51
//     + 2022-06-15: He comes [today]. = 2022-06-15
//     - A text in which nothing may be found.
//
// The rules of a level see what those of the levels before it found, as one word each.
// At each word the rule that takes the most wins; of two equally long ones the one that stands first.

import type { Hit, Lexeme } from './lexemes.js';
import { type Features, grainOf, type Meaning } from './meaning.js';
import { compile, type Pattern } from './patterns.js';

export interface Example {
  readonly line: number;
  readonly date: string;
  /** The sentence with the expressions in square brackets. */
  readonly sentence: string;
  readonly values: readonly string[];
}

export interface Rule {
  /** "file:name". */
  readonly id: string;
  readonly pattern: Pattern;
  readonly sets: Features;
  readonly examples: readonly Example[];
}

/** The rules of one level, by the words and classes that they can start with. */
export interface Level {
  readonly rules: readonly Rule[];
  readonly index: ReadonlyMap<string, Openings>;
}

/** Rules that can start with one word or class, as numbers: those that any word may follow, and the others by what must follow. */
interface Openings {
  readonly free: number[];
  readonly bound: Map<string, number[]>;
}

export const EXAMPLE_DATE = '2021-12-30';

/** Parses one rule file. Throws with file and line when something in it cannot be read. */
export function readRules(text: string, file: string, macros: Map<string, string>): Rule[] {
  const rules: Rule[] = [];
  text.split('\n').forEach((raw, index) => {
    const where = `${file}:${index + 1}`;
    const line = raw.trimEnd();
    if (line === '' || line.startsWith('#')) return;
    if (line.startsWith(' ')) {
      const rule = rules[rules.length - 1];
      if (rule === undefined) throw new Error(`${where}: an example before the first rule`);
      (rule.examples as Example[]).push(readExample(line.trim(), index + 1, where));
      return;
    }
    const macro = /^([A-Z][A-Z0-9_]+) = (.+)$/.exec(line);
    if (macro !== null) {
      macros.set(macro[1], macro[2]);
      return;
    }
    const parts = /^([a-z0-9-]+): (.+?) => (.+)$/.exec(line);
    if (parts === null) throw new Error(`${where}: not a rule: ${line}`);
    try {
      rules.push({
        id: `${file.replace(/\.txt$/, '')}:${parts[1]}`,
        pattern: compile(parts[2], macros),
        sets: readFeatures(parts[3]),
        examples: [],
      });
    } catch (error) {
      throw new Error(`${where}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  return rules;
}

/** One level of rules, in their order. */
export function levelOf(rules: readonly Rule[]): Level {
  const index = new Map<string, Openings>();
  rules.forEach((rule, number) => {
    for (const [first, seconds] of rule.pattern.openings) {
      let openings = index.get(first);
      if (openings === undefined) {
        openings = { free: [], bound: new Map() };
        index.set(first, openings);
      }
      const { free, bound } = openings;
      if (seconds === null) free.push(number);
      else for (const second of seconds) bound.set(second, [...(bound.get(second) ?? []), number]);
    }
  });
  return { rules, index };
}

function readFeatures(text: string): Features {
  const features: Record<string, number | string> = {};
  for (const part of text.trim().split(/\s+/)) {
    const [name, value] = part.split('=');
    if (value === undefined) features.kind = name;
    else features[name] = /^-?\d+$/.test(value) ? Number(value) : value;
  }
  return features;
}

function readExample(text: string, line: number, where: string): Example {
  const negative = /^- (.+)$/.exec(text);
  if (negative !== null) return { line, date: EXAMPLE_DATE, sentence: negative[1], values: [] };
  const positive = /^\+ (?:(\d{4}-\d\d-\d\d): )?(.+) = (.+)$/.exec(text);
  if (positive === null) throw new Error(`${where}: not an example: ${text}`);
  return { line, date: positive[1] ?? EXAMPLE_DATE, sentence: positive[2], values: positive[3].trim().split(/\s+/) };
}

/** Replaces what the rules of a level find by one lexeme each. */
export function applyLevel(level: Level, line: readonly Lexeme[]): readonly Lexeme[] {
  const out: Lexeme[] = [];
  let found = false;
  let at = 0;
  // What was found at `at`: the rule, and where its match ends.
  let number = -1;
  let end = 0;
  let features: Features = {};
  const tryAll = (numbers: readonly number[] | undefined) => {
    if (numbers === undefined) return;
    for (const candidate of numbers) {
      const match = level.rules[candidate].pattern.match(line, at);
      if (match === null || match.end < end || (match.end === end && number >= 0 && number < candidate)) continue;
      number = candidate;
      end = match.end;
      features = match.features;
    }
  };
  const consider = (openings: Openings | undefined) => {
    if (openings === undefined) return;
    tryAll(openings.free);
    const next = line[at + 1];
    if (next === undefined || openings.bound.size === 0) return;
    if (next.text !== '') tryAll(openings.bound.get(next.text));
    for (const hit of next.hits) tryAll(openings.bound.get(hit.name));
  };
  while (at < line.length) {
    number = -1;
    end = 0;
    if (line[at].text !== '') consider(level.index.get(line[at].text));
    for (const hit of line[at].hits) consider(level.index.get(hit.name));
    if (number < 0) {
      out.push(line[at++]);
      continue;
    }
    found = true;
    const rule = level.rules[number];
    const meaning = { ...features, ...rule.sets } as Meaning;
    out.push({
      text: '',
      start: line[at].start,
      end: line[end - 1].end,
      word: line[at].word,
      hits: hitsOfMeaning(meaning),
      rule: rule.id,
    });
    at = end;
  }
  return found ? out : line;
}

// "DATE" and "DATE/month", "DURATION" and "DURATION/year", so that later rules can ask for the size.
function hitsOfMeaning(meaning: Meaning): Hit[] {
  const kind = meaning.kind ?? 'DATE';
  const features = meaning as Features;
  const hits: Hit[] = [{ name: kind, features }];
  const grain = kind === 'DURATION' ? (meaning.unit ?? null) : grainOf(meaning);
  if (grain !== null) hits.push({ name: `${kind}/${grain}`, features });
  if (meaning.month !== undefined && meaning.day !== undefined && kind === 'DATE')
    hits.push({ name: 'DATE/monthday', features });
  if (meaning.ref !== undefined) hits.push({ name: `${kind}/ref`, features });
  return hits;
}

/** What an expression on the line says. */
export const meaningOf = (lexeme: Lexeme): Meaning => lexeme.hits[0].features as Meaning;
