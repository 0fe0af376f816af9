// Edition marks: what agencies write before or around a headline to tell which version of a story this is.

import type { Edition, Span } from '../records.js';

type Kind = Edition['kind'];

/** A headline cut from its mark. */
export interface Marked {
  readonly edition: Edition;
  /** Where the headline proper stands. */
  readonly headline: Span;
}

const NUMBERED: Readonly<Record<string, Kind>> = {
  UPDATE: 'update',
  UPD: 'update',
  LEAD: 'update',
  WRAPUP: 'wrapup',
  'WRAP-UP': 'wrapup',
  WRAP: 'wrapup',
  ROUNDUP: 'wrapup',
};

const PLAIN: Readonly<Record<string, Kind>> = {
  CORRECTED: 'correction',
  CORRECTION: 'correction',
  CORRECTS: 'correction',
  CORRECTING: 'correction',
  CORRECT: 'correction',
  CLARIFICATION: 'correction',
  REFILE: 'refile',
  REFILED: 'refile',
  REFILING: 'refile',
  REPEAT: 'repeat',
  REPEATING: 'repeat',
  RPT: 'repeat',
  WITHDRAWN: 'withdrawn',
  WITHDRAWAL: 'withdrawn',
  WITHDRAW: 'withdrawn',
  RETRACTED: 'withdrawn',
  RETRACTION: 'withdrawn',
  KILL: 'withdrawn',
  KILLED: 'withdrawn',
  ALERT: 'alert',
  URGENT: 'alert',
  FLASH: 'alert',
  SNAP: 'alert',
  NEWSBREAK: 'alert',
  BREAKING: 'alert',
  'BREAKING NEWS': 'alert',
  BULLETIN: 'alert',
  BRIEF: 'brief',
  ADVISORY: 'advisory',
  NOTICE: 'advisory',
};

// Labels of genre. They are no version, but they stand where versions stand and are no part of the headline.
const LABELS =
  'EXCLUSIVE FACTBOX TIMELINE CHRONOLOGY ANALYSIS INSIGHT EXPLAINER SCENARIOS PREVIEW NEWSMAKER INTERVIEW POLL FEATURE TEXT COLUMN COMMENTARY GRAPHIC INSTANT%VIEW SPECIAL%REPORT Q+A Q&A WITNESS OPINION NEWS%ANALYSIS FOCUS'
    .split(' ')
    .map((label) => label.replace('%', ' '));
for (const label of LABELS) (PLAIN as Record<string, Kind>)[label] = 'other';

const NAMES = [...Object.keys(NUMBERED), ...Object.keys(PLAIN)]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace(/[+&-]/g, '\\$&').replace(' ', '[ -]'))
  .join('|');
// "UPDATE 4-", "CORRECTED - ", "WRAPUP 3:", "(CORRECTED) ", "[Update 2] ", "2nd LD" and its kin.
const FRONT = new RegExp(`^(?:\\*\\s*)?(?:(${NAMES})(?: ?(\\d{1,2}))?\\s?(?:[-–—:>]+|\\.{3})\\s*(?=\\S))`, 'i');
const FRONT_BRACKETS = new RegExp(`^[([](${NAMES})(?: ?(\\d{1,2}))?[)\\]]\\s*[-–—:]?\\s*(?=\\S)`, 'i');
const BACK_BRACKETS = new RegExp(`\\s*[-–—]?\\s*[([](${NAMES}|LD)(?: ?(\\d{1,2}))?[)\\]]$`, 'i');
const ORDINAL = /^[([]?(\d{1,2})(?:st|nd|rd|th) (?:LD|LEAD)(?:[-–— ]?(?:WRITETHRU|WRITETHROUGH))?[)\]:\s-]+(?=\S)/i;
const BACK_ORDINAL = /[,\s]*[([](\d{1,2})(?:st|nd|rd|th) (?:LD|LEAD|UPDATE)[)\]]$/i;

/** Finds the mark of the headline at `text.slice(start, end)`, or null. Marks may follow one another: "CORRECTED-UPDATE 2-". */
export function parseEdition(text: string, start: number, end: number): Marked | null {
  let from = start;
  let to = end;
  let kind: Kind | null = null;
  let number: number | null = null;
  let span: Span | null = null;
  const take = (found: Kind, digits: string | undefined, at: Span) => {
    // A genre label gives way to a version: "EXCLUSIVE-UPDATE 1-" is an update.
    if (kind === null || (kind === 'other' && found !== 'other')) kind = found;
    if (number === null && digits) number = Number(digits);
    span = span ? [Math.min(span[0], at[0]), Math.max(span[1], at[1])] : at;
  };
  for (let turn = 0; turn < 4; turn++) {
    const rest = text.slice(from, Math.min(to, from + 60));
    const match = FRONT.exec(rest) ?? FRONT_BRACKETS.exec(rest);
    const ordinal = match ? null : ORDINAL.exec(rest);
    if (match && marksEdition(rest, match)) {
      take(kindOf(match[1]), match[2], [from, from + match[0].replace(/[\s–—:>.-]+$/, '').length]);
      from += match[0].length;
    } else if (ordinal) {
      take('update', ordinal[1], [from, from + ordinal[0].replace(/[\s:-]+$/, '').length]);
      from += ordinal[0].length;
    } else break;
  }
  const tailFrom = Math.max(from, to - 40);
  const tail = text.slice(tailFrom, to);
  const back = BACK_BRACKETS.exec(tail);
  const backOrdinal = BACK_ORDINAL.exec(tail);
  const behind = back ?? backOrdinal;
  if (behind && tailFrom + behind.index > from) {
    const open = tailFrom + behind.index + behind[0].search(/[([]/);
    if (kind === null) {
      if (back) take(kindOf(back[1]), back[2], [open, to]);
      else take('update', behind[1], [open, to]);
    }
    to = tailFrom + behind.index;
  }
  return kind === null ? null : { edition: { kind, number, span }, headline: [from, to] };
}

const ALONE = new RegExp(`^[*(-]*(${NAMES})(?: ?(\\d{1,2}))?[)*:-]*$`);
const LEAD = /^(?:(\d{1,2})(?:ST|ND|RD|TH) )?(?:LEAD|LD)(?: ?(\d))?(?: [A-Z][A-Z-]*){0,3}$/;

// Marks that are common words of a headline in capitals: "FLASH-FLOODS", "LEAD-ACID".
const COMMON =
  /^(flash|snap|kill|killed|lead|wrap|focus|text|brief|column|poll|witness|notice|feature|correct|correcting)$/i;

/** An edition's mark that is a line of its own above the headline: "URGENT", "1ST LEAD", "LEAD NIGERIA", "CORRECTION 2", or null. */
export function editionOfLine(text: string, start: number, end: number): Edition | null {
  const line = text.slice(start, end);
  const alone = ALONE.exec(line);
  if (alone) return { kind: kindOf(alone[1]), number: alone[2] ? Number(alone[2]) : null, span: [start, end] };
  const lead = LEAD.exec(line);
  if (!lead) return null;
  const number = lead[1] ?? lead[2];
  return { kind: 'update', number: number ? Number(number) : null, span: [start, end] };
}

/** A mark is in capitals, or numbered, or one that no headline uses as a common word before a colon. */
function marksEdition(rest: string, match: RegExpExecArray): boolean {
  const name = match[1];
  if (/^(lead|wrap)$/i.test(name) && !match[2] && !/^[([]/.test(match[0])) return false;
  if (COMMON.test(name) && !match[2] && /\w-$/.test(match[0]) && !/\p{Ll}/u.test(rest)) return false;
  if (name === name.toUpperCase()) return true;
  if (/^(update|upd|wrapup)$/i.test(name) && match[2]) return true;
  return (
    /^(corrected|correction|refile|retraction|clarification|withdrawn|exclusive|factbox|explainer|timeline)$/i.test(
      name,
    ) && /[):\]>-]\s*$/.test(rest.slice(0, match[0].length))
  );
}

function kindOf(name: string): Kind {
  const key = name.toUpperCase();
  return NUMBERED[key] ?? PLAIN[key] ?? PLAIN[key.replace('-', ' ')] ?? 'update';
}
