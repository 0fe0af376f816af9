// A series under one word: "will meet A on Tuesday and B on Wednesday", "talks in Geneva on Jan. 10, in Muscat on Jan. 17", "flew to Moscow and then to
// Tbilisi". Each stretch of the clause that has a day, or a "then", and a party or a place of its own is an occasion. Read along the surface: the trees hang
// such stretches in many ways.

import { type Coded, lemma, type Political } from '../commitments/index.js';
import { child, type Sentence } from '../language/index.js';
import type { PlaceRef, TimeExpression } from '../records.js';
import { stretch } from './days.js';
import { lexicon } from './lexicon.js';
import type { Occasion } from './occasion.js';
import { isWhere } from './pair.js';

interface Stretch {
  /** First word, without the conjunction. */
  readonly first: number;
  /** Behind the last word. */
  readonly end: number;
  readonly times: readonly TimeExpression[];
  /** One actor of each side that it names. */
  readonly parties: readonly string[];
  /** All that it names. */
  readonly named: readonly string[];
  readonly place: PlaceRef | null;
}

/** The occasions that an occasion's clause tells one after the other; itself alone where there is no series. */
export function seriesOf(input: Coded, sides: Political, one: Occasion): Occasion[] {
  if (/^(postponed|cancelled)$/.test(one.status)) return [one];
  const stretches = stretchesOf(input, sides, one);
  if (stretches.length < 2) return [one];
  const own = new Set(stretches.flatMap(({ named }) => named));
  const shared = one.parties.filter((id) => !own.has(id) && id !== one.landlord);
  return stretches.map((part, at) => {
    const days = stretch(part.times);
    const place = part.place ?? (at === 0 ? one.place : null);
    const there =
      one.form === 'visit' && place !== null ? hostAt(input, sides, place, [...shared, ...part.parties]) : null;
    const parties = part.parties.length > 0 || there !== null ? shared : one.parties.filter((id) => !own.has(id));
    return {
      ...one,
      ...(at === 0
        ? {}
        : { span: [one.s.start[part.first], one.s.end[part.end - 1]] as const, outcome: null, also: null }),
      parties: [...parties, ...part.parties, ...(there === null ? [] : [there])],
      landlord: there,
      place,
      start: days.start,
      end: days.end,
      known: days.known,
      implied: days.implied,
      duration: at === 0 ? one.duration : null,
      definite: at === 0 && one.definite,
    };
  });
}

/** Cuts the clause behind the occasion's word where a day ends and a new stretch begins. */
function stretchesOf(input: Coded, sides: Political, one: Occasion): Stretch[] {
  const { s, form } = one;
  // "Talks will be held in Geneva on Jan. 10, in Muscat on Jan. 17"
  const held =
    one.verb > one.word && /^(hold|take|open|begin|start|set|schedule|plan|continue)$/.test(lemma(s, one.verb));
  const word = held ? one.verb : one.word;
  const end = clauseEnd(s, word);
  const days = input.times.filter(
    ({ type, start, span }) =>
      (type === 'DATE' || type === 'TIME') &&
      start !== null &&
      s.start[word] < span[0] &&
      span[1] <= (s.end[end - 1] ?? 0),
  );
  const cuts: number[] = [];
  for (let i = word + 2; i < end; i++) {
    if (!/^(,|and|then|before)$/i.test(s.form[i]) || /^(,|and|then)$/i.test(s.form[i - 1])) continue;
    let first = i + 1;
    while (first < end && /^(and|then|later|on|,)$/i.test(s.form[first]) && !isDay(s, days, first + 1)) first++;
    const then = s.form.slice(i, first).some((form) => /^then$/i.test(form)) && form === 'visit';
    const dated = days.some(({ span }) => span[1] <= s.start[i] && s.start[cuts.at(-1) ?? word] < span[0]);
    const next = days.some(({ span }) => s.start[first] < span[0]);
    if ((dated && next) || then) cuts.push(first);
  }
  const bounds = [word + 1, ...cuts, end];
  const parts = bounds.slice(0, -1).map((first, at) => partOf(input, sides, s, days, first, bounds[at + 1]));
  // Every stretch behind the first has somebody or some place of its own, and none an occasion's own word.
  const whole = parts.every(
    (part, at) =>
      (part.parties.length > 0 || part.place !== null) && (at === 0 || !namesOccasion(s, part.first, part.end)),
  );
  return whole && cuts.length > 0 ? parts : [];
}

function partOf(
  { cast, places }: Coded,
  sides: Political,
  s: Sentence,
  days: readonly TimeExpression[],
  first: number,
  end: number,
): Stretch {
  const parties: string[] = [];
  const named: string[] = [];
  for (let i = first; i < end; i++) {
    if (isWhere(s, i)) continue;
    for (const { actor } of cast.alone(s.index, i)) {
      if (!sides.is(actor)) continue;
      named.push(actor);
      if (!parties.some((id) => sides.side(id) === sides.side(actor))) parties.push(actor);
    }
  }
  const found = places.find(
    ({ span, kind }) =>
      s.start[first] <= span[0] && span[1] <= s.end[end - 1] && !/^(sea|strait)$/.test(kind) && isGoal(s, span[0]),
  );
  const place = found
    ? {
        place: found.id,
        name: found.name,
        country: found.country,
        latitude: found.latitude,
        longitude: found.longitude,
        span: found.span,
      }
    : null;
  const times = days.filter(({ span }) => s.start[first] <= span[0] && span[1] <= s.end[end - 1]);
  let last = end;
  while (last > first && /^(,|and|\.)$/i.test(s.form[last - 1])) last--;
  return { first, end: last, times, parties, named, place };
}

/** "in Geneva", "to Kiev" */
function isGoal(s: Sentence, start: number): boolean {
  const word = s.start.indexOf(start);
  return word > 0 && /^(in|at|to|for)$/i.test(s.form[word - 1]);
}

/** Where the clause of the occasion ends: the next finite verb, relative pronoun, conjunction of a clause, semicolon or quotation mark. */
function clauseEnd(s: Sentence, word: number): number {
  for (let i = word + 1; i < s.size; i++) {
    if (/^(VBD|VBZ|VBP|VB|MD)$/.test(s.xpos[i]) && !/^(scheduled|set|planned|held|due)$/i.test(s.form[i])) {
      // Back over the subject of that verb: "and B said".
      return s.form.slice(word, i).lastIndexOf(',') > 0 ? word + s.form.slice(word, i).lastIndexOf(',') : i;
    }
    if (/^(WP|WDT|WRB)$/.test(s.xpos[i]) || /^[;:"“”.]$/.test(s.form[i])) return i;
    if (/^(because|while|after|if|that|to)$/i.test(s.form[i]) && (s.upos[i] === 'SCONJ' || s.xpos[i] === 'TO'))
      return i;
  }
  return s.size;
}

const isDay = (s: Sentence, days: readonly TimeExpression[], word: number): boolean =>
  days.some(({ span }) => span[0] <= s.start[word] && s.start[word] < span[1]);

function namesOccasion(s: Sentence, first: number, end: number): boolean {
  const { nouns } = lexicon();
  for (let i = first; i < end; i++)
    if (s.upos[i] === 'NOUN' && nouns.has(s.form[i].toLowerCase().replace(/s$/, '')) && child(s, i, 'nmod:poss') < 0)
      return true;
  return false;
}

function hostAt({ cast }: Coded, sides: Political, { country }: PlaceRef, there: readonly string[]): string | null {
  if (country === null) return null;
  const host = cast.actors.find((actor) => actor.country === country && sides.is(actor.id));
  return host && !there.some((id) => sides.side(id) === sides.side(host.id)) ? host.id : null;
}
