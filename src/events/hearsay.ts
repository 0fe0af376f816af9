// Whether an event is only hearsay: "a report that Chad would withdraw", "reportedly". The words are kept, so that a reader sees the source's grade.

import { relation } from '../language/index.js';
import type { Span } from '../records.js';
import type { Draft } from './draft.js';

const REPORTS = /^(report|rumou?r|speculation|hearsay|leak)$/;
const ADVERBS = /^(reportedly|allegedly|purportedly|supposedly|apparently)$/;

/** The words that make the act hearsay, or null. */
export function hearsayOf({ tree, match, words }: Draft): Span | null {
  const { s, lemma } = tree;
  const span = (from: number, to: number): Span => [s.start[from], s.end[to]];
  const verb = match.frame.light >= 0 ? match.frame.light : match.word;
  for (const w of [verb, ...words]) {
    const adverb = tree.kids[w]?.find((k) => relation(s.deprel[k]) === 'advmod' && ADVERBS.test(lemma[k]));
    if (adverb !== undefined) return span(adverb, adverb);
  }
  // The clause may hang on the day behind the report: "a report on Sunday that".
  for (let w = verb, i = 0; i < 4 && s.head[w] >= 0; i++) {
    const d = relation(s.deprel[w]);
    w = s.head[w];
    if (REPORTS.test(lemma[w]) && s.upos[w] === 'NOUN' && (d === 'acl' || d === 'nmod' || d === 'appos')) {
      const first = tree.kids[w].find((k) => k < w && /^(det|amod|nmod:poss)$/.test(s.deprel[k])) ?? w;
      return span(first, w);
    }
    if (!/^(acl|nmod|xcomp|obl|ccomp)$/.test(d)) return null;
  }
  return null;
}
