// What is asserted in a dispatch, by whom: the candidates that a denial or a doubt may be about. They become claims only when something is.

import type { Cast } from '../actors/index.js';
import {
  above,
  actorAt,
  clauseWords,
  isCommitting,
  isNegated,
  lemma,
  modalOf,
  relativized,
  subjectOf,
  trimmed,
} from '../commitments/index.js';
import { child, children, relation, type Sentence } from '../language/index.js';
import type { Span } from '../records.js';
import { lexicon } from './lexicon.js';

export interface Assertion {
  readonly s: Sentence;
  /** The verb that asserts it, or the noun ("a report that ..."). */
  readonly cue: number;
  /** Head of what is asserted. */
  readonly head: number;
  readonly span: Span;
  /** Who asserts it; null for nobody named. */
  readonly by: string | null;
  readonly lemmas: ReadonlySet<string>;
  /** Numbers in it, by the noun or verb that they count. */
  readonly figures: readonly Count[];
  /** What is still to come or only possible: no fact to dispute. */
  readonly future: boolean;
  /** "There had been no raid". */
  readonly negated: boolean;
  /** Who is charged, of an accusation; else -1. */
  readonly charged: number;
  readonly rule: string;
}

/** A number that sources may differ on. */
export interface Count {
  readonly value: string;
  readonly of: string;
  /** Who are counted ("soldiers", "villagers"), or null where it is people, the dead, a toll. */
  readonly who?: string | null;
}

/** "warning" and "warn", "invasion" and "invade": enough of a word to tell that the same thing is meant. */
function stem(word: string): string {
  const bare = word.replace(/(?:ings?|ations?|ions?|ments?|als?|ers?|ed|s)$/, '');
  return bare.length >= 4 ? bare : word;
}

/** Content lemmas of a clause: what two tellings of one thing share. */
export function contentOf(s: Sentence, words: readonly number[]): Set<string> {
  const found = new Set<string>();
  for (const i of words) {
    if (!/^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(s.upos[i])) continue;
    // Names keep their capital: one shared name alone does not make two tellings one.
    const word = s.upos[i] === 'PROPN' ? s.form[i] : stem(lemma(s, i));
    if (word.length > 2 && !/^(say|have|make|take|other)$/.test(word)) found.add(word);
  }
  return found;
}

/** All assertions of a sentence, left to right. */
export function assertionsOf(cast: Cast, s: Sentence): Assertion[] {
  const found: Assertion[] = [];
  const { asserting, accusing, reports } = lexicon();
  for (let i = 0; i < s.size; i++) {
    const word = lemma(s, i);
    if (s.upos[i] === 'NOUN' && reports.has(word)) {
      const report = reportOf(cast, s, i);
      if (report) found.push(report);
    }
    const source = accordingTo(cast, s, i);
    if (source) found.push(source);
    if (s.upos[i] !== 'VERB') continue;
    const figure = COUNTING.test(word) ? figureVerb(cast, s, i) : null;
    if (figure) {
      found.push(figure);
    } else if (
      child(s, i, 'obj') >= 0 &&
      lemma(s, child(s, i, 'obj')) === 'blame' &&
      /^(lay|put|pin|place|cast)$/.test(word)
    ) {
      const words = clauseWords(s, i, (k) => k !== i && /^(conj|parataxis|advcl)$/.test(s.deprel[k]));
      const span = trimmed(s, words);
      const by = actorAt(cast, s, subjectOf(s, i))?.actor ?? null;
      if (span) found.push({ ...told(s, i, i, span, by, 'blamed'), lemmas: contentOf(s, words) });
    } else if (accusing.has(word) || (word === 'charge' && isChargedWith(s, i))) {
      const accusation = accusationOf(cast, s, i);
      if (accusation) found.push(accusation);
    } else if (asserting.has(word)) {
      const content = children(s, i).find((k) => k > i && s.deprel[k] === 'ccomp') ?? child(s, i, 'ccomp');
      const by = actorAt(cast, s, subjectOf(s, i))?.actor ?? null;
      if (content >= 0) {
        found.push(assertion(s, i, content, by, 'said'));
        // "said its pilots had been fired on and that a jet was lost": each is asserted.
        for (const k of children(s, content))
          if (
            k > content &&
            s.deprel[k] === 'conj' &&
            child(s, k, 'nsubj', 'nsubj:pass') >= 0 &&
            child(s, k, 'cc') >= 0
          )
            if (/^(and|nor)$/i.test(s.form[child(s, k, 'cc')]) && child(s, k, 'mark') >= 0)
              found.push(assertion(s, i, k, by, 'said'));
      } else if (claimedBy(s, i) >= 0) found.push(assertion(s, i, claimedBy(s, i), by, 'claimed'));
      else if (s.deprel[i] === 'parataxis' && s.head[i] >= 0 && !(s.head[i] > i && asserting.has(lemma(s, s.head[i]))))
        found.push(assertion(s, i, s.head[i], by, 'said behind'));
    }
  }
  return found;
}

/** "Troops crossed the border, according to Kabul": whoever that is asserts the clause. */
function accordingTo(cast: Cast, s: Sentence, word: number): Assertion | null {
  if (!/^according$/i.test(s.form[word]) || !/^to$/i.test(s.form[word + 1] ?? '')) return null;
  const source = s.upos[s.head[word]] === 'VERB' ? child(s, word, 'obl', 'nmod') : s.head[word];
  if (source < 0) return null;
  const by = actorAt(cast, s, source)?.actor ?? null;
  let head = s.head[source];
  while (head >= 0 && s.upos[head] !== 'VERB' && child(s, head, 'cop', 'nsubj') < 0) head = s.head[head];
  // "were killed in fighting around Vukovar, according to": of the clause as a whole.
  while (head >= 0 && /^(advcl|acl|xcomp|obl|nmod)$/.test(s.deprel[head]) && s.head[head] >= 0) head = s.head[head];
  if (head < 0 || by === null || lexicon().asserting.has(lemma(s, head))) return null;
  return assertion(s, word, head, by, 'according to');
}

/** Verbs that give a number. */
const COUNTING = /^(put|speak|give|count|cite|record|log|register|list|report|talk|estimate|place|quote)$/;

/** What is asserted without a clause: "claimed to have downed five jets", "announced a cease-fire", "told of mass shootings"; or -1. */
function claimedBy(s: Sentence, verb: number): number {
  const word = lemma(s, verb);
  const claimed = child(s, verb, 'xcomp');
  if (claimed > verb && /^(claim|profess|admit|boast|report|brag)$/.test(word)) return claimed;
  const object = child(s, verb, 'obj');
  if (object > verb && s.upos[object] === 'NOUN' && /^(announce|report|claim|allege|proclaim)$/.test(word)) {
    return lexicon().reports.has(lemma(s, object)) || /^(responsibility|credit)$/.test(lemma(s, object)) ? -1 : object;
  }
  if (!/^(tell|speak|talk|boast|brag)$/.test(word) || !/^of$/i.test(s.form[verb + 1] ?? '')) return -1;
  const about = child(s, verb, 'obl');
  return about > verb && s.upos[about] === 'NOUN' ? about : -1;
}

/** The assertion in the clause headed by `head`; the attribution itself is left out of it. */
export function assertion(s: Sentence, cue: number, head: number, by: string | null, rule: string): Assertion {
  const words = clauseWords(
    s,
    head,
    (i) =>
      i === cue ||
      s.deprel[i] === 'parataxis' ||
      isSource(s, i, cue) ||
      isContrast(s, i, head) ||
      isSaying(s, i, head) ||
      isAddition(s, i, head),
  );
  const kept = words.filter((i) => i !== cue);
  const span = trimmed(s, extended(s, unbroken(kept, head, s), cue)) ?? [s.start[head], s.end[head]];
  return {
    s,
    cue,
    head,
    span,
    by,
    lemmas: contentOf(s, kept),
    figures: figuresOf(s, kept),
    future: modalOf(s, head) !== null || (isCommitting(lemma(s, head)) && child(s, head, 'nsubj:pass') < 0),
    negated: isNegated(s, head),
    charged: -1,
    rule: `assertions.ts:${rule}`,
  };
}

function told(s: Sentence, cue: number, head: number, span: Span, by: string | null, rule: string): Assertion {
  return {
    s,
    cue,
    head,
    span,
    by,
    lemmas: new Set(),
    figures: [],
    future: false,
    negated: false,
    charged: -1,
    rule: `assertions.ts:${rule}`,
  };
}

/** "a report (over the weekend) that Russia was pulling back": nobody's word, or its owner's. */
function reportOf(cast: Cast, s: Sentence, noun: number): Assertion | null {
  let content = children(s, noun).find((i) => i > noun && /^(acl|ccomp|acl:relcl)$/.test(s.deprel[i]) && hasThat(s, i));
  for (const i of children(s, noun)) {
    if (content !== undefined || s.deprel[i] !== 'nmod') continue;
    content = children(s, i).find((k) => /^acl/.test(s.deprel[k]) && hasThat(s, k));
  }
  if (content === undefined) return null;
  const owner = child(s, noun, 'nmod:poss', 'amod');
  const by = owner < 0 ? null : (actorAt(cast, s, owner)?.actor ?? null);
  return { ...assertion(s, noun, content, by, 'report'), future: false };
}

function hasThat(s: Sentence, verb: number): boolean {
  return children(s, verb).some((i) => s.deprel[i] === 'mark' && /^that$/i.test(s.form[i]));
}

/** Where the tree ends the clause too early: on to the next comma, when it stands right behind its verb of speech. */
function extended(s: Sentence, words: readonly number[], cue: number): number[] {
  const first = words[0];
  const last = words[words.length - 1];
  if (first === undefined || first < cue || first > cue + 2) return [...words];
  const found = [...words];
  for (let i = last + 1; i < s.size; i++) {
    if (/^[,;:.]$/.test(s.form[i]) || s.upos[i] === 'CCONJ' || s.upos[i] === 'SCONJ') break;
    if (/^VB[DZP]$/.test(s.xpos[i]) && child(s, i, 'nsubj') > last) break;
    found.push(i);
  }
  return found;
}

/** The run of words around the head, broken only by punctuation. */
export function unbroken(words: readonly number[], head: number, s: Sentence): number[] {
  const at = words.indexOf(head);
  if (at < 0) return [...words];
  let first = at;
  let last = at;
  const joined = (a: number, b: number): boolean => {
    for (let i = a + 1; i < b; i++) if (s.upos[i] !== 'PUNCT') return false;
    return true;
  };
  while (first > 0 && joined(words[first - 1], words[first])) first--;
  while (last + 1 < words.length && joined(words[last], words[last + 1])) last++;
  return words.slice(first, last + 1);
}

/** "..., saying it carried food": another word of whoever speaks. */
function isSaying(s: Sentence, word: number, head: number): boolean {
  return word > head && s.deprel[word] === 'advcl' && /^(saying|adding|calling|citing|insisting)$/i.test(s.form[word]);
}

/** ", according to Kabul": who says it, and no part of what is said. */
function isSource(s: Sentence, word: number, cue: number): boolean {
  return /^according$/i.test(s.form[cue]) && (s.head[cue] === word || s.head[word] === cue);
}

/** "..., which Seoul denied": said of the whole, behind a comma. */
function isAddition(s: Sentence, word: number, head: number): boolean {
  if (s.deprel[word] !== 'acl:relcl' || word < head) return false;
  const first = clauseWords(s, word)[0];
  return s.form[first - 1] === ',' && /^which$/i.test(s.form[first]);
}

/** "..., but the army said ...": another clause beside it, not a part of what is asserted. */
function isContrast(s: Sentence, word: number, head: number): boolean {
  if (s.deprel[word] !== 'conj' || s.head[word] !== head) return false;
  const cc = child(s, word, 'cc');
  return child(s, word, 'nsubj', 'nsubj:pass') >= 0 && (cc < 0 || /^(but|while|and)$/i.test(s.form[cc]));
}

/** "accused Moscow of plotting a coup", "blamed the rebels for the raid". */
function accusationOf(cast: Cast, s: Sentence, verb: number): Assertion | null {
  const whom = children(s, verb).find((i) => /^whom$/i.test(s.form[i])) ?? -1;
  const given = whom >= 0 ? whom : child(s, verb, 'obj', 'nsubj:pass');
  if (given < 0) return null;
  // "four diplomats whom it accused of helping": those who are meant.
  const object = relativized(s, given);
  const passive = child(s, verb, 'nsubj:pass') >= 0;
  const subject = passive ? child(s, verb, 'obl:agent') : subjectOf(s, verb);
  const by = actorAt(cast, s, subject)?.actor ?? null;
  // "accused jets of violating its airspace": hung on the verb, or on those accused.
  const below = [...children(s, verb), ...(object > verb ? children(s, object) : [])].sort((a, b) => a - b);
  for (const i of below) {
    const onThem = s.head[i] === object && object !== verb;
    if (i < verb || !(onThem ? /^(acl|nmod)$/ : /^(advcl|obl|xcomp|ccomp)$/).test(s.deprel[i])) continue;
    const of = onThem ? child(s, i, 'mark', 'case') : -1;
    if (onThem && (!/^of$/i.test(s.form[of] ?? '') || !/ing$/i.test(s.form[of + 1] ?? ''))) continue;
    const opener = child(s, i, 'mark', 'case');
    if (opener >= 0 && /^(of|for|with)$/i.test(s.form[opener])) {
      const words = clauseWords(
        s,
        i,
        (k) => k === opener || s.deprel[k] === 'acl:relcl' || s.deprel[k] === 'parataxis',
      );
      const span = trimmed(
        s,
        words.filter((k) => k !== opener),
      );
      if (!span) continue;
      const both = new Set([...contentOf(s, words), ...contentOf(s, clauseWords(s, object))]);
      return {
        ...told(s, verb, i, span, by, 'accused'),
        lemmas: both,
        figures: figuresOf(s, words),
        charged: object,
      };
    }
  }
  if (lemma(s, verb) !== 'blame') return null;
  const words = clauseWords(s, verb, (k) => k !== verb && /^(conj|parataxis|advcl)$/.test(s.deprel[k]));
  const span = trimmed(s, words);
  return span && { ...told(s, verb, verb, span, by, 'blamed'), lemmas: contentOf(s, words), charged: object };
}

/** "charging them with plotting", not "charged that". */
function isChargedWith(s: Sentence, verb: number): boolean {
  return (
    child(s, verb, 'obj') > verb &&
    children(s, verb).some((i) => i > verb && /^with$/i.test(s.form[child(s, i, 'case', 'mark')] ?? ''))
  );
}

/** "put the figure at 13", "spoke of 10 dead". */
function figureVerb(cast: Cast, s: Sentence, verb: number): Assertion | null {
  const words = clauseWords(s, verb, (k) => /^(conj|parataxis|advcl)$/.test(s.deprel[k]) && s.head[k] === verb);
  const numbers = words.filter((i) => s.upos[i] === 'NUM' && i > verb);
  if (numbers.length === 0) return null;
  const object = child(s, verb, 'obj');
  const put = /^(put|place)$/.test(lemma(s, verb));
  // "reported that", "estimated that": the clause is what is asserted.
  if (child(s, verb, 'ccomp') > verb) return null;
  const known = put
    ? object >= 0
    : words.some((i) => i > verb && lexicon().counts.has(lemma(s, i)) && !isTimeWord(s, i));
  const bare =
    /^(speak|talk)$/.test(lemma(s, verb)) &&
    numbers.some((i) => s.head[i] === verb && !/^(19|20)\d\d$/.test(s.form[i]));
  if (!known && !bare) return null;
  const span = trimmed(s, words);
  if (!span) return null;
  const by = actorAt(cast, s, subjectOf(s, verb))?.actor ?? null;
  const figures = figuresOf(s, words);
  const all =
    figures.length > 0
      ? figures
      : numbers.map((i) => ({ value: s.form[i], of: bare || isCount(s, object) ? 'same' : 'figure' }));
  return { ...told(s, verb, verb, span, by, 'figure'), lemmas: contentOf(s, words), figures: all };
}

/** "12 sailors had been killed": it is the dead that are counted, whatever they were. */
function isFatal(s: Sentence, word: number): boolean {
  for (const up of above(s, word)) if (/^(kill|die|perish|dead|slay|massacre|execute)$/.test(lemma(s, up))) return true;
  return false;
}

/** "puts its losses at four": whatever was counted. */
function isCount(s: Sentence, word: number): boolean {
  return word >= 0 && /^(loss|total|count|tally|number|figure)$/.test(lemma(s, word));
}

function isTimeWord(s: Sentence, word: number): boolean {
  return /^(day|hour|year|month|week|minute)$/.test(lemma(s, word));
}

/** "No one had been hurt": none, where others count some. */
function noneHurt(s: Sentence, words: readonly number[]): boolean {
  return words.some(
    (i) =>
      /^(hurt|injure|wound|kill|harm|die)$/.test(lemma(s, i)) &&
      children(s, i).some(
        (k) =>
          /^nsubj/.test(s.deprel[k]) &&
          (/^(nobody|none)$/i.test(s.form[k]) ||
            (/^one$/i.test(s.form[k]) && /^no$/i.test(s.form[k - 1] ?? '')) ||
            (/^no$/i.test(s.form[child(s, k, 'det')] ?? '') && lexicon().counts.has(lemma(s, k)))),
      ),
  );
}

const ANYBODY =
  /^(people|person|man|woman|child|dead|death|toll|victim|casualty|figure|number|body|other|civilian|life|one|loss|total)s?$/;

const FATE = /^(kill|die|dead|death|toll|victim|casualty|figure|number|body|civilian|people|soldier)$/;

function figuresOf(s: Sentence, words: readonly number[]): Count[] {
  const found: Count[] = noneHurt(s, words) ? [{ value: '0', of: 'dead' }] : [];
  const { counts } = lexicon();
  for (const i of words) {
    if (s.upos[i] !== 'NUM' || /^(19|20)\d\d$/.test(s.form[i])) continue;
    // "the two had been kidnapped": those who were told of.
    if (/^(the|these|those|both)$/i.test(s.form[child(s, i, 'det')] ?? '')) continue;
    let of: string | null = null;
    if (s.head[i] >= 0 && counts.has(lemma(s, s.head[i]))) of = lemma(s, s.head[i]);
    const subject = child(s, i, 'nsubj');
    if (of === null && subject >= 0 && counts.has(lemma(s, subject))) of = lemma(s, subject);
    for (const up of above(s, i)) {
      if (of !== null) break;
      if (counts.has(lemma(s, up))) of = lemma(s, up);
      if (relation(s.deprel[up]) === 'root') break;
    }
    // "no more than six had been damaged": of what is told before.
    if (of === null && /^nsubj/.test(s.deprel[i]) && s.upos[s.head[i]] === 'VERB') of = 'same';
    const noun = s.head[i] >= 0 && s.upos[s.head[i]] === 'NOUN' ? lemma(s, s.head[i]) : null;
    const who = noun === null || ANYBODY.test(noun) ? null : noun;
    if (of !== null)
      found.push({ value: s.form[i].toLowerCase(), of: FATE.test(of) || isFatal(s, i) ? 'dead' : of, who });
  }
  return found;
}
