// From the words of a dispatch to its commitments: finds the drafts of each sentence, gives each its condition, its kind, its sides, its spans and its
// deadline, and keeps one record of what is told twice.

import type { Cast } from '../actors/index.js';
import { child, type Sentence } from '../language/index.js';
import type { Clause, Commitment, Condition, Span, Statement, TimeExpression, Trace } from '../records.js';
import { acts, isIn } from './acts.js';
import { addresseeOf } from './addressee.js';
import { above, actorAt, isAside, lemma } from './clause.js';
import type { Coded } from './coded.js';
import { conditionsOf, type FoundCondition } from './conditions.js';
import { deadlineIn } from './deadline.js';
import type { Draft } from './draft.js';
import { kindOf, strengthOf } from './kind.js';
import { isSame, type Made, touching, worth } from './made.js';
import { effectOf, modalDrafts, type Subject, type Who } from './modal.js';
import { settingOf } from './setting.js';
import { isUnknown, type Political, sidesOf } from './sides.js';
import { alternative, conditionSpan, consequenceOf, isLoose } from './spans.js';
import { type Speaker, speakerAt } from './speaker.js';
import { wordedDrafts } from './worded.js';

/** What the reader knows of the whole dispatch. */
interface Known extends Coded {
  /** Statements by id. */
  readonly byId: ReadonlyMap<string, Statement>;
}

export function readCommitments(coded: Coded, trace?: Trace): Commitment[] {
  const input: Known = { ...coded, byId: new Map(coded.statements.map((one) => [one.id, one])) };
  const sides = sidesOf(input.cast);
  if (sides.count < 2) return [];
  const made: Made[] = [];
  for (const s of input.sentences) {
    const last = made.filter((one) => one.sentence === s.index - 1).at(-1) ?? null;
    for (const one of inSentence(input, sides, s, last, made)) {
      // Only the last commitments are looked at: what was said sixty commitments ago is said anew.
      const twin = made.findIndex((other, k) => k >= made.length - 60 && isSame(one, other));
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

function inSentence(
  input: Known,
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
  input: Known,
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
  const setting = settingOf(s, speaker.statement, holder, sides, (id) => input.byId.get(id));
  const record: Omit<Commitment, 'id'> = {
    kind: resolved,
    holder,
    addressee,
    consequence: consequenceClause,
    condition: conditionClause,
    deadline: by,
    strength: strengthOf(s, draft, q),
    ...(setting === undefined ? {} : { setting }),
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
