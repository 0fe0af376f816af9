// Turns a verb dictionary of PETRARCH or PETRARCH2 ("CAMEO.2.0.txt" and its like) into a codebook: verb blocks with their codes, synonym
// sets, and patterns such as "- * &TROOPS [190]". What has no counterpart is told with its line and left out.
// The format is the one of the PETRARCH manual, chapter "Verb dictionary": "--- NAME [CODE] ---" opens a block, lines below it are its
// verbs, with irregular forms in braces; "- ... [CODE]" is a pattern around "*", the verb, where "$" is the source, "+" the target,
// "&NAME" a synonym set, "(...)" a noun phrase, "{...}" a prepositional phrase; "~ ..." transforms trees; "#" opens a comment.

import { ChanceryError } from '../errors.js';
import type { Ontology } from './ontology.js';
import { PREPOSITIONS, readPatterns } from './read-patterns.js';

/** What a dictionary became. */
export interface Imported {
  /** Text for events/NAME.txt. */
  readonly events: string;
  /** Text for classes.txt. */
  readonly classes: string;
  readonly patterns: number;
  /** What was left out, in order of lines. */
  readonly left: readonly Left[];
}

/** A line of the dictionary that became nothing. */
export interface Left {
  readonly line: number;
  readonly text: string;
  readonly why: string;
}

/** A fault that concerns one line. */
class Untranslatable extends Error {}

interface Block {
  readonly code: string | null;
  readonly verbs: string[];
  readonly patterns: { readonly body: string; readonly code: string; readonly line: number; readonly text: string }[];
  readonly coded: { readonly verb: string; readonly code: string }[];
  readonly line: number;
  readonly title: string;
}

const DETERMINERS = new Set(['a', 'an', 'the', 'its', 'his', 'her', 'their', 'of']);

/** Reads a dictionary. `ontology` says which type a code belongs to. */
export function importPetrarch(text: string, ontology: Ontology): Imported {
  const left: Left[] = [];
  const { blocks, sets } = blocksOf(text, left);
  const names = classNames(sets);
  const known = new Map([...sets].map(([set, words]) => [names.get(set)!, words]));
  /** Pattern lines under "TYPE code", in the order of the dictionary. */
  const sections = new Map<string, string[]>();
  let patterns = 0;
  const used = new Set<string>();
  const add = (code: string, pattern: string): void => {
    const facts = ontology.cameo.get(code);
    if (!facts) throw new Untranslatable(`${code} is no CAMEO code of codebook/cameo.txt`);
    if (facts.type === null) throw new Untranslatable(`${code} (${facts.name}) is no event in PLOVER`);
    const key = `${facts.type} ${code}`;
    const lines = sections.get(key) ?? [];
    if (lines.includes(pattern)) return;
    try {
      readPatterns(`type ${facts.type}\n[${code}]\n${pattern}`, 'x', known, ontology);
    } catch (error) {
      if (!(error instanceof ChanceryError)) throw error;
      throw new Untranslatable(/\(([^)]*)\)$/.exec(error.message)?.[1] ?? error.message);
    }
    sections.set(key, [...lines, pattern]);
    for (const name of pattern.matchAll(/\{([\w-]+)\}/g)) used.add(name[1]);
    patterns++;
  };
  const attempt = (line: number, source: string, make: () => void): void => {
    try {
      make();
    } catch (error) {
      if (!(error instanceof Untranslatable)) throw error;
      left.push({ line, text: source, why: error.message });
    }
  };
  for (const block of blocks) {
    if (block.code !== null && block.verbs.length > 0)
      attempt(block.line, block.title, () => add(block.code!, `verb: S ${block.verbs.join('|')} T!`));
    for (const { verb, code } of block.coded) attempt(block.line, verb, () => add(code, `verb: S ${verb} T!`));
    const all = [...block.verbs, ...block.coded.map(({ verb }) => verb)];
    for (const { body, code, line, text: source } of block.patterns)
      attempt(line, source, () => {
        if (all.length === 0) throw new Untranslatable('no verb stands above it');
        add(code, patternOf(body, all.join('|'), names));
      });
  }
  const classes = [...sets]
    .filter(([set]) => used.has(names.get(set)!))
    .map(([set, words]) => `${names.get(set)} = ${words.join(', ')}`);
  return {
    events: [...byType(sections)].join('\n'),
    classes: classes.length > 0 ? `${classes.join('\n')}\n` : '',
    patterns,
    left: left.sort((a, b) => a.line - b.line),
  };
}

function* byType(sections: ReadonlyMap<string, readonly string[]>): Generator<string> {
  const keys = [...sections.keys()].sort();
  let open = '';
  for (const key of keys) {
    const [type, code] = key.split(' ');
    if (type !== open) yield `type ${type}\n`;
    open = type;
    yield `[${code}]\n${sections.get(key)!.join('\n')}\n`;
  }
}

/** Parts the text into blocks of verbs and sets of synonyms. */
function blocksOf(text: string, left: Left[]): { blocks: Block[]; sets: Map<string, string[]> } {
  const blocks: Block[] = [];
  const sets = new Map<string, string[]>();
  let set: string[] | null = null;
  let block: Block | null = null;
  const lines = text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, '')).split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].replace(/#.*$/, '').trim();
    if (line === '') continue;
    const report = (why: string): void => void left.push({ line: i + 1, text: line, why });
    if (line.startsWith('---')) {
      const head = /^-{3}\s*([^[]*?)\s*(?:\[([^\]]*)\])?\s*-*$/.exec(line);
      set = null;
      block = {
        code: head ? codeOf(head[2] ?? '') : null,
        verbs: [],
        patterns: [],
        coded: [],
        line: i + 1,
        title: line,
      };
      blocks.push(block);
    } else if (line.startsWith('&')) {
      set = [];
      sets.set(line.slice(1).split(/\s/)[0], set);
    } else if (line.startsWith('+') && set) set.push(...withSingular(wordsOf(line.slice(1)).replaceAll('_', ' ')));
    else if (line.startsWith('~')) report('transformations of trees have no counterpart');
    else if (line.startsWith('-')) {
      const rule = /^-\s*(.*?)\s*\[([^\]]*)\]\s*$/.exec(line);
      const code = rule ? codeOf(rule[2]) : null;
      if (!block) report('a pattern above the first block');
      else if (!rule) report('no code in brackets ends the pattern');
      else if (code === null)
        report('it says that the words mean nothing: write a "no:" example, or a pattern that asks for more');
      else block.patterns.push({ body: rule[1], code, line: i + 1, text: line });
    } else if (block) {
      const verb = /^\+?([A-Z][\w+'-]*(?: [A-Z][\w+'-]*)*)\s*(?:\{[^}]*\})?\s*(?:\[([^\]]*)\])?\s*(?:\{[^}]*\})?$/.exec(
        line,
      );
      if (!verb) {
        report('neither verb nor pattern');
        continue;
      }
      const word = wordsOf(verb[1].replaceAll(' ', '_'));
      const code = codeOf(verb[2] ?? '');
      if (code !== null) block.coded.push({ verb: word, code });
      else block.verbs.push(word);
    } else report('stands outside a block');
  }
  return { blocks, sets };
}

/** The first code of "[190]", "[:190]", "[---:190]"; null for none. */
function codeOf(text: string): string | null {
  return /\d{2,4}/.exec(text)?.[0] ?? null;
}

/** "CEASE_FIRE_" to "cease_fire". */
function wordsOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll('+', '')
    .replace(/\s+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** Words are matched by their base forms; dictionaries also have plurals. @example withSingular('diplomatic_ties') // ["diplomatic_ties", "diplomatic_tie", "diplomatic_ty"] */
function withSingular(word: string): string[] {
  if (/ies$/.test(word)) return [word, word.slice(0, -1), `${word.slice(0, -3)}y`];
  return /[^siu]s$/.test(word) ? [word, word.slice(0, -1)] : [word];
}

/** A class name for each set, apart from our own names. */
function classNames(sets: ReadonlyMap<string, unknown>): Map<string, string> {
  return new Map([...sets.keys()].map((set) => [set, `petrarch-${set.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`]));
}

/** Translates the words around "*". */
function patternOf(body: string, verbs: string, names: ReadonlyMap<string, string>): string {
  const star = body.indexOf('*');
  if (star < 0 || body.includes('*', star + 1)) throw new Untranslatable('one "*" is needed');
  const before = unitsOf(body.slice(0, star), names);
  const after = unitsOf(body.slice(star + 1), names);
  let subject = 'S';
  let passive = false;
  const heads = before.filter((unit) => !PREPOSITIONS.has(unit));
  if (before.length > heads.length || heads.length > 2) throw new Untranslatable('a phrase before the verb');
  for (const unit of heads) {
    if (unit === '$') continue;
    if (unit === '+') passive = true;
    else if (subject === 'S') subject = `${unit}=S`;
    else throw new Untranslatable('two nouns before the verb');
  }
  if (passive) subject = subject === 'S' ? 'T' : subject.replace('=S', '=T');
  const parts: string[] = [];
  let target = passive;
  for (let i = 0; i < after.length; i++) {
    const unit = after[i];
    if (unit === '$' && PREPOSITIONS.has(after[i - 1] ?? '') && passive) parts.push('S');
    else if (unit === '$') throw new Untranslatable('a source behind the verb');
    else if (unit === '+') {
      parts.push('T');
      target = true;
    } else if (PREPOSITIONS.has(unit)) {
      if (i === after.length - 1) {
        if (target) throw new Untranslatable(`nothing stands behind "${unit}"`);
        parts.push(unit, 'T');
        target = true;
      } else parts.push(unit);
    } else parts.push(unit);
  }
  const nouns = parts.filter((part) => !PREPOSITIONS.has(part));
  if (nouns.length > 4) throw new Untranslatable('more than four phrases behind the verb');
  if (!target) parts.push('(to|against|on|with|from|in|for T)');
  return `verb: ${subject} ${verbs} ${parts.join(' ')}`.trim();
}

/** "$", "+", prepositions, class names in braces, and words; words of one phrase are joined. */
function unitsOf(text: string, names: ReadonlyMap<string, string>): string[] {
  const units: string[] = [];
  let phrase: string[] = [];
  const close = (): void => {
    if (phrase.length > 0) units.push(withSingular(phrase.join('_')).join('|'));
    phrase = [];
  };
  for (const [raw] of text.matchAll(/[(){}]|[^\s(){}]+/g)) {
    if (/^[(){}]$/.test(raw)) close();
    else if (raw === '$' || raw === '+') {
      close();
      units.push(raw);
    } else if (raw.startsWith('&')) {
      close();
      const name = names.get(raw.slice(1).replace(/_$/, '')) ?? names.get(raw.slice(1));
      if (!name) throw new Untranslatable(`${raw} is no synonym set of this dictionary`);
      units.push(`{${name}}`);
    } else if (raw === '%' || raw === '^' || raw === '?' || raw.includes('&') || raw.includes('/'))
      throw new Untranslatable(`"${raw}" has no counterpart`);
    else {
      const word = wordsOf(raw);
      if (DETERMINERS.has(word) && word !== 'of') continue;
      if (!/^[a-z0-9][\w.'’-]*$/.test(word)) throw new Untranslatable(`"${raw}" is no word`);
      if (PREPOSITIONS.has(word)) {
        close();
        const joined = `${units[units.length - 1] ?? ''}_${word}`;
        if (PREPOSITIONS.has(joined)) units[units.length - 1] = joined;
        else if (PREPOSITIONS.has(units[units.length - 1] ?? '')) throw new Untranslatable('two prepositions in a row');
        else units.push(word);
      } else phrase.push(word);
    }
  }
  close();
  return units;
}
