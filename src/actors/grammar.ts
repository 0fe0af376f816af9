// Small questions about where a phrase stands in its sentence.

import { relation, type Sentence } from '../language/index.js';

const SCENE = new Set([
  'in',
  'at',
  'near',
  'outside',
  'inside',
  'around',
  'throughout',
  'across',
  'off',
  'along',
  'within',
  'through',
  'via',
  'into',
  'over',
  'above',
  'beyond',
]);
const PARTNER = new Set(['with', 'by', 'between', 'against', 'toward', 'towards', 'among', 'including', 'for', 'upon']);

/** What is done to a town and not to its government. */
const TO_PLACES = new Set(
  'visit leave reach enter tour bomb attack shell hit strike capture seize take surround besiege shut rock shake hold defend approach evacuate flee quit rebuild occupy storm paralyse paralyze'.split(
    ' ',
  ),
);

/** The preposition before a phrase: by the tree, else the word before it. */
function preposition(s: Sentence, head: number, first: number): string {
  for (let i = first - 1; i >= 0 && i >= first - 4; i--) {
    if (s.head[i] === head && s.deprel[i] === 'case') return s.form[i].toLowerCase();
  }
  return first > 0 && s.upos[first - 1] === 'ADP' ? s.form[first - 1].toLowerCase() : '';
}

/** The phrase that a conjunct is joined to. */
function leader(s: Sentence, head: number): number {
  let at = head;
  for (let steps = 0; steps < 4 && s.deprel[at] === 'conj'; steps++) {
    // "To Szohod on Monday and to Vars on Friday": joined to the verb, with a preposition of its own.
    if (s.upos[s.head[at]] === 'VERB' && at > 0 && s.upos[at - 1] === 'ADP') break;
    at = s.head[at];
  }
  return at;
}

/** True when the phrase only tells where something is. */
export function isScene(s: Sentence, head: number, first: number): boolean {
  // "The capital Szohod", "the port city of Vars": a town that is called one is a place.
  if (first > 1 && /^(?:capital|city|town|port)$/.test(s.form[first - 1])) return true;
  if (SCENE.has(preposition(s, head, first))) return true;
  const at = leader(s, head);
  return at !== head && SCENE.has(preposition(s, at, at));
}

/** True when a place name stands for those who act there: subject, agent, possessor, partner. */
export function actsHere(s: Sentence, head: number, first: number): boolean {
  const at = leader(s, head);
  const rel = relation(s.deprel[at]);
  if (rel === 'nsubj' || rel === 'root' || s.deprel[at] === 'obl:agent' || s.deprel[at] === 'nmod:poss') return true;
  const verb = s.head[at];
  if (verb > head && rel === 'obl' && clauseOpens(s, head, verb, first)) return true;
  if (rel === 'obj' && verb >= 0 && s.upos[verb] === 'VERB') return !TO_PLACES.has(s.lemma[verb]);
  return PARTNER.has(preposition(s, at, at === head ? first : at));
}

/** "After Szohod refused": the tree has taken the conjunction for a preposition, and the verb has no other subject. */
function clauseOpens(s: Sentence, head: number, verb: number, first: number): boolean {
  if (!/^(?:after|before|since|until|as)$/i.test(s.form[first - 1] ?? '') || !/^VB[DZP]$/.test(s.xpos[verb]))
    return false;
  for (let w = 0; w < s.size; w++) if (s.head[w] === verb && relation(s.deprel[w]) === 'nsubj') return false;
  for (let w = head + 1; w < verb; w++) if (!/^(?:AUX|ADV|PART|PROPN)$/.test(s.upos[w])) return false;
  return true;
}

/** The words from `first` up to `end` as they stand, with single spaces. */
export function textOf(s: Sentence, first: number, end: number): string {
  let text = '';
  for (let i = first; i < end; i++) {
    if (i > first && s.start[i] > s.end[i - 1]) text += ' ';
    text += s.form[i];
  }
  return text;
}

/** How prominent a mention is: 3 subject, 2 object, 1 anything else. */
export function weightOf(s: Sentence, head: number): number {
  const rel = relation(s.deprel[leader(s, head)]);
  if (rel === 'nsubj') return 3;
  return rel === 'obj' || rel === 'iobj' || s.deprel[head] === 'obl:agent' ? 2 : 1;
}
