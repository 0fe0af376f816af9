// Finds quotations by their marks, one block of text at a time, so that a mark that is missing spoils no more than its own block.
// Reads curly and straight double marks, ``TeX'' marks, guillemets, and single marks where they are no apostrophes.
// Usage is that of the style books: a quotation that runs over paragraphs opens in each and closes in the last.

import type { Span } from '../records.js';

/** One quotation within one block. */
export interface Quote {
  /** From the opening mark to behind the closing mark. */
  readonly span: Span;
  /** What stands between the marks. */
  readonly inner: Span;
  /** Index of the block it stands in. */
  readonly block: number;
  /** 0 for a quotation of the text itself, 1 for one inside another, and so on. */
  readonly depth: number;
  /** False when no closing mark was found; it then ends with its block, or where the next one opens. */
  readonly closed: boolean;
  /** True when it has no closing mark because the next block goes on with it. */
  readonly continues: boolean;
}

type Shape = 'double' | 'single' | 'angle';
type Turn = 'open' | 'close' | 'either';

interface Mark {
  readonly at: number;
  readonly size: number;
  readonly shape: Shape;
  readonly turn: Turn;
}

/** How many possible ends of a single-quoted passage are looked at before the best is taken; bounds the time. */
const LOOK = 12;

/** The longest single-quoted passage that is looked for, in characters. */
const FAR = 600;

/** Words that begin with an apostrophe, without it. */
const CLIPPED = /^(?:em|tis|twas|til|till|cause|bout|round|n|nuff|cuz|burbs|hood|\d0s|\d\d)(?![\p{L}\p{N}])/iu;

const LETTER = /[\p{L}\p{N}]/u;
const OPENER = /[\s([{–—/-]/;

/** Reads the quotations of `text`, block by block, in the order of their opening marks. */
export function readQuotes(text: string, blocks: readonly Span[]): Quote[] {
  const found: Quote[] = [];
  for (let block = 0; block < blocks.length; block++) {
    const first = found.length;
    readBlock(text, blocks[block], block, found);
    const next = blocks[block + 1];
    if (next === undefined || !opensWithMark(text, next)) continue;
    for (let i = first; i < found.length; i++) {
      const quote = found[i];
      if (!quote.closed && quote.depth === 0 && quote.span[1] === trimmedEnd(text, blocks[block])) {
        found[i] = { ...quote, continues: true };
      }
    }
  }
  return found;
}

/** Index of the quotation that covers `offset`, or -1. `quotes` must be in order and not overlap. Binary search. */
export function quoteAt(quotes: readonly Quote[], offset: number): number {
  let low = 0;
  let high = quotes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (quotes[middle].span[1] <= offset) low = middle + 1;
    else if (quotes[middle].span[0] > offset) high = middle - 1;
    else return middle;
  }
  return -1;
}

function opensWithMark(text: string, [start, end]: Span): boolean {
  let at = start;
  while (at < end && /\s/.test(text[at])) at++;
  return /["“„«]/.test(text[at] ?? '') || text.startsWith('``', at) || text.startsWith("''", at);
}

function trimmedEnd(text: string, [start, end]: Span): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1])) at--;
  return at;
}

function readBlock(text: string, block: Span, index: number, found: Quote[]): void {
  const end = trimmedEnd(text, block);
  const marks = marksOf(text, block[0], end);
  // Closing double marks that are still to come: tells a nested quotation from one whose end was forgotten.
  let closesAhead = 0;
  let opensAhead = 0;
  for (const mark of marks) {
    if (mark.shape === 'double' && mark.turn === 'close') closesAhead++;
    if (mark.shape === 'double' && mark.turn === 'open') opensAhead++;
  }
  const straights = marks.filter((mark) => mark.turn === 'either').length;
  let straightsSeen = 0;
  const open: { mark: Mark; slot: number }[] = [];
  const close = (slot: number, mark: Mark, innerEnd: number, outerEnd: number, closed: boolean, depth: number) => {
    found[slot] = {
      span: [mark.at, outerEnd],
      inner: [mark.at + mark.size, innerEnd],
      block: index,
      depth,
      closed,
      continues: false,
    };
  };
  const drop = (at: number) => {
    const last = open.pop()!;
    count[last.mark.shape]--;
    const stop = trimmedEnd(text, [last.mark.at + last.mark.size, at]);
    close(last.slot, last.mark, stop, stop, false, open.length);
  };
  const begin = (mark: Mark) => {
    open.push({ mark, slot: found.length });
    count[mark.shape]++;
    found.push(undefined as unknown as Quote);
  };
  const count = { double: 0, single: 0, angle: 0 };
  const top = (shape: Shape) => {
    if (count[shape] === 0) return -1;
    for (let i = open.length - 1; i >= 0; i--) if (open[i].mark.shape === shape) return i;
    return -1;
  };

  for (const mark of marks) {
    let turn = mark.turn;
    const held = top(mark.shape);
    if (mark.shape === 'double') {
      if (turn === 'open') opensAhead--;
      if (turn === 'close') closesAhead--;
      if (turn === 'either') {
        straightsSeen++;
        const looksOpen = opensAt(text, mark, block[0]) && !closesAt(text, mark, end);
        // A mark that can only open, while one is open already, with an odd number of marks left: the end was forgotten.
        turn = held < 0 ? 'open' : looksOpen && (straights - straightsSeen) % 2 === 1 ? 'open' : 'close';
        if (held < 0 && !opensAt(text, mark, block[0]) && (isInch(text, mark.at) || closesAt(text, mark, end)))
          continue;
        if (held >= 0 && turn === 'open') drop(mark.at);
      } else if (turn === 'open' && held >= 0 && closesAhead <= opensAhead + count.double) {
        while (top('double') >= 0) drop(mark.at);
      } else if (turn === 'close' && held < 0) {
        if (!opensAt(text, mark, block[0]) || closesAt(text, mark, end)) continue;
        turn = 'open';
      }
    } else if (mark.shape === 'angle' && turn === 'either') {
      turn = held >= 0 ? 'close' : 'open';
    }
    if (turn === 'open') {
      begin(mark);
      continue;
    }
    const matching = top(mark.shape);
    if (matching < 0) continue;
    while (open.length - 1 > matching) drop(mark.at);
    const last = open.pop()!;
    count[last.mark.shape]--;
    close(last.slot, last.mark, mark.at, mark.at + mark.size, true, open.length);
  }
  while (open.length > 0) drop(end);
}

/** All marks of a block in order, single ones already told from apostrophes and paired. Linear. */
function marksOf(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  const ends = singleEnds(text, start, end);
  let pointer = 0;
  let singleEnd = -1;
  for (let at = start; at < end; at++) {
    const c = text[at];
    switch (c) {
      case '“':
      case '„':
        marks.push({ at, size: 1, shape: 'double', turn: 'open' });
        break;
      case '”':
        marks.push({ at, size: 1, shape: 'double', turn: 'close' });
        break;
      case '"':
        marks.push({ at, size: 1, shape: 'double', turn: 'either' });
        break;
      case '«':
      case '»': {
        // German copy turns them about: »so«.
        const outward = c === '»' ? opensAt(text, { at, size: 1 }, start) : closesAt(text, { at, size: 1 }, end);
        const inward = c === '«' ? opensAt(text, { at, size: 1 }, start) : closesAt(text, { at, size: 1 }, end);
        const turn: Turn = outward && !inward ? 'either' : c === '«' ? 'open' : 'close';
        marks.push({ at, size: 1, shape: 'angle', turn });
        break;
      }
      case '`':
        if (text[at + 1] === '`' && at + 1 < end) marks.push({ at: at++, size: 2, shape: 'double', turn: 'open' });
        break;
      case '‘':
      case '’':
      case "'": {
        if (c !== '‘' && text[at + 1] === c && at + 1 < end) {
          marks.push({ at: at++, size: 2, shape: 'double', turn: 'either' });
          break;
        }
        if (at === singleEnd) {
          marks.push({ at, size: 1, shape: 'single', turn: 'close' });
          singleEnd = -1;
          break;
        }
        if (singleEnd >= 0 || c === '’' || !opensAt(text, { at, size: 1 }, start)) break;
        if (CLIPPED.test(text.slice(at + 1, at + 7))) break;
        while (pointer < ends.length && ends[pointer] <= at) pointer++;
        if (pointer >= ends.length || ends[pointer] > at + FAR) break;
        singleEnd = bestEnd(text, ends, pointer, nextDouble(text, at, end));
        if (singleEnd >= 0) marks.push({ at, size: 1, shape: 'single', turn: 'open' });
        break;
      }
    }
  }
  return marks;
}

/** Where a single mark can close: behind something, before no letter. */
function singleEnds(text: string, start: number, end: number): number[] {
  const ends: number[] = [];
  for (let at = start + 1; at < end; at++) {
    const c = text[at];
    if ((c === '’' || c === "'") && closesAt(text, { at, size: 1 }, end) && text[at + 1] !== c && text[at - 1] !== c)
      ends.push(at);
  }
  return ends;
}

/** The first end that is no plural's apostrophe ("the leaders’ call"), else the last that might be one. */
function bestEnd(text: string, ends: readonly number[], from: number, limit: number): number {
  let doubtful = -1;
  for (let i = from; i < ends.length && i < from + LOOK && ends[i] < limit; i++) {
    const plural = /s/i.test(text[ends[i] - 1]) && /^\s\p{Ll}/u.test(text.slice(ends[i] + 1, ends[i] + 3));
    if (!plural) return ends[i];
    doubtful = ends[i];
  }
  return doubtful;
}

/** A single-quoted passage does not run past a double mark that closes; looks no further than a long sentence. */
function nextDouble(text: string, from: number, end: number): number {
  const stop = Math.min(end, from + FAR);
  for (let at = from + 1; at < stop; at++) if (text[at] === '”') return at;
  return stop;
}

function opensAt(text: string, { at, size }: { at: number; size: number }, start: number): boolean {
  const next = text[at + size] ?? ' ';
  const before = text[at - 1] ?? ' ';
  return !/\s/.test(next) && (at === start || OPENER.test(before) || /["“”„«»‘`']/.test(before));
}

function closesAt(text: string, { at, size }: { at: number; size: number }, end: number): boolean {
  const before = text[at - 1] ?? ' ';
  const next = text[at + size] ?? ' ';
  return !/\s/.test(before) && (at + size >= end || !LETTER.test(next));
}

function isInch(text: string, at: number): boolean {
  return /\d/.test(text[at - 1] ?? '');
}
