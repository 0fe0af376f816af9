// Credits at a story's end: "(Reporting by A in Paris and B; Writing by C; Editing by D and E)", with or without brackets,
// contact lines "((email; phone))", and "Associated Press writer X in Y contributed to this report."

import type { Credit } from '../records.js';
import { flat } from './lines.js';

const ROLE =
  '(?:(?:additional|further|extra|original|initial|other|with|some|more) )?(?:(?:and|video|data|graphics?) )?(?:reporting|writing|editing|compiled|translation|translated|contributions?|contributed|research|graphics?|photography|text|rewriting|reported|written|edited|filing|producing|production|contributing)(?: (?:and|&) (?:additional )?(?:reporting|writing|editing|compiling))?';
const CLAUSE = new RegExp(`^((?:${ROLE}))(?: by|:| from)\\s+`, 'i');
const OPENS = new RegExp(`^[(\\[—–*-]{0,2}\\s*(?:${ROLE})(?: by\\b|:)`, 'i');
const CONTACT = /^\(\(.{3,400}\)\)$/s;
const CONTRIBUTED = /\b(?:contributed to this (?:report|story|article)|contributed reporting)\b/i;
const REPORTED =
  /^((?:\p{Lu}[\p{L}.'’-]*(?: |, | and |, and )){1,8})reported from ((?:\p{Lu}[\p{L}.'’-]*[ ,]*)+?)\.\s+(?=\p{Lu})/u;
const SIGNED = /^\(\(?[\w.+-]+@[\w.-]+(?:[;,)\s]|$)/;

/** True for a line that begins a credit in brackets or a contact: it never goes on with the paragraph above it. */
export function opensCredits(line: string): boolean {
  return line.startsWith('(')
    ? OPENS.test(line) || /^\(\([\w.+-]+@/.test(line)
    : /^\*?[A-Z]/.test(line) && OPENS.test(line);
}

/** True when a chunk at the end of a story is a credit line. */
export function isCredits(chunk: string): boolean {
  const front = chunk.slice(0, 400);
  if (OPENS.test(front)) return chunk.length < 1500;
  if (CONTACT.test(chunk) || SIGNED.test(front)) return true;
  if (/^(?:e-?mail|tel|phone|twitter|follow)[:\s]/i.test(front) && chunk.length < 200) return true;
  return CONTRIBUTED.test(chunk) && chunk.length < 400 && !/["“]/.test(chunk);
}

/** Reads the clauses of the credits at `text.slice(start, end)`. */
export function parseCredits(text: string, start: number, end: number): Credit[] {
  const credits: Credit[] = [];
  const contributed = CONTRIBUTED.exec(text.slice(start, end));
  if (contributed && !OPENS.test(text.slice(start, Math.min(end, start + 200)))) {
    // "Domen reported from Karlov, Tarsk. Associated Press writer X in Y contributed ...": a sentence before it is read first.
    const before = REPORTED.exec(text.slice(start, start + contributed.index));
    if (before) {
      const names = before[1].split(/,? and |, /).map(flat);
      credits.push({
        role: 'reporting',
        names,
        place: flat(before[2]),
        span: [start, start + before[0].trimEnd().length],
      });
      return [...credits, ...parseCredits(text, start + before[0].length, end)];
    }
    const who = text.slice(start, start + contributed.index);
    // "Associated Press writers A in Paris and B": the trade is no name.
    const lead =
      /^[\s(—–-]*(?:the )?(?:[\p{L}.-]+ ){0,4}?(?:writers?|correspondents?|reporters?|staff)\s+/iu.exec(who)?.[0]
        .length ?? 0;
    addGroups(credits, 'contributing', text, start + lead, start + contributed.index);
    return credits;
  }
  let from = start;
  while (from < end && /[\s([—–*-]/.test(text[from])) from++;
  let role: string | null = null;
  while (from < end) {
    let to = from;
    while (
      to < end &&
      text[to] !== ';' &&
      !(
        text[to] === '.' &&
        /^\.\s+\S/.test(text.slice(to, Math.min(end, to + 4))) &&
        CLAUSE.test(flatAt(text, to + 1, end))
      )
    )
      to++;
    let a = from;
    while (a < to && /\s/.test(text[a])) a++;
    const clause = CLAUSE.exec(text.slice(a, Math.min(to, a + 120)));
    if (clause) role = flat(clause[1]).toLowerCase();
    if (role && !/@/.test(text.slice(a, to)))
      addGroups(credits, role, text, a + (clause ? clause[0].length : 0), to, clause ? a : undefined);
    from = to + 1;
  }
  return credits;
}

function flatAt(text: string, from: number, end: number): string {
  return text.slice(from, Math.min(end, from + 80)).trimStart();
}

/** One credit for each group of names that shares a place. */
function addGroups(credits: Credit[], role: string, text: string, from: number, to: number, whole = from): void {
  let end = to;
  while (end > from && /[\s.)\]]/.test(text[end - 1])) end--;
  const clause = text.slice(from, end);
  let names: string[] = [];
  let groupFrom = whole;
  let last = 0;
  const take = (a: number, b: number): void => {
    const part = flat(clause.slice(a, b));
    if (part === '') return;
    const placed = /^(.*?) (?:in|at|from|IN) (?:the )?(\p{Lu}.*)$/u.exec(part);
    const bureau = /^(?:the )?(\p{Lu}[\p{L}. ]*?) (?:bureaux?|newsroom|desk|office)s?$/iu.exec(part);
    names.push(placed ? placed[1] : part);
    if (!placed && !bureau) return;
    credits.push({ role, names, place: placed ? placed[2] : (bureau?.[1] ?? null), span: [groupFrom, from + b] });
    names = [];
    groupFrom = -1;
  };
  for (const joint of clause.matchAll(/\s*,\s*(?:and\s+)?|\s+(?:and|&|AND)\s+/g)) {
    const at = joint.index ?? 0;
    take(last, at);
    last = at + joint[0].length;
    if (groupFrom < 0) groupFrom = from + last;
  }
  take(last, clause.length);
  if (names.length > 0) credits.push({ role, names, place: null, span: [groupFrom, end] });
}
