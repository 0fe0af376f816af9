// What was taken back is no longer told: "withdrew an offer to host the talks", "took back its promise", "an offer that was later withdrawn".

import { child, children, type Sentence } from '../language/index.js';
import { isNegated, lemma, modalOf, verbOf } from './clause.js';

const TAKEN_BACK =
  /^(withdraw|retract|rescind|revoke|drop|abandon|renounce|recant|disavow|repudiate|shelve|scrap|cancel|take_back|call_off|give_up)$/;
const BACKED =
  /^(back_away|back_down|back_off|back|backtrack|backpedal|renege|retreat|go_back|step_back|walk_away|retreat)$/;

/** True when the noun at `trigger` (an offer, a promise, a threat, a demand) is what somebody took back. */
export function isTakenBack(s: Sentence, trigger: number): boolean {
  if (s.upos[trigger] !== 'NOUN') return false;
  if (children(s, trigger).some((i) => /^(acl|amod)/.test(s.deprel[i]) && isBack(s, i) && !isOpen(s, i))) return true;
  const verb = s.head[trigger];
  if (verb < 0 || s.upos[verb] !== 'VERB' || isOpen(s, verb)) return false;
  if (/^(obj|nsubj:pass)$/.test(s.deprel[trigger])) return isBack(s, verb);
  const opener = s.form[child(s, trigger, 'case')] ?? '';
  return /^obl/.test(s.deprel[trigger]) && /^(from|on)$/i.test(opener) && BACKED.test(verbOf(s, verb));
}

function isBack(s: Sentence, verb: number): boolean {
  return TAKEN_BACK.test(verbOf(s, verb)) || (lemma(s, verb) === 'take' && /^back$/i.test(s.form[verb + 1] ?? ''));
}

/** "refused to withdraw its threat", "would drop its demand if": not taken back, or not yet. */
function isOpen(s: Sentence, verb: number): boolean {
  if (isNegated(s, verb) || modalOf(s, verb) !== null) return true;
  if (/^(VBD|VBZ|VBP)$/.test(s.xpos[verb])) return false;
  return !(s.xpos[verb] === 'VBN' || s.xpos[verb] === 'JJ');
}
