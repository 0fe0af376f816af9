// The numbers of a clause, by what they count: what two sources may differ on.

import { above, lemma } from '../commitments/index.js';
import { child, children, relation, type Sentence } from '../language/index.js';
import { lexicon } from './lexicon.js';

/** A number that sources may differ on. */
export interface Count {
  readonly value: string;
  readonly of: string;
  /** Who are counted ("soldiers", "villagers"), or null where it is people, the dead, a toll. */
  readonly who?: string | null;
}

/** "12 sailors had been killed": it is the dead that are counted, whatever they were. */
function isFatal(s: Sentence, word: number): boolean {
  for (const up of above(s, word)) if (/^(kill|die|perish|dead|slay|massacre|execute)$/.test(lemma(s, up))) return true;
  return false;
}

/** "puts its losses at four": whatever was counted. */
export function isCount(s: Sentence, word: number): boolean {
  return word >= 0 && /^(loss|total|count|tally|number|figure)$/.test(lemma(s, word));
}

export function isTimeWord(s: Sentence, word: number): boolean {
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

export function figuresOf(s: Sentence, words: readonly number[]): Count[] {
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
