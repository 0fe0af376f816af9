// Mends what a closing voice says, and sources that swallowed more than the one who speaks.

import { closingOf } from './closing.js';
import type { Draft } from './read.js';
import { classOf, endOf, isSaying, makesClause, range, runsOf } from './shapes.js';
import { sourceWords } from './speech.js';
import type { View } from './view.js';
import { beforeClause, hasVerb, segment } from './voices.js';

/** "The talks are off, Holm told a conference on the harbour.": all that stands before the closing voice is said, and nothing behind it. */
export function withClosing(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const found = closingOf(v, c);
  if (found === null) return draft;
  const { stop, end } = found;
  const s = v.sentence;
  const front = draft.content.filter((w) => w < stop);
  const kept = draft.cueWords.filter((w) => w > stop && w < end && !found.source.includes(w));
  // "said in their report": the paper belongs to the saying.
  const paper =
    /^in$/i.test(s.form[c + 1] ?? '') &&
    /^(?:DET|PRON)$/.test(s.upos[c + 2] ?? '') &&
    sourceWords()
      .get('document')
      ?.has((s.lemma[c + 3] ?? '').toLowerCase()) === true;
  const cueWords = !kept.includes(c) ? [c] : paper && !kept.includes(c + 3) ? [c, c + 1, c + 2, c + 3] : kept;
  const opens = front.length > 0 && (front[0] === 0 || /^(?:PUNCT|CCONJ|SCONJ)$/.test(s.upos[front[0] - 1]));
  const whole = opens && front[front.length - 1] === stop - 1 && runsOf(front).length === 1;
  const content = whole ? front : range(0, stop);
  if (/^(?:but|and|yet)$/i.test(s.form[content[0]])) content.shift();
  if (content[0] < stop && s.form[content[0]] === ',') content.shift();
  return { ...draft, source: [...found.source], cueWords, content };
}

/** "China urged Iran to hold back, four sources said.": the closing voice is no part of what another says in its sentence. */
export function withoutClosing(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const last = content[content.length - 1] ?? -1;
  if (last < c || v.quote[c] >= 0) return draft;
  for (let w = last; w > c + 2 && w > last - 20; w--) {
    if (v.sentence.upos[w] !== 'VERB' || v.speech[w] === 0) continue;
    const found = closingOf(v, w);
    if (found === null || found.stop <= c + 1) continue;
    const kept = content.filter((word) => word < found.stop);
    return kept.some((word) => word > c) ? { ...draft, content: kept } : draft;
  }
  return draft;
}

/** "after Addis Ababa", "Japanese officials said Tamura", "Commerce Secretary Ida Holm, Brandt": of a source that swallowed others, the last. */
export function withLastName(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const s = v.sentence;
  let { source } = draft;
  const last = source[source.length - 1] ?? -1;
  if (last < 0 || last > c || v.quote[last] >= 0) return draft;
  // Another's verb of saying, that no relative clause holds.
  for (let i = source.length - 2; i > 0; i--) {
    const w = source[i];
    if (!isSaying(v, w) || !makesClause(v, w)) continue;
    if (!source.slice(0, i).some((u) => /^(?:who|whom|whose|which|that)$/i.test(s.form[u])))
      source = source.slice(i + 1);
    break;
  }
  const loose =
    /^(?:ADP|SCONJ)$/.test(s.upos[source[0]]) &&
    /^(?:after|before|while|when|as|because|since|until|of|with|for)$/i.test(s.form[source[0]]);
  if (loose && source.length > 1) source = hasVerb(v, source) ? nameAtEnd(v, source) : source.slice(1);
  source = lastOfTwo(v, c, source);
  return source.length === 0 || source.length === draft.source.length ? draft : { ...draft, source };
}

/** The run of a name's words that ends a phrase; the phrase without its first word where it ends in no name. */
function nameAtEnd(v: View, source: readonly number[]): number[] {
  let first = source.length;
  while (first > 0 && v.sentence.upos[source[first - 1]] === 'PROPN') first--;
  return first === source.length ? source.slice(1) : source.slice(first);
}

const SUFFIX = /^(?:jr|sr|inc|ltd|co|corp|plc|ii|iii)\.?$/i;

/** "Vice President Bush and Secretary Baldrige, Clark told": a bare name between a comma and its verb speaks alone. */
function lastOfTwo(v: View, c: number, source: readonly number[]): readonly number[] {
  const s = v.sentence;
  let comma = source.length - 1;
  // The model may leave the comma out.
  while (comma > 0 && s.form[source[comma] - 1] !== ',') comma--;
  if (comma <= 0) return source;
  const tail = source.slice(comma);
  const before = source[s.form[source[comma - 1]] === ',' ? comma - 2 : comma - 1];
  if (tail.length === 0 || !tail.every((w) => s.upos[w] === 'PROPN') || SUFFIX.test(s.form[tail[0]])) return source;
  for (let w = tail[tail.length - 1] + 1; w < c; w++) if (!/^(?:AUX|ADV|PART)$/.test(s.upos[w])) return source;
  // "President of the board, Ida Holm told" wants its second comma, and "Peru, Ecuador agree" in a headline is two.
  return tail.length === 1 && s.upos[before] !== 'PUNCT' && !v.headline ? tail : source;
}

/** "France, which left last year, called for calm": the one whom the clause is about, not the word that begins it. */
export function withoutRelative(draft: Draft): Draft {
  const { view: v, cue: c, source } = draft;
  const s = v.sentence;
  const last = source[source.length - 1] ?? -1;
  if (source.length > 1 && /^(?:who|which|whose|that)$/i.test(s.form[last]) && s.form[last - 1] === ',')
    return { ...draft, source: source.slice(0, -1).filter((w) => w !== last - 1) };
  // "an official, despite a report that ...": what the reporter holds against it.
  const but = source.findIndex(
    (w, i) => i > 0 && /^(?:despite|although|though)$/i.test(s.form[w]) && s.form[w - 1] === ',',
  );
  if (but > 0) return { ...draft, source: source.slice(0, but).filter((w) => w !== source[but] - 1) };
  // "Mexico, whose own border | is near, said": a clause that the source broke off.
  const at = source.findIndex((w, i) => i > 0 && /^(?:who|whose|which)$/i.test(s.form[w]) && s.form[w - 1] === ',');
  if (at > 0 && !source.slice(at).some((w) => makesClause(v, w)))
    return { ...draft, source: source.slice(0, at).filter((w, i) => !(i === at - 1 && s.form[w] === ',')) };
  if (last > c) return draft;
  // "and denied": the verb that this one is joined to stands behind the clause.
  if (!/^(?:and|but)$/i.test(s.form[c - 1] ?? '') || !/^VB[DZPN]$/.test(s.xpos[c]) || classOf(v, c) === null)
    return draft;
  const inside = source.length === 1 && /^(?:who|which|that)$/i.test(s.form[source[0]]);
  for (let w = c - 2; w > 2 && w > c - 30; w--) {
    if (v.quote[w] >= 0 || /^[;:]$/.test(s.form[w])) return draft;
    if (!/^VB[DZPN]$/.test(s.xpos[w]) || s.form[w - 1] !== ',') continue;
    const words = beforeClause(v, w);
    if (words.length === 0) return draft;
    return source.length === 0 || inside ? { ...draft, source: words } : draft;
  }
  return draft;
}

/** "He said the rate would fall, but added: ...", "Holm held out little hope that talks would begin and said ...": who spoke first goes on. */
export function withGoingOn(draft: Draft): Draft {
  const { view: v, cue: c, source } = draft;
  const s = v.sentence;
  const kind = classOf(v, c);
  if (kind === null || v.quote[c] >= 0 || !/^VB[DZ]$/.test(s.xpos[c]) || s.deprel[c] !== 'conj') return draft;
  // "that Borduria must lift the siege and promised ships": what is joined in another tense goes on behind what is said.
  if (kind !== 'say' && (!/^(?:promise|demand|answer)$/.test(kind) || s.xpos[v.head[c]] === s.xpos[c])) return draft;
  let joint = c - 1;
  while (joint > 0 && s.upos[joint] === 'ADV') joint--;
  if (!/^(?:and|but)$/i.test(s.form[joint] ?? '') || source.some((w) => w > joint)) return draft;
  let top = -1;
  for (let w = v.head[c], steps = 0; w >= 0 && steps < 8; w = v.head[w], steps++) {
    const subject = v.left[w] < w ? subjectOf(v, w) : -1;
    if (w < c && s.xpos[w] === s.xpos[c] && v.speech[w] !== 0 && subject >= 0 && subject < w && v.quote[w] < 0)
      top = subject;
  }
  if (top < 0 || source.includes(top)) return draft;
  const words: number[] = [];
  for (let w = v.left[top]; w <= v.right[top] && words.length < 16; w++) {
    if (w > top && /^(?:,|who|which|whom)$/i.test(s.form[w])) break;
    words.push(w);
  }
  return { ...draft, source: words };
}

function subjectOf(v: View, verb: number): number {
  for (let i = v.left[verb]; i < verb; i++) if (v.head[i] === verb && v.sentence.deprel[i] === 'nsubj') return i;
  return -1;
}

/** "Portugal, the former ruler, called for": a name before what tells who it is belongs to the source. */
export function withNamed(draft: Draft): Draft {
  const { view: v, cue: c, source, content } = draft;
  const s = v.sentence;
  const first = source[0] ?? -1;
  const last = source[source.length - 1] ?? -1;
  if (first < 2 || last > c || s.form[first - 1] !== ',' || s.form[last + 1] !== ',') return draft;
  if (!/^(?:DET|PROPN|NOUN)$/.test(s.upos[first]) || s.upos[last] !== 'NOUN' || v.quote[first] >= 0) return draft;
  let from = first - 1;
  while (from > 0 && s.upos[from - 1] === 'PROPN' && v.quote[from - 1] < 0) from--;
  const edge = from === 0 || /^(?:[,;:]|and|but)$/i.test(s.form[from - 1]);
  if (from === first - 1 || first - 1 - from > 4 || !edge) return draft;
  return { ...draft, source: [...range(from, last + 1)], content: content.filter((w) => w < from || w > last) };
}

/** "neither confirmed nor denied the reports": what two verbs share, "But | the time was poor": no word alone, "quoted him as saying X": to its end. */
export function withPieces(draft: Draft): Draft {
  const { view: v, cue: c } = draft;
  const s = v.sentence;
  let { content } = draft;
  if (
    content.length === 0 &&
    /^(?:nor|or|and)$/i.test(s.form[c + 1] ?? '') &&
    s.upos[c + 2] === 'VERB' &&
    v.head[c + 2] === c
  ) {
    for (let w = c + 3; w < v.size; w++) {
      if (v.head[w] !== c + 2 || !/^(?:obj|ccomp)$/.test(s.deprel[w])) continue;
      const either = /^neither$/i.test(s.form[c - 1] ?? '');
      const name = either && draft.source.length === 0 ? segment(v, c - 1) : null;
      return {
        ...draft,
        source: name !== null && !hasVerb(v, name) && name.length < 10 ? name : draft.source,
        cueWords: [...(either ? range(c - 1, c + 1) : draft.cueWords), c + 1, c + 2],
        content: range(v.left[w], v.right[w] + 1),
      };
    }
  }
  const runs = runsOf(content);
  if (
    runs.length > 1 &&
    runs[0].every(
      (w) => /^(?:CCONJ|PUNCT)$/.test(s.upos[w]) || /^(?:yesterday|today|meanwhile|however)$/i.test(s.form[w]),
    )
  )
    content = content.filter((w) => w > runs[0][runs[0].length - 1]);
  // "In a call, their second this month, Holm said she saw": a thing before the source is not said where a clause behind it is.
  const behind = content.filter((w) => w > c);
  const front = content.filter((w) => w < c);
  const said =
    behind.some((w) => makesClause(v, w)) &&
    front.length > 1 &&
    !front.some((w) => makesClause(v, w) || v.quote[w] >= 0);
  if (
    classOf(v, c) === 'say' &&
    said &&
    !/^(?:AUX|VERB|ADV|PART)$/.test(s.upos[behind[0]]) &&
    draft.source.length > 0 &&
    draft.source[0] < c &&
    s.form[draft.source[0] - 1] === ',' &&
    !/^(?:if|unless|when)$/i.test(s.form[front[0]])
  )
    content = behind;
  if (s.lemma[c] === 'quote' && !/^VBN$/.test(s.xpos[c]) && content.some((w) => w > c)) {
    let as = c + 1;
    while (
      as < v.size &&
      as < c + 18 &&
      !(/^as$/i.test(s.form[as]) && /^(?:saying|telling)$/i.test(s.form[as + 1] ?? ''))
    )
      as++;
    if (as < c + 18 && as < v.size && Math.max(...content) <= as)
      content = [...content.filter((w) => w < c), ...range(c + 1, endOf(v))];
  }
  return content === draft.content ? draft : { ...draft, content };
}

/** "accused Borduria of sabotage | on Tuesday after a blast": when somebody was blamed, and after what, is the reporter's. */
export function withoutAfter(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  if (classOf(v, c) !== 'accuse' || v.quote[c] >= 0) return draft;
  for (const w of content) {
    if (w < c + 3 || v.quote[w] >= 0 || !/^on$/i.test(s.form[w]) || !/day$/i.test(s.form[w + 1] ?? '')) continue;
    if (w + 2 < endOf(v) && !/^(?:after|as|when|following|hours|days|,)$/i.test(s.form[w + 2])) continue;
    return { ...draft, content: content.filter((word) => word < w) };
  }
  return draft;
}

/** ", a charge it called absurd", ", then left the room": behind a comma the reporter tells what became of it. */
export function withoutAside(draft: Draft): Draft {
  const { view: v, cue: c, content } = draft;
  const s = v.sentence;
  if (v.quote[c] >= 0 || s.upos[c] !== 'VERB' || classOf(v, c) === null) return draft;
  for (const w of content) {
    if (w <= c + 2 || s.form[w] !== ',' || v.quote[w] >= 0) continue;
    const then = /^then$/i.test(s.form[w + 1] ?? '') && /^VB[DN]$/.test(s.xpos[w + 2] ?? '') && s.xpos[c] === 'VBD';
    let aside = false;
    if (/^(?:an?|something)$/i.test(s.form[w + 1] ?? '') && (s.upos[w + 2] === 'NOUN' || s.form[w + 1] === 'something'))
      for (let u = w + 3; u < v.size && u < w + 9 && !aside; u++) {
        if (!/^(?:PRON|PROPN|DET|ADJ|NOUN|NUM|ADP|VERB)$/.test(s.upos[u])) break;
        aside =
          s.upos[u] === 'VERB' && /^VB[DNZ]$/.test(s.xpos[u]) && /^(?:name|deny|refuse)$/.test(classOf(v, u) ?? '');
        if (s.upos[u] === 'VERB') break;
      }
    if (!then && !aside) continue;
    const kept = content.filter((word) => word < w);
    return kept.some((word) => word > c) ? { ...draft, content: kept } : draft;
  }
  return draft;
}

/** "Arland president sets deadline, threatens sanctions": in a headline or a key point the first subject goes on. */
export function withHeadSubject(draft: Draft): Draft {
  const { view: v, cue: c, source } = draft;
  const s = v.sentence;
  if (source.length > 0 || s.form[c - 1] !== ',' || classOf(v, c) === null || !/^(?:VBZ|NNS|VBP)$/.test(s.xpos[c]))
    return draft;
  const point = v.headline || /^[*•·-]$/.test(s.form[0]);
  if (!point) return draft;
  let verb = 0;
  while (verb < c && s.xpos[verb] !== 'VBZ' && s.xpos[verb] !== 'VBP') verb++;
  const first = /^[*•·-]$/.test(s.form[0]) ? 1 : 0;
  const words = range(first, verb);
  if (verb >= c || words.length === 0 || words.length > 8 || words.some((w) => /^(?:PUNCT|VERB|ADP)$/.test(s.upos[w])))
    return draft;
  return { ...draft, source: words, content: draft.content.filter((w) => w > c) };
}
