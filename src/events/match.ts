// Tries the codebook's patterns at an anchor word and keeps the one that asks for most.
// Candidates are looked up by the anchor's lemma, so the number of patterns in the book does not slow reading down.

import type { PloverType } from '../records.js';
import type { Frame } from './frames.js';
import type { Anchor, Pattern, Slot, WordSet } from './pattern.js';
import { isNegated } from './polarity.js';
import { strayed } from './subjects.js';
import type { Tree } from './tree.js';

/** Patterns by the lemma of their anchor, best first. */
export type PatternIndex = ReadonlyMap<string, Readonly<Record<Anchor, readonly Pattern[]>>>;

/** A pattern that fits at a word, and the words in its roles. */
export interface Match {
  readonly pattern: Pattern;
  readonly word: number;
  readonly frame: Frame;
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly parties: readonly number[];
  /** The act inside (the sanctions of "threatened sanctions"), or -1. */
  readonly act: number;
  /** True when the act inside would be the source's own. */
  readonly own: boolean;
  /** Words that the pattern used up as its own: they make no event by themselves. */
  readonly used: readonly number[];
  /** Rules that fitted too and lost. */
  readonly lost: readonly string[];
}

const MUST: ReadonlySet<string> = new Set(['must', 'should', 'ought']);

const THING =
  /^(investment|trade|economy|market|price|future|democracy|growth|inflation|output|export|import|demand|development)$/;
const STORM = /^(storm|hurricane|typhoon|cyclone|tropical|tornado)$/;

/** Matches the patterns of a book in one sentence; each word once. */
export class Matcher {
  private readonly found = new Map<number, Match | null>();

  constructor(
    readonly tree: Tree,
    private readonly index: PatternIndex,
    /** True when the words there stand for an actor; `direct`: by themselves. */
    private readonly isActor: (word: number, direct?: boolean) => boolean,
    /** True for a word of a time expression, which fills no role. */
    private readonly isTime: (word: number) => boolean,
    /** True when a word of the set stands in the sentence or beside it. */
    private readonly isNearby: (set: WordSet) => boolean,
  ) {}

  /** The match at a word, or null. */
  at(word: number): Match | null {
    const known = this.found.get(word);
    if (known !== undefined) return known;
    this.found.set(word, null);
    const match = this.search(word);
    this.found.set(word, match);
    return match;
  }

  private search(word: number): Match | null {
    const bucket = this.bucketOf(word);
    // "March" is a month here.
    if (!bucket || this.isTime(word)) return null;
    let best: Match | null = null;
    const lost: string[] = [];
    for (const anchor of this.anchorsOf(word)) {
      for (const pattern of anchor === 'verb' ? bucket.verb : anchor === 'noun' ? bucket.noun : bucket.adj) {
        if (best && pattern.weight + 0.75 < score(best)) break;
        const match = this.tryPattern(pattern, word, lost);
        if (!match) continue;
        if (best && score(best) >= score(match)) lost.push(pattern.rule);
        else {
          if (best) lost.push(best.pattern.rule);
          best = match;
        }
      }
      if (best) break;
    }
    return best;
  }

  /** Patterns by lemma, by form, or by the form without its ending where the lemma is none that the book knows. */
  private bucketOf(word: number): Readonly<Record<Anchor, readonly Pattern[]>> | undefined {
    const { s, lemma } = this.tree;
    const known = this.index.get(lemma[word]);
    if (known) return known;
    const form = s.form[word].toLowerCase();
    if (s.upos[word] !== 'VERB') return form === lemma[word] ? undefined : this.index.get(form);
    for (const ending of ['ed', 'd', 'ing', 'es', 's']) {
      if (!form.endsWith(ending)) continue;
      const stem = form.slice(0, -ending.length);
      const found = this.index.get(stem) ?? (ending === 'ing' ? this.index.get(`${stem}e`) : undefined);
      if (found) return found;
    }
    return undefined;
  }

  /** The kinds of anchor that a word's tag allows. */
  private anchorsOf(word: number): readonly Anchor[] {
    const s = this.tree.s;
    const d = s.deprel[word];
    switch (s.upos[word]) {
      case 'VERB':
        return (d === 'amod' && !strayed(this.tree, word)) || d === 'compound' || d === 'case' ? [] : ['verb', 'adj'];
      case 'NOUN':
        return d === 'compound' ? [] : ['noun', 'adj'];
      case 'ADJ':
      case 'ADV':
        return d === 'amod' ? [] : ['adj'];
      case 'PROPN':
        return d === 'compound' || d === 'flat' ? [] : ['noun'];
      default:
        return s.xpos[word].startsWith('VB') && d !== 'aux' && d !== 'cop' ? ['verb', 'adj'] : [];
    }
  }

  private tryPattern(pattern: Pattern, word: number, lost: readonly string[]): Match | null {
    const { tree } = this;
    if (!this.hasCompany(pattern, word)) return null;
    if ((pattern.near && !this.isNearby(pattern.near)) || (pattern.far && this.isNearby(pattern.far))) return null;
    const frame = tree.frame(word);
    if (pattern.negated && !isNegated(tree, word)) return null;
    // "met its quota": nobody was met.
    // "was called off".
    if (tree.lemma[word] === 'call' && pattern.with.length === 0 && tree.lemma[word + 1] === 'off') return null;
    // "It yields no calories."
    if (pattern.type === 'CONCEDE' && tree.lemma[word] === 'yield' && frame.obj >= 0) return null;
    // "conceded that losses were high".
    if (pattern.type === 'CONCEDE' && tree.lemma[word] === 'concede' && frame.that >= 0) return null;
    if (pattern.type === 'CONSULT' && tree.lemma[word] === 'meet' && this.metNobody(frame)) return null;
    if ((pattern.anchor === 'noun' && tree.isIdiom(word)) || !this.canAct(frame.subj)) return null;
    const roles: Record<'S' | 'T' | 'P', number[]> = { S: [], T: [], P: [] };
    const used: number[] = [];
    let act = -1;
    let own = false;
    for (const slot of pattern.slots) {
      const filler = this.fill(slot, frame, used, pattern.type);
      if (filler < 0) {
        if (slot.optional) continue;
        return null;
      }
      if (slot.role) {
        roles[slot.role].push(filler);
        if (slot.words) used.push(filler);
      } else if (slot.act) {
        act = filler;
        own = slot.act === 'own';
      } else {
        // A word that the pattern asks for may be an act of its own: the withdrawal that is demanded.
        if (act < 0 && slot.at !== 'subj' && this.actAt(filler)) {
          act = filler;
          own = pattern.type !== 'REQUEST' && pattern.type !== 'ACCUSE' && pattern.type !== 'REJECT';
        } else used.push(filler, tree.content(filler));
      }
    }
    if (pattern.anchor === 'noun' && pattern.reciprocal && roles.P.length + roles.T.length === 0) {
      const pair = frame.phrases.find(({ prep, word: w }) => prep === 'mod' && this.isPair(w));
      if (pair) roles.P.push(pair.word);
    }
    if (pattern.anchor === 'noun' && roles.S.length === 0 && !(roles.P.length > 0 && this.isPair(roles.P[0]))) {
      const source = this.sourceOfNoun(frame, roles.T.concat(roles.P), pattern.type);
      if (source >= 0) roles.S.push(source);
    }
    return { pattern, word, frame, source: roles.S, target: roles.T, parties: roles.P, act, own, used, lost };
  }

  private metNobody({ obj, passive }: Frame): boolean {
    return obj >= 0 && (passive || this.tree.s.upos[obj] === 'NOUN') && !this.isActor(obj, true);
  }

  /** "U.S.-Russia talks": both stand for actors. */
  private isPair(word: number): boolean {
    const first = this.tree.pairOf(word);
    return first >= 0 && this.isActor(first) && this.isActor(word);
  }

  /** False for a subject that does nothing political: the weather, a market, a common noun that stands for no actor. */
  private canAct(subject: number): boolean {
    if (subject < 0) return true;
    const { tree } = this;
    const s = tree.s;
    if (tree.isIn(subject, tree.words.actorly)) return true;
    if (tree.isIn(subject, tree.words.impersonal)) return false;
    // "Storm Hollis".
    if (
      tree.kids[subject].some((k) => /^(compound|flat|nmod:desc)/.test(s.deprel[k]) && STORM.test(tree.lemma[k])) ||
      STORM.test(tree.lemma[subject - 1] ?? '')
    )
      return false;
    return s.upos[subject] !== 'NOUN' || this.isActor(subject) || this.at(tree.content(subject)) !== null;
  }

  /** Particles of a verb, or the first words of a noun of several words. */
  private hasCompany(pattern: Pattern, word: number): boolean {
    const { lemma, s } = this.tree;
    if (pattern.anchor !== 'verb') {
      for (let k = 0; k < pattern.with.length; k++) if (lemma[word - 1 - k] !== pattern.with[k]) return false;
      return true;
    }
    for (const particle of pattern.with) {
      let there = false;
      for (let i = word + 1; i < s.size && i <= word + 7 && !there; i++) {
        there = lemma[i] === particle && (s.head[i] === word || i === word + 1 || s.head[s.head[i]] === word);
      }
      if (!there) return false;
    }
    return true;
  }

  private fill(slot: Slot, frame: Frame, used: readonly number[], type: PloverType): number {
    switch (slot.at) {
      case 'subj':
        return this.accept(slot, frame.subj);
      case 'obj':
        return this.accept(slot, frame.obj);
      case 'clause':
        return this.accept(slot, frame.clause);
      case 'that':
        return this.accept(slot, frame.that);
      case 'comp': {
        for (const host of [frame.word, frame.obj]) {
          for (const k of host >= 0 ? this.tree.kids[host] : []) {
            if (k > frame.word && k !== frame.obj && this.accept(slot, k) >= 0) return k;
          }
        }
        return -1;
      }
      default: {
        // Prepositions in the pattern's order: "a meeting with X in Y" has X for its target.
        let spare = -1;
        // "talks in New York with the banks": where there is a "with", no place takes part.
        const met =
          type === 'CONSULT' && slot.preps.includes('with') && frame.phrases.some(({ prep }) => prep === 'with');
        for (const wanted of slot.preps) {
          if (met && (wanted === 'in' || wanted === 'at')) continue;
          for (const { prep, word } of frame.phrases) {
            if (prep !== wanted || used.includes(word) || this.accept(slot, word) < 0) continue;
            if (this.isCalledOtherwise(frame.word, wanted, word)) continue;
            if (slot.role === null || this.isActor(word)) return word;
            if (spare < 0) spare = word;
          }
        }
        // "to resign": the words of an infinitive.
        if (spare < 0 && slot.words && !slot.role && frame.clause >= 0 && slot.preps.includes('to')) {
          return this.accept(slot, frame.clause);
        }
        return spare;
      }
    }
  }

  /** "called the raid on the port an escalation": nobody is called on unless "on" stands right behind. */
  private isCalledOtherwise(verb: number, prep: string, word: number): boolean {
    const { tree } = this;
    if (tree.lemma[verb] !== 'call' || (prep !== 'on' && prep !== 'upon') || !tree.isVerb(verb)) return false;
    const first = tree.kid(word, 'case');
    return first > verb + 2 && tree.kid(verb, 'obj') >= 0;
  }

  private accept(slot: Slot, word: number): number {
    if (word < 0) return -1;
    const { tree } = this;
    if (slot.words && !tree.isIn(word, slot.words)) return -1;
    if (slot.not && tree.isIn(word, slot.not)) return -1;
    if (
      slot.role &&
      !slot.words &&
      (this.isTime(word) || (!this.isActor(word) && tree.isIn(word, tree.words.impersonal)))
    )
      return -1;
    if (slot.actor && !this.isActor(word, slot.actor === 'direct')) return -1;
    if (slot.act === 'must' && !this.mustBeDone(word)) return -1;
    if (slot.actTypes || slot.notTypes) {
      const type = this.actAt(word)?.pattern.type;
      if (slot.actTypes && !(type && slot.actTypes.has(type))) return -1;
      if (slot.notTypes && type && slot.notTypes.has(type)) return -1;
    }
    return word;
  }

  /** The match of an act inside another: at the word, at the noun it is a measure of, or at the verb it is the gerund of. */
  actAt(word: number): Match | null {
    const own = this.at(word) ?? (this.tree.content(word) !== word ? this.at(this.tree.content(word)) : null);
    if (own || !this.tree.words.light.has(this.tree.lemma[word])) return own;
    // "vowed to resume the war": the verb only carries the act.
    const obj = this.tree.frame(word).obj;
    return obj > word && this.tree.isVerb(word) ? this.at(obj) : null;
  }

  /** True for a clause under "must" or "should" whose subject is an actor. */
  private mustBeDone(word: number): boolean {
    const { tree } = this;
    const aux = tree.kids[word].find((k) => tree.s.deprel[k] === 'aux' && MUST.has(tree.lemma[k]));
    const have =
      (tree.lemma[word] === 'have' && tree.lemma[word + 1] === 'to') ||
      (tree.lemma[word] === 'need' && tree.kid(word, 'xcomp') >= 0);
    if (aux === undefined && !(have && tree.kid(word, 'xcomp') >= 0)) return false;
    // "need not", "does not have to": nobody is asked for anything.
    if (aux === undefined && isNegated(tree, word)) return false;
    const subject = tree.kid(word, 'nsubj', 'nsubj:pass');
    // "investment in Chad should have a future": nobody is asked.
    return subject >= 0 && !THING.test(tree.lemma[subject]) && this.isActor(subject);
  }

  /** The doer of a noun: its possessor, "by", the light verb's subject, an adjective of nationality. */
  private sourceOfNoun(frame: Frame, taken: readonly number[], type: PloverType): number {
    const free = (word: number): boolean => word >= 0 && !taken.includes(word);
    for (const prep of ['poss', 'by']) {
      for (const phrase of frame.phrases) if (phrase.prep === prep && free(phrase.word)) return phrase.word;
    }
    if (free(frame.subj)) return frame.subj;
    for (const phrase of frame.phrases) {
      // "the Venice summit" is not held by Venice.
      const place = type === 'CONSULT' && this.tree.s.deprel[phrase.word] === 'compound';
      if (phrase.prep === 'mod' && !place && free(phrase.word) && this.isActor(phrase.word)) return phrase.word;
    }
    return -1;
  }
}

/** What a match is worth against another at the same word: the pattern's demands, and the roles it could fill. */
function score(match: Match): number {
  return match.pattern.weight + 0.25 * (match.source.length + match.target.length + match.parties.length);
}
