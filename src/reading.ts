// The whole pass on one page: from a dispatch to its reading. Each stage is a pure function of what came before it.

import { findCast } from './actors/index.js';
import { findClaims } from './claims/index.js';
import { findCommitments } from './commitments/index.js';
import { type Book, codeEvents, withPlaces } from './events/index.js';
import { parse } from './language/index.js';
import { findMeetings } from './meetings/index.js';
import { findPlaces, locateDateline } from './places/index.js';
import type { Block, Dispatch, Reading, Trace } from './records.js';
import { findStatements } from './statements/index.js';
import { findTimes } from './times/index.js';

/** The blocks whose sentences carry the story. */
export const STORY: ReadonlySet<Block['kind']> = new Set(['headline', 'attribution', 'paragraph']);

/** The stages in their order, as `entered` is told of them. */
export const STAGES = [
  'language',
  'times',
  'places',
  'actors',
  'statements',
  'events',
  'commitments',
  'meetings',
  'claims',
] as const;

export type Stage = (typeof STAGES)[number];

/** What the stages up to the events found, which commitments, meetings and claims are found in. */
export type Coded = Parameters<typeof findCommitments>[0];

/**
 * Reads one dispatch.
 * @param trace told why each record came about; only `explain` asks
 * @param entered told when a stage begins; only the bench asks
 * @param book the codebook of the events, where it is not ours alone
 */
export function read(source: Dispatch, trace?: Trace, entered?: (stage: Stage) => void, book?: Book): Reading {
  const coded = code(source, trace, entered, book);
  entered?.('commitments');
  const commitments = findCommitments(coded, trace);
  entered?.('meetings');
  const meetings = findMeetings(coded, trace);
  entered?.('claims');
  const claims = findClaims(coded, trace);
  const { dispatch, sentences, cast, times, places, statements, events } = coded;
  return {
    schema: 'chancery/1',
    dispatch,
    sentences: sentences.map((sentence) => sentence.span),
    actors: cast.actors,
    times,
    places,
    statements,
    events,
    commitments,
    meetings,
    claims,
  };
}

/** The pass as far as the events; the parameters are those of `read`. */
export function code(source: Dispatch, trace?: Trace, entered?: (stage: Stage) => void, book?: Book): Coded {
  const dispatch = locateDateline(source);
  entered?.('language');
  const sentences = dispatch.language === 'en' ? parse(dispatch.text, dispatch.blocks, STORY) : [];
  entered?.('times');
  const times = findTimes({ dispatch, sentences }, trace);
  entered?.('places');
  const places = findPlaces({ dispatch, sentences }, trace);
  entered?.('actors');
  const found = findCast({ dispatch, sentences, times, places }, trace);
  entered?.('statements');
  const statements = findStatements({ dispatch, sentences, cast: found }, trace);
  entered?.('events');
  const cast = withPlaces(found, sentences, places);
  const events = codeEvents({ dispatch, sentences, times, places, cast, statements }, trace, book);
  return { dispatch, sentences, times, places, cast, statements, events };
}
