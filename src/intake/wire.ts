// Wire copy and plain text into a dispatch: head, dateline, paragraphs, tables, crossheads, credits, end marks.
// Never fails: what is not recognised is a paragraph. The blocks cover the text but for white space and control characters.

import type { Block, Credit, Dispatch, DispatchDate, Span } from '../records.js';
import { isName } from './byline.js';
import { type Day, dayInName, iso, isoDay, yearBeside, yearByWeekday } from './calendar.js';
import { agencyOf } from './codebook.js';
import { isCredits, opensCredits, parseCredits } from './credits.js';
import { type Dateline, parseDateline } from './dateline.js';
import { readHead } from './head.js';
import type { Hints } from './hints.js';
import { languageOf } from './language.js';
import { type Chunk, chunksOf, settingOf } from './layout.js';
import { endsSentence, isCapitals, isSpace, linesOf } from './lines.js';

/** Lines that say no more than that the story is over, or that the agency signs it. */
const END =
  /^(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|={1,3} ?[a-z]{2,12}|\d{3,6}(?:\*{1,2}\d{3,6})+|[-–—_*#=~\s]{2,}|(?:[-–—]+ ?)?(?:reuters?|afp|ap|upi)|\W*(?:ends?|endit|item ends|enditem)\W*|\W+more\W+|-+ ?30 ?-+|-0-|#{2,}|nnnn|xxx+|_{3,}|\*{3,}|AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}.*|[a-z]{2,6}(?:[-/][a-z]{2,6}){1,5}|(?:©|\(c\)|copyright)\b.{0,200}|our standards:.{0,80}|all rights reserved.{0,80})$/i;
const SIGNATURE = /(?:[.!?)”"’']|\s{3})(\s+(?:[-–—]+ ?)?)(REUTERS?|Reuters?|ENDS?|-ENDS-|\(END\)|Enditem|AFP)$/;

/** The agency, its desk's initials and the hour: "REUTER JH/RT 2140", "AFP FD/LM 281655 GMT". */
const SIGNED = /^(\p{L}{2,10})(?: [a-z]{1,4}(?:[-/][a-z]{1,4}){0,4})?(?: \d{4,6}(?: ?(?:gmt|utc|z))?)?$/iu;

const KEYWORDS = /^Keywords?\s*:\s*(.{1,120})$/i;
/** What the desk says of the story below it: "(This story corrects paragraph 3)". */
const REMARK =
  /^\((?:This (?:story|version|refile|item|article|dispatch)|The story|Corrects|Refiles|Adds|Removes)\b[^()]{0,400}\)\.?$/i;
const RULE = /^[-–—_*#=~.\s]{2,}$/;

/** Reads wire copy or plain text into a dispatch: header, paragraphs, credits. Never fails: what is not recognised is a paragraph. */
export function dispatchOf(text: string, hints: Hints = {}): Dispatch {
  const lines = linesOf(text);
  const setting = settingOf(text, lines);
  const head = readHead(text, lines, hints, setting);
  const chunks = chunksOf(text, lines, head.next, lines.length, setting);
  const blocks: Block[] = [...head.blocks];
  const credits: Credit[] = [];
  const tail = tailOf(text, chunks);
  const dateline = findDateline(
    text,
    chunks,
    blocks.some((block) => block.kind === 'headline' || block.kind === 'byline'),
  );
  let slug = hints.slug ?? head.slug;

  chunks.forEach((chunk, i) => {
    const { start, end } = chunk;
    if (dateline && dateline.chunk === i) {
      const { span } = dateline.found;
      blocks.push({ kind: 'dateline', span: trimmed(text, span) });
      if (span[1] < end) addParagraph(span[1], end, i);
      return;
    }
    const content = text.slice(start, Math.min(end, start + 2000));
    if (i >= tail) {
      const keywords = KEYWORDS.exec(content);
      if (keywords) {
        slug = slug ?? keywords[1].trim();
        blocks.push({ kind: 'slug', span: [start, end] });
      } else if (isCredits(content)) {
        credits.push(...parseCredits(text, start, end));
        blocks.push({ kind: 'credits', span: [start, end] });
      } else if (REMARK.test(content)) blocks.push({ kind: 'note', span: [start, end] });
      else blocks.push({ kind: isEnd(content) ? 'end' : 'paragraph', span: [start, end] });
      return;
    }
    if (chunk.kind === 'table' || /^\(\$1 = .{1,100}\)$/.test(content))
      blocks.push({ kind: 'table', span: [start, end] });
    else if (chunk.kind === 'text' && isCrosshead(text, chunks, i))
      blocks.push({ kind: 'crosshead', span: [start, end] });
    else if (RULE.test(content)) blocks.push({ kind: 'end', span: [start, end] });
    else addParagraph(start, end, i);
  });

  /** A paragraph, and what the last ones of a story carry behind their last sentence. */
  function addParagraph(start: number, end: number, chunk: number): void {
    const from = chunk + 4 > tail ? creditsBehind(text, start, end) : -1;
    if (from < 0) {
      blocks.push(...paragraphAndEnd(text, start, end));
      return;
    }
    blocks.push({ kind: 'paragraph', span: trimmed(text, [start, from]) });
    credits.push(...parseCredits(text, from, end));
    blocks.push({ kind: 'credits', span: [from, end] });
  }

  const last = blocks.at(-1);
  const stamped = last?.kind === 'end' ? stampOfAp(text, last.span) : null;
  const day = dateline?.found.day ?? head.day ?? stamped;
  const daySpan = dateline?.found.day ? dateline.found.daySpan : head.day ? head.daySpan : stamped ? last!.span : null;
  const agency =
    dateline?.found.agency ?? head.agency ?? (hints.agency ? (agencyOf(hints.agency) ?? hints.agency) : null);
  return {
    id: hints.id ?? hints.source ?? 'dispatch',
    source: hints.source ?? null,
    agency: agency ?? (last?.kind === 'end' ? agencyOf(/\p{L}+/u.exec(text.slice(...last.span))?.[0] ?? '') : null),
    slug,
    headline: head.headline ?? hints.headline ?? null,
    edition: head.edition,
    editorNote: head.note,
    authors:
      head.authors.length > 0
        ? head.authors
        : (hints.authors ?? []).filter(isName).map((name) => ({ name, span: null })),
    datelinePlaces: dateline?.found.places ?? [],
    date: dateOf(text, day, daySpan, hints),
    credits,
    language: languageOf(prose(text, blocks)),
    text,
    paragraphs: blocks.filter((block) => block.kind === 'paragraph').map((block) => block.span),
    blocks,
  };
}

/** The dateline stands on the first paragraph; one that is sure may stand a few chunks below (captions, key points above it). */
function findDateline(
  text: string,
  chunks: readonly Chunk[],
  headed: boolean,
): { found: Dateline; chunk: number } | null {
  for (let i = 0; i < chunks.length && i < 8; i++) {
    const { start, end, kind } = chunks[i];
    if (kind === 'table') continue;
    const found = parseDateline(text, start, end, headed || chunks.length > 1);
    if (found && (i === 0 || found.sure)) return { found, chunk: i };
  }
  return null;
}

/** Index of the first chunk of the tail: credits, keywords and end marks, with a few loose lines (a disclaimer) behind them. */
function tailOf(text: string, chunks: readonly Chunk[]): number {
  let first = chunks.length;
  for (let i = chunks.length - 1; i > 0 && chunks.length - i <= 12; i--) {
    const content = text.slice(chunks[i].start, Math.min(chunks[i].end, chunks[i].start + 2000));
    if (isCredits(content) || isEnd(content) || KEYWORDS.test(content) || REMARK.test(content)) first = i;
    else if (first < chunks.length || chunks.length - i > 3) break;
  }
  return first;
}

/** True for a line that says no more than that the story is over. */
function isEnd(line: string): boolean {
  if (END.test(line)) return true;
  const signed = line.length < 40 ? SIGNED.exec(line) : null;
  return signed !== null && agencyOf(signed[1]) !== null && /[/\d]/.test(line);
}

/** The day of AP's last line: "AP-NY-09-12-91 1411EDT". */
function stampOfAp(text: string, [start, end]: Span): Day | null {
  const stamp = /^AP-[A-Z]{2}-(\d\d)-(\d\d)-(\d\d) \d{4}/.exec(text.slice(start, Math.min(end, start + 40)));
  if (!stamp) return null;
  const [month, day, year] = stamp.slice(1).map(Number);
  return month < 1 || month > 12 || day < 1 || day > 31 ? null : { year: year + (year < 60 ? 2000 : 1900), month, day };
}

/** Where credits in brackets begin that follow the last sentence on its own line, or -1. */
function creditsBehind(text: string, start: number, end: number): number {
  if (text[end - 1] !== ')') return -1;
  const open = text.lastIndexOf('(', end);
  for (const at of text[open - 1] === '(' ? [open - 1] : [open]) {
    if (at > start + 20 && isSpace(text.charCodeAt(at - 1)) && opensCredits(text.slice(at, Math.min(end, at + 200))))
      return at;
  }
  return -1;
}

/** Cuts an agency's signature off the last words of a paragraph. */
function paragraphAndEnd(text: string, start: number, end: number): Block[] {
  const tail = text.slice(Math.max(start, end - 24), end);
  const signature = SIGNATURE.exec(tail);
  if (!signature) return [{ kind: 'paragraph', span: [start, end] }];
  const mark = end - signature[2].length;
  return [
    { kind: 'paragraph', span: trimmed(text, [start, mark - signature[1].length]) },
    { kind: 'end', span: [mark, end] },
  ];
}

/** A short line without a full stop between two paragraphs. */
function isCrosshead(text: string, chunks: readonly Chunk[], i: number): boolean {
  const { start, end } = chunks[i];
  if (end - start > 70 || i + 1 >= chunks.length || chunks[i + 1].kind === 'table') return false;
  const content = text.slice(start, end);
  if (endsSentence(content) || /[:;,]$/.test(content) || /^["“‘']/.test(content)) return false;
  if (!/\p{L}{2}/u.test(content)) return false;
  const words = content.split(/\s+/).length;
  return (
    words <= 9 &&
    (isCapitals(content) || /^\W*[\p{Lu}\d]/u.test(content)) &&
    chunks[i + 1].end - chunks[i + 1].start > end - start
  );
}

function dateOf(text: string, day: Day | null, span: Span | null, hints: Hints): DispatchDate | null {
  const named = hints.source ? dayInName(hints.source) : null;
  const given = hints.date ? isoDay(hints.date) : null;
  const reference = given ?? named;
  const lead = span ? /^\s*[^\n]*(?:\n(?!\s*\n)[^\n]*){0,8}/.exec(text.slice(span[1], span[1] + 500))![0] : '';
  if (day) {
    if (day.year !== null) return { value: iso(day.year, day.month, day.day), known: true, basis: 'dateline', span };
    if (reference) {
      const year = yearBeside(day, reference, lead);
      return { value: iso(year, day.month, day.day), known: false, basis: 'dateline', span };
    }
    const year = yearByWeekday(day, lead, text);
    return year === null ? null : { value: iso(year, day.month, day.day), known: false, basis: 'weekday', span };
  }
  if (!reference) return null;
  return {
    value: reference,
    known: true,
    basis: given && hints.dateBasis !== 'metadata' ? 'option' : 'metadata',
    span: null,
  };
}

/** The first words of the story, without tables and names: what its language is told by. */
function prose(text: string, blocks: readonly Block[]): string {
  let found = '';
  for (const { kind, span } of blocks) {
    if (kind === 'paragraph' || kind === 'headline')
      found += `${text.slice(span[0], Math.min(span[1], span[0] + 1500))}\n`;
    if (found.length > 1500) break;
  }
  return found;
}

function trimmed(text: string, [start, end]: Span): Span {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return [from, to];
}
