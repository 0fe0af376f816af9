// An assertion: what somebody says is so, with the clause that tells it. The attribution is left out of the clause, and so is what is added to it or set
// against it.

import { clauseWords, isCommitting, isNegated, lemma, modalOf, trimmed } from '../commitments/index.js';
import { child, children, type Sentence } from '../language/index.js';
import type { Span } from '../records.js';
import { appendedIn } from './appended.js';
import { type Count, figuresOf } from './figures.js';
import { lexicon } from './lexicon.js';

export interface Assertion {
  readonly s: Sentence;
  /** The verb that asserts it, or the noun ("a report that ..."). */
  readonly cue: number;
  /** Head of what is asserted. */
  readonly head: number;
  readonly span: Span;
  /** Who asserts it; null for nobody named. */
  readonly by: string | null;
  readonly lemmas: ReadonlySet<string>;
  /** Numbers in it, by the noun or verb that they count. */
  readonly figures: readonly Count[];
  /** What is still to come or only possible: no fact to dispute. */
  readonly future: boolean;
  /** "There had been no raid". */
  readonly negated: boolean;
  /** Who is charged, of an accusation; else -1. */
  readonly charged: number;
  readonly rule: string;
}

/** "warning" and "warn", "invasion" and "invade": enough of a word to tell that the same thing is meant. */
function stem(word: string): string {
  const bare = word.replace(/(?:ings?|ations?|ions?|ments?|als?|ers?|ed|s)$/, '');
  // "kidnapping" and "kidnap"
  const single = bare.replace(/([bdgmnprt])\1$/, '$1');
  return single.length >= 4 ? single : word;
}

/** Content lemmas of a clause: what two tellings of one thing share. */
export function contentOf(s: Sentence, words: readonly number[]): Set<string> {
  const found = new Set<string>();
  for (const i of words) {
    if (!/^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(s.upos[i])) continue;
    // Names keep their capital: one shared name alone does not make two tellings one.
    const word = s.upos[i] === 'PROPN' ? s.form[i] : stem(lemma(s, i));
    if (word.length > 2 && !/^(say|have|make|take|other|plan|time|day|year|week|month)$/.test(word)) found.add(word);
  }
  return found;
}

/** The assertion in the clause headed by `head`; the attribution itself is left out of it. */
export function assertion(s: Sentence, cue: number, head: number, by: string | null, rule: string): Assertion {
  const words = clauseWords(
    s,
    head,
    (i) =>
      i === cue ||
      s.deprel[i] === 'parataxis' ||
      isSource(s, i, cue) ||
      isContrast(s, i, head) ||
      isSaying(s, i, head) ||
      isFurtherWord(s, i, head) ||
      isAddition(s, i, head),
  );
  const appended = appendedIn(s);
  // Behind a semicolon another speaks.
  const apart = (i: number): boolean => {
    for (let k = Math.min(i, head); k < Math.max(i, head); k++) if (s.form[k] === ';') return true;
    return false;
  };
  const kept = words.filter(
    (i) => i !== cue && !apart(i) && (appended === null || i < appended.first - 1 || head >= appended.first),
  );
  const span = trimmed(
    s,
    extended(s, unbroken(kept, head, s), cue).filter(
      (i) => appended === null || i < appended.first - 1 || head >= appended.first,
    ),
  ) ?? [s.start[head], s.end[head]];
  return {
    s,
    cue,
    head,
    span,
    by,
    lemmas: contentOf(s, kept),
    figures: figuresOf(s, kept),
    future:
      modalOf(s, head) !== null ||
      /^(hope|want|expect|intend|plan|seek|wish|aim)$/.test(lemma(s, head)) ||
      (isCommitting(lemma(s, head)) && !isPerfect(s, head)),
    negated: isNegated(s, head),
    charged: -1,
    rule: `assertions.ts:${rule}`,
  };
}

/** "had assured NATO that", "was promised": a thing of the past, whatever it bound to. */
function isPerfect(s: Sentence, head: number): boolean {
  return (
    child(s, head, 'nsubj:pass') >= 0 || children(s, head).some((i) => s.deprel[i] === 'aux' && lemma(s, i) === 'have')
  );
}

export function told(s: Sentence, cue: number, head: number, span: Span, by: string | null, rule: string): Assertion {
  return {
    s,
    cue,
    head,
    span,
    by,
    lemmas: new Set(),
    figures: [],
    future: false,
    negated: false,
    charged: -1,
    rule: `assertions.ts:${rule}`,
  };
}

/** Where the tree ends the clause too early: on to the next comma, when it stands right behind its verb of speech. */
function extended(s: Sentence, words: readonly number[], cue: number): number[] {
  const first = words[0];
  const last = words[words.length - 1];
  if (first === undefined || first < cue || first > cue + 2) return [...words];
  const found = [...words];
  for (let i = last + 1; i < s.size; i++) {
    if (/^[,;:.]$/.test(s.form[i]) || s.upos[i] === 'CCONJ' || s.upos[i] === 'SCONJ') break;
    if (/^VB[DZP]$/.test(s.xpos[i]) && child(s, i, 'nsubj') > last) break;
    found.push(i);
  }
  return found;
}

/** The run of words around the head, broken only by punctuation. */
export function unbroken(words: readonly number[], head: number, s: Sentence): number[] {
  const at = words.indexOf(head);
  if (at < 0) return [...words];
  let first = at;
  let last = at;
  const joined = (a: number, b: number): boolean => {
    for (let i = a + 1; i < b; i++) if (s.upos[i] !== 'PUNCT') return false;
    return true;
  };
  while (first > 0 && joined(words[first - 1], words[first])) first--;
  while (last + 1 < words.length && joined(words[last], words[last + 1])) last++;
  return words.slice(first, last + 1);
}

/** "..., saying it carried food": another word of whoever speaks. */
function isSaying(s: Sentence, word: number, head: number): boolean {
  return word > head && s.deprel[word] === 'advcl' && /^(saying|adding|calling|citing|insisting)$/i.test(s.form[word]);
}

/** ", according to Kabul": who says it, and no part of what is said. */
function isSource(s: Sentence, word: number, cue: number): boolean {
  return /^according$/i.test(s.form[cue]) && (s.head[cue] === word || s.head[word] === cue);
}

/** "..., which Seoul denied": said of the whole, behind a comma. */
export function isAddition(s: Sentence, word: number, head: number): boolean {
  if (s.deprel[word] !== 'acl:relcl' || word < head) return false;
  const first = clauseWords(s, word)[0];
  return s.form[first - 1] === ',' && /^which$/i.test(s.form[first]);
}

/** "(denied that it had struck) and promised to look into it": another word of the same speaker, hung on what he said. */
export function isFurtherWord(s: Sentence, word: number, head: number): boolean {
  if (s.deprel[word] !== 'conj' || s.head[word] !== head || word < head || s.xpos[word] !== 'VBD') return false;
  const name = lemma(s, word);
  if (child(s, word, 'nsubj', 'nsubj:pass', 'aux', 'mark') >= 0 || name === 'claim' || name === 'note') return false;
  return (
    isCommitting(name) || lexicon().denying.has(name) || lexicon().asserting.has(name) || /^(call|accuse)$/.test(name)
  );
}

/** "..., but the army said ...": another clause beside it, not a part of what is asserted. */
function isContrast(s: Sentence, word: number, head: number): boolean {
  if (s.deprel[word] !== 'conj' || s.head[word] !== head) return false;
  const cc = child(s, word, 'cc');
  return child(s, word, 'nsubj', 'nsubj:pass') >= 0 && (cc < 0 || /^(but|while|and)$/i.test(s.form[cc]));
}
