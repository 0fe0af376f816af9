// What a speaker wants in plain imperatives: "Stop the shelling," "Let them give us the bodies."

import { child, type Sentence } from '../language/index.js';
import { lemma } from './clause.js';
import { type Draft, draftAt } from './draft.js';

/** Imperatives that ask for nothing: figures of speech, and words to reporters. */
const IDLE =
  /^(look|believe|remember|imagine|see|thank|wait|ask|tell|make|forget|think|listen|read|note|suppose|say|call|trust|mark|rest|go|come|guess|consider|bless|damn|pray|watch|hear|know|mind|show|excuse|pardon|welcome|love|be|have|do|try)$/;

/** The imperative that opens a quotation or a sentence, or null. */
export function fromImperative(s: Sentence, at: number): Draft | null {
  if (s.xpos[at] !== 'VB' || s.upos[at] !== 'VERB' || child(s, at, 'nsubj', 'nsubj:pass', 'aux', 'mark') >= 0)
    return null;
  const before = s.form[at - 1];
  if (before !== undefined && !/^(["“‘'`]|``|-|:)$/.test(before)) return null;
  // "Let them pay and the trains will run": a condition.
  for (let i = at + 1; i < s.size; i++)
    if (
      /^(conj|parataxis)$/.test(s.deprel[i]) &&
      child(s, i, 'nsubj') > at &&
      /^and$/i.test(s.form[child(s, i, 'cc')] ?? '')
    )
      return null;
  const word = lemma(s, at);
  if (word === 'let') {
    const whom = at + 1;
    const verb = s.form.findIndex((_, i) => i > whom && i < whom + 7 && s.xpos[i] === 'VB' && s.upos[i] === 'VERB');
    if (verb < 0 || /^(us|me|['’]s)$/i.test(s.form[whom] ?? '')) return null;
    return draftAt(s, at, 'demand', 'imperative.ts:let', { q: verb, trigger: at, triggerEnd: at });
  }
  if (IDLE.test(word) || child(s, at, 'obj', 'obl', 'xcomp') < 0) return null;
  return draftAt(s, at, 'demand', 'imperative.ts:bare', { trigger: at, triggerEnd: at });
}
