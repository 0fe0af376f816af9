// The figures of a text as values: "1,300,000" and "1.3 mln" are one, and so are "nine" and "9". Three significant digits are kept, since a
// table tells "53,412,000" where the prose has "53.4 mln".

import { isPlain } from './words.js';

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const POWERS: Readonly<Record<string, number>> = { thousand: 3, mln: 6, million: 6, bln: 9, billion: 9, trillion: 12 };
const valueAfter = (letter: string, flags: string): RegExp =>
  new RegExp(
    `(?<![${letter}\\d])(\\d+(?:,\\d{3})*(?:\\.\\d+)?|${WORDS.join('|')})(?![${letter}\\d])(?:-(\\d+)/(\\d+))?(?:[\\s-]+(${Object.keys(POWERS).join('|')})\\b)?`,
    flags,
  );
const VALUE = valueAfter('\\p{L}', 'giu');
/** The same of a text in ASCII, found several times as fast. */
const PLAIN_VALUE = valueAfter('a-z', 'gi');

/** The values of a text, each with what it weighs as evidence: hardly two companies earn 1,356,000, but many pay five cents. */
export function valuesOf(text: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [, written, over, under, power] of text.matchAll(isPlain(text) ? PLAIN_VALUE : VALUE)) {
    const spelled = WORDS.indexOf(written.toLowerCase());
    const number =
      (spelled >= 0 ? spelled : Number(written.replaceAll(',', ''))) + (over ? Number(over) / Number(under) : 0);
    const value = number * 10 ** (POWERS[power?.toLowerCase() ?? ''] ?? 0);
    if (!Number.isFinite(value) || value === 0) continue;
    const [digits, exponent] = value.toExponential(2).split('e');
    const key = `${digits}e${Number(exponent)}`;
    const weight = /^19[5-9]\d$|^20\d\d$/.test(written) ? 0.15 : spelled >= 0 ? 0.25 : weightOf(digits);
    found[key] = Math.max(found[key] ?? 0, weight);
  }
  return found;
}

/** By significant digits. */
function weightOf(digits: string): number {
  const significant = digits.replace(/\D/g, '').replace(/0+$/, '').length;
  return significant <= 1 ? 0.35 : significant === 2 ? 0.7 : 1.2;
}
