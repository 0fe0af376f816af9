// Questions about clauses that the three stages of commitments, meetings and claims ask alike: who is the subject, is it negated, where does the clause
// begin and end, who says it. The rules lean on few relations, so that a wrong attachment costs a field and not the record.

import type { Cast } from '../actors/index.js';
import { child, isUnder, relation, type Sentence, spanOf, subtree } from '../language/index.js';
import type { ActorRef, Span } from '../records.js';

/** Lower-case lemma of a word; the form where the lemma is missing. */
export function lemma(s: Sentence, word: number): string {
  const given = s.lemma[word];
  return (given === '' || given === '_' ? s.form[word] : given).toLowerCase();
}

/** Lemma with its particle: "walk_out", "rule_out". */
export function verbOf(s: Sentence, word: number): string {
  const particle = child(s, word, 'compound:prt');
  return particle < 0 ? lemma(s, word) : `${lemma(s, word)}_${lemma(s, particle)}`;
}

/** The span of a list of words without punctuation, conjunctions and markers at its ends. */
export function trimmed(s: Sentence, words: readonly number[]): Span | null {
  let first = 0;
  let last = words.length - 1;
  const empty = (word: number): boolean =>
    s.upos[word] === 'PUNCT' || s.upos[word] === 'CCONJ' || (s.deprel[word] === 'mark' && s.upos[word] !== 'PART');
  while (first <= last && empty(words[first])) first++;
  while (last >= first && empty(words[last])) last--;
  return first > last ? null : spanOf(s, words.slice(first, last + 1));
}

/** The words of a clause: the subtree of its head without the branches that `leave` accepts. */
export function clauseWords(s: Sentence, head: number, leave: (word: number) => boolean = () => false): number[] {
  return subtree(s, head, (word) => word !== head && leave(word));
}

/** Words that belong to no clause but join it to another: attributions in between, punctuation at the edge. */
export function isAside(s: Sentence, word: number): boolean {
  const name = relation(s.deprel[word]);
  return name === 'parataxis' || name === 'discourse' || name === 'vocative';
}

/** The subject's head word of a verb or predicate; looked for above it where its own clause has none. -1 when there is none. */
export function subjectOf(s: Sentence, verb: number): number {
  let at = verb;
  for (let steps = 0; steps < 8 && at >= 0; steps++) {
    const own = ownSubject(s, at);
    if (own >= 0) return relativized(s, own);
    const strayed = strayedSubject(s, at);
    if (strayed >= 0) return strayed;
    const name = relation(s.deprel[at]);
    const above = s.head[at];
    if (above < 0) return -1;
    // "won a reprieve from tariffs after promising": of whoever the sentence is about, wherever the tree hung it.
    const mark = s.deprel[at] === 'acl' && s.xpos[at] === 'VBG' ? child(s, at, 'mark') : -1;
    if (mark >= 0 && /^(after|before|while|when|without|by)$/i.test(s.form[mark])) {
      let verb = above;
      while (verb >= 0 && s.upos[verb] !== 'VERB') verb = s.head[verb];
      if (verb < 0) return -1;
      at = verb;
      continue;
    }
    if (s.deprel[at] === 'acl' || s.deprel[at] === 'acl:relcl') return above;
    if (name === 'xcomp') {
      const object = child(s, above, 'obj', 'iobj');
      if (object >= 0 && object < at) return object;
    } else if (name === 'conj') {
      // "demanded that Moscow pay ..., and threatened": the verb stands beside the one of its own tense and mood, wherever the tree put it.
      at = peerOf(s, at);
      continue;
    } else if (name !== 'advcl' && name !== 'ccomp' && name !== 'aux' && name !== 'cop') return -1;
    if (name === 'ccomp' && s.upos[at] === 'VERB' && child(s, at, 'mark') >= 0) return -1;
    at = above;
  }
  return -1;
}

/** The verb's own subject: of several, the last that stands before it ("A, B trade blame; EU offers to mediate"). */
function ownSubject(s: Sentence, verb: number): number {
  const first = child(s, verb, 'nsubj', 'csubj');
  if (first < 0 || first > verb) return first;
  for (let i = verb - 1; i > first; i--) {
    if (s.head[i] !== verb || s.deprel[i] !== 'nsubj') continue;
    if (s.form.slice(first, i).some((form) => /^(;|:|–|—|--)$/.test(form))) return i;
  }
  return first;
}

/** Where a clause beside the one of `head` begins whose subject the tree hung below `head`, or the sentence's length. */
export function strayFrom(s: Sentence, head: number): number {
  for (let i = head + 1; i < s.size; i++) {
    if (s.deprel[i] !== 'conj' || s.head[i] !== head || child(s, i, 'nsubj') >= 0) continue;
    const subject = strayedSubject(s, i);
    if (subject > head) return child(s, subject, 'cc') >= 0 ? child(s, subject, 'cc') : subject;
  }
  return s.size;
}

/** "..., and the United States has threatened": the noun between the conjunction and the verb, where the tree hung it on the clause before; else -1. */
function strayedSubject(s: Sentence, verb: number): number {
  const bare = child(s, verb, 'aux', 'aux:pass', 'obl:agent') < 0;
  const finite = /^(VBZ|VBD|VBP)$/.test(s.xpos[verb]) || (s.xpos[verb] === 'VBN' && bare && s.xpos[verb + 1] === 'TO');
  // "Kenya, which hosted the talks, appealed for calm": the noun that the sentence opens with, where the tree made it the root.
  if (finite && verb > 1 && s.form[verb - 1] === ',' && child(s, verb, 'cc') < 0) {
    const root = s.head.findIndex((head) => head < 0);
    if (
      root < verb &&
      /^(NOUN|PROPN)$/.test(s.upos[root]) &&
      child(s, root, 'cop', 'nsubj') < 0 &&
      isUnder(s, verb, root)
    )
      return root;
  }
  if (s.deprel[verb] !== 'conj') return -1;
  let first = verb;
  for (let i = verb - 1; i > 0 && i > verb - 6; i--)
    if (s.head[i] === verb && /^(aux|cop)/.test(s.deprel[i])) first = Math.min(first, i);
  const noun = first - 1;
  if (noun < 1) return -1;
  const own = child(s, verb, 'cc');
  const cc = own >= 0 && own < noun ? own : child(s, noun, 'cc');
  if (cc < 0 || cc >= noun) return -1;
  if (noun <= cc || !/^(NOUN|PROPN|PRON)$/.test(s.upos[noun]) || !/^(VBZ|VBD|VBP|MD)$/.test(s.xpos[first])) return -1;
  for (let i = cc + 1; i < noun; i++) if (/^(VERB|PUNCT|ADP)$/.test(s.upos[i])) return -1;
  return noun;
}

/** Tense and mood of a verb with its auxiliaries, roughly: what two verbs beside one another share. */
function moodOf(s: Sentence, verb: number): string {
  for (let i = 0; i < s.size; i++) {
    if (s.head[i] !== verb || !/^(aux|cop)/.test(s.deprel[i])) continue;
    if (s.xpos[i] === 'MD') return 'modal';
    if (s.xpos[i] === 'VBD') return 'past';
    if (/^(VBZ|VBP)$/.test(s.xpos[i])) return 'present';
  }
  if (s.xpos[verb] === 'VBD') return 'past';
  if (/^(VBZ|VBP)$/.test(s.xpos[verb])) return 'present';
  return 'none';
}

/** The verb that a coordinated verb stands beside: the nearest one above of the same mood, else its head. */
export function peerOf(s: Sentence, verb: number): number {
  const mood = moodOf(s, verb);
  if (mood === 'none') return s.head[verb];
  for (const up of above(s, verb)) if (up < verb && moodOf(s, up) === mood) return up;
  return s.head[verb];
}

/** A coordinated clause that only the tree's error put below `head`: it has another mood or a subject of its own. */
export function isStray(s: Sentence, word: number, head: number): boolean {
  // "which had been asked to mediate, offered to": the main verb, hung on the last of the clause inside.
  if (s.deprel[word] === 'xcomp' && s.form[word - 1] === ',' && s.xpos[word] === 'VBN' && strayedSubject(s, word) >= 0)
    return true;
  if (s.deprel[word] !== 'conj') return false;
  if (child(s, word, 'nsubj', 'nsubj:pass') >= 0 || strayedSubject(s, word) >= 0) return true;
  const mood = moodOf(s, word);
  return mood !== 'none' && mood !== moodOf(s, s.head[word]) && s.head[word] >= head;
}

/** For a relative pronoun the noun that it stands for, else the word itself. */
export function relativized(s: Sentence, word: number): number {
  if (!/^(who|which|that|whom)$/i.test(s.form[word])) return word;
  for (let at = s.head[word]; at >= 0; at = s.head[at]) {
    if (s.deprel[at] === 'acl:relcl') return s.head[at];
    if (!/^(conj|xcomp|ccomp|acl|advcl)/.test(s.deprel[at])) break;
  }
  return word;
}

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'no', 'neither', 'nor', 'nothing', 'none', 'nobody']);

/** True when the clause of the verb is negated: "not", "never", or "no" on its object or subject. */
export function isNegated(s: Sentence, verb: number): boolean {
  for (let word = 0; word < s.size; word++) {
    if (s.head[word] !== verb) continue;
    const name = relation(s.deprel[word]);
    if (name === 'advmod' || name === 'det' || name === 'cc') {
      if (NEGATIONS.has(s.form[word].toLowerCase()) && name !== 'cc') return true;
    } else if (
      name === 'obl' &&
      word > verb &&
      /^no$/i.test(s.form[child(s, word, 'det')] ?? '') &&
      s.form.includes('such')
    ) {
      // "would agree to no such thing"
      return true;
    } else if (name === 'obl' && word > verb) {
      // "would hand them to nobody but the experts"
      if (/^(nobody|none|no-one)$/i.test(s.form[word])) return true;
    } else if (name === 'nsubj' || name === 'obj') {
      if (/^(nothing|none|nobody|neither)$/i.test(s.form[word])) return true;
      const determiner = child(s, word, 'det');
      if (determiner >= 0 && /^(no|neither)$/i.test(s.form[determiner])) return true;
    }
  }
  return false;
}

/** The modal or auxiliary lemma that governs the verb, lower case, or null: "will", "would", "could", "must", "have to". */
export function modalOf(s: Sentence, verb: number): string | null {
  const own = modalsOf(s)[verb];
  if (own !== undefined) return own;
  const name = s.deprel[verb];
  // A bare verb beside another shares its modal; one with a tense of its own does not.
  if (name === 'conj' && s.xpos[verb] === 'VB' && child(s, verb, 'aux') < 0) return modalOf(s, s.head[verb]);
  if (name === 'xcomp' && verb > 0) {
    const above = s.head[verb];
    const governor = lemma(s, above);
    if (governor === 'have' && s.form[verb - 1]?.toLowerCase() === 'to' && s.form[verb - 2]?.toLowerCase() !== 'yet')
      return modalOf(s, above) ?? 'have to';
    if (governor === 'go' && /^going$/i.test(s.form[above])) return 'will';
    if (governor === 'need' || governor === 'ought') return 'should';
  }
  return null;
}

const modals = new WeakMap<Sentence, (string | undefined)[]>();

/** By word, the modal that hangs on it; found once a sentence. */
function modalsOf(s: Sentence): (string | undefined)[] {
  let found = modals.get(s);
  if (found) return found;
  found = new Array<string | undefined>(s.size).fill(undefined);
  for (let word = 0; word < s.size; word++) {
    const verb = s.head[word];
    if (verb < 0 || found[verb] !== undefined || !/^aux(?:$|:)/.test(s.deprel[word])) continue;
    found[verb] = MODALS.get(s.form[word].toLowerCase());
  }
  modals.set(s, found);
  return found;
}

const MODALS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    will: 'will',
    "'ll": 'will',
    '’ll': 'will',
    wo: 'will',
    shall: 'will',
    would: 'would',
    "'d": 'would',
    '’d': 'would',
    could: 'could',
    might: 'might',
    may: 'may',
    can: 'can',
    ca: 'can',
    must: 'must',
    should: 'should',
    ought: 'should',
  }),
);

/** The governing words from `word` upwards, itself left out. */
export function* above(s: Sentence, word: number): Generator<number> {
  for (let at = s.head[word]; at >= 0; at = s.head[at]) yield at;
}

/** The actors at a word, or at the noun that owns it ("the ministry's threat" asked at "ministry"). */
export function actorsAt(cast: Cast, s: Sentence, word: number): readonly ActorRef[] {
  return word < 0 ? [] : cast.at(s.index, word);
}

/** The first actor at a word, conjuncts left out when there is one. */
export function actorAt(cast: Cast, s: Sentence, word: number): ActorRef | null {
  if (word < 0) return null;
  return cast.alone(s.index, word)[0] ?? cast.at(s.index, word)[0] ?? null;
}

/** Every actor that stands in a range of words, left to right. */
export function actorsWithin(cast: Cast, s: Sentence, words: readonly number[]): ActorRef[] {
  const found: ActorRef[] = [];
  for (const word of words) {
    if (!/^(NOUN|PROPN|PRON|ADJ)$/.test(s.upos[word])) continue;
    for (const ref of cast.alone(s.index, word)) {
      if (!found.some((other) => other.actor === ref.actor)) found.push(ref);
    }
  }
  return found;
}

/** First word of the source at a headline's end ("... for election date -sources", "... - state TV"), or the sentence's length. */
function tailOf(s: Sentence): number {
  for (let i = s.size - 2; i > 2 && i >= s.size - 4; i--) {
    if (!/^[-–—]+$/.test(s.form[i])) continue;
    const last = s.form[s.size - 1];
    const spaced = s.end[i - 1] < s.start[i];
    return spaced && !/^[.?!]$/.test(last) ? i : s.size;
  }
  return s.size;
}

/** Words of a clause without the attribution that the tree drew into it: "..., Foreign Minister Ahmed | said". Ends at a semicolon, too. */
export function withoutAttribution(s: Sentence, words: readonly number[]): number[] {
  const semicolon = words.findIndex((word, k) => k > 0 && s.form[word] === ';');
  const tail = tailOf(s);
  const kept = (semicolon > 0 ? words.slice(0, semicolon) : [...words]).filter((word) => word < tail);
  const last = kept[kept.length - 1];
  if (last === undefined || last + 1 >= s.size || !/^VB[DZP]$/.test(s.xpos[last + 1])) return kept;
  for (let k = kept.length - 1; k > 0; k--) {
    const word = kept[k];
    if (s.form[word] === ',') return kept.slice(0, k);
    if (s.upos[word] === 'VERB') break;
  }
  return kept;
}
