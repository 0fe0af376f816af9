// From sentences to drafts of statements: which words are cues, and what belongs to each.

import type { Sentence } from '../language/index.js';
import type { Dispatch, Span } from '../records.js';
import { leave, sureBy, THAT } from './leave.js';
import { mended } from './mend.js';
import { CONTENT, CUE, cueOdds, type Model, rolesOf, SOURCE, statementsModel } from './model.js';
import { saysNothing } from './nothing.js';
import { type Quote, readQuotes } from './quotes.js';
import { LONGEST } from './role-features.js';
import { speechTable, speechVerb } from './speech.js';
import { type View, viewOf } from './view.js';

/** A statement as one sentence shows it: word indices of that sentence. */
export interface Draft {
  readonly view: View;
  /** The head of the cue. */
  readonly cue: number;
  readonly source: readonly number[];
  readonly cueWords: readonly number[];
  readonly content: readonly number[];
  /** Log-odds of the cue. */
  readonly odds: number;
  /** Where the cue stands in the table of speech, or the model's name. */
  readonly rule: string;
}

/** Sentences made ready, and all outermost quotations of the dispatch. */
export function viewsOf(dispatch: Dispatch, sentences: readonly Sentence[]): { views: View[]; quotes: Quote[] } {
  const blocks: Span[] = [];
  for (const block of dispatch.blocks) blocks.push(block.span);
  const story = new Set<number>(sentences.map((sentence) => sentence.block));
  const quotes = readQuotes(
    dispatch.text,
    blocks.map((span, i) => (story.has(i) ? span : [span[0], span[0]])),
  ).filter((quote) => quote.depth === 0);
  const views = sentences.map((sentence) =>
    viewOf(sentence, quotes, dispatch.blocks[sentence.block].kind === 'headline'),
  );
  return { views, quotes };
}

/** True when a word is of a kind that can head a cue. */
export function mayBeCue(v: View, word: number): boolean {
  switch (v.sentence.upos[word]) {
    case 'VERB':
    case 'NOUN':
    case 'ADJ':
    case 'ADP':
    case 'SCONJ':
    case 'AUX':
    case 'ADV':
      return true;
    case 'PROPN':
    case 'INTJ':
    case 'X':
      return v.speech[word] !== 0;
    case 'PUNCT':
      return v.sentence.form[word] === ':';
    default:
      return false;
  }
}

/** The most cues of a sentence, how many words all its cues together look at on either side, and how many each does at the least. */
const CUES = 24;
const LOOKS = 960;
const REACH = 30;

/** The cues of a sentence with their log-odds, in order; of too many, as no reporter writes them, the likeliest. */
function cuesOf(v: View, model: Model): [cue: number, odds: number][] {
  const cues: [number, number][] = [];
  const sure = model.threshold + sureBy();
  for (let c = 0; c < v.size; c++) {
    if (!mayBeCue(v, c)) continue;
    const odds = cueOdds(model, v, c);
    if (odds < model.threshold - THAT) continue;
    if (odds >= sure || odds >= model.threshold - leave(v, c)) cues.push([c, odds]);
  }
  if (cues.length <= CUES) return cues;
  const likeliest = [...cues].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CUES);
  return likeliest.sort((a, b) => a[0] - b[0]);
}

/** The drafts of one sentence, in the order of their cues. */
export function draftsOf(v: View, model: Model = statementsModel()): Draft[] {
  const drafts: Draft[] = [];
  if (v.size > LONGEST) return drafts;
  const cues = cuesOf(v, model);
  const reach = Math.max(REACH, Math.ceil(LOOKS / Math.max(1, cues.length)));
  for (const [c, odds] of cues) {
    const roles = rolesOf(model, v, c, reach);
    const words = (role: number) => {
      const list: number[] = [];
      for (let t = 0; t < v.size; t++) if (roles[t] === role) list.push(t);
      return list;
    };
    const draft: Draft = {
      view: v,
      cue: c,
      source: words(SOURCE),
      cueWords: words(CUE),
      content: words(CONTENT),
      odds,
      rule: ruleOf(v, c),
    };
    const left = mended(draft);
    if (!saysNothing(left)) drafts.push(left);
  }
  return drafts.map((draft) => withoutTellers(draft, drafts));
}

/** "Dunmore hopes to take part, Ida Holm, its head, said": what is told within another's word ends where the other is named. */
function withoutTellers(draft: Draft, all: readonly Draft[]): Draft {
  const last = draft.content[draft.content.length - 1] ?? -1;
  let end = last + 1;
  for (const { cue, cueWords, source, content } of all) {
    // "..., according to the exchange": the words before the name tell too.
    const first = source.length === 0 ? -1 : Math.min(source[0], ...cueWords.filter((w) => w > draft.cue));
    if (cue > draft.cue && first > draft.cue + 1 && first < end && content.includes(draft.cue)) end = first;
  }
  if (end > last) return draft;
  const kept = draft.content.filter((w) => w < end);
  return kept.some((w) => w > draft.cue) ? { ...draft, content: kept } : draft;
}

function ruleOf(v: View, c: number): string {
  const s = v.sentence;
  const word = s.upos[c] === 'VERB' ? speechVerb(s, c) : speechTable().words.get(s.lemma[c].toLowerCase());
  return word?.rule ?? 'statements.model';
}
