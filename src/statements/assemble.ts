// From drafts to statements: words become spans, quotations are taken whole, quotations without a cue of their own go to their neighbour.

import type { Dispatch, Span } from '../records.js';
import { type Quote, quoteAt } from './quotes.js';
import type { Draft } from './read.js';
import { behindHeadline, signatures, transcript } from './turns.js';
import type { View } from './view.js';

/** A statement on its way: a draft with its spans. */
export interface Attribution {
  readonly draft: Draft;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: Span[];
  readonly kind: 'direct' | 'indirect' | 'mixed';
}

const QUOTE_MARK = /^(?:["“”'‘’`«»]|''|``)$/;
const MARKS = /^[\s,;:.…—–\-)(]+$/;
/** A quotation of fewer words than this is a phrase, not somebody's speech. */
const SPEECH = 3;

/** A draft that still takes in quotations. */
interface Open {
  readonly draft: Draft;
  readonly content: Span[];
}

/** Makes attributions of all drafts of a dispatch, in the order of their cues. Drafts without content are left out. */
export function assemble(
  dispatch: Dispatch,
  views: readonly View[],
  quotes: readonly Quote[],
  drafts: readonly Draft[],
): Attribution[] {
  const taken = new Uint8Array(quotes.length);
  const open: Open[] = [];
  const turns = transcript(dispatch, views);
  const spoken = new Set(turns.map(({ draft }) => draft.view.sentence.block));
  for (let q = 0; q < quotes.length; q++) if (spoken.has(quotes[q].block)) taken[q] = 1;
  const signed = signatures(dispatch, views, quotes);
  for (const { draft, content } of [...turns, ...signed, ...behindHeadline(dispatch, views)]) {
    open.push({ draft, content: [content] });
    take(content, quotes, taken);
  }
  const marks = new Set(open.map(({ draft }) => draft.view.sentence.start[draft.cue]));
  for (const draft of drafts) {
    if (marks.has(draft.view.sentence.start[draft.cue])) continue;
    const content = contentOf(draft, quotes, dispatch.text, spoken);
    for (const span of content) take(span, quotes, taken, draft.view.quote[draft.cue]);
    open.push({ draft, content });
  }
  open.sort((a, b) => placeOf(a) - placeOf(b));
  giveFollowing(open, quotes, taken, views, dispatch, spoken);
  giveLonely(open, quotes, taken, views, dispatch, spoken);
  const made: Attribution[] = [];
  for (const { draft, content } of open) {
    if (content.length === 0 || isPhrase(draft, content, dispatch.text)) continue;
    const spans = merge(content);
    made.push({
      draft,
      source: whole(draft),
      cue: runs(draft.view, trimMarks(draft.view, [...draft.cueWords])),
      content: spans,
      kind: kindOf(spans, quotes, dispatch.text),
    });
  }
  return made;
}

/** A noun with a word or two of content before it says nothing: "'serious' talks". */
function isPhrase({ view, cue, content: words }: Draft, content: readonly Span[], text: string): boolean {
  if (view.sentence.upos[cue] !== 'NOUN' || content.length !== 1 || words.some((w) => w > cue)) return false;
  return words.length > 0 && wordsIn(text, content[0], 3) <= 2;
}

/** Runs of neighbouring words as spans. */
export function runs(v: View, words: readonly number[]): Span[] {
  const s = v.sentence;
  const spans: Span[] = [];
  for (let i = 0; i < words.length; ) {
    let j = i;
    while (j + 1 < words.length && words[j + 1] === words[j] + 1) j++;
    spans.push([s.start[words[i]], s.end[words[j]]]);
    i = j + 1;
  }
  return spans;
}

/** A source is one phrase: the run with the cue's subject, else the longest, without punctuation at its edges. */
function whole({ view: v, cue, source: words }: Draft): Span[] {
  let best: number[] = [];
  const head = words.find((w) => v.head[w] === cue && v.sentence.deprel[w] === 'nsubj') ?? -1;
  for (let i = 0; i < words.length; ) {
    let j = i;
    // "Brent Holm, head of the council": a comma that the model left out does not part a name from its office.
    while (j + 1 < words.length && (words[j + 1] === words[j] + 1 || isGap(v, words[j], words[j + 1]))) j++;
    const own = words[i] <= head && head <= words[j];
    if (own || (!best.includes(head) && words[j] - words[i] + 1 > best.length)) {
      best = [];
      for (let w = words[i]; w <= words[j]; w++) best.push(w);
    }
    i = j + 1;
  }
  while (best.length > 0 && MARKS.test(v.sentence.form[best[0]])) best.shift();
  trimMarks(v, best);
  while (best.length > 0 && isLoose(v, best)) best.pop();
  return best.length === 0 ? [] : [[v.sentence.start[best[0]], v.sentence.end[best[best.length - 1]]]];
}

/** A comma at the end, or one bracket of a firm's code: "Dunmore <DUN>" is whole, "Dunmore <" is not. */
function isLoose(v: View, words: readonly number[]): boolean {
  const form = v.sentence.form[words[words.length - 1]];
  return /^[,;:—–<]$/.test(form) || (form === '>' && !words.some((w) => v.sentence.form[w].startsWith('<')));
}

function isGap(v: View, before: number, behind: number): boolean {
  return behind === before + 2 && v.sentence.form[before + 1] === ',';
}

/** Takes a quotation mark off an edge when its fellow is not among the words. */
function trimMarks(v: View, words: number[]): number[] {
  const marks = words.filter((w) => QUOTE_MARK.test(v.sentence.form[w]));
  if (words.length > 1 && marks.length === 1) {
    if (marks[0] === words[0]) words.shift();
    else if (marks[0] === words[words.length - 1]) words.pop();
  }
  return words;
}

/** The content's runs: bare punctuation trimmed, quotations that they touch taken whole. */
function contentOf(draft: Draft, quotes: readonly Quote[], text: string, spoken: ReadonlySet<number>): Span[] {
  const v = draft.view;
  const s = v.sentence;
  const spans: Span[] = [];
  const words = draft.content;
  const cueQuote = v.quote[draft.cue];
  for (let i = 0; i < words.length; ) {
    let j = i;
    while (j + 1 < words.length && words[j + 1] === words[j] + 1) j++;
    let first = i;
    let last = j;
    i = j + 1;
    while (first <= last && v.quote[words[first]] < 0 && MARKS.test(s.form[words[first]])) first++;
    while (last >= first && v.quote[words[last]] < 0 && MARKS.test(s.form[words[last]])) last--;
    // Inside a quotation its closing mark, with what stands before it, is no part of what is said within.
    while (last > first && cueQuote >= 0 && v.quote[words[last]] === cueQuote && isEdge(s.form[words[last]])) last--;
    if (first > last) continue;
    if (first === last && /^["“”'‘’`]+$/.test(s.form[words[first]])) continue;
    const from = v.quote[words[first]];
    const stop = closed(v, words[first], words[last]);
    const to = v.quote[stop];
    let start = s.start[words[first]];
    let end = s.end[stop];
    if (from >= 0 && from !== cueQuote) start = startOf(quotes[from], start, words[first], v);
    if (to >= 0 && to !== cueQuote) end = endOf(quotes, to, end, s.span[1], spoken);
    if (end > start && text.slice(start, end).trim() !== '') spans.push([start, end]);
  }
  return spans;
}

function isEdge(form: string): boolean {
  return QUOTE_MARK.test(form) || MARKS.test(form);
}

/** On to the closing bracket, when a piece ends within brackets: "the Farm Bureau (FB)". */
function closed(v: View, first: number, last: number): number {
  const s = v.sentence;
  let depth = 0;
  for (let w = first; w <= last; w++) {
    if (s.form[w] === '(') depth++;
    else if (s.form[w] === ')') depth--;
  }
  if (depth <= 0) return last;
  for (let w = last + 1; w < v.size && w <= last + 6; w++) if (s.form[w] === ')') return w;
  return last;
}

/** Back to the opening mark, when no more than a few words of the quotation were left out in this sentence. */
function startOf(quote: Quote, start: number, word: number, v: View): number {
  const [sentenceStart] = v.sentence.span;
  if (quote.span[0] < sentenceStart) {
    // The quotation began in an earlier sentence: take it whole only when this sentence's share begins with the sentence.
    return word <= 1 ? quote.span[0] : start;
  }
  return start - quote.span[0] <= 30 ? quote.span[0] : start;
}

/** On to the closing mark, and through the paragraphs that the quotation runs over. */
function endOf(
  quotes: readonly Quote[],
  index: number,
  end: number,
  sentenceEnd: number,
  spoken: ReadonlySet<number>,
): number {
  const quote = quotes[index];
  if (!quote.closed && !quote.continues) return Math.max(end, Math.min(quote.span[1], sentenceEnd));
  let last = index;
  for (let next = index + 1; quotes[last].continues && next < quotes.length; next++) {
    if (quotes[next].block !== quotes[last].block + 1 || spoken.has(quotes[next].block)) break;
    last = next;
  }
  return Math.max(end, quotes[last].span[1]);
}

/** Marks the quotations that a span touches, but not the one that the cue itself stands in. */
function take([start, end]: Span, quotes: readonly Quote[], taken: Uint8Array, own = -1): void {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotes[middle].span[1] <= start) low = middle + 1;
    else high = middle;
  }
  for (let q = low; q < quotes.length && quotes[q].span[0] < end; q++) if (q !== own) taken[q] = 1;
}

/**
 * A cue that found nothing in its sentence takes the quotation that ends right before it ("...?" she asked.),
 * or, where it announces ("He said:"), the one that follows at once.
 */
function giveFollowing(
  open: Open[],
  quotes: readonly Quote[],
  taken: Uint8Array,
  views: readonly View[],
  dispatch: Dispatch,
  spoken: ReadonlySet<number>,
): void {
  for (const { draft, content } of open) {
    if (content.length > 0) continue;
    const s = draft.view.sentence;
    const q0 = quoteAt(quotes, s.span[0] - (draft.view.closes ? 2 : 0));
    if (draft.view.closes && q0 >= 0 && !taken[q0] && draft.cue <= 12) {
      content.push(quotes[q0].span);
      taken[q0] = 1;
      continue;
    }
    const next = views[s.index + 1];
    if (next === undefined) continue;
    if (!/[:,]\s*$/.test(dispatch.text.slice(s.span[0], s.span[1]))) continue;
    const q = next.quote[0];
    if (q < 0 || taken[q] || quotes[q].span[0] < s.span[1]) continue;
    content.push([quotes[q].span[0], endOf(quotes, q, quotes[q].span[1], next.sentence.span[1], spoken)]);
    take(content[0], quotes, taken);
  }
}

/**
 * A quotation that makes whole sentences and has no cue goes to the statement beside it: of its own paragraph first,
 * before it rather than behind; a paragraph that is nothing but a quotation goes on with the speaker of the paragraph before.
 */
function giveLonely(
  open: Open[],
  quotes: readonly Quote[],
  taken: Uint8Array,
  views: readonly View[],
  dispatch: Dispatch,
  spoken: ReadonlySet<number>,
): void {
  const firstOf = new Map<number, View>();
  for (const view of views) {
    for (let i = 0; i < Math.min(view.size, 2); i++) {
      if (view.quote[i] >= 0 && !firstOf.has(view.quote[i])) firstOf.set(view.quote[i], view);
    }
  }
  // Nobody inside a quotation speaks the next one.
  const holders = open.filter(
    ({ draft, content }) => content.length > 0 && draft.source.length > 0 && draft.view.quote[draft.cue] < 0,
  );
  let p = 0;
  for (let q = 0; q < quotes.length; q++) {
    if (taken[q]) continue;
    const quote = quotes[q];
    const view = firstOf.get(q);
    // It must open a sentence, and be more than a phrase.
    if (view === undefined || view.headline) continue;
    const opens = quote.span[0] <= view.sentence.span[0] + 1;
    if (!opens || wordsIn(dispatch.text, quote.inner, SPEECH + 1) <= SPEECH) continue;
    while (p < holders.length && placeOf(holders[p]) < quote.span[0]) p++;
    const before = nearest(holders, p - 1, -1, quote, dispatch, quotes);
    const block = dispatch.blocks[quote.block].span;
    const alone = isAlone(quote, block, dispatch.text);
    const behind = p < holders.length && blockOf(holders[p]) === quote.block ? holders[p] : null;
    const same = before !== null && blockOf(before) === quote.block ? before : null;
    const holder = same ?? behind ?? (alone ? before : null);
    if (holder === null) continue;
    const span: Span = [quote.span[0], endOf(quotes, q, quote.span[1], view.sentence.span[1], spoken)];
    holder.content.push(span);
    take(span, quotes, taken);
  }
}

function placeOf({ draft }: { draft: Draft }): number {
  return draft.view.sentence.start[draft.cue];
}

function blockOf({ draft }: { draft: Draft }): number {
  return draft.view.sentence.block;
}

/** The nearest statement before that has a quotation and is not itself inside one; of this paragraph or the one before. */
function nearest(
  holders: readonly Open[],
  from: number,
  step: number,
  quote: Quote,
  dispatch: Dispatch,
  quotes: readonly Quote[],
): Open | null {
  let fallback: Open | null = null;
  for (let i = from, seen = 0; i >= 0 && i < holders.length && seen < 12; i += step, seen++) {
    const holder = holders[i];
    const gap = between(dispatch, blockOf(holder), quote.block);
    if (gap > 1) break;
    if (holder.draft.view.quote[holder.draft.cue] >= 0) continue;
    if (holder.draft.source.length === 0) continue;
    const quoted = holder.content.some((span) => hasQuote(span, quotes));
    if (quoted) return holder;
    fallback ??= holder;
  }
  return fallback;
}

/** How many blocks of the story lie between two blocks, the last counted. */
function between(dispatch: Dispatch, from: number, to: number): number {
  let count = 0;
  for (let i = from + 1; i <= to && count < 3; i++) if (dispatch.blocks[i].kind === 'paragraph') count++;
  return count;
}

function hasQuote([start, end]: Span, quotes: readonly Quote[]): boolean {
  return quoteAt(quotes, start) >= 0 || quoteAt(quotes, end - 1) >= 0;
}

function isAlone(quote: Quote, [start, end]: Span, text: string): boolean {
  return (
    text.slice(start, quote.span[0]).trim() === '' &&
    (quote.continues || text.slice(quote.span[1], end).trim().length <= 2)
  );
}

/** Counts words up to a limit. */
function wordsIn(text: string, [start, end]: Span, limit: number): number {
  let count = 0;
  let inside = false;
  for (let i = start; i < end && count < limit; i++) {
    const word = /[\p{L}\p{N}]/u.test(text[i]);
    if (word && !inside) count++;
    inside = word || (inside && /['’.-]/.test(text[i]));
  }
  return count;
}

/** In order, those that touch or overlap made one. */
function merge(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = merged[merged.length - 1];
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** Direct when every word stands in quotation marks, indirect when none does. */
function kindOf(spans: readonly Span[], quotes: readonly Quote[], text: string): 'direct' | 'indirect' | 'mixed' {
  let inside = false;
  let outside = false;
  for (const [start, end] of spans) {
    for (let at = start; at < end; ) {
      const q = quoteAt(quotes, at);
      let stop = end;
      if (q >= 0) {
        inside = true;
        stop = Math.min(end, quotes[q].span[1]);
      } else {
        stop = Math.min(end, nextQuote(quotes, at));
        if (/[\p{L}\p{N}]/u.test(text.slice(at, stop))) outside = true;
      }
      at = stop;
    }
  }
  return inside ? (outside ? 'mixed' : 'direct') : 'indirect';
}

function nextQuote(quotes: readonly Quote[], at: number): number {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotes[middle].span[0] < at) low = middle + 1;
    else high = middle;
  }
  return low < quotes.length ? quotes[low].span[0] : Number.POSITIVE_INFINITY;
}
