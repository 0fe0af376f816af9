// What the learned reader is told of a sentence and of the dispatch around it, found once and asked for every word.

import type { Sentence } from '../../language/index.js';
import type { Commitment, Event, TimeExpression } from '../../records.js';
import { lemma } from '../clause.js';
import type { Coded } from '../coded.js';
import type { FoundCondition } from '../conditions.js';
import { isCrisis } from '../crisis.js';
import type { Draft } from '../draft.js';
import { lexicon } from '../lexicon.js';
import type { Made } from '../made.js';
import type { Political } from '../sides.js';

export interface Scene {
  readonly coded: Coded;
  readonly sides: Political;
  readonly s: Sentence;
  readonly headline: boolean;
  readonly conditions: readonly FoundCondition[];
  /** The drafts of the codebook's words by their trigger, and by the head of what is committed to. */
  readonly byTrigger: ReadonlyMap<number, Draft>;
  readonly byConsequence: ReadonlyMap<number, Draft>;
  readonly events: readonly Event[];
  readonly times: readonly TimeExpression[];
  /** Words of the codebook in the sentence before, up to three, times four, and in this one, up to three. */
  readonly before: number;
  readonly crisis: boolean;
  /** What sort of dispatch it is, in steps: how much conflict is coded in it, how many figures, how many words of commitment. */
  readonly manner: Manner;
  /** What the rules made of a word, by word; null where they are not to be asked. */
  readonly ruled: ReadonlyMap<number, Ruled> | null;
}

/** A record of the rules, or a draft of which they made none. */
export interface Ruled {
  readonly kind: Commitment['kind'] | 'none';
  readonly rule: string;
}

/** The words that make a record: of a modal's those of the act, since it is the act that is asked about. */
export function wordsOf(s: Sentence, { draft, record }: Made): number[] {
  if (draft) return draft.worded ? [draft.trigger, draft.triggerEnd] : [draft.trigger, draft.triggerEnd, draft.q];
  for (let i = 0; i < s.size; i++) if (s.start[i] === record.trigger[0]) return [i];
  return [];
}

export function ruledIn(s: Sentence, drafts: readonly Draft[], made: readonly Made[]): ReadonlyMap<number, Ruled> {
  const found = new Map<number, Ruled>();
  for (const { trigger, triggerEnd, q, rule, worded } of drafts)
    for (const word of worded ? [trigger, triggerEnd] : [trigger, triggerEnd, q])
      found.set(word, { kind: 'none', rule });
  for (const one of made)
    for (const word of wordsOf(s, one)) found.set(word, { kind: one.record.kind, rule: one.record.rule });
  return found;
}

export interface Manner {
  readonly conflict: number;
  readonly figures: number;
  readonly words: number;
}

const manners = new WeakMap<Coded, Manner>();

function mannerOf(coded: Coded): Manner {
  let found = manners.get(coded);
  if (!found) {
    let [size, figures, words] = [1, 0, 0];
    for (const s of coded.sentences) {
      size += s.size;
      words += listedIn(s);
      for (let i = 0; i < s.size; i++) if (s.upos[i] === 'NUM') figures++;
    }
    const conflict = coded.events.filter(({ quad }) => quad > 2).length;
    found = {
      conflict: Math.min(4, Math.ceil((conflict * 4) / Math.max(1, coded.sentences.length / 4))),
      figures: Math.min(4, Math.floor((figures * 100) / size)),
      words: Math.min(4, Math.floor((words * 2) / Math.max(1, coded.sentences.length))),
    };
    manners.set(coded, found);
  }
  return found;
}

/** How many words of the codebook's verbs and nouns a sentence holds, up to three. */
export function listedIn(s: Sentence): number {
  const { verbs, nouns } = lexicon();
  let count = 0;
  for (let i = 0; i < s.size && count < 3; i++) {
    if (s.upos[i] === 'VERB' ? verbs.has(lemma(s, i)) : s.upos[i] === 'NOUN' && nouns.has(lemma(s, i))) count++;
  }
  return count;
}

export function sceneOf(
  coded: Coded,
  sides: Political,
  s: Sentence,
  times: readonly TimeExpression[],
  worded: readonly Draft[],
  before: number,
  conditions: readonly FoundCondition[],
  ruled: Scene['ruled'],
): Scene {
  return {
    coded,
    sides,
    s,
    headline: s.span[0] < (coded.dispatch.paragraphs[0]?.[0] ?? 0),
    conditions,
    byTrigger: new Map(worded.map((draft) => [draft.trigger, draft])),
    byConsequence: new Map(worded.map((draft) => [draft.q, draft])),
    events: coded.events.filter(({ trigger }) => trigger[0] < s.span[1] && s.span[0] < trigger[1]),
    times,
    before,
    crisis: isCrisis(coded, sides),
    manner: mannerOf(coded),
    ruled,
  };
}
