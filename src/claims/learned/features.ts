// What the learned reader of claims looks at: of a telling, the word itself (as the reader of commitments does), what the codebook's words and the rules say of
// it, and what is told around it; of two tellings, who tells each, what they share, and how far apart they stand.

import {
  type Coded,
  clauseWords,
  hashed,
  lemma,
  modalOf,
  NONE,
  type Political,
  type Seen,
  SLOTS,
  slotsOf,
  speechAbove,
  speechBefore,
  subjectOf,
  verbOf,
  wordFeatures,
} from '../../commitments/index.js';
import { child, type Sentence } from '../../language/index.js';
import { add, type Features, mix } from '../../statements/index.js';
import { common } from '../alike.js';
import { differ } from '../figures.js';
import { type Lexicon, lexicon } from '../lexicon.js';
import { sideAt, thingAt, wordsOf } from '../topics.js';
import type { Telling } from './tellings.js';

export { SLOTS, slotsOf };

/** The tellings of one dispatch. */
export interface Scene {
  readonly input: Coded;
  readonly sides: Political;
  readonly tellings: readonly Telling[];
  /** Whether what the rules made of a telling may be asked. */
  readonly asked: boolean;
}

/** Sections of the codebook that a word may stand in. */
const SECTIONS = [
  'denying',
  'dismissing',
  'reports',
  'false',
  'naming',
  'denials',
  'doubting',
  'skeptical',
  'verifying',
  'evidence',
  'confirming',
  'asserting',
  'accusing',
  'belittling',
  'contrasts',
  'tolls',
  'people',
  'gaining',
  'holding',
  'losing',
  'violent',
  'harming',
  'innocent',
  'witnesses',
  'alleging',
  'charges',
  'happening',
] as const satisfies readonly (keyof Lexicon)[];

const sections = new Map<string, readonly number[]>();

/** The sections that a word stands in, by number. */
function sectionsOf(word: string): readonly number[] {
  let found = sections.get(word);
  if (!found) {
    const words = lexicon();
    found = SECTIONS.flatMap((name, k) => ((words[name] as ReadonlySet<string>).has(word) ? [k + 1] : []));
    if (sections.size > 20000) sections.clear();
    sections.set(word, found);
  }
  return found;
}

const REFUSED = /^(no|not|n't|never|none|nothing|nobody|neither|nor|without)$/i;
const ruleOf = (rule: string): number => hashed(/\.ts:/.test(rule) ? rule : 'codebook');
const step = (x: number): number => Math.ceil(x * 4 - 0.001);

/** The verb of speech that a telling stands under, or -1. */
function speechOf(s: Sentence, word: number): number {
  const before = speechBefore(s, word);
  return before >= 0 ? before : speechAbove(s, word);
}

/** Features of "telling `at` is claimed, denies, doubts or confirms". */
export function tellingFeatures(scene: Scene, at: number, f: Features): void {
  const { input, sides, tellings, asked } = scene;
  const one = tellings[at];
  const { s, word: i } = one;
  f.count = 0;
  const seen = wordFeatures({ coded: input, sides, s, conditions: [] }, i, f);
  const { own, modal, negated, coarse, spoken, same } = seen;
  for (const k of sectionsOf(lemma(s, i))) {
    add(f, 140, k);
    add(f, 141, mix(k, negated));
    add(f, 142, mix(k, mix(coarse, spoken)));
    add(f, 143, mix(k, modal));
  }
  for (const name of ['obj', 'ccomp', 'xcomp', 'nsubj', 'obl'] as const) {
    const below = child(s, i, name);
    if (below < 0) continue;
    for (const k of sectionsOf(lemma(s, below))) {
      add(f, 144, mix(hashed(name), k));
      add(f, 145, mix(own, mix(hashed(name), k)));
    }
  }
  const verb = speechOf(s, i);
  const said = verb < 0 ? NONE : hashed(verbOf(s, verb));
  add(f, 146, said);
  add(f, 147, mix(said, negated));
  add(f, 148, mix(said, same));
  for (const k of verb < 0 ? [] : sectionsOf(lemma(s, verb))) add(f, 149, mix(k, negated));
  const subject = subjectOf(s, i);
  const determiner = subject < 0 ? -1 : child(s, subject, 'det', 'nmod:poss');
  add(f, 150, determiner < 0 ? NONE : hashed(s.form[determiner].toLowerCase()));
  const words = wordsIn(one);
  const denied = words.some((k) => REFUSED.test(s.form[k])) ? 1 : 2;
  const such = words.some((k) => /^such$/i.test(s.form[k])) ? 1 : 2;
  const numbers = words.some((k) => s.upos[k] === 'NUM') ? 1 : 2;
  const violent = words.some((k) => lexicon().violent.has(lemma(s, k)) || lexicon().harming.has(lemma(s, k))) ? 1 : 2;
  add(f, 151, denied);
  add(f, 152, mix(denied, mix(spoken, such)));
  add(f, 153, mix(numbers, violent));
  add(f, 154, mix(violent, mix(spoken, same)));
  add(f, 155, Math.min(6, words.length >> 2));
  const first = s.form[0].toLowerCase();
  add(f, 156, /^(but|however|yet|instead|while|though|although)$/.test(first) ? hashed(first) : NONE);
  add(f, 157, mix(spoken, s.form[s.size - 1] === '?' ? 1 : 2));
  if (one.asserted) {
    const rule = hashed(one.asserted.rule);
    add(f, 160, rule);
    add(f, 161, mix(rule, mix(negated, violent)));
    add(f, 162, mix(rule, mix(spoken, one.asserted.future ? 1 : 2)));
    add(f, 163, mix(rule, one.asserted.figures.length > 0 ? 1 : 2));
  } else add(f, 164, 1);
  if (one.stance) {
    const kind = hashed(one.stance.stance);
    const rule = ruleOf(one.stance.rule);
    add(f, 165, kind);
    add(f, 166, mix(kind, rule));
    add(f, 167, mix(kind, mix(spoken, coarse)));
    add(f, 168, mix(kind, mix(one.stance.content >= 0 ? 1 : 2, one.stance.report >= 0 ? 1 : 2)));
  } else add(f, 169, 1);
  if (asked) {
    const kind = hashed(one.made?.stance ?? '-');
    const linked = one.made?.about ? 1 : 2;
    add(f, 170, kind);
    add(f, 171, mix(kind, ruleOf(one.made?.rule ?? '-')));
    add(f, 172, mix(kind, mix(spoken, linked)));
    add(f, 173, mix(kind, hashed(one.stance?.stance ?? '-')));
    add(f, 174, mix(kind, mix(negated, violent)));
    if (one.made?.about) add(f, 175, mix(kind, Math.min(4, Math.abs(one.made.about.s.index - s.index))));
    if (scene.tellings.some(({ made }) => made?.about && made.about === one.made)) add(f, 176, kind);
  }
  around(scene, at, seen, denied, violent, f);
}

/** The words of a telling's clause. */
function wordsIn({ s, word, asserted }: Telling): readonly number[] {
  return asserted ? wordsOf(asserted) : clauseWords(s, word);
}

/** How far back and ahead a telling looks for what answers it. */
const BACK = 6;
const AHEAD = 4;

/** What is told around it: charges against its side, what others tell in the same words, denials that follow. */
function around(
  { input, sides, tellings }: Scene,
  at: number,
  seen: Seen,
  denied: number,
  violent: number,
  f: Features,
): void {
  const one = tellings[at];
  const mine = one.side;
  let chargedAt = 9;
  let closest = 0;
  let after = 0;
  let stanceBefore = 9;
  let stanceAfter = 9;
  let theirs = 9;
  let other = 0;
  // The clause is worked out only where there is something to compare it with.
  const alike = (lemmas: ReadonlySet<string>): number => common(one.claim.lemmas, lemmas);
  const counts = ({ asserted }: Telling): boolean =>
    asserted !== null &&
    asserted.figures.length > 0 &&
    one.claim.figures.some((x) => asserted.figures.some((y) => differ(x, y)));
  for (let k = at - 1; k >= 0; k--) {
    const two = tellings[k];
    const gap = one.s.index - two.s.index;
    if (gap > BACK) break;
    if (two.stance) stanceBefore = Math.min(stanceBefore, gap);
    if (!two.asserted) continue;
    if (two.side !== null && mine !== null && two.side === mine) continue;
    if (two.side !== null) theirs = Math.min(theirs, gap);
    closest = Math.max(closest, alike(two.asserted.lemmas));
    if (mine !== null && chargedSide(input, sides, two) === mine) chargedAt = Math.min(chargedAt, gap);
    if (counts(two)) other = 1;
  }
  for (let k = at + 1; k < tellings.length; k++) {
    const two = tellings[k];
    const gap = two.s.index - one.s.index;
    if (gap > AHEAD) break;
    if (two.side !== null && mine !== null && two.side === mine) continue;
    if (two.stance) {
      stanceAfter = Math.min(stanceAfter, gap);
      after = Math.max(after, alike(two.stance.lemmas));
    }
    if (counts(two)) other |= 2;
  }
  const charged = chargedSide(input, sides, one);
  const answered =
    charged !== null && tellings.some((two, k) => k > at && two.s.index - one.s.index <= AHEAD && two.side === charged);
  const { spoken, same, own, negated } = seen;
  add(f, 180, chargedAt);
  add(f, 181, mix(chargedAt, mix(spoken, denied)));
  add(f, 182, mix(chargedAt, mix(same, negated)));
  add(f, 183, step(closest));
  add(f, 184, mix(step(closest), mix(spoken, denied)));
  add(f, 185, mix(step(closest), mix(chargedAt, denied)));
  add(f, 186, stanceBefore);
  add(f, 187, mix(stanceBefore, mix(spoken, denied)));
  add(f, 188, mix(stanceAfter, spoken));
  add(f, 189, mix(stanceAfter, mix(step(after), spoken)));
  add(f, 190, mix(stanceAfter, mix(step(after), hashed(one.asserted?.rule ?? '-'))));
  add(f, 191, mix(theirs, mix(spoken, denied)));
  add(f, 192, other);
  add(f, 193, mix(other, spoken));
  add(f, 194, mix(charged === null ? 3 : answered ? 1 : 2, hashed(one.asserted?.rule ?? '-')));
  add(f, 195, mix(violent, mix(stanceAfter, spoken)));
  add(f, 196, mix(chargedAt, own));
  add(f, 197, Math.min(5, tellings.filter(({ stance }) => stance !== null).length));
}

const charges = new WeakMap<Telling, string | null>();

/** The side that a telling charges with something, or whose violent deed it tells. */
export function chargedSide({ cast }: Coded, sides: Political, one: Telling): string | null {
  let found = charges.get(one);
  if (found === undefined) {
    const { s, word, asserted } = one;
    const who = asserted && asserted.charged >= 0 ? asserted.charged : subjectOf(s, word);
    const bad =
      (asserted && asserted.charged >= 0) ||
      [lemma(s, word), verbOf(s, word)].some((name) => lexicon().violent.has(name) || lexicon().harming.has(name));
    found = bad && who >= 0 ? sideAt(cast, sides, s, who, one.by) : null;
    charges.set(one, found);
  }
  return found;
}

/** What was found out about a telling, for the questions about two. */
export interface Judged {
  readonly telling: Telling;
  /** Chances of none, asserts, denies, doubts, confirms. */
  readonly chances: Float64Array;
}

/** Tellings between the two that are as likely claimed as the one that is asked about. */
export function linkFeatures(
  scene: Scene,
  judged: readonly Judged[],
  b: number,
  a: number,
  rank: number,
  f: Features,
): void {
  const { input, sides, tellings, asked } = scene;
  const reply = tellings[b];
  const claim = tellings[a];
  f.count = 0;
  const gap = reply.s.index - claim.s.index;
  const far = Math.max(-3, Math.min(6, gap)) + (gap === 0 && a > b ? 10 : 0);
  const [, says, denies, doubts, confirms] = judged[b].chances;
  const answers = Math.max(denies, doubts, confirms);
  const kind = says > answers ? 1 : denies >= answers ? 2 : doubts >= answers ? 3 : 4;
  const sure = Math.floor(judged[a].chances[1] * 5);
  const whose =
    reply.by !== null && reply.by === claim.by
      ? 1
      : reply.side !== null && claim.side !== null
        ? reply.side === claim.side
          ? 2
          : 3
        : claim.by === null
          ? 4
          : 5;
  const charged = chargedSide(input, sides, claim);
  const mine = charged === null ? 1 : charged === reply.side ? 2 : 3;
  const ruleA = hashed(claim.asserted?.rule ?? (claim.stance ? claim.stance.stance : '-'));
  const ruleB = reply.stance
    ? mix(hashed(reply.stance.stance), ruleOf(reply.stance.rule))
    : hashed(reply.asserted?.rule ?? '-');
  const stance = reply.stance ?? reply.reply;
  const pointing = (reply.stance?.pointing ? 1 : 2) * 2 + (stance.content >= 0 ? 1 : 0);
  const shared = step(
    Math.max(common(claim.claim.lemmas, stance.lemmas), common(claim.claim.lemmas, reply.claim.lemmas)),
  );
  const noun = stance.report >= 0 ? hashed(lemma(reply.s, stance.report)) : NONE;
  const differs = claim.claim.figures.some((x) => reply.claim.figures.some((y) => differ(x, y))) ? 1 : 2;
  const inside = claim.s === reply.s && stance.content === claim.word ? 1 : 2;
  const block = Math.max(-2, Math.min(3, reply.s.block - claim.s.block));
  const future = modalOf(claim.s, claim.word) !== null ? 1 : 2;
  const things = thingsIn(claim);
  const thing = thingsIn(reply).filter((name) => things.includes(name)).length;
  const likely = mix(kind, sure);
  for (const [k, value] of [
    far,
    mix(far, rank),
    whose,
    mine,
    ruleA,
    shared,
    pointing,
    block,
    future,
    inside,
    differs,
    Math.min(3, thing),
    sure,
    rank,
    mix(whose, mine),
    mix(shared, pointing),
    mix(ruleA, far),
    mix(far, pointing),
    mix(mine, far),
    mix(whose, far),
    mix(shared, far),
    mix(noun, far),
    mix(noun, ruleA),
    mix(sure, rank),
    mix(sure, far),
    mix(future, shared),
    mix(ruleB, far),
    mix(ruleB, ruleA),
    mix(differs, whose),
    mix(inside, ruleB),
    mix(likely, shared),
    mix(Math.min(3, thing), far),
  ].entries()) {
    add(f, 200 + k, value);
    add(f, 240 + k, mix(kind, value));
  }
  if (asked) {
    const linked = reply.made?.about ? (reply.made.about === claim.made ? 1 : 2) : reply.made ? 3 : 4;
    add(f, 290, linked);
    add(f, 291, mix(linked, kind));
    add(f, 292, mix(linked, ruleOf(reply.made?.rule ?? '-')));
    add(f, 293, mix(linked, mix(far, kind)));
    add(f, 294, mix(linked, ruleA));
  }
}

const kinds = new WeakMap<Telling, string[]>();

/** The kinds of things that a telling is about. */
function thingsIn(one: Telling): readonly string[] {
  let found = kinds.get(one);
  if (!found) {
    found = wordsIn(one).flatMap((i) => thingAt(one.s, i) ?? []);
    kinds.set(one, found);
  }
  return found;
}
