// The door of the store.

export type { DaybookEntry } from '../record/index.js';
export { type Entry, file, type Provenance, type Receipt, rebuild } from './filing.js';
export { DEFAULT_STORE, openStore, type Store } from './open.js';
export * from './questions.js';
