// What a reporter adds behind a clause to sum it up is no part of it: "..., a step that Bonn called reckless", "..., the first result of their talks",
// "..., according to the draft", "..., ending a truce".

import type { Sentence } from '../language/index.js';

const SUMMING =
  /^(assertion|claim|charge|demand|step|move|measure|condition|requirement|offer|proposal|threat|promise|pledge|idea|result|phrase|warning|statement|request|practice|gesture|position|suggestion|notion|decision|concession|development|breakthrough)$/;

const RESULTING =
  /^(ending|dashing|raising|leaving|bringing|setting|saying|adding|citing|prompting|marking|breaking|reversing|defying|ignoring|dropping|hardening|softening|echoing|renewing|repeating|retreating|deepening|widening|opening|clearing|paving|signall?ing)$/i;

/** The words up to a comma behind which they are summed up, or commented on. */
export function withoutSummary(s: Sentence, words: readonly number[], head: number): number[] {
  for (let k = 1; k < words.length; k++) {
    const comma = words[k];
    if (comma <= head || s.form[comma] !== ',') continue;
    if (/^according$/i.test(s.form[comma + 1] ?? '')) return words.slice(0, k);
    // "if the leader was freed, ending a truce that ...": what came of it.
    if (s.xpos[comma + 1] === 'VBG' && s.deprel[comma + 1] === 'advcl' && RESULTING.test(s.form[comma + 1]))
      return words.slice(0, k);
    if (
      /^(among|including)$/i.test(s.form[comma + 1] ?? '') &&
      !words.some((word) => word > comma + 1 && s.form[word] === ',')
    )
      return words.slice(0, k);
    if (s.upos[comma + 1] !== 'DET') continue;
    let noun = comma + 2;
    while (noun < s.size && noun < comma + 5 && /^(ADJ|ADV|NUM)$/.test(s.upos[noun])) noun++;
    const sums = s.upos[noun] === 'NOUN' && SUMMING.test(s.lemma[noun].toLowerCase());
    // "a step, a threat and a promise": one of a list.
    if (
      sums &&
      !words.some(
        (word) =>
          word > noun &&
          s.upos[word] === 'CCONJ' &&
          s.head[word] > word &&
          s.deprel[s.head[word]] === 'conj' &&
          s.head[s.head[word]] === noun,
      )
    )
      return words.slice(0, k);
  }
  return [...words];
}
