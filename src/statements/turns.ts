// Statements that no verb makes: a signature under a quotation ("... ― Ida Holm"), the turns of a transcript ("HOLM: ..."),
// and the source behind a headline ("Talks to resume -diplomats").

import type { Dispatch, Span } from '../records.js';
import type { Quote } from './quotes.js';
import type { Draft } from './read.js';
import { sourceWords } from './speech.js';
import type { View } from './view.js';

/** A statement whose content is known from the layout. */
export interface Turn {
  readonly draft: Draft;
  readonly content: Span;
}

const SIGNATURE = /^\s*(―|—|–|--|-)\s*((?:\p{Lu}|@)[^\n,;:!?"“”]{1,60}?(?:,[^\n:!?"“”]{1,60})?)\.?\s*$/u;
const SPEAKER = /^\s*["“]?((?:(?:\p{Lu}\.?|\p{Lu}[\p{Lu}'’.-]+)\s?){1,4}(?:\([^)\n]{1,40}\))?|Q|A)\s?:\s+(?=\S)/u;
/** A speaker's name in capitals makes a transcript only when there are several. */
const TURNS = 2;

/** Signatures under quotations, in order. */
export function signatures(dispatch: Dispatch, views: readonly View[], quotes: readonly Quote[]): Turn[] {
  const turns: Turn[] = [];
  for (let q = 0; q < quotes.length; q++) {
    const quote = quotes[q];
    if (!quote.closed) continue;
    const [start, stop] = dispatch.blocks[quote.block].span;
    if (!opensLine(dispatch.text, start, quote.span[0])) continue;
    const end = lineEnd(dispatch.text, quote.span[1], stop);
    const found = end < 0 ? null : SIGNATURE.exec(dispatch.text.slice(quote.span[1], end));
    if (found === null) continue;
    const dash = quote.span[1] + dispatch.text.slice(quote.span[1], end).indexOf(found[1]);
    const turn = turnAt(views, quote.block, dash, [dash + found[1].length, end], quote.span, 'statements.signature');
    if (turn !== null) turns.push(turn);
  }
  return turns;
}

/** How far from its line's beginning a signed quotation may open, and how long the line may be behind it: bounds what is looked at. */
const MARGIN = 10;
const LONGEST_SIGNATURE = 140;

/** Nothing but a small margin stands before `at` in its line. */
function opensLine(text: string, start: number, at: number): boolean {
  for (let i = at - 1; i >= start && text[i] !== '\n'; i--) {
    if (at - i > MARGIN || text[i].trim() !== '') return false;
  }
  return true;
}

/** The end of the line, -1 when it is too far away for a signature. */
function lineEnd(text: string, from: number, stop: number): number {
  const limit = Math.min(stop, from + LONGEST_SIGNATURE + 1);
  let at = from;
  while (at < limit && text[at] !== '\n') at++;
  return at - from > LONGEST_SIGNATURE ? -1 : at;
}

/** The turns of a transcript, in order; none when fewer than two paragraphs name a speaker. */
export function transcript(dispatch: Dispatch, views: readonly View[]): Turn[] {
  const turns: Turn[] = [];
  for (let b = 0; b < dispatch.blocks.length; b++) {
    const { kind, span } = dispatch.blocks[b];
    if (kind !== 'paragraph') continue;
    const head = dispatch.text.slice(span[0], Math.min(span[1], span[0] + 90));
    const found = SPEAKER.exec(head);
    if (found === null) continue;
    const colon = span[0] + head.indexOf(':', found[0].indexOf(found[1]) + found[1].length);
    let end = span[1];
    while (end > colon && /[\s"”]/.test(dispatch.text[end - 1])) end--;
    const content: Span = [span[0] + found[0].length, end];
    if (content[1] <= content[0]) continue;
    const turn = turnAt(views, b, colon, [span[0], colon], content, 'statements.transcript');
    if (turn !== null) turns.push(turn);
  }
  return turns.length < TURNS ? [] : turns;
}

/** What stands behind the dash of a headline says all that stands before it. */
export function behindHeadline(dispatch: Dispatch, views: readonly View[]): Turn[] {
  const turns: Turn[] = [];
  for (let b = 1; b < dispatch.blocks.length; b++) {
    const [{ kind: before, span: content }, { kind, span }] = [dispatch.blocks[b - 1], dispatch.blocks[b]];
    if (kind !== 'attribution' || before !== 'headline') continue;
    const turn = turnAt(views, b, span[0], span, content, 'statements.headline');
    if (turn !== null) turns.push(turn);
  }
  for (const view of views) {
    if (!view.headline || turns.length > 0) continue;
    const turn = dashed(dispatch, views, view);
    if (turn !== null) turns.push(turn);
  }
  return turns;
}

/** "PACKAGE AFTER BUDGET - HOLM": a source of a word or two behind a dash with a blank on both sides, a surname of the story or a word for sources. */
function dashed(dispatch: Dispatch, views: readonly View[], view: View): Turn | null {
  const [start, stop] = view.sentence.span;
  const found = /\s(--?|–|—)\s+([\p{L}.'’ ]{2,30})$/u.exec(dispatch.text.slice(start, stop));
  if (found === null) return null;
  const name = found[2].trim();
  const [first, ...others] = name.toLowerCase().split(/\s+/);
  const last = others.at(-1) ?? first;
  const grades = sourceWords();
  const singular = last.replace(/s$/, '');
  const known = ['anonymous', 'spokesperson', 'media', 'media-name', 'organisation'].some(
    (grade) => grades.get(grade)?.has(last) || grades.get(grade)?.has(singular),
  );
  const named = (word: string) =>
    views.some(
      ({ headline, sentence: s }) =>
        !headline && s.names.some(({ type, end }) => type === 'PER' && s.form[end - 1].toLowerCase() === word),
    );
  if (others.length > 1 || !(known || last === 'trade' || named(last))) return null;
  const dash = start + found.index + 1;
  const end = start + found.index;
  const words: Span = [stop - found[2].length, stop];
  return end - start < 12 ? null : turnAt(views, view.sentence.block, dash, words, [start, end], 'statements.headline');
}

/** Makes the draft of a turn: the mark at `at` is its cue, the words within `name` its source. */
function turnAt(
  views: readonly View[],
  block: number,
  at: number,
  name: Span,
  content: Span,
  rule: string,
): Turn | null {
  for (let k = firstOf(views, block); k < views.length && views[k].sentence.block === block; k++) {
    const s = views[k].sentence;
    if (at < s.span[0] || at >= s.span[1]) continue;
    let cue = -1;
    const source: number[] = [];
    for (let i = 0; i < s.size; i++) {
      if (s.start[i] <= at && at < s.end[i]) cue = i;
      else if (s.start[i] >= name[0] && s.end[i] <= name[1] && /[\p{L}\p{N}]/u.test(s.form[i])) source.push(i);
    }
    if (cue >= 0 && source.length === 0 && /\p{L}/u.test(s.form[cue])) source.push(cue);
    if (cue < 0 || source.length === 0) return null;
    return { draft: { view: views[k], cue, source, cueWords: [cue], content: [], odds: 9, rule }, content };
  }
  return null;
}

function firstOf(views: readonly View[], block: number): number {
  let low = 0;
  let high = views.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (views[middle].sentence.block < block) low = middle + 1;
    else high = middle;
  }
  return low;
}
