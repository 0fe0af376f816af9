// Takes out of the content of a draft what strayed into it, by rules over the tree.

import type { Draft } from './read.js';
import { childOf, classOf, runsOf, SPOKEN } from './shapes.js';
import { fronted, voiceBefore } from './voices.js';

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

/** "Army says troops crossed the border; the enemy denies it": in a headline a semicolon ends what is said. */
export function withoutRest(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  if (!v.headline) return draft;
  const stop = content.find((w) => w > c && v.sentence.form[w] === ';' && v.quote[w] < 0);
  return stop === undefined ? draft : { ...draft, content: content.filter((w) => w < stop) };
}

/** `proposed talks, an offer the North rejected as "sinister"`: a quoted phrase right behind another's word is the other's. */
export function withoutEcho(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const runs = runsOf(content);
  if (runs.length < 2) return draft;
  const kept = runs.filter((run, i) => {
    if (i === 0 || run[0] < c || run.length > 8 || !run.some((w) => v.scare[w] === 1)) return true;
    const before = run[0] - 1;
    return !(before > c && v.speech[before] !== 0 && !draft.cueWords.includes(before));
  });
  return kept.length === runs.length ? draft : { ...draft, content: kept.flat() };
}
