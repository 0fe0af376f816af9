// Who speaks, and to whom: from a statement's words to actors, through the cast.

import type { Cast } from '../actors/index.js';
import { relation } from '../language/index.js';
import type { Actor } from '../records.js';
import type { Attribution } from './assemble.js';
import { apposed, headOf, type Phrase } from './sourcing.js';
import { sourceWords, speechTable, speechVerb } from './speech.js';

const FIRST = new Set(['i', 'me', 'my', 'we', 'us', 'our', 'myself', 'ourselves']);
const PLURAL = new Set(['we', 'us', 'our', 'ourselves']);

/** The source's words and head; words of the longest run only. */
export function phraseOf({ draft, source }: Attribution): Phrase {
  const s = draft.view.sentence;
  const words: number[] = [];
  for (const w of draft.source)
    if (source.some(([start, end]) => s.start[w] >= start && s.end[w] <= end)) words.push(w);
  return { sentence: s, words, head: headOf(draft.view.depth, words) };
}

/** True for "I", "we", "my": the speaker of the quotation that they stand in. */
export function isFirstPerson({ sentence, head }: Phrase): boolean {
  return head >= 0 && FIRST.has(sentence.form[head].toLowerCase());
}

/** True for "we", "our". */
export function isPlural({ sentence, head }: Phrase): boolean {
  return head >= 0 && PLURAL.has(sentence.form[head].toLowerCase());
}

/** The actors that a source phrase stands for, the first named first; of "who" the one that its clause is about. */
export function speakersOf(one: Attribution, phrase: Phrase, cast: Cast): Actor[] {
  const { sentence: s, head } = phrase;
  if (head < 0) return [];
  const name = apposed(phrase);
  const named = name < 0 ? [] : actorsAt(cast, s.index, name);
  if (named[0]?.kind === 'person') return named;
  const last = nameAtEnd(phrase, cast);
  if (last) return [last];
  const own = cast.at(s.index, head);
  if (own.length > 0) {
    // Those that a tree joins to the source, but that stand outside it, do not speak.
    const within = own.filter(
      ({ span }, i) =>
        i === 0 || (one.source.some(([from, to]) => span[0] >= from && span[1] <= to) && !isPartner(s, span[0])),
    );
    const told = isTold(phrase) ? within.slice(0, 1) : within;
    const actors = told.map(({ actor }) => cast.byId(actor)).filter((actor) => actor !== undefined);
    return actors.filter((actor, i) => actors.indexOf(actor) === i);
  }
  if (/^(?:who|which|that|whom)$/i.test(s.form[head])) {
    for (let w = head, steps = 0; w >= 0 && steps < 8; w = s.head[w], steps++) {
      if (s.deprel[w] === 'acl:relcl') return actorsAt(cast, s.index, s.head[w]);
    }
    // A tree that hangs the clause elsewhere: whoever stands right before the comma.
    for (let w = head - 1; w >= 0 && w >= head - 4; w--) {
      const found = s.upos[w] === 'PUNCT' ? [] : actorsAt(cast, s.index, topOfName(s, w));
      if (found.length > 0) return found;
    }
  }
  const issuer = issuerOf(phrase, cast);
  if (issuer.length > 0) return issuer;
  // "White House press secretary Jen Psaki": another word of the name may be the one the cast knows.
  for (const word of phrase.words) {
    const r = relation(s.deprel[word]);
    if (s.head[word] !== head || (r !== 'appos' && r !== 'flat' && r !== 'compound')) continue;
    const found = actorsAt(cast, s.index, word);
    if (found.length > 0) return found;
  }
  // "the Fund for Arland and Borduria (FAB)": its initials may be what the cast knows it by.
  const initials = phrase.words.find(
    (w) => s.form[w - 1] === '(' && s.form[w + 1] === ')' && /^\p{Lu}{2,}$/u.test(s.form[w]),
  );
  return initials === undefined ? [] : actorsAt(cast, s.index, initials);
}

/** "Dunmore Telephones managing director Ida Holm": of a phrase that ends in somebody's name, that one. */
function nameAtEnd({ sentence: s, words }: Phrase, cast: Cast): Actor | undefined {
  const end = words[words.length - 1] + 1;
  if (words.some((w) => /^(?:and|or|,)$/i.test(s.form[w]))) return undefined;
  const name = s.names.find((one) => one.type === 'PER' && one.end === end && words.includes(one.first));
  if (name === undefined || name.first === words[0] || name.end - name.first < 2) return undefined;
  const [actor] = [end - 1, name.first].flatMap((w) => actorsAt(cast, s.index, w));
  return actor?.kind === 'person' ? actor : undefined;
}

/** "Ida Holm, chairman and chief executive of Dunmore": what stands behind the comma tells who she is, and joins nobody. */
function isTold({ sentence: s, words }: Phrase): boolean {
  const comma = words.findIndex((w) => s.form[w] === ',');
  const next = words[comma + 1];
  return (
    comma > 0 &&
    next !== undefined &&
    s.upos[words[comma - 1]] === 'PROPN' &&
    /^(?:NOUN|DET|ADJ)$/.test(s.upos[next]) &&
    s.names.some(({ type, end }) => type === 'PER' && end === words[comma])
  );
}

/** "Dunmore and Co manager Ida Holm": the "and" of a firm's name joins nobody. */
function isPartner(s: Phrase['sentence'], at: number): boolean {
  for (let w = 1; w < s.size && s.start[w] < at; w++) {
    if (/^(?:co|sons|partners)\.?$/i.test(s.form[w]) && /^(?:and|&)$/i.test(s.form[w - 1])) return true;
  }
  return false;
}

/** The head of the name that a word is part of. */
function topOfName(s: Phrase['sentence'], word: number): number {
  let top = word;
  while (s.head[top] >= 0 && s.head[top] < top && relation(s.deprel[top]) === 'flat') top = s.head[top];
  return top;
}

/** "the Greek statement", "a letter from the ministry": a paper speaks for those whose it is. */
function issuerOf({ sentence: s, words, head }: Phrase, cast: Cast): Actor[] {
  if (!sourceWords().get('document')?.has(s.lemma[head].toLowerCase())) return [];
  for (const word of words) {
    if (s.head[word] !== head) continue;
    const r = relation(s.deprel[word]);
    const from =
      r === 'nmod' && word > head && words.some((w) => s.head[w] === word && /^(?:by|from|of)$/i.test(s.form[w]));
    if (r !== 'amod' && r !== 'compound' && !(r === 'nmod' && word < head) && !from) continue;
    const found = actorsAt(cast, s.index, word);
    if (found.length > 0) return found;
  }
  return [];
}

function actorsAt(cast: Cast, sentence: number, word: number): Actor[] {
  const ref = cast.alone(sentence, word)[0];
  const actor = ref && cast.byId(ref.actor);
  return actor === undefined ? [] : [actor];
}

/** Classes whose verbs have no hearer for their object: "says Arland to resume talks", "accused Arland of". */
const MUTE: ReadonlySet<string> = new Set([
  'say',
  'assert',
  'admit',
  'deny',
  'accuse',
  'believe',
  'know',
  'hope',
  'fear',
  'predict',
  'show',
]);

/** The one spoken to: "told X", "warned X that", "said to X". */
export function addresseeOf({ draft }: Attribution, cast: Cast): Actor | undefined {
  const v = draft.view;
  const s = v.sentence;
  const c = draft.cue;
  const word = s.upos[c] === 'VERB' ? speechVerb(s, c) : speechTable().words.get(s.lemma[c].toLowerCase());
  if (word === undefined) return undefined;
  const content = new Set(draft.content);
  let found = -1;
  for (let i = v.left[c]; i <= v.right[c]; i++) {
    if (s.head[i] !== c) continue;
    const r = relation(s.deprel[i]);
    if (r === 'iobj' && (word.frames.has('person') || !MUTE.has(word.class))) found = i;
    else if (r === 'obj' && found < 0 && !content.has(i) && word.frames.has('person')) found = i;
    else if (r === 'obj' && found < 0 && hasClause(draft, i) && !MUTE.has(word.class)) found = i;
    else if ((r === 'obl' || r === 'nmod') && found < 0 && i > c && caseOf(draft, i) === 'to' && !content.has(i))
      found = i;
  }
  if (found < 0) return undefined;
  const ref = cast.at(s.index, found)[0];
  return ref && cast.byId(ref.actor);
}

/** Whether the cue has a clause behind its object: "warned Moscow that ...", "urged both sides to ...". */
function hasClause({ view: v, cue: c }: Attribution['draft'], behind: number): boolean {
  for (let i = behind + 1; i <= v.right[c]; i++) {
    if (v.head[i] !== c) continue;
    const r = relation(v.sentence.deprel[i]);
    if (r === 'ccomp' || r === 'xcomp') return true;
  }
  return false;
}

function caseOf({ view: v }: Attribution['draft'], word: number): string {
  for (let i = v.left[word]; i < word; i++) {
    if (v.head[i] === word && v.sentence.deprel[i] === 'case') return v.sentence.form[i].toLowerCase();
  }
  return '';
}
