// Reads PETRARCH's and PETRARCH2's dictionaries as they are: actor files ("*.actors.txt") and agent files ("*.agents.txt").
// The format is the one of the PETRARCH manual, sections on the actor and agent dictionaries: names in capitals with underscores for
// spaces, "+" before a synonym, codes in brackets with dates; "!NAME! = A, B" for substitution sets of agents.

import { ChanceryError } from '../errors.js';
import { ALWAYS, firstDay, lastDay, type Years } from './years.js';

/** A code of an actor, and when it holds. */
export interface PetrarchCode {
  /** @example "USAGOV" */
  readonly code: string;
  readonly years: Years;
}

/** An actor with its synonyms. */
export interface PetrarchActor {
  /** As in running text. @example "Barack Obama" */
  readonly names: readonly string[];
  readonly codes: readonly PetrarchCode[];
  readonly line: number;
}

/** A role noun with its forms. */
export interface PetrarchAgent {
  /** Singular, plural and what substitution makes of them, in lower case. */
  readonly forms: readonly string[];
  /** Those of the forms that stand for several. */
  readonly plurals: readonly string[];
  /** The code without the country. @example "GOV" */
  readonly sector: string;
  readonly line: number;
}

/** Words that stay small in names: dictionaries write all in capitals. */
const SMALL =
  /^(?:al|el|of|the|and|de|da|do|dos|del|der|den|van|von|bin|bint|ben|ibn|la|le|les|du|des|di|for|in|on|to|y|e)$/;
const SIGN: Readonly<Record<string, string>> = { '<': '<', '>': '>' };

function inText(name: string): string {
  return name
    .replace(/_+$/, '')
    .split(/[_ ]+/)
    .map((word) => {
      const lower = word.toLowerCase();
      if (SMALL.test(lower)) return lower;
      return lower.replace(
        /(^|[-'.])(\p{L})/gu,
        (_all, before: string, letter: string) => before + letter.toUpperCase(),
      );
    })
    .join(' ')
    .trim();
}

/** "20090120" or, as older files have it, "090120". */
function day(text: string): string | null {
  const digits = text.length === 6 ? `${Number(text.slice(0, 2)) < 40 ? '20' : '19'}${text}` : text;
  return /^\d{8}$/.test(digits) ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : null;
}

function yearsOf(restriction: string, where: string): Years {
  if (restriction === '') return ALWAYS;
  const sign = SIGN[restriction[0]];
  if (sign) {
    const at = day(restriction.slice(1).replace(/^=/, '').trim());
    if (at === null) throw new ChanceryError('E042', where, restriction);
    return sign === '<' ? { from: ALWAYS.from, until: lastDay(at) } : { from: firstDay(at), until: ALWAYS.until };
  }
  const [from, until] = restriction.split('-').map((part) => day(part.trim()));
  if (!from || !until) throw new ChanceryError('E042', where, restriction);
  return { from: firstDay(from), until: lastDay(until) };
}

function codesOf(line: string, where: string): PetrarchCode[] {
  const found: PetrarchCode[] = [];
  for (const [, inner] of line.matchAll(/\[([^\][]*)\]/g)) {
    const content = inner.trim();
    const space = content.search(/\s/);
    const code = space < 0 ? content : content.slice(0, space);
    const years = yearsOf(space < 0 ? '' : content.slice(space).trim(), where);
    for (const one of code.split('/')) if (one !== '') found.push({ code: one.toUpperCase(), years });
  }
  return found;
}

function* lines(text: string): Generator<readonly [line: number, content: string]> {
  let number = 0;
  for (const raw of text.split('\n')) {
    number++;
    const content = raw.replace(/[#;].*$/, '').trimEnd();
    if (content.trim() !== '' && !content.startsWith('<')) yield [number, content];
  }
}

/** Reads an actor file. Names without a code are left out, as PETRARCH does. Throws E042 at a date that is none. */
export function petrarchActors(text: string, file: string): PetrarchActor[] {
  const found: { names: string[]; codes: PetrarchCode[]; line: number }[] = [];
  for (const [line, content] of lines(text)) {
    const bracket = content.indexOf('[');
    const head = (bracket < 0 ? content : content.slice(0, bracket)).trim();
    const codes = bracket < 0 ? [] : codesOf(content.slice(bracket), `${file}:${line}`);
    const last = found[found.length - 1];
    if (head.startsWith('+') || head === '') {
      if (last === undefined) continue;
      if (head !== '') last.names.push(inText(head.slice(1).trim()));
      last.codes.push(...codes);
      continue;
    }
    found.push({ names: [inText(head)], codes, line });
  }
  return found.filter((actor) => actor.codes.length > 0);
}

/** Reads an agent file. */
export function petrarchAgents(text: string): PetrarchAgent[] {
  const sets = new Map<string, readonly string[]>();
  const found: PetrarchAgent[] = [];
  for (const [line, content] of lines(text)) {
    const set = /^!([A-Z_0-9]+)!\s*=\s*(.+)$/.exec(content.trim());
    if (set) {
      sets.set(
        set[1],
        set[2]
          .split(',')
          .map((word) => word.trim())
          .filter((word) => word !== ''),
      );
      continue;
    }
    const code = /\[([^\]]*)\]/.exec(content);
    if (!code) continue;
    const head = content.slice(0, code.index).trim();
    const plural = /\{([^}]*)\}/.exec(head);
    const name = (plural ? head.slice(0, plural.index) : head).trim();
    const forms = new Set<string>();
    const plurals = new Set<string>();
    const many = (form: string): void => {
      forms.add(form);
      plurals.add(form);
    };
    for (const form of expand(name, sets)) {
      // A set lists singular and plural: "OFFICER, OFFICERS".
      if (name.includes('!') && /(?:[^S]S|MEN|PEOPLE)_*$/.test(form)) many(plain(form));
      else forms.add(plain(form));
      if (!plural && !name.includes('!')) many(plain(`${form.replace(/_+$/, '')}S`));
    }
    if (plural?.[1]) for (const form of expand(plural[1].trim(), sets)) many(plain(form));
    found.push({
      forms: [...forms],
      plurals: [...plurals],
      sector: code[1].replace('~', '').trim().toUpperCase(),
      line,
    });
  }
  return found;
}

function plain(name: string): string {
  return name.replace(/_+/g, ' ').trim().toLowerCase();
}

function expand(name: string, sets: ReadonlyMap<string, readonly string[]>): string[] {
  const mark = /!([A-Z_0-9]+)!/.exec(name);
  if (!mark) return [name];
  const before = name.slice(0, mark.index);
  const after = name.slice(mark.index + mark[0].length);
  return (sets.get(mark[1]) ?? []).flatMap((word) => expand(after, sets).map((rest) => `${before}${word}${rest}`));
}
