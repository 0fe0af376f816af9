// What stands around an anchor word: subject, object, prepositional phrases, clauses, read off the tree of Universal
// Dependencies with passives, coordination, control, participles, relative clauses and light verbs undone.
// Lenient on purpose: a phrase that the parser hung on the neighbour is found all the same.

import { relation, type Sentence } from '../language/index.js';
import { inSet, type WordSet } from './pattern.js';

/** A prepositional phrase, or a gerund behind a preposition. */
export interface Phrase {
  readonly prep: string;
  readonly word: number;
}

/** The words around an anchor; -1 where there is none. */
export interface Frame {
  readonly word: number;
  readonly subj: number;
  readonly obj: number;
  /** Nearest first. Special prepositions: "poss" for a possessor, "mod" for a noun or adjective before the noun. */
  readonly phrases: readonly Phrase[];
  /** Infinitive or gerund clause that it governs. */
  readonly clause: number;
  /** Finite clause that it governs. */
  readonly that: number;
  readonly passive: boolean;
  /** The light verb that carries a noun, or -1. */
  readonly light: number;
}

/** Word lists that reading a frame needs, from the codebook's classes. */
export interface FrameWords {
  /** "series of", "number of": the noun behind "of" is meant. */
  readonly transparent: ReadonlySet<string>;
  /** Verbs that only carry a noun: "hold talks". */
  readonly light: ReadonlySet<string>;
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
const NONE: ReadonlySet<string> = new Set();

const PARTIES: ReadonlySet<string> = new Set(['between', 'among', 'by', 'with', 'against', 'on']);

const BARE_TIME =
  /^(mon|tues|wednes|thurs|fri|satur|sun|to|yester)day$|^(year|month|week|day|hour|time|night|morning|evening|afternoon|tomorrow|today|second|minute|decade|century|home|way|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** A sentence with its children lists, and frames kept once made. */
export class Tree {
  readonly kids: readonly (readonly number[])[];
  readonly lemma: readonly string[];
  private readonly frames = new Map<number, Frame>();

  constructor(
    readonly s: Sentence,
    readonly words: FrameWords,
  ) {
    const kids: number[][] = Array.from({ length: s.size }, () => []);
    for (let i = 0; i < s.size; i++) if (s.head[i] >= 0) kids[s.head[i]].push(i);
    this.kids = kids;
    this.lemma = s.lemma.map((lemma) => lemma.toLowerCase());
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
      }
    }
    return false;
  }

  /** True for the last word of a fixed phrase that means something else. */
  isIdiom(word: number): boolean {
    return this.ends(word, this.words.idioms);
  }

  private ends(word: number, set: WordSet): boolean {
    if (inSet(set, this.lemma[word], (k) => this.lemma[word - k] ?? '')) return true;
    // "state of emergency", "memorandum of understanding": the entry ends behind "of".
    if (this.lemma[word + 1] === 'of' && word + 2 < this.s.size && set.multi.has(this.lemma[word + 2])) {
      if (inSet({ single: NONE, multi: set.multi }, this.lemma[word + 2], (k) => this.lemma[word + 2 - k] ?? ''))
        return true;
    }
    // A verb with its particle: "step down".
    const next = word + 1;
    if (
      this.isVerb(word) &&
      this.s.head[next] === word &&
      inSet(set, this.lemma[next], (k) => this.lemma[next - k] ?? '')
    )
      return true;
    const form = this.s.form[word].toLowerCase();
    return form !== this.lemma[word] && inSet(set, form, (k) => this.lemma[word - k] ?? '');
  }

  /** The noun that is meant: "a series of attacks" is attacks. */
  content(word: number): number {
    let w = word;
    for (let depth = 0; depth < 3 && (this.words.transparent.has(this.lemma[w]) || this.s.upos[w] === 'NUM'); depth++) {
      const next = this.kids[w].find((k) => relation(this.s.deprel[k]) === 'nmod' && this.prepOf(k) === 'of');
      if (next === undefined) break;
      w = next;
    }
    return w;
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
      prep = prep === '' || d === 'mark' ? this.lemma[k] : `${prep}_${this.lemma[k]}`;
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
    if (this.kid(verb, 'aux:pass') >= 0) return true;
    // A passive subject without any auxiliary is a plain past tense that the parser took for a participle.
    if (this.kid(verb, 'nsubj:pass', 'csubj:pass') >= 0)
      return this.kid(verb, 'aux') >= 0 || (this.kid(verb, 'obj') < 0 && this.kid(verb, 'obl') < 0);
    const participle = s.xpos[verb] === 'VBN' || (s.feats[verb].includes('Part') && s.feats[verb].includes('Past'));
    const d = s.deprel[verb];
    if (d === 'amod' && this.strayed(verb)) return false;
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
      frame = this.isVerb(word) && !this.nominal(word) ? this.verbFrame(word) : this.nounFrame(word);
      this.frames.set(word, frame);
    }
    return frame;
  }

  private nominal(word: number): boolean {
    return this.kid(word, 'det', 'nmod:poss') >= 0 && this.kid(word, 'nsubj', 'obj', 'aux') < 0;
  }

  private verbFrame(v: number): Frame {
    const s = this.s;
    const passive = this.isPassive(v);
    const phrases: Phrase[] = [];
    this.addPhrases(v, phrases, 1);
    let obj = -1;
    let iobj = -1;
    for (const k of this.kids[v]) {
      const d = relation(s.deprel[k]);
      if (d === 'obj' && obj >= 0 && obj > v && iobj < 0 && k - obj < 6) {
        // Two objects: the first is the one to whom it is given.
        iobj = obj;
        obj = k;
      } else if (d === 'obj' && obj < 0) obj = k;
      else if (d === 'iobj') iobj = k;
    }
    if (iobj >= 0 && obj < 0) obj = iobj;
    else if (iobj >= 0) phrases.push({ prep: 'to', word: iobj });
    let subj = this.subjectOf(v, 0);
    if (obj < 0 && !passive) obj = this.strayObject(v);
    if (passive) {
      const agent = phrases.find((phrase) => phrase.prep === 'by');
      const suffering = subj;
      subj = agent ? agent.word : -1;
      if (obj < 0) obj = suffering;
      else if (suffering >= 0) phrases.push({ prep: 'to', word: suffering });
    } else if (obj < 0) obj = this.sharedObject(v);
    if (obj >= 0) this.addPhrases(obj, phrases, 2);
    if (subj >= 0 && this.s.upos[subj] === 'NOUN') this.addSubjectPhrases(subj, phrases);
    return {
      word: v,
      subj,
      obj,
      phrases,
      clause: this.clauseOf(v, obj),
      that: this.thatOf(v, obj),
      passive,
      light: -1,
    };
  }

  /** "Talks between X and Y resumed", "the attack by X killed": the parties hang on the subject. */
  private addSubjectPhrases(subj: number, into: Phrase[]): void {
    const own: Phrase[] = [];
    this.addPhrases(subj, own, 0);
    for (const phrase of own) if (PARTIES.has(phrase.prep)) into.push(phrase);
  }

  /** Phrases on `word`, then those on their own nouns down to `depth`, for a phrase may hang one too low. */
  private addPhrases(word: number, into: Phrase[], depth: number): void {
    const s = this.s;
    const deeper: number[] = [];
    for (const k of this.kids[word]) {
      const d = relation(s.deprel[k]);
      if (d === 'obl' || d === 'nmod' || (d === 'advmod' && this.kid(k, 'case') >= 0)) {
        const possessive = s.deprel[k] === 'nmod:poss';
        const prep = possessive ? 'poss' : this.prepOf(k);
        into.push({ prep: prep === '' ? 'mod' : prep, word: k });
        for (const c of this.kids[k]) {
          if (relation(s.deprel[c]) === 'conj' && this.prepOf(c) !== '') into.push({ prep: this.prepOf(c), word: c });
        }
        if (!possessive) deeper.push(k);
      } else if ((d === 'advcl' || d === 'acl') && this.isVerb(k)) {
        const mark = this.prepOf(k);
        if (mark !== '' && mark !== 'to' && mark !== 'that') into.push({ prep: mark, word: k });
      } else if ((d === 'compound' && s.deprel[k] !== 'compound:prt') || d === 'amod')
        into.push({ prep: 'mod', word: k });
    }
    if (depth > 0) {
      for (const k of deeper) {
        const from = into.length;
        this.addPhrases(k, into, depth - 1);
        // A deeper noun's possessors and modifiers are its own.
        for (let i = into.length - 1; i >= from; i--) {
          if (into[i].prep === 'poss' || into[i].prep === 'mod' || into[i].prep === 'of') into.splice(i, 1);
        }
      }
    }
  }

  /** Who does (of a passive: suffers) the verb, through coordination, control, participles and relative clauses. */
  subjectOf(v: number, depth: number): number {
    const s = this.s;
    const own = this.nearestSubject(v);
    const d = relation(s.deprel[v]);
    const h = s.head[v];
    if (own >= 0) {
      // "the forces that attacked": the relative pronoun stands for the noun above.
      if (s.deprel[v] === 'acl:relcl' && h >= 0 && /^W|^WP|^IN$/.test(s.xpos[own]) && s.upos[own] !== 'NOUN') return h;
      return own;
    }
    if (depth > 4 || h < 0) return -1;
    if (d === 'amod') return this.strayed(v) ? (this.kid(h, 'nsubj') >= 0 ? this.kid(h, 'nsubj') : v - 1) : -1;
    if (d === 'conj' && this.isVerb(h)) {
      const shared = this.subjectOf(h, depth + 1);
      if (this.isPassive(h) === this.isPassive(v) || shared < 0) return shared;
      return shared;
    }
    if (d === 'xcomp' || ((d === 'advcl' || d === 'ccomp') && this.prepOf(v) === 'to')) {
      if (this.words.objectControl.has(this.lemma[h])) {
        const frame = this.isVerb(h) ? this.frame(h) : null;
        if (frame && frame.obj >= 0 && frame.obj !== v) return frame.obj;
        const patient = this.kid(h, 'obj', 'iobj', 'nsubj:pass');
        if (patient >= 0) return patient;
      }
      return this.isVerb(h) ? this.subjectOf(h, depth + 1) : this.kid(h, 'nsubj', 'nsubj:pass');
    }
    if (d === 'advcl' || d === 'parataxis') return this.isVerb(h) ? this.subjectOf(h, depth + 1) : this.kid(h, 'nsubj');
    if (d === 'acl') {
      if (s.deprel[v] === 'acl:relcl') {
        return this.kid(v, 'obj') >= 0 || !this.isVerb(v) ? h : -1;
      }
      if (this.prepOf(v) === 'to' || this.prepOf(v) === 'of' || this.prepOf(v) === 'for') {
        const owner = this.kid(h, 'nmod:poss');
        if (owner >= 0) return owner;
        const up = s.head[h];
        if (up >= 0 && this.isVerb(up) && relation(s.deprel[h]) === 'obj') return this.subjectOf(up, depth + 1);
        if (relation(s.deprel[h]) === 'nsubj' || up < 0) return this.kid(h, 'nsubj');
        return -1;
      }
      return h;
    }
    return -1;
  }

  /** True for a main verb that the parser took for an adjective: "tanks shelled positions", "is striking targets". */
  strayed(v: number): boolean {
    const s = this.s;
    if (s.deprel[v] !== 'amod' || v === 0) return false;
    if (this.kid(v, 'aux') >= 0) return true;
    return s.upos[v - 1] === 'NOUN' && s.xpos[v] === 'VBD';
  }

  /** Of several subjects the one next to the verb: an apposition may have been taken for one. */
  private nearestSubject(v: number): number {
    let found = -1;
    for (const k of this.kids[v]) {
      const d = relation(this.s.deprel[k]);
      if ((d === 'nsubj' || d === 'csubj') && (found < 0 || (k < v && found < k))) found = k;
    }
    return found;
  }

  private sharedObject(v: number): number {
    const s = this.s;
    if (s.deprel[v] === 'acl:relcl' && s.head[v] >= 0 && this.kid(v, 'ccomp', 'xcomp') < 0) {
      const own = this.kid(v, 'nsubj');
      if (own >= 0 && !/^W|^IN$/.test(s.xpos[own])) return s.head[v];
    }
    if (relation(s.deprel[v]) === 'conj' && this.isVerb(s.head[v])) {
      const shared = this.kid(s.head[v], 'obj');
      if (shared > v) return shared;
    }
    const next = this.kids[v].find((k) => relation(s.deprel[k]) === 'conj' && this.isVerb(k));
    if (next !== undefined && next - v <= 3 && this.kid(v, 'obl', 'xcomp', 'ccomp') < 0) return this.kid(next, 'obj');
    return -1;
  }

  /** An object that the parser took for something else: a bare phrase behind the verb, or the subject of a gerund. */
  private strayObject(v: number): number {
    const s = this.s;
    if (s.deprel[v] === 'amod') return s.head[v];
    for (const k of this.kids[v]) {
      if (k < v) continue;
      const d = s.deprel[k];
      const noun = s.upos[k] === 'NOUN' || s.upos[k] === 'PROPN';
      if (d === 'obl' && noun && this.prepOf(k) === '' && !BARE_TIME.test(this.lemma[k])) return k;
      if (d === 'advcl' && s.xpos[k] === 'VBG') {
        const misled = this.kid(k, 'nsubj');
        if (misled > v && misled < k && k - misled === 1 && this.lemma[misled - 1] !== ',') return misled;
      }
    }
    return -1;
  }

  private clauseOf(v: number, obj: number): number {
    const s = this.s;
    for (const k of this.kids[v]) if (relation(s.deprel[k]) === 'xcomp') return k;
    for (const k of this.kids[v]) {
      const d = relation(s.deprel[k]);
      if ((d === 'advcl' || d === 'ccomp' || d === 'acl') && this.prepOf(k).startsWith('to')) return k;
      if (d === 'ccomp' && /^VBG?$/.test(s.xpos[k]) && this.kid(k, 'nsubj', 'mark', 'aux') < 0) return k;
    }
    if (obj >= 0) {
      for (const k of this.kids[obj]) if (relation(s.deprel[k]) === 'acl' && this.prepOf(k) === 'to') return k;
    }
    return -1;
  }

  private thatOf(v: number, obj: number): number {
    const s = this.s;
    for (const k of this.kids[v]) {
      if (relation(s.deprel[k]) === 'ccomp' && !this.prepOf(k).startsWith('to')) return k;
    }
    for (const k of obj >= 0 ? this.kids[obj] : []) {
      const d = relation(s.deprel[k]);
      if ((d === 'acl' || d === 'ccomp') && this.prepOf(k) === 'that') return k;
    }
    for (const k of this.kids[v]) if (relation(s.deprel[k]) === 'advcl' && this.prepOf(k) === 'that') return k;
    return -1;
  }

  private nounFrame(n: number): Frame {
    const s = this.s;
    const phrases: Phrase[] = [];
    this.addPhrases(n, phrases, 1);
    let subj = this.kid(n, 'nsubj', 'nsubj:pass');
    let light = -1;
    // Climb over "a series of" and coordination to the verb that carries the noun.
    let top = n;
    for (let i = 0; i < 3 && s.head[top] >= 0; i++) {
      const d = relation(s.deprel[top]);
      const h = s.head[top];
      if (d === 'nmod' && this.prepOf(top) === 'of' && this.words.transparent.has(this.lemma[h])) top = h;
      else if (d === 'conj' && !this.isVerb(h)) top = h;
      else break;
      this.addPhrases(top, phrases, 0);
    }
    const h = s.head[top];
    if (subj < 0 && h >= 0 && this.isVerb(h)) {
      const d = s.deprel[top];
      if (
        this.words.light.has(this.lemma[h]) &&
        (relation(d) === 'obj' || d === 'nsubj:pass' || relation(d) === 'obl')
      ) {
        const frame = this.verbFrame(h);
        light = h;
        subj = frame.subj === top ? -1 : frame.subj;
        if (d === 'nsubj:pass' && subj < 0) subj = frame.phrases.find((p) => p.prep === 'by')?.word ?? -1;
        for (const phrase of frame.phrases) {
          if (phrase.word !== top && phrase.word !== n && !phrases.some((p) => p.word === phrase.word))
            phrases.push(phrase);
        }
      } else if (relation(d) === 'nsubj') {
        for (const phrase of this.verbFrame(h).phrases) {
          if (['by', 'between', 'against', 'on', 'in', 'with'].includes(phrase.prep)) phrases.push(phrase);
        }
      }
    }
    return {
      word: n,
      subj,
      obj: -1,
      phrases,
      clause: this.nounClause(n, 'to'),
      that: this.nounClause(n, 'that'),
      passive: false,
      light,
    };
  }

  private nounClause(n: number, mark: string): number {
    for (const k of this.kids[n]) {
      const d = relation(this.s.deprel[k]);
      if ((d === 'acl' || d === 'ccomp' || d === 'xcomp' || d === 'advcl') && this.prepOf(k).startsWith(mark)) return k;
    }
    if (mark === 'to') return this.kid(n, 'xcomp');
    return this.kid(n, 'ccomp');
  }
}
