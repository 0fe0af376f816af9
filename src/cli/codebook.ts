// `chancery codebook`: look a codebook over and run its examples, try a sentence, start a codebook, take over a PETRARCH dictionary.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { ChanceryError } from '../errors.js';
import {
  type Book,
  considered,
  importPetrarch,
  lintBook,
  loadBook,
  OWN_FOLDER,
  ownBook,
  ruleName,
} from '../events/index.js';
import { dispatchOf } from '../intake/index.js';
import { parse } from '../language/index.js';
import { read, STORY } from '../reading.js';
import type { ActorRef, Event } from '../records.js';
import { starter } from './codebook-starter.js';
import { codebookOption, dayOption } from './read.js';

export function addCodebook(program: Command): void {
  const codebook = program.command('codebook').summary('check, try, start or take over a codebook of events');
  codebook
    .command('check')
    .description('Looks for faults, then runs the "yes:" and "no:" examples. Without a folder: our own codebook.')
    .argument('[folder]', 'a codebook folder, read on top of ours')
    .option('--all', 'run the examples of our own codebook under it as well')
    .action((folder: string | undefined, options: { all?: boolean }) =>
      guarded(() => runCheck(folder ?? null, options.all === true)),
    );
  codebook
    .command('try')
    .description('Shows what a sentence is coded as, by which pattern and why, and what else was considered.')
    .argument('<sentence>', 'one sentence or more')
    .addOption(codebookOption())
    .option('-d, --date <day>', 'the day (YYYY-MM-DD) on which it is said', dayOption)
    .action((sentence: string, options: { codebook?: readonly string[]; date?: string }) =>
      guarded(() => {
        process.stdout.write(tried(sentence, loadBook(OWN_FOLDER, options.codebook ?? []), options.date));
        return 0;
      }),
    );
  codebook
    .command('new')
    .description('Makes a folder with a small codebook that works and says how to go on.')
    .argument('<name>', 'name of the folder to make')
    .action((name: string) => guarded(() => runNew(name)));
  codebook
    .command('import')
    .description(
      'Makes a codebook of a PETRARCH or PETRARCH2 verb dictionary, and lists the lines that have no counterpart.',
    )
    .argument('<file>', 'the dictionary, such as CAMEO.2.0.txt')
    .argument('<name>', 'name of the folder to make')
    .action((file: string, name: string) => guarded(() => runImport(file, name)));
}

function guarded(run: () => number): void {
  try {
    process.exitCode = run();
  } catch (error) {
    if (!(error instanceof ChanceryError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function runCheck(folder: string | null, all: boolean): number {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const book = folder === null ? ownBook() : null;
  const faults = lintBook(folder ?? OWN_FOLDER);
  for (const { severity, message } of faults) say(severity === 'error' ? message : `warning: ${message}`);
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    say(`${count(errors, 'fault')}; the examples are run when they are mended.`);
    return 1;
  }
  const read = book ?? loadBook(OWN_FOLDER, [folder!]);
  const prefix = folder === null || all ? '' : ruleName(folder, '');
  const examples = read.examples.filter(({ rule }) => rule.startsWith(prefix));
  let failed = 0;
  let otherActors = 0;
  for (const { want, type, text, source, target, rule } of examples) {
    const where = `${pathOf(rule, folder)}:1`;
    const events = eventsOf(text, read);
    const ofType = events.filter((event) => event.type === type);
    if (want !== ofType.length > 0) {
      failed++;
      say(
        want
          ? `${where}: no ${type} in: ${text}\n  it gives ${events.map(inShort).join('; ') || 'nothing'}; see \`chancery codebook try\``
          : `${where}: ${inShort(ofType[0])} by ${ofType[0].rule}, and must not, in: ${text}`,
      );
    } else if (want && !ofType.some((event) => hasActors(event, source, target))) {
      otherActors++;
      say(
        `warning: ${where}: other actors than ${source ?? ''} > ${target ?? ''} in: ${text}\n  ${inShort(ofType[0])}`,
      );
    }
  }
  const patterns = folder === null ? read.size : read.size - ownBook().size;
  say(
    `${patterns} patterns ${folder === null ? '' : 'more than ours; '}${count(examples.length, 'example')}: ${examples.length - failed} as wanted, ${failed} not${otherActors > 0 ? `, ${otherActors} with other actors` : ''}.`,
  );
  return failed > 0 ? 1 : 0;
}

const count = (n: number, thing: string): string => `${n} ${thing}${n === 1 ? '' : 's'}`;

/** The path of a rule as the user can open it. */
function pathOf(rule: string, folder: string | null): string {
  if (folder !== null && rule.startsWith(ruleName(folder, ''))) return join(folder, 'events', basename(rule));
  return `codebook/events/${rule}`;
}

function eventsOf(text: string, book: Book): readonly Event[] {
  return read(dispatchOf(text, { id: 'example', date: '2020-01-02' }), undefined, undefined, book).events;
}

function hasActors(event: Event, source: string | null, target: string | null): boolean {
  const named = (refs: readonly ActorRef[], words: string | null): boolean =>
    words === null || refs.some((ref) => ref.text.includes(words) || words.includes(ref.text));
  return (
    (named(event.sources, source) && named(event.targets, target)) ||
    (event.reciprocal && named(event.sources, target) && named(event.targets, source))
  );
}

/** @example "THREATEN 1312 TUR > GRC" */
function inShort(event: Event): string {
  const codes = (refs: readonly ActorRef[]): string => refs.map((ref) => ref.code).join(' ') || '?';
  const standing = [event.modality, event.negated ? 'negated' : '', event.denied ? 'denied' : ''].filter(Boolean);
  return `${event.type}${event.mode ? ` ${event.mode}` : ''} ${event.cameo}  ${codes(event.sources)} > ${codes(event.targets)}  ${standing.join(', ')}`;
}

const cut = (text: string): string => (text.length > 90 ? `${text.slice(0, 88)} …` : text);

/** What `codebook try` prints. */
function tried(text: string, book: Book, date: string | undefined): string {
  const dispatch = dispatchOf(text, { id: 'try', ...(date ? { date } : {}) });
  const notes = new Map<string, string[]>();
  const reading = read(
    dispatch,
    (subject, note) => notes.set(subject, [...(notes.get(subject) ?? []), note]),
    undefined,
    book,
  );
  const lines: string[] = [];
  for (const event of reading.events) {
    lines.push(`${event.id}  ${inShort(event)}  confidence ${event.confidence.toFixed(2)}`);
    for (const note of notes.get(event.id) ?? []) lines.push(`    ${note}`);
  }
  if (reading.events.length === 0) lines.push('No event.');
  const others: string[] = [];
  for (const sentence of parse(dispatch.text, dispatch.blocks, STORY)) {
    for (const { form, span, fits, lost, tried: patterns } of considered(sentence, book)) {
      if (reading.events.some(({ trigger }) => trigger[0] === span[0])) continue;
      if (!fits) {
        const best = patterns.slice(0, 3).map(({ rule, text: line }) => `${rule} "${cut(line)}"`);
        others.push(`"${form}": none of ${count(patterns.length, 'pattern')} fits, such as ${best.join('; ')}`);
        continue;
      }
      const holder = reading.events.find(({ id }) =>
        (notes.get(id) ?? []).some((note) => note.includes(`(${fits.rule})`)),
      );
      const around = reading.events.find(({ evidence }) => evidence[0] <= span[0] && span[1] <= evidence[1]);
      const why = holder
        ? `it is what ${holder.id} is about`
        : around
          ? `its words belong to ${around.id}, or its actors are none`
          : 'but no political actor fills its roles, or the sentence speaks of business or sport';
      others.push(`"${form}": ${fits.type} ${fits.cameo} at ${fits.rule} "${cut(fits.text)}" fits; ${why}`);
      if (lost.length > 0) others.push(`    it won over ${lost.join(', ')}`);
    }
  }
  if (others.length > 0) lines.push('', 'Other words that the codebook knows', ...others.map((line) => `  ${line}`));
  return `${lines.join('\n')}\n`;
}

function runNew(name: string): number {
  makeFolder(name, starter(shortName(name)));
  process.stdout.write(
    `${name} is made. Next:\n  chancery codebook check ${name}\n  chancery codebook try --codebook ${name} "Iran closed the strait to Iraqi ships."\n  chancery read --codebook ${name} dispatch.txt\n`,
  );
  return 0;
}

function shortName(name: string): string {
  return basename(resolve(name))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

function makeFolder(name: string, files: readonly (readonly [file: string, text: string])[]): void {
  if (existsSync(name)) throw new ChanceryError('E067', name);
  mkdirSync(join(name, 'events'), { recursive: true });
  for (const [file, text] of files) writeFileSync(join(name, file), text);
}

function runImport(file: string, name: string): number {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ChanceryError('E001', file);
  }
  const { events, classes, patterns, left } = importPetrarch(text, ownBook().ontology);
  const from = `# Taken over from the PETRARCH dictionary ${basename(file)}. Add "yes:" and "no:" examples below each heading.\n\n`;
  makeFolder(name, [
    [`events/${shortName(name)}.txt`, from + events],
    ['classes.txt', from + classes],
  ]);
  for (const { line, text: source, why } of left) process.stderr.write(`${file}:${line}: ${source} (${why})\n`);
  process.stdout.write(`${count(patterns, 'pattern')} in ${name}; ${count(left.length, 'line')} left out.\n`);
  return 0;
}
