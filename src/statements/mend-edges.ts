// Mends the edges of the content of a draft, by rules over the tree: when it was said, where another clause of the reporter's begins,
// words at its end that hang on what was left out.

import { closingOf } from './closing.js';
import type { Draft } from './read.js';
import { childOf, classOf, endOf, isSaying, makesClause, range, SPOKEN } from './shapes.js';
import { speechVerb } from './speech.js';
import type { View } from './view.js';

const DAY = /^(?:today|yesterday|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?)$/i;
const STRETCH = /^(?:week|weekend|month|year|night|morning|afternoon|evening|summer|winter|spring|autumn|fall)$/i;

/** "said today the strait was shut", "declared last August that": when it was said is no part of what was said. */
export function withoutDay(draft: Draft): Draft {
  return withoutDayOfCue(withoutDayOfContent(draft));
}

/** "said in a statement | yesterday": the day is no part of the paper. */
function withoutDayOfCue(draft: Draft): Draft {
  const { view: v, cue: c, cueWords } = draft;
  const last = cueWords[cueWords.length - 1] ?? -1;
  if (last < c + 3 || !DAY.test(v.sentence.form[last]) || v.sentence.upos[last - 1] !== 'NOUN') return draft;
  return { ...draft, cueWords: cueWords.filter((w) => w !== last) };
}

function withoutDayOfContent(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const i = content.findIndex((w) => w > c);
  const first = content[i] ?? -1;
  if (first < 0 || v.quote[first] >= 0) return draft;
  // "said in a statement yesterday": nothing but the cue's own words may stand before the time.
  for (let w = c + 2; w < first; w++) if (!draft.cueWords.includes(w)) return draft;
  const next = behindTime(v, first);
  if (next === first || !content.includes(next)) return draft;
  if (!/^(?:PRON|DET|PROPN|NOUN|ADJ|NUM|SCONJ)$/.test(v.sentence.upos[next])) return draft;
  const rest = content.filter((w) => w < c || w >= next);
  return rest.some((w) => w > next && makesClause(v, w)) ? { ...draft, content: rest } : draft;
}

/** Behind "today", "earlier", "late on Monday", "last August", "this week"; `word` itself where no time begins there. */
function behindTime(v: View, word: number): number {
  const form = (w: number) => v.sentence.form[w] ?? '';
  let w = word;
  if (/^(?:earlier|later|late|early)$/i.test(form(w))) w++;
  if (/^on$/i.test(form(w)) && DAY.test(form(w + 1))) w++;
  if (DAY.test(form(w))) {
    w++;
    if (/^(?:morning|afternoon|evening|night)$/i.test(form(w))) w++;
    return w;
  }
  if (/^in$/i.test(form(w)) && MONTH.test(form(w + 1))) return w + 2;
  if (/^(?:last|this|earlier)$/i.test(form(w)) && (STRETCH.test(form(w + 1)) || MONTH.test(form(w + 1)))) return w + 2;
  if (/^this$/i.test(form(w)) && w > word && STRETCH.test(form(w + 1))) return w + 2;
  return w === word + 1 && /^earlier$/i.test(form(word)) ? w : word;
}

/** "told reporters on arriving for talks that": what stands between the verb and "that" tells how it was told. */
export function withoutOccasion(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  const first = content.find((w) => w > c) ?? -1;
  if (first < 0 || s.upos[c] !== 'VERB' || !/^(?:in|on|at|after|before|during|while|by|upon)$/i.test(s.form[first]))
    return draft;
  for (let w = first; w < v.size && content.includes(w); w++) {
    if (makesClause(v, w) || v.quote[w] >= 0 || s.upos[w] === 'PUNCT') return draft;
    if (/^that$/i.test(s.form[w]) && /^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(s.upos[w + 1] ?? ''))
      return { ...draft, content: content.filter((u) => u < c || u >= w) };
  }
  return draft;
}

/** `said it would pay but declined to say when`, `said he hoped so but gave no date`: a speaker's silence is told by the reporter. */
export function withoutSilence(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const kind = classOf(v, c);
  if (kind === null || !SPOKEN.has(kind)) return draft;
  for (const w of content) {
    if (w <= c + 2 || v.quote[w] >= 0 || !/^(?:but|and)$/i.test(v.sentence.form[w])) continue;
    // "added that it would pay and said the port was open": the same voice begins anew.
    const anew =
      isSaying(v, w + 1) &&
      v.sentence.xpos[w + 1] === v.sentence.xpos[c] &&
      /^(?:say|add)$/.test(v.sentence.lemma[w + 1]);
    if (!anew && !isSilence(v, w + 1)) continue;
    const kept = content.filter((word) => word < w && !(word === w - 1 && v.sentence.form[word] === ','));
    return kept.some((word) => word > c) ? { ...draft, content: kept } : draft;
  }
  return draft;
}

/** "declined to discuss", "did not elaborate", "gave no details". */
function isSilence(v: View, word: number): boolean {
  const s = v.sentence;
  let w = /^(?:he|she|they|it)$/i.test(s.form[word] ?? '') ? word + 1 : word;
  while (s.upos[w] === 'ADV' && !/^(?:not|n't)$/i.test(s.form[w])) w++;
  const form = (s.form[w] ?? '').toLowerCase();
  const tells = (at: number) =>
    SPOKEN.has(speechVerb(s, at)?.class ?? '') ||
    /^(?:discuss|predict|believe|know)$/.test(speechVerb(s, at)?.class ?? '') ||
    /^(?:give|provide|name|identify|answer|quantify|offer)$/.test(s.lemma[at] ?? '');
  if (/^(?:declined|refused)$/.test(form)) return s.form[w + 1] === 'to' && tells(w + 2);
  if (/^(?:did|would|could)$/.test(form)) return /^(?:not|n't|n’t)$/i.test(s.form[w + 1] ?? '') && tells(w + 2);
  return /^(?:gave|offered|provided)$/.test(form) && s.form[w + 1] === 'no';
}

/** "Arland agreed to talks after Szohod said it would act": what stands before "after" is not said by the one behind it. */
export function withoutFront(draft: Draft): Draft {
  const { view: v, cue: c, source, content } = draft;
  const s = v.sentence;
  const first = source[0] ?? -1;
  // "Asked whether they would pay, Holm said they would": the question is not said.
  if (/^asked$/i.test(s.form[0]) && first > 2 && first < c && s.form[first - 1] === ',' && content.some((w) => w > c))
    return { ...draft, content: content.filter((w) => w > c) };
  if (first < 1 || first > c || !/^(?:after|because|since|although|though|while|when|as)$/i.test(s.form[first - 1]))
    return draft;
  const mark = first - 1;
  const before = content.filter((w) => w < mark);
  if (before.length === 0 || mark === 0 || before.length === content.length) return draft;
  if (s.upos[mark] !== 'SCONJ' || v.head[mark] !== c || before.some((w) => v.quote[w] >= 0)) return draft;
  return { ...draft, content: content.filter((w) => w > c) };
}

/** "unless Borduria | reopened the strait": the last word that is said hangs on one behind it, so the clause is said to its end. */
export function withDangling(draft: Draft): Draft {
  const { view: v, cue: c, content, source } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  const last = content[content.length - 1] ?? -1;
  if (last < c || kind === null || s.upos[c] !== 'VERB' || last + 1 >= v.size) return draft;
  if (!speaksOn(v, last, draft)) return draft;
  let end = endOf(v);
  if (v.quote[last] >= 0 && v.scare[last] === 0) return draft;
  for (let w = last + 1; w < end; w++) {
    const quoted = v.quote[w] >= 0 && v.scare[w] === 0;
    // ", and closed their borders": the reporter's next deed; ", a senior official said": the one who tells it all.
    const deed = s.form[w] === ',' && /^(?:and|but)$/i.test(s.form[w + 1] ?? '') && s.xpos[w + 2] === s.xpos[c];
    if (w > last + 1 && (deed || voiceBegins(v, w))) {
      const more = range(last + 1, w);
      return { ...draft, content: [...content, ...more] };
    }
    if (quoted || source.includes(w) || isSaying(v, w) || /^(?:[;:–—]|--)$/.test(s.form[w])) {
      end = w;
      break;
    }
  }
  // Another voice behind: its source and comma are not said.
  if (end < endOf(v)) return draft;
  return end <= last + 1 ? draft : { ...draft, content: [...content, ...range(last + 1, end)] };
}

/** How far back from the end of what is said a word is looked for that hangs on one behind. */
const DANGLING = 12;

/** A comma behind which a closing voice stands. */
function voiceBegins(v: View, comma: number): boolean {
  if (v.sentence.form[comma] !== ',') return false;
  for (let w = comma + 2; w < v.size && w < comma + 14; w++)
    if (v.speech[w] !== 0 && v.sentence.upos[w] === 'VERB') return closingOf(v, w)?.stop === comma;
  return false;
}

/** The last word hangs on a word of the same clause that was left out, or content that opens with a condition lacks what follows from it. */
function speaksOn(v: View, last: number, { cue: c, content }: Draft): boolean {
  const s = v.sentence;
  const first = content.find((w) => w > c) ?? last;
  const inside = (w: number): boolean => {
    for (let up = w, steps = 0; up >= 0 && steps < 40; up = v.head[up], steps++)
      if (content.includes(up) && up > c) return true;
    return false;
  };
  const within = (w: number): boolean => {
    for (let up = w, steps = 0; up >= 0 && steps < 40; up = v.head[up], steps++) if (up === c) return true;
    return false;
  };
  // "before an agreement on water | was signed": a word said hangs on one that is not.
  for (let w = last; w >= Math.max(first, last - DANGLING); w--) {
    const head = v.head[w];
    if (head <= last || s.upos[w] === 'PUNCT' || !content.includes(w)) continue;
    if (w === last || (s.upos[last + 1] !== 'PUNCT' && s.deprel[w].startsWith('nsubj')))
      return within(head) || inside(head);
  }
  if (
    s.upos[last + 1] === 'AUX' &&
    /^(?:NOUN|PROPN)$/.test(s.upos[last]) &&
    v.head[last + 1] > last &&
    within(v.head[last + 1])
  )
    return true;
  // "would act | if the attacks did not stop", "threatened to act | unless": on which condition is said with what.
  const acts = /^(?:promise|demand)$/.test(classOf(v, c) ?? '');
  const will = acts || content.some((w) => w > c && /^(?:would|will|could|should|might|can|may)$/i.test(s.form[w]));
  const next = s.form[last + 1] === ',' ? last + 2 : last + 1;
  if (will && /^(?:if|unless|until|provided)$/i.test(s.form[next] ?? '') && s.upos[next] === 'SCONJ') return true;
  // "had told the envoys of the council, the CTP, | to draw up a paper".
  if (next === last + 2 && s.form[next] === 'to' && s.upos[next] === 'PART' && inside(v.head[next])) return true;
  // "said the target | , which was high, is in reach": a thing alone is not said.
  const bare = first > c && !content.some((w) => w > c && makesClause(v, w));
  const tells = /^(?:which|who|whose)$/i.test(s.form[next] ?? '') || s.xpos[next] === 'VBN';
  if (bare && next === last + 2 && tells && childOf(v, c, 'ccomp') > last) return true;
  if (s.form[last + 1] !== ',' || c > first) return false;
  let opens = first;
  while (/^(?:that|,)$/i.test(s.form[opens])) opens++;
  if (!/^(?:if|when|unless|although|though|while|because|since|once)$/i.test(s.form[opens])) return false;
  for (let w = opens; w <= last; w++) if (s.form[w] === ',') return false;
  return true;
}

/** "It is our policy, an official added, never to pay": what goes on behind a voice between commas is said too. */
export function withRest(draft: Draft): Draft {
  const { view: v, cue: c, source, content } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  if (source.length === 0 || content.length === 0 || kind === null || !SPOKEN.has(kind) || v.quote[c] >= 0)
    return draft;
  const voice = Math.min(source[0], c);
  const last = Math.max(source[source.length - 1], c);
  const end = endOf(v);
  if (s.form[voice - 1] !== ',' || s.form[last + 1] !== ',' || content[content.length - 1] > voice || end <= last + 2)
    return draft;
  const rest = range(last + 2, end);
  // ", but is prepared for one": the same subject goes on.
  const joined =
    /^(?:but|and)$/i.test(s.form[rest[0]]) && rest.length > 1 && (makesClause(v, rest[1]) || s.upos[rest[1]] === 'AUX');
  const goesOn =
    joined || /^(?:PART|ADV|AUX)$/.test(s.upos[rest[0]]) || makesClause(v, rest[0]) || s.form[rest[0]] === 'to';
  if (!goesOn || rest.some((w) => v.quote[w] >= 0 || isSaying(v, w))) return draft;
  return { ...draft, content: [...content, ...rest] };
}

/** "North rejects talks, South says door open": in a headline the clause before the source's comma, or a semicolon, is another's. */
export function withoutNeighbour(draft: Draft): Draft {
  const { view: v, cue: c, source, content } = draft;
  const s = v.sentence;
  if (!v.headline || s.upos[c] !== 'VERB') return draft;
  let from = c;
  while (from > 0 && s.form[from - 1] !== ';') from--;
  const own = source.filter((w) => w >= from);
  const first = own[0] ?? c;
  const behind = content.filter((w) => w > c);
  const before = content.filter((w) => w >= from && w < first);
  const clause = [...before, ...behind].some((w) => makesClause(v, w)) || before.some((w) => s.form[w] === 'to');
  const spliced = behind.length > 0 && s.form[first - 1] === ',' && clause;
  const kept = spliced ? behind : content.filter((w) => w >= from);
  if (own.length === source.length && kept.length === content.length) return draft;
  return kept.length === 0 ? draft : { ...draft, source: own, content: kept };
}

/** "said they have paid, stressing that it was late": a voice that goes on in a participle is a statement of its own. */
export function withoutParticiple(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  if (s.upos[c] !== 'VERB' || v.quote[c] >= 0) return draft;
  for (const w of content) {
    if (w <= c + 2 || v.quote[w] >= 0 || s.xpos[w] !== 'VBG' || s.form[w - 1] !== ',') continue;
    const kind = classOf(v, w);
    if (
      kind === null ||
      !SPOKEN.has(kind) ||
      !/^(?:that|it|he|she|they|the|its|his|her|their)$/i.test(s.form[w + 1] ?? '')
    )
      continue;
    return { ...draft, content: content.filter((word) => word < w - 1) };
  }
  return draft;
}

/** "preferred a bidder", Holm replied: "..."`: a quotation that another voice stands right before is the other's. */
export function withoutQuoted(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  const kept = content.filter((w) => {
    if (w < c || v.quote[w] < 0 || v.quote[w] === v.quote[c]) return true;
    let first = w;
    while (first > c && v.quote[first - 1] === v.quote[w]) first--;
    const verb = /^[,:]$/.test(s.form[first - 1] ?? '') ? first - 2 : first - 1;
    const kind = verb > c && s.upos[verb] === 'VERB' ? classOf(v, verb) : null;
    return (
      kind === null ||
      !SPOKEN.has(kind) ||
      draft.cueWords.includes(verb) ||
      content.includes(verb) ||
      !makesClause(v, verb)
    );
  });
  return kept.length === content.length || kept.length === 0 ? draft : { ...draft, content: kept };
}
