// The words that tell an event: its own clause without its neighbours' clauses, or the phrase of a noun that is told in passing.
// Clauses are cut where Universal Dependencies join them: coordination, parataxis, time clauses, relative clauses with an act of their own.

import { relation } from '../language/index.js';
import type { Span } from '../records.js';
import type { Draft } from './draft.js';
import { isInverted } from './modality.js';
import { SAY } from './passing.js';
import type { Tree } from './tree.js';
import { clauseVerb } from './when-where.js';

const IF = /^(if|unless|provided|providing|should|assuming|lest)$/;
/** Clauses that tell when, why or beside what it happened. */
const BESIDE = /^(after|before|while|when|as|since|although|though|whereas|once|following|because|even|despite)(_|$)/;

/**
 * From the first to the last word of what tells the act.
 * @param acts the words of all acts of the sentence
 * @param counted words that its numbers hang on: "and 30 wounded"
 * @param text the dispatch's text, for its quotation marks
 */
export function evidenceOf(draft: Draft, acts: ReadonlySet<number>, counted: readonly number[], text: string): Span {
  const { tree, match } = draft;
  const own = new Set([...draft.words, ...counted]);
  const roles = [...match.source, ...match.target, ...match.parties].filter((w) => w >= 0);
  let top = aboveInfinitive(tree, topOf(tree, match.word, match.frame.light), acts);
  let words = tellingWords(tree, top, own, acts);
  // A noun whose parties stand in the clause around it is told by that clause.
  if (!tree.isVerb(top) && (roles.length === 0 || roles.some((w) => !words.has(w)))) {
    top = clauseVerb(tree, top);
    words = tellingWords(tree, top, own, acts);
  }
  let first = match.word;
  let last = match.word;
  for (const w of words) {
    if (w < first) first = w;
    if (w > last) last = w;
  }
  // "Thousands march in Cairo": a headline without a verb is told as a whole.
  if (first === last && tree.s.upos.every((tag) => tag !== 'VERB')) {
    first = 0;
    last = tree.s.size - 1;
  }
  last = beforeSaying(tree, match.word, last);
  return quoted([tree.s.start[first], tree.s.end[last]], tree.s.span, text);
}

/** The verb of the act's own clause, or the noun itself where it is only spoken of. */
function topOf(tree: Tree, word: number, light: number): number {
  if (light >= 0) return light;
  if (tree.isVerb(word) || tree.kid(word, 'cop') >= 0) return word;
  const h = tree.s.head[word];
  const d = relation(tree.s.deprel[word]);
  return h >= 0 && d === 'nsubj' ? h : word;
}

/** "Talks are due to resume", "refused to release them": an infinitive is told with the verb that has its subject. */
function aboveInfinitive(tree: Tree, verb: number, acts: ReadonlySet<number>): number {
  let top = verb;
  for (let i = 0; i < 3 && relation(tree.s.deprel[top]) === 'xcomp' && tree.kid(top, 'nsubj') < 0; i++) {
    const h = tree.s.head[top];
    if (h < 0 || acts.has(h)) break;
    top = h;
  }
  return top;
}

/** Every word below `top` but those of other clauses. */
function tellingWords(
  tree: Tree,
  top: number,
  own: ReadonlySet<number>,
  acts: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set<number>([top]);
  const visit = (w: number): void => {
    for (const k of tree.kids[w]) {
      if (tree.s.deprel[k] === 'punct' || (w === top && isOpener(tree, k)) || isOther(tree, k, own, acts)) continue;
      found.add(k);
      visit(k);
    }
  };
  visit(top);
  return found;
}

/** "..., residents said": who says it is no part of what is told. */
function beforeSaying(tree: Tree, word: number, last: number): number {
  if (!SAY.has(tree.lemma[last + 1] ?? '')) return last;
  for (let w = last; w > word; w--) if (tree.s.form[w] === ',') return w - 1;
  return last;
}

/** "and", "that", "after" before the clause: what joins it to the one before is no part of it. */
function isOpener(tree: Tree, k: number): boolean {
  const d = relation(tree.s.deprel[k]);
  return d === 'cc' || d === 'case' || (d === 'mark' && tree.lemma[k] !== 'to' && !IF.test(tree.lemma[k]));
}

/** True for a clause or a conjunct that tells something else. */
function isOther(tree: Tree, k: number, own: ReadonlySet<number>, acts: ReadonlySet<number>): boolean {
  const deprel = tree.s.deprel[k];
  const d = relation(deprel);
  if (!/^(conj|parataxis|advcl|acl|appos|obl|nmod)$/.test(d) || holds(tree, k, own)) return false;
  // A condition belongs to what it is the condition of.
  if (d !== 'conj' && (IF.test(tree.prepOf(k).split('_')[0]) || isInverted(tree, k) || isAsLong(tree, k))) return false;
  const subject = tree.kid(k, 'nsubj', 'csubj', 'expl') >= 0;
  switch (d) {
    case 'parataxis':
      return true;
    case 'conj':
      return tree.isVerb(k) || holds(tree, k, acts);
    case 'advcl': {
      const mark = tree.prepOf(k);
      return (BESIDE.test(mark) && (subject || holds(tree, k, acts))) || (mark === '' && holds(tree, k, acts));
    }
    case 'obl':
    case 'nmod':
      return BESIDE.test(tree.prepOf(k)) && holds(tree, k, acts);
    default:
      return deprel === 'acl:relcl' ? holds(tree, k, acts) || tree.s.form[k - 1] === ',' : holds(tree, k, acts);
  }
}

/** "as long as", "as soon as". */
function isAsLong(tree: Tree, k: number): boolean {
  return tree.kids[k].some((m) => tree.lemma[m] === 'as' && /^(long|soon)$/.test(tree.lemma[m - 1] ?? ''));
}

function holds(tree: Tree, top: number, words: ReadonlySet<number>): boolean {
  if (words.has(top)) return true;
  return tree.kids[top].some((k) => holds(tree, k, words));
}

const PAIRS = [
  ['“', '”'],
  ['‘', '’'],
  ['"', '"'],
] as const;

/** The span with the other half of a quotation mark that stands right outside it. */
function quoted(span: Span, [from, to]: Span, text: string): Span {
  let [start, end] = span;
  for (const [open, close] of PAIRS) {
    const inside = text.slice(start, end);
    const opened = inside.split(open).length - 1;
    const closed = open === close ? 0 : inside.split(close).length - 1;
    const odd = open === close && opened % 2 === 1;
    const behind = /^[.,!?;…]?/.exec(text.slice(end, to))![0].length;
    if ((odd || opened > closed) && text.slice(end + behind, end + behind + 1) === close) {
      // "... from downstream.”
      end += behind + 1;
    } else if ((odd || closed > opened) && start > from && text[start - 1] === open) start--;
  }
  return [start, end];
}
