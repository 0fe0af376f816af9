// Commitments that a noun of the codebook makes ("its demand for", "a promise to"), or a participle before one ("the promised aid").

import { child, children, type Sentence } from '../language/index.js';
import { isAppointment, isOccasion } from './appointment.js';
import { isNegated, lemma, modalOf, subjectOf, verbOf } from './clause.js';
import { complementOf, infinitive, oblique } from './complement.js';
import type { Draft } from './draft.js';
import { isHollow, isOpen } from './hollow.js';
import { type Entry, lexicon } from './lexicon.js';
import { isReport } from './objects.js';
import { surfaced } from './surface.js';

/** "has kept", "carried out": in the past, and as the clause's own act. */
function isDone(s: Sentence, verb: number): boolean {
  const { done } = lexicon();
  if (!done.has(verbOf(s, verb)) && !done.has(lemma(s, verb))) return false;
  return /^VB[DN]$/.test(s.xpos[verb]) && child(s, verb, 'nsubj') >= 0 && modalOf(s, verb) === null;
}

const JOURNEY = /^(return|go|come|head|stop|tour|stay)$/;

export function fromNoun(s: Sentence, at: number, entry: Entry): Draft | null {
  if (isHollow(s, at) || isOpen(s, at)) return null;
  // "suggestions that it was behind the bombing": what somebody holds to be so.
  if (lemma(s, at) === 'suggestion' && isReport(s, at)) return null;
  // "promised in separate calls to put ...": by telephone.
  if (lemma(s, at) === 'call' && /^(in|during|by|after|following|over)$/i.test(s.form[child(s, at, 'case')] ?? ''))
    return null;
  // "will not leave under threat of force": nobody's threat here.
  const opener = s.form[child(s, at, 'case')] ?? '';
  if (/^(under|without)$/i.test(opener)) return null;
  if (/^despite$/i.test(opener) && child(s, at, 'nmod:poss') < 0) return null;
  const governor = s.head[at];
  let found = complementOf(s, at, entry) ?? surfaced(s, at, entry);
  if (!found && entry.frames.includes('to') && governor >= 0 && s.deprel[at] === 'obj') {
    const q = infinitive(s, governor);
    if (q > at) found = { q, addressee: -1 };
  }
  // "rejected the ultimatum": the verb tells what becomes of it.
  const spurned =
    governor >= 0 && /^(obj|nsubj:pass)/.test(s.deprel[at]) ? lexicon().verbs.get(lemma(s, governor)) : undefined;
  if (!found && (spurned?.kind === 'refusal' || s.deprel[at] === 'compound')) return null;
  // "let an ultimatum pass": what is demanded may be told elsewhere.
  if (!found && lemma(s, at) === 'ultimatum') found = { q: at, addressee: -1 };
  if (!found) return null;
  // "once it has assurances that ...": given to it. "any demand for": none that was made.
  const having = governor >= 0 && s.deprel[at] === 'obj' && /^(have|want|need|seek)$/.test(lemma(s, governor));
  if (having && /^(assurance|guarantee)$/.test(lemma(s, at))) return null;
  const any = child(s, at, 'det');
  if (any >= 0 && /^any$/i.test(s.form[any])) return null;
  // "an invitation to visit Pyongyang": a visit.
  if (lemma(s, at) === 'invitation' && isAppointment(s, found.q)) {
    const where = child(s, found.q, 'obj');
    if (where < 0 || s.upos[where] === 'PROPN' || isOccasion(s, where)) return null;
  }
  // "loan commitments to the Philippines"
  if (s.upos[found.q] === 'PROPN') return null;
  const governs = governor >= 0 && /^(obj|nsubj:pass|xcomp)/.test(s.deprel[at]) ? lemma(s, governor) : '';
  const word = lemma(s, at);
  // "has kept its promise to reopen the border": done with.
  if (s.deprel[at] === 'obj' && governor >= 0 && isDone(s, governor)) return null;
  if (word === 'right' && governs !== 'reserve') return null;
  // "set a deadline": for bids or for taxes it binds nobody, nor does one that is told of only.
  if (word === 'deadline' && !/^(set|give|impose|issue|fix|announce)$/.test(governs)) return null;
  if (word === 'plan' && /^(drop|abandon|cancel|shelve|scrap|delay|postpone)$/.test(governs)) return null;
  // A journey or a meeting that is planned, or not, is kept as a meeting.
  if (entry.kind === 'sign' && (isAppointment(s, found.q) || JOURNEY.test(lemma(s, found.q)))) return null;

  let holder = child(s, at, 'nmod:poss');
  if (holder < 0) holder = oblique(s, at, 'by');
  if (holder < 0 && found.q > at + 2) holder = fromWhom(s, at);
  // "U.S. rejection of ...", "Iranian demands for ..."
  if (holder < 0)
    holder =
      children(s, at).find((i) => i < at && /^(compound|amod)$/.test(s.deprel[i]) && /^\p{Lu}/u.test(s.form[i])) ?? -1;
  if (holder < 0 && governs !== '' && (lexicon().owning.has(governs) || governs === 'reserve')) {
    holder = s.deprel[at] === 'nsubj:pass' ? child(s, governor, 'obl:agent') : subjectOf(s, governor);
  }
  // "won a pledge from Chad", "came away with a promise": whoever is given it is promised to.
  let given = found.addressee === found.q ? -1 : found.addressee;
  // "calls for Israel to withdraw": who is to do it.
  if (given < 0 && entry.kind === 'demand' && s.upos[found.q] === 'VERB') given = oblique(s, at, 'for');
  if (
    /^(promise|offer)$/.test(entry.kind) &&
    holder < 0 &&
    governor >= 0 &&
    lexicon().obtaining.has(lemma(s, governor))
  ) {
    const from = oblique(s, governor, 'from') >= 0 ? oblique(s, governor, 'from') : oblique(s, at, 'from');
    holder = from;
    given = subjectOf(s, governor);
  }
  // "attacked plans to penalise farmers": whose plans is not told.
  if (entry.kind === 'sign' && holder < 0) return null;
  const none = child(s, at, 'det');
  const refused =
    (none >= 0 && s.form[none].toLowerCase() === 'no') ||
    (governs !== '' && isNegated(s, governor) && governs === 'have');
  if (refused && entry.kind !== 'sign') return null;
  if (entry.kind === 'sign' && !refused && word === 'intention' && governs !== 'have') return null;
  return {
    s,
    kind: entry.kind,
    trigger: at,
    triggerEnd: at,
    q: found.q,
    holder,
    addressee: given,
    given: null,
    negated: refused || isNegated(s, found.q),
    strength: word === 'right' ? 'weak' : entry.strength,
    rule: entry.rule,
    worded: true,
  };
}

/** "fresh calls from Cairo for", "an offer from the rebels to": the name right behind "from". */
function fromWhom(s: Sentence, at: number): number {
  if (!/^from$/i.test(s.form[at + 1] ?? '')) return -1;
  const from = s.head[at + 1];
  return from > at + 1 && from < at + 7 ? from : -1;
}

export function fromParticiple(s: Sentence, at: number, entry: Entry): Draft | null {
  const q = s.head[at];
  if (q < 0 || s.upos[q] !== 'NOUN') return null;
  return {
    s,
    kind: entry.kind,
    trigger: at,
    triggerEnd: at,
    q,
    holder: s.deprel[at] === 'acl' ? child(s, at, 'obl:agent') : child(s, q, 'nmod:poss'),
    addressee: -1,
    given: null,
    negated: false,
    strength: entry.strength,
    rule: entry.rule,
    worded: true,
  };
}
