// How sure the model must be of a cue: less where the table of speech and the tree speak for the word, more where the table does not
// know it. So a verb that a user adds to the table is found though the model never saw it. And what is no statement, however sure it is.

import type { Draft } from './read.js';
import { adjoins, childOf, classOf, isPassive, makesClause, SPOKEN } from './shapes.js';
import { headOf } from './sourcing.js';
import { sourceWords } from './speech.js';
import type { View } from './view.js';

/** Classes whose verbs, with a subject and a clause, are somebody's word or mind. */
const MINDED = new Set(['believe', 'hope', 'fear', 'predict', 'promise', 'demand', 'know', 'refuse', 'doubt']);

/**
 * How far below the threshold a word may stay when table and tree speak for it: a verb of saying with its own subject and a clause
 * behind it. So a verb that a user adds to the table is found though the model never saw it. What the table does not know must do better.
 */
export function leave(v: View, c: number): number {
  const odds = outside(v, c);
  return v.quote[c] >= 0 && v.scare[c] === 0 && odds < THAT ? odds - INSIDE : odds;
}

/** Those who are quoted rarely report others in their turn: a word within a quotation must do better by this, unless it has the plainest shape of all. */
const INSIDE = 1.5;

function outside(v: View, c: number): number {
  const kind = classOf(v, c);
  if (kind === null) return -UNKNOWN;
  if (kind === 'seem' && saysThat(v, c) && /^it$/i.test(v.sentence.form[c - 1] ?? '')) return THAT;
  if (v.sentence.upos[c] !== 'VERB') return 0;
  if (SPOKEN.has(kind) && v.quote[c] < 0 && besideQuote(v, c)) return BESIDE;
  if (kind === 'accuse' && blames(v, c)) return SAID;
  if (childOf(v, c, 'nsubj') < 0) return 0;
  const subject = v.sentence.upos[childOf(v, c, 'nsubj')];
  const inside = v.quote[c] >= 0 && v.scare[c] === 0;
  if (SPOKEN.has(kind) && saysThat(v, c) && !(inside && subject === 'PRON')) return THAT;
  if (kind === 'say' && !inside && closes(v, c)) return THAT;
  if (childOf(v, c, 'ccomp') < 0 && (kind !== 'deny' || childOf(v, c, 'xcomp') < 0)) return 0;
  if (inside) return SPOKEN.has(kind) && subject !== 'PRON' ? QUOTED : 0;
  return SPOKEN.has(kind) ? SAID : MINDED.has(kind) ? THOUGHT : 0;
}

/** "blamed a patrol for the shots", "whom it accused of helping": somebody, and what for. */
function blames(v: View, c: number): boolean {
  const s = v.sentence;
  const object = childOf(v, c, 'obj');
  const relative =
    /^(?:whom|who|which)$/i.test(s.form[c - 1] ?? '') || /^(?:whom|who|which)$/i.test(s.form[c - 2] ?? '');
  if (isPassive(v, c) || (object < c && !relative)) return false;
  for (let w = object < c ? c + 1 : object + 1; w <= v.right[c]; w++) {
    if (!/^(?:of|for)$/i.test(s.form[w])) continue;
    const head = v.head[w];
    if (v.head[head] === c) return true;
  }
  return false;
}

/** "..., sources close to the bank say.": between a comma and a stop there is only the verb and its subject. */
function closes(v: View, c: number): boolean {
  const subject = childOf(v, c, 'nsubj');
  if (subject < 0 || v.right[subject] >= c || !adjoins(v, v.right[subject], c)) return false;
  const before = v.sentence.form[v.left[subject] - 1] ?? '';
  const behind = v.sentence.form[c + 1] ?? '.';
  return v.left[subject] > 3 && /^(?:,|”|"|'')$/.test(before) && /^[.,]$/.test(behind);
}

/** "told him that", "mentioned that": the plainest shape of all. */
function saysThat(v: View, c: number): boolean {
  for (let w = c + 1; w < v.size && w <= c + 3; w++) {
    if (v.sentence.upos[w] === 'SCONJ' && /^that$/i.test(v.sentence.form[w])) return true;
    if (!/^(?:PRON|PROPN|NOUN|DET)$/.test(v.sentence.upos[w])) return false;
  }
  return false;
}

/** `asking her, "..."`, `"..." he shouted to the crowd`: a quotation that is more than a phrase begins or ends beside the verb. */
function besideQuote(v: View, c: number): boolean {
  for (let w = c + 1; w < v.size && w <= c + 4; w++) {
    if (v.quote[w] >= 0) return v.scare[w] === 0 && (w === c + 1 || /^[,:]$/.test(v.sentence.form[w - 1]));
    if (!/^(?:PRON|PROPN|PUNCT|NOUN|DET)$/.test(v.sentence.upos[w])) break;
  }
  const subject = childOf(v, c, 'nsubj');
  const first = subject < 0 ? c : Math.min(c, v.left[subject]);
  return subject >= 0 && first > 0 && v.quote[first - 1] >= 0 && v.scare[first - 1] === 0;
}

/** Log-odds below the threshold. */
const BESIDE = 3;
const THAT = 6;
const UNKNOWN = 1;
const SAID = 2;
const QUOTED = 3.5;
const THOUGHT = 0.5;

/** True for a draft that the model is sure of and that is nobody's word all the same. */
export function saysNothing(draft: Draft): boolean {
  return (
    isPrice(draft) ||
    isAct(draft) ||
    isQuestionAlone(draft) ||
    isSource(draft) ||
    isNoWord(draft) ||
    isUnnaming(draft) ||
    isSight(draft) ||
    isDone(draft) ||
    isThing(draft) ||
    isPicture(draft) ||
    isReturn(draft) ||
    isAmount(draft) ||
    isAside(draft)
  );
}

/** "the two locals cover 600 workers": a number is held, not spoken of. */
function isAmount({ view: v, cue: c, content }: Draft): boolean {
  const s = v.sentence;
  if (classOf(v, c) !== 'discuss' || s.upos[c] !== 'VERB' || content.some((w) => v.quote[w] >= 0)) return false;
  const object = Math.max(childOf(v, c, 'obj'), childOf(v, c, 'obl'));
  return object > c && (s.upos[object] === 'NUM' || childOf(v, object, 'nummod') >= 0);
}

/** "recalled its ambassador": somebody is called back; what is remembered is told in a clause, or is no person. */
function isReturn({ view: v, cue: c, content }: Draft): boolean {
  const s = v.sentence;
  if (s.lemma[c].toLowerCase() !== 'recall' || content.some((w) => v.quote[w] >= 0 || makesClause(v, w))) return false;
  const object = childOf(v, c, 'obj');
  const who = object >= 0 ? object : isPassive(v, c) ? childOf(v, c, 'nsubj') : -1;
  if (who < 0) return false;
  const lemma = s.lemma[who].toLowerCase();
  return (
    isPerson(lemma) ||
    /^(?:ambassador|consul|attach[eé]|charg[eé]|troop|force|parliament|car|vehicle|product|ship|team|mission)s?$/.test(
      lemma,
    )
  );
}

function isPerson(lemma: string): boolean {
  return sourceWords().get('anonymous')?.has(lemma) === true || sourceWords().get('spokesperson')?.has(lemma) === true;
}

/** "A spokesman, asked about the warning, said": what an answer is about, when nothing is told of the question. */
function isAside({ view: v, cue: c, source, content }: Draft): boolean {
  const s = v.sentence;
  const asked =
    (s.xpos[c] === 'VBN' || s.form[c - 1] === ',') &&
    /^(?:asked|questioned|pressed)$/i.test(s.form[c]) &&
    source.length === 0;
  return (
    asked &&
    /^(?:about|on|by)$/i.test(s.form[c + 1] ?? '') &&
    !content.some((w) => v.quote[w] >= 0 || makesClause(v, w))
  );
}

/** "was quoted at 97.35": a price. */
function isPrice({ view: v, cue: c }: Draft): boolean {
  return v.sentence.lemma[c] === 'quote' && /^(?:at|unchanged|up|down)$/i.test(v.sentence.form[c + 1] ?? '');
}

const WORD = /^(?:letter|statement|petition|declaration|appeal|pledge|message|manifesto)$/;

/** "signed an accord", "listed its shares": something was done. */
function isAct({ view: v, cue: c }: Draft): boolean {
  const s = v.sentence;
  const lemma = s.lemma[c].toLowerCase();
  if (s.upos[c] !== 'VERB' || (lemma !== 'sign' && lemma !== 'list')) return false;
  const object = childOf(v, c, 'obj');
  return lemma === 'list' || object < 0 || !WORD.test(s.lemma[object].toLowerCase());
}

/** "asked on the programme": somebody is asked, but nothing is told of the question. */
function isQuestionAlone({ view: v, cue: c, content }: Draft): boolean {
  const s = v.sentence;
  if (s.lemma[c] !== 'ask' || !isPassive(v, c)) return false;
  const first = content.find((w) => w > c) ?? -1;
  return (
    first > c &&
    !content.some((w) => v.quote[w] >= 0 && v.quote[w] !== v.quote[c]) &&
    !/^(?:if|whether|how|why|what|when|where|who|which|to|about)$/i.test(s.form[first]) &&
    !/^(?:about|for)$/i.test(s.form[first - 1])
  );
}

/** "The paper, quoting Iranian sources, said": the source's own source. */
function isSource({ view: v, cue: c, content }: Draft): boolean {
  const s = v.sentence;
  const lemma = s.lemma[c].toLowerCase();
  if ((lemma !== 'quote' && lemma !== 'cite') || s.xpos[c] !== 'VBG' || v.head[c] < 0) return false;
  const kind = classOf(v, v.head[c]) ?? (childOf(v, v.head[c], 'nsubj') < 0 ? null : classOf(v, v.head[c]));
  const close = s.form[c - 1] === ',' && content.length <= 8 && content.every((w) => w > c && v.quote[w] < 0);
  return close && kind !== null && SPOKEN.has(kind);
}

/** "does not plan a statement": nothing was said. */
function isNoWord({ view: v, cueWords, cue: c }: Draft): boolean {
  const s = v.sentence;
  const words = [...cueWords, c];
  const no = words.some((w) => /^(?:no|not|n't|n’t|never)$/i.test(s.form[w]));
  return (
    no && words.some((w) => /^(?:NOUN|PROPN)$/.test(s.upos[w]) && /^(?:statement|announcement)$/i.test(s.lemma[w]))
  );
}

/** "who declined to be named": the reason for a missing name, nobody's word. */
function isUnnaming({ view: v, cue: c, content }: Draft): boolean {
  const words = [c, ...content].map((w) => v.sentence.form[w].toLowerCase());
  const at = words.findIndex((word) => /^(?:named|identified|quoted)$/.test(word));
  return at > 0 && at <= 5 && words.slice(1, at).every((word) => /^(?:to|not|be|further|by|name)$/.test(word));
}

/** "a view from the hill": what one sees. */
function isSight({ view: v, cue: c }: Draft): boolean {
  const s = v.sentence;
  return s.upos[c] === 'NOUN' && /^(?:view|look|sight)$/.test(s.lemma[c]) && s.form[c + 1]?.toLowerCase() === 'from';
}

/** "the relief would be revoked": a passive of refusing or supporting without anybody who does it is told, not said. */
function isDone({ view: v, cue: c, source }: Draft): boolean {
  const kind = classOf(v, c);
  if (v.sentence.upos[c] !== 'VERB' || (kind !== 'refuse' && kind !== 'support') || !isPassive(v, c)) return false;
  // "the pact that was rejected": what is refused does not refuse.
  return source.length === 0 || source.some((w) => v.head[w] === c && v.sentence.deprel[w] === 'nsubj:pass');
}

/** Classes that tell an act or a state as often as a word: a thing as their subject says nothing. */
const ACTS: ReadonlySet<string> = new Set([
  'refuse',
  'support',
  'promise',
  'demand',
  'hope',
  'fear',
  'praise',
  'accuse',
]);

/** "shares defended their gains", "the perception threatened": the subject is a thing that cannot speak, and no paper. */
function isThing({ view: v, cue: c, source }: Draft): boolean {
  const s = v.sentence;
  const kind = classOf(v, c);
  if (source.length === 0 || s.upos[c] !== 'VERB' || kind === null || !ACTS.has(kind)) return false;
  const head = headOf(v.depth, source);
  return s.upos[head] === 'NOUN' && DEAD.test(s.lemma[head].toLowerCase());
}

/** Things of the trade pages and of politics that a verb of will takes for its subject in a figure of speech. */
const DEAD =
  /^(?:share|stock|bond|price|cost|rate|yield|currency|dollar|yen|mark|pound|euro|gold|oil|crude|market|trade|export|import|earnings|profit|loss|sale|economy|inflation|debt|deficit|surplus|war|conflict|crisis|violence|fighting|storm|rain|drought|weather|perception|difficulty|problem|fact|event|development|situation|suspension|increase|decrease|rise|fall|decline|drop|cut|strike|attack|raid|quake|earthquake|fire|flood|disease|virus|pandemic)$/;

/** "was painted by Ivan Holm": a picture; "painted him as a liar" is a word. */
function isPicture({ view: v, cue: c, content }: Draft): boolean {
  const s = v.sentence;
  if (!/^(?:paint|cast|style)$/.test(s.lemma[c]) || content.some((w) => v.quote[w] >= 0)) return false;
  for (let w = c + 1; w < v.size; w++) if (/^(?:as|like)$/i.test(s.form[w])) return false;
  return true;
}
