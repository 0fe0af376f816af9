// The door of the store.

export type { DaybookEntry, Incident } from '../record/index.js';
export { type Entry, file, keyOf, type Provenance, type Receipt, rebuild } from './filing.js';
export { goldOf, type Mark, mark, marksOf } from './marks.js';
export { DEFAULT_STORE, openStore, type Store } from './open.js';
export * from './questions.js';
