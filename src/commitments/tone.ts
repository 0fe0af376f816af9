// What an act that a side says it will do is to whoever is spoken to, by the verb and what it is done with: the table [tone] of codebook/commitments-tone.txt
// before the lists of single words. The classes are those of PLOVER (Halterman, Bagozzi, Beger, Schrodt, Scarborough 2023), coarsened to what decides
// between a threat, a promise and a refusal.

import { child, children, relation, type Sentence } from '../language/index.js';
import { phraseOf, type Sign, signOfClause } from './acts.js';
import { isNegated, lemma } from './clause.js';
import { table, words } from './codebook.js';

/** `none` where no table knows the act. */
export type Tone = 'harm' | 'good' | 'refuse' | 'demand' | 'goes-on' | 'over' | 'routine' | 'none';

interface Row {
  readonly tone: Tone;
  readonly verbs: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  readonly openers: ReadonlySet<string>;
  /** File and line. */
  readonly rule: string;
}

let loaded: ReadonlyMap<string, readonly Row[]> | undefined;

/** The rows by verb, in the order of the file. */
function rows(): ReadonlyMap<string, readonly Row[]> {
  if (loaded) return loaded;
  const from = table('commitments-tone.txt');
  const found = new Map<string, Row[]>();
  for (const { line, text } of from.sections.get('tone') ?? []) {
    const [tone, verbs, ...rest] = text.split('|').map((cell) => cell.trim());
    const withs = rest.join(' ').split(' ').filter(Boolean);
    const row: Row = {
      tone: tone as Tone,
      verbs: new Set(verbs.split(' ')),
      nouns: new Set(withs.filter((word) => !word.startsWith('~'))),
      openers: new Set(withs.filter((word) => word.startsWith('~')).map((word) => word.slice(1))),
      rule: `${from.file}:${line}`,
    };
    for (const verb of row.verbs) found.set(verb, [...(found.get(verb) ?? []), row]);
  }
  loaded = found;
  return found;
}

/** The row that knows the act, or null: the longest form of the verb first ("pull back" before "pull"), then the order of the file. */
export function toneRow(s: Sentence, verb: number): { readonly tone: Tone; readonly rule: string } | null {
  let governed: Governed | undefined;
  for (const phrase of phraseOf(s, verb)) {
    for (const row of rows().get(phrase) ?? []) {
      if (row.nouns.size === 0 && row.openers.size === 0) return row;
      governed ??= governedBy(s, verb);
      const noun = row.nouns.size === 0 ? false : governed.nouns.some((word) => row.nouns.has(word));
      const opener = row.openers.size === 0 ? false : governed.openers.some((word) => row.openers.has(word));
      if (!noun && !opener) continue;
      // "will take steps to reduce tariffs"
      return row.tone === 'harm' && phrase === 'take' && isEasing(s, verb) ? { tone: 'good', rule: row.rule } : row;
    }
  }
  return null;
}

/** The tone of a clause by its verb, negation left out. */
export function toneOf(s: Sentence, verb: number): Tone {
  const row = toneRow(s, verb);
  if (row && row.tone !== 'over') return row.tone;
  const sign = signOfClause(s, verb);
  return sign < 0 ? 'harm' : sign > 0 ? 'good' : 'none';
}

/** Harm or good, where the table tells one of them; else what the lists of words say. */
export function signByTone(s: Sentence, verb: number): Sign {
  const tone = toneRow(s, verb)?.tone;
  return tone === 'harm'
    ? -1
    : tone === 'good'
      ? 1
      : tone === 'over'
        ? signOfClause(s, verb) || goingOn(s, verb)
        : signOfClause(s, verb);
}

let easing: ReadonlySet<string> | undefined;

/** A purpose stands behind the act that nobody is threatened with. */
function isEasing(s: Sentence, verb: number): boolean {
  easing ??= words(table('commitments-tone.txt'), 'easing');
  for (let i = verb + 2; i < s.size && i < verb + 10; i++)
    if (/^to$/i.test(s.form[i - 1]) && s.xpos[i] === 'VB') return easing.has(lemma(s, i));
  return false;
}

interface Governed {
  readonly nouns: readonly string[];
  readonly openers: readonly string[];
}

/** Lemmas of what a verb governs, two steps down, and the openers of its obliques. */
function governedBy(s: Sentence, verb: number): Governed {
  const object = child(s, verb, 'obj', 'nsubj:pass');
  const nouns: string[] = [];
  const openers: string[] = [];
  const add = (word: number, depth: number): void => {
    nouns.push(lemma(s, word));
    if (depth > 1) return;
    for (const i of children(s, word))
      if (/^(compound|nmod|conj|amod|obj|obl|xcomp)$/.test(relation(s.deprel[i])) && s.deprel[i] !== 'nmod:poss')
        add(i, depth + 1);
  };
  for (const i of children(s, verb)) {
    const name = relation(s.deprel[i]);
    if (/^(obj|iobj|obl|xcomp|ccomp|compound|advmod)$/.test(name) || s.deprel[i] === 'nsubj:pass') {
      const aside =
        name === 'obl' && (isTime(s, i) || /^(off|from|out|of|at|near|by)$/i.test(s.form[child(s, i, 'case')] ?? ''));
      if (!aside) add(i, 0);
      if (name === 'obl' && s.upos[i] !== 'NUM' && !isTime(s, i))
        for (const k of children(s, i)) if (s.deprel[k] === 'case') openers.push(s.form[k].toLowerCase());
      if (name === 'advmod') openers.push(s.form[i].toLowerCase());
    }
  }
  if (object >= 0 && s.upos[object] === 'PROPN') nouns.push('@');
  return { nouns, openers };
}

const TIMES =
  /^(day|week|month|year|hour|minute|morning|evening|night|afternoon|noon|midnight|weekend|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|time|moment|sunrise|sunset|sundown|nightfall|dawn|dusk|deadline|hours|days|weeks)$/;

export function isTime(s: Sentence, word: number): boolean {
  return TIMES.test(lemma(s, word));
}

const DEFYING =
  /^(ignoring|defying|despite|rebuffing|rejecting|dismissing|spurning|flouting|regardless|nevertheless|nonetheless|whatever|notwithstanding)$/i;

/** True where what goes on was to end: "ignoring calls", "no matter what", "with or without a deal", "as it always had", "rather than". */
export function isDefying(s: Sentence, verb: number): boolean {
  const forms = s.form.map((form) => form.toLowerCase());
  for (let i = 0; i < s.size; i++) {
    if (i > verb && DEFYING.test(forms[i])) return true;
    const next = forms[i + 1];
    if (forms[i] === 'no' && next === 'matter') return true;
    if (forms[i] === 'with' && next === 'or' && forms[i + 2] === 'without') return true;
    if (forms[i] === 'or' && next === 'no' && i > 0 && forms[i - 1] === forms[i + 2]) return true;
    if (i > verb && forms[i] === 'all' && next === 'the' && forms[i + 2] === 'same') return true;
    if (i > verb && forms[i] === 'as' && /^(before|always|usual|planned)$/.test(next ?? '')) return true;
    if (i > verb && forms[i] === 'rather' && next === 'than') return true;
    // "where they always had", "as it had for decades"
    if (i > verb && /^(as|where)$/.test(forms[i]) && /^(had|have|has|always)$/.test(forms[i + 2] ?? '')) return true;
  }
  return false;
}

/** What goes on, by what it consists of: the sign of the verb below ("go on bombing", "keep supplying"), or of what is kept. */
export function goingOn(s: Sentence, verb: number): Sign {
  for (const i of children(s, verb)) {
    if (i < verb || !/^(xcomp|ccomp|advcl|obj|obl)$/.test(relation(s.deprel[i]))) continue;
    if (isTime(s, i)) continue;
    const sign = signOfClause(s, i) * (isNegated(s, i) ? -1 : 1);
    if (sign !== 0) return sign as Sign;
  }
  return 0;
}
