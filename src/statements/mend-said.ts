// What is said, where the model is sure of a verb of saying and of who says it, but found nothing that is said: a sentence that ends in
// its source ("The talks are off, Holm told a news conference in Szohod."), a clause behind one who hears it.

import type { Draft } from './read.js';
import { childOf, classOf, endOf, isPassive, isSaying, makesClause, range, SPOKEN } from './shapes.js';
import { speechTable } from './speech.js';
import type { View } from './view.js';
import { fronted, officeBefore, segment } from './voices.js';

/** How many words may stand behind a source and its verb that close a sentence: who hears it, where, when. */
const BEHIND = 16;

/** "The talks are off, Holm told a news conference.": what stands before the comma is said, when nothing else is. */
export function withSaid(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  if (content.length > 0 || draft.source.length === 0) return draft;
  if (!speaks(v, c)) return withAct(draft);
  // "A communique said an infantry brigade launched": a source on both sides is the one before and the beginning of what is said.
  const source = draft.source[0] < c ? draft.source.filter((w) => w < c) : draft.source;
  for (let w = 0; w < v.size; w++) if (v.quote[w] >= 0 && v.scare[w] === 0) return draft;
  if (v.closes || /:\s*$/.test(v.sentence.form[v.size - 1])) return draft;
  const voiced = { ...draft, source };
  const before = closed(voiced);
  if (before.length > 0) return { ...voiced, content: before };
  const behind = clauseBehind(voiced);
  return behind.length > 0 ? { ...voiced, content: behind } : draft;
}

/** "threatened on Saturday to kill him unless ...": what one threatens, promises or demands is the infinitive, to its end. */
function withAct(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  if (s.upos[c] !== 'VERB' || (kind !== 'promise' && kind !== 'demand') || isPassive(v, c) || v.quote[c] >= 0)
    return draft;
  const act = Math.max(childOf(v, c, 'xcomp'), childOf(v, c, 'advcl'));
  let to = c + 1;
  while (to < act && !/^to$/i.test(s.form[to])) to++;
  if (act < c || to >= act || to > c + 7 || s.upos[to] !== 'PART') return draft;
  const words = range(to, endOf(v));
  return words.some((w) => isSaying(v, w) || v.quote[w] >= 0) ? draft : { ...draft, content: words };
}

/** A finite or participial verb of saying outside quotations, not asked of anybody. */
function speaks(v: View, c: number): boolean {
  const kind = classOf(v, c);
  return (
    v.sentence.upos[c] === 'VERB' &&
    kind !== null &&
    (SPOKEN.has(kind) || kind === 'predict') &&
    kind !== 'ask' &&
    kind !== 'deny' &&
    v.quote[c] < 0 &&
    !isPassive(v, c)
  );
}

/** The words before the comma that a source and its verb stand behind, where they close the sentence; none otherwise. */
function closed({ view: v, cue: c, source }: Draft): number[] {
  const s = v.sentence;
  const voice = Math.min(source[0], c);
  const last = Math.max(source[source.length - 1], c);
  const comma = voice - 1;
  if (comma < 4 || s.form[comma] !== ',') return [];
  for (let w = last + 1; w < v.size; w++) {
    // ", asking not to be named because he was ...": about the one who speaks.
    if (s.form[w] === ',' && s.xpos[w + 1] === 'VBG') break;
    if (/^on$/i.test(s.form[w]) && /^(?:condition|background)$/i.test(s.form[w + 1] ?? '')) break;
    if (makesClause(v, w) || s.upos[w] === 'SCONJ' || w - last > BEHIND) return [];
  }
  const words = range(/^(?:but|and|yet)$/i.test(s.form[0]) ? 1 : 0, comma);
  return words.some((w) => makesClause(v, w)) && !words.some((w) => isSaying(v, w)) ? words : [];
}

/** The clause behind a verb, and behind one who hears it; none where no clause follows. */
function clauseBehind({ view: v, cue: c, source }: Draft): number[] {
  const s = v.sentence;
  if (source[source.length - 1] > c) return [];
  let first = c + 1;
  if (speechTable().verbs.get(s.lemma[c].toLowerCase())?.frames.has('person') === true) {
    first = behindHearer(v, c);
    if (first < 0) return [];
  } else if (childOf(v, c, 'ccomp') < c || !/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM|SCONJ)$/.test(s.upos[first] ?? ''))
    return [];
  const words = range(first, endOf(v));
  return words.some((w) => makesClause(v, w)) && !words.some((w) => isSaying(v, w)) ? words : [];
}

/** Behind "a press conference", "the Tribune", "him": -1 when no such phrase stands behind the verb, or nothing that can begin a clause behind it. */
export function behindHearer(v: View, c: number): number {
  const s = v.sentence;
  let w = c + 1;
  if (s.upos[w] === 'PRON') w++;
  else {
    while (/^(?:DET|ADJ)$/.test(s.upos[w] ?? '') && s.xpos[w] !== 'NNP') w++;
    const noun = w;
    while (s.upos[w] === 'NOUN') w++;
    if (s.upos[c + 1] !== 'DET' || w === noun) return -1;
  }
  return /^(?:DET|PRON|NUM|SCONJ)$/.test(s.upos[w] ?? '') || s.xpos[w] === 'NNP' ? w : -1;
}

/** "Members of the council passed over the matter, delegates said.": the source right before the verb that closes the sentence, and nothing else. */
export function withLastVoice(draft: Draft): Draft {
  const { view: v, cue: c, source } = draft;
  const s = v.sentence;
  if (!speaks(v, c) || c < v.size - 3 || draft.content.length === 0) return draft;
  const words = fronted(v, c);
  const and = (words[0] ?? 0) - 1;
  // "minister of energy, telecoms and post Ida Holm": back over what stands before "and".
  const comma = /^and$/i.test(s.form[and] ?? '') ? (segment(v, and)?.[0] ?? 0) - 1 : and;
  if (comma < 4 || s.form[comma] !== ',' || words[words.length - 1] > c) return draft;
  if (comma < and && officeBefore(v, comma).length === 0) return draft;
  const office = officeBefore(v, comma);
  if (office.length === 0 && source[0] >= words[0] && source.includes(words[0])) return draft;
  const before = range(/^(?:but|and|yet)$/i.test(s.form[0]) ? 1 : 0, office.length > 0 ? office[0] - 1 : comma);
  if (!before.some((w) => makesClause(v, w)) || before.some((w) => v.quote[w] >= 0 || isSaying(v, w))) return draft;
  return { ...draft, source: range(office[0] ?? words[0], words[words.length - 1] + 1), content: before };
}
