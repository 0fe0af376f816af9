// Numbers that belong to an event: the dead, the wounded, the arrested, the size of a protest.

import { relation } from '../language/index.js';
import type { Figure, PloverType } from '../records.js';
import { numberWord } from '../times/index.js';
import type { Tree } from './tree.js';

const DEAD = new Set([
  'kill',
  'die',
  'dead',
  'massacre',
  'slay',
  'murder',
  'behead',
  'execute',
  'assassinate',
  'perish',
  'lynch',
  'death',
]);
const INJURED = new Set(['wound', 'injure', 'hurt', 'injury', 'maim', 'hospitalize', 'hospitalise']);
const ARRESTED = new Set([
  'arrest',
  'detain',
  'jail',
  'imprison',
  'round',
  'capture',
  'apprehend',
  'deport',
  'arrested',
]);
const MARCH = new Set([
  'march',
  'protest',
  'demonstrate',
  'rally',
  'riot',
  'gather',
  'strike',
  'join',
  'turn',
  'take',
  'pour',
  'stage',
  'attend',
  'walk',
  'hold',
]);
/** Words of a number that are no number by themselves. */
const MANY: Readonly<Record<string, number>> = {
  hundreds: 100,
  thousands: 1000,
  dozen: 12,
  dozens: 12,
  score: 20,
  scores: 20,
};
/** What is counted that is nobody. */
const NO_PEOPLE = new Set([
  'km',
  'kilometre',
  'kilometer',
  'mile',
  'metre',
  'meter',
  'yard',
  'foot',
  'hour',
  'minute',
  'day',
  'week',
  'month',
  'year',
  'percent',
  'pct',
  'point',
  'dollar',
  'euro',
  'tonne',
  'ton',
  'share',
  'a.m.',
  'p.m.',
  'time',
  'round',
  'shot',
  'bullet',
  'rocket',
  'missile',
  'shell',
  'bomb',
  'tank',
  'plane',
  'aircraft',
  'vehicle',
  'house',
  'home',
  'building',
  'village',
  'town',
  'city',
  'county',
  'country',
  'nation',
  'state',
  'province',
  'district',
  'region',
  'place',
  'location',
  'street',
  'island',
  'dlr',
  'barrel',
]);
const MONTH =
  /^(jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.?$|^(january|february|march|april|may|june|july|august|september|october|november|december)$/i;
const BESIDE = new Set(['in', 'by', 'with', 'from', 'of', 'on', 'near', 'for', 'after', 'before', 'during']);
/** Behind these stands where or when a crowd gathered, not how large it was. */
const WHERE = new Set(['in', 'on', 'near', 'during', 'before', 'after', 'for', 'at', 'across', 'outside', 'through']);
const TENS: Readonly<Record<string, number>> = { tens: 10, dozens: 12, hundreds: 100, thousands: 1000 };
const MORE = new Set(['least', 'more', 'over', 'hundreds', 'thousands', 'dozens', 'scores', 'excess']);

/** A figure with the word that it counts, for assigning it to an event. */
export interface Counted extends Figure {
  readonly noun: number;
  readonly verb: number;
}

/** Every number of people in the sentence that an act of violence, arrest or protest counts. */
export function countsOf(tree: Tree): Counted[] {
  const { s, lemma } = tree;
  const found: Counted[] = [];
  for (let i = 0; i < s.size; i++) {
    const form = s.form[i].toLowerCase();
    const plural = form === 'hundreds' || form === 'thousands' || form === 'dozens' || form === 'scores';
    if (s.upos[i] !== 'NUM' && !plural) continue;
    // "tens of thousands": told once, at the larger word.
    if (plural && lemma[i + 1] === 'of' && /^(thousands|millions)$/i.test(s.form[i + 2] ?? '')) continue;
    const times = s.form[i - 1] === 'of' ? (TENS[(s.form[i - 2] ?? '').toLowerCase()] ?? 1) : 1;
    const value = plural ? MANY[form] * times : numberOf(s.form[i]);
    if (value === null || !Number.isFinite(value)) continue;
    // "the war of 2020".
    if (/^(19|20)\d\d$/.test(form) && /^(of|in|since|by|until|from|during)$/.test(lemma[i - 1] ?? '')) continue;
    if (/^[\p{Sc}%]/u.test(s.form[i - 1] ?? '') || s.form[i + 1] === '%' || lemma[i + 1] === 'percent') continue;
    let noun = i;
    let full = value;
    if (relation(s.deprel[i]) === 'nummod' || relation(s.deprel[i]) === 'compound') noun = s.head[i];
    if (s.upos[noun] === 'NUM' && noun !== i) {
      full = value * (numberOf(s.form[noun]) ?? 1);
      noun = relation(s.deprel[noun]) === 'nummod' ? s.head[noun] : noun;
    }
    if (
      found.some((f) => f.noun === noun) ||
      NO_PEOPLE.has(lemma[noun]) ||
      MONTH.test(s.form[i - 1] ?? '') ||
      MONTH.test(s.form[i + 1] ?? '')
    )
      continue;
    let verb = noun;
    // "12 were killed and 5,000 have fled": a count belongs to the verb of its own clause.
    for (let k = 0; k < 4 && verb >= 0 && !kindOf(lemma[verb]) && !(k > 0 && tree.isVerb(verb)); k++)
      verb = s.head[verb];
    const kind = verb >= 0 ? kindOf(lemma[verb]) : null;
    if (!kind || verb < 0) continue;
    const beside = kind === 'participants' ? WHERE : BESIDE;
    if (s.deprel[noun] === 'obl' && s.head[noun] === verb && beside.has(tree.prepOf(noun))) continue;
    const atLeast = plural || MORE.has(lemma[i - 1] ?? '') || (lemma[i - 1] === 'than' && lemma[i - 2] === 'more');
    found.push({ kind, value: full, atLeast, span: [s.start[times > 1 ? i - 2 : i], s.end[i]], noun, verb });
  }
  return found;
}

/** Whether a count may belong to an event of a type. */
export function suits(kind: Figure['kind'], type: PloverType): boolean {
  if (kind === 'dead' || kind === 'injured') return type === 'ASSAULT' || type === 'PROTEST';
  if (kind === 'arrested') return type === 'COERCE' || type === 'PROTEST' || type === 'ASSAULT';
  return kind === 'participants' && type === 'PROTEST';
}

function kindOf(lemma: string): Figure['kind'] | null {
  if (DEAD.has(lemma)) return 'dead';
  if (INJURED.has(lemma)) return 'injured';
  if (ARRESTED.has(lemma)) return 'arrested';
  return MARCH.has(lemma) ? 'participants' : null;
}

/** @example numberOf('1,200') // 1200 @example numberOf('seven') // 7 */
export function numberOf(form: string): number | null {
  const word = form.toLowerCase();
  const value = numberWord(word) ?? (Object.hasOwn(MANY, word) ? MANY[word] : undefined);
  if (value !== undefined) return value;
  if (!/^\d[\d,]{0,15}(\.\d{1,6})?$/.test(word)) return null;
  return Number(word.replaceAll(',', ''));
}
