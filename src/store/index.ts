// The door of the store.

export type { DaybookEntry, Incident } from '../record/index.js';
export { addFeed, type Feed, feedSaid, feeds, removeFeed } from './feeds.js';
export { file, type Provenance, type Receipt, rebuild } from './filing.js';
export { goldOf, type Mark, mark, marksOf } from './marks.js';
export { DEFAULT_STORE, openStore, type Store } from './open.js';
export { originalOf } from './originals.js';
export { filedAt, type Position, positionOf, type Since, since } from './position.js';
export { type Entry, keyOf, type Prepared, prepare } from './prepare.js';
export * from './questions.js';
export { troubleOf } from './trouble.js';
