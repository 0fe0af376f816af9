// Conditions that stand in another sentence than their consequence. "Otherwise", "if not", "in that case", "in return" point back to a demand, a
// promise or a condition told before; "The condition: ..." gives one to what was told before; a question ("What if ...?") is one for its answer.
// The openings stand in codebook/commitments.txt under [links] and [terms].

import { child, type Sentence } from '../language/index.js';
import type { Span } from '../records.js';
import { clauseWords, lemma, trimmed, withoutAttribution } from './clause.js';
import type { FoundCondition } from './conditions.js';
import { lexicon } from './lexicon.js';
import type { Made } from './made.js';

/** What a sentence leaves to be pointed back to. */
export interface Before {
  /** Commitments made in it, in order. */
  readonly made: readonly Made[];
  /** Its last condition, whether it belongs to a commitment or not. */
  readonly condition: Given | null;
  /** It asks: "What would Seoul do if ...?" */
  readonly asks: boolean;
}

/** A condition as it stands in the text. */
export interface Given {
  readonly span: Span;
  readonly polarity: 'if' | 'unless';
}

/** A phrase of the sentence that points back. */
export interface Link {
  readonly polarity: 'if' | 'unless';
  /** First word of the phrase. */
  readonly at: number;
  /** First word behind it. */
  readonly end: number;
}

/** The phrase that points back from the sentence, or null. */
export function linkIn(s: Sentence): Link | null {
  let first = 0;
  while (first < s.size && (s.upos[first] === 'PUNCT' || /^(but|and)$/i.test(s.form[first]))) first++;
  const { links } = lexicon();
  for (let i = first; i < s.size; i++) {
    for (const { words, polarity, anywhere } of links.get(s.form[i].toLowerCase()) ?? []) {
      if (i !== first && !anywhere) continue;
      if (!words.every((word, k) => s.form[i + k]?.toLowerCase() === word)) continue;
      // "in return for" brings its condition with it.
      if (!/^(for|of)$/i.test(s.form[i + words.length] ?? '')) return { polarity, at: i, end: i + words.length };
    }
  }
  return null;
}

/** "..., failing which | troops would land", "If not, officials said, | the bombers would fly": what comes otherwise, with its subject unless it is a pronoun. */
export function elseClause(s: Sentence, link: Link): Span | null {
  let modal = -1;
  for (let i = link.end; i < s.size && modal < 0; i++)
    if (s.xpos[i] === 'MD' && /^(will|would|shall|['’]ll|could|may|might)$/i.test(s.form[i])) modal = i;
  if (modal < 0) return null;
  const verb = s.upos[modal] === 'AUX' && s.head[modal] > modal ? s.head[modal] : modal;
  const subject = child(s, verb, 'nsubj', 'nsubj:pass');
  const bare = subject < 0 || s.upos[subject] === 'PRON' || subject < link.end;
  const opens = link.at > 2 ? link.end : Math.max(link.end, lastComma(s, modal) + 1);
  const first = bare ? verb : Math.max(opens, clauseWords(s, subject)[0]);
  const words = clauseWords(s, verb, (word) => /^(parataxis|discourse)/.test(s.deprel[word])).filter(
    (word) => word >= first,
  );
  const gap = words.findIndex((word, k) => k > 0 && word !== words[k - 1] + 1);
  return trimmed(s, withoutAttribution(s, gap > 0 ? words.slice(0, gap) : words));
}

function lastComma(s: Sentence, before: number): number {
  for (let i = before - 1; i >= 0; i--) if (s.form[i] === ',') return i;
  return -1;
}

/** What the link of a commitment with its consequence at `q` points back to: first in its own sentence, else in the one before. */
export function pointedTo(
  link: Link,
  s: Sentence,
  q: number,
  here: readonly Made[],
  before: Before | null,
): Given | null {
  const own = here.filter(({ record }) => (record.consequence?.span[0] ?? s.span[1]) < s.start[q]).at(-1) ?? null;
  if (own?.record.consequence) return backTo(link, own, null);
  if (before === null) return null;
  const last = before.made.at(-1) ?? null;
  return backTo(link, last, before.condition);
}

function backTo({ polarity }: Link, last: Made | null, told: Given | null): Given | null {
  const record = last?.record ?? null;
  // A demand, or an ultimatum, is what has to be done; of all others the condition is what may come about.
  const demanded = record !== null && /^(demand|ultimatum)$/.test(record.kind);
  if (record && demanded) {
    const act = record.condition ?? record.consequence;
    return act === null ? null : { span: act.span, polarity };
  }
  const condition = record?.condition ?? told;
  if (condition) {
    const { span } = condition;
    if (polarity === 'if') return { span, polarity: condition.polarity };
    return { span, polarity: condition.polarity === 'if' ? 'unless' : 'if' };
  }
  const act = record?.consequence ?? null;
  return act === null ? null : { span: act.span, polarity };
}

/** "The condition: Russian troops must go first", "Its price was that ...": the span of the condition told for what stood before, or null. */
export function laterCondition(s: Sentence): Span | null {
  const { terms } = lexicon();
  let noun = -1;
  for (let i = 0; i < s.size && i < 5; i++) {
    if (s.upos[i] === 'VERB' || s.upos[i] === 'PUNCT') break;
    if (s.upos[i] === 'NOUN' && terms.has(lemma(s, i))) noun = i;
  }
  if (noun < 0) return null;
  let at = noun + 1;
  if (s.form[at] === ':') at++;
  else if (/^(is|was|are|were)$/i.test(s.form[at] ?? '') && /^(that|:)$/i.test(s.form[at + 1] ?? '')) at += 2;
  else return null;
  const words: number[] = [];
  for (let i = at; i < s.size; i++) words.push(i);
  return words.length < 2 ? null : trimmed(s, withoutAttribution(s, words));
}

/** The last condition that no commitment of the sentence has taken, to be pointed back to. */
export function looseCondition(conditions: readonly FoundCondition[]): Given | null {
  const last = conditions.at(-1);
  return last ? { span: last.span, polarity: last.polarity } : null;
}

/** The sentence is a question. */
export function isQuestion(s: Sentence): boolean {
  return s.form.slice(-3).includes('?');
}

/** "Hand over your guns and you will be spared", "stop, or we'll stop you": the order that is the condition of what follows, or null. */
export function orderedBefore(s: Sentence, verb: number): { head: number; polarity: 'if' | 'unless' } | null {
  const subject = child(s, verb, 'nsubj');
  if (subject < 0) return null;
  const first = clauseWords(s, subject)[0];
  const cc = s.form[first - 1]?.toLowerCase();
  if (cc !== 'and' && cc !== 'or') return null;
  for (let i = first - 2; i >= 0; i--) {
    if (/^[;]$/.test(s.form[i]) || s.xpos[i] === 'TO' || /^(VBD|VBZ|MD)$/.test(s.xpos[i])) return null;
    if (!/^VBP?$/.test(s.xpos[i]) || s.upos[i] !== 'VERB') continue;
    const opens = i === 0 || /^["“‘':`]+$/.test(s.form[i - 1]);
    if (opens) return { head: i, polarity: cc === 'and' ? 'if' : 'unless' };
  }
  return null;
}
