// How a record came about: reads the dispatch again with a Trace and gathers the words, the rule, what the record stands on, the tree of its
// sentence, and what else was considered and lost. Sections of plain lines; the command line and the desk print them each in its own way.

import { bookWith } from './events/index.js';
import { children, parse, type Sentence } from './language/index.js';
import { read, STORY } from './reading.js';
import type { Dispatch, Reading, Span, Trace } from './records.js';
import { clean, type View, viewOf } from './render/view.js';

/** A titled list of lines; leading blanks of a line are its depth. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Why there is a record. */
export interface Explanation {
  /** @example "e1  THREATEN Egypt warned Ethiopia" */
  readonly head: string;
  /** Those that have lines. */
  readonly sections: readonly Section[];
}

type Kept = { readonly id: string } & Readonly<Record<string, unknown>>;
type Notes = ReadonlyMap<string, readonly string[]>;

/** One line a record of the dispatch: its id and the words it is known by. */
export function recordLines(dispatch: Dispatch, codebooks: readonly string[] = []): readonly string[] {
  const reading = read(dispatch, undefined, undefined, bookWith(codebooks));
  const view = viewOf(reading);
  return [...recordsOf(reading).values()].map((record) => `${record.id.padEnd(5)} ${brief(record, view)}`);
}

/**
 * The explanation of the record `id`, or null when a reading of the dispatch has none of that name. Of a filed record `filed` is the reading it stands
 * in: its fields are told as they were filed, and where this program reads the place otherwise, or not at all, the explanation says so.
 */
export function explain(
  dispatch: Dispatch,
  id: string,
  codebooks: readonly string[] = [],
  filed: Reading | null = null,
): Explanation | null {
  const notes = new Map<string, string[]>();
  const trace: Trace = (subject, note) => {
    if (!notes.has(subject)) notes.set(subject, []);
    notes.get(subject)!.push(note);
  };
  const reading = read(dispatch, trace, undefined, bookWith(codebooks));
  const records = recordsOf(reading);
  const view = viewOf(filed ?? reading);
  const record = (filed ? recordsOf(filed) : records).get(id);
  if (!record) return null;
  const now = filed ? again(record, records) : record;
  const sections: Section[] = [
    { title: 'Fields', lines: fieldsOf(record, view) },
    { title: 'Since it was filed', lines: changes(record, now, view) },
    { title: 'How it came about', lines: now ? about(now, notes, view).filter((note) => !LOST.test(note)) : [] },
    {
      title: 'It stands on',
      lines: (now ? linked(now, records) : []).flatMap((other) => [
        `${other.id}  ${brief(other, view)}`,
        ...about(other, notes, view).map((note) => `  ${note}`),
      ]),
    },
    { title: 'Considered, and lost', lines: now ? lost(now, records, notes, view) : [] },
    { title: 'The tree', lines: treeOf(record, sentencesAbout(record, dispatch)) },
  ];
  return { head: `${record.id}  ${brief(record, view)}`, sections: sections.filter(({ lines }) => lines.length > 0) };
}

/** The record of this reading that stands where a filed one stands: of the same sort, with the most words in common; null where there is none. */
function again(filed: Kept, records: ReadonlyMap<string, Kept>): Kept | null {
  const sort = sortOf(filed);
  const span = mainSpan(filed);
  let best: Kept | null = null;
  let most = 0;
  for (const one of records.values()) {
    const other = mainSpan(one);
    if (sortOf(one) !== sort || !span || !other) continue;
    const shared = Math.min(span[1], other[1]) - Math.max(span[0], other[0]) + (one.id === filed.id ? 0.5 : 0);
    if (shared <= most) continue;
    best = one;
    most = shared;
  }
  return best;
}

/** The letter of its id: e of events, c of commitments. */
const sortOf = ({ id }: Kept): string => id.replace(/\d+$/, '');

/** What this program makes of it otherwise than the one that filed it. Ids are left out: they count what stands before. */
function changes(filed: Kept, now: Kept | null, view: View): string[] {
  if (now === null) return ['This program does not find it; what follows is the record as it was filed.'];
  const before = new Map(fieldsOf(filed, view).map((line) => [line.slice(0, 11), line.slice(12)]));
  const after = new Map(fieldsOf(now, view).map((line) => [line.slice(0, 11), line.slice(12)]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [one, other] = [before.get(field) ?? 'nothing', after.get(field) ?? 'nothing'];
    const same = one === other || (ID.test(one) && ID.test(other));
    return same ? [] : [`${field} ${one}, now ${other}`];
  });
}

/** One id, or several. */
const ID = /^[a-z]+\d+(; [a-z]+\d+)*$/;

function recordsOf(reading: Reading): Map<string, Kept> {
  const { actors, times, places, statements, events, commitments, meetings, claims } = reading;
  const all = [...events, ...statements, ...commitments, ...meetings, ...claims, ...actors, ...times, ...places];
  return new Map(all.map((record) => [record.id, record as unknown as Kept]));
}

/** The words that a record is known by. */
function brief(record: Kept, view: View): string {
  const span = mainSpan(record);
  const name = typeof record.name === 'string' ? clean(record.name) : null;
  const head = [record.type, record.mode, record.kind, record.form, record.stance]
    .filter((part) => typeof part === 'string')
    .join(' ');
  const words = name ?? (span ? view.words(span) : '');
  return `${head} ${words.length > 120 ? `${words.slice(0, 118)} …` : words}`.trim();
}

function isSpan(value: unknown): value is Span {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number');
}

/** The span that stands for the record: its evidence, its own, its trigger, its content or first mention. */
function mainSpan(record: Kept): Span | null {
  for (const key of ['evidence', 'span', 'trigger']) {
    const value = record[key];
    if (isSpan(value)) return value;
  }
  for (const key of ['content', 'mentions', 'cue', 'source']) {
    const value = record[key];
    if (Array.isArray(value) && isSpan(value[0])) return value[0];
  }
  return null;
}

/** Every field with something in it, spans as the words they stand for. */
function fieldsOf(record: Kept, view: View): string[] {
  const show = (value: unknown): string => {
    if (isSpan(value)) return `“${view.words(value)}” at ${value[0]}–${value[1]}`;
    if (Array.isArray(value)) return value.map(show).join('; ');
    if (typeof value === 'object' && value !== null)
      return Object.entries(value)
        .filter(([, part]) => part !== null && !(Array.isArray(part) && part.length === 0))
        .map(([key, part]) => `${key} ${show(part)}`)
        .join(', ');
    return clean(String(value));
  };
  return Object.entries(record)
    .filter(
      ([key, value]) => key !== 'id' && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    )
    .map(([key, value]) => `${key.padEnd(11)} ${show(value)}`);
}

/** What the stages noted of a record: under its id, its name, or the words of its mentions. */
function about(record: Kept, notes: Notes, view: View): string[] {
  return [...subjectsOf(record, notes, view)].flatMap((subject) => notes.get(subject) ?? []);
}

/** The subjects of the notes on a record: its id, its name, the words of its mentions, and words inside them by their offsets. */
function subjectsOf(record: Kept, notes: Notes, view: View): Set<string> {
  const names = new Set<string>([record.id]);
  if (typeof record.name === 'string') names.add(record.name);
  const span = mainSpan(record);
  const own = span ? [span] : [];
  for (const mention of Array.isArray(record.mentions) ? record.mentions : []) if (isSpan(mention)) own.push(mention);
  for (const one of own) names.add(view.words(one));
  const inside = (subject: string): boolean => {
    const at = /^(\d+)-(\d+)$/.exec(subject);
    return at !== null && own.some(([start, end]) => start <= Number(at[1]) && Number(at[2]) <= end);
  };
  return new Set([...notes.keys()].filter((subject) => names.has(subject) || inside(subject)));
}

/** A note that tells only of what was not taken. */
const LOST = /^lost: |" lost as |: no place here: /;

/** The records that this one names by their ids. */
function linked(record: Kept, records: ReadonlyMap<string, Kept>): Kept[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value !== record.id && records.has(value)) found.add(value);
    } else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) walk(part);
  };
  for (const [key, value] of Object.entries(record)) if (key !== 'id' && key !== 'text' && key !== 'name') walk(value);
  return [...found].map((id) => records.get(id)!);
}

/** Notes on candidates that became no record and whose words stand in this record's words. */
function lost(record: Kept, records: ReadonlyMap<string, Kept>, notes: Notes, view: View): string[] {
  const span = mainSpan(record);
  const words = span ? view.words(span) : '';
  const told = subjectsOf(record, notes, view);
  const own = [...told].flatMap((subject) => (notes.get(subject) ?? []).filter((note) => LOST.test(note)));
  const kept = new Set(
    [...records.values()].flatMap((one) => (typeof one.name === 'string' ? [one.id, one.name] : [one.id])),
  );
  const others = [...notes]
    .filter(([subject]) => !kept.has(subject) && !told.has(subject) && words.includes(subject))
    .flatMap(([subject, list]) => list.map((note) => `${subject}: ${note}`));
  return [...new Set([...own, ...others])];
}

/** The sentences of the paragraph where the record stands. */
function sentencesAbout(record: Kept, { text, blocks }: Dispatch): readonly Sentence[] {
  const at = mainSpan(record)?.[0] ?? -1;
  const around = blocks.filter(({ span }) => span[0] <= at && at < span[1]);
  return parse(text, around, STORY);
}

/** The sentence's dependency tree, a word a line, each under its head. */
function treeOf(record: Kept, sentences: readonly Sentence[]): string[] {
  const span = mainSpan(record);
  const sentence = span && sentences.find((one) => one.span[0] <= span[0] && span[0] < one.span[1]);
  if (!sentence) return [];
  const lines: string[] = [];
  const stack: [number, number][] = [[sentence.head.indexOf(-1), 0]];
  while (stack.length > 0) {
    const [word, depth] = stack.pop()!;
    const inside = sentence.start[word] >= span[0] && sentence.end[word] <= span[1];
    lines.push(
      `${inside ? '│' : ' '} ${'  '.repeat(Math.min(depth, 30))}${sentence.form[word]}  ${sentence.deprel[word]} ${sentence.upos[word]}`,
    );
    for (const child of children(sentence, word).reverse()) stack.push([child, depth + 1]);
  }
  return lines;
}
