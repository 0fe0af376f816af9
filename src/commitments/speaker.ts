// On whose word a clause stands: by the tree first (the clause under a verb of speech), else by the statements stage.

import type { Cast } from '../actors/index.js';
import { child, type Sentence } from '../language/index.js';
import type { ActorRef, Statement } from '../records.js';
import { statementAt } from '../statements/index.js';
import { above, actorAt, subjectOf } from './clause.js';
import { isSpeech } from './phrases.js';

/** Who speaks at a word. */
export interface Speaker {
  /** True when the clause is somebody's word, known or not. */
  readonly said: boolean;
  /** Id of the actor, or null. */
  readonly actor: string | null;
  readonly ref: ActorRef | null;
  /** Id of the statement, or null. */
  readonly statement: string | null;
}

/** What was found out about a sentence's words, once for all who ask: -2 where nobody has asked yet. */
interface Asked {
  /** The answers of `speechBefore` and `speechAbove`. */
  readonly before: Int32Array;
  readonly above: Int32Array;
  /** Words that the tree put beside the sentence as asides. */
  readonly asides: readonly number[];
}

const asked = new WeakMap<Sentence, Asked>();

function askedOf(s: Sentence): Asked {
  let found = asked.get(s);
  if (!found) {
    const asides: number[] = [];
    for (let i = 0; i < s.size; i++) if (s.deprel[i] === 'parataxis') asides.push(i);
    found = { before: new Int32Array(s.size).fill(-2), above: new Int32Array(s.size).fill(-2), asides };
    asked.set(s, found);
  }
  return found;
}

/** The statements that reach into a sentence, and who was speaking when it opened; `undefined` where nobody has asked. */
interface Near {
  readonly statements: readonly Statement[];
  ongoing: string | null | undefined;
}

const nearby = new WeakMap<readonly Statement[], Map<number, Near>>();

/** Found once a sentence, for every word asks. */
function nearOf(statements: readonly Statement[], s: Sentence): Near {
  let map = nearby.get(statements);
  if (!map) {
    map = new Map();
    nearby.set(statements, map);
  }
  let near = map.get(s.index);
  if (!near) {
    const reaching = statements.filter(({ content }) =>
      content.some(([start, end]) => start < s.span[1] && s.span[0] < end),
    );
    near = { statements: reaching, ongoing: undefined };
    map.set(s.index, near);
  }
  return near;
}

/** The word that has the subject: a modal stands for its verb. */
function predicateOf(s: Sentence, word: number): number {
  return s.upos[word] === 'AUX' && /^(aux|cop)/.test(s.deprel[word]) && s.head[word] >= 0 ? s.head[word] : word;
}

/** True when the clause of a word is somebody's word, known or not. */
export function isSaid(statements: readonly Statement[], s: Sentence, given: number): boolean {
  const word = predicateOf(s, given);
  return (
    statementAt(nearOf(statements, s).statements, s.start[word]) !== null ||
    speechBefore(s, word) >= 0 ||
    speechAbove(s, word) >= 0
  );
}

export function speakerAt(cast: Cast, statements: readonly Statement[], s: Sentence, given: number): Speaker {
  const word = predicateOf(s, given);
  const near = nearOf(statements, s);
  const statement = statementAt(near.statements, s.start[word]);
  const beside = speechBefore(s, word);
  const verb = beside >= 0 ? beside : speechAbove(s, word);
  const ref = verb < 0 ? null : actorAt(cast, s, subjectOf(s, verb));
  const actor = ref?.actor ?? statement?.speaker ?? (verb < 0 ? ongoing(near, statements, s) : null);
  return { said: verb >= 0 || statement !== null, actor, ref, statement: statement?.id ?? null };
}

function ongoing(near: Near, statements: readonly Statement[], s: Sentence): string | null {
  if (near.ongoing === undefined) near.ongoing = goingOn(statements, s);
  return near.ongoing;
}

/** Who was speaking when a paragraph opens with quotation marks and names nobody: the last to be quoted before it. */
function goingOn(statements: readonly Statement[], s: Sentence): string | null {
  if (!/^["“‘'`]/.test(s.form[0])) return null;
  let last: Statement | null = null;
  for (const one of statements) {
    if (one.speaker === null || one.content.length === 0) continue;
    const [start] = one.content[0];
    if (start < s.span[0] && (last === null || start > last.content[0][0])) last = one;
  }
  return last?.speaker ?? null;
}

/** The verb of speech right before the clause of `word` ("while Putin said | sanctions could lead to"), whatever the tree makes of it, or -1. */
export function speechBefore(s: Sentence, word: number): number {
  const { before } = askedOf(s);
  if (before[word] === -2) before[word] = findBefore(s, word);
  return before[word];
}

function findBefore(s: Sentence, word: number): number {
  let first = word;
  for (let i = 0; i < word; i++) {
    if (s.head[i] !== word || !/^(nsubj|csubj|aux|cop|expl|advmod)/.test(s.deprel[i])) continue;
    first = Math.min(first, i);
    if (/^(nsubj|csubj)/.test(s.deprel[i])) {
      for (let k = 0; k < i; k++) if (s.head[k] === i && s.upos[k] !== 'VERB') first = Math.min(first, k);
    }
  }
  let at = first - 1;
  while (at >= 0 && (s.upos[at] === 'PUNCT' ? /^["“‘']$/.test(s.form[at]) : s.form[at].toLowerCase() === 'that')) at--;
  if (at < 0 || !/^VB[DZP]$/.test(s.xpos[at]) || !isSpeech(s, at)) return -1;
  return subjectOf(s, at) >= 0 ? at : -1;
}

/** The verb of speech in whose complement the word stands, or -1. */
export function speechAbove(s: Sentence, word: number): number {
  const { above } = askedOf(s);
  if (above[word] === -2) above[word] = findAbove(s, word);
  return above[word];
}

function findAbove(s: Sentence, word: number): number {
  const { asides } = askedOf(s);
  for (let at = word; at >= 0; at = s.head[at]) {
    for (const aside of asides) if (s.head[aside] === at && aside !== word && isSpeech(s, aside)) return aside;
    const up = s.head[at];
    if (up < 0) return -1;
    // "said that P, and that Q must ...": the second clause hangs on the first, or on the verb itself.
    const second = s.deprel[at] === 'conj' && /^that$/i.test(s.form[child(s, at, 'mark')] ?? '');
    const told = second || /^(ccomp|parataxis|obj|xcomp)/.test(s.deprel[at]);
    if (told && s.upos[up] === 'VERB' && isSpeech(s, up)) return up;
    // "told him in a call on Saturday that ...": a clause with "that" which the tree hung on the last noun.
    if (/^(acl|acl:relcl)$/.test(s.deprel[at]) && child(s, at, 'mark') >= 0) {
      for (const verb of above(s, at)) if (s.upos[verb] === 'VERB' && isSpeech(s, verb)) return verb;
    }
  }
  return -1;
}
