// The numbers of a clause, by what became of those they count: what two sources may differ on.

import { above, lemma, verbOf } from '../commitments/index.js';
import { child, children, relation, type Sentence } from '../language/index.js';
import { lexicon } from './lexicon.js';

/** A number that sources may differ on. */
export interface Count {
  readonly value: string;
  /** What became of them ("dead", "hurt", "taken", "missing", "gone"), else the noun that is counted; "toll" and "same" are told by what went before. */
  readonly of: string;
  /** Who are counted ("soldiers", "villagers"), or null where it is people, the dead, a toll. */
  readonly who?: string | null;
}

/** True when two numbers count the same and differ. */
export function differ(a: Count, b: Count): boolean {
  return sameThing(a.of, b.of) && sameWho(a.who, b.who) && numberOf(a.value) !== numberOf(b.value);
}

/** Villagers and soldiers are counted apart; people may be either. */
function sameWho(a: string | null | undefined, b: string | null | undefined): boolean {
  return a == null || b == null || a === b;
}

const PEOPLE = /^(dead|hurt|taken|missing|gone|people)$/;

function sameThing(a: string, b: string): boolean {
  if (a === b || a === 'same' || b === 'same') return true;
  return (a === 'toll' && PEOPLE.test(b)) || (b === 'toll' && PEOPLE.test(a));
}

const SMALL =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** "three" and "3" are one number. */
function numberOf(form: string): string {
  const small = SMALL.indexOf(form.toLowerCase());
  return small >= 0 ? String(small) : form.replaceAll(',', '');
}

/** "puts its losses at four": whatever was counted. */
export function isCount(s: Sentence, word: number): boolean {
  return word >= 0 && lexicon().tolls.has(lemma(s, word));
}

export function isTimeWord(s: Sentence, word: number): boolean {
  return /^(day|hour|year|month|week|minute|kilometre|kilometer|mile|metre|meter|percent|pct|dollar|dlr|foot)$/.test(
    lemma(s, word),
  );
}

/** What became of those that a word speaks of: "killed" and "dead" are one. */
export function fateOf(s: Sentence, word: number): string | null {
  for (const name of [lemma(s, word), s.form[word].toLowerCase(), verbOf(s, word)]) {
    const fate = lexicon().fates.get(name);
    if (fate !== undefined) return fate;
  }
  return null;
}

/** "No one had been hurt": none, where others count some. */
function none(s: Sentence, words: readonly number[]): Count[] {
  for (const i of words) {
    const fate = fateOf(s, i);
    if (fate === null) continue;
    for (const k of children(s, i)) {
      if (!/^(nsubj|obj)/.test(s.deprel[k]) && !/^no$/i.test(s.form[k])) continue;
      const nobody = /^(nobody|none)$/i.test(s.form[k]) || (/^one$/i.test(s.form[k]) && /^no$/i.test(s.form[k - 1]));
      const noMan = /^no$/i.test(s.form[child(s, k, 'det')] ?? '') && lexicon().counts.has(lemma(s, k));
      // "there had been no casualties"
      const noDead = /^no$/i.test(s.form[k]) && s.upos[i] === 'NOUN';
      if (nobody || noMan || noDead) return [{ value: '0', of: fate === 'hurt' && !noDead ? 'toll' : fate }];
    }
  }
  return [];
}

const ANYBODY =
  /^(people|person|man|woman|child|dead|death|toll|victim|casualty|figure|number|body|other|civilian|life|one|loss|total|fatality|corpse)s?$/;

/** The numbers among the words of a clause. */
export function figuresOf(s: Sentence, words: readonly number[]): Count[] {
  const found: Count[] = none(s, words);
  for (const i of words) {
    if (s.upos[i] !== 'NUM' || /^(19|20)\d\d$/.test(s.form[i]) || isTimeWord(s, Math.max(0, s.head[i]))) continue;
    // "the two had been kidnapped": those who were told of.
    if (/^(the|these|those|both)$/i.test(s.form[child(s, i, 'det')] ?? '')) continue;
    const noun = s.head[i] >= 0 && s.upos[s.head[i]] === 'NOUN' ? lemma(s, s.head[i]) : null;
    const of = countedBy(s, i);
    if (of !== null)
      found.push({ value: s.form[i].toLowerCase(), of, who: noun === null || ANYBODY.test(noun) ? null : noun });
  }
  return found;
}

/** What a number counts, or null where nothing is counted that sources differ on. */
function countedBy(s: Sentence, number: number): string | null {
  const { counts, tolls, people } = lexicon();
  const subject = child(s, number, 'nsubj');
  const chain = [...(subject >= 0 ? [subject] : []), ...above(s, number)];
  let counted: string | null = null;
  for (const up of chain) {
    const fate = fateOf(s, up);
    if (fate !== null) return fate;
    const word = lemma(s, up);
    // "has lost 244 soldiers"; "Armenian dead number 2,300"
    if (word === 'lose' && counted === 'people') return 'dead';
    const those = /^(number|total|reach|stand)$/.test(word) ? child(s, up, 'nsubj') : -1;
    const theirs = those < 0 ? null : fateOf(s, those);
    if (theirs !== null) return theirs;
    if (counted === null && tolls.has(word)) counted = 'toll';
    if (counted === null && people.has(word)) counted = 'people';
    if (counted === null && counts.has(word)) counted = word;
    if (relation(s.deprel[up]) === 'root' || /^(ccomp|parataxis)$/.test(s.deprel[up])) break;
  }
  // "no more than six had been damaged": of what is told before.
  if (counted === null && /^nsubj/.test(s.deprel[number]) && s.upos[s.head[number]] === 'VERB') return 'same';
  return counted;
}
