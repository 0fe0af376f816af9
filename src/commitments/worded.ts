// Commitments that a word of the codebook makes: a verb ("threatened to"), an adjective ("is ready to"), a noun ("its demand for"),
// a participle ("the promised aid").

import { child, children, type Sentence } from '../language/index.js';
import { signOfClause } from './acts.js';
import { isOccasion, isScheduling } from './appointment.js';
import { isNegated, lemma, modalOf, subjectOf, verbOf } from './clause.js';
import { complementOf, infinitive } from './complement.js';
import type { Draft } from './draft.js';
import { gapped, isDemanding, isHousehold, speakingSubject } from './gaps.js';
import { isHollow, isOpen } from './hollow.js';
import { type Entry, lexicon } from './lexicon.js';
import { isReport, SAYING } from './objects.js';
import { fromPhrase, phraseAt } from './phrases.js';
import { surfaced } from './surface.js';
import { fromNoun, fromParticiple } from './worded-nouns.js';

/** Drafts of all triggers of a sentence, left to right. */
export function wordedDrafts(s: Sentence): Draft[] {
  const drafts: Draft[] = [];
  const { verbs, adjectives, nouns, participles } = lexicon();
  for (let i = 0; i < s.size; i++) {
    const word = lemma(s, i);
    const tag = s.upos[i];
    let draft: Draft | null = null;
    const phrased = phraseAt(s, i);
    const phrase = phrased && !isHollow(s, phrased.head) && !isOpen(s, phrased.head) ? fromPhrase(s, phrased) : null;
    if (phrased && phrase) {
      drafts.push(phrase);
      i = phrased.last;
      continue;
    }
    if (tag === 'VERB' || (tag === 'ADJ' && s.xpos[i].startsWith('VB'))) {
      const state =
        s.xpos[i] === 'VBN' && child(s, i, 'aux:pass') >= 0 ? adjectives.get(s.form[i].toLowerCase()) : undefined;
      if (state) draft = fromAdjective(s, i, state);
      // "ruled out reopening": the particle, whatever the tree made of it.
      const entry =
        verbs.get(verbOf(s, i)) ??
        verbs.get(`${word}_${s.form[i + 1]?.toLowerCase() ?? ''}`) ??
        verbs.get(`${word}_${particleAfter(s, i)}`) ??
        verbs.get(word);
      if (!draft && entry) draft = fromVerb(s, i, entry);
    }
    if (!draft && /^(amod|acl)$/.test(s.deprel[i])) {
      const entry = participles.get(s.form[i].toLowerCase());
      if (entry) draft = fromParticiple(s, i, entry);
    }
    if (!draft && (tag === 'ADJ' || tag === 'VERB')) {
      const entry = adjectives.get(word) ?? adjectives.get(s.form[i].toLowerCase());
      if (entry) draft = fromAdjective(s, i, entry);
    }
    if (!draft && tag === 'NOUN') {
      const entry = nouns.get(word);
      if (entry) draft = fromNoun(s, i, entry);
    }
    if (draft) drafts.push(draft);
  }
  // "told citizens to register their arms and prepare to defend the city": all of it is told.
  const told = drafts.filter(({ kind, q }) => kind === 'demand' && s.xpos[q] === 'VB');
  return drafts.filter(
    ({ kind, trigger }) =>
      kind !== 'sign' ||
      s.xpos[trigger] !== 'VB' ||
      !told.some(({ q }) => q !== trigger && s.head[trigger] === q && /^(conj|xcomp)$/.test(s.deprel[trigger])),
  );
}

/** "ruled that out", "brushed the vote aside": the particle behind a short object, or the empty string. */
function particleAfter(s: Sentence, at: number): string {
  for (let i = at + 2; i < s.size && i < at + 7; i++) {
    if (/^(out|down|aside|off|away|back|forward)$/i.test(s.form[i])) return s.form[i].toLowerCase();
    if (!/^(NOUN|PROPN|PRON|DET|ADJ|NUM|SCONJ)$/.test(s.upos[i])) return '';
  }
  return '';
}

/** "both sides", "all parties" */
function isAll(s: Sentence, whom: number): boolean {
  if (whom < 0) return false;
  const det = child(s, whom, 'det', 'cc:preconj');
  return /^(both|all)$/i.test(s.form[whom]) || (det >= 0 && /^(both|all)$/i.test(s.form[det]));
}

function fromVerb(s: Sentence, at: number, entry: Entry): Draft | null {
  if (isHollow(s, at) || isOpen(s, at)) return null;
  // "Asked what it would do, ..."
  const opens = at === 0 || /^([,"“]|when|if)$/i.test(s.form[at - 1]);
  if (opens && s.xpos[at] === 'VBN' && lemma(s, at) === 'ask' && child(s, at, 'aux', 'aux:pass') < 0) return null;
  const found = complementOf(s, at, entry) ?? gapped(s, at, entry) ?? surfaced(s, at, entry);
  if (!found) return null;
  const { q } = found;
  let { kind } = entry;
  if (kind === 'refusal' && s.upos[q] === 'NOUN' && isReport(s, q)) return null;
  if (lemma(s, at) === 'expect' && !isDemanding(s, at, q)) return null;
  // "would like the dispute handled there": a wish of another's act; "likes to" is none.
  if (lemma(s, at) === 'like' && (modalOf(s, at) !== 'would' || s.xpos[at + 1] === 'TO')) return null;
  // "refused to rule out force": it is left open.
  if (kind === 'refusal' && /^(rule_out|exclude)$/.test(verbOf(s, q))) {
    const left = child(s, q, 'obj', 'xcomp', 'advcl', 'ccomp');
    if (left > q && isOccasion(s, left)) return null;
    if (left <= q) return null;
    return { ...weakly(s, at, left, entry), holder: subjectOf(s, at) };
  }
  // "warned both sides against breaking the truce": a call for restraint.
  if (kind === 'warning' && isAll(s, found.addressee) && (s.xpos[q] === 'VBG' || q === infinitive(s, at)))
    kind = 'demand';
  // "warned ships to keep out": what has to be done.
  if (kind === 'warning' && q === infinitive(s, at)) kind = 'demand';
  // "refused to discuss such a post until the guns are silent", "to name a sum until it knows who pays": a refusal with a condition, and no mere silence.
  const bound =
    kind === 'refusal' &&
    /^(discuss|name|say|give|disclose|specify|detail)$/.test(lemma(s, q)) &&
    s.form.some((form, i) => i > q && /^(until|unless|before|till)$/i.test(form));
  if (kind !== 'offer' && kind !== 'promise' && !bound && lexicon().empty.has(lemma(s, q))) return null;
  if (isScheduling(s, at, q, kind)) return null;
  // "anyone who defied the order": whoever may do so, and nobody who did.
  if (kind === 'refusal' && s.deprel[at] === 'acl:relcl' && isAnybody(s, s.head[at])) return null;
  // "agreed the real obstacle was the ministry": of one mind.
  if (lemma(s, at) === 'agree' && s.upos[q] !== 'NOUN' && isTold(s, q) && modalOf(s, q) === null) return null;
  // "warned that it was ready to strike": the other word tells what.
  if (kind === 'warning' && lexicon().adjectives.has(lemma(s, q)) && child(s, q, 'cop') >= 0) return null;
  // "agreed that it should": of one mind.
  if (/^(agree|concede)$/.test(lemma(s, at)) && /^(should|ought)$/.test(modalOf(s, q) ?? '')) return null;
  // "had considered it but decided against it", "had had no choice": over by then.
  if (lemma(s, at) === 'consider' && children(s, at).some((i) => i < at && /^had$/i.test(s.form[i]))) return null;
  // "had neither accepted nor rejected it"
  if (kind === 'refusal' && s.form.slice(Math.max(0, at - 5), at).some((form) => /^(neither|nor)$/i.test(form)))
    return null;
  // "could not promise how long"
  if (children(s, q).some((i) => i < q && /^W/.test(s.xpos[i]) && i === at + 1)) return null;
  // "nothing to suggest any involvement"
  if (lemma(s, at) === 'suggest' && s.xpos[at] === 'VB' && modalOf(s, at) === null) return null;
  // "announced a truce", "decided to try once more": done, or told as an event; what harms is announced as a threat.
  if (/^(announce|decide)$/.test(lemma(s, at)) && (signOfClause(s, q) >= 0 || EXERCISE.test(lemma(s, q)))) return null;
  // "reminded Thailand that it had signed the treaty": of what was.
  if (lemma(s, at) === 'remind' && !/^(would|will|could|may|might)$/.test(modalOf(s, q) ?? '')) return null;
  // "insisted that it was living up to the pact": told, not demanded.
  // "insists on making it conditional": what one does oneself.
  if (kind === 'demand' && lemma(s, at) === 'insist' && s.xpos[q] === 'VBG') return null;
  if (kind === 'demand' && /^(insist|want|wish)$/.test(lemma(s, at)) && isTold(s, q)) return null;
  // "assured Moscow it had not granted landing rights": told of what was.
  if (kind === 'promise' && s.upos[q] !== 'NOUN' && isPast(s, q)) return null;
  let { strength } = entry;
  // "Is expected to hold talks": a plan or a guess, not what somebody wants of another. "Will ask them to": not asked yet.
  const bare = s.xpos[at] === 'VBN' && child(s, at, 'aux:pass') >= 0;
  if (bare && lemma(s, at) === 'expect') return null;
  if (
    kind === 'demand' &&
    /^(will|would|may|might|could)$/.test(modalOf(s, at) ?? '') &&
    /^(ask|urge|appeal|press|push|seek|request)$/.test(lemma(s, at))
  )
    return null;
  // "Would be considered an act of war": nobody considers doing it.
  if (bare && kind === 'sign') return null;
  const lost = lostSubject(s, at);
  const passive =
    lost < 0 && (child(s, at, 'nsubj:pass') >= 0 || (s.xpos[at] === 'VBN' && child(s, at, 'aux:pass') >= 0));
  const agent = child(s, at, 'obl:agent');
  let holder = lost >= 0 ? lost : passive ? agent : speakingSubject(s, at);
  let { addressee } = found;
  if (kind === 'demand' && addressee >= 0 && isHousehold(s, addressee, lemma(s, at))) return null;
  if (passive && addressee < 0 && q !== child(s, at, 'nsubj:pass')) addressee = child(s, at, 'nsubj:pass');
  if (lost < 0 && s.deprel[at] === 'acl' && s.xpos[at] === 'VBN') holder = agent;
  // "vowed never to leave": the negation behind the verb is the infinitive's.
  const behind = children(s, at).some((i) => i > at && i < q && /^(not|never)$/i.test(s.form[i]));
  const refused = isNegated(s, at) && !behind;
  let flipped = false;
  // "could not guarantee their safety"
  if (refused && lemma(s, at) === 'guarantee') return null;
  if (refused) {
    // "Did not rule out force" leaves it open; any other negated word commits to nothing, unless it is will that is negated.
    if (kind === 'refusal') {
      // "did not rule out a meeting": kept as one, if at all.
      if (isOccasion(s, q)) return null;
      kind = 'sign';
      strength = 'weak';
    } else if (kind === 'promise' && modalOf(s, at)) kind = 'refusal';
    else if (kind === 'demand' || kind === 'threat' || kind === 'warning' || kind === 'promise') return null;
    else if (kind === 'sign') flipped = true;
    else if (modalOf(s, at)) kind = 'refusal';
    else return null;
  }
  const modal = modalOf(s, at);
  if (strength === null && (modal === 'could' || modal === 'might' || modal === 'may')) strength = 'weak';
  const negated = flipped || behind || (!refused && q !== at && isNegated(s, q));
  return {
    s,
    kind,
    trigger: at,
    triggerEnd: particleEnd(s, at),
    q,
    holder,
    addressee,
    given: null,
    negated,
    strength,
    rule: entry.rule,
    worded: true,
  };
}

/**
 * The subject of a verb in the past that the tree took for a participle: "General Moussa, who was sworn in, promised to", "Portugal, the former ruler,
 * called for"; else -1.
 */
function lostSubject(s: Sentence, at: number): number {
  if (!/^VB[ND]$/.test(s.xpos[at]) || child(s, at, 'aux', 'aux:pass', 'cop') >= 0 || child(s, at, 'obl:agent') >= 0)
    return -1;
  const subject = child(s, at, 'nsubj:pass');
  if (subject >= 0) return subject < at && s.form[at - 1] === ',' ? subject : -1;
  const up = s.head[at];
  if (s.deprel[at] !== 'acl' || up < 0 || s.form[at - 1] !== ',' || up > at) return -1;
  // "Brazil, the host of next year's meeting, offered": hung on the last noun of the apposition.
  for (let noun = up; noun >= 0 && /^(appos|nmod|nmod:poss|conj|compound)$/.test(s.deprel[noun]); noun = s.head[noun])
    if (s.deprel[noun] === 'appos' && s.head[noun] >= 0) return s.head[noun];
  return s.deprel[up] === 'root' ? up : -1;
}

/** A clause of what was or has been: "it had not granted", "were safe". */
function isPast(s: Sentence, q: number): boolean {
  if (children(s, q).some((i) => i < q && s.xpos[i] === 'MD')) return false;
  const perfect = children(s, q).some((i) => i < q && s.deprel[i] === 'aux' && /^(had|has|have)$/i.test(s.form[i]));
  return (
    child(s, q, 'nsubj', 'nsubj:pass') >= 0 &&
    (perfect || children(s, q).some((i) => i < q && s.deprel[i] === 'aux' && /^did$/i.test(s.form[i])))
  );
}

/** A finite clause in the indicative, or with "will" or "would". */
function isTold(s: Sentence, q: number): boolean {
  // "insisted that India let them cross": no past, where one thing alone would be a subjunctive.
  const same = /^(let|put|cut|set|shut|quit|hit)$/i.test(s.form[q]);
  if (/^VB[DZ]$/.test(s.xpos[q]) && !same) return true;
  return children(s, q).some(
    (i) =>
      i < q &&
      /^(aux|cop)/.test(s.deprel[i]) &&
      /^(is|was|were|are|had|has|did|does|will|would|could|can)$/i.test(s.form[i]),
  );
}

const EXERCISE =
  /^(drill|exercise|manoeuvre|maneuver|test|strike|loss|arrest|death|blow|attack|raid|offensive|deployment|protest|war)$/;

/** What is not ruled out may be done. */
function weakly(s: Sentence, at: number, q: number, entry: Entry): Draft {
  const none = { holder: -1, addressee: -1, given: null, negated: false };
  return { s, kind: 'sign', trigger: at, triggerEnd: at, q, ...none, strength: 'weak', rule: entry.rule, worded: true };
}

function particleEnd(s: Sentence, at: number): number {
  const particle = child(s, at, 'compound:prt');
  return particle === at + 1 ? particle : at;
}

function fromAdjective(s: Sentence, at: number, entry: Entry): Draft | null {
  // "was forced to suspend exports": it has done so; "would be forced to" tells what it may do.
  if (
    /^(?:forced|obliged|compelled|constrained)$/i.test(s.form[at]) &&
    children(s, at).some((i) => /^(?:was|were|had)$/i.test(s.form[i]))
  )
    return null;
  if (child(s, at, 'cop', 'aux:pass') < 0 && !/^(xcomp|acl)/.test(s.deprel[at]) && s.deprel[at] !== 'conj') return null;
  if (isHollow(s, at)) return null;
  const found = complementOf(s, at, entry);
  if (!found) return null;
  // "opposed to the statement": a view of what was said.
  if (entry.kind === 'refusal' && s.upos[found.q] === 'NOUN' && SAYING.test(lemma(s, found.q))) return null;
  const refused = isNegated(s, at);
  return {
    s,
    kind: refused ? 'refusal' : entry.kind,
    trigger: at,
    triggerEnd: at,
    q: found.q,
    holder: subjectOf(s, at),
    addressee: -1,
    given: null,
    negated: isNegated(s, found.q),
    strength: entry.strength,
    rule: entry.rule,
    worded: true,
  };
}

/** "anyone", "any soldier", "those" */
export function isAnybody(s: Sentence, word: number): boolean {
  return (
    word >= 0 &&
    (/^(anyone|anybody|whoever|those)$/i.test(s.form[word]) || /^any$/i.test(s.form[child(s, word, 'det')] ?? ''))
  );
}
