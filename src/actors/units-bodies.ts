// The names that the language core found and no table has: how far a person's name goes, what is a branch of a firm, which body a long name is.

import { matchAll } from '../gazetteer/index.js';
import type { Name, Sentence } from '../language/index.js';
import { ofCode, ofCountry } from './allegiance.js';
import { isCharge } from './charges.js';
import { isCompanyWord, namesBody } from './names.js';
import { roleAt } from './roles.js';
import type { Allegiance, Unit } from './types.js';

/** A person's name with the words that the tree joins to it. */
export function wholeName(s: Sentence, name: Name): Name {
  // "Norvex Corp." is no place.
  if (name.type === 'LOC' && name.end - name.first > 1 && isCompanyWord(s.form[name.end - 1].toLowerCase()))
    return { ...name, type: 'ORG' };
  if (name.type === 'LOC' && isBranch(s, name)) return { ...name, type: 'ORG' };
  if (name.type !== 'PER') return name;
  let end = name.end;
  while (
    end < s.size &&
    s.upos[end] === 'PROPN' &&
    s.deprel[end] === 'flat' &&
    s.head[end] >= name.first &&
    s.head[end] < end
  )
    end++;
  // "Kim You-geun": the part of a name behind its hyphen has no capital.
  while (end + 1 < s.size && isHyphen(s, end) && /^\p{L}/u.test(s.form[end + 1]) && end - name.first > 1) end += 2;
  if (end < s.size && s.form[end - 1] === '-' && s.start[end] === s.end[end - 1]) end++;
  return end === name.end ? name : { ...name, end };
}

/** What stands before a country's name and makes no firm of it: "East Timor", "mainland China", "Nazi Germany". */
const PART =
  /^(?:north|south|east|west|new|upper|lower|inner|outer|greater|great|central|mid|mainland|metropolitan|democratic|republic|united|papua|saint|st\.?|san|santa|communist|socialist|nazi|imperial|fascist|soviet|revolutionary|occupied|free|old|young|modern|ancient|colonial|french|british|dutch|portuguese|spanish|american|equatorial|sub|west-?|.*ern|.*(?:ist|ish|ian|ese|ean))$/i;

/** "Dunmore Japan": a name and a country are the branch of a firm there. */
function isBranch(s: Sentence, { first, end }: Name): boolean {
  if (end - first !== 2 || PART.test(s.form[first]) || s.xpos[first] !== 'NNP' || shouts(s, first, end)) return false;
  if (s.form[first].endsWith(',') || s.form[first].includes('.')) return false;
  const found = matchAll(s.form);
  if (found.some((match) => match.first === first)) return false;
  const land = found.find((match) => match.first === end - 1);
  return land?.length === 1 && land.entries.some(({ value }) => value.kind === 'country');
}

/** A hyphen with no space on either side. */
export function isHyphen(s: Sentence, i: number): boolean {
  return s.form[i] === '-' && s.start[i] === s.end[i - 1] && s.start[i + 1] === s.end[i];
}

/** A body of no table. Where a role noun ends its name ("Iranian Foreign Ministry") its parts say more than the whole. */
export function organisation(s: Sentence, name: Name, lower: readonly string[], table: Unit | null): Unit | null {
  const { first, end } = name;
  if (table && (table.end >= end || table.what.is === 'person')) return null;
  if (isCharge(s, first)) return null;
  // A whole headline in capitals is no name.
  if (end - first > 3 && shouts(s, first, end)) return table;
  // "NATO ULTIMATUM" in a headline of capitals: a body that we know, and a noun.
  if (table?.what.is === 'body' && shouts(s, first, end) && !namesBody(lower[end - 1])) return table;
  const genitive = lower
    .slice(first, end)
    .some((word) => word === "'" || word === '’' || word === "'s" || word === '’s');
  for (let w = first; !genitive && w < end; w++) {
    const role = roleAt(s.form, lower, w);
    // "The Computer and Business Equipment Makers Association": a name, whatever stands in it.
    if (end - first > 2 && /^(?:federation|association)$/.test(lower[end - 1])) break;
    if (role && w + role.length >= end && (role.entry.singular || role.entry.plural) && w > first) return null;
    if (role && w === first && w + role.length >= end) return null;
  }
  const of = (table && 'of' in table.what ? table.what.of : null) ?? placeAtEnd(s, first, end);
  let last = end;
  while (last < s.size && /^[A-Z]/.test(s.form[last]) && isCompanyWord(lower[last])) last++;
  return { first, end: last, what: { is: 'organisation', of } };
}

/** "Medical Relief Northern Territory": the country of the place that ends a long name. */
function placeAtEnd(s: Sentence, first: number, end: number): Allegiance | null {
  for (const match of matchAll(s.form)) {
    if (match.first + match.length !== end || match.first <= first + 1) continue;
    for (const { value } of match.entries) {
      if (value.kind === 'country') return ofCountry(value);
      if (value.kind === 'place' && value.country) return ofCode(value.country, value.name);
    }
  }
  return null;
}

/** True where the words, and those around them, are all in capitals. */
export function shouts(s: Sentence, first: number, end: number): boolean {
  for (let i = Math.max(0, first - 2); i < Math.min(s.size, end + 2); i++) if (/[a-z]{2}/.test(s.form[i])) return false;
  return true;
}
