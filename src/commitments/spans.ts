// Where the consequence and the condition of a commitment begin and end.

import type { Cast } from '../actors/index.js';
import { child, children, isUnder, relation, type Sentence } from '../language/index.js';
import type { Span } from '../records.js';
import {
  actorAt,
  clauseWords,
  isAside,
  isStray,
  lemma,
  modalOf,
  strayFrom,
  trimmed,
  withoutAttribution,
} from './clause.js';
import type { FoundCondition } from './conditions.js';
import type { Draft } from './draft.js';
import type { Given } from './links.js';
import { NEVER } from './named.js';
import { withoutSummary } from './summary.js';
import { wholePhrase } from './whoever.js';

/** What the tree hung on the consequence and does not belong to it: another statement, a reason, a relative clause behind a comma, examples. */
export function isLoose(s: Sentence, word: number, q: number): boolean {
  if (word <= q) return false;
  if (isStray(s, word, q)) return !isSecondThat(s, word);
  // "called the proposal unthinkable", where the tree hung the one on the other
  if (s.deprel[word] === 'amod' && NEVER.test(s.form[word])) return true;
  const before = (): string | undefined => s.form[clauseWords(s, word)[0] - 1];
  if (s.deprel[word] === 'acl:relcl') return before() === ',';
  if (s.deprel[word] === 'advcl') {
    const mark = child(s, word, 'mark', 'advmod');
    return (
      (mark >= 0 &&
        mark < word &&
        /^(because|as|since|while|after|although|though|despite|saying)$/i.test(s.form[mark])) ||
      /^saying$/i.test(s.form[word])
    );
  }
  const opener = child(s, word, 'case');
  // "leave, in response to the arrest of three": why, and not what.
  if (
    /^(response|protest|retaliation|reprisal|revenge|reaction|answer)$/i.test(s.form[word]) &&
    /^in$/i.test(s.form[opener] ?? '')
  )
    return true;
  if (opener >= 0 && /^according$/i.test(s.form[opener])) return true;
  return opener >= 0 && /^including$/i.test(s.form[opener]) && before() === ',';
}

/** "wants guarantees that NATO will not expand, and that weapons will not be deployed": the second clause is wanted, too. */
function isSecondThat(s: Sentence, word: number): boolean {
  const [mark, cc] = [child(s, word, 'mark'), child(s, word, 'cc')];
  return (
    s.deprel[word] === 'conj' &&
    mark >= 0 &&
    cc >= 0 &&
    /^that$/i.test(s.form[mark]) &&
    /^(and|or|nor)$/i.test(s.form[cc])
  );
}

/** The second part of "V or W", or -1. */
export function alternative(s: Sentence, q: number, trigger: number): number {
  for (let i = q + 1; i < s.size; i++) {
    if (s.deprel[i] !== 'conj' || (s.head[i] !== q && s.head[i] !== trigger)) continue;
    const cc = child(s, i, 'cc');
    if (cc < 0 || s.form[cc].toLowerCase() !== 'or') continue;
    if (s.upos[i] === 'VERB' || s.upos[i] === 'AUX') return i;
  }
  return orVerb(s, q);
}

/** "hand over 300 hostages within 48 hours or be treated as an enemy": the bare verb behind "or", whatever the tree hung it on. */
function orVerb(s: Sentence, q: number): number {
  for (let i = q + 1; i + 1 < s.size; i++) {
    if (/^[;.:]$/.test(s.form[i]) || /^(VBD|VBZ|MD)$/.test(s.xpos[i])) return -1;
    if (s.form[i].toLowerCase() !== 'or') continue;
    let next = i + 1;
    while (next < s.size && (s.upos[next] === 'PUNCT' || /^(else|to|RB)$/i.test(s.form[next]) || s.xpos[next] === 'RB'))
      next++;
    if (s.form[next]?.toLowerCase() === 'be' && s.xpos[next + 1] === 'VBN') return next + 1;
    if (/^(face|risk|suffer|lose|die|leave)$/i.test(s.form[next] ?? '')) return next;
    return s.upos[next] === 'VERB' && /^VBP?$/.test(s.xpos[next]) && s.head[next] <= next ? next : -1;
  }
  return -1;
}

/** From the verb (or the noun's first word) to the end of what it governs, in one piece. */
export function consequenceOf(
  s: Sentence,
  q: number,
  leave: (word: number) => boolean,
  condition: FoundCondition | null,
  cast: Cast,
  addressee: number,
  trigger: number,
  negated = false,
  another: (word: number) => boolean = () => false,
): Span | null {
  if (condition?.words.includes(q)) return null;
  const verbal = s.upos[q] === 'VERB' || s.upos[q] === 'AUX' || child(s, q, 'cop') >= 0;
  const until = strayFrom(s, q);
  const kept = clauseWords(s, q, leave).filter((word) => !condition?.words.includes(word) && word < until);
  let first = q;
  if (verbal) {
    for (const word of children(s, q)) {
      if (word >= q) break;
      if (/^(aux:pass|cop)$/.test(s.deprel[word])) first = Math.min(first, word);
      if (s.deprel[word] === 'advmod' && /^(not|never)$/i.test(s.form[word]) && (negated || modalOf(s, q) === null))
        first = Math.min(first, word);
      const subject = relation(s.deprel[word]) === 'nsubj';
      const none = /^no$/i.test(s.form[child(s, word, 'det')] ?? '');
      const thing = (!actorAt(cast, s, word) || another(word)) && s.upos[word] !== 'PRON';
      if (subject && word !== addressee && !leave(word) && (thing || none)) {
        first = Math.min(first, clauseWords(s, word)[0]);
      }
    }
    // "swore not to fire": where the tree hung the negation on the word that swears.
    if (negated && first === q && /^to$/i.test(s.form[q - 1] ?? '') && /^(not|never)$/i.test(s.form[q - 2] ?? '')) {
      kept.unshift(q - 2, q - 1);
      first = q - 2;
    }
  } else {
    first = kept[0] ?? q;
    // "the promised aid": what is promised is the aid.
    if (trigger > first && trigger < q) first = trigger + 1;
  }
  const words: number[] = [];
  // "or face air strikes", where the tree has no clause: up to the next mark.
  if (
    (!verbal || !children(s, q).some((i) => i > q)) &&
    q > 0 &&
    /^(face|risk|suffer|lose|die|leave)$/i.test(s.form[q]) &&
    s.form[q - 1].toLowerCase() === 'or'
  ) {
    for (let i = q; i < s.size && s.upos[i] !== 'PUNCT' && s.upos[i] !== 'SCONJ'; i++) words.push(i);
    return trimmed(s, words);
  }
  // "there will be no embassy left to expel people from": all that there will be, wherever the tree hung it.
  const there = [trigger, s.head[trigger]].some((i) => i >= 0 && child(s, i, 'expl') >= 0);
  if (!verbal && there && q > trigger) {
    for (let i = first; i < s.size && !/^(PUNCT|SCONJ|CCONJ)$/.test(s.upos[i]) && !condition?.words.includes(i); i++)
      if ((s.deprel[i] === 'mark' && !/^to$/i.test(s.form[i])) || /^(as|so)$/i.test(s.form[i])) break;
      else words.push(i);
    return trimmed(s, words);
  }
  for (const word of kept) {
    if (word < first) continue;
    const last = words[words.length - 1];
    // A gap behind the verb ends the span unless only marks stand in it.
    if (last !== undefined && word > last + 1 && last >= q) {
      let gap = false;
      for (let i = last + 1; i < word; i++) if (s.upos[i] !== 'PUNCT' && s.upos[i] !== 'CCONJ') gap = true;
      if (gap) break;
    }
    words.push(word);
  }
  if (!verbal) {
    while (words.length > 1 && (/^(case|mark)$/.test(s.deprel[words[0]]) || s.upos[words[0]] === 'PUNCT'))
      words.shift();
  }
  // "an end to the exemption", where the tree hung the second part on the verb.
  const last = words.at(-1) ?? -1;
  const next = last + 1;
  if (
    !verbal &&
    last === q &&
    /^(end|halt|return|answer|exemption)$/.test(lemma(s, q)) &&
    /^(to|of|from)$/i.test(s.form[next] ?? '')
  ) {
    const phrase = s.head[next];
    if (phrase > next && s.upos[phrase] !== 'VERB')
      for (const word of clauseWords(s, phrase, leave)) if (word > last && !words.includes(word)) words.push(word);
  }
  return trimmed(s, withoutSummary(s, withoutAttribution(s, words), q));
}

/** The condition's span: that of its clause, of the subject that is the condition, or of what the sentence points back to. */
export function conditionSpan(
  s: Sentence,
  condition: FoundCondition | null,
  given: Draft['given'],
  q: number,
  or: number,
  pointed: Given | null,
): Given | null {
  if (condition) return { span: condition.span, polarity: condition.polarity };
  if (given) {
    const words = clauseWords(
      s,
      given.head,
      (word) => word === or || word === q || isAside(s, word) || s.deprel[word] === 'cc',
    );
    const kept = words.filter(
      (word) =>
        (word >= given.head || s.upos[given.head] === 'NOUN' || s.deprel[given.head].startsWith('nsubj')) &&
        !(s.deprel[word] === 'case' && s.head[word] === given.head) &&
        (or < 0 || word < or) &&
        !isUnder(s, word, q === given.head || isUnder(s, given.head, q) ? -2 : q),
    );
    const span = trimmed(s, wholePhrase(s, upToVerb(s, given.head, kept.length > 0 ? kept : [given.head])));
    if (span) return { span, polarity: given.polarity };
  }
  return pointed;
}

/** "sanctions | threatened by Washington and its allies | could lead to": all of the subject, wherever the tree hung its participle. */
export function upToVerb(s: Sentence, noun: number, words: number[]): number[] {
  const verb = s.head[noun];
  const last = words.at(-1) ?? noun;
  if (!/^nsubj/.test(s.deprel[noun]) || verb <= last || s.xpos[last + 1] !== 'VBN') return words;
  const aux = children(s, verb).find((i) => i > last && /^(aux|cop)/.test(s.deprel[i])) ?? verb;
  const more: number[] = [];
  for (let i = last + 1; i < aux; i++) {
    if (s.upos[i] === 'PUNCT' || /^(VBD|VBZ|VBP|MD)$/.test(s.xpos[i])) return words;
    more.push(i);
  }
  return [...words, ...more];
}

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
];

/**
 * A span that holds one quotation mark of a pair takes in the other where it stands beside it (a comma or a full stop may stand between), else the
 * mark at its edge is left out.
 */
export function paired(text: string, [start, end]: Span): Span {
  for (const [open, close] of PAIRS) {
    const words = text.slice(start, end);
    // An apostrophe is the same sign as a closing single mark.
    if (open === '‘' && !words.includes(open)) continue;
    const [opened, closed] = [words.split(open).length - 1, words.split(close).length - 1];
    const odd = open === close ? opened % 2 === 1 : opened !== closed;
    if (!odd) continue;
    const lacksEnd = open === close ? text[start - 1] !== open : opened > closed;
    const behind = /^[,.]?/.exec(text.slice(end))?.[0].length ?? 0;
    if (lacksEnd && text[end] === close) return [start, end + 1];
    if (lacksEnd && text[end + behind] === close) return [start, end + behind + 1];
    if (!lacksEnd && text[start - 1] === open) return [start - 1, end];
    if (text[start] === open && lacksEnd) return [start + 1, end];
    if (text[end - 1] === close && !lacksEnd) return [start, end - 1];
  }
  return [start, end];
}
