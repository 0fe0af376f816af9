// What stands behind a word that commits: the infinitive, the clause, the noun phrase, and whom it is addressed to, by the frames of
// codebook/commitments.txt.

import { child, children, isUnder, type Sentence, subtree } from '../language/index.js';
import { acts, signOfNoun } from './acts.js';
import { isOccasion } from './appointment.js';
import { lemma, verbOf } from './clause.js';
import { type Entry, lexicon } from './lexicon.js';
import { isMeant } from './objects.js';

/** What was found behind a trigger. */
export interface Complement {
  /** Head of the consequence. */
  readonly q: number;
  readonly addressee: number;
}

/** Looks for what stands behind a verb, an adjective or a noun, frame by frame. */
export function complementOf(s: Sentence, at: number, entry: Entry): Complement | null {
  for (const frame of entry.frames) {
    const found = complement(s, at, frame, entry);
    if (found) return found;
  }
  return null;
}

function complement(s: Sentence, at: number, frame: string, entry: Entry): Complement | null {
  if (frame === 'to') {
    const q = infinitive(s, at);
    return q >= 0 ? { q, addressee: addresseeOf(s, at) } : null;
  }
  if (frame === 'ing') {
    const q = gerund(s, at);
    return q >= 0 ? { q, addressee: -1 } : null;
  }
  if (frame === 'that') {
    const q = clause(s, at);
    return q >= 0 ? { q, addressee: addresseeOf(s, at) } : null;
  }
  if (frame === 'whom') {
    const q = infinitive(s, at) >= 0 ? infinitive(s, at) : clause(s, at);
    if (q < 0 || (entry.kind === 'demand' && s.upos[q] === 'NOUN' && child(s, q, 'nsubj', 'cop') < 0)) return null;
    // "told the rebels that they could": what is told is no demand unless it must be done.
    if (entry.kind === 'demand' && q !== infinitive(s, at) && /^(tell|ask|order|advise|instruct)$/.test(lemma(s, at)))
      return null;
    // "told bankers about its need to ensure growth": what the need is, not what they are told to do.
    const above = s.head[q];
    if (entry.kind === 'demand' && above > at && s.upos[above] === 'NOUN') {
      const opener = child(s, above, 'case');
      if (opener > at && /^(about|of|over|for|with|by)$/i.test(s.form[opener])) return null;
    }
    // The tagger's second subject behind the verb is its object: "told Ivory Coast on Friday to ...".
    const behind = children(s, at).find((i) => i > at && i < q && s.deprel[i] === 'nsubj') ?? -1;
    const given = child(s, at, 'obj', 'iobj', 'nsubj:pass');
    const addressee = given >= 0 ? given : behind;
    // "wants powers to cut prices": a thing is wanted, and nobody told.
    const power =
      addressee >= 0 &&
      /^(power|right|money|chance|opportunity|time|permission|authority|fund)$/.test(lemma(s, addressee));
    if (power) return null;
    if (addressee < 0 || (addressee > q && s.deprel[addressee] !== 'nsubj:pass')) {
      // "wanted Israel to leave" may be read as one clause: its subject is the addressee.
      const subject = child(s, q, 'nsubj', 'nsubj:pass');
      const bare = infinitive(s, at) >= 0 && (subject < 0 || subject > q);
      return bare && entry.kind === 'demand' ? null : { q, addressee: subject };
    }
    return { q, addressee };
  }
  if (frame === 'bare') return bare(s, at);
  if (frame === 'seen') return seen(s, at);
  if (frame === 'obj') return object(s, at, entry);
  const two = /^(\w+)\+to$/.exec(frame);
  if (two) {
    const whom = oblique(s, at, two[1]);
    if (whom < 0) return null;
    const q = infinitive(s, at) >= 0 ? infinitive(s, at) : infinitive(s, whom);
    return q >= 0 ? { q, addressee: whom } : null;
  }
  const behind = /^(\w+)-$/.exec(frame);
  if (behind) {
    let q = oblique(s, at, behind[1]);
    if (q < 0) return null;
    // "far-reaching consequences", read as a verb with an object
    if (s.form[q - 1] === '-' && s.xpos[q] === 'VBG' && s.upos[q + 1] === 'NOUN') q++;
    const ready = /^(readiness|willingness|preparedness)$/.test(lemma(s, at));
    if (
      behind[1] === 'for' &&
      s.upos[at] !== 'ADJ' &&
      !ready &&
      !isOnesOwn(s, at, q) &&
      !isWanted(s, q) &&
      !isAskedFor(s, at, q)
    )
      return null;
    // "agreed to the fixed prices", "agreed to talks": no act that is promised.
    const agreed = /^(to|on)$/.test(behind[1]) && /^(agree|commit)$/.test(lemma(s, at)) && s.upos[q] === 'NOUN';
    if (behind[1] === 'on' && lemma(s, at) === 'agree' && !isMeant(s, at, entry, q)) return null;
    // "objected to the remarks": to what was said or is done at home.
    if (behind[1] === 'to' && lemma(s, at) === 'object' && !isMeant(s, at, entry, q)) return null;
    if (agreed && (isOccasion(s, q) || (signOfNoun(s, q) <= 0 && !lexicon().wanted.has(lemma(s, q))))) return null;
    const addressee = child(s, at, 'obj', 'iobj');
    return { q, addressee: addressee >= 0 ? addressee : addresseeOf(s, at) };
  }
  return null;
}

/** "needs to see Russia withdraw": what one wants to see another do. */
function seen(s: Sentence, at: number): Complement | null {
  const up = s.head[at];
  if (up < 0 || s.deprel[at] !== 'xcomp' || !/^(need|want|like|expect|wish)$/.test(lemma(s, up))) return null;
  for (let i = at + 1; i < s.size && i < at + 10; i++) {
    if (!/^(VB|VBP|VBG)$/.test(s.xpos[i]) || s.upos[i] !== 'VERB' || !isUnder(s, i, at)) continue;
    const subject = child(s, i, 'nsubj') >= 0 ? child(s, i, 'nsubj') : child(s, at, 'obj', 'iobj');
    return subject > at && subject < i ? { q: i, addressee: subject } : null;
  }
  // "wants to see an end to the emergency"
  const thing = child(s, at, 'obj');
  return thing > at && SEEN.test(lemma(s, thing)) ? { q: thing, addressee: -1 } : null;
}

/** "bade them leave": somebody, and the bare verb behind him. */
function bare(s: Sentence, at: number): Complement | null {
  for (let i = at + 2; i < s.size && i < at + 7; i++) {
    if (s.upos[i] === 'PUNCT' || s.xpos[i] === 'TO') return null;
    if (/^(VB|VBP)$/.test(s.xpos[i]) && /^(NOUN|PROPN|PRON)$/.test(s.upos[i - 1])) return { q: i, addressee: i - 1 };
  }
  return null;
}

/** Acts of another that one may want to see. */
const SEEN =
  /^(end|withdrawal|pullout|pullback|release|ceasefire|truce|lifting|halt|return|departure|dismantling|restoration)$/;

/** The infinitive that a word governs, or -1. */
export function infinitive(s: Sentence, at: number): number {
  for (let i = at + 1; i < s.size; i++) {
    if (s.head[i] !== at || !/^(xcomp|ccomp|advcl|acl)/.test(s.deprel[i])) continue;
    for (let k = at + 1; k < i; k++) if (s.head[k] === i && s.xpos[k] === 'TO') return i;
  }
  // Where the tree has it elsewhere: the first "to" with a bare verb behind it, with no other verb or mark in between.
  for (let i = at + 1; i + 1 < s.size && i < at + 11; i++) {
    if (s.xpos[i] === 'TO' && s.upos[i] !== 'ADP') {
      const verb = /^RB/.test(s.xpos[i + 1]) ? i + 2 : i + 1;
      return verb < s.size && s.xpos[verb] === 'VB' ? verb : -1;
    }
    // "called on Russia, which has troops there, to ...": over the relative clause.
    if (s.form[i] === ',' && /^(which|who|whose)$/i.test(s.form[i + 1] ?? '')) {
      const close = s.form.indexOf(',', i + 1);
      return close > 0 && s.xpos[close + 1] === 'TO' && s.xpos[close + 2] === 'VB' ? close + 2 : -1;
    }
    // "was willing, he said, to give": over who says so.
    if (s.form[i] === ',' && i <= at + 2) {
      const close = s.form.indexOf(',', i + 1);
      const aside =
        close > 0 && close <= i + 6 && s.form.slice(i + 1, close).some((form) => /^(said|says|added)$/.test(form));
      if (aside && s.xpos[close + 1] === 'TO' && s.xpos[close + 2] === 'VB') return close + 2;
    }
    // "called on both sides in the war between Iraq and Kuwait to": two names beside one another.
    if (
      s.upos[i] === 'CCONJ' &&
      /^(PROPN|NOUN)$/.test(s.upos[i - 1]) &&
      /^(PROPN|NOUN|DET|ADJ)$/.test(s.upos[i + 1] ?? '')
    )
      continue;
    if (/^(VERB|AUX|PUNCT|SCONJ|CCONJ)$/.test(s.upos[i]) || /^W/.test(s.xpos[i])) return -1;
  }
  return -1;
}

function gerund(s: Sentence, at: number): number {
  // "ruled out taking them to court": right behind the verb or its particle, wherever the tree hung it.
  for (let i = at + 1; i < s.size && i <= at + 2; i++) {
    if (s.xpos[i] === 'VBG' && s.upos[i] === 'VERB' && s.deprel[i] !== 'amod') return i;
    if (!/^(ADP|PART|ADV|SCONJ)$/.test(s.upos[i])) break;
  }
  for (let i = at + 1; i < s.size; i++) {
    if (s.head[i] === at && s.xpos[i] === 'VBG' && /^(xcomp|ccomp|obj|advcl|obl)/.test(s.deprel[i])) return i;
  }
  return -1;
}

/** The finite clause that a word governs, or -1. */
function clause(s: Sentence, at: number): number {
  for (let i = at + 1; i < s.size; i++) {
    // "assured the nation that no troops would be stationed": the clause that the tree hung on the object.
    const object = s.head[i];
    if (
      object > at &&
      s.head[object] === at &&
      /^(obj|iobj)$/.test(s.deprel[object]) &&
      s.deprel[i].startsWith('acl')
    ) {
      const mark = child(s, i, 'mark');
      if (mark === object + 1 && /^that$/i.test(s.form[mark]) && child(s, i, 'nsubj', 'nsubj:pass') > mark) return i;
    }
    if (s.head[i] !== at) continue;
    if (
      s.deprel[i] === 'ccomp' ||
      (s.deprel[i] === 'acl:relcl' && isContent(s, i)) ||
      ((s.deprel[i] === 'acl' || s.deprel[i] === 'xcomp') && child(s, i, 'nsubj', 'nsubj:pass') >= 0)
    ) {
      // "asked if": a question.
      const mark = child(s, i, 'mark');
      if (mark >= 0 && /^(if|whether)$/i.test(s.form[mark]) && mark < i && i - mark < 6) continue;
      return i;
    }
  }
  return -1;
}

/** "a proposal that observers be stationed": "that" joins, and is nobody in the clause. */
function isContent(s: Sentence, verb: number): boolean {
  const mark = child(s, verb, 'mark');
  return mark >= 0 && /^that$/i.test(s.form[mark]) && child(s, verb, 'nsubj', 'nsubj:pass') > mark;
}

/** The noun or clause behind a preposition that hangs on the word, or -1. */
export function oblique(s: Sentence, at: number, preposition: string): number {
  for (let i = at + 1; i < s.size; i++) {
    // "repeated its demand for a pullout", where the tree hung the pullout on the verb.
    const beside = s.upos[at] === 'NOUN' && s.head[at] >= 0 && s.head[i] === s.head[at] && s.head[at + 1] === i;
    if ((s.head[i] !== at && !beside) || !/^(obl|nmod|advcl|acl|xcomp|ccomp|obj)/.test(s.deprel[i])) continue;
    for (let k = at + 1; k < i; k++) {
      if (s.head[k] === i && /^(case|mark)$/.test(s.deprel[k]) && s.form[k].toLowerCase() === preposition) return i;
    }
  }
  return -1;
}

/** "promised to Cuba that", "a threat against Norway": the noun behind "to" or "against". */
function addresseeOf(s: Sentence, at: number): number {
  const direct = child(s, at, 'iobj', 'obj');
  if (direct >= 0 && s.upos[direct] !== 'VERB') return direct;
  for (const preposition of ['against', 'to', 'on']) {
    const found = oblique(s, at, preposition);
    if (found >= 0 && /^(PROPN|NOUN|PRON)$/.test(s.upos[found])) return found;
  }
  return -1;
}

function object(s: Sentence, at: number, entry: Entry): Complement | null {
  const objects = children(s, at).filter((i) => s.deprel[i] === 'obj');
  // "promised Israel revenge" with two objects: the last is what is promised.
  let q = objects.at(-1) ?? -1;
  const whom = objects.length > 1 ? objects[0] : child(s, at, 'iobj');
  // "offered Morocco help", read as a clause of its own
  if (q < 0 && /^(offer|promise)$/.test(entry.kind)) {
    const predicate = child(s, at, 'xcomp', 'ccomp');
    const whom = predicate < 0 ? -1 : child(s, predicate, 'nsubj');
    if (
      predicate > at &&
      s.upos[predicate] === 'NOUN' &&
      whom > at &&
      child(s, predicate, 'cop', 'mark') < 0 &&
      isMeant(s, at, entry, predicate)
    )
      return { q: predicate, addressee: whom };
  }
  // "shrugged off American warnings", with the particle as a preposition
  if (
    q < 0 &&
    entry.kind === 'refusal' &&
    /^(off|out|down|aside|away)$/i.test(s.form[at + 1] ?? '') &&
    s.deprel[at + 1] === 'case'
  )
    q = s.head[at + 1];
  if (q < 0) q = child(s, at, 'nsubj:pass');
  if (q < 0 && s.deprel[at] === 'acl' && s.xpos[at] === 'VBN') q = s.head[at];
  // "an offer that Moscow rejected"
  if (q < 0 && s.deprel[at] === 'acl:relcl' && entry.kind === 'refusal') q = s.head[at];
  // "rejected the ultimatum | hours later": the noun that can be rejected, before the one that the tree ran on to.
  if (q < 0 && entry.kind === 'refusal') {
    const last = nounAfter(s, at);
    for (let i = at + 1; i < last && q < 0; i++)
      if (
        s.upos[i] === 'NOUN' &&
        lexicon().rejected.has(lemma(s, i)) &&
        s.deprel[i] === 'compound' &&
        /^(hours?|days?|weeks?|minutes?|months?|today|yesterday|tonight)$/i.test(s.form[i + 1])
      )
        q = i;
  }
  // "turned down the Vance-Owen plan": whatever the tagger took the noun for.
  if (q < 0 && entry.kind === 'refusal') {
    for (let i = at + 2; i < s.size && i < at + 9 && q < 0; i++) {
      if (s.upos[i] === 'PUNCT' && s.form[i] !== '-') break;
      if (s.upos[i] === 'VERB' && s.xpos[i - 1] !== 'TO' && lexicon().rejected.has(s.form[i].toLowerCase())) q = i;
    }
    if (q >= 0) return { q, addressee: -1 };
  }
  if (q < 0 && /^(demand|refusal|threat)$/.test(entry.kind)) q = nounAfter(s, at);
  if (q < 0 || s.upos[q] === 'PRON' || s.upos[q] === 'PROPN') return null;
  if (!isMeant(s, at, entry, q)) return null;
  const none = child(s, q, 'det');
  if (none >= 0 && /^(no|little)$/i.test(s.form[none])) return null;
  return { q, addressee: whom };
}

/** The head of the noun phrase right behind a verb, where the tree hung it elsewhere. */
function nounAfter(s: Sentence, at: number): number {
  let found = -1;
  for (let i = at + 1; i < s.size && i < at + 8; i++) {
    if (s.upos[i] === 'NOUN') found = i;
    else if (found >= 0 || !(/^(DET|ADJ|ADV|NUM)$/.test(s.upos[i]) || s.form[i] === '-' || s.deprel[i] === 'amod'))
      break;
  }
  return found;
}

/** "rejected Chinese demands for a foreign judge": whose they are, or what became of them, tells that they were made. */
function isOnesOwn(s: Sentence, at: number, q: number): boolean {
  if (s.upos[at] !== 'NOUN' || !/^(NOUN|VERB)$/.test(s.upos[q]) || isOccasion(s, q)) return false;
  if (UNASKED.test(lemma(s, q)) || acts().figures.has(lemma(s, q))) return false;
  const up = s.head[at];
  const answered = up >= 0 && s.deprel[at] === 'obj' && lexicon().verbs.get(verbOf(s, up))?.kind === 'refusal';
  return (
    answered ||
    children(s, at).some((i) => i < at && /^(amod|compound|nmod:poss)$/.test(s.deprel[i]) && /^\p{Lu}/u.test(s.form[i]))
  );
}

/** "asked for thirteen prisoners", "a plea for cooler heads": whatever is asked for, but for words, occasions and figures. */
function isAskedFor(s: Sentence, at: number, q: number): boolean {
  if (!/^(call|ask|appeal|plead|beg|press|plea|cry|clamou?r)$/.test(lemma(s, at)) || s.upos[q] !== 'NOUN') return false;
  // "came to ask for", "is obliged to ask for": not asked yet.
  const up = s.head[at];
  if (
    s.xpos[at] === 'VB' &&
    up >= 0 &&
    /^(come|arrive|go|fly|travel|oblige|require|force|have|expect|plan)$/.test(lemma(s, up))
  )
    return false;
  // "called for the fleet to leave": what it is to do.
  for (let i = q + 1; i < s.size && i < q + 6 && !/^(PUNCT|VERB|CCONJ)$/.test(s.upos[i]); i++)
    if (s.xpos[i] === 'TO' && s.xpos[i + 1] === 'VB') return false;
  return !isOccasion(s, q) && !UNASKED.test(lemma(s, q)) && !acts().figures.has(lemma(s, q));
}

/** What is asked for every day, and is no act of another side. */
const UNASKED =
  /^(time|hour|minute|delay|charge|fee|hearing|favou?r|bread|name|comment|information|detail|direction|question|word|bid|tender|offer|proposal|reason|opinion|view|advice|volunteer|delivery|payment|use|year|day|month|week|need|purpose|example|meeting|opportunity|chance|permission|interview|number|tender|quote|subscription|work|job|business|dividend|vote|shareholder|debate|effort|more|expansion|growth|spending|improvement|approach|policy|strategy|economy|investment)$/;

function isWanted(s: Sentence, q: number): boolean {
  if (s.upos[q] === 'VERB') return true;
  const { wanted } = lexicon();
  const near = [q, ...subtree(s, q).filter((i) => s.head[i] === q)];
  return near.some((i) => wanted.has(lemma(s, i)) || s.deprel[i] === 'acl');
}
