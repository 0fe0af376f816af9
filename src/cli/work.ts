// What is done to one piece, in the main thread and in a worker alike: dispatch, reading, rendering. So both give the same bytes.

import { ChanceryError } from '../errors.js';
import { bookWith, ploverRule } from '../events/index.js';
import { loadTables } from '../gazetteer/index.js';
import { dispatchesOf, type Piece } from '../intake/index.js';
import { annotateConllu, fromConllu, parse, parseWords, toConllu } from '../language/index.js';
import { read } from '../reading.js';
import type { Block, Dispatch, Reading } from '../records.js';
import { renderArticle } from '../render/html.js';
import { renderText } from '../render/text.js';
// Not by the store's door: `read` must not load databases.
import { keyOf, type Prepared, prepare } from '../store/prepare.js';

/** How readings are put out, in plain data that a worker can be given. */
export interface Job {
  readonly stage: 'read' | 'parse';
  readonly format: 'text' | 'json' | 'jsonl' | 'html' | 'conllu';
  /** Ready to be filed instead of rendered. */
  readonly filing?: boolean;
  /** Of `text`: columns to fill, and whether colours may be used. */
  readonly width?: number;
  readonly colour?: boolean;
  /** Folders of codebooks that are laid over ours, the last on top. */
  readonly codebooks?: readonly string[];
  /** Folders of tables and PETRARCH dictionaries that are added to the gazetteer. */
  readonly gazetteers?: readonly string[];
  /** Keep only the events that PLOVER keeps: what happened, goes on, or was said. */
  readonly plover?: boolean;
}

/** What became of a piece. */
export interface Done {
  /** One string a dispatch. */
  readonly outputs: readonly string[];
  /** One a dispatch, when the job is filing. */
  readonly filed?: readonly Prepared[];
  /** What was rejected, one line each. */
  readonly rejects: readonly string[];
  /** What a person should know though it was read, one line each. */
  readonly notices: readonly string[];
}

/** Every kind of block: a parse of the whole text loses no character. */
const ALL: ReadonlySet<Block['kind']> = new Set([
  'slug',
  'edition',
  'headline',
  'attribution',
  'note',
  'byline',
  'dateline',
  'paragraph',
  'crosshead',
  'table',
  'credits',
  'end',
]);

export function work(piece: Piece, job: Job): Done {
  for (const folder of job.gazetteers ?? []) loadTables(folder);
  const filed: Prepared[] = [];
  const done = {
    outputs: [] as string[],
    rejects: [] as string[],
    notices: [] as string[],
    ...(job.filing ? { filed } : {}),
  };
  const attempt = (make: () => unknown): void => {
    try {
      make();
    } catch (error) {
      const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
      done.rejects.push(new ChanceryError('E020', piece.where, detail).message);
    }
  };
  if (piece.format === 'conllu' && job.stage === 'parse') {
    const words = fromConllu(piece.body).map((sentence) => sentence.form);
    if (words.length === 0) done.rejects.push(new ChanceryError('E018', piece.where).message);
    else attempt(() => done.outputs.push(annotateConllu(piece.body, parseWords(words))));
    return done;
  }
  if (piece.assumed) done.notices.push(new ChanceryError('E007', piece.where, piece.assumed).message);
  for (const dispatch of dispatchesOf(piece)) {
    if (dispatch instanceof ChanceryError) {
      done.rejects.push(dispatch.message);
      continue;
    }
    if (dispatch.language !== 'en' && job.stage === 'read')
      done.notices.push(new ChanceryError('E009', piece.where, dispatch.language).message);
    else if (dispatch.date === null && job.stage === 'read' && piece.format !== 'jsonl' && piece.format !== 'csv')
      done.notices.push(new ChanceryError('E008', piece.where).message);
    attempt(() => (job.filing ? filed.push(entryOf(dispatch, piece, job)) : done.outputs.push(render(dispatch, job))));
  }
  return done;
}

/** A dispatch with all that the record keeps of it. */
function entryOf(dispatch: Dispatch, piece: Piece, job: Job): Prepared {
  const reading = read(dispatch, undefined, undefined, bookWith(job.codebooks ?? []));
  return prepare({
    key: keyOf(reading),
    reading,
    json: JSON.stringify(reading),
    source: dispatch.source,
    original: piece.bytes ?? new TextEncoder().encode(piece.body),
  });
}

function render(dispatch: Dispatch, job: Job): string {
  if (job.stage === 'parse') {
    const sentences = parse(dispatch.text, dispatch.blocks, ALL);
    return `# newdoc id = ${dispatch.id.replace(/\s+/g, ' ')}\n${toConllu(dispatch.text, sentences)}`;
  }
  const whole = read(dispatch, undefined, undefined, bookWith(job.codebooks ?? []));
  const reading = job.plover ? underPlover(whole) : whole;
  switch (job.format) {
    case 'json':
      return JSON.stringify(reading, null, 2);
    case 'text':
      return renderText(reading, { width: job.width ?? 80, colour: job.colour ?? false });
    case 'html':
      return renderArticle(reading);
    default:
      return JSON.stringify(reading);
  }
}

/** The reading without the events that PLOVER's rule drops, and without what points at them. */
function underPlover(reading: Reading): Reading {
  const events = ploverRule(reading.events);
  const kept = new Set(events.map((event) => event.id));
  const claims = reading.claims.map((claim) => ({ ...claim, events: claim.events.filter((id) => kept.has(id)) }));
  return { ...reading, events, claims };
}
