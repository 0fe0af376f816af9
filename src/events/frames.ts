// What stands around an anchor word: subject, object, prepositional phrases, clauses, read off the tree of Universal
// Dependencies with passives, coordination, control, participles, relative clauses and light verbs undone.
// Lenient on purpose: a phrase that the parser hung on the neighbour is found all the same.

import { relation } from '../language/index.js';
import { sharedObject, strayObject, subjectOf } from './subjects.js';
import type { Tree } from './tree.js';

/** A prepositional phrase, or a gerund behind a preposition. */
export interface Phrase {
  readonly prep: string;
  readonly word: number;
}

/** The words around an anchor; -1 where there is none. */
export interface Frame {
  readonly word: number;
  readonly subj: number;
  readonly obj: number;
  /** Nearest first. Special prepositions: "poss" for a possessor, "mod" for a noun or adjective before the noun. */
  readonly phrases: readonly Phrase[];
  /** Infinitive or gerund clause that it governs. */
  readonly clause: number;
  /** Finite clause that it governs. */
  readonly that: number;
  readonly passive: boolean;
  /** The light verb that carries a noun, or -1. */
  readonly light: number;
}

// What happens before, after or beside something is not what its verb carries: "set the stage for talks after the attack".
const BESIDE =
  /^(after|before|during|despite|amid|since|until|without|besides?|including|following|over|about|because|due|as|under)(_|$)/;

/** Participles that stand for a preposition. */
const GERUND: ReadonlySet<string> = new Set(['including', 'involving', 'targeting']);

const PARTIES: ReadonlySet<string> = new Set(['between', 'among', 'by', 'with', 'against', 'on']);

export function verbFrame(tree: Tree, v: number): Frame {
  const { s } = tree;
  const passive = tree.isPassive(v);
  const phrases: Phrase[] = [];
  addPhrases(tree, v, phrases, 1);
  let obj = -1;
  let iobj = -1;
  for (const k of tree.kids[v]) {
    const d = relation(s.deprel[k]);
    // "freed a reporter in the largest swap": with a preposition it is no second object.
    if (d === 'obj' && obj >= 0 && tree.kid(k, 'case') >= 0) phrases.push({ prep: tree.prepOf(k), word: k });
    else if (d === 'obj' && obj >= 0 && obj > v && iobj < 0 && k - obj < 6) {
      // Two objects: the first is the one to whom it is given.
      iobj = obj;
      obj = k;
    } else if (d === 'obj' && obj < 0) obj = k;
    else if (d === 'iobj') iobj = k;
  }
  if (iobj >= 0 && obj < 0) obj = iobj;
  else if (iobj >= 0) phrases.push({ prep: 'to', word: iobj });
  let subj = subjectOf(tree, v, 0);
  if (obj < 0 && !passive) obj = strayObject(tree, v);
  if (passive) {
    const agent = phrases.find((phrase) => phrase.prep === 'by');
    const suffering = subj;
    subj = agent ? agent.word : -1;
    if (obj < 0) obj = suffering;
    else if (suffering >= 0) phrases.push({ prep: 'to', word: suffering });
  } else if (obj < 0) obj = sharedObject(tree, v);
  if (obj >= 0) addPhrases(tree, obj, phrases, 2);
  if (subj >= 0 && tree.s.upos[subj] === 'NOUN') addSubjectPhrases(tree, subj, phrases);
  return {
    word: v,
    subj,
    obj,
    phrases,
    clause: clauseOf(tree, v, obj),
    that: thatOf(tree, v, obj),
    passive,
    light: -1,
  };
}

/** "sanctions imposed on Iran", "a conference including Egypt", "raids targeting rebels": what stands behind a participle on a noun. */
function addParticiple(tree: Tree, verb: number, into: Phrase[]): void {
  const { s } = tree;
  const prep = s.form[verb].toLowerCase();
  if (GERUND.has(prep)) {
    const obj = tree.kid(verb, 'obj');
    if (obj >= 0) into.push({ prep, word: obj });
  } else if (s.xpos[verb] === 'VBN' && !/^(follow|precede|accompany)$/.test(tree.lemma[verb])) {
    for (const k of tree.kids[verb]) if (relation(s.deprel[k]) === 'obl') into.push({ prep: tree.prepOf(k), word: k });
  }
}

/** "Talks between X and Y resumed", "the attack by X killed": the parties hang on the subject. */
function addSubjectPhrases(tree: Tree, subj: number, into: Phrase[]): void {
  const own: Phrase[] = [];
  addPhrases(tree, subj, own, 0);
  for (const phrase of own) if (PARTIES.has(phrase.prep)) into.push(phrase);
}

/** Phrases on `word`, then those on their own nouns down to `depth`, for a phrase may hang one too low. */
function addPhrases(tree: Tree, word: number, into: Phrase[], depth: number): void {
  const { s } = tree;
  const deeper: number[] = [];
  for (const k of tree.kids[word]) {
    const d = relation(s.deprel[k]);
    if (d === 'obl' || d === 'nmod' || (d === 'advmod' && tree.kid(k, 'case') >= 0)) {
      const possessive = s.deprel[k] === 'nmod:poss';
      const prep = possessive ? 'poss' : tree.prepOf(k);
      into.push({ prep: prep === '' ? 'mod' : prep, word: k });
      for (const c of tree.kids[k]) {
        if (relation(s.deprel[c]) === 'conj' && tree.prepOf(c) !== '') into.push({ prep: tree.prepOf(c), word: c });
      }
      // "assessed now, pending a ruling by the court": what is waited for or followed has phrases of its own.
      if (!possessive && !/^(?:pending|after|before|despite|following|until|since)(?:_|$)/.test(prep)) deeper.push(k);
    } else if ((d === 'advcl' || d === 'acl') && tree.isVerb(k)) {
      const mark = tree.prepOf(k);
      if (mark !== '' && mark !== 'to' && mark !== 'that') into.push({ prep: mark, word: k });
      else if (d === 'acl' && mark === '') addParticiple(tree, k, into);
    } else if ((d === 'compound' && s.deprel[k] !== 'compound:prt') || d === 'amod')
      into.push({ prep: 'mod', word: k });
  }
  if (depth > 0) {
    for (const k of deeper) {
      const from = into.length;
      addPhrases(tree, k, into, depth - 1);
      // A deeper noun's possessors and modifiers are its own.
      for (let i = into.length - 1; i >= from; i--) {
        if (into[i].prep === 'poss' || into[i].prep === 'mod' || into[i].prep === 'of') into.splice(i, 1);
      }
    }
  }
}

function clauseOf(tree: Tree, v: number, obj: number): number {
  const { s } = tree;
  for (const k of tree.kids[v]) if (relation(s.deprel[k]) === 'xcomp') return k;
  for (const k of tree.kids[v]) {
    const d = relation(s.deprel[k]);
    if ((d === 'advcl' || d === 'ccomp' || d === 'acl') && tree.prepOf(k).startsWith('to')) return k;
    if (d === 'ccomp' && s.form[k - 1] !== ',' && /^VBG?$/.test(s.xpos[k]) && tree.kid(k, 'nsubj', 'mark', 'aux') < 0)
      return k;
  }
  if (obj >= 0) {
    for (const k of tree.kids[obj]) if (relation(s.deprel[k]) === 'acl' && tree.prepOf(k) === 'to') return k;
  }
  return -1;
}

/** "asked whether he would go": a question tells and asks for nothing. */
function isAsked(tree: Tree, clause: number): boolean {
  const { s } = tree;
  for (const k of tree.kids[clause]) {
    const form = s.form[k].toLowerCase();
    if (form === 'whether' || (form === 'if' && relation(s.deprel[k]) === 'mark')) return true;
  }
  return false;
}

function thatOf(tree: Tree, v: number, obj: number): number {
  const { s } = tree;
  // Of two the one with a subject: "vowed that attacks on ships bound for Israel would go on".
  let bare = -1;
  for (const k of tree.kids[v]) {
    if (relation(s.deprel[k]) !== 'ccomp' || tree.prepOf(k).startsWith('to') || isAsked(tree, k)) continue;
    if (tree.kid(k, 'nsubj', 'csubj', 'expl') >= 0) return k;
    if (bare < 0) bare = k;
  }
  if (bare >= 0) return bare;
  for (const k of obj >= 0 ? tree.kids[obj] : []) {
    const d = relation(s.deprel[k]);
    if ((d === 'acl' || d === 'ccomp') && tree.prepOf(k) === 'that') return k;
  }
  for (const k of tree.kids[v]) if (relation(s.deprel[k]) === 'advcl' && tree.prepOf(k) === 'that') return k;
  return -1;
}

/** True when the verb above carries the noun at `top`: "held talks", "talks were held", "entered into talks", "went ahead with the attack". */
function carries(tree: Tree, top: number): boolean {
  const h = tree.s.head[top];
  const d = tree.s.deprel[top];
  const lemma = tree.lemma[h];
  if (relation(d) === 'obl' && tree.words.carriers.has(lemma)) return tree.prepOf(top).endsWith('with');
  if (!tree.words.light.has(lemma)) return false;
  return relation(d) === 'obj' || d === 'nsubj:pass' || (relation(d) === 'obl' && !BESIDE.test(tree.prepOf(top)));
}

export function nounFrame(tree: Tree, n: number): Frame {
  const { s } = tree;
  const phrases: Phrase[] = [];
  addPhrases(tree, n, phrases, 1);
  let subj = tree.kid(n, 'nsubj', 'nsubj:pass');
  let light = -1;
  // Climb over "a series of" and coordination to the verb that carries the noun.
  let top = n;
  for (let i = 0; i < 3 && s.head[top] >= 0; i++) {
    const d = relation(s.deprel[top]);
    const h = s.head[top];
    if (d === 'nmod' && tree.prepOf(top) === 'of' && tree.words.transparent.has(tree.lemma[h])) top = h;
    else if (d === 'conj' && !tree.isVerb(h)) top = h;
    else break;
    addPhrases(tree, top, phrases, 0);
  }
  const h = s.head[top];
  if (subj < 0 && h >= 0 && tree.isVerb(h)) {
    const d = s.deprel[top];
    if (carries(tree, top)) {
      const frame = verbFrame(tree, h);
      light = h;
      subj = frame.subj === top ? -1 : frame.subj;
      if (d === 'nsubj:pass' && subj < 0) subj = frame.phrases.find((p) => p.prep === 'by')?.word ?? -1;
      for (const phrase of frame.phrases) {
        if (phrase.word !== top && phrase.word !== n && !phrases.some((p) => p.word === phrase.word))
          phrases.push(phrase);
      }
    } else if (relation(d) === 'nsubj') {
      for (const phrase of verbFrame(tree, h).phrases) {
        if (['by', 'between', 'against', 'on', 'in', 'with'].includes(phrase.prep)) phrases.push(phrase);
      }
    }
  }
  return {
    word: n,
    subj,
    obj: -1,
    phrases,
    clause: nounClause(tree, n, 'to'),
    that: nounClause(tree, n, 'that'),
    passive: false,
    light,
  };
}

function nounClause(tree: Tree, n: number, mark: string): number {
  for (const k of tree.kids[n]) {
    const d = relation(tree.s.deprel[k]);
    if ((d === 'acl' || d === 'ccomp' || d === 'xcomp' || d === 'advcl') && tree.prepOf(k).startsWith(mark)) return k;
  }
  if (mark === 'to') return tree.kid(n, 'xcomp');
  return tree.kid(n, 'ccomp');
}
