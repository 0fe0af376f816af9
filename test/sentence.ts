// Builds Sentences and Dispatches by hand for tests that must not depend on the parser's judgement.

import type { Name, Sentence } from '../src/language/index.js';
import type { Block, Dispatch } from '../src/records.js';

/** A dispatch and its sentences, made by hand. */
export interface Handmade {
  readonly dispatch: Dispatch;
  readonly sentences: readonly Sentence[];
}

interface Row {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  readonly head: number;
  readonly deprel: string;
  readonly glued: boolean;
  readonly ner: string;
}

const XPOS: Readonly<Record<string, string>> = {
  NOUN: 'NN',
  PROPN: 'NNP',
  VERB: 'VBD',
  AUX: 'MD',
  ADJ: 'JJ',
  ADV: 'RB',
  ADP: 'IN',
  DET: 'DT',
  PRON: 'PRP',
  PART: 'TO',
  NUM: 'CD',
  CCONJ: 'CC',
  SCONJ: 'IN',
  PUNCT: '.',
};

/**
 * Makes a dispatch of sentences, each a paragraph of its own. A sentence is given in one of two ways:
 * CoNLL-U lines (columns apart by white space, at least up to DEPREL; MISC may have `SpaceAfter=No` and `NER=B-PER`), or compactly
 * as words `form/UPOS/head/deprel`, where the form may be `form|lemma`, the tag `NOUN:NNS`, and a fifth part is the name's tag.
 * @example handmade('Biden/PROPN/2/nsubj/B-PER met|meet/VERB/0/root Putin/PROPN/2/obj/B-PER')
 */
export function handmade(...sources: readonly string[]): Handmade {
  let text = '';
  const sentences: Sentence[] = [];
  const blocks: Block[] = [];
  for (const source of sources) {
    if (text) text += '\n\n';
    const rows = /^\s*(#|1\s)/.test(source) ? conllu(source) : compact(source);
    const sentence = build(rows, text.length, sentences.length);
    text += render(rows);
    sentences.push(sentence);
    blocks.push({ kind: 'paragraph', span: sentence.span });
  }
  return { dispatch: dispatchOf(text, { blocks, paragraphs: blocks.map((block) => block.span) }), sentences };
}

/** A dispatch of plain text, one paragraph; `fields` replace what is given. */
export function dispatchOf(text: string, fields: Partial<Dispatch> = {}): Dispatch {
  return {
    id: 'test',
    source: null,
    agency: null,
    slug: null,
    headline: null,
    edition: null,
    editorNote: null,
    authors: [],
    datelinePlaces: [],
    date: { value: '2021-12-30', known: true, basis: 'option', span: null },
    credits: [],
    language: 'en',
    text,
    paragraphs: [[0, text.length]],
    blocks: [{ kind: 'paragraph', span: [0, text.length] }],
    ...fields,
  };
}

function conllu(source: string): Row[] {
  const rows: Row[] = [];
  for (const line of source.split('\n')) {
    const cells = line.trim().split(/\s+/);
    if (!/^\d+$/.test(cells[0])) continue;
    const [, form, lemma, upos, xpos, feats, head, deprel, , misc = ''] = cells;
    const ner = /NER=([^|]+)/.exec(misc)?.[1] ?? 'O';
    const glued = misc.includes('SpaceAfter=No');
    rows.push({ form, lemma, upos, xpos, feats, head: Number(head) - 1, deprel, glued, ner });
  }
  return rows;
}

function compact(source: string): Row[] {
  return source
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [first, tag, head, deprel, ner = 'O'] = word.split('/');
      const [form, lemma = first.split('|')[0]] = first.split('|');
      const [upos, xpos = XPOS[upos] ?? upos] = tag.split(':');
      return { form, lemma, upos, xpos, feats: '_', head: Number(head) - 1, deprel, glued: false, ner };
    });
}

const LEFT_GLUED = /^(['’]s|['’]|n['’]t|[,.;:?!)”’%])$/;

/** True when nothing stands between a word and the next. */
function tight(row: Row, next: Row): boolean {
  return row.glued || LEFT_GLUED.test(next.form) || row.form === '“' || row.form === '(';
}

function render(rows: readonly Row[]): string {
  return rows.map((row, i) => row.form + (i + 1 < rows.length && !tight(row, rows[i + 1]) ? ' ' : '')).join('');
}

function build(rows: readonly Row[], offset: number, index: number): Sentence {
  const size = rows.length;
  const start = new Int32Array(size);
  const end = new Int32Array(size);
  let at = offset;
  for (let i = 0; i < size; i++) {
    start[i] = at;
    end[i] = at + rows[i].form.length;
    at = end[i] + (i + 1 < size && !tight(rows[i], rows[i + 1]) ? 1 : 0);
  }
  return {
    index,
    span: [offset, end[size - 1]],
    block: index,
    size,
    start,
    end,
    form: rows.map((row) => row.form),
    lemma: rows.map((row) => row.lemma),
    upos: rows.map((row) => row.upos),
    xpos: rows.map((row) => row.xpos),
    feats: rows.map((row) => row.feats),
    head: Int32Array.from(rows, (row) => row.head),
    deprel: rows.map((row) => row.deprel),
    names: namesOf(rows),
  };
}

function namesOf(rows: readonly Row[]): Name[] {
  const names: Name[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (!rows[i].ner.startsWith('B-')) continue;
    const type = rows[i].ner.slice(2) as Name['type'];
    let end = i + 1;
    while (end < rows.length && rows[end].ner === `I-${type}`) end++;
    names.push({ type, first: i, end });
  }
  return names;
}
