// What the learned reader of commitments looks at: the word itself, its mood, who acts and who speaks, what hangs on it, what it hangs on, what the codebook
// and the events stage say of it. Features are hashed integers ("the hashing trick", Weinberger et al. 2009).

import { child, relation, type Sentence, vectorOf } from '../../language/index.js';
import { add, type Features, hash, mix } from '../../statements/index.js';
import { signOfNoun } from '../acts.js';
import { actorsAt, isNegated, lemma, modalOf, subjectOf, verbOf } from '../clause.js';
import { speakerAt } from '../speaker.js';
import { signByTone } from '../tone.js';
import type { Scene } from './scene.js';

/** Hashes of strings, each made once: the words of a text are few. */
const hashes = new Map<string, number>();
function h(text: string): number {
  let found = hashes.get(text);
  if (found === undefined) {
    if (hashes.size > 20000) hashes.clear();
    found = hash(text);
    hashes.set(text, found);
  }
  return found;
}

const NONE = hash('-');
const or = (s: Sentence, word: number): number => (word < 0 || word >= s.size ? NONE : h(lemma(s, word)));

/** A noun phrase by its head: a pronoun, a side, somebody else, a thing. */
function whoAt({ coded, sides, s }: Scene, word: number): { readonly sort: string; readonly side: string | null } {
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

/** Features of "word `i` makes a commitment, and of which kind". */
export function commitmentFeatures(scene: Scene, i: number, f: Features): void {
  const { coded, sides, s, byTrigger, byConsequence } = scene;
  f.count = 0;
  const verbal = s.upos[i] === 'VERB';
  const own = h(lemma(s, i));
  const verb = verbal ? h(verbOf(s, i)) : own;
  const predicate = verbal || child(s, i, 'cop') >= 0;
  const modal = predicate ? (modalOf(s, i) ?? '-') : 'n';
  const M = h(modal);
  const negated = isNegated(s, i) ? 1 : 2;
  const subject = predicate ? subjectOf(s, i) : -1;
  const acting = whoAt(scene, subject);
  const sort = h(acting.sort);
  const coarse = h(acting.sort.slice(0, 4));
  const speaker = speakerAt(coded.cast, coded.statements, s, i);
  const speaking = speaker.actor === null ? null : sides.side(speaker.actor);
  const spoken = h(
    speaker.actor === null ? (speaker.said ? 'said' : 'told') : sides.is(speaker.actor) ? 'side' : 'other',
  );
  const statement =
    speaker.statement === null ? undefined : coded.statements.find(({ id }) => id === speaker.statement);
  const manner = h(statement ? `${statement.kind}${statement.sourcing}` : '-');
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
  const rel = h(s.deprel[i]);
  const tag = h(s.xpos[i]);
  const up = s.head[i];
  const upLemma = or(s, up);
  const listed = byTrigger.get(i);
  const listedKind = h(listed?.kind ?? '-');
  const under = byConsequence.get(i);
  const underKind = h(under && under.trigger !== i ? under.kind : '-');
  const aux = h(auxiliaries(s, i));
  const condition = scene.conditions.find(({ words }) => words.includes(i));
  const conditional = condition ? 1 : scene.conditions.length > 0 ? 2 : 3;
  const governs = scene.conditions.some(({ governor }) => governor === i) ? 1 : 2;

  add(f, 1, NONE);
  add(f, 2, h(s.upos[i]));
  add(f, 3, tag);
  add(f, 4, own);
  add(f, 5, verb);
  add(f, 6, M);
  add(f, 7, mix(M, negated));
  add(f, 8, sort);
  add(f, 9, spoken);
  add(f, 10, same);
  add(f, 11, passive);
  add(f, 12, sign);
  add(f, 13, rel);
  add(f, 14, Math.min(4, sides.count));
  add(f, 15, conditional);
  add(f, 16, mix(governs, M));
  add(f, 17, aux);
  add(f, 18, mix(aux, own));
  add(f, 19, listedKind);
  add(f, 20, underKind);
  add(f, 21, upLemma);
  add(f, 22, mix(upLemma, rel));
  add(f, 23, mix(M, sort));
  add(f, 24, mix(M, spoken));
  add(f, 25, mix(M, mix(coarse, spoken)));
  add(f, 26, mix(M, mix(sign, negated)));
  add(f, 27, mix(M, own));
  add(f, 28, mix(M, mix(negated, spoken)));
  add(f, 29, mix(M, mix(sign, same)));
  add(f, 30, manner);
  add(f, 31, mix(M, mix(manner, spoken)));
  add(f, 32, mix(tag, M));
  add(f, 33, mix(M, mix(passive, coarse)));
  add(f, 34, mix(M, conditional));
  add(f, 35, mix(M, rel));
  add(f, 36, mix(own, negated));
  add(f, 37, mix(tag, mix(coarse, spoken)));
  add(f, 38, mix(listedKind, coarse));
  add(f, 39, mix(listedKind, mix(sign, negated)));
  add(f, 40, mix(underKind, mix(sign, negated)));
  add(f, 41, mix(underKind, mix(M, same)));
  add(f, 42, mix(scene.headline ? 1 : 2, tag));
  add(f, 43, Math.min(3, s.index));
  add(f, 44, scene.crisis ? 1 : 2);
  add(f, 45, mix(scene.crisis ? 1 : 2, mix(M, spoken)));
  add(f, 46, mix(scene.before, M));
  add(f, 47, mix(sign, mix(same, negated)));
  add(f, 48, mix(own, mix(coarse, spoken)));
  add(f, 49, i > 0 ? h(s.form[i - 1].toLowerCase()) : NONE);
  add(f, 50, i + 1 < s.size ? h(s.form[i + 1].toLowerCase()) : NONE);
  add(f, 51, i > 1 ? h(`${s.form[i - 2]} ${s.form[i - 1]}`.toLowerCase()) : NONE);
  add(f, 52, mix(own, i + 1 < s.size ? h(s.form[i + 1].toLowerCase()) : NONE));
  if (listed) {
    add(f, 53, mix(listedKind, tag));
    add(f, 54, mix(listedKind, h(s.deprel[listed.q])));
    add(f, 55, mix(listedKind, or(s, listed.q)));
    add(f, 56, mix(listedKind, mix(M, negated)));
    add(f, 57, mix(listedKind, s.upos[listed.q] === 'VERB' ? signByTone(s, listed.q) : signOfNoun(s, listed.q)));
  }
  dependents(scene, i, own, M, f);
  const { conflict, figures, words } = scene.manner;
  for (const [k, step] of [conflict, figures, words].entries()) {
    add(f, 120 + k, step);
    add(f, 123 + k, mix(step, mix(M, spoken)));
    add(f, 126 + k, mix(step, listedKind));
  }
  const ruled = scene.ruled?.get(i);
  if (ruled) {
    for (const [k, step] of [conflict, figures, words].entries()) add(f, 130 + k, mix(step, h(ruled.kind)));
    const R = h(ruled.kind);
    // Lines of the codebook move; a rule of the program has a name.
    const rule = h(/\.ts:/.test(ruled.rule) ? ruled.rule : 'codebook');
    add(f, 100, R);
    add(f, 101, mix(R, rule));
    add(f, 102, mix(R, M));
    add(f, 103, mix(R, own));
    add(f, 104, mix(R, mix(coarse, spoken)));
    add(f, 105, mix(R, scene.crisis ? 1 : 2));
    add(f, 106, mix(R, mix(sign, negated)));
    add(f, 107, mix(R, listedKind));
    add(f, 108, mix(R, mix(rule, spoken)));
    add(f, 109, mix(R, mix(rule, scene.crisis ? 1 : 2)));
    add(f, 110, mix(R, same));
    add(f, 111, mix(R, tag));
  }
  let coded1 = false;
  for (const { type, modality, trigger, negated: not } of scene.events) {
    if (trigger[0] >= s.end[i] || s.start[i] >= trigger[1]) continue;
    coded1 = true;
    const T = h(type);
    add(f, 60, T);
    add(f, 61, mix(T, M));
    add(f, 62, mix(T, h(modality)));
    add(f, 63, mix(T, mix(M, mix(negated, same))));
    add(f, 64, mix(h(modality), not ? 1 : 2));
  }
  if (!coded1) add(f, 65, M);
}

const MOST = 12;

/** What hangs on the word. */
function dependents(scene: Scene, i: number, own: number, M: number, f: Features): void {
  const { s } = scene;
  let seen = 0;
  let frame = 0;
  for (let k = 0; k < s.size && seen < MOST; k++) {
    if (s.head[k] !== i) continue;
    const name = relation(s.deprel[k]);
    const word = or(s, k);
    switch (name) {
      case 'obj':
      case 'iobj': {
        const who = h(whoAt(scene, k).sort);
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
        const case1 = at >= 0 ? h(s.form[at].toLowerCase()) : NONE;
        const who = h(whoAt(scene, k).sort.slice(0, 4));
        add(f, 75, case1);
        add(f, 76, mix(own, case1));
        add(f, 77, word);
        add(f, 78, mix(case1, who));
        break;
      }
      case 'xcomp':
      case 'ccomp':
        add(f, 79, word);
        add(f, 80, mix(own, h(name)));
        add(f, 81, mix(h(name), h(modalOf(s, k) ?? '-')));
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
    if (!/^(det|mark|advmod)$/.test(name)) frame = mix(frame, h(name));
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
