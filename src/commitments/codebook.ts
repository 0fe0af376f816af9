// Reads the codebook's tables: sections in square brackets, comments behind "#", examples behind ">". Loaded once, when first asked for.

import { readFileSync } from 'node:fs';

/** One line of a table. */
export interface Row {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly text: string;
}

/** A table with its examples. */
export interface Table {
  readonly file: string;
  /** Rows by section, in the order of the file. */
  readonly sections: ReadonlyMap<string, readonly Row[]>;
  /** `> sentence => what must come out`. */
  readonly examples: readonly Example[];
}

export interface Example {
  readonly line: number;
  /** The section it stands in. */
  readonly section: string;
  readonly sentence: string;
  readonly expected: string;
}

const loaded = new Map<string, Table>();

/** The table of `codebook/<file>`. */
export function table(file: string): Table {
  let found = loaded.get(file);
  if (!found) {
    found = parseTable(readFileSync(new URL(`../../../codebook/${file}`, import.meta.url), 'utf8'), file);
    loaded.set(file, found);
  }
  return found;
}

/** Parses a table's text. A row before the first section is an error of the table's author. */
export function parseTable(source: string, file: string): Table {
  const sections = new Map<string, Row[]>();
  const examples: Example[] = [];
  let section: string | null = null;
  for (const [index, raw] of source.split('\n').entries()) {
    const text = raw.trim();
    const line = index + 1;
    if (text === '' || text.startsWith('#')) continue;
    const head = /^\[(.+)\]$/.exec(text);
    if (head) {
      section = head[1];
      if (!sections.has(section)) sections.set(section, []);
    } else if (section === null) {
      throw new Error(`${file}:${line}: a row outside of any section`);
    } else if (text.startsWith('>')) {
      const arrow = text.lastIndexOf('=>');
      if (arrow < 0) throw new Error(`${file}:${line}: an example needs "=>"`);
      const sentence = text.slice(1, arrow).trim();
      examples.push({ line, section, sentence, expected: text.slice(arrow + 2).trim() });
    } else sections.get(section)!.push({ line, text });
  }
  return { file, sections, examples };
}

/** All words of a section whose rows are words apart by white space. */
export function words(from: Table, section: string): ReadonlySet<string> {
  const rows = from.sections.get(section);
  if (!rows) throw new Error(`${from.file} has no section [${section}]`);
  return new Set(rows.flatMap((row) => row.text.split(/\s+/)));
}
