// Shapes that only look like somebody's word: a question that opens a sentence, what a thing is known as, figures that show something,
// a trip that ends, a headline's predicate that no verb makes.

import type { Draft } from './read.js';
import { childOf, isPassive, makesClause } from './shapes.js';

/** True for a draft of such a shape. */
export function isShape(draft: Draft): boolean {
  return (
    isAsked(draft) ||
    isKnownAs(draft) ||
    isShown(draft) ||
    isConcluded(draft) ||
    isPredicate(draft) ||
    isOfNobody(draft)
  );
}

/** "Asked whether the war could be averted, Holm replied": the question is part of what goes before the answer, and nobody's word. */
function isAsked({ view: v, cue: c, source }: Draft): boolean {
  return (
    source.length === 0 &&
    (c <= 2 || /^when$/i.test(v.sentence.form[c - 1])) &&
    v.quote[c] < 0 &&
    /^(?:asked|questioned|pressed|quizzed)$/i.test(v.sentence.form[c]) &&
    childOf(v, c, 'nsubj') < 0
  );
}

/** "a credit known as the extended facility": a name, and nobody's knowledge. */
function isKnownAs({ view: v, cue: c, source }: Draft): boolean {
  const s = v.sentence;
  return (
    source.length === 0 &&
    /^(?:known|called|dubbed|termed)$/i.test(s.form[c]) &&
    /^as$/i.test(s.form[c + 1] ?? '') &&
    isPassive(v, c)
  );
}

const PAPER =
  /^(?:figure|datum|data|report|statistic|poll|survey|study|document|record|result|paper|statement|letter|table|return)$/;

/** "exports did not show a recovery": a thing that shows a thing. */
function isShown({ view: v, cue: c, source, content }: Draft): boolean {
  const s = v.sentence;
  if (s.lemma[c].toLowerCase() !== 'show' || source.length === 0 || childOf(v, c, 'ccomp') >= 0) return false;
  if (content.some((w) => makesClause(v, w))) return false;
  return source.every((w) => s.upos[w] !== 'PROPN' && !PAPER.test(s.lemma[w].toLowerCase()));
}

const ENDED =
  /^(?:trip|tour|visit|talk|meeting|conference|session|summit|agreement|deal|pact|treaty|accord|negotiation|round|operation|exercise)$/;

/** "officials conclude a trip": an end, and no conclusion. */
function isConcluded({ view: v, cue: c }: Draft): boolean {
  const s = v.sentence;
  const object = childOf(v, c, 'obj');
  return s.lemma[c].toLowerCase() === 'conclude' && object >= 0 && ENDED.test(s.lemma[object].toLowerCase());
}

/** "TRADE WAR NOT IN ARLAND'S INTEREST - HOLM": the name behind the dash says it, and there is no second word of nobody's in it. */
function isPredicate({ view: v, cue: c, source }: Draft): boolean {
  if (!v.headline) return false;
  // "BORROWING SEEN RISING", "GAP CITED AS PROBLEM": who sees it so is not told.
  if (
    /^(?:seen|cited|viewed)$/i.test(v.sentence.form[c]) &&
    childOf(v, c, 'obl:agent') < 0 &&
    !/^by$/i.test(v.sentence.form[c + 1] ?? '')
  )
    return source.every((w) => w < c);
  return source.length === 0 && !/^(?:VERB|AUX|NOUN|PUNCT)$/.test(v.sentence.upos[c]);
}

/** "called the ultimo", "was pronounced in June", "in hopes of a pact", "the talks are intended to be short": no voice, and nothing that one says. */
function isOfNobody({ view: v, cue: c, source, content }: Draft): boolean {
  const s = v.sentence;
  const lemma = s.lemma[c].toLowerCase();
  // "the progress that ... emphasizing": a conjunction is nobody.
  if (source.length === 1 && /^that$/i.test(s.form[source[0]]) && s.xpos[source[0]] !== 'WDT') return true;
  if (source.length > 0) return false;
  if (/^called$/i.test(s.form[c]) && s.form[c - 1] === ',' && isPassive(v, c) && !content.some((w) => v.quote[w] >= 0))
    return true;
  if (
    s.upos[c] === 'VERB' &&
    /^(?:pronounce|intend|design|propose)$/.test(lemma) &&
    !content.some((w) => makesClause(v, w))
  )
    return lemma !== 'propose' || childOf(v, c, 'nsubj') < 0;
  if (s.upos[c] === 'NOUN' && /^hope$/.test(lemma) && /^in$/i.test(s.form[c - 1] ?? '')) return true;
  return (
    lemma === 'seem' &&
    !content.some((w) => makesClause(v, w)) &&
    childOf(v, c, 'xcomp') >= 0 &&
    s.upos[childOf(v, c, 'xcomp')] !== 'VERB'
  );
}
