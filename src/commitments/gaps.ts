// What a word of the codebook commits to where it does not stand right behind: "called in a joint statement for a ceasefire", "a step that Bahrain has
// sought", "wants the quotas abolished"; and who says it where the tree hung it on what he said.

import { child, children, type Sentence } from '../language/index.js';
import { lemma, subjectOf, verbOf } from './clause.js';
import { type Complement, oblique } from './complement.js';
import { type Entry, lexicon } from './lexicon.js';
import { isMeant } from './objects.js';

/** The complement of a verb in a relative clause, behind an aside, or in the form of a participle; null where there is none. */
export function gapped(s: Sentence, at: number, entry: Entry): Complement | null {
  return (
    pronoun(s, at, entry) ??
    wantedDone(s, at, entry) ??
    priced(s, at, entry) ??
    subjunctive(s, at, entry) ??
    behindAdverb(s, at, entry) ??
    behindAside(s, at, entry) ??
    overApposition(s, at, entry) ??
    relative(s, at, entry)
  );
}

/** "has turned down anything less", "turned it down": what was told before. */
function pronoun(s: Sentence, at: number, entry: Entry): Complement | null {
  if (entry.kind !== 'refusal') return null;
  const own = child(s, at, 'obj');
  // "ruled that out", where the tree took the pronoun for a conjunction
  const q =
    own < 0 && /^(that|it|this)$/i.test(s.form[at + 1] ?? '') && PARTICLE.test(s.form[at + 2] ?? '') ? at + 1 : own;
  if (q < 0 || (s.upos[q] !== 'PRON' && q !== at + 1)) return null;
  const anything = /^(anything|any|all|both|either)$/i.test(s.form[q]);
  const split =
    /^(rule|turn|brush|wave|shrug|laugh)$/.test(lemma(s, at)) &&
    (PARTICLE.test(s.form[q + 1] ?? '') || /_/.test(verbOf(s, at)));
  return anything || (split && /^(it|them|this|that)$/i.test(s.form[q])) ? { q, addressee: -1 } : null;
}

const PARTICLE = /^(out|down|aside|off|away)$/i;

/** "wants the quotas abolished outright" */
function wantedDone(s: Sentence, at: number, entry: Entry): Complement | null {
  if (!/^(want|wish|need|like)$/.test(lemma(s, at)) || entry.kind !== 'demand') return null;
  let noun = -1;
  for (let i = at + 1; i < s.size && i < at + 9; i++) {
    if (s.upos[i] === 'PUNCT' || s.xpos[i] === 'TO') return null;
    if (/^(NOUN|PROPN|PRON)$/.test(s.upos[i])) noun = i;
    else if (noun >= 0 && s.xpos[i] === 'VBN' && s.head[i] !== noun - 1) return { q: i, addressee: -1 };
    else if (noun >= 0 && /^(out|back|gone|home|off)$/i.test(s.form[i])) return { q: noun, addressee: -1 };
  }
  return null;
}

/** "made a pullout a condition for talks", "set his release as the price": what is made one is demanded. */
function priced(s: Sentence, at: number, entry: Entry): Complement | null {
  if (!entry.frames.includes('priced')) return null;
  const q = child(s, at, 'obj');
  if (q < 0 || (s.upos[q] !== 'NOUN' && s.upos[q] !== 'PRON' && s.xpos[q] !== 'VBG')) return null;
  for (let i = q + 1; i < s.size && i < q + 9; i++) {
    if (/^(VERB|AUX)$/.test(s.upos[i]) || /^[,;:]$/.test(s.form[i])) return null;
    if (
      /^(condition|precondition|prerequisite|price)$/.test(lemma(s, i)) &&
      /^(a|the|as|its|his|their|one)$/i.test(s.form[i - 1])
    )
      return { q, addressee: -1 };
  }
  return null;
}

/** "asked that the islanders be allowed to decide": a clause in the subjunctive is what is asked for. */
function subjunctive(s: Sentence, at: number, entry: Entry): Complement | null {
  if (entry.kind !== 'demand' && entry.kind !== 'offer') return null;
  for (let i = at + 1; i < s.size && i < at + 20; i++) {
    if (s.head[i] !== at || s.deprel[i] !== 'ccomp') continue;
    const mark = child(s, i, 'mark');
    if (mark < at || !/^that$/i.test(s.form[mark])) return null;
    const first = children(s, i).find((k) => k > mark && /^(aux|aux:pass|cop)$/.test(s.deprel[k])) ?? i;
    const subject = child(s, i, 'nsubj', 'nsubj:pass');
    // "asked that Italy hold a man": a singular with a plural's verb is a subjunctive, too.
    // "suggested that both sides pull back": the present behind a past is a subjunctive.
    const asking = /^(suggest|propose|recommend|urge|ask|request|demand|insist)$/.test(lemma(s, at));
    const behind =
      asking &&
      /^VB[DN]$/.test(s.xpos[at]) &&
      s.xpos[first] === 'VBP' &&
      !/^(is|are|has|have|'s)$/i.test(s.form[first]);
    const bare =
      behind || s.xpos[first] === 'VB' || (s.xpos[first] === 'VBP' && subject >= 0 && /^NNP?$/.test(s.xpos[subject]));
    return bare ? { q: i, addressee: subject } : null;
  }
  return null;
}

/** "proposed instead that the assembly grant", "demanded on Monday that he leave": the clause that the tree hung elsewhere. */
function behindAdverb(s: Sentence, at: number, entry: Entry): Complement | null {
  if ((entry.kind !== 'demand' && entry.kind !== 'offer') || !entry.frames.includes('that')) return null;
  for (let i = at + 1; i < s.size && i < at + 5; i++) {
    if (/^that$/i.test(s.form[i]) && s.upos[i] === 'SCONJ') {
      // "instead that" may be taken for one conjunction.
      const q = s.deprel[i] === 'fixed' ? s.head[s.head[i]] : s.head[i];
      const subject = child(s, q, 'nsubj', 'nsubj:pass');
      return q > i && subject > i && subject < q && s.upos[q] === 'VERB' ? { q, addressee: subject } : null;
    }
    if (
      !/^(ADV|ADP|PROPN|DET)$/.test(s.upos[i]) &&
      !/^(instead|rather|today)$/i.test(s.form[i]) &&
      !ASIDE.test(lemma(s, i))
    )
      return null;
  }
  return null;
}

/** "called on President Taylor, the rebels' old ally, to use his influence": over what stands between commas. */
function overApposition(s: Sentence, at: number, entry: Entry): Complement | null {
  const two = entry.frames.map((frame) => /^(\w+)\+to$/.exec(frame)?.[1]).filter((one) => one !== undefined);
  const whom = two
    .map((one) => oblique(s, at, one))
    .concat(entry.frames.includes('whom') ? [child(s, at, 'obj', 'iobj')] : [])
    .find((word) => word > at);
  if (whom === undefined) return null;
  const open = s.form.indexOf(',', whom);
  if (open < 0 || open > whom + 4) return null;
  const close = s.form.indexOf(',', open + 1);
  if (close < 0 || close > open + 14 || s.xpos[close + 1] !== 'TO' || s.xpos[close + 2] !== 'VB') return null;
  return { q: close + 2, addressee: whom };
}

const ASIDE =
  /^(statement|letter|message|communique|speech|interview|telegram|note|declaration|meeting|call|editorial|broadcast|telecast|article|resolution|appeal|week|month|day|night|morning|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday|time|conference|vote|motion)$/;

/** "called in a joint statement for an immediate ceasefire", "appealed on Monday night for calm": over when and how it was said. */
function behindAside(s: Sentence, at: number, entry: Entry): Complement | null {
  for (const frame of entry.frames) {
    const preposition = /^(\w+)-$/.exec(frame)?.[1];
    if (preposition === undefined || /^(to|of|that)$/.test(preposition)) continue;
    let aside = false;
    for (let i = at + 1; i < s.size && i < at + 11; i++) {
      if (s.form[i].toLowerCase() === preposition) {
        const q = s.deprel[i] === 'case' || s.deprel[i] === 'mark' ? s.head[i] : -1;
        if (!aside || q <= i || q > i + 10) break;
        if (preposition === 'for' && entry.kind === 'demand' && !isMeant(s, at, entry, q)) break;
        return { q, addressee: -1 };
      }
      if (/^(VERB|SCONJ)$/.test(s.upos[i])) break;
      if (ASIDE.test(lemma(s, i))) aside = true;
    }
  }
  return null;
}

/** "a step that Saudi Arabia has sought", "an offer the White House has turned down", "a requirement that they have refused". */
function relative(s: Sentence, at: number, entry: Entry): Complement | null {
  if (lemma(s, at) === 'agree' || s.deprel[at] !== 'acl:relcl' || hasObject(s, at) || !entry.frames.includes('obj'))
    return null;
  if (!/^(refusal|demand|offer|promise)$/.test(entry.kind)) return null;
  const subject = child(s, at, 'nsubj');
  const q = s.head[at];
  if (subject < 0 || subject > at || /^(who|which|that)$/i.test(s.form[subject]) || s.upos[q] !== 'NOUN') return null;
  if (entry.kind === 'refusal' || entry.kind === 'offer')
    return isMeant(s, at, entry, q) || RELATIVE.test(lemma(s, q)) ? { q, addressee: -1 } : null;
  return isMeant(s, at, entry, q) || RELATIVE.test(lemma(s, q)) ? { q, addressee: -1 } : null;
}

/** An object of its own: "which" stands for what went before. */
function hasObject(s: Sentence, at: number): boolean {
  return children(s, at).some((i) => /^(obj|ccomp|xcomp)$/.test(s.deprel[i]) && !/^W/.test(s.xpos[i]));
}

/** Nouns that stand for an act told before. */
const RELATIVE =
  /^(step|move|measure|act|action|thing|concession|requirement|condition|demand|proposal|offer|request|plan|arrangement|term|gesture|guarantee|idea|formula|compromise)$/;

/** Who says what a verb commits to; over the thing that the tree made its subject: "said the seizure was piracy and demanded". */
export function speakingSubject(s: Sentence, at: number): number {
  const subject = subjectOf(s, at);
  if (s.deprel[at] !== 'conj' || subject < 0 || /^(PROPN|PRON)$/.test(s.upos[subject])) return subject;
  const { people, speech } = lexicon();
  if (people.has(lemma(s, subject)) || !/^VB[DZP]$/.test(s.xpos[at])) return subject;
  if (child(s, at, 'nsubj', 'nsubj:pass') >= 0) return subject;
  for (let up = s.head[at]; up >= 0; up = s.head[up]) {
    const above = s.head[up];
    if (above < 0 || !/^(ccomp|conj|parataxis)/.test(s.deprel[up])) return subject;
    if (s.deprel[up] !== 'ccomp' || !speech.has(lemma(s, above))) continue;
    const speaker = subjectOf(s, above);
    return speaker >= 0 ? speaker : subject;
  }
  return subject;
}

/** "We expect Uganda to hand them over": asked of another, in the present and in one's own voice. "Expected him to return" is a guess. */
export function isDemanding(s: Sentence, at: number, q: number): boolean {
  if (!/^VB[PZ]?$/.test(s.xpos[at]) && !children(s, at).some((i) => /^(would|will)$/i.test(s.form[i]))) return false;
  const subject = subjectOf(s, at);
  if (subject < 0 || q <= at) return false;
  const whom = child(s, at, 'obj', 'iobj') >= 0 ? child(s, at, 'obj', 'iobj') : child(s, q, 'nsubj');
  if (
    whom < 0 ||
    !(s.upos[whom] === 'PROPN' || lexicon().people.has(lemma(s, whom)) || /^(they|them|you)$/i.test(s.form[whom]))
  )
    return false;
  return /^(honou?r|keep|comply|abide|respect|hand|release|free|withdraw|pull|stop|end|return|pay|take|act|cooperate|live|stand|fulfil|fulfill|implement|apologi[sz]e|explain|give|allow|let|observe|meet|do|hold|leave|lift|halt|cease|sign|accept|stick|show)$/.test(
    lemma(s, q),
  );
}

/** People at home whom officials tell what to do: nobody of another side. */
const PUBLIC =
  /^(investor|educator|teacher|businessman|banker|grower|farmer|consumer|shareholder|traveller|traveler|tourist|voter|viewer|customer|driver|motorist|parent|shopper|passenger|national|holidaymaker|reporter|journalist|player|employee|depositor|taxpayer|buyer|seller|trader)$/;

/** "ordered its state companies to", "advised investors to": told to one's own people. */
export function isHousehold(s: Sentence, whom: number, verb = ''): boolean {
  if (s.upos[whom] !== 'NOUN') return false;
  if (PUBLIC.test(lemma(s, whom))) return true;
  // "advised its citizens to leave"
  if (
    verb === 'advise' &&
    /^(citizen|national|subject|compatriot|countryman)$/.test(lemma(s, whom)) &&
    child(s, whom, 'nmod:poss') >= 0
  )
    return true;
  const owner = child(s, whom, 'nmod:poss');
  return (
    owner >= 0 && /^(its|his|her|their|our|my)$/i.test(s.form[owner]) && OWN.test(lemma(s, whom)) && !hasNation(s, whom)
  );
}

/** Those who take orders from whoever they belong to. */
const OWN =
  /^(company|firm|ministry|minister|official|troop|force|army|soldier|navy|unit|police|staff|aide|delegation|ambassador|embassy|bank|agency|team|commander|garrison|cabinet|secretary|adviser|advisor|diplomat|general|lawyer|negotiator)$/;

/** "its Argentine garrison": of another side than "its" tells. */
function hasNation(s: Sentence, noun: number): boolean {
  return children(s, noun).some((i) => i < noun && s.deprel[i] === 'amod' && /^\p{Lu}/u.test(s.form[i]));
}
