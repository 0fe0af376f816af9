// Lemmas from form and Penn tag: a table of exceptions, then rules by suffix, both counted from the treebanks by training/export.py.

import { Kept } from './kept.js';
import { hasVector, type Weights } from './weights.js';

/** Half of the words that are kept of a tag. */
const KEPT = 2048;

type Rule = readonly [keep: boolean, cut: number, add: string];

/** Gives the lemma of the word at position `i` of its sentence. */
export type Lemmatise = (form: string, xpos: string, i: number) => string;

export function lemmatiser(source: Weights): Lemmatise {
  const rules = new Map<string, Rule>();
  for (const line of source.lemmas.split('\n')) {
    const [k, suffix, keep, cut, add] = line.split('\t');
    rules.set(`${k}\t${suffix}`, [keep === '1', Number(cut), add]);
  }
  const odd = new Map<string, string>();
  for (const line of source.odd.split('\n')) {
    const at = line.lastIndexOf('\t');
    odd.set(line.slice(0, at), line.slice(at + 1));
  }
  // By tag, since a map asks for a string's hash only once: the words of a text are asked for as they are.
  const first = new Map<string, Kept<string>>();
  const later = new Map<string, Kept<string>>();
  return (form, xpos, i) => {
    if (form.length > 40) return find(form, xpos, i);
    const byTag = i > 0 ? later : first;
    let kept = byTag.get(xpos);
    if (kept === undefined) {
      kept = new Kept(KEPT);
      byTag.set(xpos, kept);
    }
    let lemma = kept.get(form);
    if (lemma === undefined) {
      lemma = find(form, xpos, i);
      kept.set(form, lemma);
    }
    return lemma;
  };

  function find(form: string, xpos: string, i: number): string {
    const short = form.length > 60 ? form.slice(-60) : form;
    const verb = xpos[0] === 'V';
    const capital = !verb && i > 0 && /^\p{Lu}/u.test(short) && (short.length === 1 || short !== short.toUpperCase());
    const k = capital ? `${xpos}+` : xpos;
    const plain = short.replaceAll('\u2019', "'");
    const low = plain.toLowerCase();
    const known = odd.get(`${k}\t${low}`);
    if (known !== undefined) return known;
    for (let j = Math.min(5, low.length); j >= 0; j--) {
      const rule = rules.get(`${k}\t${low.slice(low.length - j)}`);
      if (!rule) continue;
      const base = rule[0] ? form : form.toLowerCase();
      const lemma = base.slice(0, base.length - rule[1]) + rule[2];
      return verb && !hasVector(source, lemma) ? mend(lemma) : lemma;
    }
    return form.toLowerCase();
  }

  /** A verb's lemma that is no word, mended when that makes one: "provok" + e, "smel" + l, "traveling" and so on. */
  function mend(lemma: string): string {
    const last = lemma.slice(-1);
    for (const other of [
      `${lemma}e`,
      lemma + last,
      lemma.endsWith(last + last) ? lemma.slice(0, -1) : '',
      lemma.endsWith('e') ? lemma.slice(0, -1) : '',
    ]) {
      if (other.length > 2 && hasVector(source, other)) return other;
    }
    return lemma;
  }
}
