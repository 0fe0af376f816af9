// A stance: who denies, doubts or confirms, by which words, and what it is about as far as its own sentence tells.

import { clauseWords, lemma, subjectOf, trimmed } from '../commitments/index.js';
import { child, children, type Sentence } from '../language/index.js';
import type { Claim, Span } from '../records.js';
import { contentOf, isAddition, isFurtherWord, unbroken } from './assertion.js';
import { lexicon } from './lexicon.js';

export interface Stance {
  readonly s: Sentence;
  readonly stance: Exclude<Claim['stance'], 'asserts'>;
  /** The word that takes it. */
  readonly cue: number;
  /** Head of the subject; -1 for nobody. */
  readonly who: number;
  readonly span: Span;
  /** Head of the clause that is denied or doubted, or -1. */
  readonly content: number;
  /** Head of the noun that stands for it ("the report", "Iranian charges"), or -1. */
  readonly report: number;
  /** What it is about is told by "it", "that", "which" or nothing at all. */
  readonly pointing: boolean;
  readonly lemmas: ReadonlySet<string>;
  /** He does not know of it: a denial only of what is laid at his own door. */
  readonly unaware?: boolean | undefined;
  readonly rule: string;
}

export function make(
  s: Sentence,
  stance: Stance['stance'],
  cue: number,
  who: number,
  content: number,
  report: number,
  rule: string,
  verb = cue,
): Stance {
  const leave = (i: number): boolean =>
    s.deprel[i] === 'parataxis' ||
    (s.head[i] === verb && s.deprel[i] === 'conj') ||
    isFurtherWord(s, i, content) ||
    // "..., which ended on Friday": added to what is denied, and no part of it.
    (i > cue && isAddition(s, i, cue)) ||
    // "..., which says it was not to blame, | offered to": the main verb, hung inside.
    (s.head[i] === verb && i > cue && s.form[i - 1] === ',' && /^VB[DN]$/.test(s.xpos[i])) ||
    (s.head[i] === verb && s.deprel[i] === 'advcl' && i !== content && i > cue && (content >= 0 || isSaying(s, i)));
  let words = unbroken(clauseWords(s, verb, leave), verb, s);
  const semicolon = words.findIndex((i) => i > cue && s.form[i] === ';');
  if (semicolon > 0) words = words.slice(0, semicolon);
  // The relative clause on a report ("a charge that Moscow rejects") is told with its noun.
  const up = s.head[verb];
  if (s.deprel[verb].startsWith('acl') && up >= 0 && lexicon().reports.has(lemma(s, up))) {
    words = unbroken([...clauseWords(s, up, (i) => i !== up && i > verb && s.head[i] === up && i !== verb)], up, s);
  }
  if (content >= 0 && words.length > 0 && content > words[words.length - 1]) {
    const more = unbroken(clauseWords(s, content), content, s);
    if (more[0] <= words[words.length - 1] + 2) words = [...words, ...more];
  }
  const about = content >= 0 ? clauseWords(s, content) : report >= 0 ? clauseWords(s, report) : [];
  const span = trimmed(s, words) ?? [s.start[cue], s.end[cue]];
  const pronoun = content < 0 && (report < 0 || s.upos[report] === 'PRON');
  return {
    s,
    stance,
    cue,
    who,
    span,
    content,
    report: pronoun ? -1 : report,
    // "a charge Baku rejected as a lie": the charge is told before it.
    pointing:
      (content >= 0 && isBare(s, about)) ||
      (content < 0 && (pronoun || contentOf(s, about).size <= 2 || (report >= 0 && report === up && report < cue))),
    lemmas: contentOf(s, about),
    rule: rule.includes(':') ? rule : `stances.ts:${rule}`,
  };
}

/** "denied losing it", "denied they had": what is denied is told elsewhere. */
function isBare(s: Sentence, words: readonly number[]): boolean {
  const pointing = words.some(
    (i) => /^(it|them|this|that)$/i.test(s.form[i]) && /^(obj|obl|nsubj:pass)$/.test(s.deprel[i]),
  );
  return pointing && contentOf(s, words).size <= 1;
}

/** "scoffed at the figure, saying that ...": another word of whoever denies. */
function isSaying(s: Sentence, word: number): boolean {
  return /^(saying|adding|insisting|citing|claiming|arguing)$/i.test(s.form[word]);
}

/** "if Washington withdrew its complaint", "once Kiev admits observers": what may come to be. */
export function isSupposed(s: Sentence, word: number): boolean {
  for (let at = word; at >= 0; at = s.head[at]) {
    const mark = s.form[child(s, at, 'mark')] ?? '';
    if (/^(if|unless|once|provided|until|should)$/i.test(mark)) return true;
    if (s.deprel[at] === 'ccomp' || s.deprel[at] === 'acl:relcl') {
      const first = s.form[clauseWords(s, at)[0] - 1] ?? '';
      if (/^(provided|providing|once|if|unless)$/i.test(first)) return true;
    }
    if (s.deprel[at] === 'root') break;
  }
  return false;
}

/** The clause that a verb governs: "that", a gerund, or -1. */
export function clauseBehind(s: Sentence, verb: number): number {
  for (const i of children(s, verb)) {
    if (i < verb) continue;
    // "denied that, saying ...": a pronoun, and a reason behind it.
    if (/^that$/i.test(s.form[verb + 1] ?? '') && s.form[verb + 2] === ',') return -1;
    if (s.deprel[i] === 'ccomp') return i;
    if (/^(xcomp|advcl|obj)$/.test(s.deprel[i]) && s.xpos[i] === 'VBG' && !comma(s, verb, i)) return i;
    // "conceded on Friday that the ship was lost": the clause hung on the day.
    if (!/^obl/.test(s.deprel[i]) || !isDay(s.form[i])) continue;
    const hung = children(s, i).find((k) => /^(acl|ccomp)/.test(s.deprel[k]) && /^that$/i.test(s.form[i + 1] ?? ''));
    if (hung !== undefined) return hung;
  }
  return -1;
}

const isDay = (form: string): boolean => /^(\p{Lu}\p{Ll}+day|today|yesterday|night|week|month|year)$/u.test(form);

function comma(s: Sentence, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (s.form[i] === ',') return true;
  return false;
}

export function objectOf(s: Sentence, verb: number): number {
  const object = child(s, verb, 'obj', 'nsubj:pass');
  if (object >= 0) return object;
  // "a charge that Moscow rejected": the noun above.
  if (s.deprel[verb] === 'acl:relcl' || (s.deprel[verb] === 'acl' && child(s, verb, 'nsubj') >= 0)) return s.head[verb];
  // "a version disputed by Turkey"
  if (isReduced(s, verb)) return s.head[verb];
  return -1;
}

/** "a version disputed by Turkey": a participle on its noun. */
function isReduced(s: Sentence, verb: number): boolean {
  return s.deprel[verb] === 'acl' && s.xpos[verb] === 'VBN' && child(s, verb, 'obl:agent', 'obl') >= 0;
}

/** Who denies: the subject, or whoever is named behind "by". */
export function denierOf(s: Sentence, verb: number): number {
  const passive = child(s, verb, 'nsubj:pass') >= 0 || isReduced(s, verb);
  return passive ? child(s, verb, 'obl:agent', 'obl') : subjectOf(s, verb);
}
