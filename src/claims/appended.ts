// A judgement that is appended to what it judges: "..., a charge Moscow rejects", "..., a version disputed by Turkey". Read off the words themselves, for
// trees hang the appended clause anywhere.

import { lemma, verbOf } from '../commitments/index.js';
import type { Sentence } from '../language/index.js';
import { isVerdict } from './judgement.js';
import { lexicon } from './lexicon.js';

export interface Appended {
  /** The article, the noun, the verb that judges, and the last word. */
  readonly first: number;
  readonly noun: number;
  readonly verb: number;
  readonly last: number;
  /** Head of who judges. */
  readonly who: number;
}

/** The judgement at the end of a sentence or a clause, or null. */
export function appendedIn(s: Sentence): Appended | null {
  for (let first = 2; first < s.size - 3; first++) {
    if (s.form[first - 1] !== ',' || !/^(an?|the)$/i.test(s.form[first])) continue;
    let noun = first + 1;
    while (noun < s.size && noun < first + 4 && !isReport(s, noun)) noun++;
    if (noun >= s.size || !isReport(s, noun)) continue;
    let last = noun;
    while (last + 1 < s.size && !/^[,;.]$/.test(s.form[last + 1])) last++;
    const from = /^(that|which)$/i.test(s.form[noun + 1]) ? noun + 2 : noun + 1;
    for (let verb = from; verb <= last; verb++) {
      const word = lemma(s, verb);
      const { denying, dismissing, naming } = lexicon();
      if (s.upos[verb] === 'PUNCT' || /^(of|for|about|on)$/i.test(s.form[from])) break;
      const judges = denying.has(word) || dismissing.has(word) || dismissing.has(verbOf(s, verb));
      const named =
        naming.has(word) &&
        isVerdict(
          s,
          Array.from({ length: last - verb }, (_, i) => verb + 1 + i),
        );
      const laughed = /^(laugh|shrug|brush|wave)$/.test(word) && /^(off|aside|away)$/i.test(s.form[verb + 1] ?? '');
      if (!judges && !named && !laughed) continue;
      const by = s.form.findIndex((form, i) => i > verb && i <= last && /^by$/i.test(form));
      // "neither confirms nor denies", "has seen nothing to disprove"
      if (s.form.slice(from, verb).some((form) => /^(neither|nor|not|n't|nothing|no|cannot|could)$/i.test(form)))
        return null;
      if (verb === from && by < 0) return null;
      const who = by >= 0 ? nameFrom(s, by + 1, last) : nameFrom(s, from, verb - 1);
      return who < 0 ? null : { first, noun, verb, last, who };
    }
  }
  return null;
}

const isReport = (s: Sentence, word: number): boolean =>
  lexicon().reports.has(lemma(s, word)) && /^NOUN|VERB$/.test(s.upos[word]);

/** The head of the first noun phrase in a range: the noun of it that no other noun there governs. */
function nameFrom(s: Sentence, first: number, last: number): number {
  let end = first;
  while (end <= last && /^(NOUN|PROPN|ADJ|DET|PRON|PART)$/.test(s.upos[end])) end++;
  for (let i = end - 1; i >= first; i--) if (/^(NOUN|PROPN)$/.test(s.upos[i])) return i;
  return -1;
}
