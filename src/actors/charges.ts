// What ministries have charge of: "the Energy and Mines Ministry" is no firm called Energy.

import type { Sentence } from '../language/index.js';

const CHARGES = new Set(
  (
    'and energy mines mining industry industries trade commerce agriculture farm fisheries fishery forestry forests oil petroleum gas transport transportation ' +
    'communications telecommunications planning tourism health education labour labor housing environment justice culture information science technology ' +
    'economy economic economics finance interior works water power resources land lands food shipping supply development budget construction rural natural'
  ).split(' '),
);

/** "Energy and Mines Ministry": what a ministry has charge of, and no name. */
export function isCharge(s: Sentence, word: number): boolean {
  let w = word;
  while (w < s.size && w < word + 6 && CHARGES.has(s.form[w].toLowerCase())) w++;
  return w > word && /^(?:ministry|minister|ministries|department|secretariat)$/i.test(s.form[w] ?? '');
}
