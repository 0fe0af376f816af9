// Occasions told by a construction rather than by a word of the list: to bring sides together, to be host to, to call on, to report to a council,
// to tell by telephone.

import type { Cast } from '../actors/index.js';
import { actorsAt, lemma, type Political } from '../commitments/index.js';
import { child, children, type Sentence, subtree } from '../language/index.js';
import { invitationOf } from './invitation.js';
import { lexicon, type VerbEntry } from './lexicon.js';
import { withConjuncts } from './parties.js';
import { subjectAt } from './subject.js';
import { isEnvoy } from './verbs.js';

export const TOGETHER: VerbEntry = { form: 'meeting', parties: ['obj'], rule: 'constructions.ts:bring together' };

/** "offered to bring the foreign ministers together again on Nov. 3" */
export function isBringing(cast: Cast, s: Sentence, verb: number): boolean {
  if (!/^(bring|get|call)$/.test(lemma(s, verb)) || child(s, verb, 'obj') < 0 || !isEnvoy(cast, s, verb)) return false;
  return children(s, verb).some((i) => i > verb && /^together$/i.test(s.form[i]));
}

/** "accepted an invitation to Moscow" */
export const INVITED: VerbEntry = { form: 'visit', parties: ['to'], rule: 'constructions.ts:invitation to' };

export function isInvitedTo(s: Sentence, noun: number): boolean {
  return (
    invitationOf(s, noun)?.noun === noun &&
    [...children(s, noun), ...children(s, s.head[noun])].some(
      (i) =>
        i > noun &&
        s.upos[i] === 'PROPN' &&
        /^(nmod|obl)$/.test(s.deprel[i]) &&
        /^to$/i.test(s.form[child(s, i, 'case')] ?? ''),
    )
  );
}

export const HOSTING: VerbEntry = { form: 'meeting', parties: ['to', 'of', 'for'], rule: 'constructions.ts:host to' };

/** "will be host to West African leaders", "plays host to both envoys" */
export function isHost(cast: Cast, sides: Political, s: Sentence, noun: number): boolean {
  if (lemma(s, noun) !== 'host' || child(s, noun, 'cop') < 0) return false;
  const guests = children(s, noun).filter((i) => i > noun && /^(to|for)$/i.test(s.form[child(s, i, 'case')] ?? ''));
  return guests.some(
    (i) => lexicon().levels.has(lemma(s, i)) && actorsAt(cast, s, i).some((ref) => sides.is(ref.actor)),
  );
}

const SITTING: VerbEntry = { form: 'meeting', parties: [], rule: 'constructions.ts:a council sits' };

const CALLING: VerbEntry = { form: 'meeting', parties: ['on'], rule: 'constructions.ts:called on' };

const BRIEFING: VerbEntry = { form: 'meeting', parties: ['to', 'obj'], rule: 'constructions.ts:report to a council' };

/** Verbs that tell of an occasion only beside certain others. */
export function specialOf(cast: Cast, sides: Political, s: Sentence, verb: number): VerbEntry | null {
  const word = lemma(s, verb);
  const subject = subjectAt(s, verb);
  // "the GATT council sits on Feb. 15", "a joint commission would sit before the end of the month"
  if (
    word === 'sit' &&
    subject >= 0 &&
    /^(council|commission|committee|assembly|conference)$/.test(lemma(s, subject))
  ) {
    const body = actorsAt(cast, s, subject).some((ref) => /^IGO/.test(ref.code));
    const joint = children(s, subject).some((i) => /^(joint|mixed|intergovernmental)$/i.test(s.form[i]));
    return (body || joint) && child(s, verb, 'obj') < 0 && !/^(on|down)$/i.test(s.form[verb + 1] ?? '')
      ? SITTING
      : null;
  }
  const mine = actorsAt(cast, s, subject).filter((ref) => sides.is(ref.actor));
  if (mine.length === 0) return null;
  // "called on the president on Monday to repeat the offer", and not "called on the president to resign"
  if (word === 'call') {
    const whom = children(s, verb).find((i) => i > verb && /^on$/i.test(s.form[child(s, i, 'case')] ?? ''));
    if (whom === undefined || child(s, whom, 'case') !== verb + 1) return null;
    const purpose = children(s, verb).find((i) => i > whom && /^(xcomp|advcl|ccomp)$/.test(s.deprel[i]));
    const person = actorsAt(cast, s, whom).some(
      (ref) => ref.sector === 'GOV' && /^(person|unnamed)$/.test(cast.byId(ref.actor)?.kind ?? ''),
    );
    const envoy = subtree(s, subject).some((i) =>
      /^(ambassador|envoy|minister|secretary|emissary|commissioner)$/.test(lemma(s, i)),
    );
    const visits =
      purpose === undefined
        ? child(s, whom, 'acl') < 0
        : /^(repeat|present|deliver|discuss|protest|convey|hand|express|explain|say|tell|congratulate|assure)$/.test(
            lemma(s, purpose),
          );
    return person && envoy && visits && s.xpos[verb] !== 'VBZ' ? CALLING : null;
  }
  // "is due to report to the Security Council on Friday", "briefed the Council"
  if (word === 'report' || word === 'brief') {
    const before = children(s, verb).some(
      (i) =>
        i > verb &&
        (word === 'brief' ? s.deprel[i] === 'obj' : /^to$/i.test(s.form[child(s, i, 'case')] ?? '')) &&
        /^(council|assembly)$/.test(lemma(s, i)) &&
        actorsAt(cast, s, i).some((ref) => /^IGO/.test(ref.code)),
    );
    return before && child(s, verb, 'ccomp') < 0 ? BRIEFING : null;
  }
  return null;
}

export const PHONED: VerbEntry = {
  form: 'call',
  parties: ['obj', 'with', 'to'],
  rule: 'constructions.ts:by telephone',
};

/** "told the president by telephone", "discussed the truce over the phone" */
export function isByPhone(cast: Cast, sides: Political, s: Sentence, noun: number): number {
  if (
    !/^(phone|telephone|hotline)$/.test(lemma(s, noun)) ||
    !/^(by|over|on)$/i.test(s.form[child(s, noun, 'case')] ?? '')
  )
    return -1;
  // "told the leader by phone", where the tree hung the phone on the leader
  const up = s.head[noun];
  const verb = up >= 0 && s.deprel[noun] === 'nmod' && /^i?obj$/.test(s.deprel[up]) ? s.head[up] : up;
  if (
    verb < 0 ||
    !/^(tell|say|discuss|agree|convey|inform|warn|assure|promise|exchange|review|ask|call|contact|reach|urge|thank)$/.test(
      lemma(s, verb),
    )
  )
    return -1;
  const mine = withConjuncts(cast, s, subjectAt(s, verb)).filter((ref) => sides.is(ref.actor));
  const object = child(s, verb, 'iobj', 'obj');
  const with_ = children(s, verb).filter((i) => i > verb && /^(with|to)$/i.test(s.form[child(s, i, 'case')] ?? ''));
  const others = [object, ...with_].filter((i) => i >= 0).flatMap((i) => [...actorsAt(cast, s, i)]);
  const own = new Set(mine.map((ref) => sides.side(ref.actor)));
  return own.size > 1 || (own.size > 0 && others.some((ref) => sides.is(ref.actor) && !own.has(sides.side(ref.actor))))
    ? verb
    : -1;
}
