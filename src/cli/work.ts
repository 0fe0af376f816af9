// What is done to one piece, in the main thread and in a worker alike: dispatch, reading, rendering. So both give the same bytes.

import { ChanceryError } from '../errors.js';
import { dispatchesOf, type Piece } from '../intake/index.js';
import { read } from '../reading.js';
import type { Dispatch } from '../records.js';

/** How readings are put out, in plain data that a worker can be given. */
export interface Job {
  readonly stage: 'read' | 'parse';
  readonly format: 'text' | 'json' | 'jsonl' | 'html' | 'conllu';
}

/** What became of a piece. */
export interface Done {
  /** One string a dispatch. */
  readonly outputs: readonly string[];
  /** What was rejected, one line each. */
  readonly rejects: readonly string[];
  /** What a person should know though it was read, one line each. */
  readonly notices: readonly string[];
}

export function work(piece: Piece, job: Job): Done {
  const outputs: string[] = [];
  const rejects: string[] = [];
  const notices: string[] = [];
  for (const dispatch of dispatchesOf(piece)) {
    if (dispatch instanceof ChanceryError) {
      rejects.push(dispatch.message);
      continue;
    }
    if (dispatch.language !== 'en') rejects.push(new ChanceryError('E009', piece.where, dispatch.language).message);
    if (dispatch.date === null && piece.format !== 'jsonl' && piece.format !== 'csv')
      notices.push(new ChanceryError('E008', piece.where).message);
    try {
      outputs.push(render(dispatch, job));
    } catch (error) {
      const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
      rejects.push(new ChanceryError('E020', piece.where, detail).message);
    }
  }
  return { outputs, rejects, notices };
}

function render(dispatch: Dispatch, job: Job): string {
  const reading = read(dispatch);
  return job.format === 'json' ? JSON.stringify(reading, null, 2) : JSON.stringify(reading);
}
