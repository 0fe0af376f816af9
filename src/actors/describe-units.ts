// Countries, seats of power, bodies and towns as phrases of their own, and those that stand before an ordinary noun ("U.S.-Russia talks").

import type { Sentence } from '../language/index.js';
import { blank } from './blank.js';
import { type Found, named, organisation, role } from './describe.js';
import { actsHere, isScene, textOf } from './grammar.js';
import { roleAt } from './roles.js';
import { belongs } from './title.js';
import type { Chunk, Description, Unit } from './types.js';
import type { Units } from './units.js';

/** A country, its people, a seat of power, a body of the tables. */
export function ofUnit(s: Sentence, chunk: Chunk, unit: Unit, own: readonly Unit[]): Description | null {
  const { what } = unit;
  if (!('of' in what) || !what.of) return null;
  if (own.length > 1 && own.slice(0, -1).some((one) => one.what.is === 'country') && what.is !== 'body') return null;
  if (what.is === 'demonym' && !what.people && s.upos[unit.end - 1] === 'ADJ' && s.upos[chunk.inner] !== 'DET')
    return null;
  const label = 'label' in what ? what.label : null;
  // "the sacrifices Arland is making": two phrases that the tree has not told apart.
  if (what.is !== 'body') {
    for (let i = unit.first - 1; i >= chunk.inner; i--) {
      if (s.upos[i] === 'NOUN' && s.deprel[i] !== 'compound' && s.deprel[i] !== 'nmod:desc') {
        return ofUnit(s, { ...chunk, first: unit.first, inner: unit.first, head: unit.end - 1 }, unit, [unit]);
      }
    }
  }
  if (what.is === 'body') {
    // "The Houthis", "the Serbs": a body that is spoken of as many.
    const plural = /^NNP?S$/.test(s.xpos[unit.end - 1]) && /s$/.test(s.form[unit.end - 1]) && what.of.sector === 'REB';
    const description = blank(s, 'body', chunk.first, chunk.end, chunk.head, { name: label, definite: true, plural });
    description.of = what.of;
    description.sector = what.of.sector;
    description.basis = `table: ${what.of.name}`;
    return description;
  }
  if (what.is === 'demonym' && unit.first > 0 && s.form[unit.first - 1].toLowerCase() === 'ethnic') {
    return minority(s, chunk);
  }
  const scene = (what.is === 'capital' || what.is === 'place') && isScene(s, chunk.head, chunk.first);
  const acts = what.is === 'seat' || (what.is === 'capital' && !scene && actsHere(s, chunk.head, chunk.first));
  // "The Serbs", "Iranians": people, though their country stands for them.
  const plural = what.is === 'demonym' && what.people && /^NN(?:P?S)$/.test(s.xpos[unit.end - 1]);
  const description = blank(s, 'country', chunk.first, chunk.end, chunk.head, {
    name: label,
    definite: true,
    scene,
    plural,
  });
  description.of = what.of;
  description.sector = acts ? what.of.sector : null;
  if (what.is === 'country' && /(?:Authority|Government)$/i.test(s.form[unit.end - 1])) description.sector = 'GOV';
  description.known = what.is === 'country' || what.is === 'demonym';
  description.basis =
    what.is === 'country' || what.is === 'demonym' ? `name: ${label}` : `${what.is}: ${label} = ${what.of.name}`;
  return description;
}

/** "Ethnic Albanians": people of the country where they live, which the context may tell. */
function minority(s: Sentence, chunk: Chunk): Description | null {
  const found = roleAt(['minority'], ['minority'], 0)?.entry.singular;
  if (!found) return null;
  const description = blank(s, 'role', chunk.first, chunk.end, chunk.head, { plural: true, definite: false });
  description.role = found;
  description.sector = found.sector;
  description.roleText = textOf(s, chunk.inner, chunk.end);
  description.basis = `words: ${description.roleText}`;
  return description;
}

/** Countries, bodies and groups before an ordinary noun ("U.S.-Russia talks", "rebel attack"): each stands for itself. */
export function describeParts(s: Sentence, units: Units, chunk: Chunk, own: readonly Unit[]): Found[] {
  const found: Found[] = [];
  for (let k = 0; k < own.length; k++) {
    const unit = own[k];
    const next = own[k + 1];
    // "Iranian navy attack": the country belongs to the role that follows it.
    if (
      next?.what.is === 'role' &&
      next.first === unit.end &&
      unit.what.is !== 'role' &&
      next.what.role.kind !== 'thing'
    )
      continue;
    const head = unit.end - 1;
    if (unit.what.is === 'role') {
      const { role: noun } = unit.what;
      if (noun.kind === 'thing' || (noun.kind === 'person' && !noun.local) || noun.bound) continue;
      // "A press conference", "a television interview": nobody's.
      if (noun.sector === 'JRN' && !/^(?:report|crew|team|station|channel)$/.test(s.lemma[chunk.head])) continue;
      // "A military intervention": the adjective.
      if (unit.what.modifier && s.upos[unit.end - 1] === 'ADJ') continue;
      // "Passenger cars", "the commission surplus": no people before such nouns, and no body.
      if (noun.noun === 'commission' && /^c/.test(s.form[unit.first])) continue;
      if (
        noun.sector === 'CVL' &&
        !/^(?:protest|demonstration|march|riot|strike|death|casualty|attack|group|leader|union|uprising|revolt|unrest|anger|killing)$/.test(
          s.lemma[chunk.head],
        )
      )
        continue;
      // "The resistance power of its army": a quality.
      if (noun.noun === 'resistance' && s.form[unit.first] === 'resistance') continue;
      // "A minority stake" is nobody's.
      if (noun.noun === 'minority' || noun.noun === 'community') continue;
      let from = k;
      while (from > 0 && own[from - 1].end === own[from].first && own[from - 1].what.is !== 'role') from--;
      const first = own[from].first;
      const description = role(s, units, first, first, unit.end, head, own.slice(from, k + 1));
      if (description) found.push({ inner: first, description });
      continue;
    }
    const part: Chunk = { ...chunk, first: unit.first, inner: unit.first, end: unit.end, head, owner: -1 };
    if (unit.what.is === 'person') {
      found.push({ inner: unit.first, description: named(s, units, part, [], unit.first, unit.what.holders) });
    } else if (unit.what.is === 'organisation') {
      found.push({ inner: unit.first, description: organisation(s, part, unit, []) });
    } else if (belongs(s, unit) && 'of' in unit.what && !inFirmName(s, units, chunk, unit)) {
      const description = attributive(s, part, unit, chunk.head);
      if (description) found.push({ inner: unit.first, description });
    }
  }
  return found;
}

/** "Arland Video is closely held": a country or town before names that nobody knows, at the end of the phrase, is part of a name. */
function inFirmName(s: Sentence, units: Units, chunk: Chunk, unit: Unit): boolean {
  if (chunk.end === unit.end || unit.what.is === 'body') return false;
  for (let i = unit.end; i < chunk.end; i++) {
    if (units.at[i] >= 0 || !/^[A-Z][a-z]+$/.test(s.form[i])) return false;
  }
  // In a headline every word has its capital.
  let plain = 0;
  for (let i = 0; i < s.size; i++) if (/^[a-z]{4}/.test(s.form[i])) plain++;
  return plain > 2;
}

/** What a capital has as a town. */
const NO_GOVERNMENT =
  /^(?:market|exchange|stock|oil|trading|trade|dealer|rumou?r|office|street|suburb|district|airport|highway|road|hotel|hospital|bank|price|fix|time|area|region|metal|gold|newspaper|paper|university|police|prison|court|station|square|port|resident|analyst|broker|correspondent|bureau)$/;

/** A country word before an ordinary noun. */
function attributive(s: Sentence, part: Chunk, unit: Unit, head: number): Description | null {
  const { what } = unit;
  if (!('of' in what) || !what.of) return null;
  const is = what.is === 'body' ? 'body' : 'country';
  const label = 'label' in what ? what.label : null;
  const description = blank(s, is, part.first, part.end, part.head, { name: label, definite: true, attributive: true });
  description.of = what.of;
  // "London stock market", "the Baghdad-Basra highway": the town; "a Baghdad communique": the government.
  const town = what.is === 'capital' && NO_GOVERNMENT.test((s.lemma[head] ?? '').toLowerCase());
  description.sector =
    (what.is === 'body' || what.is === 'seat' || what.is === 'capital') && !town ? what.of.sector : null;
  description.known = what.is === 'country' || what.is === 'demonym';
  description.basis = `words: ${label ?? ''}`;
  return description;
}
