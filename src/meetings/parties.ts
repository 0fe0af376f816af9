// Who takes part in an occasion, who asked for it, who is the host.

import type { Cast } from '../actors/index.js';
import { actorsAt, type Coded, isUnknown, lemma, type Political, relativized, verbOf } from '../commitments/index.js';
import { child, children, isUnder, relation, type Sentence, subtree } from '../language/index.js';
import type { ActorRef } from '../records.js';
import type { Anchor } from './anchor.js';
import { lexicon, type VerbEntry } from './lexicon.js';
import { isWhere } from './pair.js';
import { subjectAt } from './subject.js';

/** Ids of the political actors where the verb has its other party. */
export function partiesBehind(cast: Cast, sides: Political, s: Sentence, verb: number, entry: VerbEntry): string[] {
  const found: string[] = [];
  for (const i of children(s, verb)) {
    if (i < verb && !/^(whom|which)$/i.test(s.form[i])) continue;
    const name = relation(s.deprel[i]);
    let fits = /^i?obj$/.test(name) && entry.parties.includes('obj');
    if (name === 'obl' || (name === 'nmod' && s.upos[verb] === 'NOUN')) {
      const preposition = child(s, i, 'case');
      fits = preposition >= 0 && entry.parties.includes(s.form[preposition].toLowerCase());
    }
    if (!fits) continue;
    // "with whom he spoke"
    for (const ref of actorsAt(cast, s, relativized(s, i))) if (sides.is(ref.actor)) found.push(ref.actor);
  }
  // "spoke by phone on Saturday with Treasury Secretary A and proposed": what follows the preposition, wherever the tree hung it.
  if (found.length === 0 && entry.parties.includes('with')) {
    const at = withBehind(s, verb);
    for (let k = at + 1; at >= 0 && k < s.size && k < at + 9 && !/^(VERB|AUX|PUNCT|SCONJ|CCONJ)$/.test(s.upos[k]); k++)
      for (const ref of cast.alone(s.index, k)) if (sides.is(ref.actor) && !isWhere(s, k)) found.push(ref.actor);
  }
  return found;
}

/**
 * Persons by name, of no side that is known, whom an official meets, sees or telephones: "The president met Ronald Hartley". A word before or behind the
 * name that makes them private people ("actress Lea Duval", "Hans Jensen, chairman of the bank") leaves them out.
 */
export function strangersBehind(cast: Cast, s: Sentence, verb: number): string[] {
  const object = child(s, verb, 'obj');
  if (object < 0 || s.upos[object] !== 'PROPN') return [];
  const found: string[] = [];
  for (const at of [object, ...children(s, object).filter((i) => s.deprel[i] === 'conj')]) {
    const told = children(s, at).filter(
      (i) => s.upos[i] === 'NOUN' && /^(compound|appos|amod|nmod)$/.test(relation(s.deprel[i])),
    );
    if (told.some((i) => !lexicon().levels.has(lemma(s, i)) && !/^(chief|head|party|rebel)$/.test(lemma(s, i))))
      continue;
    for (const { actor } of actorsAt(cast, s, at)) {
      const one = cast.byId(actor);
      if (one?.kind === 'person' && one.country === null && (one.sector === null || one.sector === 'GOV'))
        found.push(actor);
    }
  }
  return found;
}

/** "both sides", "all the factions", "each camp": those between whom somebody goes. */
export function isEverySide(s: Sentence, word: number): boolean {
  if (word < 0) return false;
  const counted = children(s, word).some(
    (i) => i < word && /^(both|all|each|rival|warring|opposing)$/i.test(s.form[i]),
  );
  return counted && /^(side|party|faction|camp|delegation|belligerent)$/.test(lemma(s, word));
}

/** The "with" that follows a verb before the next one, or -1. */
function withBehind(s: Sentence, verb: number): number {
  for (let i = verb + 1; i < s.size && i < verb + 12; i++) {
    if (/^(VERB|AUX|SCONJ|CCONJ)$/.test(s.upos[i]) || /^[;:"]$/.test(s.form[i])) return -1;
    if (/^with$/i.test(s.form[i])) return i;
  }
  return -1;
}

const WITH = /^(with|between|among|amongst|of|from|including|involving|by|to)$/;

export function partiesOf(input: Coded, sides: Political, s: Sentence, anchor: Anchor): string[] {
  const { cast } = input;
  const body = bodyAsked(cast, s, anchor);
  if (body.length > 0) return body;
  const found: string[] = [];
  const take = (word: number): void => {
    if (word < 0 || isWhere(s, word)) return;
    for (const ref of deepAt(cast, s, word))
      if (sides.is(ref.actor) && !found.includes(ref.actor)) found.push(ref.actor);
  };
  const { word, verb } = anchor;
  if (anchor.noun) {
    for (const i of children(s, word)) {
      const name = relation(s.deprel[i]);
      if (/^(compound|amod|nmod)$/.test(name) && i < word && child(s, i, 'case') < 0) {
        // "their Geneva meeting": where it is.
        if (anchor.noun.form !== 'visit' && isTown(input, s, i)) continue;
        for (const k of subtree(s, i)) take(k);
      } else if (/^(nmod|obl|acl)$/.test(name) && i > word) {
        // "talks brokered by China", "a meeting attended by the ambassador"
        if (name === 'acl' && /^(broker|mediate|attend|join|host|sponsor|convene|chair)$/.test(lemma(s, i)))
          take(child(s, i, 'obl:agent', 'obl'));
        const preposition = child(s, i, 'case', 'mark');
        if (preposition < 0) continue;
        const opener = s.form[preposition].toLowerCase();
        if (WITH.test(opener) && !(opener === 'to' && anchor.noun.form !== 'visit')) take(i);
      }
    }
    // "a round of talks with Iran": the parties of the inner noun.
    for (const i of children(s, word)) {
      if (s.deprel[i] !== 'nmod' || !lexicon().nouns.has(lemma(s, i))) continue;
      for (const k of children(s, i)) {
        const preposition = relation(s.deprel[k]) === 'nmod' ? child(s, k, 'case') : -1;
        if (preposition >= 0 && WITH.test(s.form[preposition].toLowerCase())) take(k);
        else if (k < i && child(s, k, 'case') < 0) for (const m of subtree(s, k)) take(m);
      }
    }
  }
  // "is to pay a visit to the Soviet Union", where the tree hung the goal on the verb
  if (
    anchor.noun?.form === 'visit' &&
    verb > -1 &&
    /^(pay|make|begin|start|end|conclude|undertake|plan|cut)$/.test(lemma(s, verb))
  )
    for (const i of children(s, verb))
      if (i > word && s.deprel[i] === 'obl' && /^to$/i.test(s.form[child(s, i, 'case')] ?? '')) take(i);
  // "A meeting at the White House between A and B broke up": what follows "between", wherever the tree hung it.
  if (anchor.noun && new Set(found.map((id) => sides.side(id))).size < 2) {
    for (let i = word + 1; i < s.size && i < word + 9; i++) {
      if (/^(VERB|AUX|SCONJ)$/.test(s.upos[i]) || /^[,;:]$/.test(s.form[i])) break;
      if (!/^(between|with)$/i.test(s.form[i])) continue;
      for (let k = i + 1; k < s.size && k < i + 9 && !/^(VERB|AUX|PUNCT|SCONJ)$/.test(s.upos[k]); k++) take(k);
      break;
    }
  }
  if (verb >= 0) {
    for (const i of children(s, verb)) {
      if (relation(s.deprel[i]) !== 'obl' || i === word || isUnder(s, word, i)) continue;
      const preposition = child(s, i, 'case');
      if (preposition >= 0 && /^(with|between)$/i.test(s.form[preposition])) take(i);
    }
    if (anchor.entry) {
      const before = [...found];
      found.length = 0;
      for (const ref of withConjuncts(cast, s, subjectAt(s, verb)))
        if (sides.is(ref.actor) && !found.includes(ref.actor)) found.push(ref.actor);
      const strangers = anchor.entry.parties.includes('obj') ? strangersBehind(cast, s, verb) : [];
      for (const id of [...before, ...partiesBehind(cast, sides, s, verb, anchor.entry), ...strangers])
        if (!found.includes(id)) found.push(id);
    } else if (new Set(found.map((id) => sides.side(id))).size < 2 || isHolding(s, verb)) {
      // Whoever asks for a session of a body does not sit in it.
      if (found.length > 0 && ASKING.test(lemma(s, verb)) && found.some((id) => /^IGO/.test(cast.byId(id)?.code ?? '')))
        return found;
      // Who is ready to host talks of others does not take part.
      // "will strike in response to a visit by her": whoever strikes does not visit.
      const deep =
        relation(s.deprel[word]) === 'nmod' &&
        /^(response|protest|reaction|anger|criticism|answer)$/.test(lemma(s, s.head[word]));
      const subject =
        deep || isBefore(s, word) || isLost(s, word, verb) || (lemma(s, verb) === 'host' && found.length > 1)
          ? -1
          : subjectAt(s, verb);
      if (subject >= 0 && subject !== word && !isUnder(s, subject, word)) {
        const before = [...found];
        found.length = 0;
        take(subject);
        for (const id of before) if (!found.includes(id)) found.push(id);
      }
      const agent = child(s, verb, 'obl:agent');
      if (agent >= 0 && lexicon().status.has(lemma(s, verb))) take(agent);
      if (relation(s.deprel[word]) === 'obl') {
        const object = child(s, verb, 'iobj') >= 0 ? child(s, verb, 'iobj') : child(s, verb, 'obj');
        if (object >= 0 && object !== word) take(object);
        // "delivered the message to the ambassador in a meeting"
        for (const i of children(s, verb)) {
          if (
            s.deprel[i] !== 'obl' ||
            i === word ||
            !/^(deliver|hand|give|say|present|convey|explain|make|repeat|express)$/.test(lemma(s, verb))
          )
            continue;
          if (/^to$/i.test(s.form[child(s, i, 'case')] ?? '')) take(i);
        }
      }
      // "In a call, A said ..., while B said ..."
      if (anchor.noun?.form === 'call' && new Set(found.map((id) => sides.side(id))).size < 2) {
        for (let i = 0; i < s.size; i++)
          if (s.deprel[i] === 'nsubj' && /^(say|tell)$/.test(lemma(s, s.head[i]))) take(i);
      }
    }
  }
  // "Ethiopia rejected a warning by Egypt but offered to hold talks": with the one other side that the sentence names before.
  if (
    anchor.noun &&
    verb >= 0 &&
    /^(talks|meeting|summit)$/.test(anchor.noun.form) &&
    new Set(found.map((id) => sides.side(id))).size === 1
  ) {
    const offering = [verb, s.head[verb]].some((i) => i >= 0 && /^(offer|propose|suggest|seek)$/.test(lemma(s, i)));
    const mine = sides.side(found[0]);
    const others = new Set<string>();
    for (let i = 0; offering && i < word; i++)
      for (const ref of cast.alone(s.index, i))
        if (sides.is(ref.actor) && !isUnknown(sides.side(ref.actor)) && sides.side(ref.actor) !== mine)
          others.add(ref.actor);
    if (new Set([...others].map((id) => sides.side(id))).size === 1) found.push([...others][0]);
  }
  return found;
}

/** A word that names a town or a building, and no state. */
function isTown({ places }: Coded, s: Sentence, word: number): boolean {
  return places.some(
    ({ span, kind }) => /^(city|building|base)$/.test(kind) && span[0] <= s.start[word] && s.end[word] <= span[1],
  );
}

/** "spoke after a round of talks ended": the noun is the subject that the verb lost to the preposition before it. */
export function isLost(s: Sentence, word: number, verb: number): boolean {
  return verb > word && s.head[word] !== verb && s.deprel[verb] === 'advcl' && child(s, verb, 'nsubj') < 0;
}

/** "hoped to sign an accord before the summit": those who do so need not be at it. */
function isBefore(s: Sentence, word: number): boolean {
  return /^(before|until|by|since|ahead)$/i.test(s.form[child(s, word, 'case')] ?? '');
}

/** The subject of the verb takes part: "is to hold talks with". */
export function isHolding(s: Sentence, verb: number): boolean {
  return verb >= 0 && /^(hold|have|begin|start|resume|attend|open|conclude)$/.test(lemma(s, verb));
}

/** The actors of a noun phrase with those of its "of" and its owners: "the leaders of Russia and France", "Italy's and Egypt's ministers". */
export function deepAt(cast: Cast, s: Sentence, word: number): ActorRef[] {
  if (word < 0) return [];
  const found = [...actorsAt(cast, s, word)];
  if (s.upos[word] !== 'NOUN') return found;
  for (const i of children(s, word)) {
    const name = relation(s.deprel[i]);
    const preposition = child(s, i, 'case');
    const of = preposition >= 0 && /^(of|from|'s|’s|'|’)$/i.test(s.form[preposition]);
    if ((name === 'nmod' && of) || (/^(amod|compound)$/.test(name) && child(s, i, 'conj') >= 0)) {
      for (const ref of actorsAt(cast, s, i)) {
        if (!found.some((other) => other.country === ref.country && other.country !== null)) found.push(ref);
      }
    }
  }
  return found;
}

/** The actors of a subject with those beside it, wherever the tree hung them: "Secretary of State A and Minister B met". */
export function withConjuncts(cast: Cast, s: Sentence, word: number): ActorRef[] {
  const found = deepAt(cast, s, word);
  if (word < 0) return found;
  // "Secretary of State A and Foreign Minister B talked": two subjects, where the tree lost the conjunction.
  const verb = s.head[word];
  const second =
    verb < 0
      ? []
      : children(s, verb).filter(
          (i) =>
            i > word &&
            i < verb &&
            s.deprel[i] === 'nsubj' &&
            s.form.slice(word, i).some((form) => /^and$/i.test(form)),
        );
  for (const i of [...subtree(s, word), ...second]) {
    if (s.deprel[i] !== 'conj' && !second.includes(i)) continue;
    for (const ref of actorsAt(cast, s, i)) {
      // "the foreign ministers of Chad and Libya": the ministers stand for both.
      const there = ref.sector === null && found.some(({ country }) => country !== null && country === ref.country);
      if (!there && !found.some(({ actor }) => actor === ref.actor)) found.push(ref);
    }
  }
  return found;
}

/** The international body that is asked to sit: "appealed to the Security Council for a session"; [] where none is. */
function bodyAsked(cast: Cast, s: Sentence, { word, verb, noun }: Anchor): string[] {
  if (
    verb < 0 ||
    noun === null ||
    !/^(session|meeting|debate|hearing)$/.test(lemma(s, word)) ||
    !ASKING.test(lemma(s, verb))
  )
    return [];
  return children(s, verb).flatMap((i) => {
    const opener = s.form[child(s, i, 'case')] ?? '';
    const asked = /^(obj|iobj)$/.test(s.deprel[i]) || (s.deprel[i] === 'obl' && /^(to|on)$/i.test(opener));
    if (!asked || i > word) return [];
    return actorsAt(cast, s, i).flatMap(({ actor, code }) => (/^IGO/.test(code) ? [actor] : []));
  });
}

const ASKING = /^(like|propose|request|seek|ask|invite|suggest|offer|summon|want|urge|call|appeal|petition|cable)$/;

/** Who asked for it: the subject of "proposed", "requested by", "at the request of". */
export function askedBy(cast: Cast, sides: Political, s: Sentence, anchor: Anchor, by: number): string | null {
  const political = (word: number): string | null =>
    actorsAt(cast, s, word).find((ref) => sides.is(ref.actor))?.actor ?? null;
  // "called both premiers by telephone" is no request.
  if (anchor.entry && lemma(s, anchor.verb) === 'call') return null;
  // "Brazil was ready to receive the two leaders", "offered to host talks": whoever would be the host.
  if (anchor.verb >= 0 && /^(host|receive)$/.test(lemma(s, anchor.verb)) && isOffered(s, anchor.verb))
    return political(subjectAt(s, anchor.verb));
  for (const verb of [anchor.verb, by]) {
    if (verb < 0 || !ASKING.test(verbOf(s, verb))) continue;
    // "Kuwait asked the United Nations to call a meeting": the first to ask.
    const up = s.head[verb];
    if (up >= 0 && /^(xcomp|ccomp|advcl)$/.test(s.deprel[verb]) && ASKING.test(lemma(s, up)))
      return political(subjectAt(s, up));
    const agent = child(s, verb, 'obl:agent');
    if (agent >= 0) return political(agent);
    if (child(s, verb, 'nsubj:pass') < 0) return political(subjectAt(s, verb));
  }
  for (let i = 0; i < s.size; i++) {
    if (!/^(request|invitation|behest|urging)$/.test(lemma(s, i)) || s.upos[i] !== 'NOUN') continue;
    // "accepted an invitation from the king to visit Amman"
    const inviter = lemma(s, i) === 'invitation' && isUnder(s, anchor.word, i) ? inviterAt(s, i) : -1;
    if (inviter >= 0) {
      const found = political(inviter);
      if (found) return found;
    }
    if (!isUnder(s, i, anchor.word) && s.head[i] !== anchor.verb) continue;
    for (const k of children(s, i)) {
      const found = /^nmod/.test(s.deprel[k]) ? political(k) : null;
      if (found) return found;
    }
  }
  return null;
}

/** Whose invitation it is: "from the king", "the king's"; else -1. */
function inviterAt(s: Sentence, noun: number): number {
  for (const i of children(s, noun)) {
    if (s.deprel[i] === 'nmod:poss' && s.upos[i] !== 'PRON') return i;
    if (i > noun && relation(s.deprel[i]) === 'nmod' && /^(from|of|by)$/i.test(s.form[child(s, i, 'case')] ?? ''))
      return i;
  }
  return -1;
}

/** "is ready to host", "offered to receive" */
function isOffered(s: Sentence, verb: number): boolean {
  const up = s.head[verb];
  return (
    up >= 0 &&
    /^(xcomp|ccomp|advcl|acl)$/.test(s.deprel[verb]) &&
    /^(ready|willing|prepared|offer|propose|volunteer)$/.test(lemma(s, up))
  );
}

/** "hosted by", "X will host", "an invitation to Washington". */
export function hostOf(cast: Cast, sides: Political, s: Sentence, anchor: Anchor): string | null {
  const political = (word: number): string | null =>
    actorsAt(cast, s, word).find((ref) => sides.is(ref.actor))?.actor ?? null;
  const { word, verb } = anchor;
  for (const i of children(s, word)) {
    if (s.deprel[i] === 'acl' && /^(host|chair|organise|organize|sponsor)$/.test(lemma(s, i))) {
      const agent = child(s, i, 'obl:agent', 'obl');
      if (agent >= 0) return political(agent);
    }
  }
  if (verb >= 0 && /^(host|receive|chair)$/.test(lemma(s, verb)) && child(s, verb, 'nsubj:pass') < 0)
    return political(subjectAt(s, verb));
  // "at the king's invitation", "accepted an invitation from the king to visit Amman"
  for (let i = 0; i < s.size; i++) {
    if (lemma(s, i) !== 'invitation' || !(isUnder(s, word, i) || isUnder(s, i, word) || s.head[i] === verb)) continue;
    const inviter = inviterAt(s, i);
    const found = inviter >= 0 ? political(inviter) : null;
    if (found) return found;
  }
  if (verb >= 0 && lemma(s, verb) === 'invite') return political(subjectAt(s, verb));
  return null;
}
