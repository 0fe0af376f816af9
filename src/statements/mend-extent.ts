// Mends how far the content of a draft reaches, by rules over the tree: lists, clauses and phrases that the model broke off,
// "what it says is ...".

import { behindHearer } from './mend-said.js';
import type { Draft } from './read.js';
import { childOf, classOf, endOf, isPassive, makesClause, NOBODY, range, runsOf, SPOKEN } from './shapes.js';
import { speechTable } from './speech.js';
import type { View } from './view.js';

/** How far behind its content a cue may stand and the whole sentence be said. */
const LONGEST_SOURCE = 30;

/** "It appears that ...": nobody's word; "it" belongs to the cue. */
export function withIt(draft: Draft): Draft {
  const { view: v, cue: c, source, cueWords } = draft;
  const first = cueWords[0];
  const it = first > 0 && /^it$/i.test(v.sentence.form[first - 1]);
  if (!it || source.length > 0 || classOf(v, c) !== 'seem' || draft.content.includes(first - 1)) return draft;
  return { ...draft, cueWords: [first - 1, ...cueWords] };
}

/** "The offer was rejected, and talks are over, Holm said.": a report that ends in its cue is the whole sentence. */
export function withWhole(draft: Draft): Draft {
  const { view: v, cue: c, source } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  if (kind !== 'say' && kind !== 'write' && kind !== 'tell') return draft;
  let { content } = draft;
  if (content.length === 0 || source.length === 0 || content[content.length - 1] > c || v.quote[c] >= 0) return draft;
  const first = content[0];
  const comma = Math.min(source[0], c) - 1;
  if (s.form[comma] === ',' && content[content.length - 1] < comma - 1 && runsOf(content).length === 1) {
    const gap = range(content[content.length - 1] + 1, comma);
    if (gap.some((w) => v.quote[w] >= 0 || (v.speech[w] !== 0 && classOf(v, w) === 'say'))) return draft;
    content = [...content, ...gap];
  }
  const mended = content === draft.content ? draft : { ...draft, content };
  if (first === 0 || v.quote[first] >= 0 || c - content[content.length - 1] > LONGEST_SOURCE) return mended;
  for (let w = 0; w < first; w++) {
    // Another's word, or this cue's own: the sentence has more than one voice.
    const quoted = v.quote[w] >= 0 && v.scare[w] === 0;
    if (quoted || source.includes(w) || (v.speech[w] !== 0 && classOf(v, w) === 'say')) return mended;
  }
  if (!/^[,"”'’]$/.test(s.form[content[content.length - 1] + 1] ?? '')) return mended;
  const behind = s.size - 1 - Math.max(c, source[source.length - 1]);
  if (behind > 6) return mended;
  const whole: number[] = [];
  for (let w = /^(?:but|and|yet)$/i.test(s.form[0]) ? 1 : 0; w <= content[content.length - 1]; w++) whole.push(w);
  return { ...draft, content: whole };
}

/** "what it says is the West's re-arming": the content is "what" and what it is. */
export function withWhat(draft: Draft): Draft {
  const { view: v, cue: c, source } = draft;
  const s = v.sentence;
  if (source.length === 0 || classOf(v, c) === null || source[source.length - 1] > c) return draft;
  const what = source[0] - 1;
  if (what < 0 || !/^what$/i.test(s.form[what]) || c + 2 >= v.size) return draft;
  if (!/^(?:is|was|are|were|will|would|amounts?|amounted)$/i.test(s.form[c + 1])) return draft;
  const content = [what];
  for (let w = c + 1; w < v.size && !/^(?:[,.;:—–)]|--)$/.test(s.form[w]); w++) content.push(w);
  return { ...draft, content };
}

/** "Ida Holm charged at a meeting that ...": a clause with "that" behind an active verb is its content, whatever the model took. */
export function withThat(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  if (s.upos[c] !== 'VERB' || isPassive(v, c) || v.quote[c] >= 0) return draft;
  const own = childOf(v, c, 'nsubj');
  const kind = classOf(v, c);
  if (own < 0 || own > c || kind === null || NOBODY.has(kind)) return draft;
  if (content.some((w) => w > c) && !content.includes(own)) return draft;
  let that = c + 1;
  while (that < v.size && that <= c + 16 && !isThat(v, that) && !/^(?:AUX|PRON|PUNCT|SCONJ|VERB)$/.test(s.upos[that]))
    that++;
  return that < v.size && isThat(v, that)
    ? { ...draft, cueWords: draft.cueWords.filter((w) => w <= c), content: range(that, endOf(v)) }
    : draft;
}

function isThat(v: View, word: number): boolean {
  return v.sentence.upos[word] === 'SCONJ' && v.sentence.form[word].toLowerCase() === 'that';
}

/** "wants guarantees that A will not happen, and that B will not": what goes on with "and that" is said too. */
export function withMore(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  const last = content[content.length - 1] ?? -1;
  if (last < c) return draft;
  let at = last + 1;
  if (s.form[at] === ',') at++;
  if (
    !/^(?:and|or|but)$/i.test(s.form[at] ?? '') ||
    !/^that$/i.test(s.form[at + 1] ?? '') ||
    s.upos[at + 1] !== 'SCONJ'
  )
    return draft;
  const end = endOf(v);
  for (let w = at; w < end; w++) if (v.quote[w] !== v.quote[last]) return draft;
  return { ...draft, content: [...content, ...range(last + 1, end)] };
}

/** "said it will sell A, B and C for two years": a list that the content breaks off in is told to its end. */
export function withList(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  const last = content[content.length - 1] ?? -1;
  if (last < c || kind === null || v.quote[last] >= 0) return draft;
  const next = s.form[last + 1] ?? '';
  if (!/^(?:,|and|or)$/i.test(next)) return draft;
  const inside = new Set(content);
  // The first word behind the break that is joined to something said.
  for (let w = last + 1; w < v.size && w <= last + 12; w++) {
    if (s.deprel[w] !== 'conj' || !inside.has(v.head[w]) || v.head[w] === c) continue;
    if (s.upos[w] === 'VERB' || s.upos[w] === 'AUX' || s.upos[v.head[w]] === 'VERB') return draft;
    let end = last + 1;
    for (let u = last + 1; u < v.size; u++) {
      // On over everything that hangs on what was said.
      let up = u;
      for (let steps = 0; up >= 0 && up > last && steps < 30; steps++) up = v.head[up];
      if (up < 0 || !inside.has(up) || v.quote[u] >= 0) break;
      if (/^(?:VERB|AUX)$/.test(s.upos[u]) && s.deprel[u] === 'conj') break;
      end = u + 1;
    }
    while (end > last + 1 && s.upos[end - 1] === 'PUNCT' && !/^[>)]$/.test(s.form[end - 1])) end--;
    return end === last + 1 ? draft : { ...draft, content: [...content, ...range(last + 1, end)] };
  }
  return draft;
}

/** "others counted on a quarter point": a bare article is the beginning of its phrase. */
export function withPhrase(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  if (content.length === 0 || content.length > 2 || !content.every((w) => s.upos[w] === 'DET' && s.deprel[w] === 'det'))
    return draft;
  const head = v.head[content[0]];
  if (head < content[0] || v.quote[head] !== v.quote[c] || head < c !== content[0] < c) return draft;
  return {
    ...draft,
    content: range(content[0], v.right[head] + 1).filter((w) => s.upos[w] !== 'PUNCT' || w < v.right[head]),
  };
}

/** "opposed an extension of violence in the Gulf": a phrase that hangs on the last words said is said with them. */
export function withTail(draft: Draft): Draft {
  const { view: v, cue: c, content, source } = draft;
  const s = v.sentence;
  const last = content[content.length - 1] ?? -1;
  if (last < c || v.quote[last] >= 0 || s.upos[last + 1] !== 'ADP' || s.deprel[last + 1] !== 'case') return draft;
  const head = v.head[last + 1];
  const governor = v.head[head];
  const own =
    governor === c &&
    /^(?:promise|demand|refuse)$/.test(classOf(v, c) ?? '') &&
    /^(?:for|to|until|by|over)$/i.test(s.form[last + 1]);
  if (head < last || !(own || (governor > c && content.includes(governor)))) return draft;
  const end = v.right[head] + 1;
  const more = range(last + 1, end);
  const breaks = (w: number) =>
    /^(?:AUX|PUNCT|SCONJ|CCONJ)$/.test(s.upos[w]) || (s.upos[w] === 'VERB' && !/^VB[GN]$/.test(s.xpos[w]));
  if (more.some((w) => breaks(w) || v.quote[w] >= 0 || source.includes(w))) return draft;
  return { ...draft, content: [...content, ...more] };
}

/** "told a cabinet meeting that": whom it is told to is no part of what is told. */
export function withTold(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  const first = content.findIndex((w) => w > c);
  if (first < 0 || content[first] > c + 9 || v.quote[content[first]] >= 0) return draft;
  if (content[first] > c + 2 && !(s.upos[c + 1] === 'DET' && !content.includes(c + 1))) return draft;
  if (speechTable().verbs.get(s.lemma[c].toLowerCase())?.frames.has('person') !== true || s.upos[c] !== 'VERB')
    return draft;
  let that = content[first] > c + 2 ? c + 1 : content[first];
  while (
    that < v.size &&
    that < c + 14 &&
    /^(?:DET|ADJ|NOUN|PROPN|PRON|NUM|ADP|PART)$/.test(s.upos[that]) &&
    !isThat(v, that) &&
    s.form[that] !== 'THAT'
  )
    that++;
  // In capitals the tagger knows "that" less well.
  const clause = isThat(v, that) || (/^THAT$/.test(s.form[that] ?? '') && that > c + 1);
  if (that === content[first] || !clause) return withoutHearer(draft);
  return { ...draft, content: content.filter((w) => w < c || w >= that) };
}

/** "told a meeting he wanted peace": the same without "that". */
function withoutHearer(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const hearer = childOf(v, c, 'obj') > c ? childOf(v, c, 'obj') : childOf(v, c, 'iobj');
  const clause = childOf(v, c, 'ccomp');
  const next = content.find((w) => w > c) === c + 1 ? behindHearer(v, c) : -1;
  // A tree that makes one phrase of the hearer and the one who is spoken of: "told a press conference Foreign Minister Gladz was".
  if ((hearer < 0 || clause < hearer) && next > c + 2 && content.some((w) => w > next && makesClause(v, w)))
    return { ...draft, content: content.filter((w) => w < c || w >= next) };
  if (hearer < c || clause < hearer || !content.includes(hearer) || !content.includes(clause)) return draft;
  if (v.right[hearer] >= v.left[clause] || v.quote[hearer] >= 0) return draft;
  return { ...draft, content: content.filter((w) => w < c || w > v.right[hearer]) };
}

/** "urged the president in a letter not to sign": what is asked is the infinitive, not the one who is asked. */
export function withAsked(draft: Draft): Draft {
  const { view: v, cue: c, content, source } = draft;
  const s = v.sentence;
  if (s.upos[c] !== 'VERB' || v.quote[c] >= 0 || content.length === 0 || content.length > 8) return draft;
  const object = childOf(v, c, 'obj');
  const act = childOf(v, c, 'xcomp');
  if (object < c || act < object || !content.includes(object) || content.includes(act)) return draft;
  if (classOf(v, c) !== 'demand' || s.xpos[act] !== 'VB' || v.quote[act] >= 0) return draft;
  const words = range(v.left[act], v.right[act] + 1).filter((w) => w > object && !source.includes(w));
  while (words.length > 0 && s.upos[words[words.length - 1]] === 'PUNCT') words.pop();
  return words.length === 0 ? draft : { ...draft, content: words };
}

/** Within a quotation that is more than a phrase. */
function spoken(v: View, word: number): boolean {
  return v.quote[word] >= 0 && v.scare[word] === 0;
}

/** What may end a clause that is said: another verb's clause of its own. */
const TURN = /^(?:but|while|whereas|although|though|as|after|when|before|amid)$/i;

/** "said he would invite the leaders, A and B, to a meeting": a clause behind a verb of speech is said to its end. */
export function withClause(draft: Draft): Draft {
  const { view: v, cue: c, content, source } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  const last = content[content.length - 1] ?? -1;
  if (last < c || kind === null || !SPOKEN.has(kind) || spoken(v, last) || v.quote[c] >= 0) return draft;
  const clause = childOf(v, c, 'ccomp');
  if (clause < c || !content.includes(clause) || v.right[clause] <= last) return draft;
  const more: number[] = [];
  for (let w = last + 1; w <= v.right[clause]; w++) {
    if (spoken(v, w) || source.includes(w) || TURN.test(s.form[w]) || /^[;:–—]$|^--$/.test(s.form[w])) return draft;
    if (v.speech[w] !== 0 && /^VB[DZP]$/.test(s.xpos[w]) && !isRelative(v, w, clause)) return draft;
    if (/^VB[DZP]$/.test(s.xpos[w]) && s.deprel[w] === 'conj') return draft;
    more.push(w);
  }
  while (more.length > 0 && s.upos[more[more.length - 1]] === 'PUNCT' && !/^[>)]$/.test(s.form[more[more.length - 1]]))
    more.pop();
  return more.length === 0 ? draft : { ...draft, content: [...content, ...more] };
}

/** "deficits, which each says it has,": a verb within a clause about something said. */
function isRelative(v: View, word: number, clause: number): boolean {
  for (let w = word; w >= 0 && w !== clause; w = v.head[w]) if (v.sentence.deprel[w] === 'acl:relcl') return true;
  return false;
}

/** "The two reached a deal, Borrell said, averting a crisis": what stands before is said, not the participle alone. */
export function withMain(draft: Draft): Draft {
  const { view: v, cue: c, content, source } = draft;
  const s = v.sentence;
  const behind = content.find((w) => w > c) ?? -1;
  if (behind < 0 || s.xpos[behind] !== 'VBG' || s.form[behind - 1] !== ',' || source.length === 0 || v.quote[c] >= 0)
    return draft;
  const comma = Math.min(source[0], c) - 1;
  if (comma < 4 || s.form[comma] !== ',') return draft;
  const words = range(/^(?:but|and|yet)$/i.test(s.form[0]) ? 1 : 0, comma);
  const other = (w: number) =>
    v.quote[w] >= 0 ||
    (v.head[w] === c && s.deprel[w].startsWith('nsubj')) ||
    (v.speech[w] !== 0 && classOf(v, w) === 'say');
  return words.some(other) ? draft : { ...draft, content: words };
}

/** "said Dunmore last week refused an order": the subject of the clause that is said is said. */
export function withSubject(draft: Draft): Draft {
  const { view: v, cue: c, content, source } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  const first = content[0] ?? -1;
  if (first <= c + 1 || kind === null || !SPOKEN.has(kind)) return draft;
  const clause = childOf(v, c, 'ccomp');
  const subject = clause > c ? childOf(v, clause, 'nsubj') : -1;
  if (subject <= c || subject >= first || !content.includes(clause)) return draft;
  // "told a press conference Foreign Minister Gladz was": the tree may make one phrase of the hearer and the subject.
  const more = range(Math.max(v.left[subject], v.left[subject] === c + 1 ? behindHearer(v, c) : 0), first);
  if (more.length === 0) return draft;
  if (
    more[0] <= c ||
    more.some((w) => source.includes(w) || draft.cueWords.includes(w) || v.quote[w] !== v.quote[first])
  )
    return draft;
  return s.upos[subject] === 'PUNCT' ? draft : { ...draft, content: [...more, ...content] };
}
