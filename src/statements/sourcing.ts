// How good a source is: its grade by the words that name it and by the actor behind them, and what is told of one without a name.

import { relation, type Sentence } from '../language/index.js';
import type { Actor, Anonymity, Sourcing, Span } from '../records.js';
import { numberWord } from '../times/index.js';
import { sourceWords } from './speech.js';

/** A source phrase: the words of one sentence and their head. */
export interface Phrase {
  readonly sentence: Sentence;
  readonly words: readonly number[];
  /** -1 when the phrase is empty. */
  readonly head: number;
}

const PRONOUNS = new Set(['i', 'we', 'he', 'she', 'it', 'they', 'you', 'who', 'that', 'which', 'whom']);
const POSSESSIVES = new Set(['my', 'our', 'his', 'her', 'its', 'their', 'your', 'whose']);
const UNNAMED = new Set([
  'one',
  'two',
  'some',
  'many',
  'several',
  'others',
  'other',
  'someone',
  'somebody',
  'people',
  'most',
  'all',
]);
/** Words that count without being numbers. */
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, another: 1, both: 2, couple: 2, pair: 2, dozen: 12 };

/** The head of a phrase: its word nearest to the root. */
export function headOf(depth: Int32Array, words: readonly number[]): number {
  let head = -1;
  for (const word of words) if (head < 0 || depth[word] < depth[head]) head = word;
  return head;
}

/** True when the phrase is a pronoun or a possessive alone. */
export function isPronoun({ sentence, head }: Phrase): boolean {
  if (head < 0) return false;
  const form = sentence.form[head].toLowerCase();
  return PRONOUNS.has(form) || POSSESSIVES.has(form);
}

/** Grades a source. `actor` is who stands behind it, `unnamed` tells that the text withholds the name, `people` are last names of people, `firms` words of firms' names. */
export function gradeOf(
  phrase: Phrase,
  actor: Actor | undefined,
  unnamed: boolean,
  people: ReadonlySet<string>,
  firms: ReadonlySet<string>,
): Sourcing {
  const { sentence: s, head } = phrase;
  if (head < 0) return 'none';
  if (isPronoun(phrase)) return actor === undefined ? 'named' : gradeOfActor(actor);
  const words = sourceWords();
  const core = coreWords(phrase);
  const person = (word: number) => nameAt(s, word) === 'PER' || (s.upos[word] === 'PROPN' && people.has(s.form[word]));
  const has = (grade: string, word: number) => matches(words.get(grade), s, word);
  const isMedia = (word: number) =>
    has('media', word) || (/^\p{Lu}/u.test(s.form[word]) && s.xpos[word] !== 'NNS' && has('media-name', word));
  const office = (word: number) => has('spokesperson', word) && !/^Represent/.test(s.form[word]);
  if ([...core, ...titleWords(phrase)].some(office)) return 'spokesperson';
  if (unnamed) return 'anonymous';
  const body = actor !== undefined && actor.kind !== 'person' && actor.kind !== 'unnamed';
  if (apposed(phrase) >= 0) return 'named';
  if (!body && (namedLast(phrase) || (!isFirm(phrase, firms) && (core.some(person) || namedBehind(phrase)))))
    return 'named';
  if (body && actor.sector === 'JRN' && actor.kind !== 'country') return 'media';
  const capitals = !s.form.some((form) => /^\p{Ll}{3}/u.test(form));
  const title = /^\p{Lu}/u.test(s.form[head]) && head > 0 && !capitals;
  if (title && phrase.words.some((word) => word <= head && /^\p{Lu}/u.test(s.form[word]) && isMedia(word)))
    return 'media';
  if (!title && has('document', head)) return 'document';
  if (isMedia(head) && (actor === undefined || !body || actor.sector === 'JRN' || actor.sector === 'MED'))
    return 'media';
  if (actor !== undefined && actor.kind === 'person') return 'named';
  if (holdsOffice(phrase)) return 'named';
  if (has('anonymous', countedIn(phrase)) || UNNAMED.has(s.form[head].toLowerCase())) return 'anonymous';
  if (has('organisation', head)) return 'organisation';
  const name = nameAt(s, head);
  if (name !== null) return 'organisation';
  if (actor?.kind === 'country' && s.upos[head] === 'NOUN' && !LAND.test(s.lemma[head])) return 'anonymous';
  if (actor !== undefined) return gradeOfActor(actor);
  const letters = /^\p{Lu}{2,6}$/u.test(s.form[head]) && s.form.some((form) => /^\p{Ll}{3}/u.test(form));
  if (s.upos[head] === 'PROPN' || letters || isFirm(phrase, firms) || namedBody(phrase)) return 'organisation';
  // "people familiar with the matter", whichever word the tree makes its head.
  const noun = phrase.words.find((w) => s.upos[w] === 'NOUN');
  if (noun !== undefined && has('anonymous', noun)) return 'anonymous';
  // A noun of the table of sources or one made for people; of others a body rather than people.
  return /(?:er|or|ist|ian|man|men|people|folk|ee)s?$/.test(s.lemma[head].toLowerCase()) ? 'anonymous' : 'organisation';
}

const OFFICES =
  /^(?:minister|president|premier|chancellor|king|queen|emperor|sultan|emir|pope|governor|mayor|ambassador|consul|counsell?or|secretary|chairman|chairwoman|chairperson|vice-president)$/;

/** "Arland's foreign minister", "the ambassador to Oslo": one who holds an office that one alone holds is known, though not by name. */
function holdsOffice({ sentence: s, words, head }: Phrase): boolean {
  if (s.xpos[head] !== 'NN' && s.xpos[head] !== 'NNP') return false;
  if (!OFFICES.test(s.lemma[head].toLowerCase())) return false;
  const before = words.filter((w) => w < head);
  const one = before.some((w) => /^(?:a|an|one|another|some|former|ex|no|any|senior)$/i.test(s.form[w]));
  const owned = before.some(
    (w) => s.deprel[w].startsWith('nmod:poss') || s.upos[w] === 'PROPN' || /^['’]s?$/.test(s.form[w]),
  );
  const told = words.length > 2 && /^the$/i.test(s.form[words[0]]);
  return !one && (owned || told);
}

/** "The tanker's operator, Dunmore": a name that is no person's behind a comma ends the phrase. */
function namedBody({ sentence: s, words }: Phrase): boolean {
  const last = words[words.length - 1];
  const comma = words.findIndex((w) => s.form[w] === ',');
  return comma > 0 && comma < words.length - 1 && s.upos[last] === 'PROPN' && s.upos[words[comma + 1]] === 'PROPN';
}

const LAND = /^(?:country|nation|state|republic|kingdom|side|power|neighbou?r|member)$/;

/** "Arland's deputy leader, Naim Holm,": the first word of the name between the commas, -1 for none. */
export function apposed({ sentence: s, words, head }: Phrase): number {
  for (const { type, first, end } of s.names) {
    if (type !== 'PER' || end - first < 2 || !words.includes(first) || !words.includes(end - 1)) continue;
    if (first > head && s.form[first - 1] === ',' && (!words.includes(end) || s.form[end] === ',')) return first;
  }
  return -1;
}

/** "a group of politicians": the people of whom there is a group. */
function countedIn({ sentence: s, words, head }: Phrase): number {
  if (!/^(?:group|number|handful|majority|couple|pair|dozen|score|host|team)$/i.test(s.lemma[head])) return head;
  const of = words.find((word) => word > head && s.head[word] === head && s.xpos[word] === 'NNS');
  return of ?? head;
}

/** The head is a word of a firm's name: "Dunmore" of "Dunmore Holdings Corp". */
function isFirm({ sentence: s, head }: Phrase, firms: ReadonlySet<string>): boolean {
  return (
    firms.has(bare(s.form[head])) &&
    !s.names.some(
      ({ type, first, end }) =>
        type === 'PER' && end - first > 1 && head >= first && head < end && !firms.has(bare(s.form[first])),
    )
  );
}

const SUFFIX = /^(?:inc|corp|co|cos|ltd|llc|plc|lp|l\.p\.|sa|ag|nv|spa|gmbh|holdings?|group|bancorp|industries)\.?$/i;
const bare = (form: string) => form.replace(/['’]s?$/, '');

/** Words of the names that end in Inc, Corp, Co and their like. */
export function firmsIn(s: Sentence): string[] {
  const found: string[] = [];
  for (let i = 1; i < s.size; i++) {
    if (!SUFFIX.test(s.form[i]) || s.upos[i] !== 'PROPN') continue;
    for (let w = i - 1; w >= 0 && w > i - 6 && /^\p{Lu}|^(?:and|\/|-)$/u.test(s.form[w]); w--)
      if (/^\p{Lu}/u.test(s.form[w])) found.push(bare(s.form[w]));
  }
  return found;
}

function gradeOfActor(actor: Actor): Sourcing {
  if (actor.kind === 'unnamed') return 'anonymous';
  if (actor.kind === 'person') return 'named';
  return 'organisation';
}

/** The head with what names it: flat parts, appositions and names behind it; not the possessor, not what stands before or hangs on a preposition. */
function coreWords({ sentence: s, words, head }: Phrase): number[] {
  const core = [head];
  for (const word of words) {
    if (word === head) continue;
    const named = word < head && nameAt(s, word) !== null && sameName(s, word, head);
    if (word < head && !named) continue;
    let w = word;
    for (let steps = 0; w >= 0 && w !== head && steps < 6; steps++) {
      const r = relation(s.deprel[w]);
      if (r !== 'flat' && r !== 'compound' && r !== 'appos' && r !== 'list') break;
      w = s.head[w];
    }
    if (w === head || named) core.push(word);
  }
  return core;
}

/** Words before the head that are no possessor's: "White House press secretary Jen Psaki". */
function titleWords({ sentence: s, words, head }: Phrase): number[] {
  const title: number[] = [];
  for (const word of words) {
    if (word >= head) break;
    if (s.deprel[word] === 'case') title.length = 0;
    else title.push(word);
  }
  return title;
}

/** "Kremlin aide Yuri Ushakov": two capitalised words right behind a noun, whatever the tree makes of them. */
function namedBehind({ sentence: s, words, head }: Phrase): boolean {
  // "chairman and president Ida Holm": the name behind the last of several offices.
  const last = words.findLast((w) => s.upos[w] === 'NOUN') ?? head;
  const office =
    last === head ||
    (last > head && words.slice(0, words.indexOf(last)).every((w) => /^(?:NOUN|CCONJ|DET|ADJ|PROPN)$/.test(s.upos[w])));
  const next = s.upos[last + 1] === 'PROPN' && s.upos[last + 2] === 'PROPN';
  return s.upos[head] === 'NOUN' && office && next && words.includes(last + 2);
}

/** "chairman of the drafting committee Jan Holm": a full name right behind a noun ends the phrase. */
function namedLast({ sentence: s, words, head }: Phrase): boolean {
  const end = words[words.length - 1] + 1;
  return s.names.some(
    (name) =>
      name.type === 'PER' &&
      name.end === end &&
      name.end - name.first > 1 &&
      name.first - 1 > head &&
      s.upos[name.first - 1] === 'NOUN',
  );
}

function sameName(s: Sentence, a: number, b: number): boolean {
  return s.names.some((name) => a >= name.first && a < name.end && b >= name.first && b < name.end);
}

function nameAt(s: Sentence, word: number): 'PER' | 'LOC' | 'ORG' | null {
  for (const name of s.names) if (word >= name.first && word < name.end) return name.type;
  return null;
}

/** The word, or the two or three words that end in it, stand in the list. */
function matches(list: ReadonlySet<string> | undefined, s: Sentence, word: number): boolean {
  if (list === undefined) return false;
  const lemma = s.lemma[word].toLowerCase();
  const form = s.form[word].toLowerCase();
  if (list.has(lemma) || list.has(form) || (form.endsWith('s') && list.has(form.slice(0, -1)))) return true;
  for (let size = 1; size <= 3 && word - size >= 0; size++) {
    const words = s.form
      .slice(word - size, word)
      .join(' ')
      .toLowerCase();
    if (list.has(`${words} ${lemma}`) || list.has(`${words} ${form}`)) return true;
  }
  return false;
}

/** What is told of an anonymous source. */
export function anonymityOf(phrase: Phrase, text: string, reason: string | null): Anonymity | null {
  const { sentence: s, words, head } = phrase;
  if (head < 0) return null;
  const first = words[0];
  let last = first;
  // The noun phrase without the clauses behind it.
  for (const word of words) {
    if (word > head && s.form[word] === ',' && isList(s, words, word)) continue;
    if (word > head && /^(?:,|--|—|–|who|whom|which|that|\()$/i.test(s.form[word])) break;
    last = word;
  }
  const span: Span = [s.start[first], s.end[last]];
  return { description: text.slice(span[0], span[1]).replace(/\s+/g, ' '), count: countOf(phrase), reason };
}

/** "traders in Japan, Sydney and Hong Kong": a comma between names that "and" closes. */
function isList(s: Sentence, words: readonly number[], comma: number): boolean {
  const rest = words.filter((w) => w > comma);
  const and = rest.findIndex((w) => /^and$/i.test(s.form[w]));
  return and > 0 && rest.slice(0, and).every((w) => s.upos[w] === 'PROPN' || s.form[w] === ',');
}

function countOf(phrase: Phrase): number | null {
  const { sentence: s, words } = phrase;
  const and = words.find(
    (w, i) => i > 0 && /^and$/i.test(s.form[w]) && /^(?:DET|NUM|ADJ|NOUN)$/.test(s.upos[w + 1] ?? ''),
  );
  if (and !== undefined) {
    const one = countIn(
      s,
      words.filter((w) => w < and),
    );
    const other = countIn(
      s,
      words.filter((w) => w > and),
    );
    return one === null || other === null ? null : one + other;
  }
  return counted(phrase);
}

/** The number before the first noun of some words; 1 for a singular with its article. */
function countIn(s: Sentence, words: readonly number[]): number | null {
  const noun = words.find((w) => s.upos[w] === 'NOUN' && s.upos[w + 1] !== 'NOUN');
  return noun === undefined ? null : counted({ sentence: s, words, head: noun });
}

function counted({ sentence: s, words, head }: Phrase): number | null {
  for (const word of words) {
    if (word > head) break;
    const form = s.form[word].toLowerCase();
    const value = Object.hasOwn(COUNTS, form) ? COUNTS[form] : numberWord(form);
    if (value !== undefined && (word < head || /^(?:one|two|another)$/.test(form))) return value;
    if (/^\d{1,3}$/.test(form) && word < head) return Number(form);
  }
  return s.xpos[head] === 'NN' ? 1 : null;
}

const WITHHELD =
  /\banonym|\b(?:not|n[’']t) (?:to )?be (?:further )?(?:named|identified|quoted)|\b(?:declin|refus)\w+ to (?:be (?:named|identified)|give (?:his|her|their) names?)|\bwithh(?:o|e)ld(?:ing)? (?:his|her|their) names?|\bon background\b/i;
const REASON =
  /\b(?:because|since|as (?=he|she|they|it|the|no|talks|details)|due to|citing|given|out of|for fear of|fearing|for (?:security|safety) reasons|owing to|so as not to|so that|in order to|in line with|under (?=[^,”"]{0,40}\b(?:rule|polic|guideline))|to (?=discuss|describe|speak|talk|comment|avoid|protect|disclose|share|preview|detail|explain))\b[^”",;]*/i;

/** How far behind the mark its reason may stand, in characters. */
const FAR = 240;

/** True when the sentence says that a source is not to be named. */
export function withholds(sentence: string): boolean {
  return WITHHELD.test(sentence);
}

/** The reason that a sentence gives for a name's being withheld, in its words; null when it gives none. */
export function reasonIn(sentence: string): string | null {
  const mark = WITHHELD.exec(sentence);
  if (mark === null) return null;
  // Only near behind the mark: what the one without a name tells has reasons of its own.
  const told = sentence.slice(mark.index, mark.index + FAR).replace(/,\s+(?:said|told|says)\b.*$/su, '');
  const behind = REASON.exec(told);
  const before = /^\W*(?:citing|because of|given)\b[^,”"]*/i.exec(sentence);
  const found = behind?.[0] ?? before?.[0] ?? null;
  return found === null ? null : found.trim().replace(/[\s.,;)]+$/, '');
}
