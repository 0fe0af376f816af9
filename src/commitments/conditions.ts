// Finds the conditions of a sentence: "if its ships are attacked", "should Russia invade", "unless ...", "in case of further provocations".
// The openers stand in codebook/commitments-conditions.txt. A condition is found by its opener and bounded by the tree; which consequence it belongs to
// is decided by the caller, from `governor`.

import { child, relation, type Sentence, subtree } from '../language/index.js';
import type { Span, TimeExpression } from '../records.js';
import { isStray, lemma, trimmed, withoutAttribution } from './clause.js';
import { table } from './codebook.js';
import { withoutSummary } from './summary.js';

/** A condition as it stands in a sentence. Word indices. */
export interface FoundCondition {
  readonly polarity: 'if' | 'unless';
  /** First word of the opener. */
  readonly marker: number;
  /** First word behind the opener. */
  readonly first: number;
  /** Head of the clause or the noun phrase. */
  readonly head: number;
  /** The word that the clause hangs on, or -1. */
  readonly governor: number;
  readonly words: readonly number[];
  readonly span: Span;
  /** Counts only with a consequence to come, or only with a negated one. */
  readonly needs: 'nothing' | 'future' | 'negated';
  /** The opener as the codebook has it. */
  readonly opener: string;
}

interface Opener {
  readonly words: readonly string[];
  readonly polarity: 'if' | 'unless';
  readonly takes: string;
  readonly needs: FoundCondition['needs'];
}

let openers: ReadonlyMap<string, readonly Opener[]> | undefined;

/** Openers by their first word, longest first. */
function openersBy(): ReadonlyMap<string, readonly Opener[]> {
  if (openers) return openers;
  const found = new Map<string, Opener[]>();
  for (const { text } of table('commitments-conditions.txt').sections.get('markers') ?? []) {
    const [phrase, polarity, takes, needs = 'nothing'] = text.split('|').map((cell) => cell.trim());
    const words = phrase.split(' ');
    const list = found.get(words[0]) ?? [];
    list.push({ words, polarity: polarity as 'if' | 'unless', takes, needs: needs as FoundCondition['needs'] });
    found.set(words[0], list);
  }
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length);
  openers = found;
  return found;
}

/** All conditions of a sentence, left to right. */
export function conditionsOf(s: Sentence, times: readonly TimeExpression[]): FoundCondition[] {
  const found: FoundCondition[] = [];
  for (let i = 0; i < s.size; i++) {
    const form = s.form[i].toLowerCase();
    const list = openersBy().get(form);
    let hit: FoundCondition | null = null;
    if (list) {
      for (const opener of list) {
        if (!opener.words.every((word, k) => s.form[i + k]?.toLowerCase() === word)) continue;
        hit = opened(s, i, opener, times);
        break;
      }
    }
    if (!hit && (form === 'should' || form === 'were' || form === 'had')) hit = inverted(s, i);
    if (hit) {
      found.push(hit);
      i = hit.first - 1;
    }
  }
  return joined(s, found);
}

function opened(s: Sentence, at: number, opener: Opener, times: readonly TimeExpression[]): FoundCondition | null {
  const first = at + opener.words.length;
  if (first >= s.size || s.upos[first] === 'PUNCT') return null;
  // "failing which troops will land": points back to what was asked for.
  if (/^which$/i.test(s.form[first])) return null;
  // "..., while Moscow said": beside it, no condition.
  if (opener.words[0] === 'while' && (at < 2 || s.form[at - 1] === ',')) return null;
  // "the barring of their ships", "is failing": a noun and a verb.
  if (
    /^(barring|failing|pending|absent)$/.test(opener.words[0]) &&
    (/^of$/i.test(s.form[first]) || /^(DET|AUX)$/.test(s.upos[at - 1] ?? ''))
  )
    return null;
  // "a day after the raid": when, and under no condition.
  if (
    /^(after|before)$/.test(opener.words[0]) &&
    /^(days?|weeks?|months?|years?|hours?|minutes?)$/i.test(s.form[at - 1] ?? '')
  )
    return null;
  // "on condition of anonymity", "without conditions", "on condition he not be named": on what terms somebody speaks, and no condition of what he says.
  if (
    /^(on|under|without)$/.test(opener.words[0]) &&
    s.form
      .slice(first, first + 8)
      .some((form) => /^(anonymity|named?|identified|identity|conditions?|preconditions?|strings|quoted)$/i.test(form))
  )
    return null;
  // "If not, ...", "if so": what is pointed to stands elsewhere.
  if (/^(not|so)$/i.test(s.form[first]) && s.upos[first + 1] === 'PUNCT') return null;
  // "asked if", "whether or if": a question, no condition.
  let head = first;
  const mark = relation(s.deprel[first - 1]) === 'mark' || relation(s.deprel[first - 1]) === 'advmod';
  if (mark && s.head[first - 1] >= first) head = s.head[first - 1];
  else {
    while (s.head[head] >= first && !/^(advcl|acl|obl|ccomp|root|parataxis)/.test(s.deprel[head])) head = s.head[head];
  }
  // "If the tariff stays, our ports will ...", where the tree hung the opener on the consequence.
  const comma = s.form.indexOf(',', first);
  if (opener.takes !== 'noun' && at < 3 && comma > first && head > comma) {
    for (let i = comma - 1; i > first; i--) {
      if (!/^(VBZ|VBD|VBP)$/.test(s.xpos[i])) continue;
      head = i;
      break;
    }
  }
  // "until the troops are out of Kosovo", "so long as no apology is forthcoming": the predicate is the head, whatever its tag.
  const predicate = child(s, head, 'cop') >= first && child(s, head, 'nsubj') >= first;
  if (opener.takes !== 'noun' && !predicate && s.upos[head] !== 'VERB' && s.upos[head] !== 'AUX')
    head = finiteFrom(s, first) ?? head;
  // "if its miners, some of whom were jailed, were not freed": the verb behind the aside, not the one in it.
  const beyond = opener.takes === 'noun' ? null : overSubject(s, first);
  const aside = beyond !== null && beyond >= head && (s.deprel[head] === 'acl:relcl' || beyond === head);
  if (aside) head = beyond;
  else if (opener.words[0] === 'if' && s.deprel[head] === 'ccomp' && at > 0 && isAsking(s, s.head[head])) return null;
  // "No one will tell us when we may ...": a question, too.
  if (/^(when|whenever)$/.test(opener.words[0]) && isAsked(s, at, head)) return null;
  const verbal = s.upos[head] === 'VERB' || s.upos[head] === 'AUX' || child(s, head, 'cop', 'nsubj') >= 0;
  // "on the day foreseen": no clause.
  if (opener.words[0] === 'the' && s.xpos[head] === 'VBN' && child(s, head, 'aux', 'aux:pass') < 0) return null;
  if (opener.takes === 'clause' && !verbal && !/^(if|unless)$/.test(opener.words[0])) return null;
  if (opener.takes === 'noun' && !/^(NOUN|PROPN|PRON|NUM|VERB|ADJ)$/.test(s.upos[head])) return null;
  if (!verbal && isTime(s, head, times)) return null;
  // "Without a halt there would be ...": told first, it is a condition whatever follows.
  const needs = at < 2 && opener.words[0] === 'without' ? 'nothing' : opener.needs;
  return make(s, at, first, head, opener.polarity, needs, opener.words.join(' '));
}

/** The first verb with a subject behind `first`, before the next comma. */
function finiteFrom(s: Sentence, first: number): number | null {
  for (let i = first; i < s.size && i < first + 10; i++) {
    if (s.form[i] === ',' && i > first) return overAside(s, i);
    if (s.upos[i] === 'PUNCT' && s.form[i] !== '"') return null;
    const subject = s.upos[i] === 'VERB' ? child(s, i, 'nsubj', 'nsubj:pass') : -1;
    if (subject >= first && subject < i) return i;
    if (/^VB[DZPN]$/.test(s.xpos[i]) && i > first && (s.xpos[i] !== 'VBN' || /^(NOUN|PROPN|PRON)$/.test(s.upos[i - 1])))
      return i;
  }
  return null;
}

/** The verb of a clause whose subject is followed by an aside between commas, or null. */
function overSubject(s: Sentence, first: number): number | null {
  for (let i = first; i < s.size && i < first + 8; i++) {
    if (s.form[i] === ',') return i > first ? overAside(s, i) : null;
    if (!/^(DET|ADJ|NOUN|PROPN|PRON|NUM|ADP|PART)$/.test(s.upos[i])) return null;
  }
  return null;
}

/** "if Hamas, the group that runs Gaza, | handed over", "if its miners, some of whom were hurt, | were freed": the verb behind what stands between commas. */
function overAside(s: Sentence, comma: number): number | null {
  if (!/^(NOUN|PROPN|PRON)$/.test(s.upos[comma - 1])) return null;
  for (let close = comma + 2; close + 1 < s.size && close < comma + 18; close++) {
    if (/^[;:.]$/.test(s.form[close])) return null;
    if (s.form[close] !== ',') continue;
    let at = close + 1;
    while (s.upos[at] === 'ADV' && at + 1 < s.size) at++;
    if (!/^(VBZ|VBD|VBP|MD)$/.test(s.xpos[at])) continue;
    // "if Peru, its neighbour, agreed, the minister said": whoever says it comes later.
    const up = s.head[at];
    return s.upos[at] === 'AUX' && up > at && up < at + 6 ? up : at;
  }
  return null;
}

function isAsking(s: Sentence, word: number): boolean {
  return (
    word >= 0 && /^(ask|wonder|know|see|say|decide|clear|doubt|determine|unclear)$/.test(s.lemma[word].toLowerCase())
  );
}

/** The clause of "when" is what a verb of telling or deciding asks: it hangs on it, or stands right behind it and its object. */
function isAsked(s: Sentence, at: number, head: number): boolean {
  const verb =
    /^(tell|dictate|decide|determine|say|know|ask|choose|specify|disclose|reveal|announce|explain|see|learn|indicate)$/;
  const up = s.head[head];
  if (up >= 0 && up < at && s.deprel[head] === 'ccomp') return true;
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    if (s.upos[i] === 'PUNCT') return false;
    if (s.upos[i] === 'VERB') return verb.test(lemma(s, i));
  }
  return false;
}

/** "should Russia invade", "were Pyongyang to honour": the auxiliary before its subject. */
function inverted(s: Sentence, at: number): FoundCondition | null {
  const form = s.form[at].toLowerCase();
  if (at + 2 >= s.size) return null;
  // A question ends in a question mark; an inversion of speech ("said he") has no auxiliary.
  if (s.form[s.size - 1] === '?' || s.form[s.size - 2] === '?') return null;
  const next = s.upos[at + 1];
  if (!/^(PROPN|NOUN|PRON|DET|ADJ|NUM)$/.test(next)) return null;
  if (at > 0 && /^(NOUN|PROPN|PRON|ADV|PART)$/.test(s.upos[at - 1]) && s.head[at - 1] === s.head[at]) return null;
  let head = s.head[at];
  if (form === 'were' && (head < 0 || head < at)) head = at;
  if (head < at) return null;
  const subject = child(s, head, 'nsubj');
  if (subject >= 0 && subject < at) return null;
  if (form === 'were') {
    const to = s.form.slice(at + 1, Math.min(s.size, at + 12)).findIndex((word) => word.toLowerCase() === 'to');
    if (to < 0) return null;
  }
  if (form === 'had' && s.xpos[head] !== 'VBN') return null;
  return make(s, at, at + 1, head, 'if', 'nothing', `${form} (inverted)`);
}

function make(
  s: Sentence,
  marker: number,
  first: number,
  head: number,
  polarity: 'if' | 'unless',
  needs: FoundCondition['needs'],
  opener: string,
): FoundCondition | null {
  const region = subtree(
    s,
    head,
    (word) =>
      word !== head &&
      (/^(parataxis|discourse)/.test(s.deprel[word]) || (word > head && isStray(s, word, head) && isCut(s, word))),
  );
  let words = region.filter((word) => word >= first);
  // "provided Moslem forces stopped ...": the subject that the tree hung elsewhere stands between the opener and the verb.
  if (words.length > 0 && words[0] > first) {
    const between = s.upos.slice(first, words[0]);
    const comma = s.form.indexOf(',', first);
    const aside = comma > first && comma < head && overAside(s, comma) === head;
    if (aside || between.every((tag) => /^(DET|ADJ|NOUN|PROPN|PRON|NUM|ADP)$/.test(tag))) {
      for (let word = words[0] - 1; word >= first; word--) words.unshift(word);
    }
  }
  // A clause never runs on behind a gap: what follows is the consequence that the tree put below it.
  const gap = words.findIndex((word, k) => k > 0 && word !== words[k - 1] + 1 && s.upos[word - 1] !== 'PUNCT');
  if (gap > 0) words = words.slice(0, gap);
  if (s.deprel[head] === 'root' && marker < 2) {
    // The condition swallowed the sentence: it ends at its first comma.
    const comma = words.findIndex((word) => s.form[word] === ',' || s.form[word] === '"' || s.form[word] === '”');
    if (comma > 0) words = words.slice(0, comma);
  }
  words = withoutAttribution(s, whole(s, words, head));
  words = withoutSummary(s, withoutSources(s, opposed(s, words, head), head), head);
  const span = trimmed(s, words);
  if (!span) return null;
  return { polarity, marker, first, head, governor: s.head[head], words, span, needs, opener };
}

/** "if it filled the dam before an agreement on water | was signed": the clause inside runs on to its verb, which the tree hung elsewhere. */
function whole(s: Sentence, words: number[], head: number): number[] {
  const last = words.at(-1) ?? -1;
  if (last < 0 || !(s.upos[last + 1] === 'AUX' || /^(VBD|VBZ|MD)$/.test(s.xpos[last + 1] ?? ''))) return words;
  const inner = words.findLast(
    (word) => word > head && /^(before|until|till|after|when|once|while)$/i.test(s.form[word]),
  );
  if (inner === undefined || words.some((word) => word > inner && (s.upos[word] === 'VERB' || s.upos[word] === 'AUX')))
    return words;
  const found = [...words];
  for (let i = last + 1; i < s.size && s.upos[i] !== 'PUNCT' && s.upos[i] !== 'CCONJ'; i++) found.push(i);
  return found;
}

/** "after their leader, Jonas Savimbi, | is guaranteed a post": the name between commas is no end, wherever the tree hung the verb. */
function opposed(s: Sentence, words: number[], head: number): number[] {
  const last = words.at(-1) ?? -1;
  // "until the aggression stops and the siege of Gaza | is lifted": the verb of the last noun, hung on the consequence.
  const noun = last >= 0 && /^(NOUN|PROPN)$/.test(s.upos[last]);
  const left =
    (noun && /^(is|are|was|were|has|have|had)$/i.test(s.form[last + 1] ?? '')) ||
    (last >= 0 && /^(is|are|was|were)$/i.test(s.form[last]) && s.xpos[last + 1] === 'VBN');
  const cut = left && words[0] > 3;
  if (cut) {
    const more = [...words];
    for (let i = last + 1; i < s.size && !/^(PUNCT|CCONJ|SCONJ)$/.test(s.upos[i]); i++) more.push(i);
    return more;
  }
  if (s.upos[head] !== 'NOUN' || last < 0) return words;
  let at = last + 1;
  if (s.form[at] === ',' && s.upos[at + 1] === 'PROPN') {
    at++;
    while (s.upos[at] === 'PROPN') at++;
    if (s.form[at] !== ',') return words;
    at++;
  } else if (s.form[last] !== ',') return words;
  if (!/^(VBZ|VBD|VBP|MD)$/.test(s.xpos[at] ?? '')) return words;
  const found = [...words];
  for (let i = last + 1; i < s.size && (i <= at || !/^[,;.]$/.test(s.form[i])); i++) found.push(i);
  return found;
}

/** "if Addis Ababa signs the pact, | three diplomats and a minister said": who says it, hung on what he says. */
function withoutSources(s: Sentence, words: number[], head: number): number[] {
  for (let k = words.length - 1; k > 0; k--) {
    const word = words[k];
    if (word <= head) break;
    if (s.form[word] !== ',') continue;
    const tail: number[] = [];
    for (let i = word + 1; i < s.size; i++) tail.push(i);
    const said = tail.find((i) => /^VB[DZP]$/.test(s.xpos[i]));
    const bare =
      said !== undefined &&
      tail.filter((i) => i < said).every((i) => /^(NOUN|PROPN|ADJ|DET|NUM|CCONJ|ADP|PART)$/.test(s.upos[i]));
    if (bare && /^(say|tell|report|add|announce)$/.test(lemma(s, said))) return words.slice(0, k);
  }
  return words;
}

function isTime(s: Sentence, word: number, times: readonly TimeExpression[]): boolean {
  return times.some((time) => time.span[0] < s.end[word] && s.start[word] < time.span[1]);
}

/** A chain of conditions ("if P, if Q and if R") is one, from the first opener to the end of the last. */
function joined(s: Sentence, conditions: readonly FoundCondition[]): FoundCondition[] {
  const found: FoundCondition[] = [];
  for (const next of conditions) {
    const last = found[found.length - 1];
    if (last && last.polarity === next.polarity && next.opener === 'if' && last.opener === 'if') {
      const between = s.form.slice(last.words[last.words.length - 1] + 1, next.marker).join('');
      const inside = next.marker <= last.words[last.words.length - 1];
      if (inside || /^,?(and|or)?$/.test(between)) {
        const words = [...last.words, next.marker, ...next.words].sort((a, b) => a - b);
        const from = Math.min(last.words[0], last.first);
        const whole = [...new Set([from, ...words])].sort((a, b) => a - b);
        const span: Span = [s.start[whole[0]], s.end[whole[whole.length - 1]]];
        found[found.length - 1] = { ...last, words: whole, span };
        continue;
      }
    }
    if (last?.words.includes(next.marker)) {
      // A condition inside a condition stays part of it.
      continue;
    }
    found.push(next);
  }
  return found;
}

/** A comma or a semicolon, with or without a conjunction, stands before the word's clause. */
function isCut(s: Sentence, word: number): boolean {
  const first = subtree(s, word)[0];
  for (let i = first; i >= 0 && i >= first - 1; i--) if (/^[,;]$/.test(s.form[i])) return true;
  return s.upos[first] === 'CCONJ' && first > 0 && /^[,;]$/.test(s.form[first - 1]);
}
