import { child, isUnder } from '../language/index.js';
import type { Occasion } from './occasion.js';

/** A journey "for talks" is the talks, and whoever meets "in talks" or "for a conference" is at one occasion: the noun and the verb are one. */
export function withoutJourneys(all: readonly Occasion[]): Occasion[] {
  const dropped = new Set<Occasion>();
  const also = new Map<Occasion, Occasion>();
  for (const noun of all) {
    if (noun.word === noun.verb) continue;
    const verb = all.find((other) => other.word === other.verb && isWithin(noun, other));
    if (!verb || dropped.has(verb)) continue;
    // "meet his counterpart at the climate conference": two occasions.
    if (/^(summit|conference)$/.test(noun.form) && noun.definite && child(noun.s, verb.word, 'obj') >= 0) continue;
    if (verb.form === 'visit' ? noun.form === 'visit' : noun.form === 'visit' || noun.form === 'call') continue;
    // The noun names it, unless it says less than the verb does: "will meet in talks".
    const main = verb.form === 'visit' || /^(summit|conference)$/.test(noun.form) ? noun : verb;
    const other = main === noun ? verb : noun;
    dropped.add(other);
    also.set(main, other);
  }
  // "is to fly to Washington on Sunday to see the secretary": the meeting, on the journey's day.
  for (const end of all) {
    if (end.word !== end.verb || !/^(meeting|talks)$/.test(end.form) || dropped.has(end)) continue;
    if (!/^to$/i.test(end.s.form[end.word - 1] ?? '') || !/^(advcl|xcomp)$/.test(end.s.deprel[end.word])) continue;
    const way = all.find(({ s, word, form }) => s === end.s && word === s.head[end.word] && form === 'visit');
    if (!way || dropped.has(way) || also.has(end)) continue;
    if (end.start !== null && way.start !== null && end.start !== way.start) continue;
    dropped.add(way);
    also.set(end, way);
  }
  return all
    .filter((one) => !dropped.has(one))
    .map((one) => {
      const other = also.get(one);
      if (!other) return one;
      // Talks in a third country are not with that country.
      const guests = one.parties.length > 0 ? other.parties.filter((id) => id !== other.landlord) : other.parties;
      // Whoever goes to see somebody is the infinitive's own subject.
      const parties = isPurpose(one) ? one.parties : [...new Set([...guests, ...one.parties])];
      return {
        ...one,
        parties,
        start: one.start ?? other.start,
        end: one.start === null ? other.end : one.end,
        known: one.start === null ? other.known : one.known,
        implied: one.start === null ? other.implied : one.implied,
        status: one.sure && !isPurpose(one) ? one.status : other.status,
        duration: one.duration ?? other.duration,
        place: one.place ?? other.place,
        level: one.level ?? other.level,
        host: one.host ?? other.host,
        also: other.span,
        journey: one.form === 'visit' || other.form === 'visit',
        firm: one.firm || other.firm || parties.length > 0,
      };
    });
}

/** "fly in to see him": an infinitive tells no status of its own. */
function isPurpose({ s, word, verb }: Occasion): boolean {
  return word === verb && s.xpos[word] === 'VB' && /^(advcl|xcomp)$/.test(s.deprel[word]);
}

/** The noun stands below the verb as its purpose or circumstance, with no day of its own that differs. */
function isWithin(noun: Occasion, verb: Occasion): boolean {
  if (noun.s !== verb.s || !isUnder(noun.s, noun.word, verb.word)) return false;
  if (noun.start !== null && verb.start !== null && noun.start !== verb.start) return false;
  const { s } = noun;
  let at = noun.word;
  while (s.head[at] !== verb.word) {
    if (/^(ccomp|advcl|conj|parataxis|acl)/.test(s.deprel[at])) return false;
    at = s.head[at];
  }
  const preposition = child(s, at, 'case');
  return /^(obl|nmod)/.test(s.deprel[at]) && preposition >= 0 && /^(for|in|at|of)$/i.test(s.form[preposition]);
}
