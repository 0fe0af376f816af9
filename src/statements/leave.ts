// How sure the model must be of a cue: less where the table of speech and the tree speak for the word, more where the table does not
// know it. So a verb that a user adds to the table is found though the model never saw it.

import { closingOf } from './closing.js';
import { adjoins, childOf, classOf, isPassive, SPOKEN } from './shapes.js';
import { sourceWords } from './speech.js';
import type { View } from './view.js';

/** Classes whose verbs, with a subject and a clause, are somebody's word or mind. */
const MINDED = new Set(['believe', 'hope', 'fear', 'predict', 'promise', 'demand', 'know', 'refuse', 'doubt']);

/**
 * How far below the threshold a word may stay when table and tree speak for it: a verb of saying with its own subject and a clause
 * behind it. So a verb that a user adds to the table is found though the model never saw it. What the table does not know must do better.
 */
export function leave(v: View, c: number): number {
  const odds = outside(v, c);
  return v.quote[c] >= 0 && v.scare[c] === 0 && odds < THAT ? odds - INSIDE : odds;
}

/** Those who are quoted rarely report others in their turn: a word within a quotation must do better by this, unless it has the plainest shape of all. */
const INSIDE = 1.5;

/** No word must do better than the threshold by more than this. */
export const sureBy = (): number => UNKNOWN + INSIDE;

/** Classes whose verbs are an act of speech towards others: what others promised, demanded or asked is told within what somebody says. */
const ACTS = new Set(['promise', 'demand', 'predict', 'refuse', 'accuse']);

/**
 * "said Holm had promised to leave", "told him that the bank had asked it to pay": somebody else's word within what is said, in its plainest shape,
 * a subject that is a name or a noun and a clause behind the verb. The model was trained on words of the outermost alone.
 */
function nested(v: View, c: number, kind: string): boolean {
  const s = v.sentence;
  if (
    !(SPOKEN.has(kind) || ACTS.has(kind) || MINDED.has(kind)) ||
    v.quote[c] >= 0 ||
    !/^(?:VBD|VBN|VBZ|VBP)$/.test(s.xpos[c]) ||
    isPassive(v, c)
  )
    return false;
  const subject = childOf(v, c, 'nsubj');
  if (subject < 0 || subject > c || !maySpeak(v, subject)) return false;
  const object = kind === 'promise' || kind === 'predict' ? childOf(v, c, 'obj') : -1;
  if (childOf(v, c, 'ccomp') < c && childOf(v, c, 'xcomp') < c && object < c && !hearsThat(v, c)) return false;
  for (let w = c, steps = 0; v.head[w] >= 0 && steps < 6; w = v.head[w], steps++) {
    const up = v.head[w];
    if (s.deprel[w] !== 'ccomp' && s.deprel[w] !== 'conj') return false;
    if (s.deprel[w] === 'ccomp' && (up < subject || up > c + 2) && SPOKEN.has(classOf(v, up) ?? '')) return true;
  }
  return false;
}

/** A name, a pronoun that tells of somebody, a noun of people or of a body: "weather" does not. */
function maySpeak(v: View, word: number): boolean {
  const s = v.sentence;
  if (s.upos[word] === 'PROPN') return true;
  if (s.upos[word] === 'PRON') return /^(?:he|she|they|it|we|i)$/i.test(s.form[word]);
  const lemma = s.lemma[word].toLowerCase();
  const known = ['anonymous', 'spokesperson', 'organisation', 'media'].some((grade) =>
    sourceWords().get(grade)?.has(lemma),
  );
  return (
    known ||
    /^(?:country|side|nation|state|both)$/.test(lemma) ||
    (s.xpos[word] === 'NNS' && /(?:er|or|ist|ian)$/.test(lemma))
  );
}

/** "had informed the government that", "told him there were": a clause behind one who hears it, whatever the tree makes of it. */
function hearsThat(v: View, c: number): boolean {
  const s = v.sentence;
  for (let w = c + 1; w < v.size && w < c + 9; w++) {
    if (/^that$/i.test(s.form[w])) return true;
    if (w === c + 2 && s.upos[c + 1] === 'PRON' && s.upos[w] === 'PRON') return true;
    if (!/^(?:DET|ADJ|NOUN|PROPN|PRON|NUM)$/.test(s.upos[w])) return false;
  }
  return false;
}

function outside(v: View, c: number): number {
  const kind = classOf(v, c);
  if (kind !== null && SPOKEN.has(kind) && isWhat(v, c)) return THAT;
  if (putsAt(v, c) || closingOf(v, c) !== null) return THAT;
  if (kind === null) return -UNKNOWN;
  if (kind === 'seem' && saysThat(v, c) && /^it$/i.test(v.sentence.form[c - 1] ?? '')) return THAT;
  if (v.sentence.upos[c] !== 'VERB') return 0;
  if (SPOKEN.has(kind) && v.quote[c] < 0 && besideQuote(v, c)) return BESIDE;
  if (kind === 'accuse' && blames(v, c)) return SAID;
  if (/^(?:name|deny|refuse)$/.test(kind) && v.quote[c] < 0 && answersWord(v, c)) return SAID;
  if (kind === 'deny' && v.quote[c] < 0 && deniesWord(v, c)) return SAID;
  if (childOf(v, c, 'nsubj') < 0) return 0;
  const subject = v.sentence.upos[childOf(v, c, 'nsubj')];
  const inside = v.quote[c] >= 0 && v.scare[c] === 0;
  if (SPOKEN.has(kind) && saysThat(v, c) && !(inside && subject === 'PRON')) return THAT;
  if (kind === 'say' && !inside && closes(v, c)) return THAT;
  if (nested(v, c, kind)) return NESTED;
  if (!inside && /^(?:threaten|vow|pledge|swear)$/.test(v.sentence.lemma[c]) && binds(v, c)) return THOUGHT;
  if (
    kind === 'promise' &&
    !inside &&
    childOf(v, c, 'aux') >= 0 &&
    childOf(v, c, 'obj') > c &&
    maySpeak(v, childOf(v, c, 'nsubj'))
  )
    return THOUGHT;
  if (childOf(v, c, 'ccomp') < 0 && (kind !== 'deny' || childOf(v, c, 'xcomp') < 0)) return 0;
  if (inside) return SPOKEN.has(kind) && subject !== 'PRON' ? QUOTED : 0;
  return SPOKEN.has(kind) ? SAID : MINDED.has(kind) ? THOUGHT : 0;
}

/** "threatened on Saturday to kill him": an infinitive near behind. */
function binds(v: View, c: number): boolean {
  for (let w = c + 1; w < v.size && w <= c + 5; w++) {
    if (/^to$/i.test(v.sentence.form[w]) && v.sentence.upos[w] === 'PART') return v.head[v.head[w]] === c;
    if (v.sentence.upos[w] === 'PUNCT' || v.sentence.upos[w] === 'VERB') return false;
  }
  return false;
}

/** "what it says is the West's re-arming": whose word it is. */
function isWhat(v: View, c: number): boolean {
  const form = (w: number) => v.sentence.form[w] ?? '';
  return (
    /^what$/i.test(form(c - 2)) &&
    /^(?:he|she|it|they)$/i.test(form(c - 1)) &&
    /^(?:is|was|are|were)$/i.test(form(c + 1))
  );
}

/** "The junta put the toll at three": a count on somebody's word. */
function putsAt(v: View, c: number): boolean {
  const s = v.sentence;
  if (s.lemma[c] !== 'put' || childOf(v, c, 'nsubj') < 0 || isPassive(v, c)) return false;
  const object = childOf(v, c, 'obj');
  for (let w = object + 1; object > c && w <= v.right[c] && w <= object + 12; w++) {
    if (!/^at$/i.test(s.form[w]) || v.head[w] < w) continue;
    const figure = v.head[w];
    return v.head[figure] !== object && (s.upos[figure] === 'NUM' || childOf(v, figure, 'nummod') >= 0);
  }
  return false;
}

/** "a charge it called absurd", "an offer the North rejected": what is said of a word that somebody gave. */
function answersWord(v: View, c: number): boolean {
  const s = v.sentence;
  const noun = v.head[c];
  const subject = childOf(v, c, 'nsubj');
  return (
    s.deprel[c].startsWith('acl') &&
    noun >= 0 &&
    noun < subject &&
    subject < c &&
    /^(?:charge|claim|allegation|accusation|offer|report|demand|proposal|suggestion|threat|warning|statement)$/.test(
      s.lemma[noun],
    )
  );
}

/** "denied a report by a paper that it would sell", "rejected the charge": another's word for an object. */
function deniesWord(v: View, c: number): boolean {
  const object = childOf(v, c, 'obj');
  return (
    object > c &&
    (childOf(v, c, 'nsubj') >= 0 || v.sentence.deprel[c] === 'conj') &&
    !isPassive(v, c) &&
    /^(?:report|claim|charge|allegation|accusation|rumou?r|suggestion|assertion|story)$/.test(v.sentence.lemma[object])
  );
}

/** "blamed a patrol for the shots", "whom it accused of helping": somebody, and what for. */
function blames(v: View, c: number): boolean {
  const s = v.sentence;
  const object = childOf(v, c, 'obj');
  const relative =
    /^(?:whom|who|which)$/i.test(s.form[c - 1] ?? '') || /^(?:whom|who|which)$/i.test(s.form[c - 2] ?? '');
  if (isPassive(v, c) || (object < c && !relative)) return false;
  for (let w = object < c ? c + 1 : object + 1; w <= v.right[c]; w++) {
    if (!/^(?:of|for)$/i.test(s.form[w])) continue;
    const head = v.head[w];
    if (v.head[head] === c) return true;
  }
  return false;
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

/** `asking her, "..."`, `"..." he shouted to the crowd`: a quotation that is more than a phrase begins or ends beside the verb. */
function besideQuote(v: View, c: number): boolean {
  for (let w = c + 1; w < v.size && w <= c + 4; w++) {
    if (v.quote[w] >= 0) return v.scare[w] === 0 && (w === c + 1 || /^[,:]$/.test(v.sentence.form[w - 1]));
    if (!/^(?:PRON|PROPN|PUNCT|NOUN|DET)$/.test(v.sentence.upos[w])) break;
  }
  const subject = childOf(v, c, 'nsubj');
  const first = subject < 0 ? c : Math.min(c, v.left[subject]);
  return subject >= 0 && first > 0 && v.quote[first - 1] >= 0 && v.scare[first - 1] === 0;
}

/** Log-odds below the threshold; THAT is the most. */
const BESIDE = 3;
export const THAT = 6;
const UNKNOWN = 1;
const SAID = 2;
const NESTED = 3;
const QUOTED = 3.5;
const THOUGHT = 0.5;
