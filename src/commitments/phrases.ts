// Commitments by a fixed phrase of codebook/commitments.txt: "served notice that", "poured cold water on", "remains on the table". A phrase is matched
// on lemmas and forms, word after word; what it governs is looked for behind it in the words themselves, so that it does not hang on one tree.

import { child, type Sentence } from '../language/index.js';
import { signOfClause } from './acts.js';
import { isOccasion } from './appointment.js';
import { isNegated, lemma, subjectOf } from './clause.js';
import { type Draft, draftAt } from './draft.js';
import { lexicon, type Phrase } from './lexicon.js';

const JUDGING =
  /^(think|believe|suppose|assume|expect|doubt|fear|suspect|worry|panic|imagine|question|be|feel|rejoice|complain|celebrate|despair)$/;

/** Where a phrase stands. */
export interface Phrased {
  readonly phrase: Phrase;
  readonly first: number;
  readonly last: number;
  /** The word of the phrase that the others hang on. */
  readonly head: number;
}

/** What was found at each word of a sentence, once for all who ask: the phrases, and whether a word tells of speech (0 not asked, 1 no, 2 yes). */
interface Asked {
  readonly phrases: (Phrased | null | undefined)[];
  readonly speech: Uint8Array;
}

const asked = new WeakMap<Sentence, Asked>();

function askedOf(s: Sentence): Asked {
  let found = asked.get(s);
  if (!found) {
    found = { phrases: new Array<Phrased | null | undefined>(s.size), speech: new Uint8Array(s.size) };
    asked.set(s, found);
  }
  return found;
}

/** The longest phrase that begins at a word, or null. */
export function phraseAt(s: Sentence, at: number): Phrased | null {
  const { phrases } = askedOf(s);
  const known = phrases[at];
  if (known !== undefined) return known;
  const found = findPhrase(s, at);
  phrases[at] = found;
  return found;
}

function findPhrase(s: Sentence, at: number): Phrased | null {
  if (s.upos[at] === 'PUNCT' || s.upos[at] === 'PROPN') return null;
  const { phrases } = lexicon();
  const word = lemma(s, at);
  const form = s.form[at].toLowerCase();
  const one = phrases.get(word);
  return (one && among(s, at, one)) ?? (form === word ? null : among(s, at, phrases.get(form) ?? []));
}

function among(s: Sentence, at: number, phrases: readonly Phrase[]): Phrased | null {
  for (const phrase of phrases) {
    const last = endOf(s, at, phrase);
    if (last < 0) continue;
    let head = at;
    for (let i = at; i <= last; i++) if (s.head[i] < at || s.head[i] > last) head = i;
    // The noun of "be out of the question" bears the subject; else the verb that opens the phrase does.
    if (s.upos[at] === 'VERB') head = at;
    const negated = isNegated(s, head) || isNegated(s, at) || /^(not|n['’]t|never|no)$/i.test(s.form[at - 1] ?? '');
    if (phrase.negated !== negated && !/^(no|nothing|none)$/.test(phrase.words.find((one) => /^no/.test(one)) ?? ''))
      continue;
    return { phrase, first: at, last, head };
  }
  return null;
}

/** True when the word at `i` is one of those that the phrase has there. */
function is(s: Sentence, i: number, words: readonly string[]): boolean {
  return i < s.size && (words.includes(lemma(s, i)) || words.includes(s.form[i].toLowerCase()));
}

function endOf(s: Sentence, at: number, { words, choices }: Phrase): number {
  let i = at;
  for (let k = 0; k < words.length; k++) {
    if (words[k] === '*') {
      const from = i;
      k++;
      while (i < s.size && i < from + 6 && !is(s, i, choices[k])) {
        if (s.upos[i] === 'PUNCT' && !/^["“”'‘’-]$/.test(s.form[i])) return -1;
        i++;
      }
      if (!is(s, i, choices[k])) return -1;
    } else {
      // "leaves the door firmly open to": adverbs and articles may stand inside.
      for (let gap = 0; gap < 2 && k > 0 && i < s.size && !is(s, i, choices[k]); gap++) {
        if (!/^(ADV|DET|PART)$/.test(s.upos[i]) && !/^["“”]$/.test(s.form[i])) break;
        i++;
      }
      if (!is(s, i, choices[k])) return -1;
    }
    i++;
  }
  return i - 1;
}

/** True when the verb, with a phrase that it opens, tells somebody's word: "made it clear that", "let it be known that". */
export function isSpeech(s: Sentence, verb: number): boolean {
  const { speech } = askedOf(s);
  if (speech[verb] === 0) speech[verb] = findSpeech(s, verb) ? 2 : 1;
  return speech[verb] === 2;
}

function findSpeech(s: Sentence, verb: number): boolean {
  if (lexicon().speech.has(lemma(s, verb))) return true;
  // "set two conditions: every adviser must leave"
  const object = child(s, verb, 'obj');
  if (object > verb && TOLD.test(lemma(s, object)) && s.form.slice(object, object + 3).includes(':')) return true;
  const found = phraseAt(s, verb);
  return found?.phrase.frames.includes('that') === true;
}

const TOLD = /^(condition|term|demand|price|warning|promise|pledge|offer|threat|message|statement|answer|reply)$/;

/** The draft that a phrase makes, or null where nothing stands behind it. */
export function fromPhrase(s: Sentence, { phrase, first, last, head }: Phrased): Draft | null {
  for (const frame of phrase.frames) {
    const found = behind(s, frame, first, last, head);
    if (!found || (found.q >= first && found.q <= last && frame !== 'self' && frame !== 'answered')) continue;
    let { kind } = phrase;
    if (kind === 'speech') return null;
    // "would not hesitate to help", "had no choice but to give in": no harm.
    const reserved = phrase.words[0] === 'reserve';
    if (kind === 'threat' && !reserved && frame === 'to' && signOfClause(s, found.q) > 0) kind = 'promise';
    if (kind === 'threat' && frame === 'obj' && signOfClause(s, found.q) > 0) kind = 'offer';
    // "has no intention of making arms": what would do harm is not intended, and that is good to hear.
    const spared =
      kind === 'refusal' && /intention|desire|wish/.test(phrase.words.join(' ')) && signOfClause(s, found.q) < 0;
    if (spared) kind = 'promise';
    // "there's no reason to think they won't": a judgement, and nobody's will.
    if (kind === 'refusal' && JUDGING.test(lemma(s, found.q))) return null;
    // "left the door open to a meeting": kept as a meeting.
    if (kind === 'offer' && isOccasion(s, found.q)) return null;
    const there = child(s, head, 'expl') >= 0;
    const subject = subjectOf(s, head) >= 0 ? subjectOf(s, head) : subjectOf(s, first);
    return draftAt(s, first, kind, phrase.rule, {
      trigger: first,
      triggerEnd: last,
      q: found.q,
      holder: /^(subject|answered)$/.test(frame) || there ? -1 : subject,
      addressee: found.addressee,
      given: frame === 'answered' && subject >= 0 ? { head: subject, polarity: 'if' } : null,
      negated: spared || (kind === 'sign' && phrase.kind !== 'threat' && isNegated(s, found.q) && frame === 'that'),
      strength: phrase.strength,
      worded: !/^(subject|answered)$/.test(frame),
    });
  }
  return null;
}

function behind(
  s: Sentence,
  frame: string,
  first: number,
  last: number,
  head: number,
): { q: number; addressee: number } | null {
  const found = (q: number, addressee = -1) => (q < 0 ? null : { q, addressee });
  if (frame === 'subject') {
    const subject = child(s, head, 'nsubj', 'nsubj:pass', 'csubj');
    // "said a return to the talks was out of the question": the tree may have made it the object of "said".
    const stray = s.deprel[head] === 'ccomp' ? child(s, s.head[head], 'obj') : -1;
    const before = subject >= 0 ? subject : stray >= 0 && stray < first ? stray : subjectOf(s, first);
    return before < 0 || /^(PRON|PROPN)$/.test(s.upos[before]) ? null : found(before);
  }
  // "will not go unanswered": what is not to go so is the condition.
  if (frame === 'self' || frame === 'answered') return found(head);
  if (frame === 'to') return found(infinitiveBehind(s, last));
  if (frame === 'that') return found(clauseBehind(s, last));
  if (frame === 'bare') return found(s.upos[last + 1] === 'VERB' ? last + 1 : -1);
  if (frame === 'obj') return found(nounBehind(s, last));
  if (frame === 'of' || frame === 'for') {
    return s.form[last + 1]?.toLowerCase() === frame ? found(nounBehind(s, last + 1)) : null;
  }
  if (frame === 'whom') {
    const whom = nounBehind(s, /^for$/i.test(s.form[last + 1] ?? '') ? last + 1 : last);
    const q = whom < 0 ? -1 : infinitiveBehind(s, whom);
    return found(q, whom);
  }
  return null;
}

/** The infinitive behind a word, a name or an adverb in between at most: "gave its word to Chile to free ...". */
function infinitiveBehind(s: Sentence, last: number): number {
  for (let i = last + 1; i < s.size && i < last + 8; i++) {
    if (s.upos[i] === 'PUNCT' && !/^["“”]$/.test(s.form[i])) return -1;
    if (s.upos[i] === 'VERB' && /^VB$/.test(s.xpos[i])) {
      const to = s.form.slice(last + 1, i).findLast((form) => /^(to|but)$/i.test(form));
      return to !== undefined || /^(to|but)$/i.test(s.form[last]) ? i : -1;
    }
    if (s.upos[i] === 'VERB') return -1;
  }
  return -1;
}

/** Head of the clause behind a word: what "that" marks, or the clause that hangs on the phrase without it. */
function clauseBehind(s: Sentence, last: number): number {
  for (let i = last + 1; i < s.size && i < last + 9; i++) {
    if (/^that$/i.test(s.form[i]) && s.head[i] > i && /^(mark|advmod)$/.test(s.deprel[i])) return s.head[i];
    if (s.upos[i] === 'VERB' && /^VB[DZP]$/.test(s.xpos[i])) return -1;
  }
  return -1;
}

/** Head of the noun phrase, or the gerund, right behind a word; -1 where none begins there. */
function nounBehind(s: Sentence, last: number): number {
  let first = last + 1;
  while (first < s.size && /^["“”‘]$/.test(s.form[first])) first++;
  if (first >= s.size || s.upos[first] === 'PUNCT') return -1;
  if (s.xpos[first] === 'VBG' && s.upos[first] === 'VERB') return first;
  let at = first;
  while (s.head[at] > last && s.head[at] <= first + 12 && s.upos[s.head[at]] !== 'VERB') at = s.head[at];
  return /^(NOUN|PROPN|NUM|VERB)$/.test(s.upos[at]) ? at : -1;
}
