// Whether a verb of codebook/meetings.txt tells of an occasion here: somebody political does it, and where the list wants one, with another.

import type { Cast } from '../actors/index.js';
import { actorsAt, lemma, modalOf, type Political } from '../commitments/index.js';
import { child, children, isUnder, relation, type Sentence } from '../language/index.js';
import type { ActorRef } from '../records.js';
import { formatOf } from './fields.js';
import { lexicon, type VerbEntry } from './lexicon.js';
import { pairWord } from './pair.js';
import { isEverySide, partiesBehind, strangersBehind, withConjuncts } from './parties.js';
import { proposalOf } from './proposal.js';
import { isToBe } from './status.js';
import { subjectAt } from './subject.js';

/** Whether a verb of the list tells of an occasion here: somebody political, and where the list wants one, another. */
export function isOccasion(cast: Cast, sides: Political, s: Sentence, verb: number, entry: VerbEntry): boolean {
  const subject = subjectAt(s, verb);
  if (
    subject >= 0 &&
    /^(team|squad|side|club|player|eleven|champion|carrier|ship|plane)$/.test(lemma(s, subject)) &&
    verb > subject
  ) {
    if (
      !/^side$/.test(lemma(s, subject)) ||
      s.form.some((form) => /^(match|cup|goal|final|semi-final|semifinal)$/i.test(form))
    )
      return false;
  }
  const agents = withConjuncts(cast, s, subject).filter((ref) => sides.is(ref.actor));
  // "Rose met commanders of both sides": somebody by name whose side is not known.
  const named =
    entry.form === 'meeting' &&
    lemma(s, verb) === 'meet' &&
    subject >= 0 &&
    /^NN/.test(s.xpos[subject]) &&
    /^\p{Lu}/u.test(s.form[subject]);
  // "a South Korean proposal to meet at Panmunjom"
  if (lemma(s, verb) === 'meet' && proposalOf(cast, sides, s, verb)) return true;
  // "The two are expected to meet", "They last met in Geneva": who they are is told before.
  if (/^(meet|confer)$/.test(lemma(s, verb)) && child(s, verb, 'obj') < 0 && isOfTwo(s, subject)) return true;
  if (agents.length === 0)
    return (named && partiesBehind(cast, sides, s, verb, entry).length > 0) || isOfStates(s, verb, subject);
  const mine = new Set(agents.map((ref) => sides.side(ref.actor)));
  const others = partiesBehind(cast, sides, s, verb, entry);
  const word = lemma(s, verb);
  const foreign = others.some((id) => !mine.has(sides.side(id)));
  if (word === 'speak')
    return (
      (foreign ||
        mine.size > 1 ||
        (formatOf(s, verb) !== null &&
          subject >= 0 &&
          (/^NNP?S$/.test(s.xpos[subject]) || agents.some((ref) => isOfficial(cast, ref))))) &&
      (formatOf(s, verb) !== null || /^with$/i.test(prepositionOf(s, verb, entry)))
    );
  // "will send its foreign minister to Riyadh", "will receive the president", "will host leaders"
  if (word === 'invite') return isEnvoy(cast, s, verb) && isWhither(s, verb);
  if (/^(send|dispatch)$/.test(word)) return isEnvoy(cast, s, verb) && hasDestination(s, verb, entry);
  if (
    word === 'see' &&
    /^(each|one)$/i.test(s.form[verb + 1] ?? '') &&
    /^(other|another)$/i.test(s.form[verb + 2] ?? '')
  )
    return modalOf(s, verb) !== 'can';
  // "The Finnish president met Ronald Hartley at the airport", "received him", "was to see both sides"
  if (/^(meet|receive|telephone|phone|see)$/.test(word) && child(s, verb, 'nsubj:pass') < 0) {
    const official = agents.some((ref) => isOfficial(cast, ref));
    const fits = word !== 'see' || isAppointed(s, verb) || modalOf(s, verb) === 'will' || isAfterSeeing(s, verb);
    if (official && fits && strangersBehind(cast, s, verb).length > 0) return true;
    if (official && fits && isOfficeOnly(s, child(s, verb, 'obj'))) return true;
    if (official && (fits || s.xpos[verb] === 'VBD') && isEverySide(s, child(s, verb, 'obj'))) return true;
  }
  if (/^(receive|host|see)$/.test(word))
    return (
      foreign &&
      isEnvoy(cast, s, verb) &&
      (word !== 'see' ||
        modalOf(s, verb) === 'will' ||
        isAppointed(s, verb) ||
        isPurpose(s, verb) ||
        isSeen(cast, s, verb, subject))
    );
  if (/^(telephone|phone|summon|negotiate)$/.test(word)) return foreign;
  // "Baker and Aziz talked for six hours", not "the envoy talked of peace"
  if (word === 'talk') return (foreign || mine.size > 1) && modalOf(s, verb) === null && s.xpos[verb] === 'VBD';
  // "The G8 ministers will discuss the tests in London on June 12": an agenda of many.
  if (word === 'discuss')
    return (
      /^(will|would)$/.test(modalOf(s, verb) ?? '') && (mine.size > 1 || agents.some((ref) => /^IGO/.test(ref.code)))
    );
  // "flew back to Amman", "went home"; "800 Europeans left", "troops flew in": no visit.
  if (entry.form === 'visit' && !/^(send|dispatch|invite)$/.test(word)) {
    if (children(s, verb).some((i) => /^(back|home)$/i.test(s.form[i]))) return false;
    const official = agents.some(({ actor, sector }) => {
      const kind = cast.byId(actor)?.kind ?? '';
      if (kind === 'person') return true;
      return sector !== null && !/^(REF|CVL|BUS|JRN|LAB)$/.test(sector) && !(sector === 'MIL' && kind !== 'unnamed');
    });
    if (!official && !agents.some(({ code }) => /^IGO/.test(code))) return false;
  }
  // "would be met with force"
  if (word === 'meet' && child(s, verb, 'aux:pass') >= 0) return false;
  if (entry.form === 'visit')
    return word === 'visit' || word === 'tour'
      ? isNamed(s, child(s, verb, 'obj'))
      : hasDestination(s, verb, entry) || (agents.some((ref) => isOfficial(cast, ref)) && isArrival(s, verb));
  if (foreign) return true;
  // "The ministers will meet on Monday": several, or a body of states.
  if (child(s, verb, 'obj') >= 0) return false;
  return (
    mine.size > 1 || subject < 0 || /NNS|NNPS/.test(s.xpos[subject]) || agents.some((ref) => /^IGO/.test(ref.code))
  );
}

/** "the first minister to visit Japan since ...": what has or has not been, and no visit that is told. */
export function isFirstEver(s: Sentence, verb: number): boolean {
  const up = s.head[verb];
  return (
    up >= 0 &&
    s.deprel[verb] === 'acl' &&
    children(s, up).some((i) => i < up && /^(first|last|only|latest)$/i.test(s.form[i]))
  );
}

function isOfficial(cast: Cast, { actor, sector, code }: ActorRef): boolean {
  return /^(person|unnamed)$/.test(cast.byId(actor)?.kind ?? '') && (sector === 'GOV' || /^(IGO|INT)/.test(code));
}

/** "both ministers", "the delegation": by office alone, and nobody's own ("his ministers"). */
function isOfficeOnly(s: Sentence, object: number): boolean {
  return (
    object >= 0 &&
    s.upos[object] === 'NOUN' &&
    /^(president|king|premier|leader|minister|secretary|envoy|ambassador|mediator|delegation|negotiator|commander|general)$/.test(
      lemma(s, object),
    ) &&
    child(s, object, 'nmod:poss') < 0 &&
    children(s, object).some((i) => i < object && /^(both|the|all|three|four|five|six|seven)$/i.test(s.form[i]))
  );
}

/** "they", "the two", "both leaders" */
export function isOfTwo(s: Sentence, subject: number): boolean {
  return subject >= 0 && (/^they$/i.test(s.form[subject]) || pairWord(s, subject) !== null);
}

/** "Producer countries meet in Vienna on Nov. 6": states or their envoys, of which the text names none. */
function isOfStates(s: Sentence, verb: number, subject: number): boolean {
  if (
    subject < 0 ||
    !/^(meet|gather|convene|assemble|reconvene|confer)$/.test(lemma(s, verb)) ||
    child(s, verb, 'obj') >= 0
  )
    return false;
  if (!/^NNP?S$/.test(s.xpos[subject])) return false;
  if (
    !/^(country|nation|state|government|minister|envoy|negotiator|ambassador|delegation|delegate)$/.test(
      lemma(s, subject),
    )
  )
    return false;
  const { not } = lexicon();
  if (children(s, subject).some((i) => not.has(lemma(s, i)) || /^(bank|student|church|delegate)$/.test(lemma(s, i))))
    return false;
  return children(s, verb).some(
    (i) => i > verb && s.upos[i] === 'PROPN' && /^(in|at)$/i.test(s.form[child(s, i, 'case')] ?? ''),
  );
}

/** "The ambassador saw Mr. Shepilov twice yesterday": an envoy or a minister sees a person of another side. */
function isSeen(cast: Cast, s: Sentence, verb: number, subject: number): boolean {
  const object = child(s, verb, 'obj');
  const person = actorsAt(cast, s, object).some(
    (ref) => cast.byId(ref.actor)?.kind === 'person' && ref.sector === 'GOV',
  );
  const agents = actorsAt(cast, s, subject).some((ref) => /^(person|unnamed)$/.test(cast.byId(ref.actor)?.kind ?? ''));
  const after = s.xpos[verb] === 'VBG' && /^after$/i.test(s.form[child(s, verb, 'mark', 'case')] ?? '');
  return (after || s.xpos[verb] === 'VBD') && person && agents && child(s, verb, 'ccomp', 'xcomp') < 0;
}

/** "left for home after seeing the president" */
function isAfterSeeing(s: Sentence, verb: number): boolean {
  return s.xpos[verb] === 'VBG' && /^after$/i.test(s.form[child(s, verb, 'mark', 'case')] ?? '');
}

/** "is to fly to Washington to see the secretary" */
function isPurpose(s: Sentence, verb: number): boolean {
  const up = s.head[verb];
  return (
    up >= 0 &&
    /^(advcl|xcomp)$/.test(s.deprel[verb]) &&
    /^to$/i.test(s.form[verb - 1] ?? '') &&
    lexicon().verbs.get(lemma(s, up))?.form === 'visit'
  );
}

/** "is to see the ambassador", "is due to see him". */
function isAppointed(s: Sentence, verb: number): boolean {
  return isToBe(s, verb) || /^(due|scheduled|set|expected|slated)$/i.test(s.form[s.head[verb]] ?? '');
}

/** A country, a capital, a person: what a visit of one state to another goes to; not "the region". */
function isNamed(s: Sentence, word: number): boolean {
  if (word < 0) return false;
  if (/^(capital|country|counterpart)$/.test(lemma(s, word))) return true;
  return s.upos[word] === 'PROPN' || children(s, word).some((i) => s.upos[i] === 'PROPN');
}

/** What is sent or received is a person or a delegation. */
export function isEnvoy(cast: Cast, s: Sentence, verb: number): boolean {
  const object = child(s, verb, 'obj');
  if (object < 0) return false;
  const word = lemma(s, object);
  if (lexicon().levels.has(word) || /^(team|mission|counterpart|representative|deputy|chairman|chief|head)$/.test(word))
    return true;
  if (lemma(s, verb) === 'invite' && /^(faction|side|party|government|rebel|guerrilla|rival|all|both|two)$/.test(word))
    return true;
  return actorsAt(cast, s, object).some((ref) => cast.byId(ref.actor)?.kind === 'person');
}

function prepositionOf(s: Sentence, verb: number, entry: VerbEntry): string {
  for (const i of children(s, verb)) {
    const preposition = relation(s.deprel[i]) === 'obl' ? child(s, i, 'case') : -1;
    if (preposition >= 0 && entry.parties.includes(s.form[preposition].toLowerCase())) return s.form[preposition];
  }
  return '';
}

/** "invited him to Nairobi", "invited him to address parliament in Cairo". */
function isWhither(s: Sentence, verb: number): boolean {
  for (let i = verb + 1; i < s.size; i++) {
    if (s.upos[i] !== 'PROPN' || !isUnder(s, i, verb)) continue;
    // "invited her to submit the quarrel to the Pope"
    const up = s.head[i];
    const goes =
      up === verb ||
      s.upos[up] !== 'VERB' ||
      /^(come|travel|visit|attend|join|meet|address|speak|fly|go|return|be|hold|sign|tour)$/.test(lemma(s, up));
    if (goes && /^(to|in)$/i.test(s.form[child(s, i, 'case')] ?? '')) return true;
  }
  return false;
}

/** "is to arrive on Saturday", "flies in on Friday": where the story is told. */
export function isArrival(s: Sentence, verb: number): boolean {
  const arrives =
    lemma(s, verb) === 'arrive' ||
    (/^(fly|jet)$/.test(lemma(s, verb)) &&
      /^in$/i.test(s.form[verb + 1] ?? '') &&
      child(s, verb + 1, 'obj', 'nmod') < 0 &&
      !(s.deprel[verb + 1] === 'case'));
  return (
    arrives && !children(s, verb).some((i) => i > verb && /^(in|at|to|into)$/i.test(s.form[child(s, i, 'case')] ?? ''))
  );
}

function hasDestination(s: Sentence, verb: number, entry: VerbEntry): boolean {
  for (const i of children(s, verb)) {
    if (/^(council|court|nations|union|assembly|tribunal|parliament|congress)$/i.test(s.form[i])) continue;
    if (!/^(obl|nmod)$/.test(relation(s.deprel[i])) || (s.upos[i] !== 'PROPN' && !/^capitals?$/i.test(s.form[i])))
      continue;
    const preposition = child(s, i, 'case');
    if (preposition >= 0 && entry.parties.includes(s.form[preposition].toLowerCase())) return true;
  }
  return false;
}
