// Whether a meeting took place, lies ahead, was proposed, put off, called off or refused: by the verb that governs it, its tense and modal, the adjectives
// of the noun, and the day.

import { above, isNegated, lemma, modalOf, verbOf } from '../commitments/index.js';
import { child, children, relation, type Sentence, subtree } from '../language/index.js';
import type { Meeting } from '../records.js';
import { lexicon } from './lexicon.js';

export interface Told {
  readonly status: Meeting['status'];
  /** A word says so, not the tense alone. */
  readonly sure: boolean;
  /** The verb of [status] that says so, or -1. */
  readonly by: number;
}

/** The verb that the noun hangs on, through other nouns ("a round of talks", "a series of meetings"); -1 when there is none. */
export function governorOf(s: Sentence, noun: number): number {
  // "arms talks in Geneva, which resume on Jan. 27"
  const opening = [noun, ...children(s, noun).filter((i) => i > noun && s.deprel[i] === 'nmod')]
    .flatMap((at) => children(s, at))
    .find(
      (i) =>
        s.deprel[i] === 'acl:relcl' &&
        ((/^(open|begin|start|resume|reopen|convene)$/.test(lemma(s, i)) &&
          (/^VB[ZP]$/.test(s.xpos[i]) || modalOf(s, i) === 'will')) ||
          (/^(end|conclude|collapse|close)$/.test(lemma(s, i)) && s.xpos[i] === 'VBD')) &&
        children(s, i).some((k) => /^(which|that)$/i.test(s.form[k]) && /^nsubj/.test(s.deprel[k])),
    );
  if (opening !== undefined) return opening;
  const ended = endedBehind(s, noun);
  if (ended >= 0) return ended;
  let at = noun;
  for (const up of above(s, noun)) {
    const name = relation(s.deprel[at]);
    if (s.upos[up] === 'VERB' || s.upos[up] === 'AUX' || child(s, up, 'cop') >= 0)
      return at === noun ? toldOf(s, noun, up) : up;
    if (!/^(nmod|compound|conj|appos|nsubj|obl|obj|amod|acl)$/.test(name)) return -1;
    at = up;
  }
  return -1;
}

/** "spoke after a third round of talks | ended without a deal": the verb that lost its subject to the preposition before it; else -1. */
function endedBehind(s: Sentence, word: number): number {
  // "after a week of secret talks | ended without a truce"
  const up = s.head[word];
  const long = up >= 0 && s.deprel[word] === 'nmod' && /^(hour|day|week|month|round)$/.test(lemma(s, up));
  const noun = long ? up : word;
  const opener = child(s, noun, 'case');
  if (opener < 0 || !/^(after|before|since|until|as|once)$/i.test(s.form[opener])) return -1;
  const last = subtree(s, noun).at(-1) ?? noun;
  for (let i = last + 1; i < s.size && i <= last + 3; i++) {
    if (s.upos[i] === 'VERB')
      return /^VB[DZ]$/.test(s.xpos[i]) && child(s, i, 'nsubj') < 0 && s.deprel[i] !== 'conj' ? i : -1;
    if (!/^(AUX|ADV)$/.test(s.upos[i])) return -1;
  }
  return -1;
}

/** "A meeting ... has been postponed, a spokesman said": the verb that lost its subject to the verb of speech behind it. */
function toldOf(s: Sentence, noun: number, verb: number): number {
  if (relation(s.deprel[noun]) !== 'nsubj') return verb;
  const speaks = children(s, verb).some((i) => i > noun && i < verb && relation(s.deprel[i]) === 'nsubj');
  const content = speaks ? child(s, verb, 'ccomp') : -1;
  return content > noun && content < verb && child(s, content, 'nsubj') < 0 ? content : verb;
}

/** The status of an occasion named by `word` under `verb`. `day` is its first day, `today` that of the dispatch. */
export function statusOf(
  s: Sentence,
  word: number,
  verb: number,
  day: string | null,
  last: string | null,
  today: string | null,
): Told {
  const { status: effects } = lexicon();
  if (word !== verb && verb >= 0) {
    const ends = effects.get(verbOf(s, verb)) ?? effects.get(lemma(s, verb));
    const governed = /^(obj|nsubj:pass)$/.test(s.deprel[word]) || relation(s.deprel[word]) === 'nsubj';
    // "called an emergency summit for Thursday"
    if (
      lemma(s, verb) === 'call' &&
      verbOf(s, verb) === 'call' &&
      s.deprel[word] === 'obj' &&
      /^VB[DNZ]$/.test(s.xpos[verb]) &&
      !isNegated(s, verb)
    )
      return { status: 'scheduled', sure: true, by: verb };
    if (governed && (ends === 'postponed' || ends === 'cancelled') && !isNegated(s, verb)) {
      // "were suspended until Feb. 25"
      const until = children(s, verb).some(
        (i) => i > verb && /^(until|till)$/i.test(s.form[child(s, i, 'case')] ?? ''),
      );
      return { status: until ? 'postponed' : ends, sure: true, by: verb };
    }
  }
  const ahead = day !== null && today !== null && day.slice(0, 10) > today;
  const { status, modifiers } = lexicon();
  // "would not hold the next round unless ..."
  const object = word !== verb && verb >= 0 && relation(s.deprel[word]) === 'obj';
  if (
    object &&
    isNegated(s, verb) &&
    /^(will|would|shall)$/.test(modalOf(s, verb) ?? '') &&
    !SPEAKING.test(lemma(s, verb))
  )
    return { status: 'refused', sure: true, by: verb };
  // "a meeting planned for September", "the proposed talks"
  if (word !== verb) {
    for (const i of children(s, word)) {
      if (!/^(amod|acl|acl:relcl|compound)$/.test(s.deprel[i])) continue;
      const told =
        modifiers.get(s.form[i].toLowerCase()) ?? (s.deprel[i] === 'acl' ? modifiers.get(lemma(s, i)) : undefined);
      if (told === undefined) continue;
      const outer = effectAbove(s, verb);
      if (outer && /^(postponed|cancelled|refused)$/.test(outer.status)) return outer;
      return { status: told, sure: true, by: -1 };
    }
    // "Kosovo talks to resume"
    if (children(s, word).some((i) => i > word && s.deprel[i] === 'acl' && s.xpos[i] === 'VB' && hasTo(s, i)))
      return { status: 'scheduled', sure: true, by: -1 };
    const no = child(s, word, 'det');
    if (no >= 0 && /^no$/i.test(s.form[no])) return { status: 'refused', sure: true, by: -1 };
  }
  // "until Kinshasa agrees to talks", "if they meet": not agreed yet.
  if (isConditional(s, verb)) return { status: 'proposed', sure: false, by: -1 };
  // "declined to discuss the meeting": what is not talked about may well have been.
  const silent = word !== verb && verb >= 0 && SPEAKING.test(lemma(s, verb));
  const outer = silent ? null : effectAbove(s, verb);
  if (outer) return outer;
  // "this week's summit": not over yet.
  const open = word !== verb && last !== null && today !== null && last.slice(0, 10) > today && day !== last;
  if (verb < 0) return { status: ahead || open ? 'scheduled' : 'held', sure: false, by: -1 };
  // "was in Kiev on a visit"
  if (word !== verb && lemma(s, word) === 'visit' && s.upos[verb] === 'PROPN' && child(s, verb, 'cop') >= 0)
    return { status: 'ongoing', sure: true, by: verb };
  // "on a visit to Baku, said", "was in the capital for talks"
  const opener = word === verb ? '' : (s.form[child(s, word, 'case')] ?? '').toLowerCase();
  const past = last !== null && today !== null && last.slice(0, 10) < today;
  if (opener === 'on' && /^(visit|trip|tour)$/.test(lemma(s, word)) && !past && !ahead && modalOf(s, verb) === null)
    return { status: 'ongoing', sure: false, by: -1 };
  if (
    opener === 'for' &&
    child(s, verb, 'cop') >= 0 &&
    s.upos[verb] !== 'ADJ' &&
    modalOf(s, verb) === null &&
    !past &&
    !ahead
  )
    return { status: 'ongoing', sure: true, by: -1 };
  // "agreed in a call", "were to sign at a summit": the verb tells of something else.
  const beside =
    word !== verb &&
    /^(obl|nmod)$/.test(relation(s.deprel[word])) &&
    /^(in|during|at|after|following|until|till|before|since|over|through|ahead)$/i.test(
      s.form[child(s, word, 'case')] ?? '',
    );
  // "put off the decision until a further meeting"
  if (beside && /^(until|till)$/i.test(s.form[child(s, word, 'case')] ?? ''))
    return { status: 'scheduled', sure: true, by: -1 };
  const named = word === verb || beside ? undefined : (status.get(verbOf(s, verb)) ?? status.get(lemma(s, verb)));
  // "The talk sets the stage": as its subject the occasion is neither set nor proposed.
  const active = word !== verb && s.deprel[word] === 'nsubj' && /^(scheduled|proposed|refused)$/.test(named ?? '');
  const own = active && child(s, verb, 'cop') < 0 ? undefined : named;
  const negated = isNegated(s, verb);
  if (own !== undefined && own !== 'begun' && own !== 'held') {
    if (negated && own === 'refused') return { status: 'proposed', sure: false, by: verb };
    if (!(negated && own === 'postponed')) {
      const purpose = own === 'scheduled' && /Past|Part/.test(s.feats[verb]) === false && modalOf(s, verb) === null;
      return { status: purpose && !ahead && day !== null ? 'held' : own, sure: true, by: verb };
    }
  }
  const modal = modalOf(s, verb);
  // "could take place in May"
  const placed = lemma(s, verb) === 'take' && /^place$/i.test(s.form[child(s, verb, 'obj')] ?? '');
  const sure = own !== undefined || word === verb || placed;
  // "Kerry, visiting Kiev, said"
  if (
    word === verb &&
    s.xpos[verb] === 'VBG' &&
    /^(visit|tour)$/.test(lemma(s, verb)) &&
    child(s, verb, 'aux') < 0 &&
    !ahead
  )
    return { status: 'ongoing', sure, by: verb };
  if (modal !== null) {
    if (negated) return { status: 'refused', sure: true, by: verb };
    // "would follow in June if there was progress"
    if (
      modal === 'would' &&
      children(s, verb).some((i) => s.deprel[i] === 'advcl' && /^if$/i.test(s.form[child(s, i, 'mark')] ?? ''))
    )
      return { status: 'proposed', sure: true, by: verb };
    if (/^(will|would|must|have to)$/.test(modal)) return { status: 'scheduled', sure, by: verb };
    if (/^(could|may|might|can|should)$/.test(modal)) return { status: 'proposed', sure, by: verb };
  }
  // "are to meet", "was to take place"
  if (isToBe(s, verb)) return { status: 'scheduled', sure, by: verb };
  if (ahead) return { status: 'scheduled', sure, by: verb };
  // "accepted an invitation to visit Athens": not yet.
  if (word === verb && s.xpos[verb] === 'VB' && hasTo(s, verb) && /^acl/.test(s.deprel[verb]))
    return { status: 'proposed', sure, by: verb };
  const progressive = s.xpos[verb] === 'VBG' && child(s, verb, 'aux') >= 0;
  // "said talks were going on"
  const goesOn = progressive && word !== verb && /^(go|continue|take|proceed)$/.test(lemma(s, verb));
  if (goesOn || (progressive && isPresent(s, verb))) return { status: 'ongoing', sure, by: verb };
  if (isPresent(s, verb) && word === verb && day !== null && day.slice(0, 10) === today)
    return { status: 'scheduled', sure, by: verb };
  if (isPresent(s, verb) && word === verb && day === null) return { status: 'scheduled', sure: false, by: verb };
  if (own === 'begun' && (day === null ? s.xpos[verb] === 'VBD' : day.slice(0, 10) === today) && !negated)
    return { status: 'ongoing', sure, by: verb };
  return { status: 'held', sure, by: verb };
}

const SPEAKING =
  /^(discuss|describe|mention|confirm|comment|address|explain|detail|speak|talk|say|characterize|characterise|elaborate)$/;

/** What is said to be ahead and lies behind has been. */
export function settled(told: Told, end: string | null, today: string | null): Told {
  const over = end !== null && today !== null && end.slice(0, 10) < today;
  return over && told.status === 'scheduled' && !told.sure ? { ...told, status: 'held' } : told;
}

/** The first status verb above ("agreed to hold talks", "proposed that they meet"), by which the occasion is not yet real. */
function effectAbove(s: Sentence, verb: number): Told | null {
  if (verb < 0) return null;
  const { status } = lexicon();
  let at = verb;
  for (const up of above(s, verb)) {
    const name = relation(s.deprel[at]);
    if (!/^(xcomp|ccomp|advcl|acl|conj|obj|obl|nmod)$/.test(name)) return null;
    if (name === 'conj') {
      at = up;
      continue;
    }
    if (name === 'ccomp' && !/^(propose|suggest|ask|demand|agree|want|urge|request)$/.test(lemma(s, up))) return null;
    // "called it regrettable and summoned the envoy"
    if (name === 'xcomp' && s.upos[at] === 'ADJ') return null;
    const infinitive = name === 'xcomp' || name === 'ccomp' || name === 'acl' || (name === 'advcl' && hasTo(s, at));
    if (!infinitive) return null;
    const effect = status.get(verbOf(s, up)) ?? status.get(lemma(s, up));
    if (effect !== undefined && effect !== 'begun' && effect !== 'held') {
      const negated = isNegated(s, up);
      if (effect === 'refused' && negated) return { status: 'proposed', sure: true, by: up };
      if (negated && /^(scheduled|proposed)$/.test(effect)) return { status: 'refused', sure: true, by: up };
      return { status: effect, sure: true, by: up };
    }
    at = up;
  }
  return null;
}

function hasTo(s: Sentence, verb: number): boolean {
  return children(s, verb).some((i) => s.deprel[i] === 'mark' && s.form[i].toLowerCase() === 'to');
}

function isConditional(s: Sentence, verb: number): boolean {
  for (let at = verb; at >= 0; at = s.head[at]) {
    if (s.deprel[at] !== 'advcl') continue;
    if (/^(if|unless|until|till|provided)$/i.test(s.form[child(s, at, 'mark')] ?? '')) return true;
  }
  return false;
}

export function isToBe(s: Sentence, verb: number): boolean {
  for (let i = verb - 1; i > 0 && i >= verb - 3; i--) {
    if (s.xpos[i] === 'TO' && /^(is|are|was|were)$/i.test(s.form[i - 1])) return true;
  }
  if (!hasTo(s, verb)) return false;
  const up = s.head[verb];
  // A headline leaves out "are": "Ministers to meet in Geneva".
  if (up < 0) return true;
  return up >= 0 && lemma(s, up) === 'be';
}

/** Present tense of the finite verb or its auxiliary. */
function isPresent(s: Sentence, verb: number): boolean {
  const finite = (word: number): boolean => /^(VBZ|VBP)$/.test(s.xpos[word]);
  if (finite(verb)) return true;
  const auxiliary = child(s, verb, 'aux', 'aux:pass', 'cop');
  return auxiliary >= 0 && finite(auxiliary) && lemma(s, auxiliary) !== 'have';
}
