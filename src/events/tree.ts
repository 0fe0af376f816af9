// A sentence as a tree of Universal Dependencies, and what patterns ask of it: children, coordination, the words of a phrase, its
// preposition, passives. Frames are made by frames.ts and kept here.

import { relation, type Sentence } from '../language/index.js';
import { type Frame, nounFrame, verbFrame } from './frames.js';
import { mended } from './mend.js';
import { endsPhrase, inSet, type WordSet } from './pattern.js';
import { strayed } from './subjects.js';

/** Word lists that reading a frame needs, from the codebook's classes. */
export interface FrameWords {
  /** "series of", "number of": the noun behind "of" is meant. */
  readonly transparent: ReadonlySet<string>;
  /** Verbs that only carry a noun: "hold talks". */
  readonly light: ReadonlySet<string>;
  /** Verbs that carry an act behind "with": "went ahead with the raid". */
  readonly carriers: ReadonlySet<string>;
  /** Fixed phrases that are not what their last word says: "heart attack". */
  readonly idioms: WordSet;
  /** Subjects that do nothing political: weather, markets, films, traders. */
  readonly impersonal: WordSet;
  /** Subjects that act even when the cast does not know them: gunmen, troops, rockets. */
  readonly actorly: WordSet;
  /** Verbs whose object does the act of their infinitive: "urge him to go". */
  readonly objectControl: ReadonlySet<string>;
}

const BOUNDS: ReadonlySet<string> = new Set(['about', 'around', 'over', 'under', 'nearly', 'than', 'up', 'to']);
const MONEY = /^(\$|€|£|dollar|dlr|euro|pound|yen|million|billion|mln|bln|us\$|c\$|a\$)$/;

/** Past forms of verbs of conflict that go by no rule, whatever a lemmatiser makes of them. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `shot shoot, froze freeze, frozen freeze, fled flee, sank sink, sunk sink, swore swear, sworn swear, slew slay, slain slay, fought fight,
  sought seek, struck strike, forbade forbid, forbidden forbid, withdrew withdraw, withdrawn withdraw, overthrew overthrow, overthrown overthrow,
  broke break, broken break, shook shake, blew blow, blown blow, drove drive, driven drive, took take, taken take, held hold, met meet`
    .split(/,\s*/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

/** A sentence with its children lists, and frames kept once made. */
export class Tree {
  readonly kids: readonly (readonly number[])[];
  readonly lemma: readonly string[];
  private readonly frames = new Map<number, Frame>();

  readonly wasMended: boolean;
  /** The sentence, its tree mended. */
  readonly s: Sentence;

  constructor(
    sentence: Sentence,
    readonly words: FrameWords,
  ) {
    const s = mended(sentence);
    this.s = s;
    this.wasMended = s !== sentence;
    const kids: number[][] = Array.from({ length: s.size }, () => []);
    for (let i = 0; i < s.size; i++) if (s.head[i] >= 0) kids[s.head[i]].push(i);
    this.kids = kids;
    this.lemma = s.lemma.map((lemma, w) =>
      s.xpos[w].startsWith('VB')
        ? (IRREGULAR.get(s.form[w].toLowerCase()) ?? lemma.toLowerCase())
        : lemma.toLowerCase(),
    );
  }

  /** First child of `word` in one of `relations`, or -1. */
  kid(word: number, ...relations: readonly string[]): number {
    for (const k of this.kids[word]) {
      const d = this.s.deprel[k];
      if (relations.includes(d) || relations.includes(relation(d))) return k;
    }
    return -1;
  }

  /** The word itself and what is coordinated with it. */
  conjuncts(word: number): number[] {
    const found = [word];
    for (const k of this.kids[word]) if (relation(this.s.deprel[k]) === 'conj') found.push(k);
    return found;
  }

  /** True when `word`, or the noun it is a measure of, or a conjunct is in the set. */
  isIn(word: number, set: WordSet): boolean {
    // "heart attack", "price war", "war of words" are none of their parts.
    if (this.ends(word, this.words.idioms)) return false;
    for (const w of this.conjuncts(word)) {
      if (this.ends(w, set)) return true;
      const content = this.content(w);
      if (content !== w && this.ends(content, set)) return true;
      // "aid deliveries", "curfew hours": the first noun tells what it is about.
      for (const k of this.kids[content]) {
        if (this.s.deprel[k] === 'compound' && this.s.upos[k] === 'NOUN' && this.ends(k, set)) return true;
        // "President Deby" is a president.
        if (this.s.deprel[k] === 'nmod:desc' && this.ends(k, set)) return true;
      }
    }
    return false;
  }

  /** True for the last word of a fixed phrase that means something else. */
  isIdiom(word: number): boolean {
    if (this.ends(word, this.words.idioms)) return true;
    // "war of words": the entry begins here.
    return (
      this.lemma[word + 1] === 'of' &&
      word + 2 < this.s.size &&
      endsPhrase(this.words.idioms, this.lemma[word + 2], this.lemma, word + 2)
    );
  }

  private ends(word: number, set: WordSet): boolean {
    const { lemma } = this;
    if (inSet(set, lemma[word], lemma, word)) return true;
    const next = word + 1;
    if (next < this.s.size) {
      // "state of emergency", "memorandum of understanding": the entry ends behind "of".
      const behind = word + 2;
      if (lemma[next] === 'of' && behind < this.s.size && endsPhrase(set, lemma[behind], lemma, behind)) return true;
      // A verb with its particle: "step down".
      if (this.s.head[next] === word && this.isVerb(word) && inSet(set, lemma[next], lemma, next)) return true;
    }
    const form = this.s.form[word].toLowerCase();
    return form !== lemma[word] && inSet(set, form, lemma, word);
  }

  /** The noun that is meant: "a series of attacks" is attacks. */
  content(word: number): number {
    let w = word;
    // "300 million dollars in aid".
    if (MONEY.test(this.lemma[w])) {
      const paid = this.kids[w].find(
        (k) => /^(nmod|obl)$/.test(relation(this.s.deprel[k])) && /^(in|worth_of)$/.test(this.prepOf(k)),
      );
      if (paid !== undefined && paid > w && this.s.upos[paid] === 'NOUN') return paid;
    }
    for (let depth = 0; depth < 3 && (this.words.transparent.has(this.lemma[w]) || this.s.upos[w] === 'NUM'); depth++) {
      const next = this.kids[w].find((k) => relation(this.s.deprel[k]) === 'nmod' && this.prepOf(k) === 'of');
      if (next === undefined) break;
      w = next;
    }
    return w;
  }

  /** The last word that hangs on `word`. */
  lastOf(word: number): number {
    let last = word;
    for (let k = this.kids[word].at(-1); k !== undefined && k > last; k = this.kids[k].at(-1)) last = k;
    return last;
  }

  /** The first word of a pair written with a hyphen or a slash of which `word` is the second ("U.S.-Russia talks"), or -1. */
  pairOf(word: number): number {
    const first = word - 2;
    if (first < 0 || !/^[-–/]$/.test(this.s.form[word - 1])) return -1;
    const h = this.s.head[first];
    return (h === word || h === this.s.head[word]) && /^[A-Z]/.test(this.s.form[first]) ? first : -1;
  }

  /** The preposition or subordinator of a phrase, joined with "_" where it has parts, or "". */
  prepOf(word: number): string {
    let prep = '';
    for (const k of this.kids[word]) {
      if (k > word) break;
      const d = relation(this.s.deprel[k]);
      if ((d !== 'case' && d !== 'mark') || this.isMeasure(k)) continue;
      // "Told reporters that the aim was to slim ..." is no infinitive.
      if (prep === 'that' && d === 'mark') continue;
      // "including", "following" are written as they stand.
      const own = this.s.xpos[k].startsWith('VB') ? this.s.form[k].toLowerCase() : this.lemma[k];
      prep = prep === '' || d === 'mark' ? own : `${prep}_${own}`;
      for (const f of this.kids[k]) if (relation(this.s.deprel[f]) === 'fixed') prep += `_${this.lemma[f]}`;
    }
    return prep;
  }

  /** "at least 12", "up to 40", "about 300": a preposition that only bounds a number. */
  private isMeasure(k: number): boolean {
    const next = this.lemma[k + 1];
    if (this.lemma[k] === 'at') return next === 'least' || next === 'most';
    if (this.s.upos[k + 1] === 'NUM') return BOUNDS.has(this.lemma[k]);
    return (this.lemma[k] === 'up' || this.lemma[k] === 'as') && (next === 'to' || next === 'many' || next === 'much');
  }

  isVerb(word: number): boolean {
    return this.s.upos[word] === 'VERB' || this.s.xpos[word]?.startsWith('VB') === true;
  }

  /** Passive by its form: a past participle under "be" or "get", or one that hangs on a noun alone. */
  isPassive(verb: number): boolean {
    const s = this.s;
    // "is opposed to the plan": whoever is opposed opposes.
    if (this.lemma[verb] === 'oppose' && this.kids[verb].some((k) => this.prepOf(k) === 'to')) return false;
    if (this.kid(verb, 'aux:pass') >= 0) return true;
    // A passive subject without any auxiliary is a plain past tense that the parser took for a participle.
    if (this.kid(verb, 'nsubj:pass', 'csubj:pass') >= 0)
      return this.kid(verb, 'aux') >= 0 || (this.kid(verb, 'obj') < 0 && this.kid(verb, 'obl') < 0);
    const participle = s.xpos[verb] === 'VBN' || (s.feats[verb].includes('Part') && s.feats[verb].includes('Past'));
    const d = s.deprel[verb];
    if (d === 'amod' && strayed(this, verb)) return false;
    if (d === 'acl' || d === 'amod') {
      // With an object of its own it is a main verb that the parser took for a participle.
      return (participle || (s.xpos[verb] === 'VBD' && this.kid(verb, 'nsubj') < 0)) && this.kid(verb, 'obj') < 0;
    }
    if (!participle) return false;
    if (relation(d) === 'conj' && this.kid(verb, 'aux') < 0 && this.kid(verb, 'nsubj') < 0) {
      return s.head[verb] >= 0 && this.isVerb(s.head[verb]) && this.isPassive(s.head[verb]);
    }
    return relation(d) === 'advcl' && this.kid(verb, 'nsubj', 'aux', 'obj') < 0;
  }

  frame(word: number): Frame {
    let frame = this.frames.get(word);
    if (!frame) {
      frame = this.isVerb(word) && !this.nominal(word) ? verbFrame(this, word) : nounFrame(this, word);
      this.frames.set(word, frame);
    }
    return frame;
  }

  private nominal(word: number): boolean {
    return this.kid(word, 'det', 'nmod:poss') >= 0 && this.kid(word, 'nsubj', 'obj', 'aux') < 0;
  }
}
