// Commitments that a word of the codebook makes: a verb ("threatened to"), an adjective ("is ready to"), a noun ("its demand for"),
// a participle ("the promised aid").

import { child, children, relation, type Sentence, subtree } from '../language/index.js';
import { acts, signOfNoun } from './acts.js';
import { above, isNegated, lemma, modalOf, subjectOf, verbOf } from './clause.js';
import type { Draft } from './draft.js';
import { type Entry, lexicon } from './lexicon.js';

/** What was found behind a trigger. */
interface Complement {
  /** Head of the consequence. */
  readonly q: number;
  readonly addressee: number;
}

/** Drafts of all triggers of a sentence, left to right. */
export function wordedDrafts(s: Sentence): Draft[] {
  const drafts: Draft[] = [];
  const { verbs, adjectives, nouns, participles } = lexicon();
  for (let i = 0; i < s.size; i++) {
    const word = lemma(s, i);
    const tag = s.upos[i];
    let draft: Draft | null = null;
    if (tag === 'VERB' || (tag === 'ADJ' && s.xpos[i].startsWith('VB'))) {
      const state =
        s.xpos[i] === 'VBN' && child(s, i, 'aux:pass') >= 0 ? adjectives.get(s.form[i].toLowerCase()) : undefined;
      if (state) draft = fromAdjective(s, i, state);
      const entry = verbs.get(verbOf(s, i)) ?? verbs.get(word);
      if (!draft && entry) draft = fromVerb(s, i, entry);
    }
    if (!draft && /^(amod|acl)$/.test(s.deprel[i])) {
      const entry = participles.get(s.form[i].toLowerCase());
      if (entry) draft = fromParticiple(s, i, entry);
    }
    if (!draft && (tag === 'ADJ' || tag === 'VERB')) {
      const entry = adjectives.get(word) ?? adjectives.get(s.form[i].toLowerCase());
      if (entry) draft = fromAdjective(s, i, entry);
    }
    if (!draft && tag === 'NOUN') {
      const entry = nouns.get(word);
      if (entry) draft = fromNoun(s, i, entry);
    }
    if (draft) drafts.push(draft);
  }
  return drafts;
}

/** The trigger stands under a word that empties it: "denied threatening", "accused it of promising". */
function isHollow(s: Sentence, word: number): boolean {
  const { hollow } = lexicon();
  let at = word;
  for (const up of above(s, word)) {
    if (!/^(xcomp|ccomp|obl|advcl|acl|nsubj:pass|obj|conj|amod|nmod)/.test(s.deprel[at])) return false;
    if (s.deprel[at] !== 'conj' && hollow.has(lemma(s, up)) && s.upos[up] === 'VERB' && up < word) return true;
    at = up;
  }
  return false;
}

function fromVerb(s: Sentence, at: number, entry: Entry): Draft | null {
  if (isHollow(s, at)) return null;
  // "Asked what it would do, ..."
  if (s.xpos[at] === 'VBN' && lemma(s, at) === 'ask' && child(s, at, 'aux', 'aux:pass') < 0) return null;
  const found = complementOf(s, at, entry);
  if (!found) return null;
  const { q } = found;
  let { kind } = entry;
  if (kind !== 'offer' && kind !== 'promise' && lexicon().empty.has(lemma(s, q))) return null;
  if (isScheduling(s, at, q, kind)) return null;
  let { strength } = entry;
  const passive = child(s, at, 'nsubj:pass') >= 0 || (s.xpos[at] === 'VBN' && child(s, at, 'aux:pass') >= 0);
  const agent = child(s, at, 'obl:agent');
  let holder = passive ? agent : subjectOf(s, at);
  let { addressee } = found;
  if (passive && addressee < 0 && q !== child(s, at, 'nsubj:pass')) addressee = child(s, at, 'nsubj:pass');
  if (s.deprel[at] === 'acl' && s.xpos[at] === 'VBN') holder = agent;
  // "vowed never to leave": the negation behind the verb is the infinitive's.
  const behind = children(s, at).some((i) => i > at && i < q && /^(not|never)$/i.test(s.form[i]));
  const refused = isNegated(s, at) && !behind;
  let flipped = false;
  if (refused) {
    // "Did not rule out force" leaves it open; any other negated word commits to nothing, unless it is will that is negated.
    if (kind === 'refusal') {
      kind = 'sign';
      strength = 'weak';
    } else if (kind === 'promise' && modalOf(s, at)) kind = 'refusal';
    else if (kind === 'demand' || kind === 'threat' || kind === 'warning' || kind === 'promise') return null;
    else if (kind === 'sign') flipped = true;
    else if (modalOf(s, at)) kind = 'refusal';
    else return null;
  }
  const modal = modalOf(s, at);
  if (strength === null && (modal === 'could' || modal === 'might' || modal === 'may')) strength = 'weak';
  const negated = flipped || behind || (!refused && q !== at && isNegated(s, q));
  return {
    s,
    kind,
    trigger: at,
    triggerEnd: particleEnd(s, at),
    q,
    holder,
    addressee,
    given: null,
    negated,
    strength,
    rule: entry.rule,
    worded: true,
  };
}

function particleEnd(s: Sentence, at: number): number {
  const particle = child(s, at, 'compound:prt');
  return particle === at + 1 ? particle : at;
}

/** Looks for what stands behind a verb, an adjective or a noun, frame by frame. */
function complementOf(s: Sentence, at: number, entry: Entry): Complement | null {
  for (const frame of entry.frames) {
    const found = complement(s, at, frame, entry);
    if (found) return found;
  }
  return null;
}

function complement(s: Sentence, at: number, frame: string, entry: Entry): Complement | null {
  if (frame === 'to') {
    const q = infinitive(s, at);
    return q >= 0 ? { q, addressee: addresseeOf(s, at) } : null;
  }
  if (frame === 'ing') {
    const q = gerund(s, at);
    return q >= 0 ? { q, addressee: -1 } : null;
  }
  if (frame === 'that') {
    const q = clause(s, at);
    return q >= 0 ? { q, addressee: addresseeOf(s, at) } : null;
  }
  if (frame === 'whom') {
    const q = infinitive(s, at) >= 0 ? infinitive(s, at) : clause(s, at);
    if (q < 0 || (entry.kind === 'demand' && s.upos[q] === 'NOUN' && child(s, q, 'nsubj', 'cop') < 0)) return null;
    // "told the rebels that they could": what is told is no demand unless it must be done.
    if (entry.kind === 'demand' && q !== infinitive(s, at) && /^(tell|ask|order|advise|instruct)$/.test(lemma(s, at)))
      return null;
    const addressee = child(s, at, 'obj', 'iobj', 'nsubj:pass');
    if (addressee < 0 || (addressee > q && s.deprel[addressee] !== 'nsubj:pass')) {
      // "wanted Israel to leave" may be read as one clause: its subject is the addressee.
      const subject = child(s, q, 'nsubj', 'nsubj:pass');
      return infinitive(s, at) >= 0 && subject < 0 && entry.kind === 'demand' ? null : { q, addressee: subject };
    }
    return { q, addressee };
  }
  if (frame === 'obj') return object(s, at, entry);
  const two = /^(\w+)\+to$/.exec(frame);
  if (two) {
    const whom = oblique(s, at, two[1]);
    if (whom < 0) return null;
    const q = infinitive(s, at) >= 0 ? infinitive(s, at) : infinitive(s, whom);
    return q >= 0 ? { q, addressee: whom } : null;
  }
  const behind = /^(\w+)-$/.exec(frame);
  if (behind) {
    const q = oblique(s, at, behind[1]);
    if (q < 0) return null;
    if (behind[1] === 'for' && s.upos[at] !== 'ADJ' && !isWanted(s, q)) return null;
    const addressee = child(s, at, 'obj', 'iobj');
    return { q, addressee: addressee >= 0 ? addressee : addresseeOf(s, at) };
  }
  return null;
}

/** The infinitive that a word governs, or -1. */
function infinitive(s: Sentence, at: number): number {
  for (let i = at + 1; i < s.size; i++) {
    if (s.head[i] !== at || !/^(xcomp|ccomp|advcl|acl)/.test(s.deprel[i])) continue;
    for (let k = at + 1; k < i; k++) if (s.head[k] === i && s.xpos[k] === 'TO') return i;
  }
  // Where the tree has it elsewhere: the first "to" with a bare verb behind it, with no other verb or mark in between.
  for (let i = at + 1; i + 1 < s.size && i < at + 10; i++) {
    if (s.xpos[i] === 'TO' && s.upos[i] !== 'ADP') {
      const verb = /^RB/.test(s.xpos[i + 1]) ? i + 2 : i + 1;
      return verb < s.size && s.xpos[verb] === 'VB' ? verb : -1;
    }
    if (/^(VERB|AUX|PUNCT|SCONJ|CCONJ)$/.test(s.upos[i]) || /^W/.test(s.xpos[i])) return -1;
  }
  return -1;
}

function gerund(s: Sentence, at: number): number {
  for (let i = at + 1; i < s.size; i++) {
    if (s.head[i] === at && s.xpos[i] === 'VBG' && /^(xcomp|ccomp|obj|advcl|obl)/.test(s.deprel[i])) return i;
  }
  return -1;
}

/** The finite clause that a word governs, or -1. */
function clause(s: Sentence, at: number): number {
  for (let i = at + 1; i < s.size; i++) {
    if (s.head[i] !== at) continue;
    if (
      s.deprel[i] === 'ccomp' ||
      ((s.deprel[i] === 'acl' || s.deprel[i] === 'xcomp') && child(s, i, 'nsubj', 'nsubj:pass') >= 0)
    ) {
      // "asked if": a question.
      const mark = child(s, i, 'mark');
      if (mark >= 0 && /^(if|whether)$/i.test(s.form[mark]) && mark < i && i - mark < 6) continue;
      return i;
    }
  }
  return -1;
}

/** The noun or clause behind a preposition that hangs on the word, or -1. */
function oblique(s: Sentence, at: number, preposition: string): number {
  for (let i = at + 1; i < s.size; i++) {
    if (s.head[i] !== at || !/^(obl|nmod|advcl|acl|xcomp|ccomp|obj)/.test(s.deprel[i])) continue;
    for (let k = at + 1; k < i; k++) {
      if (s.head[k] === i && /^(case|mark)$/.test(s.deprel[k]) && s.form[k].toLowerCase() === preposition) return i;
    }
  }
  return -1;
}

/** "promised to Cuba that", "a threat against Norway": the noun behind "to" or "against". */
function addresseeOf(s: Sentence, at: number): number {
  const direct = child(s, at, 'iobj', 'obj');
  if (direct >= 0 && s.upos[direct] !== 'VERB') return direct;
  for (const preposition of ['against', 'to', 'on']) {
    const found = oblique(s, at, preposition);
    if (found >= 0 && /^(PROPN|NOUN|PRON)$/.test(s.upos[found])) return found;
  }
  return -1;
}

function object(s: Sentence, at: number, entry: Entry): Complement | null {
  const objects = children(s, at).filter((i) => s.deprel[i] === 'obj');
  // "promised Israel revenge" with two objects: the last is what is promised.
  let q = objects.at(-1) ?? -1;
  const whom = objects.length > 1 ? objects[0] : child(s, at, 'iobj');
  if (q < 0) q = child(s, at, 'nsubj:pass');
  if (q < 0 && s.deprel[at] === 'acl' && s.xpos[at] === 'VBN') q = s.head[at];
  if (q < 0 && /^(demand|refusal|threat)$/.test(entry.kind)) q = nounAfter(s, at);
  if (q < 0 || s.upos[q] === 'PRON' || s.upos[q] === 'PROPN') return null;
  const word = lemma(s, q);
  const { wanted, rejected } = lexicon();
  const heads = [q, ...subtree(s, q).filter((i) => s.deprel[i] === 'conj' && s.head[i] === q)].map((i) => lemma(s, i));
  if (entry.kind === 'refusal' && !heads.some((head) => rejected.has(head))) return null;
  if (entry.kind === 'threat' && signOfNoun(s, q) >= 0 && !acts().cause.has(word)) return null;
  if (entry.kind === 'sign' && signOfNoun(s, q) === 0) return null;
  if (entry.kind === 'demand' && !/^demand$/.test(lemma(s, at)) && !heads.some((head) => wanted.has(head))) return null;
  if (
    lemma(s, at) === 'propose' &&
    ![wanted, rejected, acts().good].some((list) => heads.some((head) => list.has(head)))
  )
    return null;
  const none = child(s, q, 'det');
  if (none >= 0 && /^(no|little)$/i.test(s.form[none])) return null;
  return { q, addressee: whom };
}

/** The head of the noun phrase right behind a verb, where the tree hung it elsewhere. */
function nounAfter(s: Sentence, at: number): number {
  let found = -1;
  for (let i = at + 1; i < s.size && i < at + 8; i++) {
    if (s.upos[i] === 'NOUN') found = i;
    else if (found >= 0 || !(/^(DET|ADJ|ADV|NUM)$/.test(s.upos[i]) || s.form[i] === '-' || s.deprel[i] === 'amod'))
      break;
  }
  return found;
}

function isWanted(s: Sentence, q: number): boolean {
  if (s.upos[q] === 'VERB') return true;
  const { wanted } = lexicon();
  const near = [q, ...subtree(s, q).filter((i) => s.head[i] === q)];
  return near.some((i) => wanted.has(lemma(s, i)) || relation(s.deprel[i]) === 'acl');
}

function fromAdjective(s: Sentence, at: number, entry: Entry): Draft | null {
  if (child(s, at, 'cop', 'aux:pass') < 0 && !/^(xcomp|acl)/.test(s.deprel[at]) && s.deprel[at] !== 'conj') return null;
  if (isHollow(s, at)) return null;
  const found = complementOf(s, at, entry);
  if (!found) return null;
  const refused = isNegated(s, at);
  return {
    s,
    kind: refused ? 'refusal' : entry.kind,
    trigger: at,
    triggerEnd: at,
    q: found.q,
    holder: subjectOf(s, at),
    addressee: -1,
    given: null,
    negated: isNegated(s, found.q),
    strength: entry.strength,
    rule: entry.rule,
    worded: true,
  };
}

function fromNoun(s: Sentence, at: number, entry: Entry): Draft | null {
  if (isHollow(s, at)) return null;
  const governor = s.head[at];
  let found = complementOf(s, at, entry);
  if (!found && entry.frames.includes('to') && governor >= 0 && s.deprel[at] === 'obj') {
    const q = infinitive(s, governor);
    if (q > at) found = { q, addressee: -1 };
  }
  if (!found) return null;
  const governs = governor >= 0 && /^(obj|nsubj:pass|xcomp)/.test(s.deprel[at]) ? lemma(s, governor) : '';
  const word = lemma(s, at);
  if (word === 'right' && governs !== 'reserve') return null;

  let holder = child(s, at, 'nmod:poss');
  if (holder < 0) holder = oblique(s, at, 'by');
  if (holder < 0 && governs !== '' && (lexicon().owning.has(governs) || governs === 'reserve')) {
    holder = s.deprel[at] === 'nsubj:pass' ? child(s, governor, 'obl:agent') : subjectOf(s, governor);
  }
  const none = child(s, at, 'det');
  const refused =
    (none >= 0 && s.form[none].toLowerCase() === 'no') ||
    (governs !== '' && isNegated(s, governor) && governs === 'have');
  if (refused && entry.kind !== 'sign') return null;
  if (entry.kind === 'sign' && !refused && word === 'intention' && governs !== 'have') return null;
  return {
    s,
    kind: entry.kind,
    trigger: at,
    triggerEnd: at,
    q: found.q,
    holder,
    addressee: found.addressee === found.q ? -1 : found.addressee,
    given: null,
    negated: refused || isNegated(s, found.q),
    strength: word === 'right' ? 'weak' : entry.strength,
    rule: entry.rule,
    worded: true,
  };
}

function fromParticiple(s: Sentence, at: number, entry: Entry): Draft | null {
  const q = s.head[at];
  if (q < 0 || s.upos[q] !== 'NOUN') return null;
  return {
    s,
    kind: entry.kind,
    trigger: at,
    triggerEnd: at,
    q,
    holder: s.deprel[at] === 'acl' ? child(s, at, 'obl:agent') : child(s, q, 'nmod:poss'),
    addressee: -1,
    given: null,
    negated: false,
    strength: entry.strength,
    rule: entry.rule,
    worded: true,
  };
}

/** "Agreed to meet", "proposed that officials meet": an appointment, which is kept as a meeting. */
function isScheduling(s: Sentence, at: number, q: number, kind: Draft['kind']): boolean {
  if (kind !== 'promise' && !(kind === 'offer' && lemma(s, at) === 'propose') && kind !== 'sign') return false;
  return isAppointment(s, q);
}

/** The verb tells of a meeting and of nothing else. */
export function isAppointment(s: Sentence, verb: number): boolean {
  const word = lemma(s, verb);
  if (/^(meet|talk|discuss|negotiate|visit|confer|travel|see|attend|fly|gather)$/.test(word)) return true;
  const object = child(s, verb, 'obj', 'nsubj:pass');
  if (word === 'send' && object >= 0) {
    return /^(minister|envoy|delegation|team|official|diplomat|ambassador|negotiator|representative|mission)$/.test(
      lemma(s, object),
    );
  }
  return (
    object >= 0 &&
    /^(hold|resume|begin|start|continue|open|have|convene|conduct|host|join|arrange|organise|organize|pay)$/.test(
      word,
    ) &&
    /^(talk|talks|meeting|summit|negotiation|session|conference|discussion|dialogue|round|visit|consultation|call)$/.test(
      lemma(s, object),
    )
  );
}
