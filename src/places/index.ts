// The door of the places stage: places with country and coordinates, disambiguated by qualifier, dateline, neighbours and size.

import type { Sentence } from '../language/index.js';
import type { Dispatch, PlaceMention, Trace } from '../records.js';
import type { Candidate } from './candidates.js';
import { contextOf } from './context.js';
import { locate } from './dateline.js';
import { findIn } from './find.js';
import { countryWordsIn } from './reference.js';

/**
 * Finds every place of the sentences. A country or capital is a place only where it works as one ("in Moscow", "near Ukraine");
 * "Moscow has alarmed the West" is a government, and the actors stage's. What no evidence decides has a null country and the rule
 * "places:unresolved". `trace` is told for each mention what was taken and what lost, and why other names were left out.
 */
export function findPlaces(
  input: { dispatch: Dispatch; sentences: readonly Sentence[] },
  trace?: Trace,
): PlaceMention[] {
  const { dispatch, sentences } = input;
  const context = contextOf(dispatch, sentences);
  const date = dispatch.date?.value ?? null;
  const found: PlaceMention[] = [];
  const seen = { country: context.home };
  const senses = new Map<string, Candidate>();
  for (const sentence of sentences) {
    const reject = (span: readonly [number, number], note: string): void => trace?.(`${span[0]}-${span[1]}`, note);
    const here = [
      ...findIn({ sentence, text: dispatch.text, context, date, senses, reject }),
      ...countryWordsIn(sentence, context, seen),
    ].sort((a, b) => a.mention.span[0] - b.mention.span[0]);
    for (const { mention, notes } of here) {
      const id = `p${found.length + 1}`;
      found.push({ id, ...mention });
      for (const note of notes) trace?.(id, note);
    }
  }
  return found;
}

/** Gives the dateline's places their country and coordinates; unknown ones keep their nulls. */
export function locateDateline(dispatch: Dispatch): Dispatch {
  if (dispatch.datelinePlaces.length === 0) return dispatch;
  const date = dispatch.date?.value ?? null;
  return { ...dispatch, datelinePlaces: dispatch.datelinePlaces.map((place) => locate(place, date)) };
}
