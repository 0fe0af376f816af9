// Forms of a modal clause that commit by themselves, whatever the act: not giving way, what no one will do, the order before it, what something will be.

import { child, children, type Sentence } from '../language/index.js';
import { acts, isIn, signOfClause } from './acts.js';
import { announcedOf } from './announced.js';
import { lemma } from './clause.js';
import type { Draft } from './draft.js';
import { lexicon } from './lexicon.js';
import { orderedBefore } from './links.js';
import { isNone, isOwned } from './modal-clauses.js';
import { type Clause, make, type Who } from './modal-frame.js';
import { demandOf } from './modal-must.js';
import { isAnybody } from './worded.js';

/** A draft by the form; undefined where it has none of these forms. */
export function fromForm(s: Sentence, verb: number, clause: Clause, who: Who): Draft | null | undefined {
  const { word, modal, subject, role, said, negated, strength, condition, bound, link } = clause;
  const passiveSubject = child(s, verb, 'nsubj:pass');
  const lists = acts();
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
  if (
    role !== 'self' &&
    said &&
    isNone(s, subject) &&
    !/^(seem|appear|be|have|come|work|help|happen|know|think|believe)$/.test(word) &&
    !/^(must|should|have)/.test(modal)
  ) {
    const passive = passiveSubject >= 0 || child(s, verb, 'aux:pass') >= 0;
    // "nobody will be prosecuted": spared.
    if (passive && signOfClause(s, verb) < 0)
      return make(s, verb, 'promise', 'no-subject', { strength, negated: true });
    // "nothing could be signed": that it is ruled out is said plainly.
    if (!/^(can|could)$/.test(modal) || (passive && condition))
      return make(s, verb, 'refusal', 'no-subject', { strength: strength === 'weak' ? null : strength, negated: true });
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
    isOwned(s, subject) &&
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

  return undefined;
}

/** "would be a mistake", "would be legitimate targets", "subject to air strikes". */
export function fromPredicate(s: Sentence, verb: number, clause: Clause): Draft | null {
  const { word, modal, subject, role, said, negated, strength, condition } = clause;
  // "would not be the first to shoot", "shall be neither the first to shoot nor ..."
  const first = word === 'first' && said && role === 'self' ? child(s, verb, 'acl', 'xcomp', 'advcl') : -1;
  if (first > verb && (negated || s.form.slice(0, verb).some((form) => /^neither$/i.test(form))))
    return make(s, verb, signOfClause(s, first) < 0 ? 'promise' : 'refusal', 'first', {
      holder: subject,
      strength,
      negated: true,
    });
  // "the guns would be silent", "the crew will be free"
  const thing =
    role === 'thing' && said && !negated && /^(will|would)$/.test(modal) ? announcedOf(s, verb, subject) : null;
  if (thing) return make(s, verb, thing.kind, 'announced', { strength, rule: thing.rule });
  const entry = lexicon().predicates.get(word);
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
