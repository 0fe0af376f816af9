// Place, level, format, round and outcome of an occasion.

import type { Cast } from '../actors/index.js';
import {
  type Coded,
  clauseWords,
  isStray,
  lemma,
  modalOf,
  trimmed,
  verbOf,
  withoutAttribution,
} from '../commitments/index.js';
import { child, children, isUnder, relation, type Sentence, subtree } from '../language/index.js';
import type { PlaceMention, PlaceRef, Span } from '../records.js';
import type { Anchor } from './anchor.js';
import { lexicon } from './lexicon.js';
import { isLost } from './parties.js';

export function placeOf(input: Coded, s: Sentence, anchor: Anchor, visit: boolean): PlaceRef | null {
  let found: PlaceMention | null = null;
  for (const place of input.places) {
    if (place.span[0] < s.span[0] || place.span[1] > s.span[1]) continue;
    // "talks on islands in the Gulf": nobody meets in a sea.
    if (/^(sea|strait)$/.test(place.kind)) continue;
    let word = -1;
    for (let i = 0; i < s.size; i++) if (s.start[i] < place.span[1] && place.span[0] < s.end[i]) word = i;
    while (
      word >= 0 &&
      s.head[word] >= 0 &&
      s.start[s.head[word]] >= place.span[0] &&
      s.start[s.head[word]] < place.span[1]
    )
      word = s.head[word];
    if (word < 0) continue;
    const up = s.head[word];
    const near =
      word === anchor.verb ||
      up === anchor.word ||
      up === anchor.verb ||
      (up >= 0 && (s.head[up] === anchor.word || s.head[up] === anchor.verb));
    if (!near) continue;
    // "Armies in Myanmar agreed to a truce at talks": where those who agree are.
    const theirs = up >= 0 && up !== anchor.word && s.deprel[up] === 'nsubj' && s.head[up] === anchor.verb;
    if (theirs && anchor.noun && !isUnder(s, anchor.word, up)) continue;
    // "will be in Kiev on Thursday and in Moscow on Friday"
    const stays = anchor.entry !== null && s.upos[anchor.word] === 'PROPN';
    if (stays && word !== anchor.word) continue;
    // "passed through Cairo on his way to Mecca"
    if (up >= 0 && /^way$/i.test(s.form[up])) continue;
    const preposition = child(s, word, 'case');
    const opener = preposition >= 0 ? s.form[preposition].toLowerCase() : '';
    if (visit && relation(s.deprel[word]) === 'obj' && child(s, word, 'conj') >= 0) continue;
    const there =
      stays ||
      /^(in|at|on|near|outside)$/.test(opener) ||
      (visit && (/^(to|for|through|into)$/.test(opener) || relation(s.deprel[word]) === 'obj'));
    const named =
      opener === '' && up === anchor.word && /^(compound|amod)/.test(s.deprel[word]) && place.kind === 'city';
    if (there || named) {
      found = place;
      if (there) break;
    }
  }
  if (found) {
    const { id, name, country, latitude, longitude, span } = found;
    return { place: id, name, country, latitude, longitude, span };
  }
  for (const word of [anchor.word, anchor.verb]) {
    if (word < 0) continue;
    const here = children(s, word).find((i) => s.form[i].toLowerCase() === 'here');
    const [dateline] = input.dispatch.datelinePlaces;
    if (here === undefined || !dateline) continue;
    const { name, country, latitude, longitude } = dateline;
    return { place: null, name, country, latitude, longitude, span: [s.start[here], s.end[here]] };
  }
  return null;
}

export function levelOf(cast: Cast, s: Sentence, words: readonly number[], parties: readonly string[]): string | null {
  const { levels, ranks } = lexicon();
  const found = new Set<string>();
  for (const i of words) {
    const level = levels.get(lemma(s, i)) ?? levels.get(s.form[i].toLowerCase());
    if (level === undefined) continue;
    // "prime minister" and "vice president": the first is a leader, "foreign minister" is not.
    const before = i > 0 ? s.form[i - 1].toLowerCase() : '';
    if (level === 'ministers' && before === 'prime') found.add('leaders');
    else if (level === 'leaders' && /^(vice|deputy)$/.test(before) && /premier|minister/.test(lemma(s, i)))
      found.add('ministers');
    else if (level === 'ministers' && lemma(s, i) === 'secretary' && /^(press|general)$/.test(before)) continue;
    else if (level === 'military' && /^(secretary|attorney|director|consul)/i.test(before)) continue;
    else found.add(level);
  }
  for (const id of parties) {
    const role = cast.byId(id)?.role?.toLowerCase() ?? '';
    if (/prime minister|president|king|chancellor|emir|premier/.test(role) && !/former|vice/.test(role))
      found.add('leaders');
    else if (/minister|\bsecretary of state/.test(role) && !/deputy|assistant|under/.test(role)) found.add('ministers');
  }
  return ranks.find((rank) => found.has(rank)) ?? null;
}

export function formatOf(s: Sentence, word: number): string | null {
  const { formats } = lexicon();
  for (const i of subtree(s, word)) {
    if (i === word || s.head[i] === word || s.head[s.head[i]] === word) {
      const format = formats.get(s.form[i].toLowerCase()) ?? formats.get(lemma(s, i));
      if (format !== undefined) return format;
    }
  }
  return null;
}

const ORDINALS: ReadonlyMap<string, number> = new Map(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
    'seventeenth eighteenth nineteenth twentieth'
  )
    .split(' ')
    .map((word, i) => [word, i + 1]),
);

export function roundOf(s: Sentence, word: number): number | null {
  // "their second conversation this month" counts talks, and is no round of a series.
  if (/^(call|conversation|visit|trip)$/.test(lemma(s, word))) return null;
  for (const i of children(s, word)) {
    const round = ORDINALS.get(s.form[i].toLowerCase());
    if (round === 1 && !/^(round|session|summit)$/.test(lemma(s, word))) continue;
    if (round !== undefined) return round;
    const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(s.form[i].toLowerCase());
    if (digits) return Number(digits[1]);
  }
  return null;
}

/** What came of it: the verb whose subject it is, or what its parties did next ("met but failed to agree"). */
export function outcomeOf(s: Sentence, anchor: Anchor): Span | null {
  const { outcomes } = lexicon();
  const { word, verb } = anchor;
  if (verb < 0) return null;
  const isOutcome = (i: number): boolean => outcomes.has(verbOf(s, i)) || outcomes.has(lemma(s, i));
  const clause = (head: number): Span | null => {
    const leave = (i: number): boolean =>
      i === word || /^(nsubj|parataxis|cc$)/.test(s.deprel[i]) || isStray(s, i, head);
    return trimmed(
      s,
      withoutAttribution(
        s,
        clauseWords(s, head, leave).filter((i) => i >= head),
      ),
    );
  };
  if (
    anchor.noun &&
    (relation(s.deprel[word]) === 'nsubj' || isLost(s, word, verb)) &&
    isOutcome(verb) &&
    modalOf(s, verb) === null
  )
    return clause(verb);
  const closing =
    /^(end|conclude|close|finish|wind_up|wrap_up)$/.test(verbOf(s, verb)) && relation(s.deprel[word]) === 'obj';
  // "ended four days of talks with an agreement to meet again"
  if (anchor.noun && closing) {
    for (const i of children(s, verb)) {
      const opener = i > word && s.deprel[i] === 'obl' ? s.form[child(s, i, 'case')] : '';
      if (/^(with|without|in)$/i.test(opener ?? '') && (isGain(s, i) || opener!.toLowerCase() !== 'in'))
        return trimmed(
          s,
          clauseWords(s, i, (k) => s.head[k] === i && s.deprel[k] === 'case' && /^(with|in)$/i.test(s.form[k])),
        );
    }
  }
  // "made no headway on a truce at talks in Ankara", "consented to a truce after ten hours of talks"
  if (anchor.noun && /^(obl|nmod)/.test(s.deprel[word]) && modalOf(s, verb) === null && word > verb) {
    const object = child(s, verb, 'obj');
    const words = (head: number): Span | null => {
      const kept = clauseWords(
        s,
        head,
        (i) => i === word || subtree(s, i).includes(word) || /^(nsubj|parataxis|conj|punct)/.test(s.deprel[i]),
      );
      return trimmed(
        s,
        kept.filter((i) => i >= (head === verb ? verb : 0) && i < word),
      );
    };
    if (
      object >= 0 &&
      object < word &&
      isGain(s, object) &&
      /^(make|reach|achieve|report|sign|produce|strike|clinch|find)$/.test(lemma(s, verb))
    )
      return words(lemma(s, verb) === 'make' ? object : verb);
    if (
      /^(agree|consent|fail)$/.test(lemma(s, verb)) &&
      /^(at|after|in|during|following)$/i.test(s.form[child(s, topOf(s, word, verb), 'case')] ?? '')
    )
      return words(verb);
  }
  const concluded = concludedAt(s, anchor);
  if (concluded >= 0) {
    const until = concluded < word ? openerOf(s, word) : s.size;
    return trimmed(
      s,
      clauseWords(s, concluded, (i) => i === word || /^(nsubj|parataxis|conj)/.test(s.deprel[i])).filter(
        (i) => i >= concluded && i < until,
      ),
    );
  }
  for (const i of children(s, verb)) {
    if (i < verb || !/^(conj|advcl)$/.test(s.deprel[i])) continue;
    const concludes = CONCLUDING.test(lemma(s, i)) || CLOSING.test(lemma(s, i)) || /^break_up$/.test(verbOf(s, i));
    if (s.deprel[i] === 'conj' && concludes && child(s, i, 'nsubj') < 0 && modalOf(s, i) === null) return clause(i);
    const without = children(s, i).find((k) => /^without$/i.test(s.form[k]));
    if (s.deprel[i] === 'advcl' && without !== undefined)
      return trimmed(s, subtree(s, i)) && [s.start[without], s.end[subtree(s, i).at(-1)!]];
  }
  return null;
}

const CONCLUDING = /^(agree|consent|decide|sign|adopt|approve|resolve|endorse|fail|reach|settle|produce)$/;
const CLOSING = /^(part|end|adjourn|disperse)$/;

/** The verb, elsewhere in the sentence, of what those who met came to: "who met in Cairo, agreed to", "agreed that ... after a day of talks"; else -1. */
function concludedAt(s: Sentence, { word, verb, noun }: Anchor): number {
  const concludes = (i: number): boolean =>
    s.upos[i] === 'VERB' && CONCLUDING.test(lemma(s, i)) && /^VB[DN]$/.test(s.xpos[i]) && modalOf(s, i) === null;
  if (noun === null) {
    // "Arab ministers, who met in Cairo on Monday, agreed to", "The Islamic Conference, meeting in Riyadh, decided"
    if (!/^(meet|gather|confer)$/.test(lemma(s, verb)) || !/^(VBD|VBG)$/.test(s.xpos[verb])) return -1;
    const who = s.head[verb];
    if (who < 0 || who > verb) return -1;
    const main = /^acl/.test(s.deprel[verb]) && s.deprel[who] === 'nsubj' ? s.head[who] : -1;
    return main > verb && concludes(main) ? main : -1;
  }
  const opener = openerOf(s, word);
  if (opener < 0 || !/^(after|at|following|during)$/i.test(s.form[opener])) return -1;
  for (let at = s.head[word], steps = 0; at >= 0 && steps < 7; at = s.head[at], steps++)
    if (at < opener && concludes(at)) return at;
  return -1;
}

/** The preposition of an occasion, or of the hours or days of it: "after three hours of talks"; else -1. */
function openerOf(s: Sentence, word: number): number {
  const up = s.head[word];
  const long =
    up >= 0 && s.deprel[word] === 'nmod' && /^(hour|day|week|month|round|night|series)$/.test(lemma(s, up)) ? up : word;
  return child(s, long, 'case', 'mark');
}

const isGain = (s: Sentence, noun: number): boolean => lexicon().gains.has(lemma(s, noun));

/** The word right below `verb` on the way up from `word`. */
function topOf(s: Sentence, word: number, verb: number): number {
  let at = word;
  while (s.head[at] >= 0 && s.head[at] !== verb) at = s.head[at];
  return at;
}
