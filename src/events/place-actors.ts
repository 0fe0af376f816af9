// Places as parties: in "their assault on Mosul" or "closed its border with Gaza" the place stands for the country or the
// people there, as CAMEO codes it. An actor is made only when an event asks for one.

import type { Cast } from '../actors/index.js';
import { type Sentence, wordAt } from '../language/index.js';
import type { Actor, ActorRef, PlaceMention } from '../records.js';

/** The cast with an actor for every place of a known country that an event has for a party. */
export function withPlaces(cast: Cast, sentences: readonly Sentence[], places: readonly PlaceMention[]): Cast {
  const byWord = new Map<string, PlaceMention>();
  let next = 0;
  const sorted = places.filter((place) => place.country !== null).sort((a, b) => a.span[0] - b.span[0]);
  for (const s of sentences) {
    while (next < sorted.length && sorted[next].span[0] < s.span[0]) next++;
    for (let i = next; i < sorted.length && sorted[i].span[0] < s.span[1]; i++) {
      const word = wordAt(s, sorted[i].span[1] - 1);
      if (word >= 0) byWord.set(`${s.index} ${word}`, sorted[i]);
    }
  }
  if (byWord.size === 0) return cast;
  const actors: Actor[] = [...cast.actors];
  const made = new Map<string, ActorRef>();
  const ref = (sentence: number, word: number): readonly ActorRef[] => {
    const place = byWord.get(`${sentence} ${word}`);
    if (!place?.country) return [];
    const known = made.get(place.id);
    if (known) return [known];
    const same = actors.find((actor) => actor.name === place.name && actor.country === place.country);
    const id = same?.id ?? `a${actors.length + 1}`;
    if (!same) {
      actors.push({
        id,
        name: place.name,
        kind: 'country',
        country: place.country,
        sector: null,
        code: place.country,
        role: null,
        basis: `place: ${place.name} lies in ${place.country}`,
        known: false,
        mentions: [place.span],
      });
    }
    const [start, end] = place.span;
    const s = sentences[sentence];
    const text = Array.from(s.form.slice(wordAt(s, start), wordAt(s, end - 1) + 1)).join(' ');
    const made1 = { actor: id, text, span: place.span, code: place.country, country: place.country, sector: null };
    made.set(place.id, made1);
    return [made1];
  };
  const either =
    (ask: Cast['at']): Cast['at'] =>
    (sentence, word) => {
      const refs = ask(sentence, word);
      return refs.length > 0 ? refs : ref(sentence, word);
    };
  return {
    actors,
    at: either(cast.at),
    alone: either(cast.alone),
    byId: (id) => cast.byId(id) ?? actors.find((actor) => actor.id === id),
  };
}
