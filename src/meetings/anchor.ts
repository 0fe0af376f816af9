// The words that name an occasion in a sentence: nouns and verbs of codebook/meetings.txt that mean one here.

import type { Cast } from '../actors/index.js';
import { above, actorsAt, lemma, modalOf, type Political, verbOf } from '../commitments/index.js';
import { child, children, isUnder, relation, type Sentence, subtree } from '../language/index.js';
import { formatOf } from './fields.js';
import { lexicon, type NounEntry, type VerbEntry } from './lexicon.js';
import { pairWord } from './pair.js';
import { isEverySide, partiesBehind, strangersBehind, withConjuncts } from './parties.js';
import { proposalOf } from './proposal.js';
import { governorOf, isToBe } from './status.js';
import { subjectAt } from './subject.js';

export interface Anchor {
  readonly word: number;
  readonly verb: number;
  readonly noun: NounEntry | null;
  readonly entry: VerbEntry | null;
}

/** "a conference ... slated for Jan. 13": the participle belongs to the last occasion before it, wherever the tree hung it. */
export function plannedOf(s: Sentence, anchors: readonly Anchor[]): Map<number, number> {
  const found = new Map<number, number>();
  const { modifiers } = lexicon();
  for (let i = 1; i < s.size; i++) {
    // "a fourth round, which had been set for July 22, was called off"
    const passive = children(s, i).every((k) => s.deprel[k] !== 'nsubj' || /^(which|that|who)$/i.test(s.form[k]));
    if (s.deprel[i] === 'acl:relcl' && passive && modifiers.get(s.form[i].toLowerCase()) === 'scheduled') {
      // "a round of negotiations that had been due on Feb. 21"
      const owner = [...above(s, i)]
        .slice(0, 4)
        .find((at) => anchors.some(({ word, noun }) => noun !== null && word === at));
      if (owner !== undefined) found.set(i, owner);
      continue;
    }
    if (modifiers.get(s.form[i].toLowerCase()) !== 'scheduled' || !/^(VBN|VBD|JJ)$/.test(s.xpos[i])) continue;
    if (child(s, i, 'nsubj', 'nsubj:pass', 'aux', 'aux:pass', 'cop') >= 0 || !/^(IN|TO)$/.test(s.xpos[i + 1] ?? ''))
      continue;
    let owner = -1;
    for (const { word, noun } of anchors) if (noun && word < i && i - word < 14) owner = word;
    if (owner >= 0) found.set(i, owner);
  }
  return found;
}

export function anchorsOf(cast: Cast, sides: Political, s: Sentence): Anchor[] {
  const { nouns, verbs, not } = lexicon();
  const anchors: Anchor[] = [];
  for (let i = 0; i < s.size; i++) {
    // "their Geneva meeting": the tagger may take the noun for a verb.
    const gerund = /^meeting$/i.test(s.form[i]) && s.xpos[i] === 'VBG' && child(s, i, 'nmod:poss', 'det', 'case') >= 0;
    const word = gerund ? 'meeting' : lemma(s, i);
    const phoned = isByPhone(cast, sides, s, i);
    if (phoned >= 0) {
      anchors.push({ word: i, verb: phoned, noun: null, entry: PHONED });
      continue;
    }
    if (
      s.upos[i] === 'NOUN' ||
      gerund ||
      (s.upos[i] === 'PROPN' &&
        i > 0 &&
        (isNamedOccasion(s, i) || !s.names.some(({ first, end, type }) => type === 'ORG' && first <= i && i < end)))
    ) {
      const entry = nouns.get(word) ?? nouns.get(s.form[i].toLowerCase().replace(/s$/, ''));
      if (!entry) {
        if (isHost(cast, sides, s, i)) anchors.push({ word: i, verb: i, noun: null, entry: HOSTING });
        else if (isStay(cast, sides, s, i) || isNextStay(s, i, anchors))
          anchors.push({ word: i, verb: i, noun: null, entry: STAY });
        continue;
      }
      if (relation(s.deprel[i]) === 'compound' && s.head[i] > i) continue;
      // "give talks a chance"
      if (s.deprel[i] === 'iobj') continue;
      const modified = children(s, i).some((k) => k < i && (not.has(lemma(s, k)) || not.has(s.form[k].toLowerCase())));
      if (modified) continue;
      // "the talk of diplomacy", "future talks": no occasion.
      if (
        word === 'talk' &&
        s.xpos[i] === 'NN' &&
        children(s, i).some((k) => s.deprel[k] === 'nmod' && /^of$/i.test(s.form[child(s, k, 'case')] ?? ''))
      )
        continue;
      if (children(s, i).some((k) => k < i && /^future$/i.test(s.form[k]))) continue;
      if (isMereProcess(s, i) || isRecalled(s, i) || isBesides(s, i)) continue;
      // "the Uruguay Round": the name of a process of years.
      if (
        word === 'round' &&
        children(s, i).some((k) => k < i && s.upos[k] === 'PROPN' && relation(s.deprel[k]) === 'compound')
      )
        continue;
      // "a round of talks", "a session of talks": one occasion, named by the first noun.
      const up = s.head[i];
      if (
        up >= 0 &&
        s.deprel[i] === 'nmod' &&
        nouns.has(lemma(s, up)) &&
        up < i &&
        /^(round|session|series|day)$/.test(lemma(s, up))
      )
        continue;
      if (entry.needs === 'phone' && !isPhone(s, i)) continue;
      if (/^(lunch|dinner|breakfast)$/.test(word) && !isShared(s, i)) continue;
      // "pressure had its place and so had talk"
      if (s.form[i].toLowerCase() === 'talk' && children(s, i).length === 0) continue;
      anchors.push({ word: i, verb: governorOf(s, i), noun: entry, entry: null });
    } else if (s.upos[i] === 'VERB') {
      // "told visiting congressmen"
      if (isFirstEver(s, i) || (s.deprel[i] === 'amod' && s.xpos[i] === 'VBG')) continue;
      const down = /^down$/i.test(s.form[i + 1] ?? '') ? verbs.get(`${word}_down`) : undefined;
      const entry = down ?? verbs.get(verbOf(s, i)) ?? verbs.get(word);
      const special = specialOf(cast, sides, s, i);
      if (special) anchors.push({ word: i, verb: i, noun: null, entry: special });
      else if (isBringing(cast, s, i)) anchors.push({ word: i, verb: i, noun: null, entry: TOGETHER });
      else if (entry && isOccasion(cast, sides, s, i, entry)) anchors.push({ word: i, verb: i, noun: null, entry });
      else if (!entry && isStay(cast, sides, s, i)) anchors.push({ word: i, verb: i, noun: null, entry: STAY });
    } else if (isStay(cast, sides, s, i) || isNextStay(s, i, anchors)) {
      anchors.push({ word: i, verb: i, noun: null, entry: STAY });
    }
  }
  return anchors;
}

/** "will have lunch with the president", "gave a dinner for him" */
function isShared(s: Sentence, noun: number): boolean {
  const up = s.head[noun];
  if (up < 0 || s.deprel[noun] !== 'obj' || !/^(have|hold|share|host|attend)$/.test(lemma(s, up))) return false;
  return [noun, up].some((at) =>
    children(s, at).some((i) => i > noun && /^with$/i.test(s.form[child(s, i, 'case')] ?? '')),
  );
}

/** "recalled its ambassador for consultations": at home. */
function isRecalled(s: Sentence, noun: number): boolean {
  return (
    /^(consultation|talk)$/.test(lemma(s, noun)) &&
    s.form.slice(Math.max(0, noun - 9), noun).some((form) => /^(recall(s|ed|ing)?|summoned|called)$/i.test(form)) &&
    /^for$/i.test(s.form[child(s, noun, 'case')] ?? '') &&
    s.form
      .slice(Math.max(0, noun - 8), noun)
      .some((form) => /^(ambassador|envoy|charg[eé]|consul|diplomat)s?$/i.test(form)) &&
    child(s, noun, 'nmod') < 0
  );
}

/** "on the sidelines of a summit", "on the eve of the conference": where or when another is. */
function isBesides(s: Sentence, noun: number): boolean {
  return (
    s.deprel[noun] === 'nmod' &&
    child(s, noun, 'acl:relcl') < 0 &&
    /^(sidelines?|margins?|fringes?|eve|opening|closing|wake)$/i.test(s.form[s.head[noun]] ?? '')
  );
}

/** "through talks", "before any new round", "without negotiations": no occasion of its own. */
function isMereProcess(s: Sentence, noun: number): boolean {
  const opener = child(s, noun, 'case');
  if (opener < 0 || opener > noun) return false;
  const determiner = child(s, noun, 'det', 'nmod:poss', 'nummod');
  const bare = determiner < 0 || /^any$/i.test(s.form[determiner]);
  return bare && /^(through|by|via|before|until|without|despite|pending)$/i.test(s.form[opener]);
}

/** "the first minister to visit Japan since ...": what has or has not been, and no visit that is told. */
function isFirstEver(s: Sentence, verb: number): boolean {
  const up = s.head[verb];
  return (
    up >= 0 &&
    s.deprel[verb] === 'acl' &&
    children(s, up).some((i) => i < up && /^(first|last|only|latest)$/i.test(s.form[i]))
  );
}

const STAY: VerbEntry = { form: 'visit', parties: ['in', 'at'], rule: 'find.ts:will be in' };

const TOGETHER: VerbEntry = { form: 'meeting', parties: ['obj'], rule: 'anchor.ts:bring together' };

/** "offered to bring the foreign ministers together again on Nov. 3" */
function isBringing(cast: Cast, s: Sentence, verb: number): boolean {
  if (!/^(bring|get|call)$/.test(lemma(s, verb)) || child(s, verb, 'obj') < 0 || !isEnvoy(cast, s, verb)) return false;
  return children(s, verb).some((i) => i > verb && /^together$/i.test(s.form[i]));
}

const HOSTING: VerbEntry = { form: 'meeting', parties: ['to', 'of', 'for'], rule: 'anchor.ts:host to' };

/** "will be host to West African leaders", "plays host to both envoys" */
function isHost(cast: Cast, sides: Political, s: Sentence, noun: number): boolean {
  if (lemma(s, noun) !== 'host' || child(s, noun, 'cop') < 0) return false;
  const guests = children(s, noun).filter((i) => i > noun && /^(to|for)$/i.test(s.form[child(s, i, 'case')] ?? ''));
  return guests.some(
    (i) => lexicon().levels.has(lemma(s, i)) && actorsAt(cast, s, i).some((ref) => sides.is(ref.actor)),
  );
}

/** "the Inter-Dominion Conference which opens tomorrow": a name that a clause of its own makes an occasion. */
function isNamedOccasion(s: Sentence, word: number): boolean {
  return (
    /^(conference|summit|forum)$/i.test(s.form[word]) &&
    s.names.some(({ first, end, type }) => type === 'ORG' && first < word && end === word + 1) &&
    child(s, word, 'det') >= 0 &&
    child(s, word, 'acl:relcl') >= 0
  );
}

const SITTING: VerbEntry = { form: 'meeting', parties: [], rule: 'anchor.ts:a council sits' };
const CALLING: VerbEntry = { form: 'meeting', parties: ['on'], rule: 'anchor.ts:called on' };
const BRIEFING: VerbEntry = { form: 'meeting', parties: ['to', 'obj'], rule: 'anchor.ts:report to a council' };

/** Verbs that tell of an occasion only beside certain others. */
function specialOf(cast: Cast, sides: Political, s: Sentence, verb: number): VerbEntry | null {
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

/** "will be in Kiev on Thursday and in Moscow on Friday": the second of them. */
function isNextStay(s: Sentence, word: number, anchors: readonly Anchor[]): boolean {
  return (
    s.upos[word] === 'PROPN' &&
    s.deprel[word] === 'conj' &&
    /^in$/i.test(s.form[child(s, word, 'case')] ?? '') &&
    child(s, word, 'cc') >= 0 &&
    anchors.some(({ entry, word: first }) => entry === STAY && first < word && word - first < 8)
  );
}

/** "A delegation will be in Kiev on Thursday", "the envoy is due in Jerusalem". */
function isStay(cast: Cast, sides: Political, s: Sentence, word: number): boolean {
  let place = word;
  // "is due in", "is expected in"
  if (
    s.form[word].toLowerCase() === 'due' ||
    (s.form[word].toLowerCase() === 'expected' && child(s, word, 'xcomp') < 0)
  ) {
    place = child(s, word, 'obl');
    if (place < 0) return false;
  } else if (s.upos[word] !== 'PROPN' || child(s, word, 'cop') < 0) return false;
  // "is due in Jerusalem", where the tree took "due in" for one preposition
  else if (modalOf(s, word) !== 'will' && !/^(due|expected)$/i.test(s.form[word - 2] ?? '')) return false;
  const preposition = child(s, place, 'case');
  const capital = /^capital$/i.test(s.form[place]);
  if ((s.upos[place] !== 'PROPN' && !capital) || preposition < 0) return false;
  if (!/^in$/i.test(s.form[preposition]) && !/^in$/i.test(s.form[place - 1] ?? '')) return false;
  const subject = subjectAt(s, word);
  return actorsAt(cast, s, subject).some(
    (ref) => sides.is(ref.actor) && /person|unnamed|group/.test(cast.byId(ref.actor)?.kind ?? ''),
  );
}

/** A call by telephone: with somebody at the other end, or said to be one. */
function isPhone(s: Sentence, noun: number): boolean {
  for (const i of children(s, noun)) {
    const form = s.form[i].toLowerCase();
    if (/^(telephone|phone|video|conference|hotline|minute)$/.test(form) || /-minute$|-hour$/.test(form)) return true;
    if (!/^(nmod|acl|obl)/.test(s.deprel[i])) continue;
    const preposition = child(s, i, 'case', 'mark');
    if (preposition < 0) continue;
    const opener = s.form[preposition].toLowerCase();
    if (opener === 'for' || opener === 'to') return false;
    if (/^(with|between|from)$/.test(opener)) return true;
  }
  // "after a call from the president", wherever the tree hung the caller
  if (/^(from|with|between)$/i.test(s.form[noun + 1] ?? '') && lemma(s, noun) === 'call' && s.xpos[noun] === 'NN')
    return !s.form.slice(noun + 2, noun + 10).some((word) => /^(for|to)$/i.test(word));
  const up = s.head[noun];
  // "told him in a call on Saturday"
  if (
    up >= 0 &&
    s.deprel[noun] === 'obl' &&
    /^(tell|say|discuss|speak|agree|warn|urge|assure|promise|ask)$/.test(lemma(s, up))
  ) {
    const preposition = child(s, noun, 'case');
    if (preposition >= 0 && /^(in|during|after)$/i.test(s.form[preposition])) return true;
  }
  if (up >= 0 && /^(hold|have|make|return|receive|request)$/.test(lemma(s, up)) && relation(s.deprel[noun]) === 'obj') {
    return !s.form.slice(noun + 1, noun + 2).some((word) => /^(for|to)$/i.test(word));
  }
  const determiner = child(s, noun, 'det', 'nmod:poss');
  return lemma(s, noun) === 'conversation' || (determiner >= 0 && /^(the|that|this)$/i.test(s.form[determiner]));
}

/** Whether a verb of the list tells of an occasion here: somebody political, and where the list wants one, another. */
function isOccasion(cast: Cast, sides: Political, s: Sentence, verb: number, entry: VerbEntry): boolean {
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
      (foreign || mine.size > 1 || (formatOf(s, verb) !== null && subject >= 0 && /^NNP?S$/.test(s.xpos[subject]))) &&
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
    const official = agents.some(({ actor, sector, code }) => {
      const person = /^(person|unnamed)$/.test(cast.byId(actor)?.kind ?? '');
      return person && (sector === 'GOV' || /^(IGO|INT)/.test(code));
    });
    const fits = word !== 'see' || isAppointed(s, verb) || modalOf(s, verb) === 'will' || isAfterSeeing(s, verb);
    if (official && fits && strangersBehind(cast, s, verb).length > 0) return true;
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
  if (/^(telephone|phone|summon|confer|negotiate)$/.test(word)) return foreign || (word === 'confer' && mine.size > 1);
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
      return kind === 'person' || (sector !== null && !(sector === 'MIL' && kind !== 'unnamed'));
    });
    if (!official && !agents.some(({ code }) => /^IGO/.test(code))) return false;
  }
  // "would be met with force"
  if (word === 'meet' && child(s, verb, 'aux:pass') >= 0) return false;
  if (entry.form === 'visit')
    return word === 'visit' || word === 'tour' ? isNamed(s, child(s, verb, 'obj')) : hasDestination(s, verb, entry);
  if (foreign) return true;
  // "The ministers will meet on Monday": several, or a body of states.
  if (child(s, verb, 'obj') >= 0) return false;
  return (
    mine.size > 1 || subject < 0 || /NNS|NNPS/.test(s.xpos[subject]) || agents.some((ref) => /^IGO/.test(ref.code))
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

/** "told the president by telephone", "discussed the truce over the phone" */
function isByPhone(cast: Cast, sides: Political, s: Sentence, noun: number): number {
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

const PHONED: VerbEntry = { form: 'call', parties: ['obj', 'with', 'to'], rule: 'anchor.ts:by telephone' };

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
function isEnvoy(cast: Cast, s: Sentence, verb: number): boolean {
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
