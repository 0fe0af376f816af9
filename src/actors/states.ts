// States that no table knows: a young state, a breakaway, one of a game or exercise. A name is a state's when the dispatch gives it what
// only states have ("Borduria's foreign minister", "the Bordurian Defence Ministry", "the parliament of Borduria").

import { cityAt, matchAt, named, personsNamed } from '../gazetteer/index.js';
import type { Sentence } from '../language/index.js';
import { ofUnknownState } from './allegiance.js';
import { roleAt } from './roles.js';
import type { Unit } from './types.js';

/** What only states have, by noun: one is enough. Two different ones of the others are as good. */
const STATELY =
  /^(?:(?:deputy |vice )?(?:prime|foreign|defen[cs]e|interior|external affairs) minister|(?:foreign|defen[cs]e|interior) ministry|foreign secretary|head of state|king|queen|emperor|ambassador|embassy)$/;
const LIKELY =
  /^(?:president|government|parliament|navy|army|air force|coast guard|constitution|border guard|cabinet|senate|official|territory)$/;
const ADJECTIVE = /(?:ian|ean|an|ese|ish|i|ic)$/;
const LARGE = 50_000;

interface Sign {
  strong: number;
  readonly weak: Set<string>;
}

/** The states of a dispatch that are in no table, with their adjectives, by the words as they stand. */
export function unknownStates(
  sentences: readonly Sentence[],
  surnames: ReadonlySet<string>,
  date: string | null,
  datelines: readonly string[] = [],
): Map<string, Unit['what']> {
  const signs = new Map<string, Sign>();
  // "ORSOVAR, Velmara (Agency)": what stands behind the town of a dateline.
  for (const word of datelines)
    if (/^[A-Z][a-z]{3,}$/.test(word) && named(word).length === 0 && !matchAt([word], 0))
      signs.set(word, { strong: 1, weak: new Set() });
  for (const s of sentences) {
    const lower = s.form.map((form) => form.toLowerCase());
    for (let i = 0; i < s.size; i++) {
      if (!/^[A-Z][a-z]{3,}$/.test(s.form[i]) || (s.upos[i] !== 'PROPN' && s.upos[i] !== 'ADJ')) continue;
      const noun = owned(s, lower, i);
      if (noun === null || !isNew(s, i, surnames, date)) continue;
      const sign = signs.get(s.form[i]) ?? { strong: 0, weak: new Set() };
      if (STATELY.test(noun)) sign.strong++;
      else if (LIKELY.test(noun)) sign.weak.add(noun);
      signs.set(s.form[i], sign);
    }
  }
  return grouped(signs, sentences);
}

/** The role noun that a word owns: "X's president", "X president", "the president of X". */
function owned(s: Sentence, lower: readonly string[], i: number): string | null {
  const next = s.form[i + 1] === "'s" || s.form[i + 1] === '’s' ? i + 2 : i + 1;
  // "Borduria's new foreign minister".
  for (let at = next; at < Math.min(s.size, next + 2); at++) {
    const role = roleAt(s.form, lower, at);
    const found = role?.entry.singular ?? role?.entry.plural;
    if (found) return found.noun.toLowerCase();
    if (s.upos[at] !== 'ADJ') break;
  }
  if (lower[i - 1] !== 'of') return null;
  for (let at = Math.max(0, i - 4); at < i - 1; at++) {
    const role = roleAt(s.form, lower, at);
    if (role && at + role.length === i - 1)
      return (role.entry.singular ?? role.entry.plural)?.noun.toLowerCase() ?? null;
  }
  return null;
}

/** False for whatever a table or the dispatch itself knows as something else. */
function isNew(s: Sentence, i: number, surnames: ReadonlySet<string>, date: string | null): boolean {
  const word = s.form[i];
  if (surnames.has(word.toLowerCase()) || roleAt(s.form, [...s.form.map((form) => form.toLowerCase())], i))
    return false;
  if (matchAt(s.form, i) || named(word).length > 0 || personsNamed(word, date).length > 0) return false;
  if (
    s.names.some(
      (name) =>
        name.type !== 'LOC' && name.first <= i && name.end > i && name.end - name.first > 1 && name.type === 'ORG',
    )
  )
    return false;
  return !cityAt(s.form, i)?.entries.some(({ value }) => value.population > LARGE);
}

/** Puts names and their adjectives together and keeps those that are surely states. */
function grouped(signs: ReadonlyMap<string, Sign>, sentences: readonly Sentence[]): Map<string, Unit['what']> {
  const found = new Map<string, Unit['what']>();
  const words =
    signs.size > 0
      ? [...new Set(sentences.flatMap((s) => s.form.filter((form) => /^[A-Z][a-z]{3,}$/.test(form))))]
      : [];
  const done = new Set<string>();
  for (const word of signs.keys()) {
    if (done.has(word)) continue;
    const family = words.filter((other) => other === word || related(other, word) || related(word, other));
    let strong = 0;
    const weak = new Set<string>();
    for (const one of family) {
      done.add(one);
      strong += signs.get(one)?.strong ?? 0;
      for (const noun of signs.get(one)?.weak ?? []) weak.add(noun);
    }
    // "Velmara sent troops", and "Velmaran President Ilka Standring": a noun, its adjective and an office.
    const both = weak.size > 0 && family.some((one) => family.some((other) => related(one, other)));
    if (strong === 0 && weak.size < 2 && !both) continue;
    const name = family.find((one) => family.some((other) => related(one, other))) ?? word;
    const of = ofUnknownState(name);
    for (const one of family) {
      const adjective = family.some((other) => related(other, one)) || (family.length === 1 && one.endsWith('ian'));
      const what: Unit['what'] = adjective
        ? { is: 'demonym', of, people: false, label: one }
        : { is: 'country', of, label: name };
      found.set(one, what);
      found.set(one.toUpperCase(), what);
      if (adjective) found.set(`${one}s`, { is: 'demonym', of, people: true, label: `${one}s` });
    }
  }
  return found;
}

/** True when the second word is the adjective of the first: "Borduria", "Bordurian". */
function related(noun: string, adjective: string): boolean {
  if (!ADJECTIVE.test(adjective) || adjective.length <= noun.length) return false;
  const stem = noun.replace(/(?:ia|y|a|e|o)$/, '');
  return (
    stem.length > 3 && adjective.startsWith(stem) && adjective.length - stem.length <= 4 && adjective !== `${noun}s`
  );
}
