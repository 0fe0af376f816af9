// The date and the place of an event: the time expression and the place of its own clause, else the dispatch's day.

import { relation, type Sentence, wordAt } from '../language/index.js';
import type { Dispatch, PlaceMention, PlaceRef, TimeExpression, When } from '../records.js';
import type { Tree } from './tree.js';

/** Times or places of one sentence with the word that heads each. */
export interface Anchored<T> {
  readonly item: T;
  readonly head: number;
}

/** Sorts the items of a dispatch into its sentences. */
export function bySentence<T extends { readonly span: readonly [number, number] }>(
  sentences: readonly Sentence[],
  items: readonly T[],
): Anchored<T>[][] {
  const sorted = [...items].sort((a, b) => a.span[0] - b.span[0]);
  let next = 0;
  return sentences.map((s) => {
    const found: Anchored<T>[] = [];
    while (next < sorted.length && sorted[next].span[0] < s.span[0]) next++;
    for (let i = next; i < sorted.length && sorted[i].span[0] < s.span[1]; i++) {
      found.push({ item: sorted[i], head: headOf(s, sorted[i].span) });
    }
    return found;
  });
}

/** The word of a span whose head lies outside it. */
function headOf(s: Sentence, [start, end]: readonly [number, number]): number {
  let w = wordAt(s, start);
  if (w < 0) return -1;
  for (let i = 0; i < 20 && s.head[w] >= 0; i++) {
    const h = s.head[w];
    if (s.start[h] < start || s.end[h] > end) break;
    w = h;
  }
  return w;
}

/** The verb or act in whose clause `word` stands, `word` itself left out. */
function hostOf(tree: Tree, word: number): number {
  let w = tree.s.head[word];
  for (let i = 0; i < 6 && w >= 0; i++) {
    const d = relation(tree.s.deprel[w]);
    if (tree.isVerb(w) || (d !== 'nmod' && d !== 'compound' && d !== 'appos' && d !== 'obl')) return w;
    w = tree.s.head[w];
  }
  return w;
}

/** The verb of the clause in which the act at `word` is told. */
export function clauseVerb(tree: Tree, word: number): number {
  let w = word;
  for (let i = 0; i < 6 && w >= 0; i++) {
    if (tree.isVerb(w)) return w;
    const h = tree.s.head[w];
    const d = relation(tree.s.deprel[w]);
    if (h < 0 || d === 'acl' || d === 'advcl') return w;
    w = h;
  }
  return w < 0 ? word : w;
}

/** True when a time hangs on the noun at `word` itself, however deep, before any verb. */
export function isDated(tree: Tree, word: number, times: readonly Anchored<TimeExpression>[]): boolean {
  return times.some(({ item, head }) => item.start !== null && item.type !== 'DURATION' && hangsOn(tree, head, word));
}

function hangsOn(tree: Tree, head: number, word: number): boolean {
  for (let w = head < 0 ? -1 : tree.s.head[head], i = 0; w >= 0 && i < 4; w = tree.s.head[w], i++) {
    if (w === word) return true;
    // "a conference slated for May".
    if (tree.isVerb(w)) return tree.s.deprel[w] === 'acl' && tree.s.head[w] === word;
  }
  return false;
}

/** Relations of a time before its noun: "a 1997 treaty". */
const BEFORE: ReadonlySet<string> = new Set(['compound', 'amod', 'nummod']);

/** The first act or verb above a time: the one that it dates. A time before a noun dates that noun alone. */
function ownerOf(tree: Tree, head: number, acts: ReadonlySet<number>): number {
  let w = tree.s.head[head];
  let first = head;
  while (w > first && BEFORE.has(relation(tree.s.deprel[first])) && !tree.isVerb(w)) {
    first = w;
    w = tree.s.head[w];
  }
  if (first !== head) return first;
  // "their second conversation this month, she said": the month is that of the conversation.
  if (
    w >= 0 &&
    w < head &&
    relation(tree.s.deprel[head]) === 'nmod' &&
    !tree.isVerb(w) &&
    /^(ccomp|appos|parataxis)$/.test(relation(tree.s.deprel[w]))
  )
    return w;
  for (let i = 0; i < 8 && w >= 0; i++) {
    // "a conference slated for May".
    if (tree.isVerb(w) && !acts.has(w) && tree.s.deprel[w] === 'acl' && acts.has(tree.s.head[w])) return tree.s.head[w];
    if (acts.has(w) || tree.isVerb(w) || isOccasion(tree, w)) return w;
    w = tree.s.head[w];
  }
  return w;
}

/** "in response to a strike on Friday", "after the raid of Monday": what an act answers or follows has the day, and not the act. */
function isOccasion(tree: Tree, word: number): boolean {
  const d = relation(tree.s.deprel[word]);
  if ((d !== 'obl' && d !== 'nmod') || tree.s.upos[word] !== 'NOUN') return false;
  return (
    /^(?:after|before|following|despite|since|because)(?:_|$)/.test(tree.prepOf(word)) ||
    (tree.prepOf(word) === 'in' &&
      /^(?:response|retaliation|reprisal|revenge|reaction|reply|answer)$/.test(tree.lemma[word]))
  );
}

/** "the 1990s": no day of a deed. */
const isAge = ({ value }: TimeExpression): boolean => /^\d{2,3}$/.test(value);

const FIGHT =
  /^(clash|war|fighting|battle|attack|raid|bombing|conflict|uprising|shelling|airstrike|unrest|riot|revolt|offensive|skirmish)$/;

/** "killed in clashes that began last Friday", "died in the war of 2020": the fight in which they fell, or -1. */
export function foughtIn(tree: Tree, word: number): number {
  if (
    !/^(kill|die|wound|injure|perish|fall|capture|occupy|seize|take|conquer|annex|lose|invade|overrun|destroy|sink|bomb)$/.test(
      tree.lemma[word],
    )
  )
    return -1;
  const fight = tree.kids[word].find(
    (k) => relation(tree.s.deprel[k]) === 'obl' && /^(in|during)$/.test(tree.prepOf(k)) && FIGHT.test(tree.lemma[k]),
  );
  return fight ?? -1;
}

function isBelow(tree: Tree, word: number, top: number): boolean {
  for (let w = word, i = 0; w >= 0 && i < 6; w = tree.s.head[w], i++) if (w === top) return true;
  return false;
}

/** The date of the act at `word`. */
export function dateOf(
  tree: Tree,
  word: number,
  others: readonly number[],
  times: readonly Anchored<TimeExpression>[],
  dispatch: Dispatch,
  acts: ReadonlySet<number>,
): { when: When; anchor: string } {
  const clause = clauseVerb(tree, word);
  let best: Anchored<TimeExpression> | null = null;
  let rank = 0;
  for (const time of times) {
    const { item, head } = time;
    // A length of time counts when it is anchored: "in the past two months".
    if (item.start === null || item.end === null || head < 0 || item.type === 'SET' || isAge(item)) continue;
    const owner = ownerOf(tree, head, acts);
    const fight = foughtIn(tree, word);
    const r =
      owner === word
        ? 5
        : others.includes(owner)
          ? 4
          : owner === clause
            ? 3
            : fight >= 0 && isBelow(tree, head, fight)
              ? 2
              : 0;
    if (r > rank) {
      rank = r;
      best = time;
    }
  }
  if (best) {
    const { value, start, end } = best.item;
    return { when: { value, start: start!, end: end!, known: true }, anchor: `time ${best.item.id} in its own clause` };
  }
  const before = eveOf(tree, word, times, acts);
  if (before) {
    const { value, start, end } = before.item;
    return {
      when: { value, start: start!, end: end!, known: true },
      anchor: `time ${before.item.id} of what followed it`,
    };
  }
  if (isBackground(tree, clause))
    return {
      when: { value: 'XXXX-XX-XX', start: '', end: '', known: false },
      anchor: 'background, of a day that is not told',
    };
  const day = dispatch.date?.value;
  if (day) return { when: { value: day, start: day, end: day, known: false }, anchor: 'the day of the dispatch' };
  return { when: { value: 'XXXX-XX-XX', start: '', end: '', known: false }, anchor: 'no day is known' };
}

/** "closed in January after being sabotaged": the day of what an act without one led to, in the clause above. */
function eveOf(
  tree: Tree,
  word: number,
  times: readonly Anchored<TimeExpression>[],
  acts: ReadonlySet<number>,
): Anchored<TimeExpression> | undefined {
  const { s } = tree;
  if (relation(s.deprel[word]) !== 'advcl' || s.xpos[word] === 'VBD' || tree.kid(word, 'nsubj') >= 0) return undefined;
  if (!/^(?:after|when|by)(?:_|$)/.test(tree.prepOf(word)) || s.head[word] < 0) return undefined;
  return times.find(
    ({ item, head }) =>
      item.start !== null &&
      item.end !== null &&
      item.type !== 'SET' &&
      item.type !== 'DURATION' &&
      head >= 0 &&
      ownerOf(tree, head, acts) === s.head[word],
  );
}

/** "Because Norway had signed a pact", "who had fought for years": the past perfect of a clause that gives a reason or describes somebody. */
function isBackground(tree: Tree, verb: number): boolean {
  const { s } = tree;
  if (verb < 0 || s.xpos[verb] !== 'VBN') return false;
  const had = tree.kids[verb].some((k) => /^aux/.test(s.deprel[k]) && /^(had|'d|’d)$/i.test(s.form[k]));
  if (!had) return false;
  if (s.deprel[verb] === 'acl:relcl') return true;
  return (
    s.deprel[verb] === 'advcl' &&
    tree.kids[verb].some((k) => s.deprel[k] === 'mark' && /^(?:because|since|although|though|as)$/i.test(s.form[k]))
  );
}

const WHERE = new Set([
  'in',
  'near',
  'at',
  'off',
  'outside',
  'inside',
  'around',
  'along',
  'across',
  'over',
  'throughout',
  'on',
]);

/** The place of the act at `word`, or null. */
export function placeOf(
  tree: Tree,
  word: number,
  others: readonly number[],
  places: readonly Anchored<PlaceMention>[],
): PlaceRef | null {
  const clause = clauseVerb(tree, word);
  let best: PlaceMention | null = null;
  let rank = 0;
  for (const { item, head } of places) {
    if (head < 0 || !WHERE.has(tree.prepOf(head))) continue;
    const host = tree.s.head[head];
    const up = hostOf(tree, head);
    let r = host === word ? 4 : others.includes(host) ? 3 : host === clause || up === clause ? 2 : up === word ? 2 : 0;
    // A city says more than its country.
    if (r > 0 && item.kind !== 'country') r += 0.5;
    if (r > rank) {
      rank = r;
      best = item;
    }
  }
  if (!best) return null;
  const { id, name, country, latitude, longitude, span } = best;
  return { place: id, name, country, latitude, longitude, span };
}
