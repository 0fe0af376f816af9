// Mends what a parser often gets wrong in the long sentences of a wire, before patterns are tried on the tree.

import { relation, type Sentence } from '../language/index.js';

/** The sentence with its tree mended; itself where nothing was found. */
export function mended(s: Sentence): Sentence {
  const changes = [...stranded(s), ...bareObjects(s), ...inverted(s), ...infinitives(s), ...bareClauses(s)];
  if (changes.length === 0) return s;
  const head = s.head.slice();
  const deprel = s.deprel.slice();
  for (const { word, to, as } of changes) {
    head[word] = to;
    deprel[word] = as;
  }
  return { ...s, head, deprel };
}

interface Change {
  readonly word: number;
  readonly to: number;
  readonly as: string;
}

const isNoun = (s: Sentence, w: number): boolean => s.upos[w] === 'NOUN' || s.upos[w] === 'PROPN';

/**
 * "Britain may take action and Mr Diaz of Spain said ...": the noun phrase between "and" and a verb without a subject is its subject,
 * and no second object of the clause before.
 */
function stranded(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 2; v < s.size; v++) {
    if (!/^VB[DZPN]$/.test(s.xpos[v]) || relation(s.deprel[v]) !== 'conj' || !isNoun(s, v - 1)) continue;
    let and = -1;
    let subject = false;
    for (let k = 0; k < s.size; k++) {
      if (s.head[k] !== v) continue;
      const d = relation(s.deprel[k]);
      if (d === 'nsubj' || d === 'csubj' || d === 'expl') subject = true;
      if (d === 'cc' && k < v) and = k;
    }
    if (subject) continue;
    // The "and" may have gone with the noun.
    if (and < 0)
      for (let k = v - 1; k > v - 9 && k > 0 && and < 0; k--) if (s.upos[k] === 'CCONJ' && s.head[k] < v) and = k;
    if (and < 0 || v - and > 16) continue;
    const heads: number[] = [];
    for (let w = and + 1; w < v; w++)
      if (isNoun(s, w) && relation(s.deprel[w]) === 'conj' && s.head[w] >= 0 && s.head[w] < and) heads.push(w);
    if (heads.length === 1 && reaches(s, v - 1, heads[0])) changes.push({ word: heads[0], to: v, as: 'nsubj' });
  }
  return changes;
}

/** True when `word` is `top` or hangs below it. */
function reaches(s: Sentence, word: number, top: number): boolean {
  for (let w = word, i = 0; w >= 0 && i < 10; w = s.head[w], i++) if (w === top) return true;
  return false;
}

/** "says it wants guarantees NATO will not expand": a bare noun behind a verb without an object is its object, no clause. */
function bareObjects(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let w = 1; w < s.size; w++) {
    if (relation(s.deprel[w]) !== 'ccomp' || s.upos[w] !== 'NOUN' || s.head[w] > w) continue;
    let first = w;
    let bare = true;
    for (let k = 0; k < s.size && bare; k++) {
      if (s.head[k] !== w) continue;
      const d = relation(s.deprel[k]);
      if (d === 'cop' || d === 'nsubj' || d === 'mark' || d === 'aux' || d === 'expl') bare = false;
      if (k < first) first = k;
    }
    while (first > 0 && (s.head[first - 1] === first || reaches(s, first - 1, w))) first--;
    const verb = first - 1;
    if (!bare || verb < 0 || s.upos[verb] !== 'VERB') continue;
    for (let k = 0; k < s.size && bare; k++) {
      const d = relation(s.deprel[k]);
      if (s.head[k] === verb && k !== w && (d === 'obj' || d === 'xcomp' || d === 'ccomp')) bare = false;
    }
    if (bare) changes.push({ word: w, to: verb, as: 'obj' });
  }
  return changes;
}

/** "would act should Serbia invade": a verb whose auxiliary stands before its subject is an if-clause of the verb before it. */
function inverted(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let a = 2; a < s.size; a++) {
    if (relation(s.deprel[a]) !== 'aux' || !/^(should|had|were)$/.test(s.form[a])) continue;
    const v = s.head[a];
    const d = relation(s.deprel[v]);
    if (v < a || d === 'advcl' || d === 'acl' || d === 'root' || /^(CCONJ|SCONJ|PUNCT)$/.test(s.upos[a - 1])) continue;
    let turned = false;
    for (let k = 0; k < v; k++) {
      if (s.head[k] !== v) continue;
      if (relation(s.deprel[k]) === 'nsubj') turned = k > a;
      if (k < a && relation(s.deprel[k]) !== 'advmod') turned = false;
    }
    let up = a - 1;
    while (up >= 0 && s.upos[up] !== 'VERB') up--;
    if (turned && up >= 0 && !reaches(s, up, v)) changes.push({ word: v, to: up, as: 'advcl' });
  }
  return changes;
}

const OPEN =
  /^(plan|threaten|vow|agree|refuse|decline|want|try|attempt|seek|intend|hope|promise|pledge|prepare|decide|fail|aim|offer|resolve|consent|refuse|vote)$/;

/** "denied planning to attack": an infinitive right behind such a verb is what is planned, no purpose. */
function infinitives(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 2; v < s.size; v++) {
    const h = s.head[v];
    if (
      relation(s.deprel[v]) === 'advcl' &&
      h >= 0 &&
      s.form[h + 1] === 'to' &&
      s.head[h + 1] === v &&
      OPEN.test(s.lemma[h])
    )
      changes.push({ word: v, to: h, as: 'xcomp' });
  }
  return changes;
}

const TOLD = /^(guarantee|assurance|promise|pledge|commitment|evidence|proof|sign|undertaking)$/;

/** "wants guarantees the United States will not deploy missiles": a clause without "that" right behind such a noun belongs to it. */
function bareClauses(s: Sentence): Change[] {
  const changes: Change[] = [];
  for (let v = 3; v < s.size; v++) {
    if (relation(s.deprel[v]) !== 'ccomp' || s.head[v] > v || s.upos[v] !== 'VERB') continue;
    let first = v;
    for (let w = s.head[v] + 1; w < first; w++) if (reaches(s, w, v)) first = w;
    const noun = first - 1;
    if (noun > s.head[v] && s.upos[noun] === 'NOUN' && TOLD.test(s.lemma[noun]))
      changes.push({ word: v, to: noun, as: 'acl' });
  }
  return changes;
}
