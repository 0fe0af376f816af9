// What a side says that it will do, or will not do, itself.

import { child, type Sentence, subtree } from '../language/index.js';
import { acts } from './acts.js';
import { isAppointment } from './appointment.js';
import { lemma } from './clause.js';
import type { Draft } from './draft.js';
import { isAgainst, isDrill, isRefusable, isSuffering, WILLED } from './modal-clauses.js';
import { type Clause, make, type Who } from './modal-frame.js';
import { fromAnnounced } from './modal-others.js';
import { goingOn, isDefying, signByTone, toneOf } from './tone.js';

export function fromOwn(s: Sentence, verb: number, clause: Clause, who: Who): Draft | null {
  const { word, modal, subject, said, negated, strength, condition, passive, bound, link } = clause;
  const lists = acts();
  const object = child(s, verb, 'obj');
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
  const tone = toneOf(s, verb);
  const sign = signByTone(s, verb) || who.coded(s, verb);
  if (tone === 'goes-on' && said && !negated && !passive && /^(will|would)$/.test(modal)) {
    const kind = whatGoesOn(s, verb, clause, who);
    if (kind) return make(s, verb, kind, 'goes-on', { holder: subject, strength });
  }
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
    // "cannot support such an operation": what another wants done, however it harms a third.
    const joins = /^(support|back|join|endorse|approve|accept|agree|participate|recogni[sz]e|ratify|sign)$/.test(word);
    if (sign < 0 && !joins) return make(s, verb, 'promise', rule, { holder: subject, negated: true, strength });
    // "could not guarantee their safety": nobody is kept from harming them.
    const safety = object >= 0 && /^(safety|security|life|protection|consequence)$/.test(lemma(s, object));
    if (/^(guarantee|ensure|assure)$/.test(word) && safety && who.isCrisis)
      return make(s, verb, 'threat', 'disclaims', { holder: subject, negated: true, strength });
    // "cannot guarantee", "could not continue": it is not able to, unless it is a thing of will.
    if (strength === 'weak' && !WILLED.test(word)) return null;
    // What nobody asked for and nobody is owed is no refusal: "will not issue a statement".
    if (sign !== 0 || condition || (said && (who.isAsked || isRefusable(s, verb))))
      return make(s, verb, 'refusal', rule, { holder: subject, strength });
    return null;
  }
  if (bound && (sign >= 0 || said === false || condition === null))
    return make(s, verb, 'promise', 'deal', { holder: subject, strength });
  const willed = said && /^(will|would)$/.test(modal) && !passive;
  if (tone === 'demand' && said) {
    const inner = child(s, verb, 'xcomp');
    if (inner > verb)
      return make(s, verb, 'demand', 'press', { q: inner, holder: subject, addressee: object, strength });
    if (object >= 0 && word !== 'push')
      return make(s, verb, 'demand', 'seek', { q: object, holder: subject, strength });
  }
  // "would veto sanctions": what another wants is kept from him.
  if (tone === 'refuse' && willed) return make(s, verb, 'refusal', 'kept', { holder: subject, strength });
  // "I think we will find a way": a guess.
  const guess =
    s.head[verb] >= 0 && /^(believe|think|expect|hope|imagine|predict|guess|suppose)$/.test(lemma(s, s.head[verb]));
  if (sign === 0 && !condition && !link) {
    if (guess) return null;
    // "would stand with Azerbaijan", "will continue to lead the mission in Chad": an act of will towards another side, whatever the verb.
    const towards = willed && tone !== 'routine' && !lists.mild.has(word) && who.towards(s, verb);
    if (towards) return make(s, verb, 'promise', 'towards', { holder: subject, strength });
    return null;
  }
  if (!said && !condition && sign >= 0) return null;
  if (strength === 'weak' && sign > 0) {
    return condition ? make(s, verb, 'offer', rule, { holder: subject, strength }) : null;
  }
  // In the passive it is done by whoever speaks, or by the agent that is named.
  const holder = passive ? child(s, verb, 'obl:agent') : subject;
  return make(s, verb, 'sign', rule, { holder, strength });
}

/** What a side goes on with: refused to end, where its end was asked; threatened or promised, by what it is; null where that is for others to tell. */
function whatGoesOn(s: Sentence, verb: number, { condition }: Clause, who: Who): Draft['kind'] | null {
  if (isDefying(s, verb)) return 'refusal';
  const sign = goingOn(s, verb);
  if (condition === null && sign === 0 && who.isAsked) return 'refusal';
  // "will go on for as long as the ceasefire holds", "would stay as long as trawlers were harassed"
  if (condition?.polarity === 'if' && sign === 0) return signByTone(s, condition.head) < 0 ? 'refusal' : 'promise';
  return null;
}
