// From lines to chunks: which lines make one paragraph. Blank lines part paragraphs; so does an indented first line in
// hard-wrapped copy (the wires of the 1980s); in copy that is not wrapped every line is a paragraph. Bullets and tables stand apart.

import { opensCredits } from './credits.js';
import { endsSentence, type Line } from './lines.js';

/** Lines `from` to `to` (exclusive) that belong together. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly kind: 'text' | 'table' | 'bullet';
}

/** How the whole text is set. */
export interface Setting {
  /** Lines were broken at a fixed width. */
  readonly wrapped: boolean;
  /** The longest line, at most 120. */
  readonly width: number;
}

export const BULLET = /^(?:[*•·●▪‣◦■–—-]|\*\*)\s+(?=\S)/;

/** Looks at neighbouring lines: when many break within a sentence, the text is hard-wrapped. */
export function settingOf(text: string, lines: readonly Line[]): Setting {
  let pairs = 0;
  let broken = 0;
  let width = 0;
  for (let i = 0; i < lines.length && i < 2000; i++) {
    const { start, end } = lines[i];
    width = Math.max(width, end - start);
    const next = lines[i + 1];
    if (start === end || !next || next.start === next.end || next.indent > lines[i].indent) continue;
    pairs++;
    if (end - start >= 120 || endsSentence(text.slice(start, end))) continue;
    // A first line set in, the next one not: the surest sign.
    if (next.indent + 2 <= lines[i].indent && end - start >= 40) broken += 2;
    else if (/^\p{Ll}/u.test(text.slice(next.start, next.start + 2))) broken++;
  }
  return { wrapped: broken > 0 && broken * 5 >= pairs, width: Math.min(width, 120) };
}

/** Cuts the lines `from` to `to` into chunks. */
export function chunksOf(text: string, lines: readonly Line[], from: number, to: number, setting: Setting): Chunk[] {
  const chunks: Chunk[] = [];
  const tabular = tableLines(text, lines, from, to);
  let open = -1;
  let kind: Chunk['kind'] = 'text';
  const close = (at: number): void => {
    if (open >= 0) chunks.push({ from: open, to: at, start: lines[open].start, end: lines[at - 1].end, kind });
    open = -1;
  };
  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (line.start === line.end) {
      close(i);
      continue;
    }
    const bullet = BULLET.test(text.slice(line.start, line.start + 4));
    const here: Chunk['kind'] = tabular[i - from] ? 'table' : bullet ? 'bullet' : 'text';
    if (open >= 0) {
      const joins =
        !opensCredits(text.slice(line.start, Math.min(line.end, line.start + 80))) &&
        (kind === 'table'
          ? here === 'table'
          : here === 'text' && continues(text, lines, i, setting, kind === 'bullet'));
      if (!joins) close(i);
    }
    if (open < 0) {
      open = i;
      kind = here;
    }
  }
  close(to);
  return chunks;
}

/** True when line `i` goes on with the paragraph of the line before it. */
function continues(text: string, lines: readonly Line[], i: number, setting: Setting, bullet: boolean): boolean {
  const line = lines[i];
  const before = lines[i - 1];
  const low = /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));
  const ended = endsSentence(text.slice(before.start, before.end));
  if (!setting.wrapped) return low && !ended && before.end - before.start < 120;
  const full = before.end - before.start + firstWord(text, line) + 1 >= setting.width - 8;
  if (bullet) return line.indent > 0 || (full && !ended) || (low && !ended);
  // An indented line opens a paragraph, but in an indented block it must also look like an opening.
  if (line.indent >= 2 && line.indent > before.indent) return false;
  if (line.indent < before.indent) return true;
  if (line.indent >= 2) return !ended && (low || full);
  return low || full || !ended;
}

function firstWord(text: string, line: Line): number {
  let at = line.start;
  while (at < line.end && text.charCodeAt(at) !== 32) at++;
  return at - line.start;
}

/** Marks the lines that are rows of figures: two in a row, one beside a heading, or one that compares ("Net 1.2 mln vs 1.1 mln"). */
function tableLines(text: string, lines: readonly Line[], from: number, to: number): boolean[] {
  const rows: boolean[] = [];
  for (let i = from; i < to; i++)
    rows.push(isRow(text.slice(lines[i].start, Math.min(lines[i].end, lines[i].start + 300))));
  const marked = rows.map(
    (row, i) => row && (rows[i - 1] === true || rows[i + 1] === true || sides(rows, lines, i, from)),
  );
  // A short heading between rows ("Nine mths", "Year ended:") belongs to the table.
  for (let i = 1; i + 1 < marked.length; i++) {
    const line = lines[from + i];
    const length = line.end - line.start;
    if (
      !marked[i] &&
      marked[i - 1] &&
      marked[i + 1] &&
      length > 0 &&
      length < 40 &&
      !endsSentence(text.slice(line.start, line.end))
    )
      marked[i] = true;
  }
  return marked;
}

/** A row beside a short heading that is itself beside a row. */
function sides(rows: readonly boolean[], lines: readonly Line[], i: number, from: number): boolean {
  const short = (k: number) => lines[from + k] !== undefined && lines[from + k].end - lines[from + k].start < 40;
  return (rows[i - 2] === true && short(i - 1)) || (rows[i + 2] === true && short(i + 1));
}

/** A row of a table: columns set apart by wide gaps, or mostly figures, and no sentence. */
function isRow(line: string): boolean {
  if (line.length < 3) return false;
  // Without a figure only a comparison is a row.
  if (!/\d|(?:^|\s)[-–.]+(?:\s|$)/.test(line) && !/ vs\.? /.test(line)) return false;
  const gaps = line.match(/\S(?:\s{3,}|\t+)(?=\S)/g)?.length ?? 0;
  const tokens = line.split(/\s+/);
  let figures = 0;
  for (const token of tokens) if (/\d/.test(token) || /^[-–.]+$/.test(token)) figures++;
  if (gaps >= 2 && figures >= 1) return true;
  if (gaps >= 1 && figures >= 1 && tokens.length <= 12 && !endsSentence(line)) return true;
  if (endsSentence(line) || line.length > 70 || tokens.length > 12) return false;
  if (/ vs\.? /.test(line) && (figures > 0 || /\b(?:nil|profit|loss|dlrs|cts|mln)\b/.test(line))) return true;
  return figures >= 2 && figures * 5 >= tokens.length * 2;
}
