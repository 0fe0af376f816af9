// Who does a verb, and to whom, where its own clause does not name them: through coordination, control, participles and
// relative clauses of Universal Dependencies, and past common errors of a parser.

import { relation } from '../language/index.js';
import type { Tree } from './tree.js';

const BARE_TIME =
  /^(mon|tues|wednes|thurs|fri|satur|sun|to|yester)day$|^(year|month|week|day|hour|time|night|morning|evening|afternoon|tomorrow|today|second|minute|decade|century|home|way|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Who does (of a passive: suffers) the verb, through coordination, control, participles and relative clauses. */
export function subjectOf(tree: Tree, v: number, depth: number): number {
  const { s } = tree;
  const own = nearestSubject(tree, v);
  const d = relation(s.deprel[v]);
  const h = s.head[v];
  if (own >= 0) {
    // "the forces that attacked": the relative pronoun stands for the noun above.
    if (s.deprel[v] === 'acl:relcl' && h >= 0 && /^W|^WP|^IN$/.test(s.xpos[own]) && s.upos[own] !== 'NOUN') return h;
    return own;
  }
  if (depth > 4 || h < 0) return -1;
  if (d === 'amod') return strayed(tree, v) ? (tree.kid(h, 'nsubj') >= 0 ? tree.kid(h, 'nsubj') : v - 1) : -1;
  if (d === 'conj' && tree.isVerb(h)) {
    const shared = subjectOf(tree, h, depth + 1);
    if (tree.isPassive(h) === tree.isPassive(v) || shared < 0) return shared;
    return shared;
  }
  if (d === 'xcomp' || ((d === 'advcl' || d === 'ccomp') && tree.prepOf(v) === 'to')) {
    if (tree.words.objectControl.has(tree.lemma[h])) {
      const frame = tree.isVerb(h) ? tree.frame(h) : null;
      if (frame && frame.obj >= 0 && frame.obj !== v) return frame.obj;
      const patient = tree.kid(h, 'obj', 'iobj', 'nsubj:pass');
      if (patient >= 0) return patient;
    }
    return tree.isVerb(h) ? subjectOf(tree, h, depth + 1) : tree.kid(h, 'nsubj', 'nsubj:pass');
  }
  // "imposed sanctions on Japan for violating": who is punished, praised or blamed did it;
  // "accused Chad of arming them".
  if (d === 'advcl' && (tree.prepOf(v) === 'for' || tree.prepOf(v) === 'of') && tree.isVerb(h)) {
    const frame = tree.frame(h);
    const blamed = frame.phrases.find(({ prep, word }) => (prep === 'against' || prep === 'on') && word < v);
    const done = blamed ? blamed.word : frame.obj;
    if (done >= 0 && done < v) return done;
  }
  if (d === 'advcl' || d === 'parataxis') return tree.isVerb(h) ? subjectOf(tree, h, depth + 1) : tree.kid(h, 'nsubj');
  if (d === 'acl') {
    if (s.deprel[v] === 'acl:relcl') {
      return tree.kid(v, 'obj') >= 0 || !tree.isVerb(v) ? h : -1;
    }
    if (tree.prepOf(v) === 'to' || tree.prepOf(v) === 'of' || tree.prepOf(v) === 'for') {
      const owner = tree.kid(h, 'nmod:poss');
      if (owner >= 0) return owner;
      const up = s.head[h];
      if (up >= 0 && tree.isVerb(up) && relation(s.deprel[h]) === 'obj') return subjectOf(tree, up, depth + 1);
      if (relation(s.deprel[h]) === 'nsubj' || up < 0) {
        // "SENATE VOTES TO CUT AID": a headline's verb that was taken for a noun.
        const subject = tree.kid(h, 'nsubj');
        return subject >= 0 || up >= 0 || s.form[h] !== s.form[h].toUpperCase() ? subject : tree.kid(h, 'compound');
      }
      return -1;
    }
    return h;
  }
  return -1;
}

/** True for a main verb that the parser took for an adjective: "tanks shelled positions", "is striking targets". */
export function strayed(tree: Tree, v: number): boolean {
  const { s } = tree;
  if (s.deprel[v] !== 'amod' || v === 0) return false;
  if (tree.kid(v, 'aux') >= 0) return true;
  return s.upos[v - 1] === 'NOUN' && s.xpos[v] === 'VBD';
}

/** Of several subjects the one next to the verb: an apposition may have been taken for one. */
function nearestSubject(tree: Tree, v: number): number {
  let found = -1;
  for (const k of tree.kids[v]) {
    const d = relation(tree.s.deprel[k]);
    // "a protest that it is failing to help": an "it" without a clause behind it stands for somebody.
    const somebody =
      d === 'expl' && tree.lemma[k] === 'it' && tree.kid(v, 'ccomp', 'csubj') < 0 && tree.s.xpos[v] === 'VBG';
    // "The government on Sunday lifted the ban": a day does nothing.
    if (
      d === 'nsubj' &&
      BARE_TIME.test(tree.s.form[k].toLowerCase()) &&
      tree.kids[v].some((o) => o < k && relation(tree.s.deprel[o]) === 'nsubj')
    )
      continue;
    if ((d === 'nsubj' || d === 'csubj' || somebody) && (found < 0 || (k < v && found < k))) found = k;
  }
  return found;
}

export function sharedObject(tree: Tree, v: number): number {
  const { s } = tree;
  if (s.deprel[v] === 'acl:relcl' && s.head[v] >= 0 && tree.kid(v, 'ccomp', 'xcomp') < 0) {
    const own = tree.kid(v, 'nsubj');
    if (own >= 0 && !/^W|^IN$/.test(s.xpos[own])) return s.head[v];
  }
  if (relation(s.deprel[v]) === 'conj' && tree.isVerb(s.head[v])) {
    const shared = tree.kid(s.head[v], 'obj');
    if (shared > v) return shared;
  }
  const next = tree.kids[v].find((k) => relation(s.deprel[k]) === 'conj' && tree.isVerb(k));
  if (next !== undefined && next - v <= 3 && tree.kid(v, 'obl', 'xcomp', 'ccomp') < 0) return tree.kid(next, 'obj');
  return -1;
}

/** An object that the parser took for something else: a bare phrase behind the verb, or the subject of a gerund. */
export function strayObject(tree: Tree, v: number): number {
  const { s } = tree;
  if (s.deprel[v] === 'amod') return s.head[v];
  for (const k of tree.kids[v]) {
    if (k < v) continue;
    const d = s.deprel[k];
    const noun = s.upos[k] === 'NOUN' || s.upos[k] === 'PROPN';
    if (d === 'obl' && noun && tree.prepOf(k) === '' && !BARE_TIME.test(tree.lemma[k])) return k;
    if (d === 'advcl' && s.xpos[k] === 'VBG') {
      const misled = tree.kid(k, 'nsubj');
      if (misled > v && misled < k && k - misled === 1 && tree.lemma[misled - 1] !== ',') return misled;
    }
  }
  return -1;
}
