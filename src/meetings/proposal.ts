// A meeting that a noun proposes: "rejected a South Korean proposal to meet at Panmunjom". Who proposes and who answers take part; what the answer was is
// the status.

import type { Cast } from '../actors/index.js';
import { actorsAt, isNegated, lemma, type Political, verbOf } from '../commitments/index.js';
import { child, children, relation, type Sentence } from '../language/index.js';
import type { Meeting } from '../records.js';
import { lexicon } from './lexicon.js';
import { subjectAt } from './subject.js';

const NOUN = /^(proposal|offer|request|invitation|suggestion|call|appeal|plan|bid|overture|plea|idea)$/;

/** What a noun of proposing tells of an occasion under it. */
export interface Proposal {
  readonly status: Meeting['status'];
  readonly parties: readonly string[];
  /** Who proposes, or null. */
  readonly by: string | null;
}

/** The noun of proposing that an occasion's verb or noun stands behind: "a proposal to meet", "an offer of talks"; -1 where there is none. */
function nounOf(s: Sentence, word: number): number {
  const up = s.head[word];
  if (
    up >= 0 &&
    up < word &&
    s.upos[up] === 'NOUN' &&
    NOUN.test(lemma(s, up)) &&
    /^(acl|nmod|ccomp)/.test(s.deprel[word]) &&
    (s.deprel[word] !== 'nmod' || /^(for|of|on)$/i.test(s.form[child(s, word, 'case')] ?? ''))
  )
    return up;
  // "the proposal that the commission hold its meeting in June"
  const clause = s.upos[word] === 'VERB' ? word : up;
  const that = clause >= 0 && /^(acl|advcl|ccomp)$/.test(s.deprel[clause]) ? child(s, clause, 'mark') : -1;
  if (that > 0 && /^that$/i.test(s.form[that]) && clause > that)
    for (let i = that - 1; i > 0 && i > that - 8 && !/^(PUNCT|AUX)$/.test(s.upos[i]); i--)
      if (s.upos[i] === 'NOUN' && /^(proposal|suggestion|request|idea)$/.test(lemma(s, i))) return i;
  // "accepted an offer by three republics to hold talks", "an invitation from the leader to visit": over the words that tell whose it is
  const infinitive =
    s.upos[word] === 'VERB'
      ? word
      : up >= 0 && /^(hold|host|have|attend|open|resume|begin|start)$/.test(lemma(s, up))
        ? up
        : -1;
  if (infinitive > 2 && /^to$/i.test(s.form[infinitive - 1]) && /^(acl|advcl|xcomp)/.test(s.deprel[infinitive]))
    for (let i = infinitive - 2; i > 0 && i > infinitive - 12 && !/^(VERB|AUX|SCONJ|PUNCT)$/.test(s.upos[i]); i--)
      if (s.upos[i] === 'NOUN' && /^(proposal|offer|invitation|request|suggestion)$/.test(lemma(s, i))) return i;
  // "rejected a proposal to meet", where the tree hung the infinitive on the verb.
  if (
    up >= 0 &&
    /^(xcomp|advcl)/.test(s.deprel[word]) &&
    s.upos[word] === 'VERB' &&
    /^to$/i.test(s.form[word - 1] ?? '')
  ) {
    const before = word - 2;
    if (before > up && NOUN.test(lemma(s, before)) && s.upos[before] === 'NOUN') return before;
  }
  return -1;
}

export function proposalOf(cast: Cast, sides: Political, s: Sentence, word: number): Proposal | null {
  const noun = nounOf(s, word);
  if (noun < 0) return null;
  const political = (at: number): string[] =>
    at < 0 ? [] : actorsAt(cast, s, at).flatMap(({ actor }) => (sides.is(actor) ? [actor] : []));
  const owners: string[] = [];
  for (const i of children(s, noun)) {
    const name = relation(s.deprel[i]);
    const behind = i > noun && name === 'nmod' && /^(by|from)$/i.test(s.form[child(s, i, 'case')] ?? '');
    if ((i < noun && /^(nmod|amod|compound)$/.test(name)) || behind)
      for (const id of [...political(i), ...children(s, i).flatMap(political)])
        if (!owners.includes(id)) owners.push(id);
  }
  const verb = s.head[noun];
  const governs = verb >= 0 && s.upos[verb] === 'VERB' && /^(obj|nsubj:pass|obl|xcomp)/.test(s.deprel[noun]);
  const told = governs ? (lexicon().status.get(verbOf(s, verb)) ?? lexicon().status.get(lemma(s, verb))) : undefined;
  const answer = governs ? lemma(s, verb) : '';
  const no = isNegated(s, verb);
  const refused = told === 'refused' || /^(dismiss|spurn|rebuff|snub|ignore|turn|brush)$/.test(answer);
  const taken = told === 'scheduled' || /^(accept|agree|welcome|approve)$/.test(answer);
  const status =
    refused && !no ? 'refused' : taken && !no && /^(accept|agree|approve)$/.test(answer) ? 'scheduled' : 'proposed';
  const subject = governs ? (s.deprel[noun] === 'nsubj:pass' ? child(s, verb, 'obl:agent') : subjectAt(s, verb)) : -1;
  const answering = political(subject).filter((id) => !owners.some((owner) => sides.side(owner) === sides.side(id)));
  const by = owners[0] ?? (status === 'proposed' && !refused ? (political(subject)[0] ?? null) : null);
  const parties = [...answering, ...owners];
  const clause = s.upos[word] === 'VERB' || s.upos[s.head[word]] === 'VERB';
  if (parties.length === 0 && !(clause && s.form.slice(noun, word).some((form) => /^that$/i.test(form)))) return null;
  return { status, parties, by };
}
