// The door of the record: pure functions from filed readings to stories, incidents, ledger, daybook, disputes and tension.

export { byKey, components } from './clusters.js';
export { reportsOf } from './reports.js';
export { blocksOf, linked, modalityClass, same } from './same.js';
export type * from './types.js';
export { wordsOf } from './words.js';
