// Rules and learned reader together. The rules find a commitment's parts and most commitments; the learned reader, which has seen more wordings than
// anybody has written rules for, says which of the rules' drafts are none, which are of another kind, and where there is one that no rule finds.

import { child, type Sentence } from '../../language/index.js';
import { actorAt, isNegated, lemma, modalOf, subjectOf } from '../clause.js';
import { type Draft, draftAt } from '../draft.js';
import { lexicon } from '../lexicon.js';
import { isAbout, type Made, touching } from '../made.js';
import { isDrill } from '../modal-clauses.js';
import { isIdle } from '../modal-idle.js';
import { isReport } from '../objects.js';
import { speakerAt } from '../speaker.js';
import { signByTone } from '../tone.js';
import { isTakenBack } from '../withdrawn.js';
import { candidatesOf } from './candidates.js';
import { chancesAt, commitmentsModel, KINDS, likeliest } from './model.js';
import { type Scene, wordsOf } from './scene.js';

export const LIMITS = {
  /** From this chance on a word makes a commitment though no rule says so. */
  add: 0.7,
  /** Below this chance a record is dropped that a modal verb makes; below the second one that a word of the codebook makes. */
  keep: 0.02,
  keepWorded: 0.002,
  /** Another kind than a modal's must be this many times as likely. */
  turn: 30,
  /** From this chance on nothing else is asked of who speaks. */
  sure: 0.6,
};

/** What `rule` says of a record or of a kind that the learned reader gave. */
const MODEL = 'models/commitments.bin';

/** Takes the rules' records of a sentence and gives those that stay, of the kind that they are, with those that no rule finds. */
export type Review = (scene: Scene, made: readonly Made[], finished: (draft: Draft) => Made | null) => Made[];

export const reviewed: Review = (scene, made, finished) => {
  const { s } = scene;
  const model = commitmentsModel();
  const judged = new Map<number, Float64Array>();
  for (const word of candidatesOf(s, scene.byTrigger)) judged.set(word, chancesAt(model, scene, word));
  const taken = new Set<number>();
  const kept: Made[] = [];
  for (const one of made) {
    const words = wordsOf(s, one);
    const chances = surest(judged, words);
    const modal = one.record.rule.startsWith('modal.ts');
    const least = one.record.condition ? 0 : modal ? LIMITS.keep : LIMITS.keepWorded;
    if (chances && 1 - chances[0] < least) continue;
    for (const word of words) taken.add(word);
    if (one.draft) taken.add(one.draft.q);
    // What the tables know to be harm or good is not turned.
    const open = modal && one.draft !== undefined && signByTone(s, one.draft.q) === 0;
    kept.push(chances && open ? turned(one, chances) : one);
  }
  for (const draft of learnedDrafts(scene, judged, taken)) {
    const one = finished(draft);
    // Of what binds nobody to anybody the words were misread.
    if (!one || (one.record.holder === null && one.record.addressee === null)) continue;
    if (!kept.some(({ record }) => touching(record, one.record) && !isAbout(record, one.record))) kept.push(one);
  }
  return kept.sort((a, b) => a.record.trigger[0] - b.record.trigger[0]);
};

/** Of several words that stand for one record, the chances of the one that makes it likeliest. */
function surest(judged: ReadonlyMap<number, Float64Array>, words: readonly number[]): Float64Array | null {
  let best: Float64Array | null = null;
  for (const word of words) {
    const chances = judged.get(word);
    if (chances && (!best || chances[0] < best[0])) best = chances;
  }
  return best;
}

function turned(one: Made, chances: Float64Array): Made {
  const { kind, chance } = likeliest(chances);
  if (kind === one.record.kind || chance < LIMITS.turn * chances[KINDS.indexOf(one.record.kind)]) return one;
  return { ...one, record: { ...one.record, kind, rule: `${one.record.rule}, ${MODEL}` } };
}

/** Drafts of the words that make a commitment by the learned reader alone, likeliest first; `taken` are words of the rules' records. */
function learnedDrafts(scene: Scene, judged: ReadonlyMap<number, Float64Array>, taken: ReadonlySet<number>): Draft[] {
  const { s } = scene;
  const likely = [...judged]
    .filter(([word, chances]) => 1 - chances[0] >= LIMITS.add && !taken.has(word) && !isBarred(scene, word))
    .sort(([a, one], [b, other]) => one[0] - other[0] || a - b);
  const drafts: Draft[] = [];
  const used = new Set<number>(taken);
  for (const [word, chances] of likely) {
    const draft = draftOf(s, word, chances);
    // "is opposed to the statement": what is said is not refused.
    const about = child(s, word, 'obj', 'obl');
    if (likeliest(chances).kind === 'refusal' && about >= 0 && isReport(s, about)) continue;
    if (used.has(word) || used.has(draft.q)) continue;
    for (const one of [word, draft.q, draft.trigger]) used.add(one);
    drafts.push(draft);
  }
  return drafts;
}

/** What binds nobody, whatever its words: an open question, a drill, and what "they" will do in another's mouth. */
function isBarred({ s, coded }: Scene, word: number): boolean {
  if (isIdle(s, word)) return true;
  if (
    [s.head[word], child(s, word, 'obj', 'nsubj:pass'), child(s, word, 'obl')].some((i) => i >= 0 && isTakenBack(s, i))
  )
    return true;
  const occasion = child(s, word, 'obj', 'nsubj', 'nsubj:pass');
  if (occasion >= 0 && isDrill(s, occasion)) return true;
  const subject = subjectOf(s, word);
  if (subject < 0 || !/^(he|she|they)$/i.test(s.form[subject])) return false;
  const { statement, actor } = speakerAt(coded.cast, coded.statements, s, word);
  const direct = coded.statements.some(({ id, kind }) => id === statement && kind === 'direct');
  return direct && actorAt(coded.cast, s, subject)?.actor !== actor;
}

function draftOf(s: Sentence, word: number, chances: Float64Array): Draft {
  const { kind } = likeliest(chances);
  const fields = { decided: kind, sure: 1 - chances[0] >= LIMITS.sure, holder: subjectOf(s, word) };
  if (s.upos[word] === 'NOUN' && child(s, word, 'cop') < 0) {
    const q = child(s, word, 'acl', 'ccomp', 'xcomp', 'nmod');
    return {
      ...draftAt(s, word, kind, MODEL, fields),
      q: q < 0 ? word : q,
      holder: -1,
      trigger: word,
      triggerEnd: word,
    };
  }
  const below = complementAt(s, word, kind);
  const addressee = below === word ? -1 : child(s, word, 'iobj', 'obj');
  return {
    ...draftAt(s, word, kind, MODEL, fields),
    q: below,
    negated: isNegated(s, below),
    addressee: addressee === below ? -1 : addressee,
    ...(below === word ? {} : { trigger: word, triggerEnd: word }),
  };
}

/** What is committed to: the clause or the thing behind a word of speech or will; else the act itself. */
function complementAt(s: Sentence, word: number, kind: string): number {
  const clause = child(s, word, 'xcomp', 'ccomp');
  const own = modalOf(s, word) !== null && !lexicon().verbs.has(lemma(s, word));
  if (own) return word;
  if (clause > word) return clause;
  const thing = child(s, word, 'obj');
  return thing > word && !/^(threat|warning)$/.test(kind) && lexicon().verbs.has(lemma(s, word)) ? thing : word;
}
