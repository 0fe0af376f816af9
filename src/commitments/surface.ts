// What a word of commitment governs by the order of the words alone, where the tree is bent: "called on both to refrain", "urged the North last month
// to call it off", "asked for the battery to be taken down", "warned on Monday that ...". Asked last, when no frame was found in the tree.

import { child, type Sentence } from '../language/index.js';
import { lemma } from './clause.js';
import type { Complement } from './complement.js';
import type { Entry } from './lexicon.js';

/** The complement by frames and word order, or null. */
export function surfaced(s: Sentence, at: number, entry: Entry): Complement | null {
  for (const frame of entry.frames) {
    const found = read(s, at, entry, frame);
    if (found) return found;
  }
  return null;
}

function read(s: Sentence, at: number, entry: Entry, frame: string): Complement | null {
  const asked = entry.kind === 'demand';
  const two = /^(\w+)\+to$/.exec(frame)?.[1];
  if (two !== undefined || (frame === 'whom' && asked)) {
    const from = afterWhen(s, at + 1);
    if (two !== undefined && s.form[from]?.toLowerCase() !== two) return null;
    const whom = nominalFrom(s, two === undefined ? from : from + 1);
    if (whom < 0) return null;
    const q = farInfinitive(s, whom + 1);
    return q < 0 ? null : { q, addressee: whom };
  }
  if (frame === 'for-' && asked && s.upos[at] !== 'ADJ') {
    const from = afterWhen(s, at + 1);
    if (!/^for$/i.test(s.form[from] ?? '')) return null;
    const whom = nominalFrom(s, from + 1);
    // "asked for 36 hours to study it"
    if (whom < 0 || /^(hour|day|week|month|time|chance|opportunity|money|dollar)$/.test(lemma(s, whom))) return null;
    for (let i = whom + 1; i < s.size && i < whom + 6; i++) {
      if (s.upos[i] === 'PUNCT' || /^(VERB|AUX|SCONJ|CCONJ)$/.test(s.upos[i])) return null;
      if (s.xpos[i] !== 'TO') continue;
      const q = bareBehind(s, i);
      return q < 0 ? null : { q, addressee: whom };
    }
    return null;
  }
  if (frame === 'that' || frame === 'whom') {
    if (/^(tell|ask|order|instruct|command)$/.test(lemma(s, at))) return null;
    // "promised, once it has assurances that ...": given to whoever has them.
    if (s.upos[at] === 'NOUN' && /^(have|want|need|seek)$/.test(s.head[at] < 0 ? '' : lemma(s, s.head[at])))
      return null;
    const q = farClause(s, at);
    return q < 0 ? null : { q, addressee: child(s, at, 'obj', 'iobj') };
  }
  return null;
}

const WHEN =
  /^(today|yesterday|tonight|again|also|instead|rather|once|monday|tuesday|wednesday|thursday|friday|saturday|sunday|earlier|later|late|early|immediately|repeatedly|publicly|formally|unanimously|jointly)$/i;

/** Over "today", "again", "on Tuesday", "last month" behind the word. */
function afterWhen(s: Sentence, from: number): number {
  let i = from;
  while (i < s.size && i < from + 6) {
    const opener = /^(on|in|late|early|last|this|earlier)$/i.test(s.form[i]);
    const time = WHEN.test(s.form[i + 1] ?? '') || /^(week|month|year|night|morning)$/i.test(s.form[i + 1] ?? '');
    if (WHEN.test(s.form[i]) || s.xpos[i] === 'RB') i++;
    else if (opener && time) i += 2;
    else break;
  }
  return i;
}

/** The last word of the noun phrase, pronoun or numeral that begins at a word; -1 where none does. */
function nominalFrom(s: Sentence, from: number): number {
  let found = -1;
  for (let i = from; i < s.size && i < from + 9; i++) {
    if (/^(NOUN|PROPN|PRON|NUM)$/.test(s.upos[i]) || /^(both|all|each)$/i.test(s.form[i])) {
      if (/^(last|this|next)$/i.test(s.form[i - 1] ?? '') && /^(week|month|year|night)$/i.test(s.form[i])) return found;
      if (WHEN.test(s.form[i])) return found;
      found = i;
    } else if (found >= 0 && !/^('s|’s|'|-|of)$/.test(s.form[i])) return found;
    else if (!/^(DET|ADJ|PART|PUNCT|ADP)$/.test(s.upos[i]) && s.deprel[i] !== 'amod') return found;
    else if (s.upos[i] === 'PUNCT' && !/^[-"“‘]$/.test(s.form[i])) return found;
    else if (s.upos[i] === 'ADP' && s.form[i].toLowerCase() !== 'of') return found;
  }
  return found;
}

function bareBehind(s: Sentence, to: number): number {
  const verb = /^RB/.test(s.xpos[to + 1] ?? '') ? to + 2 : to + 1;
  if (s.xpos[verb] !== 'VB') return -1;
  // "to be taken down"
  const head = s.head[verb];
  return s.upos[verb] === 'AUX' && head > verb && head < verb + 4 ? head : verb;
}

/** "to" with a bare verb, over lists, appositions and relative clauses, but over no verb of a clause that is not theirs. */
function farInfinitive(s: Sentence, from: number): number {
  let aside = false;
  for (let i = from; i + 1 < s.size && i < from + 30; i++) {
    // "where the trawler is to be brought"
    if (s.upos[i - 1] === 'AUX') return -1;
    if (s.xpos[i] === 'TO' || (s.form[i].toLowerCase() === 'to' && s.xpos[i + 1] === 'VB')) {
      const verb = bareBehind(s, i);
      // "which has vowed to leave": the relative clause's own.
      if (verb >= 0 && !(aside && /^(VERB|ADJ|NOUN)$/.test(s.upos[i - 1]))) return verb;
      continue;
    }
    if (/^W/.test(s.xpos[i]) || (s.xpos[i] === 'VBG' && s.form[i - 1] === ',')) aside = true;
    else if (s.form[i] === ',' && aside) aside = false;
    else if (/^(MD|VBD|VBZ|VBP)$/.test(s.xpos[i]) && !aside) return -1;
    if (/^[;:]$/.test(s.form[i])) return -1;
  }
  return -1;
}

/** The head of the clause behind "that", over when, where and in which text it was said; -1 where another verb stands between. */
function farClause(s: Sentence, at: number): number {
  for (let i = at + 1; i < s.size && i < at + 16; i++) {
    if (/^that$/i.test(s.form[i]) && (s.upos[i] === 'SCONJ' || s.deprel[i] === 'mark')) {
      const head = s.head[i];
      if (head > i && (s.upos[head] === 'VERB' || child(s, head, 'cop') >= 0)) return head;
      for (let k = i + 1; k < s.size && k < i + 25; k++) {
        if (/^W/.test(s.xpos[k])) return -1;
        if (s.xpos[k] === 'MD') return s.head[k] > k ? s.head[k] : -1;
        if (s.upos[k] === 'VERB' && /^VB[DZP]?$/.test(s.xpos[k])) return k;
      }
      return -1;
    }
    if (s.upos[at] === 'NOUN' && s.xpos[i] === 'VBN') continue;
    if (/^(VERB|AUX|CCONJ)$/.test(s.upos[i]) || /^[;:"“]$/.test(s.form[i]) || /^W/.test(s.xpos[i])) return -1;
  }
  return -1;
}
