// Who is subject of the clause that a word stands in, where the verb has none of its own: joined verbs share one ("fired and arrested"),
// and infinitives and gerunds take theirs from the verb above, its object if that verb acts on somebody ("accused Arland of sending
// troops"), else its subject (control, in the grammarians' word).

import { relation, type Sentence } from '../language/index.js';

/** Verbs whose object is to do what the clause below tells. */
const ON_SOMEBODY =
  /^(?:accuse|suspect|blame|charge|condemn|criticize|criticise|denounce|urge|ask|order|tell|force|allow|push|press|pressure|persuade|invite|permit|warn|want|expect|stop|prevent|help|enable|encourage|authorize|authorise|instruct|direct|require|compel|see|hear|catch|get|let|make|dissuade|discourage|deter|ban|bar|forbid|thank|praise|call)$/;

/** The nearest verb, or predicate with a copula, above a word; -1 for none. */
export function verbAbove(s: Sentence, word: number): number {
  for (let at = s.head[word], steps = 0; at >= 0 && steps < 8; at = s.head[at], steps++)
    if (s.upos[at] === 'VERB' || hasCopula(s, at)) return at;
  return -1;
}

function hasCopula(s: Sentence, at: number): boolean {
  for (let w = Math.max(0, at - 8); w < at; w++) if (s.head[w] === at && s.deprel[w] === 'cop') return true;
  return false;
}

function child(s: Sentence, verb: number, what: (rel: string) => boolean): number {
  for (let w = 0; w < s.size; w++) if (s.head[w] === verb && what(s.deprel[w])) return w;
  return -1;
}

/** The word that is subject of a verb, its own, a joined verb's, or the one that controls it; -1 where none can be told. */
export function subjectOf(s: Sentence, verb: number): number {
  for (let at = verb, steps = 0; at >= 0 && steps < 6; steps++) {
    const own = child(s, at, (rel) => relation(rel) === 'nsubj');
    if (own >= 0) return own;
    const above = s.head[at];
    if (above < 0) return -1;
    const rel = s.deprel[at];
    if (rel === 'conj' || rel === 'parataxis') {
      at = above;
      continue;
    }
    if (relation(rel) === 'acl') return above;
    if (rel !== 'xcomp' && rel !== 'advcl' && rel !== 'ccomp' && rel !== 'obl') return -1;
    if (s.upos[above] !== 'VERB') return s.upos[above] === 'ADJ' ? subjectOf(s, above) : -1;
    const object = ON_SOMEBODY.test(s.lemma[above]) ? child(s, above, (one) => one === 'obj' || one === 'iobj') : -1;
    if (object >= 0 && object < at) return object;
    const passive = child(s, above, (one) => one === 'nsubj:pass');
    if (passive >= 0) return passive;
    at = above;
  }
  return -1;
}

/** The subject of the clause that a word stands in, unless the word is in that subject itself; -1 for none. */
export function clauseSubject(s: Sentence, word: number): number {
  const verb = verbAbove(s, word);
  if (verb < 0) return -1;
  const subject = subjectOf(s, verb);
  if (subject < 0 || subject === word) return -1;
  for (let at = word, steps = 0; at >= 0 && steps < 12; at = s.head[at], steps++) if (at === subject) return -1;
  return subject;
}

/** True where one phrase hangs on the other ("a spokesman for the rebels": the rebels on the spokesman). */
export function hangsOn(s: Sentence, word: number, on: number): boolean {
  for (let at = word, steps = 0; at >= 0 && steps < 6; at = s.head[at], steps++) if (at === on) return true;
  return false;
}
