// Conditions that no conjunction opens: whoever does a thing, and what comes upon him. "Any boat that approached would be fired upon", "soldiers who gave
// themselves up would not be harmed", "those who sheltered the gunmen must expect to be bombed".

import type { Cast } from '../actors/index.js';
import { child, type Sentence } from '../language/index.js';
import { actorAt, isNegated, lemma, modalOf } from './clause.js';
import type { Draft } from './draft.js';
import type { Political } from './sides.js';

const ANY = /^(any|every|each|all|those|anyone|anybody|everyone|everybody|whoever|whatever|whichever)$/i;

/** The subject of the consequence at `q` where it is what brings the consequence about, or -1. */
export function whoeverDoes(
  s: Sentence,
  q: number,
  draft: Draft,
  cast: Cast,
  sides: Political,
  holder: string | null,
): number {
  if (!/^(sign|threat|warning|promise)$/.test(draft.kind) || s.upos[q] !== 'VERB') return -1;
  if (!/^(will|would|shall|must|may|could|can)$/.test(modalOf(s, q) ?? '')) return -1;
  const passive = child(s, q, 'nsubj:pass') >= 0;
  const subject = passive ? child(s, q, 'nsubj:pass') : child(s, q, 'nsubj');
  if (subject < 0 || subject > q || subject === draft.holder) return -1;
  // "those must expect to": in the active only who suffers, not who acts.
  if (!passive && !/^(expect|face|suffer|pay|regret|die|lose|bear|find|have|be|answer)$/.test(lemma(s, q))) return -1;
  const doing = child(s, subject, 'acl:relcl', 'acl');
  if (doing < subject || doing > q) return -1;
  if (s.deprel[doing] === 'acl' && s.xpos[doing] !== 'VBG') return -1;
  const word = child(s, subject, 'det');
  const open = ANY.test(s.form[subject]) || (word >= 0 && ANY.test(s.form[word]));
  const side = sides.side(actorAt(cast, s, subject)?.actor ?? null);
  if (!open && side !== null && side === sides.side(holder)) return -1;
  // "no ship that called there would be let in" is refused whatever it does.
  if (isNegated(s, q) && /^no$/i.test(s.form[word] ?? '')) return -1;
  const bare = word < 0 && /^(NNS|NNPS)$/.test(s.xpos[subject]) && child(s, subject, 'nummod', 'nmod:poss') < 0;
  return open || bare ? subject : -1;
}

/** "any soldier crossing the | frontier would be met with fire": the words of the whole phrase, where the tree began it behind its participle. */
export function wholePhrase(s: Sentence, words: readonly number[]): number[] {
  const first = words[0];
  let at = first - 1;
  while (at > 0 && /^(ADP|DET|ADJ)$/.test(s.upos[at]) && !ANY.test(s.form[at])) at--;
  if (at < 1 || s.xpos[at] !== 'VBG') return [...words];
  for (let i = at - 1; i >= 0 && i > at - 6; i--) {
    if (/^(VERB|AUX|PUNCT|CCONJ|SCONJ)$/.test(s.upos[i])) return [...words];
    if (!ANY.test(s.form[i])) continue;
    const more: number[] = [];
    for (let k = i; k < first; k++) more.push(k);
    return [...more, ...words];
  }
  return [...words];
}
