// What a small dispatch makes somebody say, as lines.

import assert from 'node:assert/strict';
import { dispatchOf } from '../../src/intake/index.js';
import { read } from '../../src/reading.js';
import type { Statement } from '../../src/records.js';

export function readingOf(text: string, headline = '') {
  const head = headline === '' ? '' : `${headline}\n\n`;
  return read(dispatchOf(`${head}PORT ARL, June 3 (Reuters) - ${text}`, { id: 'wire', date: '2031-06-03' }));
}

/** "source / cue / content | content", one line a statement. */
export function said(text: string, headline = ''): string[] {
  const reading = readingOf(text, headline);
  const words = (spans: Statement['content']) =>
    spans.map(([start, end]) => reading.dispatch.text.slice(start, end).replace(/\s+/g, ' ')).join(' | ');
  return reading.statements.map(({ source, cue, content }) => `${words(source)} / ${words(cue)} / ${words(content)}`);
}

export function has(text: string, ...expected: string[]): void {
  const found = said(text);
  for (const line of expected) assert.ok(found.includes(line), `${line}\n--\n${found.join('\n')}`);
}
