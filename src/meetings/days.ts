// The day or days of an occasion: the time expressions that stand with its noun or its verb, and with no other occasion.

import { isStray, lemma, verbOf } from '../commitments/index.js';
import { child, relation, type Sentence } from '../language/index.js';
import type { TimeExpression } from '../records.js';
import { lexicon } from './lexicon.js';

export interface Days {
  readonly start: string | null;
  readonly end: string | null;
  readonly known: boolean;
  /** The parts that were inferred. */
  readonly implied: readonly string[];
}

/** Each time expression of the sentence with the occasion's word that it belongs to; times of other clauses are left out. */
export function daysOf(
  s: Sentence,
  times: readonly TimeExpression[],
  occasions: readonly { readonly word: number; readonly verb: number }[],
  planned: ReadonlyMap<number, number>,
  today: string | null,
): Map<number, TimeExpression[]> {
  const found = new Map<number, TimeExpression[]>();
  const owners = new Map<number, number>();
  for (const { word, verb } of occasions) {
    owners.set(word, word);
    if (verb >= 0 && !owners.has(verb)) owners.set(verb, word);
  }
  for (const [participle, word] of planned) owners.set(participle, word);
  for (const time of times) {
    if (time.type === 'DURATION' || time.type === 'SET' || time.start === null) continue;
    const head = headOf(s, time);
    // "but that now looks out of reach"
    if (head < 0 || /^now$/i.test(s.form[head])) continue;
    let at = head;
    let steps = 0;
    while (at >= 0 && steps++ < 8) {
      // "called off on Tuesday", "rejected on Monday a proposal for talks": when it was, and not when the talks were to be.
      if (isAnswered(s, at, occasions) && today !== null && time.start.slice(0, 10) <= today) {
        at = -2;
        break;
      }
      if (owners.has(at)) break;
      const name = relation(s.deprel[at]);
      // "talks with a deadline of October": the deadline's day.
      if (
        name === 'nmod' &&
        s.upos[at] === 'NOUN' &&
        /^(with|over|on|about|for|after|since|before)$/i.test(s.form[child(s, at, 'case')] ?? '') &&
        at !== head
      ) {
        at = -2;
        break;
      }
      // "met the delegation and will see the rebels on Tuesday": the day of the other verb.
      if (name === 'conj' && s.upos[at] === 'VERB' && isStray(s, at, s.head[at])) {
        at = -1;
        break;
      }
      if (steps > 1 && /^(ccomp|parataxis|advcl|acl)$/.test(name) && !isLink(s, at)) {
        at = -1;
        break;
      }
      at = s.head[at];
    }
    // Where the tree leads elsewhere: the occasion right before it in the same clause.
    if (at === -2) continue;
    const owner = at >= 0 && owners.has(at) ? owners.get(at)! : lastBefore(s, head, occasions);
    const word = owner >= 0 ? nearer(s, owner, head, occasions) : owner;
    if (word < 0) continue;
    const list = found.get(word) ?? [];
    list.push(time);
    found.set(word, list);
  }
  return found;
}

/** A verb that puts off, calls off, refuses or proposes. */
function isAnswered(s: Sentence, word: number, occasions: readonly { readonly word: number }[]): boolean {
  if (s.upos[word] !== 'VERB' || occasions.some((one) => one.word === word)) return false;
  const effect = lexicon().status.get(verbOf(s, word)) ?? lexicon().status.get(lemma(s, word));
  return (
    /^(postponed|cancelled|refused|proposed)$/.test(effect ?? '') && !/^(move|reschedule|plan)$/.test(lemma(s, word))
  );
}

/** Another clause with an occasion of its own stands between: "is to visit Manila on Monday, and B is to hold talks in April". */
function nearer(s: Sentence, owner: number, head: number, occasions: readonly { readonly word: number }[]): number {
  for (const { word } of occasions) {
    // "in Kiev on Thursday and in Moscow on Friday"
    if (word > owner && word < head && s.deprel[word] === 'conj' && s.upos[word] === 'PROPN') return word;
    if (word <= owner || word >= head || lastBefore(s, head, [{ word }]) < 0) continue;
    for (let at = word; at >= 0; at = s.head[at]) {
      if (s.deprel[at] === 'conj' && s.upos[at] === 'VERB' && isStray(s, at, s.head[at]) && at > owner) return word;
    }
  }
  return owner;
}

/** The occasion that stands before a word in its clause, with no verb, conjunction or semicolon between and nothing behind it; else -1. */
function lastBefore(s: Sentence, word: number, occasions: readonly { readonly word: number }[]): number {
  let found = -1;
  for (const one of occasions) if (one.word < word) found = one.word;
  if (found < 0 || word - found > 14) return -1;
  for (let i = found + 1; i < word; i++)
    if (/^(VERB|AUX|SCONJ)$/.test(s.upos[i]) || /^[;:]$/.test(s.form[i])) return -1;
  return found;
}

/** A participle or infinitive that leads on to the occasion: "planned for Monday", "set to meet". */
function isLink(s: Sentence, word: number): boolean {
  return /^(acl|advcl)$/.test(s.deprel[word]) && child(s, word, 'nsubj') < 0;
}

/** The word of a time expression whose head stands outside of it, or -1. */
export function headOf(s: Sentence, time: TimeExpression): number {
  for (let i = 0; i < s.size; i++) {
    if (s.end[i] <= time.span[0]) continue;
    if (s.start[i] >= time.span[1]) break;
    const head = s.head[i];
    if (head < 0 || s.start[head] < time.span[0] || s.start[head] >= time.span[1]) return i;
  }
  return -1;
}

/** One stretch of days from the expressions of one occasion. Days that do not touch stay apart: the first counts. */
export function stretch(times: readonly TimeExpression[]): Days {
  if (times.length === 0) return { start: null, end: null, known: false, implied: [] };
  // The narrowest counts: "this week ... on Saturday and Sunday".
  const width = (time: TimeExpression): number =>
    time.start === null || time.end === null
      ? Number.POSITIVE_INFINITY
      : Date.parse(time.end.slice(0, 10)) - Date.parse(time.start.slice(0, 10));
  const least = Math.min(...times.map(width));
  const sorted = times.filter((time) => width(time) <= least + 86_400_000).sort((a, b) => a.span[0] - b.span[0]);
  const [first] = sorted;
  let { end } = first;
  for (const next of sorted.slice(1)) {
    if (next.start === null || end === null) break;
    if (dayAfter(end.slice(0, 10)) === next.start.slice(0, 10)) end = next.end;
  }
  return { start: first.start, end, known: first.known, implied: first.implied ?? [] };
}

export function dayAfter(day: string): string {
  const [y, m, d] = day.split('-').map(Number);
  return new Date(Date.UTC(y, m - 1, d + 1)).toISOString().slice(0, 10);
}

/** "a four-day visit" that begins on a day ends three days later. */
export function lasting(s: Sentence, noun: number, times: readonly TimeExpression[], days: Days): Days {
  if (days.start === null || days.start !== days.end || days.start.length > 10) return days;
  // "flew home on Tuesday after five days of talks": the days before.
  if (s.form.slice(Math.max(0, noun - 5), noun).some((form) => /^(after|following|ended|concluded)$/i.test(form)))
    return days;
  const from = s.start[Math.max(0, noun - 4)];
  const long = times.find(({ type, span }) => type === 'DURATION' && span[0] >= from && span[1] <= s.start[noun]);
  const [, number = '1', unit = 'D'] = /^P(\d+)([DW])$/.exec(long?.value ?? '') ?? [];
  const count = Number(number) * (unit === 'W' ? 7 : 1);
  let end = days.start;
  for (let i = 1; i < count && i < 60; i++) end = dayAfter(end);
  return { ...days, end };
}

/** "moved from Tuesday to Thursday": the new day, where both stand in one expression. */
export function shifted(s: Sentence, noun: number, status: string, days: Days): Days {
  if (status !== 'postponed' || days.end === null || days.start === days.end) return days;
  const moved = s.form.some((form, i) => i > noun && /^from$/i.test(form));
  return moved ? { ...days, start: days.end } : days;
}

/** "a 50-minute call", "four hours of talks", "met for six hours": TIMEX3 value, or null. */
export function durationOf(s: Sentence, word: number, verb: number, times: readonly TimeExpression[]): string | null {
  for (const time of times) {
    if (
      time.type !== 'DURATION' ||
      time.span[1] <= s.span[0] ||
      time.span[0] >= s.span[1] ||
      !/^PT?\d/.test(time.value)
    )
      continue;
    const head = headOf(s, time);
    if (head < 0) continue;
    const up = s.head[head];
    const before = head < word && word - head <= 3;
    const opener = s.form[child(s, head, 'case')] ?? '';
    if (before && (up === word || (s.head[word] === head && /^of$/i.test(s.form[child(s, word, 'case')] ?? ''))))
      return time.value;
    if (word === verb && up === verb && head > verb && /^for$/i.test(opener)) return time.value;
  }
  return null;
}
