// Which commitment of a sentence each of its conditions belongs to.

import { children, type Sentence } from '../language/index.js';
import { above, lemma, modalOf } from './clause.js';
import type { FoundCondition } from './conditions.js';
import type { Draft } from './draft.js';
import { isCommitting } from './lexicon.js';

/** "after the king promised": something that was done. */
function isSequel(s: Sentence, { opener, head }: FoundCondition): boolean {
  return opener === 'after' && s.xpos[head] === 'VBD' && isCommitting(lemma(s, head));
}

/** "when", "after" and their like are mere time where what they hang on is past. */
export function isBinding(s: Sentence, condition: FoundCondition): boolean {
  if (condition.needs !== 'future') return true;
  // "agreed after the minister promised": first the one, then the other.
  if (isSequel(s, condition)) return false;
  return condition.governor >= 0 && (modalOf(s, condition.governor) !== null || s.xpos[condition.governor] === 'VB');
}

const KEEPING = /^(observe|keep|hold|stay|refrain|maintain|remain|respect|honou?r|abide|cease|suspend|freeze)$/;

/** Which draft each condition belongs to: the first that stands above it in the tree, else the nearest one. */
export function assign(
  s: Sentence,
  drafts: readonly Draft[],
  conditions: readonly FoundCondition[],
): Map<Draft, FoundCondition> {
  const given = new Map<Draft, FoundCondition>();
  for (const condition of conditions) {
    const fits = (draft: Draft): boolean => {
      if (isSequel(s, condition)) return false;
      if (given.has(draft) || draft.given !== null || condition.words.includes(draft.q)) return false;
      // "demanded that it withdraw before the talks begin": by when, and under no condition.
      if (condition.needs === 'negated')
        return (
          draft.kind === 'refusal' ||
          draft.negated ||
          (draft.kind === 'demand' && condition.opener !== 'before') ||
          // "would observe a truce while the commission sat": for as long as it does.
          (condition.opener === 'while' && /^(sign|promise|offer)$/.test(draft.kind) && KEEPING.test(lemma(s, draft.q)))
        );
      if (condition.needs === 'future') return draft.kind !== 'demand' && draft.kind !== 'warning';
      return true;
    };
    let owner: Draft | undefined;
    for (const up of above(s, condition.head)) {
      const temporal = condition.needs === 'future';
      owner = drafts.find(
        (draft) =>
          fits(draft) &&
          (draft.q === up ||
            (!temporal && (draft.trigger === up || (s.upos[draft.trigger] === 'AUX' && s.head[draft.trigger] === up)))),
      );
      if (owner) break;
    }
    if (!owner && condition.needs === 'future') owner = aheadOf(s, drafts.filter(fits), condition);
    if (!owner && condition.needs === 'nothing') {
      let best = Number.POSITIVE_INFINITY;
      for (const draft of drafts) {
        if (!fits(draft)) continue;
        const distance = Math.min(Math.abs(draft.q - condition.marker), Math.abs(draft.trigger - condition.head));
        if (distance < best) {
          best = distance;
          owner = draft;
        }
      }
    }
    if (owner) given.set(owner, condition);
  }
  return given;
}

/**
 * "is prepared to hold talks after a truce takes effect", "will free the tanker, held for a month, once it has assurances": a clause of the present, or
 * of the past behind "would", tells what is to come, whatever the tree hung it on.
 */
function aheadOf(s: Sentence, drafts: readonly Draft[], { marker, head, opener }: FoundCondition): Draft | undefined {
  // "on Feb. 15, the next time the council sits": a day.
  if (/time$/.test(opener)) return undefined;
  return drafts.findLast(({ q }) => {
    if (q >= marker || marker - q > 14) return false;
    const modal = modalOf(s, q);
    if (modal === null && s.xpos[q] !== 'VB') return false;
    const verbs = [head, ...children(s, head).filter((i) => /^(aux|cop)/.test(s.deprel[i]))];
    const now = verbs.some((i) => /^(VBZ|VBP)$/.test(s.xpos[i]));
    const then = modal === 'would' && verbs.some((i) => s.xpos[i] === 'VBD');
    if (!now && !then) return false;
    for (let i = q + 1; i < marker; i++)
      if (/^(VBD|VBZ|VBP|MD|;|:)$/.test(s.xpos[i]) || s.form[i] === ';') return false;
    return true;
  });
}
