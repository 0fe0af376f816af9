// The whole pass on one page: from a dispatch to its reading. Each stage is a pure function of what came before it.

import { findCast } from './actors/index.js';
import { findClaims } from './claims/index.js';
import { findCommitments } from './commitments/index.js';
import { codeEvents } from './events/index.js';
import { parse } from './language/index.js';
import { findMeetings } from './meetings/index.js';
import { findPlaces, locateDateline } from './places/index.js';
import type { Block, Dispatch, Reading, Trace } from './records.js';
import { findStatements } from './statements/index.js';
import { findTimes } from './times/index.js';

/** The blocks whose sentences carry the story. */
export const STORY: ReadonlySet<Block['kind']> = new Set(['headline', 'paragraph']);

/** Reads one dispatch. `trace`, when given, is told why each record came about. */
export function read(source: Dispatch, trace?: Trace): Reading {
  const dispatch = locateDateline(source);
  const sentences = parse(dispatch.text, dispatch.blocks, STORY);
  const times = findTimes({ dispatch, sentences }, trace);
  const places = findPlaces({ dispatch, sentences }, trace);
  const cast = findCast({ dispatch, sentences, times, places }, trace);
  const statements = findStatements({ dispatch, sentences, cast }, trace);
  const events = codeEvents({ dispatch, sentences, times, places, cast, statements }, trace);
  const coded = { dispatch, sentences, times, places, cast, statements, events };
  return {
    schema: 'chancery/1',
    dispatch,
    sentences: sentences.map((sentence) => sentence.span),
    actors: cast.actors,
    times,
    places,
    statements,
    events,
    commitments: findCommitments(coded, trace),
    meetings: findMeetings(coded, trace),
    claims: findClaims(coded, trace),
  };
}
