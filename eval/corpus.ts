// Reads the annotated corpus of commitments, meetings and claims. The format is told in docs/annotation.md.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { reuters } from '../bench/corpus.js';
import type { Claim, Commitment, Meeting, Span } from '../src/records.js';

const FOLDER = fileURLToPath(new URL('../../eval/corpus/', import.meta.url));

/** The parts: `tune` may be looked at while rules are written, `held` and the later ones only measure. */
export const HALVES = ['tune', 'held', 'held2', 'held3', 'held4', 'held5'] as const;
export type Half = (typeof HALVES)[number];

/** An actor as the gold names it: a country's code, or words of the text (any of several). */
export type Party = string;

export interface GoldCommitment {
  readonly kind: Commitment['kind'];
  readonly holder: Party[];
  readonly addressee: Party[];
  /** Triggers: the best one first. */
  readonly on: Span[];
  readonly consequence: Span | null;
  readonly condition: Span | null;
  readonly polarity: 'if' | 'unless' | null;
  readonly deadline: string | null;
  readonly strength: Commitment['strength'];
  /** Null where it is not annotated. */
  readonly setting: 'public' | 'reported' | null;
}

export interface GoldMeeting {
  readonly form: Meeting['form'];
  readonly status: Meeting['status'];
  /** Every place that names it, the best first. */
  readonly on: Span[];
  readonly parties: Party[];
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string | null;
  readonly asked: Party[];
  readonly host: Party[];
  readonly level: string | null;
  readonly format: string | null;
  readonly round: number | null;
  readonly outcome: Span | null;
}

export interface GoldClaim {
  readonly stance: Claim['stance'];
  readonly by: Party[];
  readonly span: Span[];
  /** Index into the passage's claims. */
  readonly against: number | null;
}

/** One passage of the corpus with all that it holds. */
export interface Passage {
  readonly name: string;
  /** Day of the dispatch. */
  readonly date: string;
  readonly text: string;
  readonly commitments: GoldCommitment[];
  readonly meetings: GoldMeeting[];
  readonly claims: GoldClaim[];
}

/** The passages of a half, by file name; of one file where it is named. */
export function passages(half: Half, file = ''): Passage[] {
  const files = readdirSync(`${FOLDER}${half}`).filter(
    (name) => name.endsWith('.txt') && (!file || name === `${file}.txt`),
  );
  return files
    .sort()
    .flatMap((name) => parseCorpus(readFileSync(`${FOLDER}${half}/${name}`, 'utf8'), `${half}/${name}`));
}

/** The parts that were annotated twice. */
export const TWICE = ['held3', 'held5'] as const;

/** The passages of a part as a second annotator saw them, who did not know the first's records. */
export function second(part: (typeof TWICE)[number]): Passage[] {
  const texts = new Map(passages(part).map(({ name, text }) => [name, text]));
  const folder = `${FOLDER}second/${part}/`;
  return readdirSync(folder)
    .sort()
    .flatMap((name) =>
      parseCorpus(readFileSync(`${folder}${name}`, 'utf8'), `second/${part}/${name}`, (one) => texts.get(one)),
    );
}

/** Parses one file; a passage without a text has that which `textOf` knows by its name. Throws with file, line and reason: a corpus that does not say what it means measures nothing. */
export function parseCorpus(
  source: string,
  file: string,
  textOf: (name: string) => string | undefined = reutersText,
): Passage[] {
  const lines = source.split('\n');
  const found: Passage[] = [];
  let at = 0;
  while (at < lines.length) {
    const header = /^== (\S+) (\d{4}-\d\d-\d\d)$/.exec(lines[at]);
    if (!header) {
      if (lines[at].trim() !== '' && !lines[at].startsWith('#')) throw new Error(`${file}:${at + 1}: not in a passage`);
      at++;
      continue;
    }
    const first = ++at;
    while (at < lines.length && lines[at] !== '--') at++;
    const written = lines.slice(first, at).join('\n').trim();
    const text = written === '' ? textOf(header[1]) : written;
    if (text === undefined) throw new Error(`${file}:${first}: ${header[1]} has no text`);
    const passage: Passage = { name: header[1], date: header[2], text, commitments: [], meetings: [], claims: [] };
    let records = 0;
    for (at++; at < lines.length && !lines[at].startsWith('== '); at++) {
      const line = lines[at].trim();
      if (line === '' || line.startsWith('#')) continue;
      records++;
      if (line === 'none') continue;
      try {
        record(passage, line);
      } catch (error) {
        throw new Error(`${file}:${at + 1}: ${(error as Error).message}`);
      }
    }
    if (records === 0) throw new Error(`${file}: ${passage.name} has no records; write "none" where it holds none`);
    found.push(passage);
  }
  return found;
}

function record(passage: Passage, line: string): void {
  const [head, ...cells] = line.split(' | ').map((cell) => cell.trim());
  const [kind, first, second] = head.split(' ');
  // The cell behind the kind names the actors of commitments and claims; all others are `key: value`.
  const who = kind === 'meeting' ? '' : (cells.shift() ?? '');
  const fields = new Map<string, string>();
  const also: string[] = [];
  for (const cell of cells) {
    const colon = cell.indexOf(': ');
    if (colon < 0) throw new Error(`"${cell}" is no field`);
    if (cell.startsWith('also: ')) {
      also.push(cell.slice(colon + 2));
      continue;
    }
    if (fields.has(cell.slice(0, colon))) throw new Error(`two fields ${cell.slice(0, colon)}`);
    fields.set(cell.slice(0, colon), cell.slice(colon + 2));
  }
  const take = (key: string): string | null => {
    const value = fields.get(key) ?? null;
    fields.delete(key);
    return value;
  };
  const span = (key: string): Span | null => {
    const words = take(key);
    return words === null ? null : locate(passage.text, words);
  };
  const spans = (key: string): Span[] => [
    ...[span(key)].filter((found) => found !== null),
    ...also.map((words) => locate(passage.text, words)),
  ];
  if (kind === 'commitment') {
    const [holder, addressee] = who.split(' > ');
    if (addressee === undefined) throw new Error(`"${who}" is no "HOLDER > ADDRESSEE"`);
    const unless = span('unless');
    const whether = span('if');
    passage.commitments.push({
      kind: first as Commitment['kind'],
      holder: partiesOf(holder),
      addressee: partiesOf(addressee),
      on: spans('on'),
      consequence: span('then'),
      condition: whether ?? unless,
      polarity: whether ? 'if' : unless ? 'unless' : null,
      deadline: take('by'),
      strength: (take('strength') ?? 'plain') as Commitment['strength'],
      setting: take('setting') as GoldCommitment['setting'],
    });
  } else if (kind === 'meeting') {
    const [start, end] = days(take('date'));
    const round = take('round');
    passage.meetings.push({
      form: first as Meeting['form'],
      status: second as Meeting['status'],
      on: spans('on'),
      parties: partiesOf(take('parties') ?? ''),
      start,
      end,
      place: take('place'),
      asked: partiesOf(take('asked') ?? ''),
      host: partiesOf(take('host') ?? ''),
      level: take('level'),
      format: take('format'),
      round: round === null ? null : Number(round),
      outcome: span('outcome'),
    });
  } else if (kind === 'claim') {
    const against = take('against');
    passage.claims.push({
      stance: first as Claim['stance'],
      by: partiesOf(who),
      span: spans('span'),
      against: against === null ? null : Number(against) - 1,
    });
  } else throw new Error(`unknown kind "${kind}"`);
  if (fields.size > 0) throw new Error(`unknown field "${[...fields.keys()][0]}"`);
}

/** The text of a dispatch of Reuters-21578, which the corpus names and does not hold: "reuters-12936". */
function reutersText(name: string): string | undefined {
  texts ??= new Map((reuters() ?? []).map((one) => [`reuters-${one.id}`, one.text.trim()]));
  return texts.get(name);
}

let texts: Map<string, string> | null = null;

/** Where the quoted words stand, or the offsets of a text that is not held here ("120-128"); `words#2` is the second place. A break of a line counts as a space. */
function locate(text: string, quoted: string): Span {
  const offsets = /^(\d+)-(\d+)$/.exec(quoted);
  if (offsets) return [Number(offsets[1]), Number(offsets[2])];
  const [, words, nth] = /^(.*?)(?:#(\d+))?$/.exec(quoted) as unknown as [string, string, string | undefined];
  const flat = text.replace(/\s/g, ' ');
  let at = -1;
  for (let n = Number(nth ?? 1); n > 0; n--) {
    at = flat.indexOf(words, at + 1);
    if (at < 0) throw new Error(`"${quoted}" is not in the passage`);
  }
  return [at, at + words.length];
}

function partiesOf(cell: string): Party[] {
  return cell
    .split(' + ')
    .map((party) => party.trim())
    .filter((party) => party !== '' && party !== '?');
}

/** The first and the last day of `1987-04-09`, `1987-04-09..1987-04-10` or `1987-04`. */
export function days(cell: string | null): [start: string | null, end: string | null] {
  if (cell === null) return [null, null];
  const [from, to = from] = cell.split('..');
  return [from.length === 7 ? `${from}-01` : from, to.length === 7 ? lastDay(to) : to];
}

function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
