// The head of a dispatch: everything above the story's first paragraph, line by line.
// Slug, edition mark, headline, note in brackets, key points, by-line, in any order that agencies use.

import type { Author, Block, Edition, Span } from '../records.js';
import { parseByline } from './byline.js';
import { type Day, parseDay } from './calendar.js';
import { agencyOf, endsAsSource } from './codebook.js';
import { parseDateline } from './dateline.js';
import { editionOfLine, parseEdition } from './edition.js';
import type { Hints } from './hints.js';
import { BULLET, type Setting } from './layout.js';
import { endsSentence, flat, isCapitals, type Line } from './lines.js';

export interface Head {
  readonly blocks: readonly Block[];
  readonly slug: string | null;
  readonly headline: string | null;
  readonly edition: Edition | null;
  readonly note: string | null;
  readonly authors: readonly Author[];
  readonly agency: string | null;
  readonly day: Day | null;
  readonly daySpan: Span | null;
  /** The first line that belongs to the story. */
  readonly next: number;
}

/** A head is no longer than this many lines with something in them. */
const MOST = 24;
const SLUG =
  /^(?:[A-Z]{2}[-–])?[A-Z0-9][A-Za-z0-9.&']*(?:[-–/][A-Za-z0-9.&']+)*[-–/]?(?:\s*,?\s*\(?(?:\d(?:st|nd|rd|th) L[Dd]|UPDATE|URGENT|Bjt|Writethru).{0,30})?(?:\s*\([A-Z0-9 ]{3,20}\))?(?:,\s*\d{3,4}<?)?$/;
/** "ZCZC LNB214", "FRENCH0147", "QQQQ": what the line opens with and counts its messages by. */
const TELEX = /^(?:ZCZC\b.{0,40}|[A-Z]{2,8} ?\d{3,5}|([A-Z])\1{3})$/;
const KEYWORDS = /^\(?(?:Keywords?|Slug|Topics?|Subjects?)\s*:\s*(.{1,120}?)\)?$/i;
const STAMP =
  /^(?:(?:last )?(?:updated|published|posted|modified|issued|first published|date)(?: on| at)?:?\s+)?(.{6,60})$/i;
const NOTE_OPENS =
  /^\((?:adds?|recasts?|updates?|correct(?:s|ed|ing|ion)|refiles?|repeats?|new |writes?|rewrites?|releads?|clarif|remov|fix|edits?|changes?|inserts?|with(?:draws| |out)|delet|drops?|embargo|eds?\b|editors?|note|for |this |in |the |a |an |no |see|also|refers|background|details|previous|earlier|full|first|by )/i;
const EDITORS = /^(?:Eds?\.?|Editors?|Editor['’]s note|Note to editors|Ed note)\s*[:.]\s/i;

export function readHead(text: string, lines: readonly Line[], hints: Hints, setting: Setting): Head {
  const blocks: Block[] = [];
  const authors: Author[] = [];
  let slug: string | null = null;
  let headline: string | null = null;
  let edition: Edition | null = null;
  let note: string | null = null;
  let agency: string | null = null;
  let day: Day | null = null;
  let daySpan: Span | null = null;
  let i = skipBlank(lines, 0);
  const add = (kind: Block['kind'], start: number, end: number) => blocks.push({ kind, span: [start, end] });
  // How far the headline of the metadata reaches, when the text begins with it.
  const given = hints.headline ? titleEnd(text, lines, i, hints.headline) : -1;

  for (let seen = 0; i < lines.length && seen < MOST; seen++) {
    const line = lines[i];
    const content = text.slice(line.start, Math.min(line.end, line.start + 600));
    const last = skipBlank(lines, i + 1) >= lines.length;
    if (headline === null && given > i) {
      const end = lines[given - 1].end;
      const marked = parseEdition(text, line.start, end);
      headline = addHeadline(line.start, end, marked);
      i = skipBlank(lines, given);
      continue;
    }
    const byline = last ? null : parseByline(text, line.start, line.end);
    if (byline) {
      authors.push(...byline.authors);
      agency = agency ?? byline.agency;
      add('byline', line.start, line.end);
      i = skipBlank(lines, i + 1);
      continue;
    }
    // Under a by-line: "Associated Press Writer", "Reuters".
    if (
      blocks.at(-1)?.kind === 'byline' &&
      content.length < 50 &&
      agencyOf(content.replace(/ (?:staff )?(?:writers?|correspondents?)$/i, ''))
    ) {
      agency = agency ?? agencyOf(content.replace(/ (?:staff )?(?:writers?|correspondents?)$/i, ''));
      add('byline', line.start, line.end);
      i = skipBlank(lines, i + 1);
      continue;
    }
    const opening = parseDateline(text, line.start, paragraphEnd(lines, i), true);
    // One that goes on into a line which is a dateline by itself has taken a headline for places.
    const next = lines[i + 1];
    const mistaken =
      opening && opening.span[1] > line.end && parseDateline(text, next.start, paragraphEnd(lines, i + 1), true)?.sure;
    if (opening && !mistaken) break;
    const keywords = KEYWORDS.exec(content);
    if (keywords) {
      slug = slug ?? flat(keywords[1]);
      add('slug', line.start, line.end);
      i = skipBlank(lines, i + 1);
      continue;
    }
    const noteEnd = endOfNote(text, lines, i, headline !== null || edition !== null);
    if (noteEnd > i && !last) {
      const end = lines[noteEnd - 1].end;
      note =
        note ??
        flat(text.slice(line.start, end))
          .replace(/^\(+|\)+$/g, '')
          .replace(EDITORS, '')
          .replace(/\.$/, '');
      add('note', line.start, end);
      i = skipBlank(lines, noteEnd);
      continue;
    }
    const stamped = last ? null : stampOf(content);
    if (stamped) {
      day = day ?? stamped;
      daySpan = daySpan ?? [line.start, line.end];
      add('dateline', line.start, line.end);
      i = skipBlank(lines, i + 1);
      continue;
    }
    // The telex's own lines: its opening and number, then the version, alone on a line above the headline.
    if (headline === null && !last && TELEX.test(content)) {
      add('slug', line.start, line.end);
      i = skipBlank(lines, i + 1);
      continue;
    }
    const version = headline === null && !last ? editionOfLine(text, line.start, line.end) : null;
    if (version) {
      edition = edition === null || edition.kind === 'alert' ? version : edition;
      add('edition', line.start, line.end);
      i = skipBlank(lines, i + 1);
      continue;
    }
    if (headline === null && !last && isSlug(content)) {
      slug = slug ?? flat(content).replace(/<$/, '');
      edition = edition ?? editionOfSlug(text, line.start, line.end);
      add('slug', line.start, line.end);
      i = skipBlank(lines, i + 1);
      continue;
    }
    if (headline === null) {
      const end = endOfHeadline(text, lines, i, setting, given >= 0 || hints.headline === undefined);
      if (end < 0) break;
      const stop = lines[end - 1].end;
      const bracket = /\s(\((?:adds?|recasts?|updates?|corrects?)\b[^()]{3,200}\))$/i.exec(
        text.slice(Math.max(line.start, stop - 220), stop),
      );
      const cut = bracket ? stop - bracket[1].length : stop;
      let to = cut;
      while (to > line.start && text[to - 1] <= ' ') to--;
      headline = addHeadline(line.start, to, parseEdition(text, line.start, to));
      if (bracket) {
        note = bracket[1].slice(1, -1);
        add('note', cut, stop);
      }
      i = skipBlank(lines, end);
      continue;
    }
    // Key points stand between the headline and the by-line.
    if (BULLET.test(content) && (content.startsWith('*') || content.startsWith('•'))) {
      let end = i + 1;
      while (
        end < lines.length &&
        lines[end].start < lines[end].end &&
        lines[end].indent > line.indent &&
        setting.wrapped
      )
        end++;
      add('paragraph', line.start, lines[end - 1].end);
      i = skipBlank(lines, end);
      continue;
    }
    break;
  }
  return { blocks, slug, headline, edition, note, authors, agency, day, daySpan, next: i };

  function addHeadline(start: number, end: number, marked: ReturnType<typeof parseEdition>): string {
    if (!marked) {
      addWithSource(start, end);
      return flat(text.slice(start, end));
    }
    edition = edition === null || edition.kind === 'alert' ? marked.edition : edition;
    const [from, to] = marked.headline;
    const trimmed = trimEnd(text, start, from);
    if (trimmed > start) add('edition', start, trimmed);
    addWithSource(from, to);
    let behind = to;
    while (behind < end && text[behind] <= ' ') behind++;
    if (behind < end) add('edition', behind, end);
    return flat(text.slice(from, to));
  }

  function addWithSource(start: number, end: number): void {
    const dash = sourceOfHeadline(text, start, end);
    add('headline', start, dash < 0 ? end : trimEnd(text, start, dash));
    if (dash >= 0) add('attribution', dash, end);
  }
}

/** Where the dash stands that parts a headline from its source ("... -diplomats", "... – Syrian state media"), or -1. */
function sourceOfHeadline(text: string, start: number, end: number): number {
  const from = Math.max(start, end - 48);
  const tail = /\s([-–—]{1,2})(\s?)([^-–—:;,"“”]{2,40})$/u.exec(text.slice(from, end));
  if (!tail || from + tail.index <= start + 12) return -1;
  const words = flat(tail[3]);
  if (words.split(' ').length > 4 || /\d/.test(words)) return -1;
  const joined = tail[2] === '' && tail[1] === '-';
  return joined || endsAsSource(words) || agencyOf(words) ? from + tail.index + 1 : -1;
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text[at - 1] <= ' ') at--;
  return at;
}

export function skipBlank(lines: readonly Line[], from: number): number {
  let i = from;
  while (i < lines.length && lines[i].start === lines[i].end) i++;
  return i;
}

/** The day of a line that holds nothing else: "Published: December 30, 2021 6:45 PM GMT". */
function stampOf(line: string): Day | null {
  const stamp = line.length < 90 ? STAMP.exec(line) : null;
  return stamp ? parseDay(flat(stamp[1]).replace(/^\w+, (?=\w+ \d)/, '')) : null;
}

/** Offset behind the last line before the next blank one, a few lines on at most. */
function paragraphEnd(lines: readonly Line[], i: number): number {
  let end = i;
  while (end + 1 < lines.length && end < i + 4 && lines[end + 1].start < lines[end + 1].end) end++;
  return lines[end].end;
}

/** "UKRAINE-CRISIS/BIDEN-PUTIN", "AM-Iran-Gulf, 1st Ld-Writethru,0650": joined words, or one word in capitals with a slash. */
function isSlug(line: string): boolean {
  if (line.length > 80 || line.length < 3 || !SLUG.test(line)) return false;
  return (
    /[-/–]/.test(line) && (isCapitals(line.replace(/\(.*\)|,.*/g, '')) || /^[A-Z]{2}-/.test(line) || line.endsWith('/'))
  );
}

/** "AM-Iran-Gulf, 2nd Ld-Writethru,0650" is the second update of its story. */
function editionOfSlug(text: string, start: number, end: number): Edition | null {
  const lead = /\b(\d{1,2})(?:st|nd|rd|th) L(?:d|D|ead|EAD)\b/.exec(text.slice(start, end));
  if (!lead) return null;
  return { kind: 'update', number: Number(lead[1]), span: [start + lead.index, start + lead.index + lead[0].length] };
}

/** The line behind a note that begins at line `i`, or `i`. The whole note stands in brackets, or behind "Eds:". */
function endOfNote(text: string, lines: readonly Line[], i: number, headed: boolean): number {
  const first = text.slice(lines[i].start, Math.min(lines[i].end, lines[i].start + 40));
  if (EDITORS.test(first)) {
    let end = i + 1;
    while (
      end < lines.length &&
      end < i + 6 &&
      lines[end].start < lines[end].end &&
      lines[end].indent <= lines[i].indent &&
      !/^By /i.test(text.slice(lines[end].start, lines[end].start + 3))
    )
      end++;
    return end;
  }
  if (!first.startsWith('(') || first.startsWith('((') || !(headed || NOTE_OPENS.test(first))) return i;
  let depth = 0;
  for (let at = i; at < lines.length && at < i + 8; at++) {
    const line = lines[at];
    if (line.start === line.end) return i;
    for (let k = line.start; k < line.end && k < lines[i].start + 1500; k++) {
      if (text[k] === '(') depth++;
      else if (text[k] === ')' && --depth === 0)
        return k === line.end - 1 || /^\.?$/.test(text.slice(k + 1, line.end)) ? at + 1 : i;
    }
  }
  return i;
}

/** The line behind a headline that begins at line `i`, or -1 when it is none. */
function endOfHeadline(text: string, lines: readonly Line[], i: number, setting: Setting, free: boolean): number {
  const line = lines[i];
  const content = text.slice(line.start, line.end);
  if (content.length > 300) return -1;
  const after = skipBlank(lines, i + 1);
  const marked = parseEdition(text, line.start, line.end);
  if (after >= lines.length) return marked && !endsSentence(content) ? i + 1 : -1;
  if (!free && !marked) return -1;
  // The lines up to the next blank line, note, by-line, dateline or indented line.
  let end = i + 1;
  while (end < lines.length && end < i + 4 && lines[end].start < lines[end].end) {
    const next = lines[end];
    const start = text.slice(next.start, next.start + 12);
    if (
      /^[(*•]|^by /i.test(start) ||
      EDITORS.test(start) ||
      parseDateline(text, next.start, paragraphEnd(lines, end), true)
    )
      break;
    if (next.indent > line.indent + 1 && line.indent === 0) break;
    if (stampOf(text.slice(next.start, Math.min(next.end, next.start + 100)))) break;
    end++;
  }
  const block = flat(text.slice(line.start, lines[end - 1].end));
  const parted = end >= lines.length || lines[end].start === lines[end].end || end === i + 1 || !setting.wrapped;
  if (isCapitals(content)) {
    let stop = i + 1;
    while (stop < end && isCapitals(text.slice(lines[stop].start, lines[stop].end))) stop++;
    return stop;
  }
  if (marked && end - i <= 3 && block.length < 220 && !endsSentence(block)) return end;
  if (marked) return i + 1;
  if (/^["“]?\p{Ll}/u.test(content)) return -1;
  if (end === i + 1 || !setting.wrapped) {
    if (!setting.wrapped || parted) {
      const next = lines[after];
      const adjoining = after === i + 1;
      if (setting.wrapped && adjoining && next.indent <= line.indent && end > i + 1) return -1;
      return isHeadline(content) && (!adjoining || end === i + 1 || next.end - next.start > content.length)
        ? i + 1
        : -1;
    }
    return -1;
  }
  return end - i <= 3 && block.length < 160 && end < lines.length && isHeadline(block) && after !== end ? end : -1;
}

const SMALL = /^(?:a|an|the|and|or|but|of|in|on|at|to|for|from|by|with|as|is|vs|over|after|into|its)$/i;

/** Short, and no sentence: it ends without a full stop, or most of its words are in capitals as titles write them. */
function isHeadline(line: string): boolean {
  if (line.length > 200) return false;
  const words = line.split(/\s+/);
  if (words.length > 30) return false;
  if (!endsSentence(line) && !/[:;,]$/.test(line)) return true;
  if (/[:;,]$/.test(line)) return false;
  const long = words.filter((word) => /\p{L}/u.test(word) && !SMALL.test(word));
  const raised = long.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
  return words.length <= 24 && long.length >= 3 && raised.length >= long.length * 0.85;
}

/** The line behind the given headline when the text begins with it, else -1. */
function titleEnd(text: string, lines: readonly Line[], i: number, title: string): number {
  const wanted = flat(title);
  if (wanted === '' || i >= lines.length) return -1;
  for (let end = i + 1; end <= lines.length && end <= i + 6; end++) {
    const here = flat(text.slice(lines[i].start, lines[end - 1].end));
    if (here === wanted) return end;
    if (here.length >= wanted.length) return -1;
  }
  return -1;
}
