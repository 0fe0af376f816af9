// Commitments that no single word makes: a modal verb in somebody's mouth ("we will answer", "Iraq must leave"), a thing that brings something
// about ("sanctions could lead to a rupture"), a deadline that is given ("gave Iraq until January 15 to leave or face attack"), and a bare noun with
// a condition ("serious costs should Russia proceed").

import { child, children, type Sentence, subtree } from '../language/index.js';
import { acts, isIn, signOfClause, signOfNoun } from './acts.js';
import { isAppointment, isOccasion } from './appointment.js';
import { isBound, isDisbelieved } from './bound.js';
import { above, isNegated, lemma, modalOf, subjectOf } from './clause.js';
import type { CodedSign } from './coded-sign.js';
import type { FoundCondition } from './conditions.js';
import type { Draft } from './draft.js';
import { fromBareNoun, fromGiven } from './given.js';
import { fromImperative } from './imperative.js';
import { lexicon } from './lexicon.js';
import { orderedBefore } from './links.js';
import {
  beforeModal,
  DETAILS,
  isAgainst,
  isAnnounced,
  isDrill,
  isNone,
  isOpen,
  isOurs,
  isRefusable,
  isRefusedAlways,
  isSuffering,
  nounBehind,
  WILLED,
} from './modal-clauses.js';
import { conditionOn, demandOf } from './modal-must.js';
import { fromAnnounced, fromOther, make, type Subject } from './modal-others.js';
import { fromNamed, fromNoDoing } from './named.js';
import { isAnybody } from './worded.js';

/** What the caller knows of the actors. */
export interface Who {
  /** How the subject's head word stands to whoever speaks at `verb`. */
  readonly subject: (s: Sentence, subject: number, verb: number) => Subject;
  /** True when somebody's word is told at `verb`. */
  readonly isSaid: (s: Sentence, verb: number) => boolean;
  /** True when another side than the speaker's stands in the clause of a verb. */
  readonly towards: (s: Sentence, verb: number) => boolean;
  /** Harm or good of the coded event at a verb. */
  readonly coded: CodedSign;
  /** True when something was demanded, offered or threatened a few sentences before. */
  readonly isAsked: boolean;
}

export function modalDrafts(
  s: Sentence,
  conditions: readonly FoundCondition[],
  taken: ReadonlySet<number>,
  who: Who,
  link: boolean,
): Draft[] {
  const drafts: Draft[] = [];
  const inCondition = (word: number): boolean =>
    conditions.some((condition) => condition.words.includes(word) && !children(s, word).includes(condition.head));
  for (let i = 0; i < s.size; i++) {
    if (taken.has(i) || inCondition(i)) continue;
    const modal = modalOf(s, i);
    const doing = fromNoDoing(s, i) ?? fromImperative(s, i);
    const named = fromNamed(s, i) ?? (doing && who.isSaid(s, i) ? doing : null);
    if (named) drafts.push(named);
    else if (modal !== null && s.upos[i] !== 'AUX') {
      if (s.deprel[i] === 'conj' && taken.has(s.head[i])) continue;
      // "will stop shooting and draw back": several acts under one word are one commitment.
      const shared = s.deprel[i] === 'conj' && child(s, i, 'aux') < 0 && child(s, i, 'nsubj') < 0;
      if (shared && drafts.some((one) => one.q === s.head[i])) continue;
      const draft = fromModal(s, i, modal, conditions, who, link);
      const going = goingOf(s, i);
      if (draft) drafts.push(going < 0 || draft.worded ? draft : { ...draft, trigger: going, triggerEnd: going });
    } else if (/^(give|have)$/.test(lemma(s, i)) && s.upos[i] === 'VERB') {
      const draft = fromGiven(s, i);
      if (draft) drafts.push(draft);
    } else if (/^(await|hang)$/.test(lemma(s, i)) && s.upos[i] === 'VERB' && who.isSaid(s, i)) {
      const subject = child(s, i, 'nsubj');
      // "severe revenge awaits the killers"
      if (subject >= 0 && lemma(s, i) === 'await' && signOfNoun(s, subject) < 0)
        drafts.push(
          make(s, i, 'threat', 'await', { q: subject, trigger: i, triggerEnd: i, addressee: child(s, i, 'obj') }),
        );
    } else if (s.xpos[i] === 'VBG' && isAnnounced(s, i) && who.isSaid(s, i)) {
      const subject = subjectOf(s, i);
      if (subject >= 0 && signOfClause(s, i) < 0 && !isNegated(s, i) && who.subject(s, subject, i) === 'self')
        drafts.push(make(s, i, 'threat', 'announced', { holder: subject, trigger: i, triggerEnd: i }));
    } else if (lexicon().standing.has(lemma(s, i)) && who.isSaid(s, i) && isRefusedAlways(s, i)) {
      drafts.push(make(s, i, 'refusal', 'policy', { holder: subjectOf(s, i), negated: true }));
    }
  }
  if (drafts.length === 0 && taken.size === 0) {
    for (const condition of conditions) {
      const draft = fromBareNoun(s, condition);
      if (draft) drafts.push(draft);
    }
  }
  return drafts;
}

/** "going" of "are going to", or -1. */
function goingOf(s: Sentence, verb: number): number {
  return s.deprel[verb] === 'xcomp' && /^going$/i.test(s.form[s.head[verb]]) ? s.head[verb] : -1;
}

function fromModal(
  s: Sentence,
  verb: number,
  modal: string,
  conditions: readonly FoundCondition[],
  who: Who,
  link: boolean,
): Draft | null {
  const lists = acts();
  const word = lemma(s, verb);
  const { empty, predicates } = lexicon();
  const sorry = word === 'say' && /^sorry$/i.test(s.form[verb + 1] ?? '');
  if (empty.has(word) && !sorry && !/^(give|discuss|answer)$/.test(word)) return null;
  if (word === 'answer' && child(s, verb, 'obl') < 0) return null;
  // "would neither admit nor deny it"
  if (word === 'admit' && children(s, verb).some((i) => s.deprel[i] === 'conj' && lemma(s, i) === 'deny')) return null;
  let below = verb;
  for (const up of above(s, verb)) {
    // "denied it and said Tokyo would": beside the denial, not under it.
    const beside = s.deprel[below] === 'conj';
    below = up;
    if (!beside && lexicon().hollow.has(lemma(s, up)) && s.upos[up] === 'VERB' && up < verb) return null;
    if (
      /^(fear|hope|concern|speculation|expectation|worry|optimism|belief|rumour|rumor|sign|talk|prospect|view|report|suggestion|impression|suspicion|possibility|chance|evidence|indication|assumption|story|claim|allegation)$/.test(
        lemma(s, up),
      ) &&
      s.upos[up] === 'NOUN' &&
      up < verb
    )
      return null;
  }
  if (isDisbelieved(s, verb) || isOpen(s, verb)) return null;
  // "would be expected to lobby", "probably will not attend": a guess.
  if (/^(expect|suppose|assume)$/.test(word) && child(s, verb, 'aux:pass') >= 0) return null;
  if (children(s, verb).some((i) => /^(probably|likely|possibly|presumably)$/i.test(s.form[i]))) return null;
  // "wouldn't have agreed anyway": what was not.
  if (/^(VBN)$/.test(s.xpos[verb]) && children(s, verb).some((i) => i < verb && /^have$/i.test(s.form[i]))) return null;
  const object = child(s, verb, 'obj');
  if (word === 'give' && object >= 0 && DETAILS.test(lemma(s, object))) return null;
  const strength: Draft['strength'] =
    modal === 'will' || modal === 'must' ? 'strong' : /^(could|may|might|can)$/.test(modal) ? 'weak' : null;
  const condition = conditionOn(s, verb, conditions);
  // "We are not going to be frightened": the negation stands with "going".
  const going = goingOf(s, verb);
  const negated = isNegated(s, verb) || (going >= 0 && isNegated(s, going));

  // "There will be consequences", "there can be no ceasefire".
  const there = child(s, verb, 'expl');
  if (there >= 0 && /^(be|come)$/.test(word)) {
    const noun = child(s, verb, 'nsubj', 'obj') >= 0 ? child(s, verb, 'nsubj', 'obj') : nounBehind(s, verb);
    if (noun < 0 || !who.isSaid(s, verb)) return null;
    if (negated) {
      // "no bargaining under the threat of bombs": of the noun itself.
      const sign =
        /^(bargaining|dealing|concession|compromise|negotiation|surrender|retreat|return|truce|peace)s?$/.test(
          lemma(s, noun),
        )
          ? 1
          : signOfNoun(s, noun);
      // "There will be no solution": a forecast.
      const forecast =
        /^(war|crisis|conflict|famine|disaster|solution|problem|answer|alternative|way|progress|winner|growth|change|doubt)$/;
      if ((sign === 0 && !isOccasion(s, noun)) || forecast.test(lemma(s, noun))) return null;
      // "If there is another raid, there will be no embassy left": what will come of it.
      const lost =
        condition?.polarity === 'if' &&
        !isOccasion(s, noun) &&
        !/^(ceasefire|cease-fire|truce|peace|deal|aid|help|withdrawal|talk)s?$/.test(lemma(s, noun));
      // "There will be no more aid": what was given, is given no longer.
      const ended =
        sign > 0 &&
        !isOccasion(s, noun) &&
        /^(more|further|longer)$/i.test(
          s.form[s.form.findIndex((form, i) => i > verb && /^no$/i.test(form)) + 1] ?? '',
        );
      if (ended) return make(s, verb, 'threat', 'there-no', { q: noun, strength, negated: true });
      const kind = sign < 0 ? 'promise' : lost ? 'warning' : 'refusal';
      // "There could be no talks": that it is ruled out is said plainly.
      return make(s, verb, kind, 'there-no', {
        q: noun,
        strength: strength === 'weak' ? null : strength,
        negated: true,
      });
    }
    if (signOfNoun(s, noun) < 0) return make(s, verb, 'threat', 'there', { q: noun, strength });
    return condition ? make(s, verb, 'warning', 'there', { q: noun, strength }) : null;
  }

  const passiveSubject = child(s, verb, 'nsubj:pass');
  const own = subjectOf(s, verb) >= 0 ? subjectOf(s, verb) : beforeModal(s, verb);
  const subject = own >= 0 ? own : passiveSubject;
  if (subject < 0) return null;
  // "They could be used to target ships": things, by nobody.
  if (strength === 'weak' && s.upos[subject] === 'PRON' && !condition && child(s, verb, 'aux:pass') >= 0) return null;
  const bound = isBound(s, verb);
  // With "that" for a mark it is a clause that was told: "told the cabinet that Yerevan would not withdraw".
  const told = /^that$/i.test(s.form[child(s, verb, 'mark')] ?? '');
  if (s.deprel[verb] === 'acl:relcl' && !condition && !link && !bound && !told) return null;
  // "Talks would resume on Sunday": a meeting.
  if (isOccasion(s, subject) && /^(resume|begin|start|continue|take|open|go|last|end)$/.test(word)) return null;
  const role = who.subject(s, subject, verb);
  const said = who.isSaid(s, verb);

  // "will not be bullied", "would never bow to blackmail"
  const gives = isIn(lexicon().defiant, s, verb) && negated && !modal.startsWith('must') && modal !== 'should';
  if (gives && (said || !bound) && who.subject(s, passiveSubject >= 0 ? passiveSubject : subject, verb) === 'self') {
    const passive = passiveSubject >= 0 || child(s, verb, 'aux:pass') >= 0;
    // "will not compromise our security": what is given up, not who gives way.
    if (
      passive ||
      child(s, verb, 'obj') < 0 ||
      /^(tolerate|accept|countenance|brook|condone|cede|yield|surrender)$/.test(word)
    )
      return make(s, verb, 'refusal', 'defiant', {
        holder: passive ? passiveSubject : subject,
        strength,
        negated: true,
      });
  }

  // "No warship will enter a port": what will not be let.
  if (negated && role !== 'self' && said && isNone(s, subject) && !/^(c|must|should|have)/.test(modal)) {
    return make(s, verb, 'refusal', 'no-subject', { strength, negated: true });
  }
  // "the bombers would fly", "rockets will fall": a thing that acts for whoever has it.
  if (
    role !== 'self' &&
    (said || link) &&
    !negated &&
    lists.instruments.has(lemma(s, subject)) &&
    /^(will|would)$/.test(modal)
  ) {
    const passive = child(s, verb, 'nsubj:pass') >= 0;
    if (!passive && child(s, verb, 'cop') < 0 && (condition || link))
      return make(s, verb, 'threat', 'instrument', { strength });
  }
  // "If the duty stays, our market will not stay open": what will not be, under a condition, is threatened.
  if (
    negated &&
    role !== 'other' &&
    said &&
    condition?.polarity === 'if' &&
    isOurs(s, subject) &&
    /^(stay|remain|continue|keep|last|survive|hold|be)$/.test(word)
  )
    return make(s, verb, 'threat', 'will-not', { strength, negated: true });
  // "Anyone who defied the order would be arrested": harm to whoever does.
  const anyone =
    !negated && said && !lists.answer.has(word) && isAnybody(s, subject)
      ? children(s, subject).find((i) => /^acl/.test(s.deprel[i]) && i > subject && i < verb)
      : undefined;
  if (anyone !== undefined && signOfClause(s, verb) < 0)
    return make(s, verb, 'threat', 'anyone', { strength, given: { head: subject, polarity: 'if' } });
  // "Hand over your guns and you will be spared."
  const order = said && !condition ? orderedBefore(s, verb) : null;
  if (order) return make(s, verb, order.polarity === 'if' ? 'sign' : 'ultimatum', 'order', { strength, given: order });

  // "would be a mistake", "would be legitimate targets", "subject to air strikes".
  if (child(s, verb, 'cop') >= 0) {
    const entry = predicates.get(word);
    // "Retaliation would be automatic", "our response will be swift"
    if (
      !entry &&
      said &&
      !negated &&
      /^(will|would)$/.test(modal) &&
      s.upos[verb] === 'ADJ' &&
      /^(retaliation|response|reply|answer|reprisal|punishment|revenge|retribution|reaction)$/.test(lemma(s, subject))
    )
      return make(s, verb, 'threat', 'response', { strength });
    if (!entry || !said || modal === 'must' || modal === 'should' || (entry.kind === 'promise' && !condition))
      return demandOf(s, verb, modal, role, said, condition);
    // "It would be a mistake" alone warns of nothing that the text tells.
    if (entry.kind === 'warning' && s.upos[subject] === 'PRON' && !condition) return null;
    return make(s, verb, entry.kind, 'predicate', {
      strength,
      given: role === 'thing' ? { head: subject, polarity: 'if' } : null,
      addressee: role === 'other' ? subject : -1,
      rule: entry.rule,
    });
  }

  if (modal === 'must' || modal === 'have to' || modal === 'should') {
    if (isSuffering(s, verb) || (word === 'expect' && role !== 'self')) {
      return said ? make(s, verb, 'threat', 'suffer', { addressee: role === 'other' ? subject : -1 }) : null;
    }
    return demandOf(s, verb, modal, role, said, condition);
  }

  // "Any attack would be met with a response", "would be regarded as an act of war".
  const passive = child(s, verb, 'nsubj:pass') >= 0 || child(s, verb, 'aux:pass') >= 0;
  // "The election will be held in May": no answer to anything.
  const convened =
    word === 'hold' &&
    !s.form.slice(verb + 1, verb + 4).some((form) => /^(responsible|accountable|liable|hostage|captive)$/i.test(form));
  if (convened && passive) return null;
  if (passive && lists.answer.has(word)) {
    const as = children(s, verb).find((i) => /^(obl|advcl|xcomp|ccomp|obj)/.test(s.deprel[i]) && i > verb);
    // "could be considered an act of self-defence" threatens nobody.
    const subjectSign = signOfNoun(s, subject);
    // "Any blockade will be answered at sea": to what harms, an answer is one too.
    if (
      /^(answer|meet)$/.test(word) &&
      said &&
      role === 'thing' &&
      subjectSign < 0 &&
      (as === undefined || signOfNoun(s, as) === 0)
    )
      return make(s, verb, 'threat', 'answer', { strength, given: { head: subject, polarity: 'if' } });
    // "such a step would be met sternly"
    const sternly = children(s, verb).some((i) =>
      /^(sternly|firmly|forcefully|harshly|resolutely|decisively|ruthlessly|severely)$/i.test(s.form[i]),
    );
    if (sternly && said && role === 'thing')
      return make(s, verb, 'threat', 'answer', {
        strength,
        given: condition ? null : { head: subject, polarity: 'if' },
      });
    if (as === undefined || !said || signOfNoun(s, as) === 0) return null;
    return make(s, verb, signOfNoun(s, as) > 0 ? 'promise' : 'threat', 'answer', {
      strength,
      given: role === 'thing' ? { head: subject, polarity: 'if' } : null,
      addressee: role === 'other' ? subject : -1,
    });
  }

  // "would regard any intervention as a declaration of war"
  if (!passive && !negated && role === 'self' && said && /^(regard|consider|view|treat|see|deem)$/.test(word)) {
    const object = child(s, verb, 'obj');
    const as = children(s, verb).find((i) => i > verb && i !== object && /^(obl|xcomp|advcl)/.test(s.deprel[i]));
    const inner =
      as ??
      (object >= 0
        ? children(s, object).find((i) => i > object && /^as$/i.test(s.form[child(s, i, 'case')] ?? ''))
        : undefined);
    if (object >= 0 && inner !== undefined && signOfNoun(s, inner) < 0 && s.upos[inner] === 'NOUN')
      return make(s, verb, 'threat', 'regard', { strength, holder: subject });
  }

  // "Any interference would meet a strong response."
  const met =
    /^(meet|get|receive|draw|earn)$/.test(word) && role === 'thing' && said && !negated ? child(s, verb, 'obj') : -1;
  if (met >= 0 && signOfNoun(s, met) < 0)
    return make(s, verb, 'threat', 'answer', { strength, given: { head: subject, polarity: 'if' } });

  // "If one refugee is dragged away, Haiti will have war."
  const brought = word === 'have' && role === 'other' && said && !negated ? child(s, verb, 'obj') : -1;
  if (brought >= 0 && /^(will|would)$/.test(modal) && signOfNoun(s, brought) < 0)
    return make(s, verb, 'threat', 'suffer', { strength, addressee: subject });

  const clause = { word, modal, subject, role, said, negated, strength, condition, passive };
  if (role !== 'self') return fromOther(s, verb, clause);
  const announced = passive ? fromAnnounced(s, verb, clause) : null;
  if (announced) return announced;

  if (isSuffering(s, verb) && /^(pay|face|regret|suffer|bear)$/.test(word)) return null;
  // "can make a good case": what one is able to do binds nobody.
  if (modal === 'can' && !negated && !condition) return null;
  // "will reply that ...": a word, not a deed.
  if (/^(reply|answer|respond|counter|retort)$/.test(word) && child(s, verb, 'ccomp') > verb) return null;
  if (isAppointment(s, verb) && !negated && !condition) return null;
  // "would not call snap elections": a matter of one's own house.
  if (
    object >= 0 &&
    /^(election|elections|referendum|by-election|parliament|cabinet)$/.test(lemma(s, object)) &&
    !condition
  )
    return null;
  const sign = signOfClause(s, verb) || who.coded(s, verb);
  // "would hold its yearly exercises in June": announced, and said against nobody.
  const held = child(s, verb, 'obj', 'nsubj:pass');
  if (sign < 0 && !negated && !condition && !link && held >= 0 && isDrill(s, held) && !isAgainst(s, verb)) return null;
  const rule = 'will';
  if (negated) {
    // "will not allow anyone to threaten our people", "will not tolerate it": not what somebody wants to hear. "Will not let anyone plan attacks from
    // there" is: what is not let would harm others.
    if (/^(allow|let|permit|tolerate|accept|countenance|condone|brook|stand_for|put_up_with)$/.test(word)) {
      const ours = subtree(s, verb).some((i) => i > verb && /^(our|us|ours|my|me)$/i.test(s.form[i]));
      const named = s.upos[object >= 0 ? object : verb + 1] === 'PROPN' || s.upos[verb + 1] === 'PROPN';
      if (sign >= 0 || ours || named || !/^(let|allow|permit)$/.test(word))
        return make(s, verb, 'refusal', rule, { holder: subject, negated: true, strength });
    }
    if (sign < 0) return make(s, verb, 'promise', rule, { holder: subject, negated: true, strength });
    // "cannot guarantee", "could not continue": it is not able to, unless it is a thing of will.
    if (strength === 'weak' && !WILLED.test(word)) return null;
    // What nobody asked for and nobody is owed is no refusal: "will not issue a statement".
    if (sign > 0 || condition || (said && (who.isAsked || isRefusable(s, verb))))
      return make(s, verb, 'refusal', rule, { holder: subject, strength });
    return null;
  }
  if (bound && (sign >= 0 || said === false || condition === null))
    return make(s, verb, 'promise', 'deal', { holder: subject, strength });
  if (sign === 0 && !condition && !link) {
    // "would stand with Azerbaijan", "will continue to lead the mission in Chad": an act of will towards another side, whatever the verb.
    const bare = said && /^(will|would)$/.test(modal) && !passive && !lists.mild.has(word) && who.towards(s, verb);
    return bare ? make(s, verb, 'promise', 'towards', { holder: subject, strength }) : null;
  }
  if (!said && !condition && sign >= 0) return null;
  if (strength === 'weak' && sign > 0) {
    return condition ? make(s, verb, 'offer', rule, { holder: subject, strength }) : null;
  }
  // In the passive it is done by whoever speaks, or by the agent that is named.
  const holder = passive ? child(s, verb, 'obl:agent') : subject;
  return make(s, verb, 'sign', rule, { holder, strength });
}
