// What the language core gives: one Sentence a sentence, words and tree as parallel arrays.
// Relations, tags and features are those of Universal Dependencies v2 as English-EWT uses them.

import type { Span } from '../records.js';

/** A sentence with its words and its tree. Word indices run from 0; all arrays have `size` entries. */
export interface Sentence {
  /** Position in the dispatch. */
  readonly index: number;
  /** From the first word's start to the last word's end. */
  readonly span: Span;
  /** Index of the block (see Dispatch.blocks) that it stands in. */
  readonly block: number;
  /** Number of words. */
  readonly size: number;
  /** Offset of each word's first character in the dispatch's text. */
  readonly start: Int32Array;
  /** Offset behind each word's last character. Words never overlap; a contraction is two words ("do", "n't"). */
  readonly end: Int32Array;
  /** The words as they stand in the text. */
  readonly form: readonly string[];
  readonly lemma: readonly string[];
  /** @example "NOUN" */
  readonly upos: readonly string[];
  /** Penn Treebank tag. @example "NNS" */
  readonly xpos: readonly string[];
  /** UD features, sorted, joined with "|", or "_". @example "Mood=Ind|Tense=Past|VerbForm=Fin" */
  readonly feats: readonly string[];
  /** Index of the head, or -1 for the root. Exactly one root; always a tree. */
  readonly head: Int32Array;
  /** UD relation with its subtype. @example "nsubj:pass" */
  readonly deprel: readonly string[];
  /** Names in the order of the text; they do not overlap. */
  readonly names: readonly Name[];
}

/** A name: the words from `first` up to and without `end`. */
export interface Name {
  readonly type: 'PER' | 'LOC' | 'ORG';
  readonly first: number;
  readonly end: number;
}

/** What a sentence can have otherwise than the one that it was made of. */
export type Change = Partial<Pick<Sentence, 'lemma' | 'upos' | 'xpos' | 'head' | 'deprel' | 'names'>>;

/**
 * The sentence with something changed. Written out, with the properties in the order in which `analyse` writes them, so that all sentences
 * are of one shape for V8: code that was made for the many must not be thrown away when one of the few comes along.
 */
export function changed(s: Sentence, { lemma, upos, xpos, head, deprel, names }: Change): Sentence {
  return {
    index: s.index,
    span: s.span,
    block: s.block,
    size: s.size,
    start: s.start,
    end: s.end,
    form: s.form,
    lemma: lemma ?? s.lemma,
    upos: upos ?? s.upos,
    xpos: xpos ?? s.xpos,
    feats: s.feats,
    head: head ?? s.head,
    deprel: deprel ?? s.deprel,
    names: names ?? s.names,
  };
}

/** A sentence without names has this list: of the same kind for V8 as those that hold some. */
export const NO_NAMES: readonly Name[] = [{ type: 'LOC', first: 0, end: 0 } as Name].slice(1);
