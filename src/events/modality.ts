// Whether an act took place: read off the words on the way from the act up to the root of its sentence, by the table in
// codebook/modality.txt. Method: the polarity and modality of an embedded clause is composed of the signatures of the
// words above it (Nairn, Condoravdi and Karttunen 2006), inner words first.

import { relation } from '../language/index.js';
import type { Modality } from '../records.js';
import type { ModalityTable, Shade } from './modality-table.js';
import { isNegated } from './polarity.js';
import type { Tree } from './tree.js';

/** What the text says about an act. */
export interface Standing {
  readonly modality: Modality;
  readonly negated: boolean;
  readonly denied: boolean;
  /** The words that decided, in plain words. */
  readonly reasons: readonly string[];
  /** The words that make it future: "will", "plans to". */
  readonly future: boolean;
}

const COMPLEMENT = new Set(['xcomp', 'ccomp', 'obj', 'csubj', 'iobj']);
const TRANSPARENT = new Set(['nmod', 'acl', 'appos', 'obl', 'nsubj', 'conj', 'compound']);

/** The standing of the act at `word`. Stops climbing at `stop`, the outer act that holds it, when one is given. */
export function standing(tree: Tree, table: ModalityTable, word: number, stop = -1): Standing {
  const { s, lemma } = tree;
  let modality: Modality = 'happened';
  let negated = false;
  let denied = false;
  let future = false;
  let settled = false;
  const reasons: string[] = [];
  const take = (shade: Shade | undefined, why: string): void => {
    if (shade === undefined || settled) return;
    if (shade === 'negated') negated = !negated;
    else if (shade === 'denied') denied = true;
    else if (shade === 'certain') settled = true;
    else if (shade === 'ongoing') {
      if (modality === 'happened') modality = 'ongoing';
    } else if (modality === 'happened' || modality === 'ongoing' || shade === 'conditional') modality = shade;
    else if (shade === 'requested' && modality === 'planned') modality = shade;
    if (shade === 'planned') future = true;
    reasons.push(`${shade}: ${why}`);
  };
  let w = word;
  let below = -1;
  for (let depth = 0; w >= 0 && depth < 12; depth++) {
    // The word's own clause: auxiliaries, adverbs, negation.
    const d0 = relation(s.deprel[w]);
    const verbal = tree.isVerb(w) || tree.kid(w, 'cop') >= 0;
    let aux: string | null = null;
    let progressive = false;
    for (const k of tree.kids[w]) {
      const d = relation(s.deprel[k]);
      if (d === 'aux') {
        aux ??= lemma[k];
        if (lemma[k] === 'be' && s.xpos[w] === 'VBG') progressive = true;
        take(auxiliary(tree, table, w, k), s.form[k]);
      } else if ((d === 'advmod' || d === 'amod') && depth < 2) {
        const shade = table.adverb.get(lemma[k]);
        if (shade && shade !== 'negated') take(shade, s.form[k]);
        else if (shade && d === 'amod') take(shade, s.form[k]);
      } else if (d === 'mark' && depth >= 0) {
        const shade = table.mark.get(tree.prepOf(w)) ?? table.mark.get(lemma[k]);
        // "a threat of sanctions if they invade": the clause may hang on the noun.
        const own = relation(s.deprel[w]);
        if (shade && (own === 'advcl' || own === 'acl' || lemma[k] === 'whether')) take(shade, s.form[k]);
      } else if (d === 'det' && lemma[k] === 'any' && !verbal && depth === 0) take('hypothetical', 'any');
    }
    if (verbal && isInverted(tree, w)) take('conditional', 'inversion');
    if (verbal && isAwaited(tree, table, w)) take('conditional', tree.prepOf(w));
    if (verbal && isDue(tree, w)) take('planned', 'when');
    if (isNegated(tree, w, below)) {
      take('negated', 'not');
      // "has not ruled out": it may be.
      if (!negated && OPENED.has(lemma[w])) take('hypothetical', `not ${s.form[w]}`);
    }
    if (depth === 0 && progressive && modality === 'happened') modality = 'ongoing';
    if (verbal && depth === 0 && aux === null && isPurpose(tree, w)) take('planned', 'in order to');
    // "MINISTER TO VISIT ROME".
    if (verbal && aux === null && s.head[w] < 0 && tree.prepOf(w) === 'to' && tree.kid(w, 'nsubj') >= 0)
      take('planned', 'to');
    // "Oman says Iran, UAE to resume talks": a headline's future.
    if (
      verbal &&
      aux === null &&
      (d0 === 'xcomp' || (d0 === 'ccomp' && tree.prepOf(w) === 'to')) &&
      s.xpos[w] === 'VB' &&
      /^(say|report|announce)$/.test(lemma[s.head[w]]) &&
      !tree.isPassive(s.head[w])
    )
      take('planned', 'to');
    if (verbal && hasCondition(tree, table, w) && (future || aux === 'would' || aux === 'could')) {
      modality = 'conditional';
      reasons.push('conditional: if');
    }
    const h = s.head[w];
    if (h < 0 || h === stop || settled) break;
    const d = relation(s.deprel[w]);
    if (
      d === 'ccomp' ||
      d === 'xcomp' ||
      d === 'obj' ||
      d === 'csubj' ||
      d === 'iobj' ||
      s.deprel[w] === 'nsubj:pass'
    ) {
      const shade = isWanted(tree, h, w, word)
        ? 'requested'
        : isNamed(tree, h, w)
          ? undefined
          : governor(tree, table, h, w);
      // "must be made to lift it": what is certain of that is not certain of this.
      const open =
        shade === 'certain' && tree.kids[h].some((k) => /^(must|should|may|might|could|would)$/.test(lemma[k]));
      take(open ? undefined : shade, s.form[h]);
    } else if (d === 'acl' && (s.deprel[w] !== 'acl:relcl' || table.scant.has(lemma[h]))) {
      take(isScant(tree, table, h) ? 'hypothetical' : table.noun.get(lemma[h]), s.form[h]);
    } else if (d === 'nmod' || d === 'obl' || d === 'advcl') {
      const prep = tree.prepOf(w);
      // "committed to the Louvre accord": the accord is there already.
      if (prep === 'to' && w === word && isGiven(tree, w) && /^commit(?:ment)?$/.test(lemma[h])) break;
      if (tree.isVerb(h)) {
        take(table.verb.get(`${lemma[h]}_${prep}`), s.form[h]);
        if (prep === 'from' && table.verb.get(lemma[h]) === 'negated') take('negated', s.form[h]);
        if (prep === 'to' && d === 'advcl' && table.verb.has(lemma[h])) take(table.verb.get(lemma[h]), s.form[h]);
        if (
          (lemma[h] === 'call' ||
            lemma[h] === 'appeal' ||
            lemma[h] === 'ask' ||
            lemma[h] === 'press' ||
            lemma[h] === 'push') &&
          prep === 'for'
        )
          take('requested', s.form[h]);
        if ((lemma[h] === 'agree' || lemma[h] === 'commit' || lemma[h] === 'object') && prep === 'to')
          take('planned', s.form[h]);
      } else if (/^(on|over|about)$/.test(prep) && !table.noun.has(lemma[h]) && !tree.words.transparent.has(lemma[h])) {
        // "plans no statement on the raid": what a thing is about has its own standing.
        break;
      } else if (['of', 'for', 'to', 'on', 'over'].includes(prep))
        take(isScant(tree, table, h) ? 'hypothetical' : table.noun.get(lemma[h]), s.form[h]);
    } else if (!(COMPLEMENT.has(d) || TRANSPARENT.has(d) || d === 'parataxis')) break;
    // "ostracism by states due to meet": what an agent is told to do is his own, and not what becomes of the deed.
    if ((d === 'acl' || d === 'amod') && tree.prepOf(h) === 'by') break;
    // What stands beside or modifies something else does not reach further up.
    if (d === 'advcl' || d === 'parataxis' || s.deprel[w] === 'acl:relcl') break;
    if (d === 'conj' && tree.isVerb(w) && tree.kid(w, 'nsubj', 'aux') >= 0) {
      // The first conjunct's own auxiliaries and negation are not the second's: "will not expand and weapons will not be sent".
      const up = s.head[h];
      if (up < 0 || up === stop || !COMPLEMENT.has(relation(s.deprel[h]))) break;
      take(governor(tree, table, up, h), s.form[up]);
      below = h;
      w = up;
      continue;
    }
    // "choose to proceed with an invasion": the verb only carries the act.
    const carried = d === 'obl' && tree.words.carriers.has(lemma[h]) && tree.prepOf(w) === 'with';
    if (d === 'nsubj' && tree.isVerb(h)) takeTense(tree, table, w, h, take);
    if ((d === 'nsubj' || d === 'obl') && tree.isVerb(h) && !carried) break;
    below = w;
    w = h;
  }
  return { modality, negated, denied, reasons, future };
}

/** Verbs whose negation leaves it open. */
const OPENED: ReadonlySet<string> = new Set(['rule', 'exclude', 'preclude', 'deny']);

/** "An invasion would mean war", "a raid could be launched": a noun of an act that is a subject has the tense of its verb. */
function takeTense(
  tree: Tree,
  table: ModalityTable,
  w: number,
  h: number,
  take: (shade: Shade | undefined, why: string) => void,
): void {
  const definite = tree.kids[w].some(
    (k) => tree.s.deprel[k] === 'nmod:poss' || ['the', 'this', 'that'].includes(tree.lemma[k]),
  );
  const passive = tree.s.deprel[w] === 'nsubj:pass';
  if (definite && !passive) return;
  for (const k of tree.kids[h]) {
    if (relation(tree.s.deprel[k]) !== 'aux') continue;
    const shade = table.aux.get(tree.lemma[k]);
    if (shade === 'planned' ? passive : shade !== undefined)
      take(shade === 'conditional' ? 'hypothetical' : shade, tree.s.form[k]);
  }
}

/** "call the raid an outrage", "calls U.S. attack restrained": nothing is called for. */
function isNamed(tree: Tree, h: number, w: number): boolean {
  if (tree.lemma[h] !== 'call' || relation(tree.s.deprel[w]) !== 'obj' || tree.prepOf(w) !== '') return false;
  return tree.kids[h].some((k) => k > w && /^(?:xcomp|obj|ccomp|advcl)$/.test(relation(tree.s.deprel[k])));
}

const WANT: ReadonlySet<string> = new Set(['want', 'seek', 'need', 'demand', 'require']);

/** "wants guarantees that NATO will not expand": what is wanted is somebody else's act. */
function isWanted(tree: Tree, h: number, w: number, act: number): boolean {
  return WANT.has(tree.lemma[h]) && w !== act && tree.s.upos[w] === 'NOUN' && relation(tree.s.deprel[w]) === 'obj';
}

/** "little evidence that", "no sign of". */
function isScant(tree: Tree, table: ModalityTable, noun: number): boolean {
  return (
    table.scant.has(tree.lemma[noun]) &&
    tree.kids[noun].some((k) => k < noun && ['little', 'no', 'scant', 'scarce', 'few', 'any'].includes(tree.lemma[k]))
  );
}

/** What the word above says about its complement. */
function governor(tree: Tree, table: ModalityTable, h: number, w: number): Shade | undefined {
  const { s, lemma } = tree;
  const l = lemma[h];
  const prep = tree.prepOf(w);
  const particle = tree.kid(h, 'compound');
  if (particle >= 0) {
    const shade = table.verb.get(`${l}_${lemma[particle]}`);
    if (shade) return shade;
  }
  if (prep !== '') {
    const shade = table.verb.get(`${l}_${prep}`);
    if (shade) return shade;
  }
  if (tree.isVerb(h)) {
    if (s.deprel[h] !== 'amod' && (l === 'have' || l === 'need') && s.deprel[w] === 'xcomp') return 'requested';
    const shade = table.verb.get(l);
    if (shade === 'denied' && isOpen(tree, h)) return 'hypothetical';
    if (tree.isPassive(h) && s.deprel[w] === 'xcomp' && l === 'expect') return 'planned';
    return shade;
  }
  if (l === 'be' && prep === 'to') return 'planned';
  return table.adj.get(l) ?? (tree.s.upos[h] === 'NOUN' ? table.noun.get(l) : undefined);
}

/** "will not talk until the troops have left": what is waited for has not happened. */
function isAwaited(tree: Tree, table: ModalityTable, w: number): boolean {
  const d = relation(tree.s.deprel[w]);
  if (d !== 'advcl' || !/^(until|till|once|before)(_|$)/.test(tree.prepOf(w))) return false;
  const aux = tree.kids[w].filter((k) => relation(tree.s.deprel[k]) === 'aux' && k < w);
  if (/^VB[ZP]$/.test(tree.s.xpos[w]) || aux.some((k) => /^VB[ZP]$/.test(tree.s.xpos[k]))) return true;
  // A past tense behind "would" is the future of the past.
  let h = tree.s.head[w];
  for (let i = 0; h >= 0 && i < 2; i++, h = tree.s.head[h]) {
    if (tree.kids[h].some((k) => relation(tree.s.deprel[k]) === 'aux' && table.aux.has(tree.lemma[k]))) return true;
    if (/^(refuse|demand|threaten|vow|insist|decline|pledge|promise|warn)$/.test(tree.lemma[h])) return true;
    if (relation(tree.s.deprel[h]) !== 'xcomp') return false;
  }
  return false;
}

/** "will reaffirm it when they meet later this week", "before April 19, when he visits Rome": a time to come has its verb in the present tense. */
function isDue(tree: Tree, w: number): boolean {
  const { s, lemma } = tree;
  const h = s.head[w];
  if (h < 0 || !/^(?:advcl|acl)$/.test(relation(s.deprel[w])) || !/^VB[ZP]$/.test(s.xpos[w])) return false;
  if (!tree.kids[w].some((k) => k < w && lemma[k] === 'when')) return false;
  if (tree.kids[w].some((k) => relation(s.deprel[k]) === 'aux')) return false;
  // "usually quarrel when they meet" is no day to come.
  return !/^VB[ZP]$/.test(s.xpos[h]) || tree.kids[h].some((k) => relation(s.deprel[k]) === 'aux');
}

/** A noun of an act that is spoken of as known: "the accord", "their agreement", "the Louvre pact". */
function isGiven(tree: Tree, w: number): boolean {
  if (tree.isVerb(w)) return false;
  return tree.kids[w].some(
    (k) =>
      tree.s.deprel[k] === 'nmod:poss' ||
      ['the', 'this', 'that', 'these', 'those'].includes(tree.lemma[k]) ||
      (tree.s.upos[k] === 'PROPN' && relation(tree.s.deprel[k]) === 'compound'),
  );
}

/** "neither confirmed nor denied": it is left open. */
export function isOpen(tree: Tree, verb: number): boolean {
  return tree.kids[verb].some((k) => /^n?either$|^nor$/.test(tree.lemma[k]));
}

/** What an auxiliary says; "would" in reported speech is the future of the past: "said it would withdraw". */
function auxiliary(tree: Tree, table: ModalityTable, w: number, k: number): Shade | undefined {
  const shade = table.aux.get(tree.lemma[k]) ?? table.aux.get(tree.s.form[k].toLowerCase());
  if (shade !== 'conditional' || hasCondition(tree, table, w)) return shade;
  const h = tree.s.head[w];
  const d = relation(tree.s.deprel[w]);
  return h >= 0 && (d === 'ccomp' || d === 'acl') ? 'planned' : shade;
}

/** "Should Russia choose to ...": an auxiliary before the subject of an adverbial clause without a mark. */
export function isInverted(tree: Tree, w: number): boolean {
  const aux = tree.kid(w, 'aux');
  const subject = tree.kid(w, 'nsubj');
  if (aux < 0 || subject < aux || tree.kid(w, 'mark') >= 0) return false;
  const d = relation(tree.s.deprel[w]);
  return ['should', 'have', 'be'].includes(tree.lemma[aux]) && (d === 'advcl' || d === 'acl');
}

/** A bare infinitive that tells what something is for. */
function isPurpose(tree: Tree, w: number): boolean {
  const d = tree.s.deprel[w];
  return (d === 'advcl' || d === 'acl') && tree.prepOf(w).startsWith('to');
}

/** True when an if-clause hangs on the clause of `w`. */
export function hasCondition(tree: Tree, table: ModalityTable, w: number): boolean {
  return tree.kids[w].some((k) => relation(tree.s.deprel[k]) === 'advcl' && isCondition(tree, table, k));
}

/** True for the head of an if-clause, also one on a noun, and one by inversion: "should Russia invade". */
export function isCondition(tree: Tree, table: ModalityTable, k: number): boolean {
  const d = relation(tree.s.deprel[k]);
  if (d !== 'advcl' && d !== 'acl') return false;
  if (isInverted(tree, k)) return true;
  const mark = tree.prepOf(k);
  const shade = table.mark.get(mark) ?? table.mark.get(mark.split('_')[0]);
  return shade === 'conditional' && mark !== 'whether';
}
