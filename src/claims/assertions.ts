// What is asserted in a dispatch, by whom: the candidates that a denial or a doubt may be about. They become claims only when something is.

import type { Cast } from '../actors/index.js';
import { actorAt, clauseWords, lemma, subjectOf, trimmed } from '../commitments/index.js';
import { child, children, type Sentence, wordAt } from '../language/index.js';
import type { Span, Statement } from '../records.js';
import { accusationOf, isChargedWith } from './accusations.js';
import { type Assertion, assertion, contentOf, told } from './assertion.js';
import { fateOf, figuresOf, isCount, isTimeWord } from './figures.js';
import { lexicon } from './lexicon.js';
import { relativeClaim } from './relative.js';
import { isSupposed } from './stance.js';

/** All assertions of a sentence, left to right. */
export function assertionsOf(cast: Cast, s: Sentence): Assertion[] {
  const found: Assertion[] = [];
  const { asserting, accusing, reports } = lexicon();
  for (let i = 0; i < s.size; i++) {
    const word = lemma(s, i);
    if (s.upos[i] === 'NOUN' && reports.has(word)) {
      const report = reportOf(cast, s, i);
      if (report) found.push(report);
    }
    const counted = countIs(cast, s, i);
    if (counted) found.push(counted);
    const source = accordingTo(cast, s, i);
    if (source) found.push(source);
    if (s.upos[i] !== 'VERB') continue;
    const figure = COUNTING.test(word) ? figureVerb(cast, s, i) : null;
    if (figure) {
      found.push(figure);
    } else if (
      child(s, i, 'obj') >= 0 &&
      lemma(s, child(s, i, 'obj')) === 'blame' &&
      /^(lay|put|pin|place|cast)$/.test(word)
    ) {
      const words = clauseWords(s, i, (k) => k !== i && /^(conj|parataxis|advcl)$/.test(s.deprel[k]));
      const span = trimmed(s, words);
      const by = actorAt(cast, s, subjectOf(s, i))?.actor ?? null;
      if (span) found.push({ ...told(s, i, i, span, by, 'blamed'), lemmas: contentOf(s, words) });
    } else if (accusing.has(word) || (word === 'charge' && isChargedWith(s, i))) {
      const accusation = accusationOf(cast, s, i);
      if (accusation) found.push(accusation);
    } else if (asserting.has(word)) {
      const content = children(s, i).find((k) => k > i && s.deprel[k] === 'ccomp') ?? child(s, i, 'ccomp');
      const by = actorAt(cast, s, subjectOf(s, i))?.actor ?? null;
      const relative = relativeClaim(cast, s, i);
      if (relative) found.push(relative);
      else if (content >= 0) {
        found.push(assertion(s, i, content, by, 'said'));
        // "said its pilots had been fired on and that a jet was lost": each is asserted.
        for (const k of children(s, content))
          if (
            k > content &&
            s.deprel[k] === 'conj' &&
            child(s, k, 'nsubj', 'nsubj:pass') >= 0 &&
            child(s, k, 'cc') >= 0
          )
            if (/^(and|nor)$/i.test(s.form[child(s, k, 'cc')]) && child(s, k, 'mark') >= 0)
              found.push(assertion(s, i, k, by, 'said'));
      } else if (claimedBy(s, i) >= 0) found.push(assertion(s, i, claimedBy(s, i), by, 'claimed'));
      else if (s.deprel[i] === 'parataxis' && s.head[i] >= 0 && !(s.head[i] > i && asserting.has(lemma(s, s.head[i]))))
        found.push(assertion(s, i, s.head[i], by, 'said behind'));
    }
  }
  return found;
}

/** "The police count is 512": whoever owns the count asserts it. */
function countIs(cast: Cast, s: Sentence, word: number): Assertion | null {
  if (s.upos[word] !== 'NUM' || child(s, word, 'cop') < 0) return null;
  const count = child(s, word, 'nsubj');
  if (count < 0 || !isCount(s, count)) return null;
  const owner = child(s, count, 'nmod:poss', 'compound', 'amod');
  const by = owner < 0 ? null : (actorAt(cast, s, owner) ?? actorAt(cast, s, count))?.actor;
  const span = trimmed(s, clauseWords(s, word));
  if (!by || !span) return null;
  const one = told(s, word, word, span, by, 'figure');
  return { ...one, figures: [{ value: s.form[word].toLowerCase(), of: 'toll' }] };
}

/** What the statements of a dispatch assert in a sentence, where no verb of its own was found to: quotes, attributions behind the clause. */
export function statedIn(s: Sentence, statements: readonly Statement[], known: readonly Assertion[]): Assertion[] {
  const found: Assertion[] = [];
  for (const { speaker, content, cue } of statements) {
    for (const [from, to] of content) {
      if (from >= s.span[1] || to <= s.span[0]) continue;
      const inside: number[] = [];
      for (let i = 0; i < s.size; i++) if (s.start[i] >= from && s.end[i] <= to) inside.push(i);
      const overlaps = [...known, ...found].some(({ span }) => span[0] < to && from < span[1]);
      const head = inside.find((i) => !(s.head[i] >= inside[0] && s.head[i] <= inside[inside.length - 1]));
      if (overlaps || inside.length < 3 || head === undefined || speaker === null) continue;
      const at = cue.length > 0 ? wordAt(s, cue[0][0]) : -1;
      // "He denied it carried anything": what is denied, demanded or asked is not asserted.
      if (at >= 0 && s.upos[at] === 'VERB' && !lexicon().asserting.has(lemma(s, at))) continue;
      const verb = tellingOf(s, inside, head);
      if (verb < 0 || s.form[s.size - 1] === '?') continue;
      found.push({ ...assertion(s, at >= 0 ? at : verb, verb, speaker, 'stated'), ...whole(s, inside) });
    }
  }
  return found;
}

/** The word that tells it: the head of the clause, or where the tree has a noun for one the first finite verb; -1 for a mere phrase. */
function tellingOf(s: Sentence, inside: readonly number[], head: number): number {
  const own = s.upos[head] === 'VERB' ? /^VB[DZPN]$/.test(s.xpos[head]) : child(s, head, 'cop') >= 0;
  if (own && child(s, head, 'nsubj', 'nsubj:pass') >= 0) return head;
  if (s.upos[head] === 'VERB') return -1;
  const finite = inside.find((i) => i > head && /^VB[DZP]$/.test(s.xpos[i]) && s.upos[i] === 'VERB');
  // "papers found at the camp tied Quito to the rebels": the second of two participles is the verb.
  const participles = inside.filter((i) => i > head && s.xpos[i] === 'VBN');
  // "a gunboat fired on our tanker": the only verb, hung on its subject.
  const only = participles.find((i) => s.head[i] === head && s.deprel[i] === 'acl' && i < head + 4);
  return finite ?? participles[1] ?? only ?? -1;
}

/** The whole of what is stated, as far as it is one clause. */
function whole(s: Sentence, inside: readonly number[]): { span?: Span } {
  const span = trimmed(s, /^that$/i.test(s.form[inside[0]]) ? inside.slice(1) : inside);
  return span ? { span } : {};
}

/** "Troops crossed the border, according to Kabul": whoever that is asserts the clause. */
function accordingTo(cast: Cast, s: Sentence, word: number): Assertion | null {
  if (!/^according$/i.test(s.form[word]) || !/^to$/i.test(s.form[word + 1] ?? '')) return null;
  const source = s.upos[s.head[word]] === 'VERB' ? child(s, word, 'obl', 'nmod') : s.head[word];
  if (source < 0) return null;
  const by = actorAt(cast, s, source)?.actor ?? null;
  let head = s.head[source];
  while (head >= 0 && s.upos[head] !== 'VERB' && child(s, head, 'cop', 'nsubj') < 0) head = s.head[head];
  // "were killed in fighting around Vukovar, according to": of the clause as a whole.
  while (head >= 0 && /^(advcl|acl|xcomp|obl|nmod)$/.test(s.deprel[head]) && s.head[head] >= 0) head = s.head[head];
  if (head < 0 || by === null || lexicon().asserting.has(lemma(s, head))) return null;
  return assertion(s, word, head, by, 'according to');
}

/** "more than a thousand" */
const isRound = (s: Sentence, word: number): boolean =>
  /^(thousand|hundred|million|dozen)$/i.test(s.form[word]) && /^(a|one)$/i.test(s.form[word - 1] ?? '');

/** Verbs that give a number. */
const COUNTING = /^(put|speak|give|count|cite|record|log|register|list|report|talk|estimate|place|quote)$/;

/** What is asserted without a clause: "claimed to have downed five jets", "announced a cease-fire", "told of mass shootings"; or -1. */
function claimedBy(s: Sentence, verb: number): number {
  const word = lemma(s, verb);
  const claimed = child(s, verb, 'xcomp');
  if (claimed > verb && /^(claim|profess|admit|boast|report|brag)$/.test(word)) return claimed;
  const object = child(s, verb, 'obj');
  if (object > verb && s.upos[object] === 'NOUN' && /^(announce|report|claim|allege|proclaim)$/.test(word)) {
    return lexicon().reports.has(lemma(s, object)) || /^(responsibility|credit)$/.test(lemma(s, object)) ? -1 : object;
  }
  if (!/^(tell|speak|talk|boast|brag)$/.test(word) || !/^of$/i.test(s.form[verb + 1] ?? '')) return -1;
  const about = child(s, verb, 'obl');
  return about > verb && s.upos[about] === 'NOUN' ? about : -1;
}

/** "a report (over the weekend) that Russia was pulling back": nobody's word, or its owner's. */
function reportOf(cast: Cast, s: Sentence, noun: number): Assertion | null {
  let content = children(s, noun).find((i) => i > noun && /^(acl|ccomp|acl:relcl)$/.test(s.deprel[i]) && hasThat(s, i));
  for (const i of children(s, noun)) {
    if (content !== undefined || s.deprel[i] !== 'nmod') continue;
    content = children(s, i).find((k) => /^acl/.test(s.deprel[k]) && hasThat(s, k));
  }
  if (content === undefined) return null;
  const owner = child(s, noun, 'nmod:poss', 'amod');
  const by = owner < 0 ? null : (actorAt(cast, s, owner)?.actor ?? null);
  return { ...assertion(s, noun, content, by, 'report'), future: false };
}

function hasThat(s: Sentence, verb: number): boolean {
  return children(s, verb).some((i) => s.deprel[i] === 'mark' && /^that$/i.test(s.form[i]));
}

/** "put the figure at 13", "spoke of 10 dead". */
function figureVerb(cast: Cast, s: Sentence, verb: number): Assertion | null {
  const words = clauseWords(s, verb, (k) => /^(conj|parataxis|advcl)$/.test(s.deprel[k]) && s.head[k] === verb);
  const numbers = words.filter((i) => i > verb && (s.upos[i] === 'NUM' || isRound(s, i)));
  if (numbers.length === 0) return null;
  const object = child(s, verb, 'obj');
  const put = /^(put|place)$/.test(lemma(s, verb));
  if (isSupposed(s, verb)) return null;
  // "reported that", "estimated that": the clause is what is asserted.
  if (child(s, verb, 'ccomp') > verb) return null;
  const known = put
    ? object >= 0
    : words.some((i) => i > verb && lexicon().counts.has(lemma(s, i)) && !isTimeWord(s, i));
  const bare =
    /^(speak|talk)$/.test(lemma(s, verb)) &&
    numbers.some((i) => s.head[i] === verb && !/^(19|20)\d\d$/.test(s.form[i]));
  if (!known && !bare) return null;
  const span = trimmed(s, words);
  if (!span) return null;
  const by = actorAt(cast, s, subjectOf(s, verb))?.actor ?? null;
  const figures = figuresOf(s, words);
  const fate = object < 0 ? null : fateOf(s, object);
  // "put the number of dead at 83, including 14 soldiers": the number that hangs on the verb is the one that is given.
  const given = numbers.filter((i) => s.head[i] === verb);
  const inner = object < 0 ? [] : clauseWords(s, object).flatMap((i) => fateOf(s, i) ?? []);
  const of = fate ?? inner[0] ?? (bare || isCount(s, object) ? 'same' : 'toll');
  const all = (figures.length > 0 && !put ? figures : given.length > 0 ? given : numbers).map((one) =>
    typeof one === 'number' ? { value: s.form[one].toLowerCase(), of } : one,
  );
  return { ...told(s, verb, verb, span, by, 'figure'), lemmas: contentOf(s, words), figures: all };
}
