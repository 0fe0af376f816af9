// Whether an act is good or bad for the side that it is done to, from the words of codebook/commitments-acts.txt.
// The sign is put together as in any compositional sentiment: some verbs have one, some turn their object's round, some take it over.

import { child, relation, type Sentence } from '../language/index.js';
import { lemma } from './clause.js';
import { table, words } from './codebook.js';

export type Sign = -1 | 0 | 1;

interface Acts {
  readonly harm: ReadonlySet<string>;
  readonly help: ReadonlySet<string>;
  readonly stop: ReadonlySet<string>;
  readonly do: ReadonlySet<string>;
  readonly bad: ReadonlySet<string>;
  readonly good: ReadonlySet<string>;
  readonly suffer: ReadonlySet<string>;
  readonly cause: ReadonlySet<string>;
  readonly answer: ReadonlySet<string>;
  readonly arrive: ReadonlySet<string>;
  readonly instruments: ReadonlySet<string>;
  /** Figures of the economy: whatever is done to them harms nobody and helps nobody abroad. */
  readonly figures: ReadonlySet<string>;
  /** States in which a thing is left: "keep the border shut", "stay open". */
  readonly barred: ReadonlySet<string>;
  readonly free: ReadonlySet<string>;
  /** People and craft that can be stopped, searched or turned back. */
  readonly stoppable: ReadonlySet<string>;
  /** Verbs that bind nobody to anything. */
  readonly mild: ReadonlySet<string>;
}

let loaded: Acts | undefined;

export function acts(): Acts {
  if (!loaded) {
    const from = table('commitments-acts.txt');
    const section = (name: string): ReadonlySet<string> => words(from, name);
    loaded = {
      harm: section('harm'),
      help: section('help'),
      stop: section('stop'),
      do: section('do'),
      bad: section('bad'),
      good: section('good'),
      suffer: section('suffer'),
      cause: section('cause'),
      answer: section('answer'),
      arrive: section('arrive'),
      instruments: section('instruments'),
      figures: section('figures'),
      barred: section('barred'),
      free: section('free'),
      stoppable: section('stoppable'),
      mild: section('mild'),
    };
  }
  return loaded;
}

/** The verb as the tables have it: with its particle, or with the preposition of its oblique ("pull_out_of", "lead_to") when they list it so. */
export function phraseOf(s: Sentence, verb: number): string[] {
  const base = lemma(s, verb);
  const found = [base];
  for (let word = verb + 1; word < s.size && word <= verb + 3; word++) {
    if (s.upos[word] === 'PUNCT') break;
    if (!/^(ADP|ADV|PART|SCONJ)$/.test(s.upos[word])) continue;
    const next = `${found[found.length - 1]}_${s.form[word].toLowerCase()}`;
    found.push(next);
    if (found.length === 2 && word > verb + 1) found.push(`${base}_${s.form[word].toLowerCase()}`);
  }
  return found.reverse();
}

/** True when the verb, with or without its particle, is in the list. */
export function isIn(list: ReadonlySet<string>, s: Sentence, verb: number): boolean {
  return phraseOf(s, verb).some((phrase) => list.has(phrase));
}

/** The sign of a noun phrase: that of its head, or of what it consists of ("a new round of strikes"). */
export function signOfNoun(s: Sentence, noun: number, depth = 0): Sign {
  const { bad, good, stop, harm, help, figures } = acts();
  const word = lemma(s, noun);
  if (figures.has(word)) return 0;
  if (bad.has(word)) return -1;
  if (good.has(word)) return 1;
  if (harm.has(word)) return -1;
  if (help.has(word) || stop.has(word)) return 1;
  if (depth > 3) return 0;
  for (let i = 0; i < s.size; i++) {
    if (s.head[i] !== noun) continue;
    const name = relation(s.deprel[i]);
    if (name !== 'nmod' && name !== 'conj' && name !== 'compound' && name !== 'amod') continue;
    const sign = signOfNoun(s, i, depth + 1);
    if (sign !== 0) return sign;
  }
  return 0;
}

/** The sign of a clause by its verb and what the verb governs. Negation of the verb is not counted in. */
export function signOfClause(s: Sentence, verb: number, depth = 0): Sign {
  const lists = acts();
  if (s.upos[verb] === 'NOUN') return signOfNoun(s, verb);
  if (isDoomed(s, verb)) return -1;
  // "would hold its fire"
  const held = /^(hold|cease)$/.test(lemma(s, verb)) ? child(s, verb, 'obj') : -1;
  if (held >= 0 && lemma(s, held) === 'fire') return 1;
  // "will give its reply in due time"
  const given = /^(give|send|make)$/.test(lemma(s, verb)) ? child(s, verb, 'obj', 'nsubj:pass') : -1;
  if (given >= 0 && /^(reply|answer|response|explanation|notice)$/.test(lemma(s, given)) && child(s, given, 'amod') < 0)
    return 1;
  if (isTakenOff(s, verb)) return 1;
  // "would leave the alliance", "take his country out of the Union"
  if (/^(leave|quit|take|pull)$/.test(lemma(s, verb)) && isLeaving(s, verb)) return -1;
  // "would charge 25% on what it buys"
  if (
    lemma(s, verb) === 'charge' &&
    /^(%|percent|per_cent|cent|duty|tariff|toll)$/.test(lemma(s, Math.max(0, child(s, verb, 'obj'))))
  )
    return -1;
  // "would be tried as spies"
  if (/^(try|prosecute)$/.test(lemma(s, verb)) && child(s, verb, 'nsubj:pass') >= 0) return -1;
  // "let the pact lapse"
  if (/^(let|allow|leave)$/.test(lemma(s, verb)) && lapses(s, verb)) return -1;
  const left = stateOf(s, verb);
  if (left !== 0) return left;
  for (const phrase of phraseOf(s, verb)) {
    if (lists.stop.has(phrase)) {
      const object = signOfObject(s, verb, depth);
      if (object === 0 && isStopped(s, verb)) return -1;
      return object === 0 ? 1 : object === 1 ? -1 : 1;
    }
    if (lists.do.has(phrase)) {
      const object = signOfObject(s, verb, depth);
      return object === 0 && lists.help.has(phrase) ? 1 : object;
    }
    if (lists.harm.has(phrase)) return -1;
    if (lists.help.has(phrase)) return 1;
  }
  const word = lemma(s, verb);
  return lists.bad.has(word) ? -1 : lists.good.has(word) ? 1 : 0;
}

/** "put the hostages on trial", "bring them to justice": the harm stands behind the preposition. */
function isDoomed(s: Sentence, verb: number): boolean {
  if (!/^(put|bring|place|take|hold|haul|drag|send|set|reduce)$/.test(lemma(s, verb))) return false;
  for (let i = verb + 1; i < s.size && i < verb + 13; i++) {
    if (s.upos[i] === 'PUNCT') return false;
    if (
      !/^(trial|death|justice|arrest|siege|flight|hostage|ransom|court|wto|gatt|organi[sz]ation|council|tribunal|arbitration|prison|jail|gallows|knees|sword|fire|ashes|rubble)$/i.test(
        s.form[i],
      )
    )
      continue;
    let before = i - 1;
    while (before > verb && /^(DET|PROPN|ADJ)$/.test(s.upos[before])) before--;
    const opener = s.form[before];
    if (/^(organi[sz]ation|council)$/i.test(s.form[i]) && s.upos[i] !== 'PROPN') continue;
    return /^(on|to|under|before|in|into|for|hostage)$/i.test(opener ?? '') || /^hostage$/i.test(s.form[i]);
  }
  return false;
}

/** "take its troops off the islands", "bring the ships home": force that goes away. */
function isTakenOff(s: Sentence, verb: number): boolean {
  if (!/^(take|pull|bring|get|move|draw|call)$/.test(lemma(s, verb))) return false;
  const object = child(s, verb, 'obj', 'nsubj:pass');
  if (object < 0 || !acts().instruments.has(lemma(s, object).replace(/s$/, ''))) return false;
  return s.form.slice(object + 1, object + 5).some((form) => /^(off|out|back|home|away)$/i.test(form));
}

const UNION =
  /^(union|commonwealth|alliance|pact|treaty|organi[sz]ation|bloc|league|community|council|nato|federation|confederation|convention|accord)s?$/i;

/** A union or a pact that is left: the object, or what something is taken "out of". */
function isLeaving(s: Sentence, verb: number): boolean {
  const object = child(s, verb, 'obj');
  if (/^(leave|quit)$/.test(lemma(s, verb))) return object >= 0 && UNION.test(s.form[object]);
  for (let i = verb + 1; i + 2 < s.size && i < verb + 8; i++) {
    if (s.upos[i] === 'PUNCT') return false;
    if (/^out$/i.test(s.form[i]) && /^of$/i.test(s.form[i + 1]))
      return s.form.slice(i + 2, i + 7).some((form) => UNION.test(form));
  }
  return false;
}

function lapses(s: Sentence, verb: number): boolean {
  for (let i = verb + 1; i < s.size && i < verb + 14; i++)
    if (/^(lapse|expire|collapse|starve|rot)$/i.test(s.form[i])) return true;
  return false;
}

/** "keep the border shut", "stay closed", "leave the door open": the state that something is left in. */
function stateOf(s: Sentence, verb: number): Sign {
  if (!/^(keep|leave|hold|stay|remain)$/.test(lemma(s, verb))) return 0;
  const { barred, free } = acts();
  for (let i = verb + 1; i < s.size && i < verb + 11; i++) {
    if (s.upos[i] === 'PUNCT' || s.upos[i] === 'SCONJ') return 0;
    const form = s.form[i].toLowerCase();
    if (!/^(ADJ|VERB|ADV|ADP)$/.test(s.upos[i])) continue;
    if (barred.has(form)) return -1;
    if (free.has(form)) return 1;
  }
  return 0;
}

/** "stop any vessel", "turn back the trucks": people and craft that are not let through. */
function isStopped(s: Sentence, verb: number): boolean {
  if (!/^(stop|halt|block|turn|hold|intercept)$/.test(lemma(s, verb))) return false;
  const object = child(s, verb, 'obj', 'nsubj:pass');
  return object >= 0 && acts().stoppable.has(lemma(s, object));
}

/** The sign of what the verb acts on: object, passive subject, oblique, complement clause. */
function signOfObject(s: Sentence, verb: number, depth: number): Sign {
  if (depth > 3) return 0;
  const object = child(s, verb, 'obj', 'nsubj:pass');
  // "a 40 percent duty": the tree may hang both nouns on the verb.
  for (let i = 0; i < s.size; i++) {
    if (s.head[i] !== verb || !/^(obj|nsubj:pass)$/.test(s.deprel[i])) continue;
    const sign = signOfNoun(s, i);
    if (sign !== 0) return sign;
  }
  let inner = child(s, verb, 'xcomp', 'ccomp');
  if (inner < 0) {
    inner = child(s, verb, 'advcl');
    if (inner >= 0 && s.xpos[inner] !== 'VBG') inner = -1;
  }
  if (inner >= 0 && inner > verb) {
    const sign = signOfClause(s, inner, depth + 1);
    if (sign !== 0) return sign;
  }
  for (let i = verb + 1; i < s.size; i++) {
    if (s.head[i] !== verb || relation(s.deprel[i]) !== 'obl' || isCircumstance(s, i)) continue;
    // "pull its troops back from the border": whence, and not what.
    if (object >= 0 && /^(from|off|along|near)$/i.test(s.form[child(s, i, 'case')] ?? '')) continue;
    const sign = signOfNoun(s, i);
    if (sign !== 0) return sign;
  }
  return 0;
}

/** "within 135 days", "under the accord": when and how, not what is done. */
function isCircumstance(s: Sentence, word: number): boolean {
  const opener = child(s, word, 'case');
  return opener >= 0 && /^(under|within|during|after|before|until|by|despite)$/i.test(s.form[opener]);
}
