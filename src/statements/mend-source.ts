// Mends the source of a draft, by rules over the tree: the source that a verb shares with another, the one behind an inverted
// "said", the one that the model took for content.

import type { Draft } from './read.js';
import { adjoins, childOf, classOf, isPassive, isTime, NOBODY, range, SPOKEN } from './shapes.js';
import { headOf } from './sourcing.js';
import { sourceWords } from './speech.js';
import type { View } from './view.js';
import { beforeClause, fronted, voiceBefore } from './voices.js';

/** How far behind its cue a source without a verb of its own may reach. */
const LONGEST_SOURCE = 30;

/** `"when asked whether ...": nobody is named who asks. */
export function withoutAsked(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const before = c > 0 ? v.sentence.form[c - 1].toLowerCase() : '';
  const asked = /^(?:asked|questioned|pressed|quizzed)$/i.test(v.sentence.form[c]);
  return asked && /^(?:when|if|once|being|was|were)$/.test(before) && childOf(v, c, 'obl:agent') < 0
    ? { ...draft, source: [] }
    : draft;
}

/** "In their second call, Biden said": what stands before a comma that is not closed before the cue is no part of a name behind it. */
export function withOneSource(draft: Draft): Draft {
  const { view: v, cue: c, source } = draft;
  const s = v.sentence;
  if (source.length < 3 || source[source.length - 1] + 1 < Math.min(c, ...draft.cueWords)) return draft;
  if (source[source.length - 1] > c || source.some((w) => /^(?:and|or)$/i.test(s.form[w]))) return draft;
  const commas: number[] = [];
  for (let w = source[0]; w < source[source.length - 1]; w++) if (s.form[w] === ',') commas.push(w);
  if (commas.length !== 1) return draft;
  const rest = source.filter((w) => w > commas[0]);
  const before = s.upos[commas[0] - 1];
  return rest.length > 0 && s.upos[rest[0]] === 'PROPN' && before !== 'PROPN' ? { ...draft, source: rest } : draft;
}

/** The source from the tree, where the model found none or where the verb's own subject stands right before it. */
export function withSource(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  if (s.upos[c] !== 'VERB' || (kind !== null && NOBODY.has(kind)) || isPassive(v, c)) return draft;
  const late = draft.source.length > 0 && isTime(v, headOf(v.depth, draft.source));
  if (draft.source.length > 0 && !late && (kind === null || !SPOKEN.has(kind))) return draft;
  const content = new Set(draft.content);
  const own = ownSubject(v, c);
  const last = closing(draft);
  if (last !== null) return last;
  if (draft.source.length > 0 && !late) {
    // "Holm, now with the Arland Institute, pointed to": the name, not what stands beside it; "..., saying": who said the rest.
    const within =
      own >= 0 && own < c && !draft.source.includes(own) && draft.source.every((w) => w > own && w <= v.right[own]);
    const voice = s.xpos[c] === 'VBG' && s.form[c - 1] === ',' ? sharedSubject(v, c, 0) : -1;
    const better = within ? own : voice;
    if (better >= 0 && !draft.source.includes(better) && !content.has(better)) {
      const words = phraseOf(draft, better);
      if (words.length > 0 && words.length <= LONGEST_SOURCE) return { ...draft, source: words };
    }
    if (own < 0 || content.has(own) || v.right[own] >= c || !adjoins(v, v.right[own], c)) return draft;
    if (draft.source.some((w) => w >= v.left[own] && w <= v.right[own])) return draft;
    // The model's source lies behind the cue, or before the verb's own subject: another verb's.
    if (draft.source[0] > c) return draft;
  }
  const subject = own >= 0 ? own : sharedSubject(v, c, 0);
  const words = subject >= 0 ? phraseOf(draft, subject) : fronted(v, c);
  const behind = draft.content.some((w) => w > c);
  if (words.length === 0 || words.length > LONGEST_SOURCE) return draft;
  // What the model took for content may be the source only where something is left to be said.
  if (words.some((w) => content.has(w))) {
    if (!behind || kind === null || !SPOKEN.has(kind) || words[words.length - 1] > c) return draft;
    const taken = new Set(words);
    return { ...draft, source: words, content: draft.content.filter((w) => !taken.has(w)) };
  }
  return { ...draft, source: words };
}

/** "The plan would include sales, Dunmore noted.": the name between the last comma and a verb that ends the sentence is its source. */
function closing(draft: Draft): Draft | null {
  const { view: v, cue: c, source } = draft;
  const s = v.sentence;
  if (v.quote[c] >= 0 || c < v.size - 2 || classOf(v, c) === 'ask') return null;
  const words = fronted(v, c);
  const comma = (words[0] ?? 0) - 1;
  if (comma < 4 || s.form[comma] !== ',' || words[words.length - 1] !== c - 1 || words.some((w) => source.includes(w)))
    return null;
  const before = range(/^(?:but|and|yet)$/i.test(s.form[0]) ? 1 : 0, comma);
  if (before.some((w) => v.quote[w] >= 0 || (v.speech[w] !== 0 && classOf(v, w) === 'say'))) return null;
  return { ...draft, source: words, content: before };
}

/** The verb's own subject, -1 for none or for a time: "three days later argued". */
function ownSubject(v: View, c: number): number {
  const own = childOf(v, c, 'nsubj');
  return own >= 0 &&
    own < c &&
    isTime(v, own) &&
    /^(?:later|earlier|ago|before|after)$/i.test(v.sentence.form[own + 1] ?? '')
    ? -1
    : own;
}

/** The words of a subject, without the clauses behind it. */
function phraseOf({ view: v, content, cueWords }: Draft, subject: number): number[] {
  const s = v.sentence;
  const said = new Set(content);
  const words: number[] = [];
  for (let w = v.left[subject]; w <= v.right[subject]; w++) {
    if ((said.has(w) && !said.has(subject)) || cueWords.includes(w)) {
      if (w > subject) break;
      words.length = 0;
      continue;
    }
    if (w > subject && /^(?:,|who|which|whom)$/i.test(s.form[w])) break;
    words.push(w);
  }
  return words;
}

/** "he praised the plan and Holm of Arland said ...": the name between "and" and a verb of speech without a subject is its source. */
export function withOwnVoice(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const words = voiceBefore(v, c, true);
  if (words.length === 0 || words.some((w) => draft.source.includes(w))) return draft;
  const taken = new Set(words);
  return { ...draft, source: words, content: draft.content.filter((w) => w > c && !taken.has(w)) };
}

/** "a warning by Arland against drilling": who is named behind "by" warns. */
export function withBy(draft: Draft): Draft {
  const { view: v, cue: c, source, content } = draft;
  const s = v.sentence;
  if (source.length > 0 || s.upos[c] !== 'NOUN' || classOf(v, c) === null) return draft;
  const by = s.form[c + 1]?.toLowerCase() === 'by' ? c + 1 : -1;
  const head = by < 0 ? -1 : v.head[by];
  if (head <= by || s.deprel[by] !== 'case') return draft;
  const words: number[] = [];
  for (let w = by + 1; w <= v.right[head]; w++) {
    if (w > head && /^(?:ADP|SCONJ|VERB|PUNCT|PART)$/.test(s.upos[w])) break;
    words.push(w);
  }
  const rest = content.filter((w) => w > words[words.length - 1] || w < c);
  return rest.length === 0 ? draft : { ...draft, source: words, content: rest };
}

const ADVERB =
  /^(?:today|yesterday|tomorrow|tonight|earlier|later|meanwhile|however|also|again|now|then|recently|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i;

/** "Holm yesterday said": when it was said is no part of who said it. */
export function withoutTimes(draft: Draft): Draft {
  const { view: v, source } = draft;
  const s = v.sentence;
  let last = source.length;
  while (last > 1 && ADVERB.test(s.form[source[last - 1]]) && !named(source[last - 1])) last--;
  let first = 0;
  while (first < last - 1 && /^(?:today|yesterday|meanwhile|however|but|and|yet|,)$/i.test(s.form[source[first]]))
    first++;
  while (last > first + 1 && /^(?:,|on|last|late|early)$/i.test(s.form[source[last - 1]])) last--;
  return last - first === source.length ? draft : { ...draft, source: source.slice(first, last) };
  function named(word: number): boolean {
    return s.names.some((name) => word >= name.first && word < name.end);
  }
}

const SILENT = /^(?:decline|refuse|fail)$/;
const WORDS =
  /^(?:say|comment|elaborate|give|name|identify|confirm|disclose|reveal|specify|discuss|answer|predict|speculate|put|explain)$/;

/** "Bankers did not know, but said ...", "A spokesman said they had begun but declined to say when": who spoke first goes on. */
export function withFirstVoice(draft: Draft): Draft {
  const { view: v, cue: c, source } = draft;
  const s = v.sentence;
  let and = c - 1;
  while (and > 0 && s.upos[and] === 'ADV') and--;
  if (s.upos[c] !== 'VERB' || v.quote[c] >= 0 || !/^VB[DZPN]$/.test(s.xpos[c])) return draft;
  const own = childOf(v, c, 'nsubj');
  if (own >= 0 && own < c) return draft;
  const act = childOf(v, c, 'xcomp');
  const silent = SILENT.test(s.lemma[c].toLowerCase()) && act > c && WORDS.test(s.lemma[act].toLowerCase());
  const kind = classOf(v, c);
  const goesOn = silent
    ? /^(?:but|and)$/i.test(s.form[and] ?? '')
    : /^but$/i.test(s.form[and] ?? '') && kind !== null && SPOKEN.has(kind);
  if (!goesOn || childOf(v, c, 'aux') >= 0) return draft;
  const first = s.head.indexOf(-1);
  const subject =
    first < 0 || first > c || v.quote[first] >= 0 || !(v.speech[first] !== 0 || silent)
      ? -1
      : childOf(v, first, 'nsubj');
  if (subject < 0 || subject > first || isPassive(v, first)) return draft;
  if (source.length > 0 && source.every((w) => w >= v.left[subject] && w <= v.right[subject])) return draft;
  // A source of the model's own right behind the saying is another matter.
  if (source.length > 0 && source[0] > c) return draft;
  const words = phraseOf({ ...draft, content: [] }, subject);
  if (words.length === 0 || words.length > LONGEST_SOURCE) return draft;
  return { ...draft, source: words, content: draft.content.filter((w) => w > c) };
}

/** "the plan's backers said": what stands before the source's head and hangs on it belongs to the source. */
export function withOwner(draft: Draft): Draft {
  const { view: v, cue: c, source, content } = draft;
  const s = v.sentence;
  if (source.length === 0 || source[0] > c) return draft;
  const head = headOf(v.depth, source);
  const left = v.left[head];
  if (left >= source[0] || source[0] - left > 6 || v.head[head] !== c) return draft;
  const more = range(left, source[0]);
  if (more.some((w) => s.upos[w] === 'PUNCT' || s.upos[w] === 'VERB' || v.quote[w] !== v.quote[c])) return draft;
  return { ...draft, source: [...more, ...source], content: content.filter((w) => w < left || w >= source[0]) };
}

/** The subject that a verb shares: of the verb it is joined to, of the clause it modifies, the noun it modifies. */
function sharedSubject(v: View, word: number, steps: number): number {
  const head = v.head[word];
  if (head < 0 || steps > 3) return -1;
  const s = v.sentence;
  if (steps === 0 && s.xpos[word] === 'VBG' && s.form[word - 1] === ',') {
    // "denied a claim that the boat carried arms, saying it carried food": who denied says so.
    for (let w = head; w >= 0; w = v.head[w]) {
      const subject = v.speech[w] !== 0 && s.upos[w] === 'VERB' ? childOf(v, w, 'nsubj') : -1;
      if (subject >= 0 && subject < word) return subject;
    }
  }
  switch (s.deprel[word]) {
    case 'conj':
    case 'advcl':
    case 'xcomp': {
      const subject = childOf(v, head, 'nsubj');
      if (subject >= 0) return subject;
      return s.upos[head] === 'NOUN' ? firstSpeaker(v, word) : sharedSubject(v, head, steps + 1);
    }
    case 'acl':
      return s.xpos[word] === 'VBG' ? head : -1;
    default:
      return -1;
  }
}

/** "told them that it stood under threat and called on Arland": where the tree joins a verb to a noun, whoever spoke first. */
function firstSpeaker(v: View, word: number): number {
  for (let w = 0; w < word; w++) {
    if (v.sentence.upos[w] !== 'VERB' || v.speech[w] === 0 || v.head[w] >= 0) continue;
    return childOf(v, w, 'nsubj');
  }
  return -1;
}

/** `"...," the official, who asked for no name, told reporters`: the one before the clause, not those who are told. */
export function withTeller(draft: Draft): Draft {
  const { view: v, cue: c, source, content } = draft;
  const kind = classOf(v, c);
  if (kind === null || NOBODY.has(kind) || v.quote[c] >= 0) return draft;
  const words = beforeClause(v, c);
  // A source of the model's own stands, but not one within the clause.
  if (source.some((w) => w <= (words[words.length - 1] ?? c) || w > c)) return draft;
  if (words.length === 0 || words.some((w) => content.includes(w) && v.quote[w] >= 0)) return draft;
  return { ...draft, source: words, content: content.filter((w) => w < words[0] || w > c) };
}

/** `"...," including diplomacy, said a senior official.`: words right behind "said" that the model took for content are the source. */
export function withInversion(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  if (draft.source.length > 0 || kind === null || !SPOKEN.has(kind) || c < 2 || childOf(v, c, 'aux') >= 0) return draft;
  const before = draft.content.filter((w) => w < c);
  if (before.length === 0 || c + 1 >= v.size) return draft;
  if (!/^[,"”'’?!]+$/.test(s.form[c - 1]) || !/^(?:DET|NOUN|PROPN|ADJ|PRON|NUM)$/.test(s.upos[c + 1])) return draft;
  const source: number[] = [];
  for (let w = c + 1; w < v.size && source.length < LONGEST_SOURCE; w++) {
    if (v.quote[w] >= 0 || /^(?:[,.;:()—–]|--|who|which|that|in|on|at|after|as|when|during)$/i.test(s.form[w])) break;
    if (s.upos[w] === 'VERB' && s.deprel[w] !== 'amod' && s.deprel[w] !== 'compound') break;
    source.push(w);
  }
  if (source.length === 0) return draft;
  const last = source[source.length - 1];
  const content = draft.content.filter((w) => w < c || (w > last && v.quote[w] >= 0));
  return { ...draft, source, content };
}

/** `Said Holm: "..."`: the words between a verb that opens its sentence and the colon are the source. */
export function withOpening(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  if (c > 1 || draft.source.length > 0 || kind === null || !SPOKEN.has(kind) || !/^VB[DZP]$/.test(s.xpos[c]))
    return draft;
  let end = c + 1;
  while (end < v.size && end < c + 12 && /^(?:PROPN|NOUN|DET|ADJ|ADP|NUM)$/.test(s.upos[end])) end++;
  if (end === c + 1 || !/^[:,]$/.test(s.form[end] ?? '')) return draft;
  return { ...draft, source: range(c + 1, end), cueWords: [c], content: content.filter((w) => w > end) };
}

/** "The bloc's president, Omar Touray, told": an office before a name between commas names the source with it. */
export function withOffice(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  const source = draft.source.filter((w) => s.form[w] !== ',');
  const first = source[0] ?? -1;
  const last = source[source.length - 1] ?? -1;
  if (first < 2 || last > c || last - first > 7 || s.form[first - 1] !== ',' || s.form[last + 1] !== ',') return draft;
  if (v.quote[first] >= 0 || !source.every((w) => /^(?:PROPN|PUNCT|X)$/.test(s.upos[w]))) return draft;
  let from = first - 1;
  while (
    from > 0 &&
    from > first - 14 &&
    /^(?:NOUN|PROPN|ADJ|DET|ADP|PART|NUM|PRON)$/.test(s.upos[from - 1]) &&
    v.quote[from - 1] < 0
  )
    from--;
  while (from < first - 1 && /^(?:ADP|PART)$/.test(s.upos[from])) from++;
  const office = range(from, first - 1);
  const edge = from === 0 || /^[,;:"”)]$|^--$|^(?:and|but)$/i.test(s.form[from - 1]) || v.quote[from - 1] >= 0;
  if (!edge || office.length === 0 || !office.some((w) => s.upos[w] === 'NOUN' || s.upos[w] === 'PROPN')) return draft;
  // "In Brussels, Ida Holm, ..." begins with a place, "the harbour, Vars," with what is no office.
  if (!/^(?:DET|PROPN|ADJ|NOUN|PRON)$/.test(s.upos[from]) || !office.some((w) => isOffice(v, w))) return draft;
  return { ...draft, source: range(from, last + 1), content: content.filter((w) => w < from || w > last) };
}

/** A noun for somebody who speaks for others or leads them. */
function isOffice(v: View, word: number): boolean {
  const words = sourceWords();
  const lemma = v.sentence.lemma[word].toLowerCase();
  return (
    words.get('anonymous')?.has(lemma) === true ||
    words.get('spokesperson')?.has(lemma) === true ||
    /^(?:president|chief|chairman|chairwoman|head|secretary|premier|chancellor|king|governor|director|ambassador|deputy|general|mayor|speaker|mediator|chair|senator|boss)$/.test(
      lemma,
    )
  );
}

/** "Kim You-geun": a name that the model took a part of is taken whole. */
export function withName(draft: Draft): Draft {
  const { view: v, cue: c, source, content } = draft;
  const s = v.sentence;
  let first = source[0] ?? -1;
  if (first <= 0 || first > c) return draft;
  while (first > 1 && /^(?:-|–)$/.test(s.form[first - 1]) && s.end[first - 1] === s.start[first]) first -= 2;
  if (first < source[0]) while (first > 0 && s.upos[first - 1] === 'PROPN') first--;
  for (const name of s.names) if (name.first < first && first < name.end) first = name.first;
  if (first === source[0]) return draft;
  const more = range(first, source[0]);
  return { ...draft, source: [...more, ...source], content: content.filter((w) => w < first || w > c) };
}

/** "Dunmore said it and Felton will build": of a source in two pieces the one that is the verb's subject counts, the other is said. */
export function withOnePiece(draft: Draft): Draft {
  const { view: v, cue: c, source, content } = draft;
  const own = childOf(v, c, 'nsubj');
  const [first] = content.filter((w) => w > c);
  if (own < 0 || own > c || !source.includes(own) || first === undefined) return draft;
  const stray = source.filter((w) => w > c);
  if (stray.length === 0) return draft;
  return {
    ...draft,
    source: source.filter((w) => w < c),
    content: [...content, ...stray].sort((a, b) => a - b),
  };
}
