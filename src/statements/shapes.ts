// Shapes in a tree that the rules of this stage ask for: the class of a cue, its dependants, what is passive, what adjoins.

import { relation } from '../language/index.js';
import { speechTable, speechVerb } from './speech.js';
import type { View } from './view.js';

/** Classes whose verbs are somebody's word in any text: their subject is a source. */
export const SPOKEN: ReadonlySet<string> = new Set([
  'say',
  'tell',
  'write',
  'answer',
  'sound',
  'ask',
  'assert',
  'admit',
  'deny',
]);
/** Classes whose subject is no source. */
export const NOBODY: ReadonlySet<string> = new Set(['seem', 'hearsay', 'around', 'show']);

/** The class of a cue in the table of speech, or null. */
export function classOf(v: View, c: number): string | null {
  const s = v.sentence;
  const verb = s.upos[c] === 'VERB' || s.upos[c] === 'AUX';
  return (verb ? speechVerb(s, c) : speechTable().words.get(s.lemma[c].toLowerCase()))?.class ?? null;
}

/** First dependant of `word` with this relation (with or without its subtype), or -1. */
export function childOf(v: View, word: number, deprel: string): number {
  for (let i = v.left[word]; i <= v.right[word]; i++) {
    if (v.head[i] !== word) continue;
    if (v.sentence.deprel[i] === deprel || (deprel !== 'aux' && relation(v.sentence.deprel[i]) === deprel)) return i;
  }
  return -1;
}

/** A passive has an auxiliary, or modifies a noun; a bare "charged" that heads a clause is a past tense, whatever its tag. */
export function isPassive(v: View, c: number): boolean {
  if (childOf(v, c, 'aux:pass') >= 0) return true;
  const s = v.sentence;
  if (s.xpos[c] !== 'VBN' || childOf(v, c, 'aux') >= 0) return false;
  if (s.deprel[c] === 'conj' && /^(?:and|but)$/i.test(s.form[c - 1] ?? '')) return false;
  return s.deprel[c].startsWith('acl') || childOf(v, c, 'obl:agent') >= 0 || childOf(v, c, 'nsubj') < 0 || v.headline;
}

/** Only auxiliaries and adverbs stand between a subject and its verb. */
export function adjoins(v: View, subject: number, verb: number): boolean {
  for (let w = subject + 1; w < verb; w++) if (!/^(?:AUX|ADV|PART)$/.test(v.sentence.upos[w])) return false;
  return true;
}

/** Nouns of time that a tree may take for a subject: "three days later argued that ...". */
const TIME = /^(?:moment|minute|hour|day|night|morning|afternoon|evening|week|weekend|month|quarter|year|decade|time)$/;

/** "three days later", "last week": a time, nobody who speaks. */
export function isTime(v: View, word: number): boolean {
  return TIME.test(v.sentence.lemma[word].toLowerCase());
}

/** Runs of neighbouring words. */
export function runsOf(words: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const w of words) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[last.length - 1] === w - 1) last.push(w);
    else runs.push([w]);
  }
  return runs;
}

/** The words from `from` up to but without `to`. */
export function range(from: number, to: number): number[] {
  const words: number[] = [];
  for (let w = from; w < to; w++) words.push(w);
  return words;
}

/** Behind the last word that is no mark. */
export function endOf(v: View): number {
  let end = v.size;
  while (end > 0 && v.sentence.upos[end - 1] === 'PUNCT' && v.quote[end - 1] < 0) end--;
  return end;
}

/** A verb that makes a clause of its own: "says", "will", "were". */
export function makesClause(v: View, word: number): boolean {
  return /^(?:VBD|VBZ|VBP|MD)$/.test(v.sentence.xpos[word]);
}

/** A verb of plain saying: another voice in the sentence. */
export function isSaying(v: View, word: number): boolean {
  return (
    v.speech[word] !== 0 &&
    v.sentence.upos[word] === 'VERB' &&
    classOf(v, word) === 'say' &&
    !GOING.test(v.sentence.lemma[word].toLowerCase())
  );
}

/** Verbs of that class that are words of speech only beside a quotation. */
const GOING = /^(?:begin|start|continue|conclude|go|relate|communicate|convey|express|detail|highlight|speak|talk)$/;
