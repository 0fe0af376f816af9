// By-lines: "By Jarrett Renshaw and Vladimir Soldatkin", "By A, B and C", "BY ANN WRITER IN LONDON, Reuters", "By The Associated Press", "Special to The Courier".
// A line is a by-line only when nothing but names stands in it: "By Friday, the ships ..." is the start of a sentence.

import type { Author } from '../records.js';
import { agencyOf } from './codebook.js';
import { flat } from './lines.js';

export interface Byline {
  readonly authors: readonly Author[];
  readonly agency: string | null;
}

const NAME_WORD =
  /^(?:\p{Lu}[\p{L}'’.-]*|d'\p{Lu}\p{L}+|(?:al|el|ul|bin|ibn|bint|van|von|der|den|de|da|di|do|du|del|dos|la|le|lo|ter|ten|y|e|st|af)|(?:al|el|ul)-\p{Lu}[\p{L}'’-]*)$/u;
const PARTICLE = /^(?:al|el|ul|bin|ibn|bint|van|von|der|den|de|da|di|do|du|del|dos|la|le|lo|ter|ten|y|e|st|af)$/;
const NO_NAME =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Ramadan|The|A|An|This|That|Then|Now|Contrast|Comparison|Midday|Noon)$/i;
// A desk or a trade, not a person: "Staff Writer", "Our Foreign Staff", "Diplomatic Correspondent".
const DESK =
  /\b(?:staff|bureau|desk|service|agenc(?:y|ies)|news|team|press|newsroom|analyst|columnist|writers|correspondents|reporters|editors)\b|\b(?:our|chief|senior|special|foreign|diplomatic|political|defen[cs]e|security|business|economics|\w+ affairs) (?:writer|correspondent|reporter|editor)\b/i;

/** Reads the line `text.slice(start, end)` as a by-line, or gives null. */
export function parseByline(text: string, start: number, end: number): Byline | null {
  const line = text.slice(start, end);
  if (line.length > 240) return null;
  const special = /^special to (?:the )?(\p{Lu}[^.!?]{2,50})$/iu.exec(line);
  if (special) return { authors: [], agency: agencyOf(special[1]) };
  const by = /^(?:By|BY|by|Reported by|Story by|Words by)[:\s]\s*(?=\S)/.exec(line);
  if (!by) return null;
  const authors: Author[] = [];
  let agency: string | null = null;
  let last = by[0].length;
  const take = (from: number, to: number): boolean => {
    let a = from;
    let b = to;
    while (a < b && /[\s,;|]/.test(line[a])) a++;
    while (b > a && /[\s,;|]/.test(line[b - 1])) b--;
    if (a === b) return true;
    const part = flat(line.slice(a, b));
    const known = agencyOf(part.replace(/ (?:staff|writers?|correspondents?|reporters?)$/i, ''));
    if (known) {
      agency = agency ?? known;
      return true;
    }
    const placed = / (?:in|IN|at|from) (?=\p{Lu})/u.exec(part);
    const name = placed ? part.slice(0, placed.index) : part;
    if (DESK.test(name)) return authors.length > 0 || agency !== null || name.split(' ').length <= 5;
    if (!isName(name)) return authors.length > 0 && /^(?:[A-Z][\w.'-]*\s?){1,4}$/.test(part) && from !== last;
    const at = line.indexOf(name.split(' ')[0], a);
    const spanEnd = placed ? a + line.slice(a, b).search(/\s(?:in|IN|at|from)\s/) : b;
    authors.push({ name, span: [start + at, start + spanEnd] });
    return true;
  };
  for (const joint of line
    .slice(last)
    .matchAll(/\s*(?:,|;|\||\/)\s*(?:and\s|AND\s|&\s)?\s*|\s+(?:and|AND|&|with)\s+/g)) {
    const at = by[0].length + (joint.index ?? 0);
    if (!take(last, at)) return null;
    last = at + joint[0].length;
  }
  if (!take(last, line.length)) return null;
  return authors.length > 0 || agency !== null || DESK.test(line) ? { authors, agency } : null;
}

/** Two to five words, each as a name is written, none of them a day or an article. One word is too little to tell. */
export function isName(name: string): boolean {
  const words = name.split(' ');
  if (words.length < 2 || words.length > 6) return false;
  return (
    words.every((word) => NAME_WORD.test(word) && !NO_NAME.test(word)) &&
    !PARTICLE.test(words[words.length - 1]) &&
    !/[.]{2}|[^A-Z]{2}\.$/.test(name.replace(/\b(?:Jr|Sr)\.$/, ''))
  );
}
