// What every learned reader asks of a word, in this stage and the later ones: the word itself, its mood, who acts and who speaks, what hangs on it and what it
// hangs on. Features are hashed integers ("the hashing trick", Weinberger et al. 2009).

import { child, relation, type Sentence, vectorOf } from '../../language/index.js';
import { add, type Features, hash, mix } from '../../statements/index.js';
import { signOfNoun } from '../acts.js';
import { actorsAt, isNegated, lemma, modalOf, subjectOf, verbOf } from '../clause.js';
import type { Coded } from '../coded.js';
import type { FoundCondition } from '../conditions.js';
import type { Political } from '../sides.js';
import { speakerAt } from '../speaker.js';
import { signByTone } from '../tone.js';

/** Where a word stands. */
export interface Where {
  readonly coded: Coded;
  readonly sides: Political;
  readonly s: Sentence;
  readonly conditions: readonly FoundCondition[];
}

/** What was found out about a word, hashed, for those who add features of their own. */
export interface Seen {
  readonly own: number;
  readonly modal: number;
  /** 1 where it is negated, else 2. */
  readonly negated: number;
  /** Who acts: a side, a pronoun, a thing, roughly. */
  readonly coarse: number;
  /** Who speaks: nobody, a side, another. */
  readonly spoken: number;
  /** 1 where who acts is who speaks, 2 where another does, 3 for a pronoun, 4 where it is not known. */
  readonly same: number;
  readonly sign: number;
  readonly tag: number;
}

/** Hashes of strings, each made once: the words of a text are few. */
const hashes = new Map<string, number>();
export function hashed(text: string): number {
  let found = hashes.get(text);
  if (found === undefined) {
    if (hashes.size > 20000) hashes.clear();
    found = hash(text);
    hashes.set(text, found);
  }
  return found;
}

export const NONE = hash('-');
const or = (s: Sentence, word: number): number => (word < 0 || word >= s.size ? NONE : hashed(lemma(s, word)));

/** A noun phrase by its head: a pronoun, a side, somebody else, a thing. */
function whoAt({ coded, sides, s }: Where, word: number): { readonly sort: string; readonly side: string | null } {
  if (word < 0) return { sort: 'none', side: null };
  const refs = actorsAt(coded.cast, s, word);
  const ref = refs.find(({ actor }) => sides.is(actor)) ?? refs[0];
  const side = ref ? sides.side(ref.actor) : null;
  if (s.upos[word] === 'PRON') return { sort: `pron:${s.form[word].toLowerCase()}`, side };
  if (side !== null) return { sort: `side:${ref.sector ?? '-'}`, side };
  if (ref) return { sort: `other:${ref.sector ?? '-'}`, side };
  return { sort: s.upos[word] === 'PROPN' ? 'name' : 'thing', side };
}

/** The auxiliaries of a predicate in a row: "would have been". */
function auxiliaries(s: Sentence, word: number): string {
  let row = '';
  for (let i = Math.max(0, word - 8); i < word; i++)
    if (s.head[i] === word && /^(aux|cop)/.test(s.deprel[i])) row += `${s.form[i].toLowerCase()} `;
  return row;
}

/** Adds what is asked of word `i`: templates 1 to 37, 43, 47 to 52 and 70 to 94. */
export function wordFeatures(where: Where, i: number, f: Features): Seen {
  const { coded, sides, s } = where;
  const verbal = s.upos[i] === 'VERB';
  const own = hashed(lemma(s, i));
  const verb = verbal ? hashed(verbOf(s, i)) : own;
  const predicate = verbal || child(s, i, 'cop') >= 0;
  const modal = hashed(predicate ? (modalOf(s, i) ?? '-') : 'n');
  const negated = isNegated(s, i) ? 1 : 2;
  const subject = predicate ? subjectOf(s, i) : -1;
  const acting = whoAt(where, subject);
  const sort = hashed(acting.sort);
  const coarse = hashed(acting.sort.slice(0, 4));
  const speaker = speakerAt(coded.cast, coded.statements, s, i);
  const speaking = speaker.actor === null ? null : sides.side(speaker.actor);
  const spoken = hashed(
    speaker.actor === null ? (speaker.said ? 'said' : 'told') : sides.is(speaker.actor) ? 'side' : 'other',
  );
  const statement =
    speaker.statement === null ? undefined : coded.statements.find(({ id }) => id === speaker.statement);
  const manner = hashed(statement ? `${statement.kind}${statement.sourcing}` : '-');
  const first = /^pron:(i|we)$/.test(acting.sort);
  const same =
    first || (acting.side !== null && acting.side === speaking)
      ? 1
      : acting.side !== null && speaking !== null
        ? 2
        : acting.sort.startsWith('pron')
          ? 3
          : 4;
  const passive = child(s, i, 'nsubj:pass') >= 0 || child(s, i, 'aux:pass') >= 0 ? 1 : 2;
  const sign = verbal ? signByTone(s, i) : signOfNoun(s, i);
  const rel = hashed(s.deprel[i]);
  const tag = hashed(s.xpos[i]);
  const upLemma = or(s, s.head[i]);
  const aux = hashed(auxiliaries(s, i));
  const conditional = where.conditions.some(({ words }) => words.includes(i)) ? 1 : where.conditions.length > 0 ? 2 : 3;
  const governs = where.conditions.some(({ governor }) => governor === i) ? 1 : 2;
  const before = i > 0 ? hashed(s.form[i - 1].toLowerCase()) : NONE;
  const next = i + 1 < s.size ? hashed(s.form[i + 1].toLowerCase()) : NONE;

  add(f, 1, NONE);
  add(f, 2, hashed(s.upos[i]));
  add(f, 3, tag);
  add(f, 4, own);
  add(f, 5, verb);
  add(f, 6, modal);
  add(f, 7, mix(modal, negated));
  add(f, 8, sort);
  add(f, 9, spoken);
  add(f, 10, same);
  add(f, 11, passive);
  add(f, 12, sign);
  add(f, 13, rel);
  add(f, 14, Math.min(4, sides.count));
  add(f, 15, conditional);
  add(f, 16, mix(governs, modal));
  add(f, 17, aux);
  add(f, 18, mix(aux, own));
  add(f, 21, upLemma);
  add(f, 22, mix(upLemma, rel));
  add(f, 23, mix(modal, sort));
  add(f, 24, mix(modal, spoken));
  add(f, 25, mix(modal, mix(coarse, spoken)));
  add(f, 26, mix(modal, mix(sign, negated)));
  add(f, 27, mix(modal, own));
  add(f, 28, mix(modal, mix(negated, spoken)));
  add(f, 29, mix(modal, mix(sign, same)));
  add(f, 30, manner);
  add(f, 31, mix(modal, mix(manner, spoken)));
  add(f, 32, mix(tag, modal));
  add(f, 33, mix(modal, mix(passive, coarse)));
  add(f, 34, mix(modal, conditional));
  add(f, 35, mix(modal, rel));
  add(f, 36, mix(own, negated));
  add(f, 37, mix(tag, mix(coarse, spoken)));
  add(f, 43, Math.min(3, s.index));
  add(f, 47, mix(sign, mix(same, negated)));
  add(f, 48, mix(own, mix(coarse, spoken)));
  add(f, 49, before);
  add(f, 50, next);
  add(f, 51, i > 1 ? hashed(`${s.form[i - 2]} ${s.form[i - 1]}`.toLowerCase()) : NONE);
  add(f, 52, mix(own, next));
  dependents(where, i, own, modal, f);
  return { own, modal, negated, coarse, spoken, same, sign, tag };
}

const MOST = 12;

/** What hangs on the word. */
function dependents(where: Where, i: number, own: number, M: number, f: Features): void {
  const { s } = where;
  let seen = 0;
  let frame = 0;
  for (let k = 0; k < s.size && seen < MOST; k++) {
    if (s.head[k] !== i) continue;
    const name = relation(s.deprel[k]);
    const word = or(s, k);
    switch (name) {
      case 'obj':
      case 'iobj': {
        const who = hashed(whoAt(where, k).sort);
        add(f, 70, word);
        add(f, 71, who);
        add(f, 72, mix(own, word));
        add(f, 73, mix(own, who));
        add(f, 74, signOfNoun(s, k));
        break;
      }
      case 'obl':
      case 'nmod': {
        const at = child(s, k, 'case');
        const case1 = at >= 0 ? hashed(s.form[at].toLowerCase()) : NONE;
        const who = hashed(whoAt(where, k).sort.slice(0, 4));
        add(f, 75, case1);
        add(f, 76, mix(own, case1));
        add(f, 77, word);
        add(f, 78, mix(case1, who));
        break;
      }
      case 'xcomp':
      case 'ccomp':
        add(f, 79, word);
        add(f, 80, mix(own, hashed(name)));
        add(f, 81, mix(hashed(name), hashed(modalOf(s, k) ?? '-')));
        add(f, 82, mix(own, s.upos[k] === 'VERB' ? signByTone(s, k) : 0));
        break;
      case 'advmod':
        add(f, 83, word);
        add(f, 84, mix(word, M));
        break;
      case 'compound':
        add(f, 85, mix(own, word));
        break;
      case 'mark':
        add(f, 86, word);
        break;
      case 'nsubj':
      case 'csubj':
        add(f, 87, word);
        add(f, 88, mix(word, M));
        break;
      case 'advcl':
        add(f, 89, mix(or(s, child(s, k, 'mark')), M));
        break;
      case 'det':
        add(f, 90, word);
        break;
      case 'amod':
        add(f, 91, word);
        break;
      case 'conj':
        add(f, 92, word);
        break;
      default:
        continue;
    }
    seen++;
    if (!/^(det|mark|advmod)$/.test(name)) frame = mix(frame, hashed(name));
  }
  add(f, 93, frame);
  add(f, 94, mix(frame, M));
}

/** The words whose vectors are asked: the word, its object, what it hangs on, its complement, its subject. */
export const SLOTS = 5;
const vectors = new Map<string, Float32Array | null>();

function vector(s: Sentence, word: number): Float32Array | null {
  if (word < 0 || s.upos[word] === 'PROPN' || s.upos[word] === 'PRON') return null;
  const key = lemma(s, word);
  let found = vectors.get(key);
  if (found === undefined) {
    if (vectors.size > 4096) vectors.clear();
    found = vectorOf(key);
    vectors.set(key, found);
  }
  return found;
}

/** The vectors of the word's slots, each of 100 numbers; null where there is no such word, or a name. */
export function slotsOf(s: Sentence, i: number): readonly (Float32Array | null)[] {
  const subject = child(s, i, 'nsubj', 'nsubj:pass', 'csubj');
  return [
    vector(s, i),
    vector(s, child(s, i, 'obj')),
    vector(s, s.head[i]),
    vector(s, child(s, i, 'xcomp', 'ccomp')),
    vector(s, subject),
  ];
}
