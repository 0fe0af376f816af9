// From the words of a dispatch to its commitments: finds the drafts of each sentence, gives each its condition, its kind, its sides, its spans and its
// deadline, and keeps one record of what is told twice.

import type { Cast } from '../actors/index.js';
import { child, children, isUnder, relation, type Sentence } from '../language/index.js';
import type {
  Clause,
  Commitment,
  Condition,
  Dispatch,
  Event,
  Span,
  Statement,
  TimeExpression,
  Trace,
} from '../records.js';
import { acts, isIn, type Sign, signOfClause, signOfNoun } from './acts.js';
import {
  above,
  actorAt,
  actorsWithin,
  clauseWords,
  isAside,
  isNegated,
  isStray,
  lemma,
  modalOf,
  subjectOf,
  trimmed,
  withoutAttribution,
} from './clause.js';
import { conditionsOf, type FoundCondition } from './conditions.js';
import { deadlineIn } from './deadline.js';
import type { Draft } from './draft.js';
import { lexicon } from './lexicon.js';
import { effectOf, modalDrafts, type Subject, type Who } from './modal.js';
import { isUnknown, type Political, sidesOf } from './sides.js';
import { type Speaker, speakerAt } from './speaker.js';
import { wordedDrafts } from './worded.js';

interface Input {
  readonly dispatch: Dispatch;
  readonly sentences: readonly Sentence[];
  readonly times: readonly TimeExpression[];
  readonly cast: Cast;
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
}

/** A record in the making, with what is needed to compare it with others. */
interface Made {
  readonly record: Omit<Commitment, 'id'>;
  readonly side: string | null;
  readonly lemmas: ReadonlySet<string>;
  readonly sentence: number;
}

export function readCommitments(input: Input, trace?: Trace): Commitment[] {
  const sides = sidesOf(input.cast);
  if (sides.count < 2) return [];
  const made: Made[] = [];
  for (const s of input.sentences) {
    const last = made.filter((one) => one.sentence === s.index - 1).at(-1) ?? null;
    for (const one of inSentence(input, sides, s, last, made)) {
      const twin = made.findIndex((other) => isSame(one, other));
      if (twin < 0) made.push(one);
      else if (worth(one) > worth(made[twin])) made[twin] = { ...one, sentence: made[twin].sentence };
    }
  }
  return made.map(({ record }, index) => {
    const id = `c${index + 1}`;
    trace?.(id, `${record.kind} by ${record.rule}`);
    return { id, ...record };
  });
}

function worth({ record }: Made): number {
  return (
    (record.condition ? 4 : 0) + (record.consequence ? 2 : 0) + (record.holder ? 1 : 0) + (record.addressee ? 1 : 0)
  );
}

/** The same side says the same thing once more. */
function isSame(one: Made, other: Made): boolean {
  if (one.side !== other.side || one.side === null) return false;
  const [a, b] = [one.record.kind, other.record.kind];
  if (a !== b) return false;
  if (one.record.condition && other.record.condition && !overlaps(one.lemmas, other.lemmas, 0.5)) return false;
  return overlaps(one.lemmas, other.lemmas, 0.6);
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>, share: number): boolean {
  if (a.size === 0 || b.size === 0) return false;
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common / Math.min(a.size, b.size) >= share && common / Math.max(a.size, b.size) >= share / 2;
}

function inSentence(
  input: Input,
  sides: Political,
  s: Sentence,
  before: Made | null,
  earlier: readonly Made[],
): Made[] {
  const { cast, statements, times } = input;
  if (isShouted(s)) return [];
  const near = times.filter((time) => time.span[0] < s.span[1] && s.span[0] < time.span[1]);
  const conditions = conditionsOf(s, near);
  const worded = wordedDrafts(s).filter(
    (draft) => !conditions.some((condition) => condition.words.includes(draft.trigger)),
  );
  const taken = new Set<number>();
  for (const draft of worded) {
    taken.add(draft.trigger);
    taken.add(draft.q);
  }
  const who: Who = {
    subject: (_, subject, verb) => roleOf(cast, sides, s, subject, speakerAt(cast, statements, s, verb)),
    isSaid: (_, verb) => speakerAt(cast, statements, s, verb).said,
  };
  const drafts = [...worded, ...modalDrafts(s, conditions, taken, who)].sort((a, b) => a.trigger - b.trigger);
  const given = assign(s, drafts, conditions);
  const made: Made[] = [];
  for (const draft of drafts) {
    const one = finish(input, sides, draft, given.get(draft) ?? null, near, before, [...earlier, ...made]);
    if (!one) continue;
    const twin = made.findIndex(({ record }) => touching(record, one.record));
    if (twin < 0) made.push(one);
    else if (worth(one) > worth(made[twin])) made[twin] = one;
  }
  return made;
}

/** Two drafts of one sentence with the same consequence are one commitment: "warned ... that it would". */
function touching(a: Omit<Commitment, 'id'>, b: Omit<Commitment, 'id'>): boolean {
  const [one, other] = [a.consequence?.span, b.consequence?.span];
  if (!one || !other) return false;
  const shared = Math.min(one[1], other[1]) - Math.max(one[0], other[0]);
  return shared * 2 >= Math.min(one[1] - one[0], other[1] - other[0]);
}

function roleOf(cast: Cast, sides: Political, s: Sentence, subject: number, speaker: Speaker): Subject {
  const form = s.form[subject].toLowerCase();
  if (form === 'i' || form === 'we') return 'self';
  const ref = actorAt(cast, s, subject);
  if (!ref && s.upos[subject] === 'PROPN') return 'other';
  if (!ref) return s.upos[subject] === 'PRON' && /^(it|he|she|they)$/.test(form) && speaker.said ? 'self' : 'thing';
  if (!speaker.said || speaker.actor === null) return 'self';
  if (speaker.actor === ref.actor) return 'self';
  const [mine, theirs] = [sides.side(speaker.actor), sides.side(ref.actor)];
  if (isUnknown(mine)) return 'self';
  return mine === theirs ? 'self' : 'other';
}

/** Which draft each condition belongs to: the first that stands above it in the tree, else the nearest one. */
function assign(
  s: Sentence,
  drafts: readonly Draft[],
  conditions: readonly FoundCondition[],
): Map<Draft, FoundCondition> {
  const given = new Map<Draft, FoundCondition>();
  for (const condition of conditions) {
    const fits = (draft: Draft): boolean => {
      if (given.has(draft) || draft.given !== null || condition.words.includes(draft.q)) return false;
      if (condition.needs === 'negated') return draft.kind === 'refusal' || draft.negated || draft.kind === 'demand';
      if (condition.needs === 'future') return draft.kind !== 'demand' && draft.kind !== 'warning';
      return true;
    };
    let owner: Draft | undefined;
    for (const up of above(s, condition.head)) {
      const temporal = condition.needs === 'future';
      owner = drafts.find((draft) => fits(draft) && (draft.q === up || (!temporal && draft.trigger === up)));
      if (owner) break;
    }
    if (!owner && condition.needs === 'nothing') {
      let best = Number.POSITIVE_INFINITY;
      for (const draft of drafts) {
        if (!fits(draft)) continue;
        const distance = Math.min(Math.abs(draft.q - condition.marker), Math.abs(draft.trigger - condition.head));
        if (distance < best) {
          best = distance;
          owner = draft;
        }
      }
    }
    if (owner) given.set(owner, condition);
  }
  return given;
}

function finish(
  input: Input,
  sides: Political,
  draft: Draft,
  condition: FoundCondition | null,
  times: readonly TimeExpression[],
  before: Made | null,
  earlier: readonly Made[],
): Made | null {
  const { cast, statements, events, dispatch } = input;
  const { s } = draft;
  let { q, kind } = draft;
  let given = draft.given;
  let whole = q;

  // "Leave or face attack": what is demanded is the condition of what is threatened.
  const or = alternative(s, q, draft.trigger);
  if (or >= 0 && (kind === 'demand' || kind === 'ultimatum' || kind === 'warning')) {
    given = { head: q, polarity: 'unless' };
    whole = q;
    q = or;
    kind = 'ultimatum';
  }
  // A warning's clause tells what brings what: "warned that an attack would mean war".
  if (kind === 'warning' && given === null && isIn(acts().cause, s, q) && child(s, q, 'nsubj') >= 0) {
    const subject = child(s, q, 'nsubj');
    if (!actorAt(cast, s, subject)) given = { head: subject, polarity: 'if' };
    const effect = effectOf(s, q);
    if (effect >= 0 && /^(lead|result|amount|bring|cause|mean|have|trigger|provoke|spark|entail)$/.test(lemma(s, q)))
      q = effect;
  }

  const leave = (word: number): boolean =>
    isAside(s, word) ||
    isLoose(s, word, q) ||
    (word === draft.trigger && s.head[word] === q) ||
    (condition !== null && (word === condition.head || word === condition.marker)) ||
    (given !== null && word === given.head) ||
    (or >= 0 && word === or && q !== or);
  const consequence = consequenceOf(s, q, leave, condition, cast, draft.addressee, draft.trigger);
  const p = conditionSpan(s, condition, given, q, or, before);
  const speaker = speakerAt(cast, statements, s, draft.trigger);

  let holder = draft.holder >= 0 ? (actorAt(cast, s, draft.holder)?.actor ?? null) : null;
  if (holder === null) {
    const noun = draft.holder >= 0 && s.upos[draft.holder] !== 'PRON' && !draft.worded ? false : draft.holder >= 0;
    const named = noun && s.upos[draft.holder] !== 'PRON';
    if (!named) holder = speaker.actor;
  }
  const by = deadlineIn(dispatch, s, times, [whole, q, condition?.head ?? -1], draft.trigger);
  const resolved = kindOf(s, draft, kind, q, condition, cast, sides, holder, by !== null, or >= 0);
  if (resolved === null) return null;

  // Orders to one's own side, and what somebody predicts that another will do, bind nobody.
  if (resolved === 'demand' && draft.addressee >= 0) {
    const ordered = cast.at(s.index, draft.addressee);
    if (
      ordered.length > 0 &&
      ordered.every((ref) => sides.side(ref.actor) !== null && sides.side(ref.actor) === sides.side(holder))
    )
      return null;
  }
  const addressee = addresseeOf(cast, sides, s, draft, resolved, q, condition, given, holder, earlier);
  // A thing threatens nobody, whatever the verb; a firm only a state.
  const state = sides.is(addressee) && !isUnknown(sides.side(addressee));
  const thing =
    holder === null &&
    draft.worded &&
    draft.holder >= 0 &&
    s.upos[draft.holder] === 'NOUN' &&
    !/^NOUN$/.test(s.upos[draft.trigger]);
  if (thing) return null;
  if (!sides.is(holder) && !(holder === null && state) && !(state && isFirm(cast, holder))) return null;
  const clause = (span: Span | null): Clause | null =>
    span === null
      ? null
      : {
          span,
          events: events.filter(({ trigger }) => trigger[0] >= span[0] && trigger[1] <= span[1]).map(({ id }) => id),
        };
  const consequenceClause = clause(consequence);
  const conditionClause: Condition | null = p ? { ...clause(p.span)!, polarity: p.polarity } : null;
  if (!consequenceClause && !conditionClause) return null;
  const record: Omit<Commitment, 'id'> = {
    kind: resolved,
    holder,
    addressee,
    consequence: consequenceClause,
    condition: conditionClause,
    deadline: by,
    strength: strengthOf(s, draft, q),
    statement: speaker.statement,
    trigger: [s.start[draft.trigger], s.end[draft.triggerEnd]],
    rule: draft.rule,
  };
  const lemmas = new Set<string>();
  if (consequence) {
    for (let i = 0; i < s.size; i++) {
      if (s.start[i] < consequence[0] || s.end[i] > consequence[1]) continue;
      if (/^(NOUN|VERB|PROPN|ADJ)$/.test(s.upos[i])) lemmas.add(lemma(s, i));
    }
  }
  return { record, side: sides.side(holder), lemmas, sentence: s.index };
}

/** A headline in capitals: the tree of one is not to be relied on, and the lead tells it again. */
export function isShouted(s: Sentence): boolean {
  return s.size > 3 && s.form.every((form) => form === form.toUpperCase());
}

function isFirm(cast: Cast, holder: string | null): boolean {
  const actor = holder === null ? undefined : cast.byId(holder);
  return actor !== undefined && actor.country !== null && actor.sector === 'BUS' && actor.kind !== 'person';
}

/** What the tree hung on the consequence and does not belong to it: another statement, a reason, a relative clause behind a comma, examples. */
function isLoose(s: Sentence, word: number, q: number): boolean {
  if (word <= q) return false;
  if (isStray(s, word, q)) return true;
  const before = s.form[clauseWords(s, word)[0] - 1];
  if (s.deprel[word] === 'acl:relcl' && before === ',') return true;
  if (s.deprel[word] === 'advcl') {
    const mark = child(s, word, 'mark', 'advmod');
    return (
      (mark >= 0 &&
        mark < word &&
        /^(because|as|since|while|after|although|though|despite|saying)$/i.test(s.form[mark])) ||
      /^saying$/i.test(s.form[word])
    );
  }
  const opener = child(s, word, 'case');
  return opener >= 0 && /^including$/i.test(s.form[opener]) && before === ',';
}

/** The second part of "V or W", or -1. */
function alternative(s: Sentence, q: number, trigger: number): number {
  for (let i = q + 1; i < s.size; i++) {
    if (s.deprel[i] !== 'conj' || (s.head[i] !== q && s.head[i] !== trigger)) continue;
    const cc = child(s, i, 'cc');
    if (cc < 0 || s.form[cc].toLowerCase() !== 'or') continue;
    if (s.upos[i] === 'VERB' || s.upos[i] === 'AUX') return i;
  }
  return -1;
}

/** From the verb (or the noun's first word) to the end of what it governs, in one piece. */
function consequenceOf(
  s: Sentence,
  q: number,
  leave: (word: number) => boolean,
  condition: FoundCondition | null,
  cast: Cast,
  addressee: number,
  trigger: number,
): Span | null {
  if (condition?.words.includes(q)) return null;
  const verbal = s.upos[q] === 'VERB' || s.upos[q] === 'AUX' || child(s, q, 'cop') >= 0;
  const kept = clauseWords(s, q, leave).filter((word) => !condition?.words.includes(word));
  let first = q;
  if (verbal) {
    for (const word of children(s, q)) {
      if (word >= q) break;
      if (/^(aux:pass|cop)$/.test(s.deprel[word])) first = Math.min(first, word);
      if (s.deprel[word] === 'advmod' && /^(not|never)$/i.test(s.form[word]) && modalOf(s, q) === null)
        first = Math.min(first, word);
      const subject = relation(s.deprel[word]) === 'nsubj';
      if (subject && word !== addressee && !leave(word) && !actorAt(cast, s, word) && s.upos[word] !== 'PRON') {
        first = Math.min(first, clauseWords(s, word)[0]);
      }
    }
  } else {
    first = kept[0] ?? q;
    // "the promised aid": what is promised is the aid.
    if (trigger > first && trigger < q) first = trigger + 1;
  }
  const words: number[] = [];
  for (const word of kept) {
    if (word < first) continue;
    const last = words[words.length - 1];
    // A gap behind the verb ends the span unless only marks stand in it.
    if (last !== undefined && word > last + 1 && last >= q) {
      let gap = false;
      for (let i = last + 1; i < word; i++) if (s.upos[i] !== 'PUNCT') gap = true;
      if (gap) break;
    }
    words.push(word);
  }
  if (!verbal) {
    while (words.length > 1 && (/^(case|mark)$/.test(s.deprel[words[0]]) || s.upos[words[0]] === 'PUNCT'))
      words.shift();
  }
  return trimmed(s, withoutAttribution(s, words));
}

/** The condition's span: that of its clause, of the subject that is the condition, or of the demand in the sentence before. */
function conditionSpan(
  s: Sentence,
  condition: FoundCondition | null,
  given: Draft['given'],
  q: number,
  or: number,
  before: Made | null,
): { span: Span; polarity: 'if' | 'unless' } | null {
  if (condition) return { span: condition.span, polarity: condition.polarity };
  if (given) {
    const words = clauseWords(
      s,
      given.head,
      (word) => word === or || word === q || isAside(s, word) || s.deprel[word] === 'cc',
    );
    const kept = words.filter(
      (word) =>
        (word >= given.head || s.deprel[given.head].startsWith('nsubj')) &&
        (or < 0 || word < or) &&
        !isUnder(s, word, q === given.head ? -2 : q),
    );
    const span = trimmed(s, kept.length > 0 ? kept : [given.head]);
    if (span) return { span, polarity: given.polarity };
  }
  if (before?.record.consequence) {
    for (const [words, polarity] of lexicon().links) {
      if (words.every((word, k) => s.form[k]?.toLowerCase() === word))
        return { span: before.record.consequence.span, polarity };
    }
  }
  return null;
}

function kindOf(
  s: Sentence,
  draft: Draft,
  kind: Draft['kind'],
  q: number,
  condition: FoundCondition | null,
  cast: Cast,
  sides: Political,
  holder: string | null,
  due: boolean,
  alternative: boolean,
): Commitment['kind'] | null {
  const verbal = s.upos[q] === 'VERB' || s.upos[q] === 'AUX';
  const sign: Sign = verbal ? signOfClause(s, q) : signOfNoun(s, q);
  const subject = verbal ? child(s, q, 'nsubj', 'nsubj:pass') : -1;
  const subjectActor = subject < 0 ? null : (actorAt(cast, s, subject)?.actor ?? null);
  const own =
    subject >= 0 &&
    (s.upos[subject] === 'PRON' || (subjectActor !== null && sides.side(subjectActor) === sides.side(holder)));
  switch (kind) {
    case 'ultimatum':
      return 'ultimatum';
    case 'demand':
      if (alternative) return 'ultimatum';
      if (due && /^(tell|order|give|instruct)$/.test(lemma(s, draft.trigger))) return 'ultimatum';
      return 'demand';
    case 'warning':
      if (!draft.worded) return 'warning';
      if (!verbal && sign === 0 && !condition && !draft.given && !/^consequence$/.test(lemma(s, q))) return null;
      if (own && verbal && modalOf(s, q) !== null && sign <= 0) return 'threat';
      if (verbal && subjectActor !== null && isIn(acts().suffer, s, q)) return 'threat';
      if (!verbal && !/^(war|violence|fighting|danger|risk)$/.test(lemma(s, q)) && sign < 0) return 'threat';
      return 'warning';
    case 'promise':
      if (/^(meet|confer|visit)$/.test(lemma(s, q))) return null;
      if (draft.negated) return sign < 0 ? 'promise' : 'refusal';
      return sign < 0 ? 'threat' : 'promise';
    case 'threat':
      return due && condition !== null && isNegatedCondition(s, condition) ? 'ultimatum' : 'threat';
    case 'sign': {
      if (draft.negated) return sign < 0 ? 'promise' : 'refusal';
      if (sign < 0) return 'threat';
      if (sign > 0) return draft.strength === 'weak' ? 'offer' : 'promise';
      if (!condition) return null;
      const wanted = signOfClause(s, condition.head) * (isNegated(s, condition.head) ? -1 : 1);
      return (condition.polarity === 'if' ? wanted : -wanted) > 0 ? 'promise' : 'threat';
    }
    default:
      return kind;
  }
}

function isNegatedCondition(s: Sentence, condition: FoundCondition): boolean {
  return (
    condition.polarity === 'unless' ||
    condition.words.some((word) => /^(not|n't|n’t|fail|fails|failed)$/i.test(s.form[word]))
  );
}

function strengthOf(s: Sentence, draft: Draft, q: number): Commitment['strength'] {
  if (draft.strength !== null) return draft.strength;
  const modal = modalOf(s, q);
  for (const word of children(s, q)) if (/^never$/i.test(s.form[word])) return 'strong';
  if (modal === 'will' || modal === 'must') return 'strong';
  if (modal !== null && /^(could|may|might|can)$/.test(modal)) return 'weak';
  return 'plain';
}

/** To whom: the word's own addressee, else the first other side in what is threatened or demanded, else in the condition, else as told before. */
function addresseeOf(
  cast: Cast,
  sides: Political,
  s: Sentence,
  draft: Draft,
  kind: Commitment['kind'],
  q: number,
  condition: FoundCondition | null,
  given: Draft['given'],
  holder: string | null,
  earlier: readonly Made[],
): string | null {
  const mine = sides.side(holder);
  const other = (id: string): boolean => sides.is(id) && sides.side(id) !== mine;
  if (draft.addressee >= 0) {
    for (const ref of cast.at(s.index, draft.addressee)) if (other(ref.actor)) return ref.actor;
  }
  if (kind === 'demand' || kind === 'ultimatum') {
    const subject = subjectOf(s, given?.head ?? q);
    if (subject >= 0) for (const ref of cast.at(s.index, subject)) if (other(ref.actor)) return ref.actor;
  }
  const pick = (words: readonly number[]): string | null =>
    actorsWithin(
      cast,
      s,
      words.filter((word) => !isWhere(s, word)),
    ).find((ref) => other(ref.actor))?.actor ?? null;
  const skip = (word: number): boolean => condition?.words.includes(word) === true;
  const inConsequence = pick(clauseWords(s, q).filter((word) => !skip(word) && word >= q - 6));
  if (inConsequence) return inConsequence;
  const inCondition = condition ? pick(condition.words) : given ? pick(clauseWords(s, given.head)) : null;
  if (inCondition) return inCondition;
  return fromBefore(sides, kind, s.index, holder, earlier);
}

/** "in Lebanon", "near Guam": where, not to whom. */
function isWhere(s: Sentence, word: number): boolean {
  const opener = child(s, word, 'case');
  return opener >= 0 && /^(in|into|near|within|at|over|around|from|inside|across)$/i.test(s.form[opener]);
}

/** Whoever was spoken to last: by the same side, or, of an answer, whoever spoke to this side. */
function fromBefore(
  sides: Political,
  kind: Commitment['kind'],
  sentence: number,
  holder: string | null,
  earlier: readonly Made[],
): string | null {
  const mine = sides.side(holder);
  if (mine === null) return null;
  for (let i = earlier.length - 1; i >= 0; i--) {
    const { record, side, sentence: at } = earlier[i];
    if (sentence - at > 2) return null;
    if (side === mine && record.addressee !== null) return record.addressee;
    if (kind !== 'refusal' && kind !== 'offer' && kind !== 'threat') continue;
    if (record.holder !== null && side !== mine && sides.side(record.addressee) === mine) return record.holder;
    if (kind === 'refusal' && record.holder !== null && side !== mine && record.addressee === null)
      return record.holder;
  }
  return null;
}
