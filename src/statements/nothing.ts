// What is no statement, however sure the model is of its verb: prices, acts, things that cannot speak, blows, results.

import { isDeed } from './nothing-acts.js';
import { isShape } from './nothing-shapes.js';
import type { Draft } from './read.js';
import { childOf, classOf, isPassive, makesClause, SPOKEN } from './shapes.js';
import { headOf } from './sourcing.js';
import { sourceWords } from './speech.js';

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
    isBlow(draft) ||
    isPurpose(draft) ||
    isResult(draft) ||
    isPost(draft) ||
    isTitle(draft) ||
    isAmount(draft) ||
    isDeed(draft) ||
    isShape(draft) ||
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

/** "attacked a base", "hit the ships": arms, unless it tells what for, or in which words. */
function isBlow({ view: v, cue: c, content }: Draft): boolean {
  const s = v.sentence;
  if (s.upos[c] !== 'VERB' || !/^(?:attack|hit|strike|blast|pound|hammer|savage)$/.test(s.lemma[c].toLowerCase()))
    return false;
  return !content.some((w) => v.quote[w] >= 0 || /^(?:for|as|over|because|saying)$/i.test(s.form[w]));
}

/** "a programme aimed at growth": what a thing is for. */
function isPurpose({ view: v, cue: c }: Draft): boolean {
  const s = v.sentence;
  return (
    s.xpos[c] === 'VBN' &&
    s.deprel[c].startsWith('acl') &&
    /^(?:aim|intend|design|plan)$/.test(s.lemma[c].toLowerCase())
  );
}

/** "reported a loss", "the earlier reported loss": figures of the trade pages. */
function isResult({ view: v, cue: c, content }: Draft): boolean {
  const s = v.sentence;
  const lemma = s.lemma[c].toLowerCase();
  if ((lemma !== 'report' && lemma !== 'post') || s.upos[c] !== 'VERB' || content.some((w) => v.quote[w] >= 0))
    return false;
  const object = s.deprel[c] === 'amod' ? v.head[c] : childOf(v, c, 'ccomp') >= 0 ? -1 : childOf(v, c, 'obj');
  return (
    object >= 0 &&
    /^(?:earnings?|profit|loss|sale|revenue|income|result|gain|dividend|turnover|surplus|deficit|net|decline|rise|drop|increase)$/.test(
      s.lemma[object].toLowerCase(),
    )
  );
}

/** `the story headlined "..."`: what a paper is called. */
function isTitle({ view: v, cue: c, source }: Draft): boolean {
  const s = v.sentence;
  return (
    /^(?:headline|title|entitle)$/.test(s.lemma[c].toLowerCase()) &&
    (source.length === 0 ||
      source.some((w) => /^(?:story|article|report|item|piece|book|film|song|dispatch)$/i.test(s.form[w])))
  );
}

/** "was named as his successor": somebody gets an office. */
function isPost({ view: v, cue: c, content }: Draft): boolean {
  const s = v.sentence;
  return (
    /^(?:name|nominate|designate)$/.test(s.lemma[c].toLowerCase()) &&
    isPassive(v, c) &&
    !content.some((w) => v.quote[w] >= 0) &&
    /^(?:as|to)$/i.test(s.form[c + 1] ?? '')
  );
}

/** "recalled its ambassador": somebody is called back; what is remembered is told in a clause, or is no person. */
function isReturn({ view: v, cue: c, content }: Draft): boolean {
  const s = v.sentence;
  if (s.lemma[c].toLowerCase() !== 'recall' || content.some((w) => v.quote[w] >= 0)) return false;
  // "Recalled its envoy after talks had failed": a clause that tells when is not what is remembered.
  if (childOf(v, c, 'ccomp') >= 0 || childOf(v, c, 'xcomp') >= 0) return false;
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
    (source.length === 0 || s.form[c - 1] === ',');
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
  if (/^(?:request|ask|demand|insist|want|seek)$/.test(v.sentence.lemma[c]) && words.slice(1, 4).includes('anonymity'))
    return true;
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
  // "The call was requested by Holm": a thing is asked for, in no words.
  if (kind === 'demand' && v.sentence.upos[c] === 'VERB' && isPassive(v, c) && childOf(v, c, 'obl:agent') >= 0)
    return childOf(v, c, 'xcomp') < 0 && childOf(v, c, 'ccomp') < 0;
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
