// Two statements of two sides about one matter, without a word of denial: Jordan says that men came over the border, Damascus that its border is shut. No single
// word tells it. What speaks for it and against it is weighed and added up, as in the comparison of records (Fellegi and Sunter, 1969); the weights
// stand in codebook/claims.txt.

import type { Cast } from '../actors/index.js';
import { actorsWithin, clauseWords, isUnknown, lemma, type Political, subjectOf } from '../commitments/index.js';
import { child, children, type Sentence } from '../language/index.js';
import type { Assertion } from './assertion.js';
import { lexicon } from './lexicon.js';
import { sideAt, thingAt, wordsOf } from './topics.js';

const REFUSED = /^(no|not|n't|never|none|nothing|nobody|neither|nor|nowhere|without)$/i;
const NARROWED = /^(only|merely|just|simply|purely|solely|strictly|entirely|always|fully)$/i;
const NARRATED = /^(he|she|it|they|this|that|these|those|there|all|both)$/i;

/** What speaks for two statements being two versions of one matter, by name. */
export function evidenceOf(cast: Cast, sides: Political, one: Assertion, other: Assertion): string[] {
  const found: string[] = [];
  const [theirs, mine] = [sides.side(one.by), sides.side(other.by)];
  const [before, after] = [wordsOf(one), wordsOf(other)];
  const add = (name: string, is: boolean): void => {
    if (is) found.push(name);
  };
  const gap = other.s.index - one.s.index;
  add(`gap ${Math.min(gap, 3)}`, true);
  add('another paragraph', other.s.block > one.s.block);
  add('far paragraph', other.s.block > one.s.block + 1);

  const charged = one.charged >= 0 && !one.rule.endsWith('said of');
  const chargesMe = charged && mine !== null && sideAt(cast, sides, one.s, one.charged, one.by) === mine;
  add('charged', chargesMe);
  add('charges another', charged && !chargesMe);
  const doer = doerOf(one.s, one.head);
  const did = mine !== null && doer >= 0 && sideAt(cast, sides, one.s, doer, one.by) === mine;
  add('my deed', did && !charged);
  const told = actorsWithin(cast, one.s, clauseWords(one.s, one.head)).some(({ actor }) => sides.side(actor) === mine);
  add('told of me', !did && !charged && mine !== null && told);
  const violent = (a: Assertion, words: readonly number[]): boolean =>
    words.some((i) => /^(VERB|NOUN)$/.test(a.s.upos[i]) && isDeed(a.s, i));
  add('a deed', violent(one, before));
  add('deeds of both', violent(one, before) && violent(other, after));
  const of = subjectOf(other.s, other.head);
  const subject = of < 0 ? null : sideAt(cast, sides, other.s, of, other.by);
  add('of himself', mine !== null && subject === mine);
  add('of the other', theirs !== null && subject === theirs);
  const spoken = actorsWithin(cast, other.s, clauseWords(other.s, other.head)).some(
    ({ actor }) => theirs !== null && sides.side(actor) === theirs,
  );
  add('tells of the other', spoken && subject !== theirs);
  const denied = after.some((i) => REFUSED.test(other.s.form[i]));
  add('denied', denied && !before.some((i) => REFUSED.test(one.s.form[i])));
  add('both denied', denied && before.some((i) => REFUSED.test(one.s.form[i])));
  add('denied before', !denied && before.some((i) => REFUSED.test(one.s.form[i])));
  add(
    'narrowed',
    after.some((i) => NARROWED.test(other.s.form[i])),
  );
  const shared = [...other.lemmas].filter((word) => one.lemmas.has(word));
  const plain = shared.filter((word) => !/^\p{Lu}/u.test(word));
  add('a word shared', plain.length === 1);
  add('words shared', plain.length > 1);
  add('a name shared', shared.length > plain.length);
  const things = new Set(before.flatMap((i) => thingAt(one.s, i) ?? []));
  const thing = of < 0 ? null : thingAt(other.s, of);
  add('the same thing', thing !== null && things.has(thing));
  add('a pronoun', of >= 0 && NARRATED.test(other.s.form[of]) && subject !== mine);
  add('definite', of >= 0 && /^(the|those|these|such|that|this)$/i.test(other.s.form[child(other.s, of, 'det')] ?? ''));
  const text = other.s.form.slice(0, 8).map((form) => form.toLowerCase());
  const between = gap === 0 ? one.s.form.slice(Math.min(one.cue, other.cue), Math.max(one.cue, other.cue)) : [];
  add(
    'contrast',
    gap === 0
      ? between.some((form) => isContrast(form))
      : text.some((form) => /^(but|however|yet|instead)$/.test(form)),
  );
  add('semicolon', between.includes(';'));
  add('answered', lexicon().answering.has(lemma(other.s, other.cue)));
  add('alleged', lexicon().alleging.has(lemma(one.s, one.cue)));
  add('stated', other.rule.endsWith('stated'));
  add('stated before', one.rule.endsWith('stated'));
  add('attitude', isAttitude(other));
  add('attitude before', isAttitude(one));
  add('to come', other.future);
  add('to come before', one.future);
  add(
    'also',
    after.some((i) => /^(also|too|again)$/i.test(other.s.form[i])),
  );
  add('nobody', mine === null);
  add('nobody before', theirs === null);
  add('hardly known', (mine !== null && isUnknown(mine)) || (theirs !== null && isUnknown(theirs)));
  const past = (a: Assertion): boolean => /^VB[DN]$/.test(a.s.xpos[a.head]) || a.s.upos[a.head] !== 'VERB';
  const numbers = (a: Assertion): boolean => a.figures.length > 0;
  add('numbers of both', numbers(one) && numbers(other));
  add('a number alone', numbers(other) && !numbers(one));
  add('present', !past(other));
  add('present before', !past(one));
  return found;
}

function isContrast(form: string): boolean {
  return lexicon().contrasts.has(form.toLowerCase());
}

function isDeed(s: Sentence, word: number): boolean {
  const { violent, harming, deeds } = lexicon();
  const name = lemma(s, word);
  return violent.has(name) || harming.has(name) || deeds.has(name);
}

/** A wish, a readiness, a feeling, a meeting: nothing that is true or false of a matter in dispute. */
export function isAttitude({ s, head }: Assertion): boolean {
  const name = lemma(s, head);
  return lexicon().attitudes.has(name) || lexicon().asserting.has(name);
}

/** Who does it: of a passive whoever is named behind "by". */
function doerOf(s: Sentence, head: number): number {
  return child(s, head, 'nsubj:pass') >= 0 ? child(s, head, 'obl:agent') : subjectOf(s, head);
}

/** Evidence that is just not enough for what two random statements of a passage would need. */
const ENOUGH = 0.7;

/** How far back the first version is looked for. */
const REACH = 3;

/** A pair of statements that are two versions of one matter, and what the later one does to the earlier. */
export interface Rebuttal {
  readonly one: Assertion;
  readonly stance: 'asserts' | 'denies' | 'doubts';
}

/** The earlier statement that a later one most likely answers, or null. */
export function rebutted(
  cast: Cast,
  sides: Political,
  all: readonly Assertion[],
  at: number,
  mayBe: (one: Assertion, other: Assertion) => boolean,
): Rebuttal | null {
  const other = all[at];
  const { weights } = lexicon();
  let best: Rebuttal | null = null;
  let most = ENOUGH;
  for (let i = at - 1; i >= 0 && other.s.index - all[i].s.index <= REACH; i--) {
    const one = all[i];
    if (!mayBe(one, other) || (one.span[0] < other.span[1] && other.span[0] < one.span[1])) continue;
    const evidence = evidenceOf(cast, sides, one, other);
    const sum = evidence.reduce((all, name) => all + (weights.get(name) ?? 0), 0);
    if (sum <= most) continue;
    most = sum;
    best = { one, stance: stanceOf(one, other, new Set(evidence)) };
  }
  return best;
}

const PERCEIVED = /^(see|hear|know|find|notice|observe|track|detect|receive|encounter|spot|witness)$/;

/** "it had seen no such thing" doubts, "its men had not been there" denies, "it was the others" is another version. */
export function stanceOf(one: Assertion, other: Assertion, evidence: ReadonlySet<string>): Rebuttal['stance'] {
  const accused = evidence.has('charged') || evidence.has('my deed');
  const { s, head } = other;
  if (isRefused(other) && !isRefused(one)) {
    if (!accused && !evidence.has('told of me') && PERCEIVED.test(lemma(s, head))) return 'doubts';
    return evidence.has('numbers of both') ? 'asserts' : 'denies';
  }
  return accused && evidence.has('narrowed') ? 'denies' : 'asserts';
}

/** The clause itself is negated, or its subject or object is nothing. */
export function isRefused({ s, head, negated }: Assertion): boolean {
  if (negated) return true;
  const below = children(s, head);
  return [...below, ...below.flatMap((i) => (/^(nsubj|obj|obl|advmod)/.test(s.deprel[i]) ? children(s, i) : []))].some(
    (i) => REFUSED.test(s.form[i]),
  );
}
