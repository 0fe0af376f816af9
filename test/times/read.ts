// Reads the times of a text on a day, for tests.
import { parse } from '../../src/language/index.js';
import type { Block, TimeExpression, Trace } from '../../src/records.js';
import { findTimes } from '../../src/times/index.js';
import { dispatchOf } from '../sentence.js';

/** The time expressions of a text of one paragraph. */
export function timesOf(text: string, date: string | null, trace?: Trace): TimeExpression[] {
  const blocks: Block[] = [{ kind: 'paragraph', span: [0, text.length] }];
  const sentences = parse(text, blocks, new Set<Block['kind']>(['paragraph']));
  const dispatch = dispatchOf(text, {
    blocks,
    date: date === null ? null : { value: date, known: true, basis: 'option', span: null },
  });
  return findTimes({ dispatch, sentences }, trace);
}

/** "words = value start..end" of each expression, for a glance at a whole sentence. */
export const glance = (text: string, date: string | null): string[] =>
  timesOf(text, date).map((t) => `${text.slice(...t.span)} = ${t.value}`);
