// The plainest habit of wire copy, whatever the tree makes of it: a report that ends in the one who gives it. "The strait will be closed by June,
// Harbour Minister Ida Holm warned on Monday.", "..., four sources and a diplomat said, a day after the talks failed."

import { classOf, endOf, isPassive, makesClause, range, SPOKEN } from './shapes.js';
import { sourceWords } from './speech.js';
import type { View } from './view.js';
import { hasVerb, officeBefore } from './voices.js';

/** The one who closes a report, and where the report ends. */
export interface Closing {
  readonly source: readonly number[];
  /** Behind the last word of the report: the comma before the source, or the source itself behind a comma within a quotation. */
  readonly stop: number;
  /** Behind the last word about the saying: the sentence's end, or the comma of what follows from it. */
  readonly end: number;
}

/** How many words a source may have here, how many may tell to whom and when it was said, how many the report must have. */
const SOURCE = 16;
const TAIL = 14;
const REPORT = 4;

const ADVERB = /^(?:also|then|later|earlier|again|yesterday|today|recently|had|has|have)$/i;
const PAPER = /^(?:show|find|indicate|reveal|conclude)$/;

/** The closing voice of the verb `c`, or null. */
export function closingOf(v: View, c: number): Closing | null {
  const s = v.sentence;
  if (c < REPORT + 2 || v.quote[c] >= 0 || v.headline) return null;
  // "..., the institute forecast.": the last word may pass for a noun.
  const last = /^forecast$/i.test(s.form[c]) && c >= endOf(v) - 1;
  if (!last && !/^(?:VBD|VBZ|VBP|VBN)$/.test(s.xpos[c])) return null;
  const end = tailOf(v, c);
  if (end < 0) return null;
  let behind = c;
  while (behind > 0 && ADVERB.test(s.form[behind - 1])) behind--;
  const edge = edgeBefore(v, behind);
  if (edge < REPORT || behind - edge > SOURCE || !speaks(v, c, edge, behind)) return null;
  const source = range(edge, behind);
  if (!isVoice(v, source)) return null;
  const first = listFrom(v, edge, source);
  const stop = s.form[first - 1] === ',' ? first - 1 : first;
  if (stop < REPORT) return null;
  const report = range(0, stop);
  if (!report.some((w) => makesClause(v, w)) || report.some((w) => v.quote[w] >= 0 && v.scare[w] === 0)) return null;
  // "While the talks went on, Holm said.": a clause that hangs on another is no report.
  if (/^(?:asked|while|although|though|because|since|unless)$/i.test(s.form[0])) return null;
  return { source: range(first, behind), stop, end };
}

/** A verb of saying, warning, predicting; of showing where a paper does it. */
function speaks(v: View, c: number, first: number, stop: number): boolean {
  const kind = classOf(v, c);
  const lemma = v.sentence.lemma[c].toLowerCase();
  if (kind === null || kind === 'ask' || kind === 'deny' || isPassive(v, c)) return false;
  if (SPOKEN.has(kind) || kind === 'predict' || /^(?:warn|forecast|estimate)$/.test(lemma)) return true;
  const papers = sourceWords().get('document');
  return PAPER.test(lemma) && range(first, stop).some((w) => papers?.has(v.sentence.lemma[w].toLowerCase()) === true);
}

/** Where the words about the saying end: to whom, where, when, and no clause; -1 where something else goes on. */
function tailOf(v: View, c: number): number {
  const s = v.sentence;
  const stop = endOf(v);
  for (let w = c + 1; w < stop; w++) {
    if (v.quote[w] >= 0 || w - c > TAIL || /^(?:[:;–—]|--)$/.test(s.form[w])) return -1;
    if (s.form[w] === ',') return isCircumstance(v, w + 1) ? w : -1;
    if (/^on$/i.test(s.form[w]) && /^(?:condition|background)$/i.test(s.form[w + 1] ?? '')) return stop;
    if (/^(?:after|before|as|when)$/i.test(s.form[w]) && w > c + 1) return w;
    if (makesClause(v, w) || s.upos[w] === 'SCONJ' || s.upos[w] === 'AUX') return -1;
    if (w === c + 1 && !/^(?:ADP|NOUN|PROPN|DET|PRON|ADV|ADJ|NUM)$/.test(s.upos[w])) return -1;
  }
  return stop;
}

/** ", a day after ...", ", asking not to be named", ", hours before ...": what was so when it was said, told by the reporter. */
function isCircumstance(v: View, word: number): boolean {
  const s = v.sentence;
  for (let w = word; w < v.size && w < word + 4; w++) {
    if (/^(?:after|before)$/i.test(s.form[w])) return true;
    if (w === word && /^(?:asking|speaking|citing|quoting|referring|requesting|without|in)$/i.test(s.form[w]))
      return true;
    if (!/^(?:NUM|DET|NOUN|ADV|ADJ)$/.test(s.upos[w])) return false;
  }
  return false;
}

/** Behind the last comma before the words that end at `stop`, or the mark that closes a phrase with its comma; -1 where another mark comes first. */
function edgeBefore(v: View, stop: number): number {
  const s = v.sentence;
  for (let w = stop - 1; w >= 0 && stop - w <= SOURCE + 1; w--) {
    if (v.quote[w] >= 0) return v.scare[w] === 1 && s.form[w - 1] === ',' ? w + 1 : -1;
    if (s.form[w] === ',') return w + 1;
    if (/^(?:[:;–—]|--)$/.test(s.form[w])) return -1;
  }
  return -1;
}

/** A noun phrase that can speak: it begins as one, and holds no clause. */
function isVoice(v: View, words: readonly number[]): boolean {
  const s = v.sentence;
  const [first] = words;
  if (first === undefined || !/^(?:DET|PROPN|NOUN|ADJ|PRON|NUM)$/.test(s.upos[first])) return false;
  if (/^(?:which|that|whom|whose|who|what|this|these|those|such|it|they)$/i.test(s.form[first]))
    return words.length === 1 && /^(?:it|they)$/i.test(s.form[first]);
  if (words.length === 1 && s.upos[first] === 'ADJ') return false;
  return !hasVerb(
    v,
    words.filter((w) => s.xpos[w] !== 'VBN' && s.xpos[w] !== 'VBG'),
  );
}

/** "Woodhouse, Drake and Carey": back over a surname alone, where the last piece joins two more; the first word of the source. */
function listFrom(v: View, edge: number, source: readonly number[]): number {
  const s = v.sentence;
  // "minister of energy, telecoms and post Ida Holm".
  const office = source.some((w) => /^and$/i.test(s.form[w])) ? officeBefore(v, edge - 1) : [];
  if (office.length > 0) return office[0];
  const names = source.every((w) => s.upos[w] === 'PROPN' || /^and$/i.test(s.form[w]));
  if (!names || source.length !== 3 || !/^and$/i.test(s.form[source[1]]) || s.form[edge - 1] !== ',') return edge;
  return s.upos[edge - 2] === 'PROPN' && s.form[edge - 3] === ',' ? edge - 2 : edge;
}
