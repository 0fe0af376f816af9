// Mends the content of a draft, by rules over the tree: pieces that stray, pieces that were left out, "what it says is ...".

import { fronted, voiceBefore } from './mend-source.js';
import type { Draft } from './read.js';
import { childOf, classOf, isPassive, NOBODY, range, runsOf, SPOKEN } from './shapes.js';
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
  const { view: v, cue: c, source, content } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  if (kind !== 'say' && kind !== 'write' && kind !== 'tell') return draft;
  if (content.length === 0 || source.length === 0 || content[content.length - 1] > c || v.quote[c] >= 0) return draft;
  const first = content[0];
  const comma = Math.min(source[0], c) - 1;
  if (first === 0 && s.form[comma] === ',' && content[content.length - 1] < comma - 1 && runsOf(content).length === 1) {
    const gap = range(content[content.length - 1] + 1, comma);
    return gap.some((w) => v.quote[w] >= 0 || (v.speech[w] !== 0 && classOf(v, w) === 'say'))
      ? draft
      : { ...draft, content: [...content, ...gap] };
  }
  if (first === 0 || v.quote[first] >= 0 || c - content[content.length - 1] > LONGEST_SOURCE) return draft;
  for (let w = 0; w < first; w++) {
    // Another's word, or this cue's own: the sentence has more than one voice.
    if (v.quote[w] >= 0 || source.includes(w) || (v.speech[w] !== 0 && classOf(v, w) === 'say')) return draft;
  }
  if (!/^[,"”'’]$/.test(s.form[content[content.length - 1] + 1] ?? '')) return draft;
  const behind = s.size - 1 - Math.max(c, source[source.length - 1]);
  if (behind > 6) return draft;
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

/**
 * Content in several pieces is interrupted by its source and cue ("X, he said, Y"), or begins with a relative word ("which he said was Y").
 * A piece that stands apart from the others behind words of neither kind, without quotation marks, strayed in: the smaller one goes.
 */
export function withoutStrays(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const s = v.sentence;
  const runs = runsOf(draft.content);
  if (runs.length < 2) return draft;
  const role = new Set([...draft.source, ...draft.cueWords]);
  const other = (from: number, to: number) => {
    let count = 0;
    for (let w = from; w < to; w++) if (!role.has(w) && s.upos[w] !== 'PUNCT') count++;
    return count;
  };
  const away = (run: readonly number[]) => (run[0] > c ? other(c + 1, run[0]) : other(run[run.length - 1] + 1, c));
  const quoted = (run: readonly number[]) => run.some((w) => v.quote[w] >= 0 && v.quote[w] !== v.quote[c]);
  let main = runs[0];
  for (const run of runs) if (rate(run) > rate(main)) main = run;
  function rate(run: readonly number[]): number {
    return Math.min(run.length, 20) - 3 * away(run) + (quoted(run) ? 10 : 0);
  }
  const kept = runs.filter((run) => {
    if (run === main || quoted(run)) return true;
    if (run.length === 1 && /^(?:which|that|what|who|whom|this|it|so)$/i.test(s.form[run[0]])) return true;
    const sameSide = run[0] > c === main[0] > c;
    if (sameSide)
      return other(Math.min(run[run.length - 1], main[main.length - 1]) + 1, Math.max(run[0], main[0])) <= STRAY;
    return away(run) <= STRAY + 1;
  });
  return { ...draft, content: kept.flat() };
}

/** Words of no role that may stand between two pieces. */
const STRAY = 2;

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
  while (that < v.size && that <= c + 16 && !isThat(v, that) && !/^(?:AUX|PRON|PUNCT|SCONJ)$/.test(s.upos[that]))
    that++;
  return that < v.size && isThat(v, that)
    ? { ...draft, cueWords: draft.cueWords.filter((w) => w <= c), content: range(that, endOf(v)) }
    : draft;
}

function isThat(v: View, word: number): boolean {
  return v.sentence.upos[word] === 'SCONJ' && v.sentence.form[word].toLowerCase() === 'that';
}

/** Behind the last word that is no mark. */
function endOf(v: View): number {
  let end = v.size;
  while (end > 0 && v.sentence.upos[end - 1] === 'PUNCT' && v.quote[end - 1] < 0) end--;
  return end;
}

/** "Greece, answering a warning, said ...": words between a source and its cue are no content, unless they are quoted. */
export function withoutInserts(draft: Draft): Draft {
  const { view: v, cue: c, source, content } = draft;
  if (source.length === 0 || source[source.length - 1] > c || !content.some((w) => w > c)) return draft;
  const kept = content.filter((w) => w > c || w < source[0] || v.quote[w] >= 0);
  return kept.length === content.length ? draft : { ...draft, content: kept };
}

const SHOW = /^(?:program|programme|show|broadcast|book|film|movie|song|article|newspaper|magazine|column|play|novel)$/;

/** `Speaking on the program "Meet the Nation," she said ...`: a title is no content. */
export function withoutTitles(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  const runs = runsOf(content);
  if (runs.length < 2) return draft;
  const kept = runs.filter((run) => {
    if (v.quote[run[0]] < 0 || v.quote[run[0]] !== v.quote[run[run.length - 1]] || run[0] > c) return true;
    const before = s.form.slice(Math.max(0, run[0] - 3), run[0]).map((form) => form.toLowerCase());
    const short = run.every((w) => /^(?:\P{L}*|\p{Lu}.*|[a-z]{1,4})$/u.test(s.form[w]));
    return !(short && run.length <= 12 && before.some((form) => SHOW.test(form)));
  });
  return kept.length === runs.length || kept.length === 0 ? draft : { ...draft, content: kept.flat() };
}

/** "said today the strait was shut": when it was said is no part of what was said. */
export function withoutDay(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  const i = content.findIndex((w) => w > c);
  if (i < 0 || content.length < i + 4 || v.quote[content[i]] >= 0) return draft;
  const word = content[i];
  const next = content[i + 1];
  if (
    next !== word + 1 ||
    !/^(?:today|yesterday|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i.test(s.form[word])
  )
    return draft;
  if (word > c + 2 || !/^(?:PRON|DET|PROPN|NOUN|ADJ|NUM|SCONJ)$/.test(s.upos[next])) return draft;
  return { ...draft, content: content.filter((w) => w !== word) };
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

/** "Holm said they were entitled to it and Gladz said it was wrong": two voices, two statements. */
export function withoutOthers(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const kind = classOf(v, c);
  const s = v.sentence;
  if (kind === null || !SPOKEN.has(kind) || v.quote[c] >= 0) return draft;
  const that = content.some((w) => w > c && w <= c + 3 && s.form[w].toLowerCase() === 'that');
  for (const w of content) {
    if (w <= c || v.quote[w] >= 0 || s.xpos[w] !== s.xpos[c]) continue;
    const voice = voiceBefore(v, w);
    if (voice.length === 0 || (that && /^that$/i.test(s.form[voice[0] - 2] ?? ''))) continue;
    const kept = content.filter((word) => word < voice[0] - 1);
    return kept.length === 0 ? draft : { ...draft, content: kept };
  }
  return draft;
}

/** "Asked whether they would, Ida Holm said ...": the question ends where the answer begins. */
export function withoutAnswer(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  const head = v.head[c];
  if (s.xpos[c] !== 'VBN' || s.deprel[c] !== 'advcl' || head < c || classOf(v, c) !== 'ask') return draft;
  const own = childOf(v, head, 'nsubj');
  const answer = own > c ? v.left[own] : (fronted(v, head)[0] ?? -1);
  if (answer <= c) return draft;
  return { ...draft, content: content.filter((w) => w < answer) };
}

/** "opposed an extension of violence in the Gulf": a phrase that hangs on the last words said is said with them. */
export function withTail(draft: Draft): Draft {
  const { view: v, cue: c, content, source } = draft;
  const s = v.sentence;
  const last = content[content.length - 1] ?? -1;
  if (last < c || v.quote[last] >= 0 || s.upos[last + 1] !== 'ADP' || s.deprel[last + 1] !== 'case') return draft;
  const head = v.head[last + 1];
  const governor = v.head[head];
  if (head < last || governor <= c || !content.includes(governor)) return draft;
  const end = v.right[head] + 1;
  const more = range(last + 1, end);
  if (more.some((w) => /^(?:VERB|AUX|PUNCT|SCONJ|CCONJ)$/.test(s.upos[w]) || v.quote[w] >= 0 || source.includes(w)))
    return draft;
  return { ...draft, content: [...content, ...more] };
}

/** `"It was time," she said, and the crowd left.`: behind a quotation and its cue the story goes on in its own words. */
export function withoutStory(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  if (v.quote[c] >= 0 || !content.some((w) => w < c)) return draft;
  const before = content.filter((w) => w < c);
  const last = before[before.length - 1];
  if (v.quote[last] < 0 || v.scare[last] === 1 || before.some((w) => v.quote[w] < 0)) return draft;
  const kept = runsOf(content).filter((run) => run[0] < c || v.quote[run[0]] >= 0);
  return { ...draft, content: kept.flat() };
}
