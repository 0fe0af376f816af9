// What is answered, met or regarded: "any attack would be met with a response", "would regard any intervention as a declaration of war".

import { child, children, type Sentence } from '../language/index.js';
import { acts, signOfNoun } from './acts.js';
import type { Draft } from './draft.js';
import { type Clause, make } from './modal-frame.js';

/** A draft by an answer; undefined where the clause is none. */
export function fromAnswer(s: Sentence, verb: number, clause: Clause): Draft | null | undefined {
  const { word, modal, subject, role, said, negated, strength, condition, passive } = clause;
  const lists = acts();
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

  return undefined;
}
