// Lemmas from form and Penn tag: a table of exceptions, then rules by suffix, both counted from the treebanks by training/export.py.

import type { Weights } from './weights.js';

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
  return (form, xpos, i) => {
    const short = form.length > 60 ? form.slice(-60) : form;
    const capital = i > 0 && /^\p{Lu}/u.test(short) && (short.length === 1 || short !== short.toUpperCase());
    const k = capital ? `${xpos}+` : xpos;
    const plain = short.replaceAll('\u2019', "'");
    const low = plain.toLowerCase();
    const known = odd.get(`${k}\t${low}`);
    if (known !== undefined) return known;
    for (let j = Math.min(5, low.length); j >= 0; j--) {
      const rule = rules.get(`${k}\t${low.slice(low.length - j)}`);
      if (!rule) continue;
      const base = rule[0] ? form : form.toLowerCase();
      return base.slice(0, base.length - rule[1]) + rule[2];
    }
    return form.toLowerCase();
  };
}
