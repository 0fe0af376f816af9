// Looks a codebook folder over, as `chancery codebook check` does: every fault of its files, not only the first, each with file, line,
// column and a hint; and what can be read but is probably not meant.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChanceryError } from '../errors.js';
import { OWN_FOLDER, ownBook } from './book.js';
import { type Classes, readClasses } from './classes.js';
import { readModality } from './modality-table.js';
import { type Ontology, readOntology } from './ontology.js';
import { type Entry, type PatternFile, readPatterns } from './read-patterns.js';

/** A fault or a doubt. */
export interface Fault {
  readonly severity: 'error' | 'warning';
  /** One line, with file:line:column. */
  readonly message: string;
}

/** Every fault and doubt in the files of a folder, file by file; a user's folder is read on top of ours. */
export function lintBook(dir: string): Fault[] {
  const faults: Fault[] = [];
  const isOwn = dir === OWN_FOLDER;
  const base = isOwn ? { classes: new Map() as Classes, ontology: null } : ownBook();
  const load = (name: string): { path: string; text: string } | null => {
    const path = join(dir, name);
    return existsSync(path) ? { path, text: readFileSync(path, 'utf8') } : null;
  };
  const collect = <T>(file: { path: string; text: string }, parse: (text: string) => T): T =>
    readingOn(file, parse, (error) => faults.push({ severity: 'error', message: error.message }));

  const classFile = load('classes.txt');
  const classes = classFile
    ? collect(classFile, (text) => readClasses(text, classFile.path, base.classes))
    : base.classes;
  const plover = load('plover.txt')?.text ?? readFileSync(join(OWN_FOLDER, 'plover.txt'), 'utf8');
  const codeFile = load('cameo.txt');
  const added = codeFile ? collect(codeFile, (text) => readOntology(plover, text, codeFile.path)) : null;
  const ontology: Ontology = {
    types: added?.types ?? ownBook().ontology.types,
    cameo: new Map([...(base.ontology?.cameo ?? []), ...(added?.cameo ?? [])]),
  };
  const modality = load('modality.txt');
  if (modality) collect(modality, (text) => readModality(text, modality.path));

  const seen = new Map<string, string>();
  const events = join(dir, 'events');
  const files = existsSync(events)
    ? readdirSync(events)
        .filter((name) => name.endsWith('.txt'))
        .sort()
    : [];
  const texts: string[] = [];
  for (const name of files) {
    const file = load(join('events', name))!;
    texts.push(file.text);
    const read = collect(file, (text) => readPatterns(text, file.path, classes, ontology));
    const doubt = (rule: string, detail: string): void => {
      faults.push({ severity: 'warning', message: `${rule}: ${detail}` });
    };
    for (const entry of read.entries) doubtsOf(entry, ontology, seen, isOwn, doubt);
    examplesOf(read, file, doubt);
  }
  if (classFile && !isOwn) {
    const used = [...texts, classFile.text].join('\n');
    const lines = classFile.text.split('\n');
    for (const name of classes.keys()) {
      if (base.classes.has(name) || used.includes(`{${name}}`)) continue;
      const line = lines.findIndex((one) => one.startsWith(name)) + 1;
      faults.push({ severity: 'warning', message: `${classFile.path}:${line}:1: no pattern uses the class {${name}}` });
    }
  }
  // Ours is named as in the documentation, wherever the package lies.
  return isOwn
    ? faults.map(({ severity, message }) => ({ severity, message: message.replaceAll(dir, 'codebook/') }))
    : faults;
}

/** Reads a file; a line with a fault is told, blanked, and the rest read on. */
function readingOn<T>(
  file: { readonly path: string; readonly text: string },
  parse: (text: string) => T,
  tell: (error: ChanceryError) => void,
): T {
  const lines = file.text.split('\n');
  for (;;) {
    try {
      return parse(lines.join('\n'));
    } catch (error) {
      const line = error instanceof ChanceryError ? /:(\d+):\d+$/.exec(error.where ?? '') : null;
      if (!line || lines[Number(line[1]) - 1].trim() === '') throw error;
      tell(error as ChanceryError);
      lines[Number(line[1]) - 1] = '';
    }
  }
}

function doubtsOf(
  { key, pattern }: Entry,
  ontology: Ontology,
  seen: Map<string, string>,
  isOwn: boolean,
  doubt: (rule: string, detail: string) => void,
): void {
  const where = `${pattern.rule}:1`;
  for (const slot of pattern.slots) {
    for (const type of slot.actTypes ?? [])
      if (!ontology.types.has(type)) doubt(where, `"${type}" in ACT[...] is no type; no act has it`);
  }
  const same = `${key} ${pattern.text} ${pattern.type}`;
  const before = seen.get(same);
  // Every alternative of an anchor is an entry of its own; the first one tells.
  const told = `told ${where} ${pattern.text}`;
  if (before !== undefined && before !== where && !seen.has(told)) {
    seen.set(told, where);
    doubt(where, `"${pattern.text}" stands at ${before} already; this one never wins`);
  }
  seen.set(same, before ?? where);
  const [anchor, word] = key.split(' ');
  if (isOwn || anchor !== 'verb' || ownBook().index.has(word)) return;
  for (const ending of ['ed', 'd', 'ing', 'es', 's']) {
    const stem = word.endsWith(ending) ? word.slice(0, -ending.length) : '';
    const verb = [stem, `${stem}e`].find((one) => (ownBook().index.get(one)?.verb.length ?? 0) > 0);
    if (verb === undefined) continue;
    doubt(where, `"${word}" looks like a form of "${verb}"; patterns are made of base forms`);
    return;
  }
}

function examplesOf(
  read: PatternFile,
  file: { readonly path: string },
  doubt: (rule: string, detail: string) => void,
): void {
  if (read.entries.length > 0 && !read.examples.some((example) => example.want))
    doubt(`${file.path}:1:1`, 'no "yes:" example; one a block shows that its patterns do what they are meant to');
  for (const { text, source, target, rule } of read.examples) {
    for (const words of [source, target])
      if (words !== null && !text.includes(words)) doubt(`${rule}:1`, `"${words}" does not stand in the example`);
  }
}
