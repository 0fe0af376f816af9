// Where a voice stands in a sentence whatever the tree makes of it: the name before a verb that closes its sentence, two who are joined by
// "and", the name between "and" and a verb of speech.

import { childOf, classOf, isPassive, isTime, NOBODY, range, SPOKEN } from './shapes.js';
import { sourceWords } from './speech.js';
import type { View } from './view.js';

/**
 * "Asked whether they would, Ida Holm, head of the council, said": the name before a verb that the tree gave to another clause,
 * with the words between commas that tell who it is.
 */
export function fronted(v: View, c: number): number[] {
  const s = v.sentence;
  if (!/^(?:VBD|VBZ|VBP)$/.test(s.xpos[c]) || !/^(?:root|conj|ccomp|parataxis)$/.test(s.deprel[c])) return [];
  let end = c - 1;
  while (end >= 0 && /^(?:AUX|ADV|PART)$/.test(s.upos[end])) end--;
  const beside = end >= 0 && s.form[end] === ',' ? segment(v, end) : null;
  const both = joined(v, end + 1);
  if (both.length > 0) return both;
  const name = segment(v, beside === null ? end + 1 : beside[0] - 1);
  if (
    name === null ||
    !(isNamed(v, name) || (isSpoken(v, c) && !hasVerb(v, name) && isPeople(v, name[name.length - 1])))
  )
    return [];
  const tells =
    beside !== null && beside.length <= 15 && /^(?:NOUN|DET|ADJ)$/.test(s.upos[beside[0]]) && !hasVerb(v, beside);
  return tells ? range(name[0], beside[beside.length - 1] + 1) : name;
}

/** `"...," the official, who asked for no name, told reporters`, "The pact, signed in July, calls for": the name before a clause between commas that stands before the verb. */
export function beforeClause(v: View, c: number): number[] {
  const s = v.sentence;
  // A past tense between commas the tagger may take for a participle.
  if (s.form[c - 1] !== ',' || !/^(?:VBD|VBZ|VBP|VBN)$/.test(s.xpos[c]) || childOf(v, c, 'aux') >= 0) return [];
  for (let w = c - 2; w > 1 && w > c - 30 && v.quote[w] < 0; w--) {
    if (s.form[w - 1] !== ',' || !(CLAUSE.test(s.form[w]) || (s.xpos[w] === 'VBN' && s.deprel[w].startsWith('acl'))))
      continue;
    const name = segment(v, w - 1);
    if (name === null || hasVerb(v, name) || name.length > 12) return [];
    const [first] = name;
    const head = name.find((w) => isNominal(v, w) && !isNominal(v, w + 1)) ?? name[name.length - 1];
    const paper = sourceWords().get('document')?.has(s.lemma[head].toLowerCase()) === true;
    return !/^(?:ADP|SCONJ)$/.test(s.upos[first]) && (isPeople(v, head) || paper) ? name : [];
  }
  return [];
}

function isNominal(v: View, word: number): boolean {
  return /^(?:NOUN|PROPN|PRON)$/.test(v.sentence.upos[word] ?? '');
}

/** What begins a clause that tells of the one before its comma. */
const CLAUSE = /^(?:who|whose|which|where|speaking|asking|declining)$/i;

/** "..., traders and two officials": two phrases joined by "and" between the last comma and `stop`, where no verb stands among them. */
function joined(v: View, stop: number): number[] {
  const s = v.sentence;
  const second = segment(v, stop);
  const and = (second?.[0] ?? 0) - 1;
  if (second === null || and < 1 || !/^and$/i.test(s.form[and])) return [];
  const first = segment(v, and);
  if (first === null || first[0] < 1 || s.form[first[0] - 1] !== ',' || first.length > 8 || second.length > 8)
    return [];
  if (hasVerb(v, first) || hasVerb(v, second) || !isPeople(v, and - 1) || !isPeople(v, stop - 1)) return [];
  // "minister of energy, telecoms and post Ida Holm": parts of an office are no voices.
  const whole = (words: readonly number[]) =>
    s.upos[words[words.length - 1]] !== 'PROPN' ||
    s.names.some((name) => name.end - 1 === words[words.length - 1] && name.first === words[0]);
  if (!whole(first) || !whole(second)) return [];
  return range(first[0], stop);
}

/** A word that can stand for those who speak: a name, or a noun of the table of sources. */
function isPeople(v: View, word: number): boolean {
  const lemma = v.sentence.lemma[word].toLowerCase();
  return (
    v.sentence.upos[word] === 'PROPN' ||
    ['anonymous', 'spokesperson', 'organisation', 'media'].some((grade) => sourceWords().get(grade)?.has(lemma))
  );
}

const OFFICE = /^(?:minister|secretary|director|head|chief|commissioner|chairman|chairwoman|president|vice-president)$/;

/** "..., deputy minister of energy, telecoms and post Ida Holm": the words before `comma` when they begin an office that goes on behind it. */
export function officeBefore(v: View, comma: number): number[] {
  const words = segment(v, comma);
  if (words === null || words[0] < 4 || v.sentence.form[words[0] - 1] !== ',' || hasVerb(v, words)) return [];
  const office = words.findIndex((w) => OFFICE.test(v.sentence.lemma[w].toLowerCase()));
  return office >= 0 && office < 3 && /^(?:of|for)$/i.test(v.sentence.form[words[office + 1]] ?? '') ? words : [];
}

/** The words before `stop` back to a comma or the sentence's start; null when there are none or a quotation stands among them. */
export function segment(v: View, stop: number): number[] | null {
  const s = v.sentence;
  let first = stop;
  const edge = (w: number) => /^(?:,|--|—|–|:|;|and|but)$/i.test(s.form[w]) || (v.quote[w] >= 0 && v.scare[w] === 0);
  while (first > 0 && !edge(first - 1)) first--;
  const words = range(first, stop);
  return words.length === 0 || words.some((w) => v.quote[w] >= 0) ? null : words;
}

function isSpoken(v: View, c: number): boolean {
  const kind = classOf(v, c);
  return kind !== null && SPOKEN.has(kind);
}

function isNamed(v: View, words: readonly number[]): boolean {
  const s = v.sentence;
  if (words.length > 10 || hasVerb(v, words)) return false;
  const named = words.some((w) => s.upos[w] === 'PROPN') && /^(?:PROPN|NOUN|ADJ|DET)$/.test(s.upos[words[0]]);
  return named || (words.length === 1 && /^(?:he|she|they|it)$/i.test(s.form[words[0]]));
}

export function hasVerb(v: View, words: readonly number[]): boolean {
  // A possessive that the tagger took for "is" is none.
  return words.some((w) => /^(?:VERB|AUX|SCONJ)$/.test(v.sentence.upos[w]) && !/^['’]s$/i.test(v.sentence.form[w]));
}

/** The words between "and" or "but" and a finite verb of saying (`any`: of any class), where they are a noun phrase; none otherwise. */
export function voiceBefore(v: View, c: number, any = false): number[] {
  const s = v.sentence;
  const kind = classOf(v, c);
  const finite = /^(?:VBD|VBZ|VBP)$/.test(s.xpos[c]) || (childOf(v, c, 'aux') >= 0 && !isPassive(v, c));
  if (
    kind === null ||
    (any ? NOBODY.has(kind) : !SPOKEN.has(kind)) ||
    !finite ||
    !/^(?:conj|ccomp|parataxis)$/.test(s.deprel[c])
  )
    return [];
  let end = c;
  while (end > 0 && /^(?:AUX|ADV)$/.test(s.upos[end - 1])) end--;
  let first = end;
  while (first > 0 && first > end - 12 && /^(?:PROPN|NOUN|DET|ADJ|ADP|NUM)$/.test(s.upos[first - 1])) first--;
  if (first === end || first === 0 || !/^(?:and|but|while)$/i.test(s.form[first - 1])) return [];
  const words = range(first, end);
  return words.some((w) => s.upos[w] === 'PROPN') && s.upos[first] !== 'ADP' && !isTime(v, words[words.length - 1])
    ? words
    : [];
}
