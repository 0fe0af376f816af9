// CoNLL-U, the exchange format of treebanks (universaldependencies.org/format.html): writes sentences, and reads words and trees.

import type { Name, Sentence } from './sentence.js';

const CLITIC = /^(?:['\u2019](?:s|re|ve|ll|d|m)|n['\u2019]t)$/i;
const SECOND: Readonly<Record<string, string>> = { not: 'can', na: 'gon wan', ta: 'got' };

/** Does word `i` form one orthographic word with the one before it? "do" + "n't", "Bush" + "'s", "can" + "not". */
function isJoined(s: Sentence, i: number): boolean {
  if (i < 1 || s.start[i] !== s.end[i - 1]) return false;
  const form = s.form[i];
  if (CLITIC.test(form)) return !/^\P{L}*$/u.test(s.form[i - 1]) || /\d$/.test(s.form[i - 1]);
  if (/^['\u2019]$/.test(form)) return s.xpos[i] === 'POS';
  const low = form.toLowerCase();
  return Object.hasOwn(SECOND, low) && SECOND[low].split(' ').includes(s.form[i - 1].toLowerCase());
}

/**
 * Writes sentences as CoNLL-U, names as `NER=B-PER` in the last column. `text` is the text that the offsets point into;
 * null writes the words with spaces between them.
 */
export function toConllu(text: string | null, sentences: readonly Sentence[]): string {
  const out: string[] = [];
  for (const s of sentences) {
    out.push(`# sent_id = ${s.index + 1}`);
    const shown = text === null ? s.form.join(' ') : text.slice(s.span[0], s.span[1]);
    out.push(`# text = ${shown.replace(/\s+/g, ' ')}`);
    const ner = namesIn(s);
    for (let i = 0; i < s.size; i++) {
      const tight = text !== null && i + 1 < s.size && s.start[i + 1] === s.end[i];
      if (text !== null && !isJoined(s, i) && i + 1 < s.size && isJoined(s, i + 1)) {
        let last = i + 1;
        while (last + 1 < s.size && isJoined(s, last + 1)) last++;
        const space = last + 1 < s.size && s.start[last + 1] === s.end[last] ? 'SpaceAfter=No' : '_';
        out.push(`${i + 1}-${last + 1}\t${text.slice(s.start[i], s.end[last])}\t_\t_\t_\t_\t_\t_\t_\t${space}`);
      }
      const inside = isJoined(s, i) || (i + 1 < s.size && isJoined(s, i + 1));
      out.push(row(s, i, String(i + 1), tight && !inside, ner[i]));
    }
    out.push('');
  }
  return out.length > 0 ? `${out.join('\n')}\n` : '';
}

/** "NER=B-PER" for each word of a name. */
function namesIn(s: Sentence): string[] {
  const ner = new Array<string>(s.size).fill('');
  for (const name of s.names)
    for (let i = name.first; i < name.end; i++) ner[i] = `NER=${i === name.first ? 'B' : 'I'}-${name.type}`;
  return ner;
}

/** The line of word `i`. `tight`: no space behind it. */
function row(s: Sentence, i: number, id: string, tight: boolean, ner: string): string {
  const misc = [tight ? 'SpaceAfter=No' : '', ner].filter((m) => m !== '').join('|') || '_';
  const head = String(s.head[i] + 1);
  return [id, s.form[i], s.lemma[i], s.upos[i], s.xpos[i], s.feats[i], head, s.deprel[i], '_', misc].join('\t');
}

/** A sentence of a CoNLL-U file, as far as it is used: its text, words and tree. */
export interface TreebankSentence {
  readonly text: string | null;
  /** True where a paragraph begins (`# newpar`, `# newdoc`). */
  readonly paragraph: boolean;
  readonly form: readonly string[];
  readonly lemma: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly feats: readonly string[];
  /** -1 for the root. */
  readonly head: readonly number[];
  readonly deprel: readonly string[];
  readonly names: readonly Name[];
}

/** Reads CoNLL-U. Lines that are no CoNLL-U are passed over; empty nodes and multiword lines give no word. */
export function fromConllu(source: string): TreebankSentence[] {
  const found: TreebankSentence[] = [];
  let rows: string[][] = [];
  let text: string | null = null;
  let paragraph = false;
  const flush = () => {
    if (rows.length > 0) {
      const column = (k: number) => rows.map((r) => r[k]);
      found.push({
        text,
        paragraph,
        form: column(1),
        lemma: column(2),
        upos: column(3),
        xpos: column(4),
        feats: column(5),
        head: rows.map((r) => Number(r[6]) - 1),
        deprel: column(7),
        names: namesOf(rows),
      });
    }
    rows = [];
    text = null;
    paragraph = false;
  };
  for (const line of source.split(/\r?\n/)) {
    if (line.trim() === '') flush();
    else if (line.startsWith('#')) {
      if (line.startsWith('# text = ')) text = line.slice(9);
      else if (/^# new(?:par|doc)/.test(line)) paragraph = true;
    } else {
      const cells = line.split('\t');
      if (cells.length >= 10 && /^\d+$/.test(cells[0])) rows.push(cells);
    }
  }
  flush();
  return found;
}

function namesOf(rows: readonly (readonly string[])[]): Name[] {
  const names: { type: Name['type']; first: number; end: number }[] = [];
  rows.forEach((r, i) => {
    const m = /(?:^|\|)NER=([BI])-(PER|LOC|ORG)/.exec(r[9]);
    if (!m) return;
    const last = names.at(-1);
    if (m[1] === 'I' && last && last.end === i && last.type === m[2]) last.end = i + 1;
    else names.push({ type: m[2] as Name['type'], first: i, end: i + 1 });
  });
  return names;
}

/**
 * Puts the tags, trees and names of `sentences` (see parseWords) in the place of those of a CoNLL-U file with the same words.
 * Comments, multiword lines and `SpaceAfter=No` stay.
 */
export function annotateConllu(source: string, sentences: readonly Sentence[]): string {
  let at = -1;
  let word = 0;
  let ner: string[] = [];
  let open = false;
  const lines = source.split(/\r?\n/).map((line) => {
    const cells = line.split('\t');
    if (line.trim() === '') open = false;
    if (cells.length < 10 || !/^\d+$/.test(cells[0])) return line;
    if (!open) {
      open = true;
      at++;
      word = 0;
      ner = namesIn(sentences[at]);
    }
    const i = word++;
    return row(sentences[at], i, cells[0], /(?:^|\|)SpaceAfter=No/.test(cells[9]), ner[i]);
  });
  return lines.join('\n');
}
