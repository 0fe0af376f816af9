// From the words in a role to the actors who stand behind them: the phrase itself, the noun that a measure is of, the
// possessor, the adjective of nationality, or the phrase that names whose it is ("Haiti's efforts", "targets in Hama").

import type { Cast } from '../actors/index.js';
import { relation } from '../language/index.js';
import type { ActorRef, Span } from '../records.js';
import { isExcepted, merge } from './targets.js';
import type { Tree } from './tree.js';

/** Prepositions behind which the owner of a thing stands, best first. */
const OWNERS = [
  'of',
  'by',
  'from',
  'against',
  'in',
  'on',
  'with',
  'between',
  'to',
  'for',
  'at',
  'inside',
  'near',
  'into',
  'over',
  'toward',
  'towards',
];

const THINGS =
  /^(explosion|blast|bomb|fire|bombing|shooting|attack|grenade|mine|landmine|device|clash|violence|fighting|missile|rocket|shell|mortar|shot|drone)$/;
const LOOSE: ReadonlySet<string> = new Set(['from', 'for', 'to', 'over']);

const PRONOUN = /^(it|its|they|them|their|he|him|his|she|her|we|us|our|who|which|itself|themselves|himself|herself)$/i;

/** Answers who stands behind a word of one sentence; each word once. */
export class Casting {
  private readonly found = new Map<number, readonly ActorRef[]>();

  constructor(
    private readonly cast: Cast,
    private readonly tree: Tree,
    /** The dispatch's text. */
    private readonly text: string,
  ) {}

  /** The actors meant by the phrase of `word`; empty when there are none. `direct` asks for the phrase itself only. */
  at(word: number, direct = false): readonly ActorRef[] {
    if (word < 0) return [];
    if (direct) {
      const own = this.cast.at(this.tree.s.index, word);
      return (own.length > 0 ? own : this.cast.at(this.tree.s.index, this.tree.content(word))).map((ref) =>
        this.named(ref),
      );
    }
    let refs = this.found.get(word);
    if (refs === undefined) {
      refs = this.search(word, 0).map((ref) => this.named(ref));
      this.found.set(word, refs);
    }
    return refs;
  }

  /** The actors of several words, each actor once. */
  all(words: readonly number[]): readonly ActorRef[] {
    if (words.length === 1) return this.at(words[0]);
    const seen = new Set<string>();
    return words.flatMap((word) => this.at(word)).filter((ref) => !seen.has(ref.actor) && seen.add(ref.actor));
  }

  /** Who does what the words tell: as `all`, but a thing is nobody's for lying somewhere ("an explosion at a dam in X"). */
  doers(words: readonly number[]): readonly ActorRef[] {
    return this.all(
      words.filter((word) => {
        if (this.at(word, true).length > 0 || !THINGS.test(this.tree.lemma[word])) return true;
        return this.tree.kids[word].some((k) => {
          const d = relation(this.tree.s.deprel[k]);
          return (
            (/^(nmod|obl|acl)$/.test(d) &&
              /^(poss|of|by|from|)$/.test(this.tree.s.deprel[k] === 'nmod:poss' ? 'poss' : this.tree.prepOf(k))) ||
            d === 'compound' ||
            d === 'amod'
          );
        });
      }),
    );
  }

  /** For a pronoun, the words in the same sentence that it stands for: "the Taliban" rather than "it". */
  private named(ref: ActorRef): ActorRef {
    if (!PRONOUN.test(ref.text)) return ref;
    const [start] = this.tree.s.span;
    let best: Span | null = null;
    for (const span of this.cast.byId(ref.actor)?.mentions ?? []) {
      if (span[0] < start || span[1] > ref.span[0]) continue;
      if (PRONOUN.test(this.text.slice(span[0], span[1]))) continue;
      if (best === null || span[0] > best[0]) best = span;
    }
    return best === null ? ref : { ...ref, text: this.text.slice(best[0], best[1]), span: best };
  }

  /** "Niger and the United States has threatened": what the mended tree has cut off goes with it. */
  private within(word: number, refs: readonly ActorRef[]): readonly ActorRef[] {
    const { tree } = this;
    if (!tree.wasMended || refs.length < 2) return refs;
    const cut = tree.s.end[tree.lastOf(word)];
    const near = refs.filter(({ span }) => span[0] < cut || span[0] >= tree.s.span[1]);
    return near.length > 0 ? near : refs;
  }

  /** "Israel and the armed group Hezbollah": who stands beside the first by a description goes with it. */
  private withBeside(word: number, own: readonly ActorRef[], depth: number): readonly ActorRef[] {
    const { tree } = this;
    let refs = own;
    for (const k of depth > 0 ? [] : tree.kids[word]) {
      if (relation(tree.s.deprel[k]) !== 'conj' || tree.isVerb(k)) continue;
      if (refs.some(({ span }) => span[0] >= tree.s.start[k])) continue;
      const names = tree.kids[k].filter((w) => tree.s.deprel[w] === 'appos' || tree.s.deprel[w] === 'flat');
      for (const w of [k, ...names]) refs = merge(refs, this.cast.at(tree.s.index, w));
    }
    return refs;
  }

  private search(word: number, depth: number): readonly ActorRef[] {
    const { tree } = this;
    const index = tree.s.index;
    if (isExcepted(tree, word)) return [];
    const own = this.within(word, this.cast.at(index, word));
    if (own.length > 0) {
      const other = this.cast.at(index, tree.pairOf(word));
      return other.length > 0 ? merge(other, own) : this.withBeside(word, own, depth);
    }
    const content = tree.content(word);
    if (content !== word) {
      const refs = this.cast.at(index, content);
      if (refs.length > 0) return refs;
    }
    if (depth >= 3 || tree.isVerb(word)) return [];
    const near: number[] = [];
    const phrases: { rank: number; word: number }[] = [];
    for (const k of tree.kids[word]) {
      const deprel = tree.s.deprel[k];
      const d = relation(deprel);
      // "military exercises": an adjective in small letters names nobody.
      if (d === 'amod' && /^[a-z]/.test(tree.s.form[k])) continue;
      if (deprel === 'nmod:poss') near.unshift(k);
      else if (d === 'compound' || d === 'amod' || d === 'appos' || d === 'flat') near.push(k);
      else if (d === 'conj' && !tree.isVerb(k)) near.push(k);
      else if (deprel === 'acl' && tree.s.xpos[k] === 'VBN' && THINGS.test(tree.lemma[word])) {
        // "a missile fired by rebels".
        const agent = tree.kids[k].find((w) => relation(tree.s.deprel[w]) === 'obl' && tree.prepOf(w) === 'by');
        if (agent !== undefined) phrases.push({ rank: OWNERS.indexOf('by'), word: agent });
      } else if (d === 'nmod') {
        const rank = OWNERS.indexOf(tree.prepOf(k));
        // Two nouns down, a thing is no longer theirs: "the tax for fear of a reply from X".
        if (rank >= 0 && !(depth > 0 && LOOSE.has(OWNERS[rank]))) phrases.push({ rank, word: k });
      }
    }
    phrases.sort((a, b) => a.rank - b.rank || a.word - b.word);
    for (const k of [...near, ...phrases.map((phrase) => phrase.word)]) {
      const refs = this.search(k, depth + 1);
      if (refs.length > 0) return refs;
    }
    return [];
  }
}

/** Business alone makes no political event. */
export function isPolitical(ref: ActorRef): boolean {
  return ref.sector !== 'BUS' && !ref.code.startsWith('MNC') && !ref.code.startsWith('BUS');
}
