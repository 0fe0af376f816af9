// Mends what the model leaves open, by rules over the tree: the source that a verb shares with another, the source behind an
// inverted "said", pieces of content that stray behind other words, "what it says is ...".

import { relation } from '../language/index.js';
import type { Draft } from './read.js';
import { speechTable } from './speech.js';
import type { View } from './view.js';

/** Classes whose verbs are somebody's word in any text: their subject is a source. */
const SPOKEN = new Set(['say', 'tell', 'write', 'answer', 'sound', 'ask', 'assert', 'admit', 'deny']);
const NOBODY = new Set(['seem', 'hearsay', 'around', 'show']);
/** How far behind its cue a source without a verb of its own may reach. */
const LONGEST_SOURCE = 30;

/** The class of a cue in the table of speech, or null. */
export function classOf(v: View, c: number): string | null {
  const table = speechTable();
  const lemma = v.sentence.lemma[c].toLowerCase();
  const verb = v.sentence.upos[c] === 'VERB' || v.sentence.upos[c] === 'AUX';
  return (verb ? table.verbs.get(lemma) : table.words.get(lemma))?.class ?? null;
}

/** Classes whose verbs, with a subject and a clause, are somebody's word or mind. */
const MINDED = new Set(['believe', 'hope', 'fear', 'predict', 'promise', 'demand', 'know', 'refuse', 'doubt']);

/**
 * How far below the threshold a word may stay when table and tree speak for it: a verb of saying with its own subject and a clause
 * behind it. So a verb that a user adds to the table is found though the model never saw it. What the table does not know must do better.
 */
export function leave(v: View, c: number): number {
  const kind = classOf(v, c);
  if (kind === null) return -UNKNOWN;
  if (kind === 'seem' && saysThat(v, c) && /^it$/i.test(v.sentence.form[c - 1] ?? '')) return THAT;
  if (v.sentence.upos[c] !== 'VERB' || childOf(v, c, 'nsubj') < 0) return 0;
  const subject = v.sentence.upos[childOf(v, c, 'nsubj')];
  const inside = v.quote[c] >= 0 && v.scare[c] === 0;
  if (SPOKEN.has(kind) && saysThat(v, c) && !(inside && subject === 'PRON')) return THAT;
  if (kind === 'say' && !inside && closes(v, c)) return THAT;
  if (childOf(v, c, 'ccomp') < 0 && (kind !== 'deny' || childOf(v, c, 'xcomp') < 0)) return 0;
  if (inside) return SPOKEN.has(kind) && subject !== 'PRON' ? QUOTED : 0;
  return SPOKEN.has(kind) ? SAID : MINDED.has(kind) ? THOUGHT : 0;
}

/** "..., sources close to the bank say.": between a comma and a stop there is only the verb and its subject. */
function closes(v: View, c: number): boolean {
  const subject = childOf(v, c, 'nsubj');
  if (subject < 0 || v.right[subject] >= c || !adjoins(v, v.right[subject], c)) return false;
  const before = v.sentence.form[v.left[subject] - 1] ?? '';
  const behind = v.sentence.form[c + 1] ?? '.';
  return v.left[subject] > 3 && /^(?:,|”|"|'')$/.test(before) && /^[.,]$/.test(behind);
}

/** "told him that", "mentioned that": the plainest shape of all. */
function saysThat(v: View, c: number): boolean {
  for (let w = c + 1; w < v.size && w <= c + 3; w++) {
    if (v.sentence.upos[w] === 'SCONJ' && /^that$/i.test(v.sentence.form[w])) return true;
    if (!/^(?:PRON|PROPN|NOUN|DET)$/.test(v.sentence.upos[w])) return false;
  }
  return false;
}

/** Log-odds below the threshold. */
const THAT = 6;
const UNKNOWN = 1;
const SAID = 2;
const QUOTED = 3.5;
const THOUGHT = 0.5;

/** The draft as the rules leave it. */
export function mended(draft: Draft): Draft {
  return withIt(withoutAsked(withSource(withWhole(withoutStrays(withWhat(withInversion(withOneSource(draft))))))));
}

/** "It appears that ...": nobody's word; "it" belongs to the cue. */
function withIt(draft: Draft): Draft {
  const { view: v, cue: c, source, cueWords } = draft;
  const first = cueWords[0];
  const it = first > 0 && /^it$/i.test(v.sentence.form[first - 1]);
  if (!it || source.length > 0 || classOf(v, c) !== 'seem' || draft.content.includes(first - 1)) return draft;
  return { ...draft, cueWords: [first - 1, ...cueWords] };
}

/** `"when asked whether ...": nobody is named who asks. */
function withoutAsked(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const before = c > 0 ? v.sentence.form[c - 1].toLowerCase() : '';
  const asked = /^(?:asked|questioned|pressed|quizzed)$/i.test(v.sentence.form[c]);
  return asked && /^(?:when|if|once|being|was|were)$/.test(before) && childOf(v, c, 'obl:agent') < 0
    ? { ...draft, source: [] }
    : draft;
}

/** "The offer was rejected, and talks are over, Holm said.": a report that ends in its cue is the whole sentence. */
function withWhole(draft: Draft): Draft {
  const { view: v, cue: c, source, content } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  if (kind !== 'say' && kind !== 'write') return draft;
  if (content.length === 0 || source.length === 0 || content[content.length - 1] > c || v.quote[c] >= 0) return draft;
  const first = content[0];
  if (first === 0 || v.quote[first] >= 0 || c - content[content.length - 1] > LONGEST_SOURCE) return draft;
  for (let w = 0; w < first; w++) {
    // Another's word, or this cue's own: the sentence has more than one voice.
    if (v.quote[w] >= 0 || source.includes(w) || (v.speech[w] !== 0 && classOf(v, w) === 'say')) return draft;
  }
  if (!/^[,"”'’]$/.test(s.form[content[content.length - 1] + 1] ?? '')) return draft;
  const behind = s.size - 1 - Math.max(c, source[source.length - 1]);
  if (behind > 6) return draft;
  const whole: number[] = [];
  for (let w = /^(?:but|and|yet)$/i.test(s.form[0]) ? 1 : 0; w <= content[content.length - 1]; w++) whole.push(w);
  return { ...draft, content: whole };
}

/** "In their second call, Biden said": what stands before a comma that is not closed before the cue is no part of a name behind it. */
function withOneSource(draft: Draft): Draft {
  const { view: v, cue: c, source } = draft;
  const s = v.sentence;
  if (source.length < 3 || source[source.length - 1] + 1 < Math.min(c, ...draft.cueWords)) return draft;
  if (source[source.length - 1] > c || source.some((w) => /^(?:and|or)$/i.test(s.form[w]))) return draft;
  const commas: number[] = [];
  for (let w = source[0]; w < source[source.length - 1]; w++) if (s.form[w] === ',') commas.push(w);
  if (commas.length !== 1) return draft;
  const rest = source.filter((w) => w > commas[0]);
  const before = s.upos[commas[0] - 1];
  return rest.length > 0 && s.upos[rest[0]] === 'PROPN' && before !== 'PROPN' ? { ...draft, source: rest } : draft;
}

/** The source from the tree, where the model found none or where the verb's own subject stands right before it. */
function withSource(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  if (s.upos[c] !== 'VERB' || (kind !== null && NOBODY.has(kind)) || isPassive(v, c)) return draft;
  if (draft.source.length > 0 && (kind === null || !SPOKEN.has(kind))) return draft;
  const content = new Set(draft.content);
  const own = childOf(v, c, 'nsubj');
  if (draft.source.length > 0) {
    if (own < 0 || content.has(own) || v.right[own] >= c || !adjoins(v, v.right[own], c)) return draft;
    if (draft.source.some((w) => w >= v.left[own] && w <= v.right[own])) return draft;
    // The model's source lies behind the cue, or before the verb's own subject: another verb's.
    if (draft.source[0] > c) return draft;
  }
  const subject = own >= 0 ? own : sharedSubject(v, c, 0);
  if (subject < 0 || content.has(subject)) return draft;
  const source: number[] = [];
  for (let w = v.left[subject]; w <= v.right[subject]; w++) {
    if (content.has(w) || draft.cueWords.includes(w)) {
      if (w > subject) break;
      source.length = 0;
      continue;
    }
    if (w > subject && /^(?:,|who|which|whom)$/i.test(s.form[w])) break;
    source.push(w);
  }
  return source.length === 0 || source.length > LONGEST_SOURCE ? draft : { ...draft, source };
}

/** Only auxiliaries and adverbs stand between a subject and its verb. */
function adjoins(v: View, subject: number, verb: number): boolean {
  for (let w = subject + 1; w < verb; w++) if (!/^(?:AUX|ADV|PART)$/.test(v.sentence.upos[w])) return false;
  return true;
}

/** The subject that a verb shares: of the verb it is joined to, of the clause it modifies, the noun it modifies. */
function sharedSubject(v: View, word: number, steps: number): number {
  const head = v.head[word];
  if (head < 0 || steps > 3) return -1;
  const s = v.sentence;
  switch (s.deprel[word]) {
    case 'conj':
    case 'advcl':
    case 'xcomp': {
      const subject = childOf(v, head, 'nsubj');
      return subject >= 0 ? subject : sharedSubject(v, head, steps + 1);
    }
    case 'acl':
      return s.xpos[word] === 'VBG' ? head : -1;
    default:
      return -1;
  }
}

/** `"...," including diplomacy, said a senior official.`: words right behind "said" that the model took for content are the source. */
function withInversion(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  if (draft.source.length > 0 || kind === null || !SPOKEN.has(kind) || c < 2 || childOf(v, c, 'aux') >= 0) return draft;
  const before = draft.content.filter((w) => w < c);
  if (before.length === 0 || c + 1 >= v.size) return draft;
  if (!/^[,"”'’?!]+$/.test(s.form[c - 1]) || !/^(?:DET|NOUN|PROPN|ADJ|PRON|NUM)$/.test(s.upos[c + 1])) return draft;
  const source: number[] = [];
  for (let w = c + 1; w < v.size && source.length < LONGEST_SOURCE; w++) {
    if (v.quote[w] >= 0 || /^(?:[,.;:()—–]|--|who|which|that|in|on|at|after|as|when|during)$/i.test(s.form[w])) break;
    if (s.upos[w] === 'VERB' && s.deprel[w] !== 'amod' && s.deprel[w] !== 'compound') break;
    source.push(w);
  }
  if (source.length === 0) return draft;
  const last = source[source.length - 1];
  const content = draft.content.filter((w) => w < c || (w > last && v.quote[w] >= 0));
  return { ...draft, source, content };
}

/** "what it says is the West's re-arming": the content is "what" and what it is. */
function withWhat(draft: Draft): Draft {
  const { view: v, cue: c, source } = draft;
  const s = v.sentence;
  if (source.length === 0 || classOf(v, c) === null || source[source.length - 1] > c) return draft;
  const what = source[0] - 1;
  if (what < 0 || !/^what$/i.test(s.form[what]) || c + 2 >= v.size) return draft;
  if (!/^(?:is|was|are|were|will|would|amounts?|amounted)$/i.test(s.form[c + 1])) return draft;
  const content = [what];
  for (let w = c + 1; w < v.size && !/^(?:[,.;:—–)]|--)$/.test(s.form[w]); w++) content.push(w);
  return { ...draft, content };
}

/**
 * Content in several pieces is interrupted by its source and cue ("X, he said, Y"), or begins with a relative word ("which he said was Y").
 * A piece that stands apart from the others behind words of neither kind, without quotation marks, strayed in: the smaller one goes.
 */
function withoutStrays(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const s = v.sentence;
  const runs: number[][] = [];
  for (const w of draft.content) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[last.length - 1] === w - 1) last.push(w);
    else runs.push([w]);
  }
  if (runs.length < 2) return draft;
  const role = new Set([...draft.source, ...draft.cueWords]);
  const other = (from: number, to: number) => {
    let count = 0;
    for (let w = from; w < to; w++) if (!role.has(w) && s.upos[w] !== 'PUNCT') count++;
    return count;
  };
  const away = (run: readonly number[]) => (run[0] > c ? other(c + 1, run[0]) : other(run[run.length - 1] + 1, c));
  const quoted = (run: readonly number[]) => run.some((w) => v.quote[w] >= 0 && v.quote[w] !== v.quote[c]);
  let main = runs[0];
  for (const run of runs) if (rate(run) > rate(main)) main = run;
  function rate(run: readonly number[]): number {
    return Math.min(run.length, 20) - 3 * away(run) + (quoted(run) ? 10 : 0);
  }
  const kept = runs.filter((run) => {
    if (run === main || quoted(run)) return true;
    if (run.length === 1 && /^(?:which|that|what|who|whom|this|it|so)$/i.test(s.form[run[0]])) return true;
    const sameSide = run[0] > c === main[0] > c;
    if (sameSide)
      return other(Math.min(run[run.length - 1], main[main.length - 1]) + 1, Math.max(run[0], main[0])) <= STRAY;
    return away(run) <= STRAY + 1;
  });
  return { ...draft, content: kept.flat() };
}

/** Words of no role that may stand between two pieces. */
const STRAY = 2;

function isPassive(v: View, c: number): boolean {
  return childOf(v, c, 'aux:pass') >= 0 || childOf(v, c, 'nsubj:pass') >= 0;
}

function childOf(v: View, word: number, deprel: string): number {
  for (let i = v.left[word]; i <= v.right[word]; i++) {
    if (v.head[i] !== word) continue;
    if (v.sentence.deprel[i] === deprel || (deprel !== 'aux' && relation(v.sentence.deprel[i]) === deprel)) return i;
  }
  return -1;
}
