// Which two are meant by "both sides", "the two ministers", "they", or by talks that name nobody: the two sides that the sentences before speak of last.

import type { Cast } from '../actors/index.js';
import { type Coded, isUnknown, lemma, type Political } from '../commitments/index.js';
import { child, children, type Sentence } from '../language/index.js';
import type { Actor } from '../records.js';

const SIDES =
  /^(side|party|country|nation|state|government|capital|neighbou?r|delegation|team|army|enemy|rival|foe|power|faction|ally|sides|republic|administration|movement|group)$/;
const PEOPLE =
  /^(leader|president|premier|minister|man|woman|secretary|chief|envoy|ambassador|negotiator|official|diplomat|commander|general|king|chancellor|counterpart|politician|statesman|head)$/;

/** What a phrase means by two of a kind: "the two ministers", "both sides", "the two"; null where it means no pair. */
export function pairWord(s: Sentence, word: number): 'sides' | 'people' | null {
  if (word < 0) return null;
  const form = s.form[word].toLowerCase();
  if (form === 'both' || (form === 'two' && /^the$/i.test(s.form[word - 1] ?? ''))) return 'sides';
  if (!/^(NNS|NNPS)$/.test(s.xpos[word])) return null;
  // "the leaders of the two countries"
  const of = children(s, word).find((i) => i > word && /^of$/i.test(s.form[child(s, i, 'case')] ?? ''));
  if (of !== undefined && PEOPLE.test(lemma(s, word)) && pairWord(s, of) === 'sides') return 'sides';
  const counted = children(s, word).some((i) => i < word && /^(two|both|rival|warring|opposing)$/i.test(s.form[i]));
  if (!counted) return null;
  return SIDES.test(lemma(s, word)) ? 'sides' : PEOPLE.test(lemma(s, word)) ? 'people' : null;
}

/** The ids of the two sides, or people, that were spoken of last before a word; none where the text leaves it open. */
export function pairBefore(
  input: Coded,
  sides: Political,
  s: Sentence,
  word: number,
  kind: 'sides' | 'people',
  people = false,
): string[] {
  const { cast, sentences } = input;
  const found: Actor[] = [];
  const key = (actor: Actor): string => (kind === 'people' ? actor.id : (sides.side(actor.id) ?? actor.id));
  for (let at = s.index; at >= 0 && at >= s.index - 4; at--) {
    const here = sentences[at];
    const until = at === s.index ? s.start[word] : here.span[1];
    const fresh: Actor[] = [];
    for (const actor of spoken(cast, sides, here, until, kind)) {
      if (!found.some((one) => key(one) === key(actor)) && !fresh.some((one) => key(one) === key(actor)))
        fresh.push(actor);
    }
    if (found.length + fresh.length > 2) return found.length === 0 ? leading(input, sides, fresh) : [];
    found.push(...fresh);
    if (found.length === 2)
      return found.map((one) => (kind === 'people' || people ? one.id : spokesman(cast, sides, one)));
  }
  return [];
}

/** The state itself where it is named, its government else: no ship of it and no army. */
function spokesman(cast: Cast, sides: Political, one: Actor): string {
  const side = sides.side(one.id);
  for (const kind of ['country', 'government'] as const) {
    const found = cast.actors.find((other) => other.kind === kind && sides.side(other.id) === side);
    if (found) return found.id;
  }
  return one.id;
}

/** Of more than two, those that the whole dispatch speaks of most, where these stand out. */
function leading({ cast }: Coded, sides: Political, all: readonly Actor[]): string[] {
  const count = (one: Actor): number => {
    let sum = 0;
    for (const { id, mentions } of cast.actors) if (sides.side(id) === sides.side(one.id)) sum += mentions.length;
    return sum;
  };
  const ranked = all.map((one) => [one, count(one)] as const).sort((a, b) => b[1] - a[1]);
  return ranked[1][1] > ranked[2][1] ? [ranked[0][0], ranked[1][0]].map((one) => spokesman(cast, sides, one)) : [];
}

/** The actors of known sides that a sentence speaks of before an offset, places left out. */
function spoken(cast: Cast, sides: Political, s: Sentence, until: number, kind: 'sides' | 'people'): Actor[] {
  const found: Actor[] = [];
  for (let i = 0; i < s.size && s.start[i] < until; i++) {
    for (const { actor } of cast.alone(s.index, i)) {
      const one = cast.byId(actor);
      const side = sides.side(actor);
      if (!one || side === null || isUnknown(side) || found.includes(one)) continue;
      if ((/^(IGO|INT)/.test(one.code) && kind === 'sides') || one.sector === 'JRN') continue;
      if (kind === 'people' && !/^(person|unnamed)$/.test(one.kind)) continue;
      if (isWhere(s, i)) continue;
      found.push(one);
    }
  }
  return found;
}

/** "in Geneva", "near Tbilisi": where something is, and nobody who does it. */
export function isWhere(s: Sentence, word: number): boolean {
  return (
    (s.upos[word] === 'PROPN' || lemma(s, word) === 'capital') &&
    /^(in|at|near|outside|around|off)$/i.test(s.form[child(s, word, 'case')] ?? '')
  );
}
