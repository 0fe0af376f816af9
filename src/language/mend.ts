// Mends of trees and names that every stage above needs: who told whom behind a quotation, lists of names before a verb, firms with
// "and" in their names. The shapes are those of wire copy, where the treebanks that the parser learned from have few of them.

import { changed, type Name, type Sentence } from './sentence.js';

/** The sentence with its tree mended; itself where nothing was found. */
export function mendTree(s: Sentence): Sentence {
  const changes: Edge[] = [];
  for (let v = 2; v < s.size; v++) {
    if (s.lemma[v] === 'tell') told(s, v, changes);
    if (s.form[v] === 'and') listed(s, v, changes);
    if (s.deprel[v] === 'nsubj' && s.deprel[v - 1] === 'nsubj' && s.head[v] === s.head[v - 1]) stacked(s, v, changes);
  }
  for (const name of s.names) if (name.type === 'ORG') whole(s, name, changes);
  if (changes.length === 0) return s;
  const head = s.head.slice();
  const deprel = [...s.deprel];
  for (const { word, to, as } of changes) {
    head[word] = to;
    deprel[word] = as;
  }
  return isTree(head) ? changed(s, { head, deprel }) : s;
}

interface Edge {
  readonly word: number;
  readonly to: number;
  readonly as: string;
}

/** Two changes may not agree; a circle undoes them all. */
function isTree(head: Int32Array): boolean {
  for (let w = 0; w < head.length; w++) {
    let up = w;
    for (let i = 0; up >= 0; up = head[up], i++) if (i > head.length) return false;
  }
  return true;
}

/** "occupation authorities were": two nouns side by side are no two subjects. */
function stacked(s: Sentence, w: number, into: Edge[]): void {
  if (s.upos[w] !== 'NOUN' || s.upos[w - 1] !== 'NOUN' || s.end[w - 1] + 2 < s.start[w]) return;
  into.push({ word: w - 1, to: w, as: 'compound' });
  for (let k = Math.max(0, w - 8); k < w - 1; k++)
    if (s.head[k] === w - 1) into.push({ word: k, to: w, as: s.deprel[k] });
}

const isNominal = (s: Sentence, w: number): boolean => /^(?:NOUN|PROPN|PRON)$/.test(s.upos[w] ?? '');

/**
 * `"We have come," Jake Garn, a senator, told Nakasone.`: nobody tells who stands behind "told"; the words between the quotation and the
 * verb do.
 */
function told(s: Sentence, v: number, into: Edge[]): void {
  if (s.upos[v] !== 'VERB' || !/^VB[DZP]$/.test(s.xpos[v])) return;
  let taken = -1;
  for (let k = 0; k < s.size; k++) {
    if (s.head[k] !== v || !s.deprel[k].startsWith('nsubj')) continue;
    if (k < v || s.deprel[k] !== 'nsubj') return;
    taken = k;
  }
  const before = mainBetween(s, v);
  if (before < 0) return;
  if (taken > v) into.push({ word: taken, to: v, as: 'obj' });
  into.push({ word: before, to: v, as: 'nsubj' });
}

/** The first noun between a closing quotation mark and the verb, where nothing but its own words and appositions stand there; or -1. */
function mainBetween(s: Sentence, v: number): number {
  let quote = v - 1;
  while (quote > 0 && v - quote < 30 && !/^(?:["”’]|'')$/.test(s.form[quote])) quote--;
  if (quote < 2 || !/^(?:["”’]|'')$/.test(s.form[quote]) || !/^[,?!]$/.test(s.form[quote - 1])) return -1;
  let found = -1;
  for (let w = quote + 1; w < v; w++) {
    // A verb of its own, or another clause: not ours to mend.
    if (/^(?:VB[DZP]|MD)$/.test(s.xpos[w]) || s.upos[w] === 'CCONJ') return -1;
    const h = s.head[w];
    if (s.upos[w] === 'PUNCT' || (h > quote && h < v)) continue;
    if (isNominal(s, w) && found < 0) found = w;
  }
  if (found < 0 || s.head[found] < 0) return -1;
  // "In Paris Holm told": a phrase with a preposition of its own is nobody.
  for (let k = quote + 1; k < found; k++) if (s.head[k] === found && s.deprel[k] === 'case') return -1;
  return found;
}

/** "..., the United States, Britain, and Japan agreed": the names of a list before "and" and the subject are subjects with it. */
function listed(s: Sentence, and: number, into: Edge[]): void {
  const last = s.head[and];
  if (last <= and || !s.deprel[last].startsWith('nsubj') || s.upos[last] !== 'PROPN' || s.form[and - 1] !== ',') return;
  const verb = s.head[last];
  if (verb < last) return;
  const items: number[] = [];
  let start = and;
  for (let end = and - 1; end > 0 && s.form[end] === ','; ) {
    let first = end;
    while (first > 0 && (s.xpos[first - 1].startsWith('NNP') || /^the$/i.test(s.form[first - 1]))) first--;
    if (first === end) break;
    // What a preposition or a verb governs is no part of the list.
    const before = s.form[first - 1] ?? '';
    if (first > 0 && before !== ',') break;
    items.unshift(top(s, first, end));
    start = first;
    end = first - 1;
  }
  if (items.length < 2 || items.includes(-1) || start === and) return;
  const [lead, ...rest] = items;
  into.push({ word: lead, to: verb, as: s.deprel[last] }, { word: last, to: lead, as: 'conj' });
  for (const item of rest) into.push({ word: item, to: lead, as: 'conj' });
}

/** The word of a phrase that hangs outside it, or -1 for a phrase of two such words. */
function top(s: Sentence, first: number, end: number): number {
  let found = -1;
  for (let w = first; w < end; w++) {
    if (s.head[w] >= first && s.head[w] < end) continue;
    if (found >= 0) return -1;
    found = w;
  }
  return found;
}

const FIRM = /^(?:Inc|Ltd|Corp|Co|LLC|LLP|Plc|PLC|GmbH|Sons|Brothers|Partners)\.?$/;

/** "Itoh and Co Ltd": one firm, and no two. */
function whole(s: Sentence, { first, end }: Name, into: Edge[]): void {
  if (end - first < 3 || !FIRM.test(s.form[end - 1])) return;
  if (!s.form.slice(first, end).some((form) => /^(?:and|&)$/i.test(form))) return;
  let head = -1;
  for (let w = first; w < end && head < 0; w++) if (s.head[w] < first || s.head[w] >= end) head = w;
  for (let w = first; w < end; w++) if (w !== head) into.push({ word: w, to: head, as: 'flat' });
}
